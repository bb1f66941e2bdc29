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
    "Den kvittering kender vi ikke. Se efter, om nummeret og ordene er skrevet rigtigt. Den kan også være slettet: det sker et halvt år efter, at klagen er besvaret.",
    "We do not know that receipt. Check that the number and the words are right. It may also be deleted: that happens half a year after the complaint is answered.",
);
pub const MISSING: Phrase =
    phrase("Skriv både nummeret og de fem ord.", "Write both the number and the five words.");
pub const PRIVATE: Phrase =
    phrase("Vi gemmer ikke, at du har spurgt.", "We do not store that you have asked.");
