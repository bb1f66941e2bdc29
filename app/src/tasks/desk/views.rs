//! The desk's pages: forms and lists, no islands.

use crate::{
    phrase::Phrase,
    tasks::desk::text,
    ui::{
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        text as common,
    },
};
use domain::{Lang, Role};
use leptos::prelude::*;

/// The pages of the desk, in the order of the menu.
const PAGES: [(&str, Phrase, &[Role]); 7] = [
    ("/desk", text::AGENDA, &[Role::Counsellor, Role::Lead]),
    ("/desk/opkald", text::CALLS, &[Role::Counsellor, Role::Lead]),
    ("/desk/aftal", text::BOOK, &[Role::Counsellor, Role::Lead]),
    ("/desk/tider", text::HOURS, &[Role::Counsellor, Role::Lead]),
    ("/desk/indstillinger", text::SETTINGS, &[Role::Lead, Role::Admin]),
    ("/desk/ansatte", text::STAFF, &[Role::Lead, Role::Admin]),
    ("/desk/log", text::AUDIT, &[Role::Lead, Role::Admin]),
];

/// Who is at the desk.
#[derive(Clone, Copy)]
pub struct AtDesk<'a> {
    pub name: &'a str,
    pub role: Role,
}

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

/// The document around a page of the desk.
pub(crate) fn desk_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    content: AnyView,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let menu = show_menu(&meta, at);
    let done = show_done(notices.done, lang);
    view! {
        <Document meta=meta>
            <div class="container desk">
                {menu}
                <ErrorSummary problems=notices.problems lang=lang/>
                {done}
                {content}
            </div>
        </Document>
    }
}

fn show_menu(meta: &PageMeta, at: &AtDesk<'_>) -> AnyView {
    let lang = meta.lang;
    let pages = PAGES
        .iter()
        .filter(|(_, _, roles)| roles.contains(&at.role))
        .map(|(path, name, _)| {
            let current = (meta.path == *path).then_some("page");
            view! { <li><a href=meta.to(path) aria-current=current>{name.get(lang)}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="desk-menu" aria-label=text::TITLE.get(lang)>
            <ul class="inline-list">{pages}</ul>
            <form method="post" action=meta.to("/desk/log-ud")>
                <span>{at.name.to_owned()}" · "{text::role(at.role).get(lang)}</span>
                <button class="link" type="submit">{text::SIGN_OUT.get(lang)}</button>
            </form>
        </nav>
    }
    .into_any()
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

/// The page that a role may not see.
pub fn forbidden_page(meta: PageMeta, at: &AtDesk<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let content =
        view! { <h1>{text::FORBIDDEN.get(lang)}</h1><p class="lead">{text::FORBIDDEN_TEXT.get(lang)}</p> };
    desk_page(meta, at, Notices::default(), content.into_any())
}

/// With "Error: " before it, where something went wrong.
#[must_use]
pub fn title(name: Phrase, notices: &Notices, lang: Lang) -> String {
    let error = if notices.problems.is_empty() { "" } else { common::ERROR.get(lang) };
    format!("{error}{}", name.get(lang))
}
