//! Consents as things: what for, for whom, since when; given in own words, and taken back with one press.

use super::{
    ShownPlan, field_id,
    insight::{code_form, insight_form},
    medicine::show_medicine,
    texts::show_lines,
};
use crate::{
    tasks::plan::text,
    ui::{
        choices::{Choice, Legend, RadioGroup},
        dates,
        error_summary::FieldError,
        facts::{nuances, places},
        fields::{Field, Hidden, TextArea},
        grounds::source_line,
    },
};
use domain::{
    Fact, Text,
    plan::{Consent, ConsentKind, PlanSide},
};
use leptos::prelude::*;

/// The first choice of what is agreed to.
#[must_use]
pub fn first_kind() -> String {
    format!("KIND-{}", ConsentKind::ALL[0].code())
}

/// What the page shows beside the plan.
pub struct ConsentsPage<'a> {
    /// The key of the form by which a code is given, and by consent the way in that was given before.
    pub form: &'a str,
    pub given: &'a [(u32, String)],
}

/// `…/samtykker`.
pub fn show_consents(plan: &ShownPlan<'_>, page: &ConsentsPage<'_>) -> AnyView {
    let lang = plan.lang;
    let (standing, over): (Vec<&Consent>, Vec<&Consent>) =
        plan.state.consents.iter().partition(|consent| consent.until.is_none());
    let items: Vec<_> =
        standing.iter().map(|consent| view! { <li>{show_one(plan, consent, page)}</li> }).collect();
    let items = if items.is_empty() {
        view! { <p>{text::NO_CONSENTS.get(lang)}</p> }.into_any()
    } else {
        view! { <ul class="lines notes">{items}</ul> }.into_any()
    };
    let past: Vec<_> =
        over.iter().rev().map(|consent| view! { <li>{show_one(plan, consent, page)}</li> }).collect();
    let past = (!past.is_empty()).then(|| {
        view! { <details><summary>{text::TAKEN_BACK.get(lang)}</summary><ul class="lines notes">{past}</ul></details> }
    });
    let lead = (plan.reader == PlanSide::Citizen)
        .then(|| view! { <p class="lead">{text::CONSENT_LEAD.get(lang)}</p> });
    view! {
        <h1>{text::consents(plan.reader).get(lang)}</h1>
        {lead}
        {show_medicine(plan)}
        {show_missing(plan)}
        <h2>{text::given(plan.reader).get(lang)}</h2>
        {items}
        {past}
        {show_form(plan)}
        {insight_form(plan)}
        {show_rules(plan)}
    }
    .into_any()
}

/// What must be agreed to before treatment begins, and is not.
fn show_missing(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let missing =
        plan.state.list_missing_consents(plan.standard.rules_for(plan.state.dates.subject.substance));
    if missing.is_empty() {
        return None;
    }
    let items = missing.into_iter().map(|kind| view! { <li>{text::consent_kind(kind).get(lang)}</li> });
    let items = items.collect_view();
    Some(
        view! { <section class="you"><p><strong>{text::MISSING_CONSENTS.get(lang)}</strong></p><ul>{items}</ul></section> }
            .into_any(),
    )
}

fn show_one(plan: &ShownPlan<'_>, consent: &Consent, page: &ConsentsPage<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/samtykker", plan.base);
    let title = text::consent_kind(consent.kind).get(lang);
    let day = |day: domain::LocalDay| dates::date(day.date(), lang);
    let held = match consent.until {
        None => text::since_day(&day(consent.since), lang),
        Some(until) => text::held_between(&day(consent.since), &day(until), lang),
    };
    let noted = (!consent.author.is_empty()).then(|| format!(" · {}", text::noted_by(&consent.author, lang)));
    let whom = (!consent.whom.is_empty())
        .then(|| view! { <p>{text::WHOM.get(lang)}" "<strong>{consent.whom.clone()}</strong></p> });
    let words = (!consent.words.is_empty()).then(|| view! { <p>{show_lines(&consent.words)}</p> });
    let parts = (!consent.parts.is_empty()).then(|| {
        let parts = consent.parts.iter().map(|&part| view! { <li>{text::shared_part(part).get(lang)}</li> });
        view! { <ul>{parts.collect_view()}</ul> }
    });
    let code = code_form(plan, consent, page);
    let back = consent.until.is_none().then(|| {
        let fields = vec![("CONSENT", consent.place.to_string())];
        let label = text::TAKE_BACK.get(lang);
        let what = [title, &consent.whom].into_iter().filter(|what| !what.is_empty()).collect::<Vec<_>>();
        let name = format!("{label}: {}", what.join(", "));
        view! {
            <form method="post" action=action>
                <Hidden fields=fields/>
                <button type="submit" class="button button-secondary" name="ACT" value="TAKE_BACK" aria-label=name>{label}</button>
            </form>
        }
    });
    view! { <p><strong>{title}</strong></p>{whom}{parts}{words}<p class="hint">{held}{noted}</p>{code}{back} }
        .into_any()
}

fn show_form(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/samtykker", plan.base);
    let tried = plan.tried_at("CONSENT");
    let (kind, whom) = (plan.chosen_at("CONSENT", "KIND"), plan.chosen_at("CONSENT", "WHOM"));
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let wrong = tried.and_then(|tried| FieldError::at(&tried.beside, &first_kind()));
    let choices = plan
        .state
        .list_consent_kinds(plan.standard.rules_for(plan.state.dates.subject.substance))
        .into_iter()
        .filter(|one| plan.reader == PlanSide::Staff || !one.is_of_parents())
        .map(|one| Choice::new(one.code(), text::consent_kind(one).get(lang), one.code() == kind));
    let choices = choices.collect();
    let (what, give) = match plan.reader {
        PlanSide::Citizen => (text::WHAT_FOR, text::AGREE),
        PlanSide::Staff => (text::WHAT_FOR_STAFF, text::NOTE_CONSENT),
    };
    let legend = Legend::Label(what.get(lang).to_owned());
    view! {
        <section>
            <h2>{text::give(plan.reader).get(lang)}</h2>
            <form method="post" action=action autocomplete="off">
                <RadioGroup name="KIND" legend=legend choices=choices lang=lang error=wrong/>
                <Field name="WHOM" label=text::WHOM.get(lang) hint=text::WHOM_HINT.get(lang) value=whom lang=lang autocomplete="off" maxlength=120/>
                <TextArea name="TEXT" id=field_id("CONSENT") label=text::CONSENT_WORDS.get(lang) typed=typed lang=lang error=problem rows=3/>
                <div class="actions"><button type="submit" class="button button-primary" name="ACT" value="CONSENT">{give.get(lang)}</button></div>
            </form>
        </section>
    }
    .into_any()
}

/// What the standard says of consent, with its source.
fn show_rules(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let consent = &rules.consent;
    let facts: [&Fact<Text>; 4] =
        [&consent.fetching_data, &consent.doctor, &consent.follow_up, &consent.involving_relatives];
    let stated = facts.into_iter().filter_map(Fact::stated).map(|stated| {
        let source = source_line(None, places([&stated.source]), lang);
        view! { <li><p>{stated.value.get(lang).to_owned()}</p>{nuances(stated, lang)}{source}</li> }
    });
    let stated: Vec<_> = stated.collect();
    (!stated.is_empty())
        .then(|| view! { <details><summary>{text::CONSENT_RULES.get(lang)}</summary><ul class="nobullet-list">{stated}</ul></details> }.into_any())
}
