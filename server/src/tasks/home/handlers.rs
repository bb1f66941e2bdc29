//! Choosing a municipality, and a municipality's front page.

use crate::web::request_context::{MunicipalityContext, RequestContext};
use app::tasks::home::{
    text,
    views::{HomePage, MunicipalityPage},
};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn home(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    let standards = context.portal.standards.clone();
    context.cached_page(meta, move |meta| view! { <HomePage meta=meta standards=standards/> })
}

pub async fn municipality(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
) -> Response<Body> {
    let meta = context.meta(standard.name.get(context.lang), Some(&standard));
    let now = context.now;
    context.cached_page(meta, move |meta| {
        view! { <MunicipalityPage meta=meta standard=standard now=now/> }
    })
}
