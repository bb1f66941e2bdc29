//! How far off the last day is.

use crate::phrase::{Phrase, phrase};
use domain::{DeadlineQuestion, Lang, LocalDay};

pub const COMPLAIN_LINK: Phrase = phrase(
    "Har du ventet for længe? Se, hvordan du kan klage",
    "Have you waited too long? See how you can complain",
);

/// How many days there are until the last day, or since; nothing where that is more than a year.
#[must_use]
pub fn distance(question: DeadlineQuestion, last: LocalDay, today: LocalDay, lang: Lang) -> String {
    let late = question == DeadlineQuestion::Start;
    match (last.days_after(today), today.days_after(last), lang) {
        (0, 0, Lang::Da) => "Det er i dag.".to_owned(),
        (0, 0, Lang::En) => "That is today.".to_owned(),
        (1, _, Lang::Da) => "Det er i morgen.".to_owned(),
        (1, _, Lang::En) => "That is tomorrow.".to_owned(),
        (ahead @ 2..=366, _, Lang::Da) => format!("Det er om {ahead} dage."),
        (ahead @ 2..=366, _, Lang::En) => format!("That is in {ahead} days."),
        (0, 1, Lang::Da) => format!("Det var i går.{}", say_late(late, lang)),
        (0, 1, Lang::En) => format!("That was yesterday.{}", say_late(late, lang)),
        (0, ago @ 2..=366, Lang::Da) => format!("Det var for {ago} dage siden.{}", say_late(late, lang)),
        (0, ago @ 2..=366, Lang::En) => format!("That was {ago} days ago.{}", say_late(late, lang)),
        (0, _, Lang::Da) => "Det er mere end et år siden. Se efter, om dagen er rigtig.".to_owned(),
        (0, _, Lang::En) => "That is more than a year ago. Check that the day is right.".to_owned(),
        (_, _, Lang::Da) => "Det er mere end et år frem. Se efter, om dagen er rigtig.".to_owned(),
        (_, _, Lang::En) => "That is more than a year ahead. Check that the day is right.".to_owned(),
    }
}

/// That a complaint counts too that comes on the next weekday.
#[must_use]
pub fn counts_later(next: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Den dag er en lørdag, søndag eller helligdag. Efter den almindelige regel om klagefrister tæller din klage også, hvis den kommer {next}. Send den helst før."
        ),
        Lang::En => format!(
            "That day is a Saturday, a Sunday or a public holiday. By the general rule on time limits for complaints yours counts too if it arrives on {next}. Better send it before."
        ),
    }
}

/// What one can say who has waited too long.
const fn say_late(late: bool, lang: Lang) -> &'static str {
    match (late, lang) {
        (false, _) => "",
        (true, Lang::Da) => " Er din behandling ikke begyndt, så ring og sig: ”Min frist er gået ud.”",
        (true, Lang::En) => " If your treatment has not begun, call and say: “My time limit has passed.”",
    }
}
