//! Calls that somebody has asked for.

use super::{asks_to_be_called, signed_in};
use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn a_number_is_seen_by_who_has_taken_the_call_and_goes_when_it_is_made(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    asks_to_be_called(&engine, &portal).await;
    let (anna, bent) = (
        signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await,
        signed_in(&portal, "skanderborg", Role::Lead, "bent").await,
    );
    let queue = anna.get("/desk/opkald").await;
    assert!(
        queue.says("Tirsdag 24. november 2026, 8.00-12.00") && queue.says("Henvendte sig 23. november 2026")
    );
    assert!(!queue.body.contains("10203040") && !queue.says("Fugl"), "not before it is taken");
    let id = queue.field("ID").expect("a call");
    let own = anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
    assert!(
        own.body.contains("tel:+4510203040")
            && own.says("Fugl")
            && own.says("Borgeren vil ikke have en besked")
    );
    let others = bent.get("/desk/opkald").await;
    assert!(others.says("Læg opkaldet tilbage i køen"), "a lead can");
    assert!(others.says("Taget af anna") && !others.body.contains("10203040"), "{}", engine.name);
    assert!(bent.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await.says("Det lykkedes ikke"));
    assert!(anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=0")).await.says("Forsøg: 1 af 3"));
    bent.post("/desk/opkald", &format!("ID={id}&ACT=GIVE_BACK")).await;
    assert!(
        anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await.says("Fugl"),
        "back in the queue, and taken again"
    );
    let done = anna.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await;
    assert!(done.says("Ingen har bedt om et opkald lige nu."), "{}", done.text());
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
    let day = bent.get("/desk/dag/2026-11-24").await;
    assert!(
        day.says("Henvendte sig 23. november 2026: behandling skal begynde senest 7. december 2026 · 1"),
        "the first contact is watched: {}",
        day.text()
    );
}
