//! The whole plan, part by part; and the action plan (SEL §141), which is another one.

use super::{
    ShownPlan,
    goal::edit_link,
    overview::show_goals,
    texts::{show_text, write_form},
};
use crate::{
    tasks::{plan::text, rules::text::parameters},
    ui::{
        dates,
        facts::{nuances, places},
        grounds::source_line,
    },
};
use domain::{Fact, PlanPart, Text, plan::PlanField};
use leptos::prelude::*;

/// `…/hele`: all parts that the standard names, each to be read and written.
pub fn show_whole(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/hele", plan.base);
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let parts = rules.plan.content.value().map(Vec::as_slice).unwrap_or_default();
    let shown = parts.iter().filter_map(|&part| match part {
        PlanPart::SubGoals | PlanPart::FollowUp => None,
        part => Some((PlanField::Part(part), parameters::plan_part(part))),
    });
    let fields = shown.chain([(PlanField::Other, text::other(plan.reader))]).map(|(field, name)| {
        let (name, code) = (name.get(lang), field.to_string());
        let body = if plan.tried_at(&code).is_some() {
            write_form(plan, &action, (field, name.to_owned()), true)
        } else {
            let edit = edit_link(&action, &code, (name, !plan.state.text(field).is_empty()), plan);
            view! { <h2>{name}</h2>{show_text(plan, field)}<p>{edit}</p> }.into_any()
        };
        view! { <section>{body}</section> }
    });
    let fields = fields.collect_view();
    let heading = text::WHOLE.get(lang);
    view! {
        <h1>{heading}</h1>
        <section><h2>{text::goals(plan.reader).get(lang)}</h2>{show_goals(plan)}</section>
        {fields}
        {show_action_plan(plan)}
    }
    .into_any()
}

/// What the standard says of the action plan, and whether there is one; nothing where it is silent.
fn show_action_plan(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let rules = &plan.standard.rules_for(plan.state.dates.subject.substance).plan;
    let facts: [&Fact<Text>; 4] = [
        &rules.action_plan_who,
        &rules.action_plan_writer,
        &rules.action_plan_purpose,
        &rules.action_plan_review,
    ];
    let stated: Vec<_> = facts.into_iter().filter_map(Fact::stated).collect();
    if stated.is_empty() {
        return None;
    }
    let said = stated.into_iter().map(|stated| {
        let source = source_line(None, places([&stated.source]), lang);
        view! { <p>{stated.value.get(lang).to_owned()}</p>{nuances(stated, lang)}{source} }
    });
    let said = said.collect_view();
    let noted = match plan.state.action_plan_on {
        Some(day) => text::has_action_plan(&dates::date(day.date(), lang), plan.reader, lang),
        None => text::no_action_plan(plan.reader).get(lang).to_owned(),
    };
    let (act, label, class) = match plan.state.action_plan_on {
        Some(_) => ("NO_ACTION_PLAN", text::NO_ACTION_PLAN_AFTER_ALL, "link"),
        None => ("ACTION_PLAN", text::note_action_plan(plan.reader), "button button-secondary"),
    };
    Some(
        view! {
            <section>
                <h2>{text::ACTION_PLAN.get(lang)}</h2>
                <p>{text::ACTION_PLAN_IS.get(lang)}</p>
                {said}
                <p><strong>{noted}</strong></p>
                <form method="post" action=format!("{}/hele", plan.base)>
                    <button type="submit" class=class name="ACT" value=act>{label.get(lang)}</button>
                </form>
            </section>
        }
        .into_any(),
    )
}
