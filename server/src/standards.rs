//! Where the municipalities' files come from: built into the binary, or a folder.

use crate::router::reserved_names;
use domain::{Standard, StandardFileError, read_standard};
use include_dir::{Dir, include_dir};
use std::{collections::BTreeMap, fs, io, path::Path};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../app/domain/standards");

/// A file's name and its text.
type File = (String, String);

/// Reads all standards, from `dir` or those built in, ordered by code.
///
/// # Errors
/// All problems of all files.
pub fn load(dir: Option<&Path>) -> Result<Vec<Standard>, Vec<StandardFileError>> {
    let files = dir.map_or_else(|| Ok(built_in()), in_folder).map_err(|problem| vec![problem])?;
    read_all(&files)
}

fn built_in() -> Vec<File> {
    BUILT_IN
        .files()
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "toml"))
        .map(|file| {
            let name = file.path().display().to_string();
            (name, file.contents_utf8().unwrap_or_default().to_owned())
        })
        .collect()
}

fn in_folder(dir: &Path) -> Result<Vec<File>, StandardFileError> {
    let unreadable = |path: &Path, error: &io::Error| StandardFileError {
        file: path.display().to_string(),
        line: 1,
        key: String::new(),
        reason: format!("cannot be read: {error}"),
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| unreadable(dir, &error))? {
        let path = entry.map_err(|error| unreadable(dir, &error))?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error))?;
            files.push((path.display().to_string(), text));
        }
    }
    if files.is_empty() {
        return Err(unreadable(dir, &io::Error::other("there is no .toml file in it")));
    }
    Ok(files)
}

fn read_all(files: &[File]) -> Result<Vec<Standard>, Vec<StandardFileError>> {
    let mut standards: BTreeMap<String, (Standard, &str)> = BTreeMap::new();
    let mut problems = Vec::new();
    for (file, text) in files {
        match read_standard(file, text) {
            Ok(standard) => {
                let reserved = reserved_names().contains(standard.code.as_str());
                let twin = standards.get(&standard.code).map(|(_, other)| *other);
                let reason = match twin {
                    Some(other) => Some(format!("{other} has the code “{}” already", standard.code)),
                    None if reserved => Some(format!("“{}” is the address of a page", standard.code)),
                    None => None,
                };
                match reason {
                    Some(reason) => problems.push(StandardFileError {
                        file: file.clone(),
                        line: line_of(text, "code"),
                        key: "code".to_owned(),
                        reason,
                    }),
                    None => {
                        standards.insert(standard.code.clone(), (standard, file));
                    }
                }
            }
            Err(mut found) => problems.append(&mut found),
        }
    }
    if problems.is_empty() {
        Ok(standards.into_values().map(|(standard, _)| standard).collect())
    } else {
        Err(problems)
    }
}

fn line_of(text: &str, key: &str) -> usize {
    1 + text.lines().position(|line| line.trim_start().starts_with(key)).unwrap_or(0)
}
