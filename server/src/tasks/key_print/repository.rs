//! The table `key_print`.

use crate::db::{DbResult, FromRow, Row, Tx};

const INSERT: &str =
    "INSERT INTO key_print (purpose, print) VALUES ($1, $2) ON CONFLICT (purpose) DO NOTHING";
const FIND: &str = "SELECT print FROM key_print WHERE purpose = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, FIND];

/// Notes the print of a key, where none is noted.
pub async fn insert(tx: &mut Tx, purpose: &str, print: &[u8; 32]) -> DbResult<()> {
    tx.execute(INSERT, &[purpose.into(), print.into()]).await?;
    Ok(())
}

struct Print(Vec<u8>);

impl FromRow for Print {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("print").map(Self)
    }
}

/// The print that is noted.
pub async fn find(tx: &mut Tx, purpose: &str) -> DbResult<Option<Vec<u8>>> {
    let print: Option<Print> = tx.fetch_optional(FIND, &[purpose.into()]).await?;
    Ok(print.map(|Print(print)| print))
}
