//! A time is held, booked, found again, taken back; what is past its end goes.

use crate::engines::both;
use chrono::NaiveDate;
use domain::{BookingAbout, BookingKind, Layout, Minute};
use server::{
    crypto::verifier::{Cost, Verifier},
    store::{Again, Booked, CodeRecord, FormHash, Hold, Id, OfForm, StaffMember, Store, Tidied},
};

const NOW: Minute = 29_000_000;
const STAFF: [Id; 2] = [[1; 16], [2; 16]];

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub fn hold(number: u8, starts: Minute) -> Hold {
    Hold {
        id: [number; 16],
        staff: vec![STAFF[0]],
        kind: BookingKind::Phone,
        about: BookingAbout::Me,
        starts,
        minutes: 30,
        free_from: starts + 40,
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
        locator: i32::from(number),
        verifier: Verifier { salt: [3; 16], hash: [4; 32], cost: Cost::TINY },
        talks: 1,
        extended_by: 0,
        expires_on: day("2026-12-24"),
    }
}

pub async fn staffed(store: &dyn Store) {
    for (id, name) in STAFF.into_iter().zip(["A", "B"]) {
        let member = StaffMember {
            id,
            municipality: "vejle".to_owned(),
            name: name.to_owned(),
            role: "COUNSELLOR".to_owned(),
        };
        store.add_staff(&member).await.expect("added");
    }
}

#[tokio::test]
async fn the_desk_is_as_it_was_set() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        store.add_hours(&[9; 16], &STAFF[1], 2, 540, 720).await.expect("added");
        let roster = store.roster("vejle").await.expect("a roster");
        assert_eq!((roster.staff, roster.hours[0].who, roster.hours[0].from), (vec![STAFF[1]], 0, 540));
        assert!(store.roster("randers").await.expect("a roster").staff.is_empty(), "never across");
        let layout = Layout { minutes: 30, buffer: 10, notice: 60, horizon: 9 };
        store.open_kind("vejle", BookingKind::Phone, &layout).await.expect("opened");
        let longer = Layout { minutes: 45, ..layout };
        store.open_kind("vejle", BookingKind::Phone, &longer).await.expect("opened again");
        assert_eq!(
            store.kinds("vejle").await.expect("kinds"),
            [(BookingKind::Phone, longer)],
            "{}",
            engine.name
        );
    }
}

#[tokio::test]
async fn a_held_time_is_nobody_elses_until_the_hold_ends() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        assert!(store.hold(&hold(1, NOW + 100), NOW).await.expect("held"));
        for starts in [NOW + 100, NOW + 70, NOW + 139] {
            assert!(!store.hold(&hold(2, starts), NOW).await.expect("asked"), "{}: {starts}", engine.name);
        }
        assert!(store.hold(&hold(3, NOW + 140), NOW).await.expect("held"), "the next one is free");
        assert_eq!(store.taken("vejle", NOW..NOW + 1000, NOW, &[0; 32]).await.expect("taken").len(), 2);
        let later = NOW + 10;
        assert!(store.taken("vejle", NOW..NOW + 1000, later, &[0; 32]).await.expect("taken").is_empty());
        assert!(store.hold(&hold(4, NOW + 100), later).await.expect("held"), "the hold has ended");
        let other = Hold { staff: STAFF.to_vec(), ..hold(5, NOW + 100) };
        assert!(store.hold(&other, NOW).await.expect("held"), "somebody else is free");
    }
}

#[tokio::test]
async fn choosing_another_time_lets_go_of_the_first() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        assert!(store.hold(&hold(1, NOW + 100), NOW).await.expect("held"));
        assert!(store.hold(&Hold { id: [50; 16], ..hold(1, NOW + 200) }, NOW).await.expect("held"));
        let taken = store.taken("vejle", NOW..NOW + 1000, NOW, &[0; 32]).await.expect("taken");
        assert_eq!(taken.iter().map(|time| time.from).collect::<Vec<_>>(), [NOW + 200], "{}", engine.name);
        store.release(&form(1)).await.expect("released");
        assert!(store.taken("vejle", NOW..NOW + 1000, NOW, &[0; 32]).await.expect("taken").is_empty());
    }
}

#[tokio::test]
async fn a_form_is_booked_once_however_often_it_is_sent() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        store.hold(&hold(2, NOW + 200), NOW).await.expect("held");
        assert_eq!(store.book(&form(1), &code(1), NOW).await.expect("booked"), Booked::Now);
        assert_eq!(store.book(&form(1), &code(1), NOW).await.expect("asked"), Booked::Before);
        assert_eq!(
            store.book(&form(2), &CodeRecord { id: [77; 16], ..code(1) }, NOW).await.expect("asked"),
            Booked::LocatorTaken
        );
        assert_eq!(store.book(&form(9), &code(3), NOW).await.expect("asked"), Booked::TimeGone);
        assert!(store.code(3).await.expect("asked").is_none(), "{}: nothing half-made", engine.name);
        let Some(OfForm::Booked(booked, under)) = store.of_form("vejle", &form(1)).await.expect("asked")
        else {
            panic!("{}: an appointment", engine.name);
        };
        assert_eq!((booked.starts, booked.minutes, under.locator), (NOW + 100, 30, 1));
        assert!(store.of_form("randers", &form(1)).await.expect("asked").is_none(), "never across");
        assert!(!store.hold(&hold(7, NOW + 100), NOW + 10_000).await.expect("asked"), "booked is no hold");
    }
}

