//! `portal standards migrate`: what has come since into files of an earlier version, as "todo".

use app::tasks::rules::text::TOPICS;
use std::{error::Error, fmt::Write, fs, path::Path};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

/// The facts of a unit that have come since the first version.
const UNIT: [&str; 1] = ["accessibility"];

/// Adds what is missing to every file of a folder; tells what was added.
///
/// # Errors
/// A file that cannot be read or written.
pub fn migrate(dir: &Path) -> Result<String, Box<dyn Error>> {
    let mut told = String::new();
    let mut entries: Vec<_> = fs::read_dir(dir)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for path in entries
        .iter()
        .map(fs::DirEntry::path)
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
    {
        let text = fs::read_to_string(&path)?;
        let (after, added) = add_missing(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        if !added.is_empty() {
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
fn add_missing(text: &str) -> Result<(String, Vec<String>), toml_edit::TomlError> {
    let mut document: DocumentMut = text.parse()?;
    rename(&mut document);
    let mut added = Vec::new();
    for topic in &TOPICS {
        let group = document.entry(topic.group).or_insert_with(|| Item::Table(Table::new()));
        let Some(group) = group.as_table_like_mut() else { continue };
        for (key, _) in topic.rules {
            if !group.contains_key(key) {
                group.insert(key, value("todo"));
                added.push(format!("{}.{key}", topic.group));
            }
        }
    }
    if let Some(units) = document.get_mut("unit").and_then(Item::as_array_of_tables_mut) {
        for unit in units.iter_mut() {
            for key in UNIT.iter().filter(|key| !unit.contains_key(key)).collect::<Vec<_>>() {
                unit.insert(key, value("todo"));
                added.push(format!("unit.{key}"));
            }
        }
    }
    if !document.contains_key("document") {
        let documents = one_document(&document);
        document.insert("document", Item::ArrayOfTables(documents));
        added.push("document".to_owned());
    }
    Ok((document.to_string(), added))
}

/// What has got another name since.
fn rename(document: &mut DocumentMut) {
    if let Some(course) = document.remove("move_programme") {
        document.insert("youth_course", course);
    }
    let intake = document.get_mut("intake").and_then(Item::as_table_like_mut);
    if let Some(intake) = intake
        && let Some(ages) = intake.remove("move_offer_ages")
    {
        intake.insert("youth_course_offer_ages", ages);
    }
}

/// The one document of a standard from before there were several.
fn one_document(standard: &DocumentMut) -> ArrayOfTables {
    let substances = standard
        .get("identity")
        .and_then(|identity| identity.get("substances")?.get("value")?.as_array().cloned())
        .unwrap_or_else(|| ["ALCOHOL", "DRUGS"].into_iter().collect());
    let mut title = toml_edit::InlineTable::new();
    title.insert("da", "Kvalitetsstandard".into());
    title.insert("en", "Quality standard".into());
    let mut document = Table::new();
    document.insert("id", value("standard"));
    document.insert("title", value(title));
    document.insert("substances", value(substances));
    let mut documents = ArrayOfTables::new();
    documents.push(document);
    documents
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::read_draft;

    const NOW: &str = include_str!("../../../../app/domain/standards/vejle.toml");

    #[test]
    fn a_file_without_what_has_come_since_becomes_a_draft_and_keeps_the_rest() {
        let is_new = |line: &str| {
            [
                "accessibility = ",
                "no_fixed_number = ",
                "day_treatment = ",
                "offered = {",
                "purpose = ",
                "values = ",
                "moving = ",
            ]
            .iter()
            .any(|key| line.starts_with(key))
        };
        let old = NOW.lines().filter(|line| !is_new(line) && *line != "[aims]");
        let before = old.collect::<Vec<_>>().join("\n");
        assert!(read_draft("old.toml", &before).is_err(), "the old one is refused");
        let (after, added) = add_missing(&before).expect("it can be read");
        assert!(added.contains(&"guarantee.day_treatment".to_owned()), "{added:?}");
        let draft = read_draft("new.toml", &after).unwrap_or_else(|problems| panic!("{problems:?}"));
        let to_look_up = draft.todo.iter().filter(|todo| todo.reason.contains("looked up")).count();
        assert_eq!(to_look_up, added.len(), "{added:?}");
        let kept = before.lines().filter(|line| !line.is_empty());
        assert!(kept.clone().all(|line| after.contains(line)), "nothing is lost");
        assert_eq!(
            add_missing(&after).expect("it can be read").1,
            Vec::<String>::new(),
            "a second time adds nothing"
        );
    }
}
