//! Every sentence of the portal itself, in both languages. What the municipalities say stands in
//! their own files.

pub mod common;
pub mod entitlements;
pub mod guide;

#[cfg(feature = "ssr")]
pub mod about;
#[cfg(feature = "ssr")]
pub mod booking;
#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod callback;
#[cfg(feature = "ssr")]
pub mod choose;
#[cfg(feature = "ssr")]
pub mod clarify;
#[cfg(feature = "ssr")]
pub mod compare;
#[cfg(feature = "ssr")]
pub mod contact;
#[cfg(feature = "ssr")]
pub mod dates;
#[cfg(feature = "ssr")]
pub mod deadline;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod glossary;
#[cfg(feature = "ssr")]
pub mod offers;
#[cfg(feature = "ssr")]
pub mod problem;
#[cfg(feature = "ssr")]
pub mod pseudonym;
#[cfg(feature = "ssr")]
pub mod rules;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
pub mod stored;
#[cfg(feature = "ssr")]
pub mod talk;
#[cfg(feature = "ssr")]
pub mod validity;

use domain::Lang;

/// A sentence in both languages: neither can be missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Phrase {
    pub da: &'static str,
    pub en: &'static str,
}

impl Phrase {
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Da => self.da,
            Lang::En => self.en,
        }
    }
}

/// A [`Phrase`] from its Danish and its English wording.
#[must_use]
pub const fn phrase(da: &'static str, en: &'static str) -> Phrase {
    Phrase { da, en }
}
