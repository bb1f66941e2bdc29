//! MOVE: who is offered it, its written statuses, and its gift cards.

use super::{Cited, Decision, treats, yes};
use crate::{DefaultOffer, Rules, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    GiftCardReason {
        NotInStandard = "NOT_IN_STANDARD",
        GiftCardsNotUsed = "GIFT_CARDS_NOT_USED",
        AlcoholNoGiftCard = "ALCOHOL_NO_GIFT_CARD",
        CapReached = "CAP_REACHED",
        NoCardsInFollowup = "NO_CARDS_IN_FOLLOWUP",
        NoShowForfeitsChance = "NO_SHOW_FORFEITS_CHANCE",
        EverySecondPlusCompletion = "EVERY_SECOND_PLUS_COMPLETION",
        AttendanceOnly = "ATTENDANCE_ONLY",
        EverySecondAttendance = "EVERY_SECOND_ATTENDANCE",
    }

    MoveReason {
        NotInStandard = "NOT_IN_STANDARD",
        Under15Individual = "UNDER_15_INDIVIDUAL",
        OutsideMoveAge = "OUTSIDE_MOVE_AGE",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        WeeklyAttendanceRequired = "WEEKLY_ATTENDANCE_REQUIRED",
        MoveEligible = "MOVE_ELIGIBLE",
    }

    MoveStatusReason {
        StatusEveryFourthSession = "STATUS_EVERY_FOURTH_SESSION",
        IntervalNotStated = "INTERVAL_NOT_STATED",
        NotInStandard = "NOT_IN_STANDARD",
    }
}

/// The facts for [`gift_cards`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GiftCards {
    #[serde(default, deserialize_with = "super::present")]
    pub age: Option<u8>,
    pub substance: Substance,
    #[serde(default, deserialize_with = "super::present")]
    pub booked: Option<u32>,
    /// Attendances that count.
    pub attended: u32,
    #[serde(default)]
    pub attended_followup: u32,
    #[serde(default)]
    pub no_shows_without_cancellation: u32,
    #[serde(default)]
    pub completed: bool,
    #[serde(default)]
    pub positive_drug_test: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct GiftCardOutcome {
    pub gift_cards: Option<u32>,
    /// Kroner.
    pub amount_dkk: Option<u32>,
    pub average_card_dkk: Option<u16>,
    pub cap: Option<u16>,
    pub reason: GiftCardReason,
}

/// How many gift cards a course has earned (docs/rules.md 11).
#[must_use]
pub fn gift_cards<'a>(rules: &'a Rules, given: &GiftCards) -> Decision<'a, GiftCardOutcome> {
    let cited = Cited::default();
    let group = &rules.youth_course;
    let outcome = match cited.value(&group.gift_cards_used) {
        None => no_cards(None, GiftCardReason::NotInStandard),
        Some(false) => no_cards(Some(0), GiftCardReason::GiftCardsNotUsed),
        Some(true) if !treats(rules, given.substance) => no_cards(None, GiftCardReason::NotInStandard),
        Some(true) if given.substance == Substance::Alcohol => match cited.value(&group.cards_for_alcohol) {
            Some(false) => GiftCardOutcome {
                amount_dkk: Some(0),
                ..no_cards(Some(0), GiftCardReason::AlcoholNoGiftCard)
            },
            Some(true) => earned(&cited, rules, given),
            None => no_cards(None, GiftCardReason::NotInStandard),
        },
        Some(true) => earned(&cited, rules, given),
    };
    cited.decision(outcome)
}

const fn no_cards(gift_cards: Option<u32>, reason: GiftCardReason) -> GiftCardOutcome {
    GiftCardOutcome { gift_cards, amount_dkk: None, average_card_dkk: None, cap: None, reason }
}