#[tokio::test]
async fn a_code_comes_back_books_again_cancels_and_forgets() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        store.book(&form(1), &code(1), NOW).await.expect("booked");
        let id = code(1).id;
        store.hold(&hold(2, NOW + 300), NOW).await.expect("held");
        let (second, nothing) = (form(2), form(5));
        let again = |form| Again {
            form,
            code: &id,
            municipality: "vejle",
            expires_on: day("2027-01-10"),
            replaces: None,
        };
        assert_eq!(store.book_again(&again(&second), NOW).await.expect("booked"), Booked::Now);
        assert_eq!(store.book_again(&again(&second), NOW).await.expect("asked"), Booked::TimeGone, "once");
        assert_eq!(store.book_again(&again(&nothing), NOW).await.expect("asked"), Booked::TimeGone);
        let kept = store.code(1).await.expect("asked").expect("a code");
        assert_eq!((kept.talks, kept.expires_on), (2, day("2027-01-10")), "{}", engine.name);
        assert_eq!(kept.pseudonym, "Blå Sten 12");
        let appointments = store.appointments(&id).await.expect("asked");
        assert_eq!(appointments.iter().map(|one| one.starts).collect::<Vec<_>>(), [NOW + 100, NOW + 300]);
        assert!(
            !store.cancel(&[66; 16], &appointments[0].id, NOW).await.expect("asked"),
            "not under another code"
        );
        assert!(store.cancel(&id, &appointments[0].id, NOW).await.expect("cancelled"));
        assert!(!store.cancel(&id, &appointments[0].id, NOW).await.expect("asked"), "once");
        assert_eq!(store.code(1).await.expect("asked").expect("a code").talks, 1);
        assert!(store.hold(&hold(3, NOW + 100), NOW).await.expect("held"), "the time is free again at once");
        store.forget(&id).await.expect("forgotten");
        assert!(store.code(1).await.expect("asked").is_none());
        assert!(store.hold(&hold(4, NOW + 300), NOW).await.expect("held"), "all of it");
    }
}

#[tokio::test]
async fn what_is_past_its_end_goes_and_nothing_else() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        for (number, starts) in [(1, NOW + 100), (2, NOW + 200), (3, NOW + 300)] {
            store.hold(&hold(number, starts), NOW).await.expect("held");
        }
        store.book(&form(1), &code(1), NOW).await.expect("booked");
        store.book(&form(2), &code(2), NOW).await.expect("booked");
        let ended = NOW + 131;
        assert_eq!(store.overdue(ended, day("2026-12-24")).await.expect("counted"), 1);
        let tidied = store.tidy(NOW + 10, ended, day("2026-12-24")).await.expect("tidied");
        assert_eq!(tidied, Tidied { holds: 1, appointments: 1, ..Tidied::default() }, "{}", engine.name);
        assert_eq!(store.tidy(NOW + 10, ended, day("2026-12-24")).await.expect("again"), Tidied::default());
        assert_eq!(store.overdue(ended, day("2026-12-24")).await.expect("counted"), 0);
        assert_eq!(store.tidy(NOW + 10, ended, day("2026-12-25")).await.expect("tidied").codes, 2);
        assert!(store.appointments(&code(2).id).await.expect("asked").is_empty());
    }
}

#[tokio::test]
async fn nothing_is_booked_that_is_not_held_any_more_or_lies_elsewhere() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        assert_eq!(
            store.book(&form(1), &code(1), NOW + 10).await.expect("asked"),
            Booked::TimeGone,
            "the hold is over"
        );
        let elsewhere = CodeRecord { municipality: "randers".to_owned(), ..code(1) };
        assert_eq!(
            store.book(&form(1), &elsewhere, NOW).await.expect("asked"),
            Booked::TimeGone,
            "{}",
            engine.name
        );
        assert!(store.code(1).await.expect("asked").is_none(), "no code without an appointment");
        let soon = Hold { starts: NOW + 5, free_from: NOW + 45, ..hold(2, NOW + 5) };
        store.hold(&soon, NOW).await.expect("held");
        assert_eq!(
            store.book(&form(2), &code(2), NOW + 6).await.expect("asked"),
            Booked::TimeGone,
            "it has begun"
        );
    }
}

#[tokio::test]
async fn moving_is_one_step_and_talks_about_oneself_are_counted_once() {
    for engine in both().await {
        let store = &engine.store;
        staffed(store.as_ref()).await;
        store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
        store.book(&form(1), &code(1), NOW).await.expect("booked");
        let (id, first, second, third) = (code(1).id, hold(1, 0).id, form(2), form(3));
        let again = |form, replaces| Again {
            form,
            code: &id,
            municipality: "vejle",
            expires_on: day("2027-01-10"),
            replaces,
        };
        store.hold(&hold(2, NOW + 200), NOW).await.expect("held");
        assert_eq!(store.book_again(&again(&second, Some(&first)), NOW).await.expect("moved"), Booked::Now);
        let left = store.appointments(&id).await.expect("asked");
        assert_eq!(left.iter().map(|one| one.starts).collect::<Vec<_>>(), [NOW + 200], "{}", engine.name);
        let talks = || async { store.code(1).await.expect("asked").expect("a code").talks };
        assert_eq!(talks().await, 1, "another time for the same talk");
        let about_another = Hold { about: BookingAbout::Close, ..hold(3, NOW + 300) };
        store.hold(&about_another, NOW).await.expect("held");
        store.book_again(&again(&third, None), NOW).await.expect("booked");
        assert_eq!(talks().await, 1, "a talk about somebody else has no number");
        let over = NOW + 250;
        assert!(
            !store.cancel(&id, &hold(2, 0).id, over).await.expect("asked"),
            "what took place is not undone"
        );
        assert_eq!(talks().await, 1);
        assert!(store.cancel(&id, &hold(3, 0).id, over).await.expect("cancelled"));
        assert_eq!(talks().await, 1);
    }
}
