//! A file for the phone's calendar, for who asks for it. It says when, and nothing of what.

use crate::{
    db::AppointmentId,
    web::{AppError, Form, PageResult, RequestContext},
};
use app::{
    tasks::{booking::views::parse_time_field, calendar::text},
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use chrono::NaiveDateTime;
use domain::Instant;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// Minutes; longer than any appointment.
const LONGEST: i64 = 24 * 60;

/// The name by which a calendar knows an appointment again. It leads to nothing here.
///
/// # Panics
/// Never: 32 bytes hold 16.
#[must_use]
pub fn calendar_uid(appointment: &AppointmentId) -> String {
    let print = Sha256::new().chain_update(b"calendar").chain_update(appointment.as_bytes()).finalize();
    hex::encode(&print[..16])
}

/// What the file says: all of it comes with the form.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct CalendarForm {
    begins: String,
    minutes: String,
    uid: String,
}

/// `/kalender`, by POST.
pub async fn download(context: RequestContext, Form(form): Form<CalendarForm>) -> PageResult {
    let minutes = form.minutes.parse::<i64>().ok().filter(|minutes| (1..=LONGEST).contains(minutes));
    let is_uid = form.uid.len() == 32 && form.uid.bytes().all(|byte| byte.is_ascii_hexdigit());
    let event = parse_time_field(&form.begins)
        .zip(minutes)
        .filter(|_| is_uid)
        .and_then(|(begins, minutes)| write_event(&context, &form.uid, begins, minutes));
    let unusable = AppError::new(ErrorKind::NotFound).with_status(StatusCode::UNPROCESSABLE_ENTITY);
    let mut response = Response::new(Body::from(event.ok_or(unusable)?));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"aftale.ics\""));
    Ok(response)
}

fn write_event(context: &RequestContext, uid: &str, begins: NaiveDateTime, minutes: i64) -> Option<String> {
    const UTC: &str = "%Y%m%dT%H%M00Z";
    // Minutes that pass, not those of the clock on the wall, which is put forward and back.
    let begins = Instant::at(begins)?.minute();
    let at = |minute: i64| chrono::DateTime::from_timestamp(minute.checked_mul(60)?, 0);
    let (starts, ends) = (at(begins)?, at(begins + minutes)?);
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
