//! The tables `complaint`, `complaint_key`, `complaint_event` and `complaint_shut_out`.

use super::model::{ComplaintEvent, ComplaintRecord};
use crate::db::{CodeId, ComplaintId, DbResult, FromRow, Row, StaffId, Tx};
use chrono::NaiveDate;
use domain::{LocalDay, Role, complaint::ComplaintFact};

const INSERT: &str = "INSERT INTO complaint (id, municipality, code_id, number, receipt, reader, expires_on) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
const INSERT_KEY: &str = "INSERT INTO complaint_key (complaint_id, sealed) VALUES ($1, $2)";
const FIND_KEY: &str = "SELECT sealed FROM complaint_key WHERE complaint_id = $1";
const DELETE_KEY: &str = "DELETE FROM complaint_key WHERE complaint_id = $1";
const INSERT_EVENT: &str = "INSERT INTO complaint_event (complaint_id, place, on_day, fact, author, sealed) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
const LIST_EVENTS: &str = "SELECT place, on_day, fact, author, sealed FROM complaint_event \
    WHERE complaint_id = $1 ORDER BY place";
const FIND: &str = "SELECT * FROM complaint WHERE municipality = $1 AND id = $2";
const FIND_BY_NUMBER: &str = "SELECT * FROM complaint WHERE number = $1";
const LIST_OF_CODE: &str = "SELECT * FROM complaint WHERE code_id = $1 ORDER BY number";
const LIST: &str = "SELECT * FROM complaint WHERE municipality = $1 AND reader = $2 AND NOT EXISTS \
    (SELECT 1 FROM complaint_shut_out s WHERE s.complaint_id = complaint.id AND s.staff_id = $3) ORDER BY number";
const LIST_FACTS: &str = "SELECT e.complaint_id, e.fact FROM complaint_event e \
    JOIN complaint c ON c.id = e.complaint_id WHERE c.municipality = $1 AND c.reader = $2 AND NOT EXISTS \
    (SELECT 1 FROM complaint_shut_out s WHERE s.complaint_id = c.id AND s.staff_id = $3) \
    ORDER BY e.complaint_id, e.place";
const COUNT_SHUT_OUT: &str =
    "SELECT COUNT(*) AS number FROM complaint_shut_out WHERE complaint_id = $1 AND staff_id = $2";
const LIST_SHUT_OUT: &str =
    "SELECT staff_id FROM complaint_shut_out WHERE complaint_id = $1 ORDER BY staff_id";
const DELETE_SHUT_OUT: &str = "DELETE FROM complaint_shut_out WHERE complaint_id = $1";
const INSERT_SHUT_OUT: &str = "INSERT INTO complaint_shut_out (complaint_id, staff_id) VALUES ($1, $2)";
const COUNT_READERS: &str = "SELECT COUNT(*) AS number FROM staff s JOIN staff_login l ON l.staff_id = s.id \
    WHERE s.municipality = $1 AND s.role = $2 AND l.verifier IS NOT NULL AND NOT EXISTS \
    (SELECT 1 FROM complaint_shut_out o WHERE o.complaint_id = $3 AND o.staff_id = s.id)";
const KEEP_UNTIL: &str = "UPDATE complaint SET expires_on = $2 WHERE id = $1";
const SET_READER: &str = "UPDATE complaint SET reader = $2 WHERE id = $1";
const DELETE: &str = "DELETE FROM complaint WHERE id = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    INSERT_KEY,
    FIND_KEY,
    DELETE_KEY,
    INSERT_EVENT,
    LIST_EVENTS,
    FIND,
    FIND_BY_NUMBER,
    LIST_OF_CODE,
    LIST,
    LIST_FACTS,
    COUNT_SHUT_OUT,
    LIST_SHUT_OUT,
    DELETE_SHUT_OUT,
    INSERT_SHUT_OUT,
    COUNT_READERS,
    KEEP_UNTIL,
    SET_READER,
    DELETE,
];

impl FromRow for ComplaintRecord {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            municipality: row.get("municipality")?,
            code: row.get("code_id")?,
            receipt: row.get_code("receipt", |line| line.parse().ok())?,
            reader: row.get_code("reader", Role::from_code)?,
            expires_on: row.get("expires_on")?,
            events: Vec::new(),
        })
    }
}

impl FromRow for ComplaintEvent {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            place: row.get("place")?,
            on: LocalDay::new(row.get("on_day")?),
            fact: row.get_code("fact", ComplaintFact::from_code)?,
            author: row.get("author")?,
            sealed: row.get("sealed")?,
        })
    }
}

struct SealedKey(Vec<u8>);

impl FromRow for SealedKey {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("sealed").map(Self)
    }
}

