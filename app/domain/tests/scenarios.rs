//! The cases beside the rules, and how a case worker is told what is wrong with a line.

use domain::{Standard, read_standard, scenarios};
use std::{collections::BTreeSet, fs};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
const MUNICIPALITIES: [&str; 5] = ["horsens", "randers", "skanderborg", "slagelse", "vejle"];

fn standards() -> Vec<Standard> {
    let read = |code: &&str| {
        let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&file).expect("a text");
        read_standard(&file, &text).expect("a standard that can be read")
    };
    MUNICIPALITIES.iter().map(read).collect()
}

fn files() -> Vec<(String, String)> {
    let entries = fs::read_dir(CASES).expect("the folder of cases");
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            (path.display().to_string(), fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

fn check(lines: &str) -> scenarios::Report {
    scenarios::check(&standards(), lines)
}

#[test]
fn every_case_comes_out_as_expected() {
    let mut cases = 0;
    for (file, text) in files() {
        let report = check(&text);
        assert!(report.passed, "{file}:\n{}", report.text);
        cases += text.lines().count();
    }
    assert!(cases > 500, "{cases} cases");
}

#[test]
fn every_question_is_asked_in_every_municipality() {
    let lines: Vec<serde_json::Value> = files()
        .iter()
        .flat_map(|(_, text)| {
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect::<Vec<_>>()
        })
        .collect();
    let asked: BTreeSet<(&str, &str)> = lines
        .iter()
        .map(|line| {
            (line["question"].as_str().expect("a question"), line["municipality"].as_str().expect("a place"))
        })
        .collect();
    let questions: BTreeSet<&str> = asked.iter().map(|(question, _)| *question).collect();
    assert_eq!(questions.len(), 24);
    for question in questions {
        for municipality in MUNICIPALITIES {
            assert!(asked.contains(&(question, municipality)), "{question} in {municipality}");
        }
    }
}

const CARDS: &str = r#"{"id":"M01","question":"gift_cards","municipality":"randers","given":{"substance":"DRUGS","attended":5},"expect":{"gift_cards":2,"amount_dkk":400,"average_card_dkk":null,"cap":7,"reason":"EVERY_SECOND_ATTENDANCE"}}"#;

#[test]
fn a_difference_is_told_in_words_and_the_count_stands_last() {
    let wrong = CARDS
        .replace(r#""gift_cards":2"#, r#""gift_cards":3"#)
        .replace("M01", "M02")
        .replace("\"cap\":7", "\"cap\":null");
    let report = check(&format!("{CARDS}\n\n{wrong}\n"));
    assert!(!report.passed);
    assert!(
        report.text.contains("line 3: M02 (gift_cards, randers): gift_cards should be 3 but is 2"),
        "{}",
        report.text
    );
    assert!(report.text.contains("cap should be empty (not stated, or does not apply) but is 7"));
    assert!(report.text.ends_with("1 passed, 1 failed\n"));
}

#[test]
fn what_is_wrong_with_a_line_is_told_with_its_key_and_the_rest_goes_on() {
    for (from, to, told) in [
        (r#""attended":5"#, r#""attended":"5""#, "given.attended: invalid type: string \"5\""),
        (r#","attended":5"#, "", "given: missing field `attended`"),
        (r#""attended":5"#, r#""attended":-5"#, "given.attended: invalid value: integer `-5`"),
        (r#""attended":5"#, r#""attended":null"#, "given.attended: invalid type: null"),
        (r#""attended":5"#, r#""attended":5,"tries":1"#, "given.tries: unknown field `tries`"),
        (r#""attended":5"#, r#""attended":5,"attended":6"#, "given: duplicate field `attended`"),
        (r#""attended":5"#, r#""attended":5,"age":null"#, "given.age: invalid type: null"),
        (r#""DRUGS""#, r#""drugs""#, "given.substance: unknown variant `drugs`"),
        ("randers", "atlantis", "municipality: its file is not here"),
        ("gift_cards\",\"m", "gifts\",\"m", "question: “gifts” is not known"),
        (r#""cap":7,"#, "", "expect.cap is missing"),
        (r#""cap":7"#, r#""cap":7,"hat":1"#, "expect.hat is not a key of this question"),
        (r#","expect""#, r#","feature":"complaint","expect""#, "feature: this question belongs to “move”"),
        (r#"{"id":"M01","#, "{", "missing field `id`"),
        ("}}", "}", "EOF while parsing"),
    ] {
        let bad = CARDS.replacen(from, to, 1).replace("M01", "M02");
        let report = check(&format!("{bad}\n{CARDS}"));
        assert!(report.text.contains("line 1: ") && report.text.contains(told), "{told}:\n{}", report.text);
        assert!(report.text.ends_with("1 passed, 1 failed\n"), "{}", report.text);
    }
}

#[test]
fn days_and_moments_are_written_in_full() {
    let line = r#"{"id":"G01","question":"doctor_conversation","municipality":"vejle","given":{"age":40,"substance":"DRUGS","contact_at":"2025-03-10T10:00:00+01:00","treatment_started_at":null}}"#;
    let decided = |line: &str| scenarios::decide(&standards(), line);
    assert!(decided(line).passed);
    for wrong in
        ["2025-03-10T10:00+01:00", "2025-03-10", "2025-03-10 10:00:00+01:00", "2025-13-10T10:00:00Z", "soon"]
    {
        let report = decided(&line.replace("2025-03-10T10:00:00+01:00", wrong));
        assert!(report.text.contains("given.contact_at"), "{wrong}: {}", report.text);
    }
}

#[test]
fn an_id_stands_only_once() {
    let report = check(&format!("{CARDS}\n{CARDS}"));
    assert!(report.text.contains("line 2: M01: id stands twice in the file"));
}

#[test]
fn a_fact_the_municipality_needs_is_asked_for() {
    let line = r#"{"id":"P01","question":"plan_review","municipality":"horsens","given":{"age":40}}"#;
    let report = scenarios::decide(&standards(), line);
    assert!(report.text.contains("given.last_authority_status_on is missing"), "{}", report.text);
}

#[test]
fn a_decision_names_what_it_rests_on() {
    let line = r#"{"id":"C01","question":"complaint","municipality":"skanderborg","given":{"complaint_type":"DRUG_TREATMENT_DECISION","substance":"DRUGS","decision_received_on":"2025-03-04"}}"#;
    let report = scenarios::decide(&standards(), line);
    let decided: serde_json::Value = serde_json::from_str(report.text.trim()).expect("JSON");
    assert_eq!(decided["decision"]["complaint_latest"], "2025-04-01");
    let citations: Vec<&str> =
        decided["citations"].as_array().expect("a list").iter().filter_map(|place| place.as_str()).collect();
    assert!(citations.contains(&"§8.2"), "{citations:?}");
}

#[test]
fn every_decision_of_the_cases_rests_on_a_source_unless_the_standard_is_silent() {
    let standards = standards();
    let mut bare = Vec::new();
    for (file, text) in files() {
        let report = scenarios::decide(&standards, &text);
        assert!(report.passed, "{file}");
        for line in report.text.lines() {
            let decided: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let reason = decided["decision"]["reason"].as_str().expect("a reason");
            let open = ["NOT_IN_STANDARD", "UNDETERMINED_STAFF_DECIDE", "NO_FIXED_NUMBER", "NO_FIXED_REVIEW"];
            let cited = !decided["citations"].as_array().expect("a list").is_empty();
            if !cited && !open.contains(&reason) && reason != "CONSENTS_COMPLETE" {
                bare.push(line.to_owned());
            }
        }
    }
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}
