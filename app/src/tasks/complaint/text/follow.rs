//! A complaint under its code: how it stands, what was asked and answered, and what one can do.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, complaint::ComplaintFact};

pub const TITLE: Phrase = phrase("Din klage", "Your complaint");
pub const SEE: Phrase = phrase("Se din klage", "See your complaint");
pub const BACK: Phrase = phrase("Tilbage til koden", "Back to the code");
pub const HAPPENED: Phrase = phrase("Det er der sket", "What has happened");
pub const ANSWER: Phrase = phrase("Svaret på din klage", "The answer to your complaint");
pub const QUESTION: Phrase = phrase("De spørger dig om det her", "They ask you this");
pub const YOUR_WORDS: Phrase = phrase("Det, du skrev", "What you wrote");
pub const PRINT: Phrase = phrase(
    "Du kan skrive siden ud eller gemme den. Klagen og svaret bliver slettet her den {}.",
    "You can print the page or save it. The complaint and the answer are deleted here on {}.",
);
pub const REPLY: Phrase = phrase("Dit svar", "Your answer");
pub const ADD: Phrase = phrase("Skriv mere til klagen", "Add to the complaint");
pub const ADD_HINT: Phrase =
    phrase("Kun den, der læser klagen, får det at se.", "Only whoever reads the complaint gets to see it.");
pub const SEND: Phrase = phrase("Send", "Send");
pub const NAME: Phrase = phrase("Sig, hvem du er", "Say who you are");
pub const NAME_MEANS: Phrase = phrase(
    "Så kan de slå din sag op og skrive til dig. Det kan ikke tages tilbage: klagen er ikke anonym mere.",
    "Then they can look up your case and write to you. It cannot be taken back: the complaint is no longer anonymous.",
);
pub const NAME_YES: Phrase = phrase("Ja, send mit navn", "Yes, send my name");
pub const NAME_MISSING: Phrase = phrase("Skriv dit navn.", "Write your name.");
pub const FURTHER: Phrase = phrase("Er du ikke tilfreds med svaret?", "Are you not happy with the answer?");
pub const FURTHER_MEANS: Phrase = phrase(
    "Du kan gå videre med klagen. Så læser en anden den, og alt, hvad der er skrevet: {}.",
    "You can go on with the complaint. Then somebody else reads it, and all that has been written: {}.",
);
pub const FURTHER_YES: Phrase = phrase("Ja, gå videre", "Yes, go on");
pub const GONE_FURTHER: Phrase = phrase("Klagen er givet videre.", "The complaint has been passed on.");
pub const WITHDRAW: Phrase = phrase("Tag klagen tilbage", "Take the complaint back");
pub const WITHDRAW_MEANS: Phrase = phrase(
    "Så er der ingen, der svarer på den. Du kan klage igen, men så er det en ny klage med en ny dag.",
    "Then nobody answers it. You can complain again, but then it is a new complaint with a new day.",
);
pub const WITHDRAW_YES: Phrase = phrase("Ja, tag den tilbage", "Yes, take it back");
pub const FORGET_SURE: Phrase = phrase(
    "Din klage bliver også slettet. Så er der ingen, der svarer på den.",
    "Your complaint is deleted too. Then nobody answers it.",
);
pub const DONE: Phrase = phrase("Det er sendt.", "It has been sent.");
pub const NAMED: Phrase = phrase("Dit navn er sendt.", "Your name has been sent.");
pub const CHANGED: Phrase = phrase(
    "Der er sket noget med klagen imens. Se det først. Det, du skrev, står her endnu.",
    "Something has happened to the complaint meanwhile. Look at that first. What you wrote is still here.",
);
pub const NOT_NOW: Phrase = phrase(
    "Det kan ikke gøres mere, sådan som klagen står nu.",
    "That can no longer be done as the complaint stands now.",
);
pub const OVER_REASSESS: Phrase = phrase(
    "De skulle have set på sagen igen senest {}. Ring og spørg.",
    "They were to have looked at the case again by {}. Call and ask.",
);
pub const SILENT_REASSESS: Phrase = phrase(
    "Kommunens regler siger ikke, hvor længe de har.",
    "The municipality's rules do not say how long they have.",
);
pub const GOES_ON: Phrase = phrase("Klagen skal nu videre til {}.", "The complaint now has to go on to {}.");

/// Until when they look at it again, and how many days that is.
#[must_use]
pub fn reassessed_by(day: &str, days: i64, lang: Lang) -> String {
    match (days, lang) {
        (0, Lang::Da) => format!("De skal se på sagen igen senest i dag, {day}."),
        (0, Lang::En) => format!("They have to look at the case again by today, {day}."),
        (1, Lang::Da) => format!("De skal se på sagen igen senest i morgen, {day}."),
        (1, Lang::En) => format!("They have to look at the case again by tomorrow, {day}."),
        (_, Lang::Da) => format!("De skal se på sagen igen senest {day}. Det er om {days} dage."),
        (_, Lang::En) => format!("They have to look at the case again by {day}. That is in {days} days."),
    }
}

/// What happened, in a few words.
#[must_use]
pub const fn fact(fact: ComplaintFact) -> Phrase {
    match fact {
        ComplaintFact::Received => phrase("Klagen er modtaget", "The complaint was received"),
        ComplaintFact::Acknowledged => phrase("De læser klagen", "They read the complaint"),
        ComplaintFact::Asked => phrase("De spurgte dig om noget", "They asked you something"),
        ComplaintFact::Added => phrase("Du skrev mere", "You wrote more"),
        ComplaintFact::Named => phrase("Du sagde, hvem du er", "You said who you are"),
        ComplaintFact::Upheld => phrase("Du fik ret", "They agreed with you"),
        ComplaintFact::PartlyUpheld => phrase("Du fik delvis ret", "They agreed with you in part"),
        ComplaintFact::Maintained => phrase("De holdt fast", "They stood by it"),
        ComplaintFact::HandedOn => {
            phrase("En anden læser klagen nu", "Somebody else reads the complaint now")
        }
        ComplaintFact::SentOn => phrase("Klagen blev sendt videre", "The complaint was sent on"),
        ComplaintFact::Withdrawn => phrase("Du tog klagen tilbage", "You took the complaint back"),
    }
}

/// What the stones say to who cannot see them.
#[must_use]
pub fn path(now: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Klagens vej: trin {now} af {of}"),
        Lang::En => format!("The complaint's way: step {now} of {of}"),
    }
}
