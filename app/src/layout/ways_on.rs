//! Where to go from a page that has no answer.

use super::Frame;
use crate::text::common;
use leptos::prelude::*;

/// What the municipality of the page offers, as items of a list; nothing outside a municipality.
#[component]
pub fn WaysOn(frame: Frame) -> impl IntoView {
    let lang = frame.lang;
    frame.standard.is_some().then(|| {
        view! {
            <li><a href=frame.in_municipality("find")>{common::FIND_HELP.get(lang)}</a></li>
            <li><a href=frame.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a></li>
            <li><a href=frame.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></li>
        }
    })
}
