//! Passkeys (`WebAuthn`) of staff: making one, signing in with one, taking one away.
//!
//! A challenge is not stored: it goes to the browser sealed, comes back with what was signed, holds for some minutes,
//! and once (docs/decisions/passkeys.md).

use super::repository;
use crate::{
    clock::Clock,
    crypto::{keys::Key, random::Random, sealed},
    db::{Db, DbError, DbResult, PasskeyId, StaffId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::desk::{
        audit::{self, AuditAction, AuditEntry},
        staff::StaffMember,
    },
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use domain::{Instant, Minute};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use thiserror::Error;
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
        RegisterPublicKeyCredential, Url, Uuid, WebauthnError,
    },
};
use webauthn_rs_proto::ResidentKeyRequirement;

/// Minutes within which a challenge must be answered.
const LIFE: Minute = 5;
/// Passkeys that somebody can have.
const MOST: u16 = 10;
/// Bytes of a key's own name: `WebAuthn`, section 4, "Credential ID".
const ID_BYTES: std::ops::RangeInclusive<usize> = 16..=1023;
/// The longest name of a passkey, in letters.
pub const LONGEST_NAME: usize = 40;
/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "staff_passkey", ends: Ends::With("staff") },
    RetentionRule {
        table: "used_challenge",
        // Longer than a challenge holds: the clocks of several servers differ.
        ends: Ends::When { condition: "expires <= $1", cutoff: Cutoff::MinutesAgo(LIFE) },
    },
];

/// Why a passkey is not made, or not believed.
#[derive(Debug, Error)]
pub enum PasskeyError {
    #[error(transparent)]
    Db(#[from] DbError),
    /// The portal has not been told its own address.
    #[error("passkeys are not set up")]
    NotSetUp,
    /// The challenge is none of the portal's, too old, or has been answered.
    #[error("the challenge is over")]
    Over,
    /// What was signed does not fit, or by a key that nobody has here.
    #[error("not known")]
    Unknown,
    /// The key has counted less than before: there may be two of it.
    #[error("the key may be a copy")]
    MayBeCopy(StaffId, Challenge),
    #[error("there are as many as can be")]
    Full,
}

impl From<WebauthnError> for PasskeyError {
    fn from(_: WebauthnError) -> Self {
        Self::Unknown
    }
}

/// A passkey as it is stored.
pub struct StoredPasskey {
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// Its public half and its counter, as the library writes them.
    pub credential: String,
    pub added_on: NaiveDate,
}

/// What a browser is asked to sign.
pub struct Ceremony {
    /// For the browser's own dialog, in JSON.
    pub options: String,
    /// What the portal wants to know again, sealed.
    pub sealed: String,
}

/// What a browser has answered.
pub struct Answer<'a> {
    /// In JSON.
    pub credential: &'a str,
    pub sealed: &'a str,
}

/// A passkey that has signed what it was asked to.
pub struct Proved {
    pub staff: StaffId,
    /// What its owner calls it.
    pub name: String,
    id: PasskeyId,
    before: String,
    after: String,
    challenge: Challenge,
}

/// A challenge that the portal has made and that is not too old.
#[derive(Debug)]
pub struct Challenge {
    print: [u8; 32],
    expires: Minute,
}

/// What is sealed of a challenge.
#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    expires: Minute,
    state: T,
}

/// What is sealed of a key that is to be made.
#[derive(Serialize, Deserialize)]
struct Adding {
    name: String,
    /// Print of the password that its owner has: a new invitation ends what was begun.
    password: [u8; 32],
    registration: PasskeyRegistration,
}

/// What a challenge is for: one for signing in adds no key, and the other way round.
type Purpose = [u8; 16];
const SIGN_IN: Purpose = *b"passkey: sign in";

/// That of adding a key to those of somebody.
fn adding_to(staff: &StaffId) -> Purpose {
    let print = Sha256::new().chain_update(b"passkey: add").chain_update(staff.as_bytes()).finalize();
    let (purpose, _) = print.split_at(16);
    purpose.try_into().expect("half of 32 bytes")
}

/// The passkeys of all staff.
pub struct Passkeys {
    db: Db,
    key: Key,
    /// Where the portal knows its own address.
    verifier: Option<Webauthn>,
    origin: Option<String>,
    random: Random,
    clock: Clock,
}

