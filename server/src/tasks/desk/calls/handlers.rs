//! The queue of calls.

use crate::{
    db::CallId,
    tasks::{
        callback::service::{CallAction, CallOutcome, Entrusted, QueuedCall, TRIES},
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession, notice},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        calls::{
            text,
            views::{Caller, CallsPage, Queued, calls_page},
        },
        text as desk_text,
        views::Notices,
    },
};
use domain::{AgeRange, GiveBackReason, Role, Substance, UnitSide};
use serde::Deserialize;

/// What is done with a call.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct CallForm {
    act: String,
    id: String,
    /// The tries that who does it has seen.
    before: String,
    /// Why it is given back.
    reason: String,
    /// That the last try, which deletes the number, is meant.
    sure: String,
}

pub async fn list(session: StaffSession) -> PageResult {
    show(&session, session.notices()).await
}

pub async fn act(session: StaffSession, Form(form): Form<CallForm>) -> PageResult {
    match perform(&session, &form).await? {
        Ok(flash) => session.redirect_with("/desk/opkald", flash),
        Err(problem) => show(&session, notice("main-content", problem.get(session.context.lang))).await,
    }
}

/// Does it, or says why it cannot be done.
async fn perform(session: &StaffSession, form: &CallForm) -> Result<Result<Flash, Phrase>, AppError> {
    let asked = CallAction::from_code(&form.act).zip(form.id.parse::<CallId>().ok());
    let Some((action, call)) = asked else { return Ok(Err(desk_text::GONE)) };
    let tries: u16 = form.before.parse().unwrap_or(0);
    let is_last = tries.saturating_add(1) >= TRIES;
    let (what, flash, subject) = match action {
        CallAction::Claim => (AuditAction::CallClaimed, Flash::CallTaken, ""),
        CallAction::GiveBack => {
            let Some(reason) = GiveBackReason::from_code(&form.reason) else {
                return Ok(Err(text::CHOOSE_REASON));
            };
            (AuditAction::CallGivenBack, Flash::CallGivenBack, reason.code())
        }
        CallAction::Tried if is_last && form.sure != "YES" => return Ok(Err(text::LAST_TRY)),
        CallAction::Tried if is_last => (AuditAction::CallTried, Flash::CallTriedLast, ""),
        CallAction::Tried => (AuditAction::CallTried, Flash::CallTried, ""),
        CallAction::Called => (AuditAction::CallMade, Flash::CallMade, ""),
    };
    let callbacks = &session.context.state.services.callbacks;
    // A lead gives back what a colleague has taken and cannot make.
    let whose = match (action, session.who.role) {
        (CallAction::GiveBack, Role::Lead) => callbacks.find_holder(&session.who.municipality, &call).await?,
        _ => Some(session.who.id),
    };
    let Some(whose) = whose else { return Ok(Err(desk_text::GONE)) };
    let audited = session.audit(what, subject);
    Ok(match callbacks.act(action, &call, &whose, tries, &audited).await? {
        CallOutcome::Done => Ok(flash),
        CallOutcome::Changed => Err(desk_text::GONE),
        CallOutcome::OutsideWindow => Err(text::OUTSIDE_WINDOW),
    })
}

async fn show(session: &StaffSession, notices: Notices) -> PageResult {
    let callbacks = &session.context.state.services.callbacks;
    let calls = callbacks.list_queue(&session.who.municipality, &session.who.id).await?;
    let only = session.param("enhed").and_then(UnitSide::from_code);
    let calls = calls.into_iter().filter(|queued| only.is_none() || queued.call.side == only);
    let calls: Vec<Queued> = calls.map(view).collect();
    let page = CallsPage { calls: &calls, now: session.context.now, standard: &session.standard, only };
    session.page(desk_text::CALLS, notices, |meta, notices| calls_page(meta, &session.at(), notices, &page))
}

fn view(queued: QueuedCall) -> Queued {
    let QueuedCall { call, own, entrusted } = queued;
    Queued {
        id: call.id.to_string(),
        asked_on: call.asked_on(),
        window: call.window,
        contact_on: call.contact_on,
        tries: call.tries,
        is_last_try: call.tries + 1 >= TRIES,
        lang: call.lang,
        side: call.side,
        taken_by: call.claimed_name,
        own,
        who: entrusted.map(view_caller),
    }
}

fn view_caller(who: Entrusted) -> Caller {
    let of = |(substance, id): (String, String)| Some((Substance::from_code(&substance)?, id));
    Caller {
        phone: who.phone,
        name: who.name,
        message: who.message,
        ages: AgeRange::from_code(&who.age),
        cases: who.cases.into_iter().filter_map(of).collect(),
    }
}
