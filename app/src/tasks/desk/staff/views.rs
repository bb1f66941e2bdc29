//! Who works at the desk, and what they have done.

use crate::{
    tasks::desk::{
        calls::text as calls_text,
        shell::{AtDesk, desk_page},
        text,
        views::Notices,
    },
    ui::{dates, document::PageMeta},
};
use chrono::NaiveDate;
use domain::{BookingKind, GiveBackReason, Lang, Role};
use leptos::prelude::*;

/// `/desk/ansatte`: names and roles.
pub fn staff_page(meta: PageMeta, at: &AtDesk<'_>, members: &[(String, Role)]) -> impl IntoView + use<> {
    let lang = meta.lang;
    let members = members
        .iter()
        .map(|(name, role)| view! { <li>{name.clone()}" · "{text::role(*role).get(lang)}</li> })
        .collect_view();
    let content = view! {
        <h1>{text::STAFF.get(lang)}</h1>
        <p>{text::STAFF_LEAD.get(lang)}</p>
        <ul>{members}</ul>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}

/// An entry of the audit.
pub struct ActRow {
    pub on: NaiveDate,
    pub who: String,
    /// The code of what was done.
    pub what: &'static str,
    pub subject: String,
}

/// Kinds of booking and days by what they are called; all else as it stands.
fn describe_subject(subject: &str, lang: Lang) -> String {
    if let Some(kind) = BookingKind::from_code(subject) {
        return text::kind(kind).get(lang).to_owned();
    }
    if let Some(reason) = GiveBackReason::from_code(subject) {
        return calls_text::reason(reason).get(lang).to_owned();
    }
    subject.parse().map_or_else(|_| subject.to_owned(), |day: NaiveDate| dates::date(day, lang))
}

/// `/desk/log`.
pub fn audit_page(meta: PageMeta, at: &AtDesk<'_>, acts: &[ActRow]) -> impl IntoView + use<> {
    let lang = meta.lang;
    let list = if acts.is_empty() {
        view! { <p>{text::NO_ACTS.get(lang)}</p> }.into_any()
    } else {
        let acts = acts.iter().map(|act| show_line(act, lang)).collect_view();
        view! { <ul>{acts}</ul> }.into_any()
    };
    let content = view! {
        <h1>{text::AUDIT.get(lang)}</h1>
        <p>{text::AUDIT_LEAD.get(lang)}</p>
        {list}
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}

fn show_line(act: &ActRow, lang: Lang) -> AnyView {
    let (day, what) = (dates::date(act.on, lang), text::act(act.what).get(lang));
    let subject = (!act.subject.is_empty()).then(|| format!(": {}", describe_subject(&act.subject, lang)));
    view! { <li>{day}" · "{act.who.clone()}" · "{what}{subject}</li> }.into_any()
}