impl Passkeys {
    /// `origin`: the portal's own address, which keys are bound to.
    ///
    /// # Panics
    /// Where `origin` has no host, which the settings refuse.
    #[must_use]
    pub fn new(db: Db, key: Key, origin: Option<&Url>, random: Random, clock: Clock) -> Self {
        let verifier = origin.map(|origin| {
            let host = origin.host_str().expect("an address with a host");
            let builder = WebauthnBuilder::new(host, origin).expect("the host is that of the address");
            builder.rp_name("Trædesten").build().expect("a verifier")
        });
        let origin = origin.map(|origin| origin.origin().ascii_serialization());
        Self { db, key, verifier, origin, random, clock }
    }

    /// The address at which passkeys work, such as `https://hjaelp.example`.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The passkeys of somebody, oldest first.
    pub async fn list(&self, staff: &StaffId) -> DbResult<Vec<StoredPasskey>> {
        repository::list(&mut self.db.read().await?, staff).await
    }

    /// Whether somebody can have one more.
    pub async fn check_room(&self, staff: &StaffId) -> Result<(), PasskeyError> {
        self.verifier()?;
        let known = self.list(staff).await?;
        if known.len() < usize::from(MOST) { Ok(()) } else { Err(PasskeyError::Full) }
    }

    /// Asks a browser for a new key of somebody who has this password, one that can be found without their name.
    pub async fn start_adding(
        &self,
        who: &StaffMember,
        name: &str,
        password: [u8; 32],
    ) -> Result<Ceremony, PasskeyError> {
        let verifier = self.verifier()?;
        let known = self.list(&who.id).await?;
        let known = known.iter().filter_map(read).map(|key| key.cred_id().clone()).collect();
        let user = Uuid::from_bytes(*who.id.as_bytes());
        let (mut asked, registration) =
            verifier.start_passkey_registration(user, &who.name, &who.name, Some(known))?;
        if let Some(selection) = &mut asked.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        let adding = Adding { name: name.to_owned(), password, registration };
        Ok(self.ask(&asked.public_key, &adding_to(&who.id), adding))
    }

    /// Keeps the key that a browser has made.
    pub async fn add(&self, who: &StaffMember, answer: &Answer<'_>) -> Result<(), PasskeyError> {
        let (challenge, adding) = self.open::<Adding>(&adding_to(&who.id), answer.sealed)?;
        let made: RegisterPublicKeyCredential =
            serde_json::from_str(answer.credential).map_err(|_| PasskeyError::Unknown)?;
        let made = self.verifier()?.finish_passkey_registration(&made, &adding.registration)?;
        if !ID_BYTES.contains(&made.cred_id().len()) {
            return Err(PasskeyError::Unknown);
        }
        let audited = AuditEntry::new(who, AuditAction::PasskeyAdded, &adding.name, self.clock);
        let passkey = StoredPasskey {
            id: PasskeyId::random(&self.random),
            name: adding.name,
            credential: write(&made),
            added_on: Instant::of(self.clock.now()).day().date(),
        };
        let mut tx = self.db.begin().await?;
        // Whoever is shut out or invited anew meanwhile gets no key.
        if !repository::lock_login(&mut tx, &who.id, &adding.password).await? {
            return Err(PasskeyError::Over);
        }
        use_challenge(&mut tx, &challenge).await?;
        if !repository::insert(&mut tx, &who.id, &passkey, MOST).await? {
            return Err(PasskeyError::Full);
        }
        audit::service::record(&mut tx, &audited).await?;
        Ok(tx.commit().await?)
    }

    /// A key of somebody.
    pub async fn find(&self, staff: &StaffId, id: &PasskeyId) -> DbResult<Option<StoredPasskey>> {
        Ok(self.list(staff).await?.into_iter().find(|passkey| passkey.id == *id))
    }

