//! What the decisions give for offers, and how it is told.

use domain::{
    AgeRange, Answers, Entitlement, EntitlementSummary, Given, Offer, Standard,
    decide::counselling_entitlements, read_standard,
};
use std::collections::BTreeSet;

fn standard(code: &str) -> Standard {
    let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
    read_standard(&file, &std::fs::read_to_string(&file).expect("a text")).expect("a standard")
}

/// Municipality, offer, substance, ages, and what is given: read from the standards by hand.
const TERMS: &str = "
skanderborg move ALCOHOL 15-17 StartsWithin(14)
skanderborg move ALCOHOL 18-29 StartsWithin(14)
skanderborg move ALCOHOL 15-29 AnonymousTreatment
skanderborg move ALCOHOL 15-17 ConsentOfParents
skanderborg move DRUGS 15-17 StartsForSeriousProblems
skanderborg move DRUGS 18-29 StartsWithin(14)
skanderborg move DRUGS 15-17 ConsentOfBoth
skanderborg raad-til-unge ALCOHOL 13-17 AnonymousTalks(Some(2))
skanderborg raad-til-unge ALCOHOL 18-29 AnonymousTalks(Some(2))
skanderborg raad-til-unge DRUGS 13-17 AnonymousTalks(Some(2))
skanderborg raad-til-unge DRUGS 18-29 AnonymousTalks(Some(2))
skanderborg raad-paa-skolen ALCOHOL 13-17 AnonymousTalks(None)
skanderborg raad-paa-skolen ALCOHOL 18-29 AnonymousTalks(None)
skanderborg raad-paa-skolen DRUGS 13-17 AnonymousTalks(None)
skanderborg raad-paa-skolen DRUGS 18-29 AnonymousTalks(None)
skanderborg stoffer-under-18 DRUGS 13-17 StartsForSeriousProblems
skanderborg stoffer-under-18 DRUGS 13-14 ConsentOfParents
skanderborg stoffer-under-18 DRUGS 15-17 ConsentOfBoth
skanderborg brus ALCOHOL 0- RelativesUndetermined
skanderborg brus DRUGS 0- RelativesUndetermined
skanderborg anonym-stofbehandling DRUGS 18- NoLimit
skanderborg anonym-stofbehandling DRUGS 18- AnonymousTreatment
skanderborg substitutionsbehandling DRUGS 18- StartsWithin(14)
randers raad-til-paaroerende DRUGS 0- RelativesTalks(5)
randers move DRUGS 0-17 StartsForSeriousProblems
randers move DRUGS 18- StartsWithin(14)
randers move DRUGS 0-17 ConsentUndetermined
randers anonym-stofbehandling DRUGS 18- StartUndetermined
randers anonym-stofbehandling DRUGS 18- AnonymousTreatment
horsens anonym-gruppe-aarhus DRUGS 18- NoLimit
horsens anonym-gruppe-aarhus DRUGS 18- AnonymousTreatment
horsens dagbehandling DRUGS 18- StartsConditionally
horsens paaroerende-samtaler DRUGS 18- RelativesTalks(3)
horsens foraeldresamtaler ALCOHOL 0-17 RelativesUndetermined
horsens foraeldresamtaler DRUGS 0-17 RelativesUndetermined
vejle raad-under-18 DRUGS 15-17 AnonymousTalksWithoutParents(Some(2))
vejle doegnbehandling-alkohol ALCOHOL 0- NoLimit
vejle doegnbehandling-alkohol ALCOHOL 0-17 ConsentUndetermined
vejle craft ALCOHOL 0- RelativesMeetings(6)
vejle paaroerendekursus ALCOHOL 25- RelativesMeetings(6)
vejle paaroerendekursus DRUGS 25- RelativesMeetings(6)
vejle paaroerende-til-unge ALCOHOL 0-24 RelativesTalks(5)
vejle paaroerende-til-unge DRUGS 0-24 RelativesTalks(5)
vejle unge-15-17 DRUGS 15-17 StartsWithin(14)
vejle unge-15-17 DRUGS 15-17 ConsentOfParents
slagelse aaben-alkoholraadgivning ALCOHOL 18- AnonymousTalks(None)
slagelse dagbehandling-alkohol ALCOHOL 30- NotExcepted(14)
slagelse dagbehandling-alkohol ALCOHOL 30- AnonymousTreatment
slagelse laegetid ALCOHOL 18- StartsWithin(14)
slagelse laegetid DRUGS 18- StartsWithin(14)
slagelse anonym-stofbehandling DRUGS 18- StartsWithin(14)
slagelse anonym-stofbehandling DRUGS 18- AnonymousTreatment
slagelse dat-gruppe DRUGS 30- NotExcepted(14)";

