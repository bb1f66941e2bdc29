//! Searching, in one municipality or in all.

use crate::{
    phrase::Phrase,
    tasks::{
        offers::text as offers,
        rules::{text as rules, views::anchor},
        search::{
            engine::{Answer, Found},
            shortcuts::shortcuts,
            text,
        },
    },
    ui::{
        acts_text,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::Field,
        next_links::NextLinks,
        text as common, validity,
    },
};
use chrono::NaiveDate;
use domain::{Lang, Rule, Standard};
use leptos::prelude::*;

/// So many answers of each kind are seen at once; the others are folded.
const SHOWN: usize = 5;

/// What somebody searched for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    pub text: String,
    pub problem: Option<QueryError>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QueryError {
    Empty,
    TooLong,
}

impl QueryError {
    const fn text(self) -> Phrase {
        match self {
            Self::Empty => text::EMPTY,
            Self::TooLong => text::TOO_LONG,
        }
    }
}

/// `/{kommune}/soeg` and `/soeg`: the form, and the answers once something was asked.
pub fn search_page(
    meta: PageMeta,
    query: Query,
    answer: Option<&Answer<'_>>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let back = meta.standard.as_ref().map(|standard| {
        let name = standard.name.get(lang).to_owned();
        view! { <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p> }
    });
    let crisis = text::is_crisis(&query.text).then(|| {
        view! { <p class="notice danger"><a href="tel:112">{text::CRISIS.get(lang)}</a></p> }
    });
    let is_crisis = crisis.is_some();
    let straight = answer.and_then(|_| shortcuts(&meta, &query.text));
    // Who is in danger, or is led to what they asked for, is not told that nothing was found.
    let is_quiet = |answer: &&Answer<'_>| answer.found.is_empty() && (is_crisis || straight.is_some());
    let is_led = straight.is_some();
    let answers =
        answer.filter(|answer| !is_quiet(answer)).map(|answer| answers(&meta, answer, is_led, today));
    let acts = meta.standard.as_ref().map(|_| {
        let acts = meta.acts.markup(lang).into_string();
        view! { <section><h2>{acts_text::TITLE.get(lang)}</h2><div inner_html=acts></div></section> }
    });
    let problems = query.problem.iter().map(|problem| FieldError::of("Q", problem.text(), lang)).collect();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                {back}
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <SearchForm meta=meta.clone() query=query/>
                {crisis}
                {straight}
                {answers}
                {acts}
            </div>
        </Document>
    }
}

/// The field and its button. A POST: what one looks for belongs in nobody's history.
#[component]
pub fn SearchForm(meta: PageMeta, query: Query) -> impl IntoView {
    let lang = meta.lang;
    let action = match meta.standard {
        Some(_) => meta.in_municipality("soeg"),
        None => meta.to("/soeg"),
    };
    let error = query.problem.map(|problem| problem.text().get(lang).to_owned());
    let hint = format!("{} {}", text::HINT.get(lang), text::PRIVATE.get(lang));
    let button =
        view! { <button type="submit" class="button button-primary">{text::TITLE.get(lang)}</button> }
            .into_any();
    view! {
        <form method="post" action=action class="search" autocomplete="off" role="search">
            <Field name="Q" label=text::LABEL.get(lang) hint=hint kind="search" value=query.text lang=lang error=error autocapitalize="none" spellcheck="false" button=button/>
        </form>
    }
}

/// Who `is_led` to what they asked for is not told what the rules are silent on.
fn answers(meta: &PageMeta, answer: &Answer<'_>, is_led: bool, today: NaiveDate) -> AnyView {
    let lang = meta.lang;
    let instead: Vec<_> =
        answer.instead.iter().map(|word| view! { <p>{text::instead(word, lang)}</p> }).collect();
    if answer.found.is_empty() {
        return view! { <div role="status">{instead}<Nothing meta=meta.clone()/></div> }.into_any();
    }
    let is_shown = move |one: &&Found<'_>| match one {
        Found::Rule { rule, .. } => !is_led || rule.stated.is_some(),
        Found::Offer { .. } | Found::Term(_) => true,
    };
    let found = answer.found.iter().filter(is_shown);
    let number = found.clone().count();
    let of = |kind: fn(&Found<'_>) -> bool| found.clone().filter(move |one| kind(one));
    let offers = group(meta, text::OFFERS, of(|one| matches!(one, Found::Offer { .. })), today);
    let rules = group(meta, text::RULES, of(|one| matches!(one, Found::Rule { .. })), today);
    let terms = group(meta, text::WORDS, of(|one| matches!(one, Found::Term(_))), today);
    view! {
        <p class="count" role="status"><strong>{text::count(number, lang)}</strong></p>
        {instead}
        {offers}
        {terms}
        {rules}
    }
    .into_any()
}

