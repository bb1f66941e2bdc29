//! The sentences of a plan.

mod consent;
mod limits;
mod review;
mod week;
mod wellbeing;

pub use self::{consent::*, limits::*, review::*, week::*, wellbeing::*};
pub use super::today::text::{NEXT_QUESTION, NO_TIMES, OWN_WORDS_FIRST, SAVE, SAVED, SKIP, TICK, UNTICK};

use crate::{
    phrase::{Phrase, phrase},
    ui::dates,
};
use domain::{
    Lang, PlanName, SmartCriterion,
    decide::SmartLetter,
    plan::{GoalState, PlanActError, PlanSide},
};

pub const TITLE: Phrase = phrase("Min plan", "My plan");
pub const BACK: Phrase = phrase("Min plan", "My plan");

pub const NO_GOALS: Phrase = phrase(
    "Der står ingen mål endnu. Skriv, hvad du gerne vil nå. Det behøver ikke være færdigt, og du kan altid ændre det.",
    "There are no goals yet. Write what you would like to reach. It does not have to be finished, and you can always change it.",
);
pub const ADD_GOAL: Phrase = phrase("Skriv et mål", "Write a goal");
pub const ADD_SUB_GOAL: Phrase = phrase("Skriv et delmål", "Write a smaller goal");
pub const SUB_GOAL_OF: Phrase = phrase("Et delmål på vejen til:", "A smaller goal on the way to:");
pub const SUB_GOALS: Phrase = phrase("Delmål", "Smaller goals");
pub const WHOLE: Phrase = phrase("Hele planen", "The whole plan");
pub const TAKE_ALONG: Phrase = phrase("Tag planen med", "Take the plan along");
pub const AS_FILE: Phrase = phrase("Hent planen som en fil", "Get the plan as a file");
pub const NOT_MADE: Phrase = phrase(
    "Planen er ved at blive lavet. Både du og centret kan skrive i den.",
    "The plan is being made. Both you and the centre can write in it.",
);
const MADE: Phrase = phrase("Planen blev lavet {}.", "The plan was made on {}.");
const RESPONSIBLE: Phrase = phrase("{} har ansvar for planen.", "{} is in charge of the plan.");
pub const NOBODY_RESPONSIBLE: Phrase =
    phrase("Spørg centret, hvem der har ansvar for planen.", "Ask the centre who is in charge of the plan.");
pub const CONTACT: Phrase = phrase("Sådan får du fat i centret", "How to reach the centre");

pub const NEW_GOAL_LEAD: Phrase = phrase(
    "Skriv med dine egne ord. Du bliver spurgt om resten bagefter, et spørgsmål ad gangen. Du kan stoppe, når du vil. Centret kan læse det, og retter du det, bliver det gamle stående under.",
    "Use your own words. You are asked about the rest afterwards, one question at a time. You can stop when you like. The centre can read it, and if you change it, what stood there stays below.",
);
pub const CANCEL: Phrase = phrase("Lad det være", "Leave it");
pub const STEPS: Phrase = phrase("Skridt på vejen", "Steps on the way");
pub const NO_STEPS: Phrase = phrase(
    "Del målet op i små skridt. Så kan du se, at du kommer videre.",
    "Split the goal into small steps. Then you can see that you are moving on.",
);
pub const ADD_STEP: Phrase = phrase("Skriv et skridt", "Write a step");
pub const STEP_HINT: Phrase =
    phrase("Noget, du kan gøre på én gang.", "Something that you can do in one go.");
pub const ADD: Phrase = phrase("Tilføj", "Add");
const DONE_ON: Phrase = phrase("Gjort {}", "Done on {}");
pub const QUESTIONS: Phrase = phrase("Mere om målet", "More about the goal");
pub const ALL_ANSWERED: Phrase = phrase("Alle spørgsmål er besvaret.", "All questions are answered.");
pub const EDIT: Phrase = phrase("Ret", "Change");
pub const WRITE: Phrase = phrase("Skriv", "Write");
pub const STATE: Phrase = phrase("Hvor langt er målet?", "How far is the goal?");
pub const CHANGE_STATE: Phrase = phrase("Skift, hvor langt det er", "Change how far it is");
const SINCE: Phrase = phrase("Siden {}", "Since {}");
pub const VERSIONS: Phrase = phrase("Hvad der har stået her før", "What has stood here before");
pub const NOTHING: Phrase = phrase("Her står ikke noget endnu.", "Nothing stands here yet.");
pub const EMPTIED: Phrase = phrase("(taget ud)", "(taken out)");

pub const NOTES: Phrase = phrase("Noter og til næste gang", "Notes, and for next time");
pub const NOTES_HEADING: Phrase = phrase("Noter", "Notes");
pub const HOMEWORK: Phrase = phrase("Til næste gang", "For next time");
pub const NO_HOMEWORK: Phrase = phrase(
    "Her kan stå, hvad der skal prøves eller gøres, før I taler sammen igen.",
    "Here can stand what is to be tried or done before you talk again.",
);
pub const ADD_HOMEWORK: Phrase = phrase("Skriv noget til næste gang", "Write something for next time");
pub const NEW_NOTE: Phrase = phrase("Skriv en note", "Write a note");
pub const NEW_NOTE_STAFF: Phrase =
    phrase("Skriv en note, som I begge kan læse", "Write a note that both of you can read");
