//! What a reader is told of a standard whose time is over or near its end.

use crate::{
    phrase::{Phrase, phrase},
    ui::dates,
};
use domain::{Lang, Validity};

pub const WHY: Phrase = phrase("Se, hvad de siger om det", "See what they say about this");

/// The rule that the notice rests on.
#[must_use]
pub const fn key(validity: Validity) -> Option<&'static str> {
    match validity {
        Validity::Over(_) => Some("valid_to"),
        Validity::RevisionNear(_) | Validity::RevisionLate(_) => Some("revision_due"),
        Validity::Holds | Validity::Unstated => None,
    }
}

/// The same beside a municipality's name: only for a standard whose time is over.
#[must_use]
pub fn in_brief(validity: Validity, lang: Lang) -> Option<String> {
    match (validity, lang) {
        (Validity::Over(last), Lang::Da) => {
            Some(format!("Reglerne gjaldt til og med {}.", dates::date(last, lang)))
        }
        (Validity::Over(last), Lang::En) => {
            Some(format!("The rules were valid up to and including {}.", dates::date(last, lang)))
        }
        (Validity::RevisionLate(due), Lang::Da) => {
            Some(format!("Reglerne skulle være fornyet senest {}.", dates::date(due, lang)))
        }
        (Validity::RevisionLate(due), Lang::En) => {
            Some(format!("The rules were to be revised by {}.", dates::date(due, lang)))
        }
        _ => None,
    }
}

/// The notice on every page of the municipality; none where the standard simply holds.
#[must_use]
pub fn notice(validity: Validity, lang: Lang) -> Option<String> {
    let notice = match (validity, lang) {
        (Validity::Holds, _) => return None,
        (Validity::Over(last), Lang::Da) => format!(
            "Kommunens regler gjaldt til og med {}. Vi ved ikke, om de er fornyet. Spørg kommunen, hvis noget er vigtigt for dig.",
            dates::date(last, lang)
        ),
        (Validity::Over(last), Lang::En) => format!(
            "The municipality's rules were valid up to and including {}. We do not know whether they have been renewed. Ask the municipality if something matters to you.",
            dates::date(last, lang)
        ),
        (Validity::RevisionLate(due), Lang::Da) => format!(
            "Kommunens regler skulle være fornyet senest {}. Noget kan være ændret. Spørg kommunen, hvis noget er vigtigt for dig.",
            dates::date(due, lang)
        ),
        (Validity::RevisionLate(due), Lang::En) => format!(
            "The municipality's rules were to be revised by {}. Something may have changed. Ask the municipality if something matters to you.",
            dates::date(due, lang)
        ),
        (Validity::RevisionNear(due), Lang::Da) => format!(
            "Kommunens regler skal fornyes senest {}. Noget kan snart blive ændret.",
            dates::date(due, lang)
        ),
        (Validity::RevisionNear(due), Lang::En) => format!(
            "The municipality's rules are to be revised by {}. Something may soon change.",
            dates::date(due, lang)
        ),
        (Validity::Unstated, Lang::Da) => {
            "Kommunens regler siger ikke, hvor længe de gælder. Spørg kommunen, hvis noget er vigtigt for dig.".to_owned()
        }
        (Validity::Unstated, Lang::En) => {
            "The municipality's rules do not say how long they are valid. Ask the municipality if something matters to you.".to_owned()
        }
    };
    Some(notice)
}
