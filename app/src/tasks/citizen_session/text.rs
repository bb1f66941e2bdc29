//! The sentences of coming into a plan, and of leaving it.

use crate::phrase::{Phrase, phrase};
use domain::Lang;

pub const TITLE: Phrase = phrase("Min plan", "My plan");
pub const LEAD: Phrase = phrase(
    "Her åbner du en plan. Du skal bruge den kode, du har fået.",
    "Here you open a plan. You need the code that you were given.",
);
pub const CODE: Phrase = phrase("Koden til planen", "The code to the plan");
pub const CODE_HINT: Phrase =
    phrase("25 cifre. Mellemrum er ligegyldige.", "25 digits. Spaces do not matter.");
pub const NEXT: Phrase = phrase("Gå videre", "Go on");
pub const UNKNOWN: Phrase = phrase(
    "Ingen plan har den kode. Se efter, om alle cifre er rigtige. Har du en kode til en aftale, skal du bruge den et andet sted.",
    "No plan has this code. Look whether all digits are right. If you have a code to an appointment, it is used elsewhere.",
);
pub const OTHER_CODE: Phrase = phrase("Se din aftale med en kode", "See your appointment with a code");
pub const LOST: Phrase = phrase(
    "Har du ikke koden, eller har du glemt dine seks cifre? Så kan centret give dig en ny kode. Dine private noter kan ikke åbnes med en ny. Har du fået koden af en, du er tæt på, så spørg der og ikke hos centret.",
    "Do you not have the code, or have you forgotten your six digits? Then the centre can give you a new code. Your private notes cannot be opened with a new one. If somebody you are close to gave you the code, ask them and not the centre.",
);
pub const SPENT: Phrase = phrase(
    "De seks cifre har været forkerte ti gange. Derfor er koden lukket, så ingen kan gætte sig ind. Planen er der stadig. Bed om en ny kode der, hvor du fik den. Private noter kan ikke åbnes med den.",
    "The six digits have been wrong ten times. So the code is closed, and nobody can guess their way in. The plan is still there. Ask for a new code where you got it. Private notes cannot be opened with it.",
);
pub const ENDED: Phrase = phrase(
    "Du er logget ud. Skriv din kode for at komme ind igen.",
    "You are signed out. Type your code to come in again.",
);
pub const ENDED_KEPT: Phrase = phrase(
    "Du er logget ud, og det, du skrev, er ikke gemt endnu. Det følger med på denne side. Log ind igen, så kan du gemme det.",
    "You are signed out, and what you wrote is not saved yet. It stays with this page. Sign in again, and you can save it.",
);
pub const LOST_TITLE: Phrase = phrase("Det blev ikke gemt", "It was not saved");
pub const LOST_LEAD: Phrase = phrase(
    "Du var logget ud, før du gemte. Måske er planen åbnet et andet sted, eller du har fået en ny kode.",
    "You were signed out before you saved. Perhaps the plan was opened elsewhere, or you have got a new code.",
);
pub const LOST_WORDS: Phrase = phrase(
    "Det her skrev du. Kopiér det, hvis du vil beholde det.",
    "This is what you wrote. Copy it if you want to keep it.",
);
pub const COME_IN: Phrase = phrase("Log ind igen", "Sign in again");
pub const SIGNED_OUT: Phrase =
    phrase("Du er logget ud. Du kan lukke siden nu.", "You are signed out. You can close the page now.");
pub const KEPT_TITLE: Phrase = phrase("Gem det, du skrev", "Save what you wrote");
pub const KEPT_LEAD: Phrase = phrase(
    "Du blev logget ud, før det blev gemt. Tryk, hvis det skal stå i din plan.",
    "You were signed out before it was saved. Press if it is to stand in your plan.",
);
pub const KEPT_SAVE: Phrase = phrase("Gem det nu", "Save it now");
pub const KEPT_LEAVE: Phrase = phrase("Gem det ikke", "Do not save it");

pub const CHOOSE_TITLE: Phrase = phrase("Vælg seks cifre", "Choose six digits");
pub const CHOOSE_LEAD: Phrase = phrase(
    "Det er første gang, koden bliver brugt. Vælg seks cifre, som kun du kender. Fra nu af skal du bruge både koden og dine cifre.",
    "This is the first time the code is used. Choose six digits that only you know. From now on you need both the code and your digits.",
);
pub const CHOOSE_WHY: Phrase = phrase(
    "Ingen andre kan se dine cifre. Skriver du private noter, er de låst med cifrene. Glemmer du dem, kan du få en ny kode, men noterne kan ikke åbnes igen.",
    "Nobody else can see your digits. If you write private notes, they are locked by the digits. If you forget them you can get a new code, but the notes cannot be opened again.",
);
pub const PIN: Phrase = phrase("Dine seks cifre", "Your six digits");
pub const PIN_AGAIN: Phrase = phrase("De samme seks cifre igen", "The same six digits again");
pub const PIN_HINT: Phrase =
    phrase("Ikke din fødselsdag, og ikke 123456.", "Not your birthday, and not 123456.");
pub const CHOOSE: Phrase = phrase("Gem mine cifre, og åbn planen", "Save my digits, and open the plan");
pub const TYPE_TITLE: Phrase = phrase("Skriv dine seks cifre", "Type your six digits");
pub const OPEN: Phrase = phrase("Åbn planen", "Open the plan");
pub const BAD_LENGTH: Phrase = phrase("Skriv seks cifre.", "Type six digits.");
pub const TOO_EASY: Phrase =
    phrase("Dem gætter man hurtigt. Vælg seks andre cifre.", "Those are quickly guessed. Choose six others.");
pub const NOT_SAME: Phrase = phrase(
    "De to gange er ikke ens. Skriv cifrene igen.",
    "The two are not the same. Type the digits again.",
);
pub const IN_USE: Phrase = phrase(
    "Koden er allerede i brug med andre cifre. Er det ikke dig, der har valgt dem, så sig det til centret.",
    "The code is already in use with other digits. If it was not you who chose them, tell the centre.",
);

pub const SOON: Phrase = phrase(
    "Du bliver logget ud om # min. Vil du blive?",
    "You are signed out in # min. Do you want to stay?",
);
pub const STAY: Phrase = phrase("Bliv inde", "Stay");
pub const SESSION_TITLE: Phrase = phrase("Når du går", "When you leave");
pub const SIGN_OUT: Phrase = phrase("Log ud", "Sign out");
const ENDS: Phrase =
    phrase("Du bliver logget ud {}, hvis du ikke gør noget.", "You are signed out {} if you do nothing.");
const ENDS_SOON: Phrase = phrase(
    "Der er gået lang tid, siden du loggede ind. Du bliver logget ud {}. Gem, hvad du skriver, før det.",
    "It is long since you signed in. You are signed out {}. Save what you write before then.",
);

/// When a session ends: by itself, or whatever is done.
#[must_use]
pub fn ends(at: &str, is_last: bool, lang: Lang) -> String {
    if is_last { ENDS_SOON } else { ENDS }.with(at, lang)
}

/// After a wrong PIN.
#[must_use]
pub fn wrong_pin(left: u16, lang: Lang) -> String {
    match (lang, left) {
        (Lang::Da, 1) => "De seks cifre er forkerte. Du kan prøve én gang til.".to_owned(),
        (Lang::Da, _) => format!("De seks cifre er forkerte. Du kan prøve {left} gange til."),
        (Lang::En, 1) => "The six digits are wrong. You can try once more.".to_owned(),
        (Lang::En, _) => format!("The six digits are wrong. You can try {left} more times."),
    }
}
