//! The list of offers and one offer.

use crate::{
    phrase::{Phrase, phrase, promise},
    ui::text as common,
};
use chrono::NaiveDate;
use domain::{Access, AgeRange, AnonymityRule, Coverage, Kind, Lang, LegalBasis, Offer};

pub const TITLE: Phrase = phrase("Alle tilbud", "All offers");
pub const INTRO: Phrase = phrase(
    "Her er al den hjælp, kommunens regler nævner.",
    "Here is all the help that the municipality's rules name.",
);
pub const FILTER: Phrase = phrase("Vis kun det, der passer", "Show only what fits");
pub const FILTER_NOTE: Phrase = phrase(
    "Dit valg står ikke i adressen, og vi gemmer det ikke.",
    "Your choice is not put in the address, and we do not store it.",
);
pub const FILTER_WHO: Phrase = phrase("Hvem er hjælpen til?", "Who is the help for?");
pub const FILTER_AGE: Phrase = phrase("Alder på den, det handler om", "Age of the person it is about");
pub const FILTER_SUBSTANCE: Phrase = phrase("Alkohol eller stoffer?", "Alcohol or drugs?");
pub const FILTER_FORM: Phrase = phrase("Hvordan?", "How?");
pub const FILTER_ANONYMOUS: Phrase = phrase("Kun hvor du kan være anonym", "Only where you can be anonymous");
/// Of an offer.
pub const ANONYMOUS: Phrase = promise("Du kan være anonym", "You can be anonymous");
pub const ANY: Phrase = phrase("Alle", "All");
pub const SHOW: Phrase = phrase("Vis tilbud", "Show offers");
pub const SECTIONS: Phrase = phrase("Gå til", "Go to");
pub const CHOSEN: Phrase = phrase("Det har du valgt", "What you have chosen");
/// Before the name of a choice that is taken back by a press.
pub const REMOVE: Phrase = phrase("Fjern", "Remove");
pub const SHOW_ALL: Phrase = phrase("Vis alle igen", "Show all again");
pub const NOTHING_FITS: Phrase = phrase(
    "Ingen tilbud passer til alle dine valg. Fjern et valg, eller ring. Du kan også få hjælp, selv om det ikke passer i en kasse.",
    "No offer fits all your choices. Remove one, or call. You can get help even if you fit no box.",
);
pub const BAD_CHOICE: Phrase = phrase(
    "Vi kender ikke et af valgene. Vælg igen på listen.",
    "We do not know one of the choices. Choose again from the list.",
);
pub const NOT_SURE: Phrase = phrase("Er du i tvivl?", "Not sure?");
pub const NOT_SURE_TEXT: Phrase = phrase(
    "Svar på nogle få spørgsmål, så viser vi, hvad der passer, og hvorfor.",
    "Answer a few questions and we show what fits, and why.",
);
pub const ENDED: Phrase = phrase("Findes måske ikke længere", "May no longer exist");

pub const FOR_WHOM: Phrase = phrase("Hvem er det til?", "Who is it for?");
pub const WHAT_HAPPENS: Phrase = phrase("Hvad sker der?", "What happens?");
pub const HOW_OFTEN: Phrase = phrase("Hvor tit?", "How often?");
pub const HOW_LONG: Phrase = phrase("Hvor længe?", "For how long?");
pub const PLACE: Phrase = phrase("Hvor?", "Where?");
pub const PRICE: Phrase = phrase("Hvad koster det?", "What does it cost?");
pub const OWN_SITE: Phrase = phrase("Læs mere", "Read more");
pub const HOW_TO_GET: Phrase = phrase("Hvordan får du det?", "How do you get it?");
pub const CONSENT: Phrase = phrase("Skal andre sige ja?", "Does anybody else have to agree?");
pub const RELATIVES: Phrase = phrase("Hvor meget kan du få?", "How much can you get?");
pub const GUARANTEE: Phrase = phrase("Er der en frist?", "Is there a time limit?");
pub const ANONYMITY: Phrase = phrase("Kan du være anonym?", "Can you be anonymous?");
pub const LEGAL_BASIS: Phrase = phrase("Lov", "Law");
pub const SILENT_ON: Phrase = phrase(
    "Det siger kommunens regler ikke noget om. Spørg kommunen:",
    "The municipality's rules do not say. Ask the municipality:",
);
pub const ALSO_AT: Phrase = phrase("Hjælpen gives også her:", "The help is also given here:");
pub const NEXT: Phrase = phrase("Næste skridt", "Next step");
pub const ASSESSED: Phrase = phrase(
    "Sådan står det i reglerne. Hvad du kan få, kommer an på din situation.",
    "This is what the rules say. What you can get depends on your situation.",
);

#[must_use]
pub fn count(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Da) => "1 tilbud".to_owned(),
        (1, Lang::En) => "1 offer".to_owned(),
        (_, Lang::Da) => format!("{count} tilbud"),
        (_, Lang::En) => format!("{count} offers"),
    }
}

#[must_use]
pub fn ended(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => {
            format!("Kommunens regler lover kun dette til og med {day}. Ring og spørg, om det stadig findes.")
        }
        Lang::En => format!(
            "The municipality's rules promise this only until {day}. Call and ask whether it still exists."
        ),
    }
}

