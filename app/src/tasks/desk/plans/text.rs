//! The sentences of plans at the desk.

use crate::phrase::{Phrase, phrase};
use domain::Lang;

pub const TAB: Phrase = phrase("Planer", "Plans");
pub const NONE: Phrase = phrase("Her er ingen planer.", "There are no plans here.");
pub const MINE: Phrase = phrase("Mine", "Mine");
pub const ALL: Phrase = phrase("Alle", "All");
pub const WHICH: Phrase = phrase("Hvilke planer", "Which plans");
pub const OPEN: Phrase = phrase("Åbn en plan", "Open a plan");
pub const OPEN_LEAD: Phrase = phrase(
    "Planen får et dæknavn og en kode. Borgeren kan læse og skrive i den på sin egen telefon, også uden navn.",
    "The plan gets an alias and a code. The citizen can read and write in it on their own phone, also without a name.",
);
pub const OPEN_FROM_CASE: Phrase = phrase(
    "Planen får samme dæknavn som sagen og en kode for sig.",
    "The plan gets the same alias as the case, and a code of its own.",
);
pub const ABOUT: Phrase = phrase("Hvad gælder det?", "What is it about?");
pub const BAD_ABOUT: Phrase = phrase("Vælg alkohol eller stoffer.", "Choose alcohol or drugs.");
pub const AGE: Phrase = phrase("Alder", "Age");
pub const AGE_UNKNOWN: Phrase = phrase("Ikke oplyst", "Not told");
pub const OFFER: Phrase = phrase("Hvilket forløb?", "Which course?");
pub const OFFER_HINT: Phrase =
    phrase("Det afgør, hvornår planen skal ses efter.", "It decides when the plan is to be looked at again.");
