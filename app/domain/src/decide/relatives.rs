//! Offers for relatives, and the relatives' group.

use super::{Cited, Decision, MAJORITY, MissingFactError};
use crate::{AgeRange, BeyondMax, Circumstance, Fact, LocalDay, Offer, Rules, Substance, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// What a relative asks for; also what is offered instead.
    RelativesRequest {
        IndividualConversation = "INDIVIDUAL_CONVERSATION",
        RelativesCourse = "RELATIVES_COURSE",
        Craft = "CRAFT",
        Brus = "BRUS",
    }

    RelativesReason {
        NotInStandard = "NOT_IN_STANDARD",
        BrusAge = "BRUS_AGE",
        CraftEligible = "CRAFT_ELIGIBLE",
        CraftConditionMissing = "CRAFT_CONDITION_MISSING",
        CourseConditionMissing = "COURSE_CONDITION_MISSING",
        UserAcceptanceMissing = "USER_ACCEPTANCE_MISSING",
        CourseEligible = "COURSE_ELIGIBLE",
        UndeterminedStaffDecide = "UNDETERMINED_STAFF_DECIDE",
        UserNeedNotBeEnrolled = "USER_NEED_NOT_BE_ENROLLED",
        UserMustBeEnrolled = "USER_MUST_BE_ENROLLED",
        RelativeCapReached = "RELATIVE_CAP_REACHED",
        RelativeWithinCap = "RELATIVE_WITHIN_CAP",
    }

    GroupReason {
        GroupSizeNotStated = "GROUP_SIZE_NOT_STATED",
        NotInStandard = "NOT_IN_STANDARD",
        GroupFull = "GROUP_FULL",
        SeatAvailable = "SEAT_AVAILABLE",
    }
}

/// The facts for [`relatives_offer`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativesOffer {
    pub requested: RelativesRequest,
    /// The individual conversation asked for, counted from 1.
    #[serde(default = "first")]
    pub conversation_number: u16,
    /// Age of the person who uses.
    #[serde(default, deserialize_with = "super::present")]
    pub user_age: Option<u8>,
    /// Whether that person is in treatment.
    #[serde(default, deserialize_with = "super::present")]
    pub user_enrolled: Option<bool>,
    #[serde(default)]
    pub user_accepts_participation: bool,
    #[serde(default, deserialize_with = "super::present")]
    pub substance: Option<Substance>,
    #[serde(default, deserialize_with = "super::present")]
    pub relative_age: Option<u8>,
    #[serde(default)]
    pub relative_misusing: bool,
    #[serde(default)]
    pub in_contact_with_user: bool,
}

const fn first() -> u16 {
    1
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct RelativesOutcome {
    pub allowed: Option<bool>,
    pub cap: Option<u16>,
    pub sessions: Option<u16>,
    pub pre_talks: Option<u16>,
    pub minutes_each: Option<u16>,
    pub user_enrolment_required: Option<bool>,
    pub max_age: Option<u8>,
    pub alternative: Option<RelativesRequest>,
    pub reason: RelativesReason,
}

/// Whether a relative can have what is asked for (docs/rules.md 3.2). `programmes` are the offers of the standard: what
/// such a programme consists of stands there.
///
/// # Errors
/// Where a fact is not given that the answer depends on.
pub fn relatives_offer<'a>(
    rules: &'a Rules,
    programmes: &'a [Offer],
    given: &RelativesOffer,
) -> Result<Decision<'a, RelativesOutcome>, MissingFactError> {
    let cited = Cited::default();
    let offer = programmes.iter().find(|offer| offer.request == Some(given.requested));
    let outcome = match given.requested {
        RelativesRequest::IndividualConversation => individual(&cited, rules, given)?,
        RelativesRequest::RelativesCourse => course(&cited, rules, given)?,
        RelativesRequest::Craft => craft(&cited, offer, given)?,
        RelativesRequest::Brus => brus(&cited, offer, given)?,
    };
    let outcome = RelativesOutcome {
        alternative: outcome.alternative.filter(|request| is_there(programmes, *request)),
        ..outcome
    };
    Ok(cited.decision(outcome))
}

/// Whether something can be had instead: conversations always, a programme where the standard has it.
fn is_there(programmes: &[Offer], request: RelativesRequest) -> bool {
    request == RelativesRequest::IndividualConversation
        || programmes.iter().any(|offer| offer.request == Some(request))
}

/// A programme with its own ages, such as BRUS: staff see what it can be.
fn brus<'a>(
    cited: &Cited<'a>,
    offer: Option<&'a Offer>,
    given: &RelativesOffer,
) -> Result<RelativesOutcome, MissingFactError> {
    let ages = offer.and_then(|offer| cited.value(offer.relative_ages.as_ref()?)).copied();
    let Some(AgeRange { to: Some(to), .. }) = ages else {
        return Ok(RelativesOutcome::only(None, RelativesReason::NotInStandard));
    };
    let age = given.relative_age.ok_or(MissingFactError("relative_age"))?;
    Ok(if age > to {
        RelativesOutcome {
            max_age: Some(to),
            alternative: Some(RelativesRequest::IndividualConversation),
            ..RelativesOutcome::only(Some(false), RelativesReason::BrusAge)
        }
    } else {
        RelativesOutcome {
            max_age: Some(to),
            ..RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide)
        }
    })
}

