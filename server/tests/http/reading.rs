//! The reading pages over HTTP.

use crate::common::TestPortal;
use axum::{
    body::Body,
    http::{Method, StatusCode},
};

const PAGES: [&str; 18] = [
    "/skanderborg/frist",
    "/",
    "/ordbog",
    "/sammenlign",
    "/sammenlign/klage",
    "/sammenlign/tilbud-behandling",
    "/soeg",
    "/skanderborg/regler",
    "/skanderborg/soeg",
    "/horsens",
    "/randers/tilbud",
    "/skanderborg",
    "/skanderborg/tilbud",
    "/skanderborg/tilbud/familieforloeb",
    "/skanderborg/find",
    "/skanderborg/kontakt",
    "/was",
    "/privatliv",
];

fn english(path: &str) -> String {
    if path == "/" { "/en".to_owned() } else { format!("/en{path}") }
}

#[tokio::test]
async fn every_page_stands_in_both_languages_and_links_to_itself_in_the_other() {
    let portal = TestPortal::monday();
    for path in PAGES {
        let danish = portal.get(path).await;
        assert_eq!(danish.status, StatusCode::OK, "{path}");
        assert!(danish.body.contains("<html lang=\"da\">"), "{path}");
        assert!(danish.body.contains(&format!("href=\"{}\"", english(path))), "{path}");
        let english = portal.get(&english(path)).await;
        assert_eq!(english.status, StatusCode::OK, "{path}");
        assert!(english.body.contains("<html lang=\"en\">"), "{path}");
        assert!(english.body.contains(&format!("href=\"{path}\"")), "{path}");
    }
}

#[tokio::test]
async fn a_page_is_clean_html_and_the_kept_copy_is_the_same() {
    let portal = TestPortal::monday();
    for path in PAGES {
        let first = portal.get(path).await;
        assert!(first.body.starts_with("<!DOCTYPE html>") && first.body.ends_with("</html>"), "{path}");
        assert!(!first.body.contains("<!>"), "{path}");
        assert_eq!(first.body.matches("<h1").count(), 1, "{path}");
        assert_eq!(portal.get(path).await.body, first.body, "{path}");
    }
}

#[tokio::test]
async fn the_front_page_of_a_municipality_tells_whether_anybody_is_there() {
    for (moment, house, phone) in [
        ("2026-11-23T10:00:00+01:00", "Åbent nu til kl. 15.30", "Vi tager telefonen til kl. 12.30."),
        // A Thursday between the two times of the phone.
        ("2026-11-26T14:00:00+01:00", "Åbent nu til kl. 18", "Vi tager telefonen igen i dag kl. 15."),
        // Friday: the house closes at 12, the phone at half past.
        (
            "2026-11-27T12:10:00+01:00",
            "Lukket nu . Åbner mandag kl. 8.15",
            "Vi tager telefonen til kl. 12.30.",
        ),
        (
            "2026-11-22T23:00:00+01:00",
            "Lukket nu . Åbner i morgen kl. 8.15",
            "Vi tager telefonen igen i morgen kl. 8.",
        ),
        // 21.59 UTC on a summer Sunday is one minute to midnight in Denmark.
        (
            "2026-06-28T21:59:00Z",
            "Lukket nu . Åbner i morgen kl. 8.15",
            "Vi tager telefonen igen i morgen kl. 8.",
        ),
        ("2026-06-28T22:00:00Z", "Lukket nu . Åbner i dag kl. 8.15", "Vi tager telefonen igen i dag kl. 8."),
    ] {
        let page = TestPortal::at(moment).get("/skanderborg").await;
        assert!(page.says(house), "{moment}: {}", page.text());
        assert!(page.says(phone), "{moment}: {}", page.text());
        assert!(page.says("112"));
    }
}

