//! The tables `staff_login` and `staff_session`: how staff sign in, and who is signed in.

use super::model::{Login, LoginState, NewSession};
use crate::{
    crypto::verifier::Verifier,
    db::{DbResult, FromRow, Row, StaffId, Tx},
    tasks::desk::staff::StaffMember,
};
use domain::Minute;

/// Wrong digits in a row, after a right password, from which on the next are looked at only after a pause. It doubles
/// each time, up to an hour.
const GUESSES: u16 = 5;

const INSERT_LOGIN: &str = "INSERT INTO staff_login \
    (staff_id, login, invitation, invited_until, last_step, failures, locked_until) \
    VALUES ($1, $2, $3, $4, 0, 0, 0) ON CONFLICT (login) DO NOTHING";
const FIND_LOGIN: &str = "SELECT staff_id, invitation, invited_until, salt, verifier, kdf_memory, kdf_passes, \
    authenticator FROM staff_login WHERE login = $1";
const FIND_LOGIN_OF: &str = "SELECT staff_id, invitation, invited_until, salt, verifier, kdf_memory, kdf_passes, \
    authenticator FROM staff_login WHERE staff_id = $1";
const CHOOSE_PASSWORD: &str = "UPDATE staff_login SET salt = $2, verifier = $3, kdf_memory = $4, kdf_passes = $5, \
    authenticator = $6 WHERE staff_id = $1 AND invitation = $7";
const USE_STEP: &str = "UPDATE staff_login SET last_step = $2, failures = 0, digit_failures = 0, locked_until = 0, \
    invitation = NULL, invited_until = NULL WHERE staff_id = $1 AND last_step < $2 AND verifier = $3";
const INSERT_SESSION: &str =
    "INSERT INTO staff_session (token, staff_id, begun, seen) VALUES ($1, $2, $3, $3)";
const COUNT_FAILURE: &str =
    "UPDATE staff_login SET failures = failures + 1 WHERE staff_id = $1 RETURNING failures AS number";
const COUNT_GUESS: &str = "UPDATE staff_login SET digit_failures = digit_failures + 1, \
    locked_until = CASE WHEN digit_failures + 1 < $3 THEN locked_until \
    WHEN digit_failures + 1 > $3 + 5 THEN $2 + 60 ELSE $2 + (CAST(1 AS BIGINT) << CAST(digit_failures + 1 - $3 AS INTEGER)) END \
    WHERE staff_id = $1 AND locked_until <= $2 RETURNING digit_failures AS number";
const FIND_LOCK: &str = "SELECT locked_until AS number FROM staff_login WHERE staff_id = $1";
const RENEW: &str = "UPDATE staff_login SET invitation = $2, invited_until = $3, salt = NULL, verifier = NULL, \
    kdf_memory = NULL, kdf_passes = NULL, authenticator = NULL, last_step = 0, failures = 0, digit_failures = 0, \
    locked_until = 0 WHERE staff_id = $1";
const SHUT_OUT: &str = "UPDATE staff_login SET invitation = NULL, invited_until = NULL, salt = NULL, verifier = NULL, \
    kdf_memory = NULL, kdf_passes = NULL, authenticator = NULL WHERE staff_id = $1";
const LIST_LOGINS: &str = "SELECT l.staff_id, l.login, l.invited_until, \
    CASE WHEN l.verifier IS NULL THEN 0 ELSE 1 END AS chosen FROM staff_login l JOIN staff s ON s.id = l.staff_id \
    WHERE s.municipality = $1";
const DELETE_SESSIONS: &str = "DELETE FROM staff_session WHERE staff_id = $1";
const FIND_SESSION: &str = "SELECT s.id, s.municipality, s.name, s.role, n.begun, n.seen FROM staff_session n \
    JOIN staff s ON s.id = n.staff_id WHERE n.token = $1 AND n.begun > $2 AND n.seen > $3";
