//! Somebody close who sees parts of a plan: what the citizen chooses, the code they give, and the page that is seen.

use super::{
    ShownPlan,
    consent::ConsentsPage,
    field_id,
    texts::show_lines,
    week::show_days,
    wellbeing::{show_answers, unit_of},
};
use crate::{
    tasks::{booking::views::receipt::all_for_relatives, plan::text},
    ui::{
        choices::{Checkbox, Fieldset, Legend},
        contact_block::contact_block,
        dates,
        document::PageMeta,
        error_summary::FieldError,
        fields::{Field, Hidden, TextArea},
    },
};
use domain::{
    decide::SmartLetter,
    plan::{BadDayPart, Consent, ConsentKind, PlanDueKind, PlanField, PlanSide, SharedPart},
};
use leptos::prelude::*;

/// The name of the field of a part.
#[must_use]
pub const fn part_field(part: SharedPart) -> &'static str {
    match part {
        SharedPart::Goals => "SEE_GOALS",
        SharedPart::Week => "SEE_WEEK",
        SharedPart::Reviews => "SEE_REVIEWS",
        SharedPart::Wellbeing => "SEE_WELLBEING",
        SharedPart::BadDay => "SEE_BAD_DAY",
    }
}

/// The form in which the citizen lets somebody see parts of the plan; at the desk there is none.
pub(crate) fn insight_form(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    if plan.reader == PlanSide::Staff {
        return None;
    }
    let tried = plan.tried_at("INSIGHT");
    let wrong = |field: &str| tried.and_then(|tried| FieldError::at(&tried.beside, field));
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let boxes = SharedPart::ALL.iter().map(|&part| {
        let (name, label) = (part_field(part), text::shared_part(part).get(lang));
        let checked = plan.chosen_at("INSIGHT", name) == "YES";
        view! { <Checkbox name=name label=label checked=checked/> }
    });
    let boxes = boxes.collect_view();
    let legend = Legend::Label(text::WHAT_SEEN.get(lang).to_owned());
    let action = format!("{}/samtykker", plan.base);
    Some(
        view! {
            <section>
                <h2>{text::LET_SEE.get(lang)}</h2>
                <p>{text::LET_SEE_LEAD.get(lang)}</p>
                <form method="post" action=action autocomplete="off">
                    <Field name="WHOM" id="WHO" label=text::WHO_SEES.get(lang) hint=text::WHO_SEES_HINT.get(lang) value=plan.chosen_at("INSIGHT", "WHOM") lang=lang error=wrong("WHO") autocomplete="off" maxlength=120/>
                    <Fieldset name="PARTS" legend=legend lang=lang error=wrong("SEE_GOALS")>{boxes}</Fieldset>
                    <TextArea name="TEXT" id=field_id("INSIGHT") label=text::INSIGHT_WORDS.get(lang) typed=typed lang=lang error=problem rows=2/>
                    <div class="actions"><button type="submit" class="button button-primary" name="ACT" value="INSIGHT">{text::LET_SEE_YES.get(lang)}</button></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// The button that makes a code for somebody close.
pub(crate) fn code_form(plan: &ShownPlan<'_>, consent: &Consent, page: &ConsentsPage<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let is_shared = consent.kind == ConsentKind::Insight && consent.until.is_none();
    if !is_shared || plan.reader == PlanSide::Staff {
        return None;
    }
    let before = page.given.iter().find(|(place, _)| *place == consent.place);
    let before = before.map(|(_, access)| access.clone()).unwrap_or_default();
    let hint = (!before.is_empty()).then(|| view! { <p class="hint">{text::MAKE_CODE_HINT.get(lang)}</p> });
    let fields =
        vec![("CONSENT", consent.place.to_string()), ("FORM", page.form.to_owned()), ("BEFORE", before)];
    let (label, name) =
        (text::MAKE_CODE.get(lang), format!("{}: {}", text::MAKE_CODE.get(lang), consent.whom));
    Some(
        view! {
            <form method="post" action=format!("{}/del", plan.base)>
                <Hidden fields=fields/>
                {hint}
                <button type="submit" class="button button-secondary" aria-label=name>{label}</button>
            </form>
        }
        .into_any(),
    )
}

/// A code for somebody close.
pub struct GivenInsight<'a> {
    pub whom: &'a str,
    pub code: &'a str,
}

/// The code, shown once.
pub fn show_given(plan: &ShownPlan<'_>, given: &GivenInsight<'_>) -> AnyView {
    let lang = plan.lang;
    let base = plan.base.to_owned();
    view! {
        <h1>{text::code_for(given.whom, lang)}</h1>
        <p class="code">{given.code.to_owned()}</p>
        <p>{text::CODE_FOR_HOW.get(lang)}" "<strong>{base}</strong></p>
        <p>{text::CODE_FOR_ONCE.get(lang)}</p>
    }
    .into_any()
}

/// `/min-plan` for somebody close: what they may see, and nothing else.
pub fn insight_page(meta: &PageMeta, plan: &ShownPlan<'_>, consent: &Consent) -> AnyView {
    let lang = plan.lang;
    let parts = consent.parts.iter().map(|&part| {
        view! { <section><h2>{text::shared_heading(part).get(lang)}</h2>{show_part(meta, plan, part)}</section> }
    });
    let parts = parts.collect_view();
    let words = &consent.words;
    let words = (!words.is_empty()).then(|| view! { <div class="quoted"><p>{show_lines(words)}</p></div> });
    let contact = contact_block(meta, plan.standard, unit_of(plan));
    view! {
        <h1>{text::INSIGHT_TITLE.get(lang)}</h1>
        <p class="lead">{text::INSIGHT_LEAD.get(lang)}</p>
        {words}
        {parts}
        <section>
            <h2>{text::INSIGHT_HELP.get(lang)}</h2>
            {all_for_relatives(meta)}
            {contact}
        </section>
    }
    .into_any()
}

fn show_part(meta: &PageMeta, plan: &ShownPlan<'_>, part: SharedPart) -> AnyView {
    let lang = plan.lang;
    let nothing = || view! { <p class="hint">{text::NOTHING.get(lang)}</p> }.into_any();
    match part {
        SharedPart::Goals => show_goals(plan).unwrap_or_else(nothing),
        SharedPart::Week => {
            let held = plan.state.list_week(plan.today(), 14);
            show_days(meta, plan, &held)
        }
        SharedPart::Reviews => {
            let due = plan.state.dates.list_due(plan.standard);
            let due =
                due.iter().filter(|due| matches!(due.kind, PlanDueKind::Review | PlanDueKind::FullRevision));
            let lines = due.map(|due| {
                let day = dates::weekday_and_date(due.latest.date(), lang);
                view! { <p>{text::insight_due(&day, due.latest < plan.today(), lang)}</p> }
            });
            let lines: Vec<_> = lines.collect();
            if lines.is_empty() { nothing() } else { lines.into_any() }
        }
        SharedPart::Wellbeing => show_answers(plan).unwrap_or_else(nothing),
        SharedPart::BadDay => {
            let written = BadDayPart::ALL.iter().filter_map(|&part| {
                let said = plan.state.text(PlanField::BadDay(part));
                (!said.is_empty())
                    .then(|| view! { <h3>{text::bad_day_part(part).get(lang)}</h3><p>{show_lines(said)}</p> })
            });
            let written: Vec<_> = written.collect();
            if written.is_empty() { nothing() } else { written.into_any() }
        }
    }
}

fn show_goals(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let goals = plan.state.goals.iter().map(|goal| {
        let words = plan.state.text(PlanField::Goal(goal.place, SmartLetter::S)).to_owned();
        let since = text::since(&dates::date(goal.since.date(), lang), lang);
        view! { <li><strong>{words}</strong>" "<span>{text::state(goal.state).get(lang)}" · "{since}</span></li> }
    });
    let goals: Vec<_> = goals.collect();
    (!goals.is_empty()).then(|| view! { <ul class="lines">{goals}</ul> }.into_any())
}
