//! A day's appointments.

use crate::{
    tasks::{
        booking::text as booking,
        desk::{
            text,
            views::{AtDesk, Notices, desk_page, show_act},
        },
    },
    ui::{dates, document::PageMeta, fields::Hidden},
};
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang, LocalDay};
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
    /// Whether who looks may write in its conversation.
    pub may_talk: bool,
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
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &AgendaPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let day_path = |day: NaiveDate| meta.to(&format!("/desk/dag/{day}"));
    let beside = |days: Option<NaiveDate>| day_path(days.unwrap_or(page.day));
    let show_entries = |list: &[Entry], with_day: bool| {
        let entries =
            list.iter().map(|one| show_entry(&meta, one, page.guarantee, with_day, lang)).collect_view();
        view! { <ul class="entries">{entries}</ul> }
    };
    let pending = (!page.pending.is_empty()).then(|| {
        view! {
            <section class="notice">
                <h2>{text::PENDING.get(lang)}</h2>
                <p>{text::PENDING_WHY.get(lang)}</p>
                {show_entries(page.pending, true)}
            </section>
        }
    });
    let closed = page.closed.then(|| view! { <p><strong>{text::DAY_CLOSED.get(lang)}</strong></p> });
    let of_day = if page.entries.is_empty() {
        view! { <p>{text::NO_APPOINTMENTS.get(lang)}</p> }.into_any()
    } else {
        show_entries(page.entries, false).into_any()
    };
    let content = view! {
        <h1>{dates::long_date(page.day, lang)}</h1>
        {pending}
        {closed}
        <p class="actions">
            <a class="button button-secondary" href=beside(page.day.checked_sub_days(Days::new(1)))>{text::BEFORE.get(lang)}</a>
            <a class="button button-secondary" href=beside(page.day.checked_add_days(Days::new(1)))>{text::AFTER.get(lang)}</a>
        </p>
        {of_day}
        {count_waiting(page.waiting, lang)}
        {count_contacts(page.contacts, page.guarantee, lang)}
    };
    let content = content.into_any();
    desk_page(meta, at, notices, content)
}

/// How many wait, by kind.
fn count_waiting(waiting: &[(BookingKind, u64)], lang: Lang) -> Option<AnyView> {
    let items = waiting
        .iter()
        .map(|(kind, number)| view! { <li>{format!("{}: {number}", text::kind(*kind).get(lang))}</li> })
        .collect_view();
    (!waiting.is_empty()).then(|| view! { <h2>{text::WAITING.get(lang)}</h2><p class="hint">{text::WAITING_WHY.get(lang)}</p><ul>{items}</ul> }.into_any())
}

/// How many wish for treatment, by the day of their first contact.
fn count_contacts(contacts: &[(NaiveDate, u64)], guarantee: Option<u16>, lang: Lang) -> Option<AnyView> {
    let items = contacts
        .iter()
        .map(|(day, number)| view! { <li>{format!("{} · {number}", describe_contact(*day, guarantee, lang))}</li> })
        .collect_view();
    (!contacts.is_empty()).then(|| {
        view! {
            <h2>{text::CONTACTS.get(lang)}</h2>
            <p class="hint">{text::CONTACTS_WHY.get(lang)}</p>
            <ul>{items}</ul>
        }
        .into_any()
    })
}

/// Day 0 of somebody who wishes for treatment, and what counts from it.
pub(crate) fn describe_contact(day: NaiveDate, guarantee: Option<u16>, lang: Lang) -> String {
    let last = guarantee.map(|days| dates::date(LocalDay::new(day).plus_days(days).date(), lang));
    text::contact(&dates::date(day, lang), last.as_deref(), lang)
}

fn show_entry(meta: &PageMeta, one: &Entry, guarantee: Option<u16>, with_day: bool, lang: Lang) -> AnyView {
    let day = with_day.then(|| format!("{}, ", dates::long_date(one.begins.date(), lang)));
    let time = dates::time(one.begins.time(), lang);
    let pending = one.pending.then(|| view! { " · "<em>{text::IS_PENDING.get(lang)}</em> });
    let english = show_language(one.lang, lang);
    let contact = one.contact_on.map(|day| view! { <br/>{describe_contact(day, guarantee, lang)} });
    view! {
        <li class="entry">
            <p class="entry-when">
                <strong>{day}{time}</strong>" · "{one.pseudonym.clone()}{english}{pending}
            </p>
            <p>
                {text::kind(one.kind).get(lang)}" · "{booking::lasts(one.minutes, lang)}" · "
                {text::WITH.get(lang)}" "{one.counsellor.clone()}<br/>
                {text::about(one.about).get(lang)}" · "{text::talks(one.talks, one.extended_by, lang)}
                {contact}
            </p>
            {show_actions(meta, one, lang)}
        </li>
    }
    .into_any()
}

/// That somebody reads English, where they do.
pub(crate) fn show_language(of: Lang, lang: Lang) -> Option<AnyView> {
    (of == Lang::En).then(|| view! { " · "<strong>{text::IN_ENGLISH.get(lang)}</strong> }.into_any())
}

/// What one can do with an appointment.
fn show_actions(meta: &PageMeta, one: &Entry, lang: Lang) -> AnyView {
    let fields = vec![("ID", one.id.clone()), ("BEFORE", one.extended_by.to_string())];
    let confirm = one.pending.then(|| show_act("CONFIRM", text::CONFIRM, "button button-primary", lang));
    let talk = (one.kind == BookingKind::Online).then(|| {
        if !one.may_talk {
            return view! { <span class="hint">{text::only_theirs(&one.counsellor, lang)}</span> }.into_any();
        }
        let to = meta.to(&format!("/desk/samtale/{}", one.id));
        view! { <a class="button button-secondary" href=to>{text::OPEN_TALK.get(lang)}</a> }.into_any()
    });
    let extend =
        one.about.is_counted().then(|| show_act("EXTEND", text::EXTEND, "button button-secondary", lang));
    view! {
        <form class="actions" method="post" action=meta.to(&format!("/desk/dag/{}", one.begins.date()))>
            <Hidden fields=fields/>
            {confirm}
            {talk}
            {extend}
            <details>
                <summary>{text::CALL_OFF.get(lang)}</summary>
                <p>{text::CALL_OFF_WHY.get(lang)}</p>
                {show_act("CALL_OFF", text::CALL_OFF, "button button-secondary", lang)}
            </details>
        </form>
    }
    .into_any()
}
