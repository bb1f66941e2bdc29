//! A plan as FHIR R4 resources (`CarePlan`, Goal, Appointment, Consent) in a bundle, for another system to read.
//!
//! It names nobody: the patient is a resource without a name, as the plan is.

use app::tasks::{plan::text, rules::text::parameters};
use chrono::NaiveDateTime;
use domain::{
    DischargeStatus, Instant, Lang, LocalDay, PlanPart,
    decide::SmartLetter,
    plan::{Consent, Goal, GoalState, MeetingDay, PlanField, PlanState, Step},
};
use serde_json::{Map, Value, json};

/// Who the plan is about, in references.
const PATIENT: &str = "Patient/citizen";
/// Days of appointments that go along.
const AHEAD: u16 = 28;

/// The resources of a plan as it stands at a moment.
#[must_use]
pub fn write_bundle(state: &PlanState, title: &str, now: NaiveDateTime, lang: Lang) -> Value {
    let today = LocalDay::new(now.date());
    let meetings = state.list_week(today, AHEAD);
    let patient = json!({ "resourceType": "Patient", "id": "citizen" });
    let goals = state.goals.iter().map(|goal| write_goal(state, goal, lang));
    let appointments = meetings.iter().filter_map(write_appointment);
    let consents = state.consents.iter().map(|consent| write_consent(consent, lang));
    let resources = [patient, write_care_plan(state, title, lang)];
    let resources = resources.into_iter().chain(goals).chain(appointments).chain(consents);
    let entries: Vec<Value> = resources.map(|resource| json!({ "resource": resource })).collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

fn reference(to: &str) -> Value {
    json!({ "reference": to })
}

fn goal_name(goal: u32) -> String {
    format!("goal-{goal}")
}

fn day(day: LocalDay) -> Value {
    json!(day)
}

/// A span of days; one that has no end goes on.
fn period(from: LocalDay, to: Option<LocalDay>) -> Value {
    let mut period = Map::from_iter([("start".to_owned(), day(from))]);
    period.extend(to.map(|to| ("end".to_owned(), day(to))));
    Value::Object(period)
}

/// A text with what it is about.
fn note(title: &str, said: &str) -> Value {
    json!({ "text": format!("{title}: {said}") })
}

fn write_care_plan(state: &PlanState, title: &str, lang: Lang) -> Value {
    let dates = &state.dates;
    let status = match (dates.made_on, dates.discharge.map(|discharge| discharge.status)) {
        (_, Some(DischargeStatus::Completed)) => "completed",
        (_, Some(_)) => "revoked",
        (Some(_), None) => "active",
        (None, None) => "draft",
    };
    let mut plan = json!({
        "resourceType": "CarePlan",
        "id": "plan",
        "status": status,
        "intent": "plan",
        "title": title,
        "subject": reference(PATIENT),
        "created": day(dates.opened_on),
        "period": period(dates.opened_on, dates.discharge.map(|discharge| discharge.on)),
    });
    let goals: Vec<Value> =
        state.goals.iter().map(|goal| reference(&format!("Goal/{}", goal_name(goal.place)))).collect();
    insert_unless_empty(&mut plan, "goal", goals);
    insert_unless_empty(
        &mut plan,
        "activity",
        state.steps.iter().map(|step| write_step(state, step)).collect(),
    );
    let parts = PlanPart::ALL.iter().map(|&part| (PlanField::Part(part), parameters::plan_part(part)));
    let parts = parts.chain([(PlanField::Other, text::other(domain::plan::PlanSide::Citizen))]);
    let notes = parts.filter(|(field, _)| !state.text(*field).is_empty());
    let notes = notes.map(|(field, name)| note(name.get(lang), state.text(field))).collect();
    insert_unless_empty(&mut plan, "note", notes);
    plan
}

/// FHIR has no empty lists.
fn insert_unless_empty(resource: &mut Value, key: &str, list: Vec<Value>) {
    if !list.is_empty() {
        resource[key] = Value::Array(list);
    }
}

fn write_step(state: &PlanState, step: &Step) -> Value {
    let status = if step.done_on.is_some() { "completed" } else { "not-started" };
    let mut detail = json!({
        "kind": "Task",
        "status": status,
        "description": state.text(PlanField::Step(step.place)),
    });
    let goals = step.goal.map(|goal| reference(&format!("Goal/{}", goal_name(goal))));
    insert_unless_empty(&mut detail, "goal", goals.into_iter().collect());
    json!({ "detail": detail })
}

/// How far a goal is: FHIR's life cycle, and its achievement.
const fn stage(state: GoalState) -> (&'static str, &'static str) {
    match state {
        GoalState::NotStarted => ("planned", "no-progress"),
        GoalState::UnderWay | GoalState::Adjusted => ("active", "in-progress"),
        GoalState::Reached => ("completed", "achieved"),
        GoalState::Paused => ("on-hold", "no-progress"),
    }
}

fn write_goal(state: &PlanState, goal: &Goal, lang: Lang) -> Value {
    let (life_cycle, achievement) = stage(goal.state);
    let words = state.text(PlanField::Goal(goal.place, SmartLetter::S));
    let system = "http://terminology.hl7.org/CodeSystem/goal-achievement";
    let mut resource = json!({
        "resourceType": "Goal",
        "id": goal_name(goal.place),
        "lifecycleStatus": life_cycle,
        "achievementStatus": {
            "coding": [{ "system": system, "code": achievement }],
            "text": text::state(goal.state).get(lang),
        },
        "description": { "text": words },
        "subject": reference(PATIENT),
        "statusDate": day(goal.since),
    });
    let target = goal.aim.map(|aim| {
        let mut target =
            json!({ "detailString": text::aim(aim.aim).get(lang), "measure": { "text": words } });
        if let Some(until) = aim.until {
            target["dueDate"] = day(until);
        }
        target
    });
    insert_unless_empty(&mut resource, "target", target.into_iter().collect());
    let above = goal.under.map(|above| {
        let words = state.text(PlanField::Goal(above, SmartLetter::S));
        json!({ "text": format!("{} {words}", text::SUB_GOAL_OF.get(lang)) })
    });
    let answers = SmartLetter::ALL.iter().filter(|letter| **letter != SmartLetter::S).filter_map(|&letter| {
        let said = state.text(PlanField::Goal(goal.place, letter));
        (!said.is_empty()).then(|| note(text::question(letter, None).get(lang), said))
    });
    insert_unless_empty(&mut resource, "note", above.into_iter().chain(answers).collect());
    resource
}

/// A talk or a group on a day; nothing at an hour that the clock skips.
fn write_appointment(held: &MeetingDay<'_>) -> Option<Value> {
    let (from, to) = held.meeting.times();
    let at = |time| Instant::at(held.on.date().and_time(time));
    Some(json!({
        "resourceType": "Appointment",
        "id": format!("appointment-{}-{}", held.meeting.place, held.on.date()),
        "status": "booked",
        "description": held.meeting.words,
        "start": at(from)?,
        "end": at(to)?,
        "participant": [{ "actor": reference(PATIENT), "status": "accepted" }],
    }))
}

fn write_consent(consent: &Consent, lang: Lang) -> Value {
    let coded = |system: &str, code: &str| json!({ "coding": [{ "system": system, "code": code }] });
    let kind = text::consent_kind(consent.kind).get(lang);
    let said = [kind, &consent.whom, &consent.words].into_iter().filter(|said| !said.is_empty());
    let said: Vec<&str> = said.collect();
    json!({
        "resourceType": "Consent",
        "id": format!("consent-{}", consent.place),
        "status": if consent.until.is_some() { "inactive" } else { "active" },
        "scope": coded("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [coded("http://loinc.org", "59284-0")],
        "patient": reference(PATIENT),
        "dateTime": day(consent.since),
        "policyRule": { "text": said.join(". ") },
        "provision": { "type": "permit", "period": period(consent.since, consent.until) },
    })
}
