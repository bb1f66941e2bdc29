//! What the decisions give for an offer, in words.

use crate::{phrase::phrase, ui::text as common};
use domain::{EntitlementSummary, Given, Lang};

/// A term as a sentence, with whom it holds for where that must be said. `None` for what the offer's own
/// words on anonymity tell.
#[must_use]
pub fn summarize(term: &EntitlementSummary, lang: Lang) -> Option<String> {
    let sentence = given(term.given, lang)?;
    let substance = term.only_for.map(|one| common::substance(one).get(lang).to_owned());
    let ages = term.only_ages.map(|ages| common::ages(ages, lang));
    let whom: Vec<String> = substance.into_iter().chain(ages).collect();
    let whom = common::capitalised(&whom.join(", "));
    Some(if whom.is_empty() { sentence } else { format!("{whom}: {sentence}") })
}

fn given(given: Given, lang: Lang) -> Option<String> {
    let fixed = match given {
        Given::StartsWithin(days) => return Some(starts_within(days, lang)),
        Given::NotExcepted(days) => return Some(not_excepted(days, lang)),
        Given::AnonymousTalks(Some(most)) => return Some(anonymous_talks(most, lang)),
        Given::AnonymousTalksWithoutParents(most) => {
            let talks = self::given(Given::AnonymousTalks(most), lang)?;
            return Some(format!("{talks} {}", WITHOUT_PARENTS.get(lang)));
        }
        Given::RelativesTalks(most) => return Some(relatives_talks(most, lang)),
        Given::RelativesMeetings(number) => return Some(relatives_meetings(number, lang)),
        Given::StartsConditionally => phrase(
            "Den skal begynde inden for fristen, når betingelserne er opfyldt.",
            "It must begin within the time limit when the conditions are met.",
        ),
        Given::StartsForSeriousProblems => phrase(
            "Fristen gælder, hvis stofferne har givet dig alvorlige sociale og adfærdsmæssige problemer.",
            "The time limit applies if the drugs have given you serious social and behavioural problems.",
        ),
        Given::NoLimit => {
            phrase("Fristen på 14 dage gælder ikke her.", "The 14-day limit does not apply here.")
        }
        Given::StartUndetermined => phrase(
            "Kommunens regler siger ikke, om fristen på 14 dage gælder. Det afgør de ansatte.",
            "The municipality's rules do not say whether the 14-day limit applies. The staff decide.",
        ),
        Given::AnonymousTalks(None) => {
            phrase("Du behøver ikke sige, hvem du er.", "You do not have to say who you are.")
        }
        Given::AnonymousTalksOfUnknownNumber => phrase(
            "Spørg, hvor mange samtaler du kan få, før du fortæller, hvem du er. Kommunens regler siger det ikke for din alder.",
            "Ask how many talks you can have before you say who you are. The municipality's rules do not say for your age.",
        ),
        Given::AnonymousTalksUndetermined => phrase(
            "Kommunens regler siger ikke, om du kan være anonym. Spørg, før du siger, hvem du er.",
            "The municipality's rules do not say whether you can be anonymous. Ask before you say who you are.",
        ),
        Given::AnonymousTreatment => return None,
        Given::ConsentOfParents => phrase(
            "Dine forældre eller den, der har forældremyndigheden, skal sige ja.",
            "Your parents, or whoever has custody of you, must agree.",
        ),
        Given::ConsentOfBoth => phrase(
            "Du skal selv sige ja. Det skal dine forældre eller den, der har forældremyndigheden, også.",
            "You must agree yourself. So must your parents, or whoever has custody of you.",
        ),
        Given::ConsentUndetermined => phrase(
            "Kommunens regler siger ikke, om dine forældre skal sige ja. Det afgør de ansatte.",
            "The municipality's rules do not say whether your parents must agree. The staff decide.",
        ),
        Given::RelativesUndetermined => phrase(
            "Kommunens regler siger ikke, hvor meget du kan få. Det afgør de ansatte.",
            "The municipality's rules do not say how much you can get. The staff decide.",
        ),
    };
    Some(fixed.get(lang).to_owned())
}

const WITHOUT_PARENTS: crate::phrase::Phrase =
    phrase("Dine forældre skal ikke give lov.", "Your parents do not have to agree.");

fn starts_within(days: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Den begynder senest {days} dage efter, at du har bedt om behandling."),
        Lang::En => format!("It begins no later than {days} days after you asked for treatment."),
    }
}

fn not_excepted(days: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Kommunens regler gør ingen undtagelse her fra fristen på {days} dage."),
        Lang::En => format!("The municipality's rules make no exception here from the {days}-day limit."),
    }
}

fn anonymous_talks(most: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Du kan få op til {most} samtaler uden at sige, hvem du er."),
        Lang::En => format!("You can have up to {most} talks without saying who you are."),
    }
}

fn relatives_talks(most: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Du kan få op til {most} samtaler."),
        Lang::En => format!("You can have up to {most} talks."),
    }
}

fn relatives_meetings(number: u16, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("I mødes {number} gange."),
        Lang::En => format!("You meet {number} times."),
    }
}
