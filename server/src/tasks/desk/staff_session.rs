//! The desk: signed in, within one's own municipality, and only what one's role allows.

use super::{sign_in::service::Token, staff::StaffMember};
use crate::{
    router::permits,
    tasks::desk::audit::{AuditAction, AuditEntry},
    web::{AppError, AppState, PageResult, RequestContext, session_cookie},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        text,
        views::{AtDesk, Notices, forbidden_page, title},
    },
    ui::{document::PageMeta, error_page::ErrorKind, error_summary::FieldError},
};
use axum::{
    extract::{FromRequestParts, MatchedPath, RawPathParams},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use domain::Standard;
use std::sync::Arc;

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
        /// A conversation that is a colleague's, or gone.
        NotYours = "NOT_YOURS",
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
            Self::NotYours => text::NOT_YOURS,
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
    flash: Option<Flash>,
}

impl FromRequestParts<Arc<AppState>> for StaffSession {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        Self::find(parts, state, true).await
    }
}

/// The session of a page that asks by itself: it is not kept alive by that alone.
pub struct WaitingSession {
    pub session: StaffSession,
    token: Token,
}

impl WaitingSession {
    /// Keeps the session alive: while a talk goes on, who listens is at work.
    pub async fn keep_alive(&self) -> Result<(), AppError> {
        self.session.context.state.services.sign_in.find_who(&self.token, true).await?;
        Ok(())
    }
}

impl FromRequestParts<Arc<AppState>> for WaitingSession {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let session = StaffSession::find(parts, state, false).await?;
        let token = session_cookie::read(&parts.headers);
        let token = token.ok_or_else(|| session.context.see_other("/desk/log-ind"))?;
        Ok(Self { session, token })
    }
}

impl StaffSession {
    async fn find(parts: &mut Parts, state: &Arc<AppState>, touches: bool) -> Result<Self, Response> {
        let context = RequestContext::of(parts, state);
        let who = match session_cookie::read(&parts.headers) {
            None => None,
            Some(token) => {
                let found = state.services.sign_in.find_who(&token, touches).await;
                found.map_err(|error| AppError::from(error).into_response())?
            }
        };
        let Some(who) = who else { return Err(context.see_other("/desk/log-ind")) };
        let Some(standard) = state.standard(&who.municipality) else {
            return Err(AppError::new(ErrorKind::UnknownMunicipality).into_response());
        };
        let flash =
            parts.uri.query().and_then(|query| query.strip_prefix("gjort=")).and_then(Flash::from_code);
        let params: Result<RawPathParams, _> = RawPathParams::from_request_parts(parts, state).await;
        let last = params.ok().and_then(|params| params.iter().next().map(|(_, last)| last.to_owned()));
        let session = Self { context, who, standard, last: last.unwrap_or_default(), flash };
        let route = parts.extensions.get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
        if permits(session.who.role, parts.method.as_str(), route) {
            Ok(session)
        } else {
            Err(session.show_forbidden())
        }
    }
}

impl StaffSession {
    fn show_forbidden(&self) -> Response {
        let meta = self.context.meta(text::FORBIDDEN.get(self.context.lang), Some(&self.standard));
        self.context.page(StatusCode::FORBIDDEN, meta, |meta| forbidden_page(meta, &self.at()))
    }

    pub fn at(&self) -> AtDesk<'_> {
        AtDesk { name: &self.who.name, role: self.who.role }
    }

    /// What the page says first: what has just been done.
    pub fn notices(&self) -> Notices {
        Notices { problems: Vec::new(), done: self.flash.map(Flash::text) }
    }

    /// What somebody does, to be noted with it.
    pub fn audit(&self, what: AuditAction, subject: &str) -> AuditEntry {
        AuditEntry::new(&self.who, what, subject, self.context.state.clock)
    }

    pub fn meta(&self, name: Phrase, notices: &Notices) -> PageMeta {
        // How the standard stands is told to citizens.
        PageMeta {
            validity: None,
            ..self.context.meta(&title(name, notices, self.context.lang), Some(&self.standard))
        }
    }

    /// A page of the desk; 422 where something is wrong on it.
    pub fn page<V: leptos::IntoView>(
        &self,
        name: Phrase,
        notices: Notices,
        view: impl FnOnce(PageMeta, Notices) -> V,
    ) -> PageResult {
        let meta = self.meta(name, &notices);
        let status =
            if notices.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok(self.context.page(status, meta, |meta| view(meta, notices)))
    }

    /// Back to a page after something was done there, which it then says: a page loaded again does nothing again.
    pub fn redirect_with(&self, path: &str, flash: Flash) -> PageResult {
        Ok(self.context.see_other(&format!("{path}?gjort={}", flash.code())))
    }

    /// To another page of the desk.
    pub fn redirect(&self, path: &str) -> PageResult {
        Ok(self.context.see_other(path))
    }
}

/// What went wrong at one field.
pub fn notice(field: &str, sentence: impl Into<String>) -> Notices {
    Notices { problems: vec![FieldError::new(field, sentence)], done: None }
}
