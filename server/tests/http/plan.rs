//! A plan that a citizen and the centre write together: opened, come into, written, read. On both engines.

mod caseload;
mod consent;
mod insight;
mod limits;
mod matrix;
mod notes;
mod review;
mod session;
mod today;
mod week;
mod wellbeing;

use crate::{
    common::{Answer, MONDAY, TestPortal},
    desk::{Browser, signed_in},
    each_engine::each_engine,
    engines::EngineKind,
};
use axum::{
    body::Body,
    http::{Method, Request},
};
use domain::Role;
use rstest_reuse::apply;

pub const PIN: &str = "493027";

/// Somebody on their phone, with the cookie that it holds.
pub struct Citizen<'a> {
    pub portal: &'a TestPortal,
    pub cookie: String,
}

impl Citizen<'_> {
    pub async fn ask(&self, method: Method, path: &str, body: &str) -> Answer {
        let request = Request::builder().method(method).uri(path).header("cookie", &self.cookie);
        let typed = request.header("content-type", "application/x-www-form-urlencoded");
        self.portal.send(typed.body(Body::from(body.to_owned())).expect("a request")).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, "").await
    }

    /// Sends a form, and goes where the answer leads.
    pub async fn post(&self, path: &str, fields: &str) -> Answer {
        let answer = self.ask(Method::POST, path, fields).await;
        if answer.status == 303 { self.get(answer.header("location")).await } else { answer }
    }

    /// The same phone, later.
    pub fn at<'b>(&self, portal: &'b TestPortal) -> Citizen<'b> {
        Citizen { portal, cookie: self.cookie.clone() }
    }
}

/// The cookie that an answer gives.
pub fn cookie_of(answer: &Answer) -> String {
    answer.header("set-cookie").split(';').next().expect("a pair").to_owned()
}

/// Opens a plan at the desk; the code that is read aloud, and the plan's address there.
pub async fn open_plan(anna: &Browser<'_>, fields: &str) -> (String, String) {
    let form = anna.get("/desk/planer/ny").await.field("FORM").expect("a key");
    let opened = anna.post("/desk/planer/ny", &format!("FORM={form}&{fields}")).await;
    assert!(opened.status == 200 && opened.says("Planen er åbnet"), "{}", opened.text());
    (opened.code(), format!("/desk/planer/{}", opened.linked("/desk/planer").expect("a plan")))
}

/// Comes in for the first time, through the pages.
pub async fn enter_first<'a>(portal: &'a TestPortal, code: &str) -> Citizen<'a> {
    let asked = portal.post("/min-plan", format!("CODE={code}")).await;
    assert!(asked.says("Vælg seks cifre"), "{}", asked.text());
    let entered = portal.post("/min-plan", format!("CODE={code}&ENTER=CHOOSE&PIN={PIN}&AGAIN={PIN}")).await;
    assert_eq!(
        (entered.status.as_u16(), entered.header("location")),
        (303, "/min-plan"),
        "{}",
        entered.text()
    );
    Citizen { portal, cookie: cookie_of(&entered) }
}

pub async fn enter(portal: &TestPortal, code: &str, pin: &str) -> Answer {
    portal.post("/min-plan", format!("CODE={code}&ENTER=PIN&PIN={pin}")).await
}

/// A plan about drugs in a municipality, with Anna at its desk and somebody who has come in.
pub struct Opened<'a> {
    pub anna: Browser<'a>,
    pub citizen: Citizen<'a>,
    pub code: String,
    /// Its address at the desk.
    pub desk: String,
}

pub async fn opened<'a>(portal: &'a TestPortal, municipality: &str) -> Opened<'a> {
    let anna = signed_in(portal, municipality, Role::Counsellor, "anna").await;
    let (code, desk) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
    let citizen = enter_first(portal, &code).await;
    Opened { anna, citizen, code, desk }
}

