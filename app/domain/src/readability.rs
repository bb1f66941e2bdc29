//! LIX, the Scandinavian readability figure: words a sentence, plus the percentage of words longer
//! than six letters. Under 25 is a children's book, 35-45 a newspaper, above 55 an academic text.

/// Counts of a text, from which its LIX follows; texts add up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lix {
    words: u32,
    long_words: u32,
    sentences: u32,
}

/// Counts `text`. A full stop, question mark, exclamation mark or colon ends a sentence; so does the
/// end of the text.
#[must_use]
pub fn lix(text: &str) -> Lix {
    let mut count = Lix::default();
    let mut open = false;
    for token in text.split_whitespace() {
        let letters = token.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > 0 {
            count.words += 1;
            count.long_words += u32::from(letters > 6);
            open = true;
        }
        if open && token.ends_with(['.', '!', '?', ':']) {
            count.sentences += 1;
            open = false;
        }
    }
    count.sentences += u32::from(open);
    count
}

impl Lix {
    /// The figure itself; 0 for a text without words.
    #[must_use]
    pub fn figure(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let words = f64::from(self.words);
        words / f64::from(self.sentences.max(1)) + f64::from(self.long_words) * 100.0 / words
    }

    #[must_use]
    pub const fn words(self) -> u32 {
        self.words
    }
}

impl std::iter::Sum for Lix {
    fn sum<I: Iterator<Item = Self>>(texts: I) -> Self {
        texts.fold(Self::default(), |sum, text| Self {
            words: sum.words + text.words,
            long_words: sum.long_words + text.long_words,
            sentences: sum.sentences + text.sentences,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_long_words_and_sentences() {
        // 8 words, 2 of them longer than 6 letters (rådgivning, henvisning), 2 sentences.
        let figure = lix("Du kan få rådgivning gratis. Ingen henvisning kræves.").figure();
        assert!((figure - (8.0 / 2.0 + 2.0 * 100.0 / 8.0)).abs() < 1e-9, "{figure}");
    }

    #[test]
    fn a_time_of_day_does_not_end_a_sentence() {
        assert_eq!(lix("Ring kl. 8.15 i dag").sentences, 2);
        assert_eq!(lix("Ring 8.15 i dag").sentences, 1);
    }

    #[test]
    fn an_empty_text_has_no_figure() {
        assert!(lix(" – ").figure().abs() < f64::EPSILON);
    }
}
