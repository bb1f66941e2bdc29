//! The desk: signed in, within one's own municipality, and only what one's role allows.

use crate::{
    store::{DbError, StaffMember},
    tasks::desk::{
        agenda::handlers as agenda,
        booking::handlers as book,
        calls::handlers as calls,
        conversation::handlers as talk,
        hours::handlers as hours,
        service::Desks,
        settings::handlers as settings,
        sign_in::{handlers as sign_in, service::Token},
        staff::handlers as staff,
    },
    web::{app_state::AppState, request_context::RequestContext},
};
use app::ui::error_summary::FieldError;
use app::{
    phrase::Phrase,
    tasks::desk::{
        text,
        views::{AtDesk, Notices, forbidden_page, title},
    },
    ui::{document::PageMeta, error_page::ErrorKind},
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
const PERMISSIONS: &[(&str, &str, &[Role])] = &[
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
pub fn router(language: &str) -> Router<Arc<AppState>> {
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

pub(crate) fn token(headers: &HeaderMap) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies =
        lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(name, _)| *name == COOKIE).and_then(|(_, value)| Token::read(value))
}

pub(crate) fn cookie(token: &Token) -> HeaderValue {
    let text = format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Strict", token.written());
    HeaderValue::from_str(&text).expect("a token is written in letters that a header can have")
}

pub(crate) const NO_COOKIE: HeaderValue =
    HeaderValue::from_static("__Host-desk=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");

/// To another page, after a form.
pub(crate) fn see_other(context: &RequestContext, path: &str) -> Response<Body> {
    let path = if context.lang == Lang::Da { path.to_owned() } else { format!("/en{path}") };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let location = HeaderValue::from_str(&path).expect("our own addresses can stand in a header");
    response.headers_mut().insert(header::LOCATION, location);
    response
}

/// Back to a page after something was done there, which it then says: a page loaded again does nothing again.
pub(crate) fn done_at(context: &RequestContext, path: &str, done: Flash) -> Response<Body> {
    see_other(context, &format!("{path}?gjort={}", done.code()))
}

domain::codes! {
    /// What has just been done, as the address says it.
    Flash {
        Saved = "SAVED",
        Extended = "EXTENDED",
        Confirmed = "CONFIRMED",
        CalledOff = "CALLED_OFF",
        /// Saved, and that day has appointments.
        Closed = "CLOSED",
        Call = "CALL",
    }
}

impl Flash {
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
pub struct StaffSession {
    pub context: RequestContext,
    pub who: StaffMember,
    pub standard: Arc<Standard>,
    /// The last part of the route, where it has one.
    pub last: String,
    /// What has just been done here.
    done: Option<Flash>,
}

impl FromRequestParts<Arc<AppState>> for StaffSession {
    type Rejection = Response<Body>;

    async fn from_request_parts(parts: &mut Parts, portal: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let context = RequestContext::from_request_parts(parts, portal).await?;
        let who = match token(&parts.headers) {
            None => None,
            Some(token) => match portal.services.sign_in.who(&token).await {
                Ok(who) => who,
                Err(error) => return Err(unavailable(&context, &error)),
            },
        };
        let Some(who) = who else { return Err(see_other(&context, "/desk/log-ind")) };
        let Some(standard) = portal.standard(&who.municipality) else {
            return Err(context.problem(StatusCode::NOT_FOUND, ErrorKind::UnknownMunicipality, None));
        };
        let done =
            parts.uri.query().and_then(|query| query.strip_prefix("gjort=")).and_then(Flash::from_code);
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, portal).await;
        let last = params.ok().and_then(|params| params.iter().next().map(|(_, last)| last.to_owned()));
        let signed = Self { context, who, standard, last: last.unwrap_or_default(), done };
        let route = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned());
        if signed.may(parts.method.as_str(), route.as_deref().unwrap_or_default()) {
            return Ok(signed);
        }
        let meta = signed.context.meta(text::FORBIDDEN.get(signed.context.lang), Some(&signed.standard));
        Err(signed.context.page(StatusCode::FORBIDDEN, meta, |meta| forbidden_page(meta, &signed.at())))
    }
}

impl StaffSession {
    pub(crate) fn may(&self, method: &str, route: &str) -> bool {
        let route = route.strip_prefix("/en").unwrap_or(route);
        let method = if method == "HEAD" { "GET" } else { method };
        PERMISSIONS.iter().any(|(allowed, path, roles)| {
            *allowed == method && *path == route && roles.contains(&self.who.role)
        })
    }

    pub(crate) fn at(&self) -> AtDesk<'_> {
        AtDesk { name: &self.who.name, role: self.who.role }
    }

    /// What the page says first: what has just been done.
    pub(crate) fn notices(&self) -> Notices {
        Notices { problems: Vec::new(), done: self.done.map(Flash::text) }
    }

    pub(crate) fn desks(&self) -> &Desks {
        &self.context.portal.services.desks
    }

    pub(crate) fn meta(&self, name: Phrase, notices: &Notices) -> PageMeta {
        // How the standard stands is told to citizens.
        PageMeta {
            validity: None,
            ..self.context.meta(&title(name, notices, self.context.lang), Some(&self.standard))
        }
    }

    /// A page of the desk; 422 where something is wrong on it.
    pub(crate) fn page<V: leptos::IntoView>(
        &self,
        name: Phrase,
        notices: Notices,
        view: impl FnOnce(PageMeta, Notices) -> V,
    ) -> Response<Body> {
        let meta = self.meta(name, &notices);
        let status =
            if notices.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        self.context.page(status, meta, |meta| view(meta, notices))
    }

    pub(crate) fn told(&self, answer: Result<Response<Body>, DbError>) -> Response<Body> {
        answer.unwrap_or_else(|error| unavailable(&self.context, &error))
    }
}

pub(crate) fn unavailable(context: &RequestContext, error: &DbError) -> Response<Body> {
    tracing::error!(target: "portal", %error, "the desk could not be read or written");
    context.problem(StatusCode::SERVICE_UNAVAILABLE, ErrorKind::Unavailable, None)
}

pub(crate) fn wrong(field: &str, sentence: String) -> Notices {
    Notices { problems: vec![FieldError::new(field, sentence)], done: None }
}