/// The best answers of one kind.
fn group<'a>(
    meta: &PageMeta,
    title: Phrase,
    found: impl Iterator<Item = &'a Found<'a>> + Clone,
    today: NaiveDate,
) -> Option<AnyView> {
    let lang = meta.lang;
    let all = found.clone().count();
    let answers = found.clone().take(SHOWN).map(|one| result(meta, one, today)).collect_view();
    let more = (all > SHOWN).then(|| {
        let others = found.skip(SHOWN).map(|one| result(meta, one, today)).collect_view();
        view! {
            <details class="details">
                <summary>{text::more(all - SHOWN, lang)}</summary>
                <ul class="offers">{others}</ul>
            </details>
        }
    });
    (all > 0).then(|| {
        view! { <section><h2>{title.get(lang)}</h2><ul class="offers">{answers}</ul>{more}</section> }
            .into_any()
    })
}

fn result(meta: &PageMeta, found: &Found<'_>, today: NaiveDate) -> AnyView {
    let lang = meta.lang;
    match found {
        Found::Offer { standard, offer } => {
            let href = meta.to(&format!("/{}/tilbud/{}", standard.code, offer.slug));
            let ended = offer.has_ended(today).then(|| offers::ENDED.get(lang).to_owned());
            let tags = [municipality(meta, standard, today), ended.into_iter().collect()].concat();
            answer_item(href, offer.title.get(lang), offer.summary.get(lang).to_owned(), tags)
        }
        Found::Rule { standard, topic, rule } => {
            let place = rule.stated.as_ref().map_or_else(|| topic.slug.to_owned(), |_| anchor(rule));
            let href = meta.to(&format!("/{}/regler#{place}", standard.code));
            let title = format!("{}: {}", topic.title_of(standard, lang), topic.label_of(rule, lang));
            answer_item(href, &title, says(rule, lang), municipality(meta, standard, today))
        }
        Found::Term(term) => {
            let href = meta.to(&format!("/ordbog#{}", term.slug));
            answer_item(href, term.name.get(lang), term.plain.get(lang).to_owned(), Vec::new())
        }
    }
}

/// What a rule says, with its condition, and that it is our reading where it is.
fn says(rule: &Rule<'_>, lang: Lang) -> String {
    let Some(stated) = &rule.stated else {
        return common::SILENT.get(lang).to_owned();
    };
    let value = rules::value(rule, stated.value, lang);
    let read = stated.reading.map(|_| format!(" ({})", rules::READ_BY_US.get(lang))).unwrap_or_default();
    let end = if value.ends_with('.') && read.is_empty() { "" } else { "." };
    let note = stated.note.map(|note| format!(" {}", note.get(lang))).unwrap_or_default();
    format!("{value}{read}{}{note}", if note.is_empty() { "" } else { end })
}

/// Where all municipalities were searched: which one it is, and that its standard is out of date.
fn municipality(meta: &PageMeta, standard: &Standard, today: NaiveDate) -> Vec<String> {
    if meta.standard.is_some() {
        return Vec::new();
    }
    let name = standard.name.get(meta.lang).to_owned();
    std::iter::once(name).chain(validity::in_brief(standard.validity(today), meta.lang)).collect()
}

fn answer_item(href: String, title: &str, text: String, tags: Vec<String>) -> AnyView {
    let tags = (!tags.is_empty()).then(|| {
        let tags = tags.into_iter().map(|tag| view! { <li class="tag">{tag}</li> }).collect_view();
        view! { <ul class="tags">{tags}</ul> }
    });
    view! { <li class="offer"><h3><a href=href>{title.to_owned()}</a></h3><p>{text}</p>{tags}</li> }
        .into_any()
}

#[component]
fn Nothing(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    view! {
        <h2>{text::NOTHING.get(lang)}</h2>
        <p>{text::NOTHING_TEXT.get(lang)}</p>
        <ul>
            <NextLinks meta=meta.clone()/>
            <li><a href=meta.to("/ordbog")>{common::GLOSSARY.get(lang)}</a></li>
            <li><a href=meta.to("/")>{common::CHOOSE_OTHER.get(lang)}</a></li>
        </ul>
    }
}
