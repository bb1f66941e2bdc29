//! Every rule of a standard.

use crate::web::request_context::MunicipalityContext;
use app::tasks::rules::{text, views::RulesPage};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    context.cached_page(meta, move |meta| view! { <RulesPage meta=meta standard=standard/> })
}