    /// Takes a key away from somebody. `false` where they have no such one.
    pub async fn remove(&self, staff: &StaffId, id: &PasskeyId, audited: &AuditEntry) -> DbResult<bool> {
        let mut tx = self.db.begin().await?;
        if !repository::delete(&mut tx, id, staff).await? {
            return Ok(false);
        }
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Asks a browser for a key that it has of this portal, whosever it is.
    pub fn start_signing_in(&self) -> Result<Ceremony, PasskeyError> {
        let (asked, state) = self.verifier()?.start_discoverable_authentication()?;
        Ok(self.ask(&asked.public_key, &SIGN_IN, state))
    }

    /// Whose key has signed what a browser was asked to sign. It holds once it is used ([`use_proved`]).
    pub async fn verify(&self, answer: &Answer<'_>) -> Result<Proved, PasskeyError> {
        let verifier = self.verifier()?;
        let (challenge, state) = self.open::<DiscoverableAuthentication>(&SIGN_IN, answer.sealed)?;
        let signed: PublicKeyCredential =
            serde_json::from_str(answer.credential).map_err(|_| PasskeyError::Unknown)?;
        let (user, id) = verifier.identify_discoverable_authentication(&signed)?;
        let staff = StaffId::new(user.into_bytes());
        // Sent again, it has counted less than the key by now, and is no copy.
        if repository::is_used(&mut self.db.read().await?, &challenge.print).await? {
            return Err(PasskeyError::Over);
        }
        let known = self.list(&staff).await?;
        let fits =
            |stored: StoredPasskey| read(&stored).filter(|key| key.cred_id() == id).map(|key| (stored, key));
        let (stored, mut key) = known.into_iter().find_map(fits).ok_or(PasskeyError::Unknown)?;
        let result =
            verifier.finish_discoverable_authentication_v2(&signed, state, DiscoverableKey::from(&key));
        let result = match result {
            Err(WebauthnError::CredentialPossibleCompromise) => {
                return Err(PasskeyError::MayBeCopy(staff, challenge));
            }
            result => result?,
        };
        key.update_credential(&result);
        let after = write(&key);
        Ok(Proved { staff, name: stored.name, id: stored.id, before: stored.credential, after, challenge })
    }

    fn verifier(&self) -> Result<&Webauthn, PasskeyError> {
        self.verifier.as_ref().ok_or(PasskeyError::NotSetUp)
    }

    fn ask<T: Serialize>(&self, options: &impl Serialize, purpose: &Purpose, state: T) -> Ceremony {
        let sealed = Sealed { expires: self.now() + LIFE, state };
        let sealed = sealed::seal(&self.key, purpose, &write(&sealed), &self.random);
        Ceremony { options: write(options), sealed: BASE64_URL_SAFE_NO_PAD.encode(sealed) }
    }

    fn open<T: DeserializeOwned>(
        &self,
        purpose: &Purpose,
        text: &str,
    ) -> Result<(Challenge, T), PasskeyError> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| PasskeyError::Over)?;
        let text = sealed::open(&self.key, purpose, &bytes).ok_or(PasskeyError::Over)?;
        let Sealed { expires, state } = serde_json::from_str(&text).map_err(|_| PasskeyError::Over)?;
        if expires <= self.now() {
            return Err(PasskeyError::Over);
        }
        Ok((Challenge { print: Sha256::digest(&bytes).into(), expires }, state))
    }

    fn now(&self) -> Minute {
        Instant::of(self.clock.now()).minute()
    }
}

/// Uses what a passkey has signed, where it has not been used and the key is as it was: who is shut out meanwhile does
/// not come in, and of two who have counted alike one does.
pub async fn use_proved(tx: &mut Tx, proved: &Proved) -> Result<(), PasskeyError> {
    use_challenge(tx, &proved.challenge).await?;
    if repository::update(tx, &proved.id, &proved.before, &proved.after).await? {
        Ok(())
    } else {
        Err(PasskeyError::Unknown)
    }
}

/// Takes all keys away from somebody.
pub async fn delete_all(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    repository::delete_all(tx, staff).await
}

/// Uses a challenge up.
pub async fn use_challenge(tx: &mut Tx, challenge: &Challenge) -> Result<(), PasskeyError> {
    if repository::use_challenge(tx, &challenge.print, challenge.expires).await? {
        Ok(())
    } else {
        Err(PasskeyError::Over)
    }
}

fn read(stored: &StoredPasskey) -> Option<Passkey> {
    serde_json::from_str(&stored.credential).ok()
}

fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("what the library gives can be written as JSON")
}
