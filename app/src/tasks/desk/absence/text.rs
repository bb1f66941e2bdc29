//! Who is away, and days on which a centre is closed.

use crate::phrase::{Phrase, phrase};
use domain::Lang;

pub const TITLE: Phrase = phrase("Fravær og lukkedage", "Absence and closed days");
pub const TAB: Phrase = phrase("Fravær", "Absence");
pub const CLOSE_DAYS: Phrase = phrase("Luk centret nogle dage", "Close the centre for some days");
pub const REPORT: Phrase = phrase("Meld fravær", "Report absence");
pub const LEAD: Phrase = phrase(
    "Er der aftaler imens, ser du dem, før noget bliver gemt. Så kan du give dem videre eller aflyse dem på én gang.",
    "If there are appointments meanwhile, you see them before anything is saved. Then you can hand them over or cancel them in one go.",
);
pub const WHOSE: Phrase = phrase("Hvem", "Who");
pub const CENTRE: Phrase = phrase("Hele centret lukker", "The whole centre closes");
pub const FROM: Phrase = phrase("Første dag", "First day");
pub const TO: Phrase = phrase("Sidste dag", "Last day");
pub const TO_HINT: Phrase = phrase("Lad feltet stå tomt for én dag.", "Leave it empty for one day.");
pub const SPAN: Phrase = phrase("Tidsrum", "Times");
pub const SPAN_HINT: Phrase = phrase(
    "For eksempel 9-12. Lad feltet stå tomt for hele dagen.",
    "For example 9-12. Leave it empty for the whole day.",
);
pub const NOTE: Phrase =
    phrase("Besked til borgerne, når centret lukker", "Message to citizens when the centre closes");
pub const NOTE_HINT: Phrase = phrase("Du kan lade den være tom.", "It can be left empty.");
pub const GO_ON: Phrase = phrase("Fortsæt", "Continue");
pub const BAD_FROM: Phrase = phrase("Vælg i dag eller en senere dag.", "Choose today or a later day.");
pub const BAD_TO: Phrase = phrase(
    "Sidste dag skal ligge efter den første og højst 60 dage senere.",
    "The last day must come after the first, and at most 60 days later.",
);
pub const BAD_SPAN: Phrase = phrase(
    "Skriv tiderne sådan: 9-12, 13-15.30. De skal stå i rækkefølge, må ikke overlappe, og der må højst være seks.",
    "Write the times like this: 9-12, 13-15.30. They must stand in order, must not overlap, and there can be six at most.",
);
pub const CENTRE_WHOLE_DAY: Phrase = phrase(
    "Centret lukker hele dage. Lad tidsrummet stå tomt.",
    "The centre closes for whole days. Leave the times empty.",
);
pub const BAD_WHOSE: Phrase = phrase("Vælg, hvem det gælder.", "Choose who it is about.");
pub const HITS: Phrase = phrase("Aftaler, der bliver ramt", "Appointments that are affected");
pub const NOT_SAVED: Phrase = phrase("Intet er gemt endnu.", "Nothing is saved yet.");
pub const FATE: Phrase = phrase("Hvad skal der ske?", "What should happen?");
pub const CALL_OFF: Phrase = phrase("Aflys", "Cancel");
pub const KEEP: Phrase = phrase("Lad den stå", "Keep it");
pub const SAVE_ALL: Phrase = phrase("Gem, og gør det", "Save, and do it");
pub const CHANGED: Phrase = phrase(
    "Noget har ændret sig imens: en aftale er kommet til, eller en kollega er optaget. Se listen igen.",
    "Something has changed in the meantime: an appointment has been added, or a colleague is taken. Look at the list again.",
);
pub const DONE: Phrase = phrase(
    "Det er gemt. Borgere med aflyste aftaler ser det, når de bruger deres kode.",
    "It is saved. Citizens whose appointments were cancelled see it when they use their code.",
);
pub const CLOSED_BOOKED: Phrase = phrase(
    "Det er gemt. Men der er aftaler imens: bed en leder om at give dem videre eller aflyse dem.",
    "It is saved. But there are appointments meanwhile: ask a lead to hand them over or cancel them.",
);
pub const CLOSED_DAYS: Phrase = phrase("Lukkedage", "Closed days");
pub const OPEN_AGAIN: Phrase = phrase("Åbn igen", "Open again");
pub const MAY_NOT_OPEN: Phrase = phrase(
    "Kun en leder eller administrator kan åbne og lukke centret.",
    "Only a lead or an administrator can open and close the centre.",
);
pub const NOTHING_OPENED: Phrase = phrase(
    "Den dag er ikke lukket, eller den er mere end et år væk. Intet er ændret.",
    "That day is not closed, or it is more than a year away. Nothing has changed.",
);
pub const HOLIDAYS: Phrase = phrase("Helligdage", "Public holidays");
pub const HOLIDAYS_LEAD: Phrase = phrase(
    "Centret er lukket på helligdage. Borgerne kan hverken få en tid eller blive ringet op, medmindre I holder åbent.",
    "The centre is closed on public holidays. Citizens can neither get a time nor be called, unless you keep open.",
);
pub const KEEP_OPEN: Phrase = phrase("Hold åbent", "Keep open");
pub const CLOSE_AGAIN: Phrase = phrase("Luk igen", "Close again");
pub const IS_OPEN: Phrase = phrase("åbent", "open");
pub const IS_CLOSED: Phrase = phrase("lukket", "closed");

/// To give an appointment to somebody.
#[must_use]
pub fn hand_over(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Giv til {name}"),
        Lang::En => format!("Hand over to {name}"),
    }
}
