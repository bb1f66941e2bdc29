//! Accessibility and privacy.

use crate::{
    tasks::about::{
        stored_text as stored,
        text::{self, Section},
    },
    ui::{
        document::{Document, PageMeta},
        hours::PhoneLink,
    },
};
use domain::{Lang, Standard};
use leptos::prelude::*;
use std::sync::Arc;

/// `/was`: how accessible the site is, and whom to tell when it is not.
#[component]
pub fn AccessibilityPage(meta: PageMeta, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = meta.lang;
    let contacts = standards
        .iter()
        .map(|standard| {
            let unit = standard.main_unit();
            let phone = unit.phones.value().and_then(|phones| phones.first()).cloned();
            let address = unit.address.value().map(|address| address.get(lang).to_owned());
            view! {
                <li>
                    <strong>{standard.name.get(lang).to_owned()}</strong>", "{unit.name.get(lang).to_owned()}", "
                    <span lang="da">{address}</span>" "{phone.map(|phone| view! { <PhoneLink phone=phone/> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <Document meta=meta>
            <div class="container">
                <h1>{text::ACCESSIBILITY_TITLE.get(lang)}</h1>
                {sections(text::ACCESSIBILITY, lang)}
                <section>
                    <h2>{text::ACCESSIBILITY_CONTACT.get(lang)}</h2>
                    <p>{text::ACCESSIBILITY_CONTACT_TEXT.get(lang)}</p>
                    <ul>{contacts}</ul>
                </section>
            </div>
        </Document>
    }
}

/// `/privatliv`: what is kept, and how to leave few traces.
#[component]
pub fn PrivacyPage(meta: PageMeta) -> impl IntoView {
    let lang = meta.lang;
    let to_stored = meta.to("/hvad-vi-gemmer");
    view! {
        <Document meta=meta>
            <div class="container">
                <h1>{text::PRIVACY_TITLE.get(lang)}</h1>
                {sections(text::PRIVACY, lang)}
                <p><a href=to_stored>{stored::TITLE.get(lang)}</a></p>
            </div>
        </Document>
    }
}

fn sections(sections: &'static [Section], lang: Lang) -> impl IntoView {
    sections
        .iter()
        .map(|section| {
            let paragraphs = section
                .paragraphs
                .iter()
                .map(|paragraph| view! { <p>{paragraph.get(lang)}</p> })
                .collect_view();
            view! { <section><h2>{section.title.get(lang)}</h2>{paragraphs}</section> }
        })
        .collect_view()
}
