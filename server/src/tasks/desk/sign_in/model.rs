//! What signing in works with.

use crate::{
    crypto::{password_hasher::BusyError, verifier::Verifier},
    db::{DbError, StaffId},
};
use domain::Minute;
use thiserror::Error;

/// Why somebody is not signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Busy(#[from] BusyError),
    /// Name, password or digits are wrong, or the digits have been used.
    #[error("not known")]
    Unknown,
    #[error("the password is too short")]
    Short,
    /// After many wrong digits with a right password: so many minutes until the next are looked at.
    #[error("too many wrong digits")]
    Slowed(Minute),
}

/// How a member of staff signs in.
pub struct Login {
    pub staff: StaffId,
    /// The print of an invitation that has not been used, and until when it can be.
    pub invitation: Option<([u8; 32], Minute)>,
    pub password: Option<Verifier>,
    /// The authenticator's secret, sealed.
    pub authenticator: Option<Vec<u8>>,
}

/// How a member of staff comes in, as colleagues see it.
pub struct LoginState {
    pub staff: StaffId,
    pub login: String,
    /// Until when they can use their invitation, where they have one.
    pub invited_until: Option<Minute>,
    pub has_password: bool,
}

/// A session that begins.
pub struct NewSession {
    /// SHA-256 of what the browser holds.
    pub token: [u8; 32],
    pub begun: Minute,
}

/// A name, a password and digits, as they were typed.
pub struct Proof<'a> {
    pub login: &'a str,
    pub password: &'a str,
    pub digits: &'a str,
}
