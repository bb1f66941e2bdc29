//! Reads a municipality's file. All problems are found in one pass, each with file, line, key and
//! reason, so that who writes the file can mend them together.

mod table;
mod values;

pub(crate) use table::{FactValue, Table};

use crate::Standard;
use std::{cell::RefCell, fmt, ops::Range};
use toml::de::DeTable;

/// Something wrong in a municipality's file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct StandardFileError {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// The key as a path, such as `guarantee.length_days`.
    pub key: String,
    pub reason: String,
}

impl fmt::Display for StandardFileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = if self.key.is_empty() { "(file)" } else { &self.key };
        write!(out, "{}:{}: {}: {}", self.file, self.line, key, self.reason)
    }
}

/// A file being read: its text, to tell lines, and what has been found wrong so far.
pub(crate) struct Document<'a> {
    file: &'a str,
    text: &'a str,
    problems: RefCell<Vec<StandardFileError>>,
    /// Facts that nobody has looked up yet.
    todo: RefCell<Vec<StandardFileError>>,
    /// The ids of the standard's documents.
    documents: RefCell<Vec<String>>,
}

/// A file that may still hold facts which nobody has looked up: they are read as silent.
#[derive(Clone, Debug)]
pub struct Draft {
    pub standard: Standard,
    /// The facts that are to be looked up.
    pub todo: Vec<StandardFileError>,
}

impl Document<'_> {
    fn report(&self, span: &Range<usize>, key: &str, reason: impl Into<String>) {
        self.problems.borrow_mut().push(self.problem(span, key, reason.into()));
    }

    fn problem(&self, span: &Range<usize>, key: &str, reason: String) -> StandardFileError {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = 1 + before.matches('\n').count();
        StandardFileError { file: self.file.to_owned(), line, key: key.to_owned(), reason }
    }

    /// Reports what contradicts something else; while facts are still to be looked up, that is only noted.
    fn report_contradiction(&self, span: &Range<usize>, key: &str, reason: String) {
        let problem = self.problem(span, key, reason);
        let mut todo = self.todo.borrow_mut();
        if todo.is_empty() {
            self.problems.borrow_mut().push(problem);
        } else {
            todo.push(problem);
        }
    }

    /// Notes that a fact is still to be looked up.
    fn note_todo(&self, span: &Range<usize>, key: &str) {
        let reason = "is not looked up yet: write what the standard says, or \"silent\"".to_owned();
        self.todo.borrow_mut().push(self.problem(span, key, reason));
    }

    /// A section as it is cited. Where the standard has several documents, each names its own.
    fn cite(&self, section: &str) -> Result<String, String> {
        let documents = self.documents.borrow();
        if documents.len() < 2 {
            return Ok(section.to_owned());
        }
        let named = section.split_once(':').map(|(id, place)| (id.trim(), place.trim()));
        match named {
            Some((id, place)) if documents.iter().any(|known| known == id) && !place.is_empty() => {
                Ok(format!("{id} {place}"))
            }
            Some((id, _)) if documents.iter().all(|known| known != id) => {
                Err(format!("“{id}” is not the id of a document ({})", documents.join(", ")))
            }
            _ => {
                let example = documents.first().map_or("", String::as_str);
                let known = documents.join(", ");
                Err(format!(
                    "must begin with the id of its document, such as \"{example}: {section}\" ({known})"
                ))
            }
        }
    }

    /// What was wrong in the format itself, with what may help.
    fn report_syntax(&self, span: &Range<usize>, message: &str) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        let quotes = line.matches('"').count();
        let duplicate = message.contains("duplicate key");
        let hint = if duplicate {
            TWICE
        } else if quotes % 2 == 1 || has_stray_quote(line) {
            STRAY_QUOTE
        } else {
            ""
        };
        self.report(span, "", format!("{message}{hint}"));
    }
}

const TWICE: &str = ". Each key and each group stands once; a group is written either as [group] or as group.key at the top, not both";
const STRAY_QUOTE: &str = ". Is there a straight quotation mark inside a text? Write ” or “ there";

/// Whether a straight quotation mark stands where a word begins inside a text: after a letter and a space.
fn has_stray_quote(line: &str) -> bool {
    let letters: Vec<char> = line.chars().collect();
    letters
        .windows(4)
        .any(|four| four[0].is_alphabetic() && four[1] == ' ' && four[2] == '"' && four[3].is_alphanumeric())
}

/// Reads the standard in `text`; `file` is named in problems.
///
/// # Errors
/// All problems of the file, in the order of its lines.
pub fn read_standard(file: &str, text: &str) -> Result<Standard, Vec<StandardFileError>> {
    let Draft { standard, todo } = read_draft(file, text)?;
    if todo.is_empty() { Ok(standard) } else { Err(todo) }
}

/// The same of a file in which facts may still be `"todo"`.
///
/// # Errors
/// All problems of the file, in the order of its lines.
pub fn read_draft(file: &str, text: &str) -> Result<Draft, Vec<StandardFileError>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document {
        file,
        text,
        problems: RefCell::default(),
        todo: RefCell::default(),
        documents: RefCell::default(),
    };
    let (root, errors) = DeTable::parse_recoverable(text);
    let has_form = errors.is_empty();
    for error in errors {
        document.report_syntax(&error.span().unwrap_or(0..0), error.message());
    }
    let standard = Standard::read(&Table::root(&document, &root));
    let (mut problems, mut todo) = (document.problems.into_inner(), document.todo.into_inner());
    if !has_form {
        // What follows from a broken line is told once the line is mended.
        problems.retain(|problem| problem.key.is_empty());
        // After a stray quotation mark the reader takes words for keys, to the end of the file.
        let stray = problems.iter().position(|problem| problem.reason.ends_with(STRAY_QUOTE));
        problems.truncate(stray.map_or(problems.len(), |place| place + 1));
    }
    problems.sort_by_key(|problem| problem.line);
    todo.sort_by_key(|problem| problem.line);
    match standard {
        Some(standard) if problems.is_empty() => Ok(Draft { standard, todo }),
        _ => Err(problems),
    }
}
