//! Decisions under parameters that none of the five municipalities has, so that no function can lean on
//! what they have in common.

use domain::{Standard, Substance, read_standard, scenarios};
use serde_json::{Value, json};

/// A municipality's standard with some of its rules written otherwise: group, key, and the new line.
fn altered(code: &str, changes: &[(&str, &str, &str)]) -> Standard {
    let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read_to_string(&file).expect("a text");
    for (group, key, value) in changes {
        let start = text.find(&format!("\n[{group}]\n")).expect("the group") + 1;
        let line = start + text[start..].find(&format!("\n{key} = ")).expect("the key") + 1;
        let end = line + text[line..].find('\n').expect("a line's end");
        text.replace_range(line..end, &format!("{key} = {value}"));
    }
    read_standard(&file, &text).expect("a standard that can be read")
}

/// What is decided for one case.
fn decide(standard: &Standard, question: &str, given: &Value) -> Value {
    let line = json!({"id": "X", "question": question, "municipality": standard.code, "given": given});
    let report = scenarios::decide(std::slice::from_ref(standard), &line.to_string());
    assert!(report.passed, "{}", report.text);
    let mut answer: Value = serde_json::from_str(&report.text).expect("JSON");
    answer["decision"].take()
}

#[test]
fn from_eighteen_the_number_for_the_young_holds_no_more() {
    let randers = altered(
        "randers",
        &[
            ("anonymous_counselling", "under_18_max", r#"{ value = 2, source = ["X"] }"#),
            ("anonymous_counselling", "youth_max", r#""silent""#),
            ("anonymous_counselling", "adults_max", r#"{ value = 5, source = ["X"] }"#),
        ],
    );
    let cap = |age: u8| {
        decide(&randers, "anonymous_counselling", &json!({"age": age, "conversation_number": 1}))["cap"]
            .clone()
    };
    assert_eq!((cap(17), cap(18)), (json!(2), json!(5)));
}

#[test]
fn a_substance_outside_the_standard_is_not_followed_up_even_where_months_stand() {
    let randers =
        altered("randers", &[("follow_up", "alcohol_months", r#"{ value = [1], source = ["X"] }"#)]);
    let case =
        json!({"substance": "ALCOHOL", "discharge_status": "COMPLETED", "discharged_on": "2026-01-05"});
    assert_eq!(decide(&randers, "discharge_follow_up", &case)["reason"], "NOT_IN_STANDARD");
    let silent = altered("vejle", &[("follow_up", "alcohol_months", r#""silent""#)]);
    assert_eq!(decide(&silent, "discharge_follow_up", &case)["reason"], "NOT_IN_STANDARD");
}

#[test]
fn whether_a_place_must_be_allocated_first_is_open_where_nothing_says_so() {
    let randers = altered("randers", &[("free_choice", "allocation_first", r#""silent""#)]);
    let case = json!({"substance": "DRUGS", "chosen_treatment": "OUTPATIENT"});
    let answer = decide(&randers, "free_choice", &case);
    assert_eq!(answer["allowed"], Value::Null);
    assert_eq!(answer["reason"], "UNDETERMINED_STAFF_DECIDE");
}

#[test]
fn who_does_not_say_which_talk_it_is_asks_for_the_first() {
    let slagelse =
        altered("slagelse", &[("relatives", "adults_individual_max", r#"{ value = 0, source = ["X"] }"#)]);
    let case = json!({"requested": "INDIVIDUAL_CONVERSATION"});
    assert_eq!(
        decide(&slagelse, "relatives_offer", &case)["allowed"],
        Value::Null,
        "the first is one too many"
    );
}

/// Randers with rules of its own for one substance.
fn told_apart(own: &str) -> Standard {
    let file = format!("{}/standards/randers.toml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&file).expect("a text") + own;
    read_standard(&file, &text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn a_rule_that_is_told_apart_holds_for_its_substance_alone() {
    let standard = told_apart(
        "\n[alcohol.follow_up]\nstatuses = { value = [\"COMPLETED\"], source = [\"X\"] }\n\n[drugs.follow_up]\nconsent_needed = \"silent\"\n",
    );
    let rules = |substance| standard.rules_for(substance);
    let statuses = |of: &domain::Rules| of.follow_up.statuses.value().map(Vec::len);
    assert_eq!(statuses(rules(Substance::Alcohol)), Some(1));
    assert!(statuses(rules(Substance::Drugs)).is_some_and(|number| number > 1), "as the file says for both");
    assert_eq!(statuses(&standard.rules), None, "nobody has said which: neither is promised");
    assert_eq!(rules(Substance::Alcohol).plan, standard.rules.plan, "the rest holds for both");
    let listed = standard.list_rules();
    let told: Vec<_> =
        listed.iter().filter(|rule| rule.key == "statuses").map(|rule| rule.substance).collect();
    assert_eq!(told, [Some(Substance::Alcohol), Some(Substance::Drugs)]);
    assert!(
        standard.tally().stated > standard.rules.all().iter().filter(|rule| rule.stated.is_some()).count()
    );
}

#[test]
fn a_misspelt_rule_of_one_substance_is_found() {
    for (own, key) in [
        ("\n[drugs.guarantee]\nlenght_days = \"silent\"\n", "drugs.guarantee.lenght_days"),
        ("\n[drugs.garantee]\nlength_days = \"silent\"\n", "drugs.garantee"),
        ("\n[drugs.guarantee]\nlength_days = { value = 7 }\n", "drugs.guarantee.length_days.source"),
    ] {
        let file = format!("{}/standards/randers.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&file).expect("a text") + own;
        let problems = read_standard(&file, &text).expect_err("it is refused");
        assert!(problems.iter().any(|problem| problem.key == key), "{problems:?}");
    }
}
