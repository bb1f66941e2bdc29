//! The municipalities side by side.

use super::rules::{anchor, worded};
use crate::{
    layout::{Document, Frame, explained, places},
    text::{
        common, compare as text, offers,
        rules::{TOPICS, Topic},
    },
};
use domain::{Kind, Lang, Rule, RuleValue, Standard};
use leptos::prelude::*;
use std::sync::Arc;

/// `/sammenlign`: what can be compared.
#[component]
pub fn ComparePage(frame: Frame) -> impl IntoView {
    let lang = frame.lang;
    let link = |slug: &str, title: &'static str| {
        let href = frame.to(&format!("/sammenlign/{slug}"));
        view! { <li><a href=href>{title}</a></li> }
    };
    let topics = TOPICS.iter().map(|topic| link(topic.slug, topic.title.get(lang))).collect_view();
    let kinds = Kind::ALL
        .iter()
        .map(|&kind| link(text::kind_slug(kind), offers::kind(kind).get(lang)))
        .collect_view();
    view! {
        <Document frame=frame.clone()>
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
pub fn CompareTopicPage(frame: Frame, topic: &'static Topic, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = frame.lang;
    let all: Vec<(&Standard, Vec<Rule<'_>>)> = standards
        .iter()
        .map(|standard| {
            let rules = standard.rules.all().into_iter().filter(|rule| rule.group == topic.group).collect();
            (standard.as_ref(), rules)
        })
        .collect();
    let comparisons: Vec<Comparison<'_>> = (0..topic.rules.len())
        .map(|place| Comparison {
            answers: all.iter().map(|(standard, rules)| (*standard, &rules[place])).collect(),
        })
        .collect();
    let section = |agreement: Agreement, title: &'static str| {
        let rows: Vec<_> = comparisons
            .iter()
            .filter(|one| one.agreement() == agreement)
            .map(|one| row(&frame, topic, one))
            .collect();
        (!rows.is_empty()).then(|| view! { <section><h2>{title}</h2>{rows}</section> })
    };
    let different = section(Agreement::Different, text::DIFFERENT.get(lang));
    let alike = section(Agreement::Alike, text::ALIKE.get(lang));
    let silent: Vec<_> = comparisons
        .iter()
        .filter(|one| one.agreement() == Agreement::Silent)
        .filter_map(|one| one.answers.first())
        .map(|(_, rule)| view! { <li>{topic.label(rule.key).get(lang)}</li> })
        .collect();
    let silent = (!silent.is_empty())
        .then(|| view! { <section><h2>{text::SILENT.get(lang)}</h2><ul>{silent}</ul></section> });
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <p><a class="back-link" href=frame.to("/sammenlign")>{text::TITLE.get(lang)}</a></p>
                <h1>{topic.title.get(lang)}</h1>
                {different}
                {alike}
                {silent}
            </div>
        </Document>
    }
}

/// One rule in every municipality.
struct Comparison<'a> {
    answers: Vec<(&'a Standard, &'a Rule<'a>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Agreement {
    Different,
    Alike,
    Silent,
}

