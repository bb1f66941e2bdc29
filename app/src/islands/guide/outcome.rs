//! The outcome: what fits and why, what does not and why, and the next step.

use super::{Callable, GuideState, NextStep, OfferBrief, question::HiddenAnswers};
use crate::text::{common, guide as text};
use domain::{Access, Assessment, Condition, Fit, Lang};
use leptos::{ev::SubmitEvent, prelude::*};

/// The whole outcome.
pub fn view(state: RwSignal<GuideState>, now: &GuideState, outcome: &[Assessment]) -> impl IntoView + use<> {
    let lang = now.lang;
    let fits: Vec<&Assessment> = outcome.iter().filter(|verdict| verdict.fit != Fit::No).collect();
    let groups = [
        (Access::Direct, text::START_HERE),
        (Access::AfterIntake, text::AFTERWARDS),
        (Access::WithinTreatment, text::BESIDE),
        (Access::ByDecision, text::DECIDED),
    ]
    .into_iter()
    .filter_map(|(access, title)| {
        let cards: Vec<_> = fits
            .iter()
            .filter(|verdict| now.guide.offers[verdict.offer].access == access)
            .map(|verdict| fitting(now, verdict))
            .collect();
        (!cards.is_empty()).then(|| {
            view! { <section><h2>{title.get(lang)}</h2><ul class="offers">{cards}</ul></section> }
        })
    })
    .collect_view();
    let title = if fits.is_empty() { text::OUTCOME_NONE_TITLE } else { text::OUTCOME_TITLE };
    view! {
        <h1 tabindex="-1" id="question">{title.get(lang)}</h1>
        <p class="lead">{if fits.is_empty() { text::OUTCOME_NONE } else { text::OUTCOME_NOTE }.get(lang)}</p>
        {next_step(now, outcome)}
        {groups}
        {misfits(now, outcome)}
        {answers(state, now)}
    }
}

fn offer_link(now: &GuideState, offer: &OfferBrief) -> impl IntoView + use<> {
    let href = format!("{}/tilbud/{}", now.base, offer.slug);
    view! { <a href=href>{offer.title.clone()}</a> }
}

fn fitting(now: &GuideState, verdict: &Assessment) -> impl IntoView + use<> {
    let lang = now.lang;
    let offer = &now.offers[verdict.offer];
    let reasons: Vec<String> =
        verdict.met.iter().filter_map(|condition| text::reason(condition, lang)).collect();
    let why = (!reasons.is_empty())
        .then(|| view! { <p class="why"><strong>{text::WHY.get(lang)}": "</strong>{sentence(&reasons, lang)}</p> });
    let open: Vec<String> =
        verdict.open.iter().map(|condition| text::open_condition(condition, lang)).collect();
    let conditions = (!open.is_empty())
        .then(|| view! { <p class="why"><strong>{text::IF.get(lang)}" "</strong>{sentence(&open, lang)}</p> });
    view! {
        <li class="offer">
            <h3>{offer_link(now, offer)}</h3>
            <p>{offer.summary.clone()}</p>
            {why}
            {conditions}
        </li>
    }
}

/// `a, b og c.`
fn sentence(parts: &[String], lang: Lang) -> String {
    let and = match lang {
        Lang::Da => " og ",
        Lang::En => " and ",
    };
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => format!("{last}."),
        Some((last, rest)) => format!("{}{and}{last}.", rest.join(", ")),
    }
}

/// Offers for the same kind of person that do not fit, each with the first reason.
fn misfits(now: &GuideState, outcome: &[Assessment]) -> impl IntoView + use<> {
    let lang = now.lang;
    let other_people = |verdict: &Assessment| {
        verdict.unmet.iter().any(|condition| matches!(condition, Condition::Audience(_)))
    };
    let rows: Vec<_> = outcome
        .iter()
        .filter(|verdict| verdict.fit == Fit::No && !other_people(verdict))
        .map(|verdict| {
            let why: Vec<String> =
                verdict.unmet.iter().map(|condition| text::unmet(condition, lang)).collect();
            view! { <li>{offer_link(now, &now.offers[verdict.offer])}". "{why.join(" ")}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <details class="details misfits">
                <summary>{text::DOES_NOT_FIT.get(lang)}</summary>
                <ul>{rows}</ul>
            </details>
        }
    })
}

fn next_step(now: &GuideState, outcome: &[Assessment]) -> impl IntoView + use<> {
    let lang = now.lang;
    let contact = format!("{}/kontakt", now.base);
    let NextStep { unit, phone } = now.next_step(outcome).clone();
    let call = phone.map(|Callable { dial, shown, when }| {
        view! {
            <p>{text::NEXT_STEP_TEXT.get(lang)}</p>
            <p class="call">
                <a class="button button-primary" href=format!("tel:{dial}")>{shown}</a>
                " "<span>{when}</span>
            </p>
        }
    });
    let no_phone = call.is_none().then(|| view! { <p>{text::NEXT_STEP_NO_PHONE.get(lang)}</p> });
    view! {
        <section class="you">
            <h2>{text::NEXT_STEP.get(lang)}": "{unit}</h2>
            {call}
            {no_phone}
            <p><a href=contact>{common::CONTACT.get(lang)}</a></p>
        </section>
    }
}

fn answers(state: RwSignal<GuideState>, now: &GuideState) -> impl IntoView + use<> {
    let lang = now.lang;
    let rows = now
        .answers
        .iter()
        .map(|(question, choice)| {
            let label = format!("{}: {}", text::CHANGE.get(lang), text::question(question).get(lang));
            view! {
                <div class="answer">
                    <dt>{text::question(question).get(lang)}</dt>
                    <dd>
                        {text::choice(choice, lang)}" "
                        <button type="submit" name="ASK" value=question.code() class="link" aria-label=label>
                            {text::CHANGE.get(lang)}
                        </button>
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <form method="post" action=format!("{}/find", now.base) class="answers"
            on:submit=move |event| submit(&event, state)>
            <HiddenAnswers state=now.clone()/>
            <h2>{text::YOUR_ANSWERS.get(lang)}</h2>
            <dl>{rows}</dl>
        </form>
        <p class="actions"><a class="button button-secondary" href=format!("{}/find", now.base)>{text::RESTART.get(lang)}</a></p>
    }
}

impl GuideState {
    /// Whom to turn to: the unit of the nearest offer that fits and has a phone, else the first unit.
    fn next_step(&self, outcome: &[Assessment]) -> &NextStep {
        let nearest = outcome
            .iter()
            .filter(|verdict| verdict.fit != Fit::No)
            .map(|verdict| &self.next_steps[self.offers[verdict.offer].unit])
            .find(|next| next.phone.is_some());
        nearest.unwrap_or(&self.next_steps[0])
    }
}

#[cfg(not(feature = "hydrate"))]
fn submit(_: &SubmitEvent, _: RwSignal<GuideState>) {}

#[cfg(feature = "hydrate")]
fn submit(event: &SubmitEvent, state: RwSignal<GuideState>) {
    super::phone::ask_again(event, state);
}
