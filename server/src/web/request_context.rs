//! What a handler may know of a request, and the ways to answer it.

use super::{
    app_error::AppError,
    app_state::AppState,
    compression::{CompressedBody, Encoding, HTML},
    headers::Script,
    page_cache::CachedPage,
    render,
};
use crate::router::script_of;
use app::ui::{
    acts::Acts,
    document::{LanguageSwitch, PageMeta, PageScript},
    error_page::{ErrorKind, ErrorPage},
    text as common,
};
use axum::{
    body::Body,
    extract::{FromRequestParts, MatchedPath, RawPathParams},
    http::{HeaderValue, Response, StatusCode, Uri, header, request::Parts},
};
use chrono::{Days, NaiveDateTime, NaiveTime};
use domain::{CentreTime, Lang, Opening, Standard};
use leptos::prelude::*;
use std::{convert::Infallible, sync::Arc};

/// What a handler may know of a request: its language, its path and the moment.
pub struct RequestContext {
    pub state: Arc<AppState>,
    pub lang: Lang,
    /// The path without the language.
    pub path: String,
    /// The wall-clock time in Denmark.
    pub now: NaiveDateTime,
    wanted: Encoding,
    /// The path with the language, under which a reading page is kept.
    address: String,
    /// That of the kept pages when the request came.
    generation: u64,
    /// What the pages of the route load where there is script.
    script: Option<PageScript>,
}

