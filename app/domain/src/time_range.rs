//! Stretches of a day as people write them: `9-12, 13.00-15.30`.

use crate::TimeSpan;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Reads stretches of one day, in minutes since midnight; nothing for an empty text. `None` where something
/// cannot be read, or they are not in order and apart.
#[must_use]
pub fn parse_time_ranges(text: &str) -> Option<Vec<(u16, u16)>> {
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let spans: Option<Vec<(u16, u16)>> = parts.map(span).collect();
    spans.filter(|spans| spans.windows(2).all(|pair| pair[0].1 <= pair[1].0))
}

fn span(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let (from, to) = (minute(from)?, minute(to)?);
    (from < to).then_some((from, to))
}

/// `9`, `9.30`, `09:30`.
fn minute(text: &str) -> Option<u16> {
    let text = text.trim().trim_start_matches("kl.").trim();
    let (hour, minute) = text.split_once(['.', ':']).unwrap_or((text, "00"));
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| (1..=2).contains(&text.len()));
    let (hour, minute) = (number(hour)?, number(minute)?);
    let whole = hour * 60 + minute;
    (minute < 60 && whole <= DAY).then_some(whole)
}

/// Whether every stretch lies within one of the hours of a day.
#[must_use]
pub fn are_ranges_within(spans: &[(u16, u16)], hours: &[TimeSpan]) -> bool {
    let within = |(from, to): &(u16, u16), hours: &TimeSpan| {
        let (opens, closes) = hours.in_minutes();
        opens <= *from && *to <= closes
    };
    spans.iter().all(|span| hours.iter().any(|hours| within(span, hours)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveTime;

    #[test]
    fn hours_are_read_as_people_write_them() {
        assert_eq!(parse_time_ranges("9-12, 13.00-15.30"), Some(vec![(540, 720), (780, 930)]));
        assert_eq!(parse_time_ranges(" 09:00 – 12:15;kl. 13-24 "), Some(vec![(540, 735), (780, 1440)]));
        assert_eq!(parse_time_ranges("  "), Some(Vec::new()));
        for wrong in
            ["9", "12-9", "9-12, 11-13", "9-25", "9.60-10", "ni-tolv", "9-", "--", "9-12-15", "900-1200"]
        {
            assert_eq!(parse_time_ranges(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_lie_within_the_hours_of_the_house() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("a time");
        let house = [TimeSpan { from: at(8), to: at(12) }, TimeSpan { from: at(13), to: at(15) }];
        assert!(are_ranges_within(&[(540, 720), (780, 900)], &house));
        assert!(!are_ranges_within(&[(540, 780)], &house), "over noon");
        assert!(!are_ranges_within(&[(420, 540)], &house) && are_ranges_within(&[], &[]));
    }
}
