//! What is read without a request: return codes, free texts, municipalities' files, the guide's answers.

use crate::{cases, common::TestPortal};
use app::tasks::find_help::island::GuideState;
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{Answers, Choice, Question, Step, digit, find_pii, read_standard, redact_pii};
use proptest::prelude::*;
use server::crypto::code::{Code, ParseCodeError};
use std::sync::LazyLock;
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

const VEJLE: &str = include_str!("../../../app/domain/standards/vejle.toml");
/// The zeros of the scripts in which phones write digits.
const ZEROS: [u32; 5] = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];

/// Digits, each in a script of its own.
fn write_digits(digits: &[u8], scripts: &[usize]) -> Vec<char> {
    let written = |(place, digit): (usize, &u8)| {
        char::from_u32(ZEROS[scripts[place % scripts.len()]] + u32::from(*digit)).expect("a digit")
    };
    digits.iter().enumerate().map(written).collect()
}

/// Digits in groups, with something between each two.
fn group(letters: &[char], groups: &[usize], between: &str) -> String {
    let mut letters = letters.iter();
    let take = |length: &usize| letters.by_ref().take(*length).collect::<String>();
    groups.iter().map(take).collect::<Vec<_>>().join(between)
}

fn digits_of(text: &str) -> Vec<u8> {
    text.chars().filter_map(digit).collect()
}

fn scripts() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![Just(vec![0]), (0usize..5).prop_map(|one| vec![one]), prop::collection::vec(0usize..5, 1..10)]
}

/// What people and phones put between the groups of a number.
fn between() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-–— ./_,:;*·()\u{a0}\u{2011}\u{2212}\n]{1,5}",
        Just("\u{200b}".to_owned()),
        Just("\u{ad}-\u{2060}".to_owned()),
    ]
}

/// A CPR number that nobody has been shown to have, in groups as people write them.
fn cpr() -> impl Strategy<Value = (Vec<u8>, Vec<usize>)> {
    let groups =
        vec![vec![10], vec![6, 4], vec![2, 2, 2, 4], vec![2, 2, 6], vec![4, 2, 4], vec![4, 6], vec![6, 2, 2]];
    let born = (1u32..29, prop::bool::ANY, 1u32..13, 0u32..100, 0u32..10_000);
    (born, prop::sample::select(groups)).prop_map(|((day, replaced, month, year, serial), groups)| {
        let day = if replaced { day + 60 } else { day };
        (digits_of(&format!("{day:02}{month:02}{year:02}{serial:04}")), groups)
    })
}

fn phone() -> impl Strategy<Value = (Vec<u8>, Vec<usize>)> {
    let groups = vec![vec![8], vec![4, 4], vec![2, 2, 2, 2], vec![2, 3, 3], vec![3, 2, 3]];
    (20_000_000u32..100_000_000, prop::sample::select(groups))
        .prop_map(|(number, groups)| (digits_of(&number.to_string()), groups))
}

/// A municipality's file in which lines and values have changed.
fn damaged() -> impl Strategy<Value = String> {
    let values = prop_oneof![
        "[-0-9]{1,20}",
        "\"\\PC{0,12}\"",
        Just("\"silent\"".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just("{ value = 99999999999, source = [\"§1\"] }".to_owned()),
        Just("{ value = \"silent\", source = [] }".to_owned()),
        Just("{ contradiction = { finding = 1 } }".to_owned()),
        Just("{ gap = { finding = 1 } }".to_owned()),
        Just("2024-02-30".to_owned()),
        Just("true".to_owned()),
        "[\\[\\]{}=\"',.a-z§ ]{0,12}",
    ];
    let change = (0u8..7, any::<prop::sample::Index>(), any::<prop::sample::Index>(), values);
    prop::collection::vec(change, 1..4).prop_map(|changes| {
        let mut lines: Vec<String> = VEJLE.lines().map(str::to_owned).collect();
        for (what, at, other, value) in changes {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match what {
                0 => drop(lines.remove(at)),
                1 => lines.insert(other, lines[at].clone()),
                2 => lines.swap(at, other),
                3 => lines[at] = value,
                4 => lines[at] = lines[at].replacen(|letter: char| letter.is_ascii_digit(), &value, 1),
                5 => lines[at] = lines[at].chars().take(other % 90).collect(),
                _ => {
                    let key = lines[at].split(" = ").next().unwrap_or_default().to_owned();
                    lines[at] = format!("{key} = {value}");
                }
            }
        }
        lines.join("\n")
    })
}

/// Skanderborg's guide, as it travels to the phone.
static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let page = Runtime::new()
        .expect("a runtime")
        .block_on(async { TestPortal::monday().get("/skanderborg/find").await.body });
    let packed = page.split("data-state=\"").nth(1).and_then(|rest| rest.split('"').next());
    BASE64_STANDARD.decode(packed.expect("the island's state")).expect("packed")
});

