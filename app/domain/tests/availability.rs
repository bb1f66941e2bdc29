//! Free times of a desk.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    AppointmentType, BusyInterval, Calendar, DayPart, DaySetting, Exception, Hours, Instant, Minute,
    OpeningDays, list_free_times,
};
use proptest::prelude::*;

const MONDAY: usize = 0;
const SUNDAY: usize = 6;
/// Monday 23 November 2026, 10:00 in Denmark.
const NOW: &str = "2026-11-23T10:00:00+01:00";
const HALF_HOURS: AppointmentType =
    AppointmentType { minutes: 30, buffer: 0, notice: 0, horizon: 9, capacity: 99 };

fn now() -> Instant {
    Instant::parse(NOW).expect("a moment")
}

fn minute(text: &str) -> Minute {
    Instant::parse(text).expect("a moment").minute()
}

fn write_weekly_times(
    appointment_type: &AppointmentType,
    hours: &[Hours],
    taken: &[BusyInterval],
    now: Instant,
) -> Vec<String> {
    write_times(appointment_type, &weekly(hours), taken, &[], now)
}

fn write_times(
    appointment_type: &AppointmentType,
    calendar: &Calendar,
    taken: &[BusyInterval],
    full: &[NaiveDate],
    now: Instant,
) -> Vec<String> {
    let free = list_free_times(appointment_type, calendar, taken, full, now);
    free.keys().map(|time| time.format("%d/%m %H:%M").to_string()).collect()
}

