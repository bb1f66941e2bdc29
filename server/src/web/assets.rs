//! The site's files.

use crate::web::{app_state::AppState, compression::Encoding, request_context::RequestContext};
use app::ui::error_page::ErrorKind;
use axum::{
    body::Body,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use std::sync::Arc;

/// A file: its name holds a digest of its content, so it may be kept for good.
pub async fn file(
    State(portal): State<Arc<AppState>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    context: RequestContext,
) -> Response<Body> {
    let file = name.ok().and_then(|Path(name)| portal.site.file(&name));
    let Some(file) = file else {
        return context.problem(StatusCode::NOT_FOUND, ErrorKind::NotFound, None);
    };
    let mut response = file.body.respond(Encoding::accepted(&headers), file.content_type);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}
