//! What one can do now.

use crate::phrase::{Phrase, phrase};
#[cfg(feature = "ssr")]
use domain::Lang;

pub const TITLE: Phrase = phrase("Det kan du gøre nu", "What you can do now");
pub const BOOK: Phrase = phrase("Aftal en anonym samtale", "Book an anonymous conversation");
#[cfg(feature = "ssr")]
pub const BOOK_WHEN: Phrase = phrase("Se de næste tider", "See the next times");
#[cfg(feature = "ssr")]
pub const BOOK_FULL: Phrase = phrase(
    "Ingen ledige tider lige nu. Du kan stå på venteliste",
    "No free times just now. You can wait for one",
);
pub const CALLBACK: Phrase = phrase("Bliv ringet op", "Ask for a call");
pub const CALLBACK_WHEN: Phrase = phrase("Du vælger selv hvornår", "You choose when");
pub const CALL: Phrase = phrase("Ring", "Call");

/// When the next conversation can be.
#[cfg(feature = "ssr")]
#[must_use]
pub fn next_free(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Næste ledige: {when}"),
        Lang::En => format!("Next free: {when}"),
    }
}
