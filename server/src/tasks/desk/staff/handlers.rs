//! Who works at the desk.

use super::service;
use crate::{tasks::desk::staff_session::StaffSession, web::PageResult};
use app::tasks::desk::{staff::views::staff_page, text, views::Notices};

pub async fn list(session: StaffSession) -> PageResult {
    let members = service::list(&session.context.state.services.db, &session.who.municipality).await?;
    let members: Vec<_> = members.into_iter().map(|member| (member.name, member.role)).collect();
    session.page(text::STAFF, Notices::default(), |meta, _| staff_page(meta, &session.at(), &members))
}
