//! Cases at the desk.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    case::{Oddity, WarningLevel},
};

pub const TAB: Phrase = phrase("Sager", "Cases");
pub const LEAD: Phrase = phrase(
    "Borgere, der har sagt, at de ønsker behandling. Den, der har færrest dage tilbage, står først.",
    "Citizens who have said that they wish for treatment. Whoever has fewest days left stands first.",
);
pub const NONE: Phrase = phrase("Der er ingen sager.", "There are no cases.");
pub const NAME: Phrase = phrase("Navn", "Name");
pub const ABOUT: Phrase = phrase("Om", "About");
pub const SINCE: Phrase = phrase("Dag 0", "Day 0");
pub const LATEST: Phrase = phrase("Senest", "By");
pub const LEFT: Phrase = phrase("Dage tilbage", "Days left");
pub const FROM_DAY: Phrase = phrase("fra {}", "from {}");
pub const BY_DAY: Phrase = phrase("senest {}", "by {}");
pub const NO_LAST_DAY: Phrase = phrase("ingen sidste dag", "no last day");
pub const ALL: Phrase = phrase("Alle", "All");
pub const FEWER_DAYS: Phrase = phrase("Færre dage tilbage", "Fewer days left");
pub const MORE_DAYS: Phrase = phrase("Flere dage tilbage", "More days left");
pub const ENDED_CASES: Phrase = phrase("Begyndt eller afsluttet", "Begun or ended");
pub const STARTED: Phrase = phrase("begyndt {}", "begun {}");
pub const STOPPED: Phrase = phrase("stoppet {}", "stopped {}");
pub const ENDED: Phrase = phrase("afsluttet {}", "ended {}");
pub const EVENTS: Phrase = phrase("Hvad der er sket", "What has happened");
pub const DEADLINES: Phrase = phrase("Frister", "Time limits");
pub const BY_CITIZEN: Phrase = phrase("borgeren", "the citizen");
pub const SUPERSEDED: Phrase = phrase("rettet", "corrected");
pub const RECORD: Phrase = phrase("Skriv ned, hvad der er sket", "Write down what has happened");
pub const FACT: Phrase = phrase("Hvad er der sket?", "What has happened?");
pub const CHOOSE_FACT: Phrase = phrase("Vælg", "Choose");
pub const DAY: Phrase = phrase("Hvilken dag?", "Which day?");
pub const CORRECTS: Phrase = phrase("Retter det noget, der står?", "Does it correct something that stands?");
pub const CORRECTS_HINT: Phrase = phrase(
    "Det, der bliver rettet, bliver stående her. Borgeren ser kun det, der gælder nu.",
    "What is corrected stays here. The citizen only sees what holds now.",
);
pub const CORRECTS_NOTHING: Phrase = phrase("Nej, det er nyt", "No, it is new");
pub const SAVE: Phrase = phrase("Skriv det ned", "Write it down");
pub const NOTED: Phrase = phrase("Det er skrevet ned.", "It is written down.");
pub const BAD_FACT: Phrase = phrase("Vælg, hvad der er sket.", "Choose what has happened.");
pub const BAD_DAY: Phrase = phrase(
    "Skriv en dag, der findes, og som ikke er efter i dag.",
    "Give a day that exists and is not after today.",
);
pub const BAD_DAY_AHEAD: Phrase = phrase(
    "Skriv en dag, der findes: et møde højst et år frem, et forløb højst tre år.",
    "Give a day that exists: a meeting a year ahead at most, a course three years.",
);
pub const CITIZENS_OWN: Phrase = phrase(
    "Det har borgeren selv gjort. Kun dagen for et ønske kan rettes. Skriv noget nyt ned i stedet.",
    "The citizen did that. Only the day of a wish can be corrected. Write down something new instead.",
);
pub const CHOOSE_MISTAKE: Phrase = phrase("Vælg det, der var en fejl.", "Choose what was a mistake.");
pub const CORRECTED_BEFORE: Phrase = phrase(
    "Det er rettet i mellemtiden. Se, hvad der står nu, og vælg igen.",
    "It has been corrected meanwhile. See what stands now, and choose again.",
);

