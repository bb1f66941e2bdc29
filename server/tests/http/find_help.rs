//! The guide over HTTP, as it works without JavaScript.

use crate::common::{Answer, TestPortal};
use axum::http::StatusCode;
use proptest::prelude::*;

const FIND: &str = "/skanderborg/find";

/// The question that the page asks.
fn question(page: &Answer) -> &str {
    let (_, rest) = page.body.split_once("name=\"QUESTION\" value=\"").expect("a question");
    rest.split('"').next().expect("its code")
}

/// The answers that the page carries on.
fn carried(page: &Answer) -> Vec<(String, String)> {
    // The language switch above the guide is a form of its own.
    let (_, guide) = page.body.split_once("class=\"guide\"").expect("the guide");
    guide
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name.to_owned(), rest.split('"').next()?.to_owned()))
        })
        .filter(|(name, _)| !matches!(name.as_str(), "QUESTION" | "ASK"))
        .collect()
}

fn form(fields: &[(String, String)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish()
}

/// Goes through a door and answers until the outcome.
async fn walk(portal: &TestPortal, path: &str, answers: &[(&str, &str)]) -> Answer {
    let mut page = portal.get(path).await;
    for _ in 0..20 {
        if !page.body.contains("name=\"QUESTION\"") {
            return page;
        }
        let asked = question(&page).to_owned();
        let (_, choice) =
            answers.iter().find(|(name, _)| *name == asked).unwrap_or_else(|| panic!("{asked} is asked"));
        let mut fields = carried(&page);
        fields.retain(|(name, _)| *name != asked);
        fields.push((asked.clone(), (*choice).to_owned()));
        fields.push(("QUESTION".to_owned(), asked));
        page = portal.post(path, form(&fields)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.headers.get("set-cookie").is_none());
    }
    panic!("the guide does not end");
}

const MOTHER_OF_TWO: [(&str, &str); 8] = [
    ("WHO", "CITIZEN"),
    ("SUBSTANCE", "ALCOHOL"),
    ("AGE", "30-"),
    ("WISHES_ANONYMITY", "NO"),
    ("CHILDREN_UNDER_18", "YES"),
    ("WORK_OR_EDUCATION", "YES"),
    ("VERY_SEVERE", "NO"),
    ("PREFERS_ONLINE", "NO"),
];

#[tokio::test]
async fn the_guide_leads_to_offers_with_reasons_and_a_next_step() {
    let page = walk(&TestPortal::monday(), FIND, &MOTHER_OF_TWO).await;
    assert!(page.says("Det her kan hjælpe dig"));
    assert!(page.body.contains("href=\"/skanderborg/tilbud/familieforloeb\""));
    assert!(page.says("der er børn under 18 år i dit liv"));
    assert!(page.says("Næste skridt: Skanderborg Rusmiddelcenter"));
    assert!(page.says("87 94 75 80"));
    assert!(page.says("Det, der ikke passer, og hvorfor"));
    assert!(page.says("Du skal være 13-29 år."));
}

#[tokio::test]
async fn the_guide_speaks_english() {
    let page = walk(&TestPortal::monday(), "/en/skanderborg/find", &MOTHER_OF_TWO).await;
    assert!(page.says("This can help you"));
    assert!(page.body.contains("href=\"/en/skanderborg/tilbud/familieforloeb\""));
}

#[tokio::test]
async fn a_young_person_is_asked_the_age_first_and_sent_to_the_youth_unit() {
    let portal = TestPortal::monday();
    let page = portal.post(FIND, "ASK=AGE").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(question(&page), "AGE");
    let page = portal.post(FIND, "QUESTION=AGE&AGE=15-17").await;
    assert_eq!(question(&page), "WHO");
    assert_eq!(carried(&page), [("AGE".to_owned(), "15-17".to_owned())]);
}

#[tokio::test]
async fn continuing_without_a_choice_shows_the_question_again_with_what_was_answered() {
    let page = TestPortal::monday().post(FIND, "WHO=CITIZEN&SUBSTANCE=DRUGS&QUESTION=AGE").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(question(&page), "AGE");
    assert!(page.says("Se på det her, før du går videre"));
    assert!(page.says("Vælg et svar, eller spring over."));
    assert!(page.body.contains("<title>Fejl: "));
    assert!(carried(&page).contains(&("SUBSTANCE".to_owned(), "DRUGS".to_owned())));
}

#[tokio::test]
async fn an_answer_nobody_offered_is_told_and_the_rest_is_kept() {
    let page = TestPortal::monday().post(FIND, "WHO=CITIZEN&SUBSTANCE=TEA&QUESTION=SUBSTANCE").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Det svar kender vi ikke."));
    assert!(carried(&page).contains(&("WHO".to_owned(), "CITIZEN".to_owned())));
}

#[tokio::test]
async fn one_step_back_asks_the_last_question_again() {
    let portal = TestPortal::monday();
    let page = portal.post(FIND, "WHO=CITIZEN&SUBSTANCE=DRUGS&QUESTION=AGE&BACK=1").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(question(&page), "SUBSTANCE");
    let chosen_already = portal.post(FIND, "WHO=CITIZEN&SUBSTANCE=DRUGS&AGE=30-&QUESTION=AGE&BACK=1").await;
    assert_eq!(question(&chosen_already), "SUBSTANCE");
}

#[tokio::test]
async fn an_answer_can_be_changed_from_the_outcome() {
    let portal = TestPortal::monday();
    let outcome = walk(&portal, FIND, &MOTHER_OF_TWO).await;
    let mut fields = carried(&outcome);
    fields.push(("ASK".to_owned(), "CHILDREN_UNDER_18".to_owned()));
    let page = portal.post(FIND, form(&fields)).await;
    assert_eq!(question(&page), "CHILDREN_UNDER_18");
    assert!(page.body.contains("value=\"YES\" checked"), "the answer given stands");
}

#[tokio::test]
async fn the_language_switch_keeps_the_question() {
    let page = TestPortal::monday().post(FIND, "WHO=CITIZEN&SUBSTANCE=DRUGS&QUESTION=SUBSTANCE").await;
    assert!(page.body.contains("action=\"/en/skanderborg/find\""));
    assert!(page.body.contains("<input type=\"hidden\" name=\"ASK\" value=\"AGE\">"));
}

#[tokio::test]
async fn a_body_too_large_is_told_as_such() {
    let page = TestPortal::monday().post(FIND, vec![b'a'; 10 * 1024 * 1024]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.says("Det fylder for meget"));
}

#[tokio::test]
async fn markup_in_a_field_never_comes_back_as_markup() {
    let portal = TestPortal::monday();
    for path in [FIND, "/skanderborg/tilbud"] {
        let hostile = "QUESTION=%3Cscript%3Ealert(1)%3C/script%3E&%3Cb%3E=%22%3E%3Cscript%3E";
        let page = portal.post(path, hostile).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!page.body.contains("<script>"), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever is sent, the answer is a page: the question, or what is wrong with the form.
    #[test]
    fn rubbish_is_answered_with_a_page(body in prop_oneof![
        "[ -~]{0,80}",
        "(WHO|AGE|SUBSTANCE|QUESTION|ASK|BACK|RELATION|USER_AGE)=[A-Z0-9_%-]{0,8}(&(WHO|AGE|ASK|QUESTION)=[A-Z0-9-]{0,8}){0,4}",
        "\\PC{0,40}",
    ]) {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let portal = TestPortal::monday();
            for path in [FIND, "/skanderborg/tilbud"] {
                let page = portal.post(path, body.clone()).await;
                assert!(
                    matches!(page.status, StatusCode::OK | StatusCode::UNPROCESSABLE_ENTITY),
                    "{path} {body:?}: {}", page.status
                );
                assert_eq!(page.body.matches("<h1").count(), 1);
            }
        });
    }
}

