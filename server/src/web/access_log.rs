//! One log line an answer: which kind of page, whether it went well, how long it took. Nothing of
//! the visitor: no address, no path, no body, no browser.

use axum::{
    extract::{MatchedPath, Request},
    http::StatusCode,
};
use std::time::Duration;

/// The template of the route that `request` has matched.
#[must_use]
pub fn route(request: &Request) -> Option<MatchedPath> {
    request.extensions().get::<MatchedPath>().cloned()
}

/// Logs an answer.
pub fn write_line(route: Option<&MatchedPath>, status: StatusCode, took: Duration) {
    let class = status.as_u16() / 100;
    let under = under(took);
    let route = route.map_or("(no route)", MatchedPath::as_str);
    tracing::info!(target: "portal", route, status = format_args!("{class}xx"), under);
}

/// How long an answer took, so coarsely that it does not tell what somebody did: working out a code takes part of a
/// second, and all else takes less, but for the question of a conversation, which is held for seconds.
fn under(took: Duration) -> &'static str {
    match took.as_secs() {
        0 => "1 s",
        1..10 => "10 s",
        _ => "more",
    }
}
