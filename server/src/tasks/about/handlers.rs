//! Accessibility, privacy, and what is stored.

use crate::{
    data_inventory::TABLES,
    web::{PageResult, RequestContext},
};
use app::{
    tasks::about::{
        stored::stored_page,
        stored_text,
        views::{AccessibilityPage, PrivacyPage},
    },
    ui::text as common,
};
use leptos::prelude::*;

pub async fn accessibility(context: RequestContext) -> PageResult {
    let meta = context.meta(common::ACCESSIBILITY.get(context.lang), None);
    let standards = context.state.standards();
    Ok(context.cached_page(meta, move |meta| {
        view! { <AccessibilityPage meta=meta standards=standards/> }
    }))
}

/// What the database holds.
pub async fn stored(context: RequestContext) -> PageResult {
    let meta = context.meta(stored_text::TITLE.get(context.lang), None);
    Ok(context.cached_page(meta, |meta| stored_page(meta, &TABLES)))
}

pub async fn privacy(context: RequestContext) -> PageResult {
    let meta = context.meta(common::PRIVACY.get(context.lang), None);
    Ok(context.cached_page(meta, |meta| view! { <PrivacyPage meta=meta/> }))
}
