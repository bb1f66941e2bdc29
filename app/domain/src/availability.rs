//! Free times of a desk: weekly hours less what is taken, between the least notice and the horizon.
//!
//! Hours are those of the wall clock in Denmark; what is taken is kept in minutes since 1970 (UTC), which
//! no change of the clock moves.

use crate::{Instant, LocalDay, OpeningDays};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use std::{collections::BTreeMap, ops::Range};

/// Minutes since 1970-01-01 00:00 UTC.
pub type Minute = i64;

/// Hours of one weekday on which somebody takes appointments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// Whose hours: a position in the caller's list of staff.
    pub who: usize,
    /// 0 on a Monday, 6 on a Sunday.
    pub weekday: usize,
    /// Minutes since midnight.
    pub from: u16,
    pub to: u16,
}

/// A day on which somebody's hours are not those of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exception {
    pub who: usize,
    pub day: NaiveDate,
    /// Minutes since midnight.
    pub from: u16,
    pub to: u16,
    /// Away, or there beyond the weekly hours.
    pub away: bool,
}

/// When a desk takes appointments.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    pub hours: Vec<Hours>,
    pub exceptions: Vec<Exception>,
    /// Those on which nobody is there.
    pub days: OpeningDays,
}

/// Minutes of a day by the clock: what lasts from 0 to here lasts the whole day.
pub const MINUTES_OF_DAY: u16 = 24 * 60;

impl Calendar {
    /// What `day` offers: whose, from, to.
    fn spans(&self, day: NaiveDate) -> Vec<(usize, u16, u16)> {
        if self.days.is_closed(day) {
            return Vec::new();
        }
        let weekday = LocalDay::new(day).weekday_from_monday();
        let weekly = self.hours.iter().filter(|hours| hours.weekday == weekday);
        let of_day = || self.exceptions.iter().filter(|one| one.day == day);
        let extra = of_day().filter(|one| !one.away).map(|one| (one.who, one.from, one.to));
        weekly.map(|hours| (hours.who, hours.from, hours.to)).chain(extra).collect()
    }

    /// Whether somebody is there for a whole stretch of minutes of `day`.
    #[must_use]
    pub fn is_at_work(&self, who: usize, day: NaiveDate, from: u16, to: u16) -> bool {
        let covers = |(of, begins, ends): (usize, u16, u16)| of == who && begins <= from && to <= ends;
        self.spans(day).into_iter().any(covers) && !self.is_away(who, day, from, to)
    }

    /// Whether somebody is away for part of a stretch of minutes of `day`.
    fn is_away(&self, who: usize, day: NaiveDate, from: u16, to: u16) -> bool {
        let mut away = self.exceptions.iter().filter(|one| one.away && one.who == who && one.day == day);
        away.any(|one| one.from < to && from < one.to)
    }
}

/// A stretch of time that somebody cannot be booked in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BusyInterval {
    pub who: usize,
    pub from: Minute,
    /// The first minute that is free again.
    pub to: Minute,
}

/// How a kind of appointment is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AppointmentType {
    pub minutes: u16,
    /// Minutes kept free after each appointment.
    pub buffer: u16,
    /// Minutes from now before which nothing can be booked.
    pub notice: u32,
    /// Days after today on which nothing can be booked any more.
    pub horizon: u16,
    /// Appointments of this kind that the desk gives on one day.
    pub capacity: u16,
}

impl AppointmentType {
    /// Minutes from one beginning to the next.
    fn step(&self) -> u16 {
        self.minutes.saturating_add(self.buffer).max(1)
    }
}

/// The beginnings that are free, each with who could take it, in order of time. `full` are the days on which
/// the desk gives no more of this kind.
#[must_use]
pub fn list_free_times(
    appointment_type: &AppointmentType,
    calendar: &Calendar,
    taken: &[BusyInterval],
    full: &[NaiveDate],
    now: Instant,
) -> BTreeMap<NaiveDateTime, Vec<usize>> {
    let taken = BusyIntervals::new(taken);
    let days = bookable_days(appointment_type, now).filter(|day| !full.contains(day));
    days.flat_map(|day| list_free_times_on(day, appointment_type, calendar, &taken, now)).collect()
}

/// The days on which something of this appointment type can begin, from today on.
pub fn bookable_days(
    appointment_type: &AppointmentType,
    now: Instant,
) -> impl Iterator<Item = NaiveDate> + use<> {
    let today = now.day().date();
    (0..=u64::from(appointment_type.horizon))
        .filter_map(move |ahead| today.checked_add_days(Days::new(ahead)))
}

/// The same as [`list_free_times`] of one day.
#[must_use]
pub fn list_free_times_on(
    day: NaiveDate,
    appointment_type: &AppointmentType,
    calendar: &Calendar,
    taken: &BusyIntervals,
    now: Instant,
) -> BTreeMap<NaiveDateTime, Vec<usize>> {
    let earliest = now.minute() + Minute::from(appointment_type.notice);
    let mut wanted: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (who, from, to) in calendar.spans(day) {
        for minute in beginnings(appointment_type, from, to) {
            let staff = wanted.entry(minute).or_default();
            let away = || calendar.is_away(who, day, minute, minute.saturating_add(appointment_type.minutes));
            if !staff.contains(&who) && !away() {
                staff.push(who);
            }
        }
    }
    let free = |(minute, mut staff): (u16, Vec<usize>)| {
        // A time that the clock skips or shows twice is not offered.
        let (begins, starts) = at(day, minute).filter(|(_, starts)| *starts >= earliest)?;
        let whole = starts..starts + Minute::from(appointment_type.step());
        staff.retain(|who| !taken.overlaps(*who, &whole));
        (!staff.is_empty()).then_some((begins, staff))
    };
    wanted.into_iter().filter_map(free).collect()
}

/// The minutes of a day at which an appointment can begin.
fn beginnings(appointment_type: &AppointmentType, from: u16, to: u16) -> impl Iterator<Item = u16> + use<> {
    let last = to.checked_sub(appointment_type.minutes);
    let step = appointment_type.step().into();
    last.into_iter().flat_map(move |last| (from..=last).step_by(step))
}

fn at(day: NaiveDate, minute: u16) -> Option<(NaiveDateTime, Minute)> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0)?;
    let begins = day.and_time(time);
    Some((begins, Instant::at(begins)?.minute()))
}

/// What is taken, by who and beginning; what one person has taken does not overlap itself.
pub struct BusyIntervals(Vec<BusyInterval>);

impl BusyIntervals {
    #[must_use]
    pub fn new(taken: &[BusyInterval]) -> Self {
        let mut taken = taken.to_vec();
        taken.sort_unstable_by_key(|taken| (taken.who, taken.from));
        Self(taken)
    }

    fn overlaps(&self, who: usize, wanted: &Range<Minute>) -> bool {
        let after = self.0.partition_point(|one| (one.who, one.from) < (who, wanted.end));
        self.0[..after].last().is_some_and(|one| one.who == who && one.to > wanted.start)
    }
}

/// Part of the day in which a time begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayPart {
    Morning,
    /// From noon on.
    Afternoon,
    /// From five o'clock on.
    Evening,
}

impl DayPart {
    #[must_use]
    pub fn of(begins: NaiveDateTime) -> Self {
        match begins.hour() {
            0..12 => Self::Morning,
            12..17 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}
