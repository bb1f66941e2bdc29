//! Signing in at the desk: an invitation, then a password and an authenticator; sessions that end by themselves.

use super::{
    model::{Login, LoginState, NewSession, Proof, SignInError},
    repository,
};
use crate::{
    clock::Clock,
    crypto::{
        authenticator::Authenticator,
        keys::Key,
        password_hasher::{PasswordHasher, Priority, Turn},
        random::Random,
        sealed,
        session_token::SessionToken,
        verifier::Verifier,
    },
    db::{Db, DbResult, StaffId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        callback,
        desk::{
            account::{
                self,
                service::{Answer, PasskeyError, Passkeys},
            },
            audit::{self, AuditAction, AuditEntry},
            staff::{self, StaffMember},
        },
    },
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{Instant, Minute, Role};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Minutes without a request, after which a session ends.
pub const IDLE: Minute = 15;
/// Minutes after which every session ends.
pub const LONGEST: Minute = 8 * 60;
/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "staff_login", ends: Ends::With("staff") },
    RetentionRule {
        table: "staff_session",
        ends: Ends::When { condition: "begun <= $1", cutoff: Cutoff::MinutesAgo(LONGEST) },
    },
];
/// Minutes for which an invitation can be used.
const INVITED: Minute = 7 * 24 * 60;
/// Wrong passwords since somebody last signed in, at which it is noted.
const NOTED_FAILURES: [u64; 5] = [10, 100, 1_000, 10_000, 100_000];
/// The fewest letters of a password.
pub const PASSWORD: usize = 12;

/// Signing in, for all desks.
pub struct SignIn {
    db: Db,
    hasher: Arc<PasswordHasher>,
    key: Key,
    random: Random,
    clock: Clock,
}

impl SignIn {
    #[must_use]
    pub const fn new(db: Db, hasher: Arc<PasswordHasher>, key: Key, random: Random, clock: Clock) -> Self {
        Self { db, hasher, key, random, clock }
    }

    /// Adds a member of staff; gives the invitation, or nothing where the name to sign in with is taken.
    pub async fn add(
        &self,
        municipality: &str,
        name: &str,
        login: &str,
        role: Role,
    ) -> DbResult<Option<String>> {
        let id = StaffId::random(&self.random);
        let member = StaffMember { id, municipality: municipality.to_owned(), name: name.to_owned(), role };
        self.invite(&member, login, None).await
    }

    /// The same with a member of staff at hand, noted with what a colleague did.
    pub async fn invite(
        &self,
        member: &StaffMember,
        login: &str,
        audited: Option<&AuditEntry>,
    ) -> DbResult<Option<String>> {
        let invitation = self.draw_invitation();
        let until = self.now() + INVITED;
        let invited = add_member(&self.db, member, login, (&print(&invitation), until), audited).await?;
        Ok(invited.then_some(invitation))
    }

