//! A standard's time, by the calendar: both sides of each border.

use chrono::NaiveDate;
use domain::{Standard, Validity, read_standard};

const SKANDERBORG: &str = include_str!("../standards/skanderborg.toml");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn standard() -> Standard {
    read_standard("skanderborg.toml", SKANDERBORG).expect("the standard can be read")
}

#[test]
fn the_notice_begins_ninety_days_before_a_revision_and_changes_the_day_after() {
    let standard = standard();
    let (due, last) = (day("2026-11-30"), day("2026-12-31"));
    for (today, expected) in [
        ("2026-08-31", Validity::Holds),
        ("2026-09-01", Validity::RevisionNear(due)),
        ("2026-11-30", Validity::RevisionNear(due)),
        ("2026-12-01", Validity::RevisionLate(due)),
        ("2026-12-31", Validity::RevisionLate(due)),
        ("2027-01-01", Validity::Over(last)),
    ] {
        assert_eq!(standard.validity(day(today)), expected, "{today}");
    }
}

#[test]
fn a_standard_without_a_period_says_nothing_of_it() {
    let text = SKANDERBORG
        .lines()
        .map(|line| match line.split(" = ").next() {
            Some(key @ ("valid_to" | "revision_due")) => format!("{key} = \"silent\""),
            _ => line.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n");
    let standard = read_standard("s.toml", &text).expect("a standard");
    assert_eq!(standard.validity(day("2040-01-01")), Validity::Unstated);
}
