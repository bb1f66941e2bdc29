//! The front page.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Hjælp med alkohol og stoffer", "Help with alcohol and drugs");
pub const INTRO: Phrase = phrase(
    "Til dig selv eller en, du holder af. Vælg din kommune.",
    "For yourself or somebody you care about. Choose your municipality.",
);
pub const WHERE: Phrase = phrase("Vælg din kommune", "Choose your municipality");
pub const SEARCH_ALL: Phrase = phrase("Søg i alle kommuner", "Search all municipalities");
pub const ELSEWHERE_TITLE: Phrase = phrase("Bor du et andet sted?", "Do you live somewhere else?");
pub const ELSEWHERE: Phrase = phrase(
    "Alle kommuner hjælper med alkohol og stoffer. Ring til din egen, og spørg efter rådgivning.",
    "All municipalities help with alcohol and drugs. Call your own and ask for advice.",
);
pub const WHAT_TITLE: Phrase = phrase("Sådan passer vi på dig", "How we look after you");
pub const WHAT: [Phrase; 3] = [
    phrase(
        "Du læser uden at logge ind. Når du kun læser, gemmer vi ikke noget.",
        "You read without signing in. If you only read, we store nothing.",
    ),
    phrase(
        "Øverst på hver side kan du hurtigt komme væk med ”Forlad siden”.",
        "At the top of every page you can get away quickly with “Leave this site”.",
    ),
    phrase(
        "Alt om hjælpen kommer fra kommunens egne regler, og vi viser hvor.",
        "Everything about the help comes from the municipality's own rules, and we show where.",
    ),
];
