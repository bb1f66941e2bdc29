//! A file for the phone's calendar, for who asks for it.

use super::text;
use crate::{
    tasks::booking::views::format_time_field,
    ui::{document::PageMeta, fields::Hidden},
};
use chrono::NaiveDateTime;
use domain::codes;
use leptos::prelude::*;

codes! {
    /// How an appointment stands in a calendar.
    CalendarStatus {
        Confirmed = "CONFIRMED",
        /// The centre has to confirm it first.
        Tentative = "TENTATIVE",
        Cancelled = "CANCELLED",
    }
}

/// An appointment as a calendar knows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarEntry {
    /// The name by which it is known again, also where it has been moved.
    pub uid: String,
    /// Higher each time something has changed.
    pub sequence: u32,
    pub status: CalendarStatus,
    pub begins: NaiveDateTime,
    pub minutes: u16,
}

impl CalendarEntry {
    /// The same, called off.
    #[must_use]
    pub fn cancel(self) -> Self {
        Self { sequence: self.sequence + 1, status: CalendarStatus::Cancelled, ..self }
    }
}

/// A button that gives the file; what is in it comes with the form.
pub fn calendar_form(meta: &PageMeta, entry: &CalendarEntry) -> AnyView {
    let lang = meta.lang;
    let fields = vec![
        ("BEGINS", format_time_field(entry.begins)),
        ("MINUTES", entry.minutes.to_string()),
        ("UID", entry.uid.clone()),
        ("SEQUENCE", entry.sequence.to_string()),
        ("STATUS", entry.status.code().to_owned()),
    ];
    let (get, hint) = match entry.status {
        CalendarStatus::Cancelled => (text::REMOVE, text::REMOVE_HINT),
        CalendarStatus::Confirmed | CalendarStatus::Tentative if entry.sequence > 1 => {
            (text::GET, text::UPDATE_HINT)
        }
        CalendarStatus::Confirmed | CalendarStatus::Tentative => (text::GET, text::HINT),
    };
    view! {
        <form method="post" action=meta.to("/kalender") data-file="">
            <Hidden fields=fields/>
            <button type="submit" class="button button-secondary">{get.get(lang)}</button>
            <p class="hint">{hint.get(lang)}</p>
        </form>
    }
    .into_any()
}
