//! Who reads a conversation, and writes in it.

use super::{signed_in, signed_in_at};
use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::http::Method;
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn only_who_has_a_conversation_and_their_lead_read_it_and_it_is_remembered(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("vejle", BookingKind::Online, &appointment_type).await;
    anna.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await;
    let chosen = "KIND=ONLINE&ABOUT=CLOSE&TIME=2026-11-24T10:00";
    let form = anna.post("/desk/aftal", chosen).await.field("FORM").expect("a form");
    anna.post("/desk/aftal", &format!("{chosen}&FORM={form}&CONFIRM=1")).await;
    let day = anna.get("/desk/dag/2026-11-24").await;
    let path = format!("/desk/samtale/{}", day.linked("/desk/aftale").expect("an appointment"));
    assert_eq!(anna.get(&path).await.status, 200, "{}", engine.name);
    let bent = signed_in(&portal, "vejle", Role::Counsellor, "bent").await;
    let refused = bent.get(&path).await;
    assert!(refused.header("location").starts_with("/desk?"), "a colleague's: {:?}", refused.headers);
    assert!(bent.get(refused.header("location")).await.says("Den samtale er en kollegas"));
    let seen = bent.get(&format!("/desk/aftale/{}", day.linked("/desk/aftale").expect("one"))).await;
    assert!(
        seen.says("Kun anna eller en leder skriver her") && !seen.body.contains(&path),
        "{}",
        seen.text()
    );
    let lead = signed_in(&portal, "vejle", Role::Lead, "carla").await;
    assert_eq!(lead.ask(Method::POST, &path, "DO=READ").await.status, 200);
    assert!(lead.get("/desk/log").await.says("carla Åbnede en samtale"));
    let other = signed_in(&portal, "vejle", Role::Lead, "erik").await;
    for _ in 0..2 {
        assert_eq!(other.ask(Method::POST, &format!("{path}/nyt"), "SEEN=x").await.status, 200);
    }
    let log = lead.get("/desk/log").await.text();
    assert_eq!(log.matches("erik Åbnede en samtale").count(), 1, "noted before it is read, and once: {log}");
    let during = TestPortal::storing(&engine.store, "2026-11-24T10:05:00+01:00");
    let carla = signed_in_at(&during, "vejle", Role::Lead, "dorte", "2026-11-24T10:05:00+01:00").await;
    let page = carla.get(&path).await;
    let key = page.field("KEY").expect("a key");
    for _ in 0..2 {
        carla.post(&path, &format!("DO=SEND&TEXT=Hej&KEY={key}")).await;
    }
    assert_eq!(carla.get(&path).await.text().matches("Rådgiveren Hej").count(), 1, "sent twice, said once");
    let before = carla.get("/desk/log").await.text();
    assert_eq!(carla.ask_as(Method::GET, &path, "", true).await.status, 204);
    assert_eq!(carla.get("/desk/log").await.text(), before, "a page that asks by itself opens nothing");
    assert!(carla.get("/desk/log").await.says("dorte Skrev i en samtale"), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_page_that_asks_keeps_a_session_alive_in_the_time_of_the_talk_alone(engine: EngineKind) {
    let engine = engine.open().await;
    let at = |time: &str| TestPortal::storing(&engine.store, &format!("2026-11-24T{time}:00+01:00"));
    let monday = TestPortal::storing(&engine.store, MONDAY);
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("vejle", BookingKind::Online, &appointment_type).await;
    let anna = signed_in(&monday, "vejle", Role::Counsellor, "anna").await;
    anna.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await;
    let chosen = "KIND=ONLINE&ABOUT=CLOSE&TIME=2026-11-24T10:00";
    let form = anna.post("/desk/aftal", chosen).await.field("FORM").expect("a form");
    anna.post("/desk/aftal", &format!("{chosen}&FORM={form}&CONFIRM=1")).await;
    let id = anna.get("/desk/dag/2026-11-24").await.linked("/desk/aftale").expect("an appointment");
    let question = format!("/desk/samtale/{id}/nyt");
    for (begun, asks, later, goes_on) in
        [("09:00", "09:10", "09:18", false), ("10:01", "10:12", "10:20", true)]
    {
        let morning = at(begun);
        let moment = format!("2026-11-24T{begun}:00+01:00");
        let lead =
            signed_in_at(&morning, "vejle", Role::Lead, &format!("leder-{}", &begun[..2]), &moment).await;
        let asked = lead.at(&at(asks)).ask(Method::POST, &question, "SEEN=x").await;
        assert_eq!(asked.status, 200, "{}: {}", engine.name, asked.text());
        let seen = lead.at(&at(later)).get("/desk").await;
        assert_eq!(seen.status == 200, goes_on, "{begun}: {} {}", seen.status, seen.header("location"));
    }
}
