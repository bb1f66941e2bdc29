//! What a desk has opened, what it promises, and when it is closed.

use super::repository;
use crate::{
    db::{Db, DbResult, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::desk::audit::{self, AuditEntry},
};
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, DaySetting, EnglishHelp, Holiday, OpeningDays};

pub use repository::OpenKind;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "booking_kind", ends: Ends::ByStaff },
    RetentionRule { table: "answer_promise", ends: Ends::ByStaff },
    RetentionRule { table: "english_help", ends: Ends::ByStaff },
    RetentionRule { table: "closed_day", ends: Ends::When { condition: "day < $1", cutoff: Cutoff::Today } },
    RetentionRule { table: "opened_day", ends: Ends::When { condition: "day < $1", cutoff: Cutoff::Today } },
];

/// Opens a kind of booking as laid out, with its place.
pub async fn open_kind(db: &Db, open: &OpenKind, audited: &AuditEntry) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::open_kind(&mut tx, &audited.municipality, open).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await
}

pub async fn close_kind(db: &Db, kind: BookingKind, audited: &AuditEntry) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::close_kind(&mut tx, &audited.municipality, kind).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await
}

/// The kinds that are open, in the order citizens meet them.
pub async fn list_kinds(db: &Db, municipality: &str) -> DbResult<Vec<(BookingKind, AppointmentType)>> {
    let mut kinds = repository::list_kinds(&mut db.read().await?, municipality).await?;
    kinds.sort_unstable_by_key(|open| open.kind);
    Ok(kinds.into_iter().map(|open| (open.kind, open.appointment_type)).collect())
}

/// A kind, where it is open.
pub async fn find_kind(db: &Db, municipality: &str, kind: BookingKind) -> DbResult<Option<OpenKind>> {
    let kinds = repository::list_kinds(&mut db.read().await?, municipality).await?;
    Ok(kinds.into_iter().find(|open| open.kind == kind))
}

/// Where one calls or comes for each kind that is open, where the centre says it itself.
pub async fn list_places(db: &Db, municipality: &str) -> DbResult<Vec<(BookingKind, String)>> {
    let kinds = repository::list_kinds(&mut db.read().await?, municipality).await?;
    let own = kinds.into_iter().filter(|open| !open.place.is_empty());
    Ok(own.map(|open| (open.kind, open.place)).collect())
}

/// The place of one kind, where the centre says it itself.
pub async fn find_place(db: &Db, municipality: &str, kind: BookingKind) -> DbResult<Option<String>> {
    let places = list_places(db, municipality).await?;
    Ok(places.into_iter().find(|(of, _)| *of == kind).map(|(_, place)| place))
}

pub async fn close_day(db: &Db, day: NaiveDate, note: &str, audited: &AuditEntry) -> DbResult<()> {
    let mut tx = db.begin().await?;
    close_day_in(&mut tx, day, note, audited).await?;
    tx.commit().await
}

/// The same within a transaction.
pub async fn close_day_in(tx: &mut Tx, day: NaiveDate, note: &str, audited: &AuditEntry) -> DbResult<()> {
    repository::close_day(tx, &audited.municipality, day, note).await?;
    audit::service::record(tx, audited).await
}

/// Closes a day no more: a holiday is a holiday again. `false` where the desk had not closed it.
pub async fn reopen_day(db: &Db, day: NaiveDate, audited: &AuditEntry) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    let is_changed = repository::reopen_day(&mut tx, &audited.municipality, day).await?;
    if is_changed {
        audit::service::record(&mut tx, audited).await?;
    }
    tx.commit().await?;
    Ok(is_changed)
}

/// Keeps open on a holiday. `false` where that stands already, or the day is none.
pub async fn keep_open(db: &Db, day: NaiveDate, audited: &AuditEntry) -> DbResult<bool> {
    if Holiday::on(day).is_none() {
        return Ok(false);
    }
    let mut tx = db.begin().await?;
    let is_changed = repository::open_day(&mut tx, &audited.municipality, day).await?;
    if is_changed {
        audit::service::record(&mut tx, audited).await?;
    }
    tx.commit().await?;
    Ok(is_changed)
}

/// The days from a day on, on which a centre is closed: holidays, and what its desk closes or opens.
pub async fn load_days(db: &Db, municipality: &str, from: NaiveDate) -> DbResult<OpeningDays> {
    load_days_in(&mut db.read().await?, municipality, from).await
}

/// The same within a transaction.
pub async fn load_days_in(tx: &mut Tx, municipality: &str, from: NaiveDate) -> DbResult<OpeningDays> {
    let closed = repository::list_closed_days(tx, municipality, from).await?;
    let closed = closed.into_iter().map(|(day, note)| (day, DaySetting::Closed(note)));
    let opened = repository::list_opened_days(tx, municipality, from).await?;
    let opened = opened.into_iter().map(|day| (day, DaySetting::Open));
    Ok(OpeningDays::new(opened.chain(closed)))
}

/// Sets within how many weekdays the centre promises to answer; nothing promises nothing.
pub async fn set_promise(db: &Db, weekdays: Option<u16>, audited: &AuditEntry) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::delete_promise(&mut tx, &audited.municipality).await?;
    if let Some(weekdays) = weekdays {
        repository::insert_promise(&mut tx, &audited.municipality, weekdays).await?;
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await
}

/// Within how many weekdays the centre promises to answer.
pub async fn find_promise(db: &Db, municipality: &str) -> DbResult<Option<u16>> {
    repository::find_promise(&mut db.read().await?, municipality).await
}

/// Sets what the centre says of talks in English; nothing says nothing.
pub async fn set_english(db: &Db, help: Option<EnglishHelp>, audited: &AuditEntry) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::delete_english(&mut tx, &audited.municipality).await?;
    if let Some(help) = help {
        repository::insert_english(&mut tx, &audited.municipality, help).await?;
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await
}

/// What the centre says of talks in English.
pub async fn find_english(db: &Db, municipality: &str) -> DbResult<Option<EnglishHelp>> {
    repository::find_english(&mut db.read().await?, municipality).await
}
