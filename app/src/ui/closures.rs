//! Days on which a centre is closed, in words.

use crate::phrase::{Phrase, phrase};
use domain::{Closure, Holiday, Lang};

/// What is told of a day on which a centre is closed, and whether it is in the centre's own words; nothing where the
/// centre tells nothing.
#[must_use]
pub fn describe(closure: &Closure, lang: Lang) -> Option<(String, bool)> {
    match closure {
        Closure::Holiday(of) => Some((holiday(*of).get(lang).to_owned(), false)),
        Closure::Desk(note) => (!note.is_empty()).then(|| (note.clone(), true)),
    }
}

#[must_use]
pub fn holiday(holiday: Holiday) -> Phrase {
    match holiday {
        Holiday::NewYear => phrase("Nytårsdag", "New Year's Day"),
        Holiday::MaundyThursday => phrase("Skærtorsdag", "Maundy Thursday"),
        Holiday::GoodFriday => phrase("Langfredag", "Good Friday"),
        Holiday::EasterSunday => phrase("Påskedag", "Easter Sunday"),
        Holiday::EasterMonday => phrase("2. påskedag", "Easter Monday"),
        Holiday::Ascension => phrase("Kr. himmelfart", "Ascension Day"),
        Holiday::WhitSunday => phrase("Pinsedag", "Whit Sunday"),
        Holiday::WhitMonday => phrase("2. pinsedag", "Whit Monday"),
        Holiday::ConstitutionDay => phrase("Grundlovsdag", "Constitution Day"),
        Holiday::ChristmasEve => phrase("Juleaften", "Christmas Eve"),
        Holiday::ChristmasDay => phrase("Juledag", "Christmas Day"),
        Holiday::BoxingDay => phrase("2. juledag", "Boxing Day"),
        Holiday::NewYearsEve => phrase("Nytårsaften", "New Year's Eve"),
    }
}
