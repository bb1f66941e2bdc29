//! The municipalities side by side.

use crate::visit::Visit;
use app::{
    pages::{
        compare::{CompareKindPage, ComparePage, CompareTopicPage},
        problem::Problem,
    },
    text::{compare as text, offers, rules::Topic},
};
use axum::{
    body::Body,
    extract::{Path, rejection::PathRejection},
    http::{Response, StatusCode},
};
use domain::Kind;
use leptos::prelude::*;

pub async fn index(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), None);
    visit.reading(frame, |frame| view! { <ComparePage frame=frame/> })
}

/// One topic of the rules, or one kind of offer.
pub async fn one(visit: Visit, slug: Result<Path<String>, PathRejection>) -> Response<Body> {
    let standards = visit.portal.standards.clone();
    let today = visit.now.date();
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let titled = |name: &str| visit.frame(&format!("{name} – {}", text::TITLE.get(visit.lang)), None);
    if let Some(topic) = Topic::by_slug(&slug) {
        let frame = titled(topic.title.get(visit.lang));
        return visit.reading(frame, move |frame| {
            view! { <CompareTopicPage frame=frame topic=topic standards=standards today=today/> }
        });
    }
    let Some(&kind) = Kind::ALL.iter().find(|&&kind| text::kind_slug(kind) == slug) else {
        return visit.problem(StatusCode::NOT_FOUND, Problem::NotFound, None);
    };
    let frame = titled(offers::kind(kind).get(visit.lang));
    visit.reading(frame, move |frame| {
        view! { <CompareKindPage frame=frame kind=kind standards=standards today=today/> }
    })
}
