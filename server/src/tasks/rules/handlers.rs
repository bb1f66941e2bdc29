//! Every rule of a standard.

use crate::web::{MunicipalityContext, PageResult};
use app::tasks::rules::{text, views::RulesPage};
use leptos::prelude::*;

pub async fn page(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    Ok(context.cached_page(meta, move |meta| view! { <RulesPage meta=meta standard=standard/> }))
}
