//! When a plan is looked at together, and contact after its end: by the rules of each municipality.

use super::{Opened, open_plan, opened};
use crate::{
    common::{Answer, MONDAY, TestPortal},
    desk::{Browser, signed_in, signed_in_at},
    each_engine::each_engine,
    engines::{Engine, EngineKind, sqlite},
};
use app::ui::dates::weekday_and_date;
use chrono::NaiveDate;
use domain::{Lang, Role};
use rstest_reuse::apply;
use serde_json::Value;
use std::sync::atomic::{AtomicU32, Ordering};

const PLAN_REVIEW: &str = include_str!("../../../../app/domain/scenarios/plan_review.jsonl");
const FOLLOW_UP: &str = include_str!("../../../../app/domain/scenarios/follow_up.jsonl");

/// The cases of a question.
pub(super) fn cases(lines: &str, question: &str) -> Vec<Value> {
    let cases = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("a case"));
    cases.filter(|case| case["question"] == question).collect()
}

pub(super) fn text<'a>(case: &'a Value, part: &str, key: &str) -> Option<&'a str> {
    case[part][key].as_str()
}

pub(super) fn moment(day: &str) -> String {
    format!("{day}T10:00:00+01:00")
}

/// A day as pages show it.
pub(super) fn format_day(day: &str) -> String {
    weekday_and_date(day.parse::<NaiveDate>().expect("a day"), Lang::Da)
}

/// Somebody at the desk of a municipality on a day.
async fn at_desk<'a>(portal: &'a TestPortal, municipality: &str, day: &str) -> Browser<'a> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let login = format!("anna{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    signed_in_at(portal, municipality, Role::Counsellor, &login, &moment(day)).await
}

/// The code of the ages among those offered that hold an age; nothing where none is asked.
fn age_field(page: &Answer, age: Option<i64>) -> String {
    let Some(age) = age else { return String::new() };
    let codes = page.body.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let holds = |code: &&str| {
        let Some((from, to)) = code.split_once('-') else { return false };
        let (from, to) = (from.parse().unwrap_or(0), to.parse().unwrap_or(i64::MAX));
        (from..=to).contains(&age)
    };
    codes.filter(|code| !code.is_empty()).find(holds).map(|code| format!("&AGE={code}")).unwrap_or_default()
}

/// Opens a plan on a day, by what a case says of it; its address at the desk.
pub(super) async fn open_on(engine: &Engine, case: &Value, day: &str) -> String {
    let portal = TestPortal::storing(&engine.store, &moment(day));
    let municipality = case["municipality"].as_str().expect("a municipality");
    let anna = at_desk(&portal, municipality, day).await;
    let page = anna.get("/desk/planer/ny").await;
    let about = text(case, "given", "substance").unwrap_or("DRUGS");
    let about = if page.body.contains(&format!("ABOUT-{about}")) { about } else { "ALCOHOL" };
    let offer = text(case, "given", "current_offer").unwrap_or("GENERAL");
    let age = age_field(&page, case["given"]["age"].as_i64());
    open_plan(&anna, &format!("ABOUT={about}&OFFER={offer}{age}")).await.1
}

/// Does something at the desk on a day; the page that follows.
pub(super) async fn on_day(engine: &Engine, case: &Value, (day, path, fields): (&str, &str, &str)) -> Answer {
    let portal = TestPortal::storing(&engine.store, &moment(day));
    let municipality = case["municipality"].as_str().expect("a municipality");
    let anna = at_desk(&portal, municipality, day).await;
    if fields.is_empty() { anna.get(path).await } else { anna.post(path, fields).await }
}

#[tokio::test]
async fn each_case_of_a_review_is_what_the_desk_shows() {
    let engine = sqlite().await;
    let mut tried = 0;
    for case in cases(PLAN_REVIEW, "plan_review") {
        let name = case["id"].as_str().expect("a name");
        let Some(made) = text(&case, "given", "plan_made_on") else { continue };
        let plan = open_on(&engine, &case, made).await;
        let reviews = format!("{plan}/opfoelgning");
        on_day(&engine, &case, (made, &plan, "ACT=MADE")).await;
        let mut last = made.to_owned();
        for (key, act) in [("last_review_on", "HELD"), ("last_authority_status_on", "TOLD")] {
            // A status on the day of the plan is the plan itself.
            let Some(day) = text(&case, "given", key).filter(|day| *day > made) else { continue };
            let answer = on_day(&engine, &case, (day, &reviews, &format!("ACT={act}&DAY={day}"))).await;
            assert_eq!(answer.status, 200, "{name}: {}", answer.text());
            last = last.max(day.to_owned());
        }
        let page = on_day(&engine, &case, (&last, &reviews, "")).await;
        for (key, says) in [
            ("next_review_latest", "Samtale om planen senest"),
            ("full_revision_latest", "Hele planen ses efter senest"),
            ("authority_status_latest", "Status til myndigheden senest"),
        ] {
            match text(&case, "expect", key) {
                Some(day) => {
                    assert!(page.says(&format!("{says} {}", format_day(day))), "{name}: {}", page.text());
                }
                None => assert!(!page.says(says), "{name}: {}", page.text()),
            }
        }
        tried += 1;
    }
    assert!(tried >= 18, "{tried} cases");
}

