//! A day's appointments, and what needs doing beside them.

use super::{
    axis::{Axis, Column, show_axis},
    card::{Card, show_card},
    needs::{Needs, show_needs},
    text,
    week::{WeekContent, WeekPage, show_matrix},
};
use crate::{
    tasks::desk::{
        shell::{AtDesk, desk_page},
        text as desk_text,
        views::Notices,
    },
    ui::{closures, dates, document::PageMeta, fields::Hidden},
};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::{BookingAbout, BookingKind, Closure, Lang};
use leptos::prelude::*;

/// An appointment as staff see it.
#[derive(Clone)]
pub struct Entry {
    /// Its name, in hexadecimal.
    pub id: String,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    pub pending: bool,
    /// The language it was booked in.
    pub lang: Lang,
    pub counsellor: String,
    /// Whether who looks may write in its conversation, and hand it over.
    pub may_talk: bool,
    pub pseudonym: String,
    pub talks: u16,
    pub extended_by: u16,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
}

/// Whose appointments are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    All,
    Mine,
}

impl Shown {
    /// What an address carries of it.
    #[must_use]
    pub const fn query(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Mine => "?vis=mine",
        }
    }
}

/// What the page of a day shows.
pub struct DayPage<'a> {
    pub day: NaiveDate,
    pub today: NaiveDate,
    /// The time, where the day is today.
    pub now: Option<NaiveTime>,
    /// Whether the centre is closed then, and what is told about it.
    pub closed: Option<&'a Closure>,
    pub shown: Shown,
    pub columns: &'a [Column<'a>],
    /// The appointment that is looked at.
    pub card: Option<&'a Card<'a>>,
    pub needs: &'a Needs<'a>,
}

/// `/desk`, `/desk/dag/{day}` and `/desk/aftale/{id}`.
pub fn day_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &DayPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let closed = page.closed.map(|closure| {
        let note = closures::describe(closure, lang).map(|(note, _)| format!(" {note}"));
        view! { <p class="alert-line"><strong>{text::DAY_CLOSED.get(lang)}</strong>{note}</p> }
    });
    let axis = Axis {
        columns: page.columns,
        now: page.now,
        chosen: page.card.map(|card| card.entry.id.as_str()),
        nothing: text::NOTHING,
    };
    let axis = if page.columns.iter().all(|column| column.entries.is_empty()) {
        view! { <p>{text::NO_APPOINTMENTS.get(lang)}</p> }.into_any()
    } else {
        show_axis(&meta, &axis)
    };
    let moves = Moves { from: page.day, today: page.today, shown: page.shown, is_week: false };
    let content = view! {
        <div class="beside">
            <div class="main-column">
                <h1>{dates::long_date(page.day, lang)}</h1>
                {show_moves(&meta, &moves)}
                {closed}
                <div data-live="axis">{axis}</div>
            </div>
            <div class="side-column">
                {page.card.map(|card| show_card(&meta, card, page.day))}
                <div data-live="needs">{show_needs(&meta, page.needs, page.day)}</div>
            </div>
        </div>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// `/desk/uge/{day}`: one's own as an axis of days, everybody's as numbers.
pub fn week_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &WeekPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (shown, view) = match page.content {
        WeekContent::Mine(columns) => {
            let axis = Axis { columns, now: None, chosen: None, nothing: text::NOTHING };
            (Shown::Mine, show_axis(&meta, &axis))
        }
        WeekContent::All(matrix) => (Shown::All, show_matrix(&meta, matrix, page.today)),
    };
    let moves = Moves { from: page.first, today: page.today, shown, is_week: true };
    let content = view! {
        <h1>{text::week_of(page.first, lang)}</h1>
        {show_moves(&meta, &moves)}
        <div data-live="axis">{view}</div>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// From where one moves through the days.
struct Moves {
    from: NaiveDate,
    today: NaiveDate,
    shown: Shown,
    is_week: bool,
}

/// Ways to another day or week, and to one's own or everybody's.
fn show_moves(meta: &PageMeta, moves: &Moves) -> AnyView {
    let lang = meta.lang;
    let Moves { from, today, shown, is_week } = *moves;
    let (folder, days) = if is_week { ("uge", 7) } else { ("dag", 1) };
    let address = |folder: &str, day: NaiveDate, shown: Shown| {
        meta.to(&format!("/desk/{folder}/{day}{}", shown.query()))
    };
    let before = address(folder, from.checked_sub_days(Days::new(days)).unwrap_or(from), shown);
    let after = address(folder, from.checked_add_days(Days::new(days)).unwrap_or(from), shown);
    let (before_name, after_name) =
        if is_week { (text::WEEK_BEFORE, text::WEEK_AFTER) } else { (text::BEFORE, text::AFTER) };
    let current = |is: bool| is.then_some("true");
    let mine = [(text::ALL, Shown::All, "a"), (text::MINE, Shown::Mine, "m")]
        .map(|(name, one, key)| {
            view! { <a class="step" href=address(folder, from, one) aria-current=current(shown == one) aria-keyshortcuts=key>{name.get(lang)}</a> }
        })
        .collect_view();
    let scale = [(desk_text::DAY, "dag", None), (text::WEEK_SCALE, "uge", Some("u"))]
        .map(|(name, one, key)| {
            view! { <a class="step" href=address(one, from, shown) aria-current=current(one == folder) aria-keyshortcuts=key>{name.get(lang)}</a> }
        })
        .collect_view();
    let fields = if shown == Shown::Mine { vec![("vis", "mine".to_owned())] } else { Vec::new() };
    view! {
        <nav class="moves" aria-label=text::CHOOSE_DAY.get(lang)>
            <span class="steps">
                <a class="step" href=before aria-keyshortcuts="f"><span aria-hidden="true">"‹"</span><span class="sr-only">{before_name.get(lang)}</span></a>
                <a class="step" href=address(folder, today, shown) aria-current=current(!is_week && from == today)>{desk_text::TODAY.get(lang)}</a>
                <a class="step" href=after aria-keyshortcuts="n"><span aria-hidden="true">"›"</span><span class="sr-only">{after_name.get(lang)}</span></a>
            </span>
            <span class="steps">{scale}</span>
            <span class="steps">{mine}</span>
            <form method="get" action=meta.to("/desk/dag")>
                <Hidden fields=fields/>
                <label class="form-label" for="dag">{text::DATE.get(lang)}</label>
                <input class="form-input" type="date" id="dag" name="dag" value=from.to_string()/>
                <button class="step" type="submit">{text::SHOW.get(lang)}</button>
            </form>
        </nav>
    }
    .into_any()
}

/// That somebody reads English, where they do.
pub(crate) fn show_language(of: Lang, lang: Lang) -> Option<AnyView> {
    (of == Lang::En).then(|| view! { " · "<strong>{desk_text::IN_ENGLISH.get(lang)}</strong> }.into_any())
}
