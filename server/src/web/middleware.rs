//! What every answer goes through.

use super::{
    access_log, app_state::AppState, compression::Encoding, csrf, headers, page_cache::CachedPage,
    request_context::RequestContext,
};
use crate::router::can_be_read;
use app::ui::error_page::ErrorKind;
use axum::{
    body::Body,
    extract::{Request, State},
    http::{Method, Response},
    middleware::Next,
};
use std::{sync::Arc, time::Instant};

/// Around every answer: strangers' forms are refused, kept pages given at once, errors made pages, headers added, and
/// one line is logged.
pub async fn respond(State(state): State<Arc<AppState>>, request: Request, next: Next) -> Response<Body> {
    let begun = Instant::now();
    let route = access_log::route(&request);
    let (uri, wanted) = (request.uri().clone(), Encoding::accepted(request.headers()));
    let own = state.services.passkeys.origin();
    let context = || RequestContext::new(&state, &uri, wanted, route.as_ref());
    let mut response = if !csrf::permits(&request, own) {
        if csrf::is_way_back(&request, own) {
            // The page itself, where there is one, and nothing of what was sent.
            let context = context();
            let has_page = route.as_ref().is_some_and(|route| can_be_read(route.as_str()));
            context.see_other(if has_page { &context.path } else { "/" })
        } else {
            context().error_page(ErrorKind::Foreign, csrf::REFUSED)
        }
    } else if let Some(page) = find_cached(&state, &request) {
        page.respond(wanted)
    } else {
        let response = run_whole(request, next).await;
        match response.extensions().get::<ErrorKind>() {
            Some(ErrorKind::Left) => context().see_other("/"),
            Some(&kind) => context().error_page(kind, response.status()),
            None => response,
        }
    };
    headers::add(response.headers_mut(), uri.path() == "/");
    access_log::write_line(route.as_ref(), response.status(), begun.elapsed());
    response
}

/// Answers a request. One that may write is carried through also when whoever sent it goes away: what is stored is
/// counted, and no transaction is left half-way.
async fn run_whole(request: Request, next: Next) -> Response<Body> {
    if request.method() == Method::GET {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}

fn find_cached(state: &AppState, request: &Request) -> Option<Arc<CachedPage>> {
    let is_get = request.method() == Method::GET;
    is_get.then(|| state.pages.get(request.uri().path(), state.clock.local()))?
}
