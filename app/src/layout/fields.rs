//! Fields of a form.

use crate::text::common;
use domain::Lang;
use leptos::prelude::*;

/// One choice of several.
#[must_use]
pub fn radio(name: &'static str, value: &str, label: String, checked: bool) -> AnyView {
    let id = choice_id(name, value);
    view! {
        <div class="form-group-radio">
            <input class="form-radio" type="radio" id=id.clone() name=name value=value.to_owned() checked=checked/>
            <label class="form-label" for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// The id of a choice, to which a problem leads.
#[must_use]
pub fn choice_id(name: &str, value: &str) -> String {
    format!("{name}-{}", value.replace(':', "-"))
}

/// Answers that travel on to the next page.
#[must_use]
pub fn hidden(fields: Vec<(&'static str, String)>) -> AnyView {
    let inputs =
        fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    inputs.collect_view().into_any()
}

/// A field that nobody sees, for machines that fill in whatever they find.
#[must_use]
pub fn trap(lang: Lang) -> AnyView {
    view! {
        <div class="trap" aria-hidden="true">
            <label for="WEBSITE">{common::LEAVE_EMPTY.get(lang)}</label>
            <input type="text" id="WEBSITE" name="WEBSITE" tabindex="-1" autocomplete="off"/>
        </div>
    }
    .into_any()
}
