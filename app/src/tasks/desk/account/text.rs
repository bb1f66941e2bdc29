//! One's own way in.

use crate::phrase::{Phrase, phrase};
use domain::Lang;

pub const TITLE: Phrase = phrase("Din adgang", "Your access");
pub const KEYS: Phrase = phrase("Adgangsnøgler", "Passkeys");
pub const KEYS_WHY: Phrase = phrase(
    "Med en adgangsnøgle logger du ind med fingeraftryk, ansigt eller pinkode på din egen enhed. Adgangskode og cifre behøver du ikke. Fingeraftryk og ansigt bliver på enheden: portalen får dem aldrig at se.",
    "With a passkey you sign in by fingerprint, face or PIN on your own device. You need neither password nor digits. Fingerprint and face stay on the device: the portal never sees them.",
);
pub const NOT_SET_UP: Phrase = phrase(
    "Portalen kan ikke bruge adgangsnøgler endnu. Den, der driver den, kan slå dem til.",
    "The portal cannot use passkeys yet. Whoever runs it can turn them on.",
);
pub const NONE: Phrase = phrase("Du har ingen adgangsnøgler.", "You have no passkeys.");
pub const NAME: Phrase = phrase("Navn", "Name");
pub const ADDED: Phrase = phrase("Lavet", "Made");
pub const ACTS: Phrase = phrase("Hvad du kan gøre", "What you can do");
pub const NEW: Phrase = phrase("Lav en ny adgangsnøgle", "Make a new passkey");
pub const NEW_NAME: Phrase = phrase("Hvad skal den hedde?", "What shall it be called?");
pub const NEW_NAME_HINT: Phrase = phrase("Fx Telefon eller Kontor.", "Such as Phone or Office.");
pub const NEW_DIGITS_HINT: Phrase = phrase(
    "Vi spørger igen, så ingen anden kan lave en nøgle, mens du er væk fra skærmen.",
    "We ask again, so that nobody else can make a key while you are away from the screen.",
);
pub const NEXT: Phrase = phrase("Videre", "Continue");
pub const BAD_NAME: Phrase =
    phrase("Skriv et navn på højst 40 tegn.", "Write a name of at most 40 characters.");
pub const FULL: Phrase = phrase(
    "Du har ti adgangsnøgler, og flere er der ikke plads til. Fjern en, du ikke bruger.",
    "You have ten passkeys, and there is no room for more. Remove one that you do not use.",
);
pub const MAKE: Phrase = phrase("Lav nøglen på denne enhed", "Make the key on this device");
pub const MAKE_LEAD: Phrase = phrase(
    "Tryk på knappen. Din enhed spørger så om fingeraftryk, ansigt eller pinkode. Det tager under et minut.",
    "Press the button. Your device then asks for fingerprint, face or PIN. It takes less than a minute.",
);
pub const MAKE_NOW: Phrase = phrase("Lav nøglen", "Make the key");
pub const CANNOT: Phrase = phrase(
    "Din browser kan ikke lave en adgangsnøgle her. Prøv en nyere browser, eller gå til portalens egen adresse.",
    "Your browser cannot make a passkey here. Try a newer browser, or go to the portal's own address.",
);
pub const MAKE_FAILED: Phrase = phrase(
    "Nøglen blev ikke lavet. Prøv igen, eller gå tilbage. Måske har enheden allerede en nøgle til portalen.",
    "The key was not made. Try again, or go back. Perhaps the device has a key for the portal already.",
);
pub const MAKE_OVER: Phrase = phrase(
    "Svaret kom for sent eller er brugt, så der blev ikke gemt en nøgle. Lav den igen.",
    "The answer came too late or has been used, so no key was kept. Make it again.",
);
pub const MAKE_UNKNOWN: Phrase = phrase(
    "Enhedens svar kunne ikke bruges, så nøglen blev ikke gemt. Prøv igen.",
    "The device's answer could not be used, so the key was not kept. Try again.",
);
pub const ADDED_DONE: Phrase = phrase(
    "Adgangsnøglen er gemt. Næste gang kan du logge ind med den.",
    "The passkey is kept. Next time you can sign in with it.",
);
pub const REMOVE: Phrase = phrase("Fjern", "Remove");
pub const REMOVED: Phrase = phrase(
    "Adgangsnøglen virker ikke mere her. Den kan stadig stå på enheden: slet den også der.",
    "The passkey no longer works here. It may still be on the device: delete it there, too.",
);
pub const BACK: Phrase = phrase("Tilbage til din adgang", "Back to your access");
pub const DEVICES: Phrase = phrase("Logget ind andre steder", "Signed in elsewhere");
pub const DEVICES_WHY: Phrase = phrase(
    "Har du glemt at logge ud et sted, eller er en enhed væk? Så log ud overalt, også her. Er en enhed med en adgangsnøgle væk, så fjern også nøglen.",
    "Have you forgotten to sign out somewhere, or is a device lost? Then sign out everywhere, here too. If a device with a passkey is lost, remove the key as well.",
);
pub const END_SESSIONS: Phrase = phrase("Log ud på alle enheder", "Sign out on all devices");
pub const SIGN_IN: Phrase = phrase("Log ind med adgangsnøgle", "Sign in with a passkey");
pub const SIGN_IN_FAILED: Phrase = phrase(
    "Det lykkedes ikke. Prøv igen, eller log ind med adgangskode og cifre.",
    "That did not work. Try again, or sign in with password and digits.",
);
pub const SIGN_IN_UNKNOWN: Phrase = phrase(
    "Den adgangsnøgle kendes ikke her. Log ind med adgangskode og cifre.",
    "That passkey is not known here. Sign in with password and digits.",
);
pub const SIGN_IN_OVER: Phrase = phrase(
    "Nøglens svar kom for sent eller er brugt. Tryk på Log ind med adgangsnøgle igen.",
    "The key's answer came too late or has been used. Press Sign in with a passkey again.",
);

/// After many wrong digits.
#[must_use]
pub fn slowed(minutes: i64, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("For mange forkerte cifre. Vent {minutes} min., før du prøver igen."),
        Lang::En => format!("Too many wrong digits. Wait {minutes} min. before you try again."),
    }
}
