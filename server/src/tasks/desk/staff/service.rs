//! Who works at the desks.

use super::repository;
use crate::{
    db::{Db, DbResult, StaffId, Tx},
    jobs::retention::{Ends, RetentionRule},
    tasks::desk::audit::{self, AuditEntry},
};
use domain::{Minute, Role};

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule { table: "staff", ends: Ends::ByStaff }];

/// A member of staff.
#[derive(Clone)]
pub struct StaffMember {
    pub id: StaffId,
    pub municipality: String,
    pub name: String,
    pub role: Role,
}

/// What became of a member of staff who was to be deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Removal {
    Gone,
    Unknown,
    /// So many appointments lie ahead.
    Expected(u64),
}

/// Adds a member of staff who does not sign in.
pub async fn add(db: &Db, member: &StaffMember) -> DbResult<()> {
    let mut tx = db.begin().await?;
    insert(&mut tx, member).await?;
    tx.commit().await
}

/// Adds a member of staff, in the transaction of how they sign in.
pub async fn insert(tx: &mut Tx, member: &StaffMember) -> DbResult<()> {
    repository::insert(tx, member).await
}

/// Who works in a municipality, in the order of their names: the same on every engine.
pub async fn list(db: &Db, municipality: &str) -> DbResult<Vec<StaffMember>> {
    list_in(&mut db.read().await?, municipality).await
}

/// The same within a transaction.
pub async fn list_in(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StaffMember>> {
    let mut members = repository::list(tx, municipality).await?;
    members.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(members)
}

/// Who takes appointments in a municipality, in the order of their names: who only arranges the desk sees nothing of
/// citizens.
pub async fn list_team(db: &Db, municipality: &str) -> DbResult<Vec<StaffMember>> {
    list_team_in(&mut db.read().await?, municipality).await
}

/// The same within a transaction.
pub async fn list_team_in(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StaffMember>> {
    let members = list_in(tx, municipality).await?;
    Ok(members.into_iter().filter(|member| member.role.takes_talks()).collect())
}

/// A member of staff, within a transaction.
pub async fn find_in(tx: &mut Tx, staff: &StaffId) -> DbResult<Option<StaffMember>> {
    repository::find(tx, staff).await
}

/// The member of staff who signs in by this name, wherever they work.
pub async fn find_by_login(db: &Db, login: &str) -> DbResult<Option<StaffMember>> {
    repository::find_by_login(&mut db.read().await?, login).await
}

/// Deletes a member of staff, unless appointments of theirs lie after `now`; notes it.
pub async fn remove(db: &Db, staff: &StaffId, now: Minute, audited: &AuditEntry) -> DbResult<Removal> {
    let mut tx = db.begin().await?;
    let found = repository::find(&mut tx, staff).await?;
    if found.is_none_or(|found| found.municipality != audited.municipality) {
        return Ok(Removal::Unknown);
    }
    let ahead = repository::count_ahead(&mut tx, staff, now).await?;
    if ahead > 0 {
        return Ok(Removal::Expected(ahead));
    }
    repository::delete(&mut tx, staff).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(Removal::Gone)
}
