//! What a lead arranges.

use super::{asks_to_be_called, signed_in};
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn what_the_desk_arranges_is_what_citizens_can_book(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let days = || portal.post("/skanderborg/samtale", "ABOUT=CLOSE");
    assert!(days().await.says("tirsdag 24. november · 6 ledige tider"), "{}", engine.name);
    let closed = "WHO=CENTRE&FROM=2026-11-24&NOTE=Vi+er+p%C3%A5+kursus";
    assert!(lead.post("/desk/fravaer", closed).await.says("Det er gemt."));
    assert!(lead.get("/desk/dag/2026-11-24").await.says("Centret har lukket den dag. Vi er på kursus"));
    let page = days().await;
    assert!(page.says("Vi er på kursus") && !page.says("24. november · 6"), "{}", page.text());
    for _ in 0..2 {
        lead.post("/desk/fravaer", "DO=OPEN_DAY&DAY=2026-11-24").await;
    }
    let log = lead.get("/desk/log").await.text();
    assert_eq!(log.matches("anna Åbnede en dag igen").count(), 1, "what did not happen is not noted: {log}");
    let numbers = "DO=KIND&KIND=PHONE&OPEN=YES&MINUTES=60&BUFFER=0&NOTICE=1&HORIZON=20&CAPACITY=9";
    assert!(lead.post("/desk/indstillinger", numbers).await.says("Det er gemt."));
    assert!(days().await.says("tirsdag 24. november · 3 ledige tider"));
    let wrong = lead.post("/desk/indstillinger", &numbers.replace("MINUTES=60", "MINUTES=tres")).await;
    assert!(wrong.status == 422 && wrong.body.contains("value=\"tres\""), "what was typed stays");
    lead.post("/desk/indstillinger", &numbers.replace("CAPACITY=9", "CAPACITY=1")).await;
    let check = portal.post("/skanderborg/samtale", "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T10:00").await;
    assert!(check.says("Er det rigtigt?"));
    assert!(!days().await.says("24. november"), "the day's only one is taken");
    lead.post("/desk/indstillinger", "DO=KIND&KIND=PHONE").await;
    assert!(days().await.says("Centret har ikke åbnet for tider her på siden."));
    lead.post("/desk/indstillinger", "DO=PROMISE&PROMISE=2").await;
    lead.post("/desk/indstillinger", "DO=PROMISE&PROMISE=5").await;
    let log = lead.get("/desk/log").await;
    assert!(log.says("anna Satte svartid 2 → 5"), "from what to what: {}", log.text());
    assert!(
        log.says("anna Ændrede en slags aftale: Borgeren ringer op 30/0/1/20/99 → 60/0/1/20/9"),
        "{}",
        log.text()
    );
    asks_to_be_called(&engine, &portal).await;
    assert_eq!(lead.post("/desk/indstillinger", "DO=PROMISE&PROMISE=snart").await.status, 422);
}

#[apply(each_engine)]
#[tokio::test]
async fn who_books_in_english_is_told_whether_it_is_spoken_and_the_desk_sees_it(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let unsaid = portal.get("/en/skanderborg/samtale").await;
    assert!(unsaid.says("We do not know whether somebody at the centre speaks English."), "{}", engine.name);
    assert!(lead.post("/desk/indstillinger", "DO=ENGLISH&ENGLISH=INTERPRETER").await.says("Det er gemt."));
    assert!(lead.get("/desk/indstillinger").await.is_chosen("ENGLISH-INTERPRETER"));
    let chosen = "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T10:00";
    let check = portal.post("/en/skanderborg/samtale", chosen).await;
    assert!(check.says("The centre can bring an interpreter"), "{}", check.text());
    portal.post("/en/skanderborg/samtale", format!("{chosen}&FORM={}&CONFIRM=1", check.form())).await;
    let danish = "ABOUT=CLOSE&KIND=PHONE&TIME=2026-11-24T11:00";
    let check = portal.post("/skanderborg/samtale", danish).await;
    assert!(!check.says("interpreter") && !check.says("tolk"), "{}", check.text());
    portal.post("/skanderborg/samtale", format!("{danish}&FORM={}&CONFIRM=1", check.form())).await;
    let day = lead.get("/desk/dag/2026-11-24").await.text();
    assert_eq!(day.matches("på engelsk").count(), 1, "one of the two: {day}");
    asks_to_be_called(&engine, &portal).await;
    assert!(!lead.get("/desk/opkald").await.says("på engelsk"));
    let form = portal.get("/en/skanderborg/ring-mig-op").await.form();
    let asked = "PHONE=10203041&NAME=&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=NO&AGE=30-";
    portal.post("/en/skanderborg/ring-mig-op", format!("{asked}&FORM={form}")).await;
    assert!(lead.get("/desk/opkald").await.says("på engelsk"));
    assert!(lead.post("/desk/indstillinger", "DO=ENGLISH&ENGLISH=").await.says("Det er gemt."));
    assert!(portal.get("/en/skanderborg/ring-mig-op").await.says("We do not know whether"));
}
