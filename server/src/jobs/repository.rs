//! The table `retention_run`: the minute at which what is past its end was deleted last, by any server.

use crate::db::{Db, DbResult, FromRow, Row};
use domain::Minute;

const NOTE: &str = "INSERT INTO retention_run (id, ran_at) VALUES (1, $1) \
    ON CONFLICT (id) DO UPDATE SET ran_at = excluded.ran_at WHERE excluded.ran_at > retention_run.ran_at";
const ACCEPT: &str = "INSERT INTO retention_run (id, ran_at) VALUES (1, $1) \
    ON CONFLICT (id) DO UPDATE SET ran_at = excluded.ran_at";
const FIND: &str = "SELECT ran_at FROM retention_run WHERE id = 1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[NOTE, ACCEPT, FIND];

/// Notes that it ran. A clock that is behind takes nothing back: when it is right again, that is no jump.
pub async fn note_run(db: &Db, now: Minute) -> DbResult<()> {
    let mut tx = db.begin_unsynced("", 0).await?;
    tx.execute(NOTE, &[now.into()]).await?;
    tx.commit().await
}

/// Notes that a moment is right, whatever was noted before.
pub async fn accept_clock(db: &Db, now: Minute) -> DbResult<()> {
    let mut tx = db.begin().await?;
    tx.execute(ACCEPT, &[now.into()]).await?;
    tx.commit().await
}

struct RanAt(Minute);

impl FromRow for RanAt {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("ran_at").map(Self)
    }
}

/// When it ran last; nothing where it never did.
pub async fn find_last_run(db: &Db) -> DbResult<Option<Minute>> {
    let ran: Option<RanAt> = db.read().await?.fetch_optional(FIND, &[]).await?;
    Ok(ran.map(|RanAt(minute)| minute))
}
