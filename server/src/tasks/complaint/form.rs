//! What the pages of a complaint ask for.

use app::tasks::complaint::form::{ComplaintForm, ComplaintStep};
use serde::Deserialize;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    subject: String,
    papers: String,
    substance: String,
    adult: String,
    start: String,
    day: String,
    month: String,
    year: String,
    step: String,
    back: String,
}

impl SentForm {
    /// The page whose answer this is; none where somebody begins.
    pub fn step(&self) -> Option<ComplaintStep> {
        ComplaintStep::from_code(&self.step)
    }

    /// The page to which somebody wants to go back.
    pub fn back(&self) -> Option<ComplaintStep> {
        ComplaintStep::from_code(&self.back)
    }

    /// What was answered, as the page shows it.
    pub fn into_page(self) -> ComplaintForm {
        ComplaintForm {
            subject: self.subject,
            papers: self.papers,
            substance: self.substance,
            adult: self.adult,
            start: self.start,
            day: self.day,
            month: self.month,
            year: self.year,
        }
    }
}
