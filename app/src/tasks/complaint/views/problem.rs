//! What can be wrong with an answer.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::text as booking,
        callback::text as callback,
        complaint::{
            form::{Complainant, ComplaintAuthority, ComplaintReach},
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
    /// It is not the one who would read it by now, who was ticked as being complained about.
    AboutReader,
    Reach,
    Name,
    NameLong,
    Phone,
    PhoneCountry,
    Address,
    AddressLong,
    NoWords,
    TooManyWords,
    /// What was written can show who somebody is, and nobody has told them yet.
    Telling,
    /// The hidden field was filled in.
    Filled,
    TooFast,
    TooOld,
    /// The form has filed another complaint than stands on the page.
    SentBefore,
    /// Too many are sent now.
    TooMany,
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
            Self::AboutReader => write::ABOUT_READER_AGAIN,
            Self::SentBefore => write::SENT_BEFORE,
            Self::NameLong => write::NAME_LONG,
            Self::AddressLong => write::ADDRESS_LONG,
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
            Self::TooMany => write::TOO_MANY,
        }
    }

    /// The field of a page to write on, to go to.
    fn field(self) -> String {
        match self {
            Self::Who => choice_id("WHO", Complainant::Oneself.code()),
            Self::Authority => choice_id("AUTHORITY", ComplaintAuthority::PowerOfAttorney.code()),
            Self::Reach => choice_id("REACH", ComplaintReach::Code.code()),
            Self::AboutReader => "ABOUT_READER".to_owned(),
            Self::Name | Self::NameLong => "NAME".to_owned(),
            Self::Phone | Self::PhoneCountry => "PHONE".to_owned(),
            Self::Address | Self::AddressLong => "ADDRESS".to_owned(),
            _ => "WORDS".to_owned(),
        }
    }

    /// As it stands above a page to write on.
    pub(super) fn show(self, lang: Lang) -> FieldError {
        FieldError::of(self.field(), self.text(), lang)
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
