//! Words of the field in running text, linked to their explanation.

use crate::tasks::glossary::text::{Piece, pieces};
use domain::Lang;
use leptos::prelude::*;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

/// The words that a page has linked already: each is a link where it first occurs.
#[derive(Clone, Default)]
pub struct GlossaryLinks(Arc<Mutex<BTreeSet<&'static str>>>);

/// `text` with the words that are explained as links, each once a page.
#[must_use]
pub fn link_glossary(text: &str, lang: Lang) -> AnyView {
    let Some(GlossaryLinks(seen)) = use_context() else {
        return text.to_owned().into_any();
    };
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let page = match lang {
        Lang::Da => "/ordbog#",
        Lang::En => "/en/ordbog#",
    };
    pieces(text, lang, |slug| seen.insert(slug))
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.to_owned().into_any(),
            Piece::Word { text, slug } => {
                view! { <a class="word" href=format!("{page}{slug}")>{text.to_owned()}</a> }.into_any()
            }
        })
        .collect_view()
        .into_any()
}
