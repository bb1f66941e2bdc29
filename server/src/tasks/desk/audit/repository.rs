//! The table `audit`.

use super::service::{AuditAction, AuditEntry, AuditFilter};
use crate::{
    db::{DbResult, FromRow, Row, Tx},
    tasks::desk::staff::StaffMember,
};

const INSERT: &str = "INSERT INTO audit (municipality, who, act, subject, on_day, expires_on, at_minute, \
    changed_from, changed_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const LIST: &str = "SELECT municipality, who, act, subject, on_day, at_minute, changed_from, changed_to FROM audit \
    WHERE municipality = $1 AND ($3 = '' OR who = $3) AND ($4 = '' OR act = $4) AND ($5 = '' OR on_day >= $5) \
    AND ($6 = '' OR on_day <= $6) AND (act NOT LIKE 'COMPLAINT%' OR EXISTS (SELECT 1 FROM complaint c \
    WHERE c.number = audit.subject AND c.reader = $8 AND NOT EXISTS (SELECT 1 FROM complaint_shut_out s \
    WHERE s.complaint_id = c.id AND s.staff_id = $9))) ORDER BY number DESC LIMIT $2 OFFSET $7";
const LIST_OF_SUBJECT: &str = "SELECT municipality, who, act, subject, on_day, at_minute, changed_from, changed_to \
    FROM audit WHERE municipality = $1 AND subject = $2 ORDER BY number DESC LIMIT $3";
const LIST_NAMES: &str = "SELECT DISTINCT who FROM audit WHERE municipality = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, LIST, LIST_OF_SUBJECT, LIST_NAMES];

impl FromRow for AuditEntry {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            municipality: row.get("municipality")?,
            who: row.get("who")?,
            what: row.get_code("act", AuditAction::from_code)?,
            subject: row.get("subject")?,
            on: row.get("on_day")?,
            at: row.get("at_minute")?,
            changed: (row.get("changed_from")?, row.get("changed_to")?),
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
        entry.at.into(),
        (&entry.changed.0).into(),
        (&entry.changed.1).into(),
    ];
    tx.execute(INSERT, &values).await?;
    Ok(())
}

/// Lists so many entries of a municipality that a filter lets through, after so many others, the latest first. What was done
/// with a complaint is for who reads that complaint alone.
pub async fn list(
    tx: &mut Tx,
    viewer: &StaffMember,
    filter: &AuditFilter,
    (number, after): (u32, u32),
) -> DbResult<Vec<AuditEntry>> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(filter.from), day(filter.to));
    let values = [
        (&viewer.municipality).into(),
        number.into(),
        filter.who.as_deref().unwrap_or_default().into(),
        filter.what.map_or("", AuditAction::code).into(),
        (&from).into(),
        (&to).into(),
        after.into(),
        viewer.role.code().into(),
        (&viewer.id).into(),
    ];
    tx.fetch_all(LIST, &values).await
}

/// Lists so many entries of what was done to something, the latest first.
pub async fn list_of_subject(
    tx: &mut Tx,
    (municipality, subject): (&str, &str),
    number: u32,
) -> DbResult<Vec<AuditEntry>> {
    tx.fetch_all(LIST_OF_SUBJECT, &[municipality.into(), subject.into(), number.into()]).await
}

struct Name(String);

impl FromRow for Name {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("who").map(Self)
    }
}

/// Lists who has done something, in no order.
pub async fn list_names(tx: &mut Tx, municipality: &str) -> DbResult<Vec<String>> {
    let names: Vec<Name> = tx.fetch_all(LIST_NAMES, &[municipality.into()]).await?;
    Ok(names.into_iter().map(|Name(name)| name).collect())
}