/// A programme with a number of talks for who is close to somebody that gets no help, such as CRAFT.
fn craft<'a>(
    cited: &Cited<'a>,
    offer: Option<&'a Offer>,
    given: &RelativesOffer,
) -> Result<RelativesOutcome, MissingFactError> {
    let talks = offer.and_then(|offer| Some((offer, cited.value(offer.talks.as_ref()?)?)));
    let Some((offer, &talks)) = talks else {
        return Ok(RelativesOutcome::only(None, RelativesReason::NotInStandard));
    };
    let age = given.relative_age.ok_or(MissingFactError("relative_age"))?;
    let enrolled = given.user_enrolled.ok_or(MissingFactError("user_enrolled"))?;
    let substance = given.substance.ok_or(MissingFactError("substance"))?;
    let Some(ages) = offer.relative_ages.as_ref().and_then(|ages| cited.value(ages)) else {
        return Ok(RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide));
    };
    let about = &offer.criteria;
    let fits = ages.contains(age)
        && given.in_contact_with_user
        && !(enrolled && about.excludes.contains(&Circumstance::UserInTreatment))
        && about.substances.contains(&substance);
    let reason = if fits { RelativesReason::CraftEligible } else { RelativesReason::CraftConditionMissing };
    Ok(RelativesOutcome {
        sessions: Some(talks),
        pre_talks: offer.pre_talks.as_ref().and_then(|number| cited.value(number)).copied(),
        user_enrolment_required: Some(about.requires.contains(&Circumstance::UserInTreatment)),
        ..RelativesOutcome::only(Some(fits), reason)
    })
}

fn course<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &RelativesOffer,
) -> Result<RelativesOutcome, MissingFactError> {
    let group = &rules.relatives;
    let Some(&meetings) = cited.value(&group.course_meetings) else {
        return Ok(RelativesOutcome::only(None, RelativesReason::NotInStandard));
    };
    let user_age = given.user_age.ok_or(MissingFactError("user_age"))?;
    let relative_age = given.relative_age.ok_or(MissingFactError("relative_age"))?;
    let enrolled = given.user_enrolled.ok_or(MissingFactError("user_enrolled"))?;
    let ages = cited.value(&group.course_user_from_age).zip(cited.value(&group.course_relative_from_age));
    let Some((&user_from, &relative_from)) = ages else {
        return Ok(RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide));
    };
    let fits = enrolled && user_age >= user_from && relative_age >= relative_from && !given.relative_misusing;
    let (allowed, reason) = match (fits, given.user_accepts_participation) {
        (false, _) => (false, RelativesReason::CourseConditionMissing),
        (true, false) => (false, RelativesReason::UserAcceptanceMissing),
        (true, true) => (true, RelativesReason::CourseEligible),
    };
    Ok(RelativesOutcome {
        sessions: Some(meetings),
        minutes_each: cited.value(&group.course_minutes).copied(),
        user_enrolment_required: Some(true),
        ..RelativesOutcome::only(Some(allowed), reason)
    })
}

fn individual<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &RelativesOffer,
) -> Result<RelativesOutcome, MissingFactError> {
    let group = &rules.relatives;
    let divided = cited.value(&group.divided_by_user_age).copied();
    if divided == Some(true)
        && let Some(&to) = cited.value(&group.young_user_to_age)
    {
        let age = given.user_age.ok_or(MissingFactError("user_age"))?;
        return if age <= to {
            Ok(of_a_young_user(cited, rules, given))
        } else {
            of_an_older_user(cited, rules, given)
        };
    }
    let all_ages = group.under_18_user_to_staff.value() == Some(&false)
        && cited.value(&group.under_18_user_to_staff).is_some();
    let under_18 = given.user_age.is_some_and(|age| age < MAJORITY);
    if divided != Some(false) || (under_18 && !all_ages) {
        return Ok(RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide));
    }
    match cited.value(&group.user_must_be_enrolled) {
        Some(true) if !given.user_enrolled.ok_or(MissingFactError("user_enrolled"))? => {
            Ok(RelativesOutcome {
                user_enrolment_required: Some(true),
                ..RelativesOutcome::only(Some(false), RelativesReason::UserMustBeEnrolled)
            })
        }
        // Whether somebody in treatment is asked for is not said: that somebody is not, is no ground to promise.
        None if given.user_enrolled == Some(false) => {
            Ok(RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide))
        }
        required => Ok(RelativesOutcome {
            user_enrolment_required: required.copied(),
            ..talks(cited, rules, given, &group.adults_individual_max)
        }),
    }
}

