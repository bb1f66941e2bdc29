//! Who works at the desk, and what they have done.

use super::{AtDesk, Notices, desk_page};
use crate::{
    layout::Frame,
    text::{dates, desk as text},
};
use chrono::NaiveDate;
use domain::{BookingKind, Lang, Role};
use leptos::prelude::*;
use maud::html;

/// `/desk/ansatte`: names and roles.
pub fn staff_page(frame: Frame, at: &AtDesk<'_>, members: &[(String, Role)]) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::STAFF.get(lang)) }
        p { (text::STAFF_LEAD.get(lang)) }
        ul { @for (name, role) in members { li { (name) " · " (text::role(*role).get(lang)) } } }
    };
    desk_page(frame, at, Notices::default(), &content)
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
fn subject(subject: &str, lang: Lang) -> String {
    if let Some(kind) = BookingKind::from_code(subject) {
        return text::kind(kind).get(lang).to_owned();
    }
    subject.parse().map_or_else(|_| subject.to_owned(), |day: NaiveDate| dates::date(day, lang))
}

/// `/desk/log`.
pub fn audit_page(frame: Frame, at: &AtDesk<'_>, acts: &[ActRow]) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::AUDIT.get(lang)) }
        p { (text::AUDIT_LEAD.get(lang)) }
        @if acts.is_empty() { p { (text::NO_ACTS.get(lang)) } }
        @else {
            ul {
                @for act in acts {
                    li {
                        (dates::date(act.on, lang)) " · " (act.who) " · " (text::act(act.what).get(lang))
                        @if !act.subject.is_empty() { ": " (subject(&act.subject, lang)) }
                    }
                }
            }
        }
    };
    desk_page(frame, at, Notices::default(), &content)
}
