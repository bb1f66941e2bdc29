//! The one table of routes. The router, the permissions, the reserved names, the test of headers and the list of pages
//! that browsers test are made from it or checked against it.

mod table;

pub use table::ROUTES;

use crate::{
    tasks::{citizen_session, desk},
    web::{AppError, AppState, compression::HTML, middleware as around},
};
use app::{
    phrase::Phrase,
    ui::{document::PageScript, error_page::ErrorKind},
};
use axum::{
    Router,
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    middleware,
    routing::MethodRouter,
};
use domain::{Role, Standard};
use std::{any::Any, collections::BTreeSet, sync::Arc, time::Duration};
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};

/// How long an answer may take to make, what was sent read with it.
const TIME_TO_ANSWER: Duration = Duration::from_secs(10);
/// The same where five files can come, over a slow connection: 50 MB at a megabit a second.
const TIME_TO_UPLOAD: Duration = Duration::from_mins(7);

/// Who may use a method of a route.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// The route has no such method.
    Nobody,
    Anybody,
    /// A citizen who is in their plan: what is shown and written is that plan alone.
    Citizen,
    /// Members of staff with one of these roles.
    Staff(&'static [Role]),
}

/// What stands at an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Serves {
    /// A page that is kept until it would say something else.
    CachedPage,
    /// A page made for each request.
    Page,
    /// No page: a file, a redirect, a word for whoever runs the portal.
    Other,
}

/// A route: an address, what stands there, and who may use it.
pub struct Route {
    /// The task's folder, or `web`.
    pub task: &'static str,
    /// The address in Danish; in English it stands under `/en`, unless it is no page of a task.
    pub path: &'static str,
    /// An address that the route matches, for tests.
    pub example: &'static str,
    pub serves: Serves,
    pub get: Access,
    pub post: Access,
    /// The row that leads to it from a municipality's front page.
    pub row: Option<FrontRow>,
    /// The tab that leads to it from every page of the desk.
    pub tab: Option<DeskTab>,
    /// What its pages load where there is script.
    pub script: Option<PageScript>,
    /// How long an answer may take.
    time: Duration,
    handlers: fn() -> MethodRouter<Arc<AppState>>,
}

/// A row of a municipality's front page.
#[derive(Clone, Copy)]
pub struct FrontRow {
    title: Phrase,
    /// Whether a municipality has what it leads to.
    stands: fn(&Standard) -> bool,
}

/// A tab of the desk.
#[derive(Clone, Copy)]
pub struct DeskTab {
    pub title: Phrase,
    /// What is counted on it.
    pub counts: Option<Waiting>,
}

/// What waits for staff.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waiting {
    /// Calls that nobody has taken and that can be made now.
    Calls,
    /// Citizens who have written last.
    Answers,
    /// Last days that are near or past, and nobody has seen it.
    Warnings,
    /// Plans of whoever asks in which something is overdue.
    Plans,
    /// Complaints that whoever asks reads, and that nobody has answered.
    Complaints,
}

impl Route {
    /// Its handlers. Around forms of the desk and of plans stands that what is sent is kept through signing in.
    fn handle(&self, state: &Arc<AppState>) -> MethodRouter<Arc<AppState>> {
        let late = TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, self.time);
        let handlers = (self.handlers)().layer(late);
        if self.serves == Serves::Page && matches!(self.post, Access::Staff(_)) {
            let keep = desk::sign_in::kept::keep;
            handlers.layer(middleware::from_fn_with_state(Arc::clone(state), keep))
        } else if self.post == Access::Citizen {
            let keep = citizen_session::kept::keep;
            handlers.layer(middleware::from_fn_with_state(Arc::clone(state), keep))
        } else {
            handlers
        }
    }

    /// Whether the route stands in both languages.
    #[must_use]
    pub fn is_bilingual(&self) -> bool {
        !matches!(self.task, "web" | "leave")
    }
}

