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
