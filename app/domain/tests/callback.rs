//! Numbers as people write them, and when one may be called.

use chrono::{NaiveDateTime, NaiveTime};
use domain::{DaySetting, Hours, OpeningDays, PhoneError, TimeSpan, Week, group_phone, parse_phone, windows};
use proptest::prelude::*;
use std::collections::BTreeSet;

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
        "4587947580",
        "\u{202d}87 94 75 80\u{202c}",
        "87\u{2009}94\u{2009}75\u{2009}80",
        "tlf. 87 94 75 80",
        "Mobil: 87947580",
        "tel:+4587947580",
        "8\u{fe0f}\u{20e3}7\u{fe0f}\u{20e3}947580",
        "٨٧٩٤٧٥٨٠",
        "＋45 ８７９４７５８０",
    ] {
        assert_eq!(parse_phone(text).as_deref(), Ok("+4587947580"), "{text}");
    }
    for (text, number) in [
        ("+46 70 123 45 67", "+46701234567"),
        ("0049 30 1234567", "+49301234567"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("+298 123456", "+298123456"),
        ("+299 12 34 56", "+299123456"),
        ("+354 555 1234", "+3545551234"),
        ("+1 (212) 555-0100", "+12125550100"),
    ] {
        assert_eq!(parse_phone(text).as_deref(), Ok(number), "{text}");
    }
}

#[test]
fn a_country_that_does_not_exist_is_told_apart() {
    for text in ["+999 1234567", "+0123456789", "00 210 123 4567", "+259 1234567"] {
        assert_eq!(parse_phone(text), Err(PhoneError::NoSuchCountry), "{text}");
    }
}

#[test]
fn a_number_is_read_aloud_in_pairs() {
    for (number, groups) in [
        ("+4511223344", "+45 11 22 33 44"),
        ("+46701234567", "+46 701 23 45 67"),
        ("+298123456", "+298 12 34 56"),
        ("+12125550100", "+1 21 25 55 01 00"),
    ] {
        assert_eq!(group_phone(number), groups);
    }
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
        "+1234567890123456",
    ] {
        assert!(parse_phone(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn rubbish_is_no_panic_and_what_is_read_can_be_read_again(text in "\\PC{0,30}") {
        if let Ok(number) = parse_phone(&text) {
            prop_assert_eq!(parse_phone(&number), Ok(number.clone()));
            prop_assert_eq!(parse_phone(&group_phone(&number)), Ok(number));
        }
    }

    #[test]
    fn any_danish_number_is_read_however_it_is_written(
        number in 10_000_000u32..100_000_000,
        code in prop::sample::select(vec!["", "+45", "0045", "(+45)", "45 ", "tlf. ", "\u{202d}"]),
        marks in prop::collection::vec(prop::sample::select(vec!["", " ", "-", ".", "\u{2009}", "\u{a0}", "\u{200b}", "/", "\u{2013}", "\u{20e3}"]), 8),
        zero in prop::sample::select(vec!['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}']),
    ) {
        let shift = |digit: char| char::from_u32(u32::from(zero) + u32::from(digit) - u32::from('0')).expect("a digit");
        let digits = number.to_string();
        let letters = digits.chars().zip(&marks);
        let text: String = letters.flat_map(|(digit, mark)| [shift(digit)].into_iter().chain(mark.chars())).collect();
        prop_assert_eq!(parse_phone(&format!("{code}{text}")), Ok(format!("+45{number}")));
    }
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time")
}

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time")
}

fn write_windows(hours: &Week, now: &str, days: usize) -> Vec<String> {
    windows(hours, &OpeningDays::default(), at(now), days)
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
        write_windows(&week, "2026-11-23 10:00", 2),
        ["2026-11-23 08:00-12:00", "2026-11-23 12:00-15:00", "2026-11-25 09:00-11:00"]
    );
    assert_eq!(write_windows(&week, "2026-11-23 12:00", 1), ["2026-11-23 12:00-15:00"], "noon has passed");
    assert_eq!(write_windows(&week, "2026-11-23 15:00", 1), ["2026-11-25 09:00-11:00"]);
}

#[test]
fn where_the_standard_gives_no_hours_those_count_in_which_somebody_is_at_the_desk() {
    let hours = |who, weekday, from: u16, to: u16| Hours { who, weekday, from: from * 60, to: to * 60 };
    let desk = [hours(0, 4, 9, 12), hours(1, 4, 10, 15), hours(0, 0, 13, 15), hours(1, 0, 9, 11)];
    let week = Week::of_hours(&desk);
    assert_eq!(
        write_windows(&week, "2026-11-27 13:00", 2),
        ["2026-11-27 12:00-15:00", "2026-11-30 09:00-11:00", "2026-11-30 13:00-15:00"],
        "not on a Saturday"
    );
    assert!(
        write_windows(&Week::of_hours(&[]), "2026-11-27 13:00", 2).is_empty(),
        "none until the desk has set some"
    );
}

#[test]
fn nobody_is_called_on_a_holiday_nor_on_a_day_that_the_desk_closes() {
    let settings = [("2026-12-28", DaySetting::Closed(String::new())), ("2026-12-24", DaySetting::Open)];
    let settings = settings.map(|(day, setting)| (day.parse().expect("a day"), setting));
    let days = OpeningDays::new(settings);
    let office: Vec<Hours> = (0..5).map(|weekday| Hours { who: 0, weekday, from: 540, to: 900 }).collect();
    let found = windows(&Week::of_hours(&office), &days, at("2026-12-23 16:00"), 2);
    let found: BTreeSet<String> = found.iter().map(|window| window.day.to_string()).collect();
    let found: Vec<String> = found.into_iter().collect();
    assert_eq!(
        found,
        ["2026-12-24", "2026-12-29"],
        "24 December is opened, 28 December closed, 25 December a holiday"
    );
}
