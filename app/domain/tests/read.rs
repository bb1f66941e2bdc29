//! Reading a municipality's file: what is wrong is told with file, line, key and reason, all at once.

use domain::{StandardFileError, lix, read_standard};
use proptest::prelude::*;

const SKANDERBORG: &str = include_str!("../standards/skanderborg.toml");

/// The problems after replacing `from`, which must occur, by `to` once.
fn problems(from: &str, to: &str) -> Vec<StandardFileError> {
    assert!(SKANDERBORG.contains(from), "the file holds no {from}");
    read_standard("s.toml", &SKANDERBORG.replacen(from, to, 1)).expect_err("must be refused")
}

fn line_of(text: &str) -> usize {
    1 + SKANDERBORG.lines().position(|line| line.contains(text)).expect("the line")
}

/// The line in the file that begins with `key =` after the heading `[group]`.
fn rule(group: &str, key: &str) -> String {
    let start = SKANDERBORG.find(&format!("\n[{group}]\n")).expect("the group");
    let line = SKANDERBORG[start..].lines().find(|line| line.starts_with(&format!("{key} = ")));
    line.expect("the key").to_owned()
}

#[test]
fn the_file_as_it_stands_is_whole() {
    let standard = read_standard("s.toml", SKANDERBORG).expect("no problem");
    assert_eq!(standard.offers.len(), 30);
    let tally = standard.tally();
    assert!(tally.stated > 400 && tally.silent > 100 && tally.contradictions > 20);
}

#[test]
fn a_misspelt_key_is_told_twice_as_unknown_and_as_missing() {
    let line = rule("guarantee", "length_days");
    let found = problems(&line, &line.replace("length_days", "lenght_days"));
    let at = line_of(&line);
    assert!(
        found
            .iter()
            .any(|p| p.line == at && p.key == "guarantee.lenght_days" && p.reason.contains("not a key"))
    );
    assert!(found.iter().any(|p| p.key == "guarantee.length_days" && p.reason == "is missing"));
    assert_eq!(found.len(), 2);
}

#[test]
fn what_no_standard_can_mean_is_refused_at_its_line() {
    let (days, weeks) = (rule("guarantee", "length_days"), rule("complaints", "deadline_weeks"));
    let (from, to) = (rule("identity", "valid_from"), rule("identity", "valid_to"));
    let email = SKANDERBORG.lines().find(|line| line.starts_with("email = ")).expect("an address");
    let written = |key: &str, value: &str| format!("{key} = {{ value = {value}, source = [\"§1\"] }}");
    let none = written("email", "\"skriv til os\"");
    for (line, wrong, key) in [
        (&days, written("length_days", "0"), "guarantee.length_days"),
        (&weeks, written("deadline_weeks", "0"), "complaints.deadline_weeks"),
        (&to, written("valid_to", "2020-01-01"), "identity.valid_to"),
        (&email.to_owned(), none, "unit.email"),
    ] {
        let before = SKANDERBORG.replacen(&from, &written("valid_from", "2020-02-01"), 1);
        let found = read_standard("s.toml", &before.replacen(line.as_str(), &wrong, 1)).expect_err(key);
        assert!(found.iter().any(|p| p.key == key && p.line == line_of(line)), "{found:?}");
    }
}

