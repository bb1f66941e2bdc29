//! Talks, groups and days of treatment: written at the desk, read by the citizen. On both engines.

use super::{Opened, enter_first, open_plan, opened};
use crate::{
    common::{MONDAY, TestPortal},
    desk::{signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

const CHRISTMAS: &str = "2026-12-21T10:00:00+01:00";

#[apply(each_engine)]
#[tokio::test]
async fn a_talk_that_is_arranged_stands_first_on_the_phone(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "randers").await;
    assert!(citizen.get("/min-plan/uge").await.says("Centret skriver dem her, når I har aftalt dem."));
    let week = format!("{desk}/uge");
    let wrong = anna.post(&week, "ACT=MEETING&TEXT=Samtale&DAY=i+morgen&FROM=13&TO=14.00").await;
    assert!(
        wrong.status == 422 && wrong.says("Skriv et klokkeslæt") && wrong.says("Vælg en dag."),
        "{}",
        wrong.text()
    );
    for typed in ["Samtale", "i morgen", "13", "14.00"] {
        assert!(wrong.body.contains(&format!("value=\"{typed}\"")), "{typed} is kept");
    }
    let backwards = anna.post(&week, "ACT=MEETING&TEXT=Samtale&DAY=2026-11-25&FROM=14:00&TO=13:00").await;
    assert!(
        backwards.status == 422 && backwards.says("den skal slutte, efter at den begynder"),
        "{}",
        backwards.text()
    );
    for _ in 0..2 {
        anna.post(&week, "ACT=MEETING&TEXT=Samtale+med+Anna&DAY=2026-11-25&FROM=13.00&TO=14:00").await;
    }
    let first = citizen.get("/min-plan").await;
    assert!(first.says("Onsdag 25. november kl. 13-14 Samtale med Anna"), "{}", first.text());
    let page = citizen.get("/min-plan/uge").await;
    assert_eq!(page.body.matches("Samtale med Anna").count(), 1, "sent twice it is one");
    assert!(!page.body.contains("name=\"FROM\""), "the citizen writes no times");
    let own = citizen.post("/min-plan/uge", "ACT=MEETING&TEXT=Fest&DAY=2026-11-26&FROM=13.00&TO=14:00").await;
    assert!(own.status == 422 && !citizen.get("/min-plan/uge").await.says("Fest"), "{}", own.text());

    let meeting = anna.get(&week).await.field("MEETING").expect("its number");
    let ended = anna.post(&week, &format!("ACT=END_MEETING&MEETING={meeting}")).await;
    assert!(!ended.says("Samtale med Anna"), "{}", ended.text());
    assert!(!citizen.get("/min-plan").await.says("Samtale med Anna"));
}

#[apply(each_engine)]
#[tokio::test]
async fn day_treatment_has_the_hours_of_the_standard_written_in_at_once(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    let (code, desk) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let citizen = enter_first(&portal, &code).await;
    let week = format!("{desk}/uge");
    let page = anna.get(&week).await;
    assert!(page.body.contains("dagbehandling-stoffer") && !page.body.contains("dagbehandling-alkohol"));
    let none = anna.post(&week, "ACT=HOURS&OFFER=&DAY=2026-11-23").await;
    assert!(none.status == 422 && none.says("Vælg, hvilket tilbud det er."), "{}", none.text());
    let no_day = anna.post(&week, "ACT=HOURS&OFFER=dagbehandling-stoffer&DAY=x").await;
    assert!(no_day.status == 422 && no_day.says("Vælg en dag."), "{}", no_day.text());
    for _ in 0..2 {
        anna.post(&week, "ACT=HOURS&OFFER=dagbehandling-stoffer&DAY=2026-11-23").await;
    }
    let page = citizen.get("/min-plan/uge").await;
    for says in [
        "I dag, mandag 23. november kl. 9-14",
        "I morgen, tirsdag 24. november kl. 9-14",
        "Torsdag 26. november kl. 9-14",
        "Fredag 27. november kl. 9-12",
        "Fredag 4. december kl. 9-12",
    ] {
        assert!(page.says(says), "{says}: {}", page.text());
    }
    assert!(!page.says("onsdag 25. november"), "there is none on a Wednesday (§7.1.4): {}", page.text());
    assert_eq!(page.body.matches("kl. 9-12").count(), 2, "written in twice it is once a week");
    let first = citizen.get("/min-plan").await;
    assert!(first.says("I dag, mandag 23. november kl. 9-14"), "{}", first.text());

    let christmas = TestPortal::storing(&engine.store, CHRISTMAS);
    let bo = signed_in_at(&christmas, "slagelse", Role::Counsellor, "bo", CHRISTMAS).await;
    let page = bo.get(&week).await;
    assert!(page.says("Centret holder lukket den dag."), "25 December is a Friday: {}", page.text());
}
