//! The table `own_note`.

use crate::db::{AccessId, DbResult, FromRow, NoteId, Row, Tx};

const INSERT: &str =
    "INSERT INTO own_note (id, access_id, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const UPDATE: &str = "UPDATE own_note SET sealed = $3 WHERE id = $1 AND access_id = $2";
const DELETE: &str = "DELETE FROM own_note WHERE id = $1 AND access_id = $2";
const LIST: &str = "SELECT id, sealed FROM own_note WHERE access_id = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, UPDATE, DELETE, LIST];

/// A note as it is stored.
pub struct StoredNote {
    pub id: NoteId,
    pub sealed: Vec<u8>,
}

impl FromRow for StoredNote {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self { id: row.get("id")?, sealed: row.get("sealed")? })
    }
}

/// Adds a note, unless its form has.
pub async fn insert(tx: &mut Tx, access: &AccessId, note: &StoredNote) -> DbResult<()> {
    tx.execute(INSERT, &[(&note.id).into(), access.into(), note.sealed.as_slice().into()]).await?;
    Ok(())
}

/// Writes a note anew; `false` where it is not there.
pub async fn update(tx: &mut Tx, access: &AccessId, note: &StoredNote) -> DbResult<bool> {
    Ok(tx.execute(UPDATE, &[(&note.id).into(), access.into(), note.sealed.as_slice().into()]).await? == 1)
}

pub async fn delete(tx: &mut Tx, access: &AccessId, note: &NoteId) -> DbResult<()> {
    tx.execute(DELETE, &[note.into(), access.into()]).await?;
    Ok(())
}

/// The notes of somebody, in no order.
pub async fn list(tx: &mut Tx, access: &AccessId) -> DbResult<Vec<StoredNote>> {
    tx.fetch_all(LIST, &[access.into()]).await
}
