//! An inverted index in memory: word stem to the documents it stands in, each with a weight.

use crate::tasks::search::engine::words::{Words, is_common, split};
use domain::Lang;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

/// More words than this are not looked at.
const WORDS_AT_MOST: usize = 8;

/// What a match of each kind counts.
const EXACT: f32 = 1.0;
const BEGINS: f32 = 0.6;
const SAME_MEANING: f32 = 0.5;
const INSIDE: f32 = 0.4;
/// What a word counts that was meant but not typed.
const MISSPELT: f32 = 0.7;

/// Where a text stands in a document says what a word in it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    Title,
    Summary,
    Body,
}

impl Field {
    const fn weight(self) -> f32 {
        match self {
            Self::Title => 4.0,
            Self::Summary => 2.5,
            Self::Body => 1.0,
        }
    }
}

struct Entry {
    key: String,
    shape: Shape,
    /// A word of this stem as it is written, to be shown.
    written: String,
    /// Documents, each with what the word counts in it.
    documents: Vec<(usize, f32)>,
}

/// What tells two keys apart at a glance, before they are compared letter by letter.
#[derive(Clone, Copy)]
struct Shape {
    length: usize,
    /// A bit for each letter that occurs.
    letters: u64,
}

impl Shape {
    fn of(key: &str) -> Self {
        let bit = |letter: char| 1_u64 << (u32::from(letter) % 64);
        Self { length: key.chars().count(), letters: key.chars().map(bit).fold(0, |all, bit| all | bit) }
    }

    /// Whether a key of this shape can stand in one of the other.
    const fn may_stand_in(self, other: Self) -> bool {
        self.length <= other.length && self.letters & !other.letters == 0
    }

    /// Whether two keys can be `slips` slips apart: a slip changes two letters' bits at most.
    const fn may_be_near(self, other: Self, slips: u32) -> bool {
        self.length.abs_diff(other.length) <= slips as usize
            && (self.letters ^ other.letters).count_ones() <= 2 * slips
    }
}

/// A word that people use for words of the texts.
struct Same {
    shape: Shape,
    written: String,
    meant: Vec<String>,
}

type SameWords = HashMap<String, Same>;

pub struct Index {
    entries: Vec<Entry>,
    by_key: HashMap<String, usize>,
    same: SameWords,
    documents: usize,
    words: [Words; 2],
}

/// What was found: documents with their scores, best first, and words looked for instead of those
/// that nobody wrote.
#[derive(Debug, Default)]
pub struct Matches {
    pub documents: Vec<(usize, f32)>,
    pub instead: Vec<String>,
}

/// Collects documents before the index is made.
pub struct Builder {
    keys: BTreeMap<String, (String, HashMap<usize, f32>)>,
    documents: usize,
    words: [Words; 2],
}

impl Builder {
    pub fn new() -> Self {
        let words = [Lang::Da, Lang::En].map(Words::of);
        Self { keys: BTreeMap::new(), documents: 0, words }
    }

    /// Adds a document. Its number is how many there were before.
    pub fn document<'a>(&mut self, texts: impl IntoIterator<Item = (Lang, Field, &'a str)>) {
        let document = self.documents;
        self.documents += 1;
        for (lang, field, text) in texts {
            let words = of(&self.words, lang);
            for word in split(text).filter(|word| !is_common(word)) {
                let (_, documents) =
                    self.keys.entry(words.key(&word)).or_insert_with(|| (word, HashMap::new()));
                let weight = documents.entry(document).or_insert(0.0);
                *weight = weight.max(field.weight());
            }
        }
    }

    pub fn build(self, same: &[(&[&str], &[&str])]) -> Index {
        let entries: Vec<Entry> = self
            .keys
            .into_iter()
            .map(|(key, (written, documents))| {
                let mut documents: Vec<(usize, f32)> = documents.into_iter().collect();
                documents.sort_unstable_by_key(|(document, _)| *document);
                Entry { shape: Shape::of(&key), key, written, documents }
            })
            .collect();
        let by_key = entries.iter().enumerate().map(|(place, entry)| (entry.key.clone(), place)).collect();
        let same = same_words(same, &self.words);
        Index { entries, by_key, same, documents: self.documents, words: self.words }
    }
}

/// The words of a language, Danish first.
fn of(words: &[Words; 2], lang: Lang) -> &Words {
    &words[usize::from(lang == Lang::En)]
}

fn same_words(lists: &[(&[&str], &[&str])], words: &[Words; 2]) -> SameWords {
    let mut same = SameWords::new();
    for (used, meant) in lists {
        for words in words {
            let meant = meant.iter().map(|word| words.key(word));
            for used in *used {
                let entry = same.entry(words.key(used)).or_insert_with_key(|key| Same {
                    shape: Shape::of(key),
                    written: (*used).to_owned(),
                    meant: Vec::new(),
                });
                entry.meant.extend(meant.clone());
            }
        }
    }
    same
}

