//! Units, hours and ways to make contact.

use crate::web::request_context::MunicipalityContext;
use app::{tasks::contact::views::ContactPage, ui::text as common};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> Response<Body> {
    let meta = context.meta(common::CONTACT.get(context.lang), Some(&standard));
    let now = context.now;
    context.cached_page(meta, move |meta| {
        view! { <ContactPage meta=meta standard=standard now=now/> }
    })
}
