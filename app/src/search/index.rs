//! An inverted index in memory: word stem to the documents it stands in, each with a weight.

use super::words::{Words, is_common, split};
use domain::Lang;
use std::collections::{BTreeMap, HashMap};

/// More words than this are not looked at.
const WORDS_AT_MOST: usize = 8;

/// What a match of each kind counts.
const EXACT: f32 = 1.0;
const BEGINS: f32 = 0.7;
const INSIDE: f32 = 0.5;
const MISSPELT: f32 = 0.45;
const SAME_MEANING: f32 = 0.4;

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
            Self::Title => 6.0,
            Self::Summary => 3.0,
            Self::Body => 1.0,
        }
    }
}

struct Entry {
    key: String,
    /// A word of this stem as it is written, to be shown.
    written: String,
    /// Documents, each with what the word counts in it.
    documents: Vec<(usize, f32)>,
}

/// Words of ours that are used for words of the texts.
type SameWords = HashMap<String, Vec<String>>;

pub struct Index {
    entries: Vec<Entry>,
    by_key: HashMap<String, usize>,
    same: SameWords,
    documents: usize,
    words: [(Lang, Words); 2],
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
    words: [(Lang, Words); 2],
}

impl Builder {
    pub fn new() -> Self {
        let words = [Lang::Da, Lang::En].map(|lang| (lang, Words::of(lang)));
        Self { keys: BTreeMap::new(), documents: 0, words }
    }

    /// Adds a document and gives its number: 0, 1, 2 …
    pub fn document<'a>(&mut self, texts: impl IntoIterator<Item = (Lang, Field, &'a str)>) -> usize {
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
        document
    }

    pub fn build(self, same: &[(&[&str], &[&str])]) -> Index {
        let entries: Vec<Entry> = self
            .keys
            .into_iter()
            .map(|(key, (written, documents))| {
                let mut documents: Vec<(usize, f32)> = documents.into_iter().collect();
                documents.sort_unstable_by_key(|(document, _)| *document);
                Entry { key, written, documents }
            })
            .collect();
        let by_key = entries.iter().enumerate().map(|(place, entry)| (entry.key.clone(), place)).collect();
        let same = same_words(same, &self.words);
        Index { entries, by_key, same, documents: self.documents, words: self.words }
    }
}

fn of(words: &[(Lang, Words); 2], lang: Lang) -> &Words {
    &words[usize::from(lang == Lang::En)].1
}

fn same_words(lists: &[(&[&str], &[&str])], words: &[(Lang, Words); 2]) -> SameWords {
    let mut same = SameWords::new();
    for (used, meant) in lists {
        for (_, words) in words {
            let meant = meant.iter().map(|word| words.key(word));
            for used in *used {
                same.entry(words.key(used)).or_default().extend(meant.clone());
            }
        }
    }
    same
}

impl Index {
    /// Looks for the words of `query`. A document that holds more of them stands before one that
    /// holds fewer.
    #[must_use]
    pub fn find(&self, query: &str) -> Matches {
        let mut words: Vec<String> = split(query).filter(|word| !is_common(word)).collect();
        words.dedup();
        words.truncate(WORDS_AT_MOST);
        let mut instead = Vec::new();
        let mut total: HashMap<usize, (f32, f32)> = HashMap::new();
        for word in &words {
            for (document, score) in self.documents_of(word, &mut instead) {
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

    /// The documents a word stands in, each with the best it counts there.
    fn documents_of(&self, word: &str, instead: &mut Vec<String>) -> HashMap<usize, f32> {
        let keys: Vec<String> = self.words.iter().map(|(_, words)| words.key(word)).collect();
        let mut matches = self.alike(&keys);
        if matches.is_empty() {
            matches = self.misspelt(&keys);
            if let Some((place, _)) = matches.first() {
                instead.push(self.entries[*place].written.clone());
            }
        }
        let mut best: HashMap<usize, f32> = HashMap::new();
        for (place, quality) in matches {
            let entry = &self.entries[place];
            let rarity = self.rarity(entry.documents.len());
            for (document, weight) in &entry.documents {
                let score = best.entry(*document).or_insert(0.0);
                *score = score.max(quality * weight * rarity);
            }
        }
        best
    }

    /// A word in few documents tells more than one in many.
    #[expect(clippy::cast_precision_loss, reason = "a score need not be exact")]
    fn rarity(&self, documents: usize) -> f32 {
        (1.0 + self.documents as f32 / documents as f32).ln()
    }

    /// Words equal to one of `keys`, beginning with it, holding it or held by it as a part of a
    /// compound, or used for the same thing.
    fn alike(&self, keys: &[String]) -> Vec<(usize, f32)> {
        let mut matches = Vec::new();
        for key in keys {
            matches.extend(self.by_key.get(key).map(|&place| (place, EXACT)));
            let same = self.same.get(key).into_iter().flatten();
            matches.extend(same.filter_map(|word| self.by_key.get(word)).map(|&place| (place, SAME_MEANING)));
            if key.len() >= 3 {
                matches.extend(self.holding(key));
            }
        }
        matches
    }

    fn holding<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (usize, f32)> + 'a {
        self.entries.iter().enumerate().filter_map(move |(place, entry)| {
            let longer = entry.key.len() > key.len();
            if longer && entry.key.starts_with(key) {
                Some((place, BEGINS))
            } else if (longer && key.len() >= 5 && entry.key.contains(key))
                || (!longer && entry.key.len() >= 5 && key.contains(&entry.key))
            {
                Some((place, INSIDE))
            } else {
                None
            }
        })
    }

    /// Words that differ from one of `keys` by a slip or two, nearest first.
    fn misspelt(&self, keys: &[String]) -> Vec<(usize, f32)> {
        let mut matches: Vec<(usize, usize)> = Vec::new();
        for key in keys {
            let slips = match key.chars().count() {
                0..=3 => continue,
                4..=6 => 1,
                _ => 2,
            };
            let near = self
                .entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.key.len().abs_diff(key.len()) <= slips);
            matches.extend(
                near.map(|(place, entry)| (place, strsim::osa_distance(&entry.key, key)))
                    .filter(|(_, distance)| *distance <= slips),
            );
        }
        let nearest = matches.iter().map(|(_, distance)| *distance).min();
        matches.retain(|(_, distance)| Some(*distance) == nearest);
        matches.sort_by_key(|(place, _)| std::cmp::Reverse(self.entries[*place].documents.len()));
        matches.into_iter().map(|(place, _)| (place, MISSPELT)).collect()
    }
}