/// What tells an offer apart at a glance: that it has ended, ages, a single substance, and whether one
/// can be anonymous.
#[must_use]
pub fn tags(offer: &Offer, today: NaiveDate, lang: Lang) -> Vec<String> {
    let criteria = &offer.criteria;
    let ended = offer.has_ended(today).then(|| ENDED.get(lang).to_owned());
    let own = criteria.ages.or(criteria.relative_ages).map(|ages| common::ages(ages, lang));
    let others = criteria.user_ages.map(|ages| ages_of_the_other(ages, lang));
    let substance = match criteria.substances.as_slice() {
        [one] => Some(common::substance(*one).get(lang).to_owned()),
        _ => None,
    };
    let anonymous = criteria.anonymous_possible().then(|| ANONYMOUS.get(lang).to_owned());
    [ended, own, others, substance, anonymous].into_iter().flatten().collect()
}

fn ages_of_the_other(ages: AgeRange, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Den anden er {}", common::aged(ages, lang)),
        Lang::En => format!("The other person is {}", common::aged(ages, lang)),
    }
}

#[must_use]
pub fn kind(kind: Kind) -> Phrase {
    match kind {
        Kind::Counselling => phrase("Råd og samtale", "Advice and talks"),
        Kind::Treatment => phrase("Behandling", "Treatment"),
        Kind::Medical => phrase("Medicin og helbred", "Medicine and health"),
        Kind::Relatives => phrase("For pårørende", "For family and friends"),
        Kind::Aftercare => phrase("Efter behandling", "After treatment"),
        Kind::Authority => phrase("Når en myndighed bestemmer det", "When an authority decides it"),
    }
}

#[must_use]
pub fn access(access: Access) -> Phrase {
    match access {
        Access::Direct => phrase("Du kan bare tage kontakt", "You can simply get in touch"),
        Access::AfterIntake => phrase("Efter en første samtale", "After a first talk"),
        Access::WithinTreatment => phrase("Sammen med din behandling", "Alongside your treatment"),
        Access::ByDecision => phrase("Kræver en afgørelse", "Needs a decision"),
    }
}

#[must_use]
pub fn coverage(coverage: Coverage) -> Phrase {
    match coverage {
        Coverage::Covered => {
            promise("Ja. Fristen for behandling gælder.", "Yes. The time limit for treatment applies.")
        }
        Coverage::NotCovered => {
            phrase("Nej. Fristen gælder ikke her.", "No. The time limit does not apply here.")
        }
        Coverage::Conditional => phrase("Det kommer an på din situation.", "That depends on your situation."),
        Coverage::NotExcepted => promise(
            "Kommunens regler gør ingen undtagelse her fra fristen.",
            "The municipality's rules make no exception here from the time limit.",
        ),
        Coverage::NotTreatment => phrase(
            "Fristen handler om behandling. Dette er ikke en behandling i sig selv.",
            "The time limit is about treatment. This is not a treatment in itself.",
        ),
    }
}

#[must_use]
pub fn anonymity(rule: AnonymityRule) -> Phrase {
    match rule {
        AnonymityRule::Yes => promise("Ja, du kan være anonym.", "Yes, you can be anonymous."),
        AnonymityRule::No => phrase("Nej.", "No."),
        AnonymityRule::UntilPrescriptionMedicine => promise(
            "Ja, så længe du ikke får medicin på recept.",
            "Yes, as long as you get no medicine on prescription.",
        ),
    }
}

/// An act and its section, as it is printed.
#[must_use]
pub fn legal_basis(basis: LegalBasis) -> Phrase {
    match basis {
        LegalBasis::Sel10 => phrase("Serviceloven § 10", "Social Services Act § 10"),
        LegalBasis::Sel12 => phrase("Serviceloven § 12", "Social Services Act § 12"),
        LegalBasis::Sel101 => phrase("Serviceloven § 101", "Social Services Act § 101"),
        LegalBasis::Sel101a => phrase("Serviceloven § 101 a", "Social Services Act § 101 a"),
        LegalBasis::Sel107 => phrase("Serviceloven § 107, stk. 2, nr. 2", "Social Services Act § 107(2)(2)"),
        LegalBasis::Sel141 => phrase("Serviceloven § 141", "Social Services Act § 141"),
        LegalBasis::Sel148 => phrase("Serviceloven § 148, stk. 2", "Social Services Act § 148(2)"),
        LegalBasis::Sel153 => phrase("Serviceloven § 153", "Social Services Act § 153"),
        LegalBasis::Sel154 => phrase("Serviceloven § 154", "Social Services Act § 154"),
        LegalBasis::Sul141 => phrase("Sundhedsloven § 141", "Health Act § 141"),
        LegalBasis::Sul142 => phrase("Sundhedsloven § 142", "Health Act § 142"),
        LegalBasis::Bl28 => phrase("Barnets lov § 28", "Children's Act § 28"),
        LegalBasis::Bl33 => phrase("Barnets lov § 33", "Children's Act § 33"),
        LegalBasis::Bl34 => phrase("Barnets lov § 34", "Children's Act § 34"),
        LegalBasis::Bl133 => phrase("Barnets lov § 133", "Children's Act § 133"),
    }
}
