//! The door that islands ask through, proven by functions that only these tests have.

#![expect(clippy::unused_async, reason = "a server function is async, even where it waits for nothing")]

use crate::common::{Answer, TestPortal};
use app::api_error::ApiError;
use axum::{
    body::Body,
    http::{Request, request::Parts},
};
use leptos::{
    prelude::{server, use_context},
    server_fn::{axum::server_fn_paths, codec::Postcard, error::FromServerFnError},
};
use server::web::{AppState, form::LIMIT};
use std::{collections::BTreeSet, sync::Arc};

/// Says which municipalities the portal knows whose name begins so.
#[server(prefix = "/api", endpoint = "municipalities", input = Postcard, output = Postcard)]
async fn list_municipalities(beginning: String) -> Result<Vec<String>, ApiError> {
    let state = use_context::<Arc<AppState>>().ok_or(ApiError::Unavailable)?;
    let standards = state.standards();
    let codes = standards.iter().map(|standard| standard.code.clone());
    Ok(codes.filter(|code| code.starts_with(&beginning)).collect())
}

/// Says which headers of the request a function is shown.
#[server(prefix = "/api", endpoint = "headers", input = Postcard, output = Postcard)]
async fn list_headers() -> Result<Vec<String>, ApiError> {
    let parts = use_context::<Parts>().ok_or(ApiError::Unavailable)?;
    Ok(parts.headers.keys().map(ToString::to_string).collect())
}

/// Fails as a function does that cannot reach what is stored.
#[server(prefix = "/api", endpoint = "fail", input = Postcard, output = Postcard)]
async fn fail() -> Result<(), ApiError> {
    Err(ApiError::Unavailable)
}

/// The functions, each with who may call it. A new one is added here together with a test of who may not.
const ANYBODY: [&str; 3] = ["/api/fail", "/api/headers", "/api/municipalities"];
/// Those of whoever is in their plan: `plan::today` proves who may not.
const CITIZEN: [&str; 1] = ["/api/plan"];

fn request(path: &str) -> axum::http::request::Builder {
    Request::post(path).header("content-type", "application/x-postcard")
}

async fn call(path: &str, sent: impl Into<Body>) -> Answer {
    TestPortal::monday().send(request(path).body(sent.into()).expect("a request")).await
}

/// The arguments of `list_municipalities`, as an island writes them.
fn beginning(text: &str) -> Vec<u8> {
    postcard::to_allocvec(&ListMunicipalities { beginning: text.to_owned() }).expect("arguments")
}

fn read<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    postcard::from_bytes(answer.body.as_bytes()).expect("an answer in postcard")
}

#[test]
fn no_function_is_there_that_nobody_thought_of() {
    let paths: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(paths, ANYBODY.into_iter().chain(CITIZEN).collect());
    assert!(server_fn_paths().all(|(_, method)| method == "POST"));
}

#[tokio::test]
async fn an_island_is_answered_by_what_the_portal_knows() {
    let answer = call("/api/municipalities", beginning("ra")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(read::<Vec<String>>(&answer), ["randers"]);
    assert_eq!(answer.header("content-type"), "application/x-postcard");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
}

#[tokio::test]
async fn what_cannot_be_read_is_no_error_of_the_server() {
    for sent in [Vec::new(), vec![0xff; 9], b"<script>alert(1)</script>".to_vec()] {
        let answer = call("/api/municipalities", sent).await;
        assert_eq!(answer.status, 422);
        assert_eq!(ApiError::de(answer.body.into()), ApiError::Unreadable);
    }
}

#[tokio::test]
async fn a_function_that_cannot_says_so() {
    let answer = call("/api/fail", Vec::new()).await;
    assert_eq!(answer.status, 503);
    assert_eq!(ApiError::de(answer.body.into()), ApiError::Unavailable);
}

#[tokio::test]
async fn an_unknown_function_is_a_page_that_is_not_there_and_its_address_is_not_repeated() {
    for path in
        ["/api/hemmelig", "/api/municipalities/hemmelig", "/api/%3Cb%3Ehemmelig", "/api/fail?x=hemmelig2/"]
    {
        let answer = call(path, Vec::new()).await;
        assert_eq!(answer.status == 404, !path.contains('?'), "{path}");
        assert!(!answer.body.contains("hemmelig"), "{path}");
        assert!(!format!("{:?}", answer.headers).contains("hemmelig"), "{path}");
    }
}

#[tokio::test]
async fn what_is_too_large_is_refused_before_it_is_read() {
    let fits = call("/api/municipalities", beginning(&"x".repeat(LIMIT - 9))).await;
    assert_eq!(fits.status, 200);
    let large = call("/api/municipalities", beginning(&"x".repeat(LIMIT))).await;
    assert_eq!(large.status, 413);
}

#[tokio::test]
async fn a_form_or_a_strangers_page_gets_nothing() {
    let portal = TestPortal::monday();
    let form = portal.post("/api/municipalities", "beginning=ra").await;
    assert_eq!(form.status, 422);
    let strange = request("/api/municipalities").header("sec-fetch-site", "cross-site");
    let answer = portal.send(strange.body(Body::from(beginning("ra"))).expect("a request")).await;
    assert_eq!(answer.status, 403);
}

#[tokio::test]
async fn nobody_is_led_to_the_address_that_a_request_names() {
    let named =
        request("/api/headers").header("accept", "text/html").header("referer", "https://ond.example/");
    let answer = TestPortal::monday().send(named.body(Body::empty()).expect("a request")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("location"), "");
    assert_eq!(read::<Vec<String>>(&answer), ["content-type"]);
}
