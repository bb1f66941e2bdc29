//! `portal standards migrate`: what has come since into files of an earlier version, as "todo". Lines are added and
//! nothing else is touched, so that remarks and the order stay.

use app::tasks::rules::text::{TOPICS, Topic};
use std::{error::Error, fmt::Write, fs, path::Path};
use toml::{Table, Value};

/// What has got another name since: where a line begins so, it begins otherwise.
const RENAMED: [(&str, &str); 6] = [
    ("[move_programme]", "[youth_course]"),
    ("move_programme.", "youth_course."),
    ("intake.move_offer_ages", "intake.youth_course_offer_ages"),
    ("move_offer_ages", "youth_course_offer_ages"),
    ("special_groups.nada ", "special_groups.other_methods "),
    ("nada ", "other_methods "),
];

/// What stands in the offer itself since; where it was silent, its line goes.
const MOVED: [&str; 4] = ["craft_talks", "craft_pre_talks", "craft_relative_from_age", "brus_to_age"];

/// Adds what is missing to every file of a folder; tells what was added.
///
/// # Errors
/// A file that cannot be read or written, or is broken: then none is changed.
pub fn migrate(dir: &Path) -> Result<String, Box<dyn Error>> {
    let mut paths: Vec<_> =
        fs::read_dir(dir)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let mut migrated = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let (after, added) = add_missing(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        migrated.push((path, (after != text).then_some(after), added));
    }
    let mut told = String::new();
    for (path, after, added) in migrated {
        if let Some(after) = after {
            // Beside the file first, so that a full disk leaves the old one whole.
            let beside = path.with_extension("toml.new");
            fs::write(&beside, after)?;
            fs::rename(&beside, &path)?;
        }
        let _ = writeln!(told, "{}: {} added", path.display(), added.len());
        for key in added {
            let _ = writeln!(told, "  {key}");
        }
    }
    Ok(told)
}

/// The text with what was missing, and the keys of that.
fn add_missing(text: &str) -> Result<(String, Vec<String>), toml::de::Error> {
    let mut lines: Vec<String> = text.lines().filter(|line| !is_moved(line)).map(rename).collect();
    let file: Table = lines.join("\n").parse()?;
    let mut added = Vec::new();
    for topic in &TOPICS {
        let missing = find_missing(&file, topic);
        added.extend(missing.iter().map(|key| format!("{}.{key}", topic.group)));
        insert(&mut lines, topic.group, &missing);
    }
    if !file.contains_key("document") {
        let first = lines.iter().position(|line| line == "[[unit]]").unwrap_or(lines.len());
        lines.splice(first..first, one_document(&file));
        added.push("document".to_owned());
    }
    let (after, units) = add_to_units(lines, &file);
    added.extend(units);
    Ok((after.join("\n") + "\n", added))
}

/// Whether a line says of a key that has moved that nothing is known. One that states something stays, and is reported when
/// the file is read.
fn is_moved(line: &str) -> bool {
    let Some((key, value)) = line.split_once(" = ") else { return false };
    MOVED.contains(&key.trim_start_matches("relatives.")) && ["\"silent\"", "\"todo\""].contains(&value)
}

fn rename(line: &str) -> String {
    let renamed = RENAMED.iter().find_map(|(old, new)| Some(format!("{new}{}", line.strip_prefix(old)?)));
    renamed.unwrap_or_else(|| line.to_owned())
}

fn find_missing(file: &Table, topic: &Topic) -> Vec<&'static str> {
    let group = file.get(topic.group).and_then(Value::as_table);
    let is_there = |key: &str| group.is_some_and(|group| group.contains_key(key));
    topic.rules.iter().map(|(key, _)| *key).filter(|key| !is_there(key)).collect()
}