pub const PLACE: Phrase = phrase(
    "Stedets navn, når det er et andet sted (du behøver ikke skrive det)",
    "The name of the place, where it is another (you do not have to write it)",
);
pub const NO_PLACE_HERE: Phrase = phrase(
    "Et sted hører kun til, når det handler om et andet sted. Slet navnet, eller vælg noget andet.",
    "A place only belongs where it is about another place. Delete the name, or choose something else.",
);
pub const BAD_PLACE: Phrase = phrase(
    "Skriv kun stedets navn: højst 100 tegn, og ikke et menneskes navn, CPR-nummer eller telefonnummer.",
    "Write only the name of the place: at most 100 characters, and not a person's name, CPR number or phone number.",
);
pub const IS_RIGHT: Phrase = phrase("Er det rigtigt?", "Is it right?");
pub const SURE: Phrase = phrase("Ja, det er rigtigt", "Yes, it is right");
pub const RENEW: Phrase = phrase("Borgeren har mistet sin kode", "The citizen has lost their code");
pub const RENEW_TITLE: Phrase = phrase("Giv borgeren en ny kode", "Give the citizen a new code");
pub const RENEW_LEAD: Phrase = phrase(
    "Borgeren får en ny kode til alt, der står under den gamle: sager, aftaler og det, der er skrevet. Den gamle kode virker ikke mere.",
    "The citizen gets a new code for all that stands under the old one: cases, appointments and what has been written. The old code stops working.",
);
pub const RENEW_WHO: Phrase = phrase(
    "Giv den kun til borgeren selv, og kun når du er sikker på, hvem du taler med. Spørg om noget, som kun I to ved. Er du i tvivl, så åbn en ny sag.",
    "Give it to the citizen alone, and only when you are sure whom you are talking with. Ask about something that only the two of you know. If in doubt, open a new case.",
);
pub const RENEW_YES: Phrase = phrase("Ja, giv en ny kode", "Yes, give a new code");
pub const RENEWED_BEFORE: Phrase = phrase(
    "Borgeren har fået en anden kode, siden siden her blev åbnet. Er den også mistet, så giv en ny.",
    "The citizen has been given another code since this page was opened. If that is lost too, give a new one.",
);
pub const RENEWED: Phrase = phrase("Borgeren har fået en ny kode", "The citizen has a new code");

/// Why it is asked whether what was typed is right.
#[must_use]
pub const fn oddity(odd: Oddity) -> Phrase {
    match odd {
        Oddity::BeforeContact => phrase(
            "Dagen er før den første kontakt. Ret den, eller sig, at den er rigtig.",
            "The day is before the first contact. Correct it, or say that it is right.",
        ),
        Oddity::BeforeDecision => phrase(
            "Der er ingen afgørelse før den dag. Ret dagen, eller sig, at den er rigtig.",
            "There is no decision before that day. Correct the day, or say that it is right.",
        ),
        Oddity::NoLimitLeft => phrase(
            "Med den alder står der ingen sidste dag i sagen mere. Sig, om alderen er rigtig.",
            "With that age no last day stands in the case any more. Say whether the age is right.",
        ),
        Oddity::BeforeStart => phrase(
            "Behandlingen var ikke begyndt den dag. Ret dagen, eller sig, at den er rigtig.",
            "Treatment had not begun on that day. Correct the day, or say that it is right.",
        ),
        Oddity::BeforeBreakOff => phrase(
            "Behandlingen var ikke stoppet den dag. Ret dagen, eller sig, at den er rigtig.",
            "Treatment had not stopped by that day. Correct the day, or say that it is right.",
        ),
        Oddity::NoWishLeft => phrase(
            "Så står der ikke noget ønske om behandling i sagen, og fristen stopper. Sig, om det er rigtigt.",
            "Then no wish for treatment stands in the case, and the time limit stops. Say whether that is right.",
        ),
    }
}

pub const RUNNING: Phrase = phrase("I gang", "Running");
pub const WARNED: Phrase = phrase("Nye varsler", "New warnings");
pub const HAVE_WRITTEN: Phrase = phrase("Har skrevet", "Have written");
pub const ELSEWHERE: Phrase = phrase("I gang hos andre", "Under way elsewhere");
pub const NEW_WARNING: Phrase = phrase("nyt varsel", "new warning");
pub const FILTER: Phrase = phrase("Find eller vis færre", "Find, or show fewer");
pub const KIND: Phrase = phrase("Frist for", "Time limit for");
pub const UNIT: Phrase = phrase("Enhed", "Unit");
pub const WHOSE: Phrase = phrase("Hvis", "Whose");
pub const MINE: Phrase = phrase("Dem, jeg har skrevet i", "Those I have written in");
pub const SHOW: Phrase = phrase("Vis", "Show");
pub const SEEN: Phrase = phrase("Jeg har set varslet", "I have seen the warning");
pub const SEEN_ALL: Phrase = phrase("Jeg har set varslerne her", "I have seen these warnings");
pub const SEEN_DONE: Phrase =
    phrase("Det er skrevet ned, at du har set det.", "It is noted that you have seen it.");