    fn draw_invitation(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.random.bytes::<24>())
    }

    /// Invites somebody anew, who keeps their hours, appointments and conversations: what they signed in with before
    /// holds no more, and their sessions end. Nothing where they do not sign in.
    pub async fn renew(&self, staff: &StaffId, audited: &AuditEntry) -> DbResult<Option<String>> {
        let invitation = self.draw_invitation();
        let mut tx = self.db.begin().await?;
        if !repository::renew(&mut tx, staff, &print(&invitation), self.now() + INVITED).await? {
            return Ok(None);
        }
        account::service::delete_all(&mut tx, staff).await?;
        repository::delete_sessions(&mut tx, staff).await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await?;
        Ok(Some(invitation))
    }

    /// Lets somebody in no more, from this moment on. `false` where they do not sign in.
    pub async fn shut_out(&self, staff: &StaffId, audited: &AuditEntry) -> DbResult<bool> {
        let mut tx = self.db.begin().await?;
        if !repository::shut_out(&mut tx, staff).await? {
            return Ok(false);
        }
        callback::service::give_all_back(&mut tx, staff).await?;
        account::service::delete_all(&mut tx, staff).await?;
        repository::delete_sessions(&mut tx, staff).await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Ends all sessions of somebody.
    pub async fn end_sessions(&self, staff: &StaffId, audited: &AuditEntry) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        repository::delete_sessions(&mut tx, staff).await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await
    }

    /// How the staff of a municipality come in.
    pub async fn list_logins(&self, municipality: &str) -> DbResult<Vec<LoginState>> {
        repository::list_logins(&mut self.db.read().await?, municipality).await
    }

    /// What an invited member of staff has chosen, and the authenticator to be set up.
    pub async fn welcome(
        &self,
        login: &str,
        invitation: &str,
        password: &str,
    ) -> Result<Authenticator, SignInError> {
        let found = self.find_invited(login, invitation).await?;
        if password.chars().count() < PASSWORD {
            return Err(SignInError::Short);
        }
        let authenticator = Authenticator::new(Zeroizing::new(self.random.bytes()));
        let password = password.as_bytes().to_vec();
        let password = self.hasher.verifier(Priority::Normal, password, self.random.bytes()).await?;
        let secret = authenticator.to_hex();
        let sealed = sealed::seal(&self.key, found.staff.as_bytes(), &secret, &self.random);
        let mut tx = self.db.begin().await?;
        let print = print(invitation);
        if !repository::choose_password(&mut tx, &found.staff, &password, &sealed, &print).await? {
            return Err(SignInError::Unknown);
        }
        tx.commit().await?;
        Ok(authenticator)
    }

    /// The authenticator that an invited member of staff is setting up.
    pub async fn setting_up(&self, login: &str, invitation: &str) -> Result<Authenticator, SignInError> {
        let found = self.find_invited(login, invitation).await?;
        self.authenticator(&found).ok_or(SignInError::Unknown)
    }

    /// Begins the first session, which ends the invitation.
    pub async fn first(
        &self,
        login: &str,
        invitation: &str,
        digits: &str,
    ) -> Result<SessionToken, SignInError> {
        let found = self.find_invited(login, invitation).await?;
        self.begin(&found, digits).await
    }

    async fn find_invited(&self, login: &str, invitation: &str) -> Result<Login, SignInError> {
        let found = self.find_login(login).await?.ok_or(SignInError::Unknown)?;
        let fits = |(noted, until): &([u8; 32], Minute)| *noted == print(invitation) && *until > self.now();
        if found.invitation.as_ref().is_some_and(fits) { Ok(found) } else { Err(SignInError::Unknown) }
    }

    /// Begins a session. A name that is not known takes the same work as a wrong password. Who guesses at a name keeps
    /// nobody else out: places are slowed (`RateLimiter`), and only digits after a right password are slowed by name.
    pub async fn sign_in(&self, proof: &Proof<'_>, turn: Turn) -> Result<SessionToken, SignInError> {
        // Who is invited has not signed in yet: only by the invitation.
        let found = self.find_login(proof.login).await?.filter(|found| found.invitation.is_none());
        let password = found.as_ref().and_then(|found| found.password.as_ref());
        let known = self.hasher.knows(turn, proof.password.as_bytes().to_vec(), password).await?;
        let Some(found) = found else {
            // A wrong password is noted: who measures how long that takes is not told which names exist (under a flood it
            // shows all the same: docs/decisions/limits.md).
            self.db.beat().await?;
            return Err(SignInError::Unknown);
        };
        if !known {
            self.note_failure(&found.staff).await?;
            return Err(SignInError::Unknown);
        }
        self.begin(&found, proof.digits).await
    }

    async fn begin(&self, found: &Login, digits: &str) -> Result<SessionToken, SignInError> {
        let token = SessionToken::draw(&self.random);
        let session = NewSession { token: token.print(), begun: self.now() };
        let begun = match self.find_step(found, digits).await? {
            Some(proof) => begin_session(&self.db, &found.staff, proof, &session, self.clock).await?,
            None => false,
        };
        if begun { Ok(token) } else { self.refuse_digits(&found.staff, AuditAction::DigitsWrong).await }
    }

    /// Whether somebody who is signed in has their authenticator at hand: asked before their way in is changed. Gives
    /// the print of the password that they have.
    pub async fn confirm(&self, staff: &StaffId, digits: &str) -> Result<[u8; 32], SignInError> {
        let found = repository::find_login_of(&mut self.db.read().await?, staff).await?;
        let found = found.ok_or(SignInError::Unknown)?;
        let Some((step, password)) = self.find_step(&found, digits).await? else {
            return self.refuse_digits(staff, AuditAction::DigitsWrongInside).await;
        };
        let mut tx = self.db.begin().await?;
        if !repository::use_step(&mut tx, staff, step, &password.hash).await? {
            drop(tx);
            return self.refuse_digits(staff, AuditAction::DigitsWrongInside).await;
        }
        tx.commit().await?;
        Ok(password.hash)
    }

    /// The authenticator's step of digits, which count as a guess, with the password they belong to.
    async fn find_step<'a>(
        &self,
        found: &'a Login,
        digits: &str,
    ) -> Result<Option<(i64, &'a Verifier)>, SignInError> {
        self.note_guess(&found.staff).await?;
        let step = self
            .authenticator(found)
            .and_then(|authenticator| authenticator.step(digits, self.clock.now().timestamp()));
        Ok(step.zip(found.password.as_ref()))
    }

    async fn refuse_digits<T>(&self, staff: &StaffId, what: AuditAction) -> Result<T, SignInError> {
        let mut tx = self.db.begin().await?;
        self.record(&mut tx, staff, what, "").await?;
        tx.commit().await?;
        Err(SignInError::Unknown)
    }

    /// Begins a session of whoever's passkey has signed: that is all they need.
    pub async fn sign_in_by_passkey(
        &self,
        passkeys: &Passkeys,
        answer: &Answer<'_>,
    ) -> Result<SessionToken, PasskeyError> {
        let proved = match passkeys.verify(answer).await {
            Err(PasskeyError::MayBeCopy(staff, challenge)) => {
                let mut tx = self.db.begin().await?;
                account::service::use_challenge(&mut tx, &challenge).await?;
                self.record(&mut tx, &staff, AuditAction::PasskeyRefused, "").await?;
                tx.commit().await?;
                return Err(PasskeyError::Unknown);
            }
            proved => proved?,
        };
        let token = SessionToken::draw(&self.random);
        let session = NewSession { token: token.print(), begun: self.now() };
        let mut tx = self.db.begin().await?;
        account::service::use_proved(&mut tx, &proved).await?;
        repository::insert_session(&mut tx, &proved.staff, &session).await?;
        self.record(&mut tx, &proved.staff, AuditAction::PasskeySignedIn, &proved.name).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Counts digits before they are looked at, so that many at once are no more than one after the other.
    async fn note_guess(&self, staff: &StaffId) -> Result<(), SignInError> {
        let now = self.now();
        let mut tx = self.db.begin().await?;
        if repository::count_guess(&mut tx, staff, now).await?.is_none() {
            let until = Minute::try_from(repository::find_lock(&mut tx, staff).await?).unwrap_or(now);
            return Err(SignInError::Slowed(until - now));
        }
        Ok(tx.commit().await?)
    }

    /// Counts a wrong password; every tenfold of ten is noted.
    async fn note_failure(&self, staff: &StaffId) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        let failures = repository::count_failure(&mut tx, staff).await?;
        if NOTED_FAILURES.contains(&failures) {
            self.record(&mut tx, staff, AuditAction::SignInFailed, &failures.to_string()).await?;
        }
        tx.commit().await
    }

    /// Notes what happened to somebody's way in.
    async fn record(&self, tx: &mut Tx, staff: &StaffId, what: AuditAction, subject: &str) -> DbResult<()> {
        let Some(member) = staff::service::find_in(tx, staff).await? else { return Ok(()) };
        audit::service::record(tx, &AuditEntry::new(&member, what, subject, self.clock)).await
    }

    async fn find_login(&self, login: &str) -> DbResult<Option<Login>> {
        repository::find_login(&mut self.db.read().await?, login).await
    }

    fn authenticator(&self, found: &Login) -> Option<Authenticator> {
        let sealed = found.authenticator.as_ref()?;
        Authenticator::from_hex(&sealed::open(&self.key, found.staff.as_bytes(), sealed)?)
    }

    /// Whose session it is, if it goes on. Where somebody does something, `touches`, it is seen now; a page that asks
    /// by itself keeps no session alive.
    pub async fn find_who(&self, token: &SessionToken, touches: bool) -> DbResult<Option<StaffMember>> {
        let (now, token) = (self.now(), token.print());
        let mut tx = self.db.read().await?;
        let found = repository::find_session(&mut tx, &token, now - LONGEST, now - IDLE).await?;
        drop(tx);
        let Some(session) = found else { return Ok(None) };
        if touches && session.seen < now {
            let mut tx = self.db.begin().await?;
            repository::touch_session(&mut tx, &token, now).await?;
            tx.commit().await?;
        }
        Ok(Some(session.who))
    }

    /// Whose session it was, also where it has ended by itself.
    pub async fn find_owner(&self, token: &SessionToken) -> DbResult<Option<StaffId>> {
        let mut tx = self.db.read().await?;
        let begun = self.now() - LONGEST;
        let found = repository::find_session(&mut tx, &token.print(), begun, begun).await?;
        Ok(found.map(|session| session.who.id))
    }

    /// Minutes until a session ends, unless something is done in it; 0 where it has ended.
    pub async fn count_minutes_left(&self, token: &SessionToken) -> DbResult<Minute> {
        let (now, token) = (self.now(), token.print());
        let mut tx = self.db.read().await?;
        let found = repository::find_session(&mut tx, &token, now - LONGEST, now - IDLE).await?;
        Ok(found.map_or(0, |session| (session.seen + IDLE).min(session.begun + LONGEST) - now))
    }

    pub async fn sign_out(&self, token: &SessionToken) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        repository::delete_session(&mut tx, &token.print()).await?;
        tx.commit().await
    }

    fn now(&self) -> Minute {
        Instant::of(self.clock.now()).minute()
    }
}

