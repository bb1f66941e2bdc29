//! What can be wrong with an answer.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::text as booking,
        callback::text as callback,
        complaint::{
            form::{Complainant, ComplaintAuthority, ComplaintReach, ComplaintStep},
            text::{self, write},
        },
    },
    ui::{choices::choice_id, error_summary::FieldError},
};
use domain::Lang;

/// What is wrong with an answer, in the order of the pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ComplaintFieldError {
    /// Nothing is chosen that can be.
    Choose,
    /// It is not said what is known of the day.
    DayKind,
    /// The day is none.
    Day,
    /// The day is still to come.
    DayAhead,
    Who,
    Authority,
    Reach,
    Name,
    Phone,
    PhoneCountry,
    Address,
    NoWords,
    TooManyWords,
    /// What was written can show who somebody is, and nobody has told them yet.
    Telling,
    /// The hidden field was filled in.
    Filled,
    TooFast,
    TooOld,
    /// The code under which it was to be filed is there no more.
    CodeGone,
}

impl ComplaintFieldError {
    pub(super) const fn text(self) -> Phrase {
        match self {
            Self::Choose => booking::CHOOSE,
            Self::DayKind => text::CHOOSE_KIND,
            Self::Day => text::WRITE_DAY,
            Self::DayAhead => text::DAY_AHEAD,
            Self::Who => write::CHOOSE_WHO,
            Self::Authority => write::CHOOSE_AUTHORITY,
            Self::Reach => write::CHOOSE_REACH,
            Self::Name => write::WRITE_NAME,
            Self::Phone => callback::BAD_PHONE,
            Self::PhoneCountry => callback::BAD_COUNTRY,
            Self::Address => write::WRITE_ADDRESS,
            Self::NoWords => write::WRITE_WORDS,
            Self::TooManyWords => write::TOO_MANY_WORDS,
            Self::Telling => write::TELLING,
            Self::Filled => booking::FILLED,
            Self::TooFast => booking::TOO_FAST,
            Self::TooOld => write::TOO_OLD,
            Self::CodeGone => write::CODE_GONE,
        }
    }

    /// The field to go to; on a page of one question that page's first choice.
    fn field(self, step: ComplaintStep) -> String {
        match self {
            Self::Choose => step.code().to_owned(),
            Self::DayKind => "START".to_owned(),
            Self::Day | Self::DayAhead => "DAY".to_owned(),
            Self::Who => choice_id("WHO", Complainant::Oneself.code()),
            Self::Authority => choice_id("AUTHORITY", ComplaintAuthority::PowerOfAttorney.code()),
            Self::Reach => choice_id("REACH", ComplaintReach::Code.code()),
            Self::Name => "NAME".to_owned(),
            Self::Phone | Self::PhoneCountry => "PHONE".to_owned(),
            Self::Address => "ADDRESS".to_owned(),
            _ => "WORDS".to_owned(),
        }
    }

    /// As it stands above the page.
    pub(super) fn show(self, step: ComplaintStep, lang: Lang) -> FieldError {
        FieldError::of(self.field(step), self.text(), lang)
    }
}

/// What is said at a field of what is wrong with it.
pub(super) fn error_at(
    problems: &[ComplaintFieldError],
    of: &[ComplaintFieldError],
    lang: Lang,
) -> Option<String> {
    problems.iter().find(|problem| of.contains(problem)).map(|problem| problem.text().get(lang).to_owned())
}