#[tokio::test]
async fn each_case_of_contact_after_the_end_is_what_the_desk_shows() {
    let engine = sqlite().await;
    let mut tried = 0;
    for case in cases(FOLLOW_UP, "discharge_follow_up") {
        let name = case["id"].as_str().expect("a name");
        let treated = case["expect"]["reason"] != "NOT_IN_STANDARD";
        if !treated {
            continue;
        }
        let (day, status) = (
            text(&case, "given", "discharged_on").expect("a day"),
            text(&case, "given", "discharge_status").expect("how it ended"),
        );
        let plan = open_on(&engine, &case, day).await;
        let path = format!("{plan}/opfoelgning");
        if case["given"]["consent_given"] == true {
            let consents = format!("{plan}/samtykker");
            on_day(&engine, &case, (day, &consents, "ACT=CONSENT&KIND=FOLLOW_UP")).await;
        }
        let fields = format!("ACT=DISCHARGE&STATUS={status}&DAY={day}");
        let page = on_day(&engine, &case, (day, &path, &fields)).await;
        let contacts = case["expect"]["contacts_latest"].as_array().cloned().unwrap_or_default();
        assert_eq!(
            page.body.matches("Kontakt efter forløbet senest").count(),
            contacts.len(),
            "{name}: {}",
            page.text()
        );
        for contact in &contacts {
            let day = format_day(contact.as_str().expect("a day"));
            assert!(page.says(&format!("Kontakt efter forløbet senest {day}")), "{name}: {}", page.text());
        }
        let offered = case["expect"]["return_offered"] == true;
        assert_eq!(page.says("tilbud om at komme tilbage"), offered, "{name}: {}", page.text());
        tried += 1;
    }
    assert!(tried >= 45, "{tried} cases");
}

