//! The tables `plan_access` and `citizen_session`: how citizens come into their plans, and who is in.

use super::model::{AccessRecord, Entered, MOST_WRONG, NewSession};
use crate::{
    crypto::verifier::{Cost, Verifier},
    db::{AccessId, DbResult, FromRow, PlanId, Row, Tx},
};
use domain::Minute;

const INSERT: &str = "INSERT INTO plan_access (id, plan_id, consent, selector, salt, verifier, kdf_memory, kdf_passes, failures) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT DO NOTHING";
const FIND_BY_SELECTOR: &str = "SELECT * FROM plan_access WHERE selector = $1";
const FIND_OF_PLAN: &str = "SELECT * FROM plan_access WHERE plan_id = $1 AND consent = $2";
const LIST_INSIGHTS: &str = "SELECT consent, id FROM plan_access WHERE plan_id = $1 AND consent > 0";
const DELETE_OF_PLAN: &str = "DELETE FROM plan_access WHERE plan_id = $1 AND consent = $2";
const CHOOSE_PIN: &str = "UPDATE plan_access SET pin_salt = $3, pin_verifier = $4, pin_kdf_memory = $5, pin_kdf_passes = $6, \
    sealed_key = $7, failures = 0 WHERE id = $1 AND verifier = $2 AND pin_verifier IS NULL";
const COUNT_GUESS: &str = "UPDATE plan_access SET failures = failures + 1 WHERE id = $1 AND failures < $2 \
    RETURNING failures AS number";
const GIVE_BACK_GUESS: &str = "UPDATE plan_access SET failures = failures - 1 WHERE id = $1 AND failures > 0";
const FORGET_GUESSES: &str = "UPDATE plan_access SET failures = 0 WHERE id = $1 AND pin_verifier = $2";
const INSERT_SESSION: &str =
    "INSERT INTO citizen_session (token, access_id, begun, seen, sealed_key) VALUES ($1, $2, $3, $3, $4)";
const FIND_SESSION: &str = "SELECT n.begun, n.seen, n.sealed_key, a.id, a.plan_id, a.consent, p.municipality FROM citizen_session n \
    JOIN plan_access a ON a.id = n.access_id JOIN plan p ON p.id = a.plan_id \
    WHERE n.token = $1 AND n.begun > $2 AND n.seen > $3";
const TOUCH_SESSION: &str = "UPDATE citizen_session SET seen = $2 WHERE token = $1 AND seen < $2";
const DELETE_SESSION: &str = "DELETE FROM citizen_session WHERE token = $1";
const DELETE_SESSIONS: &str = "DELETE FROM citizen_session WHERE access_id = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    FIND_BY_SELECTOR,
    FIND_OF_PLAN,
    LIST_INSIGHTS,
    DELETE_OF_PLAN,
    CHOOSE_PIN,
    COUNT_GUESS,
    GIVE_BACK_GUESS,
    FORGET_GUESSES,
    INSERT_SESSION,
    FIND_SESSION,
    TOUCH_SESSION,
    DELETE_SESSION,
    DELETE_SESSIONS,
];

impl FromRow for AccessRecord {
    fn from_row(row: &Row) -> DbResult<Self> {
        let pin = match row.get::<Option<[u8; 32]>>("pin_verifier")? {
            None => None,
            Some(hash) => {
                let cost = Cost { memory: row.get("pin_kdf_memory")?, passes: row.get("pin_kdf_passes")? };
                Some((Verifier { salt: row.get("pin_salt")?, hash, cost }, row.get("sealed_key")?))
            }
        };
        Ok(Self {
            id: row.get("id")?,
            plan: row.get("plan_id")?,
            consent: row.get("consent")?,
            selector: row.get("selector")?,
            code: Verifier::from_row(row)?,
            pin,
            failures: row.get("failures")?,
        })
    }
}

impl FromRow for Entered {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            access: row.get("id")?,
            plan: row.get("plan_id")?,
            consent: row.get("consent")?,
            municipality: row.get("municipality")?,
            begun: row.get("begun")?,
            seen: row.get("seen")?,
            sealed_key: row.get("sealed_key")?,
        })
    }
}

struct Number(u16);

impl FromRow for Number {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("number").map(Self)
    }
}

