//! Accessibility and privacy.

use crate::{stored::TABLES, visit::Visit};
use app::{
    pages::{
        about::{AccessibilityPage, PrivacyPage},
        stored::stored_page,
    },
    text::{common, stored as text},
};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn accessibility(visit: Visit) -> Response<Body> {
    let frame = visit.frame(common::ACCESSIBILITY.get(visit.lang), None);
    let standards = visit.portal.standards.clone();
    visit.reading(frame, move |frame| {
        view! { <AccessibilityPage frame=frame standards=standards/> }
    })
}

/// What the database holds.
pub async fn stored(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), None);
    visit.reading(frame, |frame| stored_page(frame, &TABLES))
}

pub async fn privacy(visit: Visit) -> Response<Body> {
    let frame = visit.frame(common::PRIVACY.get(visit.lang), None);
    visit.reading(frame, |frame| view! { <PrivacyPage frame=frame/> })
}
