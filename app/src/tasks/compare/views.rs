//! The municipalities side by side.

use crate::{
    phrase::Phrase,
    tasks::{
        compare::text,
        offers::text as offers,
        rules::{
            text as rules,
            text::{TOPICS, Topic},
            views::{anchor, worded},
        },
    },
    ui::{
        document::{Document, PageMeta},
        facts::places,
        glossary_links::link_glossary,
        text as common, validity,
    },
};
use chrono::NaiveDate;
use domain::{Kind, Lang, Rule, RuleValue, Standard};
use leptos::prelude::*;
use std::sync::Arc;

/// `/sammenlign`: what can be compared.
#[component]
pub fn ComparePage(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    let link = |slug: &str, title: &'static str| {
        let href = meta.to(&format!("/sammenlign/{slug}"));
        view! { <li><a href=href>{title}</a></li> }
    };
    let topics = TOPICS.iter().map(|topic| link(topic.slug, topic.title.get(lang))).collect_view();
    let kinds = Kind::ALL
        .iter()
        .map(|&kind| link(text::kind_slug(kind), offers::kind(kind).get(lang)))
        .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                <h2>{text::OFFERS.get(lang)}</h2>
                <ul class="topics">{kinds}</ul>
                <h2>{text::RULES.get(lang)}</h2>
                <ul class="topics">{topics}</ul>
            </div>
        </Document>
    }
}

/// `/sammenlign/{emne}` for a topic: one rule, an answer from each municipality.
#[component]
pub fn CompareTopicPage(
    meta: PageMeta,
    topic: &'static Topic,
    standards: Vec<Arc<Standard>>,
    today: NaiveDate,
) -> impl IntoView {
    let lang = meta.lang;
    let all: Vec<(&Standard, Vec<Rule<'_>>)> = standards
        .iter()
        .map(|standard| {
            let rules = standard.list_rules().into_iter().filter(|rule| rule.group == topic.group).collect();
            (standard.as_ref(), rules)
        })
        .collect();
    let comparisons: Vec<Comparison<'_>> = topic
        .rules
        .iter()
        .map(|(key, _)| Comparison {
            answers: all
                .iter()
                .flat_map(|(standard, rules)| rules.iter().map(move |rule| (*standard, rule)))
                .filter(|(_, rule)| rule.key == *key)
                .collect(),
        })
        .collect();
    let section = |agreement: Agreement, title: Phrase| {
        let rows: Vec<_> = comparisons
            .iter()
            .filter(|one| one.agreement() == agreement)
            .map(|one| row(&meta, topic, one))
            .collect();
        (!rows.is_empty()).then(|| view! { <section><h2>{title.get(lang)}</h2>{rows}</section> })
    };
    let sections = [
        section(Agreement::Different, text::DIFFERENT),
        section(Agreement::Worded, text::WORDED),
        section(Agreement::Alike, text::ALIKE),
    ];
    let silent: Vec<_> = comparisons
        .iter()
        .filter(|one| one.agreement() == Agreement::Silent)
        .filter_map(|one| one.answers.first())
        .map(|(_, rule)| view! { <li>{topic.label(rule.key).get(lang)}</li> })
        .collect();
    let silent = (!silent.is_empty())
        .then(|| view! { <section><h2>{text::SILENT.get(lang)}</h2><ul>{silent}</ul></section> });
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.to("/sammenlign")>{text::TITLE.get(lang)}</a></p>
                <h1>{topic.title.get(lang)}</h1>
                <OutOfDate standards=standards.clone() today=today lang=lang/>
                {sections}
                {silent}
            </div>
        </Document>
    }
}

/// Names the municipalities whose standard is over or should have been revised.
#[component]
pub fn OutOfDate(standards: Vec<Arc<Standard>>, today: NaiveDate, lang: Lang) -> impl IntoView {
    let notices: Vec<_> = standards
        .iter()
        .filter_map(|standard| {
            let notice = validity::in_brief(standard.validity(today), lang)?;
            Some(view! { <li>{standard.name.get(lang).to_owned()}": "{notice}</li> })
        })
        .collect();
    (!notices.is_empty()).then(|| view! { <ul class="notice">{notices}</ul> })
}

/// One rule in every municipality.
struct Comparison<'a> {
    answers: Vec<(&'a Standard, &'a Rule<'a>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Agreement {
    /// Numbers, days or codes that are not the same, or that not all of them state.
    Different,
    /// Told in words: who says the same is for the reader to judge.
    Worded,
    Alike,
    Silent,
}

impl<'a> Comparison<'a> {
    fn agreement(&self) -> Agreement {
        let stated: Vec<RuleValue<'_>> = self.answers.iter().filter_map(|(_, rule)| value(rule)).collect();
        match stated.as_slice() {
            [] => Agreement::Silent,
            [RuleValue::Text(_), ..] => Agreement::Worded,
            [first, rest @ ..]
                if stated.len() == self.answers.len()
                    && rest.iter().all(|other| first.says_the_same(other)) =>
            {
                Agreement::Alike
            }
            _ => Agreement::Different,
        }
    }

