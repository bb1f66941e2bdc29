//! Units, hours and ways to make contact.

use crate::web::{MunicipalityContext, PageResult};
use app::{tasks::contact::views::ContactPage, ui::text as common};
use leptos::prelude::*;

pub async fn page(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(common::CONTACT.get(context.lang), Some(&standard));
    Ok(context.cached_page(meta, move |meta| {
        view! { <ContactPage meta=meta standard=standard/> }
    }))
}
