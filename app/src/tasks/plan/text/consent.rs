//! The sentences of consents.

use crate::phrase::{Phrase, phrase, promise};
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

pub const LET_SEE: Phrase = phrase("Lad en, der er tæt på dig, se noget", "Let somebody close see something");
pub const LET_SEE_LEAD: Phrase = phrase(
    "Du behøver ikke lade nogen se noget. Det kan være en forælder, en kæreste eller en ven. Den, du vælger, kan kun læse det, du giver lov til, og ikke skrive i planen. Det, der bliver skrevet senere, kommer også med, også når centret skriver det. Du kan trække det tilbage her. Så lukker det med det samme, men det, der allerede er læst, er læst.",
    "You do not have to let anybody see anything. It can be a parent, a partner or a friend. The one you choose can only read what you allow, and cannot write in the plan. What is written later is shown too, also when the centre writes it. You can take it back here. It then closes at once, but what has been read has been read.",
);
pub const INSIGHT_WORDS: Phrase = phrase(
    "Vil du skrive noget til den, der må se det? Det bliver vist sammen med resten, og centret kan også læse det.",
    "Would you like to write something to the one who may see it? It is shown with the rest, and the centre can read it too.",
);
pub const WHO_SEES_HINT: Phrase = phrase(
    "For eksempel “min mor” eller “min ven”. Skriv ikke cpr-nummer.",
    "For example “my mother” or “my friend”. Do not write a CPR number.",
);
pub const WHO_SEES: Phrase = phrase("Hvem må se det?", "Who may see it?");
pub const WHAT_SEEN: Phrase = phrase("Hvad må den, du vælger, se?", "What may the one you choose see?");
pub const LET_SEE_YES: Phrase = phrase("Ja, det må vises", "Yes, this may be shown");
pub const SAY_WHO: Phrase = phrase("Skriv, hvem det er.", "Write who it is.");
pub const CHOOSE_PARTS: Phrase =
    phrase("Vælg mindst én ting, der må vises.", "Choose at least one thing that may be shown.");
pub const MAKE_CODE: Phrase = phrase("Lav en kode", "Make a code");
pub const MAKE_CODE_HINT: Phrase = phrase(
    "Laver du en ny kode, virker den gamle ikke mere.",
    "If you make a new code, the old one stops working.",
);
const CODE_FOR: Phrase = phrase("En kode til {}", "A code for {}");
pub const CODE_FOR_HOW: Phrase = phrase(
    "Giv koden til den, du har valgt. Den skrives under “Min plan” nederst på enhver side her. Man kan også skrive sidens adresse og derefter",
    "Give the code to the one you chose. It is typed under “My plan” at the foot of any page here. One can also type the address of the site and then",
);
pub const CODE_FOR_ONCE: Phrase = phrase(
    "Koden vises kun nu. Første gang skal den, der får koden, vælge seks cifre. Dem kan du ikke se.",
    "The code is shown only now. The first time, the one who gets the code chooses six digits. You cannot see them.",
);
pub const INSIGHT_TITLE: Phrase = phrase("Det, du må se", "What you may see");
pub const INSIGHT_LEAD: Phrase = phrase(
    "En, du er tæt på, har valgt at vise dig det her fra sin plan. Du kan læse det, indtil det bliver trukket tilbage.",
    "Somebody you are close to has chosen to show you this from their plan. You can read it until it is taken back.",
);
pub const INSIGHT_HELP: Phrase = phrase("Hjælp til dig selv", "Help for yourself");

/// The heading above a code for somebody.
#[must_use]
pub fn code_for(whom: &str, lang: Lang) -> String {
    CODE_FOR.with(whom, lang)
}

#[must_use]
pub const fn shared_part(part: SharedPart) -> Phrase {
    match part {
        SharedPart::Goals => phrase("Målene, og hvor langt de er", "The goals, and how far they are"),
        SharedPart::Week => phrase(
            "Tiderne de næste to uger, og hvad de er",
            "The times of the next two weeks, and what they are",
        ),
        SharedPart::Reviews => phrase("Hvornår planen bliver set efter", "When the plan is looked at again"),
        SharedPart::Wellbeing => phrase(
            "Svarene på, hvordan det går, uden egne ord",
            "The answers about how things are, without own words",
        ),
        SharedPart::BadDay => phrase(
            "Alt under “Når det er svært”, også trygge steder, hvem man kan ringe til, og aftaler i familien",
            "Everything under “When it is hard”, also safe places, whom to call, and what the family has agreed on",
        ),
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

/// By when the plan is looked at, for somebody close.
#[must_use]
pub fn insight_due(day: &str, is_late: bool, lang: Lang) -> String {
    const DUE: Phrase = promise(
        "Centret og den, du er tæt på, ser på planen sammen senest {}.",
        "The centre and the person you are close to look at the plan together by {}.",
    );
    const LATE: Phrase =
        phrase("Planen skulle være set efter senest {}.", "The plan should have been looked at by {}.");
    if is_late { LATE } else { DUE }.with(day, lang)
}

/// The heading of the form in which something is agreed to.
#[must_use]
pub const fn give(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase("Sig ja til noget", "Agree to something"),
        PlanSide::Staff => phrase("Notér et samtykke", "Note a consent"),
    }
}

/// How many see some of the plan.
#[must_use]
pub fn seen_by(number: usize, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Da, 1) => "1 anden må se noget af planen".to_owned(),
        (Lang::Da, _) => format!("{number} andre må se noget af planen"),
        (Lang::En, 1) => "1 other may see some of the plan".to_owned(),
        (Lang::En, _) => format!("{number} others may see some of the plan"),
    }
}

/// The heading of a part, for somebody close.
#[must_use]
pub const fn shared_heading(part: SharedPart) -> Phrase {
    match part {
        SharedPart::Goals => phrase("Mål", "Goals"),
        SharedPart::Week => phrase("Tider de næste to uger", "Times of the next two weeks"),
        SharedPart::Reviews => phrase("Når planen bliver set efter", "When the plan is looked at"),
        SharedPart::Wellbeing => phrase("Hvordan det går", "How things are"),
        SharedPart::BadDay => phrase("Når det er svært", "When it is hard"),
    }
}
