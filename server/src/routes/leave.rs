//! "Leave this site": away at once, leaving as little as a browser can be asked to leave.

use crate::portal::Portal;
use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// Sends to the neutral site, and asks the browser to forget what it keeps of this one.
pub async fn leave(State(portal): State<Arc<Portal>>) -> Response {
    (
        StatusCode::SEE_OTHER,
        [
            (header::LOCATION, portal.exit.clone()),
            (
                HeaderName::from_static("clear-site-data"),
                HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
            ),
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        ],
    )
        .into_response()
}
