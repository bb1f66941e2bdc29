//! What is stored is what `docs/stored.toml` lists, column by column, in both engines.

use crate::each_engine::each_engine;
use crate::engines::{EngineKind, both, moment};
use rstest_reuse::apply;
use server::{
    db::Column,
    jobs::retention::{Ends, rules},
    tasks,
};
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

#[apply(each_engine)]
#[tokio::test]
async fn nothing_is_stored_that_is_not_listed_and_nothing_listed_is_missing(engine: EngineKind) {
    let listed: BTreeSet<(String, String)> = listed()
        .iter()
        .flat_map(|(name, table)| {
            let columns = table["columns"].as_array().expect("columns").iter();
            columns
                .map(|column| (name.clone(), column["name"].as_str().expect("a name").to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    let engine = engine.open().await;
    let columns = engine.store.columns().await.expect("columns");
    let stored: BTreeSet<(String, String)> =
        columns.into_iter().map(|column| (column.table, column.name)).collect();
    let unlisted: Vec<_> = stored.difference(&listed).collect();
    assert!(unlisted.is_empty(), "{}: not in docs/stored.toml: {unlisted:?}", engine.name);
    let missing: Vec<_> = listed.difference(&stored).collect();
    assert!(missing.is_empty(), "{}: in docs/stored.toml only: {missing:?}", engine.name);
}

#[apply(each_engine)]
#[tokio::test]
async fn the_anonymous_track_has_no_column_that_could_order_or_time_or_locate_anybody(engine: EngineKind) {
    let lists = listed();
    let engine = engine.open().await;
    for column in engine.store.columns().await.expect("columns") {
        let table = lists.get(&column.table);
        let table = table.unwrap_or_else(|| panic!("docs/stored.toml has no table {}", column.table));
        if matches!(table["track"].as_str(), Some("anonymous" | "plan")) {
            let telling = ["timestamp", "time", "inet", "cidr", "serial", "uuid", "json"];
            assert!(
                !telling.iter().any(|word| column.kind.contains(word)),
                "{}: {}.{} {}",
                engine.name,
                column.table,
                column.name,
                column.kind
            );
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
            ["staff", "anonymous", "confidential", "complaint", "plan"]
                .contains(&table["track"].as_str().expect("a track")),
            "{name}"
        );
    }
}

/// How an engine writes a type that is the same in both.
fn common_kind(kind: &str) -> &str {
    match kind {
        "blob" | "bytea" => "bytes",
        "integer" | "bigint" => "number",
        kind => kind,
    }
}

#[tokio::test]
async fn both_engines_have_the_same_columns_of_the_same_kind_that_may_be_empty_alike() {
    let [sqlite, postgres] = both().await;
    let mut described = Vec::new();
    for engine in [&sqlite, &postgres] {
        let columns = engine.store.columns().await.expect("columns");
        let describe = |column: &Column| {
            format!(
                "{}.{} {}{}",
                column.table,
                column.name,
                common_kind(&column.kind),
                if column.nullable { "?" } else { "" }
            )
        };
        described.push(columns.iter().map(describe).collect::<BTreeSet<String>>());
    }
    let [one, other] = [&described[0], &described[1]];
    assert_eq!(one.difference(other).collect::<Vec<_>>(), Vec::<&String>::new(), "in SQLite alone");
    assert_eq!(other.difference(one).collect::<Vec<_>>(), Vec::<&String>::new(), "in PostgreSQL alone");
}

/// The constraints when a table is dropped.
fn without(found: &BTreeSet<String>, table: &str) -> BTreeSet<String> {
    found.iter().filter(|one| !one.starts_with(&format!("{table}: "))).cloned().collect()
}

/// The constraints when a table is called something else.
fn renamed(found: &BTreeSet<String>, old: &str, new: &str) -> BTreeSet<String> {
    let rename = |one: &String| {
        let one = one.replace(&format!("REFERENCES {old} "), &format!("REFERENCES {new} "));
        one.strip_prefix(&format!("{old}: ")).map_or(one.clone(), |rest| format!("{new}: {rest}"))
    };
    found.iter().map(rename).collect()
}

/// The constraints when a column need not be unique any more, by the name that `PostgreSQL` gives.
fn without_unique(found: &BTreeSet<String>, table: &str, constraint: &str) -> BTreeSet<String> {
    let column = constraint.strip_prefix(&format!("{table}_")).and_then(|rest| rest.strip_suffix("_key"));
    let line = format!("{table}: {} ", column.expect("the name of a unique column"));
    let ease =
        |one: &String| if one.starts_with(&line) { one.replacen(" UNIQUE", "", 1) } else { one.clone() };
    found.iter().map(ease).collect()
}

/// The constraints of a table as its migrations write them, engine's own words made common.
fn constraints(engine: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("migrations").map(|entry| entry.expect("one").path()).collect();
    paths.sort();
    let mut found = BTreeSet::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a migration");
        let mut table = String::new();
        for line in text.lines().map(str::trim) {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["DROP", "TABLE", name] => found = without(&found, name.trim_end_matches(';')),
                ["ALTER", "TABLE", old, "RENAME", "TO", new] => {
                    found = renamed(&found, old, new.trim_end_matches(';'));
                }
                ["ALTER", "TABLE", name, "DROP", "CONSTRAINT", constraint] => {
                    found = without_unique(&found, name, constraint.trim_end_matches(';'));
                }
                ["ALTER", "TABLE", name, "ADD", "CONSTRAINT", _, ..] => {
                    found.insert(format!("{name}: {}", words[6..].join(" ").trim_end_matches(';')));
                    continue;
                }
                ["CREATE" | "ALTER", "TABLE", name, ..] => name.clone_into(&mut table),
                _ => {}
            }
            let is_constraint =
                ["CHECK (", "UNIQUE", "PRIMARY KEY", "REFERENCES"].iter().any(|c| line.contains(c));
            // What only one engine has: the number of the audit, and nobody booked twice at once.
            if is_constraint && !line.contains("AUTOINCREMENT") && !line.contains("GENERATED") {
                let common =
                    line.replace("BLOB", "BYTES").replace("BYTEA", "BYTES").replace("BIGINT", "INTEGER");
                found.insert(format!("{table}: {}", common.trim_end_matches([',', ';'])));
            }
        }
    }
    found
}

#[test]
fn both_engines_are_held_by_the_same_constraints() {
    assert_eq!(constraints("sqlite"), constraints("postgres"));
}

#[apply(each_engine)]
#[tokio::test]
async fn both_engines_understand_every_statement(engine: EngineKind) {
    let statements = [
        tasks::booking::repository::STATEMENTS,
        tasks::booking::code::repository::STATEMENTS,
        tasks::waiting_list::repository::STATEMENTS,
        tasks::case::repository::STATEMENTS,
        tasks::desk::figures::repository::STATEMENTS,
        tasks::conversation::repository::STATEMENTS,
        tasks::callback::repository::STATEMENTS,
        tasks::complaint::attachment::repository::STATEMENTS,
        tasks::complaint::repository::STATEMENTS,
        tasks::plan::repository::STATEMENTS,
        tasks::plan::own_note::repository::STATEMENTS,
        tasks::citizen_session::repository::STATEMENTS,
        tasks::key_print::repository::STATEMENTS,
        tasks::form_token::repository::STATEMENTS,
        server::jobs::repository::STATEMENTS,
        tasks::desk::account::repository::STATEMENTS,
        tasks::desk::agenda::repository::STATEMENTS,
        tasks::desk::audit::repository::STATEMENTS,
        tasks::desk::hours::repository::STATEMENTS,
        tasks::desk::settings::repository::STATEMENTS,
        tasks::desk::sign_in::repository::STATEMENTS,
        tasks::desk::staff::repository::STATEMENTS,
    ];
    assert_eq!(statements.len(), repositories(), "a repository whose statements are not prepared here");
    let engine = engine.open().await;
    let mut tx = engine.store.db.read().await.expect("a connection");
    for statement in statements.into_iter().flatten() {
        tx.prepare(statement).await.unwrap_or_else(|error| panic!("{}: {statement}: {error}", engine.name));
    }
}

/// How many files of statements there are.
fn repositories() -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).expect("a folder");
        let count_one = |path: std::path::PathBuf| {
            if path.is_dir() { count(&path) } else { usize::from(path.ends_with("repository.rs")) }
        };
        entries.map(|entry| count_one(entry.expect("an entry").path())).sum()
    }
    count(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[apply(each_engine)]
#[tokio::test]
async fn every_table_has_a_rule_for_how_long_its_rows_are_kept(engine: EngineKind) {
    let engine = engine.open().await;
    let columns = engine.store.columns().await.expect("columns");
    let tables: BTreeSet<&str> = columns.iter().map(|column| column.table.as_str()).collect();
    let ruled: BTreeSet<&str> = rules().map(|rule| rule.table).collect();
    assert_eq!(tables, ruled, "{}", engine.name);
    for rule in rules() {
        if let Ends::With(parent) = rule.ends {
            assert!(tables.contains(parent), "{} goes with {parent}", rule.table);
        }
    }
    // What a rule says can be run, also on a table without rows.
    let at = moment(0, "2026-11-23".parse().expect("a day"));
    assert_eq!(engine.store.overdue(at).await.expect("counted"), 0, "{}", engine.name);
}
