//! A new code for who has lost theirs.

use super::{handlers::find, opening::show_code};
use crate::{
    crypto::password_hasher::{Priority, Turn},
    db::FormKey,
    tasks::{
        booking::code::service::Replaced,
        case::board::BoardRow,
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{Form, PageResult},
};
use app::{
    tasks::desk::{
        cases::{
            renewal::{RenewalPage, renewal_page},
            text,
        },
        views::Notices,
    },
    ui::error_summary::FieldError,
};
use serde::Deserialize;

/// The form that asks for a new code.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct RenewalForm {
    form: String,
    /// The code that the page has seen, by its mark.
    before: String,
}

pub async fn start(session: StaffSession) -> PageResult {
    let row = find(&session).await?;
    show(&session, &row, Vec::new()).await
}

async fn show(session: &StaffSession, row: &BoardRow, problems: Vec<FieldError>) -> PageResult {
    let bookings = &session.context.state.services.bookings;
    let Some(before) = bookings.find_code_mark(&row.case.code).await? else {
        return session.redirect_with("/desk/sager", Flash::Gone);
    };
    let (id, form) = (row.case.id.to_string(), bookings.new_form().to_string());
    let page = RenewalPage { id: &id, pseudonym: &row.case.pseudonym, form: &form, before: &before };
    let notices = Notices { problems, done: None };
    session
        .page(text::RENEW_TITLE, notices, |meta, notices| renewal_page(meta, &session.at(), notices, &page))
}

/// Gives the new code. A form that is sent again shows the same one, until another has been given.
pub async fn renew(session: StaffSession, Form(sent): Form<RenewalForm>) -> PageResult {
    let row = find(&session).await?;
    let back = format!("/desk/sager/{}/ny-kode", row.case.id);
    let Ok(form) = sent.form.parse::<FormKey>() else { return session.redirect(&back) };
    let audited = session.audit(AuditAction::CodeReplaced, &row.case.pseudonym);
    let bookings = &session.context.state.services.bookings;
    let turn = Turn { priority: Priority::Normal, place: None };
    match bookings.replace_code(&row.case.code, (&form, &sent.before), turn, &audited).await? {
        Replaced::Done(code, record) => show_code(&session, text::RENEWED, &code, &record).await,
        Replaced::Changed => {
            let problem = FieldError::of("main-content", text::RENEWED_BEFORE, session.context.lang);
            show(&session, &row, vec![problem]).await
        }
        Replaced::Gone => session.redirect_with("/desk/sager", Flash::Gone),
    }
}
