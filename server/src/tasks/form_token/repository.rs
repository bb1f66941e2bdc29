//! The table `used_form_token`: which marks have been used, and by which form. It holds prints of numbers that are written
//! down nowhere else.

use crate::db::{DbResult, FromRow, Row, Tx};
use domain::Minute;

const TAKE: &str =
    "INSERT INTO used_form_token (token, form, done, until) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING";
const FINISH: &str = "INSERT INTO used_form_token (token, form, done, until) VALUES ($1, $2, 1, $3) \
    ON CONFLICT (token) DO UPDATE SET done = 1 WHERE used_form_token.form = excluded.form";
const FIND: &str = "SELECT form, done FROM used_form_token WHERE token = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[TAKE, FINISH, FIND];

/// Notes that a form uses a mark, unless another does already; until it is too old anyway.
pub async fn take(tx: &mut Tx, token: &[u8; 32], form: &[u8; 32], until: Minute) -> DbResult<()> {
    tx.execute(TAKE, &[token.into(), form.into(), until.into()]).await?;
    Ok(())
}

/// Notes that what a form has asked for is done.
pub async fn finish(tx: &mut Tx, token: &[u8; 32], form: &[u8; 32], until: Minute) -> DbResult<()> {
    tx.execute(FINISH, &[token.into(), form.into(), until.into()]).await?;
    Ok(())
}

/// The form that uses a mark.
pub struct UsedBy {
    pub form: [u8; 32],
    pub done: bool,
}

impl FromRow for UsedBy {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self { form: row.get("form")?, done: row.get("done")? })
    }
}

/// Who uses a mark, if anybody does.
pub async fn find(tx: &mut Tx, token: &[u8; 32]) -> DbResult<Option<UsedBy>> {
    tx.fetch_optional(FIND, &[token.into()]).await
}
