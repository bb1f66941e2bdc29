//! Compares the municipalities' files of two folders, fact by fact: `scripts/compare-standards` runs it.

#![expect(clippy::print_stdout, reason = "it is asked for on the command line")]

use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};
use toml::{Table, Value};

/// What has got another name since.
const RENAMED: [(&str, &str); 8] = [
    (
        "skanderborg.toml guarantee.parent_starts_clock",
        "skanderborg.toml drugs.guarantee.parent_starts_clock",
    ),
    ("move_programme.", "youth_course."),
    ("intake.move_offer_ages", "intake.youth_course_offer_ages"),
    ("special_groups.nada", "special_groups.other_methods"),
    ("vejle.toml relatives.craft_talks", "vejle.toml offer \"craft\".talks"),
    ("vejle.toml relatives.craft_pre_talks", "vejle.toml offer \"craft\".pre_talks"),
    ("vejle.toml relatives.craft_relative_from_age", "vejle.toml offer \"craft\".relative_ages"),
    ("skanderborg.toml relatives.brus_to_age", "skanderborg.toml offer \"brus\".relative_ages"),
];

/// What was read wrongly and has been corrected to the standard's text, with its finding.
const CORRECTED: [(&str, &str); 3] = [
    ("slagelse.toml complaints.alcohol_decisions", "125: the centre takes the complaint (§6.8.2)"),
    (
        "slagelse.toml offer \"anonym-stofbehandling\".place",
        "64: the duty to have two agreements, not the fact (§3.1)",
    ),
    (
        "skanderborg.toml complaints.oral_for",
        "13: papers of the case and missing information too (§8.2, §8.3)",
    ),
];

/// Every fact by its place, such as `vejle.toml offer raad.price`.
type Facts = BTreeMap<String, Value>;

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let [before, after] = folders.as_slice() else {
        println!("compare_standards BEFORE AFTER");
        return ExitCode::FAILURE;
    };
    let (before, after) = (read(Path::new(before)), read(Path::new(after)));
    let stated: Vec<(&String, &Value)> = before.iter().filter(|(_, value)| !is_silent(value)).collect();
    let mut wrong = 0;
    for (place, value) in &stated {
        let renamed = RENAMED.iter().fold((*place).clone(), |place, (old, new)| place.replace(old, new));
        match after.get(&renamed) {
            Some(now) if says_the_same(value, now) => {}
            Some(_) if let Some((_, why)) = CORRECTED.iter().find(|(corrected, _)| corrected == *place) => {
                println!("corrected: {place} ({why})");
            }
            Some(now) => {
                wrong += 1;
                println!("changed: {place}\n  {value}\n  {now}");
            }
            None => {
                wrong += 1;
                println!("lost: {place}\n  {value}");
            }
        }
    }
    for (place, value) in
        after.iter().filter(|(place, value)| before.get(*place) != Some(value) && !is_silent(value))
    {
        if before.get(place).is_none_or(is_silent) {
            println!("new: {place}\n  {value}");
        }
    }
    println!("{} facts before, {} of them stated: {wrong} lost or changed", before.len(), stated.len());
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether a fact says what it said: an age that is now a span of ages, and a span that has become a fact, do.
fn says_the_same(before: &Value, now: &Value) -> bool {
    let (mut before, mut now) = (before.clone(), now.clone());
    for fact in [&mut before, &mut now] {
        let Some(table) = fact.as_table_mut() else { continue };
        let ages = table.get("value").unwrap_or(&Value::Table(table.clone())).clone();
        let limit = ages.get("to").or_else(|| ages.get("from")).and_then(Value::as_integer);
        if let Some(limit) = limit {
            table.retain(|key, _| key != "from" && key != "to");
            table.insert("value".to_owned(), limit.into());
        }
    }
    let is_age =
        |fact: &Value| fact.as_table().is_some_and(|table| table.len() == 1 && table.contains_key("value"));
    before == now || (is_age(&before) && before.get("value") == now.get("value"))
}

fn is_silent(value: &Value) -> bool {
    value.as_str() == Some("silent")
}

fn read(folder: &Path) -> Facts {
    let mut facts = Facts::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let file = path.file_name().expect("a name").display().to_string();
        let table: Table =
            fs::read_to_string(&path).expect("a text").parse().expect("a file in the format TOML");
        for (group, value) in table {
            match value {
                Value::Table(groups) if ["alcohol", "drugs"].contains(&group.as_str()) => {
                    for (inner, value) in groups {
                        collect(&format!("{file} {group}.{inner}"), value, &mut facts);
                    }
                }
                value => collect(&format!("{file} {group}"), value, &mut facts),
            }
        }
    }
    facts
}

/// A group's keys, a unit's by its id, an offer's by its slug.
fn collect(place: &str, value: Value, facts: &mut Facts) {
    match value {
        Value::Table(table) if !is_fact(&table) => {
            for (key, value) in table {
                facts.insert(format!("{place}.{key}"), value);
            }
        }
        Value::Array(items) if items.iter().all(Value::is_table) => {
            for item in items {
                let name = ["id", "slug", "number"].iter().find_map(|key| item.get(key));
                let name = name.map(ToString::to_string).unwrap_or_default();
                collect(&format!("{place} {name}"), item, facts);
            }
        }
        other => {
            facts.insert(place.to_owned(), other);
        }
    }
}

fn is_fact(table: &Table) -> bool {
    table.contains_key("da") || table.contains_key("value")
}
