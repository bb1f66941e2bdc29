//! Weekly hours, and whether a place is open at a local moment.

use crate::{Hours, OpeningDays};
use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike, Weekday};

/// A span of a day, from the first minute up to but not including the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TimeSpan {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl TimeSpan {
    /// From and to, in minutes since midnight.
    #[must_use]
    pub fn in_minutes(self) -> (u16, u16) {
        let minute =
            |time: NaiveTime| u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(u16::MAX);
        (minute(self.from), minute(self.to))
    }
}

/// The spans of each weekday, Monday first, in order and without overlap; an empty day is closed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Week {
    days: [Vec<TimeSpan>; 7],
}

/// Days within which an opening is looked for: a desk may close for weeks on end.
const LOOKED_AHEAD: usize = 370;

/// The state of a place at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opening {
    /// Open, and closes at this local moment.
    OpenUntil(NaiveDateTime),
    /// Closed, and opens next at this local moment.
    OpensAt(NaiveDateTime),
    /// The week has no hours at all, or every day is closed.
    Never,
}

impl Week {
    /// The week in which somebody is there, whoever it is.
    #[must_use]
    pub fn of_hours(hours: &[Hours]) -> Self {
        let time = |minutes: u16| NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minutes) * 60, 0);
        let mut days: [Vec<TimeSpan>; 7] = Default::default();
        let mut sorted: Vec<&Hours> = hours.iter().collect();
        sorted.sort_unstable_by_key(|one| (one.weekday, one.from, one.to));
        for one in sorted {
            let span = time(one.from).zip(time(one.to)).map(|(from, to)| TimeSpan { from, to });
            let (Some(day), Some(span)) = (days.get_mut(one.weekday), span) else { continue };
            match day.last_mut().filter(|last| span.from <= last.to) {
                Some(last) => last.to = last.to.max(span.to),
                None => day.push(span),
            }
        }
        Self { days }
    }

    /// A week from its days, Monday first.
    ///
    /// # Errors
    /// The reason, where a span ends before it begins or overlaps the one before it.
    pub fn new(days: [Vec<TimeSpan>; 7]) -> Result<Self, &'static str> {
        for day in &days {
            if day.iter().any(|span| span.from >= span.to) {
                return Err("a time must end after it begins");
            }
            if day.windows(2).any(|pair| pair[0].to > pair[1].from) {
                return Err("times of one day must stand in order and not overlap");
            }
        }
        Ok(Self { days })
    }

    #[must_use]
    pub fn day(&self, day: Weekday) -> &[TimeSpan] {
        &self.days[day.num_days_from_monday() as usize]
    }

    /// Whether the printed hours cover a local moment. It asks for no holiday and no closed day.
    #[must_use]
    pub fn covers(&self, now: NaiveDateTime) -> bool {
        let mut spans = self.day(now.weekday()).iter();
        spans.any(|span| span.from <= now.time() && now.time() < span.to)
    }

    /// Whether the place is open at the local moment `now`, and when that changes next; on a closed day it is not.
    ///
    /// Hours are wall-clock hours: on the day a clock changes they hold as printed.
    #[must_use]
    pub fn at(&self, now: NaiveDateTime, days: &OpeningDays) -> Opening {
        let ahead = now.date().iter_days().take(LOOKED_AHEAD);
        for date in ahead.filter(|date| !days.is_closed(*date)) {
            for span in self.day(date.weekday()) {
                let (from, to) = (date.and_time(span.from), date.and_time(span.to));
                if from <= now && now < to {
                    return Opening::OpenUntil(to);
                }
                if now < from {
                    return Opening::OpensAt(from);
                }
            }
        }
        Opening::Never
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DaySetting;
    use chrono::{NaiveDate, TimeDelta};
    use proptest::prelude::*;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).expect("a valid time")
    }

    fn span(from: (u32, u32), to: (u32, u32)) -> TimeSpan {
        TimeSpan { from: time(from.0, from.1), to: time(to.0, to.1) }
    }

    /// Weekdays 8.00-12.30, Thursday also 15.00-17.00.
    fn phone_hours() -> Week {
        let morning = span((8, 0), (12, 30));
        let weekday = vec![morning];
        let thursday = vec![morning, span((15, 0), (17, 0))];
        Week::new([weekday.clone(), weekday.clone(), weekday.clone(), thursday, weekday, vec![], vec![]])
            .expect("a valid week")
    }

    fn at(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        // 2026-11-23 is a Monday.
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a date").and_time(time(hour, minute))
    }

    #[test]
    fn the_phone_is_answered_until_half_past_twelve_and_opens_again_next_morning() {
        let week = phone_hours();
        assert_eq!(week.at(at(23, 8, 0), &OpeningDays::default()), Opening::OpenUntil(at(23, 12, 30)));
        assert_eq!(week.at(at(23, 12, 29), &OpeningDays::default()), Opening::OpenUntil(at(23, 12, 30)));
        assert_eq!(week.at(at(23, 12, 30), &OpeningDays::default()), Opening::OpensAt(at(24, 8, 0)));
    }

    #[test]
    fn thursday_has_a_second_span() {
        assert_eq!(phone_hours().at(at(26, 13, 0), &OpeningDays::default()), Opening::OpensAt(at(26, 15, 0)));
    }

    #[test]
    fn a_weekend_waits_for_monday() {
        assert_eq!(phone_hours().at(at(27, 12, 30), &OpeningDays::default()), Opening::OpensAt(at(30, 8, 0)));
        assert_eq!(phone_hours().at(at(28, 10, 0), &OpeningDays::default()), Opening::OpensAt(at(30, 8, 0)));
    }

    #[test]
    fn a_week_without_hours_never_opens() {
        assert_eq!(Week::default().at(at(23, 9, 0), &OpeningDays::default()), Opening::Never);
    }

    #[test]
    fn a_closed_day_and_a_holiday_open_on_the_next_day_that_is_not() {
        let christmas = |hour| NaiveDate::from_ymd_opt(2026, 12, 24).expect("a date").and_time(time(hour, 0));
        let opens = |day, days: &[(u32, DaySetting)]| {
            let of = |day| NaiveDate::from_ymd_opt(2026, 12, day).expect("a date");
            let days = OpeningDays::new(days.iter().map(|(day, setting)| (of(*day), setting.clone())));
            assert_eq!(phone_hours().at(christmas(9), &days), Opening::OpensAt(of(day).and_time(time(8, 0))));
        };
        opens(28, &[]);
        opens(29, &[(28, DaySetting::Closed(String::new()))]);
        let opened = OpeningDays::new([(christmas(0).date(), DaySetting::Open)]);
        assert!(matches!(phone_hours().at(christmas(9), &opened), Opening::OpenUntil(_)));
        assert!(phone_hours().covers(christmas(9)), "the printed hours know no holiday");
    }

    #[test]
    fn overlapping_or_reversed_times_are_refused() {
        let mut days: [Vec<TimeSpan>; 7] = Default::default();
        days[0] = vec![span((8, 0), (12, 0)), span((11, 0), (13, 0))];
        assert!(Week::new(days.clone()).is_err());
        days[0] = vec![span((12, 0), (8, 0))];
        assert!(Week::new(days).is_err());
    }

    proptest! {
        /// Whatever the moment: an answer lies in the future, at most two weeks away, since a holiday may lie between, and just before
        /// the change the state is still the same.
        #[test]
        fn the_next_change_is_ahead_and_true(minutes in 0i64..60 * 24 * 400) {
            let week = phone_hours();
            let now = at(23, 0, 0) + TimeDelta::minutes(minutes);
            let (change, open) = match week.at(now, &OpeningDays::default()) {
                Opening::OpenUntil(change) => (change, true),
                Opening::OpensAt(change) => (change, false),
                Opening::Never => unreachable!("the week has hours"),
            };
            prop_assert!(change > now && change - now <= TimeDelta::days(14));
            let just_before = week.at(change - TimeDelta::seconds(1), &OpeningDays::default());
            prop_assert_eq!(matches!(just_before, Opening::OpenUntil(_)), open);
            let just_after = week.at(change, &OpeningDays::default());
            prop_assert_eq!(matches!(just_after, Opening::OpenUntil(_)), !open);
        }
    }
}