/// Somebody close to a young person: a number of conversations of their own.
fn of_a_young_user<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &RelativesOffer) -> RelativesOutcome {
    let group = &rules.relatives;
    RelativesOutcome {
        minutes_each: cited.value(&group.young_user_minutes).copied(),
        user_enrolment_required: cited.value(&group.user_must_be_enrolled).copied(),
        ..talks(cited, rules, given, &group.young_user_max)
    }
}

/// Somebody close to an older person: only for what the standard names, and only beside treatment.
fn of_an_older_user<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &RelativesOffer,
) -> Result<RelativesOutcome, MissingFactError> {
    let group = &rules.relatives;
    let substance = given.substance.ok_or(MissingFactError("substance"))?;
    let enrolled = given.user_enrolled.ok_or(MissingFactError("user_enrolled"))?;
    if !cited.names(&group.adult_user_substances, &substance) {
        return Ok(RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide));
    }
    let outcome = if enrolled {
        talks(cited, rules, given, &group.adults_individual_max)
    } else {
        RelativesOutcome {
            alternative: Some(RelativesRequest::Craft),
            ..RelativesOutcome::only(Some(false), RelativesReason::UserMustBeEnrolled)
        }
    };
    Ok(RelativesOutcome { user_enrolment_required: Some(true), ..outcome })
}

/// As many conversations as the standard gives; where it says nothing of a number, staff decide.
fn talks<'a>(
    cited: &Cited<'a>,
    rules: &'a Rules,
    given: &RelativesOffer,
    most: &'a Fact<u16>,
) -> RelativesOutcome {
    match cited.value(most) {
        Some(&cap) => within(cited, rules, given, cap),
        None if cited.says(&rules.relatives.no_fixed_number) => {
            RelativesOutcome::only(Some(true), RelativesReason::UserNeedNotBeEnrolled)
        }
        None => RelativesOutcome::only(None, RelativesReason::UndeterminedStaffDecide),
    }
}

fn within<'a>(cited: &Cited<'a>, rules: &'a Rules, given: &RelativesOffer, cap: u16) -> RelativesOutcome {
    let beyond = given.conversation_number > cap;
    let (allowed, reason) = match (beyond, cited.value(&rules.relatives.beyond_max)) {
        (false, _) => (Some(true), RelativesReason::RelativeWithinCap),
        (true, Some(BeyondMax::NotGiven)) => (Some(false), RelativesReason::RelativeCapReached),
        (true, Some(BeyondMax::StaffDecide) | None) => (None, RelativesReason::UndeterminedStaffDecide),
    };
    RelativesOutcome { cap: Some(cap), ..RelativesOutcome::only(allowed, reason) }
}

impl RelativesOutcome {
    const fn only(allowed: Option<bool>, reason: RelativesReason) -> Self {
        Self {
            allowed,
            cap: None,
            sessions: None,
            pre_talks: None,
            minutes_each: None,
            user_enrolment_required: None,
            max_age: None,
            alternative: None,
            reason,
        }
    }
}

/// The facts for [`relatives_group`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativesGroup {
    /// Seats taken.
    pub participants_already: u32,
    #[serde(default, deserialize_with = "super::present")]
    pub first_meeting_on: Option<LocalDay>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct GroupOutcome {
    pub seat_available: Option<bool>,
    pub max_participants: Option<u16>,
    pub meetings_on: Option<Vec<LocalDay>>,
    pub followup_on: Option<LocalDay>,
    pub reason: GroupReason,
}

/// Whether there is a seat in the relatives' group, and when it meets (docs/rules.md 3.2).
#[must_use]
pub fn relatives_group<'a>(rules: &'a Rules, given: &RelativesGroup) -> Decision<'a, GroupOutcome> {
    let cited = Cited::default();
    let group = &rules.relatives;
    let Some(&size) = cited.value(&group.group_size) else {
        let offered = cited.says(&group.group_offered);
        let reason = if offered { GroupReason::GroupSizeNotStated } else { GroupReason::NotInStandard };
        return cited.decision(GroupOutcome {
            seat_available: None,
            max_participants: None,
            meetings_on: None,
            followup_on: None,
            reason,
        });
    };
    let free = given.participants_already < u32::from(size);
    let rhythm = cited.value(&group.group_meetings).zip(cited.value(&group.group_interval_days));
    let meetings: Option<Vec<LocalDay>> =
        given.first_meeting_on.zip(rhythm).map(|(day, (&number, &interval))| {
            (0..number).map(|place| day.plus_days(place.saturating_mul(interval))).collect()
        });
    let last = meetings.as_ref().and_then(|days| days.last().copied());
    let after = last.zip(cited.value(&group.group_follow_up_days)).map(|(day, &days)| day.plus_days(days));
    cited.decision(GroupOutcome {
        seat_available: Some(free),
        max_participants: Some(size),
        meetings_on: meetings,
        followup_on: after,
        reason: if free { GroupReason::SeatAvailable } else { GroupReason::GroupFull },
    })
}
