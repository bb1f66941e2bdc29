//! Being called back: when one may be called.

use crate::{OpeningDays, TimeSpan, Week};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// A stretch of one day in which somebody may be called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    pub day: NaiveDate,
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl Window {
    /// Whether it is now, by the clock in Denmark.
    #[must_use]
    pub fn contains(&self, now: NaiveDateTime) -> bool {
        now.date() == self.day && self.from <= now.time() && now.time() < self.to
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        self.day.and_time(self.to) <= now
    }
}

/// Days within which a window is looked for.
const LOOKED_AHEAD: usize = 30;

/// The windows of the next `days` days on which the phone is answered and the centre is not `closed`, morning and
/// afternoon apart.
#[must_use]
pub fn windows(hours: &Week, closed: &OpeningDays, now: NaiveDateTime, days: usize) -> Vec<Window> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let halves = |span: TimeSpan| {
        let morning = (span.from, span.to.min(noon));
        let afternoon = (span.from.max(noon), span.to);
        [morning, afternoon].into_iter().filter(|(from, to)| from < to)
    };
    let mut windows: Vec<Window> = Vec::new();
    let mut seen = 0;
    for day in now.date().iter_days().take(LOOKED_AHEAD).filter(|day| !closed.is_closed(*day)) {
        let of_day: Vec<Window> = hours
            .day(day.weekday())
            .iter()
            .copied()
            .flat_map(halves)
            .map(|(from, to)| Window { day, from, to })
            .filter(|window| window.day.and_time(window.to) > now)
            .collect();
        seen += usize::from(!of_day.is_empty());
        if seen > days {
            break;
        }
        windows.extend(of_day);
    }
    windows
}