pub const WHO_READS: Phrase = phrase("Hvem må læse den?", "Who may read it?");
pub const FOR_ME: Phrase = phrase("Kun mig", "Only me");
pub const FOR_BOTH: Phrase = phrase("Mig og centret", "Me and the centre");
pub const CHOOSE_READERS: Phrase = phrase("Vælg, hvem der må læse noten.", "Choose who may read the note.");
pub const EMPTY_DELETES: Phrase = phrase(
    "Sletter du al teksten og gemmer, er noten væk.",
    "If you delete all text and save, the note is gone.",
);
pub const NOTE_GONE: Phrase = phrase(
    "Den note er der ikke mere. Her er det, du skrev. Gem det som en ny note, hvis du vil beholde det.",
    "That note is gone. Here is what you wrote. Save it as a new note if you want to keep it.",
);
pub const NOTES_FULL: Phrase = phrase(
    "Der er ikke plads til flere noter. Slet en, du ikke bruger.",
    "There is no room for more notes. Delete one that you do not use.",
);

/// What stands above the notes that both sides read.
#[must_use]
pub const fn for_both(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => FOR_BOTH,
        PlanSide::Staff => phrase("Borgeren og centret", "The citizen and the centre"),
    }
}

/// How the plan is taken along, and what to look out for.
#[must_use]
pub const fn taking_along(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase(
            "Brug browserens “Udskriv” for at få planen på papir. Du kan også hente den som en fil, som et andet system kan læse. Begge dele viser, hvad du har sagt ja til, og hvem det gælder. Det under “Når det er svært” er kun med på papiret. Noter og svar om, hvordan du har det, er ikke med. Filen bliver liggende på din telefon, også når du er logget ud. Andre, der bruger telefonen, kan åbne den.",
            "Use “Print” in the browser to get the plan on paper. You can also get it as a file that another system can read. Both show what you have agreed to and whom it is about. What is under “When it is hard” is on the paper only. Notes and answers about how you are are left out. The file stays on your phone, also when you are signed out. Others who use the phone can open it.",
        ),
        PlanSide::Staff => phrase(
            "Brug browserens “Udskriv”, eller hent planen som en fil (FHIR R4), som et andet system kan læse. Borgerens navn står der kun, hvis nogen har skrevet det i en tekst. Se efter, før du giver den videre.",
            "Use “Print” in the browser, or get the plan as a file (FHIR R4) that another system can read. The citizen's name is there only if somebody wrote it in a text. Look before you pass it on.",
        ),
    }
}

/// What stands above the citizen's own words.
#[must_use]
pub const fn own_words(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Dine egne ord", "Your own words"),
        PlanSide::Staff => phrase("Borgerens egne ord", "The citizen's own words"),
    }
}

/// The heading of the goals.
#[must_use]
pub const fn goals(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Dine mål", "Your goals"),
        PlanSide::Staff => phrase("Mål", "Goals"),
    }
}

/// What else matters.
#[must_use]
pub const fn other(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Andet, der er vigtigt for dig", "Other things that matter to you"),
        PlanSide::Staff => {
            phrase("Andet, der er vigtigt for borgeren", "Other things that matter to the citizen")
        }
    }
}

/// What the plan is called here, as a heading.
#[must_use]
pub const fn your_plan(name: Option<PlanName>) -> Phrase {
    match name {
        Some(PlanName::TreatmentPlan) => phrase("Din behandlingsplan", "Your treatment plan"),
        Some(PlanName::HelpPlan) => phrase("Din indsatsplan", "Your plan of help"),
        None => phrase("Din plan", "Your plan"),
    }
}

#[must_use]
pub const fn state(state: GoalState) -> Phrase {
    match state {
        GoalState::NotStarted => phrase("Ikke begyndt", "Not started"),
        GoalState::UnderWay => phrase("I gang", "Under way"),
        GoalState::Reached => phrase("Nået", "Reached"),
        GoalState::Adjusted => phrase("Justeret", "Adjusted"),
        GoalState::Paused => phrase("På pause", "Paused"),
    }
}

/// A question about a goal, in plain words.
#[must_use]
pub const fn question(letter: SmartLetter, criterion: Option<SmartCriterion>) -> Phrase {
    match (letter, criterion) {
        (SmartLetter::S, _) => phrase("Hvad vil du gerne nå?", "What would you like to reach?"),
        (SmartLetter::M, _) => {
            phrase("Hvordan kan du se, at du er nået dertil?", "How can you tell that you have got there?")
        }
        (SmartLetter::A, Some(SmartCriterion::Accepted)) => phrase(
            "Er det et mål, du selv siger ja til? Hvorfor?",
            "Is it a goal that you yourself say yes to? Why?",
        ),
        (SmartLetter::A, _) => phrase("Hvorfor er det vigtigt for dig?", "Why does it matter to you?"),
        (SmartLetter::R, _) => {
            phrase("Kan det lade sig gøre? Hvad kan hjælpe dig?", "Can it be done? What can help you?")
        }
        (SmartLetter::T, _) => {
            phrase("Hvornår vil du være nået dertil?", "When do you want to have got there?")
        }
    }
}

