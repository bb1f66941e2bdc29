//! A wish for treatment, followed from its first day. A case lives under a return code, on either track.

pub mod board;
pub mod opening;
pub mod repository;
pub mod service;
pub mod words;

use self::words::CaseWords;
use crate::db::{CaseId, CodeId};
use app::tasks::case::views::ShownCase;
use domain::{
    LocalDay, Standard,
    case::{CaseEvent, CaseSubject, SeenWarning, find_subject, fold_case, list_acts},
};

domain::codes! {
    /// How a case began.
    Track {
        Anonymous = "anonymous",
        /// With a call that was asked for, or at the desk.
        Confidential = "confidential",
    }
}

/// A case with all that has happened in it.
pub struct CaseRecord {
    pub id: CaseId,
    /// The code under which it lives.
    pub code: CodeId,
    /// The name that staff see.
    pub pseudonym: String,
    /// Whom it is about, by what was told last.
    pub subject: CaseSubject,
    /// The same by what was told when it was opened.
    pub opened_as: CaseSubject,
    /// Anonymous, or confidential where it was opened by a call or at the desk.
    pub track: Track,
    pub events: Vec<RecordedEvent>,
    /// The warnings that somebody at the desk has seen.
    pub seen: Vec<SeenWarning>,
}

/// An event, and who at the desk wrote it down; empty where the citizen did.
pub struct RecordedEvent {
    pub event: CaseEvent<u32>,
    pub author: String,
    /// What was said with it, sealed.
    pub sealed: Option<Vec<u8>>,
}

impl CaseRecord {
    /// The case as its citizen sees it.
    #[must_use]
    pub fn show<'a>(&self, standard: &'a Standard, today: LocalDay, words: &CaseWords) -> ShownCase<'a> {
        let events = self.list_events();
        let state = fold_case(standard, &self.subject, &events, today);
        let acts = list_acts(standard, &self.subject, &state, &events);
        let said = self.events.iter().filter_map(|recorded| {
            let place = recorded.event.id;
            Some((place, words.open(&self.id, place, recorded.sealed.as_ref()?)?))
        });
        let words = said.collect();
        ShownCase { standard, subject: self.subject, state, events, today, acts, words, tried: None }
    }

    /// The case with what has happened in it.
    #[must_use]
    pub fn with_events(self, events: Vec<RecordedEvent>) -> Self {
        let mut case = Self { events, ..self };
        case.subject = find_subject(case.opened_as, &case.list_events());
        case
    }

    /// The events alone, as they are folded.
    #[must_use]
    pub fn list_events(&self) -> Vec<CaseEvent<u32>> {
        self.events.iter().map(|recorded| recorded.event.clone()).collect()
    }
}
