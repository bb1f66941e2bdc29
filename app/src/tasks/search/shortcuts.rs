//! What somebody wants to do and types as a search: the way to it, before what is written about it.

use crate::{
    phrase::{Phrase, phrase},
    tasks::{booking::text as booking, complaint::text::LINK as COMPLAIN},
    ui::{acts_text, document::PageMeta, text as common},
};
use leptos::prelude::*;

pub const TITLE: Phrase = phrase("Gå direkte til", "Go straight to");

/// Beginnings of words, in both languages, and where they lead in a municipality.
const SHORTCUTS: [(&[&str], &str, Phrase); 6] = [
    (
        &["book", "bestil", "aftal", "samtale", "tid", "chat", "skriv", "appointment", "talk"],
        "samtale",
        acts_text::BOOK,
    ),
    (&["ring", "opkald", "call", "telefon", "nummer", "phone", "number"], "ring-mig-op", acts_text::CALLBACK),
    (
        &["telefon", "nummer", "phone", "number", "adresse", "address", "åb", "open"],
        "kontakt",
        common::CONTACT,
    ),
    (&["kode", "aflys", "flyt", "code", "cancel", "move"], "/kode", booking::USE_CODE),
    (&["frist", "vent", "dage", "deadline", "wait", "days"], "frist", common::DEADLINE),
    (&["klag", "complain", "vent", "utilfreds"], "klage", COMPLAIN),
];

/// The shortcuts that a query asks for, as a section; nothing outside a municipality.
pub fn shortcuts(meta: &PageMeta, query: &str) -> Option<AnyView> {
    meta.standard.as_ref()?;
    let query = query.to_lowercase();
    let is_asked = |stems: &[&str]| {
        let mut words = query.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    // A task that the centre has not opened leads nowhere.
    let is_open = |path: &str| match path {
        "samtale" => meta.acts.appointment.is_some(),
        "ring-mig-op" => meta.acts.callback,
        _ => true,
    };
    let links: Vec<_> = SHORTCUTS
        .iter()
        .filter(|(stems, path, _)| is_asked(stems) && is_open(path))
        .map(|(_, path, title)| {
            let href = if path.starts_with('/') { meta.to(path) } else { meta.in_municipality(path) };
            view! { <li><a href=href><strong>{title.get(meta.lang)}</strong></a></li> }
        })
        .collect();
    let title = TITLE.get(meta.lang);
    (!links.is_empty())
        .then(|| view! { <section><h2>{title}</h2><ul class="rows">{links}</ul></section> }.into_any())
}
