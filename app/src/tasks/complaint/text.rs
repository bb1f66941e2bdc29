//! Sentences of the complaint.

pub mod attachment;
pub mod check;
pub mod follow;
pub mod receipt;
pub mod route;
pub mod write;

use crate::phrase::{Phrase, phrase};
use domain::{
    ComplaintType,
    complaint::{ComplaintSubject, StartDayKind},
};

/// What the page is called in a browser's history: it says no more than what the task is.
pub const TITLE: Phrase = phrase("Klage", "Complaint");
pub const LINK: Phrase = phrase("Klag over hjælpen", "Complain about the help");
pub const HEADING: Phrase = phrase("Du kan klage her", "You can complain here");
pub const LEAD: Phrase = phrase(
    "Du svarer først på et par spørgsmål. Så siger vi, hvem klagen går til, og hvornår den senest skal være der. Først bagefter skriver du.",
    "You first answer a few questions. Then we say who the complaint goes to, and when it must be there at the latest. Only after that do you write.",
);
pub const HOW_LONG: Phrase = phrase(
    "Det tager fem minutter. Du behøver ikke give en grund. Det er nok at skrive, hvad du er utilfreds med.",
    "It takes five minutes. You do not have to give reasons. It is enough to write what you are unhappy with.",
);
pub const STORED_LATER: Phrase = phrase(
    "Vi gemmer ikke dine svar, mens du læser her.",
    "We do not store your answers while you read here.",
);
pub const BEGIN: Phrase = phrase("Begynd", "Begin");
pub const HELP: Phrase = phrase("Hvem må hjælpe dig", "Who may help you");
pub const OTHER_WAYS: Phrase = phrase("Andre veje", "Other ways");
pub const ADVISER: Phrase = phrase("Få råd om at klage", "Get advice on complaining");
pub const ALL_RULES: Phrase =
    phrase("Læs alt, hvad reglerne siger om at klage", "Read all that the rules say about complaining");

pub const WHAT: Phrase = phrase("Hvad vil du klage over?", "What do you want to complain about?");
pub const PAPERS: Phrase = phrase("Hvilke papirer er det?", "Which papers are they?");
pub const PAPERS_HEALTH: Phrase = phrase("Papirer om mit helbred", "Papers about my health");
pub const PAPERS_HEALTH_HINT: Phrase = phrase("Journal, medicin, læge", "Medical records, medicine, doctor");
pub const PAPERS_OTHER: Phrase = phrase("Andre papirer i min sag", "Other papers in my case");
pub const PAPERS_WHY: Phrase = phrase(
    "Vi spørger, fordi de to slags klager går hver sit sted hen.",
    "We ask because the two kinds of complaint go to different places.",
);
pub const SUBSTANCE: Phrase =
    phrase("Handler det om alkohol eller stoffer?", "Is it about alcohol or drugs?");
pub const SUBSTANCE_WHY: Phrase = phrase(
    "Vi spørger, fordi reglerne om at klage ikke er ens for de to.",
    "We ask because the rules on complaining are not the same for the two.",
);
pub const ADULT: Phrase =
    phrase("Er den, det handler om, fyldt 18 år?", "Is the person it is about 18 or older?");
pub const ADULT_WHY: Phrase = phrase(
    "Vi spørger, fordi klagen går hver sit sted hen for unge og voksne.",
    "We ask because the complaint goes to different places for young people and adults.",
);
pub const DAY_RECEIVED: Phrase = phrase("Hvornår fik du afgørelsen?", "When did you get the decision?");
pub const DAY_MADE: Phrase = phrase("Hvornår blev afgørelsen taget?", "When was the decision made?");
pub const DAY_RECEIVED_WHY: Phrase = phrase(
    "Tiden til at klage tæller fra den dag, du fik afgørelsen. Den dag ser du i e-Boks eller på brevet.",
    "The time to complain counts from the day you got the decision. You see that day in e-Boks (digital post) or on the letter.",
);
pub const DAY_MADE_WHY: Phrase = phrase(
    "Tiden til at klage tæller fra den dag, afgørelsen blev taget. Den dag står øverst i brevet.",
    "The time to complain counts from the day the decision was made. That day stands at the top of the letter.",
);
pub const DAY_KIND: Phrase = phrase("Hvad ved du om dagen?", "What do you know of the day?");
pub const THAT_DAY: Phrase = phrase("Dagen", "The day");
pub const THAT_DAY_HINT: Phrase = phrase(
    "Skriv den med tal, for eksempel 2 11 2026. Kender du ingen dag, så lad det være tomt.",
    "Write it in figures, such as 2 11 2026. If you know no day, leave it empty.",
);
pub const CHOOSE_KIND: Phrase = phrase(
    "Vælg, hvad du ved om dagen. Kender du den ikke, så vælg det.",
    "Choose what you know of the day. If you do not know it, choose that.",
);
pub const WRITE_DAY: Phrase = phrase(
    "Skriv dagen med tal: dag, måned og år. Eller vælg, at du ikke kender den.",
    "Write the day in figures: day, month and year. Or choose that you do not know it.",
);
pub const DAY_AHEAD: Phrase = phrase(
    "Den dag er ikke kommet endnu. Se efter, om den er rigtig.",
    "That day has not come yet. Check that it is right.",
);

