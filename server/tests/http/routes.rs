//! The one table of routes: what stands there is so.

use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    desk::signed_in,
    engines::sqlite,
};
use axum::{body::Body, http::Method};
use domain::Role;
use server::router::{Access, ROUTES, Route, Serves, permits, reserved_names};
use std::{collections::BTreeSet, path::Path};

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end/pages.mjs");

/// Whether an address is one that a route matches, and no other route has it as its own.
fn matches(route: &Route, address: &str) -> bool {
    let (own, parts) = (route.path.split('/'), address.split('/'));
    let is_own = ROUTES.iter().all(|other| other.path != address) || route.path == address;
    let fits = |(own, part): (&str, &str)| own == part || (own.starts_with('{') && !part.is_empty());
    is_own && own.clone().count() == parts.clone().count() && own.zip(parts).all(fits)
}

#[tokio::test]
async fn a_page_is_kept_where_the_table_says_so() {
    let engine = sqlite().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for route in ROUTES.iter().filter(|route| route.get == Access::Anybody) {
        let page = portal.get(route.example).await;
        assert_eq!(portal.keeps(route.example), route.serves == Serves::CachedPage, "{}", route.path);
        if route.serves != Serves::Other {
            assert_eq!(page.status, 200, "{}", route.path);
        }
    }
}

#[tokio::test]
async fn a_method_that_the_table_does_not_name_is_no_page() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for route in ROUTES {
        for (method, access) in [(Method::GET, route.get), (Method::POST, route.post)] {
            let answer = portal.ask(method.clone(), route.example, Body::empty()).await;
            assert_eq!(
                answer.status == 405,
                access == Access::Nobody,
                "{method} {}: {}",
                route.path,
                answer.status
            );
        }
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_sign_in_wherever_staff_may_be() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for route in ROUTES {
        for (method, access) in [(Method::GET, route.get), (Method::POST, route.post)] {
            if matches!(access, Access::Staff(_)) {
                let answer = portal.ask(method.clone(), route.example, Body::empty()).await;
                if method == Method::POST && route.serves == Serves::Page {
                    let is_asked = answer.status == 401 && answer.says("log ind, så kan du sende det");
                    assert!(is_asked, "what is sent is kept: POST {}: {}", route.path, answer.text());
                } else {
                    let location = answer.header("location");
                    assert!(location.starts_with("/desk/log-ind"), "{method} {}: {location}", route.path);
                }
            }
        }
    }
}

#[tokio::test]
async fn every_role_meets_what_the_table_permits_and_a_menu_of_nothing_else() {
    let engine = sqlite().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (role, login) in [(Role::Counsellor, "anna"), (Role::Lead, "bent"), (Role::Admin, "carl")] {
        let browser = signed_in(&portal, "skanderborg", role, login).await;
        for route in ROUTES.iter().filter(|route| matches!(route.get, Access::Staff(_))) {
            let answer = browser.ask(Method::GET, route.example, "").await;
            let may = permits(role, "GET", route.path);
            assert_eq!(answer.status != 403, may, "{role:?} {}: {}", route.path, answer.status);
        }
        for route in ROUTES.iter().filter(|route| matches!(route.post, Access::Staff(_))) {
            if route.path != "/desk/log-ud" {
                let answer = browser.ask(Method::POST, route.example, "").await;
                let may = permits(role, "POST", route.path);
                assert_eq!(answer.status != 403, may, "{role:?} POST {}: {}", route.path, answer.status);
            }
        }
        let start = if role == Role::Admin { "/desk/indstillinger" } else { "/desk" };
        let page = browser.get(start).await;
        let menu = page.body.split("<nav").nth(1).and_then(|rest| rest.split("</nav>").next());
        let menu = menu.expect("a menu");
        let links: Vec<&str> =
            menu.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() > 2, "{links:?}");
        for link in links {
            assert!(permits(role, "GET", link), "{role:?}: the menu leads to {link}");
        }
    }
}

#[test]
fn what_is_not_in_the_table_is_refused() {
    for (method, path) in [("GET", "/desk/nix"), ("PUT", "/desk"), ("POST", "/desk"), ("GET", "/")] {
        assert!(!permits(Role::Lead, method, path), "{method} {path}");
    }
    assert!(permits(Role::Lead, "HEAD", "/en/desk"));
}

#[test]
fn no_municipality_can_have_the_name_of_a_page() {
    let names = reserved_names();
    for name in ["en", "desk", "kode", "ud", "readyz", "metrics", "assets", "kalender", "soeg"] {
        assert!(names.contains(name), "{name}");
    }
    assert!(!names.contains("vejle"));
}

#[test]
fn browsers_test_a_page_of_every_route() {
    let list = std::fs::read_to_string(Path::new(PAGES)).expect("the list of pages");
    let list = list.replace("FIND", "'/skanderborg/find'").replace("LIST", "'/skanderborg/tilbud'");
    let list = list.replace("`${'/skanderborg/tilbud'}", "'/skanderborg/tilbud").replace('`', "'");
    let quoted = list.split("path: '").skip(1).filter_map(|rest| rest.split('\'').next());
    let addresses: BTreeSet<&str> = quoted.collect();
    assert!(addresses.len() > 20, "{addresses:?}");
    let pages = ROUTES.iter().filter(|route| route.serves != Serves::Other && route.get == Access::Anybody);
    for route in pages {
        assert!(
            addresses.iter().any(|address| matches(route, address)),
            "end2end/pages.mjs has no page of {}",
            route.path
        );
    }
}
