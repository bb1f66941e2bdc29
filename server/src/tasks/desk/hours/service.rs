//! When somebody takes appointments: the week, and days that are not like it.

use super::repository::{self, OfStaff};
use crate::{
    db::{Db, DbResult, ExceptionId, HoursId, StaffId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        booking::model::BusyTime,
        desk::{
            audit::{self, AuditEntry},
            settings::service as settings,
            staff,
        },
    },
};
use chrono::NaiveDate;
use domain::{BusyInterval, BusyIntervals, Calendar, Exception, Hours, LocalDay, MINUTES_OF_DAY};
use std::collections::BTreeMap;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "staff_hours", ends: Ends::With("staff") },
    RetentionRule {
        table: "staff_exception",
        ends: Ends::When { condition: "day < $1", cutoff: Cutoff::Today },
    },
];

/// Hours of one weekday, in minutes since midnight. Monday is 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HoursOfWeek {
    pub id: HoursId,
    pub weekday: u8,
    pub from: u16,
    pub to: u16,
}

/// Hours of one day that are not those of the week, in minutes since midnight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExceptionDay {
    pub id: ExceptionId,
    pub day: NaiveDate,
    pub from: u16,
    pub to: u16,
    /// Away, or there beyond the weekly hours.
    pub away: bool,
}

/// The hours of a municipality's staff. [`domain::Hours::who`] and [`domain::BusyInterval::who`] are places in `staff`.
pub struct Roster {
    /// In the order of their names, in which they are asked.
    pub staff: Vec<StaffId>,
    pub calendar: Calendar,
}

impl Roster {
    /// Whether somebody takes appointments for a whole stretch of minutes of a day.
    #[must_use]
    pub fn is_at_work(&self, staff: &StaffId, day: NaiveDate, from: u16, to: u16) -> bool {
        let who = self.staff.iter().position(|one| one == staff);
        who.is_some_and(|who| self.calendar.is_at_work(who, day, from, to))
    }

    /// What is taken of the staff of this roster.
    #[must_use]
    pub fn busy_intervals(&self, times: &[BusyTime]) -> BusyIntervals {
        let places: BTreeMap<&StaffId, usize> =
            self.staff.iter().enumerate().map(|(place, staff)| (staff, place)).collect();
        let interval = |time: &BusyTime| {
            Some(BusyInterval { who: *places.get(&time.staff)?, from: time.from, to: time.to })
        };
        BusyIntervals::new(&times.iter().filter_map(interval).collect::<Vec<_>>())
    }
}

/// Who takes appointments in a municipality, and when, from a day on.
pub async fn load_roster(db: &Db, municipality: &str, from: NaiveDate) -> DbResult<Roster> {
    let mut tx = db.read().await?;
    let team = staff::service::list_team_in(&mut tx, municipality).await?;
    let staff: Vec<StaffId> = team.into_iter().map(|member| member.id).collect();
    let place = |wanted: &StaffId| staff.iter().position(|one| one == wanted);
    let mut calendar = Calendar::default();
    for OfStaff(who, hours) in repository::list_all_hours(&mut tx, municipality).await? {
        if let Some(who) = place(&who) {
            let HoursOfWeek { weekday, from, to, .. } = hours;
            calendar.hours.push(Hours { who, weekday: weekday.into(), from, to });
        }
    }
    for OfStaff(who, exception) in repository::list_all_exceptions(&mut tx, municipality, from).await? {
        if let Some(who) = place(&who) {
            let ExceptionDay { day, from, to, away, .. } = exception;
            calendar.exceptions.push(Exception { who, day, from, to, away });
        }
    }
    calendar.days = settings::load_days_in(&mut tx, municipality, from).await?;
    Ok(Roster { staff, calendar })
}

/// Who of a municipality is away the whole day, on so many days.
pub async fn list_away(
    db: &Db,
    municipality: &str,
    first: NaiveDate,
    days: u16,
) -> DbResult<Vec<(StaffId, NaiveDate)>> {
    let exceptions = repository::list_all_exceptions(&mut db.read().await?, municipality, first).await?;
    let last = LocalDay::new(first).plus_days(days).date();
    let is_meant =
        |one: &ExceptionDay| one.away && one.day < last && (one.from, one.to) == (0, MINUTES_OF_DAY);
    let away = exceptions.into_iter().filter(|OfStaff(_, one)| is_meant(one));
    Ok(away.map(|OfStaff(who, one)| (who, one.day)).collect())
}

/// Replaces the weekly hours of somebody.
pub async fn set_hours(
    db: &Db,
    staff: &StaffId,
    hours: &[HoursOfWeek],
    audited: &AuditEntry,
) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::delete_hours(&mut tx, staff).await?;
    for one in hours {
        repository::insert_hours(&mut tx, staff, one).await?;
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await
}

/// The weekly hours of somebody, in order.
pub async fn list_hours(db: &Db, staff: &StaffId) -> DbResult<Vec<HoursOfWeek>> {
    repository::list_hours(&mut db.read().await?, staff).await
}

/// Adds exceptions of somebody, all or none.
pub async fn add_exceptions(
    db: &Db,
    staff: &StaffId,
    exceptions: &[ExceptionDay],
    audited: &AuditEntry,
) -> DbResult<()> {
    let mut tx = db.begin().await?;
    add_exceptions_in(&mut tx, staff, exceptions, audited).await?;
    tx.commit().await
}

/// The same within a transaction.
pub async fn add_exceptions_in(
    tx: &mut Tx,
    staff: &StaffId,
    exceptions: &[ExceptionDay],
    audited: &AuditEntry,
) -> DbResult<()> {
    for exception in exceptions {
        repository::insert_exception(tx, staff, exception).await?;
    }
    audit::service::record(tx, audited).await
}

/// Deletes an exception of somebody; what is gone already is not noted again.
pub async fn remove_exception(
    db: &Db,
    staff: &StaffId,
    exception: &ExceptionId,
    audited: &AuditEntry,
) -> DbResult<()> {
    let mut tx = db.begin().await?;
    if repository::delete_exception(&mut tx, staff, exception).await? {
        audit::service::record(&mut tx, audited).await?;
    }
    tx.commit().await
}

/// The exceptions of somebody from a day on, in order.
pub async fn list_exceptions(db: &Db, staff: &StaffId, from: NaiveDate) -> DbResult<Vec<ExceptionDay>> {
    repository::list_exceptions(&mut db.read().await?, staff, from).await
}
