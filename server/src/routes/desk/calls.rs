//! The queue of calls.

use super::{Done, Signed, done_at, wrong};
use crate::{
    http::form::Fields,
    services::{
        callback::{Doing, NoCallback, Queued},
        hexadecimal,
    },
    store::{ActKind, Id},
};
use app::{
    pages::{
        desk::{self, Notices, calls_page},
        problem::Problem,
    },
    text::desk as text,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::Role;

pub async fn queue(signed: Signed) -> Response<Body> {
    told(&signed, shown(&signed, signed.notices()).await)
}

pub async fn act(signed: Signed, mut fields: Fields) -> Response<Body> {
    let doing = fields.take("ACT").as_deref().and_then(Doing::from_code);
    let call = fields.take("ID").as_deref().and_then(hexadecimal::read);
    let tries = fields.take("BEFORE").and_then(|tries| tries.parse().ok()).unwrap_or(0);
    let answer = async {
        let happened = match doing.zip(call) {
            None => false,
            Some((doing, call)) => done(&signed, doing, &call, tries).await?,
        };
        if happened {
            return Ok(done_at(&signed.visit, "/desk/opkald", Done::Call));
        }
        shown(&signed, wrong("main-content", text::GONE.get(signed.visit.lang).to_owned())).await
    };
    told(&signed, answer.await)
}

async fn done(signed: &Signed, doing: Doing, call: &Id, tries: u16) -> Result<bool, NoCallback> {
    let callbacks = &signed.visit.portal.services.callbacks;
    let what = match doing {
        Doing::Claim => ActKind::CallClaimed,
        Doing::GiveBack => ActKind::CallGivenBack,
        Doing::Tried => ActKind::CallTried,
        Doing::Called => ActKind::CallMade,
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

fn told(signed: &Signed, answer: Result<Response<Body>, NoCallback>) -> Response<Body> {
    answer.unwrap_or_else(|error| {
        tracing::error!(target: "portal", %error, "the calls could not be read or written");
        signed.visit.problem(StatusCode::SERVICE_UNAVAILABLE, Problem::Unavailable, Some(&signed.standard))
    })
}

async fn shown(signed: &Signed, notices: Notices) -> Result<Response<Body>, NoCallback> {
    let callbacks = &signed.visit.portal.services.callbacks;
    let calls = callbacks.queue(&signed.who.municipality, &signed.who.id).await?;
    let calls: Vec<desk::Queued> = calls.into_iter().map(queued).collect();
    Ok(signed.page(text::CALLS, notices, |frame, notices| calls_page(frame, &signed.at(), notices, &calls)))
}

fn queued(queued: Queued) -> desk::Queued {
    let Queued { call, own, entrusted } = queued;
    desk::Queued {
        id: hexadecimal::written(&call.id),
        window: call.window,
        contact_on: call.contact_on,
        tries: call.tries,
        taken_by: call.claimed_name,
        own,
        who: entrusted.map(|who| (who.phone, who.name, who.message)),
    }
}
