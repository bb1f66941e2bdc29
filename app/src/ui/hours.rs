//! Phones and hours.

use crate::{
    tasks::{contact::text as contact, find_help::island::Callable},
    ui::{dates, text as common},
};
use chrono::Weekday;
use domain::{CentreTime, Fact, Lang, Opening, Phone, TimeSpan, Unit, Week};
use leptos::prelude::*;

/// Open until when, or opening when; nothing where the hours are unknown.
#[must_use]
pub fn open_now(hours: &Fact<Week>, at: &CentreTime, lang: Lang) -> Option<AnyView> {
    let shown = match find_opening(hours, at)? {
        Opening::OpenUntil(until) => {
            let until = contact::open_until(&dates::clock(until.time(), lang), lang);
            view! {
                <p class="open-now"><span class="dot open" aria-hidden="true"></span>
                <strong>{contact::OPEN_NOW.get(lang)}</strong>" "{until}</p>
            }
            .into_any()
        }
        Opening::OpensAt(next) => {
            let next = contact::opens(&dates::next_time(next, at.now, lang), lang);
            view! {
                <p class="open-now"><span class="dot" aria-hidden="true"></span>
                <strong>{contact::CLOSED_NOW.get(lang)}</strong>". "{next}</p>
            }
            .into_any()
        }
        Opening::Never => return None,
    };
    Some(shown)
}

/// Whether it is open at a centre, where the hours are known.
fn find_opening(hours: &Fact<Week>, at: &CentreTime) -> Option<Opening> {
    hours.value().map(|week| week.at(at.now, &at.days))
}

/// Whether a unit's house is open now, in words; empty where the standard does not say.
#[must_use]
pub fn open_state(unit: &Unit, at: &CentreTime, lang: Lang) -> String {
    match find_opening(&unit.opening_hours, at) {
        Some(Opening::OpenUntil(until)) => {
            let until = contact::open_until(&dates::clock(until.time(), lang), lang);
            format!("{} {until}", contact::OPEN_NOW.get(lang))
        }
        Some(Opening::OpensAt(next)) => contact::opens(&dates::next_time(next, at.now, lang), lang),
        Some(Opening::Never) | None => String::new(),
    }
}

/// Whether a unit's phone is answered now, as a sentence; empty where the standard does not say.
#[must_use]
pub fn phone_state(unit: &Unit, at: &CentreTime, lang: Lang) -> String {
    match find_opening(&unit.phone_hours, at) {
        Some(Opening::OpenUntil(until)) => {
            contact::phone_answers_until(&dates::clock(until.time(), lang), lang)
        }
        Some(Opening::OpensAt(next)) => {
            contact::phone_answers_next(&dates::next_time(next, at.now, lang), lang)
        }
        Some(Opening::Never) | None => String::new(),
    }
}

impl Callable {
    /// The first phone of `unit`, if the standard names one.
    #[must_use]
    pub fn of(unit: &Unit, at: &CentreTime, lang: Lang) -> Option<Self> {
        let phone = unit.phones.value()?.first()?;
        let state = find_opening(&unit.phone_hours, at);
        Some(Self {
            dial: phone.to_dial(),
            shown: phone.in_pairs(),
            label: unit.labels_of(&phone.number, lang),
            when: phone_state(unit, at, lang),
            answered: matches!(state, Some(Opening::OpenUntil(_))),
        })
    }
}

/// A number one can tap.
#[component]
pub fn PhoneLink(phone: Phone) -> impl IntoView {
    view! { <a class="phone" href=format!("tel:{}", phone.to_dial())>{phone.in_pairs()}</a> }
}

/// A week as a table, or the sentence that the standard does not say.
#[component]
pub fn HoursTable(hours: Fact<Week>, caption: String, lang: Lang) -> impl IntoView {
    const DAYS: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let Some(week) = hours.value().cloned() else {
        return view! { <h3>{caption}</h3><p class="silent">{contact::NOT_STATED.get(lang)}</p> }.into_any();
    };
    let rows = alike(&week, DAYS)
        .into_iter()
        .map(|(first, last)| {
            let days = if first == last {
                dates::weekday(first, lang).to_owned()
            } else {
                format!("{}–{}", dates::weekday(first, lang), dates::weekday(last, lang))
            };
            view! { <tr><th scope="row">{days}</th><td>{spans(week.day(first), lang)}</td></tr> }
        })
        .collect_view();
    let note = hours.stated().and_then(|stated| stated.note.clone()).map(|note| note.get(lang).to_owned());
    let reading = hours
        .stated()
        .and_then(|stated| stated.reading.as_ref())
        .map(|reading| reading.text.get(lang).to_owned());
    view! {
        <table class="hours">
            <caption>{caption}</caption>
            <thead><tr>
                <th scope="col">{contact::DAY.get(lang)}</th><th scope="col">{contact::HOURS.get(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {note.map(|note| view! { <p>{note}</p> })}
        {reading.map(|reading| view! { <p class="reading">{reading}</p> })}
    }
    .into_any()
}

/// Runs of days with the same hours, each as its first and last day.
fn alike(week: &Week, days: [Weekday; 7]) -> Vec<(Weekday, Weekday)> {
    let mut runs: Vec<(Weekday, Weekday)> = Vec::new();
    for day in days {
        match runs.last_mut() {
            Some((first, last)) if week.day(*first) == week.day(day) => *last = day,
            _ => runs.push((day, day)),
        }
    }
    runs
}

fn spans(spans: &[TimeSpan], lang: Lang) -> String {
    if spans.is_empty() {
        return contact::CLOSED.get(lang).to_owned();
    }
    let written: Vec<String> = spans
        .iter()
        .map(|span| format!("{}–{}", dates::time(span.from, lang), dates::time(span.to, lang)))
        .collect();
    written.join(common::AND.get(lang))
}
