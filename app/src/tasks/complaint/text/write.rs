//! Writing and sending a complaint.

use crate::{
    phrase::{Phrase, phrase},
    tasks::complaint::form::{Complainant, ComplaintAuthority, ComplaintReach},
};
use domain::Lang;

pub const WHO: Phrase = phrase("Hvem klager?", "Who is complaining?");
pub const AUTHORITY: Phrase = phrase("Hvis du klager for en anden", "If you complain for somebody else");
pub const AUTHORITY_HINT: Phrase = phrase(
    "Vælg kun her, hvis du klager for en anden. Mangler du en fuldmagt, tager vi imod klagen alligevel. Du kan blive bedt om en senere.",
    "Choose here only if you complain for somebody else. If you have no power of attorney, we take the complaint anyway. You may be asked for one later.",
);
pub const ABOUT_WHOM: Phrase = phrase("Hvem klagen handler om", "Whom the complaint is about");
pub const ABOUT_READER_AGAIN: Phrase = phrase(
    "Klagen går nu til en anden end før. Sig igen, om den handler om den, der skal læse den.",
    "The complaint now goes to somebody else than before. Say again whether it is about whoever is to read it.",
);
pub const NAME_LONG: Phrase =
    phrase("Navnet må højst have 120 tegn.", "The name can have 120 characters at most.");
pub const ADDRESS_LONG: Phrase =
    phrase("Adressen må højst have 200 tegn.", "The address can have 200 characters at most.");
pub const SENT_BEFORE: Phrase = phrase(
    "Klagen er sendt, som den var før. Det, du har skrevet eller vedlagt siden, er ikke sendt. Vil du sige mere, så brug koden fra kvitteringen.",
    "The complaint has been sent as it was before. What you have written or attached since has not been sent. If you want to say more, use the code from the receipt.",
);
pub const ABOUT_READER: Phrase =
    phrase("Klagen handler om den, der skal læse den", "The complaint is about whoever is to read it");
pub const ABOUT_READER_HINT: Phrase = phrase(
    "Så læser en anden den: en, der står over. Den, klagen handler om, får den ikke at se.",
    "Then somebody else reads it: somebody above. Whoever it is about does not get to see it.",
);
pub const CHOOSE_WHO: Phrase = phrase("Vælg, hvem der klager.", "Choose who is complaining.");
pub const CHOOSE_AUTHORITY: Phrase = phrase(
    "Vælg, hvordan du må klage for en anden. Har du ikke noget, så vælg det.",
    "Choose by what right you complain for somebody else. If you have none, choose that.",
);

pub const REACH: Phrase = phrase("Hvordan vil du have svar?", "How do you want the answer?");
pub const REACH_LEAD: Phrase = phrase(
    "Svaret ligger altid her, under en kode, som du får. Du kan klage uden navn. Skriver du dit navn, er klagen ikke anonym.",
    "The answer is always here, under a code that you get. You can complain without a name. If you write your name, the complaint is not anonymous.",
);
pub const WITHOUT_NAME: Phrase = phrase(
    "Uden navn kan de ikke slå din sag op. Så kan det være svært at ændre en afgørelse. Du kan sige dit navn senere, under koden. Du kan ikke tage det tilbage igen.",
    "Without a name they cannot look up your case. It may then be hard to change a decision. You can tell your name later, under the code. You cannot take it back again.",
);
pub const NAME: Phrase = phrase("Dit navn", "Your name");
pub const NAME_HINT: Phrase = phrase(
    "Du kan lade det være tomt. Skal du have et brev, skal vi bruge det.",
    "You can leave it empty. If you want a letter, we need it.",
);
pub const PHONE: Phrase = phrase("Dit telefonnummer", "Your telephone number");
pub const PHONE_HINT: Phrase = phrase("Kun hvis du vil ringes op.", "Only if you want to be called.");
pub const ADDRESS: Phrase = phrase("Din adresse", "Your address");
pub const ADDRESS_HINT: Phrase = phrase("Kun hvis du vil have et brev.", "Only if you want a letter.");
pub const CHOOSE_REACH: Phrase = phrase("Vælg, hvordan du vil have svar.", "Choose how you want the answer.");
pub const WRITE_NAME: Phrase =
    phrase("Skriv dit navn, så brevet kan nå dig.", "Write your name, so that the letter can reach you.");
