//! Contact and opening hours.

use crate::phrase::{Phrase, phrase, promise};
use domain::{Channel, Lang};

pub const TITLE: Phrase = phrase("Kontakt os", "Contact us");
pub const CALL_OR_COME: Phrase = promise("Ring eller kom forbi.", "Call or drop in.");
pub const CALL: Phrase = phrase("Ring.", "Call.");
pub const WRITE: Phrase = phrase("Skriv.", "Write.");
/// Where the standard says that one may be anonymous.
pub const AS_LITTLE: Phrase = promise("Du kan sige så lidt, du vil.", "You can say as little as you like.");
pub const FIRST_TALK: Phrase =
    promise("Den første samtale er senest {} dage efter.", "The first talk is no later than {} days after.");
pub const INTRO_OTHER: Phrase =
    phrase("Her står, hvordan du kan få kontakt.", "This is how you can get in touch.");
pub const INTRO_ADDRESS_ONLY: Phrase = phrase(
    "Kommunens regler nævner en adresse, men ikke et nummer. Det finder du på kommunens egen hjemmeside.",
    "The municipality's rules give an address, but no number. You can find it on the municipality's own website.",
);
pub const INTRO_NO_NUMBER: Phrase = phrase(
    "Kommunens regler nævner hverken nummer eller adresse. Dem finder du på kommunens egen hjemmeside.",
    "The municipality's rules give neither a number nor an address. You can find them on the municipality's own website.",
);
pub const ELSEWHERE: Phrase = phrase("Stedet ligger i {}.", "The place is in {}.");
pub const ACCESSIBILITY: Phrase = phrase("Sådan kommer du ind", "Getting in");
pub const ADDRESS: Phrase = phrase("Adresse", "Address");
pub const PHONES: Phrase = phrase("Telefon", "Phone");
pub const PHONE_HOURS: Phrase = phrase("Telefontid", "Phone hours");
pub const OPENING_HOURS: Phrase = phrase("Åbningstid", "Opening hours");
pub const OPEN_NOW: Phrase = phrase("Åbent nu", "Open now");
pub const WRITE_TO: Phrase = phrase("Skriv til:", "Write to:");
pub const CLOSED_NOW: Phrase = phrase("Lukket nu", "Closed now");
pub const DROP_IN: Phrase = phrase("Kom uden aftale", "Come without an appointment");
pub const EMAIL: Phrase = phrase("E-mail", "E-mail");
pub const WEBSITE: Phrase = phrase("Hjemmeside", "Website");
pub const NO_HOURS: Phrase = phrase(
    "Står der ingen tider ved et sted, siger kommunens regler ikke noget om dem. Spørg.",
    "Where no hours are shown, the municipality's rules do not state them. Ask.",
);
pub const NOT_STATED: Phrase =
    phrase("Det siger kommunens regler ikke noget om.", "The municipality's rules do not say.");
pub const NO_NUMBER: Phrase = phrase(
    "Kommunens regler nævner ikke et nummer her. Se mere på:",
    "The municipality's rules give no number here. See more at:",
);
pub const CLOSED: Phrase = phrase("lukket", "closed");
pub const DAY: Phrase = phrase("Dag", "Day");
pub const HOURS: Phrase = phrase("Tid", "Hours");
pub const WAYS_TITLE: Phrase = phrase("Sådan kan du få kontakt", "Ways to get in touch");
pub const NO_REFERRAL: Phrase = promise("Ingen skal henvise dig.", "Nobody has to refer you.");
pub const ANONYMOUS: Phrase = promise(
    "Du må gerne være anonym, når du tager kontakt.",
    "You can stay anonymous when you make contact.",
);

#[must_use]
pub fn channel(channel: Channel) -> Phrase {
    match channel {
        Channel::Phone => promise("Du kan ringe.", "You can call."),
        Channel::InPerson => promise("Du kan komme forbi.", "You can drop in."),
        Channel::Appointment => {
            promise("Du kan komme, når du har en aftale.", "You can come by appointment.")
        }
        Channel::Written => promise("Du kan skrive.", "You can write."),
        Channel::Email => promise("Du kan skrive en e-mail.", "You can write an e-mail."),
        Channel::Website => {
            promise("Du kan booke på centrets hjemmeside.", "You can book on the centre's website.")
        }
        Channel::Virtual => promise("Du kan tale online.", "You can talk online."),
        Channel::AtHome => promise("Nogen kan komme hjem til dig.", "Somebody can come to your home."),
        Channel::AtSchool => {
            promise("Du kan tale med nogen på din skole.", "You can talk to somebody at your school.")
        }
        Channel::Oral => promise("Du kan sige det mundtligt.", "You can say it in person."),
    }
}

/// Where to begin when the standard does not say how to reach somebody.
#[must_use]
pub fn through(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Kommunens regler siger ikke, hvordan du selv kontakter dem. Spørg {unit}:"),
        Lang::En => format!("The municipality's rules do not say how to reach them yourself. Ask {unit}:"),
    }
}

/// The way itself, without a sentence around it.
#[must_use]
pub fn channel_name(channel: Channel) -> Phrase {
    match channel {
        Channel::Phone => phrase("Telefon", "Phone"),
        Channel::InPerson => phrase("Mød op", "In person"),
        Channel::Appointment => phrase("Efter aftale", "By appointment"),
        Channel::Written => phrase("Skriftligt", "In writing"),
        Channel::Email => phrase("E-mail", "E-mail"),
        Channel::Website => phrase("Hjemmeside", "Website"),
        Channel::Virtual => phrase("Online", "Online"),
        Channel::AtHome => phrase("Hjemme hos dig", "At your home"),
        Channel::AtSchool => phrase("På skolen", "At school"),
        Channel::Oral => phrase("Mundtligt", "In speech"),
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
        Lang::Da => format!("Vi tager telefonen til kl. {time}."),
        Lang::En => format!("We answer the phone until {time}."),
    }
}

#[must_use]
pub fn phone_answers_next(next: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Vi tager telefonen igen {next}."),
        Lang::En => format!("We answer the phone again {next}."),
    }
}