#[test]
fn an_offer_that_says_otherwise_than_the_rules_is_refused() {
    let line = rule("guarantee", "anonymous_drug");
    let found = problems(&line, &line.replace("NOT_COVERED", "COVERED"));
    assert_eq!(found.len(), 1);
    assert!(found[0].reason.contains("anonym-stofbehandling: the rules give a start"), "{}", found[0].reason);
    let line = rule("anonymous_alcohol_treatment", "on_request");
    let found = problems(&line, r#"on_request = "silent""#);
    assert!(
        found.iter().any(|p| p.key == "offer.anonymity" && p.reason.contains("no anonymous treatment")),
        "{found:?}"
    );
}

#[test]
fn a_value_without_its_source_is_refused() {
    let line = rule("guarantee", "length_days");
    let found = problems(&line, "length_days = { value = 14 }");
    assert_eq!(found[0].key, "guarantee.length_days.source");
    assert_eq!(found[0].line, line_of(&line));
    let bare = problems(&line, "length_days = 14");
    assert!(bare[0].reason.contains("source is missing"));
}

#[test]
fn an_empty_source_is_refused() {
    let found = problems(&rule("guarantee", "length_days"), "length_days = { value = 14, source = [] }");
    assert!(found[0].reason.contains("at least one section"));
}

#[test]
fn a_code_nobody_knows_is_told_with_the_known_ones() {
    let found = problems("access = \"DIRECT\"", "access = \"BY_PIGEON\"");
    assert!(found[0].reason.contains("BY_PIGEON") && found[0].reason.contains("AFTER_INTAKE"));
}

#[test]
fn a_text_needs_both_languages() {
    let line = rule("intake", "first_step_adult");
    let found = problems(&line, &line.replace(", en = ", ", english = "));
    assert!(found.iter().any(|p| p.key == "intake.first_step_adult.en" && p.reason == "is missing"));
}

#[test]
fn two_offers_cannot_share_an_address() {
    let found = problems("slug = \"familieforloeb\"", "slug = \"aaben-raadgivning\"");
    assert!(found[0].reason.contains("already"));
}

#[test]
fn a_municipality_without_a_unit_is_refused() {
    let found = read_standard("s.toml", "code = \"aaa\"\nunit = []\n").expect_err("must be refused");
    assert!(found.iter().any(|p| p.key == "unit" && p.line == 2 && p.reason.contains("at least one")));
}

#[test]
fn an_offer_of_a_unit_that_does_not_exist_is_refused() {
    let found = problems("unit = \"youth\"", "unit = \"moon\"");
    assert!(found[0].reason.contains("moon"));
}

#[test]
fn phone_numbers_hours_dates_and_ages_must_make_sense() {
    for (from, to, reason) in [
        ("number = \"87947580\"", "number = \"8794 7580\"", "eight digits"),
        ("mon = [\"08:00-12:30\"]", "mon = [\"8-12\"]", "08:15-15:30"),
        ("mon = [\"08:00-12:30\"]", "mon = [\"12:30-08:00\"]", "end after"),
        ("value = 2025-07-31", "value = \"31 July\"", "date"),
        ("ages = { from = 13, to = 29 }", "ages = { from = 29, to = 13 }", "before the first"),
    ] {
        let found = problems(from, to);
        assert!(found[0].reason.contains(reason), "{}", found[0]);
    }
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_lines() {
    let broken = SKANDERBORG
        .replacen("access = \"DIRECT\"", "access = \"X\"", 1)
        .replacen("kind = \"TREATMENT\"", "kind = \"Y\"", 1)
        .replacen("code = \"skanderborg\"", "code = \"Å\"", 1);
    let found = read_standard("s.toml", &broken).expect_err("must be refused");
    assert_eq!(found.len(), 3);
    assert!(found.is_sorted_by_key(|problem| problem.line));
}

#[test]
fn broken_toml_is_told_with_its_line() {
    let found = problems("code = \"skanderborg\"", "code = \"skanderborg");
    assert!(found.iter().any(|problem| problem.line == line_of("code = \"skanderborg\"")));
}

#[test]
fn every_finding_is_of_one_kind_and_explained_in_the_docs() {
    let docs = include_str!("../../../docs/standards.md");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/standards");
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        for kind in ["contradiction", "gap"] {
            for rest in text.split(&format!("{kind} = {{ finding = ")).skip(1) {
                let number = rest.split(',').next().expect("a number");
                let row = docs.lines().find(|line| line.starts_with(&format!("| {number} | ")));
                let row = row.unwrap_or_else(|| panic!("{}: finding {number} is in no list", path.display()));
                let mut cells = row.split(" | ").skip(1);
                let (place, of) = (cells.next().expect("where"), cells.next().expect("its kind"));
                assert_eq!(of, kind, "{}: finding {number}", path.display());
                let name = path.file_stem().and_then(|name| name.to_str()).expect("a name");
                assert!(place == "all" || place.to_lowercase().contains(name), "finding {number}: {name}");
            }
        }
    }
}

#[test]
fn no_text_is_hard_to_read() {
    let standard = read_standard("s.toml", SKANDERBORG).expect("no problem");
    for text in standard.citizen_texts() {
        let figure = text.lix().figure();
        assert!(figure <= 45.0, "{} {:?}: LIX {figure:.0}: {}", text.place, text.lang, text.text);
    }
    assert!(lix(&standard.welcome.da).figure() < 40.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A file cut off or scribbled into anywhere is read or refused, never a panic; and a refusal
    /// names lines that are in the file.
    #[test]
    fn a_damaged_file_never_panics(place in 0usize..SKANDERBORG.len(), scribble in "[\\[\\]{}=\"a-z\n#]{0,6}", cut in any::<bool>()) {
        let place = (0..=place).rev().find(|&at| SKANDERBORG.is_char_boundary(at)).unwrap_or(0);
        let rest = if cut { "" } else { &SKANDERBORG[place..] };
        let damaged = format!("{}{scribble}{rest}", &SKANDERBORG[..place]);
        if let Err(problems) = read_standard("s.toml", &damaged) {
            prop_assert!(!problems.is_empty());
            let lines = damaged.matches('\n').count() + 1;
            prop_assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
        }
    }
}