const TOUCH_SESSION: &str = "UPDATE staff_session SET seen = $2 WHERE token = $1 AND seen < $2";
const DELETE_SESSION: &str = "DELETE FROM staff_session WHERE token = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT_LOGIN,
    FIND_LOGIN,
    FIND_LOGIN_OF,
    CHOOSE_PASSWORD,
    USE_STEP,
    INSERT_SESSION,
    COUNT_FAILURE,
    COUNT_GUESS,
    FIND_LOCK,
    RENEW,
    SHUT_OUT,
    LIST_LOGINS,
    DELETE_SESSIONS,
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

pub async fn find_login_of(tx: &mut Tx, staff: &StaffId) -> DbResult<Option<Login>> {
    tx.fetch_optional(FIND_LOGIN_OF, &[staff.into()]).await
}

/// What an invited member of staff has chosen; it holds once they have signed in with it. `false` where the invitation
/// is another by now.
pub async fn choose_password(
    tx: &mut Tx,
    staff: &StaffId,
    password: &Verifier,
    authenticator: &[u8],
    invitation: &[u8; 32],
) -> DbResult<bool> {
    let values = [
        staff.into(),
        (&password.salt).into(),
        (&password.hash).into(),
        password.cost.memory.into(),
        password.cost.passes.into(),
        authenticator.into(),
        invitation.into(),
    ];
    Ok(tx.execute(CHOOSE_PASSWORD, &values).await? == 1)
}

/// Uses a step of the authenticator, where it is later than the last one used and the password is still the one that
/// was proved: who is shut out meanwhile does not come in. Ends an invitation.
pub async fn use_step(tx: &mut Tx, staff: &StaffId, step: i64, password: &[u8; 32]) -> DbResult<bool> {
    Ok(tx.execute(USE_STEP, &[staff.into(), step.into(), password.into()]).await? == 1)
}

pub async fn insert_session(tx: &mut Tx, staff: &StaffId, session: &NewSession) -> DbResult<()> {
    tx.execute(INSERT_SESSION, &[(&session.token).into(), staff.into(), session.begun.into()]).await?;
    Ok(())
}

/// Counts a wrong password; gives how many there were since the last time somebody signed in.
pub async fn count_failure(tx: &mut Tx, staff: &StaffId) -> DbResult<u64> {
    tx.count(COUNT_FAILURE, &[staff.into()]).await
}

/// Counts digits before they are looked at; gives how many there were in a row. Nothing while they are not looked at.
pub async fn count_guess(tx: &mut Tx, staff: &StaffId, now: Minute) -> DbResult<Option<u64>> {
    let guess: Option<Number> =
        tx.fetch_optional(COUNT_GUESS, &[staff.into(), now.into(), GUESSES.into()]).await?;
    Ok(guess.map(|Number(number)| number))
}

/// Until when digits are not looked at.
pub async fn find_lock(tx: &mut Tx, staff: &StaffId) -> DbResult<u64> {
    tx.count(FIND_LOCK, &[staff.into()]).await
}

struct Number(u64);

impl FromRow for Number {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("number").map(Self)
    }
}

/// Invites somebody anew: what they signed in with before holds no more. `false` where they do not sign in.
pub async fn renew(tx: &mut Tx, staff: &StaffId, invitation: &[u8; 32], until: Minute) -> DbResult<bool> {
    Ok(tx.execute(RENEW, &[staff.into(), invitation.into(), until.into()]).await? == 1)
}

/// Takes away what somebody signs in with. `false` where they do not sign in.
pub async fn shut_out(tx: &mut Tx, staff: &StaffId) -> DbResult<bool> {
    Ok(tx.execute(SHUT_OUT, &[staff.into()]).await? == 1)
}

impl FromRow for LoginState {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            staff: row.get("staff_id")?,
            login: row.get("login")?,
            invited_until: row.get("invited_until")?,
            has_password: row.get("chosen")?,
        })
    }
}

/// Lists how the staff of a municipality sign in, in no order.
pub async fn list_logins(tx: &mut Tx, municipality: &str) -> DbResult<Vec<LoginState>> {
    tx.fetch_all(LIST_LOGINS, &[municipality.into()]).await
}

/// Ends all sessions of somebody.
pub async fn delete_sessions(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    tx.execute(DELETE_SESSIONS, &[staff.into()]).await?;
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
