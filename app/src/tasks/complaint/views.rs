//! The pages of a complaint: what it takes, what is asked first, and to whom it goes.

mod attachments;
mod check;
mod follow;
mod problem;
mod question;
mod receipt;
mod route;
mod write;

pub use self::{
    attachments::show_attachments,
    check::{CheckPage, check_page},
    follow::{FollowPage, ShownEvent, TriedFollow, follow_page, paragraphs},
    problem::ComplaintFieldError,
    question::{QuestionPage, question_page},
    receipt::{ReceiptCode, ReceiptPage, SignedReceipt, describe_reader, group, receipt_page},
    route::{RoutePage, route_page},
    write::{WritePage, write_page},
};

pub(crate) use self::receipt::list_receipt;

use crate::{
    phrase::Phrase,
    tasks::complaint::text,
    ui::{
        document::{Document, PageMeta},
        facts::{FactText, source_line},
        fields::Hidden,
    },
};
use domain::{Complaints, Fact, Lang, Standard, Text};
use leptos::prelude::*;

/// `/{kommune}/klage`: what it takes, who may help, and which other ways there are.
pub fn start_page(meta: PageMeta, standard: &Standard) -> impl IntoView + use<> {
    let lang = meta.lang;
    let rules = &standard.rules.complaints;
    let name = standard.name.get(lang).to_owned();
    let help = show_fact(text::HELP, &rules.who_may_help, lang);
    let adviser = show_fact(text::ADVISER, &rules.citizen_adviser, lang);
    let ways = show_ways(rules, lang);
    let begin = vec![("STEP", "BEGIN".to_owned())];
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <h1>{text::HEADING.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                <p>{text::HOW_LONG.get(lang)}</p>
                <p>{text::STORED_LATER.get(lang)}</p>
                <form method="post" action=meta.in_municipality("klage") class="actions">
                    <Hidden fields=begin/>
                    <button type="submit" class="button button-primary">{text::BEGIN.get(lang)}</button>
                </form>
                {help}
                {ways}
                {adviser}
                <p><a href=meta.in_municipality("regler#klage")>{text::ALL_RULES.get(lang)}</a></p>
            </div>
        </Document>
    }
}

/// What the standard says of something, with its source; nothing where it is silent.
pub(super) fn show_fact(title: Phrase, fact: &Fact<Text>, lang: Lang) -> Option<AnyView> {
    let stated = fact.stated()?;
    let source = source_line(std::slice::from_ref(&stated.source), lang);
    let fact = fact.clone();
    Some(
        view! { <section><h2>{title.get(lang)}</h2><FactText fact=fact lang=lang/>{source}</section> }
            .into_any(),
    )
}

/// To whom one can send or say a complaint without the portal.
fn show_ways(rules: &Complaints, lang: Lang) -> Option<AnyView> {
    let ways = [&rules.recipient, &rules.staff];
    let shown: Vec<_> = ways
        .into_iter()
        .filter(|fact| fact.stated().is_some())
        .map(|fact| {
            let sources: Vec<_> = fact.stated().map(|stated| stated.source.clone()).into_iter().collect();
            view! { <FactText fact=fact.clone() lang=lang/>{source_line(&sources, lang)} }
        })
        .collect();
    (!shown.is_empty())
        .then(|| view! { <section><h2>{text::OTHER_WAYS.get(lang)}</h2>{shown}</section> }.into_any())
}
