//! One goal: how far it is, its steps, and what is asked about it.

use super::{
    ShownPlan,
    aim::show_aim,
    field_id,
    overview::goal_row,
    texts::{add_form, show_before, show_lines, show_text, write_form},
};
use crate::{
    tasks::{plan::text, rules::text::smart},
    ui::{
        choices::{Choice, Legend, RadioGroup},
        dates,
        fields::Hidden,
        progress_path::{self as stones, Stone},
    },
};
use domain::{
    decide::SmartLetter,
    plan::{Goal, GoalQuestion, GoalState, PlanField, Step, list_questions, next_question},
};
use leptos::prelude::*;

/// The address of a goal.
#[must_use]
pub fn goal_path(plan: &ShownPlan<'_>, goal: u32) -> String {
    format!("{}/maal/{goal}", plan.base)
}

/// A goal with all that belongs to it.
pub fn show_goal(plan: &ShownPlan<'_>, goal: &Goal) -> AnyView {
    let lang = plan.lang;
    let action = goal_path(plan, goal.place);
    let field = PlanField::Goal(goal.place, SmartLetter::S);
    let title = plan.text(field);
    let is_edited = plan.tried_at(&field.to_string()).is_some();
    let heading = if is_edited {
        let label = text::question(SmartLetter::S, None).get(lang).to_owned();
        view! { <h1>{show_lines(&title)}</h1>{write_form(plan, &action, (field, label), true)} }.into_any()
    } else {
        let edit = edit_link(&action, &field.to_string(), (&title, true), plan);
        let own = plan.state.own_words(field).map(|own| {
            let own = show_lines(&own.text);
            view! { <div class="quoted"><p><strong>{text::own_words(plan.reader).get(lang)}</strong></p><p>{own}</p></div> }
        });
        view! { <h1>{show_lines(&title)}</h1>{own}<p>{edit}</p>{show_before(plan, field)} }.into_any()
    };
    let above = goal.under.map(|above| {
        let words = plan.text(PlanField::Goal(above, SmartLetter::S));
        view! { <p>{text::SUB_GOAL_OF.get(lang)}" "<a href=goal_path(plan, above)>{words}</a></p> }
    });
    // Until there is a step, the questions are what comes next.
    let asks_first = plan.state.steps_of(goal.place).next().is_none();
    let (steps, questions) = (show_steps(plan, goal, &action), show_questions(plan, goal, &action));
    let (first, then) = if asks_first { (questions, steps) } else { (steps, questions) };
    view! {
        {above}
        {heading}
        {show_state(plan, goal, &action)}
        {show_aim(plan, goal, &action)}
        {first}
        {then}
        {show_sub_goals(plan, goal, &action)}
    }
    .into_any()
}

/// A link that opens a field, named after what it changes.
pub(crate) fn edit_link(
    action: &str,
    field: &str,
    (what, is_written): (&str, bool),
    plan: &ShownPlan<'_>,
) -> AnyView {
    let label = if is_written { text::EDIT } else { text::WRITE }.get(plan.lang);
    let name = format!("{label}: {what}");
    let href = format!("{action}?ret={field}#{}", field_id(field));
    view! { <a href=href aria-label=name>{label}</a> }.into_any()
}

fn show_state(plan: &ShownPlan<'_>, goal: &Goal, action: &str) -> AnyView {
    let lang = plan.lang;
    let choices = GoalState::ALL
        .iter()
        .map(|&state| Choice::new(state.code(), text::state(state).get(lang), state == goal.state));
    let choices = choices.collect();
    let legend = Legend::Label(text::STATE.get(lang).to_owned());
    let since = text::since(&dates::date(goal.since.date(), lang), lang);
    view! {
        <section class="you">
            <h2>{text::state(goal.state).get(lang)}</h2>
            <p class="hint">{since}</p>
            <details>
                <summary>{text::CHANGE_STATE.get(lang)}</summary>
                <form method="post" action=action.to_owned()>
                    <RadioGroup name="STATE" legend=legend choices=choices lang=lang/>
                    <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="STATE">{text::SAVE.get(lang)}</button></div>
                </form>
            </details>
        </section>
    }
    .into_any()
}

fn show_steps(plan: &ShownPlan<'_>, goal: &Goal, action: &str) -> AnyView {
    let lang = plan.lang;
    let steps: Vec<&Step> = plan.state.steps_of(goal.place).collect();
    let done = steps.iter().filter(|step| step.done_on.is_some()).count();
    let path = (!steps.is_empty()).then(|| {
        let now = steps.iter().position(|step| step.done_on.is_none());
        let stone = |(number, step): (usize, &&Step)| match step.done_on {
            Some(_) => (Stone::Done, number + 1),
            None if Some(number) == now => (Stone::Now, number + 1),
            None => (Stone::Ahead, number + 1),
        };
        let words = text::steps_done(done, steps.len(), lang);
        let path = stones::path(steps.iter().enumerate().map(stone), &words);
        view! { <div inner_html=path.into_string()></div><p>{words}</p> }
    });
    let items = steps.iter().map(|step| view! { <li>{show_step(plan, step, action)}</li> }).collect_view();
    let items = if steps.is_empty() {
        view! { <p>{text::NO_STEPS.get(lang)}</p> }.into_any()
    } else {
        view! { <ol class="plan-steps">{items}</ol> }.into_any()
    };
    let add = add_form(plan, action, ("STEP", text::ADD_STEP, Some(text::STEP_HINT)), text::ADD);
    view! { <section><h2>{text::STEPS.get(lang)}</h2>{path}{items}{add}</section> }.into_any()
}

