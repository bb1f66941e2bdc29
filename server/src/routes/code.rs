//! Coming back by code. The code travels in the bodies of POSTs and is kept nowhere.

use crate::{
    crypto::code::{self, Code},
    http::{form::Fields, visitor::CameFrom},
    routes::calendar::uid,
    services::{
        booking::{Known, NoBooking},
        hexadecimal,
        limits::Visitor,
    },
    store::Wait,
    visit::Visit,
};
use app::{
    pages::{
        code::{CodeProblem, Shown, UnderCode, Waits, code_page, forgotten_page, under_code_page},
        problem::Problem,
    },
    text::{Phrase, booking as text, common},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};

pub async fn start(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::CODE_PAGE_TITLE.get(visit.lang), None);
    visit.reading(frame, |frame| code_page(frame, "", None))
}

/// Shows what is under a code, and does what is asked.
pub async fn open(visit: Visit, CameFrom(visitor): CameFrom, mut fields: Fields) -> Response<Body> {
    let typed = fields.take("CODE").unwrap_or_default();
    match opened(&visit, visitor.as_ref(), &typed, fields).await {
        Ok(response) => response,
        Err(error) => visit.no_booking(&error, None),
    }
}

async fn opened(
    visit: &Visit,
    visitor: Option<&Visitor>,
    typed: &str,
    mut fields: Fields,
) -> Result<Response<Body>, NoBooking> {
    let code = match Code::parse(typed) {
        Ok(code) => code,
        Err(code::CodeProblem::Length(number)) => {
            return Ok(wrong(visit, typed, CodeProblem::Length(number)));
        }
        Err(code::CodeProblem::Check) => return Ok(wrong(visit, typed, CodeProblem::Slip)),
    };
    let shown = code.shown();
    let bookings = &visit.portal.services.bookings;
    let limits = &visit.portal.services.limits;
    let entered = limits.enter(visitor);
    let Some(known) = bookings.known(code, entered.turn).await? else {
        limits.wrong_code(visitor);
        return Ok(wrong(visit, typed, CodeProblem::Unknown));
    };
    let forget = fields.take("FORGET");
    if forget.as_deref() == Some("YES") {
        bookings.forget(&known).await?;
        let frame = visit.frame(text::FORGOTTEN_TITLE.get(visit.lang), None);
        return Ok(visit.fresh(StatusCode::OK, frame, forgotten_page));
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
    under(visit, &shown, &known, done, forget.is_some()).await
}

async fn under(
    visit: &Visit,
    code: &str,
    known: &Known,
    done: Option<Phrase>,
    sure: bool,
) -> Result<Response<Body>, NoBooking> {
    let municipality = &known.record.municipality;
    let Some(standard) = visit.portal.standard(municipality) else {
        return Ok(visit.problem(StatusCode::NOT_FOUND, Problem::UnknownMunicipality, None));
    };
    let conversations = &visit.portal.services.conversations;
    let waits = match known.wait {
        None => None,
        Some(Wait { kind, about }) => {
            Some(Waits { kind, about, free: visit.is_free(&standard, kind).await? == Some(true) })
        }
    };
    let places = visit.portal.services.bookings.places(municipality).await?;
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
        now: visit.now,
    };
    let frame = visit.frame(text::CODE_PAGE_TITLE.get(visit.lang), Some(&standard));
    Ok(visit.fresh(StatusCode::OK, frame, |frame| under_code_page(frame, &under)))
}

fn wrong(visit: &Visit, typed: &str, problem: CodeProblem) -> Response<Body> {
    let lang = visit.lang;
    let title = format!("{}{}", common::ERROR.get(lang), text::CODE_PAGE_TITLE.get(lang));
    let frame = visit.frame(&title, None);
    visit.fresh(StatusCode::UNPROCESSABLE_ENTITY, frame, |frame| code_page(frame, typed, Some(problem)))
}
