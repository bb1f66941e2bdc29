//! Complaining from a case by one press: what is known of it is filled in. The complaint gets a code of its own: whoever
//! follows the case at the desk can put another code in the place of the case's, and may be whom the complaint is about.

use crate::{
    phrase::Phrase,
    tasks::{
        case::{text, views::ShownCase},
        complaint::form::ComplaintForm,
    },
    ui::{dates, document::PageMeta, fields::Hidden},
};
use chrono::Datelike;
use domain::{
    ComplaintStart, ComplaintType, LocalDay,
    case::{CaseDecision, counts_from},
    complaint::{ComplaintSubject, StartDayKind, type_of_decision},
};
use leptos::prelude::*;

/// A complaint that treatment has not begun in time, with the days of the case.
pub(super) fn complain_of_waiting(meta: &PageMeta, case: &ShownCase<'_>) -> AnyView {
    let lang = meta.lang;
    let outcome = &case.state.clock.outcome;
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let words = outcome
        .day0
        .zip(outcome.start_latest)
        .map(|(first, last)| text::waited(&day(first), &day(last), lang));
    let form =
        ComplaintForm { words: words.unwrap_or_default(), ..of_case(case, ComplaintType::GuaranteeBreach) };
    let is_named = outcome.late_start_complainable == Some(true);
    show(meta, &form, if is_named { text::COMPLAIN } else { text::COMPLAIN_STILL })
}

/// A complaint about the decision in a case, with the day from which the last one is counted.
pub(super) fn complain_of_decision(
    meta: &PageMeta,
    case: &ShownCase<'_>,
    decision: &CaseDecision,
) -> AnyView {
    let mut form = of_case(case, type_of_decision(case.substance()));
    if let Some((start, Some(day))) = counts_from(case.standard, case.substance(), decision) {
        let kind = match start {
            ComplaintStart::DecisionReceived => StartDayKind::Received,
            ComplaintStart::DecisionMade => StartDayKind::Made,
        };
        let date = day.date();
        kind.code().clone_into(&mut form.start);
        (form.day, form.month, form.year) =
            (date.day().to_string(), date.month().to_string(), date.year().to_string());
    }
    show(meta, &form, text::COMPLAIN)
}

/// What a case tells of whoever complains.
fn of_case(case: &ShownCase<'_>, about: ComplaintType) -> ComplaintForm {
    let is_adult = case.subject.sample_ages().into_iter().max().is_none_or(|age| age >= 18);
    ComplaintForm {
        subject: ComplaintSubject::Of(about).code().to_owned(),
        substance: case.substance().code().to_owned(),
        adult: if is_adult { "YES" } else { "NO" }.to_owned(),
        ..ComplaintForm::default()
    }
}

fn show(meta: &PageMeta, form: &ComplaintForm, button: Phrase) -> AnyView {
    view! {
        <form method="post" action=meta.in_municipality("klage")>
            <Hidden fields=form.fields()/>
            <button type="submit" class="button button-secondary">{button.get(meta.lang)}</button>
        </form>
    }
    .into_any()
}
