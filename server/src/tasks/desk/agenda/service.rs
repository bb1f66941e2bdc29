//! What staff see of appointments.

use super::repository;
use crate::{
    db::{Db, DbResult, StaffId},
    tasks::booking::model::Appointment,
};
use chrono::NaiveDate;
use domain::{LocalDay, Minute};
use std::ops::Range;

/// An appointment as staff see it.
pub struct AgendaEntry {
    pub appointment: Appointment,
    pub staff: StaffId,
    /// The name of who takes it.
    pub counsellor: String,
    pub pseudonym: String,
    pub talks: u16,
    pub extended_by: u16,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
}

/// What is booked between two moments: by time, then by the name of who takes it, the same on every engine.
pub async fn list(db: &Db, municipality: &str, between: Range<Minute>) -> DbResult<Vec<AgendaEntry>> {
    Ok(in_order(repository::list(&mut db.read().await?, municipality, between).await?))
}

/// What is booked on a day.
pub async fn list_day(db: &Db, municipality: &str, day: NaiveDate) -> DbResult<Vec<AgendaEntry>> {
    let day = LocalDay::new(day);
    list(db, municipality, day.begins().minute()..day.plus_days(1).begins().minute()).await
}

/// What waits to be confirmed from a moment on, on whatever day it is.
pub async fn list_pending(db: &Db, municipality: &str, from: Minute) -> DbResult<Vec<AgendaEntry>> {
    Ok(in_order(repository::list_pending(&mut db.read().await?, municipality, from).await?))
}

fn in_order(mut entries: Vec<AgendaEntry>) -> Vec<AgendaEntry> {
    entries.sort_by(|one, other| {
        (one.appointment.starts, &one.counsellor).cmp(&(other.appointment.starts, &other.counsellor))
    });
    entries
}
