//! Days on which a centre is closed: bookings, calls, contact and "open now" all know the same ones.

use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    desk::{signed_in, signed_in_at},
    each_engine::each_engine,
    engines::{Engine, EngineKind},
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

const CHRISTMAS_DAY: &str = "2026-12-25T10:00:00+01:00";
const DAY_BEFORE_CHRISTMAS_EVE: &str = "2026-12-23T14:00:00+01:00";
const MUNICIPALITIES: [&str; 5] = ["skanderborg", "randers", "horsens", "vejle", "slagelse"];

async fn open(engine: &Engine) {
    desk(engine, "skanderborg").await;
    let calls = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &calls).await;
}

/// Whether the page that offers times, and the one that offers calls, have something on a day.
async fn offers(portal: &TestPortal, day: &str) -> (bool, bool) {
    let times = portal.post("/skanderborg/samtale", "ABOUT=ME&AGE=30-&KIND=PHONE").await;
    let calls = portal.post("/skanderborg/ring-mig-op", "CHOOSE=1&AGE=30-").await;
    (times.body.contains(&format!("value=\"{day}T")), calls.body.contains(&format!("value=\"{day}T")))
}

#[apply(each_engine)]
#[tokio::test]
async fn on_christmas_day_nothing_is_open_and_nobody_is_called(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, CHRISTMAS_DAY);
    portal.refresh_service_levels().await;
    for municipality in MUNICIPALITIES {
        for page in ["", "/kontakt", "/find"] {
            let page = portal.get(&format!("/{municipality}{page}")).await;
            assert!(!page.says("Åbent nu"), "{municipality}: {}", page.text());
            assert!(!page.says("Telefonen er åben nu"), "{municipality}: {}", page.text());
        }
    }
    for day in ["2026-12-25", "2026-12-26"] {
        assert_eq!(offers(&portal, day).await, (false, false), "{}: {day}", engine.name);
    }
    assert_eq!(offers(&portal, "2026-12-28").await, (true, true), "{}: the Monday after", engine.name);
    let easter = TestPortal::storing(&engine.store, "2027-03-24T10:00:00+01:00");
    for day in ["2027-03-25", "2027-03-26", "2027-03-29"] {
        assert_eq!(offers(&easter, day).await, (false, false), "{}: {day}", engine.name);
    }
    assert_eq!(offers(&easter, "2027-03-30").await, (true, true), "{}: after Easter", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_the_desk_closes_is_closed_for_times_calls_and_open_now(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    assert_eq!(offers(&portal, "2026-11-24").await, (true, true));
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    for day in ["2026-11-23", "2026-11-24"] {
        lead.post("/desk/fravaer", &format!("WHO=CENTRE&FROM={day}&NOTE=Kursus")).await;
        assert_eq!(offers(&portal, day).await, (false, false), "{}: {day}", engine.name);
    }
    let before = portal.get("/skanderborg").await;
    assert!(before.says("Åbent nu"), "nobody has looked yet: {}", before.text());
    portal.refresh_service_levels().await;
    let page = portal.get("/skanderborg").await;
    assert!(!page.says("Åbent nu") && page.says("onsdag"), "{}: {}", engine.name, page.text());
    lead.post("/desk/fravaer", "DO=OPEN_DAY&DAY=2026-11-23").await;
    portal.refresh_service_levels().await;
    assert!(portal.get("/skanderborg").await.says("Åbent nu"), "{}: opened again", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_desk_keeps_open_on_a_holiday_and_closes_it_again(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine).await;
    let portal = TestPortal::storing(&engine.store, DAY_BEFORE_CHRISTMAS_EVE);
    let eve = "2026-12-24";
    assert_eq!(offers(&portal, eve).await, (false, false), "{}", engine.name);
    let days = portal.post("/skanderborg/samtale", "ABOUT=ME&AGE=30-&KIND=PHONE").await;
    assert!(days.says("Torsdag 24. december 2026. Juleaften"), "{}", days.text());
    assert!(!days.says("2. juledag"), "nobody wonders about a Saturday: {}", days.text());
    let lead = signed_in_at(&portal, "skanderborg", Role::Lead, "anna", DAY_BEFORE_CHRISTMAS_EVE).await;
    let shown = lead.get("/desk/fravaer").await;
    assert!(shown.says("Torsdag 24. december 2026: Juleaften, lukket"), "{}", shown.text());
    assert!(lead.get("/desk/dag/2026-12-24").await.says("Juleaften"), "{}", engine.name);
    let opened = lead.post("/desk/fravaer", "DO=KEEP_OPEN&DAY=2026-12-24").await;
    assert!(opened.says("Torsdag 24. december 2026: Juleaften, åbent"), "{}", opened.text());
    assert_eq!(offers(&portal, eve).await, (true, true), "{}", engine.name);
    for wrong in
        ["KEEP_OPEN&DAY=2026-12-28", "KEEP_OPEN&DAY=2025-12-25", "KEEP_OPEN&DAY=9999-12-25", "OPEN_DAY&DAY=x"]
    {
        let refused = lead.post("/desk/fravaer", &format!("DO={wrong}")).await;
        assert!(refused.says("Intet er ændret."), "{}: {wrong}: {}", engine.name, refused.text());
    }
    let log = lead.get("/desk/log").await;
    assert!(log.says("24. december 2026"), "{}", log.text());
    lead.post("/desk/fravaer", "WHO=CENTRE&FROM=2026-12-24").await;
    assert_eq!(offers(&portal, eve).await, (false, false), "{}: closed again", engine.name);
    lead.post("/desk/fravaer", "DO=OPEN_DAY&DAY=2026-12-24").await;
    assert_eq!(offers(&portal, eve).await, (false, false), "{}: a holiday again, and not open", engine.name);
    let other = TestPortal::storing(&engine.store, "2026-12-31T09:00:00+01:00");
    other.refresh_service_levels().await;
    assert!(!other.get("/skanderborg").await.says("Åbent nu"), "{}: New Year's Eve", engine.name);
}
