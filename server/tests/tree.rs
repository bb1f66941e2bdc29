//! The shape of the house: which file may name which. Plain searches of the tree, each telling file and line.

use server::router::ROUTES;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
/// Tasks that know nothing of who somebody is.
const ANONYMOUS: [&str; 6] =
    ["booking", "waiting_list", "return_code", "clarification", "conversation", "calendar"];
/// What knows who somebody is.
const NAMING: [&str; 2] = ["tasks::complaint", "tasks::citizen_session"];

/// Every Rust file below a folder, with its path from there.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(ROOT).join(folder);
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    let text = |path: &PathBuf| {
        let name = path.strip_prefix(&root).expect("below the root").display().to_string();
        (name, fs::read_to_string(path).expect("a text"))
    };
    found.iter().map(text).collect()
}

/// Lines for which something holds, as `file:line: text`.
fn lines(files: &[(String, String)], is_wrong: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in files {
        for (number, line) in text.lines().enumerate() {
            if !line.trim_start().starts_with("//") && is_wrong(file, line) {
                wrong.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    wrong
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn sql_stands_in_repositories_and_in_the_database_alone() {
    let wrong = lines(&files("server/src"), |file, line| {
        let may = file.starts_with("db/") || file.ends_with("repository.rs");
        let is_sql = ["sqlx::", "\"SELECT ", "\"INSERT INTO ", "\"UPDATE ", "\"DELETE FROM "];
        !may && is_sql.iter().any(|words| line.contains(words))
    });
    assert_none(&wrong);
}

#[test]
fn a_task_calls_no_repository_but_its_own() {
    // What is booked is one task in three folders: times, codes, and what staff see of them.
    let wrong = lines(&files("server/src/tasks"), |file, line| {
        let own = Path::new(file).parent().expect("a folder").display().to_string();
        let Some(at) = line.find("repository") else { return false };
        let before = &line[..at];
        let foreign = before.contains("tasks::") || before.contains("super::super");
        foreign && !before.contains(&own.replace('/', "::"))
    });
    assert_none(&wrong);
}

#[test]
fn arrows_run_from_handlers_to_services_to_repositories_to_the_database() {
    let wrong = lines(&files("server/src/tasks"), |file, line| {
        let is_layer = |name: &str| file.ends_with(&format!("{name}.rs"));
        let names = |what: &str| line.contains(what) && (line.contains("use ") || line.contains("::"));
        (is_layer("repository") && (names("handlers") || names("web::")))
            || (is_layer("service") && names("handlers::"))
            || (is_layer("form") && (names("db::Db") || names("service::")))
    });
    assert_none(&wrong);
    let below = lines(&files("server/src/db"), |_, line| {
        line.contains("crate::tasks") || line.contains("crate::web")
    });
    assert_none(&below);
}

#[test]
fn the_crates_know_each_other_in_one_direction() {
    let domain =
        lines(&files("app/domain/src"), |_, line| line.contains("app::") || line.contains("server::"));
    assert_none(&domain);
    let app = lines(&files("app/src"), |_, line| line.contains("server::") || line.contains("sqlx"));
    assert_none(&app);
}

#[test]
fn the_anonymous_tasks_name_nothing_that_knows_who_somebody_is() {
    let wrong = lines(&files("server/src/tasks"), |file, line| {
        let task = file.split('/').next().unwrap_or_default();
        ANONYMOUS.contains(&task) && NAMING.iter().any(|naming| line.contains(naming))
    });
    assert_none(&wrong);
}

#[test]
fn every_statement_is_among_those_that_are_prepared_on_both_engines() {
    for (file, text) in files("server/src").iter().filter(|(file, _)| file.ends_with("repository.rs")) {
        let listed =
            text.split("pub const STATEMENTS: &[&str] =").nth(1).and_then(|rest| rest.split("&[").nth(1));
        let listed = listed.and_then(|rest| rest.split("];").next()).unwrap_or_default();
        let listed: BTreeSet<&str> =
            listed.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        let consts = text.lines().filter_map(|line| line.strip_prefix("const ")?.split_once(": &str"));
        let stated: BTreeSet<&str> = consts.map(|(name, _)| name).collect();
        assert_eq!(listed, stated, "{file}");
    }
}

#[test]
fn a_task_has_the_same_name_in_pages_and_behind_them() {
    let folders = |root: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(Path::new(ROOT).join(root)).expect("a folder");
        let folders = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir());
        folders.map(|path| path.file_name().expect("a name").display().to_string()).collect()
    };
    let (pages, behind) = (folders("app/src/tasks"), folders("server/src/tasks"));
    let missing: Vec<_> = pages.difference(&behind).collect();
    assert!(missing.is_empty(), "without a folder in the server: {missing:?}");
    for route in ROUTES.iter().filter(|route| route.task != "web") {
        let folder = Path::new(ROOT).join("server/src/tasks").join(route.task);
        assert!(folder.is_dir(), "{}: there is no folder {}", route.path, route.task);
    }
}

#[test]
fn no_file_is_too_long_to_be_read_at_once() {
    let mut long = BTreeMap::new();
    for root in ["app/domain/src", "app/src", "server/src"] {
        for (file, text) in files(root) {
            let number = text.lines().count();
            if number > 450 {
                long.insert(file, number);
            }
        }
    }
    assert!(long.is_empty(), "{long:?}");
}
