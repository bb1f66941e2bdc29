//! A new code for who has lost theirs.

use super::{handlers::find, opening::show_code};
use crate::{
    crypto::password_hasher::Priority,
    db::FormKey,
    tasks::desk::{
        audit::AuditAction,
        staff_session::{Flash, StaffSession},
    },
    web::{Form, PageResult},
};
use app::tasks::desk::{
    cases::{
        renewal::{RenewalPage, renewal_page},
        text,
    },
    views::Notices,
};
use serde::Deserialize;

/// The form that asks for a new code.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct RenewalForm {
    form: String,
}

pub async fn start(session: StaffSession) -> PageResult {
    let row = find(&session).await?;
    let (id, form) = (row.case.id.to_string(), session.context.state.services.bookings.new_form());
    let page = RenewalPage { id: &id, pseudonym: &row.case.pseudonym, form: &form.to_string() };
    session.page(text::RENEW_TITLE, Notices::default(), |meta, notices| {
        renewal_page(meta, &session.at(), notices, &page)
    })
}

/// Gives the new code. A form that is sent again shows the same one.
pub async fn renew(session: StaffSession, Form(sent): Form<RenewalForm>) -> PageResult {
    let row = find(&session).await?;
    let back = format!("/desk/sager/{}/ny-kode", row.case.id);
    let Ok(form) = sent.form.parse::<FormKey>() else { return session.redirect(&back) };
    let audited = session.audit(AuditAction::CodeReplaced, &row.case.pseudonym);
    let bookings = &session.context.state.services.bookings;
    match bookings.replace_code(&row.case.code, &form, Priority::Normal, &audited).await? {
        Some((code, record)) => show_code(&session, text::RENEWED, &code, &record).await,
        None => session.redirect_with("/desk/sager", Flash::Gone),
    }
}
