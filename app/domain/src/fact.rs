//! A fact of a standard: stated with its source, or silent. There is no third way: never a
//! default, never another municipality's value.

use crate::Text;

/// Where a fact stands: sections of the standard, and clauses of the law where the standard prints
/// or names them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Source {
    /// Sections as `docs/standards.md` cites them, such as `§4.3` or `KONTAKT`.
    pub sections: Vec<String>,
    /// Clauses such as `SEL §101, stk. 4`.
    pub law: Vec<String>,
}

/// The standard says two things; the value beside it is the reading chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// Number of the finding in the project's list of contradictions.
    pub finding: u8,
    /// What the standard says in its several places, and which reading the portal follows.
    pub reading: Text,
}

/// A value that the standard states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated<T> {
    pub value: T,
    /// A condition or nuance that the bare value would lose.
    pub note: Option<Text>,
    pub source: Source,
    pub contradiction: Option<Contradiction>,
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

/// How many facts a standard states, leaves silent and contradicts itself on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub stated: usize,
    pub silent: usize,
    pub contradictions: usize,
}

/// What every fact can tell without its value's type being known.
pub(crate) trait AnyFact {
    fn count(&self, tally: &mut Tally);
    fn texts(&self) -> Vec<&Text>;
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

impl<T: HasText> AnyFact for Fact<T> {
    fn count(&self, tally: &mut Tally) {
        match self {
            Self::Silent => tally.silent += 1,
            Self::Stated(stated) => {
                tally.stated += 1;
                tally.contradictions += usize::from(stated.contradiction.is_some());
            }
        }
    }

    fn texts(&self) -> Vec<&Text> {
        let Some(stated) = self.stated() else {
            return Vec::new();
        };
        let reading = stated.contradiction.as_ref().map(|c| &c.reading);
        [stated.value.text(), stated.note.as_ref(), reading]
            .into_iter()
            .flatten()
            .collect()
    }
}
