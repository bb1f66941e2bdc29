//! The words, in the order of their slugs.

mod a_f;
mod g_o;
mod p_z;

use crate::{phrase::Phrase, tasks::glossary::text::Term};

const fn term(
    slug: &'static str,
    name: Phrase,
    plain: Phrase,
    forms_da: &'static [&'static str],
    forms_en: &'static [&'static str],
) -> Term {
    Term { slug, name, plain, forms_da, forms_en }
}

/// All words, in parts by their first letter.
pub fn all() -> impl Iterator<Item = &'static Term> + Clone {
    a_f::TERMS.iter().chain(&g_o::TERMS).chain(&p_z::TERMS)
}
