//! Complaints at the desk.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang, Role,
    complaint::{ComplaintFact, ComplaintStatus, ComplaintTiming},
};

pub const TAB: Phrase = phrase("Klager", "Complaints");
pub const LEAD: Phrase = phrase(
    "Her står de klager, du skal læse. Andre ser dem ikke, heller ikke at de er her. Den, en klage handler om, kan ikke åbne den.",
    "Here are the complaints that you are to read. Others do not see them, nor that they are here. Whoever a complaint is about cannot open it.",
);
pub const NONE: Phrase = phrase("Der er ingen klager til dig.", "There are no complaints for you.");
pub const ORAL: Phrase = phrase("Skriv en mundtlig klage ned", "Write an oral complaint down");
pub const ORAL_HOW: Phrase = phrase(
    "Brug den samme side som borgeren. Læs klagen højt, før du sender den, og giv borgeren nummer, kontrolord og kode.",
    "Use the same page as the citizen. Read the complaint aloud before you send it, and give the citizen the number, the check words and the code.",
);
pub const NUMBER: Phrase = phrase("Nummer", "Number");
pub const ABOUT: Phrase = phrase("Handler om", "About");
pub const RECEIVED: Phrase = phrase("Modtaget", "Received");
pub const STATE: Phrase = phrase("Står", "State");
pub const BY: Phrase = phrase("Se på den igen senest", "Look at it again by");
pub const NO_TIME: Phrase = phrase("ingen frist i reglerne", "no time limit in the rules");
pub const UNREADABLE: Phrase = phrase(
    "Klagen kan ikke åbnes. Sig det til den, der driver siden: nøglen mangler.",
    "The complaint cannot be opened. Tell whoever runs the site: the key is missing.",
);
pub const WHO: Phrase = phrase("Hvem klager", "Who complains");
pub const CONTACT: Phrase = phrase("Sådan vil de have svar", "How they want the answer");
pub const ANONYMOUS: Phrase = phrase(
    "Uden navn. Svaret ligger under borgerens kode.",
    "Without a name. The answer is under the citizen's code.",
);
pub const ALIAS: Phrase = phrase("Kaldes her", "Called here");
pub const ABOUT_READER: Phrase = phrase(
    "Borgeren har sagt, at klagen handler om den, der skulle have læst den: {}. Den kan ikke gives videre dertil.",
    "The citizen has said that the complaint is about whoever was to read it: {}. It cannot be handed on there.",
);
pub const GROUNDS: Phrase = phrase("Borgeren har svaret", "The citizen answered");
pub const UNDER_18: Phrase = phrase("Den, det handler om, er under 18 år", "Whoever it is about is under 18");
pub const WORKED_OUT: Phrase =
    phrase("Dagen, der er talt fra, er regnet ud", "The day counted from was worked out");
pub const NOT_ASKED: Phrase = phrase("ikke spurgt om mere", "not asked for more");
pub const LOG: Phrase = phrase("Hvem har læst den", "Who has read it");
pub const KEPT: Phrase = phrase("Det, du skrev", "What you wrote");
pub const NOBODY_READS: Phrase = phrase(
    "Ingen med den rolle kan logge ind og læse den. Vælg en anden.",
    "Nobody with that role can sign in and read it. Choose another.",
);
pub const COMPLAINT: Phrase = phrase("Klagen", "The complaint");
pub const SINCE: Phrase = phrase("Siden er der sket", "What has happened since");
pub const NOTHING_SINCE: Phrase = phrase("Ikke noget endnu.", "Nothing yet.");
pub const BY_CITIZEN: Phrase = phrase("borgeren", "the citizen");
pub const SHUT_OUT: Phrase = phrase("Hvem handler klagen om?", "Whom is the complaint about?");
pub const SHUT_OUT_HINT: Phrase = phrase(
    "De kan ikke åbne den, og de ser ikke, at den findes. Handler den om dig selv, så giv den videre.",
    "They cannot open it and do not see that it exists. If it is about yourself, hand it on.",
);
pub const SAVE: Phrase = phrase("Gem", "Save");
pub const ACKNOWLEDGE: Phrase =
    phrase("Sig til borgeren, at du læser den", "Tell the citizen that you read it");
