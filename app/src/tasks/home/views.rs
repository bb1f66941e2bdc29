//! Choosing a municipality.

use crate::{
    tasks::{booking::text as booking, home::text},
    ui::{
        acts::Acts,
        document::{Document, PageMeta},
        text as common,
    },
};
use domain::Standard;
use leptos::prelude::*;
use std::sync::Arc;

/// `/`: choose a municipality. Each with what one can do there now.
#[component]
pub fn HomePage(meta: PageMeta, municipalities: Vec<(Arc<Standard>, Acts)>) -> impl IntoView {
    let lang = meta.lang;
    let here = municipalities
        .into_iter()
        .map(|(standard, acts)| {
            let name = standard.name.get(lang).to_owned();
            view! { <li><a href=acts.base><strong>{name}</strong>" "<span>{acts.appointment}</span></a></li> }
        })
        .collect_view();
    let what = text::WHAT.map(|item| view! { <li>{item.get(lang)}</li> }).collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="shore"><div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <h2 class="sr-only">{text::WHERE.get(lang)}</h2>
                <ul class="rows">{here}</ul>
                <p class="ways">
                    <a href=meta.to("/kode")>{booking::HAVE_CODE.get(lang)}" "{booking::USE_CODE.get(lang)}</a>
                    <a href=meta.to("/soeg")>{text::SEARCH_ALL.get(lang)}</a>
                </p>
                <p class="danger">{common::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
            </div></div>
            <div class="container">
                <section>
                    <h2>{text::WHAT_TITLE.get(lang)}</h2>
                    <ul>{what}</ul>
                </section>
                <section>
                    <h2>{text::ELSEWHERE_TITLE.get(lang)}</h2>
                    <p>{text::ELSEWHERE.get(lang)}</p>
                    <p><a href=meta.to("/sammenlign")>{common::COMPARE.get(lang)}</a></p>
                </section>
            </div>
        </Document>
    }
}
