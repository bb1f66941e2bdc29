//! The law and the municipalities' quality standards, as data and pure functions.
//!
//! Nothing here reads a file, a clock or a random number: text, time and answers come in as
//! arguments. Without the feature `load` only what the guide needs is compiled, so that the same
//! function runs on the server and, as WebAssembly, on the citizen's own phone.

mod ages;
mod codes;
mod criteria;
mod guide;
mod terms;
mod text;

pub use ages::AgeRange;
pub use codes::*;
pub use criteria::{Anonymity, Criteria};
pub use guide::{
    Answers, Asked, Assessment, BadAnswer, Choice, Condition, Fit, Guide, Question, Step, SubstanceChoice,
};
pub use terms::{Given, Subject, Term, ToldTerm};
pub use text::{Lang, Text};

#[cfg(feature = "load")]
mod body;
#[cfg(feature = "load")]
mod booking;
#[cfg(feature = "load")]
mod callback;
#[cfg(feature = "load")]
pub mod cases;
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
mod identity;
#[cfg(feature = "load")]
mod offer;
#[cfg(feature = "load")]
mod read;
#[cfg(feature = "load")]
mod readability;
#[cfg(feature = "load")]
mod rule;
#[cfg(feature = "load")]
mod rules;
#[cfg(feature = "load")]
mod spans;
#[cfg(feature = "load")]
mod standard;
#[cfg(feature = "load")]
mod standing;
#[cfg(feature = "load")]
mod times;
#[cfg(feature = "load")]
mod unit;

#[cfg(feature = "load")]
pub use self::{
    body::Body,
    booking::{BookingAbout, BookingKind, Role},
    callback::{Window, parse_phone, windows},
    days::{Instant, LocalDay},
    fact::{Fact, Reading, ReadingKind, Source, Stated, Tally},
    filter::{Facet, Filter, FilterOption},
    hours::{Opening, TimeSpan, Week},
    identity::{Identity, REMOVED, digit, identities, without_identities},
    offer::Offer,
    read::{Problem, read_standard},
    readability::{Lix, lix},
    rule::{Rule, RuleValue, StatedRule},
    rules::*,
    spans::{parse_spans, spans_within},
    standard::{CitizenText, Standard},
    standing::Standing,
    times::{
        Calendar, Exception, Hours, Layout, Minute, Taken, TakenTimes, bookable_days, free_on, free_times,
        is_morning,
    },
    unit::{Phone, Unit},
};
