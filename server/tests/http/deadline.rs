//! The calculator of time limits.

use crate::common::{Answer, TestPortal};
use proptest::prelude::*;

async fn ask(path: &str, form: &str) -> Answer {
    TestPortal::monday().post(path, form.to_owned()).await
}

#[tokio::test]
async fn treatment_must_begin_by_the_fourteenth_day() {
    let page =
        ask("/skanderborg/frist", "WHICH=START&SUBSTANCE=DRUGS&AGE=40&DAY=16&MONTH=10&YEAR=2025").await;
    assert_eq!(page.status, 200);
    assert!(page.says("Din behandling skal begynde senest torsdag 30. oktober 2025."), "{}", page.text());
    assert!(page.says("§4.3"));
    let english =
        ask("/en/vejle/frist", "WHICH=START&SUBSTANCE=ALCOHOL&AGE=30&DAY=24&MONTH=12&YEAR=2025").await;
    assert!(english.says("Your treatment must begin by Wednesday 7 January 2026."));
}

#[tokio::test]
async fn a_complaint_has_four_weeks_from_what_the_standard_counts_from() {
    let form = "WHICH=COMPLAINT&SUBSTANCE=DRUGS&AGE=40&DAY=4&MONTH=3&YEAR=2025";
    let page = ask("/skanderborg/frist", form).await;
    assert!(page.says("Din klage skal være nået frem senest tirsdag 1. april 2025."));
    assert!(page.says("Ved en klage: den dag, du fik afgørelsen."));
    assert!(ask("/vejle/frist", form).await.says("den dag, afgørelsen blev truffet"));
    let young = ask("/horsens/frist", &form.replace("AGE=40", "AGE=17")).await;
    assert!(young.says("Send først klagen til: U-turn"), "{}", young.text());
}

#[tokio::test]
async fn a_last_day_on_which_nobody_is_there_is_told_with_the_next_weekday_and_the_guarantee_is_not_moved() {
    let form = "WHICH=COMPLAINT&SUBSTANCE=DRUGS&AGE=40&DAY=28&MONTH=11&YEAR=2026";
    let page = ask("/horsens/frist", form).await;
    assert!(page.says("senest lørdag 26. december 2026."), "{}", page.text());
    assert!(page.says("tæller din klage også, hvis den kommer mandag 28. december 2026."), "{}", page.text());
    let weekday = ask("/horsens/frist", &form.replace("DAY=28", "DAY=30")).await;
    assert!(!weekday.says("tæller din klage også"), "{}", weekday.text());
    let start = "WHICH=START&SUBSTANCE=DRUGS&AGE=40&DAY=12&MONTH=12&YEAR=2026";
    let guarantee = ask("/skanderborg/frist", start).await;
    assert!(guarantee.says("senest lørdag 26. december 2026."), "{}", guarantee.text());
    assert!(!guarantee.says("tæller din klage også"), "the 14 days are never moved");
}

#[tokio::test]
async fn where_the_standard_gives_no_day_none_is_promised() {
    for (path, form, words) in [
        (
            "/randers/frist",
            "WHICH=START&SUBSTANCE=ALCOHOL&AGE=40&DAY=4&MONTH=3&YEAR=2025",
            "siger ikke, om fristen gælder",
        ),
        ("/slagelse/frist", "WHICH=START&SUBSTANCE=DRUGS&AGE=17&DAY=4&MONTH=3&YEAR=2025", "fyldt 18 år"),
        (
            "/skanderborg/frist",
            "WHICH=COMPLAINT&SUBSTANCE=ALCOHOL&AGE=40&DAY=4&MONTH=3&YEAR=2025",
            "giver ikke ret til at klage",
        ),
    ] {
        let page = ask(path, form).await;
        assert!(page.says("Vi kan ikke finde en frist") && page.says(words), "{path}: {}", page.text());
    }
}

#[tokio::test]
async fn what_cannot_be_used_is_told_and_everything_typed_is_kept() {
    let page = ask("/skanderborg/frist", "WHICH=START&AGE=abc&DAY=31&MONTH=2&YEAR=2025").await;
    assert_eq!(page.status, 422);
    for words in ["Vælg alkohol eller stoffer.", "Skriv din alder", "Skriv en dag, der findes"] {
        assert!(page.says(words), "{words}");
    }
    for kept in ["value=\"abc\"", "value=\"31\"", "value=\"2\"", "value=\"2025\""] {
        assert!(page.body.contains(kept), "{kept}");
    }
    assert_eq!(page.header("cache-control"), "no-store");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn any_form_gets_a_page(day in "\\PC{0,6}", month in "[0-9]{0,3}", year in "[0-9-]{0,6}", age in "\\PC{0,4}") {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("WHICH", "START"), ("SUBSTANCE", "DRUGS"), ("AGE", &*age), ("DAY", &*day), ("MONTH", &*month), ("YEAR", &*year)])
            .finish();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let page = runtime.block_on(ask("/slagelse/frist", &form));
        prop_assert!(page.status == 200 || page.status == 422);
    }
}

