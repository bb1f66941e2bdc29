//! "Leave this site": away at once. Nothing is kept that would have to be cleared: pages are `no-store`, citizens have no
//! cookie, and no script stores anything.

use crate::{
    tasks::desk::sign_in::model::Token,
    web::{
        AppState,
        client_ip::ClientIp,
        form::{MARKS, read_body},
        session_cookie,
    },
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

/// What is shown until the neutral site is there.
const BLANK: &str = "<!DOCTYPE html><html lang=\"da\"><title>Henter…</title><h1>Henter…</h1>";
/// How long it is waited for that a page is closed: longer would be felt, and it is closed all the same.
const PATIENCE: Duration = Duration::from_millis(300);

/// The same from a page that a form has led to: that page, and those that its forms had led to before, do not come back by
/// a form that is sent again. It is no redirect: browsers hold those that follow a form to the addresses that the page's policy names, and who
/// leaves must not be stopped by where the neutral site leads on to.
pub async fn close(
    State(state): State<Arc<AppState>>,
    ClientIp(client): ClientIp,
    headers: HeaderMap,
    request: Request,
) -> Response {
    let body = read_body(request.into_body()).await.unwrap_or_default();
    let marks = form_urlencoded::parse(&body).filter(|(name, _)| MARKS.contains(&name.as_ref()));
    let marks: Vec<String> = marks.map(|(_, mark)| mark.into_owned()).take(MARKS.len()).collect();
    let is_noted = !marks.is_empty() && state.services.limiter.allow_exit(client.as_ref());
    let leaving = Arc::clone(&state);
    let token = session_cookie::read(&headers);
    let left = tokio::spawn(async move {
        end_session(&leaving, token.as_ref()).await;
        for mark in marks.iter().filter(|_| is_noted) {
            if let Err(error) = leaving.services.tokens.close(mark).await {
                tracing::error!(target: "portal", %error, "a page that was left could not be closed");
            }
        }
    });
    let _ = timeout(PATIENCE, left).await;
    let away = format!("0;url={}", state.exit.to_str().unwrap_or_default());
    let away = HeaderValue::from_str(&away).unwrap_or(HeaderValue::from_static("0;url=/ud"));
    let away = [(header::REFRESH, away), (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"))];
    let mut response = (away, Html(BLANK)).into_response();
    if session_cookie::read(&headers).is_some() {
        session_cookie::remove(&mut response);
    }
    response
}

async fn end_session(state: &AppState, token: Option<&Token>) {
    if let Some(token) = token
        && let Err(error) = state.services.sign_in.sign_out(token).await
    {
        // Away all the same; the session ends by itself.
        tracing::error!(target: "portal", %error, "a session could not be ended");
    }
}

/// Sends to the neutral site, and ends a session at the desk. A browser that is asked to clear what it keeps does so before
/// it goes, for seconds, and clears the cookies of neighbours under the same domain.
pub async fn leave(State(state): State<Arc<AppState>>, headers: HeaderMap) -> Response {
    let session = session_cookie::read(&headers);
    end_session(&state, session.as_ref()).await;
    let headers = [
        (header::LOCATION, state.exit.clone()),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    let mut response = (StatusCode::SEE_OTHER, headers).into_response();
    if session.is_some() {
        session_cookie::remove(&mut response);
    }
    response
}
