//! "Leave this site": away at once. Nothing is kept that would have to be cleared: pages are `no-store`, no script stores
//! anything, and the one cookie, of who is in a plan or at the desk, goes with its session.

use crate::{
    crypto::session_token::SessionToken,
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
    let sessions = Sessions::of(&headers);
    let left = tokio::spawn(async move {
        sessions.end(&leaving).await;
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
    Sessions::of(&headers).remove_cookies(&mut response);
    response
}

/// The sessions that a browser holds: at the desk, and in a plan.
struct Sessions {
    staff: Option<SessionToken>,
    citizen: Option<SessionToken>,
}

impl Sessions {
    fn of(headers: &HeaderMap) -> Self {
        Self { staff: session_cookie::DESK.read(headers), citizen: session_cookie::CITIZEN.read(headers) }
    }

    async fn end(&self, state: &AppState) {
        let services = &state.services;
        let staff = match &self.staff {
            Some(token) => services.sign_in.sign_out(token).await,
            None => Ok(()),
        };
        let citizen = match &self.citizen {
            Some(token) => services.citizen_sessions.sign_out(token).await,
            None => Ok(()),
        };
        if let Err(error) = staff.and(citizen) {
            // Away all the same; the session ends by itself.
            tracing::error!(target: "portal", %error, "a session could not be ended");
        }
    }

    fn remove_cookies<B>(&self, response: &mut axum::http::Response<B>) {
        if self.staff.is_some() {
            session_cookie::DESK.remove(response);
        }
        if self.citizen.is_some() {
            session_cookie::CITIZEN.remove(response);
        }
    }
}

/// Sends to the neutral site, and ends a session at the desk or in a plan. A browser that is asked to clear what it keeps does so before
/// it goes, for seconds, and clears the cookies of neighbours under the same domain.
pub async fn leave(State(state): State<Arc<AppState>>, headers: HeaderMap) -> Response {
    let sessions = Sessions::of(&headers);
    sessions.end(&state).await;
    let headers = [
        (header::LOCATION, state.exit.clone()),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    ];
    let mut response = (StatusCode::SEE_OTHER, headers).into_response();
    sessions.remove_cookies(&mut response);
    response
}
