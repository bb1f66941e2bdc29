//! The sentences of consents.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    plan::{ConsentKind, PlanSide},
};

pub const CONSENT_LEAD: Phrase = phrase(
    "Du bestemmer selv, og du kan sige nej. Det, du siger ja til, kan du trække tilbage her, når du vil. Så gælder det ikke mere fra det øjeblik.",
    "You decide, and you can say no. What you agree to you can take back here whenever you like. From that moment it holds no more.",
);
pub const NO_CONSENTS: Phrase = phrase("Her er ikke sagt ja til noget.", "Nothing has been agreed to here.");
pub const WHAT_FOR: Phrase = phrase("Hvad siger du ja til?", "What do you agree to?");
pub const WHAT_FOR_STAFF: Phrase = phrase(
    "Hvad har borgeren sagt ja til på papir eller mundtligt?",
    "What has the citizen agreed to on paper or in words?",
);
pub const WHOM: Phrase = phrase("Hvem gælder det?", "Whom is it about?");
pub const WHOM_HINT: Phrase = phrase(
    "For eksempel “min læge” eller “min mor”. Skriv ikke cpr-nummer.",
    "For example “my doctor” or “my mother”. Do not write a CPR number.",
);
pub const CONSENT_WORDS: Phrase = phrase(
    "Vil du skrive noget om, hvad de må, og hvad de ikke må?",
    "Would you like to write what they may and may not do?",
);
pub const AGREE: Phrase = phrase("Ja, det siger jeg ja til", "Yes, I agree to this");
pub const NOTE_CONSENT: Phrase = phrase("Notér samtykket", "Note the consent");
pub const TAKE_BACK: Phrase = phrase("Træk det tilbage", "Take it back");
pub const CHOOSE_KIND: Phrase = phrase("Vælg, hvad det handler om.", "Choose what it is about.");
pub const TAKEN_BACK: Phrase = phrase("Trukket tilbage", "Taken back");
pub const MISSING_CONSENTS: Phrase = phrase(
    "Før behandlingen kan begynde, mangler der et ja til dette:",
    "Before the treatment can begin, a yes to this is missing:",
);
pub const CONSENT_RULES: Phrase = phrase(
    "Hvad kommunens standard siger om samtykke",
    "What the municipality's standard says about consent",
);
pub const GIVE: Phrase = phrase("Sig ja til noget", "Agree to something");

/// The heading, by who reads.
#[must_use]
pub const fn consents(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Hvad du har sagt ja til", "What you have agreed to"),
        PlanSide::Staff => phrase("Samtykker", "Consents"),
    }
}

/// What is agreed to.
#[must_use]
pub const fn consent_kind(kind: ConsentKind) -> Phrase {
    match kind {
        ConsentKind::FetchData => phrase(
            "Centret må hente oplysninger om mig hos andre",
            "The centre may fetch information about me from others",
        ),
        ConsentKind::Cooperation => phrase(
            "Centret må arbejde sammen med andre om min sag",
            "The centre may work with others on my case",
        ),
        ConsentKind::ParentsCooperation => phrase(
            "Mine forældre siger ja til, at centret arbejder sammen med andre",
            "My parents agree that the centre works with others",
        ),
        ConsentKind::Doctor => {
            phrase("Centret må arbejde sammen med min læge", "The centre may work with my doctor")
        }
        ConsentKind::PsychiatryConference => {
            phrase("Centret må tale med psykiatrien om mig", "The centre may talk with psychiatry about me")
        }
        ConsentKind::FollowUp => {
            phrase("Centret må kontakte mig, når jeg er færdig", "The centre may contact me when I am done")
        }
        ConsentKind::RelativeInCourse => phrase(
            "En, der er tæt på mig, må være med i et forløb for pårørende",
            "Somebody close to me may take part in a course for relatives",
        ),
        ConsentKind::Treatment => phrase("Jeg siger ja til behandlingen", "I agree to the treatment"),
        ConsentKind::ParentsTreatment => phrase(
            "Mine forældre, eller den, der har forældremyndighed, siger ja til behandlingen",
            "My parents, or whoever has custody, agree to the treatment",
        ),
        ConsentKind::Insight => phrase(
            "En, der er tæt på mig, må se noget af min plan",
            "Somebody close to me may see some of my plan",
        ),
    }
}

/// Since when it holds.
#[must_use]
pub fn since_day(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Gælder fra {day}"),
        Lang::En => format!("Holds from {day}"),
    }
}

/// From when to when it held.
#[must_use]
pub fn held_between(from: &str, to: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Gjaldt fra {from} til {to}"),
        Lang::En => format!("Held from {from} to {to}"),
    }
}

/// Who at the centre noted it.
#[must_use]
pub fn noted_by(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Noteret af {name}"),
        Lang::En => format!("Noted by {name}"),
    }
}
