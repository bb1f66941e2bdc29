//! Searching.

use crate::{
    phrase::{Phrase, phrase},
    ui::text as common,
};
use domain::{Audience, Criteria, Form, Lang, Substance};

pub const TITLE: Phrase = common::SEARCH;
pub const LABEL: Phrase = phrase("Hvad leder du efter?", "What are you looking for?");
pub const HINT: Phrase = phrase(
    "Skriv et ord eller to. Det gør ikke noget, hvis du staver forkert.",
    "Type a word or two. Spelling mistakes do not matter.",
);
pub const PRIVATE: Phrase = phrase(
    "Det, du søger på, står ikke i adressen, og vi gemmer det ikke.",
    "What you search for is not put in the address, and we do not store it.",
);
pub const EMPTY: Phrase = phrase("Skriv et ord, du vil søge efter.", "Type a word to search for.");
pub const TOO_LONG: Phrase =
    phrase("Det er for langt. Skriv højst 200 tegn.", "That is too long. Type 200 characters at most.");
pub const NOTHING: Phrase = phrase("Vi fandt ikke noget", "We found nothing");
pub const NOTHING_TEXT: Phrase = phrase(
    "Prøv et andet ord. Eller brug et af disse links:",
    "Try another word. Or use one of these links:",
);
pub const OFFERS: Phrase = phrase("Tilbud", "Offers");
pub const RULES: Phrase = phrase("Regler", "Rules");
pub const WORDS: Phrase = phrase("Ord", "Words");

#[must_use]
pub fn count(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Da) => "1 svar".to_owned(),
        (1, Lang::En) => "1 answer".to_owned(),
        (_, Lang::Da) => format!("{count} svar"),
        (_, Lang::En) => format!("{count} answers"),
    }
}

/// The others, folded.
#[must_use]
pub fn more(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Vis {number} flere"),
        Lang::En => format!("Show {number} more"),
    }
}

#[must_use]
pub fn instead(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Vi har også søgt på ”{word}”."),
        Lang::En => format!("We also searched for “{word}”."),
    }
}

/// Words one would use for an offer although its own text may not.
pub fn keywords(criteria: &Criteria) -> impl Iterator<Item = Phrase> {
    let audience = criteria.audience.iter().map(|one| match one {
        Audience::Citizen => phrase("borger", "citizen"),
        Audience::Relative => phrase("pårørende", "relatives"),
        Audience::Professional => {
            phrase("fagfolk skole læge arbejdsplads", "professionals school doctor workplace")
        }
    });
    let substances = criteria.substances.iter().map(|one| match one {
        Substance::Alcohol => phrase("alkohol", "alcohol"),
        Substance::Drugs => phrase("stoffer", "drugs"),
    });
    let forms = criteria.forms.iter().map(|one| match one {
        Form::Individual => phrase("samtaler", "talks"),
        Form::Group => phrase("gruppe", "group"),
        Form::Family => phrase("familie par", "family couple"),
        Form::Online => phrase("online video", "online video"),
        Form::Phone => phrase("telefon", "phone"),
        Form::AtHome => phrase("hjemmebesøg udgående", "home visit outreach"),
        Form::AtSchool => phrase("skole", "school"),
        Form::Medical => phrase("medicin læge helbred", "medicine doctor health"),
        Form::DayTreatment => phrase("dagbehandling", "day treatment"),
        Form::Inpatient => phrase("døgnbehandling indlæggelse", "inpatient residential"),
    });
    audience.chain(substances).chain(forms)
}

pub const CRISIS: Phrase = phrase(
    "Er nogen i fare lige nu? Ring 112. Der er nogen, der svarer hele døgnet.",
    "Is somebody in danger right now? Call 112. Somebody answers day and night.",
);

/// Words that call for help at once, as they begin.
const CRISIS_WORDS: [&str; 20] = [
    "selvmord",
    "døende",
    "overdosis",
    "overdose",
    "slår",
    "vold",
    "kvalt",
    "bevidstløs",
    "livløs",
    "truer",
    "skade",
    "suicid",
    "dying",
    "kill",
    "violen",
    "threat",
    "unconscious",
    "hurt",
    "dræbe",
    "kvæle",
];

