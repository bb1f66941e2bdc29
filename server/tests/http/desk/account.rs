//! One's own way in. What a device signs is tested in a browser (`end2end/tests/passkey.wasm.spec.mjs`).

use super::{Browser, signed_in, signed_in_at};
use crate::{
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use axum::http::Method;
use domain::Role;
use rstest_reuse::apply;

const LATER: &str = "2026-11-23T10:01:00+01:00";
const FIVE_LATER: &str = "2026-11-23T10:06:00+01:00";

/// What stands in a hidden field of a page.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = page.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")));
    let value = field.and_then(|field| field.split("value=\"").nth(1));
    value.and_then(|value| value.split('"').next()).expect("the field")
}

/// The page on which a browser makes the key.
async fn start(browser: &Browser<'_>, moment: &str) -> String {
    let digits = browser.digits(moment);
    let page = browser.post("/desk/adgang", &format!("ACT=START&NAME=Telefon&DIGITS={digits}")).await;
    assert!(page.says("Lav nøglen på denne enhed"), "{}", page.text());
    page.body
}

#[apply(each_engine)]
#[tokio::test]
async fn whoever_signs_out_everywhere_is_out_everywhere(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for role in [Role::Counsellor, Role::Lead, Role::Admin] {
        let browser = signed_in(&portal, "vejle", role, role.code()).await;
        assert!(browser.get("/desk/adgang").await.says("Du har ingen adgangsnøgler."));
        let out = browser.ask(Method::POST, "/desk/adgang", "ACT=END_SESSIONS").await;
        assert_eq!(out.header("location"), "/desk/log-ind");
        assert_eq!(browser.get("/desk").await.status, 303, "{role:?}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_key_is_begun_with_a_name_and_digits_that_are_new(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let browser = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let later = TestPortal::storing(&engine.store, LATER);
    let browser = browser.at(&later);
    let next = browser.digits(LATER);
    for (fields, says) in [
        (format!("NAME=&DIGITS={next}"), "Skriv et navn på højst 40 tegn."),
        (format!("NAME={}&DIGITS={next}", "x".repeat(41)), "Skriv et navn på højst 40 tegn."),
        ("NAME=Telefon&DIGITS=".to_owned(), "Cifrene passer ikke."),
        (format!("NAME=Telefon&DIGITS={}", browser.digits(MONDAY)), "Cifrene passer ikke."),
    ] {
        let page = browser.post("/desk/adgang", &format!("ACT=START&{fields}")).await;
        assert!(page.status == 422 && page.says(says), "{fields}: {}", page.text());
    }
    let page = start(&browser, LATER).await;
    assert!(page.contains("hjaelp.example"), "the key is bound to the portal's own address");
    let again = browser.post("/desk/adgang", &format!("ACT=START&NAME=Telefon&DIGITS={next}")).await;
    assert_eq!(again.status, 422, "digits hold once");
}

#[tokio::test]
async fn rubbish_makes_no_key_and_signs_nobody_in() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let later = TestPortal::storing(&engine.store, LATER);
    let bent = signed_in_at(&later, "vejle", Role::Counsellor, "bent", LATER).await;
    let sealed = start(&anna.at(&later), LATER).await;
    let sealed = hidden(&sealed, "SEALED");
    let asked = later.post("/desk/log-ind/noegle", "").await;
    let asked: serde_json::Value = serde_json::from_str(&asked.body).expect("JSON");
    let for_sign_in = asked["sealed"].as_str().expect("a text");

    let over = "Der gik for lang tid";
    let unknown = "svar kunne ikke bruges";
    let too_late = TestPortal::storing(&engine.store, FIVE_LATER);
    for (browser, fields, says) in [
        (anna.at(&later), format!("SEALED={sealed}&CREDENTIAL="), unknown),
        (anna.at(&later), format!("SEALED={sealed}&CREDENTIAL=%7B%7D"), unknown),
        (anna.at(&later), "SEALED=&CREDENTIAL=%7B%7D".to_owned(), over),
        (anna.at(&later), format!("SEALED=x{sealed}&CREDENTIAL=%7B%7D"), over),
        (anna.at(&later), format!("SEALED={for_sign_in}&CREDENTIAL=%7B%7D"), over),
        (bent.at(&later), format!("SEALED={sealed}&CREDENTIAL=%7B%7D"), over),
        (anna.at(&too_late), format!("SEALED={sealed}&CREDENTIAL=%7B%7D"), over),
    ] {
        let page = browser.post("/desk/adgang", &format!("ACT=ADD&NAME=Telefon&{fields}")).await;
        assert!(page.status == 422 && page.says(says), "{fields}: {}", page.text());
    }
    assert!(anna.at(&later).get("/desk/adgang").await.says("Du har ingen adgangsnøgler."));
    for act in ["ACT=REMOVE&ID=x", "ACT=REMOVE&ID=00112233445566778899aabbccddeeff", "ACT=?"] {
        assert_eq!(anna.at(&later).post("/desk/adgang", act).await.status, 422, "{act}");
    }

    let credential = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"authenticatorData":"AAAA","clientDataJSON":"AAAA","signature":"AAAA","userHandle":"AAAA"}}"#;
    for (sealed, credential, says) in [
        (for_sign_in, credential, "kendes ikke her"),
        (for_sign_in, "[1,", "kendes ikke her"),
        (sealed, credential, over),
        ("rubbish", credential, over),
    ] {
        let fields = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("SEALED", sealed), ("CREDENTIAL", credential)])
            .finish();
        let page = later.post("/desk/log-ind", fields).await;
        assert!(page.status == 422 && page.says(says), "{sealed} {credential}: {}", page.text());
    }
}

#[tokio::test]
async fn a_portal_that_does_not_know_its_address_offers_no_keys() {
    let engine = sqlite().await;
    let portal = TestPortal::without_origin(&engine.store, MONDAY);
    let browser = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let page = browser.get("/desk/adgang").await;
    assert!(page.says("Portalen kan ikke bruge adgangsnøgler endnu.") && !page.body.contains("DIGITS"));
    assert!(!portal.get("/desk/log-ind").await.body.contains("data-passkey"));
    assert_eq!(portal.post("/desk/log-ind/noegle", "").await.status, 404);
    assert_eq!(browser.post("/desk/adgang", "ACT=START&NAME=Telefon&DIGITS=1").await.status, 404);
    assert_eq!(portal.post("/desk/log-ind", "SEALED=x&CREDENTIAL=y").await.status, 422);
}
