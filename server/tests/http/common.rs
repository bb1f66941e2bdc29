//! A portal in the test's own process, asked over HTTP without a network.

use crate::engines::Store;
use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode},
};
use chrono::{DateTime, Utc};
use domain::Standard;
use http_body_util::BodyExt;
use server::{
    clock::Clock,
    crypto::{keys::Keys, random::Random, verifier::Cost},
    db::Db,
    jobs,
    router::build_router,
    standards,
    tasks::{Services, Settings},
    web::{AppState, catalogue::Catalogue, rate_limiter::Quota, site::Site},
};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};
use tower::ServiceExt;

/// A Monday morning: the house is open and the phone is answered.
pub const MONDAY: &str = "2026-11-23T10:00:00+01:00";

#[derive(Clone)]
pub struct TestPortal(Router, Arc<AppState>);

/// The built-in standards, read once.
pub fn read_standards() -> Vec<Standard> {
    static STANDARDS: LazyLock<Vec<Standard>> =
        LazyLock::new(|| standards::load(None).expect("the built-in standards"));
    STANDARDS.clone()
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// As text, and as it came.
    pub body: String,
    pub bytes: Bytes,
}

impl TestPortal {
    pub fn at(moment: &str) -> Self {
        Self::of(read_standards(), moment)
    }

    pub fn of(standards: Vec<Standard>, moment: &str) -> Self {
        let moment = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let site = Site::load(None).expect("the site's files: run `make build` first");
        let clock = Clock::Frozen(moment.to_utc());
        // Pages that only read touch no database: none is opened.
        let unused = Db::sqlite_lazy(Path::new("/nonexistent/portal.db"));
        Self::with(standards, clock, site, &Store { db: unused })
    }

    /// The portal with a store of its own, at a moment.
    pub fn storing(store: &Store, moment: &str) -> Self {
        let moment = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let site = Site::load(None).expect("the site's files: run `make build` first");
        Self::with(read_standards(), Clock::Frozen(moment.to_utc()), site, store)
    }

    /// The same with these standards.
    pub fn storing_these(standards: Vec<Standard>, store: &Store, moment: &str) -> Self {
        let moment = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let site = Site::load(None).expect("the site's files: run `make build` first");
        Self::with(standards, Clock::Frozen(moment.to_utc()), site, store)
    }

    /// The same with one municipality: made in a fraction of the time, for a test that needs many.
    pub fn storing_of(municipality: &str, store: &Store, moment: &str) -> Self {
        let moment = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let site = Site::load(None).expect("the site's files: run `make build` first");
        let mut standards = read_standards();
        standards.retain(|standard| standard.code == municipality);
        Self::with(standards, Clock::Frozen(moment.to_utc()), site, store)
    }

    /// The portal with limits, and with forms that nobody answers at once.
    pub fn limited(store: &Store, moment: &str, quota: Quota, least_age: i64) -> Self {
        let moment = DateTime::parse_from_rfc3339(moment).expect("a moment");
        let site = Site::load(None).expect("the site's files: run `make build` first");
        let standards = read_standards();
        let clock = Clock::Frozen(moment.to_utc());
        Self::set(
            standards,
            site,
            store,
            Settings { clock, cost: Cost::TINY, quota, origin: None, least_age },
        )
    }

    /// The portal where nobody has told it its own address.
    pub fn without_origin(store: &Store, moment: &str) -> Self {
        Self::limited(store, moment, Quota::NONE, 0)
    }

    fn with(standards: Vec<Standard>, clock: Clock, site: Site, store: &Store) -> Self {
        let origin = Some("https://hjaelp.example".parse().expect("an address"));
        let settings = Settings { clock, cost: Cost::TINY, quota: Quota::NONE, origin, least_age: 0 };
        Self::set(standards, site, store, settings)
    }

    fn set(standards: Vec<Standard>, site: Site, store: &Store, settings: Settings) -> Self {
        let exit = HeaderValue::from_static("https://neutral.example/");
        // The same keys for all: a portal made anew on the same store is the same portal.
        let keys = Keys::ephemeral(&Random::seeded(1));
        let clock = settings.clock;
        let services = Services::new(&store.db, keys, settings);
        let portal = Arc::new(AppState::new(Catalogue::new(standards), site, clock, exit, services));
        Self(build_router(Arc::clone(&portal)), portal)
    }

