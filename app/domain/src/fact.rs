//! A fact of a standard: stated with its source, or silent. There is no third way: never a
//! default, never another municipality's value.

use crate::Text;
use std::any::Any;

/// Where a fact stands: sections of the standard, and clauses of the law where the standard prints
/// or names them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Source {
    /// Sections as `docs/standards.md` cites them, such as `§4.3` or `KONTAKT`.
    pub sections: Vec<String>,
    /// Clauses such as `SEL §101, stk. 4`.
    pub law: Vec<String>,
}

/// Why a value needed a reading.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReadingKind {
    /// The standard says two things that cannot both hold.
    Contradiction,
    /// The standard leaves something open that the value's use must settle.
    Gap,
}

/// A recommended reading, which is not the standard's own word: the value beside it follows it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Reading {
    pub kind: ReadingKind,
    /// Number of the finding in the project's list (`docs/standards.md`).
    pub finding: u8,
    /// What the standard says, and which reading the portal follows.
    pub text: Text,
}

/// A value that the standard states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated<T> {
    pub value: T,
    /// A condition or nuance that the bare value would lose.
    pub note: Option<Text>,
    pub source: Source,
    pub reading: Option<Reading>,
}

/// A fact as a standard gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact<T> {
    /// The standard says nothing on the point.
    Silent,
    Stated(Stated<T>),
}

impl<T> Fact<T> {
    /// The value, if the standard states one.
    pub fn value(&self) -> Option<&T> {
        self.stated().map(|stated| &stated.value)
    }

    pub fn stated(&self) -> Option<&Stated<T>> {
        match self {
            Self::Silent => None,
            Self::Stated(stated) => Some(stated),
        }
    }
}

/// How many facts a standard states and leaves silent, and how many of the stated ones rest on a
/// reading because the standard contradicts itself or leaves a gap.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub stated: usize,
    pub silent: usize,
    pub contradictions: usize,
    pub gaps: usize,
}

/// What every fact can tell without its value's type being known.
pub(crate) trait AnyFact {
    fn count(&self, tally: &mut Tally);
    fn texts(&self) -> Vec<&Text>;
    /// The finding whose reading is followed.
    fn finding(&self) -> Option<u8>;
    /// Whether another fact of the same kind says the same.
    fn is_same(&self, other: &dyn AnyFact) -> bool;
    fn as_any(&self) -> &dyn Any;
}

/// Texts that a value itself holds.
pub(crate) trait HasText {
    fn text(&self) -> Option<&Text> {
        None
    }
}

impl HasText for Text {
    fn text(&self) -> Option<&Text> {
        Some(self)
    }
}

impl<T: HasText + PartialEq + 'static> AnyFact for Fact<T> {
    fn is_same(&self, other: &dyn AnyFact) -> bool {
        other.as_any().downcast_ref::<Self>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn count(&self, tally: &mut Tally) {
        match self {
            Self::Silent => tally.silent += 1,
            Self::Stated(stated) => {
                tally.stated += 1;
                if let Some(reading) = &stated.reading {
                    match reading.kind {
                        ReadingKind::Contradiction => tally.contradictions += 1,
                        ReadingKind::Gap => tally.gaps += 1,
                    }
                }
            }
        }
    }

    fn finding(&self) -> Option<u8> {
        self.stated()?.reading.as_ref().map(|reading| reading.finding)
    }

    fn texts(&self) -> Vec<&Text> {
        let Some(stated) = self.stated() else {
            return Vec::new();
        };
        let reading = stated.reading.as_ref().map(|reading| &reading.text);
        [stated.value.text(), stated.note.as_ref(), reading].into_iter().flatten().collect()
    }
}
