//! A complaint under its code: from a case, and what its citizen sees and does. On both engines.

use crate::{
    case::{booked_with, skanderborg, under},
    common::{Answer, MONDAY, TestPortal},
    complaint_filing::file_complaint,
    each_engine::each_engine,
    engines::EngineKind,
};
use rstest_reuse::apply;

const ABOUT_STAFF: &str = "SUBJECT=STAFF_CONDUCT&WHO=SELF&REACH=CODE";

/// The fields of the form on a page that leads to an address, as a browser sends them.
pub fn fields_to(page: &Answer, action: &str) -> String {
    let (_, form) = page.body.split_once(&format!("action=\"{action}\"")).expect("a form");
    let form = form.split("</form>").next().unwrap_or_default();
    let hidden = form.split("<input type=\"hidden\" name=\"").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once("\" value=\"")?;
        Some((name, rest.split('"').next()?.replace("&amp;", "&")))
    });
    form_urlencoded::Serializer::new(String::new()).extend_pairs(hidden).finish()
}

/// The complaint under a code.
pub async fn follow_complaint(portal: &TestPortal, municipality: &str, code: &str) -> (Answer, String) {
    let page = portal.post("/kode", format!("CODE={code}")).await;
    let action = format!("/{municipality}/klage/svar");
    let fields = fields_to(&page, &action);
    let shown = portal.post(&action, fields.clone()).await;
    // Where nothing can be done any more, nothing asks how much had happened.
    let seen = shown.field("SEEN").unwrap_or_default();
    (shown, format!("{fields}&SEEN={seen}"))
}