    /// The portal on Monday morning; made once, as every test may share it.
    pub fn monday() -> Self {
        static PORTAL: LazyLock<TestPortal> = LazyLock::new(|| TestPortal::at(MONDAY));
        Self(PORTAL.0.clone(), Arc::clone(&PORTAL.1))
    }

    /// What its clock shows.
    pub fn now(&self) -> DateTime<Utc> {
        self.1.clock.now()
    }

    /// Deletes what is past its end.
    pub async fn run_retention(&self) {
        jobs::retention::run_once(Arc::clone(&self.1)).await;
    }

    /// Runs what runs beside the requests, once.
    pub async fn check_health(&self) {
        jobs::health::check_once(Arc::clone(&self.1)).await;
    }

    /// Looks when the next conversation can be.
    pub async fn refresh_service_levels(&self) {
        jobs::service_levels::refresh_once(Arc::clone(&self.1)).await;
    }

    /// Whether the page at an address is kept.
    pub fn keeps(&self, path: &str) -> bool {
        self.1.pages.get(path, self.1.clock.local()).is_some()
    }

    /// What stands behind the pages.
    pub fn services(&self) -> &Services {
        &self.1.services
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.0.clone().oneshot(request).await.expect("a router answers always");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a whole body").to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, Body::empty()).await
    }

    pub async fn post(&self, path: &str, body: impl Into<Body>) -> Answer {
        self.ask(Method::POST, path, body.into()).await
    }

    pub async fn ask(&self, method: Method, path: &str, body: Body) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
            .expect("a request");
        self.send(request).await
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("readable"))
    }

    /// The text of the page without its markup.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for char in self.body.chars() {
            match char {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                _ if !inside => text.push(char),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The value of the first field with this name.
    pub fn field(&self, name: &str) -> Option<String> {
        let start = self.body.find(&format!("name=\"{name}\" value=\""))?;
        self.body[start..].split('"').nth(3).map(str::to_owned)
    }

    /// The last part of the first address below `folder` that the page leads to.
    pub fn linked(&self, folder: &str) -> Option<String> {
        let rest = self.body.split_once(&format!("href=\"{folder}/"))?.1;
        rest.split(['"', '?', '#']).next().map(str::to_owned)
    }

    /// The value of the first attribute with this name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.body.split_once(&format!("{name}=\""))?.1.split('"').next()
    }

    /// Whether a box or a choice is ticked.
    pub fn is_chosen(&self, id: &str) -> bool {
        let input = self.body.split("<input").find(|input| input.contains(&format!("id=\"{id}\"")));
        input.is_some_and(|input| input.split('>').next().is_some_and(|tag| tag.contains(" checked")))
    }

    /// Whether a time can be chosen: `2026-11-24T10:00`.
    pub fn offers(&self, time: &str) -> bool {
        self.body.contains(&format!("name=\"TIME\" value=\"{time}\""))
    }

    /// Whether the button is marked that was pressed the last time.
    pub fn was_pressed(&self, id: &str) -> bool {
        let button = self.body.split("<button").find(|button| button.contains(&format!("id=\"{id}\"")));
        button.is_some_and(|button| button.split('>').next().is_some_and(|tag| tag.contains("aria-current")))
    }

    /// The value of the button with this name, whose label begins so.
    pub fn field_of(&self, name: &str, label: &str) -> Option<String> {
        let found = self.body.split("<button").find(|button| {
            button.contains(&format!("name=\"{name}\"")) && button.contains(&format!("aria-label=\"{label}"))
        })?;
        found.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
    }

    /// The key of the form on the page, with the portal's mark on it.
    pub fn form(&self) -> String {
        let field = |name| self.field(name).expect("the page carries its form");
        format!("{}&MARK={}", field("FORM"), field("MARK"))
    }

    /// Whether the option with this value is the chosen one of its list.
    pub fn is_chosen_option(&self, value: &str) -> bool {
        self.body.contains(&format!("<option value=\"{value}\" selected>"))
    }

    /// The return code on a receipt.
    pub fn code(&self) -> String {
        let start = self.body.find("<p class=\"code\">").expect("a code");
        let end = start + self.body[start..].find("</p>").expect("its end");
        self.body[start..end].chars().skip(16).filter(char::is_ascii_digit).collect()
    }
}