impl FromRequestParts<Arc<AppState>> for RequestContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        Ok(Self::of(parts, state))
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
    /// Of a request that has matched a route.
    #[must_use]
    pub fn of(parts: &Parts, state: &Arc<AppState>) -> Self {
        let matched = parts.extensions.get::<MatchedPath>();
        Self::new(state, &parts.uri, Encoding::accepted(&parts.headers), matched)
    }

    /// Of what a page asks for by itself: its path, without the language.
    #[must_use]
    pub fn of_page(state: &Arc<AppState>, lang: Lang, path: &str) -> Self {
        Self {
            state: Arc::clone(state),
            lang,
            path: path.to_owned(),
            now: state.clock.local(),
            wanted: Encoding::accepted(&axum::http::HeaderMap::new()),
            address: path.to_owned(),
            generation: state.pages.generation(),
            script: None,
        }
    }

    #[must_use]
    pub fn new(state: &Arc<AppState>, uri: &Uri, wanted: Encoding, matched: Option<&MatchedPath>) -> Self {
        let (lang, path) = language_of(uri.path());
        Self {
            state: Arc::clone(state),
            lang,
            path: path.to_owned(),
            now: state.clock.local(),
            wanted,
            address: uri.path().to_owned(),
            generation: state.pages.generation(),
            script: matched.and_then(|matched| script_of(matched.as_str())),
        }
    }

    /// What the document needs to know of a page. `title` names the page; the site's name is added.
    #[must_use]
    pub fn meta(&self, title: &str, standard: Option<&Arc<Standard>>) -> PageMeta {
        PageMeta {
            lang: self.lang,
            path: self.path.clone(),
            title: format!("{title} – {}", common::SITE),
            standard: standard.cloned(),
            validity: standard.map(|standard| standard.validity(self.now.date())),
            files: Arc::clone(&self.state.site.names),
            switch: LanguageSwitch::Link,
            mark: None,
            at: self.centre_time(standard),
            acts: standard.map(|standard| self.acts(standard)).unwrap_or_default(),
            island: None,
            script: self.script,
            demo: self.state.demo,
            to_look_up: standard
                .and_then(|standard| self.state.catalogue.get().previewed.get(&standard.code).copied()),
            desk: self.path.starts_with("/desk"),
            plan: self.path.starts_with("/min-plan"),
        }
    }

    /// What the clock shows, and the days on which the centre of a municipality is closed.
    #[must_use]
    pub fn centre_time(&self, standard: Option<&Arc<Standard>>) -> CentreTime {
        let days = standard.map(|standard| self.state.levels.get(&standard.code).days);
        CentreTime { now: self.now, days: days.unwrap_or_default() }
    }

    /// What one can do now in a municipality.
    #[must_use]
    pub fn acts(&self, standard: &Standard) -> Acts {
        let path = format!("/{}", standard.code);
        let base = if self.lang == Lang::Da { path } else { format!("/en{path}") };
        self.state.levels.get(&standard.code).describe(base, standard.main_unit(), self.now, self.lang)
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
        let _making = self.state.pages.start_making();
        if let Some(page) = self.state.pages.get(&self.address, self.now) {
            return page.respond(self.wanted);
        }
        let until = self.next_change(&meta.at, meta.standard.as_deref());
        let script = Script::of(&meta);
        let html = render::html(|| view(meta));
        let page = CachedPage::new(CompressedBody::keep(html), script, until);
        self.state.pages.insert(self.address.clone(), page, self.generation).respond(self.wanted)
    }

    /// Answers with a page made for this one request.
    pub fn page<V: IntoView>(
        &self,
        status: StatusCode,
        meta: PageMeta,
        view: impl FnOnce(PageMeta) -> V,
    ) -> Response<Body> {
        let script = Script::of(&meta);
        let html = render::html(|| view(meta));
        let mut response = CompressedBody::once(html, self.wanted).respond(self.wanted, HTML);
        *response.status_mut() = status;
        script.permit(response.headers_mut());
        response
    }

    /// Answers with a page that says what went wrong.
    #[must_use]
    pub fn error_page(&self, kind: ErrorKind, status: StatusCode) -> Response<Body> {
        let standard = self.state.standard(self.path.split('/').nth(1).unwrap_or_default());
        let meta = self.meta(kind.title().get(self.lang), standard.as_ref());
        // The same address need not be a page in the other language either: the switch goes home.
        let meta = PageMeta { path: "/".to_owned(), ..meta };
        let standards = self.state.standards();
        self.page(status, meta, move |meta| {
            view! { <ErrorPage meta=meta kind=kind standards=standards/> }
        })
    }

    /// Answers by leading to another page of the portal, in the same language.
    ///
    /// # Panics
    /// Never: our own addresses can stand in a header.
    #[must_use]
    pub fn see_other(&self, path: &str) -> Response<Body> {
        let path = if self.lang == Lang::Da { path.to_owned() } else { format!("/en{path}") };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::SEE_OTHER;
        let location = HeaderValue::from_str(&path).expect("our own addresses can stand in a header");
        response.headers_mut().insert(header::LOCATION, location);
        response
    }

    /// The local moment at which a page about `standard` may say something else: midnight, the next opening or closing
    /// of one of its units, or when the next free time cannot be booked any more.
    fn next_change(&self, at: &CentreTime, standard: Option<&Standard>) -> NaiveDateTime {
        let midnight = (self.now.date() + Days::new(1)).and_time(NaiveTime::MIN);
        let weeks = standard.into_iter().flat_map(|standard| &standard.units).flat_map(|unit| {
            [unit.opening_hours.value(), unit.phone_hours.value(), unit.drop_in_hours.value()]
        });
        weeks
            .flatten()
            .filter_map(|week| match week.at(at.now, &at.days) {
                Opening::OpenUntil(change) | Opening::OpensAt(change) => Some(change),
                Opening::Never => None,
            })
            .chain(self.state.levels.earliest_end(standard.map(|standard| standard.code.as_str())))
            .filter(|change| *change > self.now)
            .fold(midnight, NaiveDateTime::min)
    }
}

/// A request to a page of a municipality; for an unknown one, the page that says so.
pub struct MunicipalityContext {
    pub context: RequestContext,
    pub standard: Arc<Standard>,
    /// The last part of the path, where the route has one more.
    pub slug: Option<String>,
}

impl FromRequestParts<Arc<AppState>> for MunicipalityContext {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, state).await;
        let param = |name: &str| {
            let params = params.as_ref().ok()?;
            params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        // The generation of the kept pages first: a page of a standard that is read anew meanwhile is not kept.
        let context = RequestContext::of(parts, state);
        let standard = param("kommune").and_then(|code| state.standard(&code));
        let standard = standard.ok_or(AppError::new(ErrorKind::UnknownMunicipality))?;
        Ok(Self { context, standard, slug: param("slug") })
    }
}