/// Whether somebody with this role may use a method of the route that a request has matched. What does not stand in
/// the table is refused.
#[must_use]
pub fn permits(role: Role, method: &str, matched: &str) -> bool {
    let access = find_route(matched).map(|route| match method {
        "GET" | "HEAD" => route.get,
        "POST" => route.post,
        _ => Access::Nobody,
    });
    matches!(access, Some(Access::Staff(roles)) if roles.contains(&role))
}

/// The script of the pages at the route that a request has matched.
#[must_use]
pub fn script_of(matched: &str) -> Option<PageScript> {
    find_route(matched)?.script
}

/// Whether a page stands at the route that a request has matched.
#[must_use]
pub fn can_be_read(matched: &str) -> bool {
    find_route(matched).is_some_and(|route| !matches!(route.get, Access::Nobody))
}

/// The desk's tabs for somebody with this role: the task of each, its address, and the tab.
#[must_use]
pub fn desk_tabs(role: Role) -> Vec<(&'static str, &'static str, DeskTab)> {
    let may = move |route: &&Route| matches!(route.get, Access::Staff(roles) if roles.contains(&role));
    ROUTES.iter().filter(may).filter_map(|route| Some((route.task, route.path, route.tab?))).collect()
}

/// The name of the desk's room at an address, for somebody with this role.
#[must_use]
pub fn find_tab(role: Role, address: &str) -> Option<Phrase> {
    let tabs = desk_tabs(role);
    tabs.iter().find(|(_, path, _)| address == *path).map(|(_, _, tab)| tab.title)
}

/// The task of the route that a request has matched.
#[must_use]
pub fn task_of(matched: &str) -> Option<&'static str> {
    find_route(matched).map(|route| route.task)
}

fn find_route(matched: &str) -> Option<&'static Route> {
    let path = matched.strip_prefix("/en").unwrap_or(matched);
    ROUTES.iter().find(|route| route.path == path)
}

/// The rows of a municipality's front page: where each leads, and what it is called.
pub fn front_rows(standard: &Standard) -> Vec<(String, Phrase)> {
    let path = |route: &Route| route.path.replace("{kommune}", &standard.code);
    let stands = |route: &&Route| route.row.is_some_and(|row| (row.stands)(standard));
    ROUTES.iter().filter(stands).filter_map(|route| Some((path(route), route.row?.title))).collect()
}

/// First parts of addresses that are no municipality's.
#[must_use]
pub fn reserved_names() -> BTreeSet<&'static str> {
    let first = |route: &Route| route.path.split('/').nth(1).filter(|part| !part.starts_with('{'));
    ROUTES.iter().filter_map(first).chain(["en"]).filter(|part| !part.is_empty()).collect()
}

/// All routes with what every answer goes through.
pub fn build_router(state: Arc<AppState>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        router = router.route(route.path, route.handle(&state));
        if route.is_bilingual() {
            let english = if route.path == "/" { "/en".to_owned() } else { format!("/en{}", route.path) };
            router = router.route(&english, route.handle(&state));
        }
    }
    router
        .fallback(async || AppError::new(ErrorKind::NotFound))
        .method_not_allowed_fallback(async || AppError::new(ErrorKind::WrongMethod))
        .layer(CatchPanicLayer::custom(answer_panic))
        .layer(middleware::from_fn_with_state(Arc::clone(&state), around::respond))
        .with_state(state)
}

/// Nothing is known to panic. Should it happen, nothing of it reaches the page.
fn answer_panic(_: Box<dyn Any + Send>) -> Response<Body> {
    const PAGE: &str = "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Trædesten</title></head><body><main><h1>Noget gik galt hos os</h1>\
         <p>Det er ikke din skyld. Prøv igen om lidt, eller ring til din kommune.</p>\
         <p>Er nogen i fare lige nu? Ring <a href=\"tel:112\">112</a>.</p>\
         <p><a href=\"/\">Forside</a></p></main></body></html>";
    tracing::error!(target: "portal", "a handler panicked");
    let mut response = Response::new(Body::from(PAGE));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(HTML));
    response
}
