//! The guide over the municipalities' offers: every way through it, and some people one might meet.

#[path = "guide/grounds.rs"]
mod grounds;

use domain::{
    Access, Answers, Assessment, Choice, Condition, Fit, Guide, Question, Standard, Step, read_standard,
};
use grounds::Grounds;
use std::{
    collections::{HashSet, hash_map::DefaultHasher},
    fs,
    hash::{Hash, Hasher},
};

const SKANDERBORG: &str = include_str!("../standards/skanderborg.toml");

fn standard() -> Standard {
    read_standard("skanderborg.toml", SKANDERBORG).expect("the standard can be read")
}

/// Every municipality's standard.
fn standards() -> Vec<Standard> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/standards");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let text = fs::read_to_string(file).expect("a text");
            read_standard(&file.display().to_string(), &text).expect("a standard that can be read")
        })
        .collect()
}

fn guide(standard: &Standard, today: chrono::NaiveDate) -> Guide {
    Guide {
        offers: standard.offers.iter().map(|offer| offer.criteria.clone()).collect(),
        ended: (0..standard.offers.len()).filter(|&place| standard.offers[place].has_ended(today)).collect(),
    }
}

fn autumn_2026() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

fn answers(given: &[(&'static str, &'static str)]) -> Answers {
    Answers::parse(given.iter().copied()).expect("answers that the guide knows")
}

/// The slugs of what fits, in order.
fn fitting(standard: &Standard, given: &[(&'static str, &'static str)]) -> Vec<String> {
    let guide = guide(standard, autumn_2026());
    let Step::Outcome(outcome) = guide.next(&answers(given)) else {
        panic!("the guide asks on after {given:?}: {:?}", guide.next(&answers(given)));
    };
    outcome
        .iter()
        .filter(|verdict| verdict.fit != Fit::No)
        .map(|verdict| standard.offers[verdict.offer].slug.clone())
        .collect()
}

struct Walk<'a> {
    ways: usize,
    longest: usize,
    /// Ways that end without an offer that fits: there the page leads to the first unit.
    empty: usize,
    asked: HashSet<&'static str>,
    grounds: Grounds<'a>,
}

/// Walks on from `given`; returns every outcome that can be reached.
fn walk(guide: &Guide, given: &Answers, seen: &mut Walk<'_>) -> HashSet<u64> {
    match guide.next(given) {
        Step::Outcome(outcome) => {
            seen.ways += 1;
            seen.longest = seen.longest.max(given.iter().count());
            seen.empty += usize::from(outcome.iter().all(|verdict| verdict.fit == Fit::No));
            check_outcome(guide, &outcome, given);
            seen.grounds.check(given, &outcome);
            let mut hash = DefaultHasher::new();
            format!("{outcome:?}").hash(&mut hash);
            HashSet::from([hash.finish()])
        }
        Step::Ask(asked) => {
            seen.asked.insert(asked.question.code());
            assert!(given.get(asked.question).is_none(), "{:?} is asked twice", asked.question);
            assert!(asked.choices.len() > 1, "{:?} leaves no choice", asked.question);
            let reached: Vec<HashSet<u64>> = asked
                .choices
                .iter()
                .map(|&choice| walk(guide, &given.with(asked.question, choice), seen))
                .collect();
            assert!(
                reached.iter().any(|outcomes| *outcomes != reached[0]),
                "{:?} changes nothing after {given:?}",
                asked.question
            );
            reached.into_iter().flatten().collect()
        }
    }
}

/// Whether what is given as a reason was told: no age that nobody has named.
fn is_told(condition: Condition, given: &Answers) -> bool {
    let question = match condition {
        Condition::Age(_) => Question::Age,
        Condition::RelativeAge(_) => Question::RelativeAge,
        Condition::UserAge(_) => Question::UserAge,
        Condition::Has(one) | Condition::HasNot(one) | Condition::Suits(one) => Question::Has(one),
        _ => return true,
    };
    given.get(question).is_some_and(|choice| choice != Choice::Skip)
}

