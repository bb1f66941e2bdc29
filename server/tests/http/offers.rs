//! The offers over HTTP.

use crate::common::TestPortal;
use axum::http::StatusCode;
use domain::Lang;
use server::standards;

#[tokio::test]
async fn every_offer_has_a_page_in_both_languages_with_its_source() {
    let portal = TestPortal::monday();
    for standard in standards::load(None).expect("standards") {
        for offer in &standard.offers {
            for (prefix, lang, source) in [("", Lang::Da, "Kilde"), ("/en", Lang::En, "Source")] {
                let path = format!("{prefix}/{}/tilbud/{}", standard.code, offer.slug);
                let page = portal.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path}");
                let text = page.text();
                assert!(text.contains(source), "{path}");
                assert!(text.contains(&offer.source.sections[0]), "{path}");
                let summary = offer.summary.get(lang).split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(page.body.contains(&escaped(&summary)) || text.contains(&summary), "{path}");
            }
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[tokio::test]
async fn an_offer_says_for_whom_what_where_price_and_how_to_get_it() {
    let page = TestPortal::monday().get("/skanderborg/tilbud/move").await;
    for heading in [
        "Hvem er det til?",
        "Hvad sker der?",
        "Hvor tit?",
        "Hvor længe?",
        "Hvor?",
        "Hvad koster det?",
        "Hvordan får du det?",
        "Er der en frist?",
        "Kan du være anonym?",
        "Lov",
    ] {
        assert!(page.says(heading), "{heading}");
    }
    assert!(page.says("12 samtaler"));
    assert!(page.says("200 kr."));
    assert!(page.says("Barnets lov § 34"));
}

#[tokio::test]
async fn where_the_standard_is_silent_the_page_says_so() {
    let page = TestPortal::monday().get("/skanderborg/tilbud/familieforloeb").await;
    assert!(page.says("Det siger kommunens regler ikke noget om. Spørg kommunen: Hvor tit?"));
}

#[tokio::test]
async fn anonymous_drug_treatment_is_outside_the_fourteen_days() {
    let page = TestPortal::monday().get("/skanderborg/tilbud/anonym-stofbehandling").await;
    assert!(page.says("Er der en frist? Fristen gælder ikke her."));
    assert!(page.says("Kan du være anonym? Ja, du kan være anonym."));
    assert!(page.says("Serviceloven § 101 a"));
}

#[tokio::test]
async fn an_offer_with_an_end_is_shown_as_ended_the_day_after() {
    let before = TestPortal::at("2025-07-31T23:59:00+02:00").get("/skanderborg/tilbud/brus").await;
    assert!(!before.says("Findes måske ikke længere"));
    let after = TestPortal::at("2025-08-01T00:00:00+02:00").get("/skanderborg/tilbud/brus").await;
    assert!(after.says("Findes måske ikke længere"));
    assert!(after.says("31. juli 2025"));
}

#[tokio::test]
async fn the_list_narrows_and_keeps_what_was_chosen() {
    let portal = TestPortal::monday();
    let all = portal.get("/skanderborg/tilbud").await;
    assert!(all.says("30 tilbud"));
    let some = portal.post("/skanderborg/tilbud", "SUBSTANCE=ALCOHOL&FOR=&AGE=&FORM=").await;
    assert_eq!(some.status, StatusCode::OK);
    assert!(some.body.contains("<option value=\"ALCOHOL\" selected"));
    assert!(!some.says("30 tilbud"));
    assert!(!some.body.contains("/skanderborg/tilbud/anonym-stofbehandling"), "that is for drugs");
}

#[tokio::test]
async fn the_count_beside_a_choice_is_the_count_one_gets() {
    let portal = TestPortal::monday();
    let list = portal.get("/skanderborg/tilbud").await.text();
    for (label, field) in [
        ("Alkohol", "SUBSTANCE=ALCOHOL"),
        ("Online", "FORM=ONLINE"),
        ("Kun hvor du kan være anonym", "ANONYMOUS=YES"),
    ] {
        let (_, rest) = list.split_once(&format!("{label} (")).expect("the choice");
        let count = rest.split(')').next().expect("a count");
        let page = portal.post("/skanderborg/tilbud", field).await;
        assert!(page.says(&format!("{count} tilbud")), "{label}: {count}");
    }
}

#[tokio::test]
async fn a_filter_that_nothing_fits_says_what_to_do() {
    let page = TestPortal::monday().post("/skanderborg/tilbud", "FOR=PROFESSIONAL&FORM=INPATIENT").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("0 tilbud"));
    assert!(page.says("Fjern et valg, eller ring"));
}

#[tokio::test]
async fn an_unknown_choice_is_told_and_the_others_are_kept() {
    let page = TestPortal::monday().post("/skanderborg/tilbud", "SUBSTANCE=DRUGS&FORM=PIGEON").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Vi kender ikke et af valgene"));
    assert!(page.body.contains("<option value=\"DRUGS\" selected"));
    assert!(page.body.contains("<title>Fejl: "));
}

#[tokio::test]
async fn the_language_switch_of_a_filtered_list_keeps_the_filter() {
    let page = TestPortal::monday().post("/skanderborg/tilbud", "SUBSTANCE=DRUGS").await;
    assert!(page.body.contains("action=\"/en/skanderborg/tilbud\""));
    assert!(page.body.contains("name=\"SUBSTANCE\" value=\"DRUGS\""));
}
