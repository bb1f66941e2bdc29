//! Pages that are loaded again, left open, or gone back to.

use super::{TUESDAY_TEN, checked, confirmed, desk, open_portal};
use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn who_loads_the_check_again_finds_their_own_time(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let base = "ABOUT=CLOSE&KIND=PHONE";
    let times = portal.post("/skanderborg/samtale", base).await;
    let chosen = format!("{base}&TIME=2026-11-24T10:00&FORM={}", times.form());
    for _ in 0..2 {
        let check = portal.post("/skanderborg/samtale", chosen.clone()).await;
        assert!(check.says("Er det rigtigt?") && check.status == 200, "{}: {}", engine.name, check.text());
    }
    let booked = portal.post("/skanderborg/samtale", format!("{chosen}&CONFIRM=1")).await.code();
    let back = portal.post("/skanderborg/samtale", chosen.replace("T10:00", "T11:00")).await;
    assert_eq!(back.code(), booked, "the page before, sent once more, is the same appointment");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_time_that_was_held_too_long_is_said_not_to_be_booked(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let check = checked(&TestPortal::storing(&engine.store, MONDAY), "30-", TUESDAY_TEN).await;
    let later = TestPortal::storing(&engine.store, "2026-11-23T10:11:00+01:00");
    let again = confirmed(&later, &check, "30-", TUESDAY_TEN).await;
    assert!(again.says("Tiden er ikke aftalt endnu. Vi holder den for dig igen"), "{}", again.text());
    assert!(again.says("Er det rigtigt?") && again.body.contains("href=\"#CONFIRM\""), "{}", engine.name);
    assert!(again.body.contains("id=\"CONFIRM\""));
}

#[apply(each_engine)]
#[tokio::test]
async fn an_answer_that_is_changed_is_marked_when_it_is_asked_again(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let answers = "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T10:00";
    for (question, chosen) in [("ABOUT", "WHO-CLOSE"), ("TIME", "TIME-2026-11-24T10-00")] {
        let asked = portal.post("/skanderborg/samtale", format!("{answers}&BACK={question}")).await;
        assert!(asked.was_pressed(chosen), "{}: {}", engine.name, asked.body);
    }
    let adult = portal.post("/skanderborg/samtale", "ABOUT=ME&AGE=18-29&BACK=ABOUT").await;
    assert!(adult.was_pressed("WHO-ME-18-29"), "{}", adult.body);
}

#[apply(each_engine)]
#[tokio::test]
async fn the_first_free_time_is_one_press_and_the_check_says_where(engine: EngineKind) {
    let (_engine, portal) = open_portal(engine).await;
    let days = portal.post("/skanderborg/samtale", "STEP=AGE&ABOUT=ME&AGE=30-&KIND=PHONE").await;
    assert!(days.says("Tag den første tid: i dag kl. 11"), "{}", days.text());
    let time = days.field("TIME").expect("the first free time");
    let fields = format!("ABOUT=ME&AGE=30-&KIND=PHONE&TIME={time}");
    let check = portal.post("/skanderborg/samtale", fields.clone()).await;
    assert!(check.says("Er det rigtigt?"), "{}", check.text());
    assert!(check.says("Her ringer du til") && check.says("87 94 75 80"), "{}", check.text());
    let receipt =
        portal.post("/skanderborg/samtale", format!("{fields}&FORM={}&CONFIRM=1", check.form())).await;
    assert!(receipt.says("Mandag 23. november 2026 kl. 11"), "{}", receipt.text());
    assert!(receipt.says("Se din aftale med koden samme dag."));
    assert!(receipt.says("Sådan går en første samtale"));
}

#[apply(each_engine)]
#[tokio::test]
async fn who_moves_a_time_whose_code_is_gone_is_told_and_asked_for_their_age(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let moving = portal.post("/kode", format!("CODE={code}")).await.field("MOVE").expect("its name");
    let base = format!("CODE={code}&MOVE={moving}&ABOUT=ME&KIND=PHONE&TIME=2026-11-25T09:00");
    let form = portal.post("/skanderborg/samtale", base.clone()).await.form();
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    let asked = portal.post("/skanderborg/samtale", format!("{base}&FORM={form}&CONFIRM=1")).await;
    assert!(asked.says("Hvor gammel er du?"), "{}: {}", engine.name, asked.text());
    assert!(!asked.says("Din tid er flyttet"), "{}", asked.text());
    assert_eq!(asked.status, 409, "what has changed is told");
}
