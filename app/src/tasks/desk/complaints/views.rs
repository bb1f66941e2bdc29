//! The complaints of who reads them: the list, and one with all that can be done.

mod one;

pub(super) use one::list_facts;
pub use one::{ComplaintPage, ReaderForm, complaint_page};

use crate::{
    tasks::{
        complaint::text as complaint,
        desk::{
            complaints::text,
            shell::{AtDesk, desk_page},
            views::Notices,
        },
    },
    ui::{dates, document::PageMeta},
};
use domain::{
    LocalDay,
    complaint::{ComplaintStatus, ComplaintSubject},
};
use leptos::prelude::*;

/// A complaint on the list.
pub struct ComplaintRow {
    /// Its name, in hexadecimal.
    pub id: String,
    pub number: String,
    /// Nothing where it cannot be opened.
    pub subject: Option<ComplaintSubject>,
    pub received: LocalDay,
    pub status: ComplaintStatus,
    pub reassess_by: Option<LocalDay>,
}

/// `/desk/klager`: what is open first, by the days that are left.
pub fn complaints_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    (rows, today): (&[ComplaintRow], LocalDay),
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let table = if rows.is_empty() {
        view! { <p>{text::NONE.get(lang)}</p> }.into_any()
    } else {
        show_table(&meta, rows, today)
    };
    let content = view! {
        <h1>{text::TAB.get(lang)}</h1>
        <p class="hint">{text::LEAD.get(lang)}</p>
        {table}
        <section class="panel">
            <h2>{text::ORAL.get(lang)}</h2>
            <p>{text::ORAL_HOW.get(lang)}</p>
            <p class="actions"><a class="button button-secondary" href=meta.in_municipality("klage")>{text::ORAL.get(lang)}</a></p>
        </section>
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_table(meta: &PageMeta, rows: &[ComplaintRow], today: LocalDay) -> AnyView {
    let lang = meta.lang;
    let rows = rows
        .iter()
        .map(|row| {
            let subject = row.subject.map(|subject| complaint::subject(subject).0.get(lang));
            let left = row.reassess_by.filter(|_| row.status.is_open()).map(|by| by.days_from(today));
            let by = match (row.reassess_by, row.status.is_open()) {
                (Some(by), true) => dates::day_of_year(by.date(), lang),
                (None, true) => text::NO_TIME.get(lang).to_owned(),
                (_, false) => String::new(),
            };
            let days = left.map(|days| format!(" ({})", text::left(days, lang)));
            let late = left.is_some_and(|days| days < 0).then_some("late");
            view! {
                <tr class=late>
                    <th scope="row"><a href=meta.to(&format!("/desk/klager/{}", row.id))>{row.number.clone()}</a></th>
                    <td class="wraps">{subject}</td>
                    <td>{dates::day_of_year(row.received.date(), lang)}</td>
                    <td>{text::status(row.status).get(lang)}</td>
                    <td>{by}{days}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="matrix" role="group" aria-label=text::TAB.get(lang) tabindex="0" data-live="complaints">
            <table>
                <caption class="sr-only">{text::TAB.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{text::NUMBER.get(lang)}</th>
                    <th scope="col">{text::ABOUT.get(lang)}</th>
                    <th scope="col">{text::RECEIVED.get(lang)}</th>
                    <th scope="col">{text::STATE.get(lang)}</th>
                    <th scope="col">{text::BY.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
