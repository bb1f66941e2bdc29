//! The tables `treatment_case` and `case_event`.

use super::{CaseRecord, RecordedEvent, Track};
use crate::db::{CaseId, CodeId, DbResult, FromRow, Row, Tx};
use chrono::NaiveDate;
use domain::{
    AgeRange, LocalDay, Substance,
    case::{ActorKind, CaseEvent, CaseFact, CaseSubject, SeenWarning, WarningLevel},
};
use sha2::{Digest, Sha256};

const INSERT: &str = "INSERT INTO treatment_case (id, municipality, code_id, substance, ages, track, revision) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
const FIND_REVISION: &str = "SELECT revision FROM treatment_case WHERE id = $1";
const SET_REVISION: &str = "UPDATE treatment_case SET revision = $2 WHERE id = $1";
const SUM_REVISIONS: &str = "SELECT COUNT(*) AS number, CAST(COALESCE(SUM(revision), 0) AS BIGINT) AS total \
    FROM treatment_case WHERE municipality = $1";
const LIST_REVISIONS: &str = "SELECT id, revision FROM treatment_case WHERE municipality = $1";
const LIST_EXPIRED: &str = "SELECT c.id, c.revision FROM treatment_case c JOIN anonymous_code a ON a.id = c.code_id \
    WHERE c.municipality = $1 AND a.expires_on < $2";
const INSERT_WARNING: &str =
    "INSERT INTO case_warning (case_id, latest, level) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const LIST_WARNINGS: &str = "SELECT case_id, latest, level FROM case_warning WHERE case_id = $1";
const LIST_WARNINGS_OF_ALL: &str = "SELECT w.case_id, w.latest, w.level FROM case_warning w \
    JOIN treatment_case c ON c.id = w.case_id WHERE c.municipality = $1";
const DELETE: &str = "DELETE FROM treatment_case WHERE id = $1";
const LOCK: &str = "UPDATE treatment_case SET ages = ages WHERE id = $1";
const INSERT_EVENT: &str = "INSERT INTO case_event (case_id, place, on_day, fact, actor, author, supersedes) \
    VALUES ($1, (SELECT COALESCE(MAX(place), 0) + 1 FROM case_event WHERE case_id = $1), $2, $3, $4, $5, $6) \
    RETURNING place";
const INSERT_WORDS: &str = "INSERT INTO case_words (case_id, place, sealed) VALUES ($1, $2, $3)";
const LIST_OF_CODE: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.code_id = $1 ORDER BY c.substance";
const LIST: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.municipality = $1 ORDER BY a.pseudonym, c.substance";
const FIND: &str = "SELECT c.id, c.code_id, c.substance, c.ages, c.track, a.pseudonym FROM treatment_case c \
    JOIN anonymous_code a ON a.id = c.code_id WHERE c.municipality = $1 AND c.id = $2";
const LIST_EVENTS: &str = "SELECT e.case_id, e.place, e.on_day, e.fact, e.actor, e.author, e.supersedes, w.sealed \
    FROM case_event e LEFT JOIN case_words w ON w.case_id = e.case_id AND w.place = e.place \
    WHERE e.case_id = $1 ORDER BY e.place";
const LIST_EVENTS_OF_ALL: &str = "SELECT e.case_id, e.place, e.on_day, e.fact, e.actor, e.author, e.supersedes, w.sealed \
    FROM case_event e JOIN treatment_case c ON c.id = e.case_id \
    LEFT JOIN case_words w ON w.case_id = e.case_id AND w.place = e.place WHERE c.municipality = $1 \
    ORDER BY e.case_id, e.place";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    FIND_REVISION,
    SET_REVISION,
    SUM_REVISIONS,
    LIST_REVISIONS,
    LIST_EXPIRED,
    INSERT_WARNING,
    LIST_WARNINGS,
    LIST_WARNINGS_OF_ALL,
    DELETE,
    LOCK,
    INSERT_EVENT,
    INSERT_WORDS,
    LIST_OF_CODE,
    LIST,
    FIND,
    LIST_EVENTS,
    LIST_EVENTS_OF_ALL,
];

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
            opened_as: subject,
            track,
            events: Vec::new(),
            seen: Vec::new(),
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
        Ok(Self(
            row.get("case_id")?,
            RecordedEvent { event, author: row.get("author")?, sealed: row.get("sealed")? },
        ))
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
        mix(case, 0, &ages).into(),
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

struct Place(u32);

impl FromRow for Place {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("place").map(Self)
    }
}

