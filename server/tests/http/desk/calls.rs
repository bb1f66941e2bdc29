//! Calls that somebody has asked for.

use super::{asks_to_be_called, signed_in, signed_in_at};
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
        queue.says("Nr. 1: i morgen, tirsdag 24. november, 8-12")
            && queue.says("Bad om det i dag, mandag 23. november")
            && queue.says("Vil gerne i behandling. Henvendte sig 23. november 2026"),
        "{}",
        queue.text()
    );
    assert!(!queue.says("venter"), "not counted before it can be made");
    assert!(!queue.body.contains("10203040") && !queue.says("Fugl"), "not before it is taken");
    let id = queue.field("ID").expect("a call");
    let own = anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
    assert!(
        own.body.contains("tel:+4510203040")
            && own.says("Fugl")
            && own.says("Borgeren vil ikke have en besked")
    );
    let others = bent.get("/desk/opkald").await;
    assert!(others.says("Læg opkaldet tilbage"), "a lead can");
    assert!(others.says("Taget af anna") && !others.body.contains("10203040"), "{}", engine.name);
    assert!(bent.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await.says("Det lykkedes ikke"));
    let early = anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=0")).await;
    assert!(early.status == 422 && early.says("uden for det tidsrum, borgeren valgte"), "{}", early.text());
    assert!(bent.post("/desk/opkald", &format!("ID={id}&ACT=GIVE_BACK")).await.says("Vælg, hvorfor"));
    assert!(
        bent.post("/desk/opkald", &format!("ID={id}&ACT=GIVE_BACK&REASON=NO_TIME")).await.says("i køen igen")
    );
    assert!(
        bent.get("/desk/log").await.says("bent Lagde et opkald tilbage: Jeg når det ikke"),
        "with the reason"
    );
    assert!(
        anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await.says("Fugl"),
        "back in the queue, and taken again"
    );
    let done = anna.post("/desk/opkald", &format!("ID={id}&ACT=CALLED")).await;
    assert!(done.says("Ingen har bedt om et opkald lige nu."), "{}", done.text());
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
    let day = bent.get("/desk/dag/2026-11-24").await;
    assert!(
        day.says("Borgere, der gerne vil i behandling") && day.says("mandag 7. december 14 dage 1"),
        "the first contact is watched: {}",
        day.text()
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn the_third_try_is_asked_about_before_the_number_goes(engine: EngineKind) {
    const NINE: &str = "2026-11-24T09:00:00+01:00";
    let engine = engine.open().await;
    let monday = TestPortal::storing(&engine.store, MONDAY);
    asks_to_be_called(&engine, &monday).await;
    let portal = TestPortal::storing(&engine.store, NINE);
    let anna = signed_in_at(&portal, "skanderborg", Role::Counsellor, "anna", NINE).await;
    let due = anna.get("/desk").await;
    assert!(due.says("Opkald 1 venter"), "counted on the tab of every page");
    assert!(due.says("Ring 8-12"), "{}: beside the day: {}", engine.name, due.text());
    let id = due.field("ID").expect("a call");
    let own = anna.post("/desk/opkald", &format!("ID={id}&ACT=CLAIM")).await;
    assert!(own.says("Dine opkald") && !own.says("uden for det tidsrum"), "{}", own.text());
    for before in 0..2 {
        let tried = anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE={before}")).await;
        assert!(tried.says(&format!("Forsøg: {} af 3", before + 1)), "{}", tried.text());
        let again = anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE={before}")).await;
        assert!(again.says("nogen har ændret det imens"), "sent twice, counted once");
    }
    let asked = anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=2")).await;
    assert!(asked.says("Det er tredje forsøg") && asked.body.contains("tel:"), "{}", asked.text());
    let gone = anna.post("/desk/opkald", &format!("ID={id}&ACT=TRIED&BEFORE=2&SURE=YES")).await;
    assert!(gone.says("Nummeret er slettet efter tre forsøg."), "{}", gone.text());
    assert!(engine.store.calls("skanderborg").await.expect("calls").is_empty());
}
