//! How to reach a unit: its phone, else its site, else the municipality's first unit.

use crate::{
    tasks::{contact::text as contact, find_help::island::Website},
    ui::{
        document::PageMeta,
        hours::{PhoneLink, phone_state},
        text as common,
    },
};
use domain::{Standard, Unit};
use leptos::prelude::*;

impl Website {
    /// The site of `unit`, if the standard names one.
    #[must_use]
    pub fn of(unit: &Unit) -> Option<Self> {
        unit.website.value().map(|href| Self::at(href))
    }

    /// A site, shown without what nobody reads aloud.
    #[must_use]
    pub fn at(href: &str) -> Self {
        let shown = href.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
        Self { href: href.to_owned(), shown: shown.to_owned() }
    }
}

/// A site one can open. It is not told where one came from.
#[component]
pub fn SiteLink(site: Website) -> impl IntoView {
    view! { <a href=site.href rel="noreferrer">{site.shown}</a> }
}

/// The phone of `unit` and whether it is answered, or its address for e-mail, or its site; of a unit without either, those of
/// the unit that a newcomer should contact.
#[must_use]
pub fn contact_block(meta: &PageMeta, standard: &Standard, unit: &Unit) -> Option<AnyView> {
    ways(meta, unit).or_else(|| {
        let main = standard.main_unit();
        let ways = ways(meta, main)?;
        let through = contact::through(main.name.get(meta.lang), meta.lang);
        Some(view! { <p>{through}</p>{ways} }.into_any())
    })
}

fn ways(meta: &PageMeta, unit: &Unit) -> Option<AnyView> {
    let lang = meta.lang;
    if let Some(phone) = unit.phones.value().and_then(|phones| phones.first()).cloned() {
        let label = common::PHONE.get(lang);
        let about = [unit.labels_of(&phone.number, lang), phone_state(unit, &meta.at, lang)];
        let about: Vec<String> = about.into_iter().filter(|words| !words.is_empty()).collect();
        let call = view! { <p class="call"><span>{label}</span>" "<PhoneLink phone=phone/></p> };
        return Some(view! { {call}<p class="hint">{about.join(". ")}</p> }.into_any());
    }
    if let Some(email) = unit.email.value() {
        let link = view! { <a href=format!("mailto:{email}")>{email.clone()}</a> };
        return Some(view! { <p>{contact::WRITE_TO.get(lang)}" "{link}</p> }.into_any());
    }
    let site = Website::of(unit)?;
    Some(view! { <p>{contact::NO_NUMBER.get(lang)}" "<SiteLink site=site/></p> }.into_any())
}
