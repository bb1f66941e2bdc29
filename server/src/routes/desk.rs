//! The desk: signed in, within one's own municipality, and only what one's role allows.

mod agenda;
mod book;
mod calls;
mod hours;
mod settings;
mod sign_in;
mod staff;
mod talk;

use crate::{
    portal::Portal,
    services::{desk::Desks, sign_in::Token},
    store::{StaffMember, StoreError},
    visit::Visit,
};
use app::{
    layout::{FieldError, Frame},
    pages::{
        desk::{AtDesk, Notices, forbidden_page, title},
        problem::Problem,
    },
    text::{Phrase, desk as text},
};
use axum::{
    Router,
    body::Body,
    extract::{FromRequestParts, MatchedPath, RawPathParams},
    http::{HeaderMap, HeaderValue, Response, StatusCode, header, request::Parts},
    routing::{get, post},
};
use domain::{Lang, Role, Standard};
use std::sync::Arc;

const TALKING: &[Role] = &[Role::Counsellor, Role::Lead];
const ARRANGING: &[Role] = &[Role::Lead, Role::Admin];
const ANYBODY: &[Role] = Role::ALL;

/// Who may do what: the method, the route and the roles. What does not stand here is refused.
const MAY: &[(&str, &str, &[Role])] = &[
    ("GET", "/desk", ANYBODY),
    ("GET", "/desk/dag/{day}", TALKING),
    ("POST", "/desk/dag/{day}", TALKING),
    ("GET", "/desk/opkald", TALKING),
    ("POST", "/desk/opkald", TALKING),
    ("GET", "/desk/aftal", TALKING),
    ("POST", "/desk/aftal", TALKING),
    ("GET", "/desk/samtale/{id}", TALKING),
    ("POST", "/desk/samtale/{id}", TALKING),
    ("GET", "/desk/tider", TALKING),
    ("POST", "/desk/tider", TALKING),
    ("GET", "/desk/tider/{id}", &[Role::Lead]),
    ("POST", "/desk/tider/{id}", &[Role::Lead]),
    ("GET", "/desk/indstillinger", ARRANGING),
    ("POST", "/desk/indstillinger", ARRANGING),
    ("GET", "/desk/ansatte", ARRANGING),
    ("GET", "/desk/log", ARRANGING),
    ("POST", "/desk/log-ud", ANYBODY),
];

/// The routes of the desk in one language.
pub fn router(language: &str) -> Router<Arc<Portal>> {
    let at = |path: &str| format!("{language}{path}");
    Router::new()
        .route(&at("/desk"), get(agenda::today))
        .route(&at("/desk/dag/{day}"), get(agenda::day).post(agenda::act))
        .route(&at("/desk/opkald"), get(calls::queue).post(calls::act))
        .route(&at("/desk/aftal"), get(book::start).post(book::step))
        .route(&at("/desk/samtale/{id}"), get(talk::read).post(talk::write))
        .route(&at("/desk/tider"), get(hours::own).post(hours::set_own))
        .route(&at("/desk/tider/{id}"), get(hours::of).post(hours::set_of))
        .route(&at("/desk/indstillinger"), get(settings::page).post(settings::set))
        .route(&at("/desk/ansatte"), get(staff::members))
        .route(&at("/desk/log"), get(staff::acts))
        .route(&at("/desk/log-ud"), post(sign_in::out))
        .route(&at("/desk/log-ind"), get(sign_in::start).post(sign_in::sign_in))
        .route(&at("/desk/velkommen"), get(sign_in::welcome).post(sign_in::choose))
}

/// The cookie of a session: of this host alone, over TLS alone, for no script, and gone with the browser.
const COOKIE: &str = "__Host-desk";

pub(super) fn token(headers: &HeaderMap) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies =
        lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(name, _)| *name == COOKIE).and_then(|(_, value)| Token::read(value))
}

fn cookie(token: &Token) -> HeaderValue {
    let text = format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Strict", token.written());
    HeaderValue::from_str(&text).expect("a token is written in letters that a header can have")
}

const NO_COOKIE: HeaderValue =
    HeaderValue::from_static("__Host-desk=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");

