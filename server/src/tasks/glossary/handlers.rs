//! Words in plain language.

use crate::web::request_context::RequestContext;
use app::tasks::glossary::{text, views::GlossaryPage};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    context.cached_page(meta, |meta| view! { <GlossaryPage meta=meta/> })
}
