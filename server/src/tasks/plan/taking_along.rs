//! Taking the plan along: on paper, and as a file for another system.

use super::{fhir::write_bundle, room::PlanRoom};
use crate::web::PageResult;
use app::tasks::plan::{text, views::printing::show_printed};
use axum::{
    body::Body,
    http::{HeaderValue, Response, header},
};

/// `…/udskrift`.
pub async fn read<R: PlanRoom>(room: R) -> PageResult {
    room.page(true, None, show_printed)
}

/// `…/fil`.
pub async fn download<R: PlanRoom>(room: R) -> PageResult {
    let lang = room.lang();
    let name = room.standard().rules.plan.name.value().copied();
    let bundle = write_bundle(room.state(), text::your_plan(name).get(lang), room.now(), lang);
    let mut response = Response::new(Body::from(bundle.to_string()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/fhir+json; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"plan.json\""));
    Ok(response)
}
