//! Choosing a time: the first free one, and the days that have others.

use crate::{
    phrase::Phrase,
    tasks::booking::{text, views::format_time_field},
    ui::{acts_text, choices::choice_id, closures, dates, document::PageMeta, text as common},
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};
use domain::{Closure, DayPart, Lang};
use itertools::Itertools;
use leptos::prelude::*;

/// Days that have free times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FreeDays {
    /// The free times of each day, in order.
    pub days: Vec<(NaiveDate, Vec<NaiveDateTime>)>,
    /// Days on which the centre is closed, and what it says of them.
    pub closed: Vec<(NaiveDate, Closure)>,
    /// The day whose times are seen at once.
    pub open: Option<NaiveDate>,
}

impl FreeDays {
    fn first(&self) -> Option<NaiveDateTime> {
        self.days.iter().find_map(|(_, times)| times.first()).copied()
    }
}

/// The id of the button with the first free time.
pub(crate) fn first_choice(free: &FreeDays) -> String {
    free.first()
        .map(|first| format!("first-{}", choice_id("TIME", &format_time_field(first))))
        .unwrap_or_default()
}

/// Each time as a button, the first of all on top; `before` is the one that was chosen before.
pub(crate) fn show_times(
    meta: &PageMeta,
    free: &FreeDays,
    before: Option<&str>,
    now: NaiveDateTime,
    lang: Lang,
) -> AnyView {
    let first = free.first().map(|first| {
        let when = text::first_free(&dates::next_time(first, now, lang), lang);
        let value = format_time_field(first);
        view! { <p class="actions"><button type="submit" class="button button-primary" id=first_choice(free) name="TIME" value=value>{when}</button></p> }
    });
    let days = free
        .days
        .iter()
        .map(|(day, times)| {
            let count = text::times(times.len(), lang);
            let title = common::capitalised(&dates::day_seen_from(*day, now.date(), lang));
            let parts = show_parts(*day, times, before, lang);
            view! {
                <details class="details day" open=free.open == Some(*day)>
                    <summary><span><strong>{title}</strong>" · "{count}</span></summary>
                    {parts}
                </details>
            }
        })
        .collect_view();
    view! {
        {first}
        <p>{text::OR_CHOOSE_DAY.get(lang)}</p>
        {closed_days(free, lang)}
        {days}
        <p>
            {text::NO_DAY_SUITS.get(lang)}" "
            {meta.acts.callback.then(|| view! { <a href=meta.in_municipality("ring-mig-op")>{acts_text::CALLBACK.get(lang)}</a>" · " })}
            <a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a>
        </p>
    }
    .into_any()
}

/// The times of a day, by the part of the day.
fn show_parts(day: NaiveDate, times: &[NaiveDateTime], before: Option<&str>, lang: Lang) -> AnyView {
    let parts = times.iter().chunk_by(|time| DayPart::of(**time));
    let parts: Vec<(DayPart, Vec<NaiveDateTime>)> =
        parts.into_iter().map(|(part, times)| (part, times.copied().collect())).collect();
    parts
        .into_iter()
        .map(|(part, times)| {
            let part = part_of_day(part).get(lang);
            let label = format!("{}, {part}", dates::day_of_year(day, lang));
            let times = times.into_iter().map(|time| show_time(time, before, lang)).collect_view();
            view! { <p class="hint">{part}</p><div role="group" aria-label=label><ul class="times">{times}</ul></div> }
        })
        .collect_view()
        .into_any()
}

fn show_time(time: NaiveDateTime, before: Option<&str>, lang: Lang) -> impl IntoView + use<> {
    let value = format_time_field(time);
    let is_before = before == Some(value.as_str());
    let before = is_before.then_some("true");
    let said = is_before.then(|| view! { <span class="sr-only">" "{common::CHOSEN_BEFORE.get(lang)}</span> });
    let id = choice_id("TIME", &value);
    view! {
        <li><button type="submit" class="time" id=id name="TIME" value=value aria-current=before>{dates::time(time.time(), lang)}{said}</button></li>
    }
}

const fn part_of_day(part: DayPart) -> Phrase {
    match part {
        DayPart::Morning => text::MORNING,
        DayPart::Afternoon => text::AFTERNOON,
        DayPart::Evening => text::EVENING,
    }
}

/// Days on which the centre is closed, among those that are shown, with what it says of each.
fn closed_days(free: &FreeDays, lang: Lang) -> Option<AnyView> {
    // Nobody wonders why a centre is closed on a Sunday that is a holiday.
    let is_told = |day: &NaiveDate, closure: &Closure| {
        matches!(closure, Closure::Desk(_)) || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    };
    let days: Vec<_> = free
        .closed
        .iter()
        .filter(|(day, closure)| is_told(day, closure))
        .map(|(day, closure)| {
            let day = dates::long_date(*day, lang);
            let note = closures::describe(closure, lang).map(|(note, is_own)| {
                view! { ". "<span lang=is_own.then_some("da")>{note}</span> }
            });
            view! { <li>{day}{note}</li> }
        })
        .collect();
    (!days.is_empty()).then(|| {
        view! { <div class="notice"><p>{text::CLOSED_DAYS.get(lang)}</p><ul>{days}</ul></div> }.into_any()
    })
}
