//! Every rule of a standard.

use crate::visit::InMunicipality;
use app::{pages::rules::RulesPage, text::rules as text};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), Some(&standard));
    visit.reading(frame, move |frame| view! { <RulesPage frame=frame standard=standard/> })
}
