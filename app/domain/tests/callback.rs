//! Numbers as people write them, and when one may be called.

use chrono::{NaiveDateTime, NaiveTime};
use domain::{TimeSpan, Week, parse_phone, windows};
use proptest::prelude::*;

#[test]
fn a_number_is_read_in_any_spelling() {
    for text in [
        "87947580",
        "87 94 75 80",
        "8794-7580",
        "+45 87947580",
        "0045 87 94 75 80",
        "(+45) 8794 7580",
        " 87\u{a0}94\u{a0}75\u{a0}80 ",
    ] {
        assert_eq!(parse_phone(text).as_deref(), Some("+4587947580"), "{text}");
    }
    assert_eq!(parse_phone("+46 70 123 45 67").as_deref(), Some("+46701234567"));
    assert_eq!(parse_phone("0049 30 1234567").as_deref(), Some("+49301234567"));
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "",
        "1234567",
        "123456789",
        "ring",
        "8794758O",
        "+45 8794758",
        "+45 00000000",
        "+",
        "0045",
        "++4587947580",
        "45+87947580",
        "+0123456789",
        "+1234567890123456",
    ] {
        assert_eq!(parse_phone(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn rubbish_is_no_panic_and_what_is_read_can_be_read_again(text in "\\PC{0,30}") {
        if let Some(number) = parse_phone(&text) {
            prop_assert_eq!(parse_phone(&number), Some(number.clone()));
        }
    }

    #[test]
    fn any_danish_number_is_read_however_it_is_spaced(number in 10_000_000u32..100_000_000, gaps in prop::collection::vec(0usize..8, 0..4)) {
        let mut text = number.to_string();
        let mut places = gaps;
        places.sort_unstable_by(|a, b| b.cmp(a));
        for place in places {
            text.insert(place, ' ');
        }
        prop_assert_eq!(parse_phone(&text), Some(format!("+45{number}")));
    }
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
}

fn write_windows(hours: Option<&Week>, now: &str, days: usize) -> Vec<String> {
    windows(hours, at(now), days)
        .iter()
        .map(|window| format!("{} {}-{}", window.day, window.from.format("%H:%M"), window.to.format("%H:%M")))
        .collect()
}

#[test]
fn one_is_called_only_while_the_phone_is_answered_morning_and_afternoon_apart() {
    let mut days: [Vec<TimeSpan>; 7] = Default::default();
    days[0] = vec![TimeSpan { from: time("08:00"), to: time("15:00") }];
    days[2] = vec![TimeSpan { from: time("09:00"), to: time("11:00") }];
    let week = Week::new(days).expect("a week");
    assert_eq!(
        write_windows(Some(&week), "2026-11-23 10:00", 2),
        ["2026-11-23 08:00-12:00", "2026-11-23 12:00-15:00", "2026-11-25 09:00-11:00"]
    );
    assert_eq!(
        write_windows(Some(&week), "2026-11-23 12:00", 1),
        ["2026-11-23 12:00-15:00"],
        "noon has passed"
    );
    assert_eq!(write_windows(Some(&week), "2026-11-23 15:00", 1), ["2026-11-25 09:00-11:00"]);
}

#[test]
fn where_the_standard_gives_no_hours_office_days_are_offered() {
    assert_eq!(
        write_windows(None, "2026-11-27 13:00", 2),
        ["2026-11-27 12:00-15:00", "2026-11-30 09:00-12:00", "2026-11-30 12:00-15:00"],
        "not on a Saturday"
    );
}
