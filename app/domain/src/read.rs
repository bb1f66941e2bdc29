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
}

impl Document<'_> {
    fn report(&self, span: &Range<usize>, key: &str, reason: impl Into<String>) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        self.problems.borrow_mut().push(StandardFileError {
            file: self.file.to_owned(),
            line: 1 + before.matches('\n').count(),
            key: key.to_owned(),
            reason: reason.into(),
        });
    }
}

/// Reads the standard in `text`; `file` is named in problems.
///
/// # Errors
/// All problems of the file, in the order of its lines.
pub fn read_standard(file: &str, text: &str) -> Result<Standard, Vec<StandardFileError>> {
    let document = Document { file, text, problems: RefCell::default() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        document.report(&error.span().unwrap_or(0..0), "", error.message());
    }
    let standard = Standard::read(Table::root(&document, &root));
    let mut problems = document.problems.into_inner();
    problems.sort_by_key(|problem| problem.line);
    match standard {
        Some(standard) if problems.is_empty() => Ok(standard),
        _ => Err(problems),
    }
}
