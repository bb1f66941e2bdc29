//! What the centre alone does in a plan: reviews that were held, the end of the course, and contact after it.

use super::{ShownPlan, Tried, field_id};
use crate::{
    phrase::Phrase,
    tasks::{plan::text, rules::text::status},
    ui::{
        choices::{Checkbox, Choice, Select},
        error_summary::FieldError,
        fields::Field,
    },
};
use domain::{DischargeStatus, plan::PlanDueKind};
use leptos::prelude::*;

/// What the centre can do as the plan stands.
pub fn show_centre(plan: &ShownPlan<'_>) -> AnyView {
    if plan.state.dates.discharge.is_some() {
        return view! { {day_form(plan, ("CONTACT", text::CONTACT_MADE), None)}{show_resume(plan)} }
            .into_any();
    }
    let is_made = plan.state.dates.made_on.is_some();
    let due = plan.state.dates.list_due(plan.standard);
    let has = |kind: PlanDueKind| due.iter().any(|due| due.kind == kind);
    let is_full = plan.chosen_at("HELD", "FULL") == "YES";
    let full = has(PlanDueKind::FullRevision).then(|| {
        view! { <Checkbox name="FULL" label=text::FULL_REVISION.get(plan.lang) checked=is_full/> }.into_any()
    });
    let held = is_made.then(|| day_form(plan, ("HELD", text::REVIEW_HELD), full));
    let told =
        has(PlanDueKind::AuthorityStatus).then(|| day_form(plan, ("TOLD", text::AUTHORITY_TOLD), None));
    view! { {held}{told}{show_discharge(plan)} }.into_any()
}

/// What is wrong with a form of the centre's.
fn problem_of(plan: &ShownPlan<'_>, act: &str) -> (String, Option<String>) {
    match plan.tried_at(act) {
        Some(tried) => (tried.typed.clone(), tried.problem.clone()),
        None => (plan.today().date().to_string(), None),
    }
}

/// A form with a day.
fn day_form(plan: &ShownPlan<'_>, (act, title): (&'static str, Phrase), more: Option<AnyView>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/opfoelgning", plan.base);
    let (typed, problem) = problem_of(plan, act);
    view! {
        <form class="panel" method="post" action=action>
            <h2>{title.get(lang)}</h2>
            <Field name="DAY" id=field_id(act) label=text::DAY.get(lang) kind="date" value=typed lang=lang error=problem autocomplete="off"/>
            {more}
            <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value=act>{text::SAVE.get(lang)}</button></div>
        </form>
    }
    .into_any()
}

fn show_discharge(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let chosen = |tried: &&Tried| tried.beside.iter().any(|problem| problem.field == "STATUS");
    let wrong = plan.tried_at("DISCHARGE").filter(chosen);
    let wrong = wrong.and_then(|tried| FieldError::at(&tried.beside, "STATUS"));
    let before = plan.chosen_at("DISCHARGE", "STATUS");
    let choice =
        |&one: &DischargeStatus| Choice::new(one.code(), status(one).get(lang), one.code() == before);
    let choices = DischargeStatus::ALL.iter().map(choice).collect();
    let closing = plan.standard.rules_for(plan.state.dates.subject.substance).plan.closing_status.value();
    let closing = closing.map(|said| view! { <p class="hint">{said.get(lang).to_owned()}</p> });
    let more = view! {
        <p class="hint">{text::DISCHARGE_HINT.get(lang)}</p>
        {closing}
        <Select name="STATUS" label=text::HOW_ENDED.get(lang) none=text::CHOOSE.get(lang) choices=choices lang=lang error=wrong/>
    };
    day_form(plan, ("DISCHARGE", text::DISCHARGE), Some(more.into_any()))
}

fn show_resume(plan: &ShownPlan<'_>) -> AnyView {
    let action = format!("{}/opfoelgning", plan.base);
    view! {
        <form method="post" action=action>
            <button type="submit" class="link" name="ACT" value="RESUME">{text::RESUME.get(plan.lang)}</button>
        </form>
    }
    .into_any()
}
