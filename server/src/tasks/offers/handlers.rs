//! The list of offers, filtered by POST, and one offer.

use crate::web::{AppError, FormBody, MunicipalityContext, PageResult};
use app::{
    tasks::offers::{
        text,
        views::{list::OffersPage, one::OfferPage},
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        error_page::ErrorKind,
        text as common,
    },
};
use axum::http::StatusCode;
use domain::Filter;
use leptos::prelude::*;

pub async fn list(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    let today = context.now.date();
    Ok(context.cached_page(meta, move |meta| {
        let filter = Filter::default();
        view! { <OffersPage meta=meta standard=standard filter=filter problem=false today=today/> }
    }))
}

pub async fn filtered(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    fields: FormBody,
) -> PageResult {
    let (status, filter, problem) = match Filter::parse(fields.pairs()) {
        Ok(filter) => (StatusCode::OK, filter, false),
        Err(filter) => (StatusCode::UNPROCESSABLE_ENTITY, filter, true),
    };
    let title = text::TITLE.get(context.lang);
    let title =
        if problem { format!("{}{title}", common::ERROR.get(context.lang)) } else { title.to_owned() };
    let meta =
        PageMeta { switch: LanguageSwitch::Form(filter.fields()), ..context.meta(&title, Some(&standard)) };
    let today = context.now.date();
    Ok(context.page(status, meta, move |meta| {
        view! { <OffersPage meta=meta standard=standard filter=filter problem=problem today=today/> }
    }))
}

pub async fn one(MunicipalityContext { context, standard, slug }: MunicipalityContext) -> PageResult {
    let Some(offer) = slug.as_deref().and_then(|slug| standard.offer(slug)).cloned() else {
        return Err(AppError::new(ErrorKind::UnknownOffer));
    };
    let meta = context.meta(offer.title.get(context.lang), Some(&standard));
    let now = context.now;
    Ok(context.cached_page(meta, move |meta| {
        view! { <OfferPage meta=meta standard=standard offer=offer now=now/> }
    }))
}
