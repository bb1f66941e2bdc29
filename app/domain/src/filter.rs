//! Choosing among the offers of a list, with counts.

use crate::{AgeRange, Audience, Criteria, Form, Substance};

/// What the list can be narrowed by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Facet {
    Audience,
    Age,
    Substance,
    Form,
    Anonymous,
}

impl Facet {
    pub const ALL: [Self; 5] = [Self::Audience, Self::Age, Self::Substance, Self::Form, Self::Anonymous];

    /// The name of its field in a form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Audience => "FOR",
            Self::Age => "AGE",
            Self::Substance => "SUBSTANCE",
            Self::Form => "FORM",
            Self::Anonymous => "ANONYMOUS",
        }
    }
}

/// A choice in a facet, and how many offers it would leave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FilterOption<T> {
    pub value: T,
    pub count: usize,
}

/// What the list is narrowed to; the default shows all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    pub audience: Option<Audience>,
    pub age: Option<AgeRange>,
    pub substance: Option<Substance>,
    pub form: Option<Form>,
    /// Only offers in which one may be anonymous.
    pub anonymous: bool,
}

impl Filter {
    /// Reads the fields of a form; an empty value is no choice.
    ///
    /// # Errors
    /// What could be read, where a field or value is not known.
    pub fn parse<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Self> {
        let mut filter = Self::default();
        let mut known = true;
        for (name, value) in fields {
            let facet = Facet::ALL.into_iter().find(|facet| facet.code() == name);
            known &= match facet {
                Some(_) if value.is_empty() => true,
                Some(facet) => filter.set(facet, value),
                None => false,
            };
        }
        if known { Ok(filter) } else { Err(filter) }
    }

    fn set(&mut self, facet: Facet, value: &str) -> bool {
        match facet {
            Facet::Audience => {
                self.audience = Audience::from_code(value);
                self.audience.is_some()
            }
            Facet::Age => {
                self.age = AgeRange::from_code(value);
                self.age.is_some()
            }
            Facet::Substance => {
                self.substance = Substance::from_code(value);
                self.substance.is_some()
            }
            Facet::Form => {
                self.form = Form::from_code(value);
                self.form.is_some()
            }
            Facet::Anonymous => {
                self.anonymous = value == "YES";
                self.anonymous
            }
        }
    }

    /// The form fields that make this filter.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let pair = |facet: Facet, value: String| (facet.code().to_owned(), value);
        [
            self.audience.map(|one| pair(Facet::Audience, one.code().to_owned())),
            self.age.map(|ages| pair(Facet::Age, ages.code())),
            self.substance.map(|one| pair(Facet::Substance, one.code().to_owned())),
            self.form.map(|one| pair(Facet::Form, one.code().to_owned())),
            self.anonymous.then(|| pair(Facet::Anonymous, "YES".to_owned())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether `offer` is shown.
    #[must_use]
    pub fn shows(&self, offer: &Criteria) -> bool {
        self.audience.is_none_or(|one| offer.audience.contains(&one))
            && self.age.is_none_or(|ages| offer.concerns(ages))
            && self.substance.is_none_or(|one| offer.substances.contains(&one))
            && self.form.is_none_or(|one| offer.forms.contains(&one))
            && (!self.anonymous || offer.anonymous_possible())
    }

    /// How many of `offers` the filter shows.
    pub fn count<'a>(&self, offers: impl IntoIterator<Item = &'a Criteria>) -> usize {
        offers.into_iter().filter(|offer| self.shows(offer)).count()
    }

    /// The choices of one facet that leave at least one offer, each with its count, everything else
    /// in the filter being kept. The choice already made is always among them.
    pub fn options<T: Copy + PartialEq>(
        &self,
        offers: &[&Criteria],
        values: impl IntoIterator<Item = T>,
        made: Option<T>,
        set: impl Fn(&mut Self, T),
    ) -> Vec<FilterOption<T>> {
        values
            .into_iter()
            .map(|value| {
                let mut tried = *self;
                set(&mut tried, value);
                FilterOption { value, count: tried.count(offers.iter().copied()) }
            })
            .filter(|option| option.count > 0 || made == Some(option.value))
            .collect()
    }
}

impl Criteria {
    fn all_ages(&self) -> impl Iterator<Item = AgeRange> {
        [self.ages, self.relative_ages, self.user_ages].into_iter().flatten()
    }

    /// Whether the offer names no age, or one in common with `ages`.
    fn concerns(&self, ages: AgeRange) -> bool {
        let mut named = self.all_ages().peekable();
        named.peek().is_none() || named.any(|one| !one.apart_from(ages))
    }

    /// The age bands in which a list of offers differs.
    pub fn age_bands<'a>(offers: impl IntoIterator<Item = &'a Self>) -> Vec<AgeRange> {
        AgeRange::bands(offers.into_iter().flat_map(Self::all_ages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_value_is_told_and_the_rest_kept() {
        let read = Filter::parse([("SUBSTANCE", "DRUGS"), ("FORM", "BY_PIGEON")]);
        assert_eq!(read, Err(Filter { substance: Some(Substance::Drugs), ..Filter::default() }));
    }

    #[test]
    fn an_empty_field_is_no_choice() {
        assert_eq!(Filter::parse([("FOR", ""), ("AGE", "")]), Ok(Filter::default()));
    }

    #[test]
    fn fields_read_back_to_the_same_filter() {
        let filter = Filter {
            audience: Some(Audience::Relative),
            age: Some(AgeRange { from: 30, to: None }),
            substance: Some(Substance::Alcohol),
            form: Some(Form::Group),
            anonymous: true,
        };
        let fields = filter.fields();
        let pairs = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        assert_eq!(Filter::parse(pairs), Ok(filter));
    }
}
