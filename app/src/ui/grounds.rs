//! What an answer rests on: the markup of a reading and of a source, on the server and on the phone.

use crate::ui::text as common;
use domain::Lang;
use leptos::prelude::*;

/// How the standard is read where it contradicts itself or leaves a gap.
pub(crate) fn reading_line(text: AnyView, lang: Lang) -> impl IntoView {
    view! { <p class="reading"><strong>{common::READING.get(lang)}": "</strong>{text}</p> }
}

/// Where something stands; nothing where nothing is named.
#[must_use]
pub fn source_line(intro: Option<&'static str>, places: String, lang: Lang) -> Option<AnyView> {
    if places.is_empty() {
        return None;
    }
    let places = match lang {
        Lang::Da => places.into_any(),
        Lang::En => view! { <span lang="da">{places}</span> }.into_any(),
    };
    let line = view! { <p class="source"><strong>{common::SOURCE.get(lang)}": "</strong>{intro}{places}</p> };
    Some(line.into_any())
}