pub const WRITE_ADDRESS: Phrase = phrase(
    "Skriv din adresse, så brevet kan nå dig.",
    "Write your address, so that the letter can reach you.",
);

pub const HEADING: Phrase = phrase("Skriv din klage", "Write your complaint");
pub const WORDS: Phrase = phrase("Hvad er du utilfreds med?", "What are you unhappy with?");
pub const WORDS_HINT: Phrase = phrase(
    "Skriv, som du selv siger det. En sætning er nok. Der er plads til 20.000 tegn.",
    "Write it as you would say it. One sentence is enough. There is room for 20,000 characters.",
);
pub const ANSWERS: Phrase = phrase("Det har du svaret", "What you have answered");
pub const ABOUT: Phrase = phrase("Klagen handler om", "The complaint is about");
pub const GOES_TO: Phrase = phrase("Den går til", "It goes to");
pub const BY_WHOM: Phrase = phrase("Den kommer fra", "It comes from");
pub const ANSWER_BY: Phrase = phrase("Du får svar", "You get the answer");
pub const SEND: Phrase = phrase("Send klagen", "Send the complaint");
pub const SEND_MEANS: Phrase = phrase(
    "Først når du sender, gemmer vi det, du har skrevet. Det bliver låst, og kun den, der skal læse klagen, kan åbne det. Bagefter får du en kvittering og en kode.",
    "Only when you send do we store what you have written. It is locked, and only whoever is to read the complaint can open it. Afterwards you get a receipt and a code.",
);
pub const WRITE_WORDS: Phrase = phrase(
    "Skriv, hvad du er utilfreds med. En sætning er nok.",
    "Write what you are unhappy with. One sentence is enough.",
);
pub const TOO_MANY_WORDS: Phrase = phrase(
    "Det er mere end 20.000 tegn. Gør det kortere.",
    "That is more than 20,000 characters. Make it shorter.",
);
pub const TELLING: Phrase = phrase(
    "Det, du har skrevet, kan vise, hvem du er. Det må du gerne. Send igen, hvis det skal stå der.",
    "What you have written can show who you are. That is allowed. Send again if it is to stand there.",
);
pub const TOO_OLD: Phrase = phrase(
    "Siden har stået åben længe. Det, du skrev, er her endnu. Send klagen igen.",
    "The page has been open for long. What you wrote is still here. Send the complaint again.",
);
pub const TOO_MANY: Phrase = phrase(
    "Der kommer mange klager lige nu. Det, du skrev, er her endnu. Vent lidt, og send igen, eller ring.",
    "Many complaints are coming in right now. What you wrote is still here. Wait a little and send again, or call.",
);

/// Who complains, as one chooses it.
#[must_use]
pub const fn who(who: Complainant) -> Phrase {
    match who {
        Complainant::Oneself => phrase("Jeg klager selv", "I complain myself"),
        Complainant::Helped => {
            phrase("Jeg klager selv, og nogen hjælper mig", "I complain myself, and somebody helps me")
        }
        Complainant::Other => phrase("Jeg klager for en anden", "I complain for somebody else"),
    }
}

#[must_use]
pub const fn authority(authority: ComplaintAuthority) -> Phrase {
    match authority {
        ComplaintAuthority::PowerOfAttorney => phrase("Jeg har en fuldmagt", "I have a power of attorney"),
        ComplaintAuthority::Guardian => phrase("Jeg er værge", "I am a guardian"),
        ComplaintAuthority::Custody => phrase("Jeg har forældremyndigheden", "I have custody of the child"),
        ComplaintAuthority::None => phrase("Jeg har ikke noget endnu", "I have nothing yet"),
    }
}

#[must_use]
pub const fn reach(reach: ComplaintReach) -> Phrase {
    match reach {
        ComplaintReach::Code => phrase("Kun her, med min kode", "Only here, with my code"),
        ComplaintReach::Phone => phrase("Også i telefonen", "Also by telephone"),
        ComplaintReach::Letter => phrase("Også i et brev", "Also in a letter"),
    }
}

/// Who reads it, where it is about whoever would.
#[must_use]
pub fn reader_above(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("{name}. Der læser en anden den end den, den handler om."),
        Lang::En => format!("{name}. There somebody else reads it than whoever it is about."),
    }
}