pub const ASK: Phrase = phrase("Spørg borgeren", "Ask the citizen");
pub const QUESTION: Phrase = phrase("Dit spørgsmål", "Your question");
pub const SEND: Phrase = phrase("Send", "Send");
pub const DECIDE: Phrase = phrase("Svar på klagen", "Answer the complaint");
pub const DECIDE_HINT: Phrase = phrase(
    "Borgeren læser svaret under sin kode og kan skrive det ud. Skriv, hvad du har set på, hvad du mener, og hvad borgeren kan gøre nu.",
    "The citizen reads the answer under their code and can print it. Write what you have looked at, what you find, and what the citizen can do now.",
);
pub const VERDICT: Phrase = phrase("Får borgeren ret?", "Do you agree with the citizen?");
pub const CHOOSE_VERDICT: Phrase =
    phrase("Vælg, om borgeren får ret.", "Choose whether you agree with the citizen.");
pub const LETTER: Phrase = phrase("Dit svar", "Your answer");
pub const WRITE_LETTER: Phrase =
    phrase("Skriv det, borgeren skal læse.", "Write what the citizen is to read.");
pub const TOO_LONG: Phrase = phrase(
    "Det er mere end 8.000 tegn. Gør det kortere.",
    "That is more than 8,000 characters. Make it shorter.",
);
pub const HAND_ON: Phrase = phrase("Giv klagen videre", "Hand the complaint on");
pub const HAND_ON_HINT: Phrase = phrase(
    "Så læser en anden den. Du kan ikke se den mere.",
    "Then somebody else reads it. You can no longer see it.",
);
pub const TO_WHOM: Phrase = phrase("Til", "To");
pub const CHOOSE_READER: Phrase = phrase("Vælg, hvem der skal læse den.", "Choose who is to read it.");
pub const CHOOSE_ONE: Phrase = phrase("Vælg", "Choose");
pub const SEND_ON: Phrase = phrase("Den er sendt til {}", "It has been sent to {}");
pub const PACKAGE: Phrase = phrase("Det, {} skal have", "What {} is to have");
pub const PACKAGE_HOW: Phrase = phrase(
    "En fil med klagen, svaret, brevene, forløbet og bilagene, samlet i en PDF, som en skærmlæser kan læse, og de samme oplysninger som JSON. Send den, som du ellers sender post, der ikke må læses af andre. Tryk bagefter på, at den er sendt.",
    "One file with the complaint, the answer, the letters, the timeline and the attachments, gathered in a PDF that a screen reader can read, and the same as JSON. Send it as you send other post that nobody else may read. Afterwards press that it has been sent.",
);
pub const FETCH: Phrase = phrase("Hent pakken", "Fetch the package");
pub const SEND_ON_SILENT: Phrase = phrase(
    "Kommunens regler nævner ingen anden myndighed, klagen skal sendes videre til.",
    "The municipality's rules name no other authority to which the complaint is to be sent on.",
);
pub const CHANGED: Phrase = phrase(
    "Der er sket noget med klagen imens. Se det først. Det, du skrev, står her endnu.",
    "Something has happened to the complaint meanwhile. Look at that first. What you wrote is still here.",
);
pub const DONE: Phrase = phrase("Det er gemt.", "It has been saved.");
pub const HANDED_ON: Phrase = phrase("Klagen er givet videre.", "The complaint has been handed on.");

/// How many complaints nobody can read: for who arranges the desk, and no more than the number.
#[must_use]
pub fn unread(number: u64, lang: Lang) -> String {
    match (number, lang) {
        (1, Lang::Da) => {
            "1 klage har ingen, der kan læse den. Bed den, der driver siden, om at give nogen den rolle, som mangler: leder, centerleder, myndighed eller læser af klager.".to_owned()
        }
        (number, Lang::Da) => format!(
            "{number} klager har ingen, der kan læse dem. Bed den, der driver siden, om at give nogen den rolle, som mangler: leder, centerleder, myndighed eller læser af klager."
        ),
        (1, Lang::En) => {
            "1 complaint has nobody who can read it. Ask whoever runs the site to give somebody the role that is missing: lead, centre manager, authority or reader of complaints.".to_owned()
        }
        (number, Lang::En) => format!(
            "{number} complaints have nobody who can read them. Ask whoever runs the site to give somebody the role that is missing: lead, centre manager, authority or reader of complaints."
        ),
    }
}

