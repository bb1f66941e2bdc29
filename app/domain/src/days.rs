//! Days and instants of the law: local calendar days in Europe/Copenhagen.
//!
//! Day 0 is the local day of an event; day n is n calendar days later and counts in full, until 24:00.

use crate::LocalDay;
use chrono::{DateTime, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::{Europe::Copenhagen, Tz};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A moment, as it is told by the clock in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Instant(DateTime<Tz>);

impl LocalDay {
    /// The first instant of the day. Clocks in Denmark change at night, never at midnight.
    ///
    /// # Panics
    /// Never for a day on which the clock reaches midnight once.
    #[must_use]
    pub fn begins(self) -> Instant {
        let midnight = self.date().and_time(NaiveTime::MIN);
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
        LocalDay::new(self.0.date_naive())
    }

    /// What the clock on the wall shows in Denmark.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.0.naive_local()
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
