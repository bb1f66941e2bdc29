//! What staff see of appointments.

use super::repository;
use crate::{
    db::{AppointmentId, CodeId, Db, DbResult, StaffId, Tx},
    tasks::{
        booking::model::Appointment,
        desk::staff::{self, StaffMember},
    },
};
use chrono::NaiveDate;
use domain::{LocalDay, Minute, Role};
use std::ops::Range;

/// An appointment as staff see it.
#[derive(Clone)]
pub struct AgendaEntry {
    pub appointment: Appointment,
    /// When whoever takes it is free again: after its pause.
    pub free_from: Minute,
    pub staff: StaffId,
    /// The name of who takes it.
    pub counsellor: String,
    pub pseudonym: String,
    /// Talks of the same kind that are agreed on, and those granted beyond the standard's number.
    pub talks: u16,
    pub extended_by: u16,
    pub code: CodeId,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
}

/// How many appointments somebody has on a day.
pub struct CountOfStaff {
    pub staff: StaffId,
    pub appointments: u64,
    /// How many of them wait to be confirmed.
    pub pending: u64,
}

impl AgendaEntry {
    /// Whether somebody would have two at once.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.appointment.starts < other.free_from && other.appointment.starts < self.free_from
    }
}

/// Whether somebody may write at an appointment of a member of staff, and hand it over: who takes it, and a lead.
#[must_use]
pub fn may_talk(who: &StaffMember, staff: StaffId) -> bool {
    staff == who.id || who.role == Role::Lead
}

/// Who takes appointments in the same municipality, by their name in hexadecimal.
pub async fn find_colleague(db: &Db, municipality: &str, id: &str) -> DbResult<Option<StaffMember>> {
    let Ok(id) = id.parse::<StaffId>() else { return Ok(None) };
    let team = staff::service::list_team(db, municipality).await?;
    Ok(team.into_iter().find(|member| member.id == id))
}

/// What is booked between two moments: by time, then by the name of who takes it, the same on every engine.
pub async fn list(db: &Db, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
    Ok(in_order(repository::list(&mut db.read().await?, municipality, between).await?))
}

/// What is booked on a day.
pub async fn list_day(db: &Db, municipality: &str, day: NaiveDate) -> DbResult<Vec<AgendaEntry>> {
    list_days(db, municipality, day, 1).await
}

/// What is booked on so many days.
pub async fn list_days(
    db: &Db,
    municipality: &str,
    first: NaiveDate,
    days: u16,
) -> DbResult<Vec<AgendaEntry>> {
    list_days_in(&mut db.read().await?, municipality, first, days).await
}

/// The same within a transaction.
pub async fn list_days_in(
    tx: &mut Tx,
    municipality: &str,
    first: NaiveDate,
    days: u16,
) -> DbResult<Vec<AgendaEntry>> {
    Ok(in_order(repository::list(tx, municipality, between_days(first, days)).await?))
}

/// What is booked with somebody on so many days, in the order of time.
pub async fn list_days_of(
    db: &Db,
    staff: &StaffId,
    first: NaiveDate,
    days: u16,
) -> DbResult<Vec<AgendaEntry>> {
    repository::list_of(&mut db.read().await?, staff, between_days(first, days)).await
}

/// How many appointments there are on a day, by whom they are with.
pub async fn count_day(tx: &mut Tx, municipality: &str, day: NaiveDate) -> DbResult<Vec<CountOfStaff>> {
    repository::count(tx, municipality, between_days(day, 1)).await
}

fn between_days(first: NaiveDate, days: u16) -> Range<Minute> {
    let first = LocalDay::new(first);
    first.begins().minute()..first.plus_days(days).begins().minute()
}

/// What waits to be confirmed from a moment on, on whatever day it is.
pub async fn list_pending(db: &Db, municipality: &str, from: Minute) -> DbResult<Vec<AgendaEntry>> {
    Ok(in_order(repository::list_pending(&mut db.read().await?, municipality, from).await?))
}

/// An appointment of a municipality.
pub async fn find(db: &Db, municipality: &str, appointment: &AppointmentId) -> DbResult<Option<AgendaEntry>> {
    repository::find(&mut db.read().await?, municipality, appointment).await
}

fn in_order(mut entries: Vec<AgendaEntry>) -> Vec<AgendaEntry> {
    entries.sort_by(|one, other| {
        (one.appointment.starts, &one.counsellor).cmp(&(other.appointment.starts, &other.counsellor))
    });
    entries
}