impl<'a> Comparison<'a> {
    fn agreement(&self) -> Agreement {
        let Some((_, first)) = self.answers.first() else { return Agreement::Silent };
        if self.answers.iter().all(|(_, rule)| rule.stated.is_none()) {
            Agreement::Silent
        } else if self.answers.iter().all(|(_, rule)| same_value(first, rule)) {
            Agreement::Alike
        } else {
            Agreement::Different
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

/// Whether two municipalities give the same value. Two texts are never quite the same.
fn same_value(one: &Rule<'_>, other: &Rule<'_>) -> bool {
    value(one) == value(other) && !matches!(value(one), Some(RuleValue::Text(_)))
}

fn value<'a>(rule: &Rule<'a>) -> Option<RuleValue<'a>> {
    rule.stated.as_ref().map(|stated| stated.value)
}

/// Whether two municipalities say the same with the same conditions. Sections differ anyhow.
fn same(one: &Rule<'_>, other: &Rule<'_>) -> bool {
    let note = |rule: &Rule<'_>| rule.stated.as_ref().and_then(|stated| stated.note.cloned());
    same_value(one, other) && note(one) == note(other)
}

fn row(frame: &Frame, topic: &Topic, comparison: &Comparison<'_>) -> AnyView {
    let lang = frame.lang;
    let key = comparison.answers.first().map_or("", |(_, rule)| rule.key);
    let answers =
        comparison.groups().into_iter().map(|(members, rule)| answer(frame, &members, rule)).collect_view();
    view! { <h3 id=key>{topic.label(key).get(lang)}</h3><dl class="side-by-side">{answers}</dl> }.into_any()
}

fn answer(frame: &Frame, members: &[&Standard], rule: &Rule<'_>) -> AnyView {
    let lang = frame.lang;
    let Some(stated) = &rule.stated else {
        let names: Vec<&str> = members.iter().map(|standard| standard.name.get(lang)).collect();
        let says = text::SAYS_NOTHING.get(lang);
        return view! { <div><dt>{names.join(", ")}</dt><dd class="silent">{says}</dd></div> }.into_any();
    };
    let names = members
        .iter()
        .map(|standard| {
            let href = frame.to(&format!("/{}/regler#{}", standard.code, anchor(rule)));
            view! { <dt><a href=href>{standard.name.get(lang).to_owned()}</a></dt> }
        })
        .collect_view();
    let note = stated.note.map(|note| view! { <dd>{explained(note.get(lang), lang)}</dd> });
    let reading = stated.reading.map(|_| view! { " ("{text::READ_BY_US.get(lang)}")" });
    let source = (members.len() == 1).then(|| places(std::slice::from_ref(stated.source)));
    let source = source.map(|places| view! { <dd class="source" lang="da">{places}</dd> });
    view! { <div>{names}<dd>{worded(rule, stated, lang)}{reading}</dd>{note}{source}</div> }.into_any()
}

/// `/sammenlign/{emne}` for a kind of offer.
#[component]
pub fn CompareKindPage(frame: Frame, kind: Kind, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = frame.lang;
    let municipalities = standards
        .iter()
        .map(|standard| {
            let offers: Vec<_> = standard
                .offers
                .iter()
                .filter(|offer| offer.kind == kind)
                .map(|offer| {
                    let href = frame.to(&format!("/{}/tilbud/{}", standard.code, offer.slug));
                    let who = summary(&offer.criteria, lang);
                    view! { <li><a href=href>{offer.title.get(lang).to_owned()}</a>{who}</li> }
                })
                .collect();
            let nothing =
                offers.is_empty().then(|| view! { <p class="silent">{text::NO_OFFERS.get(lang)}</p> });
            let list = (!offers.is_empty()).then(|| view! { <ul>{offers}</ul> });
            view! { <section><h2>{standard.name.get(lang).to_owned()}</h2>{list}{nothing}</section> }
        })
        .collect_view();
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <p><a class="back-link" href=frame.to("/sammenlign")>{text::TITLE.get(lang)}</a></p>
                <h1>{offers::kind(kind).get(lang)}</h1>
                <p class="lead">{text::KIND_INTRO.get(lang)}</p>
                <div class="side-by-side kinds">{municipalities}</div>
            </div>
        </Document>
    }
}

/// Age and substance, where the offer is not for all.
fn summary(criteria: &domain::Criteria, lang: Lang) -> Option<impl IntoView + use<>> {
    let age = criteria.ages.or(criteria.relative_ages).or(criteria.user_ages);
    let substance = match criteria.substances.as_slice() {
        [one] => Some(common::substance(*one).get(lang).to_owned()),
        _ => None,
    };
    let parts: Vec<String> =
        [age.map(|ages| common::ages(ages, lang)), substance].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| view! { <span class="hint">{parts.join(" · ")}</span> })
}
