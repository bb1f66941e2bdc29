//! Days and times as they are said.

use crate::ui::text::capitalised;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};
use domain::Lang;

const WEEKDAYS_DA: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[must_use]
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let index = day.num_days_from_monday() as usize;
    match lang {
        Lang::Da => WEEKDAYS_DA[index],
        Lang::En => WEEKDAYS_EN[index],
    }
}

/// `31. juli 2025`.
/// `28 dage`.
#[must_use]
pub fn days(days: u16, lang: Lang) -> String {
    match (days, lang) {
        (1, Lang::Da) => "1 dag".to_owned(),
        (1, Lang::En) => "1 day".to_owned(),
        (_, Lang::Da) => format!("{days} dage"),
        (_, Lang::En) => format!("{days} days"),
    }
}

#[must_use]
pub fn date(date: NaiveDate, lang: Lang) -> String {
    let month = date.month0() as usize;
    match lang {
        Lang::Da => format!("{}. {} {}", date.day(), MONTHS_DA[month], date.year()),
        Lang::En => format!("{} {} {}", date.day(), MONTHS_EN[month], date.year()),
    }
}

/// `torsdag 26. november 2026`.
#[must_use]
pub fn weekday_and_date(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", weekday(day.weekday(), lang), date(day, lang))
}

/// `Torsdag 26. november 2026`.
#[must_use]
pub fn long_date(day: NaiveDate, lang: Lang) -> String {
    capitalised(&weekday_and_date(day, lang))
}

/// `torsdag 26. november`: for a day within the year to come.
#[must_use]
pub fn day_of_year(day: NaiveDate, lang: Lang) -> String {
    let month = day.month0() as usize;
    let weekday = weekday(day.weekday(), lang);
    match lang {
        Lang::Da => format!("{weekday} {}. {}", day.day(), MONTHS_DA[month]),
        Lang::En => format!("{weekday} {} {}", day.day(), MONTHS_EN[month]),
    }
}

/// The same, seen from today: `i dag, søndag 29. november`.
#[must_use]
pub fn day_seen_from(day: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let said = day_of_year(day, lang);
    match near(day, today, lang) {
        Some(near) => format!("{near}, {said}"),
        None => said,
    }
}

/// What today and tomorrow are called.
fn near(day: NaiveDate, today: NaiveDate, lang: Lang) -> Option<&'static str> {
    match ((day - today).num_days(), lang) {
        (0, Lang::Da) => Some("i dag"),
        (0, Lang::En) => Some("today"),
        (1, Lang::Da) => Some("i morgen"),
        (1, Lang::En) => Some("tomorrow"),
        _ => None,
    }
}

/// `8.15` in Danish, `8:15` in English.
#[must_use]
pub fn time(time: NaiveTime, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{}.{:02}", time.hour(), time.minute()),
        Lang::En => format!("{}:{:02}", time.hour(), time.minute()),
    }
}

/// The same within a sentence: a whole hour is `8` in Danish.
#[must_use]
pub fn clock(time: NaiveTime, lang: Lang) -> String {
    match lang {
        Lang::Da if time.minute() == 0 => time.hour().to_string(),
        _ => self::time(time, lang),
    }
}

/// `kl. 8.15` in Danish, `at 8:15` in English.
#[must_use]
pub fn at(clock: NaiveTime, lang: Lang) -> String {
    let word = match lang {
        Lang::Da => "kl.",
        Lang::En => "at",
    };
    format!("{word} {}", time(clock, lang))
}

/// When something happens next, seen from `now`: later today, tomorrow, or a weekday.
#[must_use]
pub fn next_time(then: NaiveDateTime, now: NaiveDateTime, lang: Lang) -> String {
    let at = clock(then.time(), lang);
    let day = if let Some(near) = near(then.date(), now.date(), lang) {
        near.to_owned()
    } else {
        let weekday = weekday(then.weekday(), lang);
        // A weekday alone is the next one of that name.
        let day = if then.date() - now.date() < TimeDelta::days(7) {
            weekday.to_owned()
        } else {
            format!("{weekday} {}", date(then.date(), lang))
        };
        match lang {
            Lang::Da => day,
            Lang::En => format!("on {day}"),
        }
    };
    match lang {
        Lang::Da => format!("{day} kl. {at}"),
        Lang::En => format!("{day} at {at}"),
    }
}
