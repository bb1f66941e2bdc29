//! When staff take appointments.

use super::signed_in;
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::http::Method;
use domain::Role;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn hours_lie_within_the_opening_hours_and_exceptions_change_a_day(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let outside = lead.post("/desk/tider", "DO=WEEK&WEEKDAY-0=9-12&WEEKDAY-1=5-6&WEEKDAY-2=snart").await;
    assert_eq!(outside.status, 422, "{}", engine.name);
    assert!(
        outside.says("Tirsdag: ”5-6” ligger uden for centrets åbningstid")
            && outside.says("Onsdag: ”snart” kan ikke læses")
    );
    assert!(
        outside.body.contains("value=\"snart\"") && outside.body.contains("value=\"9-12\""),
        "nothing typed is lost"
    );
    let days = || portal.post("/skanderborg/samtale", "ABOUT=CLOSE");
    assert!(lead.post("/desk/tider", "DO=WEEK&WEEKDAY-1=9-12").await.says("Det er gemt."));
    assert!(days().await.says("tirsdag 24. november · 6 ledige tider"), "two can give the same times");
    let page = lead.get("/desk/tider").await;
    let other =
        page.body.split("/desk/tider/").nth(1).expect("a colleague").split('"').next().expect("an id");
    let path = format!("/desk/tider/{other}");
    lead.post("/desk/fravaer", &format!("WHO={other}&FROM=2026-11-25")).await;
    assert!(lead.get(&path).await.says("Onsdag 25. november 2026 · Væk"));
    assert!(!days().await.says("Onsdag 25. november"), "away");
    assert!(lead.post(&path, "DO=ADD&DAY=2026-11-27&SPAN=9-10").await.says("9-10 · Ekstra tid"));
    assert!(days().await.says("Fredag 27. november · 2 ledige tider"));
    for (fields, says) in [
        ("DO=ADD&DAY=2026-11-01&SPAN=9-10", "i dag eller en senere dag"),
        ("DO=ADD&DAY=2026-12-01&SPAN=", "Skriv et tidsrum"),
        ("DO=ADD&DAY=2026-12-01&SPAN=x", "kan ikke læses"),
        ("DO=ADD&DAY=262143-12-31&SPAN=9-10", "i dag eller en senere dag"),
    ] {
        let page = lead.post(&path, fields).await;
        assert!(page.status == 422 && page.says(says), "{fields}: {}", page.text());
    }
    let (seen, kept) = ("tirsdag 9-12", "DO=WEEK&WEEKDAY-0=9-10&WEEKDAY-1=9-12");
    assert_eq!(lead.get("/desk/tider").await.field("BEFORE").as_deref(), Some(seen));
    assert!(lead.post("/desk/tider", &format!("{kept}&BEFORE=tirsdag+9-12")).await.says("Det er gemt."));
    let stale = lead.post("/desk/tider", "DO=WEEK&WEEKDAY-4=9-10&BEFORE=tirsdag+9-12").await;
    assert!(
        stale.status == 422 && stale.says("nogen har ændret det imens"),
        "another tab has saved: {}",
        stale.text()
    );
    assert!(lead.get("/desk/tider").await.body.contains("value=\"9-10\""), "nothing is overwritten");
    let listed = lead.get(&path).await;
    assert!(
        listed.says("Juleaften") && listed.says("væk"),
        "holidays and absence in the calendar: {}",
        listed.text()
    );
    let away = listed.field_of("ID", "Fjern: Onsdag").expect("an exception");
    lead.post(&path, &format!("DO=REMOVE&ID={away}")).await;
    assert!(days().await.says("Onsdag 25. november"));
}

#[apply(each_engine)]
#[tokio::test]
async fn who_only_arranges_the_desk_takes_no_appointments(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    signed_in(&portal, "skanderborg", Role::Admin, "bent").await;
    let staff = engine.store.staff("skanderborg").await.expect("staff");
    let admin = staff.iter().find(|one| one.role == Role::Admin).expect("an administrator");
    let path = format!("/desk/tider/{}", admin.id);
    let refused = lead.ask(Method::POST, &path, "DO=WEEK&WEEKDAY-4=9-12").await;
    assert_eq!(refused.header("location"), "/desk/tider", "{}", engine.name);
    assert!(engine.store.staff_hours(&admin.id).await.expect("hours").is_empty());
}
