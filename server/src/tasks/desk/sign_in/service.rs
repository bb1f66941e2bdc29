//! Signing in at the desk: an invitation, then a password and an authenticator; sessions that end by themselves.

use crate::{
    clock::Clock,
    crypto::{
        authenticator::Authenticator,
        keys::Key,
        password_hasher::{BusyError, PasswordHasher, Priority},
        random::Random,
        sealed,
    },
    store::{AuditAction, AuditEntry, DbError, Id, Login, Session, StaffMember, Store},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{Instant, Minute, Role};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use thiserror::Error;
use zeroize::Zeroizing;

/// Minutes without a request, after which a session ends.
pub const IDLE: Minute = 15;
/// Minutes after which every session ends.
pub const LONGEST: Minute = 8 * 60;
/// Minutes for which an invitation can be used.
const INVITED: Minute = 7 * 24 * 60;
/// Minutes for which guesses at a name wait for others after many failures.
const LOCKED: Minute = 15;
/// The fewest letters of a password.
pub const PASSWORD: usize = 12;

/// Why somebody is not signed in.
#[derive(Debug, Error)]
pub enum SignInError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Busy(#[from] BusyError),
    /// Name, password or digits are wrong, or the digits have been used.
    #[error("not known")]
    Unknown,
    #[error("the password is too short")]
    Short,
}

/// What the browser of somebody who is signed in holds.
pub struct Token(Zeroizing<[u8; 32]>);

impl Token {
    #[must_use]
    pub fn written(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(&self.0[..])
    }

    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?);
        bytes.as_slice().try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    fn print(&self) -> [u8; 32] {
        Sha256::digest(&self.0[..]).into()
    }
}

/// A name, a password and digits, as they were typed.
pub struct Proof<'a> {
    pub login: &'a str,
    pub password: &'a str,
    pub digits: &'a str,
}

/// Signing in, for all desks.
pub struct SignIn {
    store: Arc<dyn Store>,
    slow: Arc<PasswordHasher>,
    key: Key,
    random: Random,
    clock: Clock,
}

impl SignIn {
    #[must_use]
    pub const fn new(
        store: Arc<dyn Store>,
        slow: Arc<PasswordHasher>,
        key: Key,
        random: Random,
        clock: Clock,
    ) -> Self {
        Self { store, slow, key, random, clock }
    }

    /// Adds a member of staff; gives the invitation, or nothing where the name to sign in with is taken.
    pub async fn add(
        &self,
        municipality: &str,
        name: &str,
        login: &str,
        role: Role,
    ) -> Result<Option<String>, DbError> {
        let id: Id = self.random.bytes();
        if self.store.login(login).await?.is_some() {
            return Ok(None);
        }
        let member = StaffMember { id, municipality: municipality.to_owned(), name: name.to_owned(), role };
        self.store.add_staff(&member).await?;
        let invitation = BASE64_URL_SAFE_NO_PAD.encode(self.random.bytes::<24>());
        let invited = self.store.invite(&id, login, &print(&invitation), self.now() + INVITED).await?;
        Ok(invited.then_some(invitation))
    }

    /// What an invited member of staff has chosen, and the authenticator to be set up.
    pub async fn welcome(
        &self,
        login: &str,
        invitation: &str,
        password: &str,
    ) -> Result<Authenticator, SignInError> {
        let found = self.invited(login, invitation).await?;
        if password.chars().count() < PASSWORD {
            return Err(SignInError::Short);
        }
        let authenticator = Authenticator::new(Zeroizing::new(self.random.bytes()));
        let password =
            self.slow.verifier(Priority::Normal, password.as_bytes().to_vec(), self.random.bytes()).await?;
        let sealed = sealed::seal(&self.key, &found.staff, &authenticator.written(), &self.random);
        self.store.choose_password(&found.staff, &password, &sealed).await?;
        Ok(authenticator)
    }

