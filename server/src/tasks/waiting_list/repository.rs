//! The table `waiting`: who waits for a time, under a code. The anonymous track.

use super::service::Wait;
use crate::db::{CodeId, DbResult, FromRow, Row, Tx};
use domain::{BookingAbout, BookingKind};

const SET: &str = "INSERT INTO waiting (code_id, kind, about) VALUES ($1, $2, $3) \
    ON CONFLICT (code_id) DO UPDATE SET kind = excluded.kind, about = excluded.about";
const FIND: &str = "SELECT kind, about FROM waiting WHERE code_id = $1";
const DELETE: &str = "DELETE FROM waiting WHERE code_id = $1";
const COUNT_BY_KIND: &str = "SELECT w.kind, COUNT(*) AS number FROM waiting w \
    WHERE (SELECT c.municipality FROM anonymous_code c WHERE c.id = w.code_id) = $1 GROUP BY w.kind";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[SET, FIND, DELETE, COUNT_BY_KIND];

impl FromRow for Wait {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            kind: row.get_code("kind", BookingKind::from_code)?,
            about: row.get_code("about", BookingAbout::from_code)?,
        })
    }
}

/// Notes what somebody waits for; a code waits for one thing.
pub async fn set(tx: &mut Tx, code: &CodeId, wait: &Wait) -> DbResult<()> {
    tx.execute(SET, &[code.into(), wait.kind.code().into(), wait.about.code().into()]).await?;
    Ok(())
}

pub async fn find(tx: &mut Tx, code: &CodeId) -> DbResult<Option<Wait>> {
    tx.fetch_optional(FIND, &[code.into()]).await
}

pub async fn delete(tx: &mut Tx, code: &CodeId) -> DbResult<()> {
    tx.execute(DELETE, &[code.into()]).await?;
    Ok(())
}

struct OfKind(BookingKind, u64);

impl FromRow for OfKind {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get_code("kind", BookingKind::from_code)?, row.get("number")?))
    }
}

/// Counts who waits in a municipality, by kind.
pub async fn count_by_kind(tx: &mut Tx, municipality: &str) -> DbResult<Vec<(BookingKind, u64)>> {
    let kinds: Vec<OfKind> = tx.fetch_all(COUNT_BY_KIND, &[municipality.into()]).await?;
    Ok(kinds.into_iter().map(|OfKind(kind, number)| (kind, number)).collect())
}
