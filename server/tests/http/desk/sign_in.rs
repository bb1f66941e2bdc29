//! Who comes in at the desk, and to which pages.

use super::{Browser, PASSWORD, seconds, signed_in};
use crate::{
    booking::desk,
    common::{MONDAY, TestPortal},
    each_engine::each_engine,
    engines::{EngineKind, sqlite},
};
use axum::{body::Body, http::Method};
use domain::Role;
use rstest_reuse::apply;
use std::sync::Arc;

/// The routes of the desk: for a counsellor, a lead, an administrator.
const ALL_ROLES: [Role; 6] =
    [Role::Counsellor, Role::Lead, Role::Admin, Role::Manager, Role::Authority, Role::ComplaintReader];

const ROLES: [(&str, &str, [bool; 6]); 71] = [
    ("GET", "/desk", [true, true, true, true, true, true]),
    ("GET", "/desk/dag/2026-11-24", [true, true, false, false, false, false]),
    ("GET", "/desk/dag?dag=2026-11-24", [true, true, false, false, false, false]),
    ("GET", "/desk/uge/2026-11-24", [true, true, false, false, false, false]),
    ("GET", "/desk/aftale/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    ("POST", "/desk/aftale/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    ("POST", "/desk/session", [true, true, true, true, true, true]),
    ("GET", "/desk/opkald", [true, true, false, false, false, false]),
    ("POST", "/desk/opkald", [true, true, false, false, false, false]),
    ("GET", "/desk/sager", [true, true, false, true, true, false]),
    ("GET", "/desk/sager/00112233445566778899aabbccddeeff", [true, true, false, true, true, false]),
    ("POST", "/desk/sager/00112233445566778899aabbccddeeff", [true, true, false, true, true, false]),
    ("POST", "/desk/sager", [true, true, false, true, true, false]),
    ("GET", "/desk/sager/00112233445566778899aabbccddeeff/ny-kode", [true, true, false, false, false, false]),
    (
        "POST",
        "/desk/sager/00112233445566778899aabbccddeeff/ny-kode",
        [true, true, false, false, false, false],
    ),
    ("GET", "/desk/planer", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/ny", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/ny", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/overdrag", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/overdrag", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/ny-kode",
        [true, true, false, false, false, false],
    ),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/ny-kode",
        [true, true, false, false, false, false],
    ),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/maal", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/00112233445566778899aabbccddeeff/maal", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/maal/2", [true, true, false, false, false, false]),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/maal/2",
        [true, true, false, false, false, false],
    ),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/udskrift",
        [true, true, false, false, false, false],
    ),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/fil", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/hele", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/00112233445566778899aabbccddeeff/hele", [true, true, false, false, false, false]),
    ("GET", "/desk/planer?vis=alle", [true, true, false, false, false, false]),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/noter", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/00112233445566778899aabbccddeeff/noter", [true, true, false, false, false, false]),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/opfoelgning",
        [true, true, false, false, false, false],
    ),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/opfoelgning",
        [true, true, false, false, false, false],
    ),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/trivsel",
        [true, true, false, false, false, false],
    ),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/trivsel",
        [true, true, false, false, false, false],
    ),
    ("GET", "/desk/planer/00112233445566778899aabbccddeeff/uge", [true, true, false, false, false, false]),
    ("POST", "/desk/planer/00112233445566778899aabbccddeeff/uge", [true, true, false, false, false, false]),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/svaer-dag",
        [true, true, false, false, false, false],
    ),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/svaer-dag",
        [true, true, false, false, false, false],
    ),
    (
        "GET",
        "/desk/planer/00112233445566778899aabbccddeeff/samtykker",
        [true, true, false, false, false, false],
    ),
    (
        "POST",
        "/desk/planer/00112233445566778899aabbccddeeff/samtykker",
        [true, true, false, false, false, false],
    ),
    ("GET", "/desk/fravaer", [true, true, true, false, false, false]),
    ("POST", "/desk/fravaer", [true, true, true, false, false, false]),
    ("GET", "/desk/sager/ny", [true, true, false, false, false, false]),
    ("POST", "/desk/sager/ny", [true, true, false, false, false, false]),
    ("GET", "/desk/aftal", [true, true, false, false, false, false]),
    ("POST", "/desk/aftal", [true, true, false, false, false, false]),
    ("GET", "/desk/samtale/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    ("POST", "/desk/samtale/00112233445566778899aabbccddeeff", [true, true, false, false, false, false]),
    ("GET", "/desk/tider", [true, true, false, false, false, false]),
    ("POST", "/desk/tider", [true, true, false, false, false, false]),
    ("GET", "/desk/tider/00112233445566778899aabbccddeeff", [false, true, false, false, false, false]),
    ("POST", "/desk/tider/00112233445566778899aabbccddeeff", [false, true, false, false, false, false]),
    ("GET", "/desk/adgang", [true, true, true, true, true, true]),
    ("POST", "/desk/adgang", [true, true, true, true, true, true]),
    ("GET", "/desk/indstillinger", [false, true, true, false, false, false]),
    ("POST", "/desk/indstillinger", [false, true, true, false, false, false]),
    ("GET", "/desk/ansatte", [false, true, true, false, false, false]),
    ("GET", "/desk/klager", [false, true, false, true, true, true]),
    ("GET", "/desk/klager/00112233445566778899aabbccddeeff", [false, true, false, true, true, true]),
    ("POST", "/desk/klager/00112233445566778899aabbccddeeff", [false, true, false, true, true, true]),
    ("GET", "/desk/klager/00112233445566778899aabbccddeeff/fil", [false, true, false, true, true, true]),
    ("GET", "/desk/klager/00112233445566778899aabbccddeeff/pakke", [false, true, false, true, true, true]),
    ("GET", "/desk/tal", [false, true, false, true, false, false]),
    ("GET", "/desk/tal/fil", [false, true, false, true, false, false]),
    ("GET", "/desk/log", [false, true, true, false, false, false]),
    ("POST", "/desk/log-ud", [true, true, true, true, true, true]),
];

