//! What a query tells of who asks: whether it is about somebody else, and how old that is.

use crate::tasks::search::engine::words::split;
use domain::{Access, AgeRange, Audience, Criteria, Kind, Offer, Relation};

/// Words for somebody close, in both languages, as they begin; with what the asker is to them, where that is clear.
const CLOSE: [(&[&str], Option<Relation>); 5] = [
    (&["søn", "datter", "barn", "børn", "son", "daughter", "child"], Some(Relation::Parent)),
    (
        &[
            "mand",
            "kone",
            "kæreste",
            "ægte",
            "hustru",
            "samlever",
            "partner",
            "husband",
            "wife",
            "boyfriend",
            "girlfriend",
            "spouse",
        ],
        Some(Relation::Partner),
    ),
    (&["bror", "søster", "brother", "sister"], Some(Relation::Family)),
    (&["ven", "friend"], Some(Relation::Friend)),
    // A mother may be who asks, or whom it is about.
    (&["mor", "far", "forældre", "pårørende", "mother", "father", "parent"], None),
];

/// What a query tells of who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asker {
    is_about_other: bool,
    relation: Option<Relation>,
    age: Option<u8>,
}

impl Asker {
    /// Reads a query: `min søn på 22`, `jeg er 16 år`.
    #[must_use]
    pub fn read(query: &str) -> Self {
        let words: Vec<String> = split(query).collect();
        let is_close = |word: &String, stems: &[&str]| {
            stems.iter().any(|stem| word == stem || (stem.len() > 3 && word.starts_with(stem)))
        };
        let close = CLOSE.iter().find(|(stems, _)| words.iter().any(|word| is_close(word, stems)));
        let age = words.iter().enumerate().find_map(|(place, word)| {
            let before = place.checked_sub(1).map_or("", |before| words[before].as_str());
            let after = words.get(place + 1).map_or("", String::as_str);
            let is_age =
                matches!(before, "på" | "er" | "is" | "aged") || after.starts_with("år") || after == "years";
            word.parse().ok().filter(|age| is_age && (6..100).contains(age))
        });
        Self { is_about_other: close.is_some(), relation: close.and_then(|(_, relation)| *relation), age }
    }

    /// How much an offer is for who asks; what stands beside help with the use itself, and medicine, come later.
    #[must_use]
    pub fn weigh(self, offer: &Offer) -> f32 {
        let criteria = &offer.criteria;
        let rank = match (criteria.side, offer.kind, criteria.access) {
            (true, ..) => 0.3,
            (false, Kind::Medical, _) => 0.6,
            (false, Kind::Counselling, Access::Direct) => 1.5,
            _ => 1.0,
        };
        rank * self.weigh_audience(criteria) * self.weigh_age(criteria)
    }

    fn weigh_audience(self, criteria: &Criteria) -> f32 {
        let is_grown = matches!(self.relation, Some(Relation::Parent | Relation::Partner));
        let is_for_children = criteria.relative_ages.and_then(|ages| ages.to).is_some_and(|to| to < 18);
        let is_other = |relation| !criteria.relations.is_empty() && !criteria.relations.contains(&relation);
        match (self.is_about_other, criteria.audience.contains(&Audience::Relative)) {
            (true, true) if is_grown && is_for_children => 0.1,
            (true, true) if self.relation.is_some_and(is_other) => 0.5,
            (true, true) => 5.0,
            (true, false) => 0.3,
            (false, _) => 1.0,
        }
    }

    fn weigh_age(self, criteria: &Criteria) -> f32 {
        let ages = if self.is_about_other { criteria.user_ages.or(criteria.ages) } else { criteria.ages };
        let holds = |ages: AgeRange, age: u8| ages.from <= age && ages.to.is_none_or(|to| age <= to);
        match (self.age, ages) {
            (Some(age), Some(ages)) if holds(ages, age) => 1.5,
            (Some(_), Some(_)) => 0.1,
            _ => 1.0,
        }
    }
}
