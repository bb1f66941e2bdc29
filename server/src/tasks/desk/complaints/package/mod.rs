//! What goes to the next authority, in one file: a PDF, the same as JSON, and the attachments as they are.

mod archive;
mod json;
pub mod pdf;

use self::{
    archive::{Contents, stream_archive},
    json::write_json,
    pdf::{PdfError, write_pdf},
};
use super::{
    files::answer_file,
    handlers::{find, find_onward, with_page},
};
use crate::{
    tasks::{
        complaint::filing::sign,
        desk::{audit::AuditAction, staff_session::StaffSession},
    },
    web::{AppError, PageResult},
};
use app::{
    tasks::desk::complaints::{package::write_package, views::ReaderForm},
    ui::error_page::ErrorKind,
};
use axum::body::Body;
use std::sync::Arc;

/// The package of a complaint that can be sent on to the authority that the standard names.
pub async fn download(session: StaffSession) -> PageResult {
    let found = find(&session).await?;
    let services = &session.context.state.services;
    let signed = sign(&services.complaints.signer, &found.receipt);
    let document = with_page(&session, &found, ReaderForm::default(), |page| {
        page.has_package().then(|| write_package(page, &signed)).flatten()
    });
    let document = document.await?.ok_or(AppError::new(ErrorKind::NotFound))?;
    let opened = services.complaints.open(&found).await?;
    let attachments = services.complaints.list_attachments(&found.id, &services.attachments).await?;
    let onward = find_onward(&session, &found, &opened).unwrap_or_default();
    let json = write_json((&found, &opened), &signed, &attachments, &onward);
    let papers = vec![("klage.pdf", write_pdf(&document)?), ("klage.json", format!("{json:#}").into_bytes())];
    let audited = session.audit(AuditAction::ComplaintFetched, &found.receipt.number);
    services.complaints.note(&audited).await?;
    let archive = stream_archive(Arc::clone(&session.context.state), Contents { papers, attachments });
    let name = format!("klage-{}.zip", found.receipt.number);
    Ok(answer_file(&name, "application/zip", Body::from_stream(archive)))
}

impl From<PdfError> for AppError {
    fn from(error: PdfError) -> Self {
        Self::unavailable(error)
    }
}