#[tokio::test]
async fn each_role_comes_to_its_own_pages_and_nobody_unsigned_to_any() {
    let engine = sqlite().await;
    desk(&engine, "vejle").await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (place, role) in ALL_ROLES.into_iter().enumerate() {
        let browser = signed_in(&portal, "vejle", role, role.code()).await;
        for language in ["", "/en"] {
            // Signing out comes last.
            for (method, path, may) in
                ROLES.iter().filter(|(_, path, _)| language.is_empty() || !path.ends_with("ud"))
            {
                let method: Method = method.parse().expect("a method");
                let path = format!("{language}{path}");
                let stranger = portal.ask(method.clone(), &path, Body::empty()).await;
                let is_led = stranger.status == 303
                    && stranger.header("location").starts_with(&format!("{language}/desk/log-ind"));
                assert!(is_led || stranger.status == 401, "{method} {path}: nobody is signed in");
                if language.is_empty() && path.ends_with("ud") {
                    continue;
                }
                let answer = browser.ask(method.clone(), &path, "").await;
                assert_eq!(answer.status != 403, may[place], "{role:?} {method} {path}: {}", answer.status);
                assert!(answer.status.as_u16() < 500, "{method} {path}");
            }
        }
        let out = browser.ask(Method::POST, "/desk/log-ud", "").await;
        assert!(out.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(out.header("clear-site-data"), "", "only our own cookie");
        assert_eq!(
            browser.get("/desk").await.header("location"),
            "/desk/log-ind",
            "the session is over on the server"
        );
    }
}

/// Anna, who is to lead in Vejle: her invitation.
async fn invited(portal: &TestPortal) -> String {
    let added = portal.services().sign_in.add("vejle", "Anna", "anna", Role::Lead).await;
    added.expect("added").expect("free")
}

#[apply(each_engine)]
#[tokio::test]
async fn nobody_signs_in_without_all_three_and_digits_hold_once(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let invitation = invited(&portal).await;
    let welcome = |fields: String| portal.post("/desk/velkommen", fields);
    let first = format!("LOGIN=anna&INVITATION={invitation}");
    for (fields, says) in [
        (format!("{first}&PASSWORD=kort&AGAIN=kort"), "mindst 12 tegn"),
        (format!("{first}&PASSWORD={PASSWORD}&AGAIN=noget+helt+andet"), "er ikke ens"),
        (
            format!("LOGIN=anna&INVITATION=x&PASSWORD={PASSWORD}&AGAIN={PASSWORD}"),
            "passer ikke til brugernavnet",
        ),
        (
            format!("LOGIN=bent&INVITATION={invitation}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}"),
            "passer ikke til brugernavnet",
        ),
    ] {
        let page = welcome(fields.clone()).await;
        assert!(page.status == 422 && page.says(says), "{}: {fields}: {}", engine.name, page.text());
        assert!(!page.body.contains(PASSWORD), "a password is never shown again");
    }
    welcome(format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    let authenticator = portal.services().sign_in.setting_up("anna", &invitation).await.expect("set up");
    let sign_in = |at: &TestPortal, password: &str, digits: &str| {
        let fields = format!("LOGIN=anna&PASSWORD={password}&DIGITS={digits}");
        let portal = TestPortal::clone(at);
        async move { portal.post("/desk/log-ind", fields).await }
    };
    let now = authenticator.digits(seconds(MONDAY));
    assert_eq!(sign_in(&portal, PASSWORD, &now).await.status, 422, "not before the invitation is used");
    assert!(welcome(format!("{first}&DIGITS=000000")).await.says("virker kun én gang"));
    assert_eq!(welcome(format!("{first}&DIGITS={now}")).await.status, 303);
    assert_eq!(welcome(format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await.status, 422, "used");
    assert_eq!(
        sign_in(&portal, PASSWORD, &now).await.status,
        422,
        "{}: the digits have been used",
        engine.name
    );
    let later = "2026-11-23T10:05:00+01:00";
    let next = authenticator.digits(seconds(later));
    let later = TestPortal::storing(&engine.store, later);
    for (password, digits) in
        [("forkert-adgangskode", next.as_str()), (PASSWORD, "123"), (PASSWORD, now.as_str())]
    {
        let page = sign_in(&later, password, digits).await;
        assert!(page.status == 422 && page.body.contains("value=\"anna\""), "the name stays");
    }
    assert_eq!(sign_in(&later, PASSWORD, &next).await.status, 303);
}

#[tokio::test]
async fn many_failures_tell_nothing_and_lock_nobody_out() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let invitation = invited(&portal).await;
    let first = format!("LOGIN=anna&INVITATION={invitation}");
    portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    let authenticator = portal.services().sign_in.setting_up("anna", &invitation).await.expect("set up");
    portal.post("/desk/velkommen", format!("{first}&DIGITS={}", authenticator.digits(seconds(MONDAY)))).await;
    let wrong = async |login: &str| {
        portal.post("/desk/log-ind", format!("LOGIN={login}&PASSWORD=forkert&DIGITS=000000")).await
    };
    for _ in 0..12 {
        let (known, unknown) = (wrong("anna").await, wrong("nobody").await);
        assert_eq!(
            known.body.replace("anna", "nobody"),
            unknown.body,
            "the same page for a name that is and one that is not"
        );
    }
    let later = "2026-11-23T10:05:00+01:00";
    let digits = authenticator.digits(seconds(later));
    let later = TestPortal::storing(&engine.store, later);
    let answer = later.post("/desk/log-ind", format!("LOGIN=anna&PASSWORD={PASSWORD}&DIGITS={digits}")).await;
    assert_eq!(answer.status, 303, "who knows all three comes in");
    let cookie = answer.header("set-cookie").split(';').next().expect("a pair").to_owned();
    let browser = Browser { portal: &later, cookie, authenticator: Arc::new(authenticator) };
    assert_eq!(browser.get("/desk/opkald").await.status, 200);
    browser.get("/ud").await;
    assert_eq!(browser.get("/desk/opkald").await.status, 303, "leaving the site ends the session");
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_sent_after_a_session_has_ended_is_kept_through_signing_in(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Lead, "anna").await;
    let read = TestPortal::storing(&engine.store, "2026-11-23T10:16:00+01:00");
    let led = anna.at(&read).get("/desk/tider").await;
    assert_eq!(led.header("location"), "/desk/log-ind?til=%2Fdesk%2Ftider", "{}", engine.name);
    let asked = read.get("/desk/log-ind?til=%2Fdesk%2Ftider").await;
    assert_eq!(asked.field("TO").as_deref(), Some("/desk/tider"), "back to where one was");
    let outside = read.get("/desk/log-ind?til=%2F%2Fond.example%2F").await;
    assert_eq!(outside.field("TO"), None, "and nowhere else");
    let kept = anna.at(&read).ask(Method::POST, "/desk/tider", "DO=WEEK&WEEKDAY-0=9-12+%26+13").await;
    assert!(kept.status == 401 && kept.says("er her endnu"), "{}: {}", engine.name, kept.text());
    let field = |name| {
        let value = kept.field(name).expect("a field").replace("&quot;", "\"").replace("&amp;", "&");
        form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()
    };
    let (to, fields, owner) = (field("TO"), field("KEPT"), field("OWNER"));
    let digits = anna.digits("2026-11-23T10:17:00+01:00");
    let later = TestPortal::storing(&engine.store, "2026-11-23T10:17:00+01:00");
    let proof = |password: &str| {
        format!("LOGIN=anna&PASSWORD={password}&DIGITS={digits}&TO={to}&KEPT={fields}&OWNER={owner}")
    };
    let wrong = later.post("/desk/log-ind", proof("ikke+den+rigtige")).await;
    assert!(wrong.status == 422 && wrong.field("KEPT").is_some(), "kept through a slip too");
    let shown = later.post("/desk/log-ind", proof(PASSWORD)).await;
    assert!(shown.status == 200 && shown.says("Send det, du var i gang med"), "{}", shown.text());
    assert!(shown.body.contains("action=\"/desk/tider\""));
    assert!(shown.says("Tider") && shown.says("9-12 &amp; 13"), "where it goes, and what was written");
    assert_eq!(shown.field("WEEKDAY-0").as_deref(), Some("9-12 &amp; 13"), "as it was written");
    assert!(shown.header("set-cookie").contains("__Host-desk="), "signed in");
}

#[apply(each_engine)]
#[tokio::test]
async fn what_somebody_was_sending_is_shown_to_nobody_else_who_signs_in_there(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let bent = signed_in(&portal, "vejle", Role::Lead, "bent").await;
    let later = TestPortal::storing(&engine.store, "2026-11-23T10:17:00+01:00");
    let kept = anna.at(&later).ask(Method::POST, "/desk/tider", "DO=WEEK&WEEKDAY-0=9-12").await;
    let field = |name| kept.field(name).expect("a field").replace("&quot;", "\"");
    let digits = bent.digits("2026-11-23T10:17:00+01:00");
    let fields = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("LOGIN", "bent"), ("PASSWORD", PASSWORD), ("DIGITS", &digits)])
        .extend_pairs(["TO", "KEPT", "OWNER"].map(|name| (name, field(name))))
        .finish();
    let come = later.post("/desk/log-ind", fields).await;
    assert_eq!(come.header("location"), "/desk?gjort=NOT_YOUR_DRAFT", "{}: {}", engine.name, come.text());
}

