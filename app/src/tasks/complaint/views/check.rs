//! Checking a receipt: anybody, by its number and its check words, and without seeing what was written.

use super::receipt::show_receipt;
use crate::{
    phrase::Phrase,
    tasks::complaint::text::{check as text, receipt},
    ui::{
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::Field,
    },
};
use domain::{Standard, complaint::Receipt};
use leptos::prelude::*;

/// What somebody typed, and what became of it.
#[derive(Default)]
pub struct CheckPage<'a> {
    pub number: String,
    pub words: String,
    /// What is wrong, at which field.
    pub problem: Option<(&'static str, Phrase)>,
    /// The key with which signatures are checked, in hexadecimal.
    pub public_key: String,
    /// The receipt, where there is one, with its municipality.
    pub found: Option<(&'a Standard, &'a Receipt)>,
}

/// `/kvittering`.
pub fn check_page(meta: PageMeta, page: &CheckPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let problems: Vec<_> =
        page.problem.into_iter().map(|(field, problem)| FieldError::of(field, problem, lang)).collect();
    let (number_error, words_error) =
        (FieldError::at(&problems, "NUMBER"), FieldError::at(&problems, "WORDS"));
    let key = page.public_key.clone();
    let found = page.found.map(|(standard, found)| {
        let said = show_receipt(standard, found, None, lang);
        view! {
            <div class="alert alert-success" role="status"><div class="alert-body">
                <h2 class="alert-heading">{text::GENUINE.get(lang)}</h2>
                <p>{text::GENUINE_MEANS.get(lang)}</p>
            </div></div>
            {said}
        }
    });
    let (number, words) = (page.number.clone(), page.words.clone());
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::HEADING.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                {found}
                <form method="post" action=meta.to("/kvittering") class="deadline" autocomplete="off">
                    <Field name="NUMBER" label=receipt::NUMBER.get(lang) hint=text::NUMBER_HINT.get(lang) value=number lang=lang error=number_error maxlength=20 autocapitalize="characters" spellcheck="false"/>
                    <Field name="WORDS" label=receipt::WORDS.get(lang) hint=text::WORDS_HINT.get(lang) value=words lang=lang error=words_error maxlength=80 autocapitalize="none" spellcheck="false"/>
                    <div class="actions"><button type="submit" class="button button-primary">{text::CHECK.get(lang)}</button></div>
                </form>
                <p class="hint">{text::PRIVATE.get(lang)}</p>
                <details class="details">
                    <summary>{receipt::KEY.get(lang)}</summary>
                    <p>{text::KEY_WHY.get(lang)}</p>
                    <p><span translate="no">{key}</span></p>
                </details>
            </div>
        </Document>
    }
}
