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

    /// What treatment is asked about, where the rules tell apart who gives it and how.
    DeadlineOffer {
        /// The municipality's own, while one lives at home.
        Own = "OWN",
        DayTreatment = "DAY_TREATMENT",
        Inpatient = "INPATIENT",
        /// Another place, to which the municipality allocates.
        Others = "OTHERS",
        /// Another place, which one has chosen.
        Chosen = "CHOSEN",
    }
}

/// What the calculator is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeadlineCase {
    pub question: DeadlineQuestion,
    pub substance: Substance,
    pub offer: DeadlineOffer,
    pub age: u8,
    /// The day of the contact, or of the decision.
    pub day: LocalDay,
}

/// The time limit that holds for a question, a substance and a span of ages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deadline {
    pub question: DeadlineQuestion,
    pub substance: Substance,
    pub offer: DeadlineOffer,
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
        self.question == case.question
            && self.substance == case.substance
            && (self.offer == case.offer || self.offer == DeadlineOffer::Own)
            && self.ages.contains(case.age)
    }
}

/// The entry of `table` that holds for a case: the first, since what holds for one offer stands before what holds for the
/// own one and for all that are not told apart from it.
pub fn find_deadline<T>(table: &[(Deadline, T)], case: DeadlineCase) -> Option<&(Deadline, T)> {
    table.iter().find(|(deadline, _)| deadline.holds_for(case))
}

/// The offers that the time limits of a table tell apart; none where they tell none apart.
pub fn list_offers<T>(table: &[(Deadline, T)]) -> Vec<DeadlineOffer> {
    let stands = |offer: &DeadlineOffer| table.iter().any(|(deadline, _)| deadline.offer == *offer);
    let offers: Vec<DeadlineOffer> = DeadlineOffer::ALL.iter().copied().filter(stands).collect();
    if offers.len() > 1 { offers } else { Vec::new() }
}
