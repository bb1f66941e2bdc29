//! The figures, in words.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    case::{CaseOutcome, Quarter},
};

pub const TAB: Phrase = phrase("Tal", "Figures");
pub const LEAD: Phrase = phrase(
    "Hvor mange der begyndte til tiden, og hvor længe de ventede. Et kvartal er det, hvor borgeren henvendte sig. Det bliver vist, når det er slut, og alle frister i det er gået.",
    "How many began in time, and how long they waited. A quarter is that in which the citizen made contact. It is shown once it is over and all its time limits have passed.",
);
pub const HIDDEN: Phrase = phrase(
    "Tal under 5 bliver ikke vist, og heller ikke det, man kunne regne dem ud af. Der står en streg.",
    "Numbers under 5 are not shown, nor what they could be worked out from. A dash stands there.",
);
pub const NONE: Phrase = phrase("Der er ingen tal endnu.", "There are no figures yet.");
pub const QUARTER: Phrase = phrase("Kvartal", "Quarter");
pub const ABOUT: Phrase = phrase("Om", "About");
pub const TOTAL: Phrase = phrase("I alt", "In all");
pub const SHARE: Phrase = phrase("Begyndt til tiden", "Begun in time");
pub const MEDIAN: Phrase = phrase("Dage i midten (median)", "Median days");
pub const LONGEST: Phrase = phrase("Længste ventetid", "Longest wait");
pub const CSV: Phrase = phrase("Hent som fil (CSV)", "Download as a file (CSV)");
pub const CHART: Phrase = phrase("Andel begyndt til tiden", "Share begun in time");

#[must_use]
pub const fn outcome(outcome: CaseOutcome) -> Phrase {
    match outcome {
        CaseOutcome::InTime => phrase("Til tiden", "In time"),
        CaseOutcome::Late => phrase("For sent", "Late"),
        CaseOutcome::Overdue => phrase("Over fristen, ikke begyndt", "Overdue, not begun"),
        CaseOutcome::EndedLate => phrase("Afsluttet efter fristen", "Ended after the limit"),
        CaseOutcome::Ended => phrase("Afsluttet før fristen", "Ended before the limit"),
        CaseOutcome::Running => phrase("I gang", "Running"),
        CaseOutcome::NotCovered => phrase("Uden sidste dag", "Without a last day"),
    }
}

#[must_use]
pub fn quarter(quarter: Quarter, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{}. kvartal {}", quarter.number, quarter.year),
        Lang::En => format!("{} Q{}", quarter.year, quarter.number),
    }
}

/// What a bar of the chart shows, for who hears it.
#[must_use]
pub fn bar(name: &str, percent: u8, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{name}: {percent} %"),
        Lang::En => format!("{name}: {percent}%"),
    }
}