#[apply(each_engine)]
#[tokio::test]
async fn both_prepare_a_review_and_read_each_other_afterwards(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    anna.post(&desk, "ACT=MADE").await;
    let page = citizen.get("/min-plan/opfoelgning").await;
    assert!(page.says("I ser på planen sammen senest tirsdag 23. februar 2027"), "{}", page.text());
    assert!(
        page.says("§6.2") && page.says("Hvor tit I mødes") && page.says("Hvad er svært?"),
        "{}",
        page.text()
    );
    let field = "ACT=WRITE&FIELD=REVIEW:1";
    let own = citizen
        .post("/min-plan/opfoelgning", &format!("{field}:CITIZEN:HARD&OVER=0&TEXT=Fredag+aften"))
        .await;
    assert!(own.says("Fredag aften Skrevet af dig"), "{}", own.text());
    let path = format!("{desk}/opfoelgning");
    let theirs = anna.post(&path, &format!("{field}:STAFF:CHANGE&OVER=0&TEXT=En+plan+for+fredage")).await;
    assert!(theirs.says("Fredag aften Skrevet af borgeren"), "{}", theirs.text());
    // Nobody writes for the other side, nor of a review that is not next.
    for wrong in ["1:STAFF:HARD", "2:CITIZEN:HARD", "0:STAFF:HARD"] {
        let refused = citizen
            .post("/min-plan/opfoelgning", &format!("ACT=WRITE&FIELD=REVIEW:{wrong}&OVER=0&TEXT=x"))
            .await;
        assert_eq!(refused.status, 422, "{wrong}");
    }
    let held = anna.post(&path, "ACT=HELD&DAY=2026-11-23").await;
    assert!(held.says("Tidligere samtaler om planen 23. november 2026"), "{}", held.text());
    let after = citizen.get("/min-plan/opfoelgning").await;
    assert!(after.says("Fredag aften") && after.says("En plan for fredage"), "{}", after.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn nothing_that_was_prepared_is_lost_when_the_centre_notes_the_talk_or_the_end(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    let path = format!("{desk}/opfoelgning");
    anna.post(&desk, "ACT=MADE").await;
    anna.post(&path, "ACT=HELD&DAY=2026-11-23").await;
    // The citizen's page is from before: it stands with the talk that was noted.
    let late = "ACT=WRITE&FIELD=REVIEW:1:CITIZEN:HARD&OVER=0&TEXT=Fredag+aften";
    let saved = citizen.post("/min-plan/opfoelgning", late).await;
    assert!(saved.says("Det er gemt") && saved.says("Fredag aften"), "{}", saved.text());
    // The same day can be made a full revision; an earlier one is told.
    let full = anna.post(&path, "ACT=HELD&DAY=2026-11-23&FULL=YES").await;
    assert_eq!(full.body.matches("<details><summary>23. november 2026").count(), 1, "{}", full.text());
    let next = "ACT=WRITE&FIELD=REVIEW:2:CITIZEN:WELL&OVER=0&TEXT=Jeg+ringede+selv";
    citizen.post("/min-plan/opfoelgning", next).await;
    anna.post(&path, "ACT=DISCHARGE&DAY=2026-11-23&STATUS=COMPLETED").await;
    for page in [citizen.get("/min-plan/opfoelgning").await, anna.get(&path).await] {
        assert!(page.says("Jeg ringede selv") && page.says("Fredag aften"), "{}", page.text());
    }
    let again = anna.post(&path, "ACT=DISCHARGE&DAY=2026-11-23&STATUS=DROPPED_OUT").await;
    assert!(again.status == 422 && again.says("Forløbet er allerede slut"), "{}", again.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_the_centre_does_the_citizen_cannot_and_a_bad_day_is_told(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, citizen, desk, .. } = opened(&portal, "slagelse").await;
    anna.post(&desk, "ACT=MADE").await;
    for act in ["HELD", "TOLD", "CONTACT", "RESUME", "DISCHARGE&STATUS=COMPLETED"] {
        let refused = citizen.post("/min-plan/opfoelgning", &format!("ACT={act}&DAY=2026-11-23")).await;
        assert_eq!(refused.status, 422, "{act}: {}", refused.text());
    }
    let path = format!("{desk}/opfoelgning");
    for day in ["2026-11-24", "2026-11-22", "", "31/12", "2026-02-30"] {
        let wrong = anna.post(&path, &format!("ACT=HELD&DAY={day}")).await;
        assert!(
            wrong.status == 422 && wrong.says("Skriv en dag, der ikke er før planen"),
            "{day}: {}",
            wrong.text()
        );
    }
    let wrong = anna.post(&path, "ACT=DISCHARGE&DAY=2026-11-23").await;
    assert!(wrong.status == 422 && wrong.says("Vælg, hvordan det sluttede"), "{}", wrong.text());
    let ended = anna.post(&path, "ACT=DISCHARGE&DAY=2026-11-23&STATUS=COMPLETED").await;
    assert!(ended.says("kun bagefter, hvis du har sagt ja"), "Slagelse §6.5: {}", ended.text());
    let resumed = anna.post(&path, "ACT=RESUME").await;
    assert!(resumed.says("Samtale om planen senest"), "{}", resumed.text());
}

#[apply(each_engine)]
#[tokio::test]
async fn what_is_overdue_stands_first_and_is_counted_on_the_tab(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    let Opened { anna, desk, citizen, .. } = opened(&portal, "slagelse").await;
    anna.post(&desk, "ACT=MADE").await;
    open_plan(&anna, "ABOUT=ALCOHOL&OFFER=GENERAL").await;
    let list = anna.get("/desk/planer").await;
    assert!(!list.says("Over tiden"), "{}", list.text());
    drop(citizen);
    let late = TestPortal::storing(&engine.store, "2027-02-24T10:00:00+01:00");
    let invited = signed_in_at(&late, "slagelse", Role::Lead, "bo", "2027-02-24T10:00:00+01:00").await;
    let list = invited.get("/desk/planer?vis=alle").await;
    assert!(list.says("Over tiden Stoffer"), "{}", list.text());
    let page = invited.get(&desk).await;
    let option = page.body.split("<option").find(|option| option.contains(">bo<")).expect("a colleague");
    let id = option.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a name");
    let before = invited.get("/desk/planer").await;
    assert!(!before.says("Planer 1 venter"), "{}", before.text());
    invited.post(&desk, &format!("ACT=HAND_OVER&STAFF={id}")).await;
    let own = invited.get("/desk/planer").await;
    assert!(own.body.contains("Planer <span class=\"badge\">1"), "{}", own.body);
}

#[apply(each_engine)]
#[tokio::test]
async fn contact_after_the_end_is_told_from_the_first_day_where_the_standard_says_so(engine: EngineKind) {
    let engine = engine.open().await;
    let portal = TestPortal::storing(&engine.store, MONDAY);
    for (municipality, says) in [
        ("skanderborg", Some("følger centret op senest 1 måned og igen senest 6 måneder efter")),
        ("randers", Some("følger centret op senest 1 måned og igen senest 6 måneder efter")),
        ("horsens", Some("følger centret op senest 1 måned og igen senest 6 måneder efter")),
        ("vejle", Some("følger centret op senest 1 måned og igen senest 6 måneder efter")),
        ("slagelse", None),
    ] {
        let login = format!("anna-{municipality}");
        let anna = signed_in(&portal, municipality, Role::Counsellor, &login).await;
        let (code, _) = open_plan(&anna, "ABOUT=DRUGS&OFFER=GENERAL").await;
        let citizen = super::enter_first(&portal, &code).await;
        let page = citizen.get("/min-plan/opfoelgning").await;
        match says {
            Some(says) => assert!(page.says(says), "{municipality}: {}", page.text()),
            None => assert!(!page.says("følger centret op"), "{municipality}: {}", page.text()),
        }
    }
}
