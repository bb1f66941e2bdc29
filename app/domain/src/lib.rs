//! The law and the municipalities' quality standards, as data and pure functions.
//!
//! Nothing here reads a file, a clock or a random number: text, time and answers come in as
//! arguments. Without the features only what the guide needs is compiled, and with `days` the counting of
//! days, so that the same function runs on the server and, as WebAssembly, on the citizen's own phone.

mod ages;
mod codes;
mod criteria;
#[cfg(feature = "days")]
mod deadline;
mod entitlement;
mod guide;
#[cfg(feature = "days")]
mod holidays;
#[cfg(feature = "days")]
mod local_day;
mod text;

pub use ages::AgeRange;
pub use codes::*;
pub use criteria::{Anonymity, Criteria};
pub use entitlement::{Entitlement, EntitlementSummary, Given, Subject};
pub use guide::{
    AnswerError, Answers, Asked, Assessment, Choice, Condition, Fit, Guide, Question, Step, SubstanceChoice,
};
pub use text::{Lang, Text};

#[cfg(feature = "days")]
pub use self::{
    deadline::{Deadline, DeadlineCase, find_deadline},
    holidays::Holiday,
    local_day::LocalDay,
};

#[cfg(feature = "load")]
mod availability;
#[cfg(feature = "load")]
mod body;
#[cfg(feature = "load")]
mod booking;
#[cfg(feature = "load")]
mod callback;
#[cfg(feature = "load")]
pub mod case;
#[cfg(feature = "load")]
pub mod complaint;
#[cfg(feature = "load")]
mod days;
#[cfg(feature = "load")]
pub mod decide;
#[cfg(feature = "load")]
mod fact;
#[cfg(feature = "load")]
mod filter;
#[cfg(feature = "load")]
mod hours;
#[cfg(feature = "load")]
mod offer;
#[cfg(feature = "load")]
mod opening_days;
#[cfg(feature = "load")]
mod phone;
#[cfg(feature = "load")]
mod pii;
#[cfg(feature = "load")]
pub mod plan;
#[cfg(feature = "load")]
mod read;
#[cfg(feature = "load")]
mod readability;
#[cfg(feature = "load")]
mod rule;
#[cfg(feature = "load")]
mod rules;
#[cfg(feature = "load")]
pub mod scenarios;
#[cfg(feature = "load")]
mod source_document;
#[cfg(feature = "load")]
mod standard;
#[cfg(feature = "load")]
mod time_range;
#[cfg(feature = "load")]
mod unit;
#[cfg(feature = "load")]
mod validity;

#[cfg(feature = "load")]
pub use self::{
    availability::{
        AppointmentType, BusyInterval, BusyIntervals, Calendar, DayPart, Exception, Hours, MINUTES_OF_DAY,
        Minute, bookable_days, list_free_times, list_free_times_on,
    },
    body::Body,
    booking::{BookingAbout, BookingKind, EnglishHelp, GiveBackReason, Role, Talks, TreatmentWish, UnitSide},
    callback::{Window, windows},
    days::Instant,
    fact::{Fact, Reading, ReadingKind, Source, Stated, Tally},
    filter::{Facet, Filter, FilterOption},
    hours::{Opening, TimeSpan, Week},
    offer::Offer,
    opening_days::{CentreTime, Closure, DaySetting, OpeningDays},
    phone::{PhoneError, group_phone, parse_phone},
    pii::{PiiKind, REDACTED, digit, find_pii, is_blank, is_direction, list_pii_kinds, redact_pii},
    read::{Draft, StandardFileError, read_draft, read_standard},
    readability::{Lix, lix},
    rule::{Rule, RuleValue, StatedRule},
    rules::*,
    source_document::{Finding, SourceDocument},
    standard::{CitizenText, Standard},
    time_range::{are_ranges_within, parse_time_ranges},
    unit::{Phone, Unit},
    validity::Validity,
};
