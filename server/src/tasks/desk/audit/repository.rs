//! The table `audit`.

use super::service::{AuditAction, AuditEntry};
use crate::db::{DbResult, FromRow, Row, Tx};

const INSERT: &str = "INSERT INTO audit (municipality, who, act, subject, on_day, expires_on) \
    VALUES ($1, $2, $3, $4, $5, $6)";
const LIST: &str = "SELECT municipality, who, act, subject, on_day FROM audit WHERE municipality = $1 \
    ORDER BY number DESC LIMIT $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, LIST];

impl FromRow for AuditEntry {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            municipality: row.get("municipality")?,
            who: row.get("who")?,
            what: row.get_code("act", AuditAction::from_code)?,
            subject: row.get("subject")?,
            on: row.get("on_day")?,
        })
    }
}

pub async fn insert(tx: &mut Tx, entry: &AuditEntry) -> DbResult<()> {
    let values = [
        (&entry.municipality).into(),
        (&entry.who).into(),
        entry.what.code().into(),
        (&entry.subject).into(),
        entry.on.into(),
        entry.expires_on().into(),
    ];
    tx.execute(INSERT, &values).await?;
    Ok(())
}

/// Lists the latest entries of a municipality, the latest first.
pub async fn list(tx: &mut Tx, municipality: &str, number: u16) -> DbResult<Vec<AuditEntry>> {
    tx.fetch_all(LIST, &[municipality.into(), number.into()]).await
}
