//! Choosing a municipality.

use crate::web::{PageResult, RequestContext};
use app::tasks::home::{text, views::HomePage};
use leptos::prelude::*;

pub async fn show(context: RequestContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    let standards = context.state.standards.clone();
    Ok(context.cached_page(meta, move |meta| view! { <HomePage meta=meta standards=standards/> }))
}
