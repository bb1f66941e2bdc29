//! Whether a complaint is in time.

use crate::{LocalDay, decide::ComplaintOutcome};

/// Weekdays after which a letter sent by ordinary post normally counts as received (Ankestyrelsen's published practice;
/// `docs/rules.md`, finding 124).
const LETTER_DAYS: u16 = 6;

crate::codes! {
    /// How a complaint stands to its last day.
    ComplaintTiming {
        InTime = "IN_TIME",
        /// After the last day, but by the first weekday after it: in time by the general rule on time limits for
        /// complaints (guidance of the Ministry of Justice, 2018; finding 123).
        ByGeneralRule = "BY_GENERAL_RULE",
        /// After it. What follows no standard says; staff decide (finding 104).
        Late = "LATE",
        /// The standard says that there is no last day.
        NoLastDay = "NO_LAST_DAY",
        /// None is stated, or the day is not known from which it is counted.
        Unknown = "UNKNOWN",
    }
}

impl ComplaintTiming {
    /// Of a complaint that arrives on `day`, for which a standard gives this outcome.
    #[must_use]
    pub fn of(outcome: &ComplaintOutcome<'_>, day: LocalDay) -> Self {
        match outcome.complaint_latest {
            Some(latest) if day <= latest => Self::InTime,
            Some(latest) if day <= latest.next_weekday() => Self::ByGeneralRule,
            Some(_) => Self::Late,
            None if outcome.in_time == Some(true) => Self::NoLastDay,
            None => Self::Unknown,
        }
    }
}

/// The day on which a letter counts as received that was sent by ordinary post. Nothing is brought on a holiday: in doubt it
/// is the later day.
#[must_use]
pub fn received_by_letter(sent: LocalDay) -> LocalDay {
    (0..LETTER_DAYS).fold(sent, |day, _| day.plus_days(1).next_weekday())
}