fn weekly(hours: &[Hours]) -> Calendar {
    Calendar { hours: hours.to_vec(), ..Calendar::default() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn mornings(who: usize) -> Hours {
    Hours { who, weekday: MONDAY, from: 9 * 60, to: 12 * 60 }
}

#[test]
fn only_what_can_still_be_reached_is_offered() {
    assert_eq!(
        write_weekly_times(&HALF_HOURS, &[mornings(0)], &[], now()),
        [
            "23/11 10:00",
            "23/11 10:30",
            "23/11 11:00",
            "23/11 11:30",
            "30/11 09:00",
            "30/11 09:30",
            "30/11 10:00",
            "30/11 10:30",
            "30/11 11:00",
            "30/11 11:30"
        ]
    );
    let later = AppointmentType { notice: 24 * 60, ..HALF_HOURS };
    assert_eq!(write_weekly_times(&later, &[mornings(0)], &[], now())[0], "30/11 09:00");
    let nearer = AppointmentType { horizon: 6, ..HALF_HOURS };
    assert_eq!(write_weekly_times(&nearer, &[mornings(0)], &[], now()).len(), 4);
}

#[test]
fn what_one_has_taken_another_can_still_give() {
    let taken = [BusyInterval {
        who: 0,
        from: minute("2026-11-23T11:00:00+01:00"),
        to: minute("2026-11-23T11:30:00+01:00"),
    }];
    let both = list_free_times(&HALF_HOURS, &weekly(&[mornings(0), mornings(1)]), &taken, &[], now());
    let eleven = NaiveDateTime::parse_from_str("2026-11-23 11:00", "%Y-%m-%d %H:%M").expect("a time");
    assert_eq!(both[&eleven], [1]);
    assert!(
        !write_weekly_times(&HALF_HOURS, &[mornings(0)], &taken, now()).contains(&"23/11 11:00".to_owned())
    );
    for beside in ["23/11 10:00", "23/11 10:30", "23/11 11:30"] {
        assert!(
            write_weekly_times(&HALF_HOURS, &[mornings(0)], &taken, now()).contains(&beside.to_owned()),
            "{beside}"
        );
    }
}

#[test]
fn the_pause_after_an_appointment_is_kept_free() {
    let with_pause = AppointmentType { minutes: 30, buffer: 15, ..HALF_HOURS };
    assert_eq!(
        write_weekly_times(&with_pause, &[mornings(0)], &[], now())[..2],
        ["23/11 10:30".to_owned(), "23/11 11:15".to_owned()]
    );
}

#[test]
fn hours_stay_where_they_are_when_the_clock_changes() {
    // The clocks go back on 25 October 2026.
    let before = Instant::parse("2026-10-19T08:00:00+02:00").expect("a moment");
    let hours = weekly(&[Hours { who: 0, weekday: MONDAY, from: 600, to: 630 }]);
    let times = list_free_times(&HALF_HOURS, &hours, &[], &[], before);
    let written: Vec<String> = times.keys().map(ToString::to_string).collect();
    assert_eq!(written, ["2026-10-19 10:00:00", "2026-10-26 10:00:00"]);
    let minutes: Vec<Minute> =
        times.keys().filter_map(|&time| Instant::at(time)).map(Instant::minute).collect();
    assert_eq!(minutes[1] - minutes[0], (7 * 24 + 1) * 60);
}

#[test]
fn a_time_the_clock_skips_or_shows_twice_is_not_offered() {
    let night = Hours { who: 0, weekday: SUNDAY, from: 60, to: 240 };
    let autumn = Instant::parse("2026-10-24T12:00:00+02:00").expect("a moment");
    let appointment_type = AppointmentType { minutes: 60, horizon: 1, ..HALF_HOURS };
    assert_eq!(write_weekly_times(&appointment_type, &[night], &[], autumn), ["25/10 01:00", "25/10 03:00"]);
    let spring = Instant::parse("2028-03-25T12:00:00+01:00").expect("a moment");
    assert_eq!(write_weekly_times(&appointment_type, &[night], &[], spring), ["26/03 01:00", "26/03 03:00"]);
}

#[test]
fn who_is_away_gives_no_time_and_who_comes_in_extra_does() {
    let exception = |day: &str, from: u16, to: u16, away: bool| Exception {
        who: 0,
        day: day.parse().expect("a day"),
        from,
        to,
        away,
    };
    let calendar = Calendar {
        hours: vec![mornings(0)],
        exceptions: vec![
            exception("2026-11-23", 10 * 60 + 45, 11 * 60 + 15, true),
            exception("2026-11-24", 13 * 60, 14 * 60, false),
            exception("2026-11-30", 0, 24 * 60, true),
        ],
        days: OpeningDays::default(),
    };
    assert_eq!(
        write_times(&HALF_HOURS, &calendar, &[], &[], now()),
        ["23/11 10:00", "23/11 11:30", "24/11 13:00", "24/11 13:30"]
    );
}

#[test]
fn a_closed_day_and_a_full_day_give_no_time() {
    let days = OpeningDays::new([(day("2026-11-23"), DaySetting::Closed(String::new()))]);
    let closed = Calendar { days, ..weekly(&[mornings(0)]) };
    assert!(write_times(&HALF_HOURS, &closed, &[], &[], now()).iter().all(|time| time.starts_with("30/11")));
    let full = write_times(&HALF_HOURS, &weekly(&[mornings(0)]), &[], &[day("2026-11-30")], now());
    assert!(full.len() == 4 && full.iter().all(|time| time.starts_with("23/11")));
}

#[test]
fn morning_ends_at_noon_and_evening_begins_at_five() {
    let part =
        |text: &str| DayPart::of(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a time"));
    assert_eq!(part("2026-11-23 11:59"), DayPart::Morning);
    assert_eq!(part("2026-11-23 12:00"), DayPart::Afternoon);
    assert_eq!(part("2026-11-23 16:59"), DayPart::Afternoon);
    assert_eq!(part("2026-11-23 17:00"), DayPart::Evening);
}

proptest! {
    #[test]
    fn nothing_offered_meets_what_is_taken(
        minutes in 5u16..120, buffer in 0u16..40, notice in 0u32..3000,
        hours in prop::collection::vec((0usize..4, 0usize..7, 0u16..1440, 0u16..1441), 0..12),
        taken in prop::collection::vec((0usize..4, 0i64..14_000, 1i64..600), 0..20),
    ) {
        let now = now();
        let appointment_type = AppointmentType { minutes, buffer, notice, horizon: 9, capacity: 99 };
        let hours: Vec<Hours> = hours.iter().map(|&(who, weekday, from, to)| Hours { who, weekday, from, to }).collect();
        // What one person has taken never overlaps itself: the database sees to that.
        let mut kept: Vec<BusyInterval> = Vec::new();
        for (who, from, length) in taken {
            let one = BusyInterval { who, from: now.minute() + from, to: now.minute() + from + length };
            if kept.iter().all(|other| other.who != who || other.to <= one.from || one.to <= other.from) {
                kept.push(one);
            }
        }
        for (begins, staff) in list_free_times(&appointment_type, &weekly(&hours), &kept, &[], now) {
            let from = Instant::at(begins).expect("an offered time exists").minute();
            let to = from + Minute::from(minutes) + Minute::from(buffer);
            prop_assert!(from >= now.minute() + Minute::from(notice));
            for who in staff {
                prop_assert!(kept.iter().all(|one| one.who != who || one.to <= from || to <= one.from));
            }
        }
    }
}
