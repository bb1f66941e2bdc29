//! How somebody is over time, and the page for a bad day. On both engines.

use super::{Opened, enter_first, open_plan, opened};
use crate::{
    common::{MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn own_words_come_first_and_any_question_can_be_skipped(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "randers").await;
    let page = citizen.get("/min-plan/trivsel").await;
    assert!(page.says("TEM"), "Randers names it: {}", page.text());
    assert!(page.says("Er det svært i aften?") && page.says("112"), "{}", page.text());
    let empty = citizen.post("/min-plan/trivsel", "ACT=CHECK_IN&TEXT=").await;
    assert!(empty.status == 422 && empty.says("Skriv noget først"), "{}", empty.text());
    let one = citizen.post("/min-plan/trivsel", "ACT=CHECK_IN&TEXT=&OVERALL=2").await;
    assert!(one.says("Alt i alt svarede du “skidt” 23. november 2026"), "{}", one.text());
    assert_eq!(one.body.matches("<svg").count() - 1, 1, "a picture of what was answered, and the logo");
    let rubbish = citizen.post("/min-plan/trivsel", "ACT=CHECK_IN&TEXT=&OVERALL=9").await;
    assert_eq!(rubbish.status, 422);
    let long = "x".repeat(4001);
    let long_words = citizen.post("/min-plan/trivsel", &format!("ACT=CHECK_IN&TEXT={long}&CLOSE=4")).await;
    assert!(long_words.status == 422 && long_words.is_chosen("CLOSE-4") && long_words.body.contains(&long));

    let later = TestPortal::storing(&engine.store, "2026-11-23T10:14:00+01:00");
    let words = "ACT=CHECK_IN&TEXT=Jeg+fik+sovet&MYSELF=4&CLOSE=3&EVERYDAY_LIFE=3&OVERALL=4";
    let two = citizen.at(&later).post("/min-plan/trivsel", words).await;
    assert!(two.says("svarede du “skidt” 23. november 2026 og “godt” 23. november 2026"), "{}", two.text());
    assert!(
        two.says("23. november 2026 Godt Midt imellem Midt imellem Godt Jeg fik sovet"),
        "a table: {}",
        two.text()
    );
    assert!(anna.get(&format!("{desk}/trivsel")).await.says("Jeg fik sovet"));
}

#[apply(each_engine)]
#[tokio::test]
async fn where_the_standard_is_silent_it_is_called_our_own_offer(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (municipality, is_own) in
        [("skanderborg", false), ("randers", false), ("slagelse", false), ("horsens", true), ("vejle", true)]
    {
        let login = format!("anna-{municipality}");
        let anna = signed_in(&portal, municipality, Role::Counsellor, &login).await;
        let (code, _) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
        let page = enter_first(&portal, &code).await.get("/min-plan/trivsel").await;
        assert_eq!(page.says("Kommunens standard siger ikke noget om det her"), is_own, "{municipality}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_bad_day_has_numbers_and_ways_first_and_then_own_words(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "vejle").await;
    let page = citizen.get("/min-plan/svaer-dag").await;
    let (danger, words) = (page.body.find("tel:112"), page.body.find("Sådan kan jeg mærke"));
    assert!(danger < words && danger.is_some(), "{}", page.text());
    assert!(page.body.contains("href=\"tel:"), "the centre's own number: {}", page.text());
    assert!(citizen.get("/min-plan").await.says("Når det er svært"));
    let field = "ACT=WRITE&FIELD=BAD_DAY:PEOPLE&OVER=0&TEXT=Min+bror,+altid";
    let saved = citizen.post("/min-plan/svaer-dag", field).await;
    assert!(saved.says("Det er gemt") && saved.says("Min bror, altid"), "{}", saved.text());
    let family = "ACT=WRITE&FIELD=BAD_DAY:FAMILY&OVER=0&TEXT=Børnene+går+til+naboen";
    let at_desk = anna.post(&format!("{desk}/svaer-dag"), family).await;
    assert!(at_desk.says("Min bror, altid") && at_desk.says("Børnene går til naboen"), "{}", at_desk.text());
}
