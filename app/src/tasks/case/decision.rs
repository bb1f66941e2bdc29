//! The decision, as one can read it: what it was, when, and until when one can complain, counted step by step.

use crate::{
    phrase::Phrase,
    tasks::{
        case::{complaint::complain_of_decision, text, views::ShownCase},
        deadline::text::reasons::COUNTS_LATER,
    },
    ui::{
        dates,
        document::PageMeta,
        facts::{beside, source_line},
    },
};
use domain::{
    Body, ComplaintStart, Lang, LocalDay, Source, Stated, Text,
    case::{CaseDecision, complaint_about, counts_from, find_decision},
    decide::ComplaintReason,
};
use itertools::Itertools;
use leptos::prelude::*;

/// The last decision in a case; nothing where there is none.
pub(super) fn show_decision(meta: &PageMeta, case: &ShownCase<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let decision = find_decision(&case.events)?;
    let on = |phrase: Phrase, day: LocalDay| phrase.with(&dates::weekday_and_date(day.date(), lang), lang);
    let days = [
        Some(on(text::DECIDED_ON, decision.made)),
        decision.sent.map(|day| on(text::SENT_ON, day)),
        decision.received.map(|day| on(text::RECEIVED_ON, day)),
    ];
    let days = days.into_iter().flatten().map(|day| view! { <li>{day}</li> }).collect_view();
    let letter = case.standard.rules_for(case.substance()).guarantee.decision_letter.stated();
    Some(
        view! {
            <section>
                <h3>{text::DECISION.get(lang)}</h3>
                <p><strong>{text::describe_outcome(decision.outcome).get(lang)}</strong></p>
                <ul>{days}</ul>
                {letter.map(|letter| show_letter(letter, lang))}
                {show_complaint(meta, case, &decision)}
            </section>
        }
        .into_any(),
    )
}

/// How a decision reaches somebody, and whom to call about it, in the standard's words.
fn show_letter(letter: &Stated<Text>, lang: Lang) -> AnyView {
    let source = source_line(std::slice::from_ref(&letter.source), lang);
    view! { <p>{letter.value.get(lang).to_owned()}</p>{source} }.into_any()
}

/// To whom one can complain, until when, and how that day was counted.
fn show_complaint(meta: &PageMeta, case: &ShownCase<'_>, decision: &CaseDecision) -> AnyView {
    let lang = meta.lang;
    let found = complaint_about(case.standard, &case.subject, decision);
    let outcome = &found.outcome;
    let barred = (outcome.complainable != Some(true)).then(|| {
        let said = match outcome.reason {
            ComplaintReason::UndeterminedStaffDecide => text::COMPLAINT_UNDETERMINED,
            _ => text::COMPLAINT_BARRED,
        };
        view! { <p>{said.get(lang)}</p> }
    });
    let center_only = (outcome.reason == ComplaintReason::AlcoholDecisionCenterOnly)
        .then(|| view! { <p>{text::CENTER_ONLY.get(lang)}</p> });
    let recipient = outcome.recipient.map(|body| show_recipient(body, lang));
    let counting = (outcome.complainable == Some(true) && outcome.recipient.is_some())
        .then(|| show_counting(case, decision, outcome.complaint_latest, lang));
    let more = barred.is_none().then(|| complain_of_decision(meta, case, decision));
    let readings =
        found.readings.iter().unique().map(|reading| beside(None, Some(reading), lang)).collect_view();
    let sources: Vec<Source> = found.citations.iter().copied().cloned().collect();
    view! {
        {barred}
        {center_only}
        {recipient}
        {counting}
        {more}
        <details class="details"><summary>{text::GROUNDS.get(lang)}</summary>{readings}{source_line(&sources, lang)}</details>
    }
    .into_any()
}

fn show_recipient(body: &Body, lang: Lang) -> AnyView {
    view! { <p>{text::COMPLAIN_TO.with(body.name.get(lang), lang)}</p> }.into_any()
}

/// The last day to complain, step by step: from which day, how many weeks, and what a weekend or a holiday does to it.
fn show_counting(
    case: &ShownCase<'_>,
    decision: &CaseDecision,
    latest: Option<LocalDay>,
    lang: Lang,
) -> Option<AnyView> {
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let (start, from) = counts_from(case.standard, case.substance(), decision)?;
    let rule = match start {
        ComplaintStart::DecisionReceived => text::COUNTED_FROM_RECEIVED,
        ComplaintStart::DecisionMade => text::COUNTED_FROM_MADE,
    };
    let Some((from, latest)) = from.zip(latest) else {
        let weeks = case.standard.rules_for(case.substance()).complaints.deadline_weeks.value();
        let said = weeks.map(|weeks| text::weeks_from_then(*weeks, lang));
        return Some(view! { <p>{rule.get(lang)}" "{said}</p> }.into_any());
    };
    let weeks = latest.days_after(from) / 7;
    let next = latest.next_weekday();
    let later = (next != latest).then(|| view! { <li>{COUNTS_LATER.with(&day(next), lang)}</li> });
    Some(
        view! {
            <p><strong>{text::COMPLAIN_BY.with(&day(latest), lang)}</strong></p>
            <ol>
                <li>{rule.get(lang)}" "{text::THAT_DAY.with(&day(from), lang)}</li>
                <li>{text::weeks_on(weeks, &day(latest), lang)}</li>
                {later}
            </ol>
        }
        .into_any(),
    )
}
