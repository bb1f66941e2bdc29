//! What is stored is what `docs/stored.toml` lists, column by column, in both engines.

use crate::engines::both;
use std::collections::{BTreeMap, BTreeSet};

const LIST: &str = include_str!("../../../docs/stored.toml");

fn listed() -> BTreeMap<String, toml::Table> {
    let list: toml::Table = LIST.parse().expect("a list that can be read");
    list["table"]
        .as_array()
        .expect("tables")
        .iter()
        .map(|table| {
            (table["name"].as_str().expect("a name").to_owned(), table.as_table().expect("a table").clone())
        })
        .collect()
}

#[tokio::test]
async fn nothing_is_stored_that_is_not_listed_and_nothing_listed_is_missing() {
    let listed: BTreeSet<(String, String)> = listed()
        .iter()
        .flat_map(|(name, table)| {
            let columns = table["columns"].as_array().expect("columns").iter();
            columns
                .map(|column| (name.clone(), column["name"].as_str().expect("a name").to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    for engine in both().await {
        let columns = engine.store.columns().await.expect("columns");
        let stored: BTreeSet<(String, String)> =
            columns.into_iter().map(|(table, column, _)| (table, column)).collect();
        assert_eq!(stored, listed, "{}", engine.name);
    }
}

#[tokio::test]
async fn the_anonymous_track_has_no_column_that_could_order_or_time_or_locate_anybody() {
    let lists = listed();
    for engine in both().await {
        for (table, column, kind) in engine.store.columns().await.expect("columns") {
            if lists[&table]["track"].as_str() == Some("anonymous") {
                let telling = ["timestamp", "time", "inet", "cidr", "serial", "uuid", "json"];
                assert!(
                    !telling.iter().any(|word| kind.contains(word)),
                    "{}: {table}.{column} {kind}",
                    engine.name
                );
            }
        }
    }
}

#[test]
fn every_table_says_what_it_is_for_and_when_it_goes() {
    for (name, table) in listed() {
        for key in ["purpose", "deleted"] {
            for lang in ["da", "en"] {
                assert!(
                    table[key][lang].as_str().is_some_and(|text| !text.is_empty()),
                    "{name}: {key} {lang}"
                );
            }
        }
        assert!(
            ["staff", "anonymous", "confidential"].contains(&table["track"].as_str().expect("a track")),
            "{name}"
        );
    }
}
