//! The pages of a plan. What stands in a plan is shown by the same functions to the citizen and at the desk.

pub mod aim;
pub mod centre;
pub mod consent;
pub mod goal;
pub mod insight;
pub mod medicine;
pub mod notes;
pub mod overview;
pub mod printing;
pub mod review;
pub mod texts;
mod today;
pub mod week;
pub mod wellbeing;
pub mod whole;

use crate::{
    tasks::{
        citizen_session::views::{SessionEnd, session_line},
        plan::text,
    },
    ui::{
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
    },
};
use chrono::NaiveDateTime;
use domain::{
    Lang, LocalDay, Standard,
    plan::{PlanField, PlanSide, PlanState},
};
use leptos::prelude::*;

/// A plan that is shown, and to whom.
#[derive(Clone, Copy)]
pub struct ShownPlan<'a> {
    pub standard: &'a Standard,
    pub state: &'a PlanState,
    pub reader: PlanSide,
    /// The address of the plan, in the page's language.
    pub base: &'a str,
    /// Who is in charge of it.
    pub responsible: Option<&'a str>,
    /// By the clock in Denmark.
    pub now: NaiveDateTime,
    pub lang: Lang,
    /// What was typed and could not be saved, or is to be changed.
    pub tried: Option<&'a Tried>,
}

/// A text that is being written: what was typed, and what is wrong with it.
#[derive(Clone, Default)]
pub struct Tried {
    /// Where: a field of the plan, or `GOAL` and `STEP` for a new one.
    pub field: String,
    pub typed: String,
    /// The version over which it is written.
    pub over: u32,
    pub problem: Option<String>,
    /// What was chosen beside it: each by its field.
    pub chosen: Vec<(&'static str, String)>,
    /// What is wrong at other fields of the same form.
    pub beside: Vec<FieldError>,
}

impl Tried {
    /// What is wrong, each at its field.
    #[must_use]
    pub fn list_problems(&self) -> Vec<FieldError> {
        let own = self.problem.clone().map(|problem| FieldError::new(field_id(&self.field), problem));
        own.into_iter().chain(self.beside.iter().cloned()).collect()
    }
}

impl ShownPlan<'_> {
    /// What is tried at a field.
    #[must_use]
    pub fn tried_at(&self, field: &str) -> Option<&Tried> {
        self.tried.filter(|tried| tried.field == field)
    }

    fn today(&self) -> LocalDay {
        LocalDay::new(self.now.date())
    }

    /// What was chosen in a form that comes back.
    fn chosen_at(&self, act: &str, field: &str) -> String {
        let chosen =
            self.tried_at(act).and_then(|tried| tried.chosen.iter().find(|(name, _)| *name == field));
        chosen.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn text(&self, field: PlanField) -> String {
        self.state.text(field).to_owned()
    }
}

/// The id of the field in which a text of the plan is typed.
#[must_use]
pub fn field_id(field: &str) -> String {
    format!("TEXT-{}", field.replace(':', "-"))
}

/// What a page of the plan has around what it shows.
pub struct PlanShell {
    pub saved: bool,
    pub end: SessionEnd,
    pub problems: Vec<FieldError>,
}

/// A page of the plan for its citizen.
pub fn plan_page(meta: PageMeta, shell: PlanShell, back: bool, content: AnyView) -> impl IntoView + use<> {
    let lang = meta.lang;
    let PlanShell { saved, end, problems } = shell;
    let saved = saved.then(|| {
        view! { <div class="alert alert-success" role="status"><div class="alert-body"><p>{text::SAVED.get(lang)}</p></div></div> }
    });
    let back = back
        .then(|| view! { <p><a class="back-link" href=meta.to("/min-plan")>{text::BACK.get(lang)}</a></p> });
    let session = session_line(&meta, end);
    view! {
        <Document meta=meta.clone()>
            <div class="container plan">
                <ErrorSummary problems=problems lang=lang/>
                {saved}
                {back}
                {content}
                {session}
            </div>
        </Document>
    }
}
