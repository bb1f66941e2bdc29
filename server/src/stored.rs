//! The list of what is stored, as the page shows it: the same file that a test compares with the database.

use app::pages::stored::{StoredColumn, StoredTable, Track};
use domain::Text;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct List {
    table: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    name: String,
    track: Track,
    purpose: Text,
    deleted: Text,
    columns: Vec<Column>,
}

#[derive(Deserialize)]
struct Column {
    name: String,
    #[serde(flatten)]
    text: Text,
}

/// Every table, in the order of the list.
///
/// # Panics
/// Never: a test reads the list, which is part of the binary.
pub static TABLES: LazyLock<Vec<StoredTable>> = LazyLock::new(|| {
    let list: List = toml::from_str(include_str!("../../docs/stored.toml"))
        .expect("the list of what is stored can be read");
    let column = |Column { name, text }| StoredColumn { name, text };
    list.table
        .into_iter()
        .map(|Table { name, track, purpose, deleted, columns }| StoredTable {
            name,
            track,
            purpose,
            deleted,
            columns: columns.into_iter().map(column).collect(),
        })
        .collect()
});
