//! Words of the field in plain language.

use crate::{
    tasks::glossary::text::{self, in_order},
    ui::document::{Document, PageMeta},
};
use leptos::prelude::*;

/// `/ordbog`.
#[component]
pub fn GlossaryPage(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    let terms = in_order(lang)
        .into_iter()
        .map(|term| {
            view! {
                <div class="term" id=term.slug><dt>{term.name.get(lang)}</dt><dd>{term.plain.get(lang)}</dd></div>
            }
        })
        .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <p class="hint">{text::NOTE.get(lang)}</p>
                <dl class="terms">{terms}</dl>
            </div>
        </Document>
    }
}
