//! Notes between talks, and what is to be done before the next one.

use super::{
    ShownPlan, Tried, field_id,
    goal::{edit_link, show_step},
    texts::{add_form, show_before, show_lines, show_text, write_form},
};
use crate::{
    tasks::plan::text,
    ui::{
        choices::{Choice, Legend, RadioGroup},
        dates,
        error_summary::FieldError,
        fields::{Hidden, TextArea},
    },
};
use domain::{
    LocalDay,
    plan::{PlanField, PlanSide},
};
use leptos::prelude::*;

/// A note that only its citizen reads.
pub struct OwnNote {
    /// Its name, in hexadecimal.
    pub id: String,
    pub on: LocalDay,
    pub text: String,
}

/// The field for a new note, and that of one that only its citizen reads.
pub const NEW_NOTE: &str = "NOTE";

#[must_use]
pub fn own_field(id: &str) -> String {
    format!("OWN-{id}")
}

/// What the page of notes shows beside what both sides read.
pub struct NotesPage<'a> {
    pub own: &'a [OwnNote],
    /// The key of the form for a new one, in hexadecimal.
    pub form: &'a str,
    /// Who may read it, as it was chosen.
    pub readers: &'a str,
}

/// The first choice of who may read a note.
pub const READERS: &str = "READERS-ME";

/// `…/noter`.
pub fn show_notes(plan: &ShownPlan<'_>, page: &NotesPage<'_>) -> AnyView {
    let lang = plan.lang;
    let action = format!("{}/noter", plan.base);
    view! {
        <h1>{text::NOTES.get(lang)}</h1>
        {show_homework(plan, &action)}
        <section>
            <h2>{text::NOTES_HEADING.get(lang)}</h2>
            {new_note(plan, &action, page)}
            {show_own(plan, &action, page)}
            {show_shared(plan, &action)}
        </section>
    }
    .into_any()
}

fn show_homework(plan: &ShownPlan<'_>, action: &str) -> AnyView {
    let lang = plan.lang;
    let items: Vec<AnyView> = plan
        .state
        .homework()
        .map(|step| view! { <li>{show_step(plan, step, action)}</li> }.into_any())
        .collect();
    let items = if items.is_empty() {
        view! { <p>{text::NO_HOMEWORK.get(lang)}</p> }.into_any()
    } else {
        view! { <ul class="plan-steps">{items}</ul> }.into_any()
    };
    let add = add_form(plan, action, ("STEP", text::ADD_HOMEWORK, None), text::ADD);
    view! { <section><h2>{text::HOMEWORK.get(lang)}</h2>{items}{add}</section> }.into_any()
}

/// A new note. Who may read it is chosen each time by its citizen; what the centre writes, both read.
fn new_note(plan: &ShownPlan<'_>, action: &str, page: &NotesPage<'_>) -> AnyView {
    let lang = plan.lang;
    if plan.reader == PlanSide::Staff {
        return add_form(plan, action, (NEW_NOTE, text::NEW_NOTE_STAFF, None), text::SAVE);
    }
    let tried = plan.tried_at(NEW_NOTE);
    let typed = tried.map(|tried| tried.typed.clone()).unwrap_or_default();
    let problem = tried.and_then(|tried| tried.problem.clone());
    let choice = |value: &str, label: crate::phrase::Phrase| {
        Choice::new(value, label.get(lang), page.readers == value)
    };
    let choices = vec![choice("ME", text::FOR_ME), choice("BOTH", text::FOR_BOTH)];
    let legend = Legend::Label(text::WHO_READS.get(lang).to_owned());
    let fields = vec![("FORM", page.form.to_owned())];
    let wrong = tried.and_then(|tried| FieldError::at(&tried.beside, READERS));
    view! {
        <form method="post" action=action.to_owned() autocomplete="off">
            <Hidden fields=fields/>
            <TextArea name="TEXT" id=field_id(NEW_NOTE) label=text::NEW_NOTE.get(lang) typed=typed lang=lang error=problem rows=4/>
            <RadioGroup name="READERS" legend=legend choices=choices lang=lang error=wrong/>
            <div class="actions"><button type="submit" class="button button-primary" name="ACT" value=NEW_NOTE>{text::SAVE.get(lang)}</button></div>
        </form>
    }
    .into_any()
}

/// What its citizen alone reads.
fn show_own(plan: &ShownPlan<'_>, action: &str, page: &NotesPage<'_>) -> AnyView {
    let items = page.own.iter().map(|note| view! { <li>{show_one(plan, action, note)}</li> });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| view! { <h3>{text::FOR_ME.get(plan.lang)}</h3><ul class="lines notes">{items}</ul> })
        .into_any()
}

fn show_one(plan: &ShownPlan<'_>, action: &str, note: &OwnNote) -> AnyView {
    let lang = plan.lang;
    let field = own_field(&note.id);
    if let Some(tried) = plan.tried_at(&field) {
        return own_form(plan, action, note, tried);
    }
    let day = dates::date(note.on.date(), lang);
    let edit = edit_link(action, &field, (&day, true), plan);
    view! { <p>{show_lines(&note.text)}</p><p class="hint">{day.clone()}" · "{edit}</p> }.into_any()
}

fn own_form(plan: &ShownPlan<'_>, action: &str, note: &OwnNote, tried: &Tried) -> AnyView {
    let lang = plan.lang;
    let typed = if tried.problem.is_some() { tried.typed.clone() } else { note.text.clone() };
    let (problem, fields) = (tried.problem.clone(), vec![("NOTE", note.id.clone())]);
    view! {
        <form method="post" action=action.to_owned() autocomplete="off">
            <Hidden fields=fields/>
            <TextArea name="TEXT" id=field_id(&tried.field) label=text::FOR_ME.get(lang) typed=typed lang=lang hint=text::EMPTY_DELETES.get(lang) error=problem rows=4/>
            <div class="actions">
                <button type="submit" class="button button-primary" name="ACT" value="OWN">{text::SAVE.get(lang)}</button>
                <a class="button button-tertiary" href=action.to_owned()>{text::CANCEL.get(lang)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What both sides read, the last first.
fn show_shared(plan: &ShownPlan<'_>, action: &str) -> AnyView {
    let lang = plan.lang;
    let items = plan.state.notes.iter().rev().map(|&note| {
        let field = PlanField::Note(note);
        let code = field.to_string();
        let body = if plan.tried_at(&code).is_some() {
            write_form(plan, action, (field, text::NEW_NOTE_STAFF.get(lang).to_owned()), true)
        } else if plan.state.text(field).is_empty() {
            view! { <p class="hint">{text::EMPTIED.get(lang)}</p>{show_before(plan, field)} }.into_any()
        } else {
            let words: String = plan.state.text(field).chars().take(40).collect();
            let edit = edit_link(action, &code, (&words, true), plan);
            view! { {show_text(plan, field)}<p>{edit}</p> }.into_any()
        };
        view! { <li>{body}</li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(
            || view! { <h3>{text::for_both(plan.reader).get(lang)}</h3><ul class="lines notes">{items}</ul> },
        )
        .into_any()
}
