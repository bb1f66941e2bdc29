//! The table `contact_event`.

use super::{Contact, Track};
use crate::db::{ContactId, DbResult, FromRow, Row, Tx};
use chrono::NaiveDate;

const INSERT: &str = "INSERT INTO contact_event (id, municipality, track, contact_on, expires_on) \
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING";
const DELETE: &str = "DELETE FROM contact_event WHERE id = $1 AND municipality = $2";
const COUNT_BY_DAY: &str = "SELECT contact_on, COUNT(*) AS number FROM contact_event WHERE municipality = $1 \
    GROUP BY contact_on ORDER BY contact_on";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, DELETE, COUNT_BY_DAY];

pub async fn insert(tx: &mut Tx, municipality: &str, track: Track, contact: &Contact) -> DbResult<()> {
    let values = [
        (&contact.id).into(),
        municipality.into(),
        track.code().into(),
        contact.on.into(),
        contact.until.into(),
    ];
    tx.execute(INSERT, &values).await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, municipality: &str, contact: &ContactId) -> DbResult<()> {
    tx.execute(DELETE, &[contact.into(), municipality.into()]).await?;
    Ok(())
}

struct OfDay(NaiveDate, u64);

impl FromRow for OfDay {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("contact_on")?, row.get("number")?))
    }
}

pub async fn count_by_day(tx: &mut Tx, municipality: &str) -> DbResult<Vec<(NaiveDate, u64)>> {
    let days: Vec<OfDay> = tx.fetch_all(COUNT_BY_DAY, &[municipality.into()]).await?;
    Ok(days.into_iter().map(|OfDay(on, number)| (on, number)).collect())
}
