//! What the desk arranges and sees, calls, messages; what is past its end goes. And what these tests store.

use crate::each_engine::each_engine;
use crate::engines::{Engine, EngineKind, act, moment};
use chrono::{NaiveDate, NaiveTime};
use domain::{AppointmentType, BookingAbout, BookingKind, Lang, Minute, Role, Talks, Window};
use rstest_reuse::apply;
use server::{
    crypto::verifier::{Cost, Verifier},
    db::{AppointmentId, CallId, CodeId, ExceptionId, FormHash, FormKey, HoursId, StaffId},
    jobs::retention::RetentionReport,
    tasks::{
        booking::{
            code::CodeRecord,
            model::{BookingOptions, Hold},
        },
        callback::service::{CallAction, NewCall},
        conversation::service::Message,
        desk::{
            audit::AuditEntry,
            hours::service::{ExceptionDay, HoursOfWeek, Roster},
            staff::{StaffMember, service::Removal},
        },
    },
};

const LAYOUT: AppointmentType =
    AppointmentType { minutes: 30, buffer: 10, notice: 60, horizon: 9, capacity: 999 };
pub const BESIDE: BookingOptions =
    BookingOptions { pending: false, lang: Lang::Da, side: None, cases: Vec::new() };
pub const NOW: Minute = 29_000_000;
pub const STAFF: [StaffId; 2] = [StaffId::new([1; 16]), StaffId::new([2; 16])];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn hold(number: u8, starts: Minute) -> Hold {
    Hold {
        id: appointment(number),
        municipality: "vejle".to_owned(),
        staff: vec![STAFF[0]],
        kind: BookingKind::Phone,
        about: BookingAbout::Me,
        starts,
        minutes: 30,
        free_from: starts + 40,
        day: 0..Minute::MAX,
        until: NOW + 10,
        form: form(number),
    }
}

pub fn form(number: u8) -> FormHash {
    FormHash::new([number; 32])
}

pub fn appointment(number: u8) -> AppointmentId {
    AppointmentId::new([number; 16])
}

pub fn code(number: u8) -> CodeRecord {
    CodeRecord {
        id: CodeId::new([100 + number; 16]),
        municipality: "vejle".to_owned(),
        pseudonym: "Blå Sten 12".to_owned(),
        selector: i32::from(number),
        verifier: Verifier { salt: [3; 16], hash: [4; 32], cost: Cost::TINY },
        talks: Talks { own: 1, close: 0 },
        extended_by: Talks::default(),
        expires_on: day("2026-12-24"),
        contact_on: None,
        called_off: None,
    }
}

/// Two counsellors in Vejle, and calls in that one makes.
pub async fn staffed(engine: &Engine) {
    for id in STAFF {
        engine.counsellor(id, "vejle", 0..0, 0, 0).await;
    }
    engine.open("vejle", BookingKind::Phone, &LAYOUT).await;
}

#[apply(each_engine)]
#[tokio::test]
async fn the_desk_is_as_it_was_set(engine: EngineKind) {
    let engine = engine.open().await;
    let (store, name, monday) = (&engine.store, engine.name, day("2026-11-23"));
    staffed(&engine).await;
    let hours = HoursOfWeek { id: HoursId::new([9; 16]), weekday: 2, from: 540, to: 720 };
    store
        .set_hours(&STAFF[1], &[HoursOfWeek { id: HoursId::new([8; 16]), ..hours }], &act("vejle"))
        .await
        .expect("set");
    store.set_hours(&STAFF[1], &[hours], &act("vejle")).await.expect("set again");
    let away =
        ExceptionDay { id: ExceptionId::new([7; 16]), day: day("2026-11-25"), from: 0, to: 1440, away: true };
    store.add_exceptions(&STAFF[1], &[away], &act("vejle")).await.expect("added");
    store.close_day(day("2026-12-24"), "Jul", &act("vejle")).await.expect("closed");
    let Roster { staff, calendar } = store.roster("vejle", monday).await.expect("a roster");
    assert_eq!((staff[calendar.hours[0].who], calendar.hours[0].from), (STAFF[1], 540), "{name}");
    assert_eq!((staff[calendar.exceptions[0].who], calendar.exceptions[0].away), (STAFF[1], true));
    let closed: Vec<_> = calendar.days.list_closed().collect();
    assert_eq!(closed, [(day("2026-12-24"), "Jul")]);
    assert!(store.roster("randers", monday).await.expect("a roster").staff.is_empty(), "never across");
    let longer = AppointmentType { minutes: 45, capacity: 3, ..LAYOUT };
    engine.open("vejle", BookingKind::Phone, &longer).await;
    assert_eq!(store.kinds("vejle").await.expect("kinds"), [(BookingKind::Phone, longer)], "{name}");
    store.close_kind(BookingKind::Phone, &act("vejle")).await.expect("closed");
    assert!(store.kinds("vejle").await.expect("kinds").is_empty());
    assert_eq!(store.promised("vejle").await.expect("asked"), None, "nothing is promised by itself");
    store.promise(Some(2), &act("vejle")).await.expect("promised");
    assert_eq!(store.promised("vejle").await.expect("asked"), Some(2));
}

