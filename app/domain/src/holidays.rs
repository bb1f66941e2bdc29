//! Public holidays in Denmark, on which a centre is likely to be closed.

use crate::codes;
use chrono::{Datelike, NaiveDate, TimeDelta};

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
        match (day.month(), day.day()) {
            (1, 1) => return Some(Self::NewYear),
            (6, 5) => return Some(Self::ConstitutionDay),
            (12, 24) => return Some(Self::ChristmasEve),
            (12, 25) => return Some(Self::ChristmasDay),
            (12, 26) => return Some(Self::BoxingDay),
            (12, 31) => return Some(Self::NewYearsEve),
            _ => {}
        }
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
    use chrono::Weekday;
    use proptest::prelude::*;

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
        assert_eq!(Holiday::on(day("2026-05-14")), Some(Holiday::Ascension));
        assert_eq!(Holiday::on(day("2026-05-25")), Some(Holiday::WhitMonday));
        assert_eq!(Holiday::on(day("2026-05-01")), None, "Great Prayer Day is none any more");
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
