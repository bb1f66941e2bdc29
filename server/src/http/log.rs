//! One log line an answer: which kind of page, whether it went well, how long it took. Nothing of
//! the visitor: no address, no path, no body, no browser.

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use std::time::Instant;

/// Logs the answer to `request`.
pub async fn line(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let class = response.status().as_u16() / 100;
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    let route = route.as_ref().map_or("(no route)", MatchedPath::as_str);
    tracing::info!(target: "portal", route, status = format_args!("{class}xx"), micros);
    response
}
