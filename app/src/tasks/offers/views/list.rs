//! `/{kommune}/tilbud`: all offers, or those that a filter leaves.

use crate::{
    tasks::offers::{
        text,
        views::filter::{FilterForm, chips},
    },
    ui::{
        document::{Document, PageMeta, validity_line},
        error_summary::{ErrorSummary, FieldError},
    },
};
use chrono::NaiveDate;
use domain::{Filter, Kind, Offer, Standard};
use leptos::prelude::*;
use std::sync::Arc;

/// The list. `problem` says that the form held a choice nobody knows.
#[component]
pub fn OffersPage(
    meta: PageMeta,
    standard: Arc<Standard>,
    filter: Filter,
    problem: bool,
    today: NaiveDate,
) -> impl IntoView {
    let lang = meta.lang;
    let action = meta.in_municipality("tilbud");
    let shown: Vec<&Offer> = standard.offers.iter().filter(|offer| filter.shows(&offer.criteria)).collect();
    let groups = Kind::ALL
        .iter()
        .filter_map(|&kind| {
            let cards: Vec<_> = shown
                .iter()
                .filter(|offer| offer.kind == kind)
                .map(|offer| card(&meta, offer, today))
                .collect();
            (!cards.is_empty()).then(|| {
                let id = anchor(kind);
                view! { <section><h2 id=id>{text::kind(kind).get(lang)}</h2><ul class="offers">{cards}</ul></section> }
            })
        })
        .collect_view();
    let sections = Kind::ALL
        .iter()
        .filter(|kind| shown.iter().any(|offer| offer.kind == **kind))
        .map(|&kind| view! { <li><a href=format!("#{}", anchor(kind))>{text::kind(kind).get(lang)}</a></li> })
        .collect_view();
    let sections = (!shown.is_empty()).then(|| {
        view! { <nav aria-label=text::SECTIONS.get(lang)><ul class="inline-list">{sections}</ul></nav> }
    });
    let filtered = filter != Filter::default();
    let count = text::count(shown.len(), lang);
    let back = meta.in_municipality("");
    let name = standard.name.get(lang).to_owned();
    let nothing = shown.is_empty().then(|| view! { <p>{text::NOTHING_FITS.get(lang)}</p> });
    let show_all = filtered.then(|| view! { <p><a href=action.clone()>{text::SHOW_ALL.get(lang)}</a></p> });
    let problems = problem.then(|| FieldError::of("FOR", text::BAD_CHOICE, lang)).into_iter().collect();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=back>{name}</a></p>
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <p>
                    <strong>{text::NOT_SURE.get(lang)}</strong>" "
                    <a href=meta.in_municipality("find")>{text::NOT_SURE_TEXT.get(lang)}</a>
                </p>
                <FilterForm action=format!("{action}#resultat") standard=standard.clone() filter=filter problem=problem lang=lang/>
                <p class="count" role="status" id="resultat"><strong>{count}</strong></p>
                {chips(&format!("{action}#resultat"), filter, lang)}
                {show_all}
                {sections}
                {nothing}
                {groups}
                {validity_line(&meta)}
            </div>
        </Document>
    }
}

/// Where a kind begins in the list.
fn anchor(kind: Kind) -> String {
    kind.code().to_lowercase()
}

fn card(meta: &PageMeta, offer: &Offer, today: NaiveDate) -> impl IntoView + use<> {
    let lang = meta.lang;
    let href = meta.in_municipality(&format!("tilbud/{}", offer.slug));
    let tags = text::tags(offer, today, lang);
    let tags = (!tags.is_empty()).then(|| {
        let ended = text::ENDED.get(lang);
        let tags = tags
            .into_iter()
            .map(|tag| {
                let class = if tag == ended { "tag ended" } else { "tag" };
                view! { <li class=class>{tag}</li> }
            })
            .collect_view();
        view! { <ul class="tags">{tags}</ul> }
    });
    view! {
        <li class="offer">
            <h3><a href=href>{offer.title.get(lang).to_owned()}</a></h3>
            <p>{offer.summary.get(lang).to_owned()}</p>
            {tags}
        </li>
    }
}
