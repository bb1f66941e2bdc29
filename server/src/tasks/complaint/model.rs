//! What a complaint is made of.

use crate::db::{CodeId, ComplaintId};
use app::tasks::complaint::views::group;
use chrono::NaiveDate;
use domain::{
    LocalDay, Role, Substance,
    complaint::{ComplaintAnswers, ComplaintFact, ComplaintStatus, ComplaintSubject, Receipt},
};
use serde::{Deserialize, Serialize};

/// What a complaint says, and who says it, as the form carried it. It has no `Debug`, and is written down only sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledComplaint {
    pub subject: String,
    pub papers: String,
    pub substance: String,
    pub adult: String,
    /// Who complains, and by what right where it is for somebody else.
    pub who: String,
    pub authority: String,
    /// The role that would have read it, where it is about them: they never do.
    pub about_reader: String,
    pub contact: ComplaintContact,
    pub words: String,
}

impl FiledComplaint {
    /// What was answered before it was written; nothing where what it is about is known no more.
    #[must_use]
    pub fn find_answers(&self) -> Option<ComplaintAnswers> {
        let yes = |answer: &str| (!answer.is_empty()).then_some(answer == "YES");
        Some(ComplaintAnswers {
            is_about_health_papers: yes(&self.papers),
            substance: Substance::from_code(&self.substance),
            is_adult: yes(&self.adult),
            ..ComplaintAnswers::about(ComplaintSubject::from_code(&self.subject)?)
        })
    }
}

/// How whoever complains can be reached; empty where they did not say. Written down only sealed.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ComplaintContact {
    pub reach: String,
    pub name: String,
    pub phone: String,
    pub address: String,
}

/// A complaint as it is stored, with all that has happened to it.
pub struct ComplaintRecord {
    pub id: ComplaintId,
    pub municipality: String,
    pub code: CodeId,
    /// What its receipt says, as it was signed.
    pub receipt: Receipt,
    /// The role that reads it now.
    pub reader: Role,
    pub expires_on: NaiveDate,
    pub events: Vec<ComplaintEvent>,
}

/// Something that happened to a complaint.
pub struct ComplaintEvent {
    pub place: u32,
    pub on: LocalDay,
    pub fact: ComplaintFact,
    /// Who at the desk did it; empty where the citizen did.
    pub author: String,
    /// What was said with it, sealed.
    pub sealed: Option<Vec<u8>>,
}

impl ComplaintRecord {
    /// The number of its receipt, in two groups.
    #[must_use]
    pub fn show_number(&self) -> String {
        group(&self.receipt.number)
    }

    #[must_use]
    pub fn status(&self) -> ComplaintStatus {
        ComplaintStatus::of(self.events.iter().map(|event| event.fact))
    }
}
