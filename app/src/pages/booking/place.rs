//! Where one calls or comes: the units that the standard gives for whom it is about, or the centre's own words.

use crate::{
    layout::{explained, reach, source_line},
    text::booking as text,
};
use chrono::NaiveDateTime;
use domain::{AgeRange, BookingAbout, BookingKind, Lang, Standard, Unit};
use leptos::prelude::*;

/// Ages that the law calls young.
const MAJORITY: u8 = 18;

/// Whether the standard names what a kind needs: a number, or an address.
#[must_use]
pub fn is_reachable(standard: &Standard, kind: BookingKind) -> bool {
    let unit = standard.main_unit();
    match kind {
        BookingKind::Online | BookingKind::Callback => true,
        BookingKind::Phone => unit.phones.value().is_some_and(|phones| !phones.is_empty()),
        BookingKind::InPerson => unit.address.value().is_some(),
    }
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

/// Where the clarifying conversation is kept apart, as the standard says; nothing for any other.
pub(super) fn apart(standard: &Standard, about: BookingAbout, lang: Lang) -> Option<AnyView> {
    let place = standard.rules.anonymous_drug_treatment.place.stated();
    let place = place.filter(|_| about == BookingAbout::Clarifying)?;
    let sources = [place.source.clone()];
    Some(view! { <p>{explained(place.value.get(lang), lang)}</p>{source_line(&sources, lang)} }.into_any())
}

/// Where somebody calls or comes.
pub struct Whereabouts<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub ages: Option<AgeRange>,
    /// In the centre's own words.
    pub place: Option<&'a str>,
    pub now: NaiveDateTime,
}

impl Whereabouts<'_> {
    /// The place, and how to reach it.
    #[must_use]
    pub fn show(&self, lang: Lang) -> AnyView {
        let own = self.place.map(|place| {
            view! { <p>{text::CENTRE_SAYS.get(lang)}" "<strong lang="da">{place.to_owned()}</strong></p> }
        });
        let meets = self.kind == BookingKind::InPerson;
        let apart = meets.then(|| apart(self.standard, self.about, lang));
        let units = units_for(self.standard, self.about, self.ages);
        let several = units.len() > 1;
        let units = units.into_iter().map(|unit| self.unit(unit, several, lang)).collect_view();
        view! { {own}{apart}{units} }.into_any()
    }

    fn unit(&self, unit: &Unit, several: bool, lang: Lang) -> AnyView {
        let main = std::ptr::eq(unit, self.standard.main_unit());
        let adult = self.standard.rules.intake.adult_unit_age.value().copied().unwrap_or(MAJORITY);
        let for_whom = several.then(|| view! { <p>{text::for_ages(adult, main, lang)}</p> });
        let meets = self.kind == BookingKind::InPerson
            && self.about != BookingAbout::Clarifying
            && self.place.is_none();
        let address = meets.then(|| unit.address.value().cloned()).flatten();
        let address = address.map(|address| view! { <p lang="da">{address.get(lang).to_owned()}</p> });
        let ways = reach(self.standard, unit, self.now, lang);
        view! { {for_whom}<p><strong>{unit.name.get(lang).to_owned()}</strong></p>{address}{ways} }.into_any()
    }
}
