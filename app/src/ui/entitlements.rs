//! What the decisions give for an offer, in words.

use crate::{
    phrase::{Phrase, phrase, promise},
    ui::text as common,
};
use domain::{EntitlementSummary, Given, Lang, Subject};

/// A term as a sentence, with whom it holds for where that must be said. `None` for what the offer's own
/// words on anonymity tell.
#[must_use]
pub fn summarize(term: &EntitlementSummary, lang: Lang) -> Option<String> {
    let sentence = given(term.given, lang)?;
    let substance = term.only_for.map(|one| common::substance(one).get(lang).to_owned());
    let ages = term.only_ages.map(|ages| {
        let ages = common::ages(ages, lang);
        // To somebody close it is the other person's age.
        if term.given.subject() == Subject::Relatives { OTHERS_AGE.with(&ages, lang) } else { ages }
    });
    let whom: Vec<String> = substance.into_iter().chain(ages).collect();
    let whom = common::capitalised(&whom.join(", "));
    Some(if whom.is_empty() { sentence } else { format!("{whom}: {sentence}") })
}

fn given(given: Given, lang: Lang) -> Option<String> {
    let fixed = match given {
        Given::StartsWithin(days) => return Some(STARTS_WITHIN.with(&days.to_string(), lang)),
        Given::OfferedWithin(days) => return Some(OFFERED_WITHIN.with(&days.to_string(), lang)),
        Given::NotExcepted(days) => return Some(NOT_EXCEPTED.with(&days.to_string(), lang)),
        Given::AnonymousTalks(Some(most)) => return Some(ANONYMOUS_TALKS.with(&most.to_string(), lang)),
        Given::AnonymousTalksWithoutParents(most) => {
            let talks = self::given(Given::AnonymousTalks(most), lang)?;
            return Some(format!("{talks} {}", WITHOUT_PARENTS.get(lang)));
        }
        Given::RelativesTalks(most) => return Some(RELATIVES_TALKS.with(&most.to_string(), lang)),
        Given::RelativesMeetings(number) => return Some(RELATIVES_MEETINGS.with(&number.to_string(), lang)),
        Given::StartsConditionally => promise(
            "Den skal begynde inden for fristen, når betingelserne er opfyldt.",
            "It must begin within the time limit when the conditions are met.",
        ),
        Given::StartsForSeriousProblems => promise(
            "Fristen gælder, hvis stofferne har givet dig alvorlige sociale og adfærdsmæssige problemer.",
            "The time limit applies if the drugs have given you serious social and behavioural problems.",
        ),
        Given::NoLimit => phrase("Fristen gælder ikke her.", "The time limit does not apply here."),
        Given::StartUndetermined => phrase(
            "Kommunens regler siger ikke, hvornår den senest skal begynde. Spørg kommunen.",
            "The municipality's rules do not say by when it must begin. Ask the municipality.",
        ),
        Given::AnonymousTalks(None) => {
            promise("Du behøver ikke sige, hvem du er.", "You do not have to say who you are.")
        }
        Given::AnonymousTalksUndetermined => phrase(
            "Kommunens regler siger ikke, om du kan være anonym. Spørg, før du siger, hvem du er.",
            "The municipality's rules do not say whether you can be anonymous. Ask before you say who you are.",
        ),
        Given::NoAnonymousTalks => phrase("Du skal sige, hvem du er.", "You have to say who you are."),
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
            "Kommunens regler siger ikke, om dine forældre skal sige ja. Spørg, før du siger, hvem du er.",
            "The municipality's rules do not say whether your parents must agree. Ask before you say who you are.",
        ),
        Given::RelativesUndetermined => phrase(
            "Kommunens regler siger ikke klart, hvor meget du kan få. Spørg dem, der giver hjælpen.",
            "The municipality's rules do not say clearly how much you can get. Ask those who give the help.",
        ),
    };
    Some(fixed.get(lang).to_owned())
}

const OTHERS_AGE: Phrase = phrase("den andens alder {}", "the other person’s age {}");
const WITHOUT_PARENTS: Phrase =
    promise("Dine forældre skal ikke give lov.", "Your parents do not have to agree.");
const STARTS_WITHIN: Phrase = promise(
    "Den begynder senest {} dage efter, at du har bedt om behandling.",
    "It begins no later than {} days after you asked for treatment.",
);
const OFFERED_WITHIN: Phrase = promise(
    "Du får den tilbudt senest {} dage efter, at du har bedt om behandling.",
    "It is offered to you no later than {} days after you asked for treatment.",
);
const NOT_EXCEPTED: Phrase = promise(
    "Kommunens regler gør ingen undtagelse her fra fristen på {} dage.",
    "The municipality's rules make no exception here from the {}-day limit.",
);
const ANONYMOUS_TALKS: Phrase = promise(
    "Du kan få op til {} samtaler uden at sige, hvem du er.",
    "You can have up to {} talks without saying who you are.",
);
const RELATIVES_TALKS: Phrase = promise("Du kan få op til {} samtaler.", "You can have up to {} talks.");
const RELATIVES_MEETINGS: Phrase = promise("I mødes {} gange.", "You meet {} times.");
