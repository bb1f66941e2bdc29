//! The list of what is stored, as the page shows it: the same file that a test compares with the database.

use app::tasks::about::stored::StoredTable;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct List {
    table: Vec<StoredTable>,
}

/// Every table, in the order of the list.
///
/// # Panics
/// Never: a test reads the list, which is part of the binary.
pub static TABLES: LazyLock<Vec<StoredTable>> = LazyLock::new(|| {
    let list: List = toml::from_str(include_str!("../../docs/stored.toml"))
        .expect("the list of what is stored can be read");
    list.table
});