pub const OPENED: Phrase = phrase("Planen er åbnet", "The plan is opened");
pub const OPENED_BEFORE: Phrase = phrase(
    "Den plan er åbnet, og koden er i brug. Find den på listen. Er koden væk, kan du give en ny.",
    "That plan is opened, and its code is in use. Find it on the list. If the code is lost you can give a new one.",
);
pub const CODE_TITLE: Phrase = phrase("Koden til borgeren", "The code for the citizen");
pub const ALIAS: Phrase = phrase("Dæknavn:", "Alias:");
pub const CODE_WHERE: Phrase = phrase(
    "Borgeren vælger “Min plan” nederst på enhver side her, eller skriver sidens adresse og derefter",
    "The citizen chooses “My plan” at the foot of any page here, or types the address of the site and then",
);
pub const CODE_WHY: Phrase = phrase(
    "Læs den op, eller lad borgeren skrive den af. Den vises kun nu. Første gang vælger borgeren selv seks cifre, som du ikke kan se. Gem ikke koden her.",
    "Read it aloud, or let the citizen copy it. It is shown only now. The first time the citizen chooses six digits that you cannot see. Do not keep the code here.",
);
pub const TO_PLAN: Phrase = phrase("Til planen", "To the plan");
pub const CODE_UNUSED: Phrase = phrase("Koden er ikke brugt endnu.", "The code is not used yet.");
pub const CODE_USED: Phrase = phrase("Borgeren har været inde.", "The citizen has been in.");
pub const CODE_SPENT: Phrase = phrase(
    "Koden er lukket: de seks cifre har været forkerte ti gange.",
    "The code is closed: the six digits have been wrong ten times.",
);
pub const NEW_CODE: Phrase = phrase("Giv en ny kode", "Give a new code");
pub const NEW_CODE_LEAD: Phrase = phrase(
    "Den gamle kode og de seks cifre holder op med at virke med det samme, og er nogen inde, bliver de logget ud.",
    "The old code and the six digits stop working at once, and whoever is in is signed out.",
);
pub const NEW_CODE_LOSS: Phrase = phrase(
    "Borgerens private noter går tabt: kun den gamle kode kan åbne dem. Sig det, før du gør det.",
    "The citizen's private notes are lost: only the old code opens them. Say so before you do it.",
);
pub const NEW_CODE_WHO: Phrase = phrase(
    "Vær sikker på, hvem du taler med. Er du i tvivl, så mød borgeren først.",
    "Be sure whom you talk with. If in doubt, meet the citizen first.",
);
pub const NEW_CODE_OTHERS: Phrase = phrase(
    "Borgeren har ladet andre se noget af planen. Deres koder virker stadig. Spørg, om det skal blive ved, og træk det ellers tilbage under samtykker.",
    "The citizen has let others see some of the plan. Their codes still work. Ask whether that should go on, and otherwise take it back under consents.",
);
pub const NEW_CODE_YES: Phrase = phrase("Giv en ny kode nu", "Give a new code now");
pub const NEW_CODE_DONE: Phrase = phrase("Den nye kode", "The new code");
pub const REPLACED_BEFORE: Phrase = phrase(
    "En kollega har givet en ny kode i mellemtiden. Giv kun en til, hvis den også er væk.",
    "A colleague has given a new code meanwhile. Give another only if that is lost too.",
);
pub const MADE: Phrase = phrase("Planen er lavet", "The plan is made");
pub const MADE_HINT: Phrase = phrase(
    "Fra i dag bliver der talt, hvornår den skal ses efter. Er den åbnet fra en sag, bliver det også noteret der.",
    "From today it is counted when it is to be looked at again. If it was opened from a case, it is noted there too.",
);
pub const NOT_MADE: Phrase = phrase("Ikke lavet endnu", "Not made yet");
const MADE_ON: Phrase = phrase("Lavet {}", "Made on {}");
const OPENED_ON: Phrase = phrase("Åbnet {}", "Opened on {}");
pub const CITIZEN_WROTE: Phrase = phrase("Borgeren har skrevet sidst", "The citizen wrote last");
pub const LATE: Phrase = phrase("Over tiden", "Overdue");
pub const RESPONSIBLE: Phrase = phrase("Ansvar for planen", "In charge of the plan");
pub const NOBODY: Phrase = phrase("Ingen", "Nobody");
pub const HAND_OVER: Phrase = phrase("Gem, hvem der har ansvar", "Save who is in charge");
pub const HAND_OVER_ALL: Phrase = phrase("Overdrag planer", "Hand over plans");
pub const HAND_OVER_LEAD: Phrase = phrase(
    "Giv planer til en kollega, mens du er væk, eller for altid. Borgeren ser straks, hvem der har ansvar for planen. Kollegaen kan give planerne tilbage på samme måde.",
    "Give plans to a colleague while you are away, or for good. The citizen sees at once who is in charge of the plan. The colleague can give the plans back in the same way.",
);
pub const WHOSE: Phrase = phrase("Hvis planer?", "Whose plans?");
pub const SHOW: Phrase = phrase("Vis", "Show");
pub const TO_WHOM: Phrase = phrase("Til hvem?", "To whom?");
pub const CHOOSE: Phrase = phrase("Vælg", "Choose");
pub const HAND_OVER_CHOSEN: Phrase = phrase("Overdrag de valgte", "Hand over those chosen");
pub const HAND_OVER_EACH: Phrase = phrase("Overdrag alle på listen", "Hand over all on the list");
pub const CHOOSE_COLLEAGUE: Phrase = phrase("Vælg en kollega.", "Choose a colleague.");
pub const CHOOSE_PLANS: Phrase = phrase("Vælg mindst én plan.", "Choose at least one plan.");
pub const TO_BE_MADE: Phrase = phrase("Sager, der mangler en plan", "Cases without a plan yet");
pub const ALL_TO_BE_MADE: Phrase = phrase("Se dem alle under sager", "See them all under cases");
const MADE_BY: Phrase = phrase("Planen skal være lavet senest {}", "The plan must be made by {}");
pub const CHANGE_OFFER: Phrase = phrase("Gem forløbet", "Save the course");
pub const MANAGE: Phrase = phrase("Om planen", "About the plan");

#[must_use]
pub fn made_on(day: &str, lang: Lang) -> String {
    MADE_ON.with(day, lang)
}

/// By when a plan must be made.
#[must_use]
pub fn made_by(day: &str, lang: Lang) -> String {
    MADE_BY.with(day, lang)
}

#[must_use]
pub fn opened_on(day: &str, lang: Lang) -> String {
    OPENED_ON.with(day, lang)
}
