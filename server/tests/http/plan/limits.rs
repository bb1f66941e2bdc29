//! What a standard sets limits to, and what is asked before it happens. On both engines.

use super::{
    Opened, enter_first, open_plan, opened,
    review::{cases, on_day, open_on, text},
    write_goal,
};
use crate::{
    common::{MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use domain::{LocalDay, Role};
use rstest_reuse::apply;
use serde_json::Value;

const ELIGIBILITY: &str = include_str!("../../../../app/domain/scenarios/eligibility.jsonl");

#[apply(each_engine)]
#[tokio::test]
async fn drinking_less_is_a_goal_for_three_months_at_most_in_vejle_and_the_page_says_why(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let (code, desk) = open_plan(&anna, "ABOUT=ALCOHOL&OFFER=GENERAL").await;
    let citizen = enter_first(&portal, &code).await;
    let goal = write_goal(&citizen, "Kun+to+øl").await;
    let page = citizen.get(&goal).await;
    assert!(page.says("en dag til og med 23. februar 2027") && page.says("10E"), "{}", page.text());

    let unchosen = citizen.post(&goal, "ACT=AIM&DAY=2027-01-01").await;
    assert!(unchosen.status == 422 && unchosen.says("Vælg, hvad målet er."), "{}", unchosen.text());
    assert!(unchosen.body.contains("value=\"2027-01-01\""), "the day is kept");
    let late = citizen.post(&goal, "ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY=2027-02-24").await;
    assert!(
        late.status == 422 && late.says("kan det her højst gælde til og med 23. februar 2027"),
        "{}",
        late.text()
    );
    assert!(late.body.contains("value=\"2027-02-24\""), "the day is kept");
    let open = citizen.post(&goal, "ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY=").await;
    assert!(open.status == 422 && open.says("kan det her højst gælde"), "{}", open.text());
    let goal_at_desk = format!("{desk}/maal/{}", goal.rsplit('/').next().expect("a number"));
    let at_desk = anna.post(&goal_at_desk, "ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY=2028-01-01").await;
    assert_eq!(at_desk.status, 422, "neither can the centre");
    let set = citizen.post(&goal, "ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY=2027-02-23").await;
    assert!(set.says("Drikke mindre. Målet gælder til og med 23. februar 2027."), "{}", set.text());
    assert!(anna.get(&goal_at_desk).await.says("Drikke mindre. Målet gælder til og med 23. februar 2027."));
    let stop = citizen.post(&goal, "ACT=AIM&AIM=ABSTINENCE&DAY=").await;
    assert!(stop.says("Stoppe helt med at drikke"), "{}", stop.text());
}

#[tokio::test]
async fn each_case_of_how_long_a_course_may_be_is_what_the_goal_lets_somebody_set() {
    let engine = sqlite().await;
    let mut tried = 0;
    for case in cases(ELIGIBILITY, "treatment_length_limit") {
        let name = case["id"].as_str().expect("a name");
        // These two treat drugs alone under their standards.
        if ["randers", "horsens"].map(Value::from).contains(&case["municipality"]) {
            continue;
        }
        let begins = text(&case, "given", "treatment_starts_on").expect("a day");
        let plan = open_on(&engine, &case, begins).await;
        let goal = on_day(&engine, &case, (begins, &format!("{plan}/maal"), "ACT=GOAL&TEXT=Mindre")).await;
        let path = format!("{plan}/maal/2");
        assert!(goal.says("Mindre"), "{name}: {}", goal.text());
        let Some(allowed) = case["expect"]["allowed"].as_bool() else {
            assert!(!goal.body.contains("AIM-"), "{name}: nothing is asked where nothing is said");
            let fields = "ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY=2099-01-01";
            assert_eq!(on_day(&engine, &case, (begins, &path, fields)).await.status, 422, "{name}");
            continue;
        };
        let months =
            u8::try_from(case["given"]["requested_months"].as_u64().expect("a number")).expect("few");
        let until = LocalDay::parse(begins).expect("a day").plus_months(months).date();
        let fields = format!("ACT=AIM&AIM=CONTROLLED_REDUCED_USE&DAY={until}");
        let answer = on_day(&engine, &case, (begins, &path, &fields)).await;
        assert_eq!(answer.status == 200, allowed, "{name}: {}", answer.text());
        tried += 1;
    }
    assert!(tried >= 2, "{tried} cases");
}

#[tokio::test]
async fn each_case_of_who_must_agree_is_what_the_plan_waits_for() {
    let engine = sqlite().await;
    let (mut waited, mut made) = (0, 0);
    for case in cases(ELIGIBILITY, "treatment_consent") {
        let name = case["id"].as_str().expect("a name");
        let Some(possible) = case["expect"]["decision_possible"].as_bool() else { continue };
        let day = "2026-11-23";
        let plan = open_on(&engine, &case, day).await;
        for (key, kind) in [("custody_holder_consents", "PARENTS_TREATMENT"), ("youth_consents", "TREATMENT")]
        {
            if case["given"][key] == true {
                let fields = format!("ACT=CONSENT&KIND={kind}");
                on_day(&engine, &case, (day, &format!("{plan}/samtykker"), &fields)).await;
            }
        }
        let answer = on_day(&engine, &case, (day, &plan, "ACT=MADE")).await;
        if possible {
            made += 1;
            assert!(
                answer.status == 200 && answer.says("Lavet 23. november 2026"),
                "{name}: {}",
                answer.text()
            );
        } else {
            waited += 1;
            assert!(answer.status == 422 && answer.says("Der mangler et ja"), "{name}: {}", answer.text());
            assert!(answer.says("Ikke lavet endnu"), "{name}");
        }
    }
    assert!(waited >= 2 && made >= 6, "{waited} waited, {made} made");
}

#[apply(each_engine)]
#[tokio::test]
async fn medicine_that_ends_anonymity_is_told_before_and_a_no_changes_nothing(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "skanderborg", Role::Counsellor, "anna").await;
    let (code, desk) = open_plan(&anna, "ABOUT=ALCOHOL&OFFER=GENERAL").await;
    let citizen = enter_first(&portal, &code).await;
    assert!(!citizen.get("/min-plan/samtykker").await.says("Medicin på recept"), "nobody has asked");
    let forged = citizen.post("/min-plan/samtykker", "ACT=MEDICINE&TEXT=Noget").await;
    assert!(forged.status == 422, "the centre alone asks: {}", forged.text());

    let desk_page = anna.get(&format!("{desk}/samtykker")).await;
    assert!(
        desk_page.says("slutter det den dag, lægen skriver recepten") && desk_page.says("§4.4"),
        "{}",
        desk_page.text()
    );
    let empty = anna.post(&format!("{desk}/samtykker"), "ACT=MEDICINE&TEXT=").await;
    assert_eq!(empty.status, 422);
    anna.post(&format!("{desk}/samtykker"), "ACT=MEDICINE&TEXT=Antabus+mod+trang").await;
    assert!(citizen.get("/min-plan").await.says("Centret har et spørgsmål til dig."));
    let page = citizen.get("/min-plan/samtykker").await;
    assert!(page.says("slutter det den dag, lægen skriver recepten") && page.says("§4.4"), "{}", page.text());
    let asked = page.field("MEDICINE").expect("its number");
    let no = citizen.post("/min-plan/samtykker", &format!("ACT=ANSWER&MEDICINE={asked}&YES=NO")).await;
    assert!(no.says("Du sagde nej 23. november 2026."), "{}", no.text());
    assert!(!citizen.get("/min-plan").await.says("Centret har et spørgsmål"), "it is answered");
    let seen = anna.get(&format!("{desk}/samtykker")).await;
    assert!(seen.says("Borgeren sagde nej 23. november 2026."), "{}", seen.text());
    let yes = citizen.post("/min-plan/samtykker", &format!("ACT=ANSWER&MEDICINE={asked}&YES=YES")).await;
    assert!(yes.says("Du sagde ja 23. november 2026."), "one can change one's mind: {}", yes.text());
}

#[tokio::test]
async fn that_the_others_are_silent_about_medicine_is_said() {
    let engine = sqlite().await;
    for (municipality, about, says) in [
        ("randers", "DRUGS", "Vi kan ikke se i kommunens regler"),
        ("horsens", "DRUGS", "Vi kan ikke se i kommunens regler"),
        ("vejle", "ALCOHOL", "kan du stadig være anonym hos centret"),
        ("slagelse", "ALCOHOL", "kan du stadig være anonym hos centret"),
    ] {
        let portal = TestPortal::storing(&engine.store, MONDAY);
        let anna = signed_in(&portal, municipality, Role::Counsellor, &format!("anna-{municipality}")).await;
        let (code, desk) = open_plan(&anna, &format!("ABOUT={about}&OFFER=GENERAL")).await;
        anna.post(&format!("{desk}/samtykker"), "ACT=MEDICINE&TEXT=Noget").await;
        let page = enter_first(&portal, &code).await.get("/min-plan/samtykker").await;
        assert!(page.says(says), "{municipality}: {}", page.text());
        let reads = page.says("Der står ikke noget om medicin på recept");
        assert_eq!(reads, about == "ALCOHOL", "{municipality}: where it is a reading, that is said");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn an_action_plan_is_told_of_as_the_standard_does_and_noted(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let page = citizen.get("/min-plan/hele").await;
    assert!(
        page.says("skal centret tilbyde at hjælpe dig med at få en") && page.says("§6.3"),
        "{}",
        page.text()
    );
    let noted = citizen.post("/min-plan/hele", "ACT=ACTION_PLAN").await;
    assert!(noted.says("Du har en handleplan. Det blev noteret 23. november 2026."), "{}", noted.text());
    let whole = anna.get(&format!("{desk}/hele")).await;
    assert!(whole.says("Borgeren har en handleplan."), "{}", whole.text());
    let none = anna.post(&format!("{desk}/hele"), "ACT=NO_ACTION_PLAN").await;
    assert!(none.says("Det er ikke noteret, at borgeren har en handleplan."), "{}", none.text());
    let silent = opened_as(&portal, "vejle").await;
    assert!(!silent.get("/min-plan/hele").await.says("Handleplan"), "Vejle's standard says nothing of it");
}

async fn opened_as<'a>(portal: &'a TestPortal, municipality: &str) -> super::Citizen<'a> {
    let bo = signed_in(portal, municipality, Role::Counsellor, "bo").await;
    let (code, _) = open_plan(&bo, "ABOUT=DRUGS&OFFER=GENERAL").await;
    enter_first(portal, &code).await
}
