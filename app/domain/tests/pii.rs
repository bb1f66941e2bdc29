//! What gives a person away in a free text. No number here is anybody's.

use domain::{PiiKind, REDACTED, find_pii, is_blank, redact_pii};
use proptest::prelude::*;

fn kinds(text: &str) -> Vec<PiiKind> {
    find_pii(text).into_iter().map(|(identity, _)| identity).collect()
}

#[test]
fn cpr_numbers_are_found_however_they_are_written() {
    for text in [
        "211062-5629",
        "2110620629",
        "2110525629",
        "711062-5629",
        "010165-1234",
        "Mit nummer er 211062 5629.",
        "211062–5629",
        "211062\u{a0}5629",
        "211062\n5629",
        "２１１０６２-５６２９",
        "21.10.62-5629",
        "21 10 62 5629",
        "(211062-5629)",
        "21-10-1962 5629",
        "21.10.1962-5629",
        "21101962-5629",
        "211062 -- 5629",
        "21,10,62,5629",
        "211062_5629",
        "211062:5629",
        "2110\u{200b}62\u{ad}5629",
        "2\u{fe0f}\u{20e3}1\u{fe0f}\u{20e3}1062-5629",
        "\u{202e}211062-5629",
    ] {
        assert_eq!(kinds(text), [PiiKind::Cpr], "{text}");
    }
}

#[test]
fn a_text_in_which_nothing_is_seen_is_blank() {
    for text in ["", " \n", "\u{200b}", "\u{202e}\u{202c}\u{ad}", "\u{feff} \u{2060}"] {
        assert!(is_blank(text), "{text:?}");
    }
    for text in ["a", "\u{200b}.", "\u{1f642}"] {
        assert!(!is_blank(text), "{text:?}");
    }
}

#[test]
fn what_is_no_day_of_birth_is_no_cpr_number() {
    for text in
        ["511062-5629", "311162-5629", "2026-10-21 1234", "12 34 56 78", "300265-1234", "0101651234567"]
    {
        assert!(!kinds(text).contains(&PiiKind::Cpr), "{text}");
    }
}

#[test]
fn telephone_numbers_are_found_however_they_are_written() {
    for text in [
        "12 34 56 78",
        "Ring 40404040 i aften",
        "4040 4040",
        "+45 40404040",
        "0045 40 40 40 40",
        "+46 70 123 45 67",
        "40-40-40-40",
        "40,40,40,40",
        "40.40-40.40",
        "4040\u{200b}4040",
    ] {
        assert_eq!(kinds(text), [PiiKind::Phone], "{text}");
    }
}

#[test]
fn days_times_amounts_and_the_helplines_people_talk_of_in_three_digits_stay() {
    for text in [
        "21-10-2026",
        "2026-10-21",
        "kl. 10.30-11.15",
        "10-12, 13-15 og 16-18",
        "1.200 kr.",
        "112",
        "i 14 dage",
        "fra 9 til 15",
        "200 kr. 2 gange",
    ] {
        assert!(kinds(text).is_empty(), "{text}");
    }
}

#[test]
fn addresses_and_our_own_codes_are_found() {
    assert_eq!(kinds("skriv til en.fugl+post@eksempel.dk, tak"), [PiiKind::Email]);
    assert!(kinds("@eksempel, a@b og snabel @ a").is_empty());
    assert_eq!(kinds("12345 67890 12345 67890 12345"), [PiiKind::Code]);
    assert_eq!(kinds(&"7".repeat(25)), [PiiKind::Code]);
    assert_eq!(kinds("12345 67890 12345 67890 12345 2 gange om ugen"), [PiiKind::Code]);
    for text in ["x @ gmail.com", "x(at)gmail.com", "x＠gmail.com"] {
        assert_eq!(kinds(text), [PiiKind::Email], "{text}");
    }
}

#[test]
fn what_is_found_is_taken_out_and_the_rest_stays() {
    let text = "Jeg er 211062-5629, ring 40 40 40 40 eller skriv a.b@c.dk i dag.";
    assert_eq!(redact_pii(text), format!("Jeg er {REDACTED}, ring {REDACTED} eller skriv {REDACTED} i dag."));
    for text in ["jeg er 38 211062-5629", "12 10 211062-5629"] {
        assert!(!redact_pii(text).contains("5629"), "nothing of it is left: {}", redact_pii(text));
    }
}

proptest! {
    #[test]
    fn what_is_cleaned_is_clean(text in "\\PC{0,80}|[0-9 +@.a-c\\-]{0,60}") {
        let cleaned = redact_pii(&text);
        prop_assert!(find_pii(&cleaned).is_empty(), "{cleaned}");
    }

    #[test]
    fn words_are_left_alone(text in "[a-zæøå ,.!?]{0,200}") {
        prop_assert_eq!(redact_pii(&text), text);
    }

    #[test]
    fn a_cpr_number_in_a_text_is_always_found(
        day in 1u32..29, month in 1u32..13, year in 0u32..100, serial in 0u32..10_000,
        between in "[-–/. ]?", before in "[a-z ]{0,9} ", after in " [a-z ]{0,9}",
    ) {
        let text = format!("{before}{day:02}{month:02}{year:02}{between}{serial:04}{after}");
        prop_assert_eq!(kinds(&text), [PiiKind::Cpr], "{}", text);
    }
}
