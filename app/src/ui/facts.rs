//! How a fact of a standard is shown: with its source, its reading, or as silent.

use crate::ui::{
    glossary_links::link_glossary,
    grounds::{reading_line, source_line as line},
    text as common,
};
use domain::{Fact, Lang, Reading, Source, Stated, Text};
use itertools::Itertools;
use leptos::prelude::*;

/// A text fact as a paragraph, or the sentence that the standard is silent.
#[component]
pub fn FactText(fact: Fact<Text>, lang: Lang) -> impl IntoView {
    match fact {
        Fact::Silent => view! { <p class="silent">{common::SILENT.get(lang)}</p> }.into_any(),
        Fact::Stated(stated) => {
            let text = link_glossary(stated.value.get(lang), lang);
            view! { <p>{text}</p>{nuances(&stated, lang)} }.into_any()
        }
    }
}

/// What comes beside the bare value of a fact: its note, and how it is read.
pub fn nuances<T>(stated: &Stated<T>, lang: Lang) -> impl IntoView + use<T> {
    beside(stated.note.as_ref(), stated.reading.as_ref(), lang)
}

/// A note, and how the standard is read.
pub fn beside(note: Option<&Text>, reading: Option<&Reading>, lang: Lang) -> impl IntoView + use<> {
    let note = note.map(|note| view! { <p>{link_glossary(note.get(lang), lang)}</p> });
    let reading = reading.map(|reading| reading_line(link_glossary(reading.text.get(lang), lang), lang));
    view! { {note}{reading} }
}

/// Sections of the standard, then clauses of the law, each once: `§4.3, SEL §101, stk. 4`.
#[must_use]
pub fn places<'a>(sources: impl IntoIterator<Item = &'a Source, IntoIter: Clone>) -> String {
    let sources = sources.into_iter();
    let sections = sources.clone().flat_map(|source| &source.sections);
    let law = sources.flat_map(|source| &source.law);
    sections.chain(law).unique().join(", ")
}

/// Where something stands, on a page that says which standard it is about.
#[must_use]
pub fn source_line(sources: &[Source], lang: Lang) -> Option<AnyView> {
    line(None, places(sources), lang)
}

/// Where something stands.
#[component]
pub fn SourceLine(sources: Vec<Source>, lang: Lang) -> impl IntoView {
    let intro = match lang {
        Lang::Da => "Kommunens kvalitetsstandard, ",
        Lang::En => "The municipality's quality standard, ",
    };
    line(Some(intro), places(&sources), lang)
}
