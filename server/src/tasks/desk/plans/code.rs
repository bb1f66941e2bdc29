//! The code of a plan: shown once, and replaced where it was lost.

use super::room::StaffPlan;
use crate::{
    crypto::code::Code,
    db::{AccessId, FormKey, PlanId},
    tasks::{
        citizen_session::service::GivenCode,
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
        plan::room::PlanRoom,
    },
    web::{AppError, Form, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        plans::{
            code::{GivenCode as GivenCodePage, ReplacementPage, code_page, replacement_page},
            text,
        },
        views::Notices,
    },
    ui::{error_page::ErrorKind, error_summary::FieldError},
};
use axum::http::StatusCode;
use domain::LocalDay;
use serde::Deserialize;

/// The form that asks for a new code.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct ReplacementForm {
    form: String,
    /// The way in that the page has seen.
    before: String,
}

/// A code that the citizen is told now.
pub(super) async fn show_code(
    session: &StaffSession,
    title: Phrase,
    code: &Code,
    plan: &PlanId,
) -> PageResult {
    let today = LocalDay::new(session.context.now.date());
    let found = session.context.state.services.plans.find(plan, today).await?;
    let found = found.ok_or(AppError::new(ErrorKind::NotFound))?;
    let (code, id) = (code.to_groups(), plan.to_string());
    let given = GivenCodePage { title, code: code.as_str(), pseudonym: &found.record.pseudonym, id: &id };
    let meta = session.meta(title.get(session.context.lang), &Notices::default());
    Ok(session.context.page(StatusCode::OK, meta, |meta| code_page(meta, &session.at(), &given)))
}

pub async fn start(room: StaffPlan) -> PageResult {
    show(&room, Vec::new()).await
}

async fn show(room: &StaffPlan, problems: Vec<FieldError>) -> PageResult {
    let (session, record) = (&room.session, &room.plan.record);
    let services = &session.context.state.services;
    let access = services.citizen_sessions.find_access(&record.id).await?;
    let Some(access) = access else { return session.redirect_with("/desk/planer", Flash::Gone) };
    let (id, before) = (record.id.to_string(), access.id.to_string());
    let form = FormKey::random(&services.random).to_string();
    let is_seen_by_others = room.plan.state.list_insights().next().is_some();
    let page = ReplacementPage {
        id: &id,
        pseudonym: &record.pseudonym,
        form: &form,
        before: &before,
        is_seen_by_others,
    };
    let notices = Notices { problems, done: None };
    session
        .page(text::NEW_CODE, notices, |meta, notices| replacement_page(meta, &session.at(), notices, &page))
}

/// Gives the new code. A form that is sent again shows the same one, until somebody has used it.
pub async fn replace(room: StaffPlan, Form(sent): Form<ReplacementForm>) -> PageResult {
    let session = &room.session;
    let (Ok(form), Ok(before)) = (sent.form.parse::<FormKey>(), sent.before.parse::<AccessId>()) else {
        return session.redirect(&format!("{}/ny-kode", room.base()));
    };
    let record = &room.plan.record;
    let audited = session.audit(AuditAction::PlanCodeReplaced, &record.pseudonym);
    let sessions = &session.context.state.services.citizen_sessions;
    match sessions.replace_code(&record.id, (&form, &before), &audited).await? {
        GivenCode::Done(code) => show_code(session, text::NEW_CODE_DONE, &code, &record.id).await,
        GivenCode::InUse | GivenCode::Changed => {
            let problem = FieldError::of("main-content", text::REPLACED_BEFORE, session.context.lang);
            show(&room, vec![problem]).await
        }
        GivenCode::Gone => session.redirect_with("/desk/planer", Flash::Gone),
    }
}
