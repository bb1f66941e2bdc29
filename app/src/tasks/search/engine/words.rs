//! From what somebody typed to what can be compared: small letters, one spelling of æ, ø and å, and
//! the stem of the word.

use domain::Lang;
use rust_stemmers::{Algorithm, Stemmer};

/// Words so common that they tell nothing apart.
const COMMON: [&str; 76] = [
    "jeg", "du", "vi", "de", "en", "et", "den", "det", "er", "og", "i", "på", "til", "af", "for", "med",
    "om", "at", "som", "min", "din", "mit", "dit", "mig", "dig", "kan", "skal", "vil", "har", "få", "får",
    "hvad", "hvem", "hvor", "hvordan", "ikke", "der", "når", "the", "a", "an", "is", "are", "and", "or",
    "to", "of", "in", "on", "my", "me", "you", "your", "it", "do", "does", "can", "how", "what", "who",
    "with", "han", "hun", "hans", "hendes", "tager", "gør", "gøre", "være", "bliver", "så", "meget", "bange",
    "he", "she", "have",
];

/// Reduces the words of one language.
pub struct Words {
    stemmer: Stemmer,
}

impl Words {
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        let algorithm = match lang {
            Lang::Da => Algorithm::Danish,
            Lang::En => Algorithm::English,
        };
        Self { stemmer: Stemmer::create(algorithm) }
    }

    /// The key under which `word` is kept: its stem, in letters every keyboard has.
    #[must_use]
    pub fn key(&self, word: &str) -> String {
        plain(&self.stemmer.stem(&danish(word)))
    }
}

/// The words of a text, in small letters.
pub fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

#[must_use]
pub fn is_common(word: &str) -> bool {
    COMMON.contains(&danish(word).as_str()) || word.chars().count() < 2
}

/// A ring or an accent that stands as a letter of its own after the letter it belongs to.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// `paaroerende` as it is meant: `pårørende`.
fn danish(word: &str) -> String {
    word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
}

/// A word as it is compared, unstemmed.
#[must_use]
pub fn fold(word: &str) -> String {
    plain(&danish(word))
}

/// Without letters that a foreign keyboard lacks, as many then type them: `pårørende` as `parorende`.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|&letter| !is_mark(letter))
        .map(|letter| match letter {
            'å' | 'ä' | 'à' | 'á' | 'â' => 'a',
            'æ' | 'é' | 'è' | 'ê' | 'ë' => 'e',
            'ø' | 'ö' | 'ó' => 'o',
            'ü' | 'ú' => 'u',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_however_it_is_typed() {
        let words = Words::of(Lang::Da);
        for typed in ["pårørende", "paaroerende", "parorende", "pårørendes", "pa\u{30a}rørende"] {
            assert_eq!(words.key(typed), words.key("pårørende"), "{typed}");
        }
        assert_eq!(words.key("gruppen"), words.key("gruppe"));
        assert_eq!(words.key("aabningstider"), words.key("åbningstid"));
    }
}
