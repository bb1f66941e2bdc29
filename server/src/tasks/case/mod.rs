//! A wish for treatment, followed from its first day. The anonymous track: a case lives under a return code.

pub mod repository;
pub mod service;

use crate::db::CaseId;
use domain::case::{CaseEvent, CaseSubject};

/// A case with all that has happened in it.
pub struct CaseRecord {
    pub id: CaseId,
    /// The name that staff see.
    pub pseudonym: String,
    pub subject: CaseSubject,
    pub events: Vec<RecordedEvent>,
}

/// An event, and who at the desk wrote it down; empty where the citizen did.
pub struct RecordedEvent {
    pub event: CaseEvent<u32>,
    pub author: String,
}

impl CaseRecord {
    /// The events alone, as they are folded.
    #[must_use]
    pub fn list_events(&self) -> Vec<CaseEvent<u32>> {
        self.events.iter().map(|recorded| recorded.event.clone()).collect()
    }
}
