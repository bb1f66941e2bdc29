//! The table `used_form_token`: which marks have been used, and by which form. It holds prints of numbers that are written
//! down nowhere else.

use crate::db::{DbResult, FromRow, Row, Tx};
use domain::Minute;

const INSERT: &str =
    "INSERT INTO used_form_token (token, form, until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
const FIND: &str = "SELECT form FROM used_form_token WHERE token = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, FIND];

/// Notes that a mark has been used by a form, until it is too old anyway.
pub async fn insert(tx: &mut Tx, token: &[u8; 32], form: &[u8; 32], until: Minute) -> DbResult<()> {
    tx.execute(INSERT, &[token.into(), form.into(), until.into()]).await?;
    Ok(())
}

struct UsedBy([u8; 32]);

impl FromRow for UsedBy {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("form").map(Self)
    }
}

/// The form that has used a mark.
pub async fn find(tx: &mut Tx, token: &[u8; 32]) -> DbResult<Option<[u8; 32]>> {
    let used: Option<UsedBy> = tx.fetch_optional(FIND, &[token.into()]).await?;
    Ok(used.map(|UsedBy(form)| form))
}