/// Adds a member of staff and how they sign in, both or neither. `false` where another has that name to sign in with.
pub async fn add_member(
    db: &Db,
    member: &StaffMember,
    login: &str,
    (invitation, until): (&[u8; 32], Minute),
    audited: Option<&AuditEntry>,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    staff::service::insert(&mut tx, member).await?;
    if !repository::insert_login(&mut tx, &member.id, login, invitation, until).await? {
        return Ok(false);
    }
    if let Some(entry) = audited {
        audit::service::record(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Begins a session, where the authenticator's step is later than the last one used, and notes that somebody has
/// signed in.
async fn begin_session(
    db: &Db,
    staff: &StaffId,
    (step, password): (i64, &Verifier),
    session: &NewSession,
    clock: Clock,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !repository::use_step(&mut tx, staff, step, &password.hash).await? {
        return Ok(false);
    }
    repository::insert_session(&mut tx, staff, session).await?;
    let before = session.begun - 1;
    if let Some(found) = repository::find_session(&mut tx, &session.token, before, before).await? {
        let entry = AuditEntry::new(&found.who, AuditAction::SignedIn, "", clock);
        audit::service::record(&mut tx, &entry).await?;
    }
    tx.commit().await?;
    Ok(true)
}

fn print(invitation: &str) -> [u8; 32] {
    Sha256::digest(invitation.trim()).into()
}
