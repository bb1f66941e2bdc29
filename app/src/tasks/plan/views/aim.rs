//! What a goal about drinking is for: to stop, or to drink less, which the standard sets a limit to.

use super::{ShownPlan, field_id};
use crate::{
    tasks::plan::text,
    ui::{
        choices::{Choice, Legend, RadioGroup},
        dates,
        error_summary::FieldError,
        facts::{nuances, places},
        fields::Field,
        grounds::source_line,
    },
};
use domain::{
    decide::Goal as TreatmentGoal,
    plan::{Goal, GoalAim},
};
use leptos::prelude::*;

/// The first choice of what a goal is for.
#[must_use]
pub fn first_aim() -> String {
    format!("AIM-{}", TreatmentGoal::ALL[0].code())
}

/// What the goal is for, and the form in which it is chosen; nothing where the standard sets no limit.
pub(crate) fn show_aim(plan: &ShownPlan<'_>, goal: &Goal, action: &str) -> Option<AnyView> {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let limit = plan.state.find_aim_limit(rules)?;
    let tried = plan.tried_at("AIM");
    let chosen = match tried {
        Some(_) => plan.chosen_at("AIM", "AIM"),
        None => goal.aim.map(|aim| aim.aim.code().to_owned()).unwrap_or_default(),
    };
    let typed = match tried {
        Some(tried) => tried.typed.clone(),
        None => goal.aim.and_then(|aim| aim.until).map(|day| day.date().to_string()).unwrap_or_default(),
    };
    let problem = tried.and_then(|tried| tried.problem.clone());
    let wrong = tried.and_then(|tried| FieldError::at(&tried.beside, &first_aim()));
    let choice =
        |&aim: &TreatmentGoal| Choice::new(aim.code(), text::aim(aim).get(lang), aim.code() == chosen);
    let choices = TreatmentGoal::ALL.iter().map(choice).collect();
    let legend = Legend::Label(text::CHOOSE_AIM.get(lang).to_owned());
    let day = dates::date(limit.date(), lang);
    let is_over = limit < plan.today();
    let hint = if is_over { text::too_late(&day, true, lang) } else { text::aim_limit(&day, lang) };
    let grounds = rules.plan.reduced_use_max_months.stated().map(|stated| {
        let source = source_line(None, places([&stated.source]), lang);
        view! { <details><summary>{text::WHY_LIMIT.get(lang)}</summary>{nuances(stated, lang)}{source}</details> }
    });
    let said = goal.aim.map(|aim| view! { <p><strong>{describe(aim, plan)}</strong></p> });
    let is_open = tried.is_some();
    Some(
        view! {
            <section>
                <h2>{text::AIM.get(lang)}</h2>
                {said}
                <details open=is_open>
                    <summary>{text::CHANGE_AIM.get(lang)}</summary>
                    <form method="post" action=action.to_owned() autocomplete="off">
                        <RadioGroup name="AIM" legend=legend choices=choices lang=lang error=wrong/>
                        <Field name="DAY" id=field_id("AIM") label=text::AIM_UNTIL.get(lang) kind="date" value=typed hint=hint lang=lang error=problem autocomplete="off"/>
                        <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="AIM">{text::SAVE.get(lang)}</button></div>
                    </form>
                </details>
                {grounds}
            </section>
        }
        .into_any(),
    )
}

fn describe(aim: GoalAim, plan: &ShownPlan<'_>) -> String {
    let what = text::aim(aim.aim).get(plan.lang);
    match aim.until.filter(|_| aim.aim == TreatmentGoal::ControlledReducedUse) {
        Some(day) => text::aim_until(what, &dates::date(day.date(), plan.lang), plan.lang),
        None => what.to_owned(),
    }
}
