//! Codes, keys and what is made of them. Nothing in here has a `Debug`, a `Display` or a `Serialize`.

pub mod authenticator;
pub mod code;
pub mod keys;
pub mod password_hasher;
pub mod random;
pub mod receipt_signer;
pub mod record_seal;
pub mod sealed;
pub mod sealed_file;
pub mod session_token;
pub mod signed;
pub mod verifier;
