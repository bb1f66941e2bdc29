//! Time limits as a table: how many days a standard gives. The phone counts by it without the rules.

use crate::{AgeRange, LocalDay, Substance};
use serde::{Deserialize, Serialize};

/// What the calculator is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeadlineCase {
    /// The code of the question.
    pub which: String,
    pub substance: Substance,
    pub age: u8,
    /// The day of the contact, or of the decision.
    pub day: LocalDay,
}

/// The time limit that holds for a question, a substance and a span of ages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    /// The code of the question.
    pub which: String,
    pub substance: Substance,
    pub ages: AgeRange,
    /// Calendar days from the day that was asked about; `None` where the standard gives no day.
    pub days: Option<u16>,
}

impl Deadline {
    /// The last day of the time limit that begins on `day`.
    #[must_use]
    pub fn latest(&self, day: LocalDay) -> Option<LocalDay> {
        self.days.map(|days| day.plus_days(days))
    }

    fn holds_for(&self, case: &DeadlineCase) -> bool {
        self.which == case.which && self.substance == case.substance && self.ages.contains(case.age)
    }
}

/// The entry of `table` that holds for a case.
pub fn find_deadline<'a, T>(table: &'a [(Deadline, T)], case: &DeadlineCase) -> Option<&'a (Deadline, T)> {
    table.iter().find(|(deadline, _)| deadline.holds_for(case))
}
