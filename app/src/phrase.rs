//! Every sentence of the portal itself, in both languages. What the municipalities say stands in
//! their own files.

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

    /// The sentence with `value` in the place of its `{}`.
    #[must_use]
    pub fn with(self, value: &str, lang: Lang) -> String {
        let sentence = self.get(lang);
        let (before, after) = sentence.split_once('{').unwrap_or((sentence, ""));
        [before, value, after.get(1..).unwrap_or_default()].concat()
    }
}

/// A [`Phrase`] from its Danish and its English wording.
#[must_use]
pub const fn phrase(da: &'static str, en: &'static str) -> Phrase {
    Phrase { da, en }
}

/// A [`Phrase`] that promises, allows or dates something. It may be said only where the standard states it: a test
/// (`server/tests/http/promises.rs`) looks for every one of these on the pages of a standard that says nothing.
#[must_use]
pub const fn promise(da: &'static str, en: &'static str) -> Phrase {
    phrase(da, en)
}
