//! A day's appointments.

use super::{AtDesk, Notices, desk_page, hidden};
use crate::{
    layout::Frame,
    text::{booking, dates, desk as text},
};
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang, LocalDay};
use leptos::prelude::*;
use maud::{Markup, html};

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
    pub counsellor: String,
    pub pseudonym: String,
    pub talks: u16,
    pub extended_by: u16,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
}

/// What the page of a day shows.
pub struct AgendaPage<'a> {
    pub day: NaiveDate,
    /// Whether the centre is closed then.
    pub closed: bool,
    pub entries: &'a [Entry],
    /// What waits to be confirmed, on whatever day.
    pub pending: &'a [Entry],
    pub waiting: &'a [(BookingKind, u64)],
    pub contacts: &'a [(NaiveDate, u64)],
    /// Days within which treatment must begin, where the standard says so.
    pub guarantee: Option<u16>,
}

/// `/desk` and `/desk/dag/{day}`.
pub fn agenda_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &AgendaPage<'_>,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let day_path = |day: NaiveDate| frame.to(&format!("/desk/dag/{day}"));
    let beside = |days: Option<NaiveDate>| day_path(days.unwrap_or(page.day));
    let content = html! {
        @if !page.pending.is_empty() {
            section.notice {
                h2 { (text::PENDING.get(lang)) }
                p { (text::PENDING_WHY.get(lang)) }
                ul.entries { @for one in page.pending { (entry(&frame, one, page.guarantee, true, lang)) } }
            }
        }
        h1 { (dates::long_date(page.day, lang)) }
        @if page.closed { p { strong { (text::DAY_CLOSED.get(lang)) } } }
        p.actions {
            a.button.button-secondary href=(beside(page.day.checked_sub_days(Days::new(1)))) { (text::BEFORE.get(lang)) }
            a.button.button-secondary href=(beside(page.day.checked_add_days(Days::new(1)))) { (text::AFTER.get(lang)) }
        }
        @if page.entries.is_empty() { p { (text::NO_APPOINTMENTS.get(lang)) } }
        @else { ul.entries { @for one in page.entries { (entry(&frame, one, page.guarantee, false, lang)) } } }
        @if !page.waiting.is_empty() {
            h2 { (text::WAITING.get(lang)) }
            ul { @for (kind, number) in page.waiting { li { (text::kind(*kind).get(lang)) ": " (number) } } }
        }
        @if !page.contacts.is_empty() {
            h2 { (text::CONTACTS.get(lang)) }
            p.hint { (text::CONTACTS_WHY.get(lang)) }
            ul { @for (day, number) in page.contacts { li { (contact(*day, page.guarantee, lang)) " · " (number) } } }
        }
    };
    desk_page(frame, at, notices, &content)
}

/// Day 0 of somebody who wishes for treatment, and what counts from it.
pub(super) fn contact(day: NaiveDate, guarantee: Option<u16>, lang: Lang) -> String {
    let last = guarantee.map(|days| dates::date(LocalDay::new(day).plus_days(days).date(), lang));
    text::contact(&dates::date(day, lang), last.as_deref(), lang)
}

fn entry(frame: &Frame, one: &Entry, guarantee: Option<u16>, with_day: bool, lang: Lang) -> Markup {
    let action = frame.to(&format!("/desk/dag/{}", one.begins.date()));
    let button = |act: &str, label: &str, class: &str| {
        html! { button class=(class) type="submit" name="ACT" value=(act) { (label) } }
    };
    html! {
        li.entry {
            p.entry-when {
                strong {
                    @if with_day { (dates::long_date(one.begins.date(), lang)) ", " }
                    (dates::time(one.begins.time(), lang))
                }
                " · " (one.pseudonym)
                @if one.pending { " · " em { (text::IS_PENDING.get(lang)) } }
            }
            p {
                (text::kind(one.kind).get(lang)) " · " (booking::lasts(one.minutes, lang)) " · "
                (text::WITH.get(lang)) " " (one.counsellor) br;
                (text::about(one.about).get(lang)) " · " (text::talks(one.talks, one.extended_by, lang))
                @if let Some(day) = one.contact_on { br; (contact(day, guarantee, lang)) }
            }
            form.actions method="post" action=(action) {
                (hidden("ID", &one.id))
                (hidden("BEFORE", &one.extended_by.to_string()))
                @if one.pending { (button("CONFIRM", text::CONFIRM.get(lang), "button button-primary")) }
                @if one.kind == BookingKind::Online {
                    a.button.button-secondary href=(frame.to(&format!("/desk/samtale/{}", one.id))) { (text::OPEN_TALK.get(lang)) }
                }
                @if one.about.is_counted() { (button("EXTEND", text::EXTEND.get(lang), "button button-secondary")) }
                details {
                    summary { (text::CALL_OFF.get(lang)) }
                    p { (text::CALL_OFF_WHY.get(lang)) }
                    (button("CALL_OFF", text::CALL_OFF.get(lang), "button button-secondary"))
                }
            }
        }
    }
}
