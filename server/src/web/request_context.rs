//! One visit to a page: its language, its path and the moment; and the ways to answer it.

use crate::web::{
    app_state::AppState,
    compression::{CompressedBody, Encoding, HTML},
    headers, render,
};
use app::ui::{
    document::{LanguageSwitch, PageMeta},
    error_page::{ErrorKind, ErrorPage},
    text as common,
};
use axum::{
    body::Body,
    extract::{FromRequestParts, OriginalUri, RawPathParams},
    http::{Response, StatusCode, request::Parts},
};
use chrono::{Days, NaiveDateTime, NaiveTime};
use domain::{Lang, Opening, Standard};
use leptos::prelude::*;
use std::sync::Arc;

/// What a route may know of a request.
pub struct RequestContext {
    pub portal: Arc<AppState>,
    pub lang: Lang,
    /// The path without the language.
    pub path: String,
    /// The wall-clock time in Denmark.
    pub now: NaiveDateTime,
    wanted: Encoding,
    /// The path with the language, under which a reading page is kept.
    address: String,
}

impl FromRequestParts<Arc<AppState>> for RequestContext {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let OriginalUri(uri) = match OriginalUri::from_request_parts(parts, portal).await {
            Ok(uri) => uri,
            Err(never) => match never {},
        };
        let (lang, path) = language_of(uri.path());
        Ok(Self {
            portal: Arc::clone(portal),
            lang,
            path: path.to_owned(),
            now: portal.clock.local(),
            wanted: Encoding::accepted(&parts.headers),
            address: uri.path().to_owned(),
        })
    }
}

/// Splits `/en/skanderborg` into its language and `/skanderborg`.
fn language_of(path: &str) -> (Lang, &str) {
    match path.strip_prefix("/en") {
        Some("" | "/") => (Lang::En, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::En, rest),
        _ => (Lang::Da, path),
    }
}

impl RequestContext {
    /// The frame of a page. `title` names the page; the site's name is added.
    #[must_use]
    pub fn meta(&self, title: &str, standard: Option<&Arc<Standard>>) -> PageMeta {
        PageMeta {
            lang: self.lang,
            path: self.path.clone(),
            title: format!("{title} – {}", common::SITE),
            standard: standard.cloned(),
            validity: standard.map(|standard| standard.validity(self.now.date())),
            files: Arc::clone(&self.portal.site.names),
            switch: LanguageSwitch::Link,
            island: false,
            demo: self.portal.demo,
            desk: self.path.starts_with("/desk") || self.path.ends_with("/skriv"),
        }
    }

    /// Answers with a reading page, and keeps it for those who come after.
    pub fn cached_page<V: IntoView>(
        &self,
        meta: PageMeta,
        view: impl FnOnce(PageMeta) -> V,
    ) -> Response<Body> {
        if self.address.contains('%') {
            // One page has endless addresses once letters may be written as %xx: only the plain one is kept.
            return self.page(StatusCode::OK, meta, view);
        }
        let until = self.next_change(meta.standard.as_deref());
        let island = meta.island;
        let html = render::html(|| view(meta));
        let page = self.portal.keep(self.address.clone(), CompressedBody::keep(html), island, until);
        page.respond(self.wanted)
    }

    /// Answers with a page made for this one visit.
    pub fn page<V: IntoView>(
        &self,
        status: StatusCode,
        meta: PageMeta,
        view: impl FnOnce(PageMeta) -> V,
    ) -> Response<Body> {
        let island = meta.island;
        let html = render::html(|| view(meta));
        let mut response = CompressedBody::once(html, self.wanted).respond(self.wanted, HTML);
        *response.status_mut() = status;
        if island {
            headers::permit_island(response.headers_mut());
        }
        response
    }

    /// Answers with a page that says what went wrong.
    pub fn problem(
        &self,
        status: StatusCode,
        kind: ErrorKind,
        standard: Option<&Arc<Standard>>,
    ) -> Response<Body> {
        let meta = self.meta(kind.title().get(self.lang), standard);
        // The same address need not be a page in the other language either: the switch goes home.
        let meta = PageMeta { path: "/".to_owned(), ..meta };
        let standards = self.portal.standards.clone();
        self.page(status, meta, move |meta| {
            view! { <ErrorPage meta=meta kind=kind standards=standards/> }
        })
    }

    /// The local moment at which a page about `standard` may say something else: midnight, or the
    /// next opening or closing of one of its units.
    fn next_change(&self, standard: Option<&Standard>) -> NaiveDateTime {
        let midnight = (self.now.date() + Days::new(1)).and_time(NaiveTime::MIN);
        let weeks = standard.into_iter().flat_map(|standard| &standard.units).flat_map(|unit| {
            [unit.opening_hours.value(), unit.phone_hours.value(), unit.drop_in_hours.value()]
        });
        weeks
            .flatten()
            .filter_map(|week| match week.at(self.now) {
                Opening::OpenUntil(change) | Opening::OpensAt(change) => Some(change),
                Opening::Never => None,
            })
            .fold(midnight, NaiveDateTime::min)
    }
}

/// A visit to a page of a municipality; for an unknown one, the page that says so.
pub struct MunicipalityContext {
    pub context: RequestContext,
    pub standard: Arc<Standard>,
    /// The last part of the path, where the route has one more.
    pub slug: Option<String>,
}

impl FromRequestParts<Arc<AppState>> for MunicipalityContext {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let context = RequestContext::from_request_parts(parts, portal).await?;
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, portal).await;
        let param = |name: &str| {
            let params = params.as_ref().ok()?;
            params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        match param("kommune").and_then(|code| portal.standard(&code)) {
            Some(standard) => Ok(Self { context, standard, slug: param("slug") }),
            None => Err(context.problem(StatusCode::NOT_FOUND, ErrorKind::UnknownMunicipality, None)),
        }
    }
}
