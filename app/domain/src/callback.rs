//! Being called back: numbers as people write them, and when one may be called.

use crate::{TimeSpan, Week};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// A telephone number as it is dialled, such as `+4587947580`.
///
/// Reads Danish numbers with or without the country's code, and numbers of other countries with theirs,
/// in any spelling.
#[must_use]
pub fn parse_phone(text: &str) -> Option<String> {
    let text = text.trim();
    let spelled = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || " -./()+\u{a0}\u{2011}\u{2013}".contains(letter));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let plus = text.trim_start_matches('(').starts_with('+');
    if !spelled || text.matches('+').count() > usize::from(plus) {
        return None;
    }
    let abroad = if plus { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let number = match abroad {
        Some(abroad) => abroad.to_owned(),
        None if digits.len() == 8 => format!("45{digits}"),
        None => return None,
    };
    let length = match number.strip_prefix("45") {
        Some(danish) => danish.len() == 8 && !danish.starts_with('0'),
        None => (7..=15).contains(&number.len()) && !number.starts_with('0'),
    };
    length.then(|| format!("+{number}"))
}

/// A stretch of one day in which somebody may be called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    pub day: NaiveDate,
    pub from: NaiveTime,
    pub to: NaiveTime,
}

impl Window {
    /// Whether it is now, by the clock in Denmark.
    #[must_use]
    pub fn contains(&self, now: NaiveDateTime) -> bool {
        now.date() == self.day && self.from <= now.time() && now.time() < self.to
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self, now: NaiveDateTime) -> bool {
        self.day.and_time(self.to) <= now
    }
}

/// The windows of the next `days` days on which the phone is answered, morning and afternoon apart; where
/// the standard gives no hours, those of ordinary office days.
#[must_use]
pub fn windows(hours: Option<&Week>, now: NaiveDateTime, days: usize) -> Vec<Window> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let halves = |span: TimeSpan| {
        let morning = (span.from, span.to.min(noon));
        let afternoon = (span.from.max(noon), span.to);
        [morning, afternoon].into_iter().filter(|(from, to)| from < to)
    };
    let mut windows: Vec<Window> = Vec::new();
    let mut seen = 0;
    for day in (0..30).filter_map(|ahead| now.date().checked_add_days(Days::new(ahead))) {
        let spans = hours.map_or_else(|| office(day.weekday()), |week| week.day(day.weekday()).to_vec());
        let of_day: Vec<Window> = spans
            .into_iter()
            .flat_map(halves)
            .map(|(from, to)| Window { day, from, to })
            .filter(|window| window.day.and_time(window.to) > now)
            .collect();
        seen += usize::from(!of_day.is_empty());
        if seen > days {
            break;
        }
        windows.extend(of_day);
    }
    windows
}

fn office(weekday: Weekday) -> Vec<TimeSpan> {
    let open = !matches!(weekday, Weekday::Sat | Weekday::Sun);
    let span = NaiveTime::from_hms_opt(9, 0, 0).zip(NaiveTime::from_hms_opt(15, 0, 0));
    span.filter(|_| open).map(|(from, to)| TimeSpan { from, to }).into_iter().collect()
}
