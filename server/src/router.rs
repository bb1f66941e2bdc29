//! The routes, one module a citizen task. Every page stands at one address in Danish and at the
//! same address under `/en` in English.

use crate::{
    tasks::{
        about::handlers as about, booking::handlers as booking, calendar::handlers as calendar,
        callback::handlers as callback, clarification::handlers as clarify, compare::handlers as compare,
        contact::handlers as contact, conversation::handlers as talk, deadline::handlers as deadline,
        desk::staff_session as desk, find_help::handlers as find, glossary::handlers as glossary,
        home::handlers as choose, leave::handlers as leave, offers::handlers as offers,
        return_code::handlers as code, rules::handlers as rules, search::handlers as search,
    },
    web::{app_state::AppState, assets, health, middleware as http, request_context::RequestContext},
};
use app::ui::error_page::ErrorKind;
use axum::{
    Router,
    body::Body,
    http::{Response, StatusCode},
    middleware,
    routing::{get, post},
};
use std::{any::Any, sync::Arc, time::Duration};
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};

/// How long an answer may take to make.
const TIME_TO_ANSWER: Duration = Duration::from_secs(10);

/// All routes with what every answer goes through.
pub fn router(portal: Arc<AppState>) -> Router {
    let pages = ["", "/en"].into_iter().fold(Router::new(), |router, language| {
        let at = |path: &str| format!("{language}{path}");
        let home = if language.is_empty() { "/".to_owned() } else { language.to_owned() };
        router
            .route(&home, get(choose::home))
            .route(&at("/was"), get(about::accessibility))
            .route(&at("/privatliv"), get(about::privacy))
            .route(&at("/hvad-vi-gemmer"), get(about::stored))
            .route(&at("/ordbog"), get(glossary::page))
            .route(&at("/sammenlign"), get(compare::index))
            .route(&at("/sammenlign/{slug}"), get(compare::one))
            .route(&at("/soeg"), get(search::start_everywhere).post(search::everywhere))
            .route(&at("/{kommune}"), get(choose::municipality))
            .route(&at("/{kommune}/tilbud"), get(offers::list).post(offers::filtered))
            .route(&at("/{kommune}/tilbud/{slug}"), get(offers::one))
            .route(&at("/{kommune}/find"), get(find::start).post(find::step))
            .route(&at("/kode"), get(code::start).post(code::open))
            .route(&at("/{kommune}/ring-mig-op"), get(callback::start).post(callback::ask))
            .route(&at("/{kommune}/samtale"), get(booking::start).post(booking::step))
            .route(&at("/kalender"), post(calendar::file))
            .route(&at("/{kommune}/afklaring"), get(clarify::start).post(clarify::step))
            .route(&at("/{kommune}/skriv"), get(talk::start).post(talk::write))
            .merge(desk::router(language))
            .route(&at("/{kommune}/kontakt"), get(contact::page))
            .route(&at("/{kommune}/frist"), get(deadline::start).post(deadline::answer))
            .route(&at("/{kommune}/regler"), get(rules::page))
            .route(&at("/{kommune}/soeg"), get(search::start).post(search::in_municipality))
    });
    pages
        .route("/ud", get(leave::leave))
        .route("/assets/{name}", get(assets::file))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIME_TO_ANSWER))
        .layer(CatchPanicLayer::custom(broken))
        .layer(middleware::from_fn_with_state(Arc::clone(&portal), http::around))
        .with_state(portal)
}

async fn not_found(context: RequestContext) -> Response<Body> {
    let code = context.path.split('/').nth(1).unwrap_or_default();
    let standard = context.portal.standard(code);
    context.problem(StatusCode::NOT_FOUND, ErrorKind::NotFound, standard.as_ref())
}

async fn wrong_method(context: RequestContext) -> Response<Body> {
    context.problem(StatusCode::METHOD_NOT_ALLOWED, ErrorKind::WrongMethod, None)
}

/// Nothing is known to panic. Should it happen, nothing of it reaches the page.
fn broken(_: Box<dyn Any + Send>) -> Response<Body> {
    const PAGE: &str = "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Trædesten</title></head><body><main><h1>Noget gik galt hos os</h1>\
         <p>Det er ikke din skyld. Prøv igen om lidt, eller ring til din kommune.</p>\
         <p>Er nogen i fare lige nu? Ring <a href=\"tel:112\">112</a>.</p>\
         <p><a href=\"/\">Forside</a></p></main></body></html>";
    tracing::error!(target: "portal", "a handler panicked");
    let mut response = Response::new(Body::from(PAGE));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(
        axum::http::header::CONTENT_TYPE,
        axum::http::HeaderValue::from_static(crate::web::compression::HTML),
    );
    response
}
