//! The table of time limits beside the decisions it is taken from.

use chrono::{Days, NaiveDate};
use domain::{
    DeadlineCase, LocalDay, Standard, Substance,
    decide::{AskedDeadline, DeadlineQuestion, deadline, list_deadlines, list_questions},
    find_deadline, read_standard,
};
use proptest::{prelude::*, sample::select};
use std::{fs, sync::LazyLock};

static STANDARDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    ["horsens", "randers", "skanderborg", "slagelse", "vejle"]
        .map(|code| {
            let file = format!("{}/standards/{code}.toml", env!("CARGO_MANIFEST_DIR"));
            let text = fs::read_to_string(&file).expect("a text");
            read_standard(&file, &text).expect("a standard that can be read")
        })
        .into()
});

fn day(number: u64) -> LocalDay {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a day");
    LocalDay::new(first + Days::new(number))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn the_table_gives_the_day_and_the_reason_of_the_decision(
        standard in 0..5_usize,
        age in 0..=u8::MAX,
        substance in select(Substance::ALL),
        question in select(DeadlineQuestion::ALL),
        // 1900-01-01 to 2199-12-31.
        number in 0..109_573_u64,
    ) {
        let standard = &STANDARDS[standard];
        let day = day(number);
        let case = DeadlineCase { which: question.code().to_owned(), substance, age, day };
        if !list_questions(standard).contains(&question) {
            prop_assert!(find_deadline(&list_deadlines(standard), &case).is_none());
            return Ok(());
        }
        let asked = AskedDeadline { question, substance, age, day };
        let decided = deadline(standard.rules_for(substance), &asked);
        let table = list_deadlines(standard);
        let (limit, same) = find_deadline(&table, &case).expect("an entry");
        prop_assert_eq!(limit.latest(day), decided.outcome.latest);
        prop_assert_eq!(same.outcome.reason, decided.outcome.reason);
        prop_assert_eq!(same.outcome.recipient, decided.outcome.recipient);
        prop_assert_eq!(&same.citations, &decided.citations);
        prop_assert_eq!(&same.readings, &decided.readings);
    }
}

#[test]
fn a_table_is_small_enough_to_travel() {
    for standard in &*STANDARDS {
        let entries = list_deadlines(standard).len();
        assert!((4..=26).contains(&entries), "{}: {entries} entries", standard.code);
    }
}
