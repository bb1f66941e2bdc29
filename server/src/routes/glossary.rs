//! Words in plain language.

use crate::visit::Visit;
use app::{pages::glossary::GlossaryPage, text::glossary as text};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), None);
    visit.reading(frame, |frame| view! { <GlossaryPage frame=frame/> })
}