#[apply(each_engine)]
#[tokio::test]
async fn staff_are_in_the_same_order_whatever_the_database_sorts_by(engine: EngineKind) {
    let engine = engine.open().await;
    let names = ["Åse", "anna", "Ægir", "Bent Ås", "Øjvind", "Bent-Ole", "Zita", "bent", "Bentas"];
    for (number, name) in (1..).zip(names) {
        let member = StaffMember {
            id: StaffId::new([number; 16]),
            municipality: "vejle".to_owned(),
            name: name.to_owned(),
            role: Role::Counsellor,
        };
        engine.store.add_staff(&member).await.expect("added");
    }
    let listed = engine.store.staff("vejle").await.expect("staff");
    let listed: Vec<&str> = listed.iter().map(|member| member.name.as_str()).collect();
    let order = ["Bent Ås", "Bent-Ole", "Bentas", "Zita", "anna", "bent", "Åse", "Ægir", "Øjvind"];
    assert_eq!(listed, order, "{}", engine.name);
    let roster = engine.store.roster("vejle", day("2026-11-23")).await.expect("a roster");
    let asked: Vec<u8> = roster.staff.iter().map(|id| id.as_bytes()[0]).collect();
    assert_eq!(asked, [4, 6, 9, 7, 2, 8, 1, 3, 5], "who is asked first: {}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn exceptions_are_added_all_or_none(engine: EngineKind) {
    let engine = engine.open().await;
    staffed(&engine).await;
    let who = StaffId::new([1; 16]);
    let exception = |id: u8, date: &str| ExceptionDay {
        id: ExceptionId::new([id; 16]),
        day: day(date),
        from: 540,
        to: 600,
        away: true,
    };
    let before = engine.store.acts("vejle").await.expect("acts").len();
    let twice = [exception(1, "2026-11-24"), exception(1, "2026-11-25")];
    assert!(engine.store.add_exceptions(&who, &twice, &act("vejle")).await.is_err(), "{}", engine.name);
    let roster = engine.store.roster("vejle", day("2026-11-23")).await.expect("a roster");
    assert!(roster.calendar.exceptions.is_empty(), "{}: half a change is none", engine.name);
    let acts = engine.store.acts("vejle").await.expect("acts").len();
    assert_eq!(acts, before, "and nothing says it was made");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_day_gives_no_more_of_a_kind_than_the_desk_has_said(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    engine.open("vejle", BookingKind::Phone, &AppointmentType { capacity: 2, ..LAYOUT }).await;
    let today = |number, starts| Hold { staff: STAFF.to_vec(), day: NOW..NOW + 1000, ..hold(number, starts) };
    assert!(store.hold(&today(1, NOW + 100), NOW).await.expect("held"));
    assert!(store.hold(&today(1, NOW + 150), NOW).await.expect("held"), "the same form, another time");
    assert!(store.hold(&today(2, NOW + 200), NOW).await.expect("held"));
    assert!(!store.hold(&today(3, NOW + 300), NOW).await.expect("asked"), "{}", engine.name);
    let tomorrow = Hold { day: NOW + 1000..NOW + 2000, ..hold(4, NOW + 1100) };
    assert!(store.hold(&tomorrow, NOW).await.expect("held"));
    assert!(store.hold(&today(5, NOW + 300), NOW + 10).await.expect("held"), "the holds have ended");
}

#[apply(each_engine)]
#[tokio::test]
async fn what_staff_did_is_only_added_to(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    let on = |text: &str| AuditEntry { on: day(text), subject: text.to_owned(), ..act("vejle") };
    store.note(&on("2024-11-01")).await.expect("noted");
    store.note(&on("2026-11-23")).await.expect("noted");
    assert_eq!(store.acts("vejle").await.expect("acts")[0], on("2026-11-23"), "the latest first");
    assert!(store.acts("randers").await.expect("acts").is_empty(), "never across");
    for statement in ["UPDATE audit SET who = 'x'", "DELETE FROM audit WHERE subject = '2026-11-23'"] {
        assert!(engine.tamper(statement).await.is_err(), "{}: {statement}", engine.name);
    }
    store.tidy(moment(0, day("2026-11-24"))).await.expect("tidied");
    assert_eq!(store.acts("vejle").await.expect("acts"), [on("2026-11-23")], "two years are over");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_call_is_made_by_who_has_taken_it_and_gone_after_three_tries(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    let key = FormKey::new([3; 16]);
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
    let window = Window { day: day("2026-11-24"), from: NaiveTime::MIN, to: noon };
    for number in [1, 2] {
        let call = NewCall {
            id: CallId::new([number; 16]),
            municipality: "vejle".to_owned(),
            sealed: vec![1, 2, 3],
            window,
            contact_on: Some(day("2026-11-23")),
            expires_on: day("2026-11-29"),
            form: form(number),
            lang: Lang::Da,
            side: None,
        };
        store.add_callback(&call, &key).await.expect("added");
    }
    let (first, second) = (CallId::new([1; 16]), CallId::new([2; 16]));
    let (vejle, randers) = (act("vejle"), act("randers"));
    assert!(
        !store.act_on(CallAction::Tried, &first, &STAFF[0], 0, &vejle).await.expect("asked"),
        "not taken yet"
    );
    assert!(store.act_on(CallAction::Claim, &first, &STAFF[0], 0, &vejle).await.expect("taken"));
    assert!(
        !store.act_on(CallAction::Claim, &first, &STAFF[1], 0, &vejle).await.expect("asked"),
        "a colleague has it"
    );
    assert!(!store.act_on(CallAction::Called, &first, &STAFF[1], 0, &vejle).await.expect("asked"));
    assert!(
        !store.act_on(CallAction::Claim, &second, &STAFF[1], 0, &randers).await.expect("asked"),
        "never across"
    );
    for tries in 1..=3 {
        assert!(store.act_on(CallAction::Tried, &first, &STAFF[0], tries - 1, &vejle).await.expect("tried"));
        let again = store.act_on(CallAction::Tried, &first, &STAFF[0], tries - 1, &vejle).await;
        assert!(!again.expect("asked"), "a page loaded again is no further try");
        assert_eq!(store.calls("vejle").await.expect("calls").len(), if tries < 3 { 2 } else { 1 });
    }
    assert!(store.act_on(CallAction::Claim, &second, &STAFF[1], 0, &vejle).await.expect("taken"));
    assert!(store.act_on(CallAction::GiveBack, &second, &STAFF[1], 0, &vejle).await.expect("given back"));
    assert!(store.act_on(CallAction::Claim, &second, &STAFF[0], 0, &vejle).await.expect("taken"));
    assert!(store.act_on(CallAction::Called, &second, &STAFF[0], 0, &vejle).await.expect("called"));
    assert!(store.calls("vejle").await.expect("calls").is_empty(), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_written_is_in_order_and_gone_a_day_before_its_appointment(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    let message =
        |place: u8, by_staff| Message { place: place.into(), by_staff, sealed: vec![9], form: form(place) };
    assert!(
        !store.say(&appointment(1), &message(0, false)).await.expect("asked"),
        "a hold is no appointment"
    );
    store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
    assert!(store.talk("randers", &appointment(1)).await.expect("asked").is_none(), "never across");
    assert_eq!(
        store.talk("vejle", &appointment(1)).await.expect("asked").expect("one").pseudonym,
        "Blå Sten 12"
    );
    assert!(store.say(&appointment(1), &message(0, false)).await.expect("said"));
    assert!(
        !store.say(&appointment(1), &message(0, true)).await.expect("asked"),
        "{}: one a place",
        engine.name
    );
    assert!(store.say(&appointment(1), &message(1, true)).await.expect("said"));
    let twice = Message { place: 2, ..message(1, true) };
    assert!(!store.say(&appointment(1), &twice).await.expect("asked"), "one a form");
    let said = store.messages(&appointment(1)).await.expect("read");
    assert_eq!(said.iter().map(|one| one.by_staff).collect::<Vec<_>>(), [false, true]);
    // A day after the end what was written goes, two days after it the appointment.
    let at = moment(NOW + 131 + 24 * 60, day("2026-11-23"));
    assert_eq!(store.overdue(at).await.expect("counted"), 2);
    assert_eq!(store.tidy(at).await.expect("tidied").of_table("message"), 2);
    assert_eq!(store.appointments(&code(1).id).await.expect("asked").len(), 1, "the appointment stays");
}

#[apply(each_engine)]
#[tokio::test]
async fn staff_see_confirm_extend_and_call_off_in_their_own_municipality(engine: EngineKind) {
    let engine = engine.open().await;
    let (store, vejle, randers) = (&engine.store, act("vejle"), act("randers"));
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    assert!(store.agenda("vejle", NOW..NOW + 999).await.expect("read").is_empty(), "a hold is nobody yet");
    store
        .book(
            &form(1),
            &code(1),
            &BookingOptions { pending: true, lang: Lang::Da, side: None, cases: Vec::new() },
            NOW,
        )
        .await
        .expect("booked");
    let read = || async { store.agenda("vejle", NOW..NOW + 999).await.expect("read").remove(0) };
    assert!(read().await.appointment.pending && read().await.pseudonym == "Blå Sten 12");
    assert!(store.agenda("randers", NOW..NOW + 999).await.expect("read").is_empty(), "never across");
    for across in [
        store.confirm(&appointment(1), &randers).await,
        store.extend(&appointment(1), 0, &randers).await,
        store.call_off(&appointment(1), day("2026-11-24"), &randers).await,
    ] {
        assert!(!across.expect("asked"), "{}: never across", engine.name);
    }
    assert!(store.confirm(&appointment(1), &vejle).await.expect("confirmed"));
    assert!(!store.confirm(&appointment(1), &vejle).await.expect("asked"), "once");
    assert!(store.extend(&appointment(1), 0, &vejle).await.expect("extended"));
    assert!(
        !store.extend(&appointment(1), 0, &vejle).await.expect("asked"),
        "a page loaded again grants nothing"
    );
    assert_eq!((read().await.talks, read().await.extended_by), (1, 1));
    assert!(store.call_off(&appointment(1), day("2026-11-24"), &vejle).await.expect("called off"));
    let kept = store.code(1).await.expect("asked").expect("a code");
    assert_eq!(kept.talks, Talks::default(), "what was called off is not counted");
    assert_eq!(kept.called_off, Some(day("2026-11-24")), "and the citizen can see it");
}

#[apply(each_engine)]
#[tokio::test]
async fn staff_with_appointments_ahead_stay(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    let member = |number: u8| StaffMember {
        id: StaffId::new([number; 16]),
        municipality: "vejle".to_owned(),
        name: format!("Rådgiver {number}"),
        role: Role::Counsellor,
    };
    assert!(store.invite(&member(11), "anna", &[1; 32], NOW + 10).await.expect("invited"));
    assert!(
        !store.invite(&member(12), "anna", &[1; 32], NOW + 10).await.expect("asked"),
        "a name is one's own"
    );
    let staff = store.staff("vejle").await.expect("staff");
    assert!(staff.iter().all(|one| one.id != member(12).id), "{}: both or neither", engine.name);
    let with_anna = Hold { staff: vec![member(11).id], ..hold(1, NOW + 100) };
    store.hold(&with_anna, NOW).await.expect("held");
    assert_eq!(store.remove_staff("anna", NOW).await.expect("asked"), Removal::Expected(1));
    assert_eq!(
        store.remove_staff("anna", NOW + 131).await.expect("removed"),
        Removal::Gone,
        "{}",
        engine.name
    );
    assert_eq!(store.remove_staff("anna", NOW).await.expect("asked"), Removal::Unknown);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_past_its_end_goes_and_nothing_else(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    for (number, starts) in [(1, NOW + 100), (2, NOW + 200), (3, NOW + 300)] {
        store.hold(&hold(number, starts), NOW).await.expect("held");
    }
    store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
    store.book(&form(2), &code(2), &BESIDE, NOW).await.expect("booked");
    // Two days after the end of the first appointment, and after every hold.
    let at = |today| moment(NOW + 131 + 48 * 60, day(today));
    let rows_overdue = || async { store.overdue(at("2026-12-24")).await.expect("counted") };
    assert_eq!(rows_overdue().await, 2, "{}: the hold and the first appointment", engine.name);
    let tidied = store.tidy(at("2026-12-24")).await.expect("tidied");
    let rows: Vec<_> = tidied.0.into_iter().map(|((table, _), rows)| (table, rows)).collect();
    assert_eq!(rows, [("appointment", 1), ("appointment", 1)], "{}: each by its rule", engine.name);
    assert_eq!(store.tidy(at("2026-12-24")).await.expect("again"), RetentionReport::default());
    assert_eq!(rows_overdue().await, 0);
    let tidied = store.tidy(at("2026-12-25")).await.expect("tidied");
    assert_eq!(tidied.of_table("anonymous_code"), 2);
    assert!(store.appointments(&code(2).id).await.expect("asked").is_empty());
}
