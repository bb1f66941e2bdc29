//! What a command of the binary has to say.

use std::process::ExitCode;

/// What a command has to say, and whether all is well.
pub struct Report {
    pub text: String,
    pub passed: bool,
}

impl Report {
    /// Prints it, and gives the code that the process ends with.
    #[must_use]
    pub fn told(&self) -> ExitCode {
        print!("{}", self.text);
        if self.passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
