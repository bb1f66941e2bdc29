//! Where one calls or comes: the units that the standard gives for whom it is about, or the centre's own words.

use crate::{
    tasks::booking::text,
    ui::{
        contact_block::contact_block, document::PageMeta, facts::source_line, glossary_links::link_glossary,
    },
};
use domain::{
    BookingAbout, BookingKind, Lang, Standard, Unit, UnitSide,
    decide::{adult_unit_age, units_for},
};
use leptos::prelude::*;

/// Where the clarifying conversation is kept apart, as the standard says; nothing for any other.
pub(crate) fn apart(standard: &Standard, about: BookingAbout, lang: Lang) -> Option<AnyView> {
    let place = standard.rules.anonymous_drug_treatment.place.stated();
    let place = place.filter(|_| about == BookingAbout::Clarifying)?;
    let sources = [place.source.clone()];
    Some(
        view! { <p>{link_glossary(place.value.get(lang), lang)}</p>{source_line(&sources, lang)} }.into_any(),
    )
}

/// Where somebody calls or comes.
pub struct Whereabouts<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    pub about: BookingAbout,
    /// To which unit one comes, where it is known and matters.
    pub side: Option<UnitSide>,
    /// In the centre's own words.
    pub place: Option<&'a str>,
}

/// Whether units that differ by age stand at one address: then nobody needs to know which is theirs to come.
fn is_one_place(units: &[&Unit]) -> bool {
    let addresses: Vec<_> = units.iter().map(|unit| unit.address.value()).collect();
    addresses.first().is_some_and(|first| first.is_some() && addresses.iter().all(|one| one == first))
}

impl Whereabouts<'_> {
    /// The place, and how to reach it.
    #[must_use]
    pub fn show(&self, meta: &PageMeta) -> AnyView {
        let lang = meta.lang;
        let own = self.place.map(|place| {
            view! { <p>{text::CENTRE_SAYS.get(lang)}" "<strong lang="da">{place.to_owned()}</strong></p> }
        });
        let meets = self.kind == BookingKind::InPerson;
        let apart = meets.then(|| apart(self.standard, self.about, lang));
        let mut units = units_for(self.standard, self.side);
        if meets && is_one_place(&units) {
            units.truncate(1);
        }
        let several = units.len() > 1;
        let units = units.into_iter().map(|unit| self.unit(unit, several, meta)).collect_view();
        view! { {own}{apart}{units} }.into_any()
    }

    fn unit(&self, unit: &Unit, several: bool, meta: &PageMeta) -> AnyView {
        let lang = meta.lang;
        let main = std::ptr::eq(unit, self.standard.main_unit());
        let adult = adult_unit_age(self.standard);
        let for_whom = several.then(|| view! { <p>{text::for_ages(adult, main, lang)}</p> });
        let meets = self.kind == BookingKind::InPerson
            && self.about != BookingAbout::Clarifying
            && self.place.is_none();
        let address = meets.then(|| unit.address.value().cloned()).flatten();
        let address = address.map(|address| view! { <p lang="da">{address.get(lang).to_owned()}</p> });
        let ways = contact_block(meta, self.standard, unit);
        view! { {for_whom}<p><strong>{unit.name.get(lang).to_owned()}</strong></p>{address}{ways} }.into_any()
    }
}
