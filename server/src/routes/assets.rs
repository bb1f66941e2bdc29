//! The site's files.

use crate::{http::encoded::Encoding, portal::Portal, visit::Visit};
use app::pages::problem::Problem;
use axum::{
    body::Body,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use std::sync::Arc;

/// A file: its name holds a digest of its content, so it may be kept for good.
pub async fn file(
    State(portal): State<Arc<Portal>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    visit: Visit,
) -> Response<Body> {
    let file = name.ok().and_then(|Path(name)| portal.site.file(&name));
    let Some(file) = file else {
        return visit.problem(StatusCode::NOT_FOUND, Problem::NotFound, None);
    };
    let mut response = file.body.respond(Encoding::accepted(&headers), file.content_type);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    response
}
