//! The entitlements of an offer, as the decisions give them: by when it begins, how many conversations, and
//! whose consent is asked for. Made by `decide::entitlements` when a standard is read.

use crate::{AgeRange, Answers, Audience, Choice, Criteria, Question, Substance};
use serde::{Deserialize, Serialize};

/// What a decision gives.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Given {
    /// Treatment begins no later than so many days after contact.
    StartsWithin(u16),
    /// Treatment is offered no later than so many days after contact.
    OfferedWithin(u16),
    /// The standard names no limit for this very offer, and does not except it from that of so many days.
    NotExcepted(u16),
    /// The limit holds under the conditions that the offer tells.
    StartsConditionally,
    /// Under 18: the limit holds where drugs have led to serious social and behavioural problems.
    StartsForSeriousProblems,
    NoLimit,
    /// The standard does not say whether the limit holds: staff decide.
    StartUndetermined,
    /// Conversations without a name: so many at most, or no fixed number.
    AnonymousTalks(Option<u16>),
    /// The same, and parents are not asked.
    AnonymousTalksWithoutParents(Option<u16>),
    /// The standard does not say whether somebody of this age can talk without a name.
    AnonymousTalksUndetermined,
    /// The standard says that there are no talks without a name.
    NoAnonymousTalks,
    /// Anonymous treatment.
    AnonymousTreatment,
    /// The custody holder must say yes.
    ConsentOfParents,
    /// The custody holder and the young person must say yes.
    ConsentOfBoth,
    ConsentUndetermined,
    /// Conversations for somebody close: so many at most.
    RelativesTalks(u16),
    /// A programme of so many meetings for somebody close.
    RelativesMeetings(u16),
    /// The standard leaves it to the staff what somebody close can get.
    RelativesUndetermined,
}

/// What an entitlement is about. Terms of one subject exclude each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    Start,
    Anonymity,
    Consent,
    Relatives,
}

impl Given {
    #[must_use]
    pub const fn subject(self) -> Subject {
        match self {
            Self::StartsWithin(_)
            | Self::OfferedWithin(_)
            | Self::NotExcepted(_)
            | Self::StartsConditionally
            | Self::StartsForSeriousProblems
            | Self::NoLimit
            | Self::StartUndetermined => Subject::Start,
            Self::AnonymousTalks(_)
            | Self::AnonymousTalksWithoutParents(_)
            | Self::AnonymousTalksUndetermined
            | Self::NoAnonymousTalks
            | Self::AnonymousTreatment => Subject::Anonymity,
            Self::ConsentOfParents | Self::ConsentOfBoth | Self::ConsentUndetermined => Subject::Consent,
            Self::RelativesTalks(_) | Self::RelativesMeetings(_) | Self::RelativesUndetermined => {
                Subject::Relatives
            }
        }
    }

    /// Whether it promises somebody something: not where the question is open, or something is asked for.
    #[must_use]
    pub const fn is_promise(self) -> bool {
        !matches!(
            self,
            Self::NoLimit
                | Self::StartUndetermined
                | Self::AnonymousTalksUndetermined
                | Self::NoAnonymousTalks
                | Self::ConsentOfParents
                | Self::ConsentOfBoth
                | Self::ConsentUndetermined
                | Self::RelativesUndetermined
        )
    }

    /// Whom it concerns.
    const fn audience(self) -> Audience {
        match self.subject() {
            Subject::Start | Subject::Anonymity | Subject::Consent => Audience::Citizen,
            Subject::Relatives => Audience::Relative,
        }
    }
}

/// What a decision gives for one substance, and for some ages of the person who uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Entitlement {
    pub substance: Substance,
    pub ages: AgeRange,
    pub given: Given,
}

/// An entitlement as it is told to somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntitlementSummary {
    /// Positions, among the offer's entitlements, of those that say it.
    pub entitlements: Vec<usize>,
    pub given: Given,
    /// The substance it holds for, where that must be said.
    pub only_for: Option<Substance>,
    /// The ages it holds for, where that must be said.
    pub only_ages: Option<AgeRange>,
}

impl Entitlement {
    /// Whether the entitlement can concern somebody with these answers.
    #[must_use]
    pub fn concerns(&self, answers: &Answers) -> bool {
        let audience = self.given.audience();
        answers.audience().is_none_or(|told| told == audience)
            && answers.substances().is_none_or(|told| told.includes(self.substance))
            && answered_age(answers, audience).is_none_or(|told| !told.apart_from(self.ages))
    }

    /// The entitlements of an offer that concern somebody with these answers, each once, with what must be
    /// said of whom they hold for.
    #[must_use]
    pub fn summarize(entitlements: &[Self], offer: &Criteria, answers: &Answers) -> Vec<EntitlementSummary> {
        let concerning: Vec<(usize, &Self)> = entitlements
            .iter()
            .enumerate()
            .filter(|(_, entitlement)| entitlement.concerns(answers))
            .collect();
        let mut summaries: Vec<EntitlementSummary> = Vec::new();
        for &(place, entitlement) in &concerning {
            let twin = |other: &Self| other.given == entitlement.given && other.ages == entitlement.ages;
            let concerned = |one: &&Substance| answers.substances().is_none_or(|told| told.includes(**one));
            let for_all = offer
                .substances
                .iter()
                .filter(concerned)
                .all(|&one| concerning.iter().any(|(_, other)| other.substance == one && twin(other)));
            let age = answered_age(answers, entitlement.given.audience());
            let of_all_ages = age.unwrap_or(AgeRange::ANY).within(entitlement.ages)
                || entitlement.offered(offer).within(entitlement.ages);
            let one = EntitlementSummary {
                entitlements: vec![place],
                given: entitlement.given,
                only_for: (!for_all).then_some(entitlement.substance),
                only_ages: (!of_all_ages).then_some(entitlement.ages),
            };
            match summaries.iter_mut().find(|other| one.says_the_same(other)) {
                Some(other) => other.entitlements.push(place),
                None => summaries.push(one),
            }
        }
        summaries
    }

    /// The ages of the person who uses for which the offer is at all.
    fn offered(&self, offer: &Criteria) -> AgeRange {
        let ages = if self.given.audience() == Audience::Citizen { offer.ages } else { offer.user_ages };
        ages.unwrap_or(AgeRange::ANY)
    }
}

impl EntitlementSummary {
    fn says_the_same(&self, other: &Self) -> bool {
        (self.given, self.only_for, self.only_ages) == (other.given, other.only_for, other.only_ages)
    }
}

/// How old the person who uses is, where that has been told.
fn answered_age(answers: &Answers, audience: Audience) -> Option<AgeRange> {
    let question = if audience == Audience::Citizen { Question::Age } else { Question::UserAge };
    match answers.get(question) {
        Some(Choice::Ages(ages)) => Some(ages),
        _ => None,
    }
}
