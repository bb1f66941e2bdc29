//! Accessibility and privacy.

use crate::visit::Visit;
use app::{
    pages::about::{AccessibilityPage, PrivacyPage},
    text::common,
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

pub async fn privacy(visit: Visit) -> Response<Body> {
    let frame = visit.frame(common::PRIVACY.get(visit.lang), None);
    visit.reading(frame, |frame| view! { <PrivacyPage frame=frame/> })
}