    /// Municipalities that say the same, together; those that say nothing last.
    fn groups(&self) -> Vec<(Vec<&'a Standard>, &'a Rule<'a>)> {
        let mut groups: Vec<(Vec<&Standard>, &Rule<'_>)> = Vec::new();
        for &(standard, rule) in &self.answers {
            match groups.iter_mut().find(|(_, other)| same(rule, other)) {
                Some((members, _)) => members.push(standard),
                None => groups.push((vec![standard], rule)),
            }
        }
        groups.sort_by_key(|(_, rule)| rule.stated.is_none());
        groups
    }
}

fn value<'a>(rule: &Rule<'a>) -> Option<RuleValue<'a>> {
    rule.stated.as_ref().map(|stated| stated.value)
}

/// Whether two municipalities say the same, with the same conditions, and both in so many words or
/// both by our reading. Sections differ anyhow.
fn same(one: &Rule<'_>, other: &Rule<'_>) -> bool {
    if one.substance != other.substance {
        return false;
    }
    match (&one.stated, &other.stated) {
        (None, None) => true,
        (Some(one), Some(other)) => {
            one.value.says_the_same(&other.value)
                && one.note == other.note
                && one.reading.is_some() == other.reading.is_some()
        }
        _ => false,
    }
}

/// A municipality's name, with the substance where its rule holds for one.
fn name_of(standard: &Standard, rule: &Rule<'_>, lang: Lang) -> String {
    let name = standard.name.get(lang);
    match rule.substance {
        None => name.to_owned(),
        Some(one) => format!("{name} ({})", common::substance(one).get(lang).to_lowercase()),
    }
}

fn row(meta: &PageMeta, topic: &Topic, comparison: &Comparison<'_>) -> AnyView {
    let lang = meta.lang;
    let key = comparison.answers.first().map_or("", |(_, rule)| rule.key);
    let label = topic.label(key).get(lang);
    let answers = comparison
        .groups()
        .into_iter()
        .map(|(members, rule)| answer(meta, label, &members, rule))
        .collect_view();
    view! { <h3 id=key>{label}</h3><dl class="side-by-side">{answers}</dl> }.into_any()
}

fn answer(meta: &PageMeta, label: &'static str, members: &[&Standard], rule: &Rule<'_>) -> AnyView {
    let lang = meta.lang;
    let Some(stated) = &rule.stated else {
        let names: Vec<String> = members.iter().map(|standard| name_of(standard, rule, lang)).collect();
        let says = text::SAYS_NOTHING.get(lang);
        return view! { <div><dt>{names.join(", ")}</dt><dd class="silent">{says}</dd></div> }.into_any();
    };
    let names = members
        .iter()
        .map(|standard| {
            let href = meta.to(&format!("/{}/regler#{}", standard.code, anchor(rule)));
            let name = name_of(standard, rule, lang);
            view! { <dt><a href=href>{name}<span class="sr-only">": "{label}</span></a></dt> }
        })
        .collect_view();
    let words = worded(rule, stated, lang);
    let note = stated.note.map(|note| view! { <dd>{link_glossary(note.get(lang), lang)}</dd> });
    let reading = stated.reading.map(|_| view! { " ("{rules::READ_BY_US.get(lang)}")" });
    let source = (members.len() == 1).then(|| places(std::slice::from_ref(stated.source)));
    let source = source.map(|places| view! { <dd class="source" lang="da">{places}</dd> });
    view! { <div>{names}<dd>{words}{reading}</dd>{note}{source}</div> }.into_any()
}

/// `/sammenlign/{emne}` for a kind of offer.
#[component]
pub fn CompareKindPage(
    meta: PageMeta,
    kind: Kind,
    standards: Vec<Arc<Standard>>,
    today: NaiveDate,
) -> impl IntoView {
    let lang = meta.lang;
    let municipalities = standards
        .iter()
        .map(|standard| {
            let offers: Vec<_> = standard
                .offers
                .iter()
                .filter(|offer| offer.kind == kind)
                .map(|offer| {
                    let href = meta.to(&format!("/{}/tilbud/{}", standard.code, offer.slug));
                    let about = offers::tags(offer, today, lang).join(" · ");
                    let about = (!about.is_empty()).then(|| view! { <span class="hint">{about}</span> });
                    view! { <li><a href=href>{offer.title.get(lang).to_owned()}</a>{about}</li> }
                })
                .collect();
            let nothing =
                offers.is_empty().then(|| view! { <p class="silent">{text::NO_OFFERS.get(lang)}</p> });
            let list = (!offers.is_empty()).then(|| view! { <ul>{offers}</ul> });
            view! { <section><h2>{standard.name.get(lang).to_owned()}</h2>{list}{nothing}</section> }
        })
        .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.to("/sammenlign")>{text::TITLE.get(lang)}</a></p>
                <h1>{offers::kind(kind).get(lang)}</h1>
                <p class="lead">{text::KIND_INTRO.get(lang)}</p>
                <OutOfDate standards=standards.clone() today=today lang=lang/>
                <div class="side-by-side kinds">{municipalities}</div>
            </div>
        </Document>
    }
}