/// Adds an event behind all others of a case, and gives its place.
pub async fn insert_event(
    tx: &mut Tx,
    case: &CaseId,
    (on, fact, actor): (LocalDay, CaseFact, ActorKind),
    author: &str,
    supersedes: Option<u32>,
) -> DbResult<u32> {
    let fact = fact.code();
    let values = [
        case.into(),
        on.date().into(),
        (&fact).into(),
        actor.code().into(),
        author.into(),
        supersedes.into(),
    ];
    let Place(place) = tx.fetch_one(INSERT_EVENT, &values).await?;
    touch(tx, case, &format!("{} {fact} {author}", on.date())).await?;
    Ok(place)
}

/// Adds what was said with an event, sealed.
pub async fn insert_words(tx: &mut Tx, case: &CaseId, place: u32, sealed: &[u8]) -> DbResult<()> {
    tx.execute(INSERT_WORDS, &[case.into(), place.into(), sealed.into()]).await?;
    Ok(())
}

/// Gives a case another number, by which who keeps it in memory sees that it has changed, and to what.
async fn touch(tx: &mut Tx, case: &CaseId, what: &str) -> DbResult<()> {
    let Some(RevisionOfCase(revision)) = tx.fetch_optional(FIND_REVISION, &[case.into()]).await? else {
        return Ok(());
    };
    let next = mix(case, revision, what);
    tx.execute(SET_REVISION, &[case.into(), next.into()]).await?;
    Ok(())
}

/// A number of 40 bits that follows from all that has happened: of eight million cases the sum still fits. A case that is
/// opened anew under the same name with something else in it has another one.
fn mix(case: &CaseId, revision: i64, what: &str) -> i64 {
    let hash = Sha256::new().chain_update(case.as_bytes()).chain_update(revision.to_be_bytes());
    let print = hash.chain_update(what.as_bytes()).finalize();
    print.iter().take(5).fold(0, |number, byte| (number << 8) | i64::from(*byte))
}

struct RevisionOfCase(i64);

impl FromRow for RevisionOfCase {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("revision").map(Self)
    }
}

/// How many cases there are, and the sum of their numbers: where either differs, one has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Revision {
    number: i64,
    total: i64,
}

impl Revision {
    #[must_use]
    pub fn sum(revisions: impl Iterator<Item = i64>) -> Self {
        revisions.fold(Self { number: 0, total: 0 }, |sum, one| Self {
            number: sum.number + 1,
            total: sum.total.saturating_add(one),
        })
    }
}

impl FromRow for Revision {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self { number: row.get("number")?, total: row.get("total")? })
    }
}

pub async fn find_revision(tx: &mut Tx, municipality: &str) -> DbResult<Revision> {
    tx.fetch_one(SUM_REVISIONS, &[municipality.into()]).await
}

/// A case, and its number.
pub struct Revised(pub CaseId, pub i64);

impl FromRow for Revised {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("id")?, row.get("revision")?))
    }
}

pub async fn list_revisions(tx: &mut Tx, municipality: &str) -> DbResult<Vec<Revised>> {
    tx.fetch_all(LIST_REVISIONS, &[municipality.into()]).await
}

/// Those whose codes are past their last day.
pub async fn list_expired(tx: &mut Tx, municipality: &str, today: LocalDay) -> DbResult<Vec<Revised>> {
    tx.fetch_all(LIST_EXPIRED, &[municipality.into(), today.date().into()]).await
}

/// A warning that was seen, and of which case.
pub struct WarningOfCase(pub CaseId, pub SeenWarning);

impl FromRow for WarningOfCase {
    fn from_row(row: &Row) -> DbResult<Self> {
        let latest = LocalDay::new(row.get::<NaiveDate>("latest")?);
        let level = row.get_code("level", WarningLevel::from_code)?;
        Ok(Self(row.get("case_id")?, SeenWarning { latest, level }))
    }
}

/// Notes that a warning was seen.
pub async fn insert_warning(tx: &mut Tx, case: &CaseId, seen: SeenWarning) -> DbResult<()> {
    let values = [case.into(), seen.latest.date().into(), seen.level.code().into()];
    tx.execute(INSERT_WARNING, &values).await?;
    touch(tx, case, &format!("seen {} {}", seen.latest.date(), seen.level.code())).await
}

pub async fn list_warnings(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<WarningOfCase>> {
    tx.fetch_all(LIST_WARNINGS, &[case.into()]).await
}

pub async fn list_warnings_of_all(tx: &mut Tx, municipality: &str) -> DbResult<Vec<WarningOfCase>> {
    tx.fetch_all(LIST_WARNINGS_OF_ALL, &[municipality.into()]).await
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
