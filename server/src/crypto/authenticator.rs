//! The second proof of who signs in at the desk: six digits of an authenticator (RFC 6238, thirty seconds a step).

use subtle::ConstantTimeEq;
use totp_rs::{Algorithm, TOTP};
use zeroize::Zeroizing;

/// Bytes of a secret: 160 bits, as RFC 4226 recommends.
pub const SECRET: usize = 20;
const STEP: u64 = 30;

/// A secret that an app on a phone and the portal share.
pub struct Authenticator(Zeroizing<[u8; SECRET]>);

impl Authenticator {
    #[must_use]
    pub const fn new(secret: Zeroizing<[u8; SECRET]>) -> Self {
        Self(secret)
    }

    /// Reads what [`Self::to_hex`] gives.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut secret = Zeroizing::new([0; SECRET]);
        hex::decode_to_slice(text, &mut secret[..]).ok()?;
        Some(Self(secret))
    }

    /// The secret in hexadecimal, to be sealed.
    #[must_use]
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(&self.0[..]))
    }

    /// The step whose digits these are: the present one, the one before or the one after, as clocks differ.
    #[must_use]
    pub fn step(&self, digits: &str, seconds: i64) -> Option<i64> {
        let digits: Zeroizing<String> = Zeroizing::new(digits.chars().filter(char::is_ascii_digit).collect());
        let now = u64::try_from(seconds).ok()? / STEP;
        let totp = self.totp("");
        let fits = |step: &u64| totp.generate(step * STEP).as_bytes().ct_eq(digits.as_bytes()).into();
        let step = (now.saturating_sub(1)..=now + 1).find(fits)?;
        i64::try_from(step).ok()
    }

    /// The digits at a moment.
    #[must_use]
    pub fn digits(&self, seconds: i64) -> String {
        self.totp("").generate(u64::try_from(seconds).unwrap_or(0))
    }

    /// For an app that cannot read the picture.
    #[must_use]
    pub fn typed(&self) -> Zeroizing<String> {
        Zeroizing::new(self.totp("").get_secret_base32())
    }

    /// What the picture says.
    #[must_use]
    pub fn address(&self, login: &str) -> Zeroizing<String> {
        Zeroizing::new(self.totp(&login.replace(':', " ")).get_url())
    }

    fn totp(&self, login: &str) -> TOTP {
        let (issuer, login) = (Some("Selvbetjening".to_owned()), login.to_owned());
        TOTP::new_unchecked(Algorithm::SHA1, 6, 1, STEP, self.0.to_vec(), issuer, login)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published() -> Authenticator {
        Authenticator::new(Zeroizing::new(*b"12345678901234567890"))
    }

    /// RFC 6238, appendix B, its last six digits.
    #[test]
    fn digits_are_the_published_ones() {
        for (seconds, digits) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(published().digits(seconds), digits);
        }
    }

    #[test]
    fn digits_hold_for_a_step_before_and_after_and_no_longer() {
        let digits = published().digits(1_111_111_109);
        let step = published().step(&digits, 1_111_111_109);
        assert_eq!(step, Some(1_111_111_109 / 30));
        for near in [-30, 30] {
            assert_eq!(published().step(&digits, 1_111_111_109 + near), step, "{near}");
        }
        for far in [-90, 90] {
            assert_eq!(published().step(&digits, 1_111_111_109 + far), None, "{far}");
        }
        assert_eq!(published().step("081 804", 1_111_111_109), step, "as it is read aloud");
        assert_eq!(published().step("", 1_111_111_109), None);
    }

    #[test]
    fn a_secret_is_read_as_it_was_written() {
        let read = Authenticator::from_hex(&published().to_hex()).expect("a secret");
        assert_eq!(read.digits(59), published().digits(59));
        assert!(
            Authenticator::from_hex("12").is_none() && Authenticator::from_hex(&"ø".repeat(20)).is_none()
        );
    }
}
