//! A wish for treatment is followed: under the code and at the desk, by the clock of the municipality. On both engines.

use crate::{
    booking::{TUESDAY_TEN, checked, desk},
    common::{Answer, MONDAY, TestPortal},
    desk::{signed_in, signed_in_at},
    each_engine::each_engine,
    engines::{Engine, EngineKind, sqlite},
};
use domain::Role;
use rstest_reuse::apply;

const THURSDAY: &str = "2026-11-26T10:00:00+01:00";

/// Somebody of 30 or more in Skanderborg books for tomorrow; the code.
pub async fn booked_with(portal: &TestPortal, wishes: &str) -> String {
    confirm(portal, &checked(portal, "30-", TUESDAY_TEN).await, wishes).await
}

/// Confirms a check with what is ticked on it; the code.
async fn confirm(portal: &TestPortal, check: &Answer, wishes: &str) -> String {
    let form = check.form();
    let fields = format!("ABOUT=ME&AGE=30-&KIND=PHONE&{TUESDAY_TEN}&FORM={form}{wishes}&CONFIRM=1");
    portal.post("/skanderborg/samtale", fields).await.code()
}

/// What stands under a code at a moment.
pub async fn under(engine: &Engine, code: &str, moment: &str) -> Answer {
    TestPortal::storing(&engine.store, moment).post("/kode", format!("CODE={code}")).await
}

pub async fn skanderborg(engine: EngineKind) -> Engine {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    engine
}

/// The address of the only case on the list.
pub fn only_case(list: &Answer) -> String {
    let (_, rest) = list.body.split_once("href=\"/desk/sager/").expect("a case");
    format!("/desk/sager/{}", &rest[..32])
}

