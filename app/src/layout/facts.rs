//! How a fact of a standard is shown: with its source, its reading, or as silent.

use crate::text::{common, offers};
use domain::{Fact, Lang, Reading, Source, Stated, Text};
use leptos::prelude::*;

/// A text fact as a paragraph, or the sentence that the standard is silent.
#[component]
pub fn FactText(fact: Fact<Text>, lang: Lang) -> impl IntoView {
    match fact {
        Fact::Silent => view! { <p class="silent">{common::SILENT.get(lang)}</p> }.into_any(),
        Fact::Stated(stated) => {
            let text = stated.value.get(lang).to_owned();
            view! { <p>{text}</p>{nuances(&stated, lang)} }.into_any()
        }
    }
}

/// What comes beside the bare value of a fact: its note, and how it is read.
pub fn nuances<T>(stated: &Stated<T>, lang: Lang) -> impl IntoView + use<T> {
    let note = stated.note.as_ref().map(|note| note.get(lang).to_owned());
    let reading = stated.reading.clone().map(|chosen| reading(&chosen, lang));
    view! {
        {note.map(|note| view! { <p>{note}</p> })}
        {reading}
    }
}

fn reading(reading: &Reading, lang: Lang) -> impl IntoView + use<> {
    let reading = reading.text.get(lang).to_owned();
    view! {
        <p class="reading"><strong>{offers::READING.get(lang)}": "</strong>{reading}</p>
    }
}

/// Where something stands: sections of the standard and clauses of the law.
#[component]
pub fn SourceLine(sources: Vec<Source>, lang: Lang) -> impl IntoView {
    let mut sections: Vec<String> = Vec::new();
    let mut law: Vec<String> = Vec::new();
    for source in sources {
        for (list, new) in [(&mut sections, source.sections), (&mut law, source.law)] {
            for one in new {
                if !list.contains(&one) {
                    list.push(one);
                }
            }
        }
    }
    sections.extend(law);
    let text = sections.join(", ");
    let intro = match lang {
        Lang::Da => "Kommunens kvalitetsstandard, ",
        Lang::En => "The municipality's quality standard, ",
    };
    view! { <p class="source"><strong>{common::SOURCE.get(lang)}": "</strong>{intro}<span lang="da">{text}</span></p> }
}
