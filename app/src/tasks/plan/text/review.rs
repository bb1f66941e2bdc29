//! The sentences of looking at a plan together, of the end of a course, and of contact after it.

use crate::phrase::{Phrase, phrase, promise};
use domain::{
    Lang,
    decide::FollowUpReason,
    plan::{PlanDueKind, PlanSide},
};

pub const REVIEW: Phrase = phrase("Når I ser på planen", "When you look at the plan");
pub const NO_REVIEW: Phrase = phrase(
    "Der er ikke sat en fast dag. I kan altid aftale en.",
    "No day is set. You can always agree on one.",
);
pub const GROUNDS: Phrase = phrase("Hvorfor den dag?", "Why that day?");
pub const PREPARE: Phrase = phrase("Før samtalen", "Before the talk");
pub const PREPARED: Phrase =
    phrase("Det blev skrevet før forløbet sluttede", "This was written before the course ended");
pub const HELD: Phrase = phrase("Tidligere samtaler om planen", "Earlier talks about the plan");
pub const AFTER: Phrase = phrase("Når forløbet er slut", "When the course is over");
pub const COME_BACK: Phrase = promise(
    "Du får tilbud om at komme tilbage, hvis du får brug for det.",
    "You are offered to come back if you need it.",
);
pub const REVIEW_HELD: Phrase = phrase("Samtalen om planen er holdt", "The talk about the plan was held");
pub const FULL_REVISION: Phrase =
    phrase("Hele planen er set efter og rettet til", "The whole plan was revised");
pub const AUTHORITY_TOLD: Phrase =
    phrase("Myndigheden har fået en status", "The authority was told how it goes");
pub const CONTACT_MADE: Phrase = phrase("Der har været kontakt", "There was contact");
pub const DISCHARGE: Phrase = phrase("Forløbet er slut", "The course is over");
pub const DISCHARGE_HINT: Phrase = phrase(
    "Skriv mål og status sammen, før I slutter. Borgeren kan stadig læse planen bagefter.",
    "Write goals and how they stand together before you end. The citizen can still read the plan afterwards.",
);
pub const HOW_ENDED: Phrase = phrase("Hvordan sluttede det?", "How did it end?");
pub const CHOOSE: Phrase = phrase("Vælg", "Choose");
pub const CHOOSE_STATUS: Phrase = phrase("Vælg, hvordan det sluttede.", "Choose how it ended.");
pub const RESUME: Phrase = phrase("Forløbet fortsætter alligevel", "The course goes on after all");
pub const DAY: Phrase = phrase("Hvilken dag?", "On which day?");

/// What both sides prepare.
#[must_use]
pub const fn prepare(reader: PlanSide) -> Phrase {
    match reader {
        PlanSide::Citizen => phrase(
            "Skriv det, du vil have med. Du behøver ikke svare på det hele. Centret kan læse det, og du kan læse, hvad centret skriver.",
            "Write what you want to bring up. You do not have to answer everything. The centre can read it, and you can read what the centre writes.",
        ),
        PlanSide::Staff => phrase(
            "Borgeren læser, hvad du skriver her, og skriver selv sit.",
            "The citizen reads what you write here, and writes their own.",
        ),
    }
}

