//! Where and how somebody can talk with a centre, and what is asked of them before.

use super::{
    ContactBy, ContactEvent, GuaranteeClock, MAJORITY, counselling_entitlements, guarantee_clock,
    is_below_youngest_age,
};
use crate::{
    AgeRange, BookingAbout, BookingKind, Channel, Coverage, LocalDay, Standard, Substance, Treatment, Unit,
    UnitSide,
};

/// Whether the standard names what a kind of appointment needs: a number, or an address.
#[must_use]
pub fn is_reachable(standard: &Standard, kind: BookingKind) -> bool {
    let unit = standard.main_unit();
    match kind {
        BookingKind::Online | BookingKind::Callback => true,
        BookingKind::Phone => unit.phones.value().is_some_and(|phones| !phones.is_empty()),
        BookingKind::InPerson => unit.address.value().is_some(),
    }
}

/// Whether the standard gives a place for this kind of appointment and this reason. Where it keeps the clarifying
/// conversation apart (SEL §101a), the centre's address is not that of the conversation.
#[must_use]
pub fn has_place(standard: &Standard, kind: BookingKind, about: Option<BookingAbout>) -> bool {
    let is_apart = about == Some(BookingAbout::Clarifying) && kind == BookingKind::InPerson;
    is_reachable(standard, kind) && !is_apart
}

/// The age from which somebody comes to the unit for adults.
#[must_use]
pub fn adult_unit_age(standard: &Standard) -> u8 {
    standard.rules.intake.adult_unit_age.value().copied().unwrap_or(MAJORITY)
}

/// The unit for the young, and the age from which one comes to the other, where the standard names both.
fn young_unit(standard: &Standard) -> Option<(&Unit, u8)> {
    let intake = &standard.rules.intake;
    let body = &intake.unit_young.value()?.code;
    let young = standard.units.iter().find(|unit| unit.body.as_deref() == Some(body.as_str()))?;
    Some((young, intake.adult_unit_age.value().copied()?))
}

/// To which unit somebody comes, as the standard divides them by age; nothing where it does not, or the age is not
/// known and matters.
#[must_use]
pub fn find_unit_side(standard: &Standard, about: BookingAbout, ages: Option<AgeRange>) -> Option<UnitSide> {
    let (_, adult) = young_unit(standard)?;
    match (about, ages) {
        (BookingAbout::Young, _) => Some(UnitSide::Young),
        (BookingAbout::Close, _) => Some(UnitSide::Adult),
        (_, Some(ages)) if ages.to.is_some_and(|to| to < adult) => Some(UnitSide::Young),
        (_, Some(ages)) if ages.from >= adult => Some(UnitSide::Adult),
        // Under 18 nobody comes to a clarifying conversation.
        (BookingAbout::Clarifying, _) if adult <= MAJORITY => Some(UnitSide::Adult),
        _ => None,
    }
}

/// The units to which somebody may come: both where it is not known which.
#[must_use]
pub fn units_for(standard: &Standard, side: Option<UnitSide>) -> Vec<&Unit> {
    let main = standard.main_unit();
    match (young_unit(standard), side) {
        (None, _) | (Some(_), Some(UnitSide::Adult)) => vec![main],
        (Some((young, _)), Some(UnitSide::Young)) => vec![young],
        (Some((young, _)), None) => vec![main, young],
    }
}

/// The unit to which somebody comes: the main one where it is not known which.
#[must_use]
pub fn unit_for(standard: &Standard, side: Option<UnitSide>) -> &Unit {
    units_for(standard, side).first().copied().unwrap_or_else(|| standard.main_unit())
}