fn check_outcome(guide: &Guide, outcome: &[Assessment], given: &Answers) {
    assert_eq!(outcome.len(), guide.offers.len(), "every offer has its verdict");
    for verdict in outcome {
        match verdict.fit {
            Fit::Yes => assert!(verdict.unmet.is_empty() && verdict.open.is_empty()),
            Fit::Maybe => assert!(verdict.unmet.is_empty() && !verdict.open.is_empty()),
            Fit::No => assert!(!verdict.unmet.is_empty(), "what does not fit has a reason"),
        }
        assert!(verdict.met.iter().all(|&met| is_told(met, given)), "{:?} of {given:?}", verdict.met);
        assert!(verdict.fit == Fit::No || !guide.ended.contains(&verdict.offer), "an ended offer fits");
    }
    let place = |verdict: &Assessment| {
        let criteria = &guide.offers[verdict.offer];
        (verdict.fit == Fit::No, criteria.side, criteria.access)
    };
    assert!(outcome.is_sorted_by_key(place), "what is nearest stands first, what does not fit last");
}

#[test]
fn every_way_through_every_guide_ends_and_every_question_matters() {
    let mut all = 0;
    for standard in standards() {
        let guide = guide(&standard, autumn_2026());
        let grounds = Grounds { standard: &standard, seen: HashSet::new() };
        let mut seen = Walk { ways: 0, longest: 0, empty: 0, asked: HashSet::new(), grounds };
        let outcomes = walk(&guide, &Answers::default(), &mut seen);
        println!(
            "{}: {} ways through {} questions to {} outcomes, {} questions at most, {} ways with no offer",
            standard.code,
            seen.ways,
            seen.asked.len(),
            outcomes.len(),
            seen.longest,
            seen.empty,
        );
        assert!(seen.longest <= 12, "{}: {} questions are too many", standard.code, seen.longest);
        assert!(seen.ways > 100);
        assert!(seen.grounds.seen.len() > 100, "{}: citations are compared", standard.code);
        all += seen.ways;
    }
    println!("all: {all} ways");
}

#[test]
fn no_outcome_is_a_dead_end_or_without_a_source() {
    for standard in standards() {
        let main = standard.main_unit();
        assert!(
            main.phones.value().is_some() || main.website.value().is_some(),
            "{}: where no offer fits, the first unit must be reachable",
            standard.code
        );
        for offer in &standard.offers {
            assert!(!offer.source.sections.is_empty(), "{}: {}", standard.code, offer.slug);
        }
    }
}

#[test]
fn a_parent_of_small_children_who_drinks_is_led_to_the_family_course() {
    let fits = fitting(
        &standard(),
        &[
            ("WHO", "CITIZEN"),
            ("SUBSTANCE", "ALCOHOL"),
            ("AGE", "30-"),
            ("WISHES_ANONYMITY", "NO"),
            ("CHILDREN_UNDER_18", "YES"),
            ("WORK_OR_EDUCATION", "YES"),
            ("VERY_SEVERE", "NO"),
            ("PREFERS_ONLINE", "NO"),
        ],
    );
    assert_eq!(fits[0], "aaben-raadgivning", "advice is the nearest help");
    assert_eq!(fits[1], "familieforloeb", "with children at home it comes before online treatment");
    assert!(!fits.contains(&"individuel-behandling".to_owned()), "that is for people without children");
}

#[test]
fn anonymous_drug_treatment_needs_work_or_education_and_no_other_problems() {
    let standard = standard();
    let base = [("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", "30-"), ("WISHES_ANONYMITY", "YES")];
    let with = |work, other| {
        let mut given = base.to_vec();
        given.extend([("WORK_OR_EDUCATION", work), ("OTHER_SOCIAL_PROBLEMS", other)]);
        fitting(&standard, &given).contains(&"anonym-stofbehandling".to_owned())
    };
    assert!(with("YES", "NO"));
    assert!(!with("NO", "NO"));
    assert!(!with("YES", "YES"));
}

#[test]
fn a_fourteen_year_old_is_not_sent_to_what_begins_at_fifteen() {
    let standard = standard();
    let guide = guide(&standard, autumn_2026());
    let given = answers(&[("WHO", "CITIZEN"), ("AGE", "13-14"), ("SUBSTANCE", "DRUGS")]);
    let outcome = finish(&guide, given);
    let fits: Vec<&str> = outcome
        .iter()
        .filter(|verdict| verdict.fit == Fit::Yes)
        .map(|verdict| standard.offers[verdict.offer].slug.as_str())
        .collect();
    assert!(fits.contains(&"forloeb-13-14"));
    assert!(!fits.contains(&"move"));
}

