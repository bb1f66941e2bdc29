//! What goes along with a complaint, as files for who reads it: never shown, only to be kept.

use super::handlers::find;
use crate::{
    tasks::{
        complaint::attachment::model::OpenedAttachment,
        desk::{audit::AuditAction, staff_session::StaffSession},
    },
    web::{AppError, AppState, PageResult},
};
use app::ui::error_page::ErrorKind;
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, Response, header},
};
use futures_util::{Stream, stream::try_unfold};
use std::{io, sync::Arc};

/// One file, by its place.
pub async fn download(session: StaffSession) -> PageResult {
    let found = find(&session).await?;
    let services = &session.context.state.services;
    let attached = services.complaints.list_attachments(&found.id, &services.attachments).await?;
    let place = session.param("nr").and_then(|place| place.parse::<u32>().ok());
    let file = attached.into_iter().find(|file| Some(file.place) == place);
    let file = file.ok_or(AppError::new(ErrorKind::NotFound))?;
    let audited = session.audit(AuditAction::ComplaintFetched, &found.receipt.number);
    services.complaints.note(&audited).await?;
    let kind = file.about.kind;
    // The name that somebody gave it may say who they are: the reader's browser gets one of ours.
    let name = format!("klage-{}-bilag-{}.{}", found.receipt.number, file.place, kind.extension());
    let parts = stream_parts(Arc::clone(&session.context.state), file);
    Ok(answer_file(&name, kind.media_type(), Body::from_stream(parts)))
}

/// An answer that a browser keeps as a file and opens by nothing of its own.
///
/// # Panics
/// Where the name is more than letters, digits and dashes.
pub fn answer_file(name: &str, media_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, disposition.expect("letters, digits and dashes"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A file part by part: memory holds one of them. One that has gone meanwhile ends the answer before its time.
fn stream_parts(
    state: Arc<AppState>,
    file: OpenedAttachment,
) -> impl Stream<Item = Result<Bytes, io::Error>> + use<> {
    try_unfold((state, file, 0), async |(state, file, place)| {
        if place >= file.about.parts {
            return Ok(None);
        }
        let part = state.services.attachments.read_part(&file, place).await.map_err(io::Error::other)?;
        let part = part.ok_or_else(|| io::Error::other("the file is gone"))?;
        Ok(Some((Bytes::copy_from_slice(&part), (state, file, place + 1))))
    })
}
