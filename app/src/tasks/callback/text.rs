//! Being called back.

use crate::phrase::{Phrase, phrase};
use domain::{Lang, Substance};

pub const TITLE: Phrase = phrase("Bliv ringet op", "Ask for a call");
pub const LEAD: Phrase = phrase(
    "Skriv dit nummer, så ringer centret. Det tager et minut.",
    "Give your number, and the centre will call. It takes a minute.",
);
pub const CONFIDENTIAL: Phrase = phrase(
    "Det her er fortroligt, ikke anonymt: vi skal kende dit nummer for at kunne ringe.",
    "This is confidential, not anonymous: we need your number to be able to call.",
);
pub const ANONYMOUS_INSTEAD: Phrase = phrase("Vil du hellere være anonym?", "Would you rather be anonymous?");
pub const CLOSED: Phrase = phrase(
    "Du kan ikke bede om et opkald her. Ring selv, når det passer dig.",
    "You cannot ask for a call here. Call when it suits you.",
);
pub const PHONE: Phrase = phrase("Dit nummer", "Your number");
pub const PHONE_HINT: Phrase = phrase(
    "Skriv det, som du plejer. Er det fra et andet land, så begynd med + og landekoden.",
    "Write it as you usually do. If it is from another country, start with + and the country code.",
);
pub const NAME: Phrase = phrase("Hvad skal vi kalde dig?", "What should we call you?");
pub const NAME_HINT: Phrase = phrase(
    "Du behøver ikke skrive noget. Et fornavn eller et dæknavn er nok.",
    "You do not have to write anything. A first name or an alias is enough.",
);
pub const SOONEST: Phrase = phrase("Så snart som muligt", "As soon as possible");
pub const WINDOW: Phrase = phrase("Hvornår må vi ringe?", "When may we call?");
pub const MESSAGE: Phrase = phrase(
    "Må vi lægge en besked, hvis du ikke tager telefonen?",
    "May we leave a message if you do not answer?",
);
pub const WISH: Phrase = phrase("Vil du gerne i behandling?", "Would you like treatment?");
pub const WISH_HINT: Phrase = phrase(
    "Siger du ja, skriver vi dagen i dag ned som den dag, du henvendte dig. Du får en kode, så du kan følge, hvornår behandlingen senest skal begynde. Du binder dig ikke til noget.",
    "If you say yes, we write today down as the day you made contact. You get a code, so that you can follow by when treatment must begin. You commit yourself to nothing.",
);
pub const WISH_OTHER: Phrase =
    phrase("Det ved jeg ikke, eller det handler om en anden", "I do not know, or it is about somebody else");
pub const ABOUT_OTHER: Phrase = phrase("Det handler om en anden", "It is about somebody else");
pub const AGE_HINT: Phrase = phrase(
    "Så er det de rigtige, der ringer. Vi gemmer kun svaret sammen med dit nummer og dit ønske.",
    "Then the right people call. We store the answer only with your number and your wish.",
);
pub const BAD_AGE: Phrase = phrase("Vælg din alder.", "Choose your age.");
pub const AGE_TOLD: Phrase = phrase("Din alder: {}.", "Your age: {}.");
pub const CALLS: Phrase = phrase("{} ringer.", "{} will call.");
pub const OTHER_AGE: Phrase = phrase("Vælg en anden alder", "Choose another age");
pub const CASE_TITLE: Phrase = phrase("Dit ønske om behandling", "Your wish for treatment");
pub const CODE_FOLLOWS: Phrase = phrase(
    "Koden virker også, når vi har slettet dit nummer. Der står hverken nummer eller navn ved den.",
    "The code works after we have deleted your number too. Neither number nor name stands with it.",
);
pub const CODE_USE: Phrase = phrase(
    "Med koden kan du følge din behandling, sige, hvis noget er forkert, og slette det hele.",
    "With the code you can follow your treatment, say if something is wrong, and delete everything.",
);
pub const CODE_LOST: Phrase = phrase(
    "Mister du den, kan ingen finde den igen. Bed så centret om en ny, når de ringer.",
    "If you lose it, nobody can find it again. Then ask the centre for a new one when they call.",
);
pub const WINDOW_OVER: Phrase = phrase(
    "Den tid, hvor centret ville ringe, er gået. Har I ikke talt sammen, så ring selv, eller vælg en ny tid. Det, du har bedt om, gælder stadig.",
    "The time when the centre was going to call has passed. If you have not talked, call yourself, or choose a new time. What you asked for still holds.",
);
pub const UNREACHED: Phrase = phrase(
    "Centret har ringet, uden at I fik fat i hinanden. Det, du har bedt om, gælder stadig. Ring selv, eller vælg en ny tid, hvor de kan ringe.",
    "The centre has called, but you did not reach each other. What you asked for still holds. Call yourself, or choose a new time for them to call.",
);
pub const UNDER_CODE: Phrase = phrase(
    "Fortryder du, så slet det hele nederst på siden. Så sletter vi også dit nummer.",
    "If you change your mind, delete everything at the foot of the page. Then we delete your number too.",
);
pub const GONE_WISH: Phrase = phrase(
    "Dit ønske om behandling står stadig. Med koden kan du følge det og slette det.",
    "Your wish for treatment still stands. With the code you can follow it and delete it.",
);
pub const CODE_UNTIL: Phrase = phrase("Koden virker til og med {}.", "The code works until {}.");
pub const REGRETS_ALL: Phrase = phrase(
    "Så sletter vi også dit ønske om behandling, og koden, hvis du ikke har brugt den til andet.",
    "Then we delete your wish for treatment too, and the code unless you have used it for something else.",
);
pub const SEND: Phrase = phrase("Bed om et opkald", "Ask for a call");
pub const BAD_PHONE: Phrase = phrase(
    "Skriv et nummer, vi kan ringe til. Et dansk nummer har otte cifre.",
    "Give a number that we can call. A Danish number has eight digits.",
);
pub const BAD_COUNTRY: Phrase = phrase(
    "Der er ikke noget land med den landekode. Er nummeret rigtigt?",
    "There is no country with that country code. Is the number right?",
);
pub const BAD_NAME: Phrase = phrase(
    "Skriv kun et fornavn eller et dæknavn. Vi har ikke brug for et CPR-nummer.",
    "Write only a first name or an alias. We do not need a CPR number.",
);
pub const BAD_WINDOW: Phrase = phrase("Vælg, hvornår vi må ringe.", "Choose when we may call.");
pub const BAD_MESSAGE: Phrase =
    phrase("Vælg, om vi må lægge en besked.", "Choose whether we may leave a message.");