/// Answers every further question with "no", or with its first choice.
fn finish(guide: &Guide, mut given: Answers) -> Vec<Assessment> {
    loop {
        match guide.next(&given) {
            Step::Outcome(outcome) => return outcome,
            Step::Ask(asked) => {
                let no = asked.choices.iter().copied().find(|choice| *choice == Choice::No);
                given.set(asked.question, no.unwrap_or(asked.choices[0]));
            }
        }
    }
}

#[test]
fn a_mother_of_a_twenty_year_old_is_offered_talks_for_parents() {
    let standard = standard();
    let guide = guide(&standard, autumn_2026());
    let given = answers(&[
        ("WHO", "RELATIVE"),
        ("RELATION", "PARENT"),
        ("RELATIVE_AGE", "30-"),
        ("USER_AGE", "13-29"),
    ]);
    let outcome = finish(&guide, given);
    let verdict = |slug: &str| {
        let place = standard.offers.iter().position(|offer| offer.slug == slug).expect("the offer");
        outcome.iter().find(|verdict| verdict.offer == place).expect("a verdict").fit
    };
    assert_eq!(verdict("foraeldresamtaler"), Fit::Yes);
    assert_eq!(verdict("paaroerende-samtaler"), Fit::Yes);
    assert_eq!(verdict("individuel-behandling"), Fit::No);
}

#[test]
fn an_offer_whose_period_is_over_fits_nobody_but_did_while_it_ran() {
    let standard = standard();
    let brus = standard.offers.iter().position(|offer| offer.slug == "brus").expect("the offer");
    let child = answers(&[("WHO", "RELATIVE"), ("RELATION", "CHILD"), ("RELATIVE_AGE", "0-12")]);
    for (year, fit) in [(2025, Fit::Yes), (2026, Fit::No)] {
        let today = chrono::NaiveDate::from_ymd_opt(year, 7, 31).expect("a date");
        let outcome = finish(&guide(&standard, today), child.clone());
        let verdict = outcome.iter().find(|verdict| verdict.offer == brus).expect("a verdict");
        assert_eq!(verdict.fit, fit, "on 31 July {year}");
    }
}

#[test]
fn skipping_everything_still_ends_with_help_one_can_simply_call() {
    let standard = standard();
    let guide = guide(&standard, autumn_2026());
    let mut given = answers(&[("WHO", "CITIZEN")]);
    let outcome = loop {
        match guide.next(&given) {
            Step::Outcome(outcome) => break outcome,
            Step::Ask(asked) => given.set(asked.question, Choice::Skip),
        }
    };
    let first = &outcome[0];
    assert_ne!(first.fit, Fit::No);
    assert_eq!(guide.offers[first.offer].access, Access::Direct);
}

#[test]
fn a_changed_answer_drops_the_answers_it_makes_idle() {
    let guide = guide(&standard(), autumn_2026());
    let given = answers(&[("WHO", "CITIZEN"), ("AGE", "30-"), ("CHILDREN_UNDER_18", "YES")]);
    let changed = guide.relevant(
        &given
            .with(Question::Who, answers(&[("WHO", "PROFESSIONAL")]).get(Question::Who).expect("an answer")),
    );
    assert!(changed.get(Question::Age).is_none());
    assert_eq!(changed.iter().count(), 1);
}

fn named(code: &str) -> Standard {
    standards().into_iter().find(|standard| standard.code == code).expect("the municipality")
}

/// The slugs of what fits, in order, after every further question is answered with "no".
fn fits(standard: &Standard, given: &[(&'static str, &'static str)]) -> Vec<String> {
    finish(&guide(standard, autumn_2026()), answers(given))
        .iter()
        .filter(|verdict| verdict.fit != Fit::No)
        .map(|verdict| standard.offers[verdict.offer].slug.clone())
        .collect()
}

/// Whether each of `slugs` fits.
fn all_fit(fits: &[String], slugs: &[&str]) -> bool {
    slugs.iter().all(|slug| fits.iter().any(|fit| fit == slug))
}

#[test]
fn a_wife_in_vejle_whose_husband_drinks_and_wants_no_help_is_offered_craft() {
    let given = [
        ("WHO", "RELATIVE"),
        ("SUBSTANCE", "ALCOHOL"),
        ("RELATION", "PARTNER"),
        ("RELATIVE_AGE", "18-"),
        ("USER_AGE", "25-"),
    ];
    let vejle = named("vejle");
    assert!(all_fit(&fits(&vejle, &given), &["craft"]));
    let mut in_treatment = given.to_vec();
    in_treatment.push(("USER_IN_TREATMENT", "YES"));
    assert!(all_fit(&fits(&vejle, &in_treatment), &["samtaler-for-paaroerende"]));
    assert!(!all_fit(&fits(&vejle, &in_treatment), &["craft"]), "CRAFT is for when there is no treatment");
}

