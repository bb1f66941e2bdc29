//! What staff have done.

use super::service;
use crate::{tasks::desk::staff_session::StaffSession, web::PageResult};
use app::tasks::desk::{
    staff::views::{ActRow, audit_page},
    text,
    views::Notices,
};

pub async fn list(session: StaffSession) -> PageResult {
    let db = &session.context.state.services.db;
    let entries = service::list_latest(db, &session.who.municipality).await?;
    let rows: Vec<ActRow> = entries
        .into_iter()
        .map(|entry| ActRow { on: entry.on, who: entry.who, what: entry.what.code(), subject: entry.subject })
        .collect();
    session.page(text::AUDIT, Notices::default(), |meta, _| audit_page(meta, &session.at(), &rows))
}
