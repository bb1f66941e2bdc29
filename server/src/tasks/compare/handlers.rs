//! The municipalities side by side.

use crate::web::request_context::RequestContext;
use app::{
    tasks::{
        compare::{
            text,
            views::{CompareKindPage, ComparePage, CompareTopicPage},
        },
        offers::text as offers,
        rules::text::Topic,
    },
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    extract::{Path, rejection::PathRejection},
    http::{Response, StatusCode},
};
use domain::Kind;
use leptos::prelude::*;

pub async fn index(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    context.cached_page(meta, |meta| view! { <ComparePage meta=meta/> })
}

/// One topic of the rules, or one kind of offer.
pub async fn one(context: RequestContext, slug: Result<Path<String>, PathRejection>) -> Response<Body> {
    let standards = context.portal.standards.clone();
    let today = context.now.date();
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let titled = |name: &str| context.meta(&format!("{name} – {}", text::TITLE.get(context.lang)), None);
    if let Some(topic) = Topic::by_slug(&slug) {
        let meta = titled(topic.title.get(context.lang));
        return context.cached_page(meta, move |meta| {
            view! { <CompareTopicPage meta=meta topic=topic standards=standards today=today/> }
        });
    }
    let Some(&kind) = Kind::ALL.iter().find(|&&kind| text::kind_slug(kind) == slug) else {
        return context.problem(StatusCode::NOT_FOUND, ErrorKind::NotFound, None);
    };
    let meta = titled(offers::kind(kind).get(context.lang));
    context.cached_page(meta, move |meta| {
        view! { <CompareKindPage meta=meta kind=kind standards=standards today=today/> }
    })
}
