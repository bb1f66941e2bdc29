//! What one can do now: on every page that leads somewhere, with its next real moment.

use crate::{
    booking::{checked, confirmed, desk},
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, act, sqlite},
};
use domain::BookingKind;
use rstest_reuse::apply;

/// Pages of Skanderborg that say what one can do, with the form that leads to each.
const PAGES: [(&str, Option<&str>); 7] = [
    ("/", None),
    ("/skanderborg", None),
    ("/skanderborg/kontakt", None),
    ("/skanderborg/tilbud/move", None),
    ("/skanderborg/soeg", None),
    ("/skanderborg/soeg", Some("Q=kokain")),
    (
        "/skanderborg/find",
        Some(
            "WHO=CITIZEN&SUBSTANCE=ALCOHOL&AGE=30-&WISHES_ANONYMITY=YES&CHILDREN_UNDER_18=NO&WORK_OR_EDUCATION=YES&VERY_SEVERE=NO&PREFERS_ONLINE=NO",
        ),
    ),
];

async fn load(portal: &TestPortal, path: &str, form: Option<&'static str>) -> Answer {
    match form {
        Some(form) => portal.post(path, form).await,
        None => portal.get(path).await,
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn the_next_free_time_stands_wherever_somebody_looks_for_a_way(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.refresh_service_levels().await;
    for (path, form) in PAGES {
        let page = load(&portal, path, form).await;
        assert_eq!(page.status, 200, "{path}");
        // An hour's notice on Monday at ten.
        assert!(page.says("Næste ledige: i dag kl. 11"), "{path}: {}", page.text());
        assert!(page.body.contains("href=\"/skanderborg"), "{path}");
    }
    let english = portal.get("/en/skanderborg").await;
    assert!(english.says("Next free: today at 11:00"), "{}", english.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_page_that_is_kept_is_made_anew_once_the_time_is_taken(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.refresh_service_levels().await;
    assert!(portal.get("/skanderborg").await.says("i dag kl. 11"));
    portal.refresh_service_levels().await;
    assert!(portal.keeps("/skanderborg"), "nothing has changed");
    let first = "TIME=2026-11-23T11:00";
    let check = checked(&portal, "30-", first).await;
    assert!(confirmed(&portal, &check, "30-", first).await.says("Din tid er aftalt"));
    portal.refresh_service_levels().await;
    assert!(!portal.keeps("/skanderborg"));
    assert!(portal.get("/skanderborg").await.says("Næste ledige: i dag kl. 11.30"));
    assert!(portal.get("/").await.says("Næste ledige: i dag kl. 11.30"));
}

#[tokio::test]
async fn what_nobody_has_looked_up_is_not_said() {
    let portal = TestPortal::monday();
    let page = portal.get("/skanderborg").await;
    assert!(page.says("Aftal en anonym samtale Se de næste tider"), "{}", page.text());
    assert!(!page.says("Næste ledige"));
}

#[tokio::test]
async fn a_centre_that_has_opened_nothing_is_phoned() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.refresh_service_levels().await;
    let page = portal.get("/skanderborg").await;
    assert!(!page.says("Aftal en anonym samtale"), "{}", page.text());
    assert!(!page.says("Bliv ringet op"));
    assert!(page.says("Ring 87 94 75 80"));
}

#[tokio::test]
async fn the_phone_comes_first_while_it_is_answered_and_last_while_it_is_not() {
    let engine = sqlite().await;
    desk(&engine, "skanderborg").await;
    for (moment, phone_first) in [(MONDAY, true), ("2026-11-28T19:00:00+01:00", false)] {
        let portal = TestPortal::storing(&engine.store, moment);
        portal.refresh_service_levels().await;
        let page = portal.get("/skanderborg").await;
        let at = |words: &str| page.body.find(words).unwrap_or_else(|| panic!("{words}"));
        let is_first = at("Ring <span class=\"phone\">87 94 75 80") < at("Aftal en anonym samtale");
        assert_eq!(is_first, phone_first, "{moment}");
    }
}

#[tokio::test]
async fn when_all_times_are_taken_it_says_so() {
    let engine = sqlite().await;
    desk(&engine, "skanderborg").await;
    for day in 23..=30 {
        let day = format!("2026-11-{day}").parse().expect("a day");
        engine.store.close_day(day, "", &act("skanderborg")).await.expect("closed");
    }
    for day in 1..=31 {
        let day = format!("2026-12-{day:02}").parse().expect("a day");
        engine.store.close_day(day, "", &act("skanderborg")).await.expect("closed");
    }
    let portal = TestPortal::storing(&engine.store, MONDAY);
    portal.refresh_service_levels().await;
    assert!(portal.get("/skanderborg").await.says("Ingen ledige tider lige nu"));
    engine.store.close_kind(BookingKind::Phone, &act("skanderborg")).await.expect("closed");
    portal.refresh_service_levels().await;
    assert!(!portal.get("/skanderborg").await.says("Aftal en anonym samtale"));
}
