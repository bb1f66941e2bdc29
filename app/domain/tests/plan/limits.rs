//! What a standard sets limits to: how long somebody means to use less, and what the young and their parents agree to.

use crate::{Told, day, standard};
use domain::{
    AgeRange, Standard, Substance,
    decide::Goal as TreatmentGoal,
    plan::{ConsentKind, GoalAim, PlanAct, PlanActError, PlanSide},
};

const MUNICIPALITIES: [&str; 5] = ["skanderborg", "randers", "horsens", "vejle", "slagelse"];

fn use_less(goal: u32, until: Option<&str>) -> PlanAct {
    let aim = GoalAim { aim: TreatmentGoal::ControlledReducedUse, until: until.map(day) };
    PlanAct::GoalAimed { goal, aim }
}

#[test]
fn somebody_in_vejle_cannot_mean_to_drink_less_for_more_than_three_months() {
    let vejle = standard("vejle");
    let mut told = Told::about(Substance::Alcohol, AgeRange::ANY);
    let goal = told.goal("Kun to øl om fredagen");
    // It was opened on 24 November.
    let latest = day("2027-02-24");
    let state = told.state();
    assert_eq!(state.find_aim_limit(vejle.rules_for(Substance::Alcohol)), Some(latest));
    let check = |until: Option<&str>| told.check_in(&vejle, PlanSide::Citizen, &use_less(goal, until));
    assert_eq!(check(Some("2027-02-24")), Ok(()));
    assert_eq!(check(Some("2027-02-25")), Err(PlanActError::TooLate(latest)));
    assert_eq!(check(None), Err(PlanActError::TooLate(latest)), "without a day it could go on for ever");
    assert_eq!(check(Some("2026-11-01")), Err(PlanActError::TooEarly));
    let stop = PlanAct::GoalAimed { goal, aim: GoalAim { aim: TreatmentGoal::Abstinence, until: None } };
    assert_eq!(told.check_in(&vejle, PlanSide::Staff, &stop), Ok(()));
    assert_eq!(
        told.check_in(&vejle, PlanSide::Staff, &use_less(9, Some("2027-01-01"))),
        Err(PlanActError::Unknown)
    );

    told.add(PlanSide::Citizen, stop.clone());
    assert_eq!(told.check_in(&vejle, PlanSide::Citizen, &stop), Err(PlanActError::Stands));
    told.add(PlanSide::Citizen, use_less(goal, Some("2027-01-01")));
    let aim = told.state().find_goal(goal).and_then(|goal| goal.aim).expect("an aim");
    assert_eq!((aim.aim, aim.until), (TreatmentGoal::ControlledReducedUse, Some(day("2027-01-01"))));
}

#[test]
fn no_other_standard_asks_what_a_goal_about_use_is() {
    for municipality in MUNICIPALITIES {
        for &substance in &[Substance::Alcohol, Substance::Drugs] {
            let told = Told::about(substance, AgeRange::ANY);
            let standard = standard(municipality);
            let limit = told.state().find_aim_limit(standard.rules_for(substance));
            let has_limit = municipality == "vejle" && substance == Substance::Alcohol;
            assert_eq!(limit.is_some(), has_limit, "{municipality} {substance:?}");
        }
    }
}

fn required(standard: &Standard, substance: Substance, (from, to): (u8, Option<u8>)) -> Vec<ConsentKind> {
    let told = Told::about(substance, AgeRange { from, to });
    told.state().list_required_consents(standard.rules_for(substance))
}

#[test]
fn the_young_and_whoever_has_custody_agree_where_the_standard_asks() {
    let (own, parents) = (ConsentKind::Treatment, ConsentKind::ParentsTreatment);
    let (skanderborg, vejle) = (standard("skanderborg"), standard("vejle"));
    assert_eq!(required(&skanderborg, Substance::Drugs, (15, Some(17))), [parents, own]);
    assert_eq!(required(&skanderborg, Substance::Drugs, (13, Some(14))), [parents]);
    assert_eq!(required(&skanderborg, Substance::Alcohol, (15, Some(17))), [parents]);
    assert_eq!(required(&skanderborg, Substance::Drugs, (18, Some(29))), []);
    assert_eq!(required(&skanderborg, Substance::Drugs, (0, None)), [], "nobody has said how old they are");
    assert_eq!(required(&vejle, Substance::Drugs, (15, Some(17))), [parents]);
    assert_eq!(required(&standard("slagelse"), Substance::Drugs, (15, Some(17))), []);
}

#[test]
fn a_plan_of_somebody_young_is_made_when_all_have_agreed() {
    let skanderborg = standard("skanderborg");
    let mut told = Told::about(Substance::Drugs, AgeRange { from: 15, to: Some(17) });
    let agree =
        |kind| PlanAct::ConsentGiven { kind, whom: String::new(), words: String::new(), parts: Vec::new() };
    let made = |told: &Told| told.check_in(&skanderborg, PlanSide::Staff, &PlanAct::Made);
    assert_eq!(made(&told), Err(PlanActError::NeedsConsent(ConsentKind::ParentsTreatment)));
    told.add(PlanSide::Staff, agree(ConsentKind::ParentsTreatment));
    assert_eq!(made(&told), Err(PlanActError::NeedsConsent(ConsentKind::Treatment)));
    let own = told.add(PlanSide::Citizen, agree(ConsentKind::Treatment));
    assert_eq!(made(&told), Ok(()));
    told.add(PlanSide::Citizen, PlanAct::ConsentTakenBack { consent: own });
    assert_eq!(made(&told), Err(PlanActError::NeedsConsent(ConsentKind::Treatment)));
}

#[test]
fn who_may_see_something_is_named_and_so_is_what() {
    let told = Told::new();
    let insight = |whom: &str, parts: &[domain::plan::SharedPart]| {
        let (whom, words, parts) = (whom.to_owned(), String::new(), parts.to_vec());
        told.check(&PlanAct::ConsentGiven { kind: ConsentKind::Insight, whom, words, parts })
    };
    let week = domain::plan::SharedPart::Week;
    assert_eq!(insight("Min mor", &[week]), Ok(()));
    assert_eq!(insight("Min mor", &[]), Err(PlanActError::Empty));
    assert_eq!(insight("", &[week]), Err(PlanActError::Empty));
    let doctor = |parts: &[domain::plan::SharedPart]| {
        let (whom, words, parts) = (String::new(), String::new(), parts.to_vec());
        told.check(&PlanAct::ConsentGiven { kind: ConsentKind::Doctor, whom, words, parts })
    };
    assert_eq!(doctor(&[]), Ok(()));
    assert_eq!(doctor(&[week]), Err(PlanActError::Empty), "a doctor is told, and sees nothing here");
}
