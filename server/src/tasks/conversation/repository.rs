//! The table `message`: what is written at an appointment, sealed. The anonymous track.

use super::service::{Conversation, Message};
use crate::{
    db::{AppointmentId, DbResult, FormHash, FromRow, Row, Tx},
    tasks::booking::model::Appointment,
};
use domain::Minute;
use std::ops::Range;

const FIND: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, a.lang, a.unit, c.pseudonym, c.salt, a.staff_id \
    FROM appointment a JOIN anonymous_code c ON c.id = a.code_id WHERE a.id = $1 AND c.municipality = $2";
const LIST: &str =
    "SELECT place, by_staff, sealed, form FROM message WHERE appointment_id = $1 ORDER BY place";
const INSERT: &str = "INSERT INTO message (appointment_id, place, by_staff, sealed, form) SELECT $1, $2, $3, $4, $5 \
    WHERE EXISTS (SELECT 1 FROM appointment WHERE id = $1 AND code_id IS NOT NULL) ON CONFLICT DO NOTHING";
const DELETE: &str = "DELETE FROM message WHERE appointment_id = $1";

const FIND_LAST: &str =
    "SELECT place, form FROM message WHERE appointment_id = $1 ORDER BY place DESC LIMIT 1";

const LIST_UNANSWERED: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, a.lang, a.unit, c.pseudonym, c.salt, \
    a.staff_id FROM appointment a JOIN staff s ON s.id = a.staff_id JOIN anonymous_code c ON c.id = a.code_id \
    WHERE s.municipality = $1 AND a.starts > $2 AND a.starts < $3 AND a.kind = 'ONLINE' \
    AND a.id IN (SELECT m.appointment_id FROM message m WHERE m.by_staff = 0 AND NOT EXISTS \
    (SELECT 1 FROM message l WHERE l.appointment_id = m.appointment_id AND l.place > m.place)) \
    ORDER BY a.starts";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[FIND, LIST, INSERT, DELETE, FIND_LAST, LIST_UNANSWERED];

impl FromRow for Conversation {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            appointment: Appointment::from_row(row)?,
            pseudonym: row.get("pseudonym")?,
            staff: row.get("staff_id")?,
            salt: row.get("salt")?,
        })
    }
}

impl FromRow for Message {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            place: row.get("place")?,
            by_staff: row.get("by_staff")?,
            sealed: row.get("sealed")?,
            form: row.get("form")?,
        })
    }
}

/// A booked appointment of a municipality, and what staff call the citizen.
pub async fn find(
    tx: &mut Tx,
    municipality: &str,
    appointment: &AppointmentId,
) -> DbResult<Option<Conversation>> {
    tx.fetch_optional(FIND, &[appointment.into(), municipality.into()]).await
}

/// Lists what has been written, in order, each sealed.
pub async fn list(tx: &mut Tx, appointment: &AppointmentId) -> DbResult<Vec<Message>> {
    tx.fetch_all(LIST, &[appointment.into()]).await
}

struct Last(u16, FormHash);

impl FromRow for Last {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("place")?, row.get("form")?))
    }
}

/// The place and the form of the last message.
pub async fn find_last(tx: &mut Tx, appointment: &AppointmentId) -> DbResult<Option<(u16, FormHash)>> {
    let last: Option<Last> = tx.fetch_optional(FIND_LAST, &[appointment.into()]).await?;
    Ok(last.map(|Last(place, form)| (place, form)))
}

/// Adds a message at the end. `false` where the appointment is gone, or the place is taken by now.
pub async fn insert(tx: &mut Tx, appointment: &AppointmentId, message: &Message) -> DbResult<bool> {
    let values = [
        appointment.into(),
        message.place.into(),
        message.by_staff.into(),
        (&message.sealed).into(),
        (&message.form).into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

/// Deletes what has been written.
pub async fn delete(tx: &mut Tx, appointment: &AppointmentId) -> DbResult<()> {
    tx.execute(DELETE, &[appointment.into()]).await?;
    Ok(())
}

/// Lists the conversations that begin between two moments and whose last message is the citizen's.
pub async fn list_unanswered(
    tx: &mut Tx,
    municipality: &str,
    between: Range<Minute>,
) -> DbResult<Vec<Conversation>> {
    tx.fetch_all(LIST_UNANSWERED, &[municipality.into(), between.start.into(), between.end.into()]).await
}
