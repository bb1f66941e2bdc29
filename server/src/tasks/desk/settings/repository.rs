//! The tables `booking_kind`, `closed_day`, `opened_day`, `answer_promise` and `english_help`: what a desk has opened, and what it promises.

use crate::db::{DbResult, FromRow, Row, Tx};
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, EnglishHelp};

const OPEN_KIND: &str = "INSERT INTO booking_kind \
    (municipality, kind, minutes, buffer, notice, horizon, capacity, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
    ON CONFLICT (municipality, kind) DO UPDATE SET minutes = excluded.minutes, buffer = excluded.buffer, \
    notice = excluded.notice, horizon = excluded.horizon, capacity = excluded.capacity, place = excluded.place";
const CLOSE_KIND: &str = "DELETE FROM booking_kind WHERE municipality = $1 AND kind = $2";
const LIST_KINDS: &str = "SELECT kind, minutes, buffer, notice, horizon, capacity, place FROM booking_kind \
    WHERE municipality = $1";
const CLOSE_DAY: &str = "INSERT INTO closed_day (municipality, day, note) VALUES ($1, $2, $3) \
    ON CONFLICT (municipality, day) DO UPDATE SET note = excluded.note";
const REOPEN_DAY: &str = "DELETE FROM closed_day WHERE municipality = $1 AND day = $2";
const OPEN_DAY: &str = "INSERT INTO opened_day (municipality, day) VALUES ($1, $2) ON CONFLICT DO NOTHING";
const DO_NOT_OPEN_DAY: &str = "DELETE FROM opened_day WHERE municipality = $1 AND day = $2";
const LIST_OPENED_DAYS: &str = "SELECT day FROM opened_day WHERE municipality = $1 AND day >= $2";
const LIST_CLOSED_DAYS: &str =
    "SELECT day, note FROM closed_day WHERE municipality = $1 AND day >= $2 ORDER BY day";
const DELETE_PROMISE: &str = "DELETE FROM answer_promise WHERE municipality = $1";
const INSERT_PROMISE: &str = "INSERT INTO answer_promise (municipality, weekdays) VALUES ($1, $2)";
const FIND_PROMISE: &str = "SELECT weekdays FROM answer_promise WHERE municipality = $1";

const DELETE_ENGLISH: &str = "DELETE FROM english_help WHERE municipality = $1";
const INSERT_ENGLISH: &str = "INSERT INTO english_help (municipality, help) VALUES ($1, $2)";
const FIND_ENGLISH: &str = "SELECT help FROM english_help WHERE municipality = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    OPEN_KIND,
    CLOSE_KIND,
    LIST_KINDS,
    CLOSE_DAY,
    REOPEN_DAY,
    OPEN_DAY,
    DO_NOT_OPEN_DAY,
    LIST_OPENED_DAYS,
    LIST_CLOSED_DAYS,
    DELETE_PROMISE,
    INSERT_PROMISE,
    FIND_PROMISE,
    DELETE_ENGLISH,
    INSERT_ENGLISH,
    FIND_ENGLISH,
];

/// A kind of booking that is open.
pub struct OpenKind {
    pub kind: BookingKind,
    pub appointment_type: AppointmentType,
    /// Where one calls or comes, in the centre's own words; empty where it has none.
    pub place: String,
}

impl FromRow for OpenKind {
    fn from_row(row: &Row) -> DbResult<Self> {
        let appointment_type = AppointmentType {
            minutes: row.get("minutes")?,
            buffer: row.get("buffer")?,
            notice: row.get("notice")?,
            horizon: row.get("horizon")?,
            capacity: row.get("capacity")?,
        };
        Ok(Self {
            kind: row.get_code("kind", BookingKind::from_code)?,
            appointment_type,
            place: row.get("place")?,
        })
    }
}

pub async fn open_kind(tx: &mut Tx, municipality: &str, open: &OpenKind) -> DbResult<()> {
    let AppointmentType { minutes, buffer, notice, horizon, capacity } = open.appointment_type;
    let values = [
        municipality.into(),
        open.kind.code().into(),
        minutes.into(),
        buffer.into(),
        notice.into(),
        horizon.into(),
        capacity.into(),
        (&open.place).into(),
    ];
    tx.execute(OPEN_KIND, &values).await?;
    Ok(())
}

