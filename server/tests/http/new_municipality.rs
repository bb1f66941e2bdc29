//! A municipality of which the portal has never heard: the file that `docs/standards.md` offers to be
//! filled in.

use crate::common::{MONDAY, TestPortal};
use domain::{Standard, read_standard};

const TEMPLATE: &str = include_str!("../../../docs/standard-template.toml");

fn from_template() -> Standard {
    read_standard("standard-template.toml", TEMPLATE).expect("the template is a whole file")
}

#[tokio::test]
async fn its_pages_follow_from_its_file_alone() {
    let portal = TestPortal::of(vec![from_template()], MONDAY);
    for (path, words) in [
        ("/", "Eksempelby Kommune"),
        ("/eksempelby", "Du kan få gratis råd, når du drikker eller tager stoffer."),
        ("/eksempelby/tilbud", "2 tilbud"),
        ("/eksempelby/tilbud/behandling", "Du er 18 år eller ældre."),
        ("/eksempelby/kontakt", "00 00 00 00"),
        ("/eksempelby/regler", "14 dage"),
        ("/en/eksempelby/regler", "14 days"),
        ("/sammenlign/de-14-dage", "Eksempelby Kommune"),
        ("/sammenlign/tilbud-behandling", "Behandling, mens du bor hjemme"),
    ] {
        let page = portal.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.says(words), "{path}: {words}");
    }
    assert_eq!(portal.get("/skanderborg").await.status, 404, "only the files in the folder count");
}

#[tokio::test]
async fn its_guide_asks_only_what_its_offers_make_a_difference_of() {
    let portal = TestPortal::of(vec![from_template()], MONDAY);
    let question = portal.post("/eksempelby/find", "WHO=CITIZEN").await;
    assert!(question.says("Til og med 17 år"), "{}", question.text());
    let adult =
        portal.post("/eksempelby/find", "WHO=CITIZEN&SUBSTANCE=DRUGS&AGE=18-&WISHES_ANONYMITY=NO").await;
    assert!(adult.says("Det her kan hjælpe dig") && adult.body.contains("/eksempelby/tilbud/behandling"));
}

#[tokio::test]
async fn its_offers_are_found() {
    let portal = TestPortal::of(vec![from_template()], MONDAY);
    let page = portal.post("/eksempelby/soeg", "Q=behandling").await;
    assert!(page.body.contains("href=\"/eksempelby/tilbud/behandling\""));
}

#[tokio::test]
async fn what_its_two_papers_say_otherwise_stands_for_each_and_is_promised_for_each() {
    let own = r#"
[drugs.guarantee]
length_days = { value = 7, source = ["§9"] }
[drugs.relatives]
adults_individual_max = { value = 5, source = ["§9"] }
"#;
    let standard = read_standard("told-apart.toml", &format!("{TEMPLATE}{own}")).expect("a standard");
    let portal = TestPortal::of(vec![standard], MONDAY);
    let front = portal.get("/eksempelby").await;
    assert!(front.says("for alkohol, skal den begynde senest 14 dage efter"), "{}", front.text());
    assert!(front.says("for stoffer, skal den begynde senest 7 dage efter"), "{}", front.text());
    let rules = portal.get("/eksempelby/regler").await;
    assert!(rules.body.contains("id=\"guarantee-length_days-drugs\""));
    assert!(rules.says("Højeste antal samtaler (stoffer) 5"), "{}", rules.text());
    assert!(portal.get("/sammenlign/paaroerende").await.says("Eksempelby Kommune (stoffer)"));
    let found = portal.post("/eksempelby/soeg", "Q=samtaler").await;
    assert!(found.body.contains("relatives-adults_individual_max-drugs"), "{}", found.text());
    let day = |substance: &str| format!("WHICH=START&SUBSTANCE={substance}&AGE=30&DAY=23&MONTH=11&YEAR=2026");
    assert!(portal.post("/eksempelby/frist", day("DRUGS")).await.says("mandag 30. november 2026"));
    assert!(portal.post("/eksempelby/frist", day("ALCOHOL")).await.says("mandag 7. december 2026"));
}

#[tokio::test]
async fn what_held_until_a_day_that_is_past_is_no_promise_on_the_front_page() {
    let over =
        TEMPLATE.replace("valid_to = \"silent\"", "valid_to = { value = 2026-01-01, source = [\"§1\"] }");
    let standard = read_standard("over.toml", &over).expect("a standard");
    let page = TestPortal::of(vec![standard], MONDAY).get("/eksempelby").await;
    assert!(!page.says("Du venter højst"), "{}", page.text());
}

/// The template with lines of its own in place of others.
fn altered(changes: &[(&str, &str)]) -> Standard {
    let text = changes.iter().fold(TEMPLATE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the template holds no {from}");
        text.replacen(from, to, 1)
    });
    read_standard("altered.toml", &text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[tokio::test]
async fn a_number_of_talks_holds_where_the_file_says_that_no_age_of_the_other_person_matters() {
    let standard = altered(&[
        ("adults_individual_max = \"silent\"", "adults_individual_max = { value = 3, source = [\"§4\"] }"),
        ("divided_by_user_age = \"silent\"", "divided_by_user_age = { value = false, source = [\"§4\"] }"),
    ]);
    let rules = standard.rules_for(domain::Substance::Drugs);
    let asked = |user_age| domain::decide::RelativesOffer {
        requested: domain::decide::RelativesRequest::IndividualConversation,
        conversation_number: 1,
        user_age: Some(user_age),
        user_enrolled: None,
        user_accepts_participation: false,
        substance: Some(domain::Substance::Drugs),
        relative_age: Some(40),
        relative_misusing: false,
        in_contact_with_user: true,
    };
    let cap = |age| {
        let decision =
            domain::decide::relatives_offer(rules, &standard.offers, &asked(age)).expect("a decision");
        decision.outcome.cap
    };
    assert_eq!(cap(30), Some(3));
    assert_eq!(cap(16), None, "of somebody under 18 nothing is said");
}

#[tokio::test]
async fn below_the_lowest_age_of_the_standard_no_day_is_promised() {
    let standard = altered(&[(
        "youngest_age_drugs = \"silent\"",
        "youngest_age_drugs = { value = 21, source = [\"§2\"] }",
    )]);
    let portal = TestPortal::of(vec![standard], MONDAY);
    let day = |age: u8| format!("WHICH=START&SUBSTANCE=DRUGS&AGE={age}&DAY=23&MONTH=11&YEAR=2026");
    assert!(portal.post("/eksempelby/frist", day(20)).await.says("Vi kan ikke finde en frist"));
    assert!(portal.post("/eksempelby/frist", day(21)).await.says("mandag 7. december 2026"));
}

#[tokio::test]
async fn whoever_is_only_written_to_is_written_to() {
    let standard = altered(&[
        ("phones = { value", "# phones = { value"),
        (
            "email = \"silent\"",
            "phones = \"silent\"\nemail = { value = \"skriv@eksempelby.example\", source = [\"§2\"] }",
        ),
    ]);
    let portal = TestPortal::of(vec![standard], MONDAY);
    let page = portal.get("/eksempelby/tilbud/behandling").await;
    assert!(page.body.contains("mailto:skriv@eksempelby.example"), "{}", page.text());
    assert!(!portal.get("/eksempelby/kontakt").await.says("Du kan sige så lidt, du vil"));
}
