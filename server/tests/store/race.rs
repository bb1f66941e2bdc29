//! A thousand want the same time at once.

use crate::{
    contract::{STAFF, code, hold, staffed},
    each_engine::each_engine,
    engines::{EngineKind, Store},
};
use rstest_reuse::apply;
use server::{
    db::{AppointmentId, CodeId, FormHash},
    tasks::booking::{
        code::CodeRecord,
        model::{BookingOptions, Hold},
    },
};
use sha2::{Digest, Sha256};

const NOW: i64 = 29_000_000;

fn of(number: u32) -> Hold {
    let mut form = [0; 32];
    form[..4].copy_from_slice(&number.to_be_bytes());
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    Hold { id: AppointmentId::new(id), form: FormHash::new(form), ..hold(0, NOW + 100) }
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_one_gets_the_time_and_the_others_are_told(engine: EngineKind) {
    let engine = engine.open().await;
    staffed(&engine).await;
    let tries: Vec<_> = (1..=1000)
        .map(|number| {
            let store = engine.store.clone();
            tokio::spawn(async move { store.hold(&of(number), NOW).await })
        })
        .collect();
    let mut held = 0;
    for one in tries {
        held += usize::from(one.await.expect("no panic").expect("no error"));
    }
    assert_eq!(held, 1, "{}", engine.name);
    assert_eq!(
        engine
            .store
            .list_busy("vejle", NOW..NOW + 1000, NOW, &FormHash::new([0; 32]))
            .await
            .expect("taken")
            .len(),
        1
    );
}

/// What one of many does next, by a number that comes from nowhere else.
async fn one_step(store: &Store, number: u32, round: u32) {
    let chance = Sha256::digest([number.to_be_bytes(), round.to_be_bytes()].concat());
    let starts = NOW + 100 + i64::from(chance[0]) * 7;
    let length = 20 + i64::from(chance[1] % 60);
    let wanted = Hold {
        staff: vec![STAFF[usize::from(chance[2] % 2)], STAFF[usize::from(chance[3] % 2)]],
        free_from: starts + length,
        ..Hold { starts, ..of(number * 1000 + round) }
    };
    let (form, now) = (wanted.form, NOW + i64::from(chance[4] % 3));
    if !store.hold(&wanted, now).await.expect("asked") {
        return;
    }
    match chance[5] % 4 {
        0 => store.release(&form).await.expect("released"),
        1 => {}
        _ => {
            let mut id = form.as_bytes()[..16].to_vec();
            id[15] = 1;
            let code = CodeRecord {
                id: CodeId::new(id.try_into().expect("16 bytes")),
                selector: i32::from(u16::from_be_bytes([chance[6], chance[7]])),
                ..code(1)
            };
            let beside =
                BookingOptions { pending: false, lang: domain::Lang::Da, side: None, cases: Vec::new() };
            store.book(&form, &code, &beside, now).await.expect("asked");
            if chance[8] % 4 == 0 {
                let booked = store.appointments(&code.id).await.expect("read");
                if let Some(booked) = booked.first() {
                    store.cancel(&code.id, &booked.id, now, code.expires_on).await.expect("asked");
                }
            }
        }
    }
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn however_many_hold_book_move_and_cancel_at_once_nobody_is_booked_twice(engine: EngineKind) {
    let engine = engine.open().await;
    staffed(&engine).await;
    let citizens: Vec<_> = (1..=40)
        .map(|number| {
            let store = engine.store.clone();
            tokio::spawn(async move {
                for round in 0..40 {
                    one_step(&store, number, round).await;
                }
            })
        })
        .collect();
    for citizen in citizens {
        citizen.await.expect("no panic");
    }
    let mut live = engine
        .store
        .list_busy("vejle", NOW..NOW + 10_000, NOW, &FormHash::new([0; 32]))
        .await
        .expect("taken");
    assert!(live.len() > 20, "{}: something was booked", engine.name);
    live.sort_by_key(|time| (time.staff, time.from));
    for pair in live.windows(2) {
        assert!(
            pair[0].staff != pair[1].staff || pair[0].to <= pair[1].from,
            "{}: booked twice",
            engine.name
        );
    }
}