pub async fn close_kind(tx: &mut Tx, municipality: &str, kind: BookingKind) -> DbResult<()> {
    tx.execute(CLOSE_KIND, &[municipality.into(), kind.code().into()]).await?;
    Ok(())
}

/// Lists the kinds that are open, in no order.
pub async fn list_kinds(tx: &mut Tx, municipality: &str) -> DbResult<Vec<OpenKind>> {
    tx.fetch_all(LIST_KINDS, &[municipality.into()]).await
}

pub async fn close_day(tx: &mut Tx, municipality: &str, day: NaiveDate, note: &str) -> DbResult<()> {
    tx.execute(DO_NOT_OPEN_DAY, &[municipality.into(), day.into()]).await?;
    tx.execute(CLOSE_DAY, &[municipality.into(), day.into(), note.into()]).await?;
    Ok(())
}

/// Closes a day no more. `false` where the desk had not closed it.
pub async fn reopen_day(tx: &mut Tx, municipality: &str, day: NaiveDate) -> DbResult<bool> {
    Ok(tx.execute(REOPEN_DAY, &[municipality.into(), day.into()]).await? == 1)
}

/// Keeps open on a holiday. `false` where that stands already.
pub async fn open_day(tx: &mut Tx, municipality: &str, day: NaiveDate) -> DbResult<bool> {
    Ok(tx.execute(OPEN_DAY, &[municipality.into(), day.into()]).await? == 1)
}

struct OpenedDay(NaiveDate);

impl FromRow for OpenedDay {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("day").map(Self)
    }
}

/// Lists holidays from a day on, on which a desk keeps open.
pub async fn list_opened_days(tx: &mut Tx, municipality: &str, from: NaiveDate) -> DbResult<Vec<NaiveDate>> {
    let days: Vec<OpenedDay> = tx.fetch_all(LIST_OPENED_DAYS, &[municipality.into(), from.into()]).await?;
    Ok(days.into_iter().map(|OpenedDay(day)| day).collect())
}

struct ClosedDay(NaiveDate, String);

impl FromRow for ClosedDay {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("day")?, row.get("note")?))
    }
}

/// Lists closed days from a day on, with what is told about each.
pub async fn list_closed_days(
    tx: &mut Tx,
    municipality: &str,
    from: NaiveDate,
) -> DbResult<Vec<(NaiveDate, String)>> {
    let days: Vec<ClosedDay> = tx.fetch_all(LIST_CLOSED_DAYS, &[municipality.into(), from.into()]).await?;
    Ok(days.into_iter().map(|ClosedDay(day, note)| (day, note)).collect())
}

pub async fn delete_promise(tx: &mut Tx, municipality: &str) -> DbResult<()> {
    tx.execute(DELETE_PROMISE, &[municipality.into()]).await?;
    Ok(())
}

pub async fn insert_promise(tx: &mut Tx, municipality: &str, weekdays: u16) -> DbResult<()> {
    tx.execute(INSERT_PROMISE, &[municipality.into(), weekdays.into()]).await?;
    Ok(())
}

struct Promise(u16);

impl FromRow for Promise {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("weekdays").map(Self)
    }
}

/// Within how many weekdays the centre promises to answer.
pub async fn find_promise(tx: &mut Tx, municipality: &str) -> DbResult<Option<u16>> {
    let promise: Option<Promise> = tx.fetch_optional(FIND_PROMISE, &[municipality.into()]).await?;
    Ok(promise.map(|Promise(weekdays)| weekdays))
}

pub async fn delete_english(tx: &mut Tx, municipality: &str) -> DbResult<()> {
    tx.execute(DELETE_ENGLISH, &[municipality.into()]).await?;
    Ok(())
}

pub async fn insert_english(tx: &mut Tx, municipality: &str, help: EnglishHelp) -> DbResult<()> {
    tx.execute(INSERT_ENGLISH, &[municipality.into(), help.code().into()]).await?;
    Ok(())
}

struct English(EnglishHelp);

impl FromRow for English {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get_code("help", EnglishHelp::from_code).map(Self)
    }
}

/// What the centre says of talks in English, where it says something.
pub async fn find_english(tx: &mut Tx, municipality: &str) -> DbResult<Option<EnglishHelp>> {
    let english: Option<English> = tx.fetch_optional(FIND_ENGLISH, &[municipality.into()]).await?;
    Ok(english.map(|English(help)| help))
}
