//! The sentences of how somebody is, and of a bad day.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    plan::{BadDayPart, PlanSide, WellbeingQuestion},
};

pub const OWN_OFFER: Phrase = phrase(
    "Kommunens standard siger ikke noget om det her. Det er et tilbud her på siden, og du bestemmer selv, om du vil bruge det.",
    "The municipality's standard says nothing about this. It is an offer on this site, and you decide whether to use it.",
);
pub const TONIGHT: Phrase = phrase("Er det svært i aften?", "Is tonight hard?");
pub const DANGER: Phrase = phrase("Er nogen i fare? Ring", "Is somebody in danger? Call");
pub const BY_CENTRE: Phrase = phrase("Skrevet ned af centret", "Written down by the centre");
pub const DAY_HEAD: Phrase = phrase("Dag", "Day");
pub const WORDS_HEAD: Phrase = phrase("Egne ord", "Own words");
pub const BAD_DAY: Phrase = phrase("Når det er svært", "When it is hard");
pub const BAD_DAY_LEAD: Phrase = phrase(
    "Skriv, hvad du skal huske på en dårlig dag. Gør det, mens du har det godt, gerne sammen med centret. Centret kan læse det, og retter du det, bliver det gamle stående under. Er det kun til dig selv, så skriv en note.",
    "Write what you should remember on a bad day. Do it while you are well, with the centre if you like. The centre can read it, and if you change it, what stood there stays below. If it is only for yourself, write a note.",
);

/// The heading of what was answered.
#[must_use]
pub const fn over_time(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Sådan er det gået", "How it has been"),
        PlanSide::Staff => phrase("Svar over tid", "Answers over time"),
    }
}

/// The heading, by who reads.
#[must_use]
pub const fn wellbeing(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Hvordan har du det?", "How are you?"),
        PlanSide::Staff => phrase("Hvordan borgeren har det", "How the citizen is"),
    }
}

#[must_use]
pub const fn wellbeing_question(question: WellbeingQuestion) -> Phrase {
    match question {
        WellbeingQuestion::Myself => {
            phrase("Hvordan har du haft det med dig selv?", "How have you been with yourself?")
        }
        WellbeingQuestion::Close => phrase(
            "Hvordan er det gået med dem, der er tæt på dig?",
            "How have things been with those close to you?",
        ),
        WellbeingQuestion::EverydayLife => {
            phrase("Hvordan er hverdagen gået?", "How has everyday life been?")
        }
        WellbeingQuestion::Overall => {
            phrase("Hvordan har du haft det alt i alt?", "How have you been altogether?")
        }
    }
}

/// An answer from 1 to 5, in words.
#[must_use]
pub const fn answer(answer: u8) -> Phrase {
    match answer {
        0 | 1 => phrase("Rigtig skidt", "Really bad"),
        2 => phrase("Skidt", "Bad"),
        3 => phrase("Midt imellem", "In between"),
        4 => phrase("Godt", "Good"),
        _ => phrase("Rigtig godt", "Really good"),
    }
}

/// What somebody answered on two days, each with its day.
#[must_use]
pub fn answered(first: (String, String), last: (String, String), lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Alt i alt svarede du “{}” {} og “{}” {}.", first.1, first.0, last.1, last.0),
        Lang::En => {
            format!("Altogether you answered “{}” on {} and “{}” on {}.", first.1, first.0, last.1, last.0)
        }
    }
}

/// The same of one day.
#[must_use]
pub fn answered_once((day, said): (String, String), lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Alt i alt svarede du “{said}” {day}."),
        Lang::En => format!("Altogether you answered “{said}” on {day}."),
    }
}

#[must_use]
pub const fn bad_day_part(part: BadDayPart) -> Phrase {
    match part {
        BadDayPart::Signs => {
            phrase("Sådan kan jeg mærke, at det bliver svært", "How I can tell that it gets hard")
        }
        BadDayPart::Helps => phrase("Det hjælper mig", "This helps me"),
        BadDayPart::People => phrase("Dem kan jeg ringe til", "These people I can call"),
        BadDayPart::SafePlace => phrase("Her er jeg tryg", "Here I am safe"),
        BadDayPart::Family => phrase(
            "Det har vi aftalt i familien, også om børnene",
            "This we have agreed on in the family, the children too",
        ),
    }
}

/// When somebody last said how they are.
#[must_use]
pub fn last_checked(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Sidst {day}."),
        Lang::En => format!("Last on {day}."),
    }
}

/// What a question about how somebody is, is about: for who reads of somebody else.
#[must_use]
pub const fn wellbeing_topic(question: WellbeingQuestion) -> Phrase {
    match question {
        WellbeingQuestion::Myself => phrase("Med sig selv", "With themselves"),
        WellbeingQuestion::Close => phrase("Med dem, der er tæt på", "With those close"),
        WellbeingQuestion::EverydayLife => phrase("Hverdagen", "Everyday life"),
        WellbeingQuestion::Overall => phrase("Alt i alt", "Altogether"),
    }
}
