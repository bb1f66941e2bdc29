//! Rows as the engines give them, read into what the portal knows.

use crate::{
    crypto::verifier::{Cost, Verifier},
    store::{Appointment, CodeRecord, DbError, DbResult, Id},
};
use chrono::{NaiveDate, NaiveTime, Timelike};
use domain::{BookingAbout, BookingKind, Minute};

/// Columns of an appointment: id, kind, about, starts, minutes, pending.
pub type AppointmentRow = (Vec<u8>, String, String, i64, i32, i32);
/// Columns of a code, as in [`CODE_COLUMNS`].
pub type CodeRow = (
    Vec<u8>,
    String,
    String,
    i32,
    Vec<u8>,
    Vec<u8>,
    i32,
    i32,
    i32,
    i32,
    String,
    Option<String>,
    Option<String>,
);

macro_rules! code_columns {
    () => {
        "id, municipality, pseudonym, locator, salt, verifier, kdf_memory, kdf_passes, talks, extended_by, \
         expires_on, contact_on, called_off"
    };
}
pub(super) use code_columns;

pub fn id(bytes: &[u8]) -> DbResult<Id> {
    bytes.try_into().map_err(|_| DbError::Unreadable("the name of a record"))
}

pub fn small<T: TryFrom<i32>>(number: i32) -> DbResult<T> {
    T::try_from(number).map_err(|_| DbError::Unreadable("a number"))
}

pub fn day(text: &str) -> DbResult<NaiveDate> {
    text.parse().map_err(|_| DbError::Unreadable("a day"))
}

pub fn minute(text: &str) -> DbResult<Minute> {
    text.parse().map_err(|_| DbError::Unreadable("a moment"))
}

pub fn kind(code: &str) -> DbResult<BookingKind> {
    BookingKind::from_code(code).ok_or(DbError::Unreadable("a kind of booking"))
}

pub fn about(code: &str) -> DbResult<BookingAbout> {
    BookingAbout::from_code(code).ok_or(DbError::Unreadable("whom a booking is about"))
}

pub fn time(minute: i32) -> DbResult<NaiveTime> {
    let seconds = small::<u32>(minute)? * 60;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).ok_or(DbError::Unreadable("a time of day"))
}

pub fn appointment(
    (name, kind_of, about_whom, starts, minutes, pending): AppointmentRow,
) -> DbResult<Appointment> {
    Ok(Appointment {
        id: id(&name)?,
        kind: kind(&kind_of)?,
        about: about(&about_whom)?,
        starts,
        minutes: small(minutes)?,
        pending: pending != 0,
    })
}

pub fn verifier(salt: &[u8], hash: &[u8], memory: i32, passes: i32) -> DbResult<Verifier> {
    Ok(Verifier {
        salt: id(salt)?,
        hash: hash.try_into().map_err(|_| DbError::Unreadable("a verifier"))?,
        cost: Cost { memory: small(memory)?, passes: small(passes)? },
    })
}

pub fn code_record(row: CodeRow) -> DbResult<CodeRecord> {
    let (
        name,
        municipality,
        pseudonym,
        selector,
        salt,
        hash,
        memory,
        passes,
        talks,
        extended_by,
        expires_on,
        contact_on,
        called_off,
    ) = row;
    Ok(CodeRecord {
        id: id(&name)?,
        municipality,
        pseudonym,
        selector,
        verifier: verifier(&salt, &hash, memory, passes)?,
        talks: small(talks)?,
        extended_by: small(extended_by)?,
        expires_on: day(&expires_on)?,
        contact_on: contact_on.as_deref().map(day).transpose()?,
        called_off: called_off.as_deref().map(day).transpose()?,
    })
}

/// Conversations about oneself have a number; those about others are not counted with them.
pub fn talks_about(code: &str) -> i32 {
    i32::from(BookingAbout::from_code(code).is_some_and(BookingAbout::is_counted))
}

/// Minutes since midnight.
pub fn minutes(time: NaiveTime) -> i32 {
    column(time.num_seconds_from_midnight() / 60)
}

/// Saturating, for columns of 32 bits.
pub fn column(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A count of rows.
pub fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
