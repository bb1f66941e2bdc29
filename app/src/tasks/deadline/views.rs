//! The pages of the calculator: with the island that counts on the phone, and what a POST brings.

use crate::{
    tasks::deadline::{
        answer::{DeadlineAnswer, DeadlineGrounds, show_deadline},
        form::{AskedQuestion, DeadlineForm, show_fields, show_problems},
        island::{Calculator, DeadlineCalculator},
        text,
    },
    ui::{
        contact_block::contact_block,
        document::{Document, PageMeta, validity_line},
        glossary_links::link_glossary,
    },
};
use chrono::{Datelike, NaiveDateTime};
use domain::{
    ComplaintStart, Lang, Standard, Substance,
    decide::{DeadlineQuestion, list_deadlines, list_questions, some_day},
};
use leptos::prelude::*;

/// `/{kommune}/frist`.
pub fn deadline_page(meta: PageMeta, standard: &Standard, now: NaiveDateTime) -> impl IntoView + use<> {
    let lang = meta.lang;
    let table = list_deadlines(standard);
    let calculator = Calculator {
        lang,

        action: meta.in_municipality("frist"),
        day_hint: describe_day(standard, lang),
        questions: name_questions(standard, lang),
        table: table
            .iter()
            .map(|(deadline, decision)| {
                (
                    deadline.clone(),
                    DeadlineGrounds::of(
                        decision,
                        (deadline.substance, some_day()),
                        standard.rules_for(deadline.substance),
                        lang,
                    ),
                )
            })
            .collect(),
        today: (now.year(), now.month(), now.day()),
    };
    provide_context(calculator);
    let (back, what_now) = (back_link(&meta, standard), show_what_now(&meta, standard, None));
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                {back}
                <DeadlineCalculator>{what_now}</DeadlineCalculator>
                {validity_line(&meta)}
            </div>
        </Document>
    }
}

/// `/{kommune}/frist` after a POST. What is on it has been sent already, so no island stands here that says
/// otherwise.
pub fn deadline_answer_page(
    meta: PageMeta,
    standard: &Standard,
    (form, questions): (&DeadlineForm, &[AskedQuestion]),
    answer: Option<(Substance, DeadlineAnswer)>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let answer = answer.map(|(substance, answer)| {
        let answer = show_deadline(answer, |reading, lang| link_glossary(&reading, lang), lang);
        view! {
            <section class="you" role="status">
                <h2>{text::ANSWER.get(lang)}</h2>
                {answer}
                {show_what_now(&meta, standard, Some(substance))}
            </section>
        }
    });
    let (back, problems) = (back_link(&meta, standard), show_problems(form, lang));
    let fields = show_fields(form, questions, &describe_day(standard, lang), lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                {back}
                {problems}
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                {answer}
                <form method="post" action=meta.in_municipality("frist") class="deadline" autocomplete="off">
                    {fields}
                    <p class="hint">{text::PRIVATE.get(lang)}</p>
                    <div class="actions"><button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button></div>
                </form>
                {validity_line(&meta)}
            </div>
        </Document>
    }
}

/// What the calculator of a municipality asks.
#[must_use]
pub fn name_questions(standard: &Standard, lang: Lang) -> Vec<AskedQuestion> {
    let questions = list_questions(standard).into_iter();
    let name = |question: DeadlineQuestion| {
        [question.code().to_owned(), text::reasons::question(question).get(lang).to_owned()]
    };
    questions.map(name).collect()
}

fn back_link(meta: &PageMeta, standard: &Standard) -> impl IntoView + use<> {
    let name = standard.name.get(meta.lang).to_owned();
    view! { <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p> }
}

fn show_what_now(
    meta: &PageMeta,
    standard: &Standard,
    substance: Option<Substance>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let unit = standard.main_unit_for(substance);
    let complain = meta.in_municipality("klage");
    view! {
        <h3>{text::WHAT_NOW.get(lang)}</h3>
        <p>{unit.name.get(lang).to_owned()}</p>
        {contact_block(meta, standard, unit)}
        <p><a href=complain>{text::timing::COMPLAIN_LINK.get(lang)}</a></p>
    }
}

/// Which day is asked for: that of the wish, and of a complaint the one that the standard counts from.
fn describe_day(standard: &Standard, lang: Lang) -> String {
    let counted = |substance: &Substance| standard.rules_for(*substance).complaints.counted_from.value();
    // Where the two differ, the day that comes first.
    let from_made =
        Substance::ALL.iter().filter_map(counted).any(|from| *from == ComplaintStart::DecisionMade);
    let hint = if from_made { text::DAY_HINT_MADE } else { text::DAY_HINT_RECEIVED };
    format!("{} {}", text::DAY_HINT_START.get(lang), hint.get(lang))
}
