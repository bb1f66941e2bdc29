//! An offer of the catalogue, whole.

use crate::{
    AgeRange, Anonymity, AnonymityRule, Coverage, Criteria, Fact, Kind, LegalBasis, Source, Substance, Text,
    Week,
    decide::{GroundedEntitlement, RelativesRequest},
    fact::AnyFact,
};
use chrono::NaiveDate;

/// An offer, as its municipality's standard describes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The offer's place in the address: `/{kommune}/tilbud/{slug}`.
    pub slug: String,
    pub kind: Kind,
    pub source: Source,
    pub title: Text,
    pub summary: Text,
    /// Identifiers of the units that give it; the first is the one to turn to.
    pub units: Vec<String>,
    pub criteria: Criteria,
    pub for_whom: Fact<Text>,
    pub what_happens: Fact<Text>,
    pub how_often: Fact<Text>,
    pub how_long: Fact<Text>,
    pub place: Fact<Text>,
    pub price: Fact<Text>,
    pub how_to_get: Fact<Text>,
    pub guarantee_alcohol: Fact<Coverage>,
    pub guarantee_drugs: Fact<Coverage>,
    pub anonymity_alcohol: Fact<AnonymityRule>,
    pub anonymity_drugs: Fact<AnonymityRule>,
    pub legal_basis: Fact<Vec<LegalBasis>>,
    /// Which of the offers for relatives it is, where the rules speak of it.
    pub request: Option<RelativesRequest>,
    /// The ages of who is close to somebody, where the offer has a limit.
    pub relative_ages: Option<Fact<AgeRange>>,
    /// A page of its own, where the standard prints one.
    pub website: Option<Fact<String>>,
    /// Talks of the programme, and those before it, where it has a number.
    pub talks: Option<Fact<u16>>,
    pub pre_talks: Option<Fact<u16>>,
    /// The hours of the week in which everybody in it is there, where the standard sets them.
    pub weekly_hours_alcohol: Option<Fact<Week>>,
    pub weekly_hours_drugs: Option<Fact<Week>>,
    /// What the decisions give for it.
    pub entitlements: Vec<GroundedEntitlement>,
    /// The last day the standard promises the offer, for offers with limited funding.
    pub ends_on: Option<Fact<NaiveDate>>,
}

impl Offer {
    /// The anonymity rules in the guide's short form.
    pub(crate) fn anonymity(alcohol: &Fact<AnonymityRule>, drugs: &Fact<AnonymityRule>) -> Anonymity {
        Anonymity { alcohol: alcohol.value().copied(), drugs: drugs.value().copied() }
    }

    /// Whether the guarantee holds, in the offer's own words.
    #[must_use]
    pub const fn guarantee(&self, substance: Substance) -> &Fact<Coverage> {
        match substance {
            Substance::Alcohol => &self.guarantee_alcohol,
            Substance::Drugs => &self.guarantee_drugs,
        }
    }

    /// The hours of the week in which everybody in it is there, where the standard sets them.
    #[must_use]
    pub fn weekly_hours(&self, substance: Substance) -> Option<&Week> {
        let hours = match substance {
            Substance::Alcohol => &self.weekly_hours_alcohol,
            Substance::Drugs => &self.weekly_hours_drugs,
        };
        hours.as_ref().and_then(Fact::value)
    }

    /// Whether the period for which the standard promises the offer is over on the day `today`.
    #[must_use]
    pub fn has_ended(&self, today: NaiveDate) -> bool {
        self.ends_on.as_ref().and_then(Fact::value).is_some_and(|last| *last < today)
    }

    /// Each fact with its key.
    pub(crate) fn facts(&self) -> Vec<(&'static str, &dyn AnyFact)> {
        let mut facts: Vec<(&'static str, &dyn AnyFact)> = vec![
            ("for_whom", &self.for_whom),
            ("what_happens", &self.what_happens),
            ("how_often", &self.how_often),
            ("how_long", &self.how_long),
            ("place", &self.place),
            ("price", &self.price),
            ("how_to_get", &self.how_to_get),
            ("legal_basis", &self.legal_basis),
        ];
        let substances = &self.criteria.substances;
        if substances.contains(&Substance::Alcohol) {
            facts.push(("guarantee_alcohol", &self.guarantee_alcohol));
            facts.push(("anonymity_alcohol", &self.anonymity_alcohol));
        }
        if substances.contains(&Substance::Drugs) {
            facts.push(("guarantee_drugs", &self.guarantee_drugs));
            facts.push(("anonymity_drugs", &self.anonymity_drugs));
        }
        facts.extend(self.ends_on.iter().map(|fact| ("ends_on", fact as &dyn AnyFact)));
        facts.extend(self.relative_ages.iter().map(|fact| ("relative_ages", fact as &dyn AnyFact)));
        facts.extend(self.website.iter().map(|fact| ("website", fact as &dyn AnyFact)));
        facts.extend(self.talks.iter().map(|fact| ("talks", fact as &dyn AnyFact)));
        facts.extend(self.pre_talks.iter().map(|fact| ("pre_talks", fact as &dyn AnyFact)));
        let hours = [
            ("weekly_hours_alcohol", &self.weekly_hours_alcohol),
            ("weekly_hours_drugs", &self.weekly_hours_drugs),
        ];
        facts.extend(hours.into_iter().filter_map(|(key, fact)| Some((key, fact.as_ref()? as &dyn AnyFact))));
        facts
    }
}