#[apply(each_engine)]
#[tokio::test]
async fn who_has_waited_complains_from_the_case_with_its_days_and_gets_a_code_that_no_case_has(
    engine: EngineKind,
) {
    let engine = skanderborg(engine).await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = booked_with(&portal, "&WISH_DRUGS=YES").await;
    let late = "2026-12-09T10:00:00+01:00";
    let case = under(&engine, &code, late).await;
    let portal = TestPortal::storing(&engine.store, late);
    let route = portal.post("/skanderborg/klage", fields_to(&case, "/skanderborg/klage")).await;
    assert!(route.says("Klagen går til: Skanderborg Rusmiddelcenter"), "{}", route.text());
    assert!(route.says("Den klage har ingen sidste dag") && !route.says("for sent"), "{}", route.text());
    let fields = fields_to(&route, "/skanderborg/klage");
    let page = portal.post("/skanderborg/klage", format!("{fields}&WHO=SELF&REACH=CODE&STEP=REACH")).await;
    assert!(page.body.contains("mandag 23. november 2026"), "the day of the wish: {}", page.text());
    assert!(page.body.contains("mandag 7. december 2026"), "the last day");
    let sent = format!("{}&WORDS=Jeg+har+ventet", fields_to(&page, "/skanderborg/klage"));
    let receipt = portal.post("/skanderborg/klage", sent).await;
    assert!(
        receipt.says("Klagen er modtaget") && receipt.says("onsdag 6. januar 2027"),
        "{}",
        receipt.text()
    );
    assert!(receipt.says("Ankestyrelsen") && receipt.code() != code, "{}", receipt.text());
    // Who follows the case can give it another code: that must not lead to what may be about them.
    let case = portal.post("/kode", format!("CODE={code}")).await;
    assert!(case.says("Din behandling for stoffer") && !case.says("Din klage"), "{}", case.text());
    let own = portal.post("/kode", format!("CODE={}", receipt.code())).await;
    assert!(own.says("Din klage") && !own.says("Din behandling for stoffer"), "{}", own.text());
    assert!(!own.body.contains("action=\"/skanderborg/samtale\""), "nothing is booked under it");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_is_followed_by_its_code_with_what_was_written_and_the_days_left(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let answers = "SUBJECT=DRUG_TREATMENT_DECISION&START=MADE&DAY=2&MONTH=11&YEAR=2026&WHO=SELF&REACH=CODE";
    let code = file_complaint(&portal, "vejle", answers, "Jeg+fik+nej").await.code();
    let later = TestPortal::storing(&engine.store, "2026-12-11T10:00:00+01:00");
    let (page, _) = follow_complaint(&later, "vejle", &code).await;
    for words in [
        "Klagen er modtaget. Ingen har svaret endnu.",
        "De skal se på sagen igen senest mandag 21. december 2026. Det er om 10 dage.",
        "Jeg fik nej",
        "Klagen er modtaget",
        "Kontrolord",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let overdue = TestPortal::storing(&engine.store, "2026-12-22T10:00:00+01:00");
    let (page, _) = follow_complaint(&overdue, "vejle", &code).await;
    assert!(page.says("De skulle have set på sagen igen senest mandag 21. december 2026"), "{}", page.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn its_citizen_adds_to_it_says_who_they_are_once_and_takes_it_back(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let code = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await.code();
    let path = "/vejle/klage/svar";
    let (_, fields) = follow_complaint(&portal, "vejle", &code).await;
    let added = portal.post(path, format!("{fields}&DO=ADD&WORDS=Og+en+ting+til")).await;
    assert!(
        added.status == 200 && added.says("Det er sendt") && added.says("Og en ting til"),
        "{}",
        added.text()
    );
    let twice = portal.post(path, format!("{fields}&DO=ADD&WORDS=Og+en+ting+til")).await;
    assert!(twice.says("Det er sendt"), "the same form again is the same: {}", twice.text());
    assert_eq!(twice.body.matches("Og en ting til").count(), 1, "{}", twice.text());
    let stale = portal.post(path, format!("{fields}&DO=ADD&WORDS=Noget+andet")).await;
    assert_eq!(stale.status, 422);
    assert!(
        stale.says("Der er sket noget med klagen imens") && stale.body.contains("Noget andet</textarea>")
    );

    let (page, fields) = follow_complaint(&portal, "vejle", &code).await;
    assert!(page.says("Sig, hvem du er"));
    let nameless = portal.post(path, format!("{fields}&DO=NAME&NAME=+&PHONE=12345678")).await;
    assert!(nameless.status == 422 && nameless.says("Skriv dit navn"), "{}", nameless.text());
    let bad = portal.post(path, format!("{fields}&DO=NAME&NAME=Fugl&PHONE=12")).await;
    assert!(bad.status == 422 && bad.says("Et dansk nummer har otte cifre"), "{}", bad.text());
    let english = portal.post("/en/vejle/klage/svar", format!("{fields}&WORDS=Halvt+skrevet")).await;
    assert!(english.status == 200 && english.body.contains("Halvt skrevet</textarea>"), "{}", english.text());
    let named = portal.post(path, format!("{fields}&DO=NAME&NAME=Fugl+Kvist")).await;
    assert!(named.says("Dit navn er sendt") && !named.says("Fugl Kvist"), "{}", named.text());
    assert!(!named.says("Ja, send mit navn"), "one way");

    let (_, fields) = follow_complaint(&portal, "vejle", &code).await;
    let back = portal.post(path, format!("{fields}&DO=WITHDRAW")).await;
    assert!(back.says("Du har taget klagen tilbage."), "{}", back.text());
    let (page, fields) = follow_complaint(&portal, "vejle", &code).await;
    let again = portal.post(path, format!("{fields}&DO=WITHDRAW")).await;
    assert!(again.status == 200 && again.says("Klagen er taget tilbage."), "pressed twice: {}", again.text());
    let more = portal.post(path, format!("{fields}&DO=ADD&WORDS=Mere")).await;
    assert!(more.status == 422 && more.says("Det kan ikke gøres mere"), "{}", more.text());
    assert!(page.says("bliver slettet her den 23. maj 2027"), "half a year on: {}", page.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_complaint_is_seen_with_its_own_code_alone_and_goes_when_all_is_deleted(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let one = file_complaint(&portal, "vejle", ABOUT_STAFF, "Tonen").await.code();
    let other = file_complaint(&portal, "vejle", ABOUT_STAFF, "Noget+helt+andet").await.code();
    let (_, fields) = follow_complaint(&portal, "vejle", &one).await;
    let mine = portal.post("/kode", format!("CODE={other}")).await;
    let theirs = fields_to(&mine, "/vejle/klage/svar");
    let id = |fields: &str| fields.split("ID=").nth(1).expect("an id")[..32].to_owned();
    let mixed = fields.replace(&id(&fields), &id(&theirs));
    let refused = portal.post("/vejle/klage/svar", mixed).await;
    assert_eq!((refused.status.as_u16(), refused.header("location")), (303, "/kode"));
    let elsewhere = portal.post("/slagelse/klage/svar", fields.clone()).await;
    assert_eq!(elsewhere.status, 303, "of another municipality");
    let hours_later = TestPortal::storing(&engine.store, "2026-11-23T13:00:00+01:00");
    assert_eq!(
        hours_later.post("/vejle/klage/svar", fields.clone()).await.status,
        303,
        "an old page opens nothing"
    );
    let sure = portal.post("/kode", format!("CODE={one}&FORGET=ASK")).await;
    assert!(sure.says("Din klage bliver også slettet"), "{}", sure.text());
    portal.post("/kode", format!("CODE={one}&FORGET=YES")).await;
    assert_eq!(portal.post("/vejle/klage/svar", fields).await.status, 303);
    let left = engine.store.write_out_complaints().await;
    assert_eq!(left.matches("traedesten-receipt").count(), 1, "the other stands: {left}");
}
