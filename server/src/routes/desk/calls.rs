//! The queue of calls.

use super::{Signed, wrong};
use crate::{
    http::form::Fields,
    services::{
        callback::{Doing, NoCallback, Queued},
        hexadecimal,
    },
    store::ActKind,
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

pub async fn queue(signed: Signed) -> Response<Body> {
    told(&signed, shown(&signed, Notices::default()).await)
}

pub async fn act(signed: Signed, mut fields: Fields) -> Response<Body> {
    let doing = fields.take("ACT").as_deref().and_then(Doing::from_code);
    let call = fields.take("ID").as_deref().and_then(hexadecimal::read);
    let answer = async {
        let happened = match doing.zip(call) {
            None => false,
            Some((doing, call)) => {
                let what = match doing {
                    Doing::Claim => ActKind::CallClaimed,
                    Doing::GiveBack => ActKind::CallGivenBack,
                    Doing::Tried => ActKind::CallTried,
                    Doing::Called => ActKind::CallMade,
                };
                let act = signed.desks().act(&signed.who, what, "");
                signed.visit.portal.services.callbacks.act(doing, &call, &signed.who.id, &act).await?
            }
        };
        let gone = || wrong("main-content", text::GONE.get(signed.visit.lang).to_owned());
        shown(&signed, if happened { Notices::default() } else { gone() }).await
    };
    told(&signed, answer.await)
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
    let frame = signed.frame(text::CALLS, &notices);
    Ok(signed.page(&notices.clone(), frame, |frame| calls_page(frame, &signed.at(), notices, &calls)))
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