/// Writes a goal; its address below the plan's.
pub async fn write_goal(citizen: &Citizen<'_>, words: &str) -> String {
    let answer = citizen.ask(Method::POST, "/min-plan/maal", &format!("ACT=GOAL&TEXT={words}")).await;
    let path = answer.header("location").split('?').next().expect("a path").to_owned();
    assert!(path.starts_with("/min-plan/maal/"), "{}", answer.text());
    path
}

#[apply(each_engine)]
#[tokio::test]
async fn a_counsellor_opens_a_plan_and_its_citizen_comes_in_without_a_name(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    let wrong = anna.post("/desk/planer/ny", &format!("FORM={}&ABOUT=TEA", "0".repeat(32))).await;
    assert!(wrong.status == 422 && wrong.says("Vælg alkohol eller stoffer"), "{}", wrong.text());

    let (code, desk) = open_plan(&anna, "ABOUT=ALCOHOL&OFFER=GENERAL").await;
    let page = anna.get(&desk).await;
    assert!(page.says("Koden er ikke brugt endnu") && page.says("Ikke lavet endnu"), "{}", page.text());

    let citizen = enter_first(&portal, &code).await;
    let plan = citizen.get("/min-plan").await;
    assert!(plan.says("Din behandlingsplan") && plan.says("anna har ansvar for planen"), "{}", plan.text());
    assert!(plan.says("Du bliver logget ud kl. 10.15"), "{}", plan.text());
    assert!(anna.get(&desk).await.says("Borgeren har været inde"));
    let log = anna.get("/desk/planer").await;
    assert!(log.says("Alkohol · Åbnet 23. november 2026"), "{}", log.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_form_sent_twice_opens_one_plan_and_shows_its_code_until_it_is_used(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "vejle", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/planer/ny").await.field("FORM").expect("a key");
    let fields = format!("FORM={form}&ABOUT=ALCOHOL&OFFER=GENERAL");
    let code = anna.post("/desk/planer/ny", &fields).await.code();
    assert_eq!(anna.post("/desk/planer/ny", &fields).await.code(), code);
    enter_first(&portal, &code).await;
    let late = anna.post("/desk/planer/ny", &fields).await;
    assert!(late.status == 422 && late.says("koden er i brug"), "{}", late.text());
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    assert!(!late.body.replace(' ', "").contains(&digits), "who goes back does not see it again");
    assert_eq!(
        anna.get("/desk/planer").await.body.matches("href=\"/desk/planer/").count(),
        3,
        "one plan, and the ways to a new one and to hand over"
    );
}

#[apply(each_engine)]
#[tokio::test]
async fn a_goal_is_written_asked_about_and_walked_step_by_step(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "horsens").await;
    let goal = write_goal(&citizen, "Jeg+vil+sove+om+natten").await;
    let page = citizen.get(&goal).await;
    for words in
        ["Jeg vil sove om natten", "Ikke begyndt", "Det næste spørgsmål", "M : Målbart", "Hvordan kan du se"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let number = goal.rsplit('/').next().expect("a number");
    let answer = format!("ACT=WRITE&FIELD=GOAL:{number}:M&OVER=0&TEXT=Fem+timer+i+træk");
    let page = citizen.post(&goal, &answer).await;
    assert!(page.says("Det er gemt") && page.says("A : Attraktivt"), "{}", page.text());
    assert!(page.says("Skrevet af dig 23. november 2026"), "{}", page.text());

    let page = citizen.post(&goal, "ACT=STEP&TEXT=Ingen+kaffe+efter+klokken+15").await;
    assert!(page.says("0 af 1 skridt er gjort"), "{}", page.text());
    let step = page.field("STEP").expect("a step");
    let plan = citizen.get("/min-plan").await;
    assert!(plan.says("Dit næste skridt Ingen kaffe efter klokken 15"), "{}", plan.text());
    let plan = citizen.post("/min-plan", &format!("ACT=TICK&STEP={step}")).await;
    assert!(plan.says("Alle skridt er gjort"), "{}", plan.text());
    let page = citizen.post(&goal, "ACT=STATE&STATE=REACHED").await;
    assert!(page.says("Nået") && page.says("1 af 1 skridt er gjort"), "{}", page.text());

    // The counsellor reads the same, and it is noted each time that they look.
    let at_desk = anna.get(&desk).await;
    assert!(at_desk.says("Jeg vil sove om natten Nået"), "{}", at_desk.text());
    let at_desk = anna.get(&format!("{desk}/maal/{number}")).await;
    assert!(at_desk.says("Skrevet af borgeren 23. november 2026"), "{}", at_desk.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn where_both_write_at_once_the_later_reads_the_other_and_loses_nothing(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let field = "ACT=WRITE&FIELD=PART:HOUSING";
    let whole = format!("{desk}/hele");
    let theirs = anna.post(&whole, &format!("{field}&OVER=0&TEXT=Søger+ungdomsbolig")).await;
    assert!(theirs.says("Skrevet af anna"), "{}", theirs.text());

    let late = citizen.post("/min-plan/hele", &format!("{field}&OVER=0&TEXT=Jeg+bor+hos+min+søster")).await;
    assert_eq!(late.status, 422);
    assert!(
        late.says("Her har anna skrevet 23. november 2026") && late.says("Søger ungdomsbolig"),
        "{}",
        late.text()
    );
    assert!(late.body.contains("\nJeg bor hos min søster</textarea>"), "what was typed still stands");
    let over = late.field("OVER").expect("the version that stands");
    let saved =
        citizen.post("/min-plan/hele", &format!("{field}&OVER={over}&TEXT=Jeg+bor+hos+min+søster")).await;
    assert!(
        saved.says("Det er gemt") && saved.says("Hvad der har stået her før Søger ungdomsbolig"),
        "{}",
        saved.text()
    );

    // The centre writes over it: the citizen's own words stay beside.
    let edit = anna.get(&format!("{whole}?ret=PART:HOUSING")).await;
    let over = edit.field("OVER").expect("the version that stands");
    let page = anna.post(&whole, &format!("{field}&OVER={over}&TEXT=Bolig+fra+1.+marts")).await;
    assert!(page.says("Borgerens egne ord Jeg bor hos min søster"), "{}", page.text());
    assert!(citizen.get("/min-plan/hele").await.says("Dine egne ord Jeg bor hos min søster"));
}

#[apply(each_engine)]
#[tokio::test]
async fn rubbish_is_told_and_what_was_typed_stays(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { citizen, .. } = opened(&portal, "randers").await;
    let empty = citizen.post("/min-plan/maal", "ACT=GOAL&TEXT=+").await;
    assert!(empty.status == 422 && empty.says("Skriv noget først."), "{}", empty.text());
    let long = "x".repeat(4001);
    let long_goal = citizen.post("/min-plan/maal", &format!("ACT=GOAL&TEXT={long}")).await;
    assert!(long_goal.status == 422 && long_goal.says("Der er plads til 4000 tegn"), "{}", long_goal.status);
    assert!(long_goal.body.contains(&long), "it still stands in the field");
    let hostile = write_goal(&citizen, "%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    for page in [hostile.as_str(), "/min-plan", &format!("{hostile}?ret=S")] {
        let page = citizen.get(page).await;
        assert!(!page.body.contains("<script>alert"), "{}", page.body);
    }
    for body in [
        "",
        "ACT=NOPE",
        "ACT=TICK&STEP=99",
        "ACT=WRITE&FIELD=GOAL:99:S&OVER=0&TEXT=x",
        "ACT=STATE&STATE=NOPE",
        "ACT=WRITE&FIELD=PART:FOLLOW_UP&OVER=0&TEXT=x",
    ] {
        for path in ["/min-plan", "/min-plan/maal", hostile.as_str(), "/min-plan/hele"] {
            let answer = citizen.post(path, body).await;
            assert!(matches!(answer.status.as_u16(), 200 | 422), "{path} {body}: {}", answer.status);
        }
    }
    for path in ["/min-plan/maal/99", "/min-plan/maal/x", "/min-plan/maal/1", "/min-plan/nope"] {
        assert_eq!(citizen.get(path).await.status, 404, "{path}");
    }
}

#[apply(each_engine)]
#[tokio::test]
async fn a_plan_from_a_case_has_its_alias_and_is_noted_there_once_it_is_made(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let anna = signed_in(&portal, "slagelse", Role::Counsellor, "anna").await;
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let phones = "CONTACT=CONTACT:CITIZEN:WISH&WISH_DRUGS=YES&DAY=2026-11-20";
    let case = anna.post("/desk/sager/ny", &format!("FORM={form}&{phones}")).await;
    let case = case.linked("/desk/sager").expect("a case");
    let page = anna.get(&format!("/desk/planer/ny?sag={case}")).await;
    assert!(page.is_chosen("ABOUT-DRUGS"), "{}", page.text());
    let (form, of) = (page.field("FORM").expect("a key"), page.field("CASE").expect("a case"));
    let opened =
        anna.post("/desk/planer/ny", &format!("FORM={form}&CASE={of}&ABOUT=DRUGS&OFFER=GENERAL")).await;
    let desk = format!("/desk/planer/{}", opened.linked("/desk/planer").expect("a plan"));
    let before = anna.get(&format!("/desk/sager/{case}")).await;
    let made = anna.post(&desk, "ACT=MADE").await;
    assert!(made.says("Lavet 23. november 2026"), "{}", made.text());
    let after = anna.get(&format!("/desk/sager/{case}")).await;
    assert_ne!(after.body.matches("23. november").count(), before.body.matches("23. november").count());
    // Pressed twice, it stands there once.
    let again = anna.post(&desk, "ACT=MADE").await;
    assert_eq!(again.status, 200);
    assert_eq!(anna.get(&format!("/desk/sager/{case}")).await.body, after.body);
}

#[apply(each_engine)]
#[tokio::test]
async fn a_plan_is_handed_to_a_colleague_and_the_course_changed(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "skanderborg").await;
    let bo = signed_in(&portal, "skanderborg", Role::Counsellor, "bo").await;
    assert!(bo.get("/desk/planer").await.says("Her er ingen planer"));
    let page = anna.get(&desk).await;
    let option = page.body.split("<option").find(|option| option.contains(">bo<")).expect("a colleague");
    let id = option.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
    let handed = anna.post(&desk, &format!("ACT=HAND_OVER&STAFF={id}")).await;
    assert_eq!(handed.status, 200);
    assert!(citizen.get("/min-plan").await.says("bo har ansvar for planen"));
    assert!(!bo.get("/desk/planer").await.says("Her er ingen planer"));
    let changed = anna.post(&desk, "ACT=OFFER&OFFER=INDIVIDUALLY_ARRANGED").await;
    assert!(changed.is_chosen_option("INDIVIDUALLY_ARRANGED"), "{}", changed.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn a_plan_goes_when_nobody_has_written_in_it_for_a_year(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { code, .. } = opened(&portal, "vejle").await;
    let last = TestPortal::storing(&engine.store, "2027-11-30T10:00:00+01:00");
    last.run_retention().await;
    assert_eq!(enter(&last, &code, PIN).await.status, 303, "on its last day it is there");
    let after = TestPortal::storing(&engine.store, "2027-12-01T10:00:00+01:00");
    assert_eq!(enter(&after, &code, PIN).await.header("location"), "/min-plan");
    after.run_retention().await;
    let gone = after.post("/min-plan", format!("CODE={code}")).await;
    assert!(gone.status == 422 && gone.says("Ingen plan har den kode"), "{}", gone.text());
}
