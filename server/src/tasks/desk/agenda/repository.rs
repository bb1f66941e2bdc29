//! Appointments as staff see them, over `appointment`, `staff` and `anonymous_code`. Never across municipalities.

use super::service::{AgendaEntry, CountOfStaff};
use crate::{
    db::{AppointmentId, DbResult, FromRow, Row, StaffId, Tx},
    tasks::booking::model::Appointment,
};
use domain::{Minute, Talks};
use std::ops::Range;

const LIST: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.free_from, a.pending, a.lang, a.unit, a.staff_id, a.code_id, s.name AS counsellor, \
    c.pseudonym, c.talks, c.close_talks, c.extended_by, c.close_extended_by, c.contact_on FROM appointment a JOIN staff s ON s.id = a.staff_id \
    JOIN anonymous_code c ON c.id = a.code_id \
    WHERE s.municipality = $1 AND a.starts >= $2 AND a.starts < $3 ORDER BY a.starts";
const LIST_OF: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.free_from, a.pending, a.lang, a.unit, a.staff_id, a.code_id, s.name AS counsellor, \
    c.pseudonym, c.talks, c.close_talks, c.extended_by, c.close_extended_by, c.contact_on FROM appointment a JOIN staff s ON s.id = a.staff_id \
    JOIN anonymous_code c ON c.id = a.code_id \
    WHERE a.staff_id = $1 AND a.starts >= $2 AND a.starts < $3 ORDER BY a.starts";
/// By each one's own index: grouped, `SQLite` would read all that was ever booked.
const COUNT: &str = "SELECT s.id AS staff_id, (SELECT COUNT(*) FROM appointment a WHERE a.staff_id = s.id \
    AND a.starts >= $2 AND a.starts < $3 AND a.code_id IS NOT NULL) AS appointments, \
    (SELECT COUNT(*) FROM appointment a WHERE a.staff_id = s.id AND a.starts >= $2 AND a.starts < $3 AND a.pending = 1) \
    AS pending FROM staff s WHERE s.municipality = $1";
const LIST_PENDING: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.free_from, a.pending, a.lang, a.unit, a.staff_id, a.code_id, \
    s.name AS counsellor, c.pseudonym, c.talks, c.close_talks, c.extended_by, c.close_extended_by, c.contact_on FROM appointment a \
    JOIN staff s ON s.id = a.staff_id JOIN anonymous_code c ON c.id = a.code_id \
    WHERE s.municipality = $1 AND a.pending = 1 AND a.starts >= $2 ORDER BY a.starts";
const FIND: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.free_from, a.pending, a.lang, a.unit, a.staff_id, a.code_id, \
    s.name AS counsellor, c.pseudonym, c.talks, c.close_talks, c.extended_by, c.close_extended_by, c.contact_on FROM appointment a \
    JOIN staff s ON s.id = a.staff_id JOIN anonymous_code c ON c.id = a.code_id \
    WHERE s.municipality = $1 AND a.id = $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[LIST, LIST_OF, COUNT, LIST_PENDING, FIND];

impl FromRow for AgendaEntry {
    fn from_row(row: &Row) -> DbResult<Self> {
        let appointment = Appointment::from_row(row)?;
        let talks = Talks { own: row.get("talks")?, close: row.get("close_talks")? };
        let extended_by = Talks { own: row.get("extended_by")?, close: row.get("close_extended_by")? };
        Ok(Self {
            talks: talks.about(appointment.about),
            extended_by: extended_by.about(appointment.about),
            appointment,
            free_from: row.get("free_from")?,
            staff: row.get("staff_id")?,
            code: row.get("code_id")?,
            counsellor: row.get("counsellor")?,
            pseudonym: row.get("pseudonym")?,
            contact_on: row.get("contact_on")?,
        })
    }
}

/// Lists what is booked between two moments, in the order of time.
pub async fn list(tx: &mut Tx, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
    tx.fetch_all(LIST, &[municipality.into(), between.start.into(), between.end.into()]).await
}

impl FromRow for CountOfStaff {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            staff: row.get("staff_id")?,
            appointments: row.get("appointments")?,
            pending: row.get("pending")?,
        })
    }
}

/// Counts what is booked between two moments, by whom it is with.
pub async fn count(tx: &mut Tx, municipality: &str, between: Range<Minute>) -> DbResult<Vec<CountOfStaff>> {
    tx.fetch_all(COUNT, &[municipality.into(), between.start.into(), between.end.into()]).await
}

/// Lists what is booked with somebody between two moments, in the order of time.
pub async fn list_of(tx: &mut Tx, staff: &StaffId, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
    tx.fetch_all(LIST_OF, &[staff.into(), between.start.into(), between.end.into()]).await
}

/// Lists what waits to be confirmed from a moment on, in the order of time.
pub async fn list_pending(tx: &mut Tx, municipality: &str, from: Minute) -> DbResult<Vec<AgendaEntry>> {
    tx.fetch_all(LIST_PENDING, &[municipality.into(), from.into()]).await
}

/// An appointment of a municipality.
pub async fn find(
    tx: &mut Tx,
    municipality: &str,
    appointment: &AppointmentId,
) -> DbResult<Option<AgendaEntry>> {
    tx.fetch_optional(FIND, &[municipality.into(), appointment.into()]).await
}
