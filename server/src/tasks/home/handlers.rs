//! Choosing a municipality.

use crate::web::{PageResult, RequestContext};
use app::tasks::home::{text, views::HomePage};
use domain::Standard;
use leptos::prelude::*;
use std::sync::Arc;

pub async fn show(context: RequestContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    let acts = |standard: &Arc<Standard>| (Arc::clone(standard), context.acts(standard));
    let municipalities = context.state.standards().iter().map(acts).collect();
    Ok(context.cached_page(meta, move |meta| view! { <HomePage meta=meta municipalities=municipalities/> }))
}
