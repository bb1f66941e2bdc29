//! The guide: from a few answers to the offers that fit, with reasons.
//!
//! Pure, and the same on the server and on the phone. It knows no municipality: questions, age
//! bands and outcomes follow from the offers' criteria alone.

mod answers;
mod assess;

pub use answers::{AnswerError, Answers, Choice, Question, SubstanceChoice};
pub use assess::{Assessment, Condition, Fit};

use crate::{AgeRange, Audience, Circumstance, Criteria, Relation, Substance};
use serde::{Deserialize, Serialize};

/// The offers of one municipality, as far as the guide needs them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Guide {
    pub offers: Vec<Criteria>,
    /// Positions of offers whose promised period is over.
    pub ended: Vec<usize>,
}

/// A question to ask now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    pub question: Question,
    pub choices: Vec<Choice>,
    /// How many questions can follow this one at most.
    pub ahead: usize,
}

/// What comes next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    Ask(Asked),
    /// Every offer with its verdict: what fits first, the nearest help before the further.
    Outcome(Vec<Assessment>),
}

impl Guide {
    /// The next question that can still change the outcome, or the outcome.
    #[must_use]
    pub fn next(&self, answers: &Answers) -> Step {
        match self.open_questions(answers).first() {
            Some(&question) => Step::Ask(self.ask(question, answers)),
            None => Step::Outcome(self.outcome(answers)),
        }
    }

    /// Asks `question` again, whether or not it has been answered; where it could change nothing,
    /// the next step instead.
    #[must_use]
    pub fn again(&self, question: Question, answers: &Answers) -> Step {
        let without = answers.without(question);
        if self.open_questions(&without).contains(&question) {
            Step::Ask(self.ask(question, answers))
        } else {
            self.next(answers)
        }
    }

    /// The answers that still bear on something, in the order they were given: an answer made idle by
    /// another one is dropped.
    #[must_use]
    pub fn relevant(&self, answers: &Answers) -> Answers {
        answers.iter().fold(Answers::default(), |kept, (question, choice)| {
            let matters = self.matters(question, &kept, &self.open_offers(&kept));
            if matters { kept.with(question, choice) } else { kept }
        })
    }

    fn ask(&self, question: Question, answers: &Answers) -> Asked {
        let choices = self.choices(question, answers);
        let after = |choice: &Choice| self.open_questions(&answers.with(question, *choice)).len();
        let ahead = choices.iter().map(after).max().unwrap_or(0);
        Asked { question, choices, ahead }
    }

    /// Unanswered questions that could change the outcome, in the order of asking.
    fn open_questions(&self, answers: &Answers) -> Vec<Question> {
        let open = self.open_offers(answers);
        Question::all()
            .into_iter()
            .filter(|&question| !answers.answered(question) && self.matters(question, answers, &open))
            .collect()
    }

    /// Whether `question` makes a difference to one of the offers still open.
    fn matters(&self, question: Question, answers: &Answers, open: &[usize]) -> bool {
        match question {
            Question::Who => self.audiences().len() > 1,
            Question::RelativeAge if answers.is_grown_relative() => {
                let undecided =
                    |ages: AgeRange| !assess::GROWN.within(ages) && !assess::GROWN.apart_from(ages);
                open.iter().any(|&offer| self.offers[offer].relative_ages.is_some_and(undecided))
            }
            _ => open.iter().any(|&offer| self.offers[offer].depends_on(question, answers.audience())),
        }
    }

    /// The offers that no answer has ruled out.
    fn open_offers(&self, answers: &Answers) -> Vec<usize> {
        (0..self.offers.len()).filter(|&offer| !self.ruled_out(offer, answers)).collect()
    }

    /// The choices of a question under the answers so far.
    fn choices(&self, question: Question, answers: &Answers) -> Vec<Choice> {
        let mut choices = match question {
            Question::Who => return self.audiences(),
            Question::Substance => vec![
                Choice::Substance(SubstanceChoice::One(Substance::Alcohol)),
                Choice::Substance(SubstanceChoice::One(Substance::Drugs)),
                Choice::Substance(SubstanceChoice::Both),
            ],
            Question::Relation => Relation::ALL.iter().copied().map(Choice::Relation).collect(),
            Question::Age | Question::RelativeAge | Question::UserAge => {
                self.age_bands(question, answers).into_iter().map(Choice::Ages).collect()
            }
            Question::Has(_) => vec![Choice::Yes, Choice::No],
        };
        choices.push(Choice::Skip);
        choices
    }

    fn audiences(&self) -> Vec<Choice> {
        Audience::ALL
            .iter()
            .filter(|audience| self.offers.iter().any(|offer| offer.audience.contains(audience)))
            .map(|&audience| Choice::Who(audience))
            .collect()
    }

    /// The fewest age bands that tell apart the offers still open.
    fn age_bands(&self, question: Question, answers: &Answers) -> Vec<AgeRange> {
        let open = self.open_offers(&answers.without(question));
        AgeRange::bands(open.into_iter().filter_map(|offer| self.offers[offer].age_range(question)))
    }

    fn outcome(&self, answers: &Answers) -> Vec<Assessment> {
        let mut outcome: Vec<Assessment> =
            (0..self.offers.len()).map(|offer| self.assess(offer, answers)).collect();
        outcome.sort_unstable_by_key(|verdict| {
            let suited = |met: &&Condition| {
                matches!(met, Condition::Has(_) | Condition::Suits(_) | Condition::Relation)
            };
            let suited = verdict.met.iter().filter(suited).count();
            let Criteria { access, side, .. } = self.offers[verdict.offer];
            (verdict.fit == Fit::No, side, access, verdict.fit, usize::MAX - suited, verdict.offer)
        });
        outcome
    }
}

impl Criteria {
    /// The span of ages that an age question asks about.
    fn age_range(&self, question: Question) -> Option<AgeRange> {
        match question {
            Question::Age => self.ages,
            Question::RelativeAge => self.relative_ages,
            Question::UserAge => self.user_ages,
            _ => None,
        }
    }

    /// Whether somebody who may come to this offer is ever asked `question`; `told` is as whom one comes,
    /// if that is known.
    fn asks(&self, told: Option<Audience>, question: Question) -> bool {
        self.audience.iter().any(|&one| told.is_none_or(|told| told == one) && question.asked_of(one))
    }

    /// Whether the verdict on this offer can depend on `question`, asked of `audience` if that is known.
    fn depends_on(&self, question: Question, audience: Option<Audience>) -> bool {
        self.asks(audience, question)
            && match question {
                Question::Substance => self.substances.len() < Substance::ALL.len(),
                Question::Age | Question::RelativeAge | Question::UserAge => {
                    self.age_range(question).is_some_and(|ages| ages != AgeRange::ANY)
                }
                Question::Relation => !self.relations.is_empty(),
                Question::Who | Question::Has(Circumstance::WishesAnonymity) => true,
                Question::Has(one) => {
                    [&self.requires, &self.excludes, &self.suits].iter().any(|list| list.contains(&one))
                }
            }
    }
}

impl Question {
    /// Whether the question makes sense to somebody who comes as `audience`.
    fn asked_of(self, audience: Audience) -> bool {
        match self {
            Self::Who | Self::Substance | Self::Has(Circumstance::WishesAnonymity) => true,
            Self::RelativeAge | Self::Relation | Self::Has(Circumstance::UserInTreatment) => {
                audience == Audience::Relative
            }
            Self::UserAge => audience != Audience::Citizen,
            Self::Age | Self::Has(_) => audience == Audience::Citizen,
        }
    }
}
