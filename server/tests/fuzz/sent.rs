//! What is sent: any bytes to any form, any word about where it comes from.

use crate::{
    cases,
    common::{Answer, MONDAY, TestPortal},
    engines::{Engine, sqlite},
    signed_in::Lead,
};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode},
};
use chrono::DateTime;
use domain::{AppointmentType, BookingKind};
use http_body_util::BodyExt;
use proptest::{prelude::*, test_runner::TestRunner};
use server::{
    clock::Clock,
    crypto::{keys::Keys, random::Random, verifier::Cost},
    db::StaffId,
    router::{Access, ROUTES, build_router},
    standards,
    tasks::{Services, Settings},
    web::{AppState, client_ip::Peer, rate_limiter::Quota, site::Site},
};
use std::sync::Arc;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Names of fields that the forms have.
const NAMES: &str = "ABOUT AGE KIND DAY TIME FORM MARK CONFIRM BACK STEP CODE MOVE CANCEL FORGET PHONE NAME WINDOW \
    MESSAGE WISH WISH_ALCOHOL WISH_DRUGS WITHDRAW SHOW PASS DO TEXT KEY WHO SUBSTANCE PLACE ODD QUESTION ASK WORDS WHICH MONTH YEAR LOGIN PASSWORD AGAIN \
    INVITATION DIGITS ID ACT BEFORE BEGINS MINUTES UID WAIT WEBSITE ADULT WORK HOUSING SPAN AWAY WEEKDAY-0 NOTE PLACE \
    HORIZON NOTICE BUFFER CAPACITY WEEKDAYS";
/// Values that the forms take, and some that lie just beyond.
const VALUES: &str = "ME CLOSE YOUNG CLARIFYING 30- 15-17 18-29 255-256 PHONE ONLINE IN_PERSON CALLBACK 2026-11-24 \
    2026-02-30 262142-12-31 -262143-01-01 2026-11-24T10:00 2026-11-24T08:00-12:00 YES NO 1 0 -1 65536 \
    99999999999999999999 TIME DAY ABOUT AGE SEND READ MASK DELETE WEEK ADD REMOVE CLAIM CALLED TRIED GIVE_BACK EXTEND \
    CONFIRM CALL_OFF CITIZEN ALCOHOL START COMPLAINT 00112233445566778899aabbccddeeff anna 9-12 24-0 klage";

