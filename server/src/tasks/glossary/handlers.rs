//! Words in plain language.

use crate::web::{PageResult, RequestContext};
use app::tasks::glossary::{text, views::GlossaryPage};
use leptos::prelude::*;

pub async fn page(context: RequestContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    Ok(context.cached_page(meta, |meta| view! { <GlossaryPage meta=meta/> }))
}
