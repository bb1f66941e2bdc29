//! "Leave this site": away at once, leaving as little as a browser can be asked to leave.

use crate::web::{
    AppState,
    session_cookie::{self, CLEAR_SITE_DATA},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Sends to the neutral site, ends a session at the desk, and asks the browser to forget.
pub async fn leave(State(state): State<Arc<AppState>>, headers: HeaderMap) -> Response {
    if let Some(token) = session_cookie::read(&headers)
        && let Err(error) = state.services.sign_in.sign_out(&token).await
    {
        // Away all the same; the session ends by itself.
        tracing::error!(target: "portal", %error, "a session could not be ended");
    }
    (
        StatusCode::SEE_OTHER,
        [
            (header::LOCATION, state.exit.clone()),
            CLEAR_SITE_DATA,
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        ],
    )
        .into_response()
}
