//! Where nothing is free: the waiting list; and the file for the phone's calendar.

use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::{AppointmentType, BookingKind};
use rstest_reuse::apply;
use server::{db::StaffId, web::rate_limiter::Quota};

#[apply(each_engine)]
#[tokio::test]
async fn who_waits_sees_by_code_when_a_time_is_free(engine: EngineKind) {
    let engine = engine.open().await;
    engine.counsellor(StaffId::new([7; 16]), "vejle", 0..1, 9 * 60, 9 * 60 + 30).await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 8, capacity: 99 };
    engine.open("vejle", BookingKind::Phone, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let only = "ABOUT=CLOSE&CLOSE=18-24&KIND=PHONE&TIME=2026-11-30T09:00";
    let check = portal.post("/vejle/samtale", only).await;
    let first = portal.post("/vejle/samtale", format!("{only}&FORM={}&CONFIRM=1", check.form())).await.code();
    let full = portal.post("/vejle/samtale", "ABOUT=YOUNG").await;
    assert!(full.says("Der er ingen ledige tider lige nu"), "{}", engine.name);
    assert!(full.says("Skriv mig på ventelisten") && full.says("76 81 90 00"), "the list, and other ways");
    let asked = format!("ABOUT=YOUNG&KIND=PHONE&FORM={}&WAIT=1", full.form());
    let waiting = portal.post("/vejle/samtale", asked.clone()).await;
    assert!(waiting.says("Du står på ventelisten"), "{}", waiting.text());
    let code = waiting.code();
    assert_eq!(portal.post("/vejle/samtale", asked).await.code(), code, "sent twice is one place, one code");
    let (mark, other) = (full.field("MARK").expect("a mark"), "00112233445566778899aabbccddeeff");
    let many = format!("ABOUT=YOUNG&KIND=PHONE&FORM={other}&MARK={mark}&WAIT=1");
    let many = portal.post("/vejle/samtale", many).await;
    assert!(many.status == 422 && !many.says("Du står på ventelisten"), "one form, one place on the list");
    let still = portal.post("/kode", format!("CODE={code}")).await;
    assert!(still.says("Der er ingen ledig tid lige nu."), "{}", still.text());
    let booked = portal.post("/kode", format!("CODE={first}")).await;
    portal.post("/kode", format!("CODE={first}&CANCEL={}", booked.field("MOVE").expect("its name"))).await;
    let free = portal.post("/kode", format!("CODE={code}")).await;
    assert!(free.says("Der er en ledig tid nu."), "{}", free.text());
    let taken = format!("CODE={code}&ABOUT=YOUNG&KIND=PHONE&TIME=2026-11-30T09:00");
    let check = portal.post("/vejle/samtale", taken.clone()).await;
    let receipt = portal.post("/vejle/samtale", format!("{taken}&FORM={}&CONFIRM=1", check.form())).await;
    assert!(receipt.says("Din tid er aftalt"), "{}", receipt.text());
    let done = portal.post("/kode", format!("CODE={code}")).await;
    assert!(done.says("Mandag 30. november 2026, 9.00") && !done.says("ventelisten"), "{}", done.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_place_on_the_list_that_was_deleted_does_not_come_back(engine: EngineKind) {
    let engine = engine.open().await;
    let appointment_type = AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 8, capacity: 99 };
    engine.open("vejle", BookingKind::Phone, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let full = portal.post("/vejle/samtale", "ABOUT=YOUNG").await;
    let asked = format!("ABOUT=YOUNG&KIND=PHONE&FORM={}&WAIT=1", full.form());
    let code = format!("CODE={}", portal.post("/vejle/samtale", asked.clone()).await.code());
    portal.post("/kode", format!("{code}&FORGET=YES")).await;
    let again = portal.post("/vejle/samtale", asked).await;
    assert!(!again.says("Du står på ventelisten"), "{}: {}", engine.name, again.text());
    assert_eq!(portal.post("/kode", code).await.status, 422);
}

#[apply(each_engine)]
#[tokio::test]
async fn the_calendar_is_told_when_and_nothing_of_what(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let receipt = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let uid = receipt.field("UID").expect("a name for the calendar");
    let fields = format!("BEGINS=2026-11-24T10:00&MINUTES=30&UID={uid}");
    let file = portal.post("/kalender", fields.clone()).await;
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"aftale.ics\"");
    for line in ["DTSTART:20261124T090000Z", "DTEND:20261124T093000Z", "SUMMARY:Aftale", "SEQUENCE:0"] {
        assert!(file.body.contains(&format!("{line}\r\n")), "{line}: {}", file.body);
    }
    let telling = ["rus", "alkohol", "stof", "misbrug", "skanderborg", "rådgiv", "trædesten"];
    assert!(!telling.iter().any(|word| file.body.to_lowercase().contains(word)), "{}", file.body);
    let found = portal.post("/kode", format!("CODE={}", receipt.code())).await;
    assert_eq!(found.field("UID").as_deref(), Some(uid.as_str()), "the same name every time");
    assert!(file.body.contains("STATUS:CONFIRMED\r\n"), "{}", file.body);
    // The night in which the clock goes back: two hours later it is one hour later.
    let night = fields.replace("2026-11-24T10:00", "2027-10-31T01:30").replace("MINUTES=30", "MINUTES=120");
    let night = portal.post("/kalender", night).await;
    assert!(night.body.contains("DTSTART:20271030T233000Z\r\nDTEND:20271031T013000Z"), "{}", night.body);
    for bad in [
        "",
        "BEGINS=x&MINUTES=1",
        "BEGINS=2026-11-24T10:00&MINUTES=-5&UID=x",
        "BEGINS=262142-01-01T00:00&MINUTES=1440&UID=00112233445566778899aabbccddeeff",
    ] {
        assert_eq!(portal.post("/kalender", bad).await.status, 422, "{bad}");
    }
    assert_eq!(portal.get("/kalender").await.status, 405);
}

/// What the form for the calendar on a page gives.
async fn file_of(portal: &TestPortal, page: &Answer) -> String {
    let fields = ["BEGINS", "MINUTES", "UID", "SEQUENCE", "STATUS"];
    let value = |name: &str| page.field(name).unwrap_or_else(|| panic!("{name}: {}", page.text()));
    let sent = fields.map(|name| format!("{name}={}", value(name))).join("&");
    portal.post("/kalender", sent).await.body
}

fn line_of<'a>(file: &'a str, name: &str) -> &'a str {
    file.lines().find_map(|line| line.strip_prefix(name)).expect("a line")
}