#[tokio::test]
async fn a_page_that_asks_by_itself_learns_how_long_the_session_goes_on_and_does_not_prolong_it() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let left = async |moment: &str, by_itself: bool| {
        let portal = TestPortal::storing(&engine.store, moment);
        anna.at(&portal).ask_as(Method::POST, "/desk/session", "", by_itself).await.body
    };
    assert_eq!(left("2026-11-23T10:12:00+01:00", true).await, "3");
    assert_eq!(left("2026-11-23T10:13:00+01:00", true).await, "2", "asking prolongs nothing");
    assert_eq!(left("2026-11-23T10:13:00+01:00", false).await, "15", "doing something does");
    assert_eq!(left("2026-11-23T10:27:00+01:00", true).await, "1");
    assert_eq!(left("2026-11-23T10:28:00+01:00", true).await, "", "and then it is over");
}

#[apply(each_engine)]
#[tokio::test]
async fn digits_after_a_right_password_are_slowed_by_name_and_noted(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Lead, "anna").await;
    let at = |moment: &str| TestPortal::storing(&engine.store, moment);
    let sign_in = async |moment: &str, digits: &str| {
        let fields = format!("LOGIN=anna&PASSWORD={PASSWORD}&DIGITS={digits}");
        at(moment).post("/desk/log-ind", fields).await
    };
    let now = "2026-11-23T10:01:00+01:00";
    for _ in 0..5 {
        assert!(sign_in(now, "000000").await.says("passer ikke"), "{}", engine.name);
    }
    let right = anna.digits(now);
    let slowed = sign_in(now, &right).await;
    assert!(slowed.status == 422 && slowed.says("Vent 1 min."), "not looked at: {}", slowed.text());
    let minute = "2026-11-23T10:02:00+01:00";
    sign_in(minute, "000000").await;
    assert!(sign_in(minute, &anna.digits(minute)).await.says("Vent 2 min."), "twice as long");
    let later = "2026-11-23T10:04:00+01:00";
    assert_eq!(sign_in(later, &anna.digits(later)).await.status, 303, "then who knows all three comes in");
    let log = anna.at(&at(later)).get("/desk/log").await;
    assert_eq!(
        log.text().matches("anna Forkerte cifre efter rigtig adgangskode").count(),
        6,
        "{}",
        log.text()
    );
    for _ in 0..10 {
        let fields = "LOGIN=anna&PASSWORD=helt+forkert+igen&DIGITS=000000";
        assert_eq!(at(later).post("/desk/log-ind", fields).await.status, 422);
    }
    assert!(anna.at(&at(later)).get("/desk/log").await.says("anna Forkerte adgangskoder: 10"));
    let after = "2026-11-23T10:05:00+01:00";
    assert_eq!(sign_in(after, &anna.digits(after)).await.status, 303, "who guesses keeps nobody else out");
}

