//! Words of the field in plain language, and where they occur in a text.

mod terms;

use crate::{
    phrase::{Phrase, phrase},
    ui::text as common,
};
use domain::Lang;
use std::{collections::HashMap, sync::LazyLock};
pub use terms::all;

/// A word that not everybody knows.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its place on the page of words: `/ordbog#{slug}`.
    pub slug: &'static str,
    pub name: Phrase,
    pub plain: Phrase,
    /// How it is written in a text; these are made links. In small letters it is found however it is
    /// written, with capitals only so: MOVE is a course, "move" an English verb.
    pub forms_da: &'static [&'static str],
    pub forms_en: &'static [&'static str],
}

impl Term {
    #[must_use]
    pub const fn forms(&self, lang: Lang) -> &'static [&'static str] {
        match lang {
            Lang::Da => self.forms_da,
            Lang::En => self.forms_en,
        }
    }
}

pub const TITLE: Phrase = common::GLOSSARY;
pub const INTRO: Phrase = phrase(
    "Ord, du kan møde, når du søger hjælp, sagt med helt almindelige ord.",
    "Words you may meet when you seek help, in plain language.",
);
pub const NOTE: Phrase = phrase(
    "Det er vores egne forklaringer. Under din kommune står, hvad der gælder hos dig.",
    "These are our own explanations. What applies where you live is under your municipality.",
);

/// All terms in the alphabet of the language.
#[must_use]
pub fn in_order(lang: Lang) -> Vec<&'static Term> {
    let mut terms: Vec<&Term> = all().collect();
    terms.sort_by_cached_key(|term| alphabetic(term.name.get(lang)));
    terms
}

/// Æ, ø and å come last, in that order.
fn alphabetic(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'æ' => '{',
            'ø' => '|',
            'å' => '}',
            other => other,
        })
        .collect()
}

/// A part of a text: plain, or a word that is explained.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    Plain(&'a str),
    Word { text: &'a str, slug: &'static str },
}

/// The longest written form has this many words.
const LONGEST: usize = 5;

static FORMS: LazyLock<[HashMap<&'static str, &'static str>; 2]> = LazyLock::new(|| {
    [Lang::Da, Lang::En]
        .map(|lang| all().flat_map(|term| term.forms(lang).iter().map(|form| (*form, term.slug))).collect())
});

/// Cuts `text` at the words that are explained and that `wanted` lets through.
pub fn pieces(text: &str, lang: Lang, mut wanted: impl FnMut(&'static str) -> bool) -> Vec<Piece<'_>> {
    let forms = &FORMS[usize::from(lang == Lang::En)];
    let words = words(text);
    let mut pieces = Vec::new();
    let (mut at, mut plain_from) = (0, 0);
    while at < words.len() {
        let found = (1..=LONGEST.min(words.len() - at)).rev().find_map(|count| {
            let (start, end) = (words[at].0, words[at + count - 1].1);
            let written = &text[start..end];
            let slug = forms.get(written).or_else(|| forms.get(written.to_lowercase().as_str()));
            slug.map(|slug| (count, start, end, *slug))
        });
        match found {
            Some((count, start, end, slug)) if wanted(slug) => {
                if plain_from < start {
                    pieces.push(Piece::Plain(&text[plain_from..start]));
                }
                pieces.push(Piece::Word { text: &text[start..end], slug });
                (at, plain_from) = (at + count, end);
            }
            Some((count, ..)) => at += count,
            None => at += 1,
        }
    }
    if plain_from < text.len() {
        pieces.push(Piece::Plain(&text[plain_from..]));
    }
    pieces
}

/// Where each word begins and ends. A hyphen belongs to a word: `e-Boks`.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (place, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || letter == '-' || letter == '\'';
        match (inside, start) {
            (true, None) => start = Some(place),
            (false, Some(from)) => {
                words.push((from, place));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, text.len())));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Piece<'_>> {
        pieces(text, Lang::Da, |_| true)
    }

    #[test]
    fn a_word_is_found_whole_whatever_its_letters() {
        assert_eq!(
            cut("Vil du i Døgnbehandling?"),
            [
                Piece::Plain("Vil du i "),
                Piece::Word { text: "Døgnbehandling", slug: "doegnbehandling" },
                Piece::Plain("?")
            ]
        );
        assert_eq!(cut("Du kan få dagbehandlinger."), [Piece::Plain("Du kan få dagbehandlinger.")]);
    }

    #[test]
    fn a_name_in_capitals_is_not_the_common_word() {
        assert_eq!(pieces("You can move home.", Lang::En, |_| true), [Piece::Plain("You can move home.")]);
        assert!(pieces("MOVE is a course.", Lang::En, |_| true).len() == 2);
    }

    #[test]
    fn several_words_make_one_term() {
        assert_eq!(
            cut("Du har frit valg."),
            [
                Piece::Plain("Du har "),
                Piece::Word { text: "frit valg", slug: "frit-valg" },
                Piece::Plain(".")
            ]
        );
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        for text in ["", "æøå", "MOVE", "e-Boks og frit valg, og MOVE igen", "  ", "frit"] {
            let whole: String = cut(text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Plain(text) | Piece::Word { text, .. } => text,
                })
                .collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn terms_have_places_and_forms_of_their_own() {
        for lang in [Lang::Da, Lang::En] {
            let forms: Vec<&str> = all().flat_map(|term| term.forms(lang).iter().copied()).collect();
            for form in &forms {
                assert_eq!(forms.iter().filter(|other| other == &form).count(), 1, "{form}");
                assert!(form.split_whitespace().count() <= LONGEST, "{form}");
            }
        }
        let slugs: Vec<&str> = all().map(|term| term.slug).collect();
        assert!(slugs.is_sorted_by(|one, next| one < next), "in order, each once: {slugs:?}");
    }

    #[test]
    fn explanations_are_easy_to_read() {
        let figures = all()
            .flat_map(|term| [term.plain.da, term.plain.en].map(|text| (text, domain::lix(text).figure())));
        let hard: Vec<(&str, f64)> = figures.filter(|(_, figure)| *figure > 45.0).collect();
        assert!(hard.is_empty(), "{hard:#?}");
    }
}
