//! Forms that the portal has signed: a form is answered by who has had it before them, for a while.

use super::hexadecimal;
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        signed::{is_signed, sign},
    },
};

/// Seconds for which a form can be answered.
const LIFE: i64 = 2 * 60 * 60;
/// Seconds that nobody needs less than to read and answer a form.
pub const LEAST_AGE: i64 = 3;

/// What a form's mark says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    Good,
    /// Answered faster than anybody reads.
    TooFast,
    /// None, too old, or not of this form.
    Unknown,
}

/// Marks forms, and knows its marks again.
pub struct Forms {
    key: Key,
    clock: Clock,
    least_age: i64,
}

impl Forms {
    /// `least_age`: seconds before which nobody has answered.
    #[must_use]
    pub const fn new(key: Key, clock: Clock, least_age: i64) -> Self {
        Self { key, clock, least_age }
    }

    /// A mark for a form of `purpose`. It says when it was made, to nobody but its form.
    #[must_use]
    pub fn mark(&self, purpose: &str) -> String {
        let made = self.clock.now().timestamp();
        let signature = sign(&self.key, "form", &[purpose.as_bytes(), &made.to_be_bytes()]);
        format!("{made:x}-{}", hexadecimal::written(&signature))
    }

    #[must_use]
    pub fn check(&self, purpose: &str, mark: &str) -> Mark {
        let Some((made, signature)) = mark.split_once('-') else { return Mark::Unknown };
        let read = i64::from_str_radix(made, 16).ok().zip(hexadecimal::read(signature));
        let Some((made, signature)) = read else { return Mark::Unknown };
        if !is_signed(&self.key, "form", &[purpose.as_bytes(), &made.to_be_bytes()], &signature) {
            return Mark::Unknown;
        }
        match self.clock.now().timestamp() - made {
            age if age < self.least_age => Mark::TooFast,
            age if age > LIFE => Mark::Unknown,
            _ => Mark::Good,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};
    use zeroize::Zeroizing;

    fn forms(seconds: i64) -> Forms {
        let moment: DateTime<Utc> = DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a moment");
        Forms::new(Zeroizing::new([1; 32]), Clock::Frozen(moment), LEAST_AGE)
    }

    #[test]
    fn a_form_is_answered_after_it_was_read_and_within_two_hours() {
        let mark = forms(0).mark("samtale vejle");
        assert_eq!(forms(1).check("samtale vejle", &mark), Mark::TooFast);
        assert_eq!(forms(3).check("samtale vejle", &mark), Mark::Good);
        assert_eq!(forms(2 * 60 * 60).check("samtale vejle", &mark), Mark::Good);
        assert_eq!(forms(2 * 60 * 60 + 1).check("samtale vejle", &mark), Mark::Unknown);
    }

    #[test]
    fn a_mark_holds_for_its_own_form_only_and_cannot_be_changed() {
        let mark = forms(0).mark("samtale vejle");
        assert_eq!(forms(9).check("samtale randers", &mark), Mark::Unknown);
        let older = mark.replacen('6', "5", 1);
        for forged in ["", "-", "zz-00", older.as_str(), "ffffffffffffffffff-00"] {
            assert_eq!(forms(9).check("samtale vejle", forged), Mark::Unknown, "{forged}");
        }
    }
}