/// The ages that are told apart before somebody books about themselves: where the rules for anonymous talks differ, and
/// where another unit begins. None where all ages are alike.
#[must_use]
pub fn list_booking_ages(standard: &Standard) -> Vec<AgeRange> {
    let bands = counselling_entitlements(&standard.rules);
    let adult = young_unit(standard).map(|(_, adult)| adult);
    let mut ages: Vec<AgeRange> = Vec::new();
    for band in bands.iter().map(|grounded| grounded.entitlement.ages) {
        match adult.filter(|adult| band.from < *adult && band.to.is_none_or(|to| to >= *adult)) {
            Some(adult) => {
                ages.push(AgeRange { to: Some(adult - 1), ..band });
                ages.push(AgeRange { from: adult, ..band });
            }
            None => ages.push(band),
        }
    }
    if ages.len() > 1 { ages } else { Vec::new() }
}

/// For what a wish for treatment is asked: of who talks about themselves, for what the standard is about; before anonymous
/// drug treatment where the guarantee holds for it. Where it does not, the day of contact starts none.
#[must_use]
pub fn list_wishes(standard: &Standard, about: BookingAbout) -> Vec<Substance> {
    match about {
        BookingAbout::Me => {
            standard.rules.identity.substances.value().cloned().unwrap_or_else(|| Substance::ALL.to_vec())
        }
        BookingAbout::Clarifying => {
            let guarantee = &standard.rules_for(Substance::Drugs).guarantee;
            let is_covered = guarantee.anonymous_drug.value() == Some(&Coverage::Covered);
            is_covered.then_some(Substance::Drugs).into_iter().collect()
        }
        BookingAbout::Close | BookingAbout::Young => Vec::new(),
    }
}

/// Whether the guarantee for own outpatient treatment is another under 18 than from 18 on, for any substance that a wish is
/// asked about: only then does a wish need to know on which side of 18 somebody is.
#[must_use]
pub fn clock_differs_at_majority(standard: &Standard) -> bool {
    let outcome = |substance, age| {
        let rules = standard.rules_for(substance);
        let day = LocalDay::parse("2026-01-01")?;
        let contact = ContactEvent {
            contact_at: day.begins(),
            channel: Channel::Phone,
            contact_by: ContactBy::Citizen,
            wish_for_treatment: true,
        };
        let given = GuaranteeClock {
            age,
            substance,
            treatment: Treatment::Outpatient,
            offered_by_municipality: true,
            free_choice_used: false,
            serious_social_and_behavioural_problems: false,
            contacts: vec![contact],
            treatment_started_at: None,
            evaluated_at: None,
        };
        let clock = guarantee_clock(rules, &given).ok()?;
        Some((
            clock.outcome.start_latest,
            clock.outcome.covered,
            is_below_youngest_age(rules, substance, age),
        ))
    };
    let asked = list_wishes(standard, BookingAbout::Me);
    asked.into_iter().any(|substance| outcome(substance, MAJORITY - 1) != outcome(substance, MAJORITY))
}

/// Whether a band has ages on both sides of 18, and the guarantee differs there.
#[must_use]
pub fn must_ask_majority(standard: &Standard, ages: Option<AgeRange>) -> bool {
    let AgeRange { from, to } = ages.unwrap_or(AgeRange::ANY);
    from < MAJORITY && to.is_none_or(|to| to >= MAJORITY) && clock_differs_at_majority(standard)
}

/// The ages that are told apart where somebody wishes for treatment: those before a booking, cut at 18 where the guarantee
/// differs there. None where all ages are alike.
#[must_use]
pub fn list_wish_ages(standard: &Standard) -> Vec<AgeRange> {
    let bands = list_booking_ages(standard);
    let bands = if bands.is_empty() { vec![AgeRange::ANY] } else { bands };
    let cut = |band: AgeRange| {
        if must_ask_majority(standard, Some(band)) {
            let young = AgeRange { to: Some(MAJORITY - 1), ..band };
            vec![young, AgeRange { from: MAJORITY, ..band }]
        } else {
            vec![band]
        }
    };
    let ages: Vec<AgeRange> = bands.into_iter().flat_map(cut).collect();
    if ages.len() > 1 { ages } else { Vec::new() }
}
