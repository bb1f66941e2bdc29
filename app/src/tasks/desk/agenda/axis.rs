//! A day as a time axis: a column a colleague, one's own first, and a line for now.
//!
//! Where something stands is told by classes, in steps of five minutes: the portal's pages carry no style of their own.

use super::{text, views::Entry};
use crate::{
    phrase::Phrase,
    tasks::desk::text as desk_text,
    ui::{dates, document::PageMeta},
};
use chrono::{NaiveTime, Timelike};
use domain::Lang;
use leptos::prelude::*;

/// Minutes of a step of the axis.
const STEP: u32 = 5;
/// Minutes from an hour within which the line for now would be printed over it.
const NEAR: u32 = 20;
/// Hours that are always shown.
const USUAL: (u32, u32) = (8, 16);

/// A column: whose or which day's appointments.
pub struct Column<'a> {
    pub title: String,
    /// Names the column in an address.
    pub id: String,
    /// Shown on a narrow screen without being asked for.
    pub is_open: bool,
    pub is_away: bool,
    pub entries: Vec<&'a Entry>,
}

/// What the axis shows beside its columns.
pub struct Axis<'a> {
    pub columns: &'a [Column<'a>],
    /// The time, where one of the columns is today's.
    pub now: Option<NaiveTime>,
    /// The appointment that is looked at.
    pub chosen: Option<&'a str>,
    /// What is said where a column has nothing.
    pub nothing: Phrase,
}

fn count_minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The whole hours from the first to the last that are needed.
fn find_hours(columns: &[Column<'_>]) -> (u32, u32) {
    let entries = || columns.iter().flat_map(|column| &column.entries);
    let first = entries().map(|one| count_minutes(one.begins.time()) / 60).min();
    let last = entries()
        .map(|one| (count_minutes(one.begins.time()) + u32::from(one.minutes)).div_ceil(60).min(24))
        .max();
    (first.map_or(USUAL.0, |first| first.min(USUAL.0)), last.map_or(USUAL.1, |last| last.max(USUAL.1)))
}

/// The class of a moment: steps after the first hour.
fn class_of(time: NaiveTime, first: u32) -> String {
    format!("t-{}", count_minutes(time).saturating_sub(first * 60) / STEP)
}

pub(super) fn show_axis(meta: &PageMeta, axis: &Axis<'_>) -> AnyView {
    let lang = meta.lang;
    let (first, last) = find_hours(axis.columns);
    let hours = (first..last)
        .map(|hour| {
            // Where the line for now says its own time, the hour would be read together with it.
            let is_free = axis.now.is_none_or(|now| count_minutes(now).abs_diff(hour * 60) > NEAR);
            view! { <li class=format!("t-{}", (hour - first) * 60 / STEP)>{is_free.then_some(hour)}</li> }
        })
        .collect_view();
    let columns = axis.columns.iter().map(|column| show_column(meta, axis, column, first)).collect_view();
    let now = axis.now.filter(|now| (first..last).contains(&now.hour())).map(|now| {
        let class = class_of(now, first);
        view! { <div class="now" aria-hidden="true"><span class=class>{dates::time(now, lang)}</span></div> }
    });
    view! {
        <div class="axis" role="group" aria-label=text::DAY_AXIS.get(lang) tabindex="0">
            <ol class="clock" aria-hidden="true">{hours}</ol>
            {columns}
            {now}
        </div>
    }
    .into_any()
}

fn show_column(meta: &PageMeta, axis: &Axis<'_>, column: &Column<'_>, first: u32) -> AnyView {
    let lang = meta.lang;
    let class = if column.is_open { "column open" } else { "column" };
    let number = column.entries.len();
    let away = column.is_away.then(|| view! { " · "<em>{text::AWAY_THAT_DAY.get(lang)}</em> });
    let slots = column.entries.iter().map(|one| show_slot(meta, axis, one, first)).collect_view();
    let nothing = (number == 0).then(|| view! { <p class="nothing">{axis.nothing.get(lang)}</p> });
    let list = (number > 0).then(|| view! { <ol class="slots">{slots}</ol> });
    let to = format!("#{}", column.id);
    view! {
        <section class=class id=column.id.clone()>
            <h2><a href=to>{column.title.clone()}" ("{number}")"</a>{away}</h2>
            {list}
            {nothing}
        </section>
    }
    .into_any()
}

fn show_slot(meta: &PageMeta, axis: &Axis<'_>, one: &Entry, first: u32) -> AnyView {
    let lang = meta.lang;
    let begins = one.begins.time();
    let steps = u32::from(one.minutes).div_ceil(STEP);
    let pending = if one.pending { " pending" } else { "" };
    let class = format!("slot {} d-{steps}{pending}", class_of(begins, first));
    let current = (axis.chosen == Some(one.id.as_str())).then_some("true");
    let to = meta.to(&format!("/desk/aftale/{}", one.id));
    let head = format!("{} {}", dates::time(begins, lang), one.pseudonym);
    view! { <li class=class><a href=to aria-current=current><strong>{head}</strong>" "<span>{describe(one, lang)}</span></a></li> }
        .into_any()
}

/// In a few words what an appointment is.
fn describe(one: &Entry, lang: Lang) -> String {
    // First what must be prepared: a short appointment has room for little.
    let mut parts: Vec<_> =
        (one.lang == Lang::En).then(|| desk_text::IN_ENGLISH.get(lang)).into_iter().collect();
    parts.extend([text::kind_in_short(one.kind).get(lang), text::about_in_short(one.about).get(lang)]);
    parts.extend(one.pending.then(|| text::IS_PENDING.get(lang)));
    parts.join(" · ")
}