/// Whether somebody may be in danger.
#[must_use]
pub fn is_crisis(query: &str) -> bool {
    let query = query.to_lowercase();
    let mut words = query.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| {
        ["dø", "dør", "die"].contains(&word) || CRISIS_WORDS.iter().any(|begin| word.starts_with(begin))
    })
}

/// Words people use, each with words of the texts that mean the same or hold it.
pub const SAME: &[(&[&str], &[&str])] = &[
    (
        &[
            "kokain",
            "coke",
            "coca",
            "koks",
            "sne",
            "kanabis",
            "amfetamin",
            "speed",
            "heroin",
            "ecstasy",
            "mdma",
            "ketamin",
            "lsd",
            "ghb",
            "lattergas",
            "svampe",
            "crack",
            "opioid",
            "tramadol",
            "oxycodon",
            "morfin",
            "narko",
            "narkotika",
            "narkoman",
            "junkie",
            "stofmisbrug",
            "cocaine",
            "amphetamine",
            "ketamine",
            "narcotics",
            "opioids",
        ],
        &["stoffer", "drugs"],
    ),
    (
        &["hash", "pot", "joint", "weed", "cannabis", "skunk", "tjald", "ryger", "marijuana"],
        &["hash", "cannabis", "stoffer", "drugs"],
    ),
    (
        &[
            "øl",
            "vin",
            "sprut",
            "druk",
            "fuld",
            "alkoholiker",
            "alkoholisme",
            "drinks",
            "beer",
            "wine",
            "drunk",
            "alcoholic",
            "drinking",
            "booze",
        ],
        &["alkohol", "drikker", "alcohol"],
    ),
    (
        &["misbrug", "misbruger", "afhængig", "afhængighed", "addiction", "addict", "abuse"],
        &["alkohol", "stoffer", "alcohol", "drugs"],
    ),
    (&["mor", "far", "forældre", "mum", "mother", "father", "parent"], &["forældre", "parents", "pårørende"]),
    (
        &[
            "kone",
            "hustru",
            "ægtemand",
            "mand",
            "kæreste",
            "ægtefælle",
            "samlever",
            "wife",
            "husband",
            "boyfriend",
            "girlfriend",
            "spouse",
        ],
        &["partner", "pårørende", "close"],
    ),
    (&["søn", "datter", "kids", "teenager", "son", "daughter"], &["barn", "unge", "child", "young"]),
    (
        &["pris", "koster", "betale", "penge", "gratis", "free", "cost", "price", "pay"],
        &["gratis", "betaler", "free", "pay"],
    ),
    (&["vente", "ventetid", "venteliste", "hvornår", "wait", "waiting"], &["dage", "days"]),
    (
        &["tvangsfjernelse", "tvangsfjernet", "fjernet", "custody"],
        &["underretning", "børn", "notify", "children"],
    ),
    (&["nægter", "refuses", "refuse"], &["pårørende", "craft", "relatives"]),
    (&["frist", "tidsfrist", "deadline", "limit"], &["frist", "limit"]),
    (&["chat", "skrive", "video", "internet", "nettet"], &["online"]),
    (&["hemmelig", "navn", "cpr", "nemid", "mitid", "secret", "name"], &["anonym", "anonymous"]),
    (
        &["adresse", "telefonnummer", "ringe", "nummer", "call", "address"],
        &["telefon", "phone", "kontakt", "contact"],
    ),
    (&["abort", "graviditet", "baby", "pregnancy"], &["gravid", "pregnant"]),
    (
        &["afvænning", "rehab", "detox", "afgiftning", "indlæggelse"],
        &["døgnbehandling", "afrusning", "inpatient"],
    ),
    (&["psykolog", "angst", "depression", "anxiety", "therapist"], &["psykisk", "mental", "samtaler"]),
    (
        &["lærer", "elev", "pupil", "student", "ssp", "skole", "sagsbehandler", "teacher", "school"],
        &["skole", "school", "arbejder", "professional"],
    ),
];
