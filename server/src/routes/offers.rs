//! The list of offers, filtered by POST, and one offer.

use crate::{http::form::Fields, visit::InMunicipality};
use app::{
    layout::{Frame, LanguageSwitch},
    pages::{
        offers::{OfferPage, OffersPage},
        problem::Problem,
    },
    text::{common, offers as text},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::Filter;
use leptos::prelude::*;

pub async fn list(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), Some(&standard));
    let today = visit.now.date();
    visit.reading(frame, move |frame| {
        let filter = Filter::default();
        view! { <OffersPage frame=frame standard=standard filter=filter problem=false today=today/> }
    })
}

pub async fn filtered(
    InMunicipality { visit, standard, .. }: InMunicipality,
    fields: Fields,
) -> Response<Body> {
    let (status, filter, problem) = match Filter::parse(fields.pairs()) {
        Ok(filter) => (StatusCode::OK, filter, false),
        Err(filter) => (StatusCode::UNPROCESSABLE_ENTITY, filter, true),
    };
    let title = text::TITLE.get(visit.lang);
    let title = if problem { format!("{}{title}", common::ERROR.get(visit.lang)) } else { title.to_owned() };
    let frame =
        Frame { switch: LanguageSwitch::Form(filter.fields()), ..visit.frame(&title, Some(&standard)) };
    let today = visit.now.date();
    visit.fresh(status, frame, move |frame| {
        view! { <OffersPage frame=frame standard=standard filter=filter problem=problem today=today/> }
    })
}

pub async fn one(InMunicipality { visit, standard, slug }: InMunicipality) -> Response<Body> {
    let Some(offer) = slug.as_deref().and_then(|slug| standard.offer(slug)).cloned() else {
        return visit.problem(StatusCode::NOT_FOUND, Problem::UnknownOffer, Some(&standard));
    };
    let frame = visit.frame(offer.title.get(visit.lang), Some(&standard));
    let now = visit.now;
    visit.reading(frame, move |frame| {
        view! { <OfferPage frame=frame standard=standard offer=offer now=now/> }
    })
}
