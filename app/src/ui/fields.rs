//! The fields of every form that are typed: nothing else writes their markup.
//!
//! A hint and an error stand between the label and the field, and the field names both as what describes it.

use crate::ui::{
    error_summary::{ErrorMessage, error_id},
    text as common,
};
use domain::Lang;
use leptos::prelude::*;

/// An `input` on one line, without what stands around it.
#[derive(Default)]
pub(crate) struct Line {
    pub kind: &'static str,
    pub id: String,
    pub name: String,
    pub value: Option<String>,
    pub inputmode: Option<&'static str>,
    pub autocomplete: Option<&'static str>,
    pub autocapitalize: Option<&'static str>,
    pub spellcheck: Option<&'static str>,
    pub maxlength: Option<u16>,
    pub size: Option<u16>,
    pub described_by: Option<String>,
    pub invalid: bool,
    pub class: &'static str,
}

impl Line {
    pub fn show(self) -> AnyView {
        let invalid = self.invalid.then_some("true");
        view! {
            <input class=self.class r#type=self.kind id=self.id name=self.name value=self.value inputmode=self.inputmode autocomplete=self.autocomplete autocapitalize=self.autocapitalize spellcheck=self.spellcheck maxlength=self.maxlength size=self.size aria-describedby=self.described_by aria-invalid=invalid/>
        }
        .into_any()
    }
}

/// The ids of what describes a field, as far as it stands there.
pub(crate) fn join_ids(id: &str, hint: bool, error: bool, beside: Option<String>) -> Option<String> {
    let ids: Vec<String> =
        [beside, hint.then(|| hint_id(id)), error.then(|| error_id(id))].into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(crate) fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

/// What helps to answer; nothing where there is nothing to say.
#[component]
pub(crate) fn Hint(id: String, hint: Option<String>) -> impl IntoView {
    hint.map(|hint| view! { <span class="form-hint" id=hint_id(&id)>{hint}</span> })
}

/// A label and whatever is asked below it, with the hint and the error between.
#[component]
pub(crate) fn Group(
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    class: &'static str,
    lang: Lang,
    children: Children,
) -> impl IntoView {
    let class = if error.is_some() { format!("{class} form-error") } else { class.to_owned() };
    view! {
        <div class=class>
            <label class="form-label" for=id.clone()>{label}</label>
            <Hint id=id.clone() hint=hint/>
            <ErrorMessage field=id message=error lang=lang/>
            {children()}
        </div>
    }
}

/// One line to be typed.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    lang: Lang,
    /// Where it is not the name: of a page on which several forms have such a field.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "text")] kind: &'static str,
    /// What stands in it.
    #[prop(optional, into)]
    value: Option<String>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip)] error: Option<String>,
    /// The id of an error that is told above several fields, this one among them.
    #[prop(optional_no_strip)]
    shared_error: Option<String>,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] autocapitalize: Option<&'static str>,
    #[prop(optional)] spellcheck: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u16>,
    #[prop(optional)] size: Option<u16>,
    #[prop(default = "form-group")] group: &'static str,
    #[prop(default = "form-input")] class: &'static str,
    /// A button on the same line.
    #[prop(optional)]
    button: Option<AnyView>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let invalid = error.is_some() || shared_error.is_some();
    let described_by = join_ids(&id, hint.is_some(), error.is_some(), shared_error);
    let line = Line {
        kind,
        id: id.clone(),
        name,
        value,
        inputmode,
        autocomplete,
        autocapitalize,
        spellcheck,
        maxlength,
        size,
        described_by,
        invalid,
        class,
    };
    let line = match button {
        Some(button) => view! { <div class="search-field">{line.show()}{button}</div> }.into_any(),
        None => line.show(),
    };
    view! { <Group id=id label=label hint=hint error=error class=group lang=lang>{line}</Group> }
}

