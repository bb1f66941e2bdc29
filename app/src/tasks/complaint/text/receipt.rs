//! The receipt of a complaint, and how it stands.

use crate::phrase::{Phrase, phrase};
use domain::{
    Role,
    complaint::{ComplaintStatus, ComplaintTiming},
};

pub const DONE: Phrase = phrase("Klagen er modtaget", "The complaint has been received");
pub const RECEIPT: Phrase = phrase("Kvittering", "Receipt");
pub const NUMBER: Phrase = phrase("Nummer", "Number");
pub const WORDS: Phrase = phrase("Kontrolord", "Check words");
pub const RECEIVED: Phrase = phrase("Modtaget", "Received");
pub const MUNICIPALITY: Phrase = phrase("Kommune", "Municipality");
pub const GOES_TO: Phrase = phrase("Går til", "Goes to");
pub const COUNTED_FROM: Phrase = phrase("Talt fra", "Counted from");
pub const LATEST: Phrase = phrase("Sidste dag for klagen", "Last day for the complaint");
pub const REASSESS_BY: Phrase = phrase("De ser på sagen igen senest", "They look at the case again by");
pub const ONWARD: Phrase = phrase("Får du ikke ret, går den til", "If they do not agree, it goes to");
pub const KEEP: Phrase = phrase(
    "Gem nummeret og kontrolordene. De viser, hvornår klagen kom. Alle kan kontrollere det på siden her:",
    "Keep the number and the check words. They show when the complaint came. Anybody can check that on this page:",
);
pub const CHECK: Phrase = phrase("Kontroller en kvittering", "Check a receipt");
pub const SIGNATURE: Phrase =
    phrase("Underskrift, som andre kan kontrollere", "Signature that others can check");
pub const SIGNATURE_WHY: Phrase = phrase(
    "Linjen er underskrevet med Ed25519. Nøglen står også på siden, hvor man kontrollerer en kvittering. Er de to ens, kan hvem som helst kontrollere underskriften.",
    "The line is signed with Ed25519. The key also stands on the page where one checks a receipt. If the two are the same, anybody can check the signature.",
);
pub const LINE: Phrase = phrase("Linje", "Line");
pub const SIGNED: Phrase = phrase("Underskrift", "Signature");
pub const KEY: Phrase = phrase("Nøgle", "Key");
pub const NEXT: Phrase = phrase("Hvad sker der nu?", "What happens now?");
pub const NEXT_READ: Phrase = phrase(
    "Den, der skal læse klagen, får den nu. Du kan se, hvordan det går, med din kode.",
    "Whoever is to read the complaint gets it now. You can see how it goes with your code.",
);
pub const NEXT_ASKED: Phrase = phrase(
    "De kan stille dig et spørgsmål. Det ligger også under koden. Svaret kan du læse og skrive ud der.",
    "They can ask you a question. That is under the code too. There you can read the answer and print it.",
);
pub const NOBODY_YET: Phrase = phrase(
    "Lige nu har ingen på centret adgang til at læse klager. Klagen er gemt. Ring, så de ved, at den er der.",
    "Right now nobody at the centre can read complaints. The complaint is stored. Call, so that they know it is there.",
);
pub const CODE_USE: Phrase = phrase(
    "Med koden kan du følge klagen, svare, tage den tilbage og slette det hele.",
    "With the code you can follow the complaint, answer, take it back and delete everything.",
);
pub const CODE_LOST: Phrase =
    phrase("Mister du den, kan ingen finde den igen.", "If you lose it, nobody can find it again.");
pub const KEPT: Phrase = phrase(
    "Klagen bliver slettet et halvt år efter, at den er besvaret.",
    "The complaint is deleted half a year after it is answered.",
);
pub const CODE_SHOWN_BEFORE: Phrase = phrase(
    "Koden har stået her. Vi viser den ikke igen, for andre kan have fået fat i siden.",
    "The code has stood here. We do not show it again, for others may have got hold of the page.",
);

pub const WITHDRAWN: Phrase = phrase("Klagen er taget tilbage.", "The complaint has been taken back.");

/// How a complaint stood to its last day when it came.
#[must_use]
pub const fn timing(timing: ComplaintTiming) -> Phrase {
    match timing {
        ComplaintTiming::InTime => phrase("Den kom i tide.", "It came in time."),
        ComplaintTiming::ByGeneralRule => phrase(
            "Den kom den første hverdag efter. Det tæller med efter den almindelige regel om klagefrister.",
            "It came on the first weekday after. By the general rule on time limits for complaints that counts.",
        ),
        ComplaintTiming::Late => phrase(
            "Den kom senere. Den er taget imod, og den, der læser den, tager stilling til det.",
            "It came later. It was taken, and whoever reads it decides on that.",
        ),
        ComplaintTiming::NoLastDay => phrase("Der er ingen frist.", "There is no time limit."),
        ComplaintTiming::Unknown => {
            phrase("Der er ingen sidste dag at regne ud.", "There is no last day to work out.")
        }
    }
}

/// Who reads a complaint where no body is named, or another reads it than would.
#[must_use]
pub const fn reader(role: Role) -> Phrase {
    match role {
        Role::Lead => phrase("Lederen af afdelingen", "The head of the department"),
        Role::Manager => phrase("Lederen af centret", "The head of the centre"),
        Role::Authority => phrase("Kommunens ledelse på området", "The municipality's heads of the field"),
        Role::ComplaintReader => {
            phrase("Den, der læser klager på centret", "Whoever reads complaints at the centre")
        }
        Role::Counsellor | Role::Admin => phrase("Centret", "The centre"),
    }
}

/// How a complaint stands, in one sentence.
#[must_use]
pub const fn status(status: ComplaintStatus) -> Phrase {
    match status {
        ComplaintStatus::Received => phrase(
            "Klagen er modtaget. Ingen har svaret endnu.",
            "The complaint has been received. Nobody has answered yet.",
        ),
        ComplaintStatus::Read => phrase("De er ved at se på klagen.", "They are looking at the complaint."),
        ComplaintStatus::Asked => {
            phrase("De har spurgt dig om noget. Svar her.", "They have asked you something. Answer here.")
        }
        ComplaintStatus::Upheld => phrase("Du har fået ret.", "They agree with you."),
        ComplaintStatus::PartlyUpheld => phrase("Du har fået delvis ret.", "They agree with you in part."),
        ComplaintStatus::Maintained => {
            phrase("De holder fast i det, du klager over.", "They stand by what you complain about.")
        }
        ComplaintStatus::SentOn => phrase("Klagen er sendt videre.", "The complaint has been sent on."),
        ComplaintStatus::Withdrawn => {
            phrase("Du har taget klagen tilbage.", "You have taken the complaint back.")
        }
    }
}
