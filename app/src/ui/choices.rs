//! Questions with choices, and answers in parts: nothing else writes their markup.

use crate::ui::{
    error_summary::ErrorMessage,
    fields::{Group, Hint, Line, hint_id, join_ids},
    text,
};
use domain::Lang;
use leptos::prelude::*;

/// The question above several inputs.
pub enum Legend {
    /// As the label of a field.
    Label(String),
    /// As the heading of the page.
    Heading(String),
    /// For who hears the page.
    Unseen(String),
}

impl Legend {
    fn show(self) -> AnyView {
        match self {
            Self::Label(text) => view! { <legend class="form-label">{text}</legend> }.into_any(),
            Self::Heading(text) => view! { <legend><h1>{text}</h1></legend> }.into_any(),
            Self::Unseen(text) => view! { <legend class="sr-only">{text}</legend> }.into_any(),
        }
    }
}

/// Choices under one question, described by its hint and its error.
#[component]
pub fn Fieldset(
    name: &'static str,
    legend: Legend,
    lang: Lang,
    #[prop(optional_no_strip)] hint: Option<String>,
    /// What else one should know before choosing.
    #[prop(optional_no_strip)]
    note: Option<AnyView>,
    #[prop(optional_no_strip)] error: Option<String>,
    children: Children,
) -> impl IntoView {
    let described_by = join_ids(name, hint.is_some(), error.is_some(), None);
    view! {
        <fieldset aria-describedby=described_by>
            {legend.show()}
            <Hint id=name.to_owned() hint=hint/>
            {note}
            <ErrorMessage field=name.to_owned() message=error lang=lang/>
            {children()}
        </fieldset>
    }
}

/// One choice of several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

impl Choice {
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), chosen }
    }
}

/// One question with its choices.
#[component]
pub fn RadioGroup(
    name: &'static str,
    legend: Legend,
    choices: Vec<Choice>,
    lang: Lang,
    #[prop(optional_no_strip)] hint: Option<String>,
    #[prop(optional_no_strip)] error: Option<String>,
) -> impl IntoView {
    view! {
        <Fieldset name=name legend=legend lang=lang hint=hint error=error>
            <Radios name=name choices=choices/>
        </Fieldset>
    }
}

/// Choices, each on its line.
#[component]
pub fn Radios(name: &'static str, choices: Vec<Choice>) -> impl IntoView {
    choices
        .into_iter()
        .map(|Choice { value, label, chosen }| {
            let id = choice_id(name, &value);
            view! {
                <div class="form-group-radio">
                    <input class="form-radio" type="radio" id=id.clone() name=name value=value checked=chosen/>
                    <label class="form-label" for=id>{label}</label>
                </div>
            }
        })
        .collect_view()
}

/// A choice that is made by pressing it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PressChoice {
    pub value: String,
    pub label: String,
    /// Below the label.
    pub hint: Option<String>,
}

