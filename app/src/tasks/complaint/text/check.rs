//! Checking a receipt.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Kvittering", "Receipt");
pub const HEADING: Phrase = phrase("Er kvitteringen ægte?", "Is the receipt genuine?");
pub const LEAD: Phrase = phrase(
    "Skriv nummeret og kontrolordene fra en kvittering. Så ser du, hvilken dag klagen kom, og hvem den gik til. Du ser ikke, hvad der står i den, eller hvem der har skrevet den.",
    "Write the number and the check words of a receipt. You then see on which day the complaint came and to whom it went. You do not see what it says, or who wrote it.",
);
pub const NUMBER_HINT: Phrase =
    phrase("Ti tegn, for eksempel 4F7K9-2QMXA.", "Ten signs, such as 4F7K9-2QMXA.");
pub const WORDS_HINT: Phrase = phrase("Fem ord.", "Five words.");
pub const CHECK: Phrase = phrase("Kontroller", "Check");
pub const GENUINE: Phrase = phrase("Kvitteringen er ægte", "The receipt is genuine");
pub const GENUINE_MEANS: Phrase = phrase(
    "Sådan blev klagen modtaget her. Står der noget andet på papiret, er papiret ændret.",
    "This is how the complaint was received here. If the paper says something else, the paper has been changed.",
);
pub const UNKNOWN: Phrase = phrase(
    "Den kvittering kender vi ikke. Se efter, om nummeret og ordene er skrevet rigtigt. Den kan også være slettet, af den, der klagede, eller et halvt år efter svaret.",
    "We do not know that receipt. Check that the number and the words are right. It may also be deleted, by whoever complained, or half a year after the answer.",
);
pub const TOO_MANY: Phrase = phrase(
    "Der er kontrolleret mange kvitteringer herfra. Vent en time, og prøv igen.",
    "Many receipts have been checked from here. Wait an hour and try again.",
);
pub const MISSING: Phrase =
    phrase("Skriv både nummeret og de fem ord.", "Write both the number and the five words.");
pub const KEY_WHY: Phrase = phrase(
    "En kvittering er underskrevet med Ed25519. Vil du kontrollere underskriften selv, så brug nøglen her, og ikke den, der står på papiret.",
    "A receipt is signed with Ed25519. If you want to check the signature yourself, use the key here, and not the one on the paper.",
);
pub const PRIVATE: Phrase =
    phrase("Vi gemmer ikke, at du har spurgt.", "We do not store that you have asked.");