/// What somebody complains about, and in a few words more what that can be.
#[must_use]
pub const fn subject(subject: ComplaintSubject) -> (Phrase, Option<Phrase>) {
    match subject {
        ComplaintSubject::Of(complaint_type) => of_type(complaint_type),
        ComplaintSubject::Place => (
            phrase("Selve stedet", "The place itself"),
            Some(phrase(
                "Hvordan det bliver drevet, eller om det er trygt at være der",
                "How it is run, or whether it is safe to be there",
            )),
        ),
        ComplaintSubject::Other => (phrase("Noget andet", "Something else"), None),
    }
}

const fn of_type(complaint_type: ComplaintType) -> (Phrase, Option<Phrase>) {
    match complaint_type {
        ComplaintType::DrugTreatmentDecision => (
            phrase("En afgørelse om hjælp med stoffer", "A decision on help with drugs"),
            Some(phrase(
                "Et nej, et tilbud, der ikke passer, eller en ændring",
                "A no, an offer that does not fit, or a change",
            )),
        ),
        ComplaintType::AlcoholTreatmentDecision => (
            phrase("En afgørelse om hjælp med alkohol", "A decision on help with alcohol"),
            Some(phrase(
                "Et nej, et tilbud, der ikke passer, eller en ændring",
                "A no, an offer that does not fit, or a change",
            )),
        ),
        ComplaintType::Sel101aDecision => (
            phrase("En afgørelse om anonym hjælp med stoffer", "A decision on anonymous help with drugs"),
            None,
        ),
        ComplaintType::GuaranteeBreach => (
            phrase("Jeg har ventet for længe", "I have waited too long"),
            Some(phrase(
                "Hjælpen er ikke begyndt inden for den tid, der er lovet",
                "The help has not begun within the time that is set",
            )),
        ),
        ComplaintType::StaffConduct => (
            phrase("Den måde, jeg er blevet mødt på", "The way I have been treated"),
            Some(phrase(
                "Tonen, diskrimination, eller at nogen har set ned på dig",
                "The tone, discrimination, or being looked down on",
            )),
        ),
        ComplaintType::CaseHandling => {
            (phrase("Den måde, min sag er behandlet på", "The way my case has been handled"), None)
        }
        ComplaintType::MissingInformation => (
            phrase("Det, jeg har fået at vide", "What I have been told"),
            Some(phrase(
                "Du mangler noget, det var forkert, eller reglerne er urimelige",
                "Something is missing, it was wrong, or the rules are unfair",
            )),
        ),
        ComplaintType::HealthTreatment => (
            phrase("Læge og medicin", "Doctor and medicine"),
            Some(phrase(
                "Undersøgelsen, medicinen, dosis, eller hvordan du får den",
                "The examination, the medicine, the dose, or how you get it",
            )),
        ),
        ComplaintType::HealthRecords => (
            phrase("Tavshedspligt eller min journal", "Secrecy or my health records"),
            Some(phrase(
                "Nogen har sagt noget videre, eller der står noget forkert",
                "Somebody has passed something on, or something wrong is written",
            )),
        ),
        ComplaintType::AccessToDocuments => {
            (phrase("Jeg må ikke se mine papirer", "I am not allowed to see my papers"), None)
        }
        ComplaintType::GeneralServiceLevel => (
            phrase("Den hjælp, der findes", "The help there is"),
            Some(phrase(
                "Hvilke tilbud og pladser kommunen har",
                "Which offers and places the municipality has",
            )),
        ),
        ComplaintType::PregnantNoContractOffered => (
            phrase("Jeg er gravid og mangler en kontrakt", "I am pregnant and have no contract"),
            Some(phrase(
                "Du er i døgnbehandling og har ikke fået tilbudt en",
                "You are in inpatient treatment and have not been offered one",
            )),
        ),
    }
}

/// What somebody knows of the day; the first of them is the one that the standard counts from.
#[must_use]
pub const fn day_kind(kind: StartDayKind) -> Phrase {
    match kind {
        StartDayKind::Made => phrase("Den dag blev afgørelsen taget", "On that day the decision was made"),
        StartDayKind::Received => phrase("Den dag fik jeg afgørelsen", "On that day I got the decision"),
        StartDayKind::SentDigitally => {
            phrase("Den dag blev den sendt med Digital Post", "On that day it was sent by Digital Post")
        }
        StartDayKind::SentByLetter => phrase(
            "Den dag blev den sendt som brev med posten",
            "On that day it was sent as a letter in the post",
        ),
        StartDayKind::Unknown => phrase("Jeg kender ikke dagen", "I do not know the day"),
    }
}
