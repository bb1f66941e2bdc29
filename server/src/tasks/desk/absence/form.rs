//! An absence as it was sent.

use crate::{
    tasks::desk::{
        absence::model::{Absence, Whose},
        agenda::handlers::parse_day,
        staff::StaffMember,
    },
    web::FormBody,
};
use app::{
    phrase::Phrase,
    tasks::desk::absence::{
        text,
        views::{AbsenceForm, CENTRE},
    },
};
use chrono::NaiveDate;
use domain::{LocalDay, MINUTES_OF_DAY, parse_time_ranges};

/// Days that an absence can have.
const LONGEST: i64 = 60;
/// Stretches of time of a day.
const SPANS: usize = 6;
/// Letters of a note.
const NOTE: usize = 200;

/// The fields of an absence.
#[must_use]
pub fn take(fields: &mut FormBody) -> AbsenceForm {
    let mut take = |name| fields.take(name).unwrap_or_default();
    AbsenceForm {
        whose: take("WHO"),
        from: take("FROM"),
        to: take("TO"),
        span: take("SPAN"),
        note: take("NOTE").trim().chars().take(NOTE).collect(),
    }
}

/// The absence that was meant; `people` are those one may report.
///
/// # Errors
/// The field that cannot be used, and why.
pub fn read(
    form: &AbsenceForm,
    people: &[StaffMember],
    may_close: bool,
    today: NaiveDate,
) -> Result<Absence, (&'static str, Phrase)> {
    let whose = if form.whose == CENTRE {
        may_close.then_some(Whose::Centre)
    } else {
        people.iter().find(|member| member.id.to_string() == form.whose).cloned().map(Whose::Staff)
    };
    let whose = whose.ok_or(("WHO", text::BAD_WHOSE))?;
    let first = parse_day(&form.from).filter(|day| *day >= today).ok_or(("FROM", text::BAD_FROM))?;
    let last = if form.to.trim().is_empty() { Some(first) } else { parse_day(&form.to) };
    let days = last.map(|last| (last - first).num_days()).filter(|days| (0..=LONGEST).contains(days));
    let days = days.and_then(|days| u16::try_from(days).ok()).ok_or(("TO", text::BAD_TO))?;
    let spans = if form.span.trim().is_empty() {
        vec![(0, MINUTES_OF_DAY)]
    } else if matches!(whose, Whose::Centre) {
        return Err(("SPAN", text::CENTRE_WHOLE_DAY));
    } else {
        let spans = parse_time_ranges(&form.span).filter(|spans| (1..=SPANS).contains(&spans.len()));
        spans.ok_or(("SPAN", text::BAD_SPAN))?
    };
    let days = (0..=days).map(|ahead| LocalDay::new(first).plus_days(ahead).date()).collect();
    Ok(Absence { whose, days, spans, note: form.note.clone() })
}
