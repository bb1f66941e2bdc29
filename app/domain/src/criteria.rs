//! For whom an offer is: the part of an offer that the guide decides on.

use crate::{Access, AgeRange, AnonymityRule, Audience, Circumstance, Form, Relation, Substance};
use serde::{Deserialize, Serialize};

/// Whether one may be anonymous, by substance, for offers that differ between the two.
/// `None` where the standard is silent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Anonymity {
    pub alcohol: Option<AnonymityRule>,
    pub drugs: Option<AnonymityRule>,
}

impl Anonymity {
    #[must_use]
    pub const fn of(self, substance: Substance) -> Option<AnonymityRule> {
        match substance {
            Substance::Alcohol => self.alcohol,
            Substance::Drugs => self.drugs,
        }
    }
}

/// For whom an offer is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Criteria {
    pub audience: Vec<Audience>,
    pub substances: Vec<Substance>,
    /// The citizen's own age, where the citizen is the one who uses.
    pub ages: Option<AgeRange>,
    /// The relative's own age.
    pub relative_ages: Option<AgeRange>,
    /// Age of the person who uses, where a relative or a professional asks.
    pub user_ages: Option<AgeRange>,
    /// What a relative must be to the person who uses; empty means anybody close.
    pub relations: Vec<Relation>,
    pub requires: Vec<Circumstance>,
    pub excludes: Vec<Circumstance>,
    /// Circumstances for which the standard calls the offer especially suited.
    pub suits: Vec<Circumstance>,
    pub anonymity: Anonymity,
    pub access: Access,
    /// Whether it stands beside help with the use itself (contraception, say): shown last, folded.
    pub side: bool,
    pub forms: Vec<Form>,
}

impl Criteria {
    /// Whether somebody may be anonymous here with at least one of the offer's substances.
    #[must_use]
    pub fn anonymous_possible(&self) -> bool {
        self.substances
            .iter()
            .any(|&substance| self.anonymity.of(substance).is_some_and(|rule| rule != AnonymityRule::No))
    }
}