#[tokio::test]
async fn the_front_page_has_four_doors_and_promises_fourteen_days() {
    let page = TestPortal::monday().get("/skanderborg").await;
    for door in ["Jeg har brug for hjælp", "Jeg er pårørende", "Jeg er ung", "Jeg møder det i mit arbejde"]
    {
        assert!(page.says(door), "{door}");
    }
    assert!(page.says("Du venter højst 14 dage"));
}

#[tokio::test]
async fn every_municipality_has_its_door() {
    let page = TestPortal::monday().get("/").await;
    for code in ["horsens", "randers", "skanderborg", "slagelse", "vejle"] {
        assert!(page.body.contains(&format!("href=\"/{code}\"")), "{code}");
    }
}

#[tokio::test]
async fn phone_numbers_can_be_tapped_and_are_written_in_pairs() {
    let page = TestPortal::monday().get("/skanderborg/kontakt").await;
    for (number, pairs) in
        [("87947580", "87 94 75 80"), ("23326669", "23 32 66 69"), ("24765857", "24 76 58 57")]
    {
        assert!(page.body.contains(&format!("href=\"tel:+45{number}\"")), "{number}");
        assert!(page.says(pairs), "{pairs}");
    }
    assert!(page.says("Ole Lund Kirkegaards Stræde 2F, 8660 Skanderborg"));
    assert!(page.says("8.00–12.30 og 15.00–17.00"));
}

#[tokio::test]
async fn what_is_not_there_is_said_helpfully() {
    let portal = TestPortal::monday();
    for (path, words, way_on) in [
        ("/nordpolen", "Siden findes ikke her", "href=\"/skanderborg\""),
        ("/nordpolen/find", "Siden findes ikke her", "href=\"/skanderborg\""),
        ("/skanderborg/tilbud/nix", "Det tilbud findes ikke", "href=\"/skanderborg/tilbud\""),
        ("/skanderborg/nix", "Siden findes ikke", "href=\"/skanderborg/find\""),
        ("/skanderborg/tilbud/a/b/c", "Siden findes ikke", "href=\"/skanderborg/find\""),
        ("/en/nowhere", "There is no such page here", "href=\"/en/skanderborg\""),
        ("/en/skanderborg/nix", "There is no such page", "href=\"/en/skanderborg/find\""),
        ("/assets/nix.css", "Siden findes ikke", "href=\"/\""),
        ("/%ff%fe", "Siden findes ikke her", "href=\"/\""),
        ("/skanderborg/tilbud/%ff", "", "href=\"/\""),
    ] {
        let page = portal.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.says(words), "{path}: {}", page.text());
        assert!(page.body.contains(way_on), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_told_as_such() {
    let portal = TestPortal::monday();
    for (method, path) in [
        (Method::POST, "/"),
        (Method::POST, "/skanderborg"),
        (Method::POST, "/skanderborg/tilbud/familieforloeb"),
        (Method::PUT, "/skanderborg/find"),
        (Method::DELETE, "/skanderborg/tilbud"),
        (Method::PATCH, "/was"),
    ] {
        let page = portal.ask(method.clone(), path, Body::empty()).await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        assert!(page.says("Siden kan ikke bruges på den måde"));
        assert!(page.header("allow").contains("GET"), "{method} {path}");
    }
}

#[tokio::test]
async fn leaving_goes_to_the_neutral_site_at_once_and_clears_nobody_elses_cookies() {
    let answer = TestPortal::monday().get("/ud").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), "https://neutral.example/");
    assert_eq!(answer.header("clear-site-data"), "", "a browser would clear before it goes, for seconds");
    assert_eq!(answer.header("set-cookie"), "", "there is no cookie to take away");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
}

#[tokio::test]
async fn every_page_lets_one_leave_first_of_all() {
    let portal = TestPortal::monday();
    for path in PAGES.into_iter().chain(["/nordpolen", "/skanderborg/tilbud/nix"]) {
        let page = portal.get(path).await;
        let first_link = page.body.find("<a ").expect("a link");
        assert!(page.body[first_link..].starts_with("<a href=\"/ud\""), "{path}");
    }
}
