//! Time limits as a table: how many days a standard gives. The phone counts by it without the rules.

use crate::{AgeRange, LocalDay, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// What somebody asks of the calculator of time limits.
    DeadlineQuestion {
        /// When treatment must begin at the latest.
        Start = "START",
        /// Until when one can complain about a decision.
        Complaint = "COMPLAINT",
    }
}

/// What the calculator is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeadlineCase {
    pub question: DeadlineQuestion,
    pub substance: Substance,
    pub age: u8,
    /// The day of the contact, or of the decision.
    pub day: LocalDay,
}

/// The time limit that holds for a question, a substance and a span of ages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    pub question: DeadlineQuestion,
    pub substance: Substance,
    pub ages: AgeRange,
    /// Calendar days from the day that was asked about; `None` where the standard gives no day.
    pub days: Option<u16>,
}

impl Deadline {
    /// The last day of the time limit that begins on `day`.
    #[must_use]
    pub fn latest(self, day: LocalDay) -> Option<LocalDay> {
        self.days.map(|days| day.plus_days(days))
    }

    fn holds_for(self, case: DeadlineCase) -> bool {
        self.question == case.question && self.substance == case.substance && self.ages.contains(case.age)
    }
}

/// The entry of `table` that holds for a case.
pub fn find_deadline<T>(table: &[(Deadline, T)], case: DeadlineCase) -> Option<&(Deadline, T)> {
    table.iter().find(|(deadline, _)| deadline.holds_for(case))
}
