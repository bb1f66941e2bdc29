//! Choosing a municipality.

use crate::{
    tasks::home::text,
    ui::{
        document::{Document, PageMeta},
        door_stones::DoorStones,
        text as common,
    },
};
use domain::Standard;
use leptos::prelude::*;
use std::sync::Arc;

/// `/`: choose a municipality.
#[component]
pub fn HomePage(meta: PageMeta, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = meta.lang;
    let here = standards
        .iter()
        .map(|standard| {
            let href = meta.to(&format!("/{}", standard.code));
            view! { <li><a class="door" href=href><DoorStones place=1/><span class="door-title">{standard.name.get(lang).to_owned()}</span></a></li> }
        })
        .collect_view();
    let what = text::WHAT.map(|item| view! { <li>{item.get(lang)}</li> }).collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="shore"><div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <h2 class="sr-only">{text::WHERE.get(lang)}</h2>
                <ul class="doors">{here}</ul>
                <p class="ways">
                    <a href=meta.to("/soeg")>{text::SEARCH_ALL.get(lang)}</a>
                    <a href=meta.to("/sammenlign")>{common::COMPARE.get(lang)}</a>
                </p>
            </div></div>
            <div class="container">
                <section>
                    <h2>{text::ELSEWHERE_TITLE.get(lang)}</h2>
                    <p>{text::ELSEWHERE.get(lang)}</p>
                </section>
                <section>
                    <h2>{text::WHAT_TITLE.get(lang)}</h2>
                    <ul>{what}</ul>
                </section>
            </div>
        </Document>
    }
}