/// Several lines to be typed. Nothing of it is remembered, corrected or sent for suggestions.
///
/// tachys writes the children of a `textarea` unescaped: what was typed is escaped here, and nowhere else does typed
/// text stand in one.
#[cfg(feature = "ssr")]
#[component]
pub fn TextArea(
    name: &'static str,
    /// Where it is not the name.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(into)] label: String,
    typed: String,
    lang: Lang,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional_no_strip)] error: Option<String>,
    /// Lines that are seen at once.
    #[prop(default = 4)]
    rows: u16,
) -> impl IntoView {
    use leptos::tachys::html::attribute::custom::custom_attribute;
    let id = id.unwrap_or_else(|| name.to_owned());
    let described_by = join_ids(&id, hint.is_some(), error.is_some(), None);
    let invalid = error.is_some().then_some("true");
    // No attributes that Leptos knows.
    let uncorrected =
        (custom_attribute("autocorrect", "off"), custom_attribute("writingsuggestions", "false"));
    // A browser leaves out the first line break.
    let escaped = format!("\n{}", html_escape::encode_text(&typed));
    view! {
        <Group id=id.clone() label=label hint=hint error=error class="form-group" lang=lang>
            <textarea class="form-input" id=id name=name aria-describedby=described_by aria-invalid=invalid inner_html=escaped rows=rows autocomplete="off" spellcheck="false" {..uncorrected}></textarea>
        </Group>
    }
}

/// Files to be chosen.
#[cfg(feature = "ssr")]
#[component]
pub fn FileField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// What can be chosen, as media types.
    accept: &'static str,
    #[prop(optional_no_strip)] error: Option<String>,
    lang: Lang,
) -> impl IntoView {
    let described_by = join_ids(name, true, error.is_some(), None);
    let invalid = error.is_some().then_some("true");
    view! {
        <Group id=name.to_owned() label=label hint=Some(hint) error=error class="form-group" lang=lang>
            <input class="form-input" type="file" id=name name=name accept=accept multiple aria-describedby=described_by aria-invalid=invalid/>
        </Group>
    }
}

/// Answers that travel on to the next page.
#[component]
pub fn Hidden<N: Into<String>>(fields: Vec<(N, String)>) -> impl IntoView {
    fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.into() value=value/> })
        .collect_view()
}

/// A field that nobody sees, for machines that fill in whatever they find.
#[component]
pub fn Trap(lang: Lang) -> impl IntoView {
    view! {
        <div class="trap" aria-hidden="true">
            <label for="WEBSITE">{common::LEAVE_EMPTY.get(lang)}</label>
            <input type="text" id="WEBSITE" name="WEBSITE" tabindex="-1" autocomplete="off"/>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_area(typed: &str, error: Option<&str>) -> String {
        let (typed, error) = (typed.to_owned(), error.map(str::to_owned));
        let view = view! { <TextArea name="TEXT" label="Besked" typed=typed lang=Lang::Da error=error/> };
        view.to_html().replace("<!>", "")
    }

    #[test]
    fn what_somebody_typed_does_not_end_the_text_area() {
        let html = text_area("</textarea><script>alert(1)</script> & \"du\"", None);
        assert!(
            html.contains(
                ">\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"du\"</textarea>"
            )
        );
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn a_text_area_keeps_its_first_line_break_and_is_corrected_by_nobody() {
        let html = text_area("\nhej", None);
        assert!(html.contains(">\n\nhej</textarea>"), "{html}");
        for attribute in ["autocorrect=\"off\"", "writingsuggestions=\"false\"", "spellcheck=\"false\""] {
            assert!(html.contains(attribute), "{attribute}: {html}");
        }
        assert!(!html.contains("aria-"), "nothing describes it: {html}");
    }

    #[test]
    fn an_error_stands_at_its_field_and_is_tied_to_it() {
        let html = text_area("", Some("Skriv noget først."));
        assert!(html.contains("<p id=\"TEXT-error\" class=\"form-error-message\">"), "{html}");
        assert!(html.contains("<span class=\"sr-only\">Fejl: </span>Skriv noget først.</p>"), "{html}");
        assert!(html.contains("aria-describedby=\"TEXT-error\" aria-invalid=\"true\""), "{html}");
        assert!(html.contains("class=\"form-group form-error\""), "{html}");
    }

    #[test]
    fn hint_and_error_describe_a_field_together() {
        let error = Some("Skriv et tal.".to_owned());
        let field = view! { <Field name="AGE" label="Alder" value="x" lang=Lang::Da hint="I år." error=error maxlength=3/> };
        let html = field.to_html().replace("<!>", "");
        assert!(html.contains("type=\"text\" id=\"AGE\" name=\"AGE\" value=\"x\" maxlength=\"3\""), "{html}");
        assert!(html.contains("aria-describedby=\"AGE-hint AGE-error\" aria-invalid=\"true\""), "{html}");
    }
}