/// To another page, after a form.
fn see_other(visit: &Visit, path: &str) -> Response<Body> {
    let path = if visit.lang == Lang::Da { path.to_owned() } else { format!("/en{path}") };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let location = HeaderValue::from_str(&path).expect("our own addresses can stand in a header");
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// Back to a page after something was done there, which it then says: a page loaded again does nothing again.
fn done_at(visit: &Visit, path: &str, done: Done) -> Response<Body> {
    see_other(visit, &format!("{path}?gjort={}", done.code()))
}

domain::codes! {
    /// What has just been done, as the address says it.
    Done {
        Saved = "SAVED",
        Extended = "EXTENDED",
        Confirmed = "CONFIRMED",
        CalledOff = "CALLED_OFF",
        /// Saved, and that day has appointments.
        Closed = "CLOSED",
        Call = "CALL",
    }
}

impl Done {
    const fn text(self) -> Phrase {
        match self {
            Self::Saved => text::SAVED,
            Self::Extended => text::EXTENDED,
            Self::Confirmed => text::CONFIRMED,
            Self::CalledOff => text::CALLED_OFF,
            Self::Closed => text::CLOSED_WITH,
            Self::Call => text::CALL_NOTED,
        }
    }
}

/// Somebody who is signed in, on a page that their role may use.
pub struct Signed {
    pub visit: Visit,
    pub who: StaffMember,
    pub standard: Arc<Standard>,
    /// The last part of the route, where it has one.
    pub last: String,
    /// What has just been done here.
    done: Option<Done>,
}

impl FromRequestParts<Arc<Portal>> for Signed {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<Portal>) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, portal).await?;
        let who = match token(&parts.headers) {
            None => None,
            Some(token) => match portal.services.sign_in.who(&token).await {
                Ok(who) => who,
                Err(error) => return Err(unavailable(&visit, &error)),
            },
        };
        let Some(who) = who else { return Err(see_other(&visit, "/desk/log-ind")) };
        let Some(standard) = portal.standard(&who.municipality) else {
            return Err(visit.problem(StatusCode::NOT_FOUND, Problem::UnknownMunicipality, None));
        };
        let done = parts.uri.query().and_then(|query| query.strip_prefix("gjort=")).and_then(Done::from_code);
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, portal).await;
        let last = params.ok().and_then(|params| params.iter().next().map(|(_, last)| last.to_owned()));
        let signed = Self { visit, who, standard, last: last.unwrap_or_default(), done };
        let route = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned());
        if signed.may(parts.method.as_str(), route.as_deref().unwrap_or_default()) {
            return Ok(signed);
        }
        let frame = signed.visit.frame(text::FORBIDDEN.get(signed.visit.lang), Some(&signed.standard));
        Err(signed.visit.fresh(StatusCode::FORBIDDEN, frame, |frame| forbidden_page(frame, &signed.at())))
    }
}

impl Signed {
    fn may(&self, method: &str, route: &str) -> bool {
        let route = route.strip_prefix("/en").unwrap_or(route);
        let method = if method == "HEAD" { "GET" } else { method };
        MAY.iter().any(|(allowed, path, roles)| {
            *allowed == method && *path == route && roles.contains(&self.who.role)
        })
    }

    fn at(&self) -> AtDesk<'_> {
        AtDesk { name: &self.who.name, role: self.who.role }
    }

    /// What the page says first: what has just been done.
    fn notices(&self) -> Notices {
        Notices { problems: Vec::new(), done: self.done.map(Done::text) }
    }

    fn desks(&self) -> &Desks {
        &self.visit.portal.services.desks
    }

    fn frame(&self, name: Phrase, notices: &Notices) -> Frame {
        // How the standard stands is told to citizens.
        Frame {
            validity: None,
            ..self.visit.frame(&title(name, notices, self.visit.lang), Some(&self.standard))
        }
    }

    /// A page of the desk; 422 where something is wrong on it.
    fn page<V: leptos::IntoView>(
        &self,
        name: Phrase,
        notices: Notices,
        view: impl FnOnce(Frame, Notices) -> V,
    ) -> Response<Body> {
        let frame = self.frame(name, &notices);
        let status =
            if notices.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        self.visit.fresh(status, frame, |frame| view(frame, notices))
    }

    fn told(&self, answer: Result<Response<Body>, StoreError>) -> Response<Body> {
        answer.unwrap_or_else(|error| unavailable(&self.visit, &error))
    }
}

fn unavailable(visit: &Visit, error: &StoreError) -> Response<Body> {
    tracing::error!(target: "portal", %error, "the desk could not be read or written");
    visit.problem(StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable, None)
}

fn wrong(field: &str, sentence: String) -> Notices {
    Notices { problems: vec![FieldError::new(field, sentence)], done: None }
}
