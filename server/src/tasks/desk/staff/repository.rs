//! The table `staff`: who works at the desks.

use super::service::StaffMember;
use crate::db::{DbResult, FromRow, Row, StaffId, Tx};
use domain::{Minute, Role};

const INSERT: &str = "INSERT INTO staff (id, municipality, name, role) VALUES ($1, $2, $3, $4)";
const LIST: &str = "SELECT id, municipality, name, role FROM staff WHERE municipality = $1";
const FIND_BY_LOGIN: &str = "SELECT s.id, s.municipality, s.name, s.role FROM staff s \
    JOIN staff_login l ON l.staff_id = s.id WHERE l.login = $1";
const FIND: &str = "SELECT id, municipality, name, role FROM staff WHERE id = $1";
const COUNT_AHEAD: &str =
    "SELECT COUNT(*) AS number FROM appointment WHERE staff_id = $1 AND starts + minutes > $2";
const DELETE: &str = "DELETE FROM staff WHERE id = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[INSERT, LIST, FIND_BY_LOGIN, FIND, COUNT_AHEAD, DELETE];

impl FromRow for StaffMember {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            municipality: row.get("municipality")?,
            name: row.get("name")?,
            role: row.get_code("role", Role::from_code)?,
        })
    }
}

pub async fn insert(tx: &mut Tx, member: &StaffMember) -> DbResult<()> {
    let values = [
        (&member.id).into(),
        (&member.municipality).into(),
        (&member.name).into(),
        member.role.code().into(),
    ];
    tx.execute(INSERT, &values).await?;
    Ok(())
}

/// Lists who works in a municipality, in no order.
pub async fn list(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StaffMember>> {
    tx.fetch_all(LIST, &[municipality.into()]).await
}

pub async fn find_by_login(tx: &mut Tx, login: &str) -> DbResult<Option<StaffMember>> {
    tx.fetch_optional(FIND_BY_LOGIN, &[login.into()]).await
}

pub async fn find(tx: &mut Tx, staff: &StaffId) -> DbResult<Option<StaffMember>> {
    tx.fetch_optional(FIND, &[staff.into()]).await
}

/// Counts the appointments of a member of staff that are not over.
pub async fn count_ahead(tx: &mut Tx, staff: &StaffId, now: Minute) -> DbResult<u64> {
    tx.count(COUNT_AHEAD, &[staff.into(), now.into()]).await
}

pub async fn delete(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    tx.execute(DELETE, &[staff.into()]).await?;
    Ok(())
}
