//! The queue of calls.

use crate::{
    store::{AuditAction, Id},
    tasks::{
        callback::service::{CallbackError, Doing, Queued},
        desk::staff_session::{Flash, StaffSession, done_at, wrong},
    },
    web::{form::FormBody, hexadecimal},
};
use app::{
    tasks::desk::{calls::views, calls::views::calls_page, text, views::Notices},
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::Role;

pub async fn queue(signed: StaffSession) -> Response<Body> {
    told(&signed, shown(&signed, signed.notices()).await)
}

pub async fn act(signed: StaffSession, mut fields: FormBody) -> Response<Body> {
    let doing = fields.take("ACT").as_deref().and_then(Doing::from_code);
    let call = fields.take("ID").as_deref().and_then(hexadecimal::read);
    let tries = fields.take("BEFORE").and_then(|tries| tries.parse().ok()).unwrap_or(0);
    let answer = async {
        let happened = match doing.zip(call) {
            None => false,
            Some((doing, call)) => done(&signed, doing, &call, tries).await?,
        };
        if happened {
            return Ok(done_at(&signed.context, "/desk/opkald", Flash::Call));
        }
        shown(&signed, wrong("main-content", text::GONE.get(signed.context.lang).to_owned())).await
    };
    told(&signed, answer.await)
}

async fn done(signed: &StaffSession, doing: Doing, call: &Id, tries: u16) -> Result<bool, CallbackError> {
    let callbacks = &signed.context.portal.services.callbacks;
    let what = match doing {
        Doing::Claim => AuditAction::CallClaimed,
        Doing::GiveBack => AuditAction::CallGivenBack,
        Doing::Tried => AuditAction::CallTried,
        Doing::Called => AuditAction::CallMade,
    };
    let act = signed.desks().act(&signed.who, what, "");
    // A lead gives back what a colleague has taken and cannot make.
    let whose = match (doing, signed.who.role) {
        (Doing::GiveBack, Role::Lead) => callbacks.taken_by(&signed.who.municipality, call).await?,
        _ => Some(signed.who.id),
    };
    match whose {
        Some(whose) => callbacks.act(doing, call, &whose, tries, &act).await,
        None => Ok(false),
    }
}

fn told(signed: &StaffSession, answer: Result<Response<Body>, CallbackError>) -> Response<Body> {
    answer.unwrap_or_else(|error| {
        tracing::error!(target: "portal", %error, "the calls could not be read or written");
        signed.context.problem(
            StatusCode::SERVICE_UNAVAILABLE,
            ErrorKind::Unavailable,
            Some(&signed.standard),
        )
    })
}

async fn shown(signed: &StaffSession, notices: Notices) -> Result<Response<Body>, CallbackError> {
    let callbacks = &signed.context.portal.services.callbacks;
    let calls = callbacks.queue(&signed.who.municipality, &signed.who.id).await?;
    let calls: Vec<views::Queued> = calls.into_iter().map(queued).collect();
    Ok(signed.page(text::CALLS, notices, |meta, notices| calls_page(meta, &signed.at(), notices, &calls)))
}

fn queued(queued: Queued) -> views::Queued {
    let Queued { call, own, entrusted } = queued;
    views::Queued {
        id: hexadecimal::written(&call.id),
        window: call.window,
        contact_on: call.contact_on,
        tries: call.tries,
        taken_by: call.claimed_name,
        own,
        who: entrusted.map(|who| (who.phone, who.name, who.message)),
    }
}
