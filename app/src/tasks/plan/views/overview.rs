//! The plan at a glance: the next step and the next talk first, then the goals.

use super::{
    ShownPlan,
    goal::goal_path,
    medicine::show_open_question,
    review::{describe_due, list_shown},
    texts::add_form,
    week::describe_next,
    wellbeing::unit_of,
};
use crate::{
    tasks::plan::{
        text,
        today::{PlanToday, Today},
    },
    ui::{contact_block::contact_block, dates, document::PageMeta},
};
use domain::{
    decide::SmartLetter,
    plan::{Goal, PlanField},
};
use leptos::prelude::*;

/// What comes next, and how far each goal is.
pub fn show_overview(meta: &PageMeta, plan: &ShownPlan<'_>, owner: String) -> AnyView {
    let lang = plan.lang;
    let name = plan.standard.rules.plan.name.value().copied();
    provide_context(Today::of(meta, plan, owner));
    view! {
        <h1>{text::your_plan(name).get(lang)}</h1>
        {show_open_question(plan)}
        <PlanToday/>
        <section>
            <h2>{text::goals(plan.reader).get(lang)}</h2>
            {show_goals(plan)}
            <p class="actions"><a class="button button-primary" href=format!("{}/maal", plan.base)>{text::ADD_GOAL.get(lang)}</a></p>
        </section>
        <ul class="rows">
            {show_rooms(plan)}
        </ul>
        {show_responsible(meta, plan)}
    }
    .into_any()
}

/// Where else one can go in the plan.
pub(crate) fn show_rooms(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let open = plan.state.homework().filter(|step| step.done_on.is_none()).count();
    let open = (open > 0).then(|| format!("{}: {open}", text::HOMEWORK.get(lang)));
    let row = |path: &str, title: &'static str, said: Option<String>| {
        let href = format!("{}/{path}", plan.base);
        view! { <li><a href=href><strong>{title}</strong>{said.map(|said| view! { " "<span>{said}</span> })}</a></li> }
    };
    let due = list_shown(plan).first().map(|due| describe_due(due.kind, due.latest, plan));
    let seen = plan.state.list_insights().count();
    let seen = (seen > 0).then(|| text::seen_by(seen, lang));
    view! {
        {row("uge", text::week(plan.reader).get(lang), describe_next(plan))}
        {row("opfoelgning", text::REVIEW.get(lang), due)}
        {row("trivsel", text::wellbeing(plan.reader).get(lang), None)}
        {row("svaer-dag", text::BAD_DAY.get(lang), None)}
        {row("noter", text::NOTES.get(lang), open)}
        {row("samtykker", text::consents(plan.reader).get(lang), seen)}
        {row("hele", text::WHOLE.get(lang), None)}
        {row("udskrift", text::TAKE_ALONG.get(lang), None)}
    }
    .into_any()
}

/// The goals, each with how far it is; those that are smaller stand at theirs.
pub fn show_goals(plan: &ShownPlan<'_>) -> AnyView {
    if plan.state.goals.is_empty() {
        return view! { <p>{text::NO_GOALS.get(plan.lang)}</p> }.into_any();
    }
    let goals = plan.state.goals.iter().filter(|goal| goal.under.is_none());
    let rows = goals.map(|goal| goal_row(plan, goal)).collect_view();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

pub(crate) fn goal_row(plan: &ShownPlan<'_>, goal: &Goal) -> AnyView {
    let lang = plan.lang;
    let (done, all) = plan
        .state
        .steps_of(goal.place)
        .fold((0, 0), |(done, all), step| (done + usize::from(step.done_on.is_some()), all + 1));
    let steps = (all > 0).then(|| format!(" · {}", text::steps_done(done, all, lang)));
    let words = plan.text(PlanField::Goal(goal.place, SmartLetter::S));
    view! {
        <li><a href=goal_path(plan, goal.place)>
            <strong>{words}</strong>" "<span>{text::state(goal.state).get(lang)}{steps}</span>
        </a></li>
    }
    .into_any()
}

fn show_responsible(meta: &PageMeta, plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let who = match plan.responsible {
        Some(name) => text::responsible(name, lang),
        None => text::NOBODY_RESPONSIBLE.get(lang).to_owned(),
    };
    let made = match plan.state.dates.made_on {
        Some(day) => text::made(&dates::date(day.date(), lang), lang),
        None => text::NOT_MADE.get(lang).to_owned(),
    };
    let contact = contact_block(meta, plan.standard, unit_of(plan));
    view! { <section><h2>{text::CONTACT.get(lang)}</h2><p>{who}</p>{contact}<p class="hint">{made}</p></section> }
        .into_any()
}

/// The page on which a goal is written.
pub fn show_new_goal(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/maal", plan.base);
    let label = text::question(SmartLetter::S, None);
    view! {
        <h1>{text::ADD_GOAL.get(lang)}</h1>
        <p class="lead">{text::NEW_GOAL_LEAD.get(lang)}</p>
        {add_form(plan, &action, ("GOAL", label, None), text::SAVE)}
    }
    .into_any()
}
