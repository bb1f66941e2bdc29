//! The tables `treatment_case` and `case_event`.

use super::{CaseRecord, RecordedEvent};
use crate::{
    db::{CaseId, CodeId, DbResult, FromRow, Row, Tx},
    tasks::contact_event::Track,
};
use chrono::NaiveDate;
use domain::{
    AgeRange, LocalDay, Substance,
    case::{ActorKind, CaseEvent, CaseFact, CaseSubject},
};

const INSERT: &str = "INSERT INTO treatment_case (id, municipality, code_id, substance, ages, track) \
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
const DELETE: &str = "DELETE FROM treatment_case WHERE id = $1";
const LOCK: &str = "UPDATE treatment_case SET ages = ages WHERE id = $1";
const INSERT_EVENT: &str = "INSERT INTO case_event (case_id, place, on_day, fact, actor, author, supersedes) \
    VALUES ($1, (SELECT COALESCE(MAX(place), 0) + 1 FROM case_event WHERE case_id = $1), $2, $3, $4, $5, $6)";
const LIST_OF_CODE: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.code_id = $1 ORDER BY c.substance";
const LIST: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.municipality = $1 ORDER BY a.pseudonym, c.substance";
const FIND: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.municipality = $1 AND c.id = $2";
const LIST_EVENTS: &str = "SELECT case_id, place, on_day, fact, actor, author, supersedes FROM case_event \
    WHERE case_id = $1 ORDER BY place";
const LIST_EVENTS_OF_ALL: &str = "SELECT e.case_id, e.place, e.on_day, e.fact, e.actor, e.author, e.supersedes \
    FROM case_event e JOIN treatment_case c ON c.id = e.case_id WHERE c.municipality = $1 \
    ORDER BY e.case_id, e.place";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] =
    &[INSERT, DELETE, LOCK, INSERT_EVENT, LIST_OF_CODE, LIST, FIND, LIST_EVENTS, LIST_EVENTS_OF_ALL];

impl FromRow for CaseRecord {
    fn from_row(row: &Row) -> DbResult<Self> {
        let substance = row.get_code("substance", Substance::from_code)?;
        let ages = row.get_code("ages", AgeRange::from_code)?;
        let subject = CaseSubject { substance, ages };
        let track = row.get_code("track", Track::from_code)?;
        Ok(Self {
            id: row.get("id")?,
            code: row.get("code_id")?,
            pseudonym: row.get("pseudonym")?,
            subject,
            track,
            events: Vec::new(),
        })
    }
}

/// An event, and of which case it is.
pub struct EventOfCase(pub CaseId, pub RecordedEvent);

impl FromRow for EventOfCase {
    fn from_row(row: &Row) -> DbResult<Self> {
        let event = CaseEvent {
            id: row.get("place")?,
            on: LocalDay::new(row.get::<NaiveDate>("on_day")?),
            fact: row.get_code("fact", |code| CaseFact::parse(code).ok())?,
            actor: row.get_code("actor", ActorKind::from_code)?,
            supersedes: row.get("supersedes")?,
        };
        Ok(Self(row.get("case_id")?, RecordedEvent { event, author: row.get("author")? }))
    }
}

/// Opens a case; `false` where there is one for the substance under the code already.
pub async fn insert(
    tx: &mut Tx,
    case: &CaseId,
    municipality: &str,
    code: &CodeId,
    (subject, track): (&CaseSubject, Track),
) -> DbResult<bool> {
    let ages = subject.ages.code();
    let values = [
        case.into(),
        municipality.into(),
        code.into(),
        subject.substance.code().into(),
        (&ages).into(),
        track.code().into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

/// Deletes a case with all that has happened in it.
pub async fn delete(tx: &mut Tx, case: &CaseId) -> DbResult<()> {
    tx.execute(DELETE, &[case.into()]).await?;
    Ok(())
}

/// Takes the case's row, so that of two who write at once one waits for the other.
pub async fn lock(tx: &mut Tx, case: &CaseId) -> DbResult<()> {
    tx.execute(LOCK, &[case.into()]).await?;
    Ok(())
}

/// Adds an event behind all others of a case.
pub async fn insert_event(
    tx: &mut Tx,
    case: &CaseId,
    (on, fact, actor): (LocalDay, CaseFact, ActorKind),
    author: &str,
    supersedes: Option<u32>,
) -> DbResult<()> {
    let fact = fact.code();
    let values = [
        case.into(),
        on.date().into(),
        (&fact).into(),
        actor.code().into(),
        author.into(),
        supersedes.into(),
    ];
    tx.execute(INSERT_EVENT, &values).await?;
    Ok(())
}

pub async fn list_of_code(tx: &mut Tx, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    tx.fetch_all(LIST_OF_CODE, &[code.into()]).await
}

pub async fn list(tx: &mut Tx, municipality: &str) -> DbResult<Vec<CaseRecord>> {
    tx.fetch_all(LIST, &[municipality.into()]).await
}

pub async fn find(tx: &mut Tx, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    tx.fetch_optional(FIND, &[municipality.into(), case.into()]).await
}

pub async fn list_events(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<EventOfCase>> {
    tx.fetch_all(LIST_EVENTS, &[case.into()]).await
}

pub async fn list_events_of_all(tx: &mut Tx, municipality: &str) -> DbResult<Vec<EventOfCase>> {
    tx.fetch_all(LIST_EVENTS_OF_ALL, &[municipality.into()]).await
}
