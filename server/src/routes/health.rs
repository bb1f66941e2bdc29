//! For whoever runs the portal: whether it lives, and whether it can serve.

use crate::portal::Portal;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

pub async fn alive() -> &'static str {
    "ok\n"
}

/// Ready as soon as there is a standard to serve: nothing else is needed yet.
pub async fn ready(State(portal): State<Arc<Portal>>) -> Response {
    if portal.standards.is_empty() {
        return (StatusCode::SERVICE_UNAVAILABLE, "no standard\n").into_response();
    }
    "ready\n".into_response()
}