#[apply(each_engine)]
#[tokio::test]
async fn who_wishes_for_treatment_sees_its_last_day_under_the_code(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    assert!(check.says("Jeg vil gerne i behandling for alkohol"), "{}", check.text());
    assert!(check.says("Jeg vil gerne i behandling for stoffer"), "{}", engine.name);
    let code = confirm(&portal, &check, "&WISH_DRUGS=YES").await;
    let found = under(&engine, &code, MONDAY).await;
    assert!(found.says("Din behandling for stoffer"), "{}", found.text());
    assert!(
        found.says("Din behandling skal begynde senest mandag 7. december 2026. Det er om 14 dage."),
        "{}",
        found.text()
    );
    assert!(found.says("Afgørelse om behandling: senest mandag 7. december 2026."), "{}", found.text());
    assert!(found.says("Mandag 23. november 2026: Ønske om behandling."), "{}", found.text());
    assert!(found.says("§4.3") && !found.says("Din behandling for alkohol"));
    let last = under(&engine, &code, "2026-12-07T23:59:00+01:00").await;
    assert!(last.says("Det er i dag. Hele den dag tæller med."), "{}: {}", engine.name, last.text());
    let late = under(&engine, &code, "2026-12-08T00:00:00+01:00").await;
    assert!(late.says("Det er ikke din skyld.") && late.says("Se, hvordan du kan klage"), "{}", late.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn two_substances_are_two_cases_and_no_wish_is_none(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let none = booked_with(&portal, "").await;
    assert!(!under(&engine, &none, MONDAY).await.says("Din behandling for"), "{}", engine.name);
    let check = portal
        .post(
            "/skanderborg/samtale",
            format!("CODE={none}&ABOUT=ME&AGE=30-&KIND=PHONE&TIME=2026-11-25T10:00"),
        )
        .await;
    let both = format!(
        "CODE={none}&ABOUT=ME&AGE=30-&KIND=PHONE&TIME=2026-11-25T10:00&FORM={}&WISH_ALCOHOL=YES&WISH_DRUGS=YES&CONFIRM=1",
        check.form()
    );
    portal.post("/skanderborg/samtale", both).await;
    let found = under(&engine, &none, MONDAY).await;
    assert!(
        found.says("Din behandling for alkohol") && found.says("Din behandling for stoffer"),
        "{}",
        found.text()
    );
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let list = anna.get("/desk/sager").await;
    assert_eq!(list.body.matches("<th scope=\"row\">").count(), 2, "{}", list.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_staff_write_down_moves_the_case_and_a_correction_leaves_both(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, THURSDAY);
    let early = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&early, "&WISH_DRUGS=YES").await;
    let anna = signed_in_at(&portal, "skanderborg", Role::Counsellor, "anna", THURSDAY).await;
    let list = anna.get("/desk/sager").await;
    assert!(list.says("Stoffer") && list.says("senest mandag 7. december 11 dage"), "{}", list.text());
    let case = only_case(&list);
    let page = anna.get(&case).await;
    assert!(page.says("1. Mandag 23. november 2026: Ønske om behandling · borgeren"), "{}", page.text());
    // Staff know that the wish was said a day later.
    let wrong = anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-31&CORRECTS=1").await;
    assert!(wrong.status == 422 && wrong.says("Skriv en dag, der findes"), "{}", wrong.text());
    assert!(wrong.is_chosen_option("CONTACT:CITIZEN:WISH"), "what was chosen stays");
    let later = anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-27").await;
    assert_eq!(later.status, 422, "nothing has happened tomorrow");
    let done = anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-24&CORRECTS=1").await;
    assert!(done.says("Det er skrevet ned."), "{}", done.text());
    let page = anna.get(&case).await;
    assert!(
        page.says("· borgeren (rettet)") && page.says("2 → 1. Tirsdag 24. november 2026"),
        "{}",
        page.text()
    );
    assert!(page.says("anna"), "who wrote it");
    let again = anna.post(&case, "FACT=CONTACT:CITIZEN:WISH&DAY=2026-11-25&CORRECTS=1").await;
    assert!(again.status == 422 && again.says("Det er rettet i mellemtiden"), "{}", again.text());
    let found = under(&engine, &code, THURSDAY).await;
    assert!(found.says("tirsdag 8. december 2026") && !found.says("7. december"), "{}", found.text());
    anna.post(&case, "FACT=STARTED&DAY=2026-11-26").await;
    let found = under(&engine, &code, THURSDAY).await;
    assert!(
        found.says("Din behandling begyndte torsdag 26. november 2026."),
        "{}: {}",
        engine.name,
        found.text()
    );
    assert!(anna.get("/desk/sager").await.says("Der er ingen sager."));
    assert!(anna.get("/desk/sager?vis=slut").await.says("begyndt"), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_has_happened_is_neither_changed_nor_deleted_but_goes_with_the_code(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_ALCOHOL=YES").await;
    for statement in [
        "UPDATE case_event SET on_day = '2026-12-01'",
        "UPDATE case_event SET fact = 'STARTED'",
        "DELETE FROM case_event",
        "INSERT INTO case_event SELECT case_id, place, '2026-12-01', fact, actor, author, supersedes FROM case_event",
    ] {
        assert!(engine.tamper(statement).await.is_err(), "{}: {statement}", engine.name);
    }
    portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    assert!(anna.get("/desk/sager").await.says("Der er ingen sager."), "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_code_with_a_wish_lives_until_a_complaint_is_no_longer_possible(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES").await;
    for (moment, stands) in [("2027-06-22T12:00:00+02:00", true), ("2027-06-25T12:00:00+02:00", false)] {
        TestPortal::storing(&engine.store, moment).run_retention().await;
        assert_eq!(under(&engine, &code, moment).await.status == 200, stands, "{}: {moment}", engine.name);
    }
}

#[tokio::test]
async fn a_case_of_another_municipality_is_not_there() {
    let engine = sqlite().await;
    desk(&engine, "skanderborg").await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    booked_with(&portal, "&WISH_DRUGS=YES").await;
    let anna = signed_in(&portal, "skanderborg", Role::Lead, "anna").await;
    let case = only_case(&anna.get("/desk/sager").await);
    let other = signed_in(&portal, "vejle", Role::Lead, "birk").await;
    assert!(other.get("/desk/sager").await.says("Der er ingen sager."));
    assert_eq!(other.get(&case).await.status, 404, "as if it were not there");
    assert_eq!(other.post(&case, "FACT=STARTED&DAY=2026-11-23").await.status, 404);
    let name = case.rsplit('/').next().expect("its name");
    other.post("/desk/sager", &format!("CASE={name}&SEEN=2026-12-07:BREACHED")).await;
    assert!(!other.post(&case, "FACT=STARTED&DAY=2026-11-23").await.says("Det er skrevet ned."));
    assert!(!anna.get(&case).await.says("Behandling begyndt · birk"));
}

#[apply(each_engine)]
#[tokio::test]
async fn who_wants_another_place_is_told_first_what_that_does_to_the_days(engine: EngineKind) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES").await;
    let before = under(&engine, &code, MONDAY).await;
    assert!(!before.says("Vælg et andet sted"), "first the municipality allocates: {}", before.text());
    assert!(before.says("Bed om en samtale med en læge") && before.says("Tag ønsket om behandling tilbage"));
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let desk_case = only_case(&anna.get("/desk/sager").await);
    anna.post(&desk_case, "FACT=ALLOCATED:OUTPATIENT:OWN&DAY=2026-11-23").await;
    let offered = under(&engine, &code, MONDAY).await;
    assert!(
        offered.says("Vælg et andet sted") && offered.says("Så kan fristen blive fraveget."),
        "{}: {}",
        engine.name,
        offered.text()
    );
    let case = offered.field("CASE").expect("its name");
    let act = |act: &str| format!("CODE={code}&CASE={case}&ACT={act}");
    let chosen = portal.post("/kode", act("CHOOSE_OTHER")).await;
    assert!(
        chosen.says("Det er skrevet ned.") && !chosen.says("senest mandag 7. december"),
        "{}",
        chosen.text()
    );
    assert!(chosen.says("Fortryd valget af et andet sted") && !chosen.says("Vælg et andet sted"));
    let back = portal.post("/kode", act("TAKE_BACK_CHOICE")).await;
    assert!(back.says("begynde senest mandag 7. december 2026"), "{}", back.text());
    let withdrawn = portal.post("/kode", act("WITHDRAW")).await;
    assert!(withdrawn.says("Det sluttede mandag 23. november 2026."), "{}", withdrawn.text());
    // A wish after the end begins anew.
    let wednesday = format!("CODE={code}&ABOUT=ME&AGE=30-&KIND=PHONE&TIME=2026-11-25T10:00");
    let check = portal.post("/skanderborg/samtale", wednesday.clone()).await;
    let fields = format!("{wednesday}&FORM={}&WISH_DRUGS=YES&CONFIRM=1", check.form());
    portal.post("/skanderborg/samtale", fields).await;
    let anew = under(&engine, &code, MONDAY).await;
    assert!(anew.says("begynde senest mandag 7. december 2026"), "{}", anew.text());
    portal.post("/kode", act("WITHDRAW")).await;
    // What the case does not allow is not done, however often it is asked.
    for nonsense in ["CHOOSE_OTHER", "STARTED", "", "%00"] {
        let answer = portal.post("/kode", act(nonsense)).await;
        assert!(answer.status == 200 && !answer.says("Det er skrevet ned."), "{nonsense}");
    }
    let other =
        portal.post("/kode", format!("CODE={code}&CASE=00112233445566778899aabbccddeeff&ACT=WITHDRAW")).await;
    assert!(other.status == 200 && !other.says("Det er skrevet ned."));
}
