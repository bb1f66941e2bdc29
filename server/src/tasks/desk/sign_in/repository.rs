//! The tables `staff_login` and `staff_session`: how staff sign in, and who is signed in.

use super::service::{Login, NewSession};
use crate::{
    crypto::verifier::Verifier,
    db::{DbResult, FromRow, Row, StaffId, Tx},
    tasks::desk::staff::StaffMember,
};
use domain::Minute;

/// Wrong passwords or digits in a row, after which further ones wait for others.
const FAILURES: u16 = 10;

const INSERT_LOGIN: &str = "INSERT INTO staff_login \
    (staff_id, login, invitation, invited_until, last_step, failures, locked_until) \
    VALUES ($1, $2, $3, $4, 0, 0, 0) ON CONFLICT (login) DO NOTHING";
const FIND_LOGIN: &str = "SELECT staff_id, invitation, invited_until, salt, verifier, kdf_memory, kdf_passes, \
    authenticator, locked_until FROM staff_login WHERE login = $1";
const CHOOSE_PASSWORD: &str = "UPDATE staff_login SET salt = $2, verifier = $3, kdf_memory = $4, kdf_passes = $5, \
    authenticator = $6 WHERE staff_id = $1 AND invitation IS NOT NULL";
const USE_STEP: &str = "UPDATE staff_login SET last_step = $2, failures = 0, invitation = NULL, invited_until = NULL \
    WHERE staff_id = $1 AND last_step < $2";
const INSERT_SESSION: &str =
    "INSERT INTO staff_session (token, staff_id, begun, seen) VALUES ($1, $2, $3, $3)";
const COUNT_FAILURE: &str = "UPDATE staff_login SET \
    failures = CASE WHEN failures + 1 >= $2 THEN 0 ELSE failures + 1 END, \
    locked_until = CASE WHEN failures + 1 >= $2 THEN $3 ELSE locked_until END WHERE staff_id = $1";
const FIND_SESSION: &str = "SELECT s.id, s.municipality, s.name, s.role, n.begun, n.seen FROM staff_session n \
    JOIN staff s ON s.id = n.staff_id WHERE n.token = $1 AND n.begun > $2 AND n.seen > $3";
const TOUCH_SESSION: &str = "UPDATE staff_session SET seen = $2 WHERE token = $1 AND seen < $2";
const DELETE_SESSION: &str = "DELETE FROM staff_session WHERE token = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT_LOGIN,
    FIND_LOGIN,
    CHOOSE_PASSWORD,
    USE_STEP,
    INSERT_SESSION,
    COUNT_FAILURE,
    FIND_SESSION,
    TOUCH_SESSION,
    DELETE_SESSION,
];

impl FromRow for Login {
    fn from_row(row: &Row) -> DbResult<Self> {
        let invitation = row.get::<Option<[u8; 32]>>("invitation")?;
        let chosen = row.get::<Option<Vec<u8>>>("verifier")?.is_some();
        Ok(Self {
            staff: row.get("staff_id")?,
            invitation: invitation.zip(row.get("invited_until")?),
            password: if chosen { Some(Verifier::from_row(row)?) } else { None },
            authenticator: row.get("authenticator")?,
            locked_until: row.get("locked_until")?,
        })
    }
}

/// Lets somebody sign in for the first time until a minute. `false` where another has that name to sign in with.
pub async fn insert_login(
    tx: &mut Tx,
    staff: &StaffId,
    login: &str,
    invitation: &[u8; 32],
    until: Minute,
) -> DbResult<bool> {
    let values = [staff.into(), login.into(), invitation.into(), until.into()];
    Ok(tx.execute(INSERT_LOGIN, &values).await? == 1)
}

pub async fn find_login(tx: &mut Tx, login: &str) -> DbResult<Option<Login>> {
    tx.fetch_optional(FIND_LOGIN, &[login.into()]).await
}

/// What an invited member of staff has chosen; it holds once they have signed in with it.
pub async fn choose_password(
    tx: &mut Tx,
    staff: &StaffId,
    password: &Verifier,
    authenticator: &[u8],
) -> DbResult<()> {
    let values = [
        staff.into(),
        (&password.salt).into(),
        (&password.hash).into(),
        password.cost.memory.into(),
        password.cost.passes.into(),
        authenticator.into(),
    ];
    tx.execute(CHOOSE_PASSWORD, &values).await?;
    Ok(())
}

/// Uses a step of the authenticator, where it is later than the last one used. Ends an invitation.
pub async fn use_step(tx: &mut Tx, staff: &StaffId, step: i64) -> DbResult<bool> {
    Ok(tx.execute(USE_STEP, &[staff.into(), step.into()]).await? == 1)
}

pub async fn insert_session(tx: &mut Tx, staff: &StaffId, session: &NewSession) -> DbResult<()> {
    tx.execute(INSERT_SESSION, &[(&session.token).into(), staff.into(), session.begun.into()]).await?;
    Ok(())
}

/// Counts a failure; after ten in a row further ones wait for others until a minute.
pub async fn count_failure(tx: &mut Tx, staff: &StaffId, locked_until: Minute) -> DbResult<()> {
    tx.execute(COUNT_FAILURE, &[staff.into(), FAILURES.into(), locked_until.into()]).await?;
    Ok(())
}

/// A session that goes on.
pub struct Session {
    pub who: StaffMember,
    pub begun: Minute,
    /// When it was last seen.
    pub seen: Minute,
}

impl FromRow for Session {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self { who: StaffMember::from_row(row)?, begun: row.get("begun")?, seen: row.get("seen")? })
    }
}

/// The session of a token, where it was begun and seen after these minutes.
pub async fn find_session(
    tx: &mut Tx,
    token: &[u8; 32],
    begun: Minute,
    seen: Minute,
) -> DbResult<Option<Session>> {
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
