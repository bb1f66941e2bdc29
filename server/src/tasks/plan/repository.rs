//! The tables `plan`, `plan_key` and `plan_event`.

use super::model::PlanRecord;
use crate::db::{AccessId, DbResult, FromRow, PlanId, Row, StaffId, Tx};
use chrono::NaiveDate;

const INSERT: &str = "INSERT INTO plan (id, municipality, pseudonym, responsible, summary, expires_on) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
const INSERT_KEY: &str = "INSERT INTO plan_key (plan_id, sealed) VALUES ($1, $2)";
const FIND: &str = "SELECT p.*, k.sealed FROM plan p JOIN plan_key k ON k.plan_id = p.id WHERE p.id = $1";
const LIST: &str =
    "SELECT p.*, k.sealed FROM plan p JOIN plan_key k ON k.plan_id = p.id WHERE p.municipality = $1";
const LIST_OF: &str =
    "SELECT p.*, k.sealed FROM plan p JOIN plan_key k ON k.plan_id = p.id WHERE p.responsible = $1";
const LIST_UNASSIGNED: &str = "SELECT p.*, k.sealed FROM plan p JOIN plan_key k ON k.plan_id = p.id \
    WHERE p.municipality = $1 AND p.responsible IS NULL";
const KEEP_UNTIL: &str =
    "UPDATE plan SET expires_on = $2 WHERE id = (SELECT plan_id FROM plan_access WHERE id = $1)";
const LOCK: &str = "UPDATE plan SET municipality = municipality WHERE id = $1";
const UPDATE: &str = "UPDATE plan SET summary = $2, expires_on = $3 WHERE id = $1";
const HAND_OVER: &str =
    "UPDATE plan SET responsible = $3 WHERE id = $1 AND responsible IS NOT DISTINCT FROM $2";
const INSERT_EVENT: &str = "INSERT INTO plan_event (plan_id, place, sealed) VALUES ($1, $2, $3)";
const LIST_EVENTS: &str = "SELECT place, sealed FROM plan_event WHERE plan_id = $1 ORDER BY place";
const COUNT_CALLED: &str = "SELECT COUNT(*) AS number FROM plan WHERE municipality = $1 AND pseudonym = $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    INSERT_KEY,
    FIND,
    LIST,
    LIST_OF,
    LIST_UNASSIGNED,
    KEEP_UNTIL,
    LOCK,
    UPDATE,
    HAND_OVER,
    INSERT_EVENT,
    LIST_EVENTS,
    COUNT_CALLED,
];

/// A plan with what is sealed of it: its summary, and its key.
pub struct StoredPlan {
    pub record: PlanRecord,
    pub summary: Vec<u8>,
    pub key: Vec<u8>,
}

impl FromRow for StoredPlan {
    fn from_row(row: &Row) -> DbResult<Self> {
        let record = PlanRecord {
            id: row.get("id")?,
            municipality: row.get("municipality")?,
            pseudonym: row.get("pseudonym")?,
            responsible: row.get("responsible")?,
            expires_on: row.get("expires_on")?,
        };
        Ok(Self { record, summary: row.get("summary")?, key: row.get("sealed")? })
    }
}

struct StoredEvent(u32, Vec<u8>);

impl FromRow for StoredEvent {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("place")?, row.get("sealed")?))
    }
}

/// Adds a plan with its key; `false` where the form has opened it before.
pub async fn insert(tx: &mut Tx, plan: &StoredPlan) -> DbResult<bool> {
    let record = &plan.record;
    let values = [
        (&record.id).into(),
        (&record.municipality).into(),
        (&record.pseudonym).into(),
        record.responsible.as_ref().into(),
        plan.summary.as_slice().into(),
        record.expires_on.into(),
    ];
    if tx.execute(INSERT, &values).await? == 0 {
        return Ok(false);
    }
    tx.execute(INSERT_KEY, &[(&record.id).into(), plan.key.as_slice().into()]).await?;
    Ok(true)
}

pub async fn find(tx: &mut Tx, plan: &PlanId) -> DbResult<Option<StoredPlan>> {
    tx.fetch_optional(FIND, &[plan.into()]).await
}

/// The plans of a municipality, in no order.
pub async fn list(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StoredPlan>> {
    tx.fetch_all(LIST, &[municipality.into()]).await
}

/// The plans for which somebody answers, in no order.
pub async fn list_of(tx: &mut Tx, staff: &StaffId) -> DbResult<Vec<StoredPlan>> {
    tx.fetch_all(LIST_OF, &[staff.into()]).await
}

/// The plans of a municipality for which nobody answers, in no order.
pub async fn list_unassigned(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StoredPlan>> {
    tx.fetch_all(LIST_UNASSIGNED, &[municipality.into()]).await
}

/// Keeps the plan of a way in until a day.
pub async fn keep_until(tx: &mut Tx, access: &AccessId, expires_on: NaiveDate) -> DbResult<()> {
    tx.execute(KEEP_UNTIL, &[access.into(), expires_on.into()]).await?;
    Ok(())
}

/// Takes the plan's row, so that of two who write at once one waits for the other.
pub async fn lock(tx: &mut Tx, plan: &PlanId) -> DbResult<()> {
    tx.execute(LOCK, &[plan.into()]).await?;
    Ok(())
}

/// Notes how the plan stands after something was written in it, and until when it is kept.
pub async fn update(tx: &mut Tx, plan: &PlanId, summary: &[u8], expires_on: NaiveDate) -> DbResult<()> {
    tx.execute(UPDATE, &[plan.into(), summary.into(), expires_on.into()]).await?;
    Ok(())
}

/// Gives a plan to another member of staff, or to nobody. `false` where it is not that of `from` any more.
pub async fn hand_over(
    tx: &mut Tx,
    plan: &PlanId,
    (from, to): (Option<&StaffId>, Option<&StaffId>),
) -> DbResult<bool> {
    Ok(tx.execute(HAND_OVER, &[plan.into(), from.into(), to.into()]).await? > 0)
}

pub async fn insert_event(tx: &mut Tx, plan: &PlanId, place: u32, sealed: &[u8]) -> DbResult<()> {
    tx.execute(INSERT_EVENT, &[plan.into(), place.into(), sealed.into()]).await?;
    Ok(())
}

/// The events of a plan in their order, each with its place.
pub async fn list_events(tx: &mut Tx, plan: &PlanId) -> DbResult<Vec<(u32, Vec<u8>)>> {
    let events: Vec<StoredEvent> = tx.fetch_all(LIST_EVENTS, &[plan.into()]).await?;
    Ok(events.into_iter().map(|StoredEvent(place, sealed)| (place, sealed)).collect())
}

/// Whether somebody with a plan in a municipality is called so already.
pub async fn is_called(tx: &mut Tx, municipality: &str, pseudonym: &str) -> DbResult<bool> {
    Ok(tx.count(COUNT_CALLED, &[municipality.into(), pseudonym.into()]).await? > 0)
}
