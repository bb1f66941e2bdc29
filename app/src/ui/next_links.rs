//! Where to go from a page that has no answer.

use crate::ui::{document::PageMeta, text as common};
use leptos::prelude::*;

/// What the municipality of the page offers, as items of a list; nothing outside a municipality.
#[component]
pub fn NextLinks(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    meta.standard.is_some().then(|| {
        view! {
            <li><a href=meta.in_municipality("find")>{common::FIND_HELP.get(lang)}</a></li>
            <li><a href=meta.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a></li>
            <li><a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></li>
        }
    })
}
