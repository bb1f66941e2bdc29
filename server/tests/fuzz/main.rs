//! What arrives from outside, at random and in numbers: nothing of it is a panic or an error of the server, and what is
//! promised of it holds. Failures are kept in `proptest-regressions/fuzz.txt`, and tried again first.

#[expect(dead_code, reason = "the tests over HTTP use more of it")]
#[path = "../http/common.rs"]
mod common;
#[path = "../support/engines.rs"]
mod engines;
#[path = "../support/signed_in.rs"]
mod signed_in;

mod read;
mod sent;

use proptest::test_runner::{Config, FileFailurePersistence};

const REGRESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proptest-regressions/fuzz.txt");

fn cases(cases: u32) -> Config {
    let failure_persistence = Some(Box::new(FileFailurePersistence::Direct(REGRESSIONS)) as _);
    Config { cases, failure_persistence, ..Config::default() }
}
