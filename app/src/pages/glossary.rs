//! Words of the field in plain language.

use crate::{
    layout::{Document, Frame},
    text::glossary::{self as text, in_order},
};
use leptos::prelude::*;

/// `/ordbog`.
#[component]
pub fn GlossaryPage(frame: Frame) -> impl IntoView {
    let lang = frame.lang;
    let terms = in_order(lang)
        .into_iter()
        .map(|term| {
            view! {
                <div class="term" id=term.slug><dt>{term.name.get(lang)}</dt><dd>{term.plain.get(lang)}</dd></div>
            }
        })
        .collect_view();
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <p class="hint">{text::NOTE.get(lang)}</p>
                <dl class="terms">{terms}</dl>
            </div>
        </Document>
    }
}
