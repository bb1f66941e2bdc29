//! Files that go along: chosen on the page on which one writes, and named where the complaint is read.

use crate::{
    tasks::complaint::{
        attachment::{AttachmentError, Attachments, ShownAttachment},
        text::attachment as text,
    },
    ui::{error_summary::FieldError, fields::FileField},
};
use domain::Lang;
use leptos::prelude::*;

/// The field of the files.
const FIELD: &str = "FILES";

/// What is kept, each with a button that removes it, and where more are chosen.
pub(super) fn ask_files(files: &Attachments, lang: Lang) -> AnyView {
    let kept = (!files.kept.is_empty()).then(|| {
        let rows = files
            .kept
            .iter()
            .map(|file| {
                let name = text::show_name(&file.name, lang).to_owned();
                let remove = format!("{}: {name}", text::REMOVE.get(lang));
                view! {
                    <div class="answer">
                        <dt>{name}</dt>
                        <dd><span>{text::describe(file.kind, file.size, lang)}</span><button type="submit" class="link" name="REMOVE" value=file.place aria-label=remove>{text::REMOVE.get(lang)}</button></dd>
                    </div>
                }
            })
            .collect_view();
        view! { <section class="answers"><h2>{text::KEPT.get(lang)}</h2><dl>{rows}</dl><p class="hint">{text::KEPT_HOW.get(lang)}</p></section> }
    });
    let errors: Vec<_> = files.refused.iter().map(|refused| show_refused(refused, lang).message).collect();
    let error = (!errors.is_empty()).then(|| errors.join(" "));
    let accept = "application/pdf,image/jpeg,image/png";
    view! {
        <FileField name=FIELD label=text::LABEL.get(lang) hint=text::HINT.get(lang) accept=accept error=error lang=lang/>
        {kept}
    }
    .into_any()
}

/// What is said of a file that was not taken, at the field.
pub(super) fn show_refused((name, error): &(String, AttachmentError), lang: Lang) -> FieldError {
    FieldError::new(FIELD, text::refuse(name, *error, lang))
}

/// The files of a complaint, each leading to where it can be fetched, or not; nothing where there are none.
pub fn show_attachments(
    files: &[ShownAttachment],
    link: impl Fn(u32) -> Option<String>,
    lang: Lang,
) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let rows = files
        .iter()
        .map(|file| {
            let name = text::show_name(&file.name, lang).to_owned();
            let name = match link(file.place) {
                Some(address) => view! { <a href=address download>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            view! { <li>{name}" ("{text::describe(file.kind, file.size, lang)}")"</li> }
        })
        .collect_view();
    Some(view! { <h2>{text::ATTACHED.get(lang)}</h2><ul>{rows}</ul> }.into_any())
}