static STATE: LazyLock<GuideState> =
    LazyLock::new(|| postcard::from_bytes(&PACKED).expect("as it was packed"));

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn a_return_code_is_read_back_however_it_is_written(
        form in any::<[u8; 16]>(), attempt in any::<u8>(), scripts in scripts(), between in "[^0-9٠-٩۰-۹०-९０-９]{0,4}",
    ) {
        let code = Code::of_form(&Zeroizing::new([7; 32]), &form, attempt);
        let typed = group(&write_digits(&digits_of(&code.to_groups()), &scripts), &[3, 7, 5, 10], &between);
        let read = Code::parse(&typed).expect("the code that was shown");
        prop_assert_eq!(&*read.to_groups(), &*code.to_groups());
        prop_assert_eq!(read.selector(), code.selector());
        prop_assert!((0..100_000).contains(&read.selector()));
    }

    #[test]
    fn what_is_no_return_code_is_told_by_its_number_of_digits(text in "\\PC{0,60}|[0-9 ]{0,60}|.{0,60}") {
        let digits = digits_of(&text).len();
        match Code::parse(&text) {
            Ok(_) | Err(ParseCodeError::Check) => prop_assert_eq!(digits, 25),
            Err(ParseCodeError::Length(told)) => prop_assert!(told == digits && told != 25),
        }
    }

    #[test]
    fn a_number_of_a_person_never_stays_in_a_text(
        (digits, groups) in prop_oneof![cpr(), phone()], scripts in scripts(), between in between(),
        before in "[a-zæøå ,.!?]{0,20}[a-zæøå] ", after in "( [a-zæøå][a-zæøå ,.!?]{0,20})?",
    ) {
        let number = group(&write_digits(&digits, &scripts), &groups, &between);
        let redacted = redact_pii(&format!("{before}{number}{after}"));
        prop_assert!(digits_of(&redacted).is_empty(), "{number:?} left {redacted:?}");
        prop_assert!(redacted.starts_with(&before) && redacted.ends_with(&after), "{redacted:?}");
    }

    #[test]
    fn what_is_found_lies_apart_and_no_number_is_left_in_a_text_that_was_cleaned(
        text in "\\PC{0,80}|.{0,80}|[0-9٠-٩０-９ +@.()a-c\u{200b}\u{ad}\\-/]{0,80}",
    ) {
        let found = find_pii(&text);
        prop_assert!(found.windows(2).all(|pair| pair[0].1.end <= pair[1].1.start));
        prop_assert!(found.iter().all(|(_, bytes)| text.get(bytes.clone()).is_some()));
        let once = redact_pii(&text);
        let left = find_pii(&once);
        prop_assert!(left.is_empty(), "{once:?}: {left:?}");
        prop_assert_eq!(redact_pii(&once), once);
    }

    #[test]
    fn a_state_of_the_guide_that_was_damaged_on_its_way_is_no_state_or_another(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(), is_cut in any::<bool>(),
    ) {
        let mut packed = PACKED.clone();
        let at = at.index(packed.len());
        packed[at] = byte;
        if is_cut {
            packed.truncate(cut.index(packed.len()));
        }
        let read = postcard::from_bytes::<GuideState>(&packed);
        prop_assert!(!is_cut || read.is_err() || packed.len() > at, "a state without its end is none");
    }

    #[test]
    fn any_answers_lead_to_a_question_or_an_outcome(
        fields in prop::collection::vec((prop::sample::select(Question::all()), prop_oneof![
            4 => "YES|NO|SKIP|BOTH|CITIZEN|RELATIVE|PROFESSIONAL|ALCOHOL|DRUGS|CHILD|PARENT|PARTNER|FRIEND",
            2 => "[0-9]{1,3}-[0-9]{0,3}",
            1 => "\\PC{0,9}",
        ]), 0..9),
    ) {
        let state = &*STATE;
        let fields = fields.iter().map(|(question, value)| (question.code(), value.as_str()));
        if let Ok(answers) = Answers::parse(fields) {
            let relevant = state.guide.relevant(&answers);
            prop_assert_eq!(state.guide.relevant(&relevant).iter().count(), relevant.iter().count());
            match state.guide.next(&relevant) {
                Step::Ask(asked) => {
                    prop_assert!(!asked.choices.is_empty(), "{:?}", asked.question);
                    prop_assert!(relevant.get(asked.question).is_none(), "{:?} is asked again", asked.question);
                    let codes = asked.choices.iter().map(|choice| choice.code());
                    let back = |code: &String| Answers::parse([(asked.question.code(), code.as_str())]).is_ok();
                    prop_assert!(codes.collect::<Vec<String>>().iter().all(back));
                }
                Step::Outcome(fits) => prop_assert_eq!(fits.len(), state.guide.offers.len()),
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_damaged_file_of_a_municipality_is_a_standard_or_problems_with_their_lines(text in damaged()) {
        if let Err(problems) = read_standard("vejle.toml", &text) {
            prop_assert!(!problems.is_empty(), "refused without a reason");
            let lines = text.matches('\n').count() + 1;
            for problem in problems {
                prop_assert!((1..=lines).contains(&problem.line), "of {lines} lines: {problem}");
                prop_assert!(!problem.reason.is_empty(), "{problem}");
            }
        }
    }
}

#[test]
fn an_address_that_begins_with_a_number_is_taken_out_whole() {
    for text in ["20101990fugl@eksempel.dk", "211062-5629.fugl@eksempel.dk"] {
        assert!(!redact_pii(text).contains("fugl"), "{text}: {}", redact_pii(text));
    }
}

#[test]
fn the_guide_begins_with_whom_it_is_about() {
    let Step::Ask(asked) = STATE.step() else { panic!("a question comes first") };
    assert_eq!(asked.question, Question::Who);
    assert!(asked.choices.iter().all(|choice| matches!(choice, Choice::Who(_))));
}
