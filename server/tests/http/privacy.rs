//! What every answer promises: its headers, no cookie, no stranger's form.

use crate::{
    common::{MONDAY, TestPortal},
    engines::sqlite,
};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use server::router::ROUTES;

/// An address of every route, both languages, and one that is none.
fn everywhere() -> Vec<String> {
    let danish = ROUTES.iter().map(|route| route.example.to_owned());
    let bilingual = ROUTES.iter().filter(|route| route.is_bilingual());
    let english = bilingual.map(|route| format!("/en{}", route.example.trim_end_matches('/')));
    danish.chain(english).chain(["/nix/nix/nix".to_owned()]).collect()
}

#[tokio::test]
async fn every_answer_to_every_method_carries_the_headers() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.check_health().await;
    let methods = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
    ];
    for path in everywhere() {
        for method in methods.clone() {
            let answer = portal.ask(method.clone(), &path, Body::empty()).await;
            let on = format!("{method} {path}");
            assert!(answer.status.as_u16() < 500, "{on}");
            assert_eq!(answer.header("cache-control"), "no-store", "{on}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{on}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{on}");
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{on}");
            assert_eq!(answer.header("cross-origin-embedder-policy"), "require-corp", "{on}");
            assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{on}");
            assert!(matches!(answer.header("referrer-policy"), "same-origin" | "no-referrer"), "{on}");
            // For this host alone: others of the municipality may not be ready.
            assert_eq!(answer.header("strict-transport-security"), "max-age=63072000", "{on}");
            assert!(answer.header("permissions-policy").contains("geolocation=()"), "{on}");
            assert!(answer.header("x-robots-tag").starts_with("no"), "{on}");
            assert!(answer.headers.get("set-cookie").is_none(), "{on}");
            let csp = answer.header("content-security-policy");
            assert!(csp.starts_with("default-src 'none'") && csp.contains("frame-ancestors 'none'"), "{on}");
            assert!(!csp.contains("unsafe-inline"), "{on}");
            let read = matches!(method, Method::GET | Method::HEAD);
            // What a POST brings to `/frist` has been sent, and is answered without an island.
            let island = (path.ends_with("/find") && (read || method == Method::POST))
                || (path.ends_with("/frist") && read);
            assert_eq!(csp.contains("wasm-unsafe-eval"), island, "{on}");
        }
    }
}

#[tokio::test]
async fn only_a_page_with_an_island_or_a_form_of_steps_loads_a_script_and_none_is_inline() {
    let portal = TestPortal::monday();
    for path in everywhere() {
        let page = portal.get(&path).await;
        let scripts = page.body.matches("<script").count();
        // The topics of the comparison have names of their own.
        let last = path.rsplit('/').next().filter(|_| !path.contains("/sammenlign/")).unwrap_or_default();
        let has_script = [
            "find",
            "frist",
            "kode",
            "min-plan",
            "soeg",
            "tilbud",
            "samtale",
            "ring-mig-op",
            "afklaring",
            "klage",
            "kvittering",
            "log-ind",
        ]
        .contains(&last);
        assert_eq!(scripts, usize::from(has_script), "{path}");
        assert_eq!(page.body.matches("<script type=\"module\" src=\"/assets/").count(), scripts, "{path}");
        assert!(!page.body.contains(" style="), "{path}");
        assert!(!page.body.contains(" onclick="), "{path}");
    }
}

#[tokio::test]
async fn files_may_be_kept_for_good_and_come_in_the_smallest_form() {
    let portal = TestPortal::monday();
    let home = portal.get("/").await.body;
    let (_, rest) = home.split_once("rel=\"stylesheet\" href=\"").expect("a style sheet");
    let path = rest.split('"').next().expect("its address");
    for (accepted, encoding) in [("br, gzip", "br"), ("gzip", "gzip"), ("", "")] {
        let request =
            Request::get(path).header("accept-encoding", accepted).body(Body::empty()).expect("a request");
        let file = portal.send(request).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.header("content-encoding"), encoding);
        assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(file.header("content-type"), "text/css; charset=utf-8");
    }
}

#[tokio::test]
async fn a_strangers_form_is_refused_and_our_own_is_taken() {
    let portal = TestPortal::monday();
    let post = |name: &'static str, value: &'static str| {
        Request::post("/skanderborg/find")
            .header("host", "portal.example")
            .header(name, value)
            .body(Body::from("WHO=CITIZEN"))
            .expect("a request")
    };
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://ond.example")] {
        let page = portal.send(post(name, value)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(page.says("Det kom fra en anden side"));
    }
    for (name, value) in [("sec-fetch-site", "same-origin"), ("origin", "http://portal.example")] {
        assert_eq!(portal.send(post(name, value)).await.status, StatusCode::OK, "{name}: {value}");
    }
}

/// What a history, a tab or a folder of downloads shows to whoever holds the phone.
#[tokio::test]
async fn no_title_or_address_of_booking_and_asking_says_what_it_is_about() {
    const TELLING: [&str; 12] = [
        "rus", "alko", "stof", "drug", "misbrug", "abuse", "afhæng", "addict", "behandl", "treat", "hash",
        "anonym",
    ];
    let engine = sqlite().await;
    crate::booking::desk(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = "CODE=".to_owned() + &"0".repeat(25);
    for (path, fields) in [
        ("/vejle/samtale", ""),
        ("/vejle/samtale", "STEP=ABOUT"),
        ("/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24"),
        ("/vejle/samtale", "ABOUT=CLARIFYING&KIND=PHONE&TIME=2026-11-24T10:00"),
        ("/vejle/afklaring", "ADULT=YES&WORK=YES&HOUSING=YES&SOCIAL=NO"),
        ("/vejle/afklaring", "ADULT=NO"),
        ("/vejle/ring-mig-op", ""),
        ("/kode", ""),
        ("/kode", code.as_str()),
    ] {
        for language in ["", "/en"] {
            let page = portal.post(&format!("{language}{path}"), fields.to_owned()).await;
            let title =
                page.body.split("<title>").nth(1).and_then(|rest| rest.split('<').next()).expect("a title");
            let shown = format!("{path} {title}").to_lowercase();
            assert!(!TELLING.iter().any(|word| shown.contains(word)), "{shown}");
        }
    }
}

#[tokio::test]
async fn nothing_of_the_request_is_echoed_in_a_header() {
    let canary = "kanariefugl";
    let request = Request::post(format!("/skanderborg/find?{canary}=1"))
        .header("user-agent", canary)
        .header("referer", format!("https://{canary}.example/"))
        .header("x-forwarded-for", canary)
        .header("cookie", format!("a={canary}"))
        .body(Body::from(format!("WHO={canary}")))
        .expect("a request");
    let answer = TestPortal::monday().send(request).await;
    assert!(!format!("{:?}", answer.headers).contains(canary));
    assert!(!answer.body.contains(canary));
}
