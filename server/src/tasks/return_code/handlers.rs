//! Coming back by code. The code travels in the bodies of POSTs and is kept nowhere.

use crate::{
    crypto::code::{self, Code},
    store::Wait,
    tasks::{
        booking::service::{BookingError, RedeemedCode},
        calendar::handlers::uid,
    },
    web::{
        client_ip::ClientIp, form::FormBody, hexadecimal, rate_limiter::ClientNetwork,
        request_context::RequestContext,
    },
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::text,
        return_code::views::{
            CodeError, Shown, UnderCode, Waits, code_page, forgotten_page, under_code_page,
        },
    },
    ui::{error_page::ErrorKind, text as common},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};

pub async fn start(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::CODE_PAGE_TITLE.get(context.lang), None);
    context.cached_page(meta, |meta| code_page(meta, "", None))
}

/// Shows what is under a code, and does what is asked.
pub async fn open(
    context: RequestContext,
    ClientIp(client): ClientIp,
    mut fields: FormBody,
) -> Response<Body> {
    let typed = fields.take("CODE").unwrap_or_default();
    match opened(&context, client.as_ref(), &typed, fields).await {
        Ok(response) => response,
        Err(error) => context.no_booking(&error, None),
    }
}

async fn opened(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    typed: &str,
    mut fields: FormBody,
) -> Result<Response<Body>, BookingError> {
    let code = match Code::parse(typed) {
        Ok(code) => code,
        Err(code::CodeError::Length(number)) => {
            return Ok(wrong(context, typed, CodeError::Length(number)));
        }
        Err(code::CodeError::Check) => return Ok(wrong(context, typed, CodeError::Slip)),
    };
    let shown = code.shown();
    let bookings = &context.portal.services.bookings;
    let limits = &context.portal.services.limits;
    let entered = limits.enter(client);
    let Some(known) = bookings.known(code, entered.turn).await? else {
        limits.wrong_code(client);
        return Ok(wrong(context, typed, CodeError::Unknown));
    };
    let forget = fields.take("FORGET");
    if forget.as_deref() == Some("YES") {
        bookings.forget(&known).await?;
        let meta = context.meta(text::FORGOTTEN_TITLE.get(context.lang), None);
        return Ok(context.page(StatusCode::OK, meta, forgotten_page));
    }
    let mut done = None;
    let mut known = known;
    if let Some(id) = fields.take("CANCEL").as_deref().and_then(hexadecimal::read) {
        let stood = known.appointments.iter().any(|one| one.id == id);
        // Already gone is as good: the button may have been pressed twice. What is over stays.
        if bookings.cancel(&known, &id).await? || !stood {
            known.appointments.retain(|one| one.id != id);
            done = Some(text::CANCELLED);
        }
    }
    under(context, &shown, &known, done, forget.is_some()).await
}

async fn under(
    context: &RequestContext,
    code: &str,
    known: &RedeemedCode,
    done: Option<Phrase>,
    sure: bool,
) -> Result<Response<Body>, BookingError> {
    let municipality = &known.record.municipality;
    let Some(standard) = context.portal.standard(municipality) else {
        return Ok(context.problem(StatusCode::NOT_FOUND, ErrorKind::UnknownMunicipality, None));
    };
    let conversations = &context.portal.services.conversations;
    let waits = match known.wait {
        None => None,
        Some(Wait { kind, about }) => {
            Some(Waits { kind, about, free: context.is_free(&standard, kind).await? == Some(true) })
        }
    };
    let places = context.portal.services.bookings.places(municipality).await?;
    let appointments: Vec<Shown> = known
        .appointments
        .iter()
        .map(|one| Shown {
            id: hexadecimal::written(&one.id),
            kind: one.kind,
            about: one.about,
            begins: one.begins,
            minutes: one.minutes,
            pending: one.pending,
            uid: uid(&one.id),
            place: places.iter().find(|(kind, _)| *kind == one.kind).map(|(_, place)| place.clone()),
            pass: conversations
                .is_open(one.kind, one.begins, one.minutes)
                .then(|| conversations.pass(municipality, &one.id)),
        })
        .collect();
    let under = UnderCode {
        standard: &standard,
        code,
        pseudonym: &known.record.pseudonym,
        appointments: &appointments,
        waits,
        called_off: known.record.called_off,
        done,
        sure,
        now: context.now,
    };
    let meta = context.meta(text::CODE_PAGE_TITLE.get(context.lang), Some(&standard));
    Ok(context.page(StatusCode::OK, meta, |meta| under_code_page(meta, &under)))
}

fn wrong(context: &RequestContext, typed: &str, problem: CodeError) -> Response<Body> {
    let lang = context.lang;
    let title = format!("{}{}", common::ERROR.get(lang), text::CODE_PAGE_TITLE.get(lang));
    let meta = context.meta(&title, None);
    context.page(StatusCode::UNPROCESSABLE_ENTITY, meta, |meta| code_page(meta, typed, Some(problem)))
}
