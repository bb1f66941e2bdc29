//! What somebody sends whose session has ended: it is kept through signing in, and sent by one press.

use crate::{
    crypto::session_token::SessionToken,
    db::{AppointmentId, StaffId},
    router::find_tab,
    tasks::desk::{agenda, staff_session::StaffSession},
    web::{AppError, AppState, FormBody, PageResult, RequestContext, form::read_body, session_cookie},
};
use app::tasks::desk::{
    sign_in::{
        kept::{Draft, kept_page},
        views::{Kept, SignInNote, sign_in_page},
    },
    text,
    views::Notices,
};
use app::ui::dates;
use axum::{
    body::Body,
    extract::{FromRequest, Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Instant;
use std::sync::Arc;

/// Around the forms of the desk: without a session, the page to sign in comes with what was sent.
pub async fn keep(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    // Whole, before the session is looked up: who is shut out while it is on its way has sent nothing.
    let (parts, body) = request.into_parts();
    let request = match read_body(body).await {
        Ok(body) => Request::from_parts(parts, Body::from(body)),
        Err(error) => return error.into_response(),
    };
    match find_state(&state, session_cookie::DESK.read(request.headers())).await {
        Ok(SessionState::Lasts) => next.run(request).await,
        Ok(SessionState::Over(owner)) => {
            ask_to_sign_in(&state, request, owner).await.unwrap_or_else(IntoResponse::into_response)
        }
        Err(error) => error.into_response(),
    }
}

enum SessionState {
    Lasts,
    /// Whose it was, where that is known.
    Over(Option<StaffId>),
}

async fn find_state(state: &AppState, token: Option<SessionToken>) -> Result<SessionState, AppError> {
    let Some(token) = token else { return Ok(SessionState::Over(None)) };
    let sign_in = &state.services.sign_in;
    if sign_in.find_who(&token, false).await?.is_some() {
        return Ok(SessionState::Lasts);
    }
    Ok(SessionState::Over(sign_in.find_owner(&token).await?))
}

async fn ask_to_sign_in(state: &Arc<AppState>, request: Request, owner: Option<StaffId>) -> PageResult {
    let (parts, body) = request.into_parts();
    let context = RequestContext::of(&parts, state);
    let fields = FormBody::from_request(Request::from_parts(parts, body), state).await?;
    // As JSON: what is encoded twice could be more than a form may hold.
    let fields = serde_json::to_string(&fields.0).unwrap_or_default();
    let owner = owner.map(|owner| owner.to_string()).unwrap_or_default();
    let kept = Kept { to: context.path.clone(), fields, owner };
    let origin = state.services.passkeys.origin();
    let meta = context.meta(text::SIGN_IN.get(context.lang), None);
    Ok(context.page(StatusCode::UNAUTHORIZED, meta, |meta| {
        sign_in_page(meta, "", &kept, None, Some(SignInNote::Kept), origin)
    }))
}

/// Shows what was kept to who has just signed in.
pub async fn show(context: RequestContext, token: &SessionToken, kept: &Kept) -> PageResult {
    let session = StaffSession::of_token(context, token).await?;
    let context = &session.context;
    let fields: Vec<(String, String)> = serde_json::from_str(&kept.fields).unwrap_or_default();
    let draft = Draft {
        to: &kept.to,
        room: find_tab(session.who.role, &kept.to),
        whom: find_whom(&session, &kept.to).await?,
        fields,
    };
    let meta = session.meta(text::KEPT_TITLE.get(context.lang), &Notices::default());
    let mut response = context.page(StatusCode::OK, meta, |meta| kept_page(meta, &session.at(), draft));
    session_cookie::DESK.set(&mut response, token);
    Ok(response)
}

/// Whom an address is about: the alias and time of an appointment.
async fn find_whom(session: &StaffSession, to: &str) -> Result<Option<String>, AppError> {
    let last = to.strip_prefix("/desk/aftale/").or_else(|| to.strip_prefix("/desk/samtale/"));
    let Some(id) = last.and_then(|last| last.parse::<AppointmentId>().ok()) else { return Ok(None) };
    let db = &session.context.state.services.db;
    let found = agenda::service::find(db, &session.who.municipality, &id).await?;
    Ok(found.and_then(|entry| {
        let begins = Instant::of_minute(entry.appointment.starts)?.local();
        let lang = session.context.lang;
        let (day, time) = (dates::date(begins.date(), lang), dates::time(begins.time(), lang));
        Some(format!("{}, {day}, {time}", entry.pseudonym))
    }))
}
