//! A week: one's own appointments, or how many each colleague has on each day.

use super::{axis::Column, text};
use crate::ui::{dates, document::PageMeta, text as common};
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

/// What the page of a week shows.
pub struct WeekPage<'a> {
    /// Its Monday.
    pub first: NaiveDate,
    pub today: NaiveDate,
    pub content: WeekContent<'a>,
}

/// Whose week it is.
pub enum WeekContent<'a> {
    /// One's own appointments, a column a day.
    Mine(&'a [Column<'a>]),
    All(&'a WeekMatrix),
}

/// How many appointments everybody has.
pub struct WeekMatrix {
    /// The days of the week that are shown, and whether the centre is closed then.
    pub days: Vec<(NaiveDate, bool)>,
    /// A row a colleague, one's own first.
    pub rows: Vec<WeekRow>,
}

/// A colleague's week.
pub struct WeekRow {
    pub name: String,
    /// Of each day that is shown.
    pub cells: Vec<WeekCell>,
}

/// A colleague's day.
#[derive(Clone, Copy, Default)]
pub struct WeekCell {
    pub appointments: u64,
    /// How many of them wait to be confirmed.
    pub pending: u64,
    pub is_away: bool,
}

pub(super) fn show_matrix(meta: &PageMeta, matrix: &WeekMatrix, today: NaiveDate) -> AnyView {
    let lang = meta.lang;
    let heads = matrix
        .days
        .iter()
        .map(|(day, closed)| {
            let name = common::capitalised(dates::weekday(day.weekday(), lang));
            let closed = closed.then(|| view! { <br/><em>{text::CLOSED.get(lang)}</em> });
            let current = (*day == today).then_some("date");
            let to = meta.to(&format!("/desk/dag/{day}"));
            view! { <th scope="col" aria-current=current><a href=to>{name}" "{day.day()}"."</a>{closed}</th> }
        })
        .collect_view();
    let rows = matrix
        .rows
        .iter()
        .map(|row| {
            let cells =
                row.cells.iter().map(|cell| view! { <td>{show_cell(*cell, meta)}</td> }).collect_view();
            view! { <tr><th scope="row">{row.name.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="matrix" role="group" aria-label=text::WEEK_TABLE.get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{text::WEEK_TABLE.get(lang)}</caption>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn show_cell(cell: WeekCell, meta: &PageMeta) -> String {
    let lang = meta.lang;
    let mut parts = Vec::new();
    if cell.is_away {
        parts.push(text::AWAY_THAT_DAY.get(lang).to_owned());
    }
    if cell.appointments > 0 {
        parts.push(text::appointments(cell.appointments, lang));
    }
    if cell.pending > 0 {
        parts.push(text::unconfirmed(cell.pending, lang));
    }
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}
