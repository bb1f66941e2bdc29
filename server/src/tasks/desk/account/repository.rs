//! The tables `staff_passkey` and `used_challenge`: the keys that somebody signs in with, and what has been signed.

use super::service::StoredPasskey;
use crate::db::{DbResult, FromRow, PasskeyId, Row, StaffId, Tx};
use domain::Minute;

const INSERT: &str = "INSERT INTO staff_passkey (id, staff_id, name, credential, added_on) SELECT $1, $2, $3, $4, $5 \
    WHERE (SELECT COUNT(*) FROM staff_passkey WHERE staff_id = $2) < $6";
const LIST: &str =
    "SELECT id, name, credential, added_on FROM staff_passkey WHERE staff_id = $1 ORDER BY added_on, id";
const UPDATE: &str = "UPDATE staff_passkey SET credential = $2 WHERE id = $1 AND credential = $3 AND EXISTS \
    (SELECT 1 FROM staff_login l WHERE l.staff_id = staff_passkey.staff_id AND l.verifier IS NOT NULL)";
const DELETE: &str = "DELETE FROM staff_passkey WHERE id = $1 AND staff_id = $2";
const DELETE_ALL: &str = "DELETE FROM staff_passkey WHERE staff_id = $1";
const LOCK_LOGIN: &str = "UPDATE staff_login SET last_step = last_step WHERE staff_id = $1 AND verifier = $2";
const USE: &str =
    "INSERT INTO used_challenge (print, expires) VALUES ($1, $2) ON CONFLICT (print) DO NOTHING";
const COUNT_USES: &str = "SELECT COUNT(*) AS number FROM used_challenge WHERE print = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, LIST, UPDATE, DELETE, DELETE_ALL, LOCK_LOGIN, USE, COUNT_USES];

impl FromRow for StoredPasskey {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            credential: row.get("credential")?,
            added_on: row.get("added_on")?,
        })
    }
}

/// Keeps a passkey, where its owner has fewer than `most`. `false` where they have as many.
pub async fn insert(tx: &mut Tx, staff: &StaffId, passkey: &StoredPasskey, most: u16) -> DbResult<bool> {
    let values = [
        (&passkey.id).into(),
        staff.into(),
        passkey.name.as_str().into(),
        passkey.credential.as_str().into(),
        passkey.added_on.into(),
        most.into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

/// The passkeys of somebody, oldest first.
pub async fn list(tx: &mut Tx, staff: &StaffId) -> DbResult<Vec<StoredPasskey>> {
    tx.fetch_all(LIST, &[staff.into()]).await
}

/// Keeps what a passkey has become by being used. `false` where it is gone, has been used meanwhile, or its owner signs
/// in no more.
pub async fn update(tx: &mut Tx, id: &PasskeyId, before: &str, after: &str) -> DbResult<bool> {
    Ok(tx.execute(UPDATE, &[id.into(), after.into(), before.into()]).await? == 1)
}

/// Waits for whoever changes how somebody signs in, and keeps others waiting. `false` where they have another password
/// by now, or none.
pub async fn lock_login(tx: &mut Tx, staff: &StaffId, password: &[u8; 32]) -> DbResult<bool> {
    Ok(tx.execute(LOCK_LOGIN, &[staff.into(), password.into()]).await? == 1)
}

/// Deletes a passkey of somebody. `false` where they have no such one.
pub async fn delete(tx: &mut Tx, id: &PasskeyId, staff: &StaffId) -> DbResult<bool> {
    Ok(tx.execute(DELETE, &[id.into(), staff.into()]).await? == 1)
}

pub async fn delete_all(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    tx.execute(DELETE_ALL, &[staff.into()]).await?;
    Ok(())
}

/// Notes that a challenge has been signed, until it is too old anyway. `false` where it was before.
pub async fn use_challenge(tx: &mut Tx, print: &[u8; 32], expires: Minute) -> DbResult<bool> {
    Ok(tx.execute(USE, &[print.into(), expires.into()]).await? == 1)
}

/// Whether a challenge has been signed before.
pub async fn is_used(tx: &mut Tx, print: &[u8; 32]) -> DbResult<bool> {
    Ok(tx.count(COUNT_USES, &[print.into()]).await? > 0)
}
