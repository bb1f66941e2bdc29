//! The sentences of the plan for today.

use crate::phrase::{Phrase, phrase};

pub const NEXT_STEP: Phrase = phrase("Dit næste skridt", "Your next step");
pub const ALL_STEPS_DONE: Phrase = phrase(
    "Alle skridt er gjort. Skriv et nyt, når du har lyst.",
    "All steps are done. Write a new one when you feel like it.",
);
pub const TICK: Phrase = phrase("Det er gjort", "It is done");
pub const UNTICK: Phrase = phrase("Ikke gjort alligevel", "Not done after all");
pub const NEXT_QUESTION: Phrase = phrase("Det næste spørgsmål", "The next question");
pub const SAVE: Phrase = phrase("Gem", "Save");
pub const WEEK: Phrase = phrase("Din uge", "Your week");
pub const WHOLE_WEEK: Phrase = phrase("Se denne uge og den næste", "See this week and the next");
pub const WEEK_BEFORE: Phrase = phrase("Vis ugen før", "Show the week before");
pub const WEEK_AFTER: Phrase = phrase("Vis ugen efter", "Show the week after");
pub const NO_TIMES: Phrase = phrase("Ingen tider.", "No times.");
pub const CHECK_IN: Phrase = phrase("Hvordan har du det?", "How are you?");
pub const CHECK_IN_MORE: Phrase =
    phrase("Se, hvordan det er gået, og hvor du kan få hjælp", "See how it has been, and where to get help");
pub const OWN_WORDS_FIRST: Phrase =
    phrase("Hvordan har den sidste uge været?", "How has the last week been?");
pub const SKIP: Phrase = phrase(
    "Skriv med dine egne ord, svar på spørgsmålene, eller gør kun en af delene. Du kan springe over, hvad du vil. Centret kan læse det.",
    "Use your own words, answer the questions, or do only one of them. You can skip whatever you like. The centre can read it.",
);
pub const SAVED: Phrase = phrase("Det er gemt.", "It is saved.");
pub const SAVING: Phrase = phrase("Gemmer …", "Saving …");
pub const NOT_SAVED: Phrase = phrase(
    "Det er ikke gemt endnu. Siden prøver igen af sig selv. Bliv her, hvis du kan. Lukker du siden nu, bliver det ikke gemt.",
    "It is not saved yet. The page tries again by itself. Stay here if you can. If you close the page now, it is not saved.",
);
pub const SIGNED_OUT: Phrase = phrase(
    "Det er ikke gemt endnu, for du er logget ud. Log ind igen i en ny fane. Kom så tilbage hertil, og tryk på “Prøv igen”.",
    "It is not saved yet, as you are signed out. Sign in again in a new tab. Then come back here and press “Try again”.",
);
pub const TRY_AGAIN: Phrase = phrase("Prøv igen", "Try again");
pub const OUTDATED: Phrase = phrase(
    "Det blev ikke gemt: siden er blevet for gammel. Kopiér det, du har skrevet, og hent siden igen.",
    "It was not saved: the page has become too old. Copy what you have written, and load the page again.",
);
