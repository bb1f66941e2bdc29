//! What somebody sends whose session has ended: it is kept through signing in, and sent by one press.

use super::model::Token;
use crate::{
    tasks::desk::staff_session::StaffSession,
    web::{AppError, AppState, FormBody, PageResult, RequestContext, session_cookie},
};
use app::tasks::desk::{
    sign_in::views::{Kept, SignInNote, kept_page, sign_in_page},
    text,
    views::Notices,
};
use axum::{
    extract::{FromRequest, Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Around the forms of the desk: without a session, the page to sign in comes with what was sent.
pub async fn keep(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let token = session_cookie::read(request.headers());
    match is_signed_in(&state, token).await {
        Ok(true) => next.run(request).await,
        Ok(false) => ask_to_sign_in(&state, request).await.unwrap_or_else(IntoResponse::into_response),
        Err(error) => error.into_response(),
    }
}

async fn is_signed_in(state: &AppState, token: Option<Token>) -> Result<bool, AppError> {
    let Some(token) = token else { return Ok(false) };
    Ok(state.services.sign_in.find_who(&token, false).await?.is_some())
}

async fn ask_to_sign_in(state: &Arc<AppState>, request: Request) -> PageResult {
    let (parts, body) = request.into_parts();
    let context = RequestContext::of(&parts, state);
    let fields = FormBody::from_request(Request::from_parts(parts, body), state).await?;
    // As JSON: what is encoded twice could be more than a form may hold.
    let fields = serde_json::to_string(&fields.0).unwrap_or_default();
    let kept = Kept { to: context.path.clone(), fields };
    let origin = state.services.passkeys.origin();
    let meta = context.meta(text::SIGN_IN.get(context.lang), None);
    Ok(context.page(StatusCode::UNAUTHORIZED, meta, |meta| {
        sign_in_page(meta, "", &kept, None, Some(SignInNote::Kept), origin.as_deref())
    }))
}

/// Shows what was kept to who has just signed in.
pub async fn show(context: RequestContext, token: &Token, kept: &Kept) -> PageResult {
    let session = StaffSession::of_token(context, token).await?;
    let context = &session.context;
    let fields: Vec<(String, String)> = serde_json::from_str(&kept.fields).unwrap_or_default();
    let meta = session.meta(text::KEPT_TITLE.get(context.lang), &Notices::default());
    let mut response =
        context.page(StatusCode::OK, meta, |meta| kept_page(meta, &session.at(), &kept.to, fields));
    session_cookie::set(&mut response, token);
    Ok(response)
}
