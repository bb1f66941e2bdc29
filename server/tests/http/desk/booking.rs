//! Booking for somebody who phones.

use super::signed_in;
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

const TEN: &str = "KIND=PHONE&ABOUT=CLOSE&TIME=2026-11-24T10:00";

#[apply(each_engine)]
#[tokio::test]
async fn a_time_is_booked_for_somebody_who_phones_and_the_code_is_read_aloud(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let half = anna.post("/desk/aftal", "KIND=PHONE").await;
    assert!(half.says("Vælg en af mulighederne.") && half.is_chosen("KIND-PHONE"), "what was answered stays");
    assert!(anna.post("/desk/aftal", "KIND=CALLBACK&ABOUT=CLOSE").await.says("Vælg en anden."));
    let times = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await;
    assert!(times.says("I morgen, tirsdag 24. november") && times.says("10.00"), "{}", engine.name);
    let check = anna.post("/desk/aftal", TEN).await;
    assert!(check.says("Er det rigtigt?") && check.says("Tirsdag 24. november 2026, 10.00"));
    let confirmed = format!("{TEN}&FORM={}&CONFIRM=1", check.field("FORM").expect("a form"));
    let (booked, twice) =
        tokio::join!(anna.post("/desk/aftal", &confirmed), anna.post("/desk/aftal", &confirmed));
    assert!(booked.says("Læs koden højt"), "{}", booked.text());
    assert_eq!(twice.code(), booked.code(), "clicked twice, one appointment, and its code is there");
    assert_eq!(anna.post("/desk/aftal", &confirmed).await.code(), booked.code(), "loaded again");
    let check_again = format!("{TEN}&FORM={}", check.field("FORM").expect("a form"));
    let seen = anna.post("/desk/aftal", &check_again).await;
    assert_eq!(seen.status, 200, "the check sent again shows the appointment: {}", seen.text());
    assert_eq!(seen.code(), booked.code());
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "bent").await;
    let log = lead.get("/desk/log").await.text();
    assert_eq!(log.matches("anna Bookede en tid for en borger").count(), 1, "{log}");
    let code = format!("CODE={}", booked.code());
    assert!(portal.post("/kode", code.clone()).await.says("Tirsdag 24. november 2026, 10.00"));
    assert!(anna.get("/desk/dag/2026-11-24").await.says("ringer op · pårørende"));
    let gone = anna.post("/desk/aftal", TEN).await;
    assert!(gone.status == 422 && gone.says("Den tid er taget."));
    portal.post("/kode", format!("{code}&FORGET=YES")).await;
    let again = anna.post("/desk/aftal", &confirmed).await;
    assert!(again.says("Er det rigtigt?") && !again.body.contains(&booked.code()), "{}", again.text());
    assert!(portal.post("/kode", code).await.status == 422, "what the citizen has deleted stays deleted");
}

#[apply(each_engine)]
#[tokio::test]
async fn the_wish_of_who_phones_counts_from_that_day_and_only_where_it_is_asked_for(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let close = anna.post("/desk/aftal", TEN).await;
    assert!(!close.says("vil gerne i behandling"), "{}", engine.name);
    let chosen = format!("{TEN}&WISH_DRUGS=YES&CONFIRM=1&FORM={}", close.field("FORM").expect("a form"));
    let booked = anna.post("/desk/aftal", &chosen).await;
    assert!(booked.says("Læs koden højt") && !booked.says("Henvendte sig"), "{}", booked.text());
    let without = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=ME&STEP=TIME").await;
    assert!(without.status == 422 && without.says("Vælg en af mulighederne."));
    let eleven = "KIND=PHONE&ABOUT=ME&TIME=2026-11-24T11:00";
    let check = anna.post("/desk/aftal", eleven).await;
    assert!(check.says("Den, der ringer, vil gerne i behandling"));
    let form = check.field("FORM").expect("a form");
    let other = anna.post("/desk/aftal", &format!("{eleven}&WISH_DRUGS=YES&FORM={form}&OTHER=1")).await;
    assert!(
        other.says("Ledige tider") && other.field("WISH_DRUGS").as_deref() == Some("YES"),
        "the wish stays"
    );
    let booked =
        anna.post("/desk/aftal", &format!("{eleven}&WISH_DRUGS=YES&ADULT=YES&FORM={form}&CONFIRM=1")).await;
    let noted = "Henvendte sig 23. november 2026: behandling skal begynde senest 7. december 2026";
    assert!(booked.says(noted), "{}", booked.text());
    let day = anna.get("/desk/dag/2026-11-24").await;
    let before = day.body.split("<strong>11.00").next().expect("what stands before it");
    let id = before.rsplit("/desk/aftale/").next().and_then(|rest| rest.split('"').next()).expect("an id");
    assert!(anna.get(&format!("/desk/aftale/{id}")).await.says(noted));
    assert!(day.says("mandag 7. december 14 dage 1"), "one contact, and no more: {}", day.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn who_phones_gets_what_citizens_get_on_the_site(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "vejle").await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("vejle", BookingKind::InPerson, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let apart = anna.post("/desk/aftal", "KIND=IN_PERSON&ABOUT=CLARIFYING").await;
    assert!(
        apart.status == 422 && apart.says("kan ikke holde den slags samtale på den måde"),
        "{}",
        apart.text()
    );
    assert!(apart.is_chosen("ABOUT-CLARIFYING"), "{}", engine.name);
    anna.post("/desk/tider", "DO=WEEK&WEEKDAY-1=8-16").await;
    let site = portal.post("/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE").await;
    let times = anna.post("/desk/aftal", "KIND=PHONE&ABOUT=CLOSE").await;
    for hour in ["08:00", "12:00", "14:30", "15:30"] {
        let field = format!("value=\"2026-11-24T{hour}");
        let with_colleague = times.body.contains(&format!("{field}/"));
        assert_eq!(with_colleague, site.body.contains(&format!("{field}\"")), "{}: {hour}", engine.name);
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_talk_in_english_is_booked_for_who_phones(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let form = anna.post("/desk/aftal", TEN).await.field("FORM").expect("a form");
    anna.post("/desk/aftal", &format!("{TEN}&FORM={form}&ENGLISH=YES&CONFIRM=1")).await;
    let day = anna.get("/desk/dag/2026-11-24").await;
    assert!(day.says("på engelsk"), "{}: {}", engine.name, day.text());
}
