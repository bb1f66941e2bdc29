//! How many talks somebody close gets, and on what that depends.

use super::{Cited, Decision, MAJORITY, RelativesOffer, RelativesRequest, relatives_offer};
use crate::{AgeRange, BeyondMax, BookingAbout, Standard, Substance};

/// Whom somebody is close to, as far as the number of talks depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CloseTo {
    /// How old that person is.
    pub ages: AgeRange,
    pub substance: Option<Substance>,
    /// Whether that person is in treatment.
    pub enrolled: Option<bool>,
}

impl CloseTo {
    /// What a form says where somebody does not know.
    pub const UNKNOWN: &str = "UNKNOWN";

    /// As a form writes it: `18-24`, `25-:ALCOHOL:IN`.
    #[must_use]
    pub fn code(&self) -> String {
        let substance = self.substance.map(|substance| format!(":{}", substance.code()));
        let enrolled = self.enrolled.map(|enrolled| if enrolled { ":IN" } else { ":OUT" });
        format!("{}{}{}", self.ages.code(), substance.unwrap_or_default(), enrolled.unwrap_or_default())
    }
}

/// How many talks somebody close gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TalksOfRelative {
    /// So many; nothing where the standard gives no number.
    pub most: Option<u16>,
    /// How many of them come first, before a programme.
    pub first: u16,
    /// From which age the programme is, where it is one for who is in contact with the other person.
    pub from_age: Option<u8>,
    /// Whether there are no more; else staff decide.
    pub is_last: bool,
}

impl TalksOfRelative {
    /// Whether the talk with this number, counted from 1, is beyond those that the standard gives.
    #[must_use]
    pub fn is_beyond(self, number: u16) -> bool {
        self.most.is_some_and(|most| number > most)
    }
}

/// Of whom one must know more before the number of talks is known; none where it is the same for all.
#[must_use]
pub fn list_close_to(standard: &Standard, about: BookingAbout) -> Vec<CloseTo> {
    if about != BookingAbout::Close {
        return Vec::new();
    }
    let number = |close: CloseTo| count_relative_talks(standard, about, Some(close)).outcome;
    // What the standard does not speak of makes no difference to the number.
    let by_enrolment = standard.rules.relatives.user_must_be_enrolled.stated().is_some();
    let tell_apart = |ages| tell_apart(ages, by_enrolment, number);
    let told: Vec<CloseTo> = bands(standard).into_iter().flat_map(tell_apart).collect();
    let first = told.first().map(|close| number(*close));
    if told.iter().all(|close| Some(number(*close)) == first) { Vec::new() } else { told }
}

/// The ages of adults that the rules tell apart.
fn bands(standard: &Standard) -> Vec<AgeRange> {
    let relatives = &standard.rules.relatives;
    let divided = relatives.divided_by_user_age.value() == Some(&true);
    match relatives.young_user_to_age.value() {
        Some(&to) if divided && to >= MAJORITY => {
            vec![AgeRange { from: MAJORITY, to: Some(to) }, AgeRange { from: to + 1, to: None }]
        }
        _ => vec![AgeRange { from: MAJORITY, to: None }],
    }
}

/// One for each substance, and each with treatment and without, as far as that makes a difference.
fn tell_apart(
    ages: AgeRange,
    by_enrolment: bool,
    number: impl Fn(CloseTo) -> TalksOfRelative,
) -> Vec<CloseTo> {
    let whole = CloseTo { ages, substance: None, enrolled: None };
    let of_substance = |substance: Substance| {
        let either = CloseTo { substance: Some(substance), ..whole };
        let told = [true, false].map(|enrolled| CloseTo { enrolled: Some(enrolled), ..either });
        if !by_enrolment || number(told[0]) == number(told[1]) { vec![either] } else { told.to_vec() }
    };
    let told: Vec<CloseTo> = Substance::ALL.iter().flat_map(|&substance| of_substance(substance)).collect();
    match told.first() {
        Some(first) if told.iter().any(|close| number(*close) != number(*first)) => told,
        _ => vec![whole],
    }
}

/// How many talks the standard gives who is close to somebody (docs/rules.md 3.2). Where it gives a programme in place of
/// talks, those of the programme, with the ones before it.
#[must_use]
pub fn count_relative_talks(
    standard: &Standard,
    about: BookingAbout,
    close: Option<CloseTo>,
) -> Decision<'_, TalksOfRelative> {
    let relatives = &standard.rules.relatives;
    if about == BookingAbout::Young && relatives.under_18_user_max.value().is_some() {
        let cited = Cited::default();
        let most = cited.value(&relatives.under_18_user_max).copied();
        // What the standard says of the end is said of another number.
        return cited.decision(TalksOfRelative { most, first: 0, from_age: None, is_last: false });
    }
    let user_age = if about == BookingAbout::Young { MAJORITY - 1 } else { MAJORITY };
    let given = RelativesOffer {
        requested: RelativesRequest::IndividualConversation,
        conversation_number: 1,
        user_age: Some(close.map_or(user_age, |close| close.ages.from)),
        user_enrolled: close.and_then(|close| close.enrolled),
        user_accepts_participation: false,
        substance: close.and_then(|close| close.substance),
        relative_age: Some(MAJORITY),
        relative_misusing: false,
        in_contact_with_user: true,
    };
    let rules = standard.rules_for(given.substance);
    let nothing = TalksOfRelative { most: None, first: 0, from_age: None, is_last: false };
    let Ok(decision) = relatives_offer(rules, &standard.offers, &given) else {
        return Cited::default().decision(nothing);
    };
    // What is offered instead is a way that the standard gives, and no refusal.
    if let Some(requested) = decision.outcome.alternative
        && let Ok(instead) = relatives_offer(rules, &standard.offers, &RelativesOffer { requested, ..given })
        && let (Some(true), Some(sessions)) = (instead.outcome.allowed, instead.outcome.sessions)
    {
        let first = instead.outcome.pre_talks.unwrap_or_default();
        let offer = standard.offers.iter().find(|offer| offer.request == Some(requested));
        let ages = offer.and_then(|offer| offer.relative_ages.as_ref()?.value());
        let outcome = TalksOfRelative {
            most: Some(sessions + first),
            first,
            from_age: ages.map(|ages| ages.from),
            is_last: true,
        };
        return Decision { outcome, citations: instead.citations, readings: instead.readings };
    }
    let outcome = TalksOfRelative {
        most: decision.outcome.cap.filter(|_| decision.outcome.allowed == Some(true)),
        is_last: relatives.beyond_max.value() == Some(&BeyondMax::NotGiven),
        ..nothing
    };
    Decision { outcome, citations: decision.citations, readings: decision.readings }
}
