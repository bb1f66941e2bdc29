//! What can be agreed to in a plan, what must be, and what is asked before it happens.

use super::{Consent, ConsentKind, PlanState};
use crate::{
    AgeRange, LocalDay, Rules, Standard,
    decide::{
        AnonymityEvent, AnonymityEventKind, AnonymityEventOutcome, Consenting, Decision, MAJORITY,
        TreatmentConsent, anonymity_event, list_wish_ages, treatment_consent,
    },
};

/// The ages that can be told of somebody who gets a plan: as elsewhere, and apart below and from the age at which they agree
/// to the treatment themselves.
#[must_use]
pub fn list_plan_ages(standard: &Standard) -> Vec<AgeRange> {
    let own = standard.rules.consent.own_consent_from_age.value().copied();
    let split = |ages: AgeRange| match own {
        Some(own) if ages.from < own && ages.to.is_some_and(|to| own <= to) => {
            vec![AgeRange { to: Some(own - 1), ..ages }, AgeRange { from: own, ..ages }]
        }
        _ => vec![ages],
    };
    list_wish_ages(standard).into_iter().flat_map(split).collect()
}

impl ConsentKind {
    /// Whether it is the parents, or whoever has custody, who agree.
    #[must_use]
    pub const fn is_of_parents(self) -> bool {
        matches!(self, Self::ParentsCooperation | Self::ParentsTreatment)
    }
}

impl PlanState {
    /// Whether a consent stands.
    #[must_use]
    pub fn has_agreed(&self, kind: ConsentKind) -> bool {
        self.consents.iter().any(|consent| consent.kind == kind && consent.until.is_none())
    }

    /// The consents by which somebody close sees some of the plan now.
    pub fn list_insights(&self) -> impl Iterator<Item = &Consent> {
        self.consents.iter().filter(|one| one.kind == ConsentKind::Insight && one.until.is_none())
    }

    /// One of them.
    #[must_use]
    pub fn find_insight(&self, consent: u32) -> Option<&Consent> {
        self.list_insights().find(|one| one.place == consent)
    }

    fn is_young(&self) -> bool {
        self.dates.subject.ages.to.is_some_and(|to| to < MAJORITY)
    }

    /// What can be agreed to: to the treatment itself where the standard asks for it, and what parents do, under 18 alone.
    /// Who may see something is agreed to apart.
    #[must_use]
    pub fn list_consent_kinds(&self, rules: &Rules) -> Vec<ConsentKind> {
        let required = self.list_required_consents(rules);
        let is_asked = |kind: &ConsentKind| match kind {
            ConsentKind::Treatment | ConsentKind::ParentsTreatment => required.contains(kind),
            ConsentKind::ParentsCooperation => self.is_young(),
            kind => *kind != ConsentKind::Insight,
        };
        ConsentKind::ALL.iter().copied().filter(is_asked).collect()
    }

    /// What must be agreed to before somebody is treated: of a span of ages, what holds for any of them.
    #[must_use]
    pub fn list_required_consents(&self, rules: &Rules) -> Vec<ConsentKind> {
        if !self.is_young() {
            return Vec::new();
        }
        let ages = self.dates.subject.ages;
        let asked = std::iter::once(ages.from).chain(ages.to).flat_map(|age| {
            let given = TreatmentConsent {
                age,
                substance: self.dates.subject.substance,
                custody_holder_consents: false,
                youth_consents: false,
            };
            treatment_consent(rules, &given).outcome.consents_required.unwrap_or_default()
        });
        let asked: Vec<Consenting> = asked.collect();
        let of = [
            (Consenting::CustodyHolder, ConsentKind::ParentsTreatment),
            (Consenting::Youth15Plus, ConsentKind::Treatment),
        ];
        of.into_iter().filter(|(who, _)| asked.contains(who)).map(|(_, kind)| kind).collect()
    }

    /// Those of them that nobody has given, or somebody has taken back.
    #[must_use]
    pub fn list_missing_consents(&self, rules: &Rules) -> Vec<ConsentKind> {
        self.list_required_consents(rules).into_iter().filter(|kind| !self.has_agreed(*kind)).collect()
    }

    /// Whether somebody stays anonymous who gets medicine on prescription on a day.
    #[must_use]
    pub fn ask_about_medicine<'a>(
        &self,
        rules: &'a Rules,
        on: LocalDay,
    ) -> Decision<'a, AnonymityEventOutcome> {
        let given = AnonymityEvent {
            substance: self.dates.subject.substance,
            event: AnonymityEventKind::MedicinePrescribed,
            prescription_only: true,
            event_at: on.begins(),
        };
        anonymity_event(rules, &given)
    }
}
