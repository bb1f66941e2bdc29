//! What needs doing now, with the act on the line.

use super::text;
use crate::{
    tasks::desk::{text as desk_text, views::show_named_act},
    ui::{dates, document::PageMeta, fields::Hidden},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingKind, Lang, Window};
use leptos::prelude::*;

/// A call that can be made now, or that one has taken.
pub struct DueCall {
    /// Its name, in hexadecimal.
    pub id: String,
    pub window: Window,
    pub tries: u16,
    pub lang: Lang,
    /// Whether who looks has taken it.
    pub is_own: bool,
    /// Whether it can be made now.
    pub is_now: bool,
}

/// An appointment that waits for something.
pub struct DueEntry {
    /// Its name, in hexadecimal.
    pub id: String,
    pub begins: NaiveDateTime,
    pub pseudonym: String,
}

/// Wishes for treatment whose last day is near.
pub struct DueContacts {
    /// The last day on which treatment must begin.
    pub last: NaiveDate,
    /// Days until then; less than 0 once it is over.
    pub days: i64,
    pub number: u64,
}

/// What needs doing.
pub struct Needs<'a> {
    pub calls: &'a [DueCall],
    /// Calls that are due beside them.
    pub more_calls: usize,
    pub pending: &'a [DueEntry],
    /// Appointments to be confirmed beside them.
    pub more_pending: usize,
    pub unanswered: &'a [DueEntry],
    /// Nearest first.
    pub contacts: &'a [DueContacts],
    pub waiting: &'a [(BookingKind, u64)],
}

/// Days before the end of the guarantee from which it needs doing.
const NEAR: i64 = 3;

pub(crate) fn show_needs(meta: &PageMeta, needs: &Needs<'_>, day: NaiveDate) -> AnyView {
    let lang = meta.lang;
    // Who writes right now comes first.
    let lines: Vec<AnyView> = needs
        .unanswered
        .iter()
        .map(|one| show_unanswered(meta, one))
        .chain(needs.calls.iter().map(|call| show_call(meta, call)))
        .chain((needs.more_calls > 0).then(|| show_more_calls(meta, needs.more_calls)))
        .chain(needs.pending.iter().map(|one| show_pending(meta, one, day)))
        .chain((needs.more_pending > 0).then(|| {
            view! { <li><span>{text::more_pending(needs.more_pending, lang)}</span></li> }.into_any()
        }))
        .collect();
    let nothing = lines.is_empty().then(|| view! { <p>{text::NOTHING_DUE.get(lang)}</p> });
    let lines =
        (!lines.is_empty()).then(|| view! { <ul class="lines">{lines.into_iter().collect_view()}</ul> });
    let why =
        (!needs.pending.is_empty()).then(|| view! { <p class="hint">{text::PENDING_WHY.get(lang)}</p> });
    view! {
        <section class="panel">
            <h2>{text::DUE.get(lang)}</h2>
            {lines}
            {nothing}
            {why}
        </section>
        {show_contacts(needs.contacts, lang)}
        {show_waiting(meta, needs.waiting)}
    }
    .into_any()
}

fn show_call(meta: &PageMeta, call: &DueCall) -> AnyView {
    let lang = meta.lang;
    let what = text::due_call(&text::window(call.window, call.is_now, lang), call.tries, lang);
    let english = super::views::show_language(call.lang, lang);
    let act = if call.is_own && !call.is_now {
        view! { <a href=meta.to("/desk/opkald")>{text::YOURS.get(lang)}</a> }.into_any()
    } else if call.is_own {
        let name = format!("{}: {what}", text::TO_CALL.get(lang));
        view! { <a class="button button-secondary" href=meta.to("/desk/opkald") aria-label=name>{text::TO_CALL.get(lang)}</a> }.into_any()
    } else {
        view! {
            <form method="post" action=meta.to("/desk/opkald")>
                <Hidden fields=vec![("ID", call.id.clone())]/>
                {show_named_act("CLAIM", text::TAKE, &what, lang)}
            </form>
        }
        .into_any()
    };
    view! { <li><span>{what}{english}</span>{act}</li> }.into_any()
}