#[test]
fn ages_in_vejle_give_everybody_one_unit() {
    let vejle = named("vejle");
    let units = |age| {
        let slugs = fits(&vejle, &[("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", age)]);
        let offers = slugs.iter().filter_map(|slug| vejle.offer(slug));
        offers
            .filter(|offer| {
                offer.source.sections.iter().any(|section| ["9A", "9D", "9E"].contains(&section.as_str()))
            })
            .flat_map(|offer| offer.source.sections.clone())
            .filter(|section| ["9A", "9D", "9E"].contains(&section.as_str()))
            .collect::<HashSet<_>>()
    };
    assert_eq!(units("15-17"), HashSet::from(["9D".to_owned()]));
    assert_eq!(units("18-24"), HashSet::from(["9E".to_owned()]));
    assert_eq!(units("25-"), HashSet::from(["9A".to_owned()]));
}

#[test]
fn horsens_divides_at_eighteen() {
    let horsens = named("horsens");
    let young = fits(&horsens, &[("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", "15-17")]);
    let unit = |slug: &String| horsens.offer(slug).expect("the offer").units[0].clone();
    assert_eq!(unit(&young[0]), "u-turn", "the first step is at the unit for those under 18");
    let adult = fits(&horsens, &[("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", "18-29")]);
    assert!(adult.iter().all(|slug| unit(slug) != "u-turn"));
    assert_ne!(unit(&adult[0]), "u-turn");
}

#[test]
fn a_parent_of_small_children_in_randers_is_led_to_the_family_course_first() {
    let given = [("WHO", "CITIZEN"), ("SUBSTANCE", "DRUGS"), ("AGE", "18-"), ("CHILDREN_UNDER_18", "YES")];
    let fits = fits(&named("randers"), &given);
    let place = |slug: &str| fits.iter().position(|fit| fit == slug).expect("it fits");
    assert_eq!(place("raad-uden-tilmelding"), 0, "advice is the nearest help");
    assert!(place("familiebehandling") < place("ambulant-behandling"));
}

#[test]
fn a_man_of_forty_five_in_slagelse_can_walk_in_about_alcohol() {
    let slagelse = named("slagelse");
    let given = [("WHO", "CITIZEN"), ("SUBSTANCE", "ALCOHOL"), ("AGE", "30-"), ("WISHES_ANONYMITY", "YES")];
    let fits_45 = fits(&slagelse, &given);
    let first = slagelse.offer(&fits_45[0]).expect("the offer");
    let unit = slagelse.unit(&first.units[0]).expect("its unit");
    assert!(unit.drop_in_hours.value().is_some(), "{} has hours without an appointment", fits_45[0]);
    let young = fits(&slagelse, &[("WHO", "CITIZEN"), ("SUBSTANCE", "ALCOHOL"), ("AGE", "18-29")]);
    let perron = |fits: &[String]| {
        fits.iter().filter_map(|slug| slagelse.offer(slug)).any(|offer| offer.units[0] == "perron-3")
    };
    assert!(!perron(&fits_45) && perron(&young), "the departments divide at 30");
}

#[test]
fn places_that_were_paid_for_until_2025_are_offered_to_nobody_in_2026() {
    let vejle = named("vejle");
    let place = vejle.offers.iter().position(|offer| offer.slug.contains("ringgaarden")).expect("the offer");
    for (year, ended) in [(2025, false), (2026, true)] {
        let day = chrono::NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        assert_eq!(guide(&vejle, day).ended.contains(&place), ended, "{year}");
    }
}

#[test]
fn a_teacher_in_skanderborg_is_sent_to_the_unit_of_the_young() {
    let skanderborg = named("skanderborg");
    let pupil = fits(&skanderborg, &[("WHO", "PROFESSIONAL"), ("USER_AGE", "13-29")]);
    assert_eq!(pupil[0], "raad-til-fagfolk-om-unge");
    assert_eq!(skanderborg.offer(&pupil[0]).expect("the offer").units[0], "youth");
    let adult = fits(&skanderborg, &[("WHO", "PROFESSIONAL"), ("USER_AGE", "30-")]);
    assert_eq!(adult, ["raad-til-fagfolk"]);
}
