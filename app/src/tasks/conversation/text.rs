//! Writing to each other at an appointment.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, PiiKind};

pub const TITLE: Phrase = phrase("Skriv sammen", "Write to each other");
pub const OPEN: Phrase = phrase("Gå ind og skriv", "Go in and write");
pub const LEAD: Phrase = phrase(
    "Her skriver I sammen. Skriv ikke navn, nummer eller adresse: rådgiveren kender dig kun på dit kaldenavn.",
    "Here you write to each other. Do not give a name, number or address: the counsellor knows you only by your alias.",
);
pub const NOTHING_YET: Phrase = phrase("Der er ikke skrevet noget endnu.", "Nothing has been written yet.");
pub const YOU: Phrase = phrase("Dig", "You");
pub const COUNSELLOR: Phrase = phrase("Rådgiveren", "The counsellor");
pub const CITIZEN: Phrase = phrase("Borgeren", "The citizen");
pub const MESSAGE: Phrase = phrase("Din besked", "Your message");
pub const SEND: Phrase = phrase("Send beskeden", "Send the message");
pub const REFRESH: Phrase = phrase("Hent nye beskeder", "Get new messages");
pub const REFRESH_HINT: Phrase = phrase(
    "Tryk på ”Hent nye beskeder” for at se svar. Det, du er ved at skrive, bliver stående.",
    "Press “Get new messages” to see replies. What you are writing stays.",
);
pub const BY_ITSELF: Phrase =
    phrase("Nye beskeder kommer af sig selv.", "New messages appear by themselves.");
pub const READ_AGAIN: Phrase = phrase("Se, om I kan skrive nu", "See whether you can write now");
pub const COUNSELLOR_THERE: Phrase =
    phrase("Rådgiveren har siden åben nu.", "The counsellor has the page open now.");
pub const CITIZEN_THERE: Phrase = phrase("Borgeren har siden åben nu.", "The citizen has the page open now.");
pub const TIME_IS_UP_DESK: Phrase = phrase(
    "Tiden er gået. I kan skrive i højst 15 minutter mere.",
    "The time is up. You can write for 15 more minutes at most.",
);
pub const EMPTY: Phrase = phrase("Skriv noget først.", "Write something first.");
pub const TOO_LONG: Phrase = phrase(
    "Beskeden er for lang. Del den i to. Du kan højst sende 4.000 tegn ad gangen.",
    "The message is too long. Split it in two. You can send 4,000 characters at a time.",
);
pub const GONE: Phrase = phrase(
    "Beskeden blev ikke sendt: samtalen er slut. Har du brug for mere, så aftal en ny tid.",
    "The message was not sent: the talk is over. If you need more, book another time.",
);
pub const IS_OVER: Phrase =
    phrase("Tiden er slut. Ingen læser her mere.", "The time is over. Nobody reads here any more.");
pub const IS_OVER_DESK: Phrase = phrase("Tiden er slut.", "The time is over.");
pub const OVER_WHY: Phrase = phrase(
    "Har du brug for mere, så aftal en ny tid, eller ring. Du kan læse samtalen, indtil den bliver slettet: 24 timer efter tiden.",
    "If you need more, book a new time, or call. You can read the talk until it is deleted: 24 hours after the appointment.",
);
pub const DELETED_WHEN: Phrase = phrase(
    "Det, I skriver, bliver slettet 24 timer efter tiden. Du kan også slette det nu.",
    "What you write is deleted 24 hours after the appointment. You can also delete it now.",
);
pub const DELETE: Phrase = phrase("Slet det, vi har skrevet", "Delete what we have written");
pub const DELETED: Phrase = phrase("Det, I skrev, er slettet.", "What you wrote has been deleted.");
pub const FOUND_TITLE: Phrase = phrase("Vil du være anonym?", "Do you want to stay anonymous?");
pub const MASK: Phrase = phrase("Fjern det, og send resten", "Remove it and send the rest");
pub const MASK_HINT: Phrase = phrase(
    "Beskeden er ikke sendt endnu. Du kan også selv rette den herunder.",
    "The message has not been sent yet. You can also correct it yourself below.",
);
pub const CONFIDENTIAL: Phrase = phrase(
    "Vil du gerne sige, hvem du er? Så bed centret ringe til dig. Det er fortroligt, ikke anonymt.",
    "Would you like to say who you are? Then ask the centre to call you. That is confidential, not anonymous.",
);
/// The same, where the centre takes no calls here.
pub const BY_NAME: Phrase = phrase(
    "Vil du gerne sige, hvem du er? Så ring til centret. Det er fortroligt, ikke anonymt.",
    "Would you like to say who you are? Then call the centre. That is confidential, not anonymous.",
);
pub const BACK: Phrase = phrase("Til din aftale", "To your appointment");

/// What in a message gives somebody away.
#[must_use]
pub fn found(find_pii: &[PiiKind], lang: Lang) -> String {
    let name = |identity: &PiiKind| match identity {
        PiiKind::Cpr => phrase("et CPR-nummer", "a CPR number"),
        PiiKind::Phone => phrase("et telefonnummer", "a phone number"),
        PiiKind::Email => phrase("en e-mail", "an e-mail address"),
        PiiKind::Code => phrase("din kode", "your code"),
    };
    let names: Vec<String> = find_pii.iter().map(|one| name(one).get(lang).to_owned()).collect();
    let listed = crate::ui::text::listed(&names, lang);
    match lang {
        Lang::Da => format!("Der står noget, der ligner {listed}. Det kan vise, hvem du er."),
        Lang::En => format!("There is something that looks like {listed}. It could show who you are."),
    }
}

/// When somebody reads along; no day where that is today.
#[must_use]
pub fn hours(day: Option<&str>, from: &str, until: &str, lang: Lang) -> String {
    match (day, lang) {
        (Some(day), Lang::Da) => format!("Rådgiveren er her den {day} kl. {from}-{until}."),
        (Some(day), Lang::En) => format!("The counsellor is here on {day}, {from}-{until}."),
        (None, Lang::Da) => format!("Rådgiveren er her i dag kl. {from}-{until}."),
        (None, Lang::En) => format!("The counsellor is here today, {from}-{until}."),
    }
}

/// When somebody read along.
#[must_use]
pub fn hours_past(day: &str, from: &str, until: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Rådgiveren var her den {day} kl. {from}-{until}."),
        Lang::En => format!("The counsellor was here on {day}, {from}-{until}."),
    }
}

/// When one can begin to write.
#[must_use]
pub fn from(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Du kan skrive fra {when}. Kom tilbage med din kode."),
        Lang::En => format!("You can write from {when}. Come back with your code."),
    }
}

/// The same, as staff read it.
#[must_use]
pub fn from_desk(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("I kan skrive sammen fra {when}."),
        Lang::En => format!("You can write to each other from {when}."),
    }
}

pub const ABOUT: Phrase = phrase("Om samtalen", "About the talk");
pub const TIME_IS_UP: Phrase = phrase(
    "Tiden er gået. Rådgiveren læser måske ikke mere.",
    "The time is up. The counsellor may not read any more.",
);
pub const NOT_SENT: Phrase = phrase("Beskeden er ikke sendt endnu.", "The message has not been sent yet.");
pub const NAMES_UNSEEN: Phrase = phrase(
    "Vi kan ikke se navne og adresser. Læs beskeden igennem, før du sender den.",
    "We cannot see names and addresses. Read the message through before you send it.",
);
pub const SEND_MENDED: Phrase = phrase("Jeg har rettet den: send", "I have mended it: send");
