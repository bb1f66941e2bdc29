//! How long one waits for treatment, as a standard promises it.

use super::{Cited, Decision};
use crate::{Coverage, GuaranteeEnd, Rules, Standard, Substance};

/// What a standard promises of waiting for treatment while one lives at home, for adults.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub days: u16,
    pub end: GuaranteeEnd,
    /// The substance, where it is promised for one only.
    pub only: Option<Substance>,
}

/// The waiting times: one, or one for each substance where they differ. None where the standard does not say when the
/// days begin, what has happened when they end, and that they hold.
#[must_use]
pub fn list_waiting(standard: &Standard) -> Vec<Decision<'_, Waiting>> {
    let find = |substance| find_waiting(standard.rules_for(substance), substance);
    match (find(Substance::Alcohol), find(Substance::Drugs)) {
        (Some(alcohol), Some(mut drugs)) if alcohol.outcome.is_like(drugs.outcome) => {
            let outcome = Waiting { only: None, ..drugs.outcome };
            for source in alcohol.citations {
                if !drugs.citations.contains(&source) {
                    drugs.citations.push(source);
                }
            }
            drugs.readings.extend(alcohol.readings);
            vec![Decision { outcome, ..drugs }]
        }
        (alcohol, drugs) => alcohol.into_iter().chain(drugs).collect(),
    }
}

impl Waiting {
    fn is_like(self, other: Self) -> bool {
        (self.days, self.end) == (other.days, other.end)
    }
}

fn find_waiting(rules: &Rules, substance: Substance) -> Option<Decision<'_, Waiting>> {
    let cited = Cited::default();
    let guarantee = &rules.guarantee;
    let coverage = match substance {
        Substance::Alcohol => &guarantee.alcohol_outpatient,
        Substance::Drugs => &guarantee.drug_outpatient,
    };
    cited.value(coverage).filter(|coverage| **coverage == Coverage::Covered)?;
    cited.value(&guarantee.starts_with)?;
    let (&days, &end) = (cited.value(&guarantee.length_days)?, cited.value(&guarantee.ends_with)?);
    Some(cited.decision(Waiting { days, end, only: Some(substance) }))
}
