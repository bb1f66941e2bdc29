//! Contact and opening hours.

use crate::phrase::{Phrase, phrase};
use domain::{Channel, Lang};

pub const TITLE: Phrase = phrase("Sådan får du fat i nogen", "How to reach somebody");
pub const INTRO: Phrase = phrase(
    "Ring eller kom forbi. Du kan sige så lidt, du vil.",
    "Call or drop by. You may say as little as you like.",
);
pub const INTRO_NO_NUMBER: Phrase = phrase(
    "Kommunens standard nævner hverken nummer eller adresse. Dem finder du på kommunens egen side.",
    "The municipality's standard gives neither a number nor an address. You find them on the municipality's own site.",
);
pub const ADDRESS: Phrase = phrase("Adresse", "Address");
pub const PHONES: Phrase = phrase("Telefon", "Phone");
pub const PHONE_HOURS: Phrase = phrase("Telefonen bliver taget", "The phone is answered");
pub const OPENING_HOURS: Phrase = phrase("Der er åbent", "The centre is open");
pub const OPEN_NOW: Phrase = phrase("Åbent nu", "Open now");
pub const CLOSED_NOW: Phrase = phrase("Lukket nu", "Closed now");
pub const DROP_IN: Phrase = phrase("Kom uden en aftale", "Come without an appointment");
pub const EMAIL: Phrase = phrase("E-mail", "E-mail");
pub const WEBSITE: Phrase = phrase("Hjemmeside", "Website");
pub const NOT_STATED: Phrase =
    phrase("Det siger kommunens standard ikke noget om.", "The municipality's standard does not say.");
pub const NO_NUMBER: Phrase = phrase(
    "Standarden nævner ikke noget nummer her. Se mere på:",
    "The standard gives no number here. See more at:",
);
pub const CLOSED: Phrase = phrase("lukket", "closed");
pub const DAY: Phrase = phrase("Dag", "Day");
pub const HOURS: Phrase = phrase("Tid", "Hours");
pub const WAYS_TITLE: Phrase = phrase("Måder at spørge på", "Ways to ask");
pub const NO_REFERRAL: Phrase = phrase("Ingen skal henvise dig.", "Nobody has to refer you.");
pub const ANONYMOUS: Phrase =
    phrase("Du må gerne være anonym, når du får råd.", "You may stay anonymous when you get advice.");

#[must_use]
pub fn channel(channel: Channel) -> Phrase {
    match channel {
        Channel::Phone => phrase("Du kan ringe.", "You can call."),
        Channel::InPerson => phrase("Du kan komme forbi.", "You can drop by."),
        Channel::Written => phrase("Du kan skrive.", "You can write."),
        Channel::Website => {
            phrase("Du kan booke på centrets hjemmeside.", "You can book on the centre's website.")
        }
        Channel::Virtual => phrase("Du kan tale online.", "You can talk online."),
        Channel::AtHome => phrase("Nogen kan komme hjem til dig.", "Somebody can come to your home."),
        Channel::AtSchool => {
            phrase("Du kan tale med nogen på din skole.", "You can talk to somebody at your school.")
        }
        Channel::Oral => phrase("Du kan sige det.", "You can say it."),
    }
}

/// Where to begin when the standard does not say how to reach somebody.
#[must_use]
pub fn through(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Der står ikke, hvordan du selv får fat i dem. Spørg hos {unit}:"),
        Lang::En => format!("It does not say how you can reach them. Ask at {unit}:"),
    }
}

/// The way itself, without a sentence around it.
#[must_use]
pub fn channel_name(channel: Channel) -> Phrase {
    match channel {
        Channel::Phone => phrase("Telefon", "Phone"),
        Channel::InPerson => phrase("Mød op", "In person"),
        Channel::Written => phrase("Skriftligt", "In writing"),
        Channel::Website => phrase("Hjemmeside", "Website"),
        Channel::Virtual => phrase("Online", "Online"),
        Channel::AtHome => phrase("Hjemme hos dig", "At your home"),
        Channel::AtSchool => phrase("På skolen", "At school"),
        Channel::Oral => phrase("Mundtligt", "By word of mouth"),
    }
}

#[must_use]
pub fn open_until(time: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("til kl. {time}"),
        Lang::En => format!("until {time}"),
    }
}

#[must_use]
pub fn opens(next: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Åbner {next}"),
        Lang::En => format!("Opens {next}"),
    }
}

#[must_use]
pub fn phone_answers_until(time: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("bliver taget til kl. {time}"),
        Lang::En => format!("is answered until {time}"),
    }
}

#[must_use]
pub fn phone_answers_next(next: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("bliver taget igen {next}"),
        Lang::En => format!("is answered again {next}"),
    }
}
