//! Questions and answers, and how they are written in a form.

use crate::{AgeRange, Audience, Circumstance, Relation, Substance};
use serde::{Deserialize, Serialize};

/// What the guide can ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Question {
    /// Whom it is about.
    Who,
    Substance,
    /// How old the citizen is.
    Age,
    /// What the relative is to the person who uses.
    Relation,
    RelativeAge,
    /// How old the person is whom a relative or professional asks for.
    UserAge,
    /// Whether a circumstance is there.
    Has(Circumstance),
}

impl Question {
    /// All questions, in the order of asking.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let first = [Self::Who, Self::Substance, Self::Age, Self::Relation, Self::RelativeAge, Self::UserAge];
        first.into_iter().chain(Circumstance::ALL.iter().copied().map(Self::Has)).collect()
    }

    /// The name of its field in a form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Who => "WHO",
            Self::Substance => "SUBSTANCE",
            Self::Age => "AGE",
            Self::Relation => "RELATION",
            Self::RelativeAge => "RELATIVE_AGE",
            Self::UserAge => "USER_AGE",
            Self::Has(circumstance) => circumstance.code(),
        }
    }

    /// The question with this field name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|question| question.code() == code)
    }

    /// Reads an answer as a form gives it.
    fn parse(self, value: &str) -> Option<Choice> {
        if value == "SKIP" && self != Self::Who {
            return Some(Choice::Skip);
        }
        match self {
            Self::Who => Audience::from_code(value).map(Choice::Who),
            Self::Substance if value == "BOTH" => Some(Choice::Substance(SubstanceChoice::Both)),
            Self::Substance => {
                Substance::from_code(value).map(|one| Choice::Substance(SubstanceChoice::One(one)))
            }
            Self::Relation => Relation::from_code(value).map(Choice::Relation),
            Self::Age | Self::RelativeAge | Self::UserAge => AgeRange::from_code(value).map(Choice::Ages),
            Self::Has(_) => match value {
                "YES" => Some(Choice::Yes),
                "NO" => Some(Choice::No),
                _ => None,
            },
        }
    }
}

/// What somebody uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum SubstanceChoice {
    One(Substance),
    Both,
}

impl SubstanceChoice {
    #[must_use]
    pub fn includes(self, substance: Substance) -> bool {
        self == Self::Both || self == Self::One(substance)
    }
}

/// An answer that can be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Choice {
    Who(Audience),
    Substance(SubstanceChoice),
    Ages(AgeRange),
    Relation(Relation),
    Yes,
    No,
    /// "I do not know, or would rather not say."
    Skip,
}

impl Choice {
    /// Its value in a form.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Who(audience) => audience.code().to_owned(),
            Self::Substance(SubstanceChoice::One(substance)) => substance.code().to_owned(),
            Self::Substance(SubstanceChoice::Both) => "BOTH".to_owned(),
            Self::Ages(ages) => ages.code(),
            Self::Relation(relation) => relation.code().to_owned(),
            Self::Yes => "YES".to_owned(),
            Self::No => "NO".to_owned(),
            Self::Skip => "SKIP".to_owned(),
        }
    }
}

/// A form field that is no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AnswerError {
    /// No question has this name.
    UnknownQuestion,
    /// The question is known, the answer is none of its choices.
    UnknownChoice(Question),
}

/// The answers so far.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Answers(Vec<(Question, Choice)>);

impl Answers {
    /// Reads the fields of a form, as pairs of name and value.
    ///
    /// # Errors
    /// The first field that is no answer.
    pub fn parse<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, AnswerError> {
        let mut answers = Self::default();
        for (name, value) in fields {
            let question = Question::from_code(name).ok_or(AnswerError::UnknownQuestion)?;
            let choice = question.parse(value).ok_or(AnswerError::UnknownChoice(question))?;
            answers.set(question, choice);
        }
        Ok(answers)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Question, Choice)> + '_ {
        self.0.iter().copied()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn get(&self, question: Question) -> Option<Choice> {
        self.iter().find(|(asked, _)| *asked == question).map(|(_, choice)| choice)
    }

    /// Sets the answer to `question`, in the place of an earlier one.
    pub fn set(&mut self, question: Question, choice: Choice) {
        match self.0.iter_mut().find(|(asked, _)| *asked == question) {
            Some(entry) => entry.1 = choice,
            None => self.0.push((question, choice)),
        }
    }

    /// These answers with `choice` as the answer to `question`.
    #[must_use]
    pub fn with(&self, question: Question, choice: Choice) -> Self {
        let mut answers = self.clone();
        answers.set(question, choice);
        answers
    }

    /// These answers but the one to `question`.
    #[must_use]
    pub fn without(&self, question: Question) -> Self {
        Self(self.iter().filter(|(asked, _)| *asked != question).collect())
    }

    pub(super) fn answered(&self, question: Question) -> bool {
        self.get(question).is_some()
    }

    pub(crate) fn audience(&self) -> Option<Audience> {
        match self.get(Question::Who) {
            Some(Choice::Who(audience)) => Some(audience),
            _ => None,
        }
    }

    /// Whether it is told that a relative is a parent or a partner, who is no child: not asked for an age that is
    /// known well enough.
    pub(super) fn is_grown_relative(&self) -> bool {
        let relation = self.get(Question::Relation);
        matches!(relation, Some(Choice::Relation(Relation::Parent | Relation::Partner)))
    }

    /// What is used, where that has been told.
    pub fn substances(&self) -> Option<SubstanceChoice> {
        match self.get(Question::Substance) {
            Some(Choice::Substance(choice)) => Some(choice),
            _ => None,
        }
    }
}