/// Choices of which one press is the answer; `before` is the one that was pressed the last time.
#[component]
pub fn PressChoices(
    name: &'static str,
    choices: Vec<PressChoice>,
    lang: Lang,
    #[prop(optional_no_strip)] before: Option<String>,
) -> impl IntoView {
    let choices = choices
        .into_iter()
        .map(|PressChoice { value, label, hint }| {
            let is_before = before.as_ref() == Some(&value);
            let before = is_before.then(|| view! { " "<em>{text::CHOSEN_BEFORE.get(lang)}</em> });
            let hint = hint.map(|hint| view! { " "<span>{hint}</span> });
            view! {
                <li>
                    <button type="submit" id=choice_id(name, &value) name=name value=value aria-current=is_before.then_some("true")>
                        <strong>{label}</strong>{hint}{before}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="rows">{choices}</ul> }
}

/// The id of a choice, to which a problem leads.
#[must_use]
pub fn choice_id(name: &str, value: &str) -> String {
    format!("{name}-{}", value.replace([':', ' '], "-"))
}

/// One of several short inputs that together are one answer, such as the month of a date.
pub struct Part {
    pub name: &'static str,
    pub label: &'static str,
    pub value: String,
    /// How many digits it takes.
    pub size: u16,
}

/// One question with an answer in parts, each described by the hint and the error of all.
#[component]
pub fn Parts(
    name: &'static str,
    legend: Legend,
    hint: String,
    parts: Vec<Part>,
    lang: Lang,
    #[prop(optional_no_strip)] error: Option<String>,
) -> impl IntoView {
    let (invalid, described_by) = (error.is_some(), join_ids(name, true, error.is_some(), None));
    let parts = parts
        .into_iter()
        .map(|Part { name, label, value, size }| {
            let line = Line {
                kind: "text",
                id: name.to_owned(),
                name: name.to_owned(),
                value: Some(value),
                inputmode: Some("numeric"),
                maxlength: Some(size),
                size: Some(size),
                described_by: described_by.clone(),
                invalid,
                class: "form-input",
                ..Line::default()
            };
            view! { <div><label class="form-label" for=name>{label}</label>{line.show()}</div> }
        })
        .collect_view();
    view! {
        <fieldset>
            {legend.show()}
            <Hint id=name.to_owned() hint=Some(hint)/>
            <ErrorMessage field=name.to_owned() message=error lang=lang/>
            <div class="dates">{parts}</div>
        </fieldset>
    }
}

/// A box that is ticked or not.
#[component]
pub fn Checkbox(
    name: &'static str,
    #[prop(into)] label: String,
    checked: bool,
    /// Where it is not the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// Below the label.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    #[prop(default = "form-group-checkbox")] class: &'static str,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let described_by = join_ids(&id, hint.is_some(), false, None);
    let hint = hint.map(|hint| view! { <p class="form-hint" id=hint_id(&id)>{hint}</p> });
    view! {
        <div class=class>
            <input class="form-checkbox" type="checkbox" id=id.clone() name=name value="YES" checked=checked aria-describedby=described_by/>
            <label class="form-label" for=id.clone()>{label}</label>
            {hint}
        </div>
    }
}

/// Several boxes of one question, each ticked or not.
#[component]
pub fn Checkboxes(name: &'static str, choices: Vec<Choice>) -> impl IntoView {
    choices
        .into_iter()
        .map(|Choice { value, label, chosen }| {
            let id = choice_id(name, &value);
            view! {
                <div class="form-group-checkbox">
                    <input class="form-checkbox" type="checkbox" id=id.clone() name=name value=value checked=chosen/>
                    <label class="form-label" for=id>{label}</label>
                </div>
            }
        })
        .collect_view()
}

/// A list to choose one from, or none.
#[component]
pub fn Select(
    name: &'static str,
    label: &'static str,
    /// What stands for no choice.
    none: &'static str,
    choices: Vec<Choice>,
    lang: Lang,
    #[prop(optional_no_strip)] error: Option<String>,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|Choice { value, label, chosen }| view! { <option value=value selected=chosen>{label}</option> })
        .collect_view();
    let described_by = join_ids(name, false, error.is_some(), None);
    let invalid = error.is_some().then_some("true");
    view! {
        <Group id=name.to_owned() label=label.to_owned() hint=None error=error class="form-group" lang=lang>
            <select class="form-select" id=name name=name aria-describedby=described_by aria-invalid=invalid>
                <option value="">{none}</option>
                {options}
            </select>
        </Group>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_of_choices_is_described_by_its_error_and_ticks_what_was_chosen() {
        let choices = vec![Choice::new("T08:00", "Otte", false), Choice::new("T09:00", "Ni", true)];
        let group = view! {
            <RadioGroup name="TIME" legend=Legend::Label("Hvornår?".to_owned()) choices=choices lang=Lang::Da error=Some("Vælg et svar.".to_owned())/>
        };
        let html = group.to_html().replace("<!>", "");
        assert!(html.contains("<fieldset aria-describedby=\"TIME-error\">"), "{html}");
        assert!(html.contains("id=\"TIME-T09-00\" name=\"TIME\" value=\"T09:00\" checked"), "{html}");
    }
}
