//! Free times of a desk: weekly hours less what is taken, between the least notice and the horizon.
//!
//! Hours are those of the wall clock in Denmark; what is taken is kept in minutes since 1970 (UTC), which
//! no change of the clock moves.

use crate::{Instant, LocalDay};
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

/// A stretch of time that somebody cannot be booked in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Taken {
    pub who: usize,
    pub from: Minute,
    /// The first minute that is free again.
    pub to: Minute,
}

/// How a kind of appointment is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    pub minutes: u16,
    /// Minutes kept free after each appointment.
    pub buffer: u16,
    /// Minutes from now before which nothing can be booked.
    pub notice: u32,
    /// Days after today on which nothing can be booked any more.
    pub horizon: u16,
}

impl Layout {
    /// Minutes from one beginning to the next.
    fn step(&self) -> u16 {
        self.minutes.saturating_add(self.buffer).max(1)
    }
}

/// The beginnings that are free, each with who could take it, in order of time.
#[must_use]
pub fn free_times(
    layout: &Layout,
    hours: &[Hours],
    taken: &[Taken],
    now: Instant,
) -> BTreeMap<NaiveDateTime, Vec<usize>> {
    let today = now.day().date();
    let earliest = now.minute() + Minute::from(layout.notice);
    let mut taken: Vec<Taken> = taken.to_vec();
    taken.sort_unstable_by_key(|taken| (taken.who, taken.from));
    let mut free: BTreeMap<NaiveDateTime, Vec<usize>> = BTreeMap::new();
    for day in (0..=u64::from(layout.horizon)).filter_map(|ahead| today.checked_add_days(Days::new(ahead))) {
        let weekday = LocalDay::new(day).weekday_from_monday();
        for hours in hours.iter().filter(|hours| hours.weekday == weekday) {
            for begins in beginnings(layout, hours, day) {
                // A time that the clock skips or shows twice is not offered.
                let Some(from) = Instant::at(begins).map(Instant::minute) else { continue };
                let whole = from..from + Minute::from(layout.step());
                if from >= earliest && !overlaps(&taken, hours.who, &whole) {
                    free.entry(begins).or_default().push(hours.who);
                }
            }
        }
    }
    free
}

fn beginnings(layout: &Layout, hours: &Hours, day: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
    let last = hours.to.checked_sub(layout.minutes);
    let starts = last.map(|last| (hours.from..=last).step_by(layout.step().into()));
    starts.into_iter().flatten().filter_map(move |minute| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0)?;
        Some(day.and_time(time))
    })
}

/// `taken` is sorted by who and beginning; what one person has taken does not overlap itself.
fn overlaps(taken: &[Taken], who: usize, wanted: &Range<Minute>) -> bool {
    let after = taken.partition_point(|one| (one.who, one.from) < (who, wanted.end));
    taken[..after].last().is_some_and(|one| one.who == who && one.to > wanted.start)
}

/// Before noon, or after.
#[must_use]
pub fn is_morning(begins: NaiveDateTime) -> bool {
    begins.hour() < 12
}
