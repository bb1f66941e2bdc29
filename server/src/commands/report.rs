//! What a command of the binary has to say.

use std::process::ExitCode;

pub use domain::scenarios::Report;

/// Prints a report, and gives the code that the process ends with.
#[must_use]
pub fn print_report(report: &Report) -> ExitCode {
    print!("{}", report.text);
    if report.passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
