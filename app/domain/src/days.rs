//! Days and instants of the law: local calendar days in Europe/Copenhagen.
//!
//! Day 0 is the local day of an event; day n is n calendar days later and counts in full, until 24:00.

use chrono::{
    DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone, Utc,
    Weekday,
};
use chrono_tz::{Europe::Copenhagen, Tz};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A calendar day in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LocalDay(NaiveDate);

/// A moment, as it is told by the clock in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Instant(DateTime<Tz>);

impl LocalDay {
    #[must_use]
    pub const fn new(day: NaiveDate) -> Self {
        Self(day)
    }

    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// Reads `2025-10-30`: four digits, two and two.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let written_in_full = text.len() == 10;
        written_in_full.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten().map(Self)
    }

    /// `days` calendar days later. Every day counts.
    ///
    /// # Panics
    /// Only beyond the calendar's end, some 260,000 years from now.
    #[must_use]
    pub fn plus_days(self, days: u16) -> Self {
        Self(self.0 + Days::new(days.into()))
    }

    /// `weeks` weeks later.
    #[must_use]
    pub fn plus_weeks(self, weeks: u8) -> Self {
        self.plus_days(7 * u16::from(weeks))
    }

    /// The same day number `months` months later, or the last day of a shorter month.
    ///
    /// # Panics
    /// Only beyond the calendar's end.
    #[must_use]
    pub fn plus_months(self, months: u8) -> Self {
        Self(self.0 + Months::new(months.into()))
    }

    /// The `number`-th weekday (Monday-Friday) after this day.
    #[must_use]
    pub fn plus_weekdays(self, number: u16) -> Self {
        let mut day = self;
        for _ in 0..number {
            day = day.plus_days(1);
            while matches!(day.0.weekday(), Weekday::Sat | Weekday::Sun) {
                day = day.plus_days(1);
            }
        }
        day
    }

    /// 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub fn weekday_from_monday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// Days from `earlier` to this day; 0 where this day is not later.
    #[must_use]
    pub fn days_after(self, earlier: Self) -> u32 {
        u32::try_from((self.0 - earlier.0).num_days()).unwrap_or(0)
    }

    /// The first instant of the day. Clocks in Denmark change at night, never at midnight.
    ///
    /// # Panics
    /// Never for a day on which the clock reaches midnight once.
    #[must_use]
    pub fn begins(self) -> Instant {
        let midnight = self.0.and_time(NaiveTime::MIN);
        Instant(Copenhagen.from_local_datetime(&midnight).earliest().expect("midnight exists in Denmark"))
    }
}

impl Instant {
    /// Reads `2025-10-16T11:00:00+02:00`, or with `Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let written_in_full = (text.len() == 20 && text.ends_with('Z')) || text.len() == 25;
        if !written_in_full || text.as_bytes()[10] != b'T' {
            return None;
        }
        let moment = DateTime::parse_from_rfc3339(text).ok()?;
        Some(Self(moment.with_timezone(&Copenhagen)))
    }

    #[must_use]
    pub fn of(moment: DateTime<Utc>) -> Self {
        Self(moment.with_timezone(&Copenhagen))
    }

    /// The moment at which the clock in Denmark shows `local`; `None` where it skips or repeats it.
    #[must_use]
    pub fn at(local: NaiveDateTime) -> Option<Self> {
        Copenhagen.from_local_datetime(&local).single().map(Self)
    }

    /// The moment so many minutes after 1970-01-01 00:00 UTC.
    #[must_use]
    pub fn of_minute(minute: i64) -> Option<Self> {
        let moment = DateTime::from_timestamp(minute.checked_mul(60)?, 0)?;
        Some(Self(moment.with_timezone(&Copenhagen)))
    }

    /// Whole minutes since 1970-01-01 00:00 UTC.
    #[must_use]
    pub fn minute(self) -> i64 {
        self.0.timestamp().div_euclid(60)
    }

    /// The day it is in Denmark.
    #[must_use]
    pub fn day(self) -> LocalDay {
        LocalDay(self.0.date_naive())
    }

    /// What the clock on the wall shows in Denmark.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.0.naive_local()
    }
}

impl Serialize for LocalDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LocalDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| D::Error::custom(format!("“{text}” is not a day such as 2025-10-30")))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, false))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            D::Error::custom(format!("“{text}” is not a moment such as 2025-10-16T11:00:00+02:00"))
        })
    }
}
