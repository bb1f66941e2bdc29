//! Coming into a plan: wrong digits, sessions that end, are stolen or fixed, and codes that were lost. On both engines.

use super::{Citizen, Opened, PIN, cookie_of, enter, enter_first, open_plan, opened, write_goal};
use crate::{
    common::{MONDAY, TestPortal},
    desk::signed_in,
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::http::Method;
use domain::Role;
use rstest_reuse::apply;

fn later(time: &str) -> String {
    format!("2026-11-23T{time}:00+01:00")
}

#[apply(each_engine)]
#[tokio::test]
async fn digits_are_chosen_with_care_and_nobody_else_chooses_them_again(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let (code, _) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    for (typed, says) in [("CODE=12345", "5"), ("CODE=", "Skriv de 25 cifre")] {
        let wrong = portal.post("/min-plan", typed).await;
        assert!(wrong.status == 422 && wrong.says(says), "{}", wrong.text());
    }
    let other = if code.starts_with('1') { "2" } else { "1" };
    let slip = portal.post("/min-plan", format!("CODE={other}{}", &code[1..])).await;
    assert!(slip.status == 422, "{}", slip.text());
    for (pin, again, says) in [
        ("12345", "12345", "Skriv seks cifre."),
        ("123456", "123456", "Dem gætter man hurtigt"),
        ("493027", "493028", "De to gange er ikke ens"),
    ] {
        let chosen =
            portal.post("/min-plan", format!("CODE={code}&ENTER=CHOOSE&PIN={pin}&AGAIN={again}")).await;
        assert!(chosen.status == 422 && chosen.says(says), "{}", chosen.text());
        assert!(chosen.headers.get("set-cookie").is_none() && !chosen.body.contains("493027"));
    }
    enter_first(&portal, &code).await;
    let again = portal.post("/min-plan", format!("CODE={code}&ENTER=CHOOSE&PIN=802471&AGAIN=802471")).await;
    assert!(again.status == 422 && again.says("allerede i brug med andre cifre"), "{}", again.text());
    let asked = portal.post("/min-plan", format!("CODE={code}")).await;
    assert!(asked.says("Skriv dine seks cifre"), "{}", asked.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn ten_wrong_digits_close_the_code_and_a_right_one_before_begins_anew(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, code, desk, .. } = opened(&portal, "vejle").await;
    for left in (1..10).rev() {
        let wrong = enter(&portal, &code, "000001").await;
        assert_eq!(wrong.status, 422);
        let says = if left == 1 { "én gang til".to_owned() } else { format!("{left} gange til") };
        assert!(wrong.says(&says), "{left}: {}", wrong.text());
    }
    assert_eq!(enter(&portal, &code, PIN).await.status, 303);
    for _ in 0..9 {
        enter(&portal, &code, "000001").await;
    }
    let spent = enter(&portal, &code, "000001").await;
    assert!(spent.status == 422 && spent.says("Planen er der stadig"), "{}", spent.text());
    assert!(enter(&portal, &code, PIN).await.says("Planen er der stadig"), "the right digits come too late");
    assert!(portal.post("/min-plan", format!("CODE={code}")).await.says("Planen er der stadig"));
    assert!(anna.get(&desk).await.says("Koden er lukket"));
}

#[apply(each_engine)]
#[tokio::test]
async fn many_guesses_at_once_are_no_more_than_ten(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { code, .. } = opened(&portal, "vejle").await;
    let guesses = (0..30).map(|number| {
        let (portal, code) = (portal.clone(), code.clone());
        tokio::spawn(async move { enter(&portal, &code, &format!("10000{}", number % 10)).await })
    });
    let guesses: Vec<_> = guesses.collect();
    let mut wrong = 0;
    for guess in guesses {
        let answer = guess.await.expect("an answer");
        wrong += usize::from(answer.says("De seks cifre er forkerte"));
        assert_ne!(answer.status, 303);
    }
    assert_eq!(wrong, 9, "so many were told that they can try again");
    assert!(enter(&portal, &code, PIN).await.says("Planen er der stadig"), "and then it is closed");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_session_ends_after_a_quarter_of_an_hour_of_nothing_and_after_two_hours(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "randers").await;
    let at = |time: &str| TestPortal::storing(&engine.store, &later(time));
    let (before, after) = (at("10:14"), at("10:29"));
    assert!(citizen.at(&before).get("/min-plan").await.says("logget ud kl. 10.29"));
    let ended = citizen.at(&after).get("/min-plan").await;
    assert!(
        ended.says("Du er logget ud") && ended.header("set-cookie").contains("Max-Age=0"),
        "{}",
        ended.text()
    );
    assert_eq!(citizen.at(&after).get("/min-plan/hele").await.header("location"), "/min-plan");

    let Opened { citizen, .. } = opened_again(&portal).await;
    for time in ["10:10", "10:24", "10:38", "10:52", "11:06", "11:20", "11:34", "11:48"] {
        assert!(citizen.at(&at(time)).get("/min-plan").await.says("Din behandlingsplan"), "{time}");
    }
    let last = citizen.at(&at("11:59")).get("/min-plan").await;
    assert!(last.says("Der er gået lang tid") && last.says("kl. 12.00"), "{}", last.text());
    assert!(citizen.at(&at("12:00")).get("/min-plan").await.says("Du er logget ud"));
}

/// Another plan of the same municipality.
async fn opened_again(portal: &TestPortal) -> Opened<'_> {
    let anna = signed_in(portal, "randers", Role::Counsellor, "bo").await;
    let (code, desk) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let citizen = enter_first(portal, &code).await;
    Opened { anna, citizen, code, desk }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_page_that_asks_by_itself_keeps_no_session_alive(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "randers").await;
    let soon = TestPortal::storing(&engine.store, &later("10:10"));
    let ask = |by_itself: bool| {
        let request = axum::http::Request::post("/min-plan/tid").header("cookie", &citizen.cookie);
        let request = if by_itself { request.header("x-by-itself", "1") } else { request };
        soon.send(request.body(axum::body::Body::empty()).expect("a request"))
    };
    assert_eq!(ask(true).await.body, "5");
    assert_eq!(ask(true).await.body, "5");
    assert_eq!(ask(false).await.body, "15", "who stays, stays");
    assert_eq!(portal.post("/min-plan/tid", "").await.body, "0", "nobody is in");
}

#[apply(each_engine)]
#[tokio::test]
async fn a_cookie_from_before_is_not_the_session_and_a_new_one_ends_the_old(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen: first, code, .. } = opened(&portal, "slagelse").await;
    // Somebody has put a cookie of their own on the phone before.
    let fixed = Citizen { portal: &portal, cookie: format!("__Host-plan={}", "A".repeat(43)) };
    let entered = fixed.ask(Method::POST, "/min-plan", &format!("CODE={code}&ENTER=PIN&PIN={PIN}")).await;
    let second = Citizen { portal: &portal, cookie: cookie_of(&entered) };
    assert_ne!(second.cookie, fixed.cookie);
    assert!(fixed.get("/min-plan").await.says("Du er logget ud"));
    assert!(second.get("/min-plan").await.says("Din behandlingsplan"));
    // Whoever had stolen the first is out.
    assert!(first.get("/min-plan").await.says("Du er logget ud"));
    let cookie = entered.header("set-cookie");
    for part in ["__Host-plan=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Max-Age"), "it goes with the browser");
}

