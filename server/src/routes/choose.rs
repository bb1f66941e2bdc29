//! Choosing a municipality, and a municipality's front page.

use crate::visit::{InMunicipality, Visit};
use app::{
    pages::choose::{HomePage, MunicipalityPage},
    text::choose as text,
};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn home(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), None);
    let standards = visit.portal.standards.clone();
    visit.reading(frame, move |frame| view! { <HomePage frame=frame standards=standards/> })
}

pub async fn municipality(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    let frame = visit.frame(standard.name.get(visit.lang), Some(&standard));
    let now = visit.now;
    visit.reading(frame, move |frame| {
        view! { <MunicipalityPage frame=frame standard=standard now=now/> }
    })
}