#[tokio::test]
async fn a_browser_that_keeps_no_cookie_is_told_so() {
    let engine = sqlite().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let led = portal.get("/desk?gjort=SIGNED_IN").await;
    let page = portal.get(led.header("location")).await;
    assert!(page.says("Din browser gemmer ikke cookies"), "{}", page.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_session_is_the_same_on_every_server_and_ends_by_itself(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let browser = signed_in(&portal, "vejle", Role::Lead, "anna").await;
    let open = async |moment: &str| {
        let portal = TestPortal::storing_of("vejle", &engine.store, moment);
        browser.at(&portal).get("/desk/opkald").await.status == 200
    };
    assert!(open("2026-11-23T10:14:00+01:00").await, "{}: another server", engine.name);
    assert!(open("2026-11-23T10:28:00+01:00").await, "seen 14 minutes ago");
    assert!(!open("2026-11-23T10:43:00+01:00").await, "idle for 15 minutes");
    for minutes in (30..480).step_by(14) {
        let (hour, minute) = (10 + minutes / 60, minutes % 60);
        assert!(open(&format!("2026-11-23T{hour}:{minute:02}:00+01:00")).await, "{minutes}");
    }
    assert!(!open("2026-11-23T18:00:00+01:00").await, "eight hours are the most");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_name_that_is_unknown_is_as_much_work_for_the_database_as_a_wrong_password(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let beat = async || {
        let mut tx = engine.store.db.read().await.expect("a connection");
        tx.count("SELECT beat AS number FROM heartbeat", &[]).await.expect("a number")
    };
    let before = beat().await;
    let refused = portal.post("/desk/log-ind", "LOGIN=ingen&PASSWORD=forkert+kodeord&DIGITS=000000").await;
    assert_eq!(refused.status, 422, "{}", engine.name);
    assert_ne!(beat().await, before, "{}: something is written", engine.name);
}
