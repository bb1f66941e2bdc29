//! Where the municipalities' files come from: built into the binary, or a folder.

use crate::router::reserved_names;
use domain::{Draft, Standard, StandardFileError, read_draft};
use include_dir::{Dir, include_dir};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../app/domain/standards");

/// A file's name and its text.
#[derive(Clone)]
pub struct StandardFile {
    pub name: String,
    pub text: String,
}

/// A standard, and the file that it was read from.
pub struct LoadedStandard {
    pub draft: Draft,
    pub file: StandardFile,
    /// Whether it is only previewed.
    pub is_preview: bool,
}

/// Where the files are that are served.
#[derive(Clone)]
pub enum StandardsSource {
    BuiltIn,
    Folder(PathBuf),
    /// A folder beside the files built in: facts in it may still be to be looked up.
    Preview(PathBuf),
}

/// What is in a folder, without reading it: the files, their lengths and when they were written.
pub type Fingerprint = Vec<(PathBuf, u64, Option<SystemTime>)>;

impl StandardsSource {
    /// The files built in, or those of a folder.
    #[must_use]
    pub fn of(dir: Option<PathBuf>) -> Self {
        dir.map_or(Self::BuiltIn, Self::Folder)
    }

    /// Reads all standards, ordered by code. Only in a preview may a fact still be to be looked up.
    ///
    /// # Errors
    /// All problems of all files.
    pub fn read(&self) -> Result<Vec<LoadedStandard>, Vec<StandardFileError>> {
        let one = |problem| vec![problem];
        match self {
            Self::BuiltIn => without_todo(read_all(built_in())?),
            Self::Folder(dir) => without_todo(read_all(in_folder(dir).map_err(one)?)?),
            Self::Preview(dir) => {
                let own = read_all(in_folder(dir).map_err(one)?)?;
                let mut all = read_all(built_in())?;
                all.retain(|known| {
                    own.iter().all(|new| new.draft.standard.code != known.draft.standard.code)
                });
                all.extend(own.into_iter().map(|one| LoadedStandard { is_preview: true, ..one }));
                Ok(all)
            }
        }
    }

    /// What the folder holds now; nothing for what is built in, which never changes.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let dir = match self {
            Self::BuiltIn => return Vec::new(),
            Self::Folder(dir) | Self::Preview(dir) => dir,
        };
        let entries = fs::read_dir(dir).into_iter().flatten().flatten();
        let mut files: Fingerprint = entries
            .filter(|entry| is_standard(&entry.path()))
            .filter_map(|entry| {
                let about = entry.metadata().ok()?;
                Some((entry.path(), about.len(), about.modified().ok()))
            })
            .collect();
        files.sort();
        files
    }
}

/// Reads all standards, from `dir` or those built in, ordered by code.
///
/// # Errors
/// All problems of all files.
pub fn load(dir: Option<&Path>) -> Result<Vec<Standard>, Vec<StandardFileError>> {
    let loaded = StandardsSource::of(dir.map(Path::to_owned)).read()?;
    Ok(loaded.into_iter().map(|loaded| loaded.draft.standard).collect())
}

/// The files built in.
#[must_use]
pub fn built_in() -> Vec<StandardFile> {
    let files = BUILT_IN.files().filter(|file| is_standard(file.path()));
    let named = files.map(|file| StandardFile {
        name: file.path().display().to_string(),
        text: file.contents_utf8().unwrap_or_default().to_owned(),
    });
    named.collect()
}

fn is_standard(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml")
}

fn in_folder(dir: &Path) -> Result<Vec<StandardFile>, StandardFileError> {
    let unreadable = |path: &Path, error: &io::Error| problem_of(path, format!("cannot be read: {error}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| unreadable(dir, &error))? {
        let path = entry.map_err(|error| unreadable(dir, &error))?.path();
        // A pipe with such a name would never end.
        if is_standard(&path) && path.is_file() {
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
            let text = decode(&bytes).map_err(|reason| problem_of(&path, reason))?;
            files.push(StandardFile { name: path.display().to_string(), text });
        }
    }
    if files.is_empty() {
        return Err(unreadable(dir, &io::Error::other("there is no .toml file in it")));
    }
    Ok(files)
}

fn problem_of(path: &Path, reason: String) -> StandardFileError {
    StandardFileError { file: path.display().to_string(), line: 1, key: String::new(), reason }
}

/// The text of a file; where it is not saved as UTF-8, what it seems to be.
fn decode(bytes: &[u8]) -> Result<String, String> {
    String::from_utf8(bytes.to_vec()).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        let line = 1 + String::from_utf8_lossy(&bytes[..place]).matches('\n').count();
        let seems = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            "UTF-16"
        } else {
            "Windows-1252 or ISO 8859-1"
        };
        format!(
            "is not saved as UTF-8 (line {line}), but perhaps as {seems}: save it as UTF-8 in your editor"
        )
    })
}

fn without_todo(loaded: Vec<LoadedStandard>) -> Result<Vec<LoadedStandard>, Vec<StandardFileError>> {
    let todo: Vec<StandardFileError> = loaded.iter().flat_map(|loaded| loaded.draft.todo.clone()).collect();
    if todo.is_empty() { Ok(loaded) } else { Err(todo) }
}

fn read_all(files: Vec<StandardFile>) -> Result<Vec<LoadedStandard>, Vec<StandardFileError>> {
    let mut standards: BTreeMap<String, LoadedStandard> = BTreeMap::new();
    let mut problems = Vec::new();
    for file in files {
        match read_draft(&file.name, &file.text) {
            Ok(draft) => {
                let code = draft.standard.code.clone();
                let reserved = reserved_names().contains(code.as_str());
                let reason = match standards.get(&code) {
                    Some(twin) => Some(format!("{} has the code “{code}” already", twin.file.name)),
                    None if reserved => Some(format!("“{code}” is the address of a page")),
                    None => None,
                };
                match reason {
                    Some(reason) => problems.push(StandardFileError {
                        line: line_of(&file.text, "code"),
                        file: file.name,
                        key: "code".to_owned(),
                        reason,
                    }),
                    None => {
                        standards.insert(code, LoadedStandard { draft, file, is_preview: false });
                    }
                }
            }
            Err(mut found) => problems.append(&mut found),
        }
    }
    if problems.is_empty() { Ok(standards.into_values().collect()) } else { Err(problems) }
}

fn line_of(text: &str, key: &str) -> usize {
    1 + text.lines().position(|line| line.trim_start().starts_with(key)).unwrap_or(0)
}
