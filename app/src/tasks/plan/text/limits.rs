//! The sentences of what a standard sets limits to, and of what is asked before it happens.

use crate::phrase::{Phrase, phrase, promise};
use domain::{Lang, decide::Goal as TreatmentGoal, plan::PlanSide};

pub const AIM: Phrase = phrase("Hvad målet går ud på", "What the goal is about");
pub const CHOOSE_AIM: Phrase = phrase("Hvad er målet?", "What is the goal?");
pub const BAD_AIM: Phrase = phrase("Vælg, hvad målet er.", "Choose what the goal is.");
pub const CHANGE_AIM: Phrase =
    phrase("Vælg, hvis det handler om at drikke", "Choose if it is about drinking");
pub const AIM_UNTIL: Phrase = phrase("Til og med hvilken dag?", "Up to and including which day?");
pub const BAD_AIM_DAY: Phrase = phrase(
    "Vælg en dag, der ikke er før planens første dag.",
    "Choose a day that is not before the plan's first day.",
);
pub const WHY_LIMIT: Phrase = phrase("Hvorfor er der en grænse?", "Why is there a limit?");

pub const ACTION_PLAN: Phrase = phrase("Handleplan", "Action plan");
pub const ACTION_PLAN_IS: Phrase = phrase(
    "En handleplan er ikke den samme som planen her. Reglerne om den står i serviceloven § 141.",
    "An action plan is not the same as the plan here. The rules about it are in the Social Services Act, section 141.",
);
pub const NO_ACTION_PLAN_AFTER_ALL: Phrase =
    phrase("Der er alligevel ingen handleplan", "There is no action plan after all");

pub const MEDICINE: Phrase = phrase("Medicin på recept", "Medicine on prescription");
pub const MEDICINE_ASKED: Phrase =
    phrase("Centret har et spørgsmål til dig.", "The centre has a question for you.");
pub const MEDICINE_ANSWER: Phrase = phrase("Læs spørgsmålet, og svar", "Read the question and answer");
pub const MEDICINE_WORDS: Phrase =
    phrase("Hvilken medicin, og hvad skal den hjælpe med?", "Which medicine, and what is it to help with?");
pub const PROPOSE_MEDICINE: Phrase = phrase("Spørg borgeren", "Ask the citizen");

#[must_use]
pub const fn aim(aim: TreatmentGoal) -> Phrase {
    match aim {
        TreatmentGoal::Abstinence => phrase("Stoppe helt med at drikke", "Stop drinking altogether"),
        TreatmentGoal::ControlledReducedUse => phrase("Drikke mindre", "Drink less"),
    }
}

/// What a goal is about, and until when.
#[must_use]
pub fn aim_until(what: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{what}. Målet gælder til og med {day}."),
        Lang::En => format!("{what}. The goal holds up to and including {day}."),
    }
}

/// How long somebody can mean to drink less.
#[must_use]
pub fn aim_limit(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Er målet at drikke mindre, så skriv en dag til og med {day}. Er målet at stoppe helt, kan feltet stå tomt."
        ),
        Lang::En => format!(
            "If the goal is to drink less, give a day up to and including {day}. If the goal is to stop altogether, the field can be left empty."
        ),
    }
}

/// That somebody means to drink less for longer than the standard lets them; or that the time for it is over.
#[must_use]
pub fn too_late(day: &str, is_over: bool, lang: Lang) -> String {
    match (lang, is_over) {
        (Lang::Da, false) => format!(
            "Når målet er at drikke mindre, kan det her højst gælde til og med {day}. Skriv en dag før det."
        ),
        (Lang::Da, true) => format!(
            "Når målet er at drikke mindre, kunne det her højst gælde til og med {day}. Tal sammen om, hvad der så skal ske."
        ),
        (Lang::En, false) => format!(
            "When the goal is to drink less, it can hold here up to and including {day} at most. Give a day no later than that."
        ),
        (Lang::En, true) => format!(
            "When the goal is to drink less, it could hold here up to and including {day} at most. Talk together about what happens next."
        ),
    }
}

/// That somebody must agree first.
#[must_use]
pub fn needs_consent(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!(
                "Der mangler et ja: “{what}”. Spørg først, og notér svaret under “Samtykker”. Så kan planen sættes som lavet."
            )
        }
        Lang::En => {
            format!(
                "A yes is missing: “{what}”. Ask first, and note the answer under “Consents”. Then the plan can be set as made."
            )
        }
    }
}

/// Since when it is noted that there is an action plan.
#[must_use]
pub fn has_action_plan(day: &str, reader: PlanSide, lang: Lang) -> String {
    match (lang, reader) {
        (Lang::Da, PlanSide::Citizen) => format!("Du har en handleplan. Det blev noteret {day}."),
        (Lang::Da, PlanSide::Staff) => format!("Borgeren har en handleplan. Det blev noteret {day}."),
        (Lang::En, PlanSide::Citizen) => format!("You have an action plan. That was noted on {day}."),
        (Lang::En, PlanSide::Staff) => format!("The citizen has an action plan. That was noted on {day}."),
    }
}

