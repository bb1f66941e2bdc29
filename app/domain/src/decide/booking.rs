//! Where and how somebody can talk with a centre, and what is asked of them before.

use super::MAJORITY;
use crate::{AgeRange, BookingAbout, BookingKind, Coverage, Standard, Unit};

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

/// The unit for the young and the one for adults, as the standard divides them by age; both where the age is not
/// known and matters.
#[must_use]
pub fn units_for(standard: &Standard, about: BookingAbout, ages: Option<AgeRange>) -> Vec<&Unit> {
    let main = standard.main_unit();
    let intake = &standard.rules.intake;
    let of_body = |code: &str| standard.units.iter().find(|unit| unit.body.as_deref() == Some(code));
    let young = intake.unit_young.value().and_then(|body| of_body(&body.code));
    let Some((young, adult)) = young.zip(intake.adult_unit_age.value().copied()) else { return vec![main] };
    match (about, ages) {
        (BookingAbout::Young, _) => vec![young],
        (BookingAbout::Close, _) => vec![main],
        (_, Some(ages)) if ages.to.is_some_and(|to| to < adult) => vec![young],
        (_, Some(ages)) if ages.from >= adult => vec![main],
        // Under 18 nobody comes to a clarifying conversation.
        (BookingAbout::Clarifying, _) if adult <= MAJORITY => vec![main],
        _ => vec![main, young],
    }
}

/// Whether a wish for treatment is asked for: of who talks about themselves, where the guarantee holds for what the
/// conversation is about. Where it does not, the day of contact starts none.
#[must_use]
pub fn asks_wish(standard: &Standard, about: BookingAbout) -> bool {
    match about {
        BookingAbout::Me => true,
        BookingAbout::Clarifying => {
            standard.rules.guarantee.anonymous_drug.value() == Some(&Coverage::Covered)
        }
        BookingAbout::Close | BookingAbout::Young => false,
    }
}
