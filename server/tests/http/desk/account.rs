//! One's own way in. With a device that a browser makes up: `end2end/tests/passkey.wasm.spec.mjs`.

use super::{Browser, device::Device, signed_in, signed_in_at};
use crate::{
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use axum::http::Method;
use domain::Role;
use rstest_reuse::apply;
use server::tasks::desk::account::service::{Answer as PasskeyAnswer, PasskeyError};

const LATER: &str = "2026-11-23T10:01:00+01:00";
const FIVE_LATER: &str = "2026-11-23T10:06:00+01:00";

/// The page on which a browser makes the key.
async fn start(browser: &Browser<'_>, moment: &str) -> Answer {
    let digits = browser.digits(moment);
    let page = browser.post("/desk/adgang", &format!("ACT=START&NAME=Telefon&DIGITS={digits}")).await;
    assert!(page.says("Lav nøglen på denne enhed"), "{}", page.text());
    page
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
    assert!(page.body.contains("hjaelp.example"), "the key is bound to the portal's own address");
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
    let sealed = start(&anna.at(&later), LATER).await.field("SEALED").expect("a field");
    let sealed = sealed.as_str();
    let asked = later.post("/desk/log-ind/noegle", "").await;
    let asked: serde_json::Value = serde_json::from_str(&asked.body).expect("JSON");
    let for_sign_in = asked["sealed"].as_str().expect("a text");

    let over = "kom for sent eller er brugt";
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

/// Somebody who has a key on a device.
async fn with_key(browser: &Browser<'_>, moment: &str) -> Device {
    let page = start(browser, moment).await;
    let (mut device, credential) = Device::make(page.attribute("data-options").expect("what is asked for"));
    let sealed = page.field("SEALED").expect("a field");
    let fields = encode(&[("ACT", "ADD"), ("SEALED", &sealed), ("CREDENTIAL", &credential)]);
    let made = browser.post("/desk/adgang", &fields).await;
    assert!(made.says("Adgangsnøglen er gemt."), "{}", made.text());
    // It has counted once by being made.
    device.counter += 1;
    device
}

fn encode(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// What the page sends once the device has signed what the portal asked for.
async fn sign(portal: &TestPortal, device: &Device) -> String {
    let asked = portal.post("/desk/log-ind/noegle", "").await;
    let asked: serde_json::Value = serde_json::from_str(&asked.body).expect("JSON");
    let credential = device.sign(asked["options"].as_str().expect("a text"));
    encode(&[("SEALED", asked["sealed"].as_str().expect("a text")), ("CREDENTIAL", &credential)])
}

#[apply(each_engine)]
#[tokio::test(flavor = "multi_thread")]
async fn a_key_signs_in_once_for_each_time_it_signs_and_a_copy_does_not(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Lead, "anna").await;
    let later = TestPortal::storing(&engine.store, LATER);
    let mut device = with_key(&anna.at(&later), LATER).await;
    let first = sign(&later, &device).await;
    let come = later.post("/desk/log-ind", first.clone()).await;
    assert_eq!(
        (come.status.as_u16(), come.header("location")),
        (303, "/desk?gjort=SIGNED_IN"),
        "{}",
        engine.name
    );
    assert_eq!(later.post("/desk/log-ind", first).await.status, 422, "an answer holds once");

    // A copy of the key knows the counter of before.
    let copied = later.post("/desk/log-ind", sign(&later, &device).await).await;
    assert!(copied.status == 422 && copied.says("kendes ikke her"), "{}", copied.text());
    assert!(anna.at(&later).get("/desk/log").await.says("den kan være kopieret"));

    // Of many that count alike one comes in.
    device.counter += 1;
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(sign(&later, &device).await);
    }
    let tries: Vec<_> = answers
        .into_iter()
        .map(|fields| {
            let portal = later.clone();
            tokio::spawn(async move { portal.post("/desk/log-ind", fields).await.status == 303 })
        })
        .collect();
    let mut inside = 0;
    for one in tries {
        inside += u8::from(one.await.expect("no panic"));
    }
    assert_eq!(inside, 1, "{}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_not_signed_as_it_was_asked_for_signs_nobody_in(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let bent = signed_in(&portal, "vejle", Role::Counsellor, "bent").await;
    let later = TestPortal::storing(&engine.store, LATER);
    let device = with_key(&anna.at(&later), LATER).await;
    let other = with_key(&bent.at(&later), LATER).await;
    for (why, device) in [
        ("nobody was asked for a finger or a face", Device { is_verified: false, ..device.clone() }),
        ("another site", Device { origin: "https://ond.example".to_owned(), ..device.clone() }),
        ("a colleague's name", Device { owner: other.owner.clone(), ..device.clone() }),
        ("a colleague's key", Device { secret: other.secret, ..device.clone() }),
    ] {
        let refused = later.post("/desk/log-ind", sign(&later, &device).await).await;
        assert!(refused.status == 422 && refused.says("kendes ikke her"), "{why}: {}", refused.text());
    }
    let too_late = TestPortal::storing(&engine.store, FIVE_LATER);
    let refused = too_late.post("/desk/log-ind", sign(&later, &device).await).await;
    assert!(refused.status == 422 && refused.says("kom for sent"), "{}", refused.text());
    assert_eq!(
        later.post("/desk/log-ind", sign(&later, &device).await).await.status,
        303,
        "and so it is right"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn who_is_shut_out_or_invited_anew_has_no_key_and_gets_none(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let lead = signed_in(&portal, "vejle", Role::Lead, "leder").await;
    let later = TestPortal::storing(&engine.store, LATER);
    for act in ["SHUT_OUT", "RENEW"] {
        let anna = signed_in(&portal, "vejle", Role::Counsellor, &act.to_lowercase()).await;
        let device = with_key(&anna.at(&later), LATER).await;
        let staff = engine.store.staff("vejle").await.expect("staff");
        let member = staff.into_iter().find(|one| one.name == act.to_lowercase()).expect("added");
        // A second one is being made.
        let after = TestPortal::storing(&engine.store, "2026-11-23T10:02:00+01:00");
        let page = start(&anna.at(&after), "2026-11-23T10:02:00+01:00").await;
        let (_, credential) = Device::make(page.attribute("data-options").expect("what is asked for"));
        lead.at(&after).post("/desk/ansatte", &format!("ID={}&ACT={act}", member.id)).await;
        let refused = after.post("/desk/log-ind", sign(&after, &device).await).await;
        assert!(refused.status == 422 && refused.says("kendes ikke her"), "{act}: {}", refused.text());
        // As if the form had been on its way while the session ended.
        let sealed = page.field("SEALED").expect("a field");
        let answer = PasskeyAnswer { credential: &credential, sealed: &sealed };
        let kept = after.services().passkeys.add(&member, &answer).await;
        assert!(matches!(kept, Err(PasskeyError::Over)), "{act} on {}", engine.name);
    }
}
