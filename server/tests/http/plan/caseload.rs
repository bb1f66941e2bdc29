//! Somebody's plans at the desk, taken together: handed over in one go, beside the cases that have none yet.

use super::{enter_first, open_plan};
use crate::{
    common::{Answer, MONDAY, TestPortal},
    desk::{signed_in, signed_in_at},
    each_engine::each_engine,
    engines::EngineKind,
};
use domain::Role;
use rstest_reuse::apply;

const HANDING_OVER: &str = "/desk/planer/overdrag";

/// The name of a colleague among those to whom plans can go.
fn option_of(page: &Answer, name: &str) -> String {
    let option = page.body.split("<option").find(|option| option.contains(&format!(">{name}<")));
    let id = option.and_then(|option| option.split("value=\"").nth(1)?.split('"').next());
    id.expect("a colleague").to_owned()
}

#[apply(each_engine)]
#[tokio::test]
async fn a_caseload_is_handed_over_for_a_holiday_in_one_go_and_given_back(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let bo = signed_in(&portal, "skanderborg", Role::Counsellor, "bo").await;
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    assert!(anna.get(HANDING_OVER).await.says("Her er ingen planer."));
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await.0);
    }
    let citizen = enter_first(&portal, &codes[0]).await;
    open_plan(&bo, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let page = anna.get(HANDING_OVER).await;
    assert_eq!(page.body.matches("name=\"PLAN\"").count(), 3, "{}", page.text());
    assert!(!page.body.contains("name=\"fra\""), "a counsellor hands over their own alone");
    let to_bo = option_of(&page, "bo");
    let nobody = anna.post(HANDING_OVER, "TO=&ACT=ALL").await;
    assert!(nobody.status == 422 && nobody.says("Vælg en kollega."), "{}", nobody.text());
    let none = anna.post(HANDING_OVER, &format!("TO={to_bo}&ACT=CHOSEN")).await;
    assert!(none.status == 422 && none.says("Vælg mindst én plan."), "{}", none.text());
    assert!(none.is_chosen_option(&to_bo), "the colleague is kept");

    let handed = anna.post(HANDING_OVER, &format!("TO={to_bo}&ACT=ALL")).await;
    assert!(handed.status == 200 && handed.says("Her er ingen planer."), "{}", handed.text());
    assert!(citizen.get("/min-plan").await.says("bo har ansvar for planen."));
    let back = bo.get(HANDING_OVER).await;
    assert_eq!(back.body.matches("name=\"PLAN\"").count(), 4, "{}", back.text());
    let to_anna = option_of(&back, "anna");
    let plan = back.body.split("name=\"PLAN\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let plan = plan.expect("a plan");
    // Bo cannot reach into Anna's caseload by naming her.
    let forged = bo.post(HANDING_OVER, &format!("FROM={to_anna}&TO={to_anna}&ACT=CHOSEN&PLAN={plan}")).await;
    assert_eq!(forged.status, 200);
    assert_eq!(bo.get(HANDING_OVER).await.body.matches("name=\"PLAN\"").count(), 3);
    assert_eq!(anna.get(HANDING_OVER).await.body.matches("name=\"PLAN\"").count(), 1);
}

#[apply(each_engine)]
#[tokio::test]
async fn whoever_leads_hands_over_for_somebody_who_is_away_and_each_is_noted(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "vejle", Role::Lead, "lis").await;
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let (_, desk) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let page = lead.get(HANDING_OVER).await;
    let (of_anna, to_lead) = (option_of(&page, "anna"), "lis");
    let page = lead.get(&format!("{HANDING_OVER}?fra={of_anna}")).await;
    assert_eq!(page.body.matches("name=\"PLAN\"").count(), 2, "{}", page.text());
    // Of the two lists of colleagues the second says to whom.
    let to = option_of(
        &Answer { body: page.body.split("name=\"TO\"").nth(1).expect("a list").to_owned(), ..page },
        to_lead,
    );
    let handed = lead.post(HANDING_OVER, &format!("FROM={of_anna}&TO={to}&ACT=ALL")).await;
    assert_eq!(handed.body.matches("data-live=\"plans\"").count(), 1, "{}", handed.text());
    assert!(anna.get("/desk/planer").await.says("Her er ingen planer."));
    let admin = signed_in(&portal, "vejle", Role::Admin, "adam").await;
    let log = admin.get("/desk/log").await;
    assert_eq!(log.text().matches("anna → lis").count(), 2, "{}", log.text());
    // Nobody in charge: then whoever leads is.
    lead.post(&desk, "ACT=HAND_OVER&STAFF=").await;
    assert!(lead.get(&desk).await.says("Ansvar for planen"));
    assert!(!lead.get("/desk/planer").await.says("Her er ingen planer."));
}

#[apply(each_engine)]
#[tokio::test]
async fn a_case_whose_plan_is_overdue_stands_beside_the_plans(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    assert!(!anna.get("/desk/planer").await.says("Sager, der mangler en plan"));
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let phones = "CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&AGE=30-&DAY=2026-11-20";
    let case = anna.post("/desk/sager/ny", &format!("FORM={form}&{phones}")).await;
    let case = case.linked("/desk/sager").expect("a case");
    let page = anna.get("/desk/planer").await;
    // 14 days from contact (Slagelse §6).
    assert!(page.says("Planen skal være lavet senest fredag 4. december 2026"), "{}", page.text());
    assert!(!page.says("Over tiden"));
    let moment = "2026-12-07T10:00:00+01:00";
    let later = TestPortal::storing(&engine.store, moment);
    let bo = signed_in_at(&later, "slagelse", Role::Counsellor, "bo", moment).await;
    let page = bo.get("/desk/planer").await;
    assert!(page.says("Over tiden") && page.body.contains(&format!("/desk/sager/{case}")), "{}", page.text());
    let record = bo.get(&format!("/desk/planer/ny?sag={case}")).await;
    let (form, of) = (record.field("FORM").expect("a key"), record.field("CASE").expect("a case"));
    let opened =
        bo.post("/desk/planer/ny", &format!("FORM={form}&CASE={of}&ABOUT=DRUGS&OFFER=GENERAL")).await;
    let plan = opened.linked("/desk/planer").expect("a plan");
    bo.post(&format!("/desk/planer/{plan}"), "ACT=MADE").await;
    assert!(!bo.get("/desk/planer").await.says("Sager, der mangler en plan"), "it is made");
}
