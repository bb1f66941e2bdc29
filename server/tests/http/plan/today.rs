//! What the phone does in a plan without loading a page: the same as by the forms, and for its citizen alone. On both engines.

use super::{Citizen, Opened, enter_first, opened, write_goal};
use crate::{
    common::{Answer, MONDAY, TestPortal},
    each_engine::each_engine,
    engines::EngineKind,
};
use app::tasks::plan::today::{ActInPlan, Today, TodayAct, TodayAnswer, TodayRequest};
use axum::{body::Body, http::Request};
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::Lang;
use rstest_reuse::apply;

/// What the first page tells the phone.
async fn read_today(citizen: &Citizen<'_>) -> Today {
    let page = citizen.get("/min-plan").await;
    let packed =
        page.body.split("data-today=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an island");
    postcard::from_bytes(&BASE64_STANDARD.decode(packed).expect("base64")).expect("a state")
}

async fn call(portal: &TestPortal, cookie: &str, (owner, act): (&str, TodayAct)) -> Answer {
    let request = TodayRequest { lang: Lang::Da, owner: owner.to_owned(), is_again: false, act };
    let sent = postcard::to_allocvec(&ActInPlan { request }).expect("arguments");
    let request =
        Request::post("/api/plan").header("content-type", "application/x-postcard").header("cookie", cookie);
    portal.send(request.body(Body::from(sent)).expect("a request")).await
}

async fn act(citizen: &Citizen<'_>, act: TodayAct) -> TodayAnswer {
    let owner = read_today(citizen).await.owner;
    let answer = call(citizen.portal, &citizen.cookie, (&owner, act)).await;
    assert_eq!(answer.status, 200);
    postcard::from_bytes(&answer.bytes).expect("an answer")
}

fn answer(over: u32, text: &str) -> TodayAct {
    TodayAct::Answer { field: "GOAL:2:M".to_owned(), text: text.to_owned(), over }
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_done_on_the_phone_stands_in_the_plan_and_tells_what_comes_next(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let goal = write_goal(&citizen, "Sove").await;
    citizen.post(&goal, "ACT=STEP&TEXT=Ingen+kaffe").await;

    let ticked = act(&citizen, TodayAct::Tick { step: 3, done: true }).await;
    assert!(ticked.refused.is_none() && ticked.today.steps[0].is_done);
    assert!(anna.get(&format!("{desk}/maal/2")).await.says("Gjort 23. november 2026"));
    let back = act(&citizen, TodayAct::Tick { step: 3, done: false }).await;
    assert!(!back.today.steps[0].is_done);

    let question = back.today.question.expect("a question");
    assert_eq!((question.field.as_str(), question.over), ("GOAL:2:M", 0));
    let answered = act(&citizen, answer(0, "Jeg er udhvilet")).await;
    assert_eq!(answered.today.question.expect("the next").field, "GOAL:2:A");
    assert!(citizen.get(&goal).await.says("Jeg er udhvilet"));

    let words = "To nætter\u{202e} i træk".to_owned();
    let checked =
        act(&citizen, TodayAct::CheckIn { answers: vec![None, None, Some(3), Some(4)], words }).await;
    assert_eq!(checked.today.checked.as_deref(), Some("Sidst 23. november 2026."));
    assert!(
        anna.get(&format!("{desk}/trivsel")).await.says("To nætter i træk"),
        "what turns a text round is left out"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn what_cannot_be_done_is_told_with_the_plan_as_it_stands(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "horsens").await;
    write_goal(&citizen, "Sove").await;
    anna.post(&format!("{desk}/maal/2"), "ACT=WRITE&FIELD=GOAL:2:M&OVER=0&TEXT=Anna+skrev").await;
    let late = act(&citizen, answer(0, "Jeg skrev")).await;
    assert!(late.refused.as_deref().is_some_and(|why| why.contains("anna")), "{:?}", late.refused);
    assert!(!citizen.get("/min-plan/maal/2").await.says("Jeg skrev"), "nothing is overwritten");
    let (said, over) = late.theirs.expect("what stands there");
    assert_eq!(said, "Anna skrev");
    assert!(act(&citizen, answer(over, "Jeg skrev")).await.refused.is_none(), "read, it can be written over");
    let unknown = act(&citizen, TodayAct::Tick { step: 99, done: true }).await;
    assert!(unknown.refused.is_some());
    let long = act(&citizen, TodayAct::CheckIn { answers: vec![None; 4], words: "x".repeat(4001) }).await;
    assert!(long.refused.as_deref().is_some_and(|why| why.contains("4000")), "{:?}", long.refused);
    let owner = read_today(&citizen).await.owner;
    for rubbish in ["", "GOAL", "PART:FOLLOW_UP:X", "\u{0}"] {
        let act = TodayAct::Answer { field: rubbish.to_owned(), text: "x".to_owned(), over: 0 };
        assert_eq!(call(&portal, &citizen.cookie, (&owner, act)).await.status, 422, "{rubbish:?}");
    }
    // What is the other side's to write cannot be reached by another door.
    let theirs = TodayAct::Answer { field: "REVIEW:1:STAFF:WELL".to_owned(), text: "x".to_owned(), over: 0 };
    assert!(act(&citizen, theirs).await.refused.is_some());
}

#[apply(each_engine)]
#[tokio::test]
async fn nobody_but_the_citizen_does_anything_there(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "vejle").await;
    write_goal(&citizen, "Sove").await;
    let page = citizen.post("/min-plan/samtykker", "ACT=INSIGHT&WHOM=Min+mor&SEE_GOALS=YES").await;
    let (consent, form) = (page.field("CONSENT").expect("its number"), page.field("FORM").expect("a key"));
    let given = citizen.post("/min-plan/del", &format!("CONSENT={consent}&FORM={form}")).await;
    let mother = enter_first(&portal, &given.code()).await;
    let owner = read_today(&citizen).await.owner;
    let stolen = format!("{}x", citizen.cookie);
    for cookie in ["", mother.cookie.as_str(), stolen.as_str()] {
        let answer = call(&portal, cookie, (&owner, answer(0, "Noget andet"))).await;
        assert_eq!(answer.status, 401, "{cookie}");
    }
    assert!(!citizen.get("/min-plan/maal/2").await.says("Noget andet"));
    let later = TestPortal::storing(&engine.store, "2026-11-23T10:16:00+01:00");
    assert_eq!(
        call(&later, &citizen.cookie, (&owner, answer(0, "For sent"))).await.status,
        401,
        "a session that has ended"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn what_was_done_on_one_persons_page_is_never_written_in_anothers_plan(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, anna, .. } = opened(&portal, "randers").await;
    let (code, _) = super::open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let other = enter_first(&portal, &code).await;
    let page = read_today(&citizen).await;
    // The same phone: the first one's page is still open, and another is signed in by now.
    let words = TodayAct::CheckIn { answers: vec![None; 4], words: "Den enes ord".to_owned() };
    assert_eq!(call(&portal, &other.cookie, (&page.owner, words.clone())).await.status, 401);
    assert!(!other.get("/min-plan/trivsel").await.says("Den enes ord"));
    assert_eq!(call(&portal, &citizen.cookie, (&page.owner, words)).await.status, 200);
    assert!(citizen.get("/min-plan/trivsel").await.says("Den enes ord"));
}
