//! One visit to a page: its language, its path and the moment; and the ways to answer it.

use crate::{
    http::{
        encoded::{Encoded, Encoding, HTML},
        headers,
    },
    portal::Portal,
    render,
};
use app::{
    layout::{Frame, LanguageSwitch},
    pages::problem::{Problem, ProblemPage},
    text::common,
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
pub struct Visit {
    pub portal: Arc<Portal>,
    pub lang: Lang,
    /// The path without the language.
    pub path: String,
    /// The wall-clock time in Denmark.
    pub now: NaiveDateTime,
    wanted: Encoding,
    /// The path with the language, under which a reading page is kept.
    address: String,
}

impl FromRequestParts<Arc<Portal>> for Visit {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Self::Rejection> {
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

impl Visit {
    /// The frame of a page. `title` names the page; the site's name is added.
    #[must_use]
    pub fn frame(&self, title: &str, standard: Option<&Arc<Standard>>) -> Frame {
        Frame {
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
    pub fn reading<V: IntoView>(&self, frame: Frame, view: impl FnOnce(Frame) -> V) -> Response<Body> {
        if self.address.contains('%') {
            // One page has endless addresses once letters may be written as %xx: only the plain one is kept.
            return self.fresh(StatusCode::OK, frame, view);
        }
        let until = self.next_change(frame.standard.as_deref());
        let island = frame.island;
        let html = render::html(|| view(frame));
        let page = self.portal.keep(self.address.clone(), Encoded::keep(html), island, until);
        page.respond(self.wanted)
    }

    /// Answers with a page made for this one visit.
    pub fn fresh<V: IntoView>(
        &self,
        status: StatusCode,
        frame: Frame,
        view: impl FnOnce(Frame) -> V,
    ) -> Response<Body> {
        let island = frame.island;
        let html = render::html(|| view(frame));
        let mut response = Encoded::once(html, self.wanted).respond(self.wanted, HTML);
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
        problem: Problem,
        standard: Option<&Arc<Standard>>,
    ) -> Response<Body> {
        let frame = self.frame(problem.title().get(self.lang), standard);
        // The same address need not be a page in the other language either: the switch goes home.
        let frame = Frame { path: "/".to_owned(), ..frame };
        let standards = self.portal.standards.clone();
        self.fresh(status, frame, move |frame| {
            view! { <ProblemPage frame=frame problem=problem standards=standards/> }
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
pub struct InMunicipality {
    pub visit: Visit,
    pub standard: Arc<Standard>,
    /// The last part of the path, where the route has one more.
    pub slug: Option<String>,
}

impl FromRequestParts<Arc<Portal>> for InMunicipality {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, portal).await?;
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, portal).await;
        let param = |name: &str| {
            let params = params.as_ref().ok()?;
            params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
        };
        match param("kommune").and_then(|code| portal.standard(&code)) {
            Some(standard) => Ok(Self { visit, standard, slug: param("slug") }),
            None => Err(visit.problem(StatusCode::NOT_FOUND, Problem::UnknownMunicipality, None)),
        }
    }
}