#[test]
fn offers_have_the_terms_that_the_standards_give() {
    let expected: BTreeSet<&str> = TERMS.trim().lines().collect();
    let offers: BTreeSet<(&str, &str)> = expected
        .iter()
        .filter_map(|line| line.split_once(' ').map(|(code, rest)| (code, first_word(rest))))
        .collect();
    let mut found = BTreeSet::new();
    for (code, slug) in offers {
        let standard = standard(code);
        let offer = standard.offer(slug).expect("an offer");
        for Entitlement { substance, ages, given } in
            offer.entitlements.iter().map(|grounded| grounded.entitlement)
        {
            found.insert(format!("{code} {slug} {} {} {given:?}", substance.code(), ages.code()));
        }
    }
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

#[test]
fn an_offer_that_says_nothing_of_names_has_no_term_on_names() {
    for standard in ["skanderborg", "randers", "horsens", "vejle", "slagelse"].map(standard) {
        for offer in &standard.offers {
            let tells = offer.criteria.anonymous_possible();
            let told = offer
                .entitlements
                .iter()
                .any(|grounded| grounded.entitlement.given == Given::AnonymousTreatment);
            assert!(tells || !told, "{} {}", standard.code, offer.slug);
        }
    }
    let skanderborg = standard("skanderborg");
    let no_number = skanderborg.offer("paaroerende-samtaler").expect("an offer");
    assert!(no_number.entitlements.is_empty(), "the standard gives no number of talks");
    let slagelse = standard("slagelse");
    assert!(
        slagelse.offer("netstof").expect("an offer").entitlements.is_empty(),
        "another body's counselling"
    );
}

fn summarize(offer: &Offer, answers: &[(&'static str, &'static str)]) -> Vec<EntitlementSummary> {
    let terms: Vec<Entitlement> = offer.entitlements.iter().map(|grounded| grounded.entitlement).collect();
    Entitlement::summarize(
        &terms,
        &offer.criteria,
        &Answers::parse(answers.iter().copied()).expect("answers"),
    )
}

/// Given, and whom it is said to hold for.
fn lines(told: &[EntitlementSummary]) -> Vec<String> {
    told.iter()
        .map(|one| {
            let substance = one.only_for.map_or("", |substance| substance.code());
            let ages = one.only_ages.map(AgeRange::code).unwrap_or_default();
            format!("{:?} {substance} {ages}", one.given).trim_end().replace("  ", " ")
        })
        .collect()
}

#[test]
fn who_has_told_nothing_is_told_whom_each_term_holds_for() {
    let skanderborg = standard("skanderborg");
    assert_eq!(
        lines(&summarize(skanderborg.offer("move").expect("an offer"), &[])),
        [
            "StartsWithin(14) ALCOHOL 15-17",
            "StartsWithin(14) 18-29",
            "AnonymousTreatment ALCOHOL",
            "ConsentOfParents ALCOHOL 15-17",
            "StartsForSeriousProblems DRUGS 15-17",
            "ConsentOfBoth DRUGS 15-17",
        ]
    );
}

#[test]
fn who_has_told_all_is_told_only_what_holds_for_them() {
    let skanderborg = standard("skanderborg");
    let offer = skanderborg.offer("move").expect("an offer");
    let young = [("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", "15-17")];
    assert_eq!(lines(&summarize(offer, &young)), ["StartsForSeriousProblems", "ConsentOfBoth"]);
    let both = [("WHO", "CITIZEN"), ("SUBSTANCE", "BOTH"), ("AGE", "18-29")];
    assert_eq!(lines(&summarize(offer, &both)), ["StartsWithin(14)", "AnonymousTreatment ALCOHOL"]);
    let relative = [("WHO", "RELATIVE"), ("SUBSTANCE", "DRUGS")];
    assert!(summarize(offer, &relative).is_empty(), "terms of treatment are the citizen's");
}

#[test]
fn relatives_are_told_by_the_age_of_the_person_who_uses() {
    let vejle = standard("vejle");
    let offer = vejle.offer("paaroerende-til-unge").expect("an offer");
    assert_eq!(
        lines(&summarize(offer, &[("WHO", "RELATIVE"), ("USER_AGE", "18-24")])),
        ["RelativesTalks(5)"]
    );
    assert!(summarize(offer, &[("WHO", "RELATIVE"), ("USER_AGE", "25-")]).is_empty());
    assert!(summarize(offer, &[("WHO", "CITIZEN"), ("AGE", "18-24")]).is_empty());
}

#[test]
fn a_sentence_said_once_rests_on_the_grounds_of_all_who_say_it() {
    let skanderborg = standard("skanderborg");
    let offer = skanderborg.offer("raad-til-unge").expect("an offer");
    let told = summarize(offer, &[]);
    assert_eq!(lines(&told), ["AnonymousTalks(Some(2)) 13-17", "AnonymousTalks(Some(2)) 18-29"]);
    assert_eq!(told.iter().map(|one| one.entitlements.len()).sum::<usize>(), 4, "of both substances");
}

#[test]
fn who_books_reads_the_rule_for_their_age() {
    let rules = |code: &str| {
        let terms = counselling_entitlements(&standard(code).rules);
        terms
            .iter()
            .map(|one| format!("{} {:?}", one.entitlement.ages.code(), one.entitlement.given))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rules("skanderborg"),
        [
            "0-12 AnonymousTalksUndetermined",
            "13-17 AnonymousTalks(Some(2))",
            "18-29 AnonymousTalks(Some(2))",
            "30- AnonymousTalks(None)"
        ]
    );
    assert_eq!(rules("horsens"), ["0-17 AnonymousTalks(Some(5))", "18- AnonymousTalksUndetermined"]);
}
