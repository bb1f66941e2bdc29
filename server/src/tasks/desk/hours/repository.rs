//! The tables `staff_hours` and `staff_exception`: when somebody takes appointments.

use super::service::{ExceptionDay, HoursOfWeek};
use crate::db::{DbResult, ExceptionId, FromRow, Row, StaffId, Tx};
use chrono::NaiveDate;

const DELETE_HOURS: &str = "DELETE FROM staff_hours WHERE staff_id = $1";
const INSERT_HOURS: &str =
    "INSERT INTO staff_hours (id, staff_id, weekday, from_minute, to_minute) VALUES ($1, $2, $3, $4, $5)";
const LIST_HOURS: &str = "SELECT id, staff_id, weekday, from_minute, to_minute FROM staff_hours WHERE staff_id = $1 \
    ORDER BY weekday, from_minute";
const LIST_ALL_HOURS: &str = "SELECT h.id, h.staff_id, h.weekday, h.from_minute, h.to_minute FROM staff_hours h \
    JOIN staff s ON s.id = h.staff_id WHERE s.municipality = $1 AND NOT EXISTS (SELECT 1 FROM staff_login l \
    WHERE l.staff_id = s.id AND l.verifier IS NULL AND l.invitation IS NULL)";
const INSERT_EXCEPTION: &str = "INSERT INTO staff_exception (id, staff_id, day, from_minute, to_minute, away) \
    SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM staff_exception WHERE staff_id = $2 AND day = $3 \
    AND from_minute = $4 AND to_minute = $5 AND away = $6)";
const DELETE_EXCEPTION: &str = "DELETE FROM staff_exception WHERE id = $1 AND staff_id = $2";
const LIST_EXCEPTIONS: &str = "SELECT id, staff_id, day, from_minute, to_minute, away FROM staff_exception \
    WHERE staff_id = $1 AND day >= $2 ORDER BY day, from_minute";
const LIST_ALL_EXCEPTIONS: &str = "SELECT e.id, e.staff_id, e.day, e.from_minute, e.to_minute, e.away \
    FROM staff_exception e JOIN staff s ON s.id = e.staff_id WHERE s.municipality = $1 AND e.day >= $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    DELETE_HOURS,
    INSERT_HOURS,
    LIST_HOURS,
    LIST_ALL_HOURS,
    INSERT_EXCEPTION,
    DELETE_EXCEPTION,
    LIST_EXCEPTIONS,
    LIST_ALL_EXCEPTIONS,
];

impl FromRow for HoursOfWeek {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            weekday: row.get("weekday")?,
            from: row.get("from_minute")?,
            to: row.get("to_minute")?,
        })
    }
}

impl FromRow for ExceptionDay {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            day: row.get("day")?,
            from: row.get("from_minute")?,
            to: row.get("to_minute")?,
            away: row.get("away")?,
        })
    }
}

/// Something of a member of staff.
pub struct OfStaff<T>(pub StaffId, pub T);

impl<T: FromRow> FromRow for OfStaff<T> {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("staff_id")?, T::from_row(row)?))
    }
}

pub async fn delete_hours(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    tx.execute(DELETE_HOURS, &[staff.into()]).await?;
    Ok(())
}

pub async fn insert_hours(tx: &mut Tx, staff: &StaffId, hours: &HoursOfWeek) -> DbResult<()> {
    let values = [(&hours.id).into(), staff.into(), hours.weekday.into(), hours.from.into(), hours.to.into()];
    tx.execute(INSERT_HOURS, &values).await?;
    Ok(())
}

pub async fn list_hours(tx: &mut Tx, staff: &StaffId) -> DbResult<Vec<HoursOfWeek>> {
    tx.fetch_all(LIST_HOURS, &[staff.into()]).await
}

/// Lists the hours of everybody in a municipality, but for who is shut out: nobody is booked with them.
pub async fn list_all_hours(tx: &mut Tx, municipality: &str) -> DbResult<Vec<OfStaff<HoursOfWeek>>> {
    tx.fetch_all(LIST_ALL_HOURS, &[municipality.into()]).await
}

pub async fn insert_exception(tx: &mut Tx, staff: &StaffId, exception: &ExceptionDay) -> DbResult<()> {
    let values = [
        (&exception.id).into(),
        staff.into(),
        exception.day.into(),
        exception.from.into(),
        exception.to.into(),
        exception.away.into(),
    ];
    tx.execute(INSERT_EXCEPTION, &values).await?;
    Ok(())
}

/// Deletes an exception of somebody. `false` where there is none any more.
pub async fn delete_exception(tx: &mut Tx, staff: &StaffId, exception: &ExceptionId) -> DbResult<bool> {
    Ok(tx.execute(DELETE_EXCEPTION, &[exception.into(), staff.into()]).await? == 1)
}

/// Lists the exceptions of somebody from a day on.
pub async fn list_exceptions(tx: &mut Tx, staff: &StaffId, from: NaiveDate) -> DbResult<Vec<ExceptionDay>> {
    tx.fetch_all(LIST_EXCEPTIONS, &[staff.into(), from.into()]).await
}

/// Lists the exceptions of everybody in a municipality from a day on.
pub async fn list_all_exceptions(
    tx: &mut Tx,
    municipality: &str,
    from: NaiveDate,
) -> DbResult<Vec<OfStaff<ExceptionDay>>> {
    tx.fetch_all(LIST_ALL_EXCEPTIONS, &[municipality.into(), from.into()]).await
}