#[must_use]
pub const fn status(status: ComplaintStatus) -> Phrase {
    match status {
        ComplaintStatus::Received => phrase("ny", "new"),
        ComplaintStatus::Read => phrase("bliver læst", "being read"),
        ComplaintStatus::Asked => phrase("borgeren er spurgt", "the citizen was asked"),
        ComplaintStatus::Upheld => phrase("medhold", "upheld"),
        ComplaintStatus::PartlyUpheld => phrase("delvist medhold", "partly upheld"),
        ComplaintStatus::Maintained => phrase("fastholdt", "maintained"),
        ComplaintStatus::SentOn => phrase("sendt videre", "sent on"),
        ComplaintStatus::Withdrawn => phrase("taget tilbage", "taken back"),
    }
}

#[must_use]
pub const fn fact(fact: ComplaintFact) -> Phrase {
    match fact {
        ComplaintFact::Received => phrase("Modtaget", "Received"),
        ComplaintFact::Acknowledged => {
            phrase("Borgeren har fået at vide, at den læses", "The citizen was told that it is read")
        }
        ComplaintFact::Asked => phrase("Spurgt", "Asked"),
        ComplaintFact::Added => phrase("Skrev mere", "Wrote more"),
        ComplaintFact::Named => phrase("Sagde, hvem de er", "Said who they are"),
        ComplaintFact::Upheld => phrase("Medhold", "Upheld"),
        ComplaintFact::PartlyUpheld => phrase("Delvist medhold", "Partly upheld"),
        ComplaintFact::Maintained => phrase("Fastholdt", "Maintained"),
        ComplaintFact::HandedOn => phrase("Givet videre", "Handed on"),
        ComplaintFact::SentOn => phrase("Sendt til anden myndighed", "Sent to another authority"),
        ComplaintFact::Withdrawn => phrase("Taget tilbage", "Taken back"),
    }
}

#[must_use]
pub const fn verdict(fact: ComplaintFact) -> Phrase {
    match fact {
        ComplaintFact::Upheld => phrase("Ja: det bliver ændret", "Yes: it is changed"),
        ComplaintFact::PartlyUpheld => phrase("Delvis", "In part"),
        _ => phrase("Nej: det bliver stående", "No: it stands"),
    }
}

/// How a complaint stood to its last day: late by the calendar alone where the general rule takes it.
#[must_use]
pub const fn timing(timing: ComplaintTiming) -> Phrase {
    match timing {
        ComplaintTiming::InTime => phrase("kom i tide", "came in time"),
        ComplaintTiming::ByGeneralRule => phrase(
            "kom i tide efter den almindelige regel (lørdag, søndag eller helligdag)",
            "came in time by the general rule (Saturday, Sunday or holiday)",
        ),
        ComplaintTiming::Late => phrase(
            "kom efter den sidste dag: du tager stilling til, om den behandles",
            "came after the last day: you decide whether it is dealt with",
        ),
        ComplaintTiming::NoLastDay => phrase("ingen frist", "no time limit"),
        ComplaintTiming::Unknown => phrase("ingen sidste dag kendt", "no last day known"),
    }
}

/// Days left; overdue where they are below zero.
#[must_use]
pub fn left(days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Da) => "i dag".to_owned(),
        (0, Lang::En) => "today".to_owned(),
        (1, Lang::Da) => "1 dag tilbage".to_owned(),
        (1, Lang::En) => "1 day left".to_owned(),
        (2.., Lang::Da) => format!("{days} dage tilbage"),
        (2.., Lang::En) => format!("{days} days left"),
        (_, Lang::Da) => format!("{} dage over", -days),
        (_, Lang::En) => format!("{} days over", -days),
    }
}

/// Who can read a complaint that is handed on.
#[must_use]
pub fn readers(now: Role) -> Vec<Role> {
    Role::ALL.iter().copied().filter(|role| role.reads_complaints() && *role != now).collect()
}
