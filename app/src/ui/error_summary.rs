//! What a form lacks: told above it, and at each field.

use crate::{phrase::Phrase, ui::text as common};
use domain::Lang;
use leptos::prelude::*;

/// A field that cannot be used, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// The id that the summary leads to: of the field, or of the first of its choices.
    pub field: String,
    pub message: String,
}

impl FieldError {
    #[must_use]
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// An error of the portal's own words.
    #[must_use]
    pub fn of(field: impl Into<String>, message: Phrase, lang: Lang) -> Self {
        Self::new(field, message.get(lang))
    }

    /// The message for the field with this id.
    #[must_use]
    pub fn at(errors: &[Self], field: &str) -> Option<String> {
        errors.iter().find(|error| error.field == field).map(|error| error.message.clone())
    }
}

/// Each problem, as a link to its field; nothing where there is none.
#[component]
pub fn ErrorSummary(problems: Vec<FieldError>, lang: Lang) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        let items = problems
            .into_iter()
            .map(|FieldError { field, message }| {
                view! { <li><a class="function-link" href=format!("#{field}")>{message}</a></li> }
            })
            .collect_view();
        view! {
            <div class="alert alert-error" role="alert">
                <div class="alert-body">
                    <h2 class="alert-heading">{common::THERE_IS_A_PROBLEM.get(lang)}</h2>
                    <ul class="nobullet-list">{items}</ul>
                </div>
            </div>
        }
    })
}

/// What is wrong with one field, beside it; nothing where nothing is. Its id is that of [`error_id`].
#[component]
pub fn ErrorMessage(field: String, message: Option<String>, lang: Lang) -> impl IntoView {
    message.map(|message| {
        view! {
            <p class="form-error-message" id=error_id(&field)>
                <span class="sr-only">{common::ERROR.get(lang)}</span>{message}
            </p>
        }
    })
}

/// The id of what is wrong with a field.
#[must_use]
pub fn error_id(field: &str) -> String {
    format!("{field}-error")
}
