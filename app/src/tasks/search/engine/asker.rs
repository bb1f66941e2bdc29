//! What a query tells of who asks: whether it is about somebody else, and how old that is.

use crate::tasks::search::engine::words::{fold, split};
use domain::{Access, Audience, Criteria, Kind, Offer, Relation};

/// Words for somebody close, in both languages; with what the asker is to them, where that is clear.
const CLOSE: [(&[&str], Option<Relation>); 5] = [
    (&["søn", "sønn", "datter", "dattr", "barn", "børn", "son", "daughter", "child"], Some(Relation::Parent)),
    (
        &[
            "mand",
            "ægtemand",
            "kone",
            "kæreste",
            "hustru",
            "samlever",
            "ægtefælle",
            "partner",
            "husband",
            "wife",
            "boyfriend",
            "girlfriend",
            "spouse",
        ],
        Some(Relation::Partner),
    ),
    (&["bror", "søster", "søstr", "brother", "sister"], Some(Relation::Family)),
    (&["ven", "venn", "veninde", "friend"], Some(Relation::Friend)),
    // A mother may be who asks, or whom it is about.
    (&["mor", "far", "forældre", "pårørende", "mother", "father", "parent"], None),
];
/// How those words end.
const ENDINGS: [&str; 11] = ["", "s", "n", "en", "ens", "et", "er", "e", "ne", "ene", "erne"];
/// So many words after `jeg er` say what the asker is: `jeg er selv mor`.
const AFTER_I_AM: usize = 3;

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
        let words: Vec<String> = split(query).map(|word| fold(&word)).collect();
        let close = words.iter().enumerate().find_map(|(place, word)| {
            let found =
                CLOSE.iter().find(|(stems, _)| stems.iter().any(|stem| is_form_of(word, &fold(stem))))?;
            (!is_said_of_oneself(&words[..place])).then_some(found.1)
        });
        let age = words.iter().enumerate().find_map(|(place, word)| {
            let before = place.checked_sub(1).map_or("", |before| words[before].as_str());
            let after = words.get(place + 1).map_or("", String::as_str);
            let is_age =
                matches!(before, "pa" | "er" | "is" | "aged") || after.starts_with("ar") || after == "years";
            word.parse().ok().filter(|age| is_age && (6..100).contains(age))
        });
        Self { is_about_other: close.is_some(), relation: close.flatten(), age }
    }

    /// How much an offer is for who asks; what stands beside help with the use itself, and medicine, come later.
    #[must_use]
    pub fn weigh(self, offer: &Offer) -> f32 {
        let criteria = &offer.criteria;
        let rank = match (criteria.side, offer.kind, criteria.access) {
            (true, ..) => 0.3,
            (false, Kind::Medical, _) => 0.6,
            (false, Kind::Authority, _) => 0.5,
            (false, Kind::Counselling, Access::Direct) => 2.0,
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
        match (self.age, ages) {
            (Some(age), Some(ages)) if ages.contains(age) => 1.5,
            (Some(_), Some(_)) => 0.1,
            _ => 1.0,
        }
    }
}

fn is_form_of(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Whether what follows these words is what the asker is: `jeg er mor og drikker`.
fn is_said_of_oneself(before: &[String]) -> bool {
    let near = &before[before.len().saturating_sub(AFTER_I_AM)..];
    near.windows(2).any(|pair| matches!((pair[0].as_str(), pair[1].as_str()), ("jeg", "er") | ("i", "am")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_tells_whom_it_is_about_and_how_old() {
        let asks = |query: &str| {
            let asker = Asker::read(query);
            (asker.is_about_other, asker.relation, asker.age)
        };
        assert_eq!(asks("min søn på 22 tager kokain"), (true, Some(Relation::Parent), Some(22)));
        assert_eq!(asks("min soens gaeld"), (true, Some(Relation::Parent), None));
        assert_eq!(asks("min kaereste drikker"), (true, Some(Relation::Partner), None));
        assert_eq!(asks("jeg er 16 år og ryger hash"), (false, None, Some(16)));
        assert_eq!(asks("my daughter is 19"), (true, Some(Relation::Parent), Some(19)));
        for own in
            ["jeg er mand på 45", "jeg er mor og drikker", "søndag", "mandag", "barndom", "vente 20 dage"]
        {
            assert!(!Asker::read(own).is_about_other, "{own}");
        }
    }
}