/// Adds a complaint; `false` where the form has filed it before.
pub async fn insert(tx: &mut Tx, complaint: &ComplaintRecord) -> DbResult<bool> {
    let receipt = complaint.receipt.to_string();
    let values = [
        (&complaint.id).into(),
        (&complaint.municipality).into(),
        (&complaint.code).into(),
        (&complaint.receipt.number).into(),
        (&receipt).into(),
        complaint.reader.code().into(),
        complaint.expires_on.into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

pub async fn insert_key(tx: &mut Tx, complaint: &ComplaintId, sealed: &[u8]) -> DbResult<()> {
    tx.execute(INSERT_KEY, &[complaint.into(), sealed.into()]).await?;
    Ok(())
}

pub async fn find_key(tx: &mut Tx, complaint: &ComplaintId) -> DbResult<Option<Vec<u8>>> {
    let key: Option<SealedKey> = tx.fetch_optional(FIND_KEY, &[complaint.into()]).await?;
    Ok(key.map(|SealedKey(sealed)| sealed))
}

/// Adds what happened at its place; `false` where something else has happened there meanwhile.
pub async fn insert_event(tx: &mut Tx, complaint: &ComplaintId, event: &ComplaintEvent) -> DbResult<bool> {
    let values = [
        complaint.into(),
        event.place.into(),
        event.on.date().into(),
        event.fact.code().into(),
        (&event.author).into(),
        event.sealed.as_deref().into(),
    ];
    Ok(tx.execute(INSERT_EVENT, &values).await? == 1)
}

pub async fn list_events(tx: &mut Tx, complaint: &ComplaintId) -> DbResult<Vec<ComplaintEvent>> {
    tx.fetch_all(LIST_EVENTS, &[complaint.into()]).await
}

pub async fn find(
    tx: &mut Tx,
    municipality: &str,
    complaint: &ComplaintId,
) -> DbResult<Option<ComplaintRecord>> {
    tx.fetch_optional(FIND, &[municipality.into(), complaint.into()]).await
}

/// The complaint whose receipt has this number, in whatever municipality.
pub async fn find_by_number(tx: &mut Tx, number: &str) -> DbResult<Option<ComplaintRecord>> {
    tx.fetch_optional(FIND_BY_NUMBER, &[number.into()]).await
}

pub async fn list_of_code(tx: &mut Tx, code: &CodeId) -> DbResult<Vec<ComplaintRecord>> {
    tx.fetch_all(LIST_OF_CODE, &[code.into()]).await
}

/// The complaints that a role reads, but for those that are about `staff`.
pub async fn list(
    tx: &mut Tx,
    municipality: &str,
    (reader, staff): (Role, &StaffId),
) -> DbResult<Vec<ComplaintRecord>> {
    tx.fetch_all(LIST, &[municipality.into(), reader.code().into(), staff.into()]).await
}

struct HappenedTo(ComplaintId, ComplaintFact);

impl FromRow for HappenedTo {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("complaint_id")?, row.get_code("fact", ComplaintFact::from_code)?))
    }
}

/// What has happened to the complaints that a role reads, in order, but for those that are about `staff`.
pub async fn list_facts(
    tx: &mut Tx,
    municipality: &str,
    (reader, staff): (Role, &StaffId),
) -> DbResult<Vec<(ComplaintId, ComplaintFact)>> {
    let values = [municipality.into(), reader.code().into(), staff.into()];
    let happened: Vec<HappenedTo> = tx.fetch_all(LIST_FACTS, &values).await?;
    Ok(happened.into_iter().map(|HappenedTo(complaint, fact)| (complaint, fact)).collect())
}

/// Whether a complaint is about somebody.
pub async fn is_shut_out(tx: &mut Tx, complaint: &ComplaintId, staff: &StaffId) -> DbResult<bool> {
    Ok(tx.count(COUNT_SHUT_OUT, &[complaint.into(), staff.into()]).await? > 0)
}

struct ShutOut(StaffId);

impl FromRow for ShutOut {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("staff_id").map(Self)
    }
}

/// Whom a complaint is about, as far as it was marked.
pub async fn list_shut_out(tx: &mut Tx, complaint: &ComplaintId) -> DbResult<Vec<StaffId>> {
    let people: Vec<ShutOut> = tx.fetch_all(LIST_SHUT_OUT, &[complaint.into()]).await?;
    Ok(people.into_iter().map(|ShutOut(staff)| staff).collect())
}

/// Marks whom a complaint is about, in place of who was marked before.
pub async fn set_shut_out(tx: &mut Tx, complaint: &ComplaintId, people: &[StaffId]) -> DbResult<()> {
    tx.execute(DELETE_SHUT_OUT, &[complaint.into()]).await?;
    for staff in people {
        tx.execute(INSERT_SHUT_OUT, &[complaint.into(), staff.into()]).await?;
    }
    Ok(())
}

/// Counts who can sign in and read a complaint in a role: whom it is about is none of them.
pub async fn count_readers(
    tx: &mut Tx,
    (municipality, reader): (&str, Role),
    complaint: &ComplaintId,
) -> DbResult<u64> {
    tx.count(COUNT_READERS, &[municipality.into(), reader.code().into(), complaint.into()]).await
}

pub async fn keep_until(tx: &mut Tx, complaint: &ComplaintId, until: NaiveDate) -> DbResult<()> {
    tx.execute(KEEP_UNTIL, &[complaint.into(), until.into()]).await?;
    Ok(())
}

/// Lets another role read a complaint.
pub async fn set_reader(tx: &mut Tx, complaint: &ComplaintId, reader: Role) -> DbResult<()> {
    tx.execute(SET_READER, &[complaint.into(), reader.code().into()]).await?;
    Ok(())
}

/// Deletes a complaint; its key first, so that nothing can be opened any more whatever becomes of the rest.
pub async fn delete(tx: &mut Tx, complaint: &ComplaintId) -> DbResult<()> {
    tx.execute(DELETE_KEY, &[complaint.into()]).await?;
    tx.execute(DELETE, &[complaint.into()]).await?;
    Ok(())
}
