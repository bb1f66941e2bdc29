//! Whether a standard can still be relied on, by the date of a day.

use crate::{Fact, Standard, Substance};
use chrono::{Days, NaiveDate};

/// For so many days before a revision is due, readers are told of it: an autumn.
const DAYS_BEFORE_REVISION: Days = Days::new(90);

/// How a standard stands on a day. Each is the most that its `[identity]` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Validity {
    /// It says until when it holds or when it is revised; that is neither past nor, for a revision, near.
    Holds,
    /// It gives no period and no day for its revision.
    Unstated,
    /// It is to be revised by this day, which is near.
    RevisionNear(NaiveDate),
    /// It was to be revised by this day.
    RevisionLate(NaiveDate),
    /// It held until this day.
    Over(NaiveDate),
}

impl Validity {
    /// What a reader must know first.
    const fn order(self) -> u8 {
        match self {
            Self::Over(_) => 0,
            Self::RevisionLate(_) => 1,
            Self::RevisionNear(_) => 2,
            Self::Holds => 3,
            Self::Unstated => 4,
        }
    }
}

impl Standard {
    /// How the standard stands on the local day `today`, from `identity.valid_to` and
    /// `identity.revision_due`.
    #[must_use]
    pub fn validity(&self, today: NaiveDate) -> Validity {
        // Where each substance has its own period, the one that is told of first is the one that is over first.
        Substance::ALL
            .iter()
            .map(|&substance| self.validity_of(substance, today))
            .min_by_key(|validity| validity.order())
            .unwrap_or(Validity::Unstated)
    }

    /// The same of the rules for one substance.
    #[must_use]
    pub fn validity_of(&self, substance: Substance, today: NaiveDate) -> Validity {
        let identity = &self.rules_for(substance).identity;
        match (Fact::value(&identity.valid_to), Fact::value(&identity.revision_due)) {
            (Some(&last), _) if last < today => Validity::Over(last),
            (_, Some(&due)) if due < today => Validity::RevisionLate(due),
            (_, Some(&due)) if due <= today + DAYS_BEFORE_REVISION => Validity::RevisionNear(due),
            (None, None) => Validity::Unstated,
            _ => Validity::Holds,
        }
    }
}
