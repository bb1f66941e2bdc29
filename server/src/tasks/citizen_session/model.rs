//! What coming in works with.

use crate::{
    crypto::{keys::Key, password_hasher::BusyError, verifier::Verifier},
    db::{AccessId, DbError, PlanId},
};
use domain::Minute;
use thiserror::Error;
use zeroize::Zeroizing;

/// Digits of a PIN.
const LENGTH: usize = 6;
/// Wrong PINs in a row after which the code opens nothing any more, and the centre gives another.
pub const MOST_WRONG: u16 = 10;

/// The way into a plan that is its citizen's own: no consent has this number.
pub const OWN: u32 = 0;

/// Why somebody does not come in.
#[derive(Debug, Error)]
pub enum EntryError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Busy(#[from] BusyError),
    /// No plan has this code.
    #[error("not known")]
    Unknown,
    /// The PIN is wrong; it can be tried so often again.
    #[error("a wrong PIN")]
    WrongPin(u16),
    /// It has been wrong too often.
    #[error("the code opens nothing any more")]
    Spent,
}

/// Six digits of one's own.
pub struct Pin(Zeroizing<String>);

/// What is wrong with a PIN that was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum PinError {
    #[error("is not six digits")]
    Length,
    /// All the same, or one after the other: what is tried first.
    #[error("is guessed at once")]
    Easy,
}

impl Pin {
    /// Reads what somebody typed: everything but digits is passed over.
    ///
    /// # Errors
    /// Too few or too many digits.
    pub fn parse(text: &str) -> Result<Self, PinError> {
        let digits: String =
            text.chars().filter_map(domain::digit).map(|digit| char::from(b'0' + digit)).collect();
        if digits.len() == LENGTH { Ok(Self(Zeroizing::new(digits))) } else { Err(PinError::Length) }
    }

    /// Reads a PIN that is to be chosen.
    ///
    /// # Errors
    /// Also where it is what anybody tries first.
    pub fn choose(text: &str) -> Result<Self, PinError> {
        let pin = Self::parse(text)?;
        if pin.is_easy() { Err(PinError::Easy) } else { Ok(pin) }
    }

    fn is_easy(&self) -> bool {
        let digits = self.0.as_bytes();
        let all_by = |step: u8| digits.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(step));
        // 111111, 123456, 654321.
        let by_one = all_by(0) || all_by(1) || all_by(u8::MAX);
        // 121212, 123123.
        let is_repeated =
            [2, 3].into_iter().any(|part| digits.chunks(part).all(|chunk| chunk == &digits[..part]));
        by_one || is_repeated
    }

    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// What proves the code and the PIN together.
    #[must_use]
    pub fn prove_with(&self, code: &[u8]) -> Vec<u8> {
        [code, self.0.as_bytes()].concat()
    }
}

/// A way into a plan.
pub struct AccessRecord {
    pub id: AccessId,
    pub plan: PlanId,
    /// The consent by which somebody close comes in; [`OWN`] is the citizen's own way.
    pub consent: u32,
    /// The digits that find it, and are no secret.
    pub selector: i32,
    /// Of the code alone.
    pub code: Verifier,
    /// Of the code with the PIN, and the key to private notes; nothing until it is first used.
    pub pin: Option<(Verifier, Vec<u8>)>,
    /// Wrong PINs in a row.
    pub failures: u16,
}

/// Who is in a plan.
pub struct Entered {
    pub access: AccessId,
    pub plan: PlanId,
    /// The consent by which they came in; [`OWN`] for the citizen.
    pub consent: u32,
    pub municipality: String,
    pub begun: Minute,
    pub seen: Minute,
    /// The key to private notes, sealed under the session's.
    pub sealed_key: Vec<u8>,
}

/// A session that begins.
pub struct NewSession {
    /// SHA-256 of what the browser holds.
    pub token: [u8; 32],
    pub begun: Minute,
    pub sealed_key: Vec<u8>,
}

/// The key to private notes.
pub type NoteKey = Key;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pin_is_six_digits_however_they_are_written() {
        for typed in ["493027", "49 30 27", " 493-027 ", "４９３０２７"] {
            let pin = Pin::parse(typed).expect("a PIN");
            assert!(pin.is(&Pin::parse("493027").expect("a PIN")), "{typed}");
        }
        for typed in ["", "49302", "4930271", "abcdef"] {
            assert_eq!(Pin::parse(typed).err(), Some(PinError::Length), "{typed}");
        }
    }

    #[test]
    fn what_everybody_tries_first_cannot_be_chosen() {
        for easy in ["000000", "111111", "123456", "654321", "987654", "121212", "123123", "505050"] {
            assert_eq!(Pin::choose(easy).err(), Some(PinError::Easy), "{easy}");
        }
        for good in ["493027", "112233", "135790", "901234"] {
            assert!(Pin::choose(good).is_ok(), "{good}");
        }
    }

    proptest! {
        #[test]
        fn no_rubbish_is_a_panic(text in "\\PC{0,40}") {
            let _ = Pin::choose(&text);
        }
    }
}