#[must_use]
pub const fn no_action_plan(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase(
            "Det er ikke noteret, at du har en handleplan.",
            "It is not noted that you have an action plan.",
        ),
        PlanSide::Staff => phrase(
            "Det er ikke noteret, at borgeren har en handleplan.",
            "It is not noted that the citizen has an action plan.",
        ),
    }
}

#[must_use]
pub const fn note_action_plan(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Jeg har en handleplan", "I have an action plan"),
        PlanSide::Staff => phrase("Notér, at der er en handleplan", "Note that there is an action plan"),
    }
}

/// What medicine on prescription means for somebody anonymous, as far as that is known.
#[must_use]
pub const fn medicine_means(continues: Option<bool>, reader: PlanSide) -> Phrase {
    match (continues, reader) {
        (Some(false), PlanSide::Citizen) => phrase(
            "Er du anonym hos centret, slutter det den dag, lægen skriver recepten. Vi kan ikke love, at du kan blive anonym igen, hvis du fortryder. Du bestemmer selv, og du må gerne sige nej. Et nej ændrer ikke din plan.",
            "If you are anonymous at the centre, that ends on the day the doctor writes the prescription. We cannot promise that you can be anonymous again if you change your mind. You decide, and you can say no. A no does not change your plan.",
        ),
        (Some(false), PlanSide::Staff) => phrase(
            "Er borgeren anonym, slutter det den dag, lægen skriver recepten. Sig det først, og spørg. Et nej ændrer ikke planen.",
            "If the citizen is anonymous, that ends on the day the doctor writes the prescription. Tell them first, and ask. A no does not change the plan.",
        ),
        (Some(true), PlanSide::Citizen) => promise(
            "Som vi læser kommunens regler, kan du stadig være anonym hos centret. Spørg centret, før du siger ja. Du bestemmer selv. Et nej ændrer ikke din plan.",
            "As we read the municipality's rules, you can still be anonymous at the centre. Ask the centre before you say yes. You decide. A no does not change your plan.",
        ),
        (Some(true), PlanSide::Staff) => promise(
            "Reglerne nævner ikke medicin på recept. Vi læser dem sådan, at borgeren stadig kan være anonym. Sig det, og spørg først.",
            "The rules do not mention medicine on prescription. We read them to mean that the citizen can still be anonymous. Say so, and ask first.",
        ),
        (None, PlanSide::Citizen) => phrase(
            "Vi kan ikke se i kommunens regler, at du stadig kan være anonym, hvis du får medicin på recept. Spørg centret, før du siger ja. Du bestemmer selv. Et nej ændrer ikke din plan.",
            "We cannot see in the municipality's rules that you can still be anonymous if you get medicine on prescription. Ask the centre before you say yes. You decide. A no does not change your plan.",
        ),
        (None, PlanSide::Staff) => phrase(
            "Vi kan ikke se i reglerne, at borgeren stadig kan være anonym med medicin på recept. Sig det, før du spørger. Et nej ændrer ikke planen.",
            "We cannot see in the rules that the citizen can still be anonymous with medicine on prescription. Say so before you ask. A no does not change the plan.",
        ),
    }
}

/// What was answered, and when.
#[must_use]
pub fn answered_medicine(yes: bool, day: &str, reader: PlanSide, lang: Lang) -> String {
    let (da, en) = match reader {
        PlanSide::Citizen => ("Du", "You"),
        PlanSide::Staff => ("Borgeren", "The citizen"),
    };
    match (lang, yes) {
        (Lang::Da, true) => format!("{da} sagde ja {day}."),
        (Lang::Da, false) => format!("{da} sagde nej {day}."),
        (Lang::En, true) => format!("{en} said yes on {day}."),
        (Lang::En, false) => format!("{en} said no on {day}."),
    }
}

/// When it was proposed.
#[must_use]
pub fn proposed_medicine(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Centret spurgte {day}."),
        Lang::En => format!("The centre asked on {day}."),
    }
}

/// The button of an answer; another one where it has been answered before.
#[must_use]
pub const fn answer_medicine(yes: bool, is_answered: bool, reader: PlanSide) -> Phrase {
    match (yes, is_answered, reader) {
        (true, false, PlanSide::Citizen) => {
            phrase("Ja, jeg vil gerne have medicinen", "Yes, I would like the medicine")
        }
        (false, false, PlanSide::Citizen) => phrase("Nej tak", "No, thank you"),
        (true, true, PlanSide::Citizen) => phrase("Ret mit svar til ja", "Change my answer to yes"),
        (false, true, PlanSide::Citizen) => phrase("Ret mit svar til nej", "Change my answer to no"),
        (true, false, PlanSide::Staff) => phrase("Borgeren siger ja", "The citizen says yes"),
        (false, false, PlanSide::Staff) => phrase("Borgeren siger nej", "The citizen says no"),
        (true, true, PlanSide::Staff) => phrase("Ret svaret til ja", "Change the answer to yes"),
        (false, true, PlanSide::Staff) => phrase("Ret svaret til nej", "Change the answer to no"),
    }
}
