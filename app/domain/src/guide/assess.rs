//! Whether one offer fits, and why.

use super::{Answers, Choice, Guide, Question};
use crate::{AgeRange, AnonymityRule, Audience, Circumstance, Criteria, Relation, Substance};

/// Whether an offer fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    Yes,
    /// It fits if the open conditions hold; nobody was made to tell.
    Maybe,
    No,
}

/// A condition of an offer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Condition {
    /// The promised period must not be over.
    StillOffered,
    Audience(Vec<Audience>),
    Substance(Vec<Substance>),
    Age(AgeRange),
    RelativeAge(AgeRange),
    UserAge(AgeRange),
    Relation(Vec<Relation>),
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
        for (condition, verdict) in self.offers[offer].conditions(answers) {
            match verdict {
                Verdict::Met => result.met.push(condition),
                Verdict::Open => result.open.push(condition),
                Verdict::Unmet => result.unmet.push(condition),
            }
        }
        if !result.unmet.is_empty() {
            result.fit = Fit::No;
        } else if !result.open.is_empty() {
            result.fit = Fit::Maybe;
        }
        result
    }
}

impl Criteria {
    fn conditions(&self, answers: &Answers) -> Vec<(Condition, Verdict)> {
        let audience = answers.audience();
        // As whom the asker may still come to this offer.
        let may_come: Vec<Audience> =
            self.audience.iter().copied().filter(|&one| audience.is_none_or(|told| told == one)).collect();
        let told = audience.map_or(Verdict::Open, |told| self.audience.contains(&told).into());
        let mut all = vec![
            (Condition::Audience(self.audience.clone()), told),
            (Condition::Substance(self.substances.clone()), self.substance_verdict(answers)),
        ];
        for (question, range, condition) in [
            (Question::Age, self.ages, Condition::Age as fn(AgeRange) -> Condition),
            (Question::RelativeAge, self.relative_ages, Condition::RelativeAge),
            (Question::UserAge, self.user_ages, Condition::UserAge),
        ] {
            if let Some(range) = range
                && may_come.iter().any(|&one| question.asked_of(one))
            {
                all.push((condition(range), age(answers, question, range)));
            }
        }
        if may_come.contains(&Audience::Relative) && !self.relations.is_empty() {
            all.push((Condition::Relation(self.relations.clone()), self.relation_verdict(answers)));
        }
        all.extend(self.circumstances(answers, &may_come));
        all.extend(self.anonymity_condition(answers));
        all
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

    fn circumstances(&self, answers: &Answers, may_come: &[Audience]) -> Vec<(Condition, Verdict)> {
        let asked =
            |one: &&Circumstance| may_come.iter().any(|&audience| Question::Has(**one).asked_of(audience));
        let requires =
            self.requires.iter().filter(asked).map(|&one| (Condition::Has(one), has(answers, one, true)));
        let excludes =
            self.excludes.iter().filter(asked).map(|&one| (Condition::HasNot(one), has(answers, one, false)));
        let suits = self
            .suits
            .iter()
            .filter(asked)
            .filter(|&&one| answers.get(Question::Has(one)) == Some(Choice::Yes))
            .map(|&one| (Condition::Suits(one), Verdict::Met));
        requires.chain(excludes).chain(suits).collect()
    }

    /// Bears on the outcome only for somebody who wishes to be anonymous.
    fn anonymity_condition(&self, answers: &Answers) -> Option<(Condition, Verdict)> {
        let wish = Question::Has(Circumstance::WishesAnonymity);
        if answers.get(wish) != Some(Choice::Yes) {
            return None;
        }
        let used = |one: Substance| answers.substances().is_none_or(|choice| choice.includes(one));
        let rules: Vec<Option<AnonymityRule>> =
            self.substances.iter().filter(|&&one| used(one)).map(|&one| self.anonymity.of(one)).collect();
        let possible = rules.iter().flatten().copied().find(|rule| *rule != AnonymityRule::No);
        let verdict = if possible.is_some() {
            Verdict::Met
        } else if rules.contains(&None) {
            Verdict::Open
        } else {
            Verdict::Unmet
        };
        Some((Condition::Anonymous(possible), verdict))
    }
}

fn age(answers: &Answers, question: Question, ages: AgeRange) -> Verdict {
    match answers.get(question) {
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
