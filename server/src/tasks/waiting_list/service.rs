//! Waiting for a time under a code, in the transaction of what is booked under it.

use super::repository;
use crate::{
    db::{CodeId, Db, DbResult, Tx},
    jobs::retention::{Ends, RetentionRule},
};
use domain::{BookingAbout, BookingKind};

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] =
    &[RetentionRule { table: "waiting", ends: Ends::With("anonymous_code") }];

/// What somebody waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    pub kind: BookingKind,
    pub about: BookingAbout,
}

/// Notes what somebody waits for.
pub async fn set(tx: &mut Tx, code: &CodeId, wait: &Wait) -> DbResult<()> {
    repository::set(tx, code, wait).await
}

/// What somebody waits for under a code.
pub async fn find(tx: &mut Tx, code: &CodeId) -> DbResult<Option<Wait>> {
    repository::find(tx, code).await
}

/// Nobody waits under a code any more.
pub async fn stop(tx: &mut Tx, code: &CodeId) -> DbResult<()> {
    repository::delete(tx, code).await
}

/// How many wait for each kind in a municipality, in the order citizens meet the kinds.
pub async fn count_by_kind(db: &Db, municipality: &str) -> DbResult<Vec<(BookingKind, u64)>> {
    let mut kinds = repository::count_by_kind(&mut db.read().await?, municipality).await?;
    kinds.sort_unstable();
    Ok(kinds)
}
