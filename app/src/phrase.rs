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
}

/// A [`Phrase`] from its Danish and its English wording.
#[must_use]
pub const fn phrase(da: &'static str, en: &'static str) -> Phrase {
    Phrase { da, en }
}
