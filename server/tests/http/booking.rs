//! A conversation is booked without a name, and found again by code: on both engines.

mod again;
mod code;
mod relatives;

use crate::{
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{Engine, EngineKind},
};
use domain::{AppointmentType, BookingKind};
use rstest_reuse::apply;
use server::db::StaffId;

/// A desk with one counsellor, there from Monday to Thursday, 9-12.
pub async fn desk(engine: &Engine, municipality: &str) {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&municipality.as_bytes()[..4]);
    engine.counsellor(StaffId::new(id), municipality, 0..4, 9 * 60, 12 * 60).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open(municipality, BookingKind::Phone, &appointment_type).await;
}

/// An engine with an open desk in three municipalities.
async fn open_portal(engine: EngineKind) -> (Engine, TestPortal) {
    let engine = engine.open().await;
    for municipality in ["vejle", "skanderborg", "horsens"] {
        desk(&engine, municipality).await;
    }
    let portal = TestPortal::storing(&engine.store, MONDAY);
    (engine, portal)
}

pub const TUESDAY_TEN: &str = "TIME=2026-11-24T10:00";

/// Answers every question of an adult in Skanderborg; the check.
pub async fn checked(portal: &TestPortal, who: &str, time: &str) -> Answer {
    portal.post("/skanderborg/samtale", format!("ABOUT=ME&AGE={who}&KIND=PHONE&{time}")).await
}

/// Confirms what a check shows.
pub async fn confirmed(portal: &TestPortal, check: &Answer, who: &str, time: &str) -> Answer {
    let form = check.form();
    let fields = format!("ABOUT=ME&AGE={who}&KIND=PHONE&{time}&FORM={form}&CONFIRM=1");
    portal.post("/skanderborg/samtale", fields).await
}

