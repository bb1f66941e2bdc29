//! The return code on `/kode`: slips, codes nobody has, and deleting everything.

use super::{TUESDAY_TEN, checked, confirmed, open_portal};
use crate::each_engine::each_engine;
use crate::engines::EngineKind;
use rstest_reuse::apply;

#[apply(each_engine)]
#[tokio::test]
async fn a_slip_in_the_code_is_told_as_a_slip_and_stays_to_be_mended(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let last = code.chars().last().and_then(|digit| digit.to_digit(10)).expect("a digit");
    let slip = format!("{}{}", &code[..24], (last + 1) % 10);
    let groups: Vec<&str> = (0..5).map(|group| &slip[group * 5..group * 5 + 5]).collect();
    let groups = groups.join(" ");
    let page = portal.post("/kode", format!("CODE={slip}")).await;
    assert_eq!(page.status, 422);
    assert!(page.says("Der er en tastefejl i koden.") && page.body.contains(&groups), "{}", engine.name);
    let short = portal.post("/kode", "CODE=12345").await;
    assert!(short.says("Koden har 25 cifre. Du har skrevet 5."));
    let spaced = format!("{} {}-{}", &code[..5], &code[5..12], &code[12..]);
    assert!(portal.post("/kode", format!("CODE={spaced}")).await.says("Tirsdag 24. november"));
}

#[apply(each_engine)]
#[tokio::test]
async fn an_unknown_code_is_the_same_page_whether_its_first_digits_are_known_or_not(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    // The check digit of 24 zeros is 0; of the known five digits with zeros it is found by trying.
    let nobody = "0".repeat(25);
    let mut guesses = Vec::new();
    for digit in 0..10 {
        let guess = format!("{}{}{digit}", &code[..5], "0".repeat(19));
        let page = portal.post("/kode", format!("CODE={guess}")).await;
        if page.says("Vi kender ikke den kode.") {
            guesses.push(page.text());
        }
    }
    let page = portal.post("/kode", format!("CODE={nobody}")).await;
    assert_eq!(guesses, [page.text()], "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn everything_is_deleted_at_once_when_one_is_sure(engine: EngineKind) {
    let (engine, portal) = open_portal(engine).await;
    let check = checked(&portal, "30-", TUESDAY_TEN).await;
    let code = confirmed(&portal, &check, "30-", TUESDAY_TEN).await.code();
    let ask = portal.post("/kode", format!("CODE={code}&FORGET=ASK")).await;
    assert!(ask.says("Det kan ikke fortrydes.") && ask.says("Nej, behold det"));
    assert!(portal.post("/kode", format!("CODE={code}")).await.says("Tirsdag 24. november"), "not yet");
    let gone = portal.post("/kode", format!("CODE={code}&FORGET=YES")).await;
    assert!(gone.says("Alt er slettet"), "{}", engine.name);
    assert!(portal.post("/kode", format!("CODE={code}")).await.says("Vi kender ikke den kode."));
}