#[apply(each_engine)]
#[tokio::test]
async fn leaving_the_site_or_signing_out_ends_the_session(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, code, .. } = opened(&portal, "horsens").await;
    for (method, path) in [(Method::GET, "/ud"), (Method::POST, "/ud"), (Method::POST, "/min-plan/ud")] {
        let entered = enter(&portal, &code, PIN).await;
        let here = Citizen { portal: &portal, cookie: cookie_of(&entered) };
        assert!(here.get("/min-plan").await.says("Din behandlingsplan"));
        let left = here.ask(method.clone(), path, "").await;
        assert!(left.header("set-cookie").contains("__Host-plan=;"), "{method} {path}");
        assert!(here.get("/min-plan").await.says("Du er logget ud"), "{method} {path}: over on the server");
    }
    drop(citizen);
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_sent_after_the_end_is_saved_by_one_press_after_coming_in_again(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, code, .. } = opened(&portal, "horsens").await;
    let late = TestPortal::storing(&engine.store, &later("10:40"));
    let asked = citizen.at(&late).post("/min-plan/maal", "ACT=GOAL&TEXT=Jeg+vil+se+min+søn").await;
    assert!(asked.says("er ikke gemt endnu"), "{}", asked.text());
    let kept = |answer: &crate::common::Answer| {
        let field = |name| answer.field(name).expect("it goes along").replace("&amp;", "&");
        form_urlencoded::Serializer::new(String::new())
            .append_pair("TO", &field("TO"))
            .append_pair("KEPT", &field("KEPT"))
            .append_pair("OWNER", &field("OWNER"))
            .finish()
    };
    let typed = late.post("/min-plan", format!("CODE={code}&{}", kept(&asked))).await;
    assert!(typed.says("Skriv dine seks cifre"), "{}", typed.text());
    let wrong = late.post("/min-plan", format!("CODE={code}&ENTER=PIN&PIN=000001&{}", kept(&typed))).await;
    let entered = late.post("/min-plan", format!("CODE={code}&ENTER=PIN&PIN={PIN}&{}", kept(&wrong))).await;
    assert!(entered.says("Jeg vil se min søn") && entered.says("Gem det nu"), "{}", entered.text());
    let here = Citizen { portal: &late, cookie: cookie_of(&entered) };
    assert!(!here.get("/min-plan").await.says("Jeg vil se min søn"), "nothing is saved without a press");
    let (act, text) = (entered.field("ACT").expect("what for"), entered.field("TEXT").expect("the words"));
    let sent = form_urlencoded::Serializer::new(String::new())
        .append_pair("ACT", &act)
        .append_pair("TEXT", &text)
        .finish();
    let saved = here.post("/min-plan/maal", &sent).await;
    assert!(saved.says("Det er gemt") && saved.says("Jeg vil se min søn"), "{}", saved.text());
    // What leads elsewhere is not kept.
    let foreign = late.post("/min-plan", format!("CODE={code}&TO=//evil.example&KEPT=a%3Db")).await;
    assert!(foreign.field("TO").is_none());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_one_wrote_is_shown_to_nobody_who_comes_in_next(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "randers").await;
    let Opened { code: other, .. } = opened_again(&portal).await;
    let late = TestPortal::storing(&engine.store, &later("10:40"));
    let asked = citizen.at(&late).post("/min-plan/noter", "ACT=NOTE&READERS=ME&TEXT=Kun+til+mig").await;
    let field = |name: &str| asked.field(name).expect("it goes along").replace("&amp;", "&");
    let kept = form_urlencoded::Serializer::new(String::new())
        .append_pair("CODE", &other)
        .append_pair("ENTER", "PIN")
        .append_pair("PIN", PIN)
        .append_pair("TO", &field("TO"))
        .append_pair("KEPT", &field("KEPT"))
        .append_pair("OWNER", &field("OWNER"))
        .finish();
    let entered = late.post("/min-plan", kept).await;
    assert_eq!(entered.header("location"), "/min-plan", "{}", entered.text());
    assert!(!entered.says("Kun til mig"));
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_sent_when_the_plan_was_opened_elsewhere_is_shown_and_said_to_be_unsaved(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, code, .. } = opened(&portal, "randers").await;
    enter(&portal, &code, PIN).await;
    let late = citizen.post("/min-plan/maal", "ACT=GOAL&TEXT=Jeg+vil+se+min+søn").await;
    assert!(late.says("Det blev ikke gemt") && late.says("Jeg vil se min søn"), "{}", late.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn signing_out_says_so_and_a_return_code_finds_the_way_to_the_plan(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "randers").await;
    let out = citizen.post("/min-plan/ud", "").await;
    assert!(out.says("Du kan lukke siden nu"), "{}", out.text());
    for page in ["/", "/randers", "/kode"] {
        assert!(portal.get(page).await.body.contains("href=\"/min-plan\""), "{page}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_lost_code_is_replaced_and_the_old_one_ends_at_once(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, code, desk } = opened(&portal, "skanderborg").await;
    write_goal(&citizen, "Sove+bedre").await;
    let page = anna.get(&format!("{desk}/ny-kode")).await;
    assert!(page.says("private noter går tabt"), "{}", page.text());
    let fields = |page: &crate::common::Answer| {
        format!(
            "FORM={}&BEFORE={}",
            page.field("FORM").expect("a key"),
            page.field("BEFORE").expect("the old one")
        )
    };
    let (first, second) = (fields(&page), fields(&anna.get(&format!("{desk}/ny-kode")).await));
    let given = anna.post(&format!("{desk}/ny-kode"), &first).await;
    let new = given.code();
    assert_ne!(new, code);
    assert_eq!(anna.post(&format!("{desk}/ny-kode"), &first).await.code(), new, "sent twice it is one code");
    assert!(citizen.get("/min-plan").await.says("Du er logget ud"), "whoever was in is out");
    assert!(enter(&portal, &code, PIN).await.says("Ingen plan har den kode"));
    // A colleague whose page is older does not replace it again unseen.
    let late = anna.post(&format!("{desk}/ny-kode"), &second).await;
    assert!(late.status == 422 && late.says("En kollega har givet en ny kode"), "{}", late.text());
    let again = enter_first(&portal, &new).await;
    assert!(again.get("/min-plan").await.says("Sove bedre"), "the plan is the same");
}