#[tokio::test]
async fn a_day_that_is_past_is_told_with_what_one_can_say() {
    // Monday 23 November 2026.
    for (day, month, year, words) in [
        ("3", "11", "2026", "Det var for 6 dage siden. Er din behandling ikke begyndt, så ring og sig"),
        ("8", "11", "2026", "Det var i går."),
        ("9", "11", "2026", "Det er i dag."),
        ("10", "11", "2026", "Det er i morgen."),
        ("20", "11", "2026", "Det er om 11 dage."),
        ("1", "1", "1950", "Det er mere end et år siden. Se efter, om dagen er rigtig."),
        ("1", "1", "2030", "Det er mere end et år frem. Se efter, om dagen er rigtig."),
    ] {
        let form = format!("WHICH=START&SUBSTANCE=DRUGS&AGE=40&DAY={day}&MONTH={month}&YEAR={year}");
        let page = ask("/skanderborg/frist", &form).await;
        assert!(page.says(words), "{day}.{month}.{year}: {}", page.text());
        assert!(page.body.contains("href=\"/skanderborg/klage\""));
    }
    let form = "WHICH=COMPLAINT&SUBSTANCE=DRUGS&AGE=40&DAY=20&MONTH=10&YEAR=2026";
    let page = ask("/skanderborg/frist", form).await;
    assert!(page.says("Det var for 6 dage siden.") && !page.says("Er din behandling"), "{}", page.text());
}

#[tokio::test]
async fn what_the_law_says_of_alcohol_is_told_as_the_laws_where_the_rules_are_silent() {
    let form = |substance: &str| format!("WHICH=START&SUBSTANCE={substance}&AGE=40&DAY=4&MONTH=3&YEAR=2025");
    for municipality in ["randers", "horsens"] {
        let page = ask(&format!("/{municipality}/frist"), &form("ALCOHOL")).await;
        assert!(page.says("Loven siger det: Behandling for alkohol"), "{municipality}: {}", page.text());
        assert!(page.says("sundhedsloven § 141, stk. 2"), "{municipality}");
        assert!(!page.says("Din behandling skal begynde senest"), "no promise of the municipality's");
    }
    assert!(!ask("/skanderborg/frist", &form("ALCOHOL")).await.says("Loven siger det"));
    assert!(!ask("/randers/frist", &form("DRUGS")).await.says("Loven siger det"));
}

#[tokio::test]
async fn what_the_days_depend_on_is_asked_and_each_has_its_own_answer() {
    let case = |which: &str| format!("WHICH={which}&SUBSTANCE=DRUGS&AGE=40&DAY=16&MONTH=11&YEAR=2026");
    for (municipality, which, says) in [
        ("vejle", "START", "Din behandling skal begynde senest mandag 30. november 2026."),
        ("vejle", "START_INPATIENT", "Fristen gælder ikke døgnbehandling."),
        ("vejle", "START_ELSEWHERE", "Fristen gælder kun det, kommunen selv tilbyder."),
        ("vejle", "START_CHOSEN", "kan fristen blive fraveget"),
        ("horsens", "START_ELSEWHERE", "Fristen gælder kun det, kommunen selv tilbyder."),
        ("randers", "START_CHOSEN", "har du ikke krav på fristen"),
        ("slagelse", "START", "Senest samme dag skal planen for din behandling være lavet."),
        ("slagelse", "START", "Senest samme dag skal kommunen have afgjort, om du får behandling."),
        ("skanderborg", "START_INPATIENT", "er den sidste dag mandag 30. november 2026."),
    ] {
        let page = ask(&format!("/{municipality}/frist"), &case(which)).await;
        assert!(page.says(says), "{municipality} {which}: {}", page.text());
        let promises = page.says("Din behandling skal begynde") || page.says("Senest samme dag skal");
        assert_eq!(promises, which == "START", "{municipality} {which}: {}", page.text());
    }
    let past = case("START_INPATIENT").replace("DAY=16", "DAY=2");
    let late = ask("/skanderborg/frist", &past).await;
    assert!(late.says("Det var for 7 dage siden.") && !late.says("Min frist er gået ud"), "{}", late.text());
    let horsens = TestPortal::monday().get("/horsens/frist").await;
    assert!(!horsens.body.contains("START_INPATIENT"), "what makes no difference is not asked");
    let other = ask("/horsens/frist", &case("START_INPATIENT")).await;
    assert!(other.status == 422 && other.says("Vælg, hvad du vil vide."), "{}", other.text());
}