/// Adds a way into a plan; `false` where another begins with the same digits, or the plan has one.
pub async fn insert(tx: &mut Tx, access: &AccessRecord) -> DbResult<bool> {
    let code = &access.code;
    let values = [
        (&access.id).into(),
        (&access.plan).into(),
        access.consent.into(),
        access.selector.into(),
        (&code.salt).into(),
        (&code.hash).into(),
        code.cost.memory.into(),
        code.cost.passes.into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

pub async fn find_by_selector(tx: &mut Tx, selector: i32) -> DbResult<Option<AccessRecord>> {
    tx.fetch_optional(FIND_BY_SELECTOR, &[selector.into()]).await
}

/// The way into a plan by a consent; 0 is the citizen's own.
pub async fn find_of_plan(tx: &mut Tx, plan: &PlanId, consent: u32) -> DbResult<Option<AccessRecord>> {
    tx.fetch_optional(FIND_OF_PLAN, &[plan.into(), consent.into()]).await
}

struct Insight(u32, AccessId);

impl FromRow for Insight {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get("consent")?, row.get("id")?))
    }
}

/// The ways into a plan of those who are close, each by its consent.
pub async fn list_insights(tx: &mut Tx, plan: &PlanId) -> DbResult<Vec<(u32, AccessId)>> {
    let found: Vec<Insight> = tx.fetch_all(LIST_INSIGHTS, &[plan.into()]).await?;
    Ok(found.into_iter().map(|Insight(consent, id)| (consent, id)).collect())
}

/// Ends the way into a plan by a consent, with who is in and what only they could read.
pub async fn delete_of_plan(tx: &mut Tx, plan: &PlanId, consent: u32) -> DbResult<()> {
    tx.execute(DELETE_OF_PLAN, &[plan.into(), consent.into()]).await?;
    Ok(())
}

/// Notes the PIN that somebody has chosen for their code; `false` where it has one, or is another by now.
pub async fn choose_pin(
    tx: &mut Tx,
    (access, code): (&AccessId, &Verifier),
    (pin, sealed_key): (&Verifier, &[u8]),
) -> DbResult<bool> {
    let values = [
        access.into(),
        (&code.hash).into(),
        (&pin.salt).into(),
        (&pin.hash).into(),
        pin.cost.memory.into(),
        pin.cost.passes.into(),
        sealed_key.into(),
    ];
    Ok(tx.execute(CHOOSE_PIN, &values).await? == 1)
}

/// Counts a PIN before it is looked at; gives how many there were in a row. Nothing where none is looked at any more.
pub async fn count_guess(tx: &mut Tx, access: &AccessId) -> DbResult<Option<u16>> {
    let guess: Option<Number> = tx.fetch_optional(COUNT_GUESS, &[access.into(), MOST_WRONG.into()]).await?;
    Ok(guess.map(|Number(number)| number))
}

/// A PIN that nobody has looked at counts no more.
pub async fn give_back_guess(tx: &mut Tx, access: &AccessId) -> DbResult<()> {
    tx.execute(GIVE_BACK_GUESS, &[access.into()]).await?;
    Ok(())
}

/// Somebody has come in: begins to count anew. `false` where the PIN is another by now.
pub async fn forget_guesses(tx: &mut Tx, access: &AccessId, pin: &Verifier) -> DbResult<bool> {
    Ok(tx.execute(FORGET_GUESSES, &[access.into(), (&pin.hash).into()]).await? == 1)
}

/// Begins a session, and ends all others of the same way in.
pub async fn begin_session(tx: &mut Tx, access: &AccessId, session: &NewSession) -> DbResult<()> {
    tx.execute(DELETE_SESSIONS, &[access.into()]).await?;
    let values =
        [(&session.token).into(), access.into(), session.begun.into(), session.sealed_key.as_slice().into()];
    tx.execute(INSERT_SESSION, &values).await?;
    Ok(())
}

/// The session of a token, where it was begun and seen after these minutes.
pub async fn find_session(
    tx: &mut Tx,
    token: &[u8; 32],
    begun: Minute,
    seen: Minute,
) -> DbResult<Option<Entered>> {
    tx.fetch_optional(FIND_SESSION, &[token.into(), begun.into(), seen.into()]).await
}

pub async fn touch_session(tx: &mut Tx, token: &[u8; 32], now: Minute) -> DbResult<()> {
    tx.execute(TOUCH_SESSION, &[token.into(), now.into()]).await?;
    Ok(())
}

pub async fn delete_session(tx: &mut Tx, token: &[u8; 32]) -> DbResult<()> {
    tx.execute(DELETE_SESSION, &[token.into()]).await?;
    Ok(())
}
