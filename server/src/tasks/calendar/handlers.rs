//! A file for the phone's calendar, for who asks for it. It says when, and nothing of what.

use crate::web::{AppError, Form, PageResult, RequestContext};
use app::{
    tasks::{
        booking::views::parse_time_field,
        calendar::{
            text,
            views::{CalendarEntry, CalendarStatus},
        },
    },
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use chrono::Datelike;
use domain::Instant;
use serde::Deserialize;
use std::ops::RangeInclusive;

/// Minutes; longer than any appointment.
const LONGEST: u16 = 24 * 60;
/// In which an appointment lies.
const YEARS: RangeInclusive<i32> = 2000..=2999;
/// More changes than an appointment ever has.
const MOST: u32 = 1_000_000;

/// What the file says: all of it comes with the form.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct CalendarForm {
    begins: String,
    minutes: String,
    uid: String,
    sequence: String,
    status: String,
}

impl CalendarForm {
    /// The appointment that was meant, if it is one.
    fn read(&self) -> Option<CalendarEntry> {
        let is_uid = self.uid.len() == 32 && self.uid.bytes().all(|byte| byte.is_ascii_hexdigit());
        let minutes = self.minutes.parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes))?;
        let sequence = if self.sequence.is_empty() { Some(0) } else { self.sequence.parse().ok() };
        let status = match self.status.as_str() {
            "" => Some(CalendarStatus::Confirmed),
            code => CalendarStatus::from_code(code),
        };
        Some(CalendarEntry {
            uid: is_uid.then(|| self.uid.clone())?,
            sequence: sequence.filter(|sequence| *sequence <= MOST)?,
            status: status?,
            begins: parse_time_field(&self.begins).filter(|begins| YEARS.contains(&begins.year()))?,
            minutes,
        })
    }
}

/// `/kalender`, by POST.
pub async fn download(context: RequestContext, Form(form): Form<CalendarForm>) -> PageResult {
    let event = form.read().and_then(|entry| write_event(&context, &entry));
    let unusable = AppError::new(ErrorKind::NotFound).with_status(StatusCode::UNPROCESSABLE_ENTITY);
    let mut response = Response::new(Body::from(event.ok_or(unusable)?));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers
        .insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"aftale.ics\""));
    Ok(response)
}

fn write_event(context: &RequestContext, entry: &CalendarEntry) -> Option<String> {
    const UTC: &str = "%Y%m%dT%H%M00Z";
    let CalendarEntry { uid, sequence, status, .. } = entry;
    // Minutes that pass, not those of the clock on the wall, which is put forward and back.
    let begins = Instant::at(entry.begins)?.minute();
    let at = |minute: i64| chrono::DateTime::from_timestamp(minute.checked_mul(60)?, 0);
    let (starts, ends) = (at(begins)?, at(begins + i64::from(entry.minutes))?);
    // Of the file, not of the visit: the day on which it was made is enough.
    let stamp = context.now.format("%Y%m%dT000000Z");
    let title = text::TITLE.get(context.lang);
    let method = if *status == CalendarStatus::Cancelled { "CANCEL" } else { "PUBLISH" };
    Some(format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Selvbetjening//DA\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n\
         UID:{uid}\r\nSEQUENCE:{sequence}\r\nSTATUS:{}\r\nDTSTAMP:{stamp}\r\nDTSTART:{}\r\nDTEND:{}\r\nSUMMARY:{title}\r\n\
         CLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        status.code(),
        starts.format(UTC),
        ends.format(UTC)
    ))
}
