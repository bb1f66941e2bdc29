//! Forms that the portal has signed: a form is answered by who has had it before them, for a while.

use super::hexadecimal;
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        signed::{is_signed, sign},
    },
    store::FormHash,
};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
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
    random: Random,
    clock: Clock,
    least_age: i64,
    /// Marks that have been used, by which form, until they are too old anyway.
    used: Mutex<HashMap<[u8; 16], (i64, FormHash)>>,
}

impl Forms {
    /// `least_age`: seconds before which nobody has answered.
    #[must_use]
    pub fn new(key: Key, random: Random, clock: Clock, least_age: i64) -> Self {
        Self { key, random, clock, least_age, used: Mutex::default() }
    }

    /// A mark for one form of `purpose`. It says when it was made, to nobody but its form.
    #[must_use]
    pub fn mark(&self, purpose: &str) -> String {
        let (made, own) = (self.clock.now().timestamp(), self.random.bytes());
        let signature = sign(&self.key, "form", &[purpose.as_bytes(), &made.to_be_bytes(), &own]);
        format!("{made:x}-{}-{}", hexadecimal::written(&own), hexadecimal::written(&signature))
    }

    /// What a mark says, now and as often as it is asked.
    #[must_use]
    pub fn check(&self, purpose: &str, mark: &str) -> Mark {
        self.read(purpose, mark).0
    }

    /// Uses a mark for a form: it is good for that one form, however often that is sent, and for no other.
    #[must_use]
    pub fn spend(&self, purpose: &str, mark: &str, form: &FormHash) -> Mark {
        let (said, signature) = self.read(purpose, mark);
        let (Mark::Good, Some(signature)) = (said, signature) else { return said };
        let now = self.clock.now().timestamp();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, (until, _)| *until >= now);
        let (_, by) = used.entry(signature).or_insert((now + LIFE, *form));
        if by == form { Mark::Good } else { Mark::Unknown }
    }

    fn read(&self, purpose: &str, mark: &str) -> (Mark, Option<[u8; 16]>) {
        let unknown = (Mark::Unknown, None);
        let Some((made, own, signature)) = parts(mark) else { return unknown };
        if !is_signed(&self.key, "form", &[purpose.as_bytes(), &made.to_be_bytes(), &own], &signature) {
            return unknown;
        }
        let said = match self.clock.now().timestamp().saturating_sub(made) {
            age if age < self.least_age => Mark::TooFast,
            age if age > LIFE => Mark::Unknown,
            _ => Mark::Good,
        };
        (said, Some(signature))
    }
}

/// When a mark was made, what is its own, and its signature.
fn parts(mark: &str) -> Option<(i64, [u8; 16], [u8; 16])> {
    let mut parts = mark.split('-');
    let made = i64::from_str_radix(parts.next()?, 16).ok()?;
    let (own, signature) = (hexadecimal::read(parts.next()?)?, hexadecimal::read(parts.next()?)?);
    parts.next().is_none().then_some((made, own, signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Utc};
    use zeroize::Zeroizing;

    fn forms(seconds: i64) -> Forms {
        let moment: DateTime<Utc> = DateTime::from_timestamp(1_800_000_000 + seconds, 0).expect("a moment");
        Forms::new(Zeroizing::new([1; 32]), Random::seeded(1), Clock::Frozen(moment), LEAST_AGE)
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
    fn a_mark_is_good_for_one_form() {
        let forms = forms(9);
        let mark = forms.mark("samtale vejle");
        let later = self::forms(12);
        assert_eq!(later.spend("samtale vejle", &mark, &[1; 32]), Mark::Good);
        assert_eq!(later.spend("samtale vejle", &mark, &[2; 32]), Mark::Unknown);
        assert_eq!(later.spend("samtale vejle", &mark, &[1; 32]), Mark::Good, "the same form, sent twice");
        assert_eq!(later.check("samtale vejle", &mark), Mark::Good, "the receipt can be shown again");
        assert_ne!(forms.mark("samtale vejle"), mark, "two who begin in the same second have two");
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
