//! What staff see and do of a day's appointments, in their own municipality only.

use super::signed_in;
use crate::{
    booking::{TUESDAY_TEN, checked, confirmed, desk},
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;
use server::web::rate_limiter::Quota;

/// Books two talks about oneself, and gives the code.
async fn two_talks(portal: &TestPortal) -> String {
    let check = checked(portal, "18-29", TUESDAY_TEN).await;
    let code = confirmed(portal, &check, "18-29", TUESDAY_TEN).await.code();
    let second = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&TIME=2026-11-25T09:00");
    let check = portal.post("/skanderborg/samtale", second.clone()).await;
    portal.post("/skanderborg/samtale", format!("{second}&FORM={}&CONFIRM=1", check.form())).await;
    code
}

#[apply(each_engine)]
#[tokio::test]
async fn staff_see_an_alias_and_a_day_and_can_grant_one_talk_more(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = two_talks(&portal).await;
    let third = format!("CODE={code}&ABOUT=ME&AGE=18-29&KIND=PHONE&TIME=2026-11-26T09:00");
    assert!(
        portal
            .post("/skanderborg/samtale", third.clone())
            .await
            .says("Du har fået det antal anonyme samtaler")
    );
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let day = lead.get("/desk/dag/2026-11-24").await;
    assert!(
        day.says("10.00") && day.says("2 samtaler") && !day.says("ekstra"),
        "{}: {}",
        engine.name,
        day.text()
    );
    assert!(!day.body.contains(&code[..5]), "nothing of the code");
    let id = day.field("ID").expect("an appointment");
    let extended = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=EXTEND&BEFORE=0")).await;
    let again = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=EXTEND&BEFORE=0")).await;
    assert!(
        again.says("nogen har ændret det imens") && again.says("2 samtaler, og lov til 1 ekstra"),
        "sent again it grants no more"
    );
    assert!(
        extended.says("Borgeren kan få en samtale mere.") && extended.says("2 samtaler, og lov til 1 ekstra")
    );
    assert!(portal.post("/skanderborg/samtale", third).await.says("Er det rigtigt?"), "one talk more");
    let audit = lead.get("/desk/log").await;
    assert!(audit.says("Gav en samtale mere: ") && audit.says("Loggede ind"), "{}", audit.text());
    let gone = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=CALL_OFF")).await;
    assert!(gone.says("Tiden er aflyst og slettet.") && gone.says("Ingen aftaler den dag."));
    let seen = portal.post("/kode", format!("CODE={code}")).await;
    assert!(seen.says("Centret har aflyst din tid: Tirsdag 24. november 2026."), "{}", seen.text());
    let again = lead.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT=CALL_OFF")).await;
    assert!(again.says("nogen har ændret det imens"), "{}", again.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn the_page_of_a_day_begins_with_the_day_and_then_says_what_waits_to_be_confirmed(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let quota = Quota { pending: 1, ..Quota::NONE };
    let portal = TestPortal::limited(&engine.store, MONDAY, quota, 0);
    for time in [TUESDAY_TEN, "TIME=2026-11-24T11:00"] {
        let check = checked(&portal, "30-", time).await;
        confirmed(&portal, &check, "30-", time).await;
    }
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let day = lead.get("/desk").await;
    assert!(day.says("Venter på jeres bekræftelse"), "{}: {}", engine.name, day.text());
    let headings: Vec<&str> = day.body.match_indices("<h").map(|(at, _)| &day.body[at..at + 4]).collect();
    let headings: Vec<&str> = headings.into_iter().filter(|tag| tag.as_bytes()[2].is_ascii_digit()).collect();
    assert_eq!(headings.first(), Some(&"<h1>"), "{headings:?}");
    assert!(headings.contains(&"<h2>"), "what waits has a heading of its own");
}

#[apply(each_engine)]
#[tokio::test]
async fn nothing_is_seen_or_done_across_municipalities(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = two_talks(&portal).await;
    let own = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let id = own.get("/desk/dag/2026-11-24").await.field("ID").expect("an appointment");
    let other = signed_in(&portal, "vejle", Role::Lead, "bent").await;
    let day = other.get("/desk/dag/2026-11-24").await;
    assert!(day.says("Ingen aftaler den dag.") && day.says("Vejle Kommune"), "{}", engine.name);
    for act in ["EXTEND", "CONFIRM", "CALL_OFF"] {
        let page = other.post("/desk/dag/2026-11-24", &format!("ID={id}&ACT={act}")).await;
        assert!(page.says("Det lykkedes ikke"), "{act}");
    }
    let refused = other.get(&format!("/desk/samtale/{id}")).await;
    assert_eq!(refused.header("location"), "/desk?gjort=NOT_YOURS", "as one that is gone");
    let staff = own.get("/desk/tider").await;
    let colleague =
        staff.body.split("/desk/tider/").nth(1).expect("a colleague").split('"').next().expect("an id");
    assert_eq!(own.get(&format!("/desk/tider/{colleague}")).await.status, 200);
    assert_eq!(other.get(&format!("/desk/tider/{colleague}")).await.header("location"), "/desk/tider");
    assert!(!other.get("/desk/ansatte").await.says("anna") && !other.get("/desk/log").await.says("anna"));
    assert!(portal.post("/kode", format!("CODE={code}")).await.says("24. november"), "untouched");
}
