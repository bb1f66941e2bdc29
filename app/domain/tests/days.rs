//! Legal days: local days in Denmark, over both changes of the clock, the turn of a year and leap days.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::{Instant, LocalDay};
use proptest::prelude::*;

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).expect("a day")
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).expect("a moment")
}

prop_compose! {
    fn any_day()(offset in 0u64..40_000) -> LocalDay {
        LocalDay::new(NaiveDate::from_ymd_opt(1990, 1, 1).expect("a date") + Days::new(offset))
    }
}

proptest! {
    /// The first instant of a day lies in it; the second before lies in the day before.
    #[test]
    fn a_day_begins_at_midnight_in_denmark(day in any_day()) {
        prop_assert_eq!(day.begins().day(), day);
        prop_assert_eq!(day.begins().local().to_string(), format!("{} 00:00:00", day.date()));
    }

    #[test]
    fn days_add_up_one_by_one(day in any_day(), first in 0u16..400, then in 0u16..400) {
        prop_assert_eq!(day.plus_days(first).plus_days(then), day.plus_days(first + then));
        prop_assert_eq!(day.plus_days(first).days_after(day), u32::from(first));
        prop_assert_eq!(day.days_after(day.plus_days(first)), 0);
    }

    /// A month later is the same day number, or the last day of a shorter month.
    #[test]
    fn months_keep_the_day_number_or_end_with_the_month(day in any_day(), months in 0u8..30) {
        let later = day.plus_months(months).date();
        let wanted = (day.date().month0() + u32::from(months)) % 12;
        prop_assert_eq!(later.month0(), wanted);
        let last = (later + Days::new(1)).month() != later.month();
        prop_assert!(later.day() == day.date().day() || (last && later.day() < day.date().day()));
    }

    #[test]
    fn weekdays_leave_out_saturdays_and_sundays(day in any_day(), number in 1u16..30) {
        let last = day.plus_weekdays(number).date();
        prop_assert!(!matches!(last.weekday(), Weekday::Sat | Weekday::Sun));
        let between = (1..=day.plus_weekdays(number).days_after(day)).filter(|&n| {
            let one = (day.date() + Days::new(n.into())).weekday();
            !matches!(one, Weekday::Sat | Weekday::Sun)
        });
        prop_assert_eq!(between.count(), usize::from(number));
    }

    #[test]
    fn what_is_no_day_is_refused_and_never_a_panic(text in "\\PC{0,30}") {
        if let Some(day) = LocalDay::parse(&text) {
            prop_assert_eq!(day.date().to_string(), text.clone());
        }
        let _ = Instant::parse(&text);
    }
}

#[test]
fn a_moment_belongs_to_the_day_it_is_in_denmark() {
    for (moment, on) in [
        ("2025-01-22T22:59:59Z", "2025-01-22"),
        ("2025-01-22T23:00:00Z", "2025-01-23"),
        ("2025-07-22T21:59:59Z", "2025-07-22"),
        ("2025-07-22T22:00:00Z", "2025-07-23"),
        ("2025-03-30T00:59:59Z", "2025-03-30"),
        ("2025-10-26T01:30:00Z", "2025-10-26"),
        ("2024-12-31T23:30:00Z", "2025-01-01"),
        ("2025-10-16T11:00:00-08:00", "2025-10-16"),
        ("2025-10-16T16:00:00-08:00", "2025-10-17"),
    ] {
        assert_eq!(instant(moment).day(), day(on), "{moment}");
    }
}

#[test]
fn fourteen_days_are_fourteen_days_whatever_the_clock_does() {
    for (from, to) in [
        ("2025-03-20", "2025-04-03"),
        ("2025-10-16", "2025-10-30"),
        ("2025-12-24", "2026-01-07"),
        ("2024-02-20", "2024-03-05"),
        ("2025-02-20", "2025-03-06"),
    ] {
        assert_eq!(day(from).plus_days(14), day(to));
    }
}

#[test]
fn midnight_is_written_with_the_offset_of_its_own_day() {
    for (on, written) in [
        ("2025-03-30", "2025-03-30T00:00:00+01:00"),
        ("2025-03-31", "2025-03-31T00:00:00+02:00"),
        ("2025-10-26", "2025-10-26T00:00:00+02:00"),
        ("2025-10-27", "2025-10-27T00:00:00+01:00"),
    ] {
        assert_eq!(day(on).begins(), instant(written));
    }
}

#[test]
fn leap_days_and_short_months() {
    assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
    assert_eq!(day("2025-01-31").plus_months(1), day("2025-02-28"));
    assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
    assert_eq!(day("2025-08-31").plus_months(6), day("2026-02-28"));
    assert_eq!(LocalDay::parse("2025-02-29"), None);
    assert_eq!(Instant::parse("2025-03-10T10:00:00.5Z"), None, "whole seconds only");
}
