//! A time is held, booked, found again by code, moved and taken back.

use crate::{
    contract::{BESIDE, NOW, STAFF, code, day, form, hold, staffed},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::{BookingAbout, BookingKind, Lang, Talks};
use rstest_reuse::apply;
use server::{
    db::{AppointmentId, CodeId, FormHash},
    tasks::{
        booking::{
            code::CodeRecord,
            model::{Booked, FormRecord, Hold, Rebooking},
        },
        waiting_list::service::Wait,
    },
};

/// So many talks about oneself.
const fn own(own: u16) -> Talks {
    Talks { own, close: 0 }
}

/// What a form asks for under a code from before.
fn again<'a>(form: &'a FormHash, code: &'a CodeId) -> Rebooking<'a> {
    Rebooking {
        form,
        code,
        municipality: "vejle",
        expires_on: day("2027-01-10"),
        replaces: None,
        talks: own(1),
        pending: false,
        lang: Lang::Da,
        side: None,
        contact_on: None,
        cases: Vec::new(),
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn who_waits_is_found_by_code_and_waits_no_more_once_booked(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    let wait = Wait { kind: BookingKind::Phone, about: BookingAbout::Close };
    assert!(store.wait(&code(1), &wait).await.expect("noted"));
    let twin = CodeRecord { id: CodeId::new([77; 16]), ..code(1) };
    assert!(!store.wait(&twin, &wait).await.expect("asked"), "its first digits are another's");
    assert_eq!(store.waits(&code(1).id).await.expect("asked"), Some(wait));
    assert_eq!(store.waiting("vejle").await.expect("counted"), [(BookingKind::Phone, 1)], "{}", engine.name);
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    let (first, id) = (form(1), code(1).id);
    assert_eq!(store.book_again(&again(&first, &id), NOW).await.expect("booked"), Booked::Now);
    assert_eq!(store.waits(&id).await.expect("asked"), None);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_held_time_is_nobody_elses_until_the_hold_ends(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    assert!(store.hold(&hold(1, NOW + 100), NOW).await.expect("held"));
    for starts in [NOW + 100, NOW + 70, NOW + 139] {
        assert!(!store.hold(&hold(2, starts), NOW).await.expect("asked"), "{}: {starts}", engine.name);
    }
    assert!(store.hold(&hold(3, NOW + 140), NOW).await.expect("held"), "the next one is free");
    assert_eq!(
        store.list_busy("vejle", NOW..NOW + 1000, NOW, &FormHash::new([0; 32])).await.expect("taken").len(),
        2
    );
    let later = NOW + 10;
    assert!(
        store
            .list_busy("vejle", NOW..NOW + 1000, later, &FormHash::new([0; 32]))
            .await
            .expect("taken")
            .is_empty()
    );
    assert!(store.hold(&hold(4, NOW + 100), later).await.expect("held"), "the hold has ended");
    let other = Hold { staff: STAFF.to_vec(), ..hold(5, NOW + 100) };
    assert!(store.hold(&other, NOW).await.expect("held"), "somebody else is free");
}

#[apply(each_engine)]
#[tokio::test]
async fn choosing_another_time_lets_go_of_the_first(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    assert!(store.hold(&hold(1, NOW + 100), NOW).await.expect("held"));
    assert!(
        store
            .hold(&Hold { id: AppointmentId::new([50; 16]), ..hold(1, NOW + 200) }, NOW)
            .await
            .expect("held")
    );
    let taken = store.list_busy("vejle", NOW..NOW + 1000, NOW, &FormHash::new([0; 32])).await.expect("taken");
    assert_eq!(taken.iter().map(|time| time.from).collect::<Vec<_>>(), [NOW + 200], "{}", engine.name);
    store.release(&form(1)).await.expect("released");
    assert!(
        store
            .list_busy("vejle", NOW..NOW + 1000, NOW, &FormHash::new([0; 32]))
            .await
            .expect("taken")
            .is_empty()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_is_booked_once_however_often_it_is_sent(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    store.hold(&hold(2, NOW + 200), NOW).await.expect("held");
    assert_eq!(store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked"), Booked::Now);
    assert_eq!(store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("asked"), Booked::Before);
    assert_eq!(
        store
            .book(&form(2), &CodeRecord { id: CodeId::new([77; 16]), ..code(1) }, &BESIDE, NOW)
            .await
            .expect("asked"),
        Booked::SelectorTaken
    );
    assert_eq!(store.book(&form(9), &code(3), &BESIDE, NOW).await.expect("asked"), Booked::TimeGone);
    assert!(store.code(3).await.expect("asked").is_none(), "{}: nothing half-made", engine.name);
    let Some(FormRecord::Booked(booked, under)) = store.of_form("vejle", &form(1)).await.expect("asked")
    else {
        panic!("{}: an appointment", engine.name);
    };
    assert_eq!((booked.starts, booked.minutes, under.selector), (NOW + 100, 30, 1));
    assert!(store.of_form("randers", &form(1)).await.expect("asked").is_none(), "never across");
    assert!(!store.hold(&hold(7, NOW + 100), NOW + 10_000).await.expect("asked"), "booked is no hold");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_code_comes_back_books_again_cancels_and_forgets(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
    let id = code(1).id;
    store.hold(&hold(2, NOW + 300), NOW).await.expect("held");
    let (second, nothing) = (form(2), form(5));
    let again = |form| again(form, &id);
    assert_eq!(store.book_again(&again(&second), NOW).await.expect("booked"), Booked::Now);
    assert_eq!(store.book_again(&again(&second), NOW).await.expect("asked"), Booked::Changed, "once");
    let fresh = Rebooking { talks: own(2), ..again(&nothing) };
    assert_eq!(store.book_again(&fresh, NOW).await.expect("asked"), Booked::TimeGone);
    let kept = store.code(1).await.expect("asked").expect("a code");
    assert_eq!((kept.talks, kept.expires_on), (own(2), day("2027-01-10")), "{}", engine.name);
    assert_eq!(kept.pseudonym, "Blå Sten 12");
    let appointments = store.appointments(&id).await.expect("asked");
    assert_eq!(appointments.iter().map(|one| one.starts).collect::<Vec<_>>(), [NOW + 100, NOW + 300]);
    assert!(
        !store
            .cancel(&CodeId::new([66; 16]), &appointments[0].id, NOW, day("2027-01-01"))
            .await
            .expect("asked"),
        "not under another code"
    );
    assert!(store.cancel(&id, &appointments[0].id, NOW, day("2027-01-01")).await.expect("cancelled"));
    assert!(!store.cancel(&id, &appointments[0].id, NOW, day("2027-01-01")).await.expect("asked"), "once");
    assert_eq!(store.code(1).await.expect("asked").expect("a code").talks, own(1));
    assert!(store.hold(&hold(3, NOW + 100), NOW).await.expect("held"), "the time is free again at once");
    store.forget(&id).await.expect("forgotten");
    assert!(store.code(1).await.expect("asked").is_none());
    assert!(store.hold(&hold(4, NOW + 300), NOW).await.expect("held"), "all of it");
}

#[apply(each_engine)]
#[tokio::test]
async fn nothing_is_booked_that_is_not_held_any_more_or_lies_elsewhere(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    assert_eq!(
        store.book(&form(1), &code(1), &BESIDE, NOW + 10).await.expect("asked"),
        Booked::TimeGone,
        "the hold is over"
    );
    let elsewhere = CodeRecord { municipality: "randers".to_owned(), ..code(1) };
    assert_eq!(
        store.book(&form(1), &elsewhere, &BESIDE, NOW).await.expect("asked"),
        Booked::TimeGone,
        "{}",
        engine.name
    );
    assert!(store.code(1).await.expect("asked").is_none(), "no code without an appointment");
    let soon = Hold { starts: NOW + 5, free_from: NOW + 45, ..hold(2, NOW + 5) };
    store.hold(&soon, NOW).await.expect("held");
    assert_eq!(
        store.book(&form(2), &code(2), &BESIDE, NOW + 6).await.expect("asked"),
        Booked::TimeGone,
        "it has begun"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn moving_is_one_step_and_talks_about_oneself_are_counted_once(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
    let (id, first, second, third) = (code(1).id, hold(1, 0).id, form(2), form(3));
    let form_four = form(4);
    let again = |form, replaces| Rebooking { replaces, pending: true, ..again(form, &id) };
    store.hold(&hold(2, NOW + 200), NOW).await.expect("held");
    assert_eq!(store.book_again(&again(&second, Some(&first)), NOW).await.expect("moved"), Booked::Now);
    let left = store.appointments(&id).await.expect("asked");
    assert!(left.iter().all(|one| one.pending), "as it was said: {}", engine.name);
    assert_eq!(left.iter().map(|one| one.starts).collect::<Vec<_>>(), [NOW + 200], "{}", engine.name);
    let talks = || async { store.code(1).await.expect("asked").expect("a code").talks };
    assert_eq!(talks().await, own(1), "another time for the same talk");
    let about_another = Hold { about: BookingAbout::Close, ..hold(3, NOW + 300) };
    store.hold(&about_another, NOW).await.expect("held");
    store.book_again(&again(&third, None), NOW).await.expect("booked");
    assert_eq!(
        talks().await,
        Talks { own: 1, close: 1 },
        "a talk about somebody else has a number of its own"
    );
    let over = NOW + 250;
    assert!(
        !store.cancel(&id, &hold(2, 0).id, over, day("2027-01-01")).await.expect("asked"),
        "what took place is not undone"
    );
    assert_eq!(talks().await, Talks { own: 1, close: 1 });
    assert!(store.cancel(&id, &hold(3, 0).id, over, day("2027-01-01")).await.expect("cancelled"));
    assert_eq!(talks().await, own(1));
    let gone = Rebooking { replaces: Some(&first), ..again(&form_four, None) };
    store.hold(&hold(4, NOW + 400), NOW).await.expect("held");
    assert_eq!(
        store.book_again(&gone, NOW).await.expect("asked"),
        Booked::Changed,
        "what is gone is not moved"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn one_code_has_a_few_appointments_ahead_and_no_more(engine: EngineKind) {
    let engine = engine.open().await;
    let store = &engine.store;
    staffed(&engine).await;
    store.hold(&hold(1, NOW + 100), NOW).await.expect("held");
    store.book(&form(1), &code(1), &BESIDE, NOW).await.expect("booked");
    for number in 2..=4 {
        store.hold(&hold(number, NOW + 100 * i64::from(number)), NOW).await.expect("held");
        let (form, id) = (form(number), code(1).id);
        let again = Rebooking { talks: own(u16::from(number) - 1), ..again(&form, &id) };
        let expected = if number < 4 { Booked::Now } else { Booked::Full };
        assert_eq!(store.book_again(&again, NOW).await.expect("asked"), expected, "{}", engine.name);
    }
}
