//! The municipalities side by side.

use crate::web::{AppError, PageResult, RequestContext};
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
use axum::extract::{Path, rejection::PathRejection};
use domain::Kind;
use leptos::prelude::*;

pub async fn index(context: RequestContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), None);
    Ok(context.cached_page(meta, |meta| view! { <ComparePage meta=meta/> }))
}

/// One topic of the rules, or one kind of offer.
pub async fn one(context: RequestContext, slug: Result<Path<String>, PathRejection>) -> PageResult {
    let standards = context.state.standards();
    let today = context.now.date();
    let slug = slug.map(|Path(slug)| slug).unwrap_or_default();
    let titled = |name: &str| context.meta(&format!("{name} – {}", text::TITLE.get(context.lang)), None);
    if let Some(topic) = Topic::by_slug(&slug) {
        let meta = titled(topic.title.get(context.lang));
        return Ok(context.cached_page(meta, move |meta| {
            view! { <CompareTopicPage meta=meta topic=topic standards=standards today=today/> }
        }));
    }
    let Some(&kind) = Kind::ALL.iter().find(|&&kind| text::kind_slug(kind) == slug) else {
        return Err(AppError::new(ErrorKind::NotFound));
    };
    let meta = titled(offers::kind(kind).get(context.lang));
    Ok(context.cached_page(meta, move |meta| {
        view! { <CompareKindPage meta=meta kind=kind standards=standards today=today/> }
    }))
}
