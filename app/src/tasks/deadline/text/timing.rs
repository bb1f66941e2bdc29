//! How far off the last day is.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, LocalDay};

pub const COMPLAIN_LINK: Phrase = phrase(
    "Har du ventet for længe? Se, hvordan du kan klage",
    "Have you waited too long? See how you can complain",
);

/// How many days there are until the last day, or since; nothing where that is more than a year. Where it is `late`
/// afterwards, that is what one can say.
#[must_use]
pub fn distance(late: &str, last: LocalDay, today: LocalDay, lang: Lang) -> String {
    match (last.days_after(today), today.days_after(last), lang) {
        (0, 0, Lang::Da) => "Det er i dag.".to_owned(),
        (0, 0, Lang::En) => "That is today.".to_owned(),
        (1, _, Lang::Da) => "Det er i morgen.".to_owned(),
        (1, _, Lang::En) => "That is tomorrow.".to_owned(),
        (ahead @ 2..=366, _, Lang::Da) => format!("Det er om {ahead} dage."),
        (ahead @ 2..=366, _, Lang::En) => format!("That is in {ahead} days."),
        (0, 1, Lang::Da) => format!("Det var i går.{late}"),
        (0, 1, Lang::En) => format!("That was yesterday.{late}"),
        (0, ago @ 2..=366, Lang::Da) => format!("Det var for {ago} dage siden.{late}"),
        (0, ago @ 2..=366, Lang::En) => format!("That was {ago} days ago.{late}"),
        (0, _, Lang::Da) => "Det er mere end et år siden. Se efter, om dagen er rigtig.".to_owned(),
        (0, _, Lang::En) => "That is more than a year ago. Check that the day is right.".to_owned(),
        (_, _, Lang::Da) => "Det er mere end et år frem. Se efter, om dagen er rigtig.".to_owned(),
        (_, _, Lang::En) => "That is more than a year ahead. Check that the day is right.".to_owned(),
    }
}
