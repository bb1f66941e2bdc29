//! What a standard does not say is never said: whichever keys of a file are made silent, no decision moves towards yes.

use domain::{Given, Standard, Substance, read_standard, scenarios};
use proptest::prelude::*;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const MUNICIPALITIES: [&str; 5] = ["horsens", "randers", "skanderborg", "slagelse", "vejle"];

/// Of these the answer no is the one that promises more.
const BURDENS: [&str; 6] = [
    "parental_consent_required",
    "user_enrolment_required",
    "referral_required",
    "prior_allocation_required",
    "identity_required",
    "citizen_pays_all",
];

/// Of these fewer promise more.
const BURDEN_LISTS: [&str; 2] = ["consents_required", "missing_consents"];

/// A municipality's file, line by line, and its cases with what is decided in them.
struct File {
    code: &'static str,
    lines: Vec<String>,
    /// Lines that state a rule.
    stated: Vec<usize>,
    cases: String,
    decided: Decided,
}

/// The decision of each case by its id.
type Decided = BTreeMap<String, Value>;

impl File {
    fn read(code: &'static str) -> Self {
        let text = fs::read_to_string(format!("{ROOT}/standards/{code}.toml")).expect("a text");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let cases = cases(code);
        let decided = decide(standard(&lines).expect("the file as it is"), &cases);
        assert!(decided.len() > 90, "{code}");
        Self { code, stated: rules(&lines), lines, cases, decided }
    }

    /// The key in a line, such as `guarantee.length_days`.
    fn key(&self, line: usize) -> String {
        let group = self.lines[..line].iter().rev().find_map(|one| one.strip_prefix('[')).unwrap_or_default();
        let key = self.lines[line].split(" = ").next().unwrap_or_default();
        format!("{}.{key}", group.trim_end_matches(']'))
    }

    /// The same file with some of its rules silent; none where its offers then contradict its rules, so that it
    /// cannot be served.
    fn silence(&self, silent: &[usize]) -> Option<Standard> {
        let offers = self.lines.iter().position(|line| line == "[[offer]]").expect("an offer");
        let lines = self.lines.iter().enumerate().map(|(place, line)| {
            let key = line.split(" = ").next().unwrap_or_default();
            let own = place > offers && (key.starts_with("guarantee") || key.starts_with("anonymity"));
            if own || silent.contains(&place) { format!("{key} = \"silent\"") } else { line.clone() }
        });
        standard(&lines.collect::<Vec<_>>())
    }

    /// Where a decision says more than before.
    fn find_promises(&self, silent: &[usize]) -> Vec<String> {
        let keys: Vec<String> = silent.iter().map(|&line| self.key(line)).collect();
        let standard = self.silence(silent).unwrap_or_else(|| panic!("{}: {keys:?}", self.code));
        let after = decide(standard, &self.cases);
        let mut found = Vec::new();
        for (id, before) in &self.decided {
            let (Some(before), Some(after)) = (before.as_object(), after[id].as_object()) else { continue };
            for (field, old) in before {
                if promises_more(field, old, &after[field]) {
                    found.push(format!(
                        "{} {id}: {field} {old} -> {} without {keys:?}",
                        self.code, after[field]
                    ));
                }
            }
        }
        found
    }
}

/// The lines that state a rule.
fn rules(lines: &[String]) -> Vec<usize> {
    let mut is_rule = false;
    let mut stated = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            is_rule = !line.starts_with("[[");
        } else if is_rule && line.contains(" = ") && !line.ends_with("= \"silent\"") {
            stated.push(place);
        }
    }
    stated
}

fn standard(lines: &[String]) -> Option<Standard> {
    read_standard("silenced.toml", &lines.join("\n")).ok()
}

fn cases(code: &str) -> String {
    let entries = fs::read_dir(format!("{ROOT}/scenarios")).expect("the folder of cases");
    let texts = entries.map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a text"));
    let of_this = |line: &&str| line.contains(&format!("\"municipality\": \"{code}\""));
    texts
        .flat_map(|text| text.lines().filter(of_this).map(|line| format!("{line}\n")).collect::<Vec<_>>())
        .collect()
}

fn decide(standard: Standard, cases: &str) -> Decided {
    let report = scenarios::decide(&[standard], cases);
    assert_eq!(report.text.lines().count(), cases.lines().count());
    let lines = report.text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    // A case that lacks a fact which only this rule asks for is told so, and decides nothing.
    lines
        .filter(|line| line["error"].is_null())
        .map(|line| (line["id"].to_string(), line["decision"].clone()))
        .collect()
}

