//! Searching offers, rules and words, in both languages, forgiving of spelling and inflection.
//! (Why a small index of our own: docs/decisions/search.md.)

mod asker;
mod documents;
mod index;
mod words;

pub use documents::{Answer, Found, Search};
