//! A file for the phone's calendar, for who asks for it. It says when, and nothing of what.

use crate::{
    store::Id,
    web::{form::FormBody, hexadecimal, request_context::RequestContext},
};
use app::{
    tasks::{booking::views::read_time, calendar::text},
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use chrono::NaiveDateTime;
use domain::Instant;
use sha2::{Digest, Sha256};

/// Longer than any appointment.
const LONGEST: i64 = 24 * 60;

/// The name by which a calendar knows an appointment again. It leads to nothing here.
#[must_use]
pub fn uid(appointment: &Id) -> String {
    let print = Sha256::new().chain_update(b"calendar").chain_update(appointment).finalize();
    let mut own = [0; 16];
    own.copy_from_slice(&print[..16]);
    hexadecimal::written(&own)
}

/// `/kalender`, by POST: all that the file says comes with the form.
pub async fn file(context: RequestContext, mut fields: FormBody) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (begins, minutes, uid) = (take("BEGINS"), take("MINUTES"), take("UID"));
    let minutes = minutes.parse::<i64>().ok().filter(|minutes| (1..=LONGEST).contains(minutes));
    let read = read_time(&begins).zip(minutes).filter(|_| hexadecimal::read(&uid).is_some());
    let Some(event) = read.and_then(|(begins, minutes)| event(&context, &uid, begins, minutes)) else {
        return context.problem(StatusCode::UNPROCESSABLE_ENTITY, ErrorKind::NotFound, None);
    };
    let mut response = Response::new(Body::from(event));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"aftale.ics\""));
    response
}

fn event(context: &RequestContext, uid: &str, begins: NaiveDateTime, minutes: i64) -> Option<String> {
    const UTC: &str = "%Y%m%dT%H%M00Z";
    // Minutes that pass, not those of the clock on the wall, which is put forward and back.
    let begins = Instant::at(begins)?.minute();
    let written = |minute: i64| chrono::DateTime::from_timestamp(minute.checked_mul(60)?, 0);
    let (starts, ends) = (written(begins)?, written(begins + minutes)?);
    // Of the file, not of the visit: the day on which it was made is enough.
    let stamp = context.now.format("%Y%m%dT000000Z");
    let title = text::TITLE.get(context.lang);
    Some(format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Selvbetjening//DA\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n\
         UID:{uid}\r\nSEQUENCE:0\r\nDTSTAMP:{stamp}\r\nDTSTART:{}\r\nDTEND:{}\r\nSUMMARY:{title}\r\n\
         CLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        starts.format(UTC),
        ends.format(UTC)
    ))
}
