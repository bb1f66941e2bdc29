//! The sentences of talks and groups.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    plan::{PlanSide, Recurrence},
};

pub const THIS_WEEK: Phrase = phrase("Denne uge", "This week");
pub const NEXT_WEEK: Phrase = phrase("Næste uge", "Next week");
pub const HELD_TIMES: Phrase = phrase("Tider i planen", "Times in the plan");
pub const END_MEETING: Phrase = phrase("Aflys fra i dag", "Cancel from today");
pub const ADD_MEETING: Phrase = phrase("Tilføj en tid", "Add a time");
pub const MEETING_WORDS: Phrase = phrase("Hvad er det?", "What is it?");
pub const MEETING_HINT: Phrase = phrase(
    "For eksempel “samtale med Anna” eller “gruppe, 1. sal”. Borgeren læser det, og det gør den, borgeren deler sine tider med.",
    "For example “talk with Anna” or “group, 1st floor”. The citizen reads it, and so does whoever they share their times with.",
);
pub const FIRST_TIME: Phrase =
    phrase("Hvilken dag? (Den første, hvis den gentages)", "Which day? (The first, if it repeats)");
pub const FROM_TIME: Phrase = phrase("Fra klokken", "From");
pub const TO_TIME: Phrase = phrase("Til klokken", "To");
pub const HOW_OFTEN: Phrase = phrase("Hvor tit?", "How often?");
pub const LAST_TIME: Phrase = phrase("Sidste dag (kan stå tom)", "Last day (can be left empty)");
pub const STANDARD_HOURS: Phrase =
    phrase("Tider fra kommunens standard", "Times from the municipality's standard");
pub const WHICH_OFFER: Phrase = phrase("Hvilket tilbud?", "Which offer?");
pub const FROM_DAY: Phrase = phrase("Fra hvilken dag?", "From which day?");
pub const ADD_HOURS: Phrase = phrase("Skriv tiderne ind", "Write the times in");
pub const BAD_TIME: Phrase = phrase(
    "Ret tiden: den skal slutte, efter at den begynder, og den sidste dag må ikke være før den første.",
    "Change the time: it must end after it begins, and the last day must not be before the first.",
);
pub const BAD_CLOCK: Phrase =
    phrase("Skriv et klokkeslæt, for eksempel 13.30.", "Give a time, for example 13:30.");
pub const BAD_DATE: Phrase = phrase("Vælg en dag.", "Choose a day.");
pub const CHOOSE_OFFER: Phrase = phrase("Vælg, hvilket tilbud det er.", "Choose which offer it is.");

/// The heading, by who reads.
#[must_use]
pub const fn week(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Din uge", "Your week"),
        PlanSide::Staff => phrase("Ugen", "The week"),
    }
}

/// That nothing has been arranged yet.
#[must_use]
pub const fn no_meetings(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase(
            "Her står ingen tider endnu. Centret skriver dem her, når I har aftalt dem.",
            "No times stand here yet. The centre writes them here when you have agreed on them.",
        ),
        PlanSide::Staff => phrase("Her står ingen tider endnu.", "No times stand here yet."),
    }
}

/// That the centre is closed on the day of a time.
#[must_use]
pub const fn closed_that_day(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase(
            "Centret holder lukket den dag. Spørg, om tiden gælder.",
            "The centre is closed on that day. Ask whether the time holds.",
        ),
        PlanSide::Staff => phrase("Centret holder lukket den dag.", "The centre is closed on that day."),
    }
}

#[must_use]
pub const fn recurs(recurs: Recurrence) -> Phrase {
    match recurs {
        Recurrence::Once => phrase("Én gang", "Once"),
        Recurrence::Weekly => phrase("Hver uge", "Every week"),
        Recurrence::Fortnightly => phrase("Hver anden uge", "Every two weeks"),
    }
}

/// When something is held on a day.
#[must_use]
pub fn between(from: &str, to: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("kl. {from}-{to}"),
        Lang::En => format!("{from}-{to}"),
    }
}

/// Until when something is held.
#[must_use]
pub fn held_until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("til og med {day}"),
        Lang::En => format!("up to and including {day}"),
    }
}

/// A week by its number.
#[must_use]
pub fn week_number(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Uge {number}"),
        Lang::En => format!("Week {number}"),
    }
}

/// How often something is held, and when next.
#[must_use]
pub fn held_next(recurs: Recurrence, when: &str, lang: Lang) -> String {
    let often = self::recurs(recurs).get(lang);
    match (recurs, lang) {
        (Recurrence::Once, _) => format!("{often}, {when}"),
        (_, Lang::Da) => format!("{often}, næste gang {when}"),
        (_, Lang::En) => format!("{often}, next on {when}"),
    }
}
