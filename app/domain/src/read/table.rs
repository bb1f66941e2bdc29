//! A table of the file, read key by key.

use super::{
    Document,
    values::{FromToml, Node},
};
use crate::{Fact, GROUPS, Reading, ReadingKind, Source, Stated, Text, fact::HasText};
use std::{cell::RefCell, collections::BTreeSet, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A table being read. Keys asked for are remembered; `finish` reports the others as unknown.
pub(crate) struct Table<'a> {
    document: &'a Document<'a>,
    path: String,
    span: Range<usize>,
    entries: &'a DeTable<'a>,
    asked: RefCell<BTreeSet<&'static str>>,
    /// The source of every fact in this table that names none of its own.
    source: Option<Source>,
}

/// A fact's value, and the keys of the fact's table in which it stands.
pub(crate) trait FactValue: FromToml + HasText {
    fn read_from(table: &Table<'_>) -> Option<Self> {
        table.value("value")
    }
}

impl<'a> Table<'a> {
    pub(super) fn root(document: &'a Document<'a>, root: &'a Spanned<DeTable<'a>>) -> Self {
        Self::new(document, String::new(), root.span(), root.get_ref(), None)
    }

    fn new(
        document: &'a Document<'a>,
        path: String,
        span: Range<usize>,
        entries: &'a DeTable<'a>,
        source: Option<Source>,
    ) -> Self {
        Self { document, path, span, entries, asked: RefCell::default(), source }
    }

