//! The sentences of consents.

use crate::phrase::{Phrase, phrase};
use domain::{
    Lang,
    plan::{ConsentKind, PlanSide, SharedPart},
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

pub const LET_SEE: Phrase = phrase("Lad en, der er tæt på dig, se noget", "Let somebody close see something");
pub const LET_SEE_LEAD: Phrase = phrase(
    "Det kan være en forælder, en kæreste eller en ven. De ser kun det, du vælger, og de kan ikke skrive i planen. Du kan trække det tilbage her, og så kan de ikke se det mere.",
    "It can be a parent, a partner or a friend. They see only what you choose, and they cannot write in the plan. You can take it back here, and then they cannot see it any more.",
);
pub const WHO_SEES: Phrase = phrase("Hvem må se det?", "Who may see it?");
pub const WHAT_SEEN: Phrase = phrase("Hvad må de se?", "What may they see?");
pub const LET_SEE_YES: Phrase = phrase("Ja, det må de se", "Yes, they may see this");
pub const SAY_WHO: Phrase = phrase("Skriv, hvem det er.", "Write who it is.");
pub const CHOOSE_PARTS: Phrase =
    phrase("Vælg mindst én ting, de må se.", "Choose at least one thing that they may see.");
pub const MAKE_CODE: Phrase = phrase("Lav en kode til dem", "Make a code for them");
pub const MAKE_CODE_HINT: Phrase = phrase(
    "Har de fået en kode før, holder den op med at virke.",
    "If they have got a code before, it stops working.",
);
const CODE_FOR: Phrase = phrase("En kode til {}", "A code for {}");
pub const CODE_FOR_HOW: Phrase = phrase(
    "Giv dem koden. Den skal skrives på denne side, på adressen:",
    "Give them the code. It is typed at this site, at the address:",
);
pub const CODE_FOR_ONCE: Phrase = phrase(
    "Koden vises kun nu. Første gang vælger de selv seks cifre, som du ikke kan se.",
    "The code is shown only now. The first time they choose six digits that you cannot see.",
);
pub const INSIGHT_TITLE: Phrase = phrase("Noget af en plan", "Some of a plan");
pub const INSIGHT_LEAD: Phrase = phrase(
    "En, du er tæt på, har valgt at lade dig se dette. Du kan læse det, så længe de vil.",
    "Somebody you are close to has chosen to let you see this. You can read it for as long as they wish.",
);
pub const INSIGHT_HELP: Phrase = phrase("Hjælp til dig selv", "Help for yourself");
pub const INSIGHT_OFFERS: Phrase = phrase(
    "Se, hvad der er til dig, der er tæt på en",
    "See what there is for you who are close to somebody",
);

/// The heading above a code for somebody.
#[must_use]
pub fn code_for(whom: &str, lang: Lang) -> String {
    CODE_FOR.with(whom, lang)
}

#[must_use]
pub const fn shared_part(part: SharedPart) -> Phrase {
    match part {
        SharedPart::Goals => phrase("Målene, og hvor langt de er", "The goals, and how far they are"),
        SharedPart::Week => phrase("Tiderne i ugen", "The times of the week"),
        SharedPart::Reviews => phrase("Hvornår planen bliver set efter", "When the plan is looked at again"),
        SharedPart::Wellbeing => {
            phrase("Svar om trivsel, uden ord", "Answers about well-being, without words")
        }
        SharedPart::BadDay => phrase("Hvad der hjælper på en svær dag", "What helps on a bad day"),
    }
}

/// The heading, by who reads.
#[must_use]
pub const fn consents(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Hvad du har sagt ja til", "What you have agreed to"),
        PlanSide::Staff => phrase("Samtykker", "Consents"),
    }
}

/// The heading of what stands.
#[must_use]
pub const fn given(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Det gælder nu", "What holds now"),
        PlanSide::Staff => phrase("Samtykker, der gælder", "Consents that hold"),
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
