//! Ages in completed years.

use serde::{Deserialize, Serialize};

/// A span of ages in completed years, both ends included; no upper end means "and over".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct AgeRange {
    pub from: u8,
    pub to: Option<u8>,
}

impl AgeRange {
    /// Every age.
    pub const ANY: Self = Self { from: 0, to: None };

    /// The span as a form writes it: `13-17`, or `30-` for 30 and over.
    #[must_use]
    pub fn code(self) -> String {
        self.to.map_or_else(|| format!("{}-", self.from), |to| format!("{}-{to}", self.from))
    }

    /// Reads what [`AgeRange::code`] writes.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (from, to) = code.split_once('-')?;
        let from = from.parse().ok()?;
        let to = if to.is_empty() { None } else { Some(to.parse().ok()?) };
        to.is_none_or(|to| from <= to).then_some(Self { from, to })
    }

    /// Whether `age` lies in the span.
    #[must_use]
    pub fn contains(self, age: u8) -> bool {
        self.from <= age && age <= self.end()
    }

    /// Whether every age of `self` lies in `other`.
    #[must_use]
    pub fn within(self, other: Self) -> bool {
        self.from >= other.from && self.end() <= other.end()
    }

    /// Whether the two have no age in common.
    #[must_use]
    pub fn apart_from(self, other: Self) -> bool {
        self.end() < other.from || other.end() < self.from
    }

    fn end(self) -> u8 {
        self.to.unwrap_or(u8::MAX)
    }

    /// Cuts all ages at the borders of `ranges`: the fewest bands in which each range is whole.
    /// ```
    /// # use domain::AgeRange;
    /// let youth = AgeRange { from: 13, to: Some(29) };
    /// let adult = AgeRange { from: 30, to: None };
    /// let bands = AgeRange::bands([youth, adult]);
    /// assert_eq!(bands, [AgeRange { from: 0, to: Some(12) }, youth, adult]);
    /// ```
    #[must_use]
    pub fn bands(ranges: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let borders: Vec<u8> = ranges
            .into_iter()
            .flat_map(|range| [Some(range.from), range.to.and_then(|to| to.checked_add(1))])
            .flatten()
            .collect();
        let starts: Vec<u8> = (0..=u8::MAX).filter(|age| *age == 0 || borders.contains(age)).collect();
        starts
            .iter()
            .enumerate()
            .map(|(i, &from)| Self { from, to: starts.get(i + 1).map(|next| next - 1) })
            .collect()
    }
}
