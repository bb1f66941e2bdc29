//! Every rule of a standard, with its source; and what it does not say.

use crate::{
    tasks::rules::text::{self, TOPICS, Topic},
    ui::{
        dates,
        document::{Document, PageMeta, validity_line},
        facts::{beside, source_line},
        glossary_links::link_glossary,
    },
};
use domain::{Lang, Rule, RuleValue, Standard, StatedRule};
use leptos::prelude::*;
use std::sync::Arc;

/// `/{kommune}/regler`.
#[component]
pub fn RulesPage(meta: PageMeta, standard: Arc<Standard>) -> impl IntoView {
    let lang = meta.lang;
    let rules = standard.list_rules();
    let of_topic =
        |topic: &Topic| rules.iter().filter(|rule| rule.group == topic.group).collect::<Vec<&Rule<'_>>>();
    let is_stated = |topic: &&Topic| of_topic(topic).iter().any(|rule| rule.stated.is_some());
    let (stated, silent): (Vec<&'static Topic>, Vec<&'static Topic>) = TOPICS.iter().partition(is_stated);
    let links = stated
        .iter()
        .map(|topic| view! { <li><a href=format!("#{}", topic.slug)>{topic.title_of(&standard, lang)}</a></li> })
        .collect_view();
    let topics = stated
        .iter()
        .map(|topic| section(&meta, topic, &topic.title_of(&standard, lang), &of_topic(topic)))
        .collect_view();
    let silent = silent_topics(&silent, lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{standard.name.get(lang).to_owned()}</a></p>
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                {validity_line(&meta)}
                {documents(&standard, lang)}
                <nav aria-labelledby="emner">
                    <h2 id="emner">{text::TOPICS_TITLE.get(lang)}</h2>
                    <ul class="topics">{links}</ul>
                </nav>
                {topics}
                {silent}
            </div>
        </Document>
    }
}

/// The documents that the rules stand in: what they are called, who approved them and when, and where they can be read.
/// Of a single one that cannot be read from here there is nothing more to tell.
fn documents(standard: &Standard, lang: Lang) -> Option<AnyView> {
    let several = standard.documents.len() > 1;
    if !several && standard.documents.iter().all(|document| document.address.is_none()) {
        return None;
    }
    let items = standard.documents.iter().map(|document| {
        let title = document.title.get(lang).to_owned();
        let title = match document.address.clone() {
            Some(address) => view! { <a href=address rel="noreferrer">{title}</a> }.into_any(),
            None => title.into_any(),
        };
        let cited = several.then(|| format!(" ({})", document.id));
        let approved = document.approved_by.as_ref().map(|by| by.get(lang).to_owned());
        let about: Vec<String> =
            document.date.map(|date| dates::date(date, lang)).into_iter().chain(approved).collect();
        let about = (!about.is_empty()).then(|| format!(". {}.", about.join(", ")));
        view! { <li>{title}{cited}{about}</li> }
    });
    Some(view! { <p>{text::DOCUMENTS.get(lang)}</p><ul>{items.collect_view()}</ul> }.into_any())
}

/// Topics of which the standard says nothing at all, folded; a programme that it does not name is none of its topics.
fn silent_topics(topics: &[&'static Topic], lang: Lang) -> Option<AnyView> {
    let named = topics.iter().filter(|topic| !topic.is_programme());
    let items: Vec<_> = named.map(|topic| view! { <li id=topic.slug>{topic.title.get(lang)}</li> }).collect();
    (!items.is_empty()).then(|| {
        let title = text::SILENT_ON.get(lang);
        view! { <details class="details silent"><summary>{title}</summary><ul>{items}</ul></details> }
            .into_any()
    })
}

fn section(
    meta: &PageMeta,
    topic: &'static Topic,
    title: &str,
    rules: &[&Rule<'_>],
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let stated =
        rules.iter().filter_map(|rule| Some(one(topic, rule, rule.stated.as_ref()?, lang))).collect_view();
    let silent: Vec<String> =
        rules.iter().filter(|rule| rule.stated.is_none()).map(|rule| topic.label_of(rule, lang)).collect();
    let silent = (!silent.is_empty()).then(|| {
        let items = silent.into_iter().map(|label| view! { <li>{label}</li> }).collect_view();
        view! { <div class="silent"><p>{text::SILENT_ON.get(lang)}":"</p><ul>{items}</ul></div> }
    });
    let compare = meta.to(&format!("/sammenlign/{}", topic.slug));
    let about = format!("{}: {title}", text::COMPARE_TOPIC.get(lang));
    view! {
        <section class="topic" id=topic.slug>
            <h2>{title.to_owned()}</h2>
            {stated}
            {silent}
            <p class="ways">
                <a href=compare aria-label=about>{text::COMPARE_TOPIC.get(lang)}</a>
                <a href="#emner">{text::TO_TOP.get(lang)}</a>
            </p>
        </section>
    }
    .into_any()
}

fn one(topic: &Topic, rule: &Rule<'_>, stated: &StatedRule<'_>, lang: Lang) -> impl IntoView + use<> {
    view! {
        <div class="fact" id=anchor(rule)>
            <h3>{topic.label_of(rule, lang)}</h3>
            <p>{worded(rule, stated, lang)}</p>
            {beside(stated.note, stated.reading, lang)}
            {source_line(std::slice::from_ref(stated.source), lang)}
        </div>
    }
    .into_any()
}

/// The rule's place on the page of its municipality.
pub fn anchor(rule: &Rule<'_>) -> String {
    let of_one = rule.substance.map(|one| format!("-{}", one.code().to_lowercase()));
    format!("{}-{}{}", rule.group, rule.key, of_one.unwrap_or_default())
}

/// The value in words; words that are explained are links.
pub fn worded(rule: &Rule<'_>, stated: &StatedRule<'_>, lang: Lang) -> AnyView {
    match stated.value {
        RuleValue::Text(text) => link_glossary(text.get(lang), lang),
        value => text::value(rule, value, lang).into_any(),
    }
}
