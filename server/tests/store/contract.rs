//! What the desk arranges and sees, calls, messages; what is past its end goes. And what these tests store.

use crate::engines::{Engine, act, both, cutoffs};
use chrono::{NaiveDate, NaiveTime};
use domain::{AppointmentType, BookingAbout, BookingKind, Minute, Window};
use server::{
    crypto::verifier::{Cost, Verifier},
    store::{
        AuditEntry, BookingOptions, Callback, CodeRecord, Contact, Cutoffs, ExceptionDay, FormHash, Hold,
        HoursOfWeek, Id, Message, Removed, RetentionReport, Roster,
    },
};

const LAYOUT: AppointmentType =
    AppointmentType { minutes: 30, buffer: 10, notice: 60, horizon: 9, capacity: 999 };
pub const BESIDE: BookingOptions = BookingOptions { pending: false, contact: None };
pub const NOW: Minute = 29_000_000;
pub const STAFF: [Id; 2] = [[1; 16], [2; 16]];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn hold(number: u8, starts: Minute) -> Hold {
    Hold {
        id: [number; 16],
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
    [number; 32]
}

pub fn code(number: u8) -> CodeRecord {
    CodeRecord {
        id: [100 + number; 16],
        municipality: "vejle".to_owned(),
        pseudonym: "Blå Sten 12".to_owned(),
        selector: i32::from(number),
        verifier: Verifier { salt: [3; 16], hash: [4; 32], cost: Cost::TINY },
        talks: 1,
        extended_by: 0,
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

#[tokio::test]
async fn the_desk_is_as_it_was_set() {
    for engine in both().await {
        let (store, name, monday) = (&engine.store, engine.name, day("2026-11-23"));
        staffed(&engine).await;
        let hours = HoursOfWeek { id: [9; 16], weekday: 2, from: 540, to: 720 };
        store
            .set_hours(&STAFF[1], &[HoursOfWeek { id: [8; 16], ..hours }], &act("vejle"))
            .await
            .expect("set");
        store.set_hours(&STAFF[1], &[hours], &act("vejle")).await.expect("set again");
        let away = ExceptionDay { id: [7; 16], day: day("2026-11-25"), from: 0, to: 1440, away: true };
        store.add_exception(&STAFF[1], &away, &act("vejle")).await.expect("added");
        store.close_day("vejle", day("2026-12-24"), "Jul", &act("vejle")).await.expect("closed");
        let Roster { staff, calendar } = store.roster("vejle", monday).await.expect("a roster");
        assert_eq!((staff[calendar.hours[0].who], calendar.hours[0].from), (STAFF[1], 540), "{name}");
        assert_eq!((staff[calendar.exceptions[0].who], calendar.exceptions[0].away), (STAFF[1], true));
        assert_eq!(calendar.closed, [day("2026-12-24")]);
        assert!(store.roster("randers", monday).await.expect("a roster").staff.is_empty(), "never across");
        let longer = AppointmentType { minutes: 45, capacity: 3, ..LAYOUT };
        engine.open("vejle", BookingKind::Phone, &longer).await;
        assert_eq!(store.kinds("vejle").await.expect("kinds"), [(BookingKind::Phone, longer)], "{name}");
        store.close_kind("vejle", BookingKind::Phone, &act("vejle")).await.expect("closed");
        assert!(store.kinds("vejle").await.expect("kinds").is_empty());
        assert_eq!(store.promised("vejle").await.expect("asked"), None, "nothing is promised by itself");
        store.promise("vejle", Some(2), &act("vejle")).await.expect("promised");
        assert_eq!(store.promised("vejle").await.expect("asked"), Some(2));
    }
}

#[tokio::test]
async fn a_day_gives_no_more_of_a_kind_than_the_desk_has_said() {
    for engine in both().await {
        let store = &engine.store;
        staffed(&engine).await;
        engine.open("vejle", BookingKind::Phone, &AppointmentType { capacity: 2, ..LAYOUT }).await;
        let today =
            |number, starts| Hold { staff: STAFF.to_vec(), day: NOW..NOW + 1000, ..hold(number, starts) };
        assert!(store.hold(&today(1, NOW + 100), NOW).await.expect("held"));
        assert!(store.hold(&today(1, NOW + 150), NOW).await.expect("held"), "the same form, another time");
        assert!(store.hold(&today(2, NOW + 200), NOW).await.expect("held"));
        assert!(!store.hold(&today(3, NOW + 300), NOW).await.expect("asked"), "{}", engine.name);
        let tomorrow = Hold { day: NOW + 1000..NOW + 2000, ..hold(4, NOW + 1100) };
        assert!(store.hold(&tomorrow, NOW).await.expect("held"));
        assert!(store.hold(&today(5, NOW + 300), NOW + 10).await.expect("held"), "the holds have ended");
    }
}

#[tokio::test]
async fn what_staff_did_is_only_added_to() {
    for engine in both().await {
        let store = &engine.store;
        let on = |text: &str| AuditEntry { on: day(text), subject: text.to_owned(), ..act("vejle") };
        store.note(&on("2024-11-01")).await.expect("noted");
        store.note(&on("2026-11-23")).await.expect("noted");
        assert_eq!(store.acts("vejle", 9).await.expect("acts")[0], on("2026-11-23"), "the latest first");
        assert!(store.acts("randers", 9).await.expect("acts").is_empty(), "never across");
        for statement in ["UPDATE audit SET who = 'x'", "DELETE FROM audit WHERE subject = '2026-11-23'"] {
            assert!(engine.tamper(statement).await.is_err(), "{}: {statement}", engine.name);
        }
        store.tidy(&cutoffs(0, 0, day("2026-11-24"))).await.expect("tidied");
        assert_eq!(store.acts("vejle", 9).await.expect("acts"), [on("2026-11-23")], "two years are over");
    }
}

#[tokio::test]
async fn a_call_is_made_by_who_has_taken_it_and_gone_after_three_tries() {
    for engine in both().await {
        let store = &engine.store;
        staffed(&engine).await;
        let contact = || Some(Contact { id: [3; 16], on: day("2026-11-23"), until: day("2026-12-21") });
        let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
        let window = Window { day: day("2026-11-24"), from: NaiveTime::MIN, to: noon };
        for number in [1, 2] {
            let call = Callback {
                id: [number; 16],
                municipality: "vejle".to_owned(),
                sealed: vec![1, 2, 3],
                window,
                contact: contact(),
                expires_on: day("2026-11-29"),
                form: form(number),
            };
            store.add_callback(&call, &[0; 16]).await.expect("added");
        }
        assert_eq!(
            store.contacts("vejle").await.expect("counted"),
            [(day("2026-11-23"), 1)],
            "one event, one row"
        );
        let (first, second, act) = ([1; 16], [2; 16], act("vejle"));
        assert!(!store.tried("vejle", &first, &STAFF[0], 0, &act).await.expect("asked"), "not taken yet");
        assert!(store.claim("vejle", &first, &STAFF[0], &act).await.expect("taken"));
        assert!(!store.claim("vejle", &first, &STAFF[1], &act).await.expect("asked"), "a colleague has it");
        assert!(!store.called("vejle", &first, &STAFF[1], &act).await.expect("asked"));
        assert!(!store.claim("randers", &second, &STAFF[1], &act).await.expect("asked"), "never across");
        for tries in 1..=3 {
            assert!(store.tried("vejle", &first, &STAFF[0], tries - 1, &act).await.expect("tried"));
            let again = store.tried("vejle", &first, &STAFF[0], tries - 1, &act).await;
            assert!(!again.expect("asked"), "a page loaded again is no further try");
            assert_eq!(store.calls("vejle").await.expect("calls").len(), if tries < 3 { 2 } else { 1 });
        }
        assert!(store.claim("vejle", &second, &STAFF[1], &act).await.expect("taken"));
        assert!(store.give_back("vejle", &second, &STAFF[1], &act).await.expect("given back"));
        assert!(store.claim("vejle", &second, &STAFF[0], &act).await.expect("taken"));
        assert!(store.called("vejle", &second, &STAFF[0], &act).await.expect("called"));
        assert!(store.calls("vejle").await.expect("calls").is_empty(), "{}", engine.name);
        assert_eq!(
            store.contacts("vejle").await.expect("counted").len(),
            1,
            "the day of contact stays counted"
        );
    }
}

#[tokio::test]
async fn what_is_written_is_in_order_and_gone_a_day_before_its_appointment() {
    for engine in both().await {
        let store = &engine.store;
        staffed(&engine).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        let message = |place: u8, by_staff| Message {
            place: place.into(),
            by_staff,
            sealed: vec![9],
            form: form(place),
        };
        assert!(!store.say(&[1; 16], &message(0, false)).await.expect("asked"), "a hold is no appointment");
        store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
        assert!(store.talk("randers", &[1; 16]).await.expect("asked").is_none(), "never across");
        assert_eq!(
            store.talk("vejle", &[1; 16]).await.expect("asked").expect("one").pseudonym,
            "Blå Sten 12"
        );
        assert!(store.say(&[1; 16], &message(0, false)).await.expect("said"));
        assert!(
            !store.say(&[1; 16], &message(0, true)).await.expect("asked"),
            "{}: one a place",
            engine.name
        );
        assert!(store.say(&[1; 16], &message(1, true)).await.expect("said"));
        let twice = Message { place: 2, ..message(1, true) };
        assert!(!store.say(&[1; 16], &twice).await.expect("asked"), "one a form");
        let said = store.messages(&[1; 16]).await.expect("read");
        assert_eq!(said.iter().map(|one| one.by_staff).collect::<Vec<_>>(), [false, true]);
        let at = Cutoffs { messages: NOW + 131, ..cutoffs(NOW, NOW, day("2026-11-23")) };
        assert_eq!(store.overdue(&at).await.expect("counted"), 2);
        assert_eq!(store.tidy(&at).await.expect("tidied").messages, 2);
        assert_eq!(store.appointments(&code(1).id).await.expect("asked").len(), 1, "the appointment stays");
    }
}

#[tokio::test]
async fn staff_see_confirm_extend_and_call_off_in_their_own_municipality() {
    for engine in both().await {
        let (store, act) = (&engine.store, act("vejle"));
        staffed(&engine).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        assert!(
            store.agenda("vejle", NOW..NOW + 999).await.expect("read").is_empty(),
            "a hold is nobody yet"
        );
        store
            .book(&form(1), &code(1), &BookingOptions { pending: true, contact: None }, NOW)
            .await
            .expect("booked");
        let read = || async { store.agenda("vejle", NOW..NOW + 999).await.expect("read").remove(0) };
        assert!(read().await.appointment.pending && read().await.pseudonym == "Blå Sten 12");
        assert!(store.agenda("randers", NOW..NOW + 999).await.expect("read").is_empty(), "never across");
        for across in [
            store.confirm("randers", &[1; 16], &act).await,
            store.extend("randers", &[1; 16], 0, &act).await,
            store.call_off("randers", &[1; 16], day("2026-11-24"), &act).await,
        ] {
            assert!(!across.expect("asked"), "{}: never across", engine.name);
        }
        assert!(store.confirm("vejle", &[1; 16], &act).await.expect("confirmed"));
        assert!(!store.confirm("vejle", &[1; 16], &act).await.expect("asked"), "once");
        assert!(store.extend("vejle", &[1; 16], 0, &act).await.expect("extended"));
        assert!(
            !store.extend("vejle", &[1; 16], 0, &act).await.expect("asked"),
            "a page loaded again grants nothing"
        );
        assert_eq!((read().await.talks, read().await.extended_by), (1, 1));
        assert!(store.call_off("vejle", &[1; 16], day("2026-11-24"), &act).await.expect("called off"));
        let kept = store.code(1).await.expect("asked").expect("a code");
        assert_eq!(kept.talks, 0, "what was called off is not counted");
        assert_eq!(kept.called_off, Some(day("2026-11-24")), "and the citizen can see it");
    }
}

#[tokio::test]
async fn staff_with_appointments_ahead_stay() {
    for engine in both().await {
        let store = &engine.store;
        staffed(&engine).await;
        assert!(store.invite(&STAFF[0], "anna", &[1; 32], NOW + 10).await.expect("invited"));
        assert!(
            !store.invite(&STAFF[1], "anna", &[1; 32], NOW + 10).await.expect("asked"),
            "a name is one's own"
        );
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        assert_eq!(store.remove_staff("anna", NOW).await.expect("asked"), Removed::Expected(1));
        assert_eq!(
            store.remove_staff("anna", NOW + 131).await.expect("removed"),
            Removed::Gone,
            "{}",
            engine.name
        );
        assert_eq!(store.remove_staff("anna", NOW).await.expect("asked"), Removed::Unknown);
    }
}

#[tokio::test]
async fn what_is_past_its_end_goes_and_nothing_else() {
    for engine in both().await {
        let store = &engine.store;
        staffed(&engine).await;
        for (number, starts) in [(1, NOW + 100), (2, NOW + 200), (3, NOW + 300)] {
            store.hold(&hold(number, starts), NOW).await.expect("held");
        }
        store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
        store.book(&form(2), &code(2), &BESIDE, NOW).await.expect("booked");
        let ended = NOW + 131;
        assert_eq!(store.overdue(&cutoffs(NOW, ended, day("2026-12-24"))).await.expect("counted"), 1);
        let tidied = store.tidy(&cutoffs(NOW + 10, ended, day("2026-12-24"))).await.expect("tidied");
        assert_eq!(
            tidied,
            RetentionReport { holds: 1, appointments: 1, ..RetentionReport::default() },
            "{}",
            engine.name
        );
        assert_eq!(
            store.tidy(&cutoffs(NOW + 10, ended, day("2026-12-24"))).await.expect("again"),
            RetentionReport::default()
        );
        assert_eq!(store.overdue(&cutoffs(NOW, ended, day("2026-12-24"))).await.expect("counted"), 0);
        assert_eq!(store.tidy(&cutoffs(NOW + 10, ended, day("2026-12-25"))).await.expect("tidied").codes, 2);
        assert!(store.appointments(&code(2).id).await.expect("asked").is_empty());
    }
}
