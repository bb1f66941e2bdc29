//! Searching, in one municipality or in all.

use super::rules::anchor;
use crate::{
    layout::{Document, Frame},
    search::{Answer, Found},
    text::{Phrase, common, glossary, rules, search as text},
};
use domain::{Lang, Offer, Rule, Standard};
use leptos::prelude::*;

/// At most so many answers of each kind are shown.
const SHOWN: usize = 8;

/// What somebody searched for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    pub text: String,
    pub problem: Option<QueryProblem>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QueryProblem {
    Empty,
    TooLong,
}

impl QueryProblem {
    const fn text(self) -> Phrase {
        match self {
            Self::Empty => text::EMPTY,
            Self::TooLong => text::TOO_LONG,
        }
    }
}

/// `/{kommune}/soeg` and `/soeg`: the form, and the answers once something was asked.
pub fn search_page(frame: Frame, query: Query, answer: Option<&Answer<'_>>) -> impl IntoView + use<> {
    let lang = frame.lang;
    let back = frame.standard.as_ref().map(|standard| {
        let name = standard.name.get(lang).to_owned();
        view! { <p><a class="back-link" href=frame.in_municipality("")>{name}</a></p> }
    });
    let answers = answer.map(|answer| answers(&frame, answer));
    let problem = query.problem.map(|problem| {
        view! {
            <div class="alert alert-error" role="alert">
                <div class="alert-body">
                    <h2 class="alert-heading">{common::THERE_IS_A_PROBLEM.get(lang)}</h2>
                    <ul class="nobullet-list"><li><a class="function-link" href="#Q">{problem.text().get(lang)}</a></li></ul>
                </div>
            </div>
        }
    });
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                {back}
                {problem}
                <h1>{text::TITLE.get(lang)}</h1>
                <SearchForm frame=frame.clone() query=query/>
                {answers}
            </div>
        </Document>
    }
}

/// The field and its button. A POST: what one looks for belongs in nobody's history.
#[component]
pub fn SearchForm(frame: Frame, query: Query) -> impl IntoView {
    let lang = frame.lang;
    let action = match frame.standard {
        Some(_) => frame.in_municipality("soeg"),
        None => frame.to("/soeg"),
    };
    let error = query.problem.map(|problem| {
        view! {
            <p class="form-error-message" id="Q-error">
                <span class="sr-only">{common::ERROR.get(lang)}</span>{problem.text().get(lang)}
            </p>
        }
    });
    let described = if query.problem.is_some() { "Q-hint Q-error" } else { "Q-hint" };
    let invalid = query.problem.map(|_| "true");
    view! {
        <form method="post" action=action class="search" autocomplete="off" role="search">
            <div class="form-group">
                <label class="form-label" for="Q">{text::LABEL.get(lang)}</label>
                <span class="form-hint" id="Q-hint">{text::HINT.get(lang)}" "{text::PRIVATE.get(lang)}</span>
                {error}
                <div class="search-field">
                    <input class="form-input" id="Q" name="Q" r#type="search" value=query.text autocapitalize="none" spellcheck="false" aria-describedby=described aria-invalid=invalid/>
                    <button type="submit" class="button button-primary">{text::TITLE.get(lang)}</button>
                </div>
            </div>
        </form>
    }
}

fn answers(frame: &Frame, answer: &Answer<'_>) -> AnyView {
    let lang = frame.lang;
    let instead: Vec<_> =
        answer.instead.iter().map(|word| view! { <p>{text::instead(word, lang)}</p> }).collect();
    if answer.found.is_empty() {
        return view! { <div role="status">{instead}<Nothing frame=frame.clone()/></div> }.into_any();
    }
    let offers = group(text::OFFERS, lang, answer.found.iter().filter_map(|one| offer(frame, one)));
    let rules = group(text::RULES, lang, answer.found.iter().filter_map(|one| rule(frame, one)));
    let terms = group(text::WORDS, lang, answer.found.iter().filter_map(|one| term(frame, one)));
    view! {
        <p class="count" role="status"><strong>{text::count(answer.found.len(), lang)}</strong></p>
        {instead}
        {offers}
        {terms}
        {rules}
    }
    .into_any()
}

fn group(title: Phrase, lang: Lang, answers: impl Iterator<Item = AnyView>) -> Option<impl IntoView> {
    let mut answers: Vec<AnyView> = answers.collect();
    let all = answers.len();
    answers.truncate(SHOWN);
    let more = (all > SHOWN).then(|| view! { <p class="hint">{text::more(SHOWN, all, lang)}</p> });
    (all > 0).then(|| {
        view! { <section><h2>{title.get(lang)}</h2><ul class="offers">{answers}</ul>{more}</section> }
    })
}

fn offer(frame: &Frame, found: &Found<'_>) -> Option<AnyView> {
    let Found::Offer { standard, offer } = found else { return None };
    let (standard, offer): (&Standard, &Offer) = (standard, offer);
    let href = frame.to(&format!("/{}/tilbud/{}", standard.code, offer.slug));
    let (title, summary) = (offer.title.get(frame.lang), offer.summary.get(frame.lang));
    Some(result(frame, href, title, summary, Some(standard)))
}

fn rule(frame: &Frame, found: &Found<'_>) -> Option<AnyView> {
    let Found::Rule { standard, topic, rule } = found else { return None };
    let lang = frame.lang;
    let rule: &Rule<'_> = rule;
    let place = rule.stated.as_ref().map_or_else(|| topic.slug.to_owned(), |_| anchor(rule));
    let href = frame.to(&format!("/{}/regler#{place}", standard.code));
    let title = format!("{}: {}", topic.title.get(lang), topic.label(rule.key).get(lang));
    let says = match &rule.stated {
        Some(stated) => rules::value(rule, stated.value, lang),
        None => common::SILENT.get(lang).to_owned(),
    };
    Some(result(frame, href, &title, &says, Some(standard)))
}

fn term(frame: &Frame, found: &Found<'_>) -> Option<AnyView> {
    let Found::Term(term) = found else { return None };
    let term: &glossary::Term = term;
    let href = frame.to(&format!("/ordbog#{}", term.slug));
    Some(result(frame, href, term.name.get(frame.lang), term.plain.get(frame.lang), None))
}

/// One answer; it names its municipality where all were searched.
fn result(frame: &Frame, href: String, title: &str, text: &str, standard: Option<&Standard>) -> AnyView {
    let place = standard.filter(|_| frame.standard.is_none()).map(|standard| {
        view! { <ul class="tags"><li class="tag">{standard.name.get(frame.lang).to_owned()}</li></ul> }
    });
    view! { <li class="offer"><h3><a href=href>{title.to_owned()}</a></h3><p>{text.to_owned()}</p>{place}</li> }
        .into_any()
}

#[component]
fn Nothing(frame: Frame) -> impl IntoView {
    let lang = frame.lang;
    let here = frame.standard.is_some().then(|| {
        view! {
            <li><a href=frame.in_municipality("find")>{common::FIND_HELP.get(lang)}</a></li>
            <li><a href=frame.in_municipality("tilbud")>{common::ALL_OFFERS.get(lang)}</a></li>
            <li><a href=frame.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></li>
        }
    });
    view! {
        <h2>{text::NOTHING.get(lang)}</h2>
        <p>{text::NOTHING_TEXT.get(lang)}</p>
        <ul>
            {here}
            <li><a href=frame.to("/ordbog")>{common::GLOSSARY.get(lang)}</a></li>
            <li><a href=frame.to("/")>{common::CHOOSE_OTHER.get(lang)}</a></li>
        </ul>
    }
}
