//! What several pages of the desk are made of.

use crate::{
    phrase::Phrase,
    tasks::desk::{
        shell::{AtDesk, desk_page},
        text,
    },
    ui::{dates, document::PageMeta, error_summary::FieldError, text as common},
};
use chrono::NaiveDate;
use domain::{Lang, LocalDay};
use leptos::prelude::*;

/// What a page says first.
#[derive(Clone, Default)]
pub struct Notices {
    /// What went wrong, at which field.
    pub problems: Vec<FieldError>,
    /// What has just been done.
    pub done: Option<Phrase>,
}

impl Notices {
    /// What is wrong with the field that has this id.
    pub(crate) fn at(&self, field: &str) -> Option<String> {
        FieldError::at(&self.problems, field)
    }
}

pub(crate) fn show_done(done: Option<Phrase>, lang: Lang) -> Option<AnyView> {
    let done = done?.get(lang);
    Some(
        view! { <div class="alert alert-success" role="status"><div class="alert-body"><p>{done}</p></div></div> }
            .into_any(),
    )
}

/// The button that sends a form.
pub(crate) fn show_submit(label: Phrase, lang: Lang) -> AnyView {
    view! { <div class="actions"><button class="button button-primary" type="submit">{label.get(lang)}</button></div> }
        .into_any()
}

/// One of several buttons of a form: what it asks for, its label and its looks.
pub(crate) fn show_act(act: &'static str, label: Phrase, class: &'static str, lang: Lang) -> AnyView {
    view! { <button class=class type="submit" name="ACT" value=act>{label.get(lang)}</button> }.into_any()
}

/// The same, where several buttons of a page have one label: a name that says what for.
pub(crate) fn show_named_act(act: &'static str, label: Phrase, what: &str, lang: Lang) -> AnyView {
    let name = format!("{}: {what}", label.get(lang));
    view! { <button class="button button-secondary" type="submit" name="ACT" value=act aria-label=name>{label.get(lang)}</button> }
        .into_any()
}

/// Day 0 of somebody who wishes for treatment, and the last day that follows, where one does.
pub(crate) fn describe_contact(day: NaiveDate, latest: Option<LocalDay>, lang: Lang) -> String {
    let last = latest.map(|latest| dates::date(latest.date(), lang));
    text::contact(&dates::date(day, lang), last.as_deref(), lang)
}

/// The page that a role may not see.
pub fn forbidden_page(meta: PageMeta, at: &AtDesk<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let content =
        view! { <h1>{text::FORBIDDEN.get(lang)}</h1><p class="lead">{text::FORBIDDEN_TEXT.get(lang)}</p> };
    desk_page(meta, at, Notices::default(), content.into_any())
}

/// With "Error: " before it, where something went wrong.
#[must_use]
pub fn title(name: &str, notices: &Notices, lang: Lang) -> String {
    let error = if notices.problems.is_empty() { "" } else { common::ERROR.get(lang) };
    format!("{error}{name}")
}
