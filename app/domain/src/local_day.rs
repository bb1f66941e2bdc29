//! A calendar day, and the counting of days: also on the phone.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A calendar day in Denmark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LocalDay(NaiveDate);

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

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        Self(self.0.week(Weekday::Mon).first_day())
    }

    /// Days from `earlier` to this day; 0 where this day is not later.
    #[must_use]
    pub fn days_after(self, earlier: Self) -> u32 {
        u32::try_from((self.0 - earlier.0).num_days()).unwrap_or(0)
    }

    /// Days from `other` to this day; negative where this day is earlier.
    #[must_use]
    pub fn days_from(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
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
