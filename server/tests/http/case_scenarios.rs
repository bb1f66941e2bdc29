//! Every scenario of the guarantee's clock, through the desk and the code: what the engine decides is what people see.

use crate::{
    booking::desk,
    case::only_case,
    common::{Answer, TestPortal},
    desk::{Browser, signed_in_at},
    engines::sqlite,
};
use app::ui::dates;
use chrono::{DateTime, FixedOffset};
use domain::{
    AgeRange, BookingAbout, Instant, Lang, LocalDay, Role, Standard, Substance,
    decide::{list_wish_ages, list_wishes},
};
use serde_json::Value;

const SCENARIOS: &str = include_str!("../../../app/domain/scenarios/guarantee.jsonl");

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a moment")
}

fn day_of(text: &str) -> LocalDay {
    Instant::of(moment(text).to_utc()).day()
}

fn spelled(day: LocalDay) -> String {
    dates::weekday_and_date(day.date(), Lang::Da)
}

/// What staff write down after the contact.
fn list_facts(given: &Value, today: LocalDay) -> Vec<(String, LocalDay)> {
    let treatment = text(given, "treatment").expect("a treatment");
    let is_own = given.get("offered_by_municipality") != Some(&Value::Bool(false));
    let is_so = |name: &str| given.get(name) == Some(&Value::Bool(true));
    let own = if is_own { "OWN" } else { "OTHERS" };
    let allocated = (treatment != "OUTPATIENT" || !is_own).then(|| format!("ALLOCATED:{treatment}:{own}"));
    let choice = is_so("free_choice_used").then(|| "FREE_CHOICE_WISHED".to_owned());
    let problems =
        is_so("serious_social_and_behavioural_problems").then(|| "SERIOUS_PROBLEMS:YES".to_owned());
    let facts = [allocated, choice, problems].into_iter().flatten().map(|fact| (fact, today));
    let started = text(given, "treatment_started_at").map(|at| ("STARTED".to_owned(), day_of(at)));
    facts.chain(started).collect()
}

/// Opens the case of a scenario at the desk; its page, and the code.
async fn play(anna: &Browser<'_>, standard: &Standard, given: &Value, today: LocalDay) -> (Answer, String) {
    let contact = &given["contacts"][0];
    let wishes = contact["wish_for_treatment"] == Value::Bool(true);
    let by = text(contact, "contact_by").expect("who");
    // Somebody close and an authority are noted; their wish is none.
    let opened_as = match (by, wishes) {
        ("CITIZEN" | "PARENT", _) => format!("CONTACT:{by}:WISH"),
        _ => format!("CONTACT:{by}:NO_WISH"),
    };
    let age = u8::try_from(given["age"].as_u64().expect("an age")).expect("a small one");
    let ages = list_wish_ages(standard).into_iter().find(|ages| ages.contains(age));
    let ages = ages.map(AgeRange::code).unwrap_or_default();
    let form = anna.get("/desk/sager/ny").await.field("FORM").expect("a key");
    let day = day_of(text(contact, "contact_at").expect("a moment"));
    let about = text(given, "substance").expect("a substance");
    let fields = format!("FORM={form}&CONTACT={opened_as}&WISH_{about}=YES&AGE={ages}&DAY={}", day.date());
    let opened = anna.post("/desk/sager/ny", &fields).await;
    assert!(opened.says("Sagen er åbnet"), "{fields}: {}", opened.text());
    let case = only_case(&opened);
    if by == "CITIZEN" && !wishes {
        let fact = format!("FACT=CONTACT:CITIZEN:NO_WISH&DAY={}&CORRECTS=1", day.date());
        assert_eq!(anna.post(&case, &fact).await.status, 200);
    }
    for (fact, on) in list_facts(given, today) {
        let done = anna.post(&case, &format!("FACT={fact}&DAY={}", on.date())).await;
        assert!(done.says("Det er skrevet ned."), "{fact}: {}", done.text());
    }
    (anna.get(&case).await, opened.code())
}

#[tokio::test]
async fn every_clock_of_the_scenarios_is_seen_at_the_desk_and_under_the_code() {
    let standards = server::standards::load(None).expect("the built-in standards");
    let engine = sqlite().await;
    for standard in &standards {
        desk(&engine, &standard.code).await;
    }
    let mut played = 0;
    for scenario in SCENARIOS.lines().filter(|line| line.contains("\"guarantee_clock\"")) {
        let scenario: Value = serde_json::from_str(scenario).expect("a scenario");
        let (id, given, expect) = (&scenario["id"], &scenario["given"], &scenario["expect"]);
        let municipality = text(&scenario, "municipality").expect("a municipality");
        let standard = standards.iter().find(|one| one.code == municipality).expect("its standard");
        let about = text(given, "substance").and_then(Substance::from_code).expect("a substance");
        if !list_wishes(standard, BookingAbout::Me).contains(&about) {
            // The standard is not about it: no case is opened, and no last day is to be seen.
            assert!(expect["start_latest"].is_null(), "{id}");
            continue;
        }
        let contact_at = text(&given["contacts"][0], "contact_at").expect("a moment");
        let now = text(given, "evaluated_at").or(text(given, "treatment_started_at")).unwrap_or(contact_at);
        let portal = TestPortal::storing(&engine.store, now);
        let login = id.as_str().expect("a name").to_lowercase();
        let anna = signed_in_at(&portal, municipality, Role::Counsellor, &login, now).await;
        let today = day_of(now);
        let (page, code) = play(&anna, standard, given, today).await;
        let under = portal.post("/kode", format!("CODE={code}")).await;
        for (key, words) in [
            ("start_latest", "Behandlingen begynder: senest "),
            ("decision_latest", "Afgørelse om behandling: senest "),
            ("treatment_plan_latest", "Plan for behandlingen: senest "),
        ] {
            match text(expect, key).and_then(LocalDay::parse) {
                Some(day) => {
                    assert!(page.says(&format!("{words}{}", spelled(day))), "{id} {key}: {}", page.text());
                }
                None => assert!(!page.says(words), "{id} {key}: {}", page.text()),
            }
        }
        let latest = text(expect, "start_latest").and_then(LocalDay::parse);
        match (text(given, "treatment_started_at"), latest) {
            (Some(at), _) => {
                assert!(under.says(&format!("begyndte {}", spelled(day_of(at)))), "{id}: {}", under.text());
            }
            (None, None) => {
                assert!(page.says("Ingen sidste dag"), "{id}: {}", page.text());
                let said =
                    ["giver ikke en sidste dag her", "Du ønsker et andet sted.", "Du har ikke selv ønsket"];
                assert!(said.iter().any(|said| under.says(said)), "{id}: {}", under.text());
            }
            (None, Some(latest)) if text(expect, "status") == Some("BREACHED") => {
                assert!(page.says("dage over"), "{id}: {}", page.text());
                assert!(under.says(&format!("Det skulle være sket senest {}", spelled(latest))), "{id}");
                let complains = expect["late_start_complainable"] == Value::Bool(true);
                assert_eq!(under.says("Se, hvordan du kan klage"), complains, "{id}: {}", under.text());
            }
            (None, Some(latest)) => {
                // What is only not excepted is not promised.
                let promised = text(expect, "reason") != Some("GUARANTEE_NOT_EXCEPTED");
                let before = if promised { "senest" } else { "Så er den sidste dag" };
                let said = format!("{before} {}", spelled(latest));
                assert!(under.says(&said), "{id}: {}", under.text());
                assert!(!under.says("Det er ikke din skyld"), "{id}: {}", under.text());
            }
        }
        played += 1;
    }
    assert!(played >= 60, "{played}");
}
