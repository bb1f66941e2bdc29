//! The sentences of what a standard sets limits to, and of what is asked before it happens.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, decide::Goal as TreatmentGoal, plan::PlanSide};

pub const AIM: Phrase = phrase("Stoppe eller drikke mindre", "Stop, or drink less");
pub const CHOOSE_AIM: Phrase = phrase("Hvad går målet ud på?", "What is the goal about?");
pub const BAD_AIM: Phrase = phrase("Vælg, hvad målet går ud på.", "Choose what the goal is about.");
pub const CHANGE_AIM: Phrase = phrase("Vælg, hvad målet går ud på", "Choose what the goal is about");
pub const AIM_UNTIL: Phrase = phrase("Til hvilken dag?", "Until which day?");
pub const WHY_LIMIT: Phrase = phrase("Hvorfor er der en grænse?", "Why is there a limit?");

pub const ACTION_PLAN: Phrase = phrase("Handleplan", "Action plan");
pub const ACTION_PLAN_IS: Phrase = phrase(
    "En handleplan er en anden plan end denne. Den står i serviceloven § 141.",
    "An action plan is another plan than this one. It is in the Social Services Act, section 141.",
);
pub const NO_ACTION_PLAN_AFTER_ALL: Phrase =
    phrase("Der er ingen handleplan alligevel", "There is no action plan after all");

pub const MEDICINE: Phrase = phrase("Medicin på recept", "Medicine on prescription");
pub const MEDICINE_ASKED: Phrase = phrase(
    "Centret har spurgt dig om medicin på recept.",
    "The centre has asked you about medicine on prescription.",
);
pub const MEDICINE_ANSWER: Phrase = phrase("Læs og svar", "Read and answer");
pub const MEDICINE_WORDS: Phrase =
    phrase("Hvilken medicin, og hvad skal den hjælpe med?", "Which medicine, and what is it to help with?");
pub const PROPOSE_MEDICINE: Phrase = phrase("Spørg borgeren", "Ask the citizen");

#[must_use]
pub const fn aim(aim: TreatmentGoal) -> Phrase {
    match aim {
        TreatmentGoal::Abstinence => phrase("Holde helt op med at drikke", "Stop drinking"),
        TreatmentGoal::ControlledReducedUse => phrase("Drikke mindre", "Drink less"),
    }
}

/// What a goal is about, and until when.
#[must_use]
pub fn aim_until(what: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{what}, til {day}"),
        Lang::En => format!("{what}, until {day}"),
    }
}

/// How long somebody can mean to drink less.
#[must_use]
pub fn aim_limit(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Skal du drikke mindre, kan det her være målet til senest {day}. Skal du holde helt op, behøver du ikke skrive en dag."
        ),
        Lang::En => format!(
            "If you are to drink less, that can be the goal here until {day} at the latest. If you are to stop, you do not have to give a day."
        ),
    }
}

/// That somebody means to drink less for longer than the standard lets them.
#[must_use]
pub fn too_late(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!(
            "Kommunens standard siger højst tre måneder, når målet er at drikke mindre. Vælg en dag til og med {day}."
        ),
        Lang::En => format!(
            "The municipality's standard says three months at most when the goal is to drink less. Choose a day up to {day}."
        ),
    }
}

/// That somebody must agree first.
#[must_use]
pub fn needs_consent(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!("Der mangler et samtykke, før planen kan laves: “{what}”. Notér det under samtykker.")
        }
        Lang::En => {
            format!("A consent is missing before the plan can be made: “{what}”. Note it under consents.")
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

/// What medicine on prescription means for somebody anonymous, where that is known.
#[must_use]
pub const fn medicine_means(continues: Option<bool>, reader: PlanSide) -> Phrase {
    match (continues, reader) {
        (Some(false), PlanSide::Citizen) => phrase(
            "Er du anonym, er du det ikke mere fra den dag, du får medicin på recept. Du bestemmer selv. Siger du nej, ændrer det ikke noget.",
            "If you are anonymous, you are not any more from the day you get medicine on prescription. You decide. If you say no, nothing changes.",
        ),
        (Some(false), PlanSide::Staff) => phrase(
            "Er borgeren anonym, ophører det den dag, der bliver skrevet en recept. Sig det først, og spørg. Et nej ændrer ikke noget.",
            "If the citizen is anonymous, that ends on the day of the prescription. Tell them first, and ask. A no changes nothing.",
        ),
        (Some(true), PlanSide::Citizen) => phrase(
            "Er du anonym, er du det stadig, selv om du får medicin på recept. Du bestemmer selv. Siger du nej, ændrer det ikke noget.",
            "If you are anonymous, you still are when you get medicine on prescription. You decide. If you say no, nothing changes.",
        ),
        (Some(true), PlanSide::Staff) => phrase(
            "Er borgeren anonym, fortsætter det. Spørg først. Et nej ændrer ikke noget.",
            "If the citizen is anonymous, that goes on. Ask first. A no changes nothing.",
        ),
        (None, PlanSide::Citizen) => phrase(
            "Kommunens regler siger ikke, om du stadig kan være anonym, hvis du får medicin på recept. Spørg, før du siger ja. Siger du nej, ændrer det ikke noget.",
            "The municipality's rules do not say whether you can still be anonymous if you get medicine on prescription. Ask before you say yes. If you say no, nothing changes.",
        ),
        (None, PlanSide::Staff) => phrase(
            "Kommunens regler siger ikke, om borgeren stadig kan være anonym med medicin på recept. Sig det, før du spørger.",
            "The municipality's rules do not say whether the citizen can still be anonymous with medicine on prescription. Say so before you ask.",
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

#[must_use]
pub const fn answer_medicine(yes: bool, reader: PlanSide) -> Phrase {
    match (yes, reader) {
        (true, PlanSide::Citizen) => phrase("Ja, det vil jeg gerne", "Yes, I would like that"),
        (false, PlanSide::Citizen) => phrase("Nej", "No"),
        (true, PlanSide::Staff) => phrase("Borgeren siger ja", "The citizen says yes"),
        (false, PlanSide::Staff) => phrase("Borgeren siger nej", "The citizen says no"),
    }
}
