//! The whole plan on one page, to be printed or taken along as a file.

use super::{
    ShownPlan,
    review::{describe_due, list_shown},
    texts::show_lines,
    week::show_days,
    wellbeing::unit_of,
};
use crate::{
    tasks::{plan::text, rules::text::parameters},
    ui::{contact_block::contact_block, document::PageMeta},
};
use domain::{
    PlanPart,
    decide::SmartLetter,
    plan::{BadDayPart, Goal, PlanField, PlanSide, list_questions},
};
use leptos::prelude::*;

/// Days of times that are printed.
const AHEAD: u16 = 28;

/// `…/udskrift`.
pub fn show_printed(meta: &PageMeta, plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let name = plan.standard.rules.plan.name.value().copied();
    let goals = plan.state.goals.iter().map(|goal| show_goal(plan, goal)).collect_view();
    let parts = PlanPart::ALL.iter().map(|&part| (PlanField::Part(part), parameters::plan_part(part)));
    let parts = parts.chain([(PlanField::Other, text::other(plan.reader))]);
    let parts = parts.filter_map(|(field, name)| show_field(plan, field, name.get(lang))).collect_view();
    let bad_day = BadDayPart::ALL.iter().map(|&part| (PlanField::BadDay(part), text::bad_day_part(part)));
    let bad_day: Vec<AnyView> =
        bad_day.filter_map(|(field, name)| show_field(plan, field, name.get(lang))).collect();
    let bad_day = (!bad_day.is_empty()).then(|| view! { <h2>{text::BAD_DAY.get(lang)}</h2>{bad_day} });
    let held = plan.state.list_week(plan.today(), AHEAD);
    let held = (!held.is_empty()).then(|| {
        view! { <h2>{text::week(plan.reader).get(lang)}</h2>{show_days(meta, plan, &held)} }
    });
    let due = list_shown(plan).into_iter().map(|due| {
        let said = describe_due(due.kind, due.latest, plan);
        view! { <p>{said}</p> }
    });
    let due: Vec<_> = due.collect();
    let due = (!due.is_empty()).then(|| view! { <h2>{text::REVIEW.get(lang)}</h2>{due} });
    let responsible = plan.responsible.map(|name| view! { <p>{text::responsible(name, lang)}</p> });
    let contact = contact_block(meta, plan.standard, unit_of(plan));
    view! {
        <h1>{text::your_plan(name).get(lang)}</h1>
        <div class="actions">
            <p>{text::taking_along(plan.reader).get(lang)}</p>
            <p><a href=format!("{}/fil", plan.base)>{text::AS_FILE.get(lang)}</a></p>
        </div>
        {goals}
        {held}
        {due}
        {bad_day}
        {parts}
        {show_consents(plan)}
        <h2>{text::CONTACT.get(lang)}</h2>
        {responsible}
        {contact}
    }
    .into_any()
}

/// A field with its name; nothing where nothing stands there.
fn show_field(plan: &ShownPlan<'_>, field: PlanField, name: &'static str) -> Option<AnyView> {
    let said = plan.state.text(field);
    (!said.is_empty()).then(|| view! { <h3>{name}</h3><p>{show_lines(said)}</p> }.into_any())
}

fn show_goal(plan: &ShownPlan<'_>, goal: &Goal) -> AnyView {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let words = plan.text(PlanField::Goal(goal.place, SmartLetter::S));
    let above = goal.under.map(|above| {
        let words = plan.text(PlanField::Goal(above, SmartLetter::S));
        view! { <p>{text::SUB_GOAL_OF.get(lang)}" "{words}</p> }
    });
    let asked = list_questions(rules).into_iter().filter(|question| question.letter != SmartLetter::S);
    let answers = asked.filter_map(|question| {
        let name = text::question(question.letter, question.criterion).get(lang);
        show_field(plan, PlanField::Goal(goal.place, question.letter), name)
    });
    let answers = answers.collect_view();
    let steps = plan.state.steps_of(goal.place).map(|step| {
        let mark = if step.done_on.is_some() { "☑ " } else { "☐ " };
        view! { <li>{mark}{show_lines(&plan.text(PlanField::Step(step.place)))}</li> }
    });
    let steps: Vec<_> = steps.collect();
    let steps = (!steps.is_empty()).then(|| view! { <ul class="nobullet-list">{steps}</ul> });
    view! {
        <section>
            <h2>{show_lines(&words)}</h2>
            <p>{text::state(goal.state).get(lang)}</p>
            {above}
            {steps}
            {answers}
        </section>
    }
    .into_any()
}

fn show_consents(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let standing = plan.state.consents.iter().filter(|consent| consent.until.is_none());
    let lines = standing.map(|consent| {
        let whom = (!consent.whom.is_empty()).then(|| format!(" ({})", consent.whom));
        view! { <li>{text::consent_kind(consent.kind).get(lang)}{whom}</li> }
    });
    let lines: Vec<_> = lines.collect();
    let title = match plan.reader {
        PlanSide::Citizen => text::consents(plan.reader),
        PlanSide::Staff => text::given(plan.reader),
    };
    (!lines.is_empty()).then(|| view! { <h2>{title.get(lang)}</h2><ul>{lines}</ul> }.into_any())
}