/// Whether `new` tells somebody more than `old`: a yes, a day, or a higher number.
fn promises_more(field: &str, old: &Value, new: &Value) -> bool {
    match (old, new) {
        (old, Value::Bool(new)) => *new != BURDENS.contains(&field) && old.as_bool() != Some(*new),
        (Value::Number(old), Value::Number(new)) => new.as_f64() > old.as_f64(),
        (Value::Array(old), Value::Array(new)) => {
            if BURDEN_LISTS.contains(&field) {
                new.len() < old.len()
            } else {
                new.len() > old.len()
            }
        }
        (old, Value::Number(_)) => old.is_null(),
        (old, Value::String(new)) if is_day(new) => old.as_str().is_none_or(|old| new.as_str() > old),
        _ => false,
    }
}

fn is_day(text: &str) -> bool {
    text.get(..10).is_some_and(|day| day.parse::<chrono::NaiveDate>().is_ok())
}

#[test]
fn no_key_made_silent_lets_a_decision_say_more() {
    let mut found = Vec::new();
    for file in MUNICIPALITIES.map(File::read) {
        for &line in &file.stated {
            found.append(&mut file.find_promises(&[line]));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What the offers of a standard promise, by offer, substance and age.
fn promises(standard: &Standard) -> BTreeSet<(String, Substance, u8, String)> {
    let mut promised = BTreeSet::new();
    for offer in &standard.offers {
        for term in offer.entitlements.iter().map(|grounded| grounded.entitlement) {
            let ages = [8, 14, 16, 17, 18, 24, 29, 30, 45].into_iter().filter(|&age| term.ages.contains(age));
            promised.extend(ages.flat_map(|age| {
                let said = describe_promises(term.given).into_iter();
                said.map(move |said| (offer.slug.clone(), term.substance, age, said))
            }));
        }
    }
    promised
}

/// What a term promises, if anything; of talks without a name it counts that there are any, and without parents.
fn describe_promises(given: Given) -> Vec<String> {
    let nameless = || "talks without a name".to_owned();
    match given {
        Given::NoLimit
        | Given::NoAnonymousTalks
        | Given::StartUndetermined
        | Given::AnonymousTalksUndetermined
        | Given::ConsentOfParents
        | Given::ConsentOfBoth
        | Given::ConsentUndetermined
        | Given::RelativesUndetermined => Vec::new(),
        Given::AnonymousTalks(_) => vec![nameless()],
        Given::AnonymousTalksWithoutParents(_) => vec![nameless(), "parents are not asked".to_owned()],
        promise => vec![format!("{promise:?}")],
    }
}

#[test]
fn no_key_made_silent_lets_an_offer_promise_more() {
    let mut found = Vec::new();
    for file in MUNICIPALITIES.map(File::read) {
        let before = promises(&standard(&file.lines).expect("the file as it is"));
        assert!(before.len() > 30, "{}", file.code);
        for &line in &file.stated {
            let mut lines = file.lines.clone();
            let key = file.key(line);
            lines[line] = format!("{} = \"silent\"", key.split('.').next_back().unwrap_or_default());
            // A file whose offers say more than its rules give is refused.
            let Some(after) = standard(&lines) else { continue };
            found.extend(
                promises(&after)
                    .difference(&before)
                    .map(|more| format!("{} {more:?} without {key}", file.code)),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The five, read once: the property asks many times.
fn files() -> &'static [File; 5] {
    static FILES: std::sync::OnceLock<[File; 5]> = std::sync::OnceLock::new();
    FILES.get_or_init(|| MUNICIPALITIES.map(File::read))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_keys_made_silent_together_let_a_decision_say_more(
        file in 0_usize..5,
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 1..120),
    ) {
        let file = &files()[file];
        let mut silent: Vec<usize> = chosen.iter().map(|one| *one.get(&file.stated)).collect();
        silent.sort_unstable();
        silent.dedup();
        let found = file.find_promises(&silent);
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// The file that somebody begins with: it says nothing, so nothing is said.
#[test]
fn of_a_file_that_says_nothing_nothing_is_decided() {
    let text = fs::read_to_string(format!("{ROOT}/../../docs/standard-template.toml")).expect("the template");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let substances = "identity.substances";
    let file = File {
        code: "eksempelby",
        stated: rules(&lines),
        lines,
        cases: String::new(),
        decided: Decided::new(),
    };
    let silent: Vec<usize> =
        file.stated.iter().copied().filter(|&line| file.key(line) != substances).collect();
    let cases = MUNICIPALITIES.map(|code| cases(code).replace(code, "eksempelby")).concat();
    let decided = decide(file.silence(&silent).expect("it can be read"), &cases);
    assert!(decided.len() > 500, "{}", decided.len());
    let mut said = Vec::new();
    for (id, decision) in decided {
        for (field, value) in decision.as_object().expect("a decision") {
            if promises_more(field, &Value::Null, value) && !KNOWN_WITHOUT_A_RULE.contains(&field.as_str()) {
                said.push(format!("{id}: {field} {value}"));
            }
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// What does not rest on a rule: what the law says of adults, the substances that the file must name, and the hours of
/// its units.
const KNOWN_WITHOUT_A_RULE: [&str; 3] = ["decision_possible", "in_target_group", "phone_open"];
