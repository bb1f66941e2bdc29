//! The queue of calls.

use crate::{
    db::CallId,
    tasks::{
        callback::service::{CallAction, QueuedCall},
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession, notice},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::tasks::desk::{
    calls::views::{Queued, calls_page},
    text,
    views::Notices,
};
use domain::Role;
use serde::Deserialize;

/// What is done with a call.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct CallForm {
    act: String,
    id: String,
    /// The tries that who does it has seen.
    before: String,
}

pub async fn list(session: StaffSession) -> PageResult {
    show(&session, session.notices()).await
}

pub async fn act(session: StaffSession, Form(form): Form<CallForm>) -> PageResult {
    let happened = match CallAction::from_code(&form.act).zip(form.id.parse().ok()) {
        None => false,
        Some((action, call)) => {
            let tries = form.before.parse().unwrap_or(0);
            perform(&session, action, &call, tries).await?
        }
    };
    if happened {
        return session.redirect_with("/desk/opkald", Flash::Call);
    }
    show(&session, notice("main-content", text::GONE.get(session.context.lang))).await
}

async fn perform(
    session: &StaffSession,
    action: CallAction,
    call: &CallId,
    tries: u16,
) -> Result<bool, AppError> {
    let callbacks = &session.context.state.services.callbacks;
    let what = match action {
        CallAction::Claim => AuditAction::CallClaimed,
        CallAction::GiveBack => AuditAction::CallGivenBack,
        CallAction::Tried => AuditAction::CallTried,
        CallAction::Called => AuditAction::CallMade,
    };
    // A lead gives back what a colleague has taken and cannot make.
    let whose = match (action, session.who.role) {
        (CallAction::GiveBack, Role::Lead) => callbacks.find_holder(&session.who.municipality, call).await?,
        _ => Some(session.who.id),
    };
    let Some(whose) = whose else { return Ok(false) };
    Ok(callbacks.act(action, call, &whose, tries, &session.audit(what, "")).await?)
}

async fn show(session: &StaffSession, notices: Notices) -> PageResult {
    let callbacks = &session.context.state.services.callbacks;
    let calls = callbacks.list_queue(&session.who.municipality, &session.who.id).await?;
    let calls: Vec<Queued> = calls.into_iter().map(view).collect();
    session.page(text::CALLS, notices, |meta, notices| calls_page(meta, &session.at(), notices, &calls))
}

fn view(queued: QueuedCall) -> Queued {
    let QueuedCall { call, own, entrusted } = queued;
    Queued {
        id: call.id.to_string(),
        window: call.window,
        contact_on: call.contact_on,
        tries: call.tries,
        lang: call.lang,
        taken_by: call.claimed_name,
        own,
        who: entrusted.map(|who| (who.phone, who.name, who.message)),
    }
}
