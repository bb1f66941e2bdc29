//! What can be found: the offers and rules of every municipality, and the words of the glossary.

use crate::tasks::{
    glossary::{text as glossary, text::Term},
    rules::{text as rules, text::Topic},
    search::{
        engine::{
            asker::Asker,
            index::{Builder, Field, Index},
        },
        text::{SAME, keywords},
    },
};
use domain::{Fact, Lang, Offer, Rule, RuleValue, Standard, Text};
use std::sync::Arc;

const LANGUAGES: [Lang; 2] = [Lang::Da, Lang::En];

/// What scores less than this share of the best answer of its kind is left out.
const WORTH_SHOWING: f32 = 0.2;

/// Where a document is kept: places in the lists it was made from.
#[derive(Clone, Copy)]
enum Place {
    Offer { standard: usize, offer: usize },
    Rule { standard: usize, rule: usize },
    Term(&'static Term),
}

impl Place {
    /// Offers, rules and words are ranked each by themselves.
    const fn kind(self) -> usize {
        match self {
            Self::Offer { .. } => 0,
            Self::Rule { .. } => 1,
            Self::Term(_) => 2,
        }
    }
}

/// Something that a search has found.
pub enum Found<'a> {
    Offer { standard: &'a Standard, offer: &'a Offer },
    Rule { standard: &'a Standard, topic: &'static Topic, rule: Rule<'a> },
    Term(&'static Term),
}

/// All that can be searched, in memory.
pub struct Search {
    standards: Vec<Arc<Standard>>,
    places: Vec<Place>,
    index: Index,
}

/// What a search gives: the best first, and words looked for in place of those typed.
pub struct Answer<'a> {
    pub found: Vec<Found<'a>>,
    pub instead: Vec<String>,
}

impl Search {
    #[must_use]
    pub fn new(standards: &[Arc<Standard>]) -> Self {
        let mut builder = Builder::new();
        let mut places = Vec::new();
        for (standard, one) in standards.iter().enumerate() {
            for (offer, about) in one.offers.iter().enumerate() {
                builder.document(offer_texts(about));
                places.push(Place::Offer { standard, offer });
            }
            for (rule, about) in one.list_rules().into_iter().enumerate() {
                let written: Vec<(Lang, Field, String)> = rule_texts(one, &about);
                builder.document(written.iter().map(|(lang, field, text)| (*lang, *field, text.as_str())));
                places.push(Place::Rule { standard, rule });
            }
        }
        for term in glossary::all() {
            builder.document(LANGUAGES.into_iter().flat_map(|lang| {
                [(lang, Field::Title, term.name.get(lang)), (lang, Field::Summary, term.plain.get(lang))]
                    .into_iter()
                    .chain(term.forms(lang).iter().map(move |form| (lang, Field::Title, *form)))
            }));
            places.push(Place::Term(term));
        }
        Self { standards: standards.to_vec(), places, index: builder.build(SAME) }
    }

    /// Looks for `query` in one municipality, or in all.
    #[must_use]
    pub fn find(&self, query: &str, code: Option<&str>) -> Answer<'_> {
        let matches = self.index.find(query, |document| self.is_in(document, code));
        let rules: Vec<Vec<Rule<'_>>> = self.standards.iter().map(|standard| standard.list_rules()).collect();
        let mut best: [Option<f32>; 3] = [None; 3];
        let mut found = Vec::new();
        let asker = Asker::read(query);
        let mut documents = matches.documents;
        for (document, score) in &mut documents {
            if let Place::Offer { standard, offer } = self.places[*document] {
                *score *= asker.weigh(&self.standards[standard].offers[offer]);
            }
        }
        documents.sort_by(|(a, score_a), (b, score_b)| score_b.total_cmp(score_a).then(a.cmp(b)));
        for (document, score) in documents {
            let place = self.places[document];
            let best = best[place.kind()].get_or_insert(score);
            if score >= *best * WORTH_SHOWING {
                found.extend(self.found(place, &rules));
            }
        }
        Answer { found, instead: matches.instead }
    }

    /// Whether a document belongs to the municipality asked for; words belong to all.
    fn is_in(&self, document: usize, code: Option<&str>) -> bool {
        match self.places[document] {
            Place::Offer { standard, .. } | Place::Rule { standard, .. } => {
                code.is_none_or(|code| code == self.standards[standard].code)
            }
            Place::Term(_) => true,
        }
    }

    fn found<'a>(&'a self, place: Place, rules: &[Vec<Rule<'a>>]) -> Option<Found<'a>> {
        match place {
            Place::Offer { standard, offer } => {
                let standard: &Standard = &self.standards[standard];
                Some(Found::Offer { standard, offer: &standard.offers[offer] })
            }
            Place::Rule { standard, rule } => {
                let rule = rules[standard][rule].clone();
                let topic = Topic::of(rule.group)?;
                Some(Found::Rule { standard: &self.standards[standard], topic, rule })
            }
            Place::Term(term) => Some(Found::Term(term)),
        }
    }
}

fn offer_texts(offer: &Offer) -> impl Iterator<Item = (Lang, Field, &str)> {
    let facts: [&Fact<Text>; 7] = [
        &offer.for_whom,
        &offer.what_happens,
        &offer.how_often,
        &offer.how_long,
        &offer.place,
        &offer.price,
        &offer.how_to_get,
    ];
    let bodies = facts.into_iter().filter_map(Fact::value).map(|text| (Field::Body, text));
    [(Field::Title, &offer.title), (Field::Summary, &offer.summary)]
        .into_iter()
        .chain(bodies)
        .flat_map(|(field, text)| LANGUAGES.map(|lang| (lang, field, text.get(lang))))
        .chain(
            keywords(&offer.criteria)
                .flat_map(|words| LANGUAGES.map(|lang| (lang, Field::Summary, words.get(lang)))),
        )
}

fn rule_texts(standard: &Standard, rule: &Rule<'_>) -> Vec<(Lang, Field, String)> {
    let topic = Topic::of(rule.group);
    let mut texts = Vec::new();
    for lang in LANGUAGES {
        if let Some(topic) = topic {
            let field = if rule.stated.is_some() { Field::Title } else { Field::Summary };
            texts.push((lang, field, topic.label_of(rule, lang)));
            texts.push((lang, Field::Summary, topic.title_of(standard, lang)));
        }
        if let Some(stated) = &rule.stated {
            let field = if matches!(stated.value, RuleValue::Text(_)) { Field::Body } else { Field::Summary };
            texts.push((lang, field, rules::value(rule, stated.value, lang)));
            texts.extend(stated.note.map(|note| (lang, Field::Body, note.get(lang).to_owned())));
        }
    }
    texts
}