fn show_more_calls(meta: &PageMeta, number: usize) -> AnyView {
    view! { <li><a href=meta.to("/desk/opkald")>{text::more_calls(number, meta.lang)}</a></li> }.into_any()
}

fn show_unanswered(meta: &PageMeta, one: &DueEntry) -> AnyView {
    let lang = meta.lang;
    let (to, open) = (meta.to(&format!("/desk/samtale/{}", one.id)), text::OPEN_IT.get(lang));
    let name = format!("{open}: {}", one.pseudonym);
    view! {
        <li>
            <span>{text::UNANSWERED.get(lang)}": "{one.pseudonym.clone()}</span>
            <a class="button button-secondary" href=to aria-label=name>{open}</a>
        </li>
    }
    .into_any()
}

fn show_pending(meta: &PageMeta, one: &DueEntry, day: NaiveDate) -> AnyView {
    let lang = meta.lang;
    let when =
        format!("{}, {}", dates::day_of_year(one.begins.date(), lang), dates::time(one.begins.time(), lang));
    let to = meta.to(&format!("/desk/aftale/{}", one.id));
    let form = view! {
        <form method="post" action=to.clone()>
            <Hidden fields=vec![("DAY", day.to_string())]/>
            {show_named_act("CONFIRM", text::CONFIRM_SHORT, &one.pseudonym, lang)}
        </form>
    };
    view! { <li><a href=to>{one.pseudonym.clone()}": "{when}</a>{form}</li> }.into_any()
}

/// How many wish for treatment: those whose last day is near, and the others in a fold.
fn show_contacts(contacts: &[DueContacts], lang: Lang) -> Option<AnyView> {
    let (near, later): (Vec<&DueContacts>, Vec<_>) = contacts.iter().partition(|one| one.days <= NEAR);
    let near_table = if near.is_empty() {
        view! { <p>{text::NONE_NEAR.get(lang)}</p> }.into_any()
    } else {
        show_contact_table(&near, lang)
    };
    let later = (!later.is_empty()).then(|| {
        view! { <details><summary>{text::contacts_later(later.iter().map(|one| one.number).sum(), lang)}</summary>{show_contact_table(&later, lang)}</details> }
    });
    (!contacts.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{text::CONTACTS.get(lang)}</h2>
                <p class="hint">{text::CONTACTS_WHY.get(lang)}</p>
                {near_table}
                {later}
            </section>
        }
        .into_any()
    })
}

fn show_contact_table(contacts: &[&DueContacts], lang: Lang) -> AnyView {
    let row = |one: &&DueContacts| {
        let class = (one.days <= NEAR).then_some("near");
        view! { <tr class=class><td>{dates::day_of_year(one.last, lang)}</td><td>{text::days_left(one.days, lang)}</td><td>{one.number}</td></tr> }
    };
    let rows = contacts.iter().map(row).collect_view();
    view! {
        <table class="contacts">
            <caption class="sr-only">{text::CONTACTS.get(lang)}</caption>
            <thead><tr><th scope="col">{text::LAST_DAY.get(lang)}</th><th scope="col">{text::LEFT.get(lang)}</th><th scope="col">{text::CITIZENS.get(lang)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// How many wait for a time, by kind.
fn show_waiting(meta: &PageMeta, waiting: &[(BookingKind, u64)]) -> Option<AnyView> {
    let lang = meta.lang;
    let items = waiting
        .iter()
        .map(|(kind, number)| view! { <li>{format!("{}: {number}", desk_text::kind(*kind).get(lang))}</li> })
        .collect_view();
    (!waiting.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{text::WAITING.get(lang)}</h2>
                <ul class="lines">{items}</ul>
                <p class="hint">{text::WAITING_WHY.get(lang)}" "<a href=meta.to("/desk/tider")>{desk_text::HOURS.get(lang)}</a></p>
            </section>
        }
        .into_any()
    })
}
