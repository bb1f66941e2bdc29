//! Whether anonymous help with drugs fits, and the clarifying conversation.

use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use domain::BookingKind;
use rstest_reuse::apply;

async fn portal() -> (crate::engines::Engine, TestPortal) {
    let engine = sqlite().await;
    for municipality in ["skanderborg", "randers", "horsens", "vejle", "slagelse"] {
        desk(&engine, municipality).await;
    }
    let portal = TestPortal::storing(&engine.store, MONDAY);
    (engine, portal)
}

/// Answers of somebody for whom nothing stands in the way.
const WELL: [(&str, &str); 6] = [
    ("ADULT", "YES"),
    ("WORK", "YES"),
    ("HOUSING", "YES"),
    ("SOCIAL", "NO"),
    ("MIND", "NO"),
    ("MEDICINE", "NO"),
];

fn fields(different: Option<(&str, &str)>) -> String {
    let value = |name, usual| different.filter(|(other, _)| *other == name).map_or(usual, |(_, value)| value);
    WELL.map(|(name, usual)| format!("{name}={}", value(name, usual))).join("&")
}

#[tokio::test]
async fn each_municipality_asks_what_its_own_rules_look_at() {
    let (_engine, portal) = portal().await;
    for (municipality, number) in
        [("skanderborg", 3), ("randers", 3), ("horsens", 3), ("vejle", 4), ("slagelse", 5)]
    {
        let page = portal.get(&format!("/{municipality}/afklaring")).await;
        assert!(page.says(&format!("Trin 1 af {number}")), "{municipality}: {}", page.text());
        assert!(page.says("Er du fyldt 18 år?") && page.says("Vi gemmer ikke svarene"));
        let fits = portal.post(&format!("/{municipality}/afklaring"), fields(None)).await;
        assert!(
            fits.says("Det ser ud til at passe til dig") && fits.says("Aftal den afklarende samtale"),
            "{municipality}"
        );
        assert!(fits.says("Centret afgør det ikke her på siden."), "no promise");
    }
}

#[tokio::test]
async fn what_rules_somebody_out_is_told_with_what_to_do_instead() {
    let (_engine, portal) = portal().await;
    for (municipality, answer, says) in [
        ("slagelse", ("HOUSING", "NO"), "skal have et sted at bo"),
        ("vejle", ("WORK", "NO"), "skal være i arbejde eller uddannelse"),
        ("slagelse", ("MEDICINE", "YES"), "medicin eller en læge"),
        ("horsens", ("MIND", "YES"), "ikke har andre problemer"),
        ("skanderborg", ("ADULT", "NO"), "fyldt 18 år"),
    ] {
        let page = portal.post(&format!("/{municipality}/afklaring"), fields(Some(answer))).await;
        assert!(
            page.says("Der er en anden vej for dig") && page.says(says),
            "{municipality}: {}",
            page.text()
        );
        assert!(page.says("Aftal en anonym samtale") && !page.body.contains("CLARIFYING"), "{municipality}");
        assert!(page.says("Kilde"), "{municipality}");
    }
    let young = portal.post("/horsens/afklaring", fields(Some(("ADULT", "NO")))).await;
    assert!(
        young.says("21 73 12 37") && !young.says("76 29 14 80"),
        "the unit for the young: {}",
        young.text()
    );
    // Randers leaves the mind to the staff.
    let page = portal.post("/randers/afklaring", fields(Some(("MIND", "YES")))).await;
    assert!(
        page.says("Det må I se på sammen") && page.says("Aftal den afklarende samtale"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn an_answer_is_needed_and_can_be_changed() {
    let (_engine, portal) = portal().await;
    let missing = portal.post("/vejle/afklaring", "STEP=ADULT").await;
    assert!(
        missing.status == 422
            && missing.says("Vælg en af mulighederne.")
            && missing.says("Er du fyldt 18 år?")
    );
    let second = portal.post("/vejle/afklaring", "STEP=ADULT&ADULT=YES").await;
    assert!(second.says("Trin 2 af 4"), "{}", second.text());
    let back = portal.post("/vejle/afklaring", "ADULT=YES&WORK=YES&BACK=WORK").await;
    assert!(back.says("Trin 2 af 4") && back.body.contains("name=\"ADULT\" value=\"YES\""));
    let rubbish = portal.post("/vejle/afklaring", "STEP=%00&ADULT=%FF&WORK=%3Cscript%3E").await;
    assert!(rubbish.says("Er du fyldt 18 år?") && !rubbish.body.contains("<script>"));
}

#[apply(each_engine)]
#[tokio::test]
async fn the_clarifying_conversation_is_booked_and_kept_apart_as_the_standard_says(engine: EngineKind) {
    let engine = engine.open().await;
    desk(&engine, "skanderborg").await;
    let appointment_type =
        domain::AppointmentType { minutes: 30, buffer: 0, notice: 60, horizon: 20, capacity: 99 };
    engine.open("skanderborg", BookingKind::InPerson, &appointment_type).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let kinds = portal.post("/skanderborg/samtale", "ABOUT=CLARIFYING").await;
    assert!(!kinds.says("Vi mødes"), "{}: no place apart is known: {}", engine.name, kinds.text());
    engine.open_at("skanderborg", BookingKind::InPerson, &appointment_type, "Biblioteket, lokale 3").await;
    let base = "ABOUT=CLARIFYING&KIND=IN_PERSON&TIME=2026-11-24T10:00";
    let check = portal.post("/skanderborg/samtale", base).await;
    assert!(check.says("en afklarende samtale om anonym hjælp med stoffer"), "{}", check.text());
    assert!(check.says("et neutralt sted, som ikke er centrets egne rum"), "the place, before booking");
    let receipt = portal
        .post("/skanderborg/samtale", format!("{base}&WISH_DRUGS=YES&FORM={}&CONFIRM=1", check.form()))
        .await;
    assert!(receipt.says("Din tid er aftalt") && receipt.says("Biblioteket, lokale 3"), "{}", receipt.text());
    let found = portal.post("/kode", format!("CODE={}", receipt.code())).await;
    assert!(found.says("Biblioteket, lokale 3"), "the code leads to the place: {}", found.text());
    let contacts = engine.store.cases("skanderborg").await.expect("cases");
    assert!(contacts.is_empty(), "the limit does not hold for anonymous help here: no day is promised");
}
