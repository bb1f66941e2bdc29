//! Talks of somebody close: a number of their own, kept by code as one's own are.

use super::desk;
use crate::{
    common::{Answer, MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::{Engine, EngineKind},
};
use domain::{AppointmentType, BookingKind, Role};
use rstest_reuse::apply;

/// Opens a desk for talks in writing.
async fn open(engine: &Engine, municipality: &str) {
    desk(engine, municipality).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open(municipality, BookingKind::Online, &appointment_type).await;
}

/// As many as may lie ahead at once.
const DAYS: [&str; 3] = ["2026-11-24T10:00", "2026-11-25T10:00", "2026-11-26T10:00"];
const LATER: &str = "2026-11-30T10:00";

/// Books a talk under a code, or under a new one where there is none; what the portal answers.
async fn book(portal: &TestPortal, (municipality, who): (&str, &str), code: &str, time: &str) -> Answer {
    let path = format!("/{municipality}/samtale");
    let code = if code.is_empty() { String::new() } else { format!("CODE={code}&") };
    let fields = format!("{code}{who}&KIND=ONLINE&TIME={time}");
    let check = portal.post(&path, fields.clone()).await;
    if !check.says("Er det rigtigt?") {
        return check;
    }
    portal.post(&path, format!("{fields}&FORM={}&CONFIRM=1", check.form())).await
}

#[apply(each_engine)]
#[tokio::test]
async fn each_municipality_gives_relatives_the_number_of_its_standard(engine: EngineKind) {
    let engine = engine.open().await;
    for municipality in ["randers", "horsens", "vejle", "slagelse", "skanderborg"] {
        open(&engine, municipality).await;
    }
    let cases = [
        ("randers", "ABOUT=CLOSE", Some("5")),
        ("randers", "ABOUT=YOUNG", Some("5")),
        ("horsens", "ABOUT=CLOSE", Some("3")),
        ("horsens", "ABOUT=YOUNG", Some("5")),
        ("vejle", "ABOUT=YOUNG", Some("5")),
        ("vejle", "ABOUT=CLOSE&CLOSE=18-24", Some("5")),
        ("vejle", "ABOUT=CLOSE&CLOSE=25-:ALCOHOL:IN", Some("3")),
        ("vejle", "ABOUT=CLOSE&CLOSE=25-:DRUGS", None),
        ("slagelse", "ABOUT=CLOSE", Some("3")),
        ("skanderborg", "ABOUT=CLOSE", None),
    ];
    for (place, (municipality, who, most)) in cases.into_iter().enumerate() {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let (day, hour, minute) = (24 + place / 6, 9 + place % 6 / 2, place % 2 * 30);
        let fields = format!("{who}&KIND=ONLINE&TIME=2026-11-{day}T{hour:02}:{minute:02}");
        let check = portal.post(&format!("/{municipality}/samtale"), fields).await;
        let said = most.map_or_else(
            || "Der står ikke, hvor mange samtaler du kan få.".to_owned(),
            |most| format!("Du kan få op til {most} samtaler."),
        );
        assert!(check.says("Er det rigtigt?") && check.says(&said), "{municipality} {who}: {}", check.text());
    }
    let asked =
        TestPortal::storing(&engine.store, MONDAY).post("/vejle/samtale", "WHO=CLOSE&STEP=ABOUT").await;
    assert!(asked.says("Hvem er det, du er tæt på?"), "{}: {}", engine.name, asked.text());
    assert!(
        asked.says(
            "En, der er mindst 25 år, drikker og ikke er i behandling Du kan få 1 samtale først og så 6."
        ),
        "{}",
        asked.text()
    );
    let unknown = "ABOUT=CLOSE&CLOSE=UNKNOWN&KIND=ONLINE&TIME=2026-11-30T11:30";
    let check = TestPortal::storing(&engine.store, MONDAY).post("/vejle/samtale", unknown).await;
    assert!(check.says("Er det rigtigt?") && !check.says("Du kan få op til"), "{}", check.text());
    let rubbish = "ABOUT=CLOSE&CLOSE=9-10:WINE&STEP=CLOSE";
    let again = TestPortal::storing(&engine.store, MONDAY).post("/vejle/samtale", rubbish).await;
    assert!(again.says("Hvem er det, du er tæt på?"), "{}", again.text());
    let nothing =
        TestPortal::storing(&engine.store, MONDAY).post("/vejle/samtale", "ABOUT=CLOSE&STEP=CLOSE").await;
    assert_eq!(nothing.status, 422, "nothing was chosen");
}

#[apply(each_engine)]
#[tokio::test]
async fn who_has_had_their_talks_is_told_and_staff_can_grant_one_more(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine, "horsens").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let close = ("horsens", "ABOUT=CLOSE");
    let code = book(&portal, close, "", DAYS[0]).await.code();
    for day in &DAYS[1..] {
        let booked = book(&portal, close, &code, day).await;
        assert!(booked.says("Din tid er aftalt"), "{day}: {}", booked.text());
    }
    let fourth = book(&portal, close, &code, LATER).await;
    assert!(
        fourth.says("Du har aftalt eller haft det antal samtaler, som kommunens regler giver dig"),
        "{}: {}",
        engine.name,
        fourth.text()
    );
    let lead = signed_in(&portal, "horsens", Role::Lead, "lea").await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    let card = format!("/desk/aftale/{}", day.linked("/desk/aftale").expect("the appointment"));
    let page = lead.get(&card).await;
    assert!(page.says("3 samtaler"), "{}", page.text());
    let before = page.field("BEFORE").expect("what was seen");
    let granted = lead.post(&card, &format!("ACT=EXTEND&DAY=2026-11-24&BEFORE={before}")).await;
    assert!(granted.says("3 samtaler, og lov til 1 ekstra"), "{}", granted.text());
    let after = TestPortal::storing(&engine.store, "2026-11-26T12:00:00+01:00");
    let fourth = book(&after, close, &code, LATER).await;
    assert!(fourth.says("Din tid er aftalt"), "{}", fourth.text());
    let own = book(&after, ("horsens", "ABOUT=ME&AGE=18-"), &code, "2026-11-30T11:00").await;
    assert!(
        !own.says("Du har fået det antal samtaler"),
        "one's own have a number of their own: {}",
        own.text()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn where_the_number_is_where_one_begins_staff_confirm_what_goes_beyond(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine, "slagelse").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let close = ("slagelse", "ABOUT=CLOSE");
    let code = book(&portal, close, "", DAYS[0]).await.code();
    for day in &DAYS[1..] {
        assert!(book(&portal, close, &code, day).await.says("Din tid er aftalt"), "{day}");
    }
    let after = TestPortal::storing(&engine.store, "2026-11-26T12:00:00+01:00");
    let check = format!("CODE={code}&ABOUT=CLOSE&KIND=ONLINE&TIME=2026-11-30T11:30");
    assert!(after.post("/slagelse/samtale", check).await.says("Om der kan være flere, afgør centret"));
    let fourth = book(&after, close, &code, LATER).await;
    assert!(fourth.says("bekræft"), "{}: {}", engine.name, fourth.text());
    let lead = signed_in(&portal, "slagelse", Role::Lead, "lea").await;
    let waits = lead.get("/desk/dag/2026-11-30").await;
    assert!(waits.says("eller reglerne nævner ikke flere samtaler"), "{}", waits.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_time_that_is_moved_promises_no_number_that_is_not_known(engine: EngineKind) {
    let engine = engine.open().await;
    open(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let close = ("vejle", "ABOUT=CLOSE&CLOSE=25-:ALCOHOL:OUT");
    let code = book(&portal, close, "", DAYS[0]).await.code();
    let found = portal.post("/kode", format!("CODE={code}")).await;
    let moving = found.field("MOVE").expect("what is moved");
    let fields = format!("CODE={code}&MOVE={moving}&ABOUT=CLOSE&KIND=ONLINE&TIME={LATER}");
    let check = portal.post("/vejle/samtale", fields).await;
    assert!(check.says("Er det rigtigt?") && !check.says("Du kan få"), "{}: {}", engine.name, check.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn who_does_not_know_whom_it_depends_on_has_the_smallest_number_and_then_staff_confirm(
    engine: EngineKind,
) {
    let engine = engine.open().await;
    open(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let close = ("vejle", "ABOUT=CLOSE&CLOSE=UNKNOWN");
    let code = book(&portal, close, "", DAYS[0]).await.code();
    for day in &DAYS[1..] {
        assert!(book(&portal, close, &code, day).await.says("Din tid er aftalt"), "{day}");
    }
    let after = TestPortal::storing(&engine.store, "2026-11-26T12:00:00+01:00");
    let fourth = book(&after, close, &code, LATER).await;
    assert!(fourth.says("Din tid er reserveret"), "{}: {}", engine.name, fourth.text());
}
