//! Medicine on prescription: what it means for somebody anonymous, asked before, and answered by the citizen.

use super::{ShownPlan, field_id, texts::show_lines};
use crate::{
    tasks::plan::text,
    ui::{
        dates,
        facts::{beside, nuances, places},
        fields::{Hidden, TextArea},
        grounds::source_line,
    },
};
use domain::{
    Substance,
    plan::{Medicine, PlanSide},
};
use leptos::prelude::*;

/// That the centre has asked, on the first page of the plan.
pub(crate) fn show_open_question(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    let is_asked = plan.state.medicines.iter().any(|medicine| medicine.answer.is_none());
    if !is_asked || plan.reader == PlanSide::Staff {
        return None;
    }
    let href = format!("{}/samtykker#medicin", plan.base);
    Some(
        view! { <section class="you"><p><strong>{text::MEDICINE_ASKED.get(lang)}</strong></p><p><a href=href>{text::MEDICINE_ANSWER.get(lang)}</a></p></section> }
            .into_any(),
    )
}

/// What was proposed, and what it means; and the form in which the centre proposes it.
pub(crate) fn show_medicine(plan: &ShownPlan<'_>) -> Option<AnyView> {
    let lang = plan.lang;
    if plan.reader == PlanSide::Citizen && plan.state.medicines.is_empty() {
        return None;
    }
    let proposed = plan.state.medicines.iter().rev();
    let items = proposed.map(|medicine| view! { <li>{show_one(plan, medicine)}</li> }).collect_view();
    let form = (plan.reader == PlanSide::Staff).then(|| show_form(plan));
    Some(
        view! {
            <section id="medicin">
                <h2>{text::MEDICINE.get(lang)}</h2>
                {show_meaning(plan)}
                <ul class="lines notes">{items}</ul>
                {form}
            </section>
        }
        .into_any(),
    )
}

/// Whether somebody stays anonymous, by the rules; that they are silent is said.
fn show_meaning(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let rules = plan.standard.rules_for(plan.state.dates.subject.substance);
    let decision = plan.state.ask_about_medicine(rules, plan.today());
    let said = text::medicine_means(decision.outcome.anonymity_continues, plan.reader).get(lang);
    let readings = decision.readings.iter().map(|reading| beside(None, Some(reading), lang)).collect_view();
    let source = source_line(None, places(decision.citations.iter().copied()), lang);
    // Who takes drugs in such a way that it calls for medicine may be without the offer that asks for no name.
    let ends = rules.anonymous_drug_treatment.anonymity_ends.stated();
    let ends = ends.filter(|_| plan.state.dates.subject.substance == Substance::Drugs).map(|stated| {
        let source = source_line(None, places([&stated.source]), lang);
        view! { <p>{stated.value.get(lang).to_owned()}</p>{nuances(stated, lang)}{source} }
    });
    view! { <p>{said}</p>{readings}{source}{ends} }.into_any()
}

fn show_one(plan: &ShownPlan<'_>, medicine: &Medicine) -> AnyView {
    let lang = plan.lang;
    let day = |day: domain::LocalDay| dates::date(day.date(), lang);
    let answered = match &medicine.answer {
        Some(answer) => text::answered_medicine(answer.yes, &day(answer.on), plan.reader, lang),
        None => text::proposed_medicine(&day(medicine.on), lang),
    };
    let author =
        medicine.answer.as_ref().map(|answer| answer.author.as_str()).filter(|author| !author.is_empty());
    let noted = author.map(|author| format!(" {}.", text::noted_by(author, lang)));
    let action = format!("{}/samtykker", plan.base);
    let button = |yes: bool| {
        let is_given = medicine.answer.as_ref().is_some_and(|answer| answer.yes == yes);
        let class = if medicine.answer.is_some() { "link" } else { "button button-secondary" };
        (!is_given).then(|| {
            let fields = vec![("MEDICINE", medicine.place.to_string()), ("YES", if yes { "YES" } else { "NO" }.to_owned())];
            let label = text::answer_medicine(yes, medicine.answer.is_some(), plan.reader).get(lang);
            let name = format!("{label}: {}", medicine.words);
            view! {
                <form method="post" action=action.clone()>
                    <Hidden fields=fields/>
                    <button type="submit" class=class name="ACT" value="ANSWER" aria-label=name>{label}</button>
                </form>
            }
        })
    };
    view! {
        <p><strong>{show_lines(&medicine.words)}</strong></p>
        <p class="hint">{answered}{noted}</p>
        <div class="plan-acts">{button(true)}{button(false)}</div>
    }
    .into_any()
}

fn show_form(plan: &ShownPlan<'_>) -> AnyView {
    let lang = plan.lang;
    let tried = plan.tried_at("MEDICINE");
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    view! {
        <form method="post" action=format!("{}/samtykker", plan.base) autocomplete="off">
            <TextArea name="TEXT" id=field_id("MEDICINE") label=text::MEDICINE_WORDS.get(lang) typed=typed lang=lang error=problem rows=2/>
            <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="MEDICINE">{text::PROPOSE_MEDICINE.get(lang)}</button></div>
        </form>
    }
    .into_any()
}
