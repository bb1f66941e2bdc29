//! The desk's pages. They are plain markup: forms and lists, no islands.

mod agenda;
mod book;
mod calls;
mod hours;
mod settings;
mod sign_in;
mod staff;
mod talk;

use crate::{
    layout::{Document, ErrorSummary, Frame},
    text::{Phrase, common, desk as text},
};
use domain::{Lang, Role};
use leptos::prelude::*;
use maud::{Markup, html};

pub use agenda::{AgendaPage, Entry, agenda_page};
pub use book::{BookedForCaller, CallerForm, booked_page, check_page, times_page, which_page};
pub use calls::{Queued, calls_page};
pub use hours::{Exceptions, HoursPage, WEEK, hours_page};
pub use settings::{KindForm, SettingsPage, settings_page};
pub use sign_in::{SetUp, WelcomeForm, set_up_page, sign_in_page, welcome_page};
pub use staff::{ActRow, audit_page, staff_page};
pub use talk::desk_talk_page;

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
    /// What went wrong: the field it leads to, and the sentence.
    pub problems: Vec<(String, String)>,
    /// What has just been done.
    pub done: Option<Phrase>,
}

/// The document around a page of the desk.
fn desk_page(frame: Frame, at: &AtDesk<'_>, notices: Notices, content: &Markup) -> impl IntoView + use<> {
    let lang = frame.lang;
    let menu = menu(&frame, at).into_string();
    let done = done(notices.done, lang).into_string();
    let content = content.clone().into_string();
    view! {
        <Document frame=frame>
            <div class="container desk">
                <div inner_html=menu></div>
                <ErrorSummary problems=notices.problems lang=lang/>
                <div inner_html=done></div>
                <div inner_html=content></div>
            </div>
        </Document>
    }
}

fn menu(frame: &Frame, at: &AtDesk<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        nav.desk-menu aria-label=(text::TITLE.get(lang)) {
            ul.inline-list {
                @for (path, name, roles) in PAGES {
                    @if roles.contains(&at.role) {
                        li { a href=(frame.to(path)) aria-current=[(frame.path == path).then_some("page")] { (name.get(lang)) } }
                    }
                }
            }
            form method="post" action=(frame.to("/desk/log-ud")) {
                span { (at.name) " · " (text::role(at.role).get(lang)) }
                button.link type="submit" { (text::SIGN_OUT.get(lang)) }
            }
        }
    }
}

fn done(done: Option<Phrase>, lang: Lang) -> Markup {
    html! {
        @if let Some(done) = done {
            div.alert.alert-success role="status" { div.alert-body { p { (done.get(lang)) } } }
        }
    }
}

/// A field with its label.
struct Field<'a> {
    id: &'a str,
    label: Phrase,
    hint: Option<Phrase>,
    kind: &'a str,
    value: &'a str,
    /// What the browser may fill in.
    fills: &'a str,
}

impl Field<'_> {
    fn show(&self, lang: Lang) -> Markup {
        let hint = format!("{}-hint", self.id);
        html! {
            div.form-group {
                label.form-label for=(self.id) { (self.label.get(lang)) }
                @if let Some(text) = self.hint { span.form-hint id=(hint) { (text.get(lang)) } }
                input.form-input type=(self.kind) id=(self.id) name=(self.id) value=(self.value) autocomplete=(self.fills)
                    spellcheck="false" aria-describedby=[self.hint.map(|_| hint.as_str())];
            }
        }
    }
}

fn primary(label: Phrase, lang: Lang) -> Markup {
    html! { div.actions { button.button.button-primary type="submit" { (label.get(lang)) } } }
}

fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// One of several choices, all on one line.
fn choice(name: &str, value: &str, label: &str, chosen: bool) -> Markup {
    let id = crate::layout::choice_id(name, value);
    html! {
        div.form-group-radio {
            input.form-radio type="radio" id=(id) name=(name) value=(value) checked[chosen];
            label.form-label for=(id) { (label) }
        }
    }
}

/// The page that a role may not see.
pub fn forbidden_page(frame: Frame, at: &AtDesk<'_>) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! { h1 { (text::FORBIDDEN.get(lang)) } p.lead { (text::FORBIDDEN_TEXT.get(lang)) } };
    desk_page(frame, at, Notices::default(), &content)
}

/// With "Error: " before it, where something went wrong.
#[must_use]
pub fn title(name: Phrase, notices: &Notices, lang: Lang) -> String {
    let error = if notices.problems.is_empty() { "" } else { common::ERROR.get(lang) };
    format!("{error}{}", name.get(lang))
}
