//! Units, hours and ways to make contact.

use crate::visit::InMunicipality;
use app::{pages::contact::ContactPage, text::common};
use axum::{body::Body, http::Response};
use leptos::prelude::*;

pub async fn page(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    let frame = visit.frame(common::CONTACT.get(visit.lang), Some(&standard));
    let now = visit.now;
    visit.reading(frame, move |frame| {
        view! { <ContactPage frame=frame standard=standard now=now/> }
    })
}
