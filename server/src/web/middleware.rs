//! What every answer goes through.

use crate::web::{
    access_log as log,
    app_state::{AppState, Rendered},
    compression::Encoding,
    csrf as origin, headers,
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, Response},
    middleware::Next,
};
use std::{sync::Arc, time::Instant};

/// Around every answer: strangers' forms are refused, kept pages given at once, headers added, and one
/// line is logged.
pub async fn around(State(portal): State<Arc<AppState>>, request: Request, next: Next) -> Response<Body> {
    let begun = Instant::now();
    let route = log::route(&request);
    let front = request.uri().path() == "/";
    let mut response = if !origin::permits(&request) {
        origin::refuse(&portal, request).await
    } else if let Some(page) = kept(&portal, &request) {
        page.respond(Encoding::accepted(request.headers()))
    } else {
        next.run(request).await
    };
    headers::add(response.headers_mut(), front);
    log::line(route.as_ref(), response.status(), begun.elapsed());
    response
}

fn kept(portal: &AppState, request: &Request) -> Option<Arc<Rendered>> {
    (request.method() == Method::GET).then(|| portal.kept(request.uri().path()))?
}
