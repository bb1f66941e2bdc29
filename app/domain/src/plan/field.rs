//! Where a text of a plan stands, written in one word: `GOAL:3:M`.

use super::{BadDayPart, PlanSide};
use crate::{PlanPart, ReviewQuestion, decide::SmartLetter};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A place in a plan where somebody writes. Goals and steps are known by the event that added them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum PlanField {
    Part(PlanPart),
    /// What else matters, in the citizen's words.
    Other,
    /// An answer about a goal. S is the goal itself.
    Goal(u32, SmartLetter),
    Step(u32),
    Note(u32),
    /// What a side prepares for a review, by the number of the review.
    Review(u32, PlanSide, ReviewQuestion),
    /// What helps on a bad day.
    BadDay(BadDayPart),
}

/// A word that is no place in a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlanFieldError;

impl fmt::Display for PlanFieldError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("no place in a plan is written so")
    }
}

impl std::error::Error for PlanFieldError {}

impl fmt::Display for PlanField {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) => write!(out, "PART:{}", part.code()),
            Self::Other => out.write_str("OTHER"),
            Self::Goal(goal, letter) => write!(out, "GOAL:{goal}:{}", letter.code()),
            Self::Step(step) => write!(out, "STEP:{step}"),
            Self::Note(note) => write!(out, "NOTE:{note}"),
            Self::BadDay(part) => write!(out, "BAD_DAY:{}", part.code()),
            Self::Review(number, side, asked) => {
                write!(out, "REVIEW:{number}:{}:{}", side.code(), asked.code())
            }
        }
    }
}

impl FromStr for PlanField {
    type Err = PlanFieldError;

    fn from_str(text: &str) -> Result<Self, PlanFieldError> {
        let words: Vec<&str> = text.split(':').collect();
        let field = match words[..] {
            ["PART", part] => PlanPart::from_code(part).map(Self::Part),
            ["OTHER"] => Some(Self::Other),
            ["GOAL", goal, letter] => read_place(goal).zip(SmartLetter::from_code(letter)).map(Self::of_goal),
            ["STEP", step] => read_place(step).map(Self::Step),
            ["BAD_DAY", part] => BadDayPart::from_code(part).map(Self::BadDay),
            ["NOTE", note] => read_place(note).map(Self::Note),
            ["REVIEW", number, side, asked] => (|| {
                let asked = ReviewQuestion::from_code(asked)?;
                Some(Self::Review(read_place(number)?, PlanSide::from_code(side)?, asked))
            })(),
            _ => None,
        };
        field.ok_or(PlanFieldError)
    }
}

impl PlanField {
    const fn of_goal((goal, letter): (u32, SmartLetter)) -> Self {
        Self::Goal(goal, letter)
    }
}

/// The place of an event, written as this portal writes it.
fn read_place(text: &str) -> Option<u32> {
    text.parse().ok().filter(|place: &u32| place.to_string() == text)
}

impl From<PlanField> for String {
    fn from(field: PlanField) -> Self {
        field.to_string()
    }
}

impl TryFrom<String> for PlanField {
    type Error = PlanFieldError;

    fn try_from(text: String) -> Result<Self, PlanFieldError> {
        text.parse()
    }
}
