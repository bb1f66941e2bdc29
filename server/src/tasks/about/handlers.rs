//! Accessibility and privacy.

use crate::{data_inventory::TABLES, web::request_context::RequestContext};
use app::{
    tasks::about::{
        stored::stored_page,
        stored_text as text,
        views::{AccessibilityPage, PrivacyPage},
    },
    ui::text as common,
};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn accessibility(context: RequestContext) -> Response<Body> {
    let meta = context.meta(common::ACCESSIBILITY.get(context.lang), None);
    let standards = context.portal.standards.clone();
    context.cached_page(meta, move |meta| {
        view! { <AccessibilityPage meta=meta standards=standards/> }
    })
}

/// What the database holds.
pub async fn stored(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    context.cached_page(meta, |meta| stored_page(meta, &TABLES))
}

pub async fn privacy(context: RequestContext) -> Response<Body> {
    let meta = context.meta(common::PRIVACY.get(context.lang), None);
    context.cached_page(meta, |meta| view! { <PrivacyPage meta=meta/> })
}