    /// The authenticator that an invited member of staff is setting up.
    pub async fn setting_up(&self, login: &str, invitation: &str) -> Result<Authenticator, SignInError> {
        let found = self.invited(login, invitation).await?;
        self.authenticator(&found).ok_or(SignInError::Unknown)
    }

    /// Begins the first session, which ends the invitation.
    pub async fn first(&self, login: &str, invitation: &str, digits: &str) -> Result<Token, SignInError> {
        let found = self.invited(login, invitation).await?;
        self.begin(&found, digits).await
    }

    async fn invited(&self, login: &str, invitation: &str) -> Result<Login, SignInError> {
        let found = self.store.login(login).await?.ok_or(SignInError::Unknown)?;
        let fits = |(noted, until): &([u8; 32], Minute)| *noted == print(invitation) && *until > self.now();
        if found.invitation.as_ref().is_some_and(fits) { Ok(found) } else { Err(SignInError::Unknown) }
    }

    /// Begins a session. A name that is not known takes the same work as a wrong password.
    pub async fn sign_in(&self, proof: &Proof<'_>, turn: Priority) -> Result<Token, SignInError> {
        let found = self.store.login(proof.login).await?;
        // After many failures guesses wait for others; who knows all three comes in all the same.
        let locked = found.as_ref().is_some_and(|found| found.locked_until > self.now());
        let turn = if locked { Priority::Low } else { turn };
        // Who is invited has not signed in yet: only by the invitation.
        let found = found.filter(|found| found.invitation.is_none());
        let password = found.as_ref().and_then(|found| found.password.as_ref());
        let known = self.slow.knows(turn, proof.password.as_bytes().to_vec(), password).await?;
        let Some(found) = found else { return Err(SignInError::Unknown) };
        if !known {
            self.store.failed(&found.staff, self.now() + LOCKED).await?;
            return Err(SignInError::Unknown);
        }
        self.begin(&found, proof.digits).await
    }

    async fn begin(&self, found: &Login, digits: &str) -> Result<Token, SignInError> {
        let step = self
            .authenticator(found)
            .and_then(|authenticator| authenticator.step(digits, self.clock.now().timestamp()));
        let token = Token(Zeroizing::new(self.random.bytes()));
        let session = Session { token: token.print(), begun: self.now() };
        let begun = match step {
            Some(step) => self.store.sign_in(&found.staff, step, &session).await?,
            None => false,
        };
        if !begun {
            self.store.failed(&found.staff, self.now() + LOCKED).await?;
            return Err(SignInError::Unknown);
        }
        if let Some(member) = self.who(&token).await? {
            self.store.note(&act(&member, AuditAction::SignedIn, "", self.clock)).await?;
        }
        Ok(token)
    }

    fn authenticator(&self, found: &Login) -> Option<Authenticator> {
        let sealed = found.authenticator.as_ref()?;
        Authenticator::read(&sealed::open(&self.key, &found.staff, sealed)?)
    }

    /// Whose session it is, if it goes on.
    pub async fn who(&self, token: &Token) -> Result<Option<StaffMember>, DbError> {
        let now = self.now();
        self.store.seen(&token.print(), now - LONGEST, now - IDLE, now).await
    }

    pub async fn sign_out(&self, token: &Token) -> Result<(), DbError> {
        self.store.sign_out(&token.print()).await
    }

    fn now(&self) -> Minute {
        Instant::of(self.clock.now()).minute()
    }
}

/// What somebody did, today.
#[must_use]
pub fn act(who: &StaffMember, what: AuditAction, subject: &str, clock: Clock) -> AuditEntry {
    AuditEntry {
        municipality: who.municipality.clone(),
        who: who.name.clone(),
        what,
        subject: subject.to_owned(),
        on: Instant::of(clock.now()).day().date(),
    }
}

fn print(invitation: &str) -> [u8; 32] {
    Sha256::digest(invitation.trim()).into()
}
