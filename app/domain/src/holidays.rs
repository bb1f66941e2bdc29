//! Public holidays in Denmark, on which a centre is likely to be closed.

use crate::{LocalDay, codes};
use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

codes! {
    /// A day on which most of Denmark is closed: the holidays of the church, and three days that many agreements make free.
    Holiday {
        NewYear = "NEW_YEAR",
        MaundyThursday = "MAUNDY_THURSDAY",
        GoodFriday = "GOOD_FRIDAY",
        EasterSunday = "EASTER_SUNDAY",
        EasterMonday = "EASTER_MONDAY",
        Ascension = "ASCENSION",
        WhitSunday = "WHIT_SUNDAY",
        WhitMonday = "WHIT_MONDAY",
        ConstitutionDay = "CONSTITUTION_DAY",
        ChristmasEve = "CHRISTMAS_EVE",
        ChristmasDay = "CHRISTMAS_DAY",
        BoxingDay = "BOXING_DAY",
        NewYearsEve = "NEW_YEARS_EVE",
    }
}

impl Holiday {
    /// The holiday on a day. Great Prayer Day is none any more (lov nr. 214 af 06/03/2023, from 2024).
    #[must_use]
    pub fn on(day: NaiveDate) -> Option<Self> {
        Self::of_church(day).or_else(|| Self::by_date(day))
    }

    /// Those that move with Easter. On 5 June 2028 it is Whit Monday that closes, not Constitution Day.
    fn of_church(day: NaiveDate) -> Option<Self> {
        match (day - find_easter(day.year())?).num_days() {
            -3 => Some(Self::MaundyThursday),
            -2 => Some(Self::GoodFriday),
            0 => Some(Self::EasterSunday),
            1 => Some(Self::EasterMonday),
            39 => Some(Self::Ascension),
            49 => Some(Self::WhitSunday),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }

    fn by_date(day: NaiveDate) -> Option<Self> {
        match (day.month(), day.day()) {
            (1, 1) => Some(Self::NewYear),
            (6, 5) => Some(Self::ConstitutionDay),
            (12, 24) => Some(Self::ChristmasEve),
            (12, 25) => Some(Self::ChristmasDay),
            (12, 26) => Some(Self::BoxingDay),
            (12, 31) => Some(Self::NewYearsEve),
            _ => None,
        }
    }
}

impl LocalDay {
    /// This day, or the first after it that is neither a Saturday, a Sunday nor a holiday.
    #[must_use]
    pub fn next_weekday(self) -> Self {
        let mut day = self;
        while matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun) || Holiday::on(day.date()).is_some()
        {
            day = day.plus_days(1);
        }
        day
    }
}

/// Easter Sunday of a year in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn find_easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let is_late = (golden + 11 * moon + 22 * sunday) / 451;
    let after = TimeDelta::days((moon + sunday - 7 * is_late).into());
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_signed(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for easter in [
            "1818-03-22",
            "1943-04-25",
            "2000-04-23",
            "2008-03-23",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
        ] {
            assert_eq!(Holiday::on(day(easter)), Some(Holiday::EasterSunday), "{easter}");
        }
    }

    /// Easter Sunday and Monday, Maundy Thursday and Good Friday before them, Ascension and Whitsun after, written out for
    /// ten years; compared with `snapshots/countries/DK_COMMON.json` of the Python package `holidays` (vacanza), which has
    /// 1 May too: many work then, and it is no public holiday.
    const TEN_YEARS: [(i32, [&str; 7]); 10] = [
        (2024, ["03-28", "03-29", "03-31", "04-01", "05-09", "05-19", "05-20"]),
        (2025, ["04-17", "04-18", "04-20", "04-21", "05-29", "06-08", "06-09"]),
        (2026, ["04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"]),
        (2027, ["03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"]),
        (2028, ["04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"]),
        (2029, ["03-29", "03-30", "04-01", "04-02", "05-10", "05-20", "05-21"]),
        (2030, ["04-18", "04-19", "04-21", "04-22", "05-30", "06-09", "06-10"]),
        (2031, ["04-10", "04-11", "04-13", "04-14", "05-22", "06-01", "06-02"]),
        (2032, ["03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"]),
        (2033, ["04-14", "04-15", "04-17", "04-18", "05-26", "06-05", "06-06"]),
    ];

    #[test]
    fn ten_years_have_the_holidays_of_the_table_and_no_other() {
        const MOVING: [Holiday; 7] = [
            Holiday::MaundyThursday,
            Holiday::GoodFriday,
            Holiday::EasterSunday,
            Holiday::EasterMonday,
            Holiday::Ascension,
            Holiday::WhitSunday,
            Holiday::WhitMonday,
        ];
        const FIXED: [(&str, Holiday); 6] = [
            ("01-01", Holiday::NewYear),
            ("06-05", Holiday::ConstitutionDay),
            ("12-24", Holiday::ChristmasEve),
            ("12-25", Holiday::ChristmasDay),
            ("12-26", Holiday::BoxingDay),
            ("12-31", Holiday::NewYearsEve),
        ];
        for (year, moving) in TEN_YEARS {
            let mut expected: BTreeMap<NaiveDate, Holiday> =
                FIXED.into_iter().map(|(of, holiday)| (day(&format!("{year}-{of}")), holiday)).collect();
            expected.extend(moving.into_iter().map(|of| day(&format!("{year}-{of}"))).zip(MOVING));
            let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
            let days = first.iter_days().take_while(|day| day.year() == year);
            let found: BTreeMap<NaiveDate, Holiday> =
                days.filter_map(|day| Holiday::on(day).map(|holiday| (day, holiday))).collect();
            assert_eq!(found, expected, "{year}");
        }
    }

    #[test]
    fn after_christmas_the_next_weekday_is_the_monday_after() {
        for (from, to) in [
            ("2026-12-23", "2026-12-23"),
            ("2026-12-24", "2026-12-28"),
            ("2026-12-26", "2026-12-28"),
            ("2026-12-31", "2027-01-04"),
            ("2027-03-25", "2027-03-30"),
            ("2028-06-03", "2028-06-06"),
        ] {
            assert_eq!(LocalDay::new(day(from)).next_weekday().date(), day(to), "{from}");
        }
    }

    proptest! {
        #[test]
        fn a_year_has_one_easter_on_a_sunday_in_spring(year in 1600_i32..2500) {
            let easter = find_easter(year).expect("a day");
            prop_assert_eq!(easter.weekday(), Weekday::Sun);
            prop_assert!(easter >= NaiveDate::from_ymd_opt(year, 3, 22).expect("a day"));
            prop_assert!(easter <= NaiveDate::from_ymd_opt(year, 4, 25).expect("a day"));
        }
    }
}
