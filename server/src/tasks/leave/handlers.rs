//! "Leave this site": away at once, leaving as little as a browser can be asked to leave.

use crate::{tasks::desk::staff_session as desk, web::app_state::AppState};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Asks the browser to forget what it keeps of this site.
pub const FORGET: (HeaderName, HeaderValue) = (
    HeaderName::from_static("clear-site-data"),
    HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
);

/// Sends to the neutral site, ends a session at the desk, and asks the browser to forget.
pub async fn leave(State(portal): State<Arc<AppState>>, headers: HeaderMap) -> Response {
    if let Some(token) = desk::token(&headers)
        && let Err(error) = portal.services.sign_in.sign_out(&token).await
    {
        // Away all the same; the session ends by itself.
        tracing::error!(target: "portal", %error, "a session could not be ended");
    }
    (
        StatusCode::SEE_OTHER,
        [
            (header::LOCATION, portal.exit.clone()),
            FORGET,
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        ],
    )
        .into_response()
}