fn words(text: &'static str) -> impl Strategy<Value = String> {
    prop::sample::select(text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

/// A body: any bytes, or fields as the forms have them with values of any quality.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![4 => words(VALUES), 2 => "\\PC{0,20}", 1 => ".{0,20}"];
    let fields = prop::collection::vec((words(NAMES), value), 0..12).prop_map(|fields| {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish().into_bytes()
    });
    let raw = prop_oneof!["[ -~]{0,60}", "(ABOUT|DO|ID|CODE|STEP)=(%[0-9A-F]{2}){0,9}(&|=|%|;){0,3}"];
    prop_oneof![
        6 => fields,
        2 => raw.prop_map(String::into_bytes),
        2 => prop::collection::vec(any::<u8>(), 0..200),
    ]
}

async fn desk(engine: &Engine) {
    engine.counsellor(StaffId::new([7; 16]), "skanderborg", 0..4, 9 * 60, 12 * 60).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    for kind in [BookingKind::Phone, BookingKind::Online, BookingKind::Callback] {
        engine.open("skanderborg", kind, &appointment_type).await;
    }
}

/// The addresses that take a form from anybody, or from staff.
fn addresses(of_staff: bool) -> Vec<String> {
    let takes = |access| match access {
        Access::Nobody => false,
        Access::Anybody | Access::Citizen => !of_staff,
        Access::Staff(_) => of_staff,
    };
    let routes = ROUTES.iter().filter(|route| takes(route.post) && route.path != "/desk/log-ud");
    routes.flat_map(|route| [route.example.to_owned(), format!("/en{}", route.example)]).collect()
}

fn assert_promised(answer: &Answer, on: &str) -> Result<(), TestCaseError> {
    prop_assert!(answer.status.as_u16() < 500, "{on}: {}", answer.status);
    for (name, value) in
        [("cache-control", "no-store"), ("x-content-type-options", "nosniff"), ("x-frame-options", "DENY")]
    {
        prop_assert_eq!(answer.header(name), value, "{}: {}", on, name);
    }
    let csp = answer.header("content-security-policy");
    prop_assert!(csp.starts_with("default-src 'none'") && !csp.contains("unsafe-inline"), "{on}");
    let is_page = answer.header("content-type").starts_with("text/html");
    prop_assert!(!is_page || answer.body.matches("<h1").count() == 1, "{on}: a page has one heading");
    Ok(())
}

#[test]
fn any_bytes_sent_to_any_form_are_answered_with_all_that_is_promised() {
    let runtime = Runtime::new().expect("a runtime");
    let engine = runtime.block_on(sqlite());
    runtime.block_on(desk(&engine));
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let addresses = prop::sample::select(addresses(false));
    let tried = TestRunner::new(cases(2500)).run(&(addresses, body()), |(path, body)| {
        let answer = runtime.block_on(portal.post(&path, body));
        prop_assert!(!answer.headers.contains_key("set-cookie"), "{path}: nobody signed in");
        assert_promised(&answer, &path)
    });
    tried.unwrap_or_else(|found| panic!("{found}"));
}

#[test]
fn any_bytes_that_staff_send_are_answered_with_all_that_is_promised() {
    let runtime = Runtime::new().expect("a runtime");
    let engine = runtime.block_on(sqlite());
    runtime.block_on(desk(&engine));
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = runtime.block_on(Lead::of(&portal, "skanderborg", MONDAY));
    let addresses = prop::sample::select(addresses(true));
    let tried = TestRunner::new(cases(1000)).run(&(addresses, body()), |(path, body)| {
        let answer = runtime.block_on(lead.ask(&portal, Method::POST, &path, body));
        prop_assert!(!answer.header("location").ends_with("/log-ind"), "{path}: she is signed in");
        assert_promised(&answer, &path)
    });
    tried.unwrap_or_else(|found| panic!("{found}"));
}

/// A portal behind so many proxies, whose word about an address is taken.
fn behind(proxies: usize, engine: &Engine) -> axum::Router {
    let moment = DateTime::parse_from_rfc3339(MONDAY).expect("a moment").to_utc();
    let settings = Settings {
        clock: Clock::Frozen(moment),
        cost: Cost::TINY,
        quota: Quota::ORDINARY,
        origin: Some("https://hjaelp.example".parse().expect("an address")),
        least_age: 0,
    };
    let services = Services::new(&engine.store.db, Keys::ephemeral(&Random::seeded(1)), settings);
    let (standards, site) = (standards::load(None).expect("standards"), Site::load(None).expect("a site"));
    let exit = HeaderValue::from_static("https://neutral.example/");
    let mut state = AppState::new(
        server::web::catalogue::Catalogue::new(standards),
        site,
        Clock::Frozen(moment),
        exit,
        services,
    );
    state.proxies = proxies;
    build_router(Arc::new(state))
}

/// Lines of the header in which proxies write where a request comes from.
fn forwarded() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let line = prop_oneof![
        "(([0-9]{1,3}\\.){3}[0-9]{1,3}(, ?)?){0,5}".prop_map(String::into_bytes),
        "([0-9a-f:]{0,20}[, ]){0,4}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..40),
    ];
    prop::collection::vec(line, 0..4)
}

#[test]
fn any_word_of_proxies_about_an_address_is_taken_or_passed_over() {
    let runtime = Runtime::new().expect("a runtime");
    let engine = runtime.block_on(sqlite());
    runtime.block_on(desk(&engine));
    let routers = [0, 1, 3].map(|proxies| behind(proxies, &engine));
    let strategy = (forwarded(), prop::sample::select(routers.to_vec()), any::<Option<[u8; 16]>>());
    let tried = TestRunner::new(cases(300)).run(&strategy, |(lines, router, peer)| {
        let mut request = Request::post("/skanderborg/samtale");
        for line in lines.iter().filter_map(|line| HeaderValue::from_bytes(line).ok()) {
            request = request.header("x-forwarded-for", line);
        }
        if let Some(peer) = peer {
            request = request.extension(Peer(peer.into()));
        }
        let asked = "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T10:00";
        let response = runtime.block_on(async {
            let response = router.oneshot(request.body(Body::from(asked)).expect("a request")).await;
            let (parts, body) = response.expect("a router answers always").into_parts();
            (parts.status, parts.headers, body.collect().await.expect("a whole body").to_bytes())
        });
        let (status, headers, body): (StatusCode, HeaderMap, _) = response;
        prop_assert!(status.as_u16() < 500, "{status}");
        prop_assert!(headers.contains_key("content-security-policy") && !body.is_empty());
        Ok(())
    });
    tried.unwrap_or_else(|found| panic!("{found}"));
}