    pub(super) fn of(node: &Node<'a>) -> Option<Self> {
        let DeValue::Table(entries) = node.value else {
            node.report("a table is expected here");
            return None;
        };
        Some(Self::new(node.document, node.path.clone(), node.span.clone(), entries, node.source.clone()))
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Reports a problem with `key` at the line of that key, or of the table where it is missing.
    pub fn report(&self, key: &str, reason: impl Into<String>) {
        self.document.report(&self.span_of(key), &self.path_of(key), reason);
    }

    fn span_of(&self, key: &str) -> Range<usize> {
        self.entries.get_key_value(key).map_or_else(|| self.span.clone(), |(key, _)| key.span())
    }

    /// The same of what contradicts another part of the file.
    pub fn report_contradiction(&self, key: &str, reason: String) {
        self.document.report_contradiction(&self.span_of(key), &self.path_of(key), reason);
    }

    /// Reports a problem with a key of a group, at its line.
    pub fn report_in(&self, group: &str, key: &str, reason: &str) {
        let of_group = self.entries.get(group).and_then(|entry| entry.get_ref().as_table());
        let span = of_group.and_then(|group| group.get_key_value(key)).map(|(key, _)| key.span());
        let span = span.unwrap_or_else(|| self.span_of(group));
        self.document.report(&span, &format!("{group}.{key}"), reason);
    }

    fn node(&self, key: &'static str) -> Option<Node<'a>> {
        self.asked.borrow_mut().insert(key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(Node {
            document: self.document,
            path: self.path_of(key),
            span: name.span(),
            value: value.get_ref(),
            source: self.source.clone(),
        })
    }

    fn required(&self, key: &'static str) -> Option<Node<'a>> {
        let node = self.node(key);
        if node.is_none() {
            self.report(key, "is missing");
        }
        node
    }

    /// The value of a key that must be there.
    pub fn value<T: FromToml>(&self, key: &'static str) -> Option<T> {
        T::from_toml(&self.required(key)?)
    }

    /// The value of a key that may be left out; `None` only where it is there and wrong.
    #[expect(clippy::option_option, reason = "outside: was it readable; inside: is it there")]
    pub fn optional<T: FromToml>(&self, key: &'static str) -> Option<Option<T>> {
        self.node(key).map_or(Some(None), |node| T::from_toml(&node).map(Some))
    }

    /// A list that may be left out when empty.
    pub fn list<T: FromToml>(&self, key: &'static str) -> Option<Vec<T>> {
        self.optional(key).map(Option::unwrap_or_default)
    }

    /// A value, or a list of them in square brackets, at least one.
    pub fn one_or_more<T: FromToml>(&self, key: &'static str) -> Option<Vec<T>> {
        let node = self.required(key)?;
        if !matches!(node.value, DeValue::Array(_)) {
            return T::from_toml(&node).map(|one| vec![one]);
        }
        let list = Vec::from_toml(&node)?;
        if list.is_empty() {
            node.report("must name at least one");
            return None;
        }
        Some(list)
    }

    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        Table::of(&self.required(key)?)
    }

    /// A table that may be left out; `None` only where something else stands there.
    #[expect(clippy::option_option, reason = "outside: was it readable; inside: is it there")]
    pub fn optional_table(&self, key: &'static str) -> Option<Option<Table<'a>>> {
        self.node(key).map_or(Some(None), |node| Table::of(&node).map(Some))
    }

    /// The tables of `[[key]]`, at least one.
    pub fn tables(&self, key: &'static str) -> Option<Vec<Table<'a>>> {
        let node = self.required(key)?;
        let DeValue::Array(items) = node.value else {
            node.report("must be written as [[…]]");
            return None;
        };
        if items.is_empty() {
            node.report("must hold at least one table");
            return None;
        }
        items.iter().map(|item| Table::of(&node.item(item))).collect()
    }

    /// The same, or none.
    pub fn optional_tables(&self, key: &'static str) -> Option<Vec<Table<'a>>> {
        if self.has(key) { self.tables(key) } else { Some(Vec::new()) }
    }

    /// The ids that sources begin with, where there are several documents.
    pub fn set_documents(&self, ids: Vec<String>) {
        self.document.documents.replace(ids);
    }

    /// Whether the table has `key`, without asking for it.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// A fact that must be there, if only as `"silent"`.
    pub fn fact<T: FactValue>(&self, key: &'static str) -> Option<Fact<T>> {
        read_fact(&self.required(key)?)
    }

    /// A fact that only some tables have.
    #[expect(clippy::option_option, reason = "outside: was it readable; inside: is it there")]
    pub fn optional_fact<T: FactValue>(&self, key: &'static str) -> Option<Option<Fact<T>>> {
        self.node(key).map_or(Some(None), |node| read_fact(&node).map(Some))
    }

    /// The table's own `source` and `law`, which its facts inherit.
    pub fn own_source(&mut self) -> Option<Source> {
        let source = read_source(self)?;
        self.source = Some(source.clone());
        Some(source)
    }

    /// Reports every key nobody asked for; nothing is read from the table after.
    pub fn finish(self) {
        self.report_unknown();
    }

    /// Reports every key nobody asked for.
    pub fn report_unknown(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries {
            if !asked.contains(key.get_ref().as_ref()) {
                self.report(key.get_ref(), unknown(key.get_ref()));
            }
        }
    }
}

/// What is said of a key that nobody asked for.
fn unknown(key: &str) -> &'static str {
    match key {
        "craft_talks" | "craft_pre_talks" | "craft_relative_from_age" | "brus_to_age" => {
            "stands in its offer now: talks, pre_talks or relative_ages of the [[offer]] (docs/standards.md)"
        }
        _ if GROUPS.contains(&key) => {
            "is a group: keys such as group.key = … stand at the top of the file, before the first [heading]"
        }
        _ => "is not a key of this table",
    }
}

/// `"silent"`; a table with the value and its source; or, where the table around it has a source,
/// the bare value.
fn read_fact<T: FactValue>(node: &Node<'_>) -> Option<Fact<T>> {
    if matches!(node.value, DeValue::String(text) if text == "silent") {
        return Some(Fact::Silent);
    }
    if matches!(node.value, DeValue::String(text) if text == "todo") {
        node.document.note_todo(&node.span, &node.path);
        return Some(Fact::Silent);
    }
    if matches!(node.value, DeValue::String(text) if ["silent", "todo"].contains(&text.to_lowercase().as_str()))
    {
        node.report("is written in small letters: \"silent\" or \"todo\"");
        return None;
    }
    let has_own_frame = matches!(node.value, DeValue::Table(entries)
        if ["value", "source", "note", "contradiction", "gap"].iter().any(|key| entries.contains_key(*key)));
    if !has_own_frame {
        let Some(source) = node.source.clone() else {
            node.report("its source is missing (source = [\"§…\"]), or write \"silent\"");
            return None;
        };
        let value = T::from_toml(node)?;
        return Some(Fact::Stated(Stated { value, note: None, source, reading: None }));
    }
    let table = Table::of(node)?;
    let value = T::read_from(&table);
    let source =
        if table.has("source") || node.source.is_none() { read_source(&table) } else { node.source.clone() };
    let nuance = table.optional::<Text>("note");
    let reading = read_reading(&table);
    table.finish();
    Some(Fact::Stated(Stated { value: value?, note: nuance?, source: source?, reading: reading? }))
}

fn read_source(table: &Table<'_>) -> Option<Source> {
    let sections: Option<Vec<String>> = table.value("source");
    let law = table.list("law");
    let sections = sections?;
    if sections.is_empty() {
        table.report("source", "must name at least one section");
        return None;
    }
    let cited: Vec<Result<String, String>> =
        sections.iter().map(|section| table.document.cite(section)).collect();
    for reason in cited.iter().filter_map(|cited| cited.as_ref().err()) {
        table.report("source", reason.as_str());
    }
    let sections: Result<Vec<String>, String> = cited.into_iter().collect();
    let law: Vec<String> = law?;
    // There are two of §141.
    if let Some(bare) = law.iter().find(|clause| clause.starts_with('§')) {
        table.report("law", format!("“{bare}” does not name its act, such as SEL or SUL"));
    }
    Some(Source { sections: sections.ok()?, law })
}

/// `contradiction` or `gap`, with the number of the finding and the reading.
#[expect(clippy::option_option, reason = "outside: was it readable; inside: is it there")]
fn read_reading(table: &Table<'_>) -> Option<Option<Reading>> {
    for (key, kind) in [("contradiction", ReadingKind::Contradiction), ("gap", ReadingKind::Gap)] {
        if table.has(key) {
            let inner = table.table(key)?;
            let (finding, text) = (inner.value("finding"), inner.value("reading"));
            inner.finish();
            return Some(Some(Reading { kind, finding: finding?, text: text? }));
        }
    }
    Some(None)
}
