//! Whether one offer fits, and why.

use super::{Answers, Choice, Guide, Question};
use crate::{AgeRange, AnonymityRule, Circumstance, Criteria, Substance};

/// Whether an offer fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    Yes,
    /// It fits if the open conditions hold; nobody was made to tell.
    Maybe,
    No,
}

/// A condition of an offer. Lists of audiences, substances and relations stand in its [`Criteria`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// The promised period must not be over.
    StillOffered,
    Audience,
    Substance,
    Age(AgeRange),
    RelativeAge(AgeRange),
    UserAge(AgeRange),
    Relation,
    Has(Circumstance),
    HasNot(Circumstance),
    /// One must be able to be anonymous; the rule that makes it so, or why it stays open.
    Anonymous(Option<AnonymityRule>),
    /// Not a condition, but the standard calls the offer especially suited.
    Suits(Circumstance),
}

/// The verdict on one offer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The offer's position in the guide.
    pub offer: usize,
    pub fit: Fit,
    /// Conditions that hold.
    pub met: Vec<Condition>,
    /// Conditions that nobody has told about.
    pub open: Vec<Condition>,
    /// Conditions that do not hold.
    pub unmet: Vec<Condition>,
}

enum Verdict {
    Met,
    Open,
    Unmet,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Met } else { Self::Unmet }
    }
}

impl Guide {
    /// The verdict on one offer under the answers so far. Answers to questions that do not concern
    /// who is asking are disregarded.
    pub(super) fn assess(&self, offer: usize, answers: &Answers) -> Assessment {
        let mut result = Assessment { offer, fit: Fit::Yes, met: vec![], open: vec![], unmet: vec![] };
        if self.ended.contains(&offer) {
            result.unmet.push(Condition::StillOffered);
        }
        self.offers[offer].conditions(answers, &mut |condition, verdict| match verdict {
            Verdict::Met => result.met.push(condition),
            Verdict::Open => result.open.push(condition),
            Verdict::Unmet => result.unmet.push(condition),
        });
        if !result.unmet.is_empty() {
            result.fit = Fit::No;
        } else if !result.open.is_empty() {
            result.fit = Fit::Maybe;
        }
        result
    }

    /// Whether an answer has ruled the offer out: the verdict's `fit` would be [`Fit::No`].
    pub(super) fn ruled_out(&self, offer: usize, answers: &Answers) -> bool {
        let mut out = self.ended.contains(&offer);
        self.offers[offer].conditions(answers, &mut |_, verdict| out |= matches!(verdict, Verdict::Unmet));
        out
    }
}

impl Criteria {
    /// Gives every condition that bears on somebody with these answers, and whether it holds.
    fn conditions(&self, answers: &Answers, give: &mut impl FnMut(Condition, Verdict)) {
        let told = answers.audience();
        let asked = |question: Question| self.asks(told, question);
        give(Condition::Audience, told.map_or(Verdict::Open, |told| self.audience.contains(&told).into()));
        give(Condition::Substance, self.substance_verdict(answers));
        for (question, range, condition) in [
            (Question::Age, self.ages, Condition::Age as fn(AgeRange) -> Condition),
            (Question::RelativeAge, self.relative_ages, Condition::RelativeAge),
            (Question::UserAge, self.user_ages, Condition::UserAge),
        ] {
            if let Some(range) = range.filter(|_| asked(question)) {
                let verdict = age(answers, question, range);
                // What follows from being a parent is nothing that somebody has told of their age.
                let is_assumed = question == Question::RelativeAge && answers.is_grown_relative();
                if !(is_assumed && matches!(verdict, Verdict::Met)) {
                    give(condition(range), verdict);
                }
            }
        }
        if !self.relations.is_empty() && asked(Question::Relation) {
            give(Condition::Relation, self.relation_verdict(answers));
        }
        for &one in self.requires.iter().filter(|&&one| asked(Question::Has(one))) {
            give(Condition::Has(one), has(answers, one, true));
        }
        for &one in self.excludes.iter().filter(|&&one| asked(Question::Has(one))) {
            give(Condition::HasNot(one), has(answers, one, false));
        }
        for &one in self.suits.iter().filter(|&&one| asked(Question::Has(one))) {
            if answers.get(Question::Has(one)) == Some(Choice::Yes) {
                give(Condition::Suits(one), Verdict::Met);
            }
        }
        if answers.get(Question::Has(Circumstance::WishesAnonymity)) == Some(Choice::Yes)
            && let Some((condition, verdict)) = self.anonymity_condition(answers)
        {
            give(condition, verdict);
        }
    }

    fn substance_verdict(&self, answers: &Answers) -> Verdict {
        match answers.substances() {
            Some(choice) => self.substances.iter().any(|&one| choice.includes(one)).into(),
            None if self.substances.len() == Substance::ALL.len() => Verdict::Met,
            None => Verdict::Open,
        }
    }

    fn relation_verdict(&self, answers: &Answers) -> Verdict {
        match answers.get(Question::Relation) {
            Some(Choice::Relation(relation)) => self.relations.contains(&relation).into(),
            _ => Verdict::Open,
        }
    }

    /// For somebody who wishes to be anonymous: by the rule for what they use; nothing where the offer is about something
    /// else.
    fn anonymity_condition(&self, answers: &Answers) -> Option<(Condition, Verdict)> {
        let used = |one: Substance| answers.substances().is_none_or(|choice| choice.includes(one));
        let rules = || self.substances.iter().filter(|&&one| used(one)).map(|&one| self.anonymity.of(one));
        rules().next()?;
        let is_no = |rule: Option<AnonymityRule>| rule == Some(AnonymityRule::No);
        // For both substances only what holds for both can be promised, and of that the stricter.
        let verdict = if rules().all(is_no) {
            Verdict::Unmet
        } else if rules().any(|rule| rule.is_none() || is_no(rule)) {
            Verdict::Open
        } else {
            Verdict::Met
        };
        let strict = rules().flatten().find(|rule| *rule == AnonymityRule::UntilPrescriptionMedicine);
        let rule = matches!(verdict, Verdict::Met).then(|| strict.unwrap_or(AnonymityRule::Yes));
        Some((Condition::Anonymous(rule), verdict))
    }
}

/// The ages of who is somebody's parent or partner, as the offers for children (at most 14 years) divide them.
pub(super) const GROWN: AgeRange = AgeRange { from: 15, to: None };

fn age(answers: &Answers, question: Question, ages: AgeRange) -> Verdict {
    let assumed =
        (question == Question::RelativeAge && answers.is_grown_relative()).then_some(Choice::Ages(GROWN));
    match answers.get(question).or(assumed) {
        Some(Choice::Ages(told)) if told.within(ages) => Verdict::Met,
        Some(Choice::Ages(told)) if told.apart_from(ages) => Verdict::Unmet,
        _ => Verdict::Open,
    }
}

fn has(answers: &Answers, circumstance: Circumstance, wanted: bool) -> Verdict {
    match answers.get(Question::Has(circumstance)) {
        Some(Choice::Yes) => wanted.into(),
        Some(Choice::No) => (!wanted).into(),
        _ => Verdict::Open,
    }
}
