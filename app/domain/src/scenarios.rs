//! A case worker's lines of cases, decided (`portal rules decide`), and compared with what is expected
//! (`portal rules check`). The contract of a line stands in `docs/scenarios.md`.

mod answer;
mod line;

use crate::Standard;
use answer::{Answer, answer};
use line::Line;
use serde_json::{Map, Value, json};
use std::{collections::BTreeSet, fmt::Write};

/// What there is to say of a file, and whether all is well.
pub struct Report {
    pub text: String,
    pub passed: bool,
}

/// Decides every line of `file` and gives one line of JSON for each; an error is told and does not
/// stop the rest.
#[must_use]
pub fn decide(standards: &[Standard], file: &str) -> Report {
    let mut text = String::new();
    let mut passed = true;
    for (number, read) in lines(file) {
        let decided = read.and_then(|line| Ok((answer(standards, &line)?, line)));
        match decided {
            Ok((answer, line)) => {
                let _ = writeln!(text, "{}", decided_line(&line, &answer));
            }
            Err(problem) => {
                passed = false;
                let _ = writeln!(text, "{}", json!({ "line": number, "error": problem }));
            }
        }
    }
    Report { text, passed }
}

fn decided_line(line: &Line, answer: &Answer) -> Value {
    json!({
        "id": line.id,
        "municipality": line.municipality,
        "question": line.question,
        "decision": answer.decision,
        "citations": answer.citations,
        "readings": answer.readings,
    })
}

/// Compares every line's decision with its `expect`, tells each difference, and counts at the end.
#[must_use]
pub fn check(standards: &[Standard], file: &str) -> Report {
    let mut text = String::new();
    let (mut passed, mut failed) = (0, 0);
    for (number, read) in lines(file) {
        let differences = read.and_then(|line| differences(standards, &line));
        match differences {
            Ok(differences) if differences.is_empty() => passed += 1,
            Ok(differences) => {
                failed += 1;
                for difference in differences {
                    let _ = writeln!(text, "line {number}: {difference}");
                }
            }
            Err(problem) => {
                failed += 1;
                let _ = writeln!(text, "line {number}: {problem}");
            }
        }
    }
    let _ = writeln!(text, "{passed} passed, {failed} failed");
    Report { text, passed: failed == 0 }
}

/// The lines that hold something, with their numbers; an id may stand only once.
fn lines(file: &str) -> impl Iterator<Item = (usize, Result<Line, String>)> {
    let mut ids = BTreeSet::new();
    file.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()).map(move |(place, text)| {
        let read = Line::read(text).and_then(|line| {
            if ids.insert(line.id.clone()) {
                Ok(line)
            } else {
                Err(format!("{}: id stands twice in the file", line.id))
            }
        });
        (place + 1, read)
    })
}

/// Each key on which decision and expectation differ, in words.
fn differences(standards: &[Standard], line: &Line) -> Result<Vec<String>, String> {
    let named = |what: String| format!("{} ({}, {}): {what}", line.id, line.question, line.municipality);
    let expected = line.expect.as_ref().ok_or_else(|| named("expect is missing".to_owned()))?;
    let Answer { decision, .. } = answer(standards, line)?;
    let unknown = expected.keys().find(|key| !decision.contains_key(*key));
    if let Some(key) = unknown {
        return Err(named(format!("expect.{key} is not a key of this question")));
    }
    if let Some(key) = decision.keys().find(|key| !expected.contains_key(*key)) {
        return Err(named(format!("expect.{key} is missing")));
    }
    Ok(unequal(expected, &decision).map(named).collect())
}

fn unequal(expected: &Map<String, Value>, decision: &Map<String, Value>) -> impl Iterator<Item = String> {
    expected.iter().filter(|(key, value)| decision[*key] != **value).map(|(key, value)| {
        format!("{key} should be {} but is {}", in_words(value), in_words(&decision[key]))
    })
}

fn in_words(value: &Value) -> String {
    match value {
        Value::Null => "empty (not stated, or does not apply)".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