/// Something that is due, by its last day.
#[must_use]
pub fn due(kind: PlanDueKind, day: &str, late: bool, reader: PlanSide, lang: Lang) -> String {
    const REVIEW_DUE: Phrase =
        promise("I ser på planen sammen senest {}.", "You look at the plan together by {}.");
    const REVIEW_LATE: Phrase = phrase(
        "I skulle have set på planen sammen senest {}. Du kan altid spørge centret, hvornår I gør det.",
        "You should have looked at the plan together by {}. You can always ask the centre when you will.",
    );
    const FULL_DUE: Phrase =
        promise("Hele planen bliver set efter og rettet til senest {}.", "The whole plan is revised by {}.");
    const FULL_LATE: Phrase = phrase(
        "Hele planen skulle være set efter senest {}.",
        "The whole plan should have been revised by {}.",
    );
    const AUTHORITY: Phrase = phrase("Status til myndigheden senest {}", "The authority is told by {}");
    const CONTACT_DUE: Phrase = promise("Centret kontakter dig senest {}.", "The centre contacts you by {}.");
    const CONTACT_LATE: Phrase = phrase(
        "Centret skulle have kontaktet dig senest {}. Du kan altid selv ringe.",
        "The centre should have contacted you by {}. You can always call yourself.",
    );
    const CONTACT_STAFF: Phrase =
        phrase("Kontakt efter forløbet senest {}", "Contact after the course by {}");
    const REVIEW_STAFF: Phrase = phrase("Samtale om planen senest {}", "A talk about the plan by {}");
    const FULL_STAFF: Phrase = phrase("Hele planen ses efter senest {}", "The whole plan is revised by {}");
    let said = match (kind, reader, late) {
        (PlanDueKind::Review, PlanSide::Staff, _) => REVIEW_STAFF,
        (PlanDueKind::Review, _, false) => REVIEW_DUE,
        (PlanDueKind::Review, _, true) => REVIEW_LATE,
        (PlanDueKind::FullRevision, PlanSide::Staff, _) => FULL_STAFF,
        (PlanDueKind::FullRevision, _, false) => FULL_DUE,
        (PlanDueKind::FullRevision, _, true) => FULL_LATE,
        (PlanDueKind::AuthorityStatus, ..) => AUTHORITY,
        (PlanDueKind::FollowUp, PlanSide::Staff, _) => CONTACT_STAFF,
        (PlanDueKind::FollowUp, _, false) => CONTACT_DUE,
        (PlanDueKind::FollowUp, _, true) => CONTACT_LATE,
    };
    said.with(day, lang)
}

/// Why there is contact after the end, or none.
#[must_use]
pub const fn follow_up(reason: FollowUpReason) -> Phrase {
    match reason {
        FollowUpReason::NotInStandard => phrase(
            "Der står ikke i kommunens standard, om centret kontakter dig bagefter. Du kan altid selv tage kontakt.",
            "The municipality's standard does not say whether the centre contacts you afterwards. You can always make contact yourself.",
        ),
        FollowUpReason::ConsentMissing => phrase(
            "Centret kontakter dig kun bagefter, hvis du har sagt ja til det. Du kan altid selv tage kontakt.",
            "The centre contacts you afterwards only if you have agreed. You can always make contact yourself.",
        ),
        FollowUpReason::StatusNotListed => phrase(
            "Når et forløb slutter på den måde, er der ingen fast kontakt bagefter. Du kan altid selv tage kontakt igen.",
            "When a course ends like this there is no fixed contact afterwards. You can always make contact again yourself.",
        ),
        FollowUpReason::VoluntaryAlcoholFollowup => promise(
            "Centret tager kontakt til dig for at høre, hvordan det går. Loven kræver det ikke, men centret har valgt at gøre det.",
            "The centre contacts you to hear how you are. The law does not demand it, but the centre has chosen to.",
        ),
        FollowUpReason::StatusListed => promise(
            "Centret tager kontakt til dig for at høre, hvordan det går, og om du har brug for mere hjælp.",
            "The centre contacts you to hear how you are and whether you need more help.",
        ),
    }
}

/// That there is contact after the end, told before it.
#[must_use]
pub fn announced(months: &[u8], lang: Lang) -> String {
    const CONTACT: Phrase = promise(
        "Gør du forløbet færdigt, eller går du videre til noget andet, følger centret op senest {} efter.",
        "If you complete the course or go on to something else, the centre follows up no later than {} after.",
    );
    let one = |months: &u8| match (lang, months) {
        (Lang::Da, 1) => "1 måned".to_owned(),
        (Lang::Da, _) => format!("{months} måneder"),
        (Lang::En, 1) => "1 month".to_owned(),
        (Lang::En, _) => format!("{months} months"),
    };
    let again = match lang {
        Lang::Da => " og igen senest ",
        Lang::En => " and again no later than ",
    };
    let months = months.iter().map(one).collect::<Vec<_>>().join(again);
    CONTACT.with(&months, lang)
}

/// There was contact on a day.
#[must_use]
pub fn contacted(day: &str, lang: Lang) -> String {
    const CONTACTED: Phrase = phrase("I talte sammen {}", "You talked on {}");
    CONTACTED.with(day, lang)
}
