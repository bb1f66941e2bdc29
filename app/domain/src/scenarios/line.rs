//! One line of a file of cases.

use serde::Deserialize;
use serde_json::{Map, Value, value::RawValue};

/// A case: what is asked, what is known, and what must come out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub id: String,
    pub question: String,
    #[serde(default)]
    pub feature: Option<String>,
    pub municipality: String,
    /// Kept as it is written until the question says which facts it may hold.
    pub given: Box<RawValue>,
    #[serde(default)]
    pub expect: Option<Map<String, Value>>,
    #[serde(default, rename = "reading")]
    _reading: Option<u16>,
    #[serde(default, rename = "source")]
    _source: Option<String>,
    #[serde(default, rename = "note")]
    _note: Option<String>,
}

impl Line {
    /// Reads a line.
    ///
    /// # Errors
    /// The key that is missing, unknown or of the wrong type.
    pub fn read(text: &str) -> Result<Self, String> {
        typed(text, "")
    }
}

/// Reads JSON; an error names the key below `path`.
pub fn typed<'de, T: Deserialize<'de>>(text: &'de str, path: &str) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let key = error.path().to_string();
        let place = match (path, key.as_str()) {
            ("", ".") => String::new(),
            ("", key) => format!("{key}: "),
            (path, ".") => format!("{path}: "),
            (path, key) => format!("{path}.{key}: "),
        };
        format!("{place}{}", error.inner())
    })?;
    deserializer.end().map_err(|error| error.to_string())?;
    Ok(read)
}