/// Below the group's heading; where its keys stand at the top of the file, at the end of those; else under a heading of
/// its own.
fn insert(lines: &mut Vec<String>, group: &str, missing: &[&str]) {
    if missing.is_empty() {
        return;
    }
    let heading = format!("[{group}]");
    let dotted = lines.iter().any(|line| line.starts_with(&format!("{group}.")));
    if let Some(place) = lines.iter().position(|line| *line == heading) {
        lines.splice(place + 1..=place, missing.iter().map(|key| format!("{key} = \"todo\"")));
    } else if dotted {
        let end = lines.iter().position(|line| line.starts_with('[')).unwrap_or(lines.len());
        lines.splice(end..end, missing.iter().map(|key| format!("{group}.{key} = \"todo\"")));
    } else {
        lines.extend([String::new(), heading]);
        lines.extend(missing.iter().map(|key| format!("{key} = \"todo\"")));
    }
}

/// How one gets in, for every unit that does not say.
fn add_to_units(lines: Vec<String>, file: &Table) -> (Vec<String>, Vec<String>) {
    let units = file.get("unit").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut silent = units.iter().map(|unit| unit.get("accessibility").is_none());
    let (mut after, mut added) = (Vec::new(), Vec::new());
    for line in lines {
        let is_unit = line == "[[unit]]";
        after.push(line);
        if is_unit && silent.next() == Some(true) {
            after.push("accessibility = \"todo\"".to_owned());
            added.push("unit.accessibility".to_owned());
        }
    }
    (after, added)
}

/// The one document of a standard from before there were several.
fn one_document(file: &Table) -> Vec<String> {
    let substances = file.get("identity").and_then(|identity| identity.get("substances")?.get("value"));
    let substances = substances.map_or_else(|| "[\"ALCOHOL\", \"DRUGS\"]".to_owned(), ToString::to_string);
    [
        "[[document]]",
        "id = \"standard\"",
        "title = { da = \"Kvalitetsstandard\", en = \"Quality standard\" }",
        &format!("substances = {substances}"),
        "",
    ]
    .map(str::to_owned)
    .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::standards::new::write_file;
    use domain::read_draft;

    const VEJLE: &str = include_str!("../../../../app/domain/standards/vejle.toml");

    /// The file as it would have been before some keys had come.
    fn without(file: &str, keys: &[&str]) -> String {
        let is_new = |line: &str| keys.iter().any(|key| line.starts_with(&format!("{key} = ")));
        file.lines()
            .filter(|line| !is_new(line))
            .map(|line| line.to_owned() + "\n")
            .collect::<Vec<_>>()
            .concat()
    }

    fn becomes_a_draft(before: &str) {
        assert!(read_draft("old.toml", before).is_err(), "the old one is refused");
        let (after, added) = add_missing(before).expect("it can be read");
        let draft = read_draft("new.toml", &after).unwrap_or_else(|problems| panic!("{problems:?}"));
        let is_added = |key: &&String| {
            draft.todo.iter().any(|todo| &&todo.key == key && todo.reason.contains("looked up"))
        };
        let facts = added.iter().filter(|key| *key != "document");
        assert!(facts.clone().all(|key| is_added(&key)), "{added:?}");
        let mut rest = after.lines();
        for line in before.lines() {
            let kept = rename(line);
            assert!(rest.any(|after| after == kept), "in its place: {kept}");
        }
        assert_eq!(
            add_missing(&after).expect("it can be read").1,
            Vec::<String>::new(),
            "a second time adds nothing"
        );
    }

    #[test]
    fn a_file_without_what_has_come_since_becomes_a_draft_in_which_the_rest_stands_as_it_was() {
        let new =
            ["accessibility", "no_fixed_number", "day_treatment", "offered", "purpose", "values", "moving"];
        let before =
            without(VEJLE, &new).replace("[aims]\n", "").replace("[youth_course]", "[move_programme]");
        let (before, document) = (before.clone(), before.find("[[document]]").expect("a document"));
        let end = before[document..].find("[[unit]]").expect("a unit");
        becomes_a_draft(&format!("{}{}", &before[..document], &before[document + end..]));
    }

    #[test]
    fn a_file_that_was_begun_by_the_portal_keeps_its_order_and_questions() {
        becomes_a_draft(&without(
            &write_file("Eksempelby", "eksempelby"),
            &["guarantee.day_treatment", "aims.purpose", "values", "relatives.no_fixed_number"],
        ));
    }
}