pub const CHECKLIST: Phrase = phrase("Når borgeren bliver skrevet ind", "When the citizen is enrolled");
pub const CHECKLIST_LEAD: Phrase = phrase(
    "Det siger kommunens kvalitetsstandard om, hvad der bliver fortalt og tilbudt. Skriv ned ovenfor, hvilken dag det skete.",
    "This is what the municipality's quality standard says is told and offered. Write down above on which day it was.",
);
pub const NOT_TOLD: Phrase = phrase("ikke skrevet ned", "not written down");

/// What is warned of.
#[must_use]
pub const fn warning(level: WarningLevel) -> Phrase {
    match level {
        WarningLevel::SevenDays => phrase("Der er højst 7 dage tilbage.", "There are 7 days or fewer left."),
        WarningLevel::ThreeDays => phrase("Der er højst 3 dage tilbage.", "There are 3 days or fewer left."),
        WarningLevel::LastDay => phrase("Det er den sidste dag i dag.", "Today is the last day."),
        WarningLevel::Breached => phrase("Fristen er gået ud.", "The time limit has passed."),
    }
}

pub const OPEN: Phrase = phrase("Åbn en sag", "Open a case");
pub const OPEN_LEAD: Phrase = phrase(
    "Til den, der ringer, kommer eller skriver. Sagen får en kode, som du læser højt eller skriver ned til borgeren.",
    "For who phones, comes or writes. The case gets a code, which you read aloud or write down for the citizen.",
);
pub const OPEN_UNDER_LEAD: Phrase = phrase(
    "Sagen kommer under den kode, som borgeren har i forvejen.",
    "The case comes under the code that the citizen has already.",
);
pub const OPEN_CONTACT: Phrase = phrase("Hvem har taget kontakt?", "Who made contact?");
pub const OPEN_CONTACT_HINT: Phrase = phrase(
    "En pårørendes eller en myndigheds kontakt bliver skrevet ned, men starter ingen frist.",
    "Contact by somebody close or by an authority is written down, but starts no time limit.",
);
pub const OPEN_ABOUT: Phrase = phrase("Hvad handler det om?", "What is it about?");
pub const OPEN_DAY: Phrase = phrase("Hvilken dag tog de kontakt?", "On which day did they make contact?");
pub const AGE: Phrase = phrase("Borgerens alder", "The citizen's age");
pub const AGE_UNKNOWN: Phrase = phrase("Ikke oplyst", "Not told");
pub const BAD_CONTACT: Phrase = phrase("Vælg, hvem der har taget kontakt.", "Choose who made contact.");
pub const BAD_AGE: Phrase = phrase("Vælg en af aldrene.", "Choose one of the ages.");
pub const CODE_FOR_CITIZEN: Phrase = phrase("Borgerens kode", "The citizen's code");
pub const CODE_NOTED: Phrase = phrase(
    "Giv kun koden til borgeren selv. Der løber ingen frist: borgeren har ikke ønsket behandling her.",
    "Give the code to the citizen alone. No time limit runs: the citizen has not wished for treatment here.",
);
pub const WRITTEN: Phrase = phrase("borgeren har skrevet", "the citizen has written");
pub const BAD_ABOUT: Phrase =
    phrase("Vælg alkohol, stoffer eller begge dele.", "Choose alcohol, drugs or both.");
pub const OPENED_BEFORE: Phrase = phrase(
    "Sagen er åbnet i forvejen, med noget andet. Find den på listen, og ret den der.",
    "The case has been opened before, with something else. Find it on the list, and correct it there.",
);
pub const ALIAS: Phrase = phrase("Kaldenavn i portalen", "Alias in the portal");
pub const FIND: Phrase = phrase("Find", "Find");
pub const APPOINTMENT_GONE: Phrase = phrase(
    "Aftalen er her ikke mere. Sagen får en kode for sig selv, hvis du åbner den igen.",
    "The appointment is not here any more. The case gets a code of its own if you open it again.",
);
pub const OPENED: Phrase = phrase("Sagen er åbnet", "The case is open");
pub const CODE_WHY: Phrase = phrase(
    "Med koden kan borgeren selv se, hvornår behandlingen senest skal begynde. Vi kan ikke finde den frem igen.",
    "With the code the citizen can see by when treatment must begin. We cannot find it again.",
);

/// Days left, or over.
#[must_use]
pub fn left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (days, Lang::Da) if days < 0 => format!("{} dage over", -days),
        (days, Lang::En) if days < 0 => format!("{} days over", -days),
        (0, Lang::Da) => "i dag".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::Da) => "1 dag".to_owned(),
        (1, Lang::En) => "1 day".to_owned(),
        (days, Lang::Da) => format!("{days} dage"),
        (days, Lang::En) => format!("{days} days"),
    }
}