pub(crate) fn show_step(plan: &ShownPlan<'_>, step: &Step, action: &str) -> AnyView {
    let lang = plan.lang;
    let field = PlanField::Step(step.place);
    let words = plan.text(field);
    if plan.tried_at(&field.to_string()).is_some() {
        let label = text::ADD_STEP.get(lang).to_owned();
        return write_form(plan, action, (field, label), true);
    }
    let edit = edit_link(action, &field.to_string(), (&words, true), plan);
    view! {
        <p class=step.done_on.is_some().then_some("done")>{show_lines(&words)}</p>
        <div class="plan-acts">{tick(plan, step, action)}{edit}</div>
        {show_before(plan, field)}
    }
    .into_any()
}

/// The button that ticks a step, or takes the tick back.
pub(crate) fn tick(plan: &ShownPlan<'_>, step: &Step, action: &str) -> AnyView {
    let lang = plan.lang;
    let fields = vec![("STEP", step.place.to_string())];
    let words = plan.text(PlanField::Step(step.place));
    let (act, label, class) = match step.done_on {
        None => ("TICK", text::TICK, "button button-secondary"),
        Some(_) => ("UNTICK", text::UNTICK, "link"),
    };
    let done = step.done_on.map(|on| {
        let done = text::done_on(&dates::date(on.date(), lang), lang);
        view! { <span class="hint">{done}" · "</span> }
    });
    let name = format!("{}: {words}", label.get(lang));
    view! {
        <form method="post" action=action.to_owned()>
            <Hidden fields=fields/>
            {done}
            <button type="submit" class=class name="ACT" value=act aria-label=name>{label.get(lang)}</button>
        </form>
    }
    .into_any()
}

/// Smaller goals on the way, where the standard speaks of them.
fn show_sub_goals(plan: &ShownPlan<'_>, goal: &Goal, action: &str) -> Option<AnyView> {
    let lang = plan.lang;
    let parts = plan.standard.rules_for(plan.state.dates.subject.substance).plan.content.value();
    let has_sub_goals = parts.is_some_and(|parts| parts.contains(&domain::PlanPart::SubGoals));
    if goal.under.is_some() || !has_sub_goals {
        return None;
    }
    let below = plan.state.goals.iter().filter(|one| one.under == Some(goal.place));
    let rows: Vec<AnyView> = below.map(|one| goal_row(plan, one)).collect();
    let rows = (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let add = add_form(plan, action, ("GOAL", text::ADD_SUB_GOAL, None), text::ADD);
    let is_tried = plan.tried_at("GOAL").is_some();
    Some(
        view! {
            <section>
                <h2>{text::SUB_GOALS.get(lang)}</h2>
                {rows}
                <details open=is_tried><summary>{text::ADD_SUB_GOAL.get(lang)}</summary>{add}</details>
            </section>
        }
        .into_any(),
    )
}

/// What is asked about a goal: what is answered, and the next question.
fn show_questions(plan: &ShownPlan<'_>, goal: &Goal, action: &str) -> AnyView {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let next = next_question(rules, plan.state, goal.place);
    let field = |question: &GoalQuestion| PlanField::Goal(goal.place, question.letter);
    let is_edited = |question: &GoalQuestion| plan.tried_at(&field(question).to_string()).is_some();
    let questions = list_questions(rules);
    let shown = questions
        .iter()
        .filter(|question| question.letter != SmartLetter::S)
        .filter(|question| !plan.state.versions(field(question)).is_empty() || is_edited(question));
    let answers = shown.filter(|question| next != Some(**question)).map(|question| {
        let asked = text::question(question.letter, question.criterion).get(lang);
        let body = if is_edited(question) {
            write_form(plan, action, (field(question), asked.to_owned()), true)
        } else {
            let edit = edit_link(action, &field(question).to_string(), (asked, true), plan);
            view! { <h3>{asked}</h3>{spelled(*question, plan)}{show_text(plan, field(question))}<p>{edit}</p> }
                .into_any()
        };
        view! { <li>{body}</li> }
    });
    let answers = answers.collect_view();
    let asked = match next {
        Some(question) => {
            let asked = text::question(question.letter, question.criterion).get(lang).to_owned();
            view! {
                <h3>{text::NEXT_QUESTION.get(lang)}</h3>
                {spelled(question, plan)}
                {write_form(plan, action, (field(&question), asked), false)}
            }
            .into_any()
        }
        None => view! { <p>{text::ALL_ANSWERED.get(lang)}</p> }.into_any(),
    };
    view! { <section><h2>{text::QUESTIONS.get(lang)}</h2><ul class="nobullet-list">{answers}</ul>{asked}</section> }
        .into_any()
}

/// The letter of SMART that a question is, where the municipality spells it.
fn spelled(question: GoalQuestion, plan: &ShownPlan<'_>) -> Option<AnyView> {
    let criterion = question.criterion?;
    Some(view! { <p class="hint"><strong>{question.letter.code()}</strong>": "{smart(criterion).get(plan.lang)}</p> }.into_any())
}