pub const BAD_WISH: Phrase =
    phrase("Vælg, om du gerne vil i behandling.", "Choose whether you would like treatment.");
pub const DONE_TITLE: Phrase = phrase("Centret ringer til dig", "The centre will call you");
pub const DONE: Phrase = phrase(
    "De ringer i det tidsrum, du har valgt. Har du brug for nogen før, så ring selv.",
    "They will call within the time you chose. If you need somebody before that, call them yourself.",
);
pub const DELETED: Phrase =
    phrase("Vi sletter dit nummer senest om 7 dage.", "We delete your number within 7 days.");
pub const REGRETS: Phrase = phrase(
    "Fortryder du, så slet nummeret her, før du lukker siden. Så ringer de ikke. Har du lukket siden, kan du sige det, når de ringer.",
    "If you change your mind, delete the number here before you close the page. Then they will not call. Once you have closed the page, you can say so when they call.",
);
pub const WITHDRAW: Phrase = phrase("Slet mit nummer", "Delete my number");
pub const WITHDRAWN_TITLE: Phrase = phrase("Dit nummer er slettet", "Your number has been deleted");
pub const WITHDRAWN: Phrase = phrase(
    "Centret ringer ikke. Det er helt i orden at fortryde.",
    "The centre will not call. It is quite all right to change your mind.",
);
pub const GONE_TITLE: Phrase = phrase("Vi har ikke dit nummer mere", "We no longer have your number");
pub const GONE: Phrase = phrase(
    "Der er ikke noget at slette. Nummeret forsvinder, når centret har ringet, eller når du selv sletter det.",
    "There is nothing to delete. The number goes once the centre has called, or once you delete it yourself.",
);
pub const ASK_AGAIN: Phrase = phrase("Bed om et nyt opkald", "Ask for another call");

/// The promise of the centre itself.
#[must_use]
pub fn promised(weekdays: u16, lang: Lang) -> String {
    match (weekdays, lang) {
        (1, Lang::Da) => "Centret lover at svare inden for 1 hverdag.".to_owned(),
        (1, Lang::En) => "The centre promises to answer within 1 weekday.".to_owned(),
        (_, Lang::Da) => format!("Centret lover at svare inden for {weekdays} hverdage."),
        (_, Lang::En) => format!("The centre promises to answer within {weekdays} weekdays."),
    }
}

/// Which number is called, by its last two digits, and whether a message is left.
#[must_use]
pub fn calls_to(ending: &str, message: bool, lang: Lang) -> String {
    match (message, lang) {
        (true, Lang::Da) => format!("De ringer til nummeret, der ender på {ending}. De må lægge en besked."),
        (true, Lang::En) => format!("They call the number ending in {ending}. They may leave a message."),
        (false, Lang::Da) => {
            format!("De ringer til nummeret, der ender på {ending}. De lægger ingen besked.")
        }
        (false, Lang::En) => format!("They call the number ending in {ending}. They leave no message."),
    }
}

/// A wish for treatment of these substances.
#[must_use]
pub fn wish(for_what: &[Substance], lang: Lang) -> &'static str {
    let said = match for_what {
        [Substance::Alcohol] => phrase("Ja, for alkohol", "Yes, for alcohol"),
        [Substance::Drugs] => phrase("Ja, for stoffer", "Yes, for drugs"),
        _ => phrase("Ja, for både alkohol og stoffer", "Yes, for both alcohol and drugs"),
    };
    said.get(lang)
}
