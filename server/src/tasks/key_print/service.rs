//! Comparing the portal's keys with those that a database was written with.

use super::repository;
use crate::{
    crypto::keys::{Keys, PURPOSES},
    db::{Db, DbResult},
    jobs::retention::{Ends, RetentionRule},
};
use std::path::Path;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule { table: "key_print", ends: Ends::Never }];

/// The first key that this database was written with and that is not in its folder, if there is one: it is not to be made
/// anew.
pub async fn find_lost_key(db: &Db, folder: &Path) -> DbResult<Option<&'static str>> {
    let mut tx = db.read().await?;
    for purpose in PURPOSES {
        if !folder.join(purpose).exists() && repository::find(&mut tx, purpose).await?.is_some() {
            return Ok(Some(purpose));
        }
    }
    Ok(None)
}

/// The first key with which this database was not written, if there is one. A new database notes the keys.
pub async fn find_foreign_key(db: &Db, keys: &Keys) -> DbResult<Option<&'static str>> {
    let mut tx = db.begin().await?;
    for (purpose, print) in keys.prints() {
        repository::insert(&mut tx, purpose, &print).await?;
        if repository::find(&mut tx, purpose).await?.as_deref() != Some(&print[..]) {
            return Ok(Some(purpose));
        }
    }
    tx.commit().await?;
    Ok(None)
}
