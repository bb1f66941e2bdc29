//! Signing of receipts: Ed25519 (RFC 8032), so that anybody with the public key can check one, and nobody make one.

use crate::crypto::keys::Key;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// Words from which a receipt's check words are made; each stands for six bits.
const WORDS: [&str; 64] = [
    "and", "ask", "bark", "blad", "bro", "bæk", "dal", "drue", "due", "dug", "eg", "eng", "fisk", "fjer",
    "fjord", "flod", "frø", "gran", "græs", "gås", "hare", "have", "havn", "hest", "hind", "hø", "is",
    "jord", "kaj", "kilde", "klit", "klippe", "korn", "krone", "lam", "land", "lind", "lys", "lærke", "mark",
    "mos", "muld", "myre", "mælk", "nød", "pil", "poppel", "ravn", "regn", "rose", "rug", "sand", "siv",
    "skov", "sky", "sne", "sol", "sten", "stjerne", "strand", "svane", "sø", "vind", "ørn",
];
/// How many of them a receipt has.
const NUMBER: usize = 5;

/// Signs receipts, and knows its own again.
pub struct ReceiptSigner(SigningKey);

impl ReceiptSigner {
    #[must_use]
    pub fn new(key: &Key) -> Self {
        Self(SigningKey::from_bytes(key))
    }

    /// The key with which anybody can check a receipt, in hexadecimal.
    #[must_use]
    pub fn public_key(&self) -> String {
        hex::encode(self.0.verifying_key().as_bytes())
    }

    /// The signature of a receipt's line, in hexadecimal: the same whenever it is asked for.
    #[must_use]
    pub fn sign(&self, line: &str) -> String {
        hex::encode(self.0.sign(line.as_bytes()).to_bytes())
    }

    /// The words by which a receipt is known without its signature, which nobody types.
    #[must_use]
    pub fn check_words(&self, line: &str) -> String {
        let print = Sha256::new().chain_update(b"check words").chain_update(self.sign(line)).finalize();
        let word = |byte: &u8| WORDS[usize::from(byte % 64)];
        print.iter().take(NUMBER).map(word).collect::<Vec<_>>().join(" ")
    }

    /// Whether somebody has typed a receipt's check words: capitals and what stands between words make no difference.
    #[must_use]
    pub fn knows_words(&self, line: &str, typed: &str) -> bool {
        let letters = |text: &str| {
            text.to_lowercase()
                .split(|letter: char| !letter.is_alphabetic())
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        };
        letters(typed) == self.check_words(line)
    }
}

/// Whether a line was signed by the portal with this public key; both in hexadecimal.
#[must_use]
pub fn is_receipt(public_key: &str, line: &str, signature: &str) -> bool {
    let mut key = [0; 32];
    let mut signed = [0; 64];
    if hex::decode_to_slice(public_key, &mut key).is_err()
        || hex::decode_to_slice(signature, &mut signed).is_err()
    {
        return false;
    }
    let Ok(key) = VerifyingKey::from_bytes(&key) else { return false };
    key.verify_strict(line.as_bytes(), &Signature::from_bytes(&signed)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use zeroize::Zeroizing;

    fn signer(seed: &str) -> ReceiptSigner {
        let mut key = Zeroizing::new([0; 32]);
        hex::decode_to_slice(seed, &mut key[..]).expect("a seed");
        ReceiptSigner::new(&key)
    }

    /// RFC 8032, 7.1, tests 1 and 3 (whose messages are texts or can be written as one).
    #[test]
    fn signatures_are_those_of_the_standard() {
        let first = signer("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assert_eq!(first.public_key(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        let signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
        assert_eq!(first.sign(""), signature);
        assert!(is_receipt(&first.public_key(), "", signature));
        let second = signer("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        assert_eq!(second.public_key(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        assert_eq!(
            second.sign("r"),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        );
    }

    #[test]
    fn check_words_can_be_typed_as_they_are_heard() {
        let signer = signer("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        let words = signer.check_words("a line");
        assert_eq!(words.split(' ').count(), NUMBER);
        assert!(signer.knows_words("a line", &format!("  {}. ", words.to_uppercase().replace(' ', ", "))));
        assert!(!signer.knows_words("another line", &words));
        assert!(!signer.knows_words("a line", ""));
        let mut told = WORDS.to_vec();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), WORDS.len(), "each word stands for one number");
    }

    proptest! {
        #[test]
        fn only_the_line_that_was_signed_verifies(line in "\\PC{0,80}", other in "\\PC{0,80}", place in 0_usize..128) {
            let signer = signer("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
            let signature = signer.sign(&line);
            prop_assert!(is_receipt(&signer.public_key(), &line, &signature));
            prop_assert_eq!(is_receipt(&signer.public_key(), &other, &signature), other == line);
            let mut forged: Vec<char> = signature.chars().collect();
            forged[place] = if forged[place] == '0' { '1' } else { '0' };
            prop_assert!(!is_receipt(&signer.public_key(), &line, &forged.into_iter().collect::<String>()));
        }
    }
}
