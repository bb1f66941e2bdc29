//! How many talks somebody close gets, and on what that depends.

use super::{MAJORITY, RelativesOffer, RelativesOutcome, RelativesRequest, relatives_offer};
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
    let number = |close: CloseTo| count_relative_talks(standard, about, Some(close));
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
/// talks, those of the programme, with the first one before it.
#[must_use]
pub fn count_relative_talks(
    standard: &Standard,
    about: BookingAbout,
    close: Option<CloseTo>,
) -> TalksOfRelative {
    let relatives = &standard.rules.relatives;
    let is_last = relatives.beyond_max.value() == Some(&BeyondMax::NotGiven);
    if about == BookingAbout::Young
        && let Some(&most) = relatives.under_18_user_max.value()
    {
        return TalksOfRelative { most: Some(most), is_last };
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
    let decide = |given: RelativesOffer| {
        relatives_offer(standard.rules_for(given.substance), &standard.offers, &given).ok()
    };
    let talks = |outcome: RelativesOutcome| match outcome.sessions {
        Some(sessions) => Some(sessions + outcome.pre_talks.unwrap_or_default()),
        None => outcome.cap,
    };
    let outcome = decide(given).map(|decision| decision.outcome);
    // What is offered instead is a way that the standard gives, and no refusal.
    let instead = outcome
        .and_then(|outcome| outcome.alternative)
        .and_then(|requested| decide(RelativesOffer { requested, ..given }).map(|decision| decision.outcome));
    let of_programme = instead.filter(|outcome| outcome.allowed == Some(true)).and_then(talks);
    match (of_programme, outcome.filter(|outcome| outcome.allowed == Some(true)).and_then(talks)) {
        (Some(most), _) => TalksOfRelative { most: Some(most), is_last: true },
        (None, most) => TalksOfRelative { most, is_last },
    }
}
