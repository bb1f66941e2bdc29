//! What is stored to know a code or a password again, and nothing more: Argon2id with a salt of its own and the
//! portal's pepper, then keys for separate purposes.

use crate::crypto::keys::Key;
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// How much work a guess costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    pub passes: u32,
}

impl Cost {
    /// Above what OWASP's verification standard asks for.
    pub const FULL: Self = Self { memory: 64 * 1024, passes: 3 };
    /// For tests that are not about the cost.
    pub const TINY: Self = Self { memory: 8, passes: 1 };
}

/// What is stored of a code or a password.
#[derive(Clone)]
pub struct Verifier {
    pub salt: [u8; 16],
    pub hash: [u8; 32],
    pub cost: Cost,
}

impl Verifier {
    /// # Panics
    /// Never for the costs above.
    #[must_use]
    pub fn new(secret: &[u8], salt: [u8; 16], cost: Cost, pepper: &Key) -> Self {
        Self { salt, hash: print(&derive(secret, &salt, cost, pepper)), cost }
    }

    /// The same, with a key that only whoever has the secret can work out again: nothing stored leads to it.
    #[must_use]
    pub fn with_key(secret: &[u8], salt: [u8; 16], cost: Cost, pepper: &Key) -> (Self, Key) {
        let derived = derive(secret, &salt, cost, pepper);
        (Self { salt, hash: print(&derived), cost }, wrapping_key(&derived))
    }

    /// Whether `secret` is the one. It takes the same work whatever the answer.
    #[must_use]
    pub fn knows(&self, secret: &[u8], pepper: &Key) -> bool {
        self.unlock(secret, pepper).is_some()
    }

    /// The key of [`Self::with_key`], where `secret` is the one. It takes the same work whatever the answer.
    #[must_use]
    pub fn unlock(&self, secret: &[u8], pepper: &Key) -> Option<Key> {
        let derived = derive(secret, &self.salt, self.cost, pepper);
        let is_known: bool = print(&derived).ct_eq(&self.hash).into();
        is_known.then(|| wrapping_key(&derived))
    }

    /// Stands in where there is no record, so that the answer takes the same work.
    #[must_use]
    pub const fn of_nobody(cost: Cost) -> Self {
        Self { salt: [0; 16], hash: [0; 32], cost }
    }
}

fn derive(secret: &[u8], salt: &[u8; 16], cost: Cost, pepper: &Key) -> Key {
    let params = Params::new(cost.memory, cost.passes, 1, Some(32)).expect("costs that Argon2 allows");
    let argon2 = Argon2::new_with_secret(&pepper[..], Algorithm::Argon2id, Version::V0x13, params)
        .expect("a pepper of 32 bytes is allowed");
    let mut derived = Zeroizing::new([0; 32]);
    argon2.hash_password_into(secret, salt, &mut derived[..]).expect("lengths that Argon2 allows");
    derived
}

/// What is stored of it.
fn print(derived: &Key) -> [u8; 32] {
    Sha256::digest(&expand(derived, b"verify v1")[..]).into()
}

fn wrapping_key(derived: &Key) -> Key {
    expand(derived, b"wrap v1")
}

fn expand(derived: &Key, purpose: &[u8]) -> Key {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, &derived[..])
        .expand(purpose, &mut key[..])
        .expect("32 bytes are less than HKDF can give");
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::code::Code;

    fn code(form: u8) -> Code {
        Code::of_form(&Zeroizing::new([7; 32]), &[form; 16], 0)
    }

    #[test]
    fn only_the_right_code_with_the_right_pepper_is_known() {
        let pepper = Zeroizing::new([1; 32]);
        let verifier = Verifier::new(code(1).secret(), [2; 16], Cost::TINY, &pepper);
        assert!(verifier.knows(code(1).secret(), &pepper));
        assert!(!verifier.knows(code(2).secret(), &pepper));
        assert!(
            !verifier.knows(code(1).secret(), &Zeroizing::new([3; 32])),
            "a database without its pepper is of no use"
        );
        let salted = Verifier { salt: [4; 16], ..verifier };
        assert!(!salted.knows(code(1).secret(), &pepper));
        assert!(!Verifier::of_nobody(Cost::TINY).knows(code(1).secret(), &pepper));
    }

    #[test]
    fn the_key_is_had_again_by_the_secret_alone() {
        let pepper = Zeroizing::new([1; 32]);
        let (verifier, key) = Verifier::with_key(code(1).secret(), [2; 16], Cost::TINY, &pepper);
        assert_eq!(verifier.unlock(code(1).secret(), &pepper).as_deref(), Some(&*key));
        assert!(verifier.unlock(code(2).secret(), &pepper).is_none());
        assert_ne!(Sha256::digest(&key[..])[..], verifier.hash, "what is stored does not lead to it");
        let again = Verifier::with_key(code(1).secret(), [3; 16], Cost::TINY, &pepper).1;
        assert_ne!(again, key, "each record has another");
    }

    /// Argon2id, RFC 9106 section 5.3.
    #[test]
    fn argon2id_gives_the_published_answer() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .output_len(32)
            .data(argon2::AssociatedData::new(&[4; 12]).expect("12 bytes"))
            .build()
            .expect("parameters");
        let argon2 =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).expect("a secret");
        let mut out = [0; 32];
        argon2.hash_password_into(&[1; 32], &[2; 16], &mut out).expect("a hash");
        assert_eq!(out[..8], [0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c]);
    }
}