fn earned<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &GiftCards) -> GiftCardOutcome {
    let group = &rules.youth_course;
    // A number of cards is only told where both the rhythm and the end of it are stated.
    let limits = cited.value(&group.card_every).zip(cited.value(&group.card_max));
    let Some((&every, &cap)) = limits else { return no_cards(None, GiftCardReason::NotInStandard) };
    let at_completion = given.completed && cited.says(&group.card_at_completion);
    let earned = given.attended / u32::from(every.max(1)) + u32::from(at_completion);
    let cards = earned.min(cap.into());
    let value = cited.value(&group.card_value_kroner).copied();
    let average = cited.value(&group.card_value_is_average).copied();
    let no_cards_after =
        given.attended_followup > 0 && cited.value(&group.cards_in_follow_up) == Some(&false);
    let forfeited = given.no_shows_without_cancellation > 0 && cited.says(&group.no_show_forfeits);
    let reason = if cards < earned {
        GiftCardReason::CapReached
    } else if no_cards_after {
        GiftCardReason::NoCardsInFollowup
    } else if forfeited {
        GiftCardReason::NoShowForfeitsChance
    } else if at_completion {
        GiftCardReason::EverySecondPlusCompletion
    } else if given.positive_drug_test {
        GiftCardReason::AttendanceOnly
    } else {
        GiftCardReason::EverySecondAttendance
    };
    GiftCardOutcome {
        gift_cards: Some(cards),
        amount_dkk: value.filter(|_| average == Some(false)).map(|value| cards.saturating_mul(value.into())),
        average_card_dkk: value.filter(|_| average == Some(true)),
        cap: Some(cap),
        reason,
    }
}

/// The facts for [`move_eligibility`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveEligibility {
    pub age: u8,
    pub substance: Substance,
    #[serde(default = "yes")]
    pub can_attend_weekly: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct MoveOutcome {
    pub move_offered: Option<bool>,
    pub default_offer: Option<DefaultOffer>,
    pub reason: MoveReason,
}

/// Whether MOVE is offered to somebody (docs/rules.md 11).
#[must_use]
pub fn move_eligibility<'a>(rules: &'a Rules, given: &MoveEligibility) -> Decision<'a, MoveOutcome> {
    let cited = Cited::default();
    let group = &rules.youth_course;
    let individual = rules.intake.individual_offer_ages.value().is_some_and(|ages| ages.contains(given.age));
    let ages = cited.value(&group.ages);
    let outside = ages.is_some_and(|ages| !ages.contains(given.age));
    let offered = cited.names(&group.offered_for, &given.substance);
    let weekly = given.can_attend_weekly || cited.value(&group.weekly_attendance_required) == Some(&false);
    let (move_offered, reason) = if !offered {
        (None, MoveReason::NotInStandard)
    } else if individual && cited.value(&rules.intake.individual_offer_ages).is_some() {
        (Some(false), MoveReason::Under15Individual)
    } else if group.undecided_age.value() == Some(&given.age) {
        cited.value(&group.undecided_age);
        (None, MoveReason::UndeterminedStaffDecide)
    } else if outside {
        (Some(false), MoveReason::OutsideMoveAge)
    } else if !weekly && cited.says(&group.weekly_attendance_required) {
        (Some(false), MoveReason::WeeklyAttendanceRequired)
    } else if !weekly || ages.is_none() {
        (None, MoveReason::UndeterminedStaffDecide)
    } else {
        (Some(true), MoveReason::MoveEligible)
    };
    let first =
        cited.value(&rules.intake.youth_course_offer_ages).is_some_and(|ages| ages.contains(given.age));
    let default_offer = match reason {
        MoveReason::Under15Individual => Some(DefaultOffer::Individual13To14),
        MoveReason::MoveEligible if first => Some(DefaultOffer::Move),
        _ => None,
    };
    cited.decision(MoveOutcome { move_offered, default_offer, reason })
}

/// The facts for [`move_status_due`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveStatus {
    pub age: u8,
    pub substance: Substance,
    pub booked: u32,
    pub attended: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct MoveStatusOutcome {
    pub written_statuses: Option<u32>,
    pub reminders: Option<u32>,
    pub reason: MoveStatusReason,
}

/// How many written statuses and reminders belong to a course so far (docs/rules.md 11).
#[must_use]
pub fn move_status_due<'a>(rules: &'a Rules, given: &MoveStatus) -> Decision<'a, MoveStatusOutcome> {
    let cited = Cited::default();
    let group = &rules.youth_course;
    let offered = cited.names(&group.offered_for, &given.substance);
    let every = if offered { cited.value(&group.written_status_every).copied() } else { None };
    let outcome = match every {
        Some(every) => MoveStatusOutcome {
            written_statuses: Some(given.attended / u32::from(every.max(1))),
            reminders: cited.says(&group.reminder_each_talk).then_some(given.booked),
            reason: MoveStatusReason::StatusEveryFourthSession,
        },
        None if offered && cited.says(&group.written_feedback) => MoveStatusOutcome {
            written_statuses: None,
            reminders: None,
            reason: MoveStatusReason::IntervalNotStated,
        },
        None => MoveStatusOutcome {
            written_statuses: None,
            reminders: None,
            reason: MoveStatusReason::NotInStandard,
        },
    };
    cited.decision(outcome)
}