#[tokio::test]
async fn the_outcome_is_one_answer_and_at_most_three_others() {
    let portal = TestPortal::monday();
    for (path, answers) in [
        (FIND, "WHO=CITIZEN&SUBSTANCE=ALCOHOL&AGE=30-"),
        ("/vejle/find", "WHO=CITIZEN&SUBSTANCE=ALCOHOL&AGE=25-"),
        ("/horsens/find", "WHO=CITIZEN&SUBSTANCE=DRUGS&AGE=15-17"),
    ] {
        let rest = "&WISHES_ANONYMITY=NO&CHILDREN_UNDER_18=NO&WORK_OR_EDUCATION=YES&OTHER_SOCIAL_PROBLEMS=NO\
            &PSYCHOLOGICAL_PROBLEMS=NO&HOUSING=YES&NEEDS_MEDICINE=NO&VERY_SEVERE=NO&PREGNANT=NO&PREFERS_ONLINE=NO";
        let page = portal.post(path, format!("{answers}{rest}")).await;
        assert!(page.says("Det her kan hjælpe dig"), "{path}: {}", page.text());
        let (shown, folded) = page.body.split_once("<summary>Vis ").expect("a fold");
        let offers = shown.matches("<li class=\"offer\">").count();
        assert!((1..=4).contains(&offers), "{path}: {offers}");
        assert!(folded.contains("<li class=\"offer\">"), "{path}");
        for reason in page.body.split("class=\"why\"").skip(1).filter_map(|rest| rest.split("</p>").next()) {
            for untold in ["gravid", "ikke har", "har ikke"] {
                assert!(!reason.contains(untold), "{path}: {reason}");
            }
        }
    }
}