#[apply(each_engine)]
#[tokio::test]
async fn from_the_start_page_to_the_receipt_and_back_by_code(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let start = portal.get("/skanderborg/samtale").await;
    assert!(start.says("Hvem handler det om?") && start.says("Du skal ikke sige, hvem du er"));
    assert!(start.says("Mig selv, 18-29 år") && start.says("Mig selv, 30 år og derover"), "{}", start.text());
    let days = portal.post("/skanderborg/samtale", "STEP=ABOUT&WHO=ME+30-").await;
    assert!(days.says("I morgen, tirsdag 24. november · 6 ledige tider"), "{}", days.text());
    assert!(days.says("Trin 2 af 3") && days.says("Formiddag"), "{}", days.text());
    assert!(days.offers("2026-11-24T09:30"), "{}", days.body);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    assert!(check.says("Er det rigtigt?") && check.says("Tirsdag 24. november 2026, 10.00 (30 minutter)"));
    assert!(check.says("Vi holder tiden for dig i op til 10 minutter."));
    let receipt = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    assert_eq!(receipt.status, 200, "{}: {}", engine.name, receipt.text());
    assert!(
        receipt.says("Din tid er aftalt")
            && receipt.says("Koden er den eneste vej tilbage.")
            && receipt.says("Sig, at du er")
    );
    assert_eq!(receipt.header("cache-control"), "no-store");
    let code = receipt.code();
    assert_eq!(code.len(), 25);
    let found = portal.post("/kode", format!("CODE={code}")).await;
    assert!(found.says("Tirsdag 24. november 2026, 10.00") && found.says("Sig, at du er"));
    let gone =
        portal.post("/kode", format!("CODE={code}&CANCEL={}", found.field("MOVE").expect("its name"))).await;
    assert!(gone.says("Tiden er aflyst") && gone.says("Der er ingen aftaler under koden nu."));
    let days = portal.post("/skanderborg/samtale", "ABOUT=ME&AGE=30-").await;
    assert!(days.offers("2026-11-24T10:00"), "{}: the time is free again", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_sent_twice_is_one_appointment_with_one_code(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let first = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let second = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    assert_eq!(first.code(), second.code(), "{}", engine.name);
    let english = portal
        .post(
            "/en/skanderborg/samtale",
            format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={}&CONFIRM=1", check.form()),
        )
        .await;
    assert_eq!(english.code(), first.code(), "the other language shows the same receipt");
    let found = portal.post("/kode", format!("CODE={}", first.code())).await;
    assert_eq!(found.body.matches("name=\"CANCEL\"").count(), 1);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_sent_four_times_at_once_shows_the_same_receipt_every_time(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let sent = || confirmed(&portal, &check, "30-", TUESDAY_TEN);
    let (one, two, three, four) = tokio::join!(sent(), sent(), sent(), sent());
    for other in [two, three, four] {
        assert!(other.says("Din tid er aftalt"), "{}: {}", engine.name, other.text());
        assert_eq!(other.code(), one.code(), "{}", engine.name);
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_comes_second_keeps_all_answers_and_sees_the_nearest_times(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    checked(&portal, "30-", TUESDAY_TEN).await;
    let second = checked(&portal, "30-", TUESDAY_TEN).await;
    assert_eq!(second.status, 409, "{}", engine.name);
    assert!(second.says("Tiden blev taget."), "{}", second.text());
    assert!(second.offers("2026-11-24T09:30") && !second.offers("2026-11-24T10:00"), "{}", second.body);
    assert!(
        second.body.contains("<details open class=\"details day\"><summary><span><strong>I morgen, tirsdag")
    );
    assert_eq!(second.field("AGE").as_deref(), Some("30-"), "nothing has to be answered again");
    assert!(second.body.contains("<title>Fejl: "));
    let other = checked(&portal, "30-", "TIME=2026-11-24T10:30").await;
    assert!(other.says("Er det rigtigt?"));
}

#[apply(each_engine)]
#[tokio::test]
async fn choosing_another_time_frees_the_first(engine: EngineKind) {
    let (_engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let form = check.form();
    let fields = format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={form}&BACK=TIME");
    let times = portal.post("/skanderborg/samtale", fields).await;
    assert!(times.offers("2026-11-24T10:00"), "{}", times.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_hold_that_is_over_is_taken_again_if_nobody_has_it(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let early = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&early, "30-", TUESDAY_TEN).await;
    let later = TestPortal::storing(&engine.store, "2026-11-23T11:00:00+01:00");
    let again = confirmed(&later, &check, "30-", TUESDAY_TEN).await;
    assert!(again.says("Er det rigtigt?"), "{}: checked once more: {}", engine.name, again.text());
    assert!(confirmed(&later, &again, "30-", TUESDAY_TEN).await.says("Din tid er aftalt"));
    let eleven = "TIME=2026-11-24T11:00";
    let check = checked(&early, "30-", eleven).await;
    let other = checked(&later, "30-", eleven).await;
    assert!(confirmed(&later, &other, "30-", eleven).await.says("Din tid er aftalt"));
    let late = confirmed(&later, &check, "30-", eleven).await;
    assert_eq!(late.status, 409, "{}: {}", engine.name, late.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_receipt_that_is_sent_again_after_all_was_deleted_or_cancelled_books_nothing(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    for end in ["FORGET=YES", "CANCEL"] {
        let check = checked(&portal, "30-", TUESDAY_TEN).await;
        let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
        let found = portal.post("/kode", format!("CODE={code}")).await;
        let end = end.replace("CANCEL", &format!("CANCEL={}", found.field("MOVE").expect("its name")));
        portal.post("/kode", format!("CODE={code}&{end}")).await;
        let resent = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
        assert!(resent.says("Er det rigtigt?"), "{} {end}: {}", engine.name, resent.text());
        assert_ne!(resent.field("FORM"), check.field("FORM"), "under another key");
        let form = resent.form();
        let back = format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={form}&BACK=TIME");
        portal.post("/skanderborg/samtale", back).await;
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_change_after_booking_shows_the_receipt_and_makes_no_second_appointment(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let receipt = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let form = check.form();
    let back = format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={form}&BACK=TIME");
    let page = portal.post("/skanderborg/samtale", back).await;
    assert_eq!(page.code(), receipt.code(), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_held_in_one_municipality_is_not_booked_in_another(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let form = check.form();
    let fields = format!("ABOUT=ME&AGE=25-&KIND=PHONE&{TUESDAY_TEN}&FORM={form}&CONFIRM=1");
    let elsewhere = portal.post("/vejle/samtale", fields).await;
    assert!(elsewhere.says("Er det rigtigt?"), "{}: {}", engine.name, elsewhere.text());
    assert_ne!(elsewhere.field("FORM"), check.field("FORM"));
    assert!(
        confirmed(&portal, &check, "30-", TUESDAY_TEN).await.says("Din tid er aftalt"),
        "still held here"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn a_time_is_moved_and_the_old_one_is_free(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let found = portal.post("/kode", format!("CODE={code}")).await;
    let moving = found.field("MOVE").expect("its name");
    let other = "TIME=2026-11-25T09:00";
    let base = format!("CODE={code}&MOVE={moving}&ABOUT=ME&KIND=PHONE&FROM=2026-11-24T10:00");
    let days = portal.post("/skanderborg/samtale", base.clone()).await;
    assert!(days.says("Trin 1 af 2") && days.says("Hvornår passer det dig?"), "{}", days.text());
    assert!(days.says("Din tid nu: Tirsdag 24. november 2026 kl. 10.00"), "{}", days.text());
    let base = format!("{base}&{other}");
    let check = portal.post("/skanderborg/samtale", base.clone()).await;
    assert!(check.says("Flyt tiden til onsdag kl. 9"), "{}", check.text());
    assert!(check.says("Flyt din tid") && check.says("bliver stående, til du har aftalt den nye"));
    assert!(!check.says("Jeg vil gerne i behandling"), "asked when the first was booked");
    let form = check.form();
    let receipt = portal.post("/skanderborg/samtale", format!("{base}&FORM={form}&CONFIRM=1")).await;
    assert!(
        receipt.says("Din tid er flyttet") && receipt.says("Din kode er den samme som før."),
        "{}: {}",
        engine.name,
        receipt.text()
    );
    assert!(!receipt.body.contains("class=\"code\""));
    let found = portal.post("/kode", format!("CODE={code}")).await;
    assert!(found.says("Onsdag 25. november 2026, 9.00") && !found.says("24. november"), "{}", found.text());
    assert!(checked(&portal, "30-", TUESDAY_TEN).await.says("Er det rigtigt?"));
}

#[apply(each_engine)]
#[tokio::test]
async fn the_number_of_anonymous_talks_is_kept_by_code(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "18-29", TUESDAY_TEN).await;
    assert!(check.says("Du kan få op til 2 samtaler uden at sige, hvem du er."), "{}", check.text());
    let code = confirmed(&portal, &check, "18-29", TUESDAY_TEN).await.code();
    let base = |time: &str| format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&{time}");
    let second = base("TIME=2026-11-25T09:00");
    let check = portal.post("/skanderborg/samtale", second.clone()).await;
    let form = check.form();
    let receipt = portal.post("/skanderborg/samtale", format!("{second}&FORM={form}&CONFIRM=1")).await;
    assert!(receipt.says("Din tid er aftalt"), "{}", engine.name);
    let third = portal.post("/skanderborg/samtale", base("TIME=2026-11-26T09:00")).await;
    assert!(
        third.says("Du har fået det antal anonyme samtaler") && third.says("87 94 75 80"),
        "{}",
        third.text()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn under_a_code_too_nothing_is_booked_before_the_age_is_told(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "18-29", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "18-29", TUESDAY_TEN).await.code();
    let time = "TIME=2026-11-25T09:00";
    let with_age = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&{time}");
    let form = portal.post("/skanderborg/samtale", with_age).await.form();
    let without = format!("CODE={code}&ABOUT=ME&KIND=PHONE&{time}&FORM={form}&CONFIRM=1");
    let asked = portal.post("/skanderborg/samtale", without).await;
    assert!(asked.says("Hvor gammel er du?"), "{}: {}", engine.name, asked.text());
    let found = portal.post("/kode", format!("CODE={code}")).await;
    assert!(!found.says("25. november"), "no age is guessed, and nothing is booked: {}", found.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn each_age_reads_its_own_rule_before_booking(engine: EngineKind) {
    let (_engine, portal) = open_portal(engine).await;
    let time = TUESDAY_TEN;
    let adult = portal.post("/horsens/samtale", format!("ABOUT=ME&AGE=18-&{time}")).await;
    assert!(adult.says("Kommunens regler siger ikke, om du kan være anonym."), "{}", adult.text());
    let early = portal.post("/horsens/samtale", "ABOUT=ME&AGE=18-").await;
    assert!(early.says("Kommunens regler siger ikke, om du kan være anonym."), "at once: {}", early.text());
    let young = portal.post("/vejle/samtale", format!("ABOUT=ME&AGE=15-17&{time}")).await;
    assert!(young.says("Dine forældre skal ikke give lov."), "{}", young.text());
    assert!(young.says("Er en rådgiver alvorligt bekymret for et barn"), "told before booking");
}

#[apply(each_engine)]
#[tokio::test]
async fn who_asks_about_somebody_close_is_shown_what_there_is_for_relatives(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    for (who, shown) in [("ABOUT=CLOSE", true), ("ABOUT=ME&AGE=30-", false)] {
        let fields = format!("{who}&KIND=PHONE&{TUESDAY_TEN}");
        let form = portal.post("/skanderborg/samtale", fields.clone()).await.form();
        let receipt = portal.post("/skanderborg/samtale", format!("{fields}&FORM={form}&CONFIRM=1")).await;
        assert!(receipt.says("Din tid er aftalt"), "{}: {}", engine.name, receipt.text());
        assert_eq!(receipt.says("Hjælp til pårørende"), shown, "{who}: {}", receipt.text());
        assert_eq!(receipt.body.contains("/skanderborg/tilbud/"), shown, "{who}");
        let cancelled = format!("CODE={}&FORGET=YES", receipt.code());
        portal.post("/kode", cancelled).await;
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn where_nothing_is_open_or_free_the_page_says_how_else(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let closed = portal.get("/slagelse/samtale").await;
    assert!(closed.says("Centret har ikke åbnet for tider her på siden."), "{}", engine.name);
    let short = AppointmentType { minutes: 30, buffer: 0, notice: 60 * 24 * 30, horizon: 5, capacity: 99 };
    engine.open("vejle", BookingKind::Phone, &short).await;
    let none = portal.post("/vejle/samtale", "ABOUT=CLOSE&CLOSE=18-24").await;
    assert!(none.says("Der er ingen ledige tider lige nu") && none.says("76 81 90 00"), "{}", none.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn rubbish_is_asked_for_again_and_never_an_error_of_the_server(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    for (fields, says) in [
        ("STEP=ABOUT", "Vælg en af mulighederne."),
        ("STEP=ABOUT&ABOUT=EVERYBODY", "Vælg en af mulighederne."),
        ("STEP=ABOUT&WHO=EVERYBODY", "Vælg en af mulighederne."),
        ("STEP=ABOUT&WHO=ME+", "Hvor gammel er du?"),
        ("STEP=ABOUT&WHO=ME+99-98", "Hvor gammel er du?"),
        ("STEP=ABOUT&WHO=+30-", "Hvem handler det om?"),
        ("ABOUT=ME&AGE=30-&TIME=2026-13-45T10:00", "Hvornår passer det dig?"),
        ("ABOUT=ME&AGE=30-&TIME=1999-01-01T10:00", "Tiden blev taget."),
        ("ABOUT=ME&AGE=30-&TIME=2026-11-24T03:00", "Tiden blev taget."),
        ("ABOUT=ME&AGE=99-98&TIME=2026-11-24T10:00", "Hvor gammel er du?"),
        ("CONFIRM=1", "Hvem handler det om?"),
        ("CONFIRM=1&FORM=zz&ABOUT=ME&AGE=30-&TIME=2026-11-24T10:00", "Er det rigtigt?"),
        ("CODE=%00%ff&MOVE=x&ABOUT=ME&AGE=30-", "Hvornår passer det dig?"),
        ("CODE=%00%ff&MOVE=x&ABOUT=ME", "Hvor gammel er du?"),
    ] {
        let page = portal.post("/skanderborg/samtale", fields).await;
        assert!(page.status.as_u16() < 500, "{}: {fields}", engine.name);
        assert!(page.says(says), "{fields}: {}", page.text());
    }
    for fields in ["", "CODE=", "CODE=%F0%9F%92%A9", "CANCEL=1", "CODE=1&FORGET=YES"] {
        assert_eq!(portal.post("/kode", fields).await.status, 422, "{fields}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_code_from_another_municipality_books_nothing_there(engine: EngineKind) {
    let (_engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let base = format!("CODE={code}&ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE&{TUESDAY_TEN}");
    let check = portal.post("/vejle/samtale", base.clone()).await;
    let form = check.form();
    let receipt = portal.post("/vejle/samtale", format!("{base}&FORM={form}&CONFIRM=1")).await;
    assert_ne!(receipt.code(), code, "a code of its own");
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_past_its_end_shows_until_it_is_deleted(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    portal.check_health().await;
    assert_eq!(portal.get("/readyz").await.status, 200);
    let later = TestPortal::storing(&engine.store, "2026-11-28T10:00:00+01:00");
    later.check_health().await;
    assert_eq!(later.get("/readyz").await.status, 503, "{}", engine.name);
    let over = later.post("/kode", format!("CODE={code}")).await;
    assert!(over.says("Tiden er slut."));
}

#[apply(each_engine)]
#[tokio::test]
async fn who_comes_to_which_of_two_places_is_told_by_code_too_and_when_the_time_is_moved(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let (young, adult) = ("Ungerådgivningen", "Skanderborg Rusmiddelcenter");
    for (age, time, place, other) in
        [("18-29", "2026-11-24T10:00", young, adult), ("30-", "2026-11-24T11:00", adult, young)]
    {
        let time = format!("TIME={time}");
        let check = checked(&portal, age, &time).await;
        let named = |page: &Answer, name: &str| page.body.contains(&format!("<strong>{name}</strong>"));
        assert!(named(&check, place) && !check.says("Er du under 30 år"), "{age}: {}", check.text());
        let code = confirmed(&portal, &check, age, &time).await.code();
        let found = portal.post("/kode", format!("CODE={code}")).await;
        let (section, _) = found.body.split_once("<footer").expect("a footer");
        assert!(
            section.contains(place) && !found.says("Er du under 30 år"),
            "{}: {}",
            engine.name,
            found.text()
        );
        assert!(!section.contains(&format!("<strong>{other}</strong>")), "{}", found.text());
        let moving = found.field("MOVE").expect("its name");
        let side = found.field("SIDE").expect("its side");
        let day = if age == "30-" { "26" } else { "25" };
        let base =
            format!("CODE={code}&MOVE={moving}&SIDE={side}&ABOUT=ME&KIND=PHONE&TIME=2026-11-{day}T09:00");
        let check = portal.post("/skanderborg/samtale", base.clone()).await;
        let receipt =
            portal.post("/skanderborg/samtale", format!("{base}&FORM={}&CONFIRM=1", check.form())).await;
        assert!(named(&receipt, place) && !receipt.says("Er du under 30 år"), "{}", receipt.text());
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn ages_are_told_apart_where_another_place_begins(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "slagelse").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let start = portal.get("/slagelse/samtale").await;
    assert!(start.says("Mig selv, 18-29 år") && start.says("Mig selv, 30 år og derover"), "{}", start.text());
    let check =
        portal.post("/slagelse/samtale", format!("ABOUT=ME&AGE=18-29&KIND=PHONE&{TUESDAY_TEN}")).await;
    assert!(check.says("Er det rigtigt?") && !check.says("Er du under 30 år"), "{}", check.text());
}
