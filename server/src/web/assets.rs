//! The site's files.

use super::{
    app_error::{AppError, PageResult},
    app_state::AppState,
    compression::Encoding,
};
use app::ui::error_page::ErrorKind;
use axum::{
    body::Body,
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, Response, header},
};
use std::sync::Arc;

/// Where one reports a weakness of the portal (RFC 9116).
const SECURITY: &str = include_str!("../../../public/security.txt");

/// A file: its name holds a digest of its content, so it may be kept for good.
pub async fn file(
    State(state): State<Arc<AppState>>,
    name: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> PageResult {
    let Path(name) = name.map_err(|_| AppError::new(ErrorKind::NotFound))?;
    let file = match state.site.file(&name) {
        Some(file) => Some(file),
        None => state.site.find_shared(&name).await,
    };
    let file = file.ok_or(AppError::new(ErrorKind::NotFound))?;
    let mut response = file.body.respond(Encoding::accepted(&headers), file.content_type);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    Ok(response)
}

/// `/.well-known/security.txt`.
pub async fn security() -> Response<Body> {
    let mut response = Response::new(Body::from(SECURITY));
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}
