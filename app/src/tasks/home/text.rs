//! The front page.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Vælg din kommune", "Choose your municipality");
pub const INTRO: Phrase = phrase(
    "Her finder du hjælp, når alkohol eller stoffer fylder for meget. Det kan være hos dig selv eller hos en, du holder af.",
    "Here you find help when alcohol or drugs take up too much space. It may be in your own life, or for somebody you care about.",
);
pub const WHERE: Phrase = phrase("Hvor bor du?", "Where do you live?");
pub const SEARCH_ALL: Phrase = phrase("Søg i alle kommuner", "Search all municipalities");
pub const ELSEWHERE_TITLE: Phrase = phrase("Bor du et andet sted?", "Do you live somewhere else?");
pub const ELSEWHERE: Phrase = phrase(
    "Alle kommuner hjælper med alkohol og stoffer. Ring til din egen, og spørg efter rådgivning.",
    "All municipalities help with alcohol and drugs. Call your own and ask for advice.",
);
pub const WHAT_TITLE: Phrase = phrase("Sådan er du passet på her", "How you are looked after here");
pub const WHAT: [Phrase; 3] = [
    phrase(
        "Du læser uden at logge ind. Når du kun læser, gemmer vi ikke noget.",
        "You read without signing in. When you only read, we store nothing.",
    ),
    phrase(
        "Øverst på hver side kan du hurtigt komme væk med ”Forlad siden”.",
        "At the top of every page you can get away quickly with “Leave this site”.",
    ),
    phrase(
        "Alt, hvad vi siger om hjælpen, står i kommunens egen standard. Du kan se hvor.",
        "All we say about the help stands in the municipality's own standard. You can see where.",
    ),
];
