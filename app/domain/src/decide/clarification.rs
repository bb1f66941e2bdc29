//! The questions before the clarifying conversation about anonymous drug treatment (SEL §101a), and what the
//! answers lead to.

use super::{AnonymousTreatment, Decision, EligibilityOutcome, MAJORITY, anonymous_treatment};
use crate::{Standard, Substance, codes};

codes! {
    /// A question whose answer the municipality's rules may look at.
    ClarifyQuestion {
        Adult = "ADULT",
        Work = "WORK",
        Housing = "HOUSING",
        Social = "SOCIAL",
        Mind = "MIND",
        Medicine = "MEDICINE",
    }
}

/// What has been answered, in the order of the questions.
pub type Clarified = Vec<(ClarifyQuestion, bool)>;

impl ClarifyQuestion {
    /// Puts an answer into the facts of the case, which are those of somebody of the age asked about.
    const fn put(self, case: &mut AnonymousTreatment, yes: bool) {
        match self {
            Self::Adult => case.age = if yes { case.age } else { case.age - 1 },
            Self::Work => case.employed = yes,
            Self::Housing => case.has_housing = yes,
            Self::Social => case.other_social_problems = yes,
            Self::Mind => case.psychological_problems = yes,
            Self::Medicine => case.needs_medicine = yes,
        }
    }

    /// The answer with which nothing stands in the way.
    const fn unproblematic(self) -> bool {
        matches!(self, Self::Adult | Self::Work | Self::Housing)
    }
}

/// Whether the municipality's standard knows of anonymous help with drugs.
#[must_use]
pub fn has_anonymous_drug_treatment(standard: &Standard) -> bool {
    standard.rules_for(Substance::Drugs).anonymous_drug_treatment.offered.value() == Some(&true)
}

/// The age from which the help is, which one is asked about: 18, or later where the standard says so.
#[must_use]
pub fn clarified_age(standard: &Standard) -> u8 {
    let ages = standard.rules_for(Substance::Drugs).anonymous_drug_treatment.ages.value();
    ages.map_or(MAJORITY, |ages| ages.from).max(MAJORITY)
}

/// The questions that make a difference under the municipality's rules.
#[must_use]
pub fn clarify_questions(standard: &Standard) -> Vec<ClarifyQuestion> {
    let nothing = decide_clarification(standard, &[]).outcome.reason;
    let matters = |question: &ClarifyQuestion| {
        let against = [(*question, !question.unproblematic())];
        decide_clarification(standard, &against).outcome.reason != nothing
    };
    ClarifyQuestion::ALL.iter().copied().filter(matters).collect()
}

/// What the rules give for the answers so far, if nothing else stands in the way.
#[must_use]
pub fn decide_clarification<'a>(
    standard: &'a Standard,
    answers: &[(ClarifyQuestion, bool)],
) -> Decision<'a, EligibilityOutcome> {
    let mut case = AnonymousTreatment::in_work_and_housed(clarified_age(standard), Substance::Drugs);
    for (question, yes) in answers {
        question.put(&mut case, *yes);
    }
    anonymous_treatment(standard.rules_for(Substance::Drugs), &case)
}