#[must_use]
pub fn made(day: &str, lang: Lang) -> String {
    MADE.with(day, lang)
}

#[must_use]
pub fn responsible(name: &str, lang: Lang) -> String {
    RESPONSIBLE.with(name, lang)
}

#[must_use]
pub fn done_on(day: &str, lang: Lang) -> String {
    DONE_ON.with(day, lang)
}

#[must_use]
pub fn since(day: &str, lang: Lang) -> String {
    SINCE.with(day, lang)
}

/// How many steps are done.
#[must_use]
pub fn steps_done(done: usize, of: usize, lang: Lang) -> String {
    match (lang, of) {
        (Lang::Da, 1) => format!("{done} af 1 skridt er gjort"),
        (Lang::Da, _) => format!("{done} af {of} skridt er gjort"),
        (Lang::En, 1) => format!("{done} of 1 step is done"),
        (Lang::En, _) => format!("{done} of {of} steps are done"),
    }
}

/// Who wrote something: the citizen, or somebody at the centre.
#[must_use]
pub fn author(side: PlanSide, name: &str, reader: PlanSide, lang: Lang) -> &str {
    const YOU: Phrase = phrase("dig", "you");
    const CITIZEN: Phrase = phrase("borgeren", "the citizen");
    match (side, reader) {
        (PlanSide::Citizen, PlanSide::Citizen) => YOU.get(lang),
        (PlanSide::Citizen, PlanSide::Staff) => CITIZEN.get(lang),
        (PlanSide::Staff, _) => name,
    }
}

/// The same at the head of a sentence.
#[must_use]
pub fn writer(side: PlanSide, name: &str, reader: PlanSide, lang: Lang) -> &str {
    const YOU: Phrase = phrase("du selv", "you yourself");
    match (side, reader) {
        (PlanSide::Citizen, PlanSide::Citizen) => YOU.get(lang),
        _ => author(side, name, reader, lang),
    }
}

/// Who wrote on which day.
#[must_use]
pub fn byline(by: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Skrevet af {by} {day}"),
        Lang::En => format!("Written by {by} on {day}"),
    }
}

/// The other side has written in the same place since the page was opened.
#[must_use]
pub fn overtaken(by: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Her har {by} skrevet {day}, efter at du åbnede siden. Læs det nedenfor. Det, du skrev, står stadig i feltet. Gem igen, hvis det skal stå i stedet."
        ),
        Lang::En => format!(
            "After you opened the page, {by} wrote here on {day}. Read it below. What you wrote still stands in the field. Save again if it is to stand instead."
        ),
    }
}

/// Why something could not be done.
#[must_use]
pub fn refusal(error: PlanActError, lang: Lang) -> String {
    const EMPTY: Phrase = phrase("Skriv noget først.", "Write something first.");
    const FULL: Phrase = phrase(
        "Der er ikke plads til flere i planen. Brug dem, der står der, eller tal med centret om det.",
        "There is no room for more in the plan. Use those that stand there, or talk with the centre about it.",
    );
    const GONE: Phrase = phrase(
        "Det står ikke i planen længere. Se planen, som den er nu.",
        "It does not stand in the plan any more. Look at the plan as it is now.",
    );
    const NOT_YOURS: Phrase = phrase("Det skriver centret selv.", "The centre writes that itself.");
    const BAD_DAY: Phrase = phrase(
        "Skriv en dag, der ikke er før planen eller den sidste samtale, og ikke efter i dag.",
        "Give a day that is not before the plan or the last talk, and not after today.",
    );
    const ENDED: Phrase = phrase("Forløbet er allerede slut.", "The course has ended already.");
    const STANDS: Phrase = phrase("Det står der allerede.", "It stands there already.");
    match error {
        PlanActError::Empty => EMPTY.get(lang).to_owned(),
        PlanActError::Full => FULL.get(lang).to_owned(),
        PlanActError::Unknown | PlanActError::Overtaken(_) => GONE.get(lang).to_owned(),
        PlanActError::Stands => STANDS.get(lang).to_owned(),
        PlanActError::NotYours => NOT_YOURS.get(lang).to_owned(),
        PlanActError::BadDay => BAD_DAY.get(lang).to_owned(),
        PlanActError::Ended => ENDED.get(lang).to_owned(),
        PlanActError::BadTime => BAD_TIME.get(lang).to_owned(),
        PlanActError::TooLate(day) => too_late(&dates::date(day.date(), lang), false, lang),
        PlanActError::TooEarly => BAD_AIM_DAY.get(lang).to_owned(),
        PlanActError::NeedsConsent(kind) => needs_consent(consent_kind(kind).get(lang), lang),
        PlanActError::TooLong(most) => match lang {
            Lang::Da => format!("Der er plads til {most} tegn. Skriv lidt kortere."),
            Lang::En => format!("There is room for {most} characters. Write a little shorter."),
        },
    }
}
