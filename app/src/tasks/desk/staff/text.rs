//! Who works at the desk.

use crate::phrase::{Phrase, phrase};
use domain::Lang;

pub const LEAD: Phrase = phrase(
    "En leder inviterer kolleger. En invitation gælder i en uge og kan bruges én gang.",
    "A lead invites colleagues. An invitation holds for a week and can be used once.",
);
pub const NAME: Phrase = phrase("Navn", "Name");
pub const NAME_HINT: Phrase = phrase("Kun kolleger ser det.", "Only colleagues see it.");
pub const ROLE: Phrase = phrase("Rolle", "Role");
pub const STATE: Phrase = phrase("Adgang", "Access");
pub const ACTS: Phrase = phrase("Hvad du kan gøre", "What you can do");
pub const ACTIVE: Phrase = phrase("Kan logge ind", "Can sign in");
pub const SHUT: Phrase = phrase("Lukket ude", "Shut out");
pub const NO_LOGIN: Phrase = phrase("Logger ikke ind", "Does not sign in");
pub const INVITE: Phrase = phrase("Inviter en kollega", "Invite a colleague");
pub const INVITE_SEND: Phrase = phrase("Lav invitationen", "Make the invitation");
pub const LOGIN_HINT: Phrase = phrase(
    "3-40 små bogstaver, tal, punktum eller bindestreg.",
    "3-40 small letters, digits, full stops or hyphens.",
);
pub const BAD_NAME: Phrase =
    phrase("Skriv et navn på højst 60 tegn.", "Write a name of at most 60 characters.");
pub const BAD_LOGIN: Phrase = phrase(
    "Brugernavnet skal have 3-40 tegn: små bogstaver a-z, tal, punktum eller bindestreg.",
    "The user name must have 3-40 characters: small letters a-z, digits, full stops or hyphens.",
);
pub const LOGIN_TAKEN: Phrase =
    phrase("Det brugernavn er taget. Vælg et andet.", "That user name is taken. Choose another.");
pub const BAD_ROLE: Phrase = phrase("Vælg en rolle.", "Choose a role.");
pub const INVITED: Phrase = phrase("Invitationen er klar", "The invitation is ready");
pub const INVITED_WHY: Phrase = phrase(
    "Giv den videre selv, helst ansigt til ansigt. Den vises kun nu.",
    "Pass it on yourself, preferably face to face. It is only shown now.",
);
pub const ADDRESS: Phrase = phrase("Gå til", "Go to");
pub const BACK: Phrase = phrase("Til ansatte", "Back to staff");
pub const RENEW: Phrase = phrase("Ny invitation", "New invitation");
pub const RENEW_WHY: Phrase = phrase(
    "Adgangskoden og appen virker ikke mere, og alle enheder bliver logget ud. Tider, aftaler og samtaler bliver.",
    "The password and the app stop working, and all devices are signed out. Hours, appointments and conversations stay.",
);
pub const SHUT_OUT: Phrase = phrase("Luk ude nu", "Shut out now");
pub const SHUT_OUT_WHY: Phrase = phrase(
    "Alle enheder bliver logget ud med det samme, og adgangskoden virker ikke mere. Aftalerne bliver stående.",
    "All devices are signed out at once, and the password stops working. The appointments stay.",
);
pub const REMOVE: Phrase = phrase("Fjern", "Remove");
pub const REMOVE_WHY: Phrase = phrase(
    "Det går, når alle kommende aftaler er givet videre eller aflyst. Det kan ikke fortrydes.",
    "Possible once all coming appointments are handed over or cancelled. It cannot be undone.",
);
pub const YES: Phrase = phrase("Ja, gør det", "Yes, do it");
pub const SHUT_DONE: Phrase = phrase("Kollegaen er lukket ude.", "The colleague is shut out.");
pub const REMOVED: Phrase = phrase("Kollegaen er fjernet.", "The colleague is removed.");
pub const OTHER_ROLES: Phrase = phrase(
    "De, der læser klager, også ledere, bliver inviteret af den, der driver siden: en klage kan handle om en leder.",
    "Those who read complaints, leads too, are invited by whoever runs the site: a complaint may be about a lead.",
);
pub const NOT_BY_LEAD: Phrase = phrase(
    "Den, der driver siden, giver og tager den rolle.",
    "Whoever runs the site gives and takes that role.",
);
pub const NOT_SELF: Phrase = phrase(
    "Det kan du ikke gøre ved dig selv. Bed en anden leder.",
    "You cannot do that to yourself. Ask another lead.",
);

/// An invitation that has not been used.
#[must_use]
pub fn invited_until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Inviteret, til {day}"),
        Lang::En => format!("Invited, until {day}"),
    }
}

/// An invitation that was never used.
#[must_use]
pub fn invitation_over(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Invitationen udløb {day}"),
        Lang::En => format!("The invitation ended on {day}"),
    }
}

/// Why somebody cannot be removed yet.
#[must_use]
pub fn expected(number: u64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Kollegaen har {number} kommende aftaler. Giv dem videre eller aflys dem først."),
        Lang::En => {
            format!("The colleague has {number} coming appointments. Hand them over or cancel them first.")
        }
    }
}