impl Index {
    /// Looks for the words of `query` in the documents that are `wanted`. A document that holds more
    /// of them stands before one that holds fewer.
    #[must_use]
    pub fn find(&self, query: &str, wanted: impl Fn(usize) -> bool) -> Matches {
        let mut words: Vec<String> = split(query).filter(|word| !is_common(word)).collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(WORDS_AT_MOST);
        let mut instead = Vec::new();
        let mut total: HashMap<usize, (f32, f32)> = HashMap::new();
        for word in &words {
            for (document, score) in self.documents_of(word, &wanted, &mut instead) {
                let (sum, found) = total.entry(document).or_default();
                *sum += score;
                *found += 1.0;
            }
        }
        let mut documents: Vec<(usize, f32)> =
            total.into_iter().map(|(document, (sum, found))| (document, sum * found * found)).collect();
        documents.sort_by(|(a, score_a), (b, score_b)| score_b.total_cmp(score_a).then(a.cmp(b)));
        Matches { documents, instead }
    }

    /// The wanted documents that a word stands in, each with what it counts there. A word in few of
    /// them tells more than one in many.
    #[expect(clippy::cast_precision_loss, reason = "a score need not be exact")]
    fn documents_of(
        &self,
        word: &str,
        wanted: &impl Fn(usize) -> bool,
        instead: &mut Vec<String>,
    ) -> HashMap<usize, f32> {
        let mut keys: Vec<String> = self.words.iter().map(|words| words.key(word)).collect();
        keys.dedup();
        let mut best = self.best(&self.alike(&keys), wanted);
        if best.is_empty()
            && let Some((meant, found)) = self.meant(&keys, wanted)
        {
            instead.push(meant);
            best = found;
        }
        let rarity = (1.0 + self.documents as f32 / best.len().max(1) as f32).ln();
        for score in best.values_mut() {
            *score *= rarity;
        }
        best
    }

    fn best(&self, matches: &[(usize, f32)], wanted: &impl Fn(usize) -> bool) -> HashMap<usize, f32> {
        let mut best: HashMap<usize, f32> = HashMap::new();
        for (place, quality) in matches {
            for (document, weight) in &self.entries[*place].documents {
                if wanted(*document) {
                    let score = best.entry(*document).or_insert(0.0);
                    *score = score.max(quality * weight);
                }
            }
        }
        best
    }

    /// Words equal to one of `keys`, beginning with it, holding it or held by it as a part of a
    /// compound, or used for the same thing.
    fn alike(&self, keys: &[String]) -> Vec<(usize, f32)> {
        let mut matches = Vec::new();
        for key in keys {
            matches.extend(self.by_key.get(key).map(|&place| (place, EXACT)));
            let same = self.same.get(key).into_iter().flat_map(|same| &same.meant);
            matches.extend(same.filter_map(|word| self.by_key.get(word)).map(|&place| (place, SAME_MEANING)));
            matches.extend(self.holding(key));
        }
        matches
    }

    fn holding<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (usize, f32)> + 'a {
        /// A part of a compound that is shorter tells nothing.
        const PART: usize = 5;
        let shape = Shape::of(key);
        self.entries.iter().enumerate().filter_map(move |(place, entry)| {
            let (inside, around) = (shape.may_stand_in(entry.shape), entry.shape.may_stand_in(shape));
            if inside && entry.key.len() > key.len() && shape.length >= 4 && entry.key.starts_with(key) {
                Some((place, BEGINS))
            } else if (inside
                && entry.key.len() > key.len()
                && shape.length >= PART
                && entry.key.contains(key))
                || (around && entry.shape.length >= PART && entry.key != key && key.contains(&entry.key))
            {
                Some((place, INSIDE))
            } else {
                None
            }
        })
    }

    /// What was meant by a word a slip or two away from one that leads to a wanted document: the word
    /// as it is written, and those documents.
    fn meant(
        &self,
        keys: &[String],
        wanted: &impl Fn(usize) -> bool,
    ) -> Option<(String, HashMap<usize, f32>)> {
        self.near(keys).into_iter().find_map(|(key, written)| {
            let mut found = self.best(&self.alike(std::slice::from_ref(&key)), wanted);
            for score in found.values_mut() {
                *score *= MISSPELT;
            }
            (!found.is_empty()).then_some((written, found))
        })
    }

    /// Known words that differ from one of `keys` by a slip or two, nearest first.
    fn near(&self, keys: &[String]) -> Vec<(String, String)> {
        let mut near: Vec<(usize, &String, &String)> = Vec::new();
        for key in keys {
            let shape = Shape::of(key);
            let slips = match shape.length {
                0..=4 => continue,
                5..=7 => 1,
                _ => 2,
            };
            let texts = self.entries.iter().map(|entry| (entry.shape, &entry.key, &entry.written));
            let used = self.same.iter().map(|(known, same)| (same.shape, known, &same.written));
            near.extend(
                texts
                    .chain(used)
                    .filter(|(known, ..)| known.may_be_near(shape, slips))
                    .map(|(_, known, written)| (strsim::osa_distance(known, key), known, written))
                    .filter(|(distance, ..)| *distance <= slips as usize),
            );
        }
        near.sort_by_key(|(distance, known, _)| (*distance, Reverse(known.len())));
        near.into_iter().map(|(_, known, written)| (known.clone(), written.clone())).collect()
    }
}