#[apply(each_engine)]
#[tokio::test]
async fn a_calendar_follows_what_is_moved_confirmed_and_called_off(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let receipt = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let code = receipt.code();
    let first = file_of(&portal, &receipt).await;
    let uid = line_of(&first, "UID:").to_owned();
    let mut last: u32 = line_of(&first, "SEQUENCE:").parse().expect("a number");
    for time in ["2026-11-24T11:00", "2026-11-24T09:00"] {
        let under = portal.post("/kode", format!("CODE={code}")).await;
        let moving = under.field("MOVE").expect("it can be moved");
        let fields = format!("CODE={code}&MOVE={moving}&ABOUT=ME&AGE=30-&KIND=PHONE&TIME={time}");
        let check = portal.post("/skanderborg/samtale", fields.clone()).await;
        let moved =
            portal.post("/skanderborg/samtale", format!("{fields}&FORM={}&CONFIRM=1", check.form())).await;
        for page in [&moved, &portal.post("/kode", format!("CODE={code}")).await] {
            let file = file_of(&portal, page).await;
            assert_eq!(line_of(&file, "UID:"), uid, "{}: the same appointment", engine.name);
            let sequence: u32 = line_of(&file, "SEQUENCE:").parse().expect("a number");
            assert!(sequence > last, "{}: {sequence} after {last}", engine.name);
            assert_eq!(line_of(&file, "STATUS:"), "CONFIRMED");
        }
        last = line_of(&file_of(&portal, &moved).await, "SEQUENCE:").parse().expect("a number");
    }
    let under = portal.post("/kode", format!("CODE={code}")).await;
    let id = under.field("MOVE").expect("it can be called off");
    let gone = portal.post("/kode", format!("CODE={code}&CANCEL={id}")).await;
    let file = file_of(&portal, &gone).await;
    assert_eq!(
        (line_of(&file, "METHOD:"), line_of(&file, "STATUS:")),
        ("CANCEL", "CANCELLED"),
        "{}",
        engine.name
    );
    assert_eq!(line_of(&file, "UID:"), uid);
    assert!(line_of(&file, "SEQUENCE:").parse::<u32>().expect("a number") > last);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_the_centre_has_to_confirm_is_tentative_in_a_calendar(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let quota = Quota { pending: 0, ..Quota::NONE };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let receipt = confirmed(&portal, &check, "30-", TUESDAY_TEN).await;
    let file = file_of(&portal, &receipt).await;
    assert_eq!(line_of(&file, "STATUS:"), "TENTATIVE", "{}: {}", engine.name, receipt.text());
}
