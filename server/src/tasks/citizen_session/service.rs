//! Codes of plans, the PIN that goes with them, and sessions that end by themselves.

use super::{
    model::{AccessRecord, Entered, EntryError, MOST_WRONG, NewSession, NoteKey, OWN, Pin},
    repository,
};
use crate::{
    clock::Clock,
    crypto::{
        code::Code,
        keys::Key,
        password_hasher::{PasswordHasher, Priority, Turn},
        random::Random,
        sealed::{open_key, seal_key},
        session_token::SessionToken,
    },
    db::{AccessId, Db, DbError, DbResult, FormKey, PlanId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        desk::audit::{self, AuditEntry},
        plan::service::{NewPlan, PlanError, Plans},
    },
};
use domain::{Instant, Minute};
use std::sync::Arc;
use thiserror::Error;
use zeroize::Zeroizing;

/// Minutes after which a session ends in which nothing is done.
pub const IDLE: Minute = 15;
/// Minutes after which it ends whatever is done.
pub const LONGEST: Minute = 2 * 60;
/// Codes tried until one has first digits that no other has.
const ATTEMPTS: u8 = 32;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "plan_access", ends: Ends::With("plan") },
    RetentionRule {
        table: "citizen_session",
        // Longer than it works, so that what is sent after its end is given back to whoever sent it, and to nobody else.
        ends: Ends::When { condition: "begun <= $1", cutoff: Cutoff::MinutesAgo(LONGEST + IDLE) },
    },
];

/// Why no code could be given.
#[derive(Debug, Error)]
pub enum CodeGivingError {
    #[error(transparent)]
    Entry(#[from] EntryError),
    #[error(transparent)]
    Plan(#[from] PlanError),
    #[error("no code is free")]
    NoCode,
}

impl From<DbError> for CodeGivingError {
    fn from(error: DbError) -> Self {
        Self::Entry(error.into())
    }
}

/// What became of a code that was to be given.
pub enum GivenCode {
    /// It is shown once, and again where the same form is sent again before somebody has used it.
    Done(Code),
    /// The form has given one before, and it is in use.
    InUse,
    /// Another has been given since the page was made.
    Changed,
    Gone,
}

/// What typing a code leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeStep {
    /// It is used for the first time: a PIN is chosen.
    ChoosePin,
    TypePin,
}

/// Who comes into plans.
pub struct CitizenSessions {
    db: Db,
    hasher: Arc<PasswordHasher>,
    key: Key,
    random: Random,
    clock: Clock,
}

impl CitizenSessions {
    #[must_use]
    pub const fn new(db: Db, hasher: Arc<PasswordHasher>, key: Key, random: Random, clock: Clock) -> Self {
        Self { db, hasher, key, random, clock }
    }

    fn codes(&self, form: &FormKey) -> impl Iterator<Item = Code> {
        (0..ATTEMPTS).map(|attempt| Code::of_form(&self.key, form.as_bytes(), attempt))
    }

    async fn find(&self, code: &Code) -> DbResult<Option<AccessRecord>> {
        repository::find_by_selector(&mut self.db.read().await?, code.plan_selector()).await
    }

    /// Opens a plan, with a code for it. A form that is sent again gives the same one, until somebody has used it.
    pub async fn open_plan(
        &self,
        plans: &Plans,
        form: &FormKey,
        new: &NewPlan<'_>,
        audited: &AuditEntry,
    ) -> Result<GivenCode, CodeGivingError> {
        for code in self.codes(form) {
            if let Some(found) = self.find(&code).await? {
                if found.id == form.access_id() && plans.is_of(&found.plan, &audited.municipality).await? {
                    return Ok(show_unused(code, &found));
                }
                continue;
            }
            let access = self.prepare(form, (&new.id, OWN), &code).await?;
            let mut tx = self.db.begin().await?;
            if !plans.open(&mut tx, new, audited).await? {
                drop(tx);
                let is_own = plans.is_of(&new.id, &audited.municipality).await?;
                let given = if is_own { self.find_given(form).await? } else { None };
                return Ok(given.unwrap_or(GivenCode::InUse));
            }
            if repository::insert(&mut tx, &access).await? {
                tx.commit().await?;
                return Ok(GivenCode::Done(code));
            }
        }
        Err(CodeGivingError::NoCode)
    }

    /// The code that the same form has just given, sent twice at the same moment.
    async fn find_given(&self, form: &FormKey) -> DbResult<Option<GivenCode>> {
        for code in self.codes(form) {
            if let Some(found) = self.find(&code).await?
                && found.id == form.access_id()
            {
                return Ok(Some(show_unused(code, &found)));
            }
        }
        Ok(None)
    }

    async fn prepare(
        &self,
        form: &FormKey,
        (plan, consent): (&PlanId, u32),
        code: &Code,
    ) -> Result<AccessRecord, EntryError> {
        let secret = code.secret().to_vec();
        let verifier = self.hasher.verifier(Priority::Normal, secret, self.random.bytes()).await?;
        let (id, selector) = (form.access_id(), code.plan_selector());
        Ok(AccessRecord { id, plan: *plan, consent, selector, code: verifier, pin: None, failures: 0 })
    }

    /// The citizen's own way into a plan.
    pub async fn find_access(&self, plan: &PlanId) -> DbResult<Option<AccessRecord>> {
        repository::find_of_plan(&mut self.db.read().await?, plan, OWN).await
    }

    /// Gives another code in place of one that was lost: the old one ends with its PIN, and who is in with it. What only code
    /// and PIN opened is gone. `seen` is the way in that the page has shown.
    pub async fn replace_code(
        &self,
        plan: &PlanId,
        (form, seen): (&FormKey, &AccessId),
        audited: &AuditEntry,
    ) -> Result<GivenCode, CodeGivingError> {
        self.give_code((plan, OWN), (form, Some(seen)), Some(audited)).await
    }

    /// Gives a code by a consent, in place of the one that was `seen`, which ends.
    async fn give_code(
        &self,
        (plan, consent): (&PlanId, u32),
        (form, seen): (&FormKey, Option<&AccessId>),
        audited: Option<&AuditEntry>,
    ) -> Result<GivenCode, CodeGivingError> {
        for code in self.codes(form) {
            if let Some(found) = self.find(&code).await? {
                if found.id == form.access_id() && (found.plan, found.consent) == (*plan, consent) {
                    return Ok(show_unused(code, &found));
                }
                continue;
            }
            let access = self.prepare(form, (plan, consent), &code).await?;
            let mut tx = self.db.begin().await?;
            let before = repository::find_of_plan(&mut tx, plan, consent).await?;
            if before.is_none() && seen.is_some() {
                return Ok(GivenCode::Gone);
            }
            if before.as_ref().map(|before| &before.id) != seen {
                drop(tx);
                return Ok(self.find_given(form).await?.unwrap_or(GivenCode::Changed));
            }
            repository::delete_of_plan(&mut tx, plan, consent).await?;
            if repository::insert(&mut tx, &access).await? {
                if let Some(audited) = audited {
                    audit::service::record(&mut tx, audited).await?;
                }
                tx.commit().await?;
                return Ok(GivenCode::Done(code));
            }
        }
        Err(CodeGivingError::NoCode)
    }

    /// The ways in of those who are close, each by its consent.
    pub async fn list_insights(&self, plan: &PlanId) -> DbResult<Vec<(u32, AccessId)>> {
        repository::list_insights(&mut self.db.read().await?, plan).await
    }

    /// Gives a code to somebody close, by a consent, in place of the one that the page has `seen`. The same form gives the same
    /// one, until somebody has used it.
    pub async fn give_insight(
        &self,
        (plan, consent): (&PlanId, u32),
        (form, seen): (&FormKey, Option<&AccessId>),
    ) -> Result<GivenCode, CodeGivingError> {
        // One page gives codes by several consents.
        self.give_code((plan, consent), (&form.of_part(consent), seen), None).await
    }

    /// Ends the way in of somebody close, and who is in by it.
    pub async fn end_insight(&self, plan: &PlanId, consent: u32) -> DbResult<()> {
        if consent == OWN {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        repository::delete_of_plan(&mut tx, plan, consent).await?;
        tx.commit().await
    }

    /// What a code leads to. One that is not known takes the same work.
    pub async fn check_code(&self, code: &Code, turn: Turn) -> Result<CodeStep, EntryError> {
        let found = self.prove(code, turn).await?;
        if found.failures >= MOST_WRONG {
            return Err(EntryError::Spent);
        }
        Ok(if found.pin.is_some() { CodeStep::TypePin } else { CodeStep::ChoosePin })
    }

    async fn prove(&self, code: &Code, turn: Turn) -> Result<AccessRecord, EntryError> {
        let found = self.find(code).await?;
        let secret = code.secret().to_vec();
        let is_known = self.hasher.knows(turn, secret, found.as_ref().map(|found| &found.code)).await?;
        found.filter(|_| is_known).ok_or(EntryError::Unknown)
    }

    /// Chooses the PIN of a code that is used for the first time, and begins a session.
    pub async fn choose_pin(&self, code: &Code, pin: &Pin, turn: Turn) -> Result<SessionToken, EntryError> {
        let found = self.prove(code, turn).await?;
        if found.pin.is_some() {
            // Chosen on another page a moment ago: then it is typed.
            return self.sign_in(code, pin, turn).await;
        }
        let proof = pin.prove_with(code.secret());
        let (verifier, wrapping) =
            self.hasher.verifier_with_key(turn.priority, proof, self.random.bytes()).await?;
        let note_key: NoteKey = Zeroizing::new(self.random.bytes());
        let sealed = seal_key(&wrapping, found.id.as_bytes(), &note_key, &self.random);
        let mut tx = self.db.begin().await?;
        if !repository::choose_pin(&mut tx, (&found.id, &found.code), (&verifier, &sealed)).await? {
            drop(tx);
            return self.sign_in(code, pin, turn).await;
        }
        let token = self.begin(&mut tx, &found.id, &note_key).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Begins a session by code and PIN, and ends one that was begun before. A PIN counts before it is looked at, so that many
    /// at once are no more than one after the other.
    pub async fn sign_in(&self, code: &Code, pin: &Pin, turn: Turn) -> Result<SessionToken, EntryError> {
        let found = self.prove(code, turn).await?;
        let Some((verifier, sealed_key)) = &found.pin else { return Err(EntryError::Unknown) };
        let mut tx = self.db.begin().await?;
        let Some(number) = repository::count_guess(&mut tx, &found.id).await? else {
            return Err(EntryError::Spent);
        };
        tx.commit().await?;
        let wrong = || match MOST_WRONG - number {
            0 => EntryError::Spent,
            left => EntryError::WrongPin(left),
        };
        let proof = pin.prove_with(code.secret());
        let wrapping = match self.hasher.unlock(turn, proof, Some(verifier)).await {
            Ok(wrapping) => wrapping.ok_or_else(wrong)?,
            // Nobody has looked at it: it does not count.
            Err(busy) => {
                let mut tx = self.db.begin().await?;
                repository::give_back_guess(&mut tx, &found.id).await?;
                tx.commit().await?;
                return Err(busy.into());
            }
        };
        let note_key = open_key(&wrapping, found.id.as_bytes(), sealed_key).ok_or(EntryError::Unknown)?;
        let mut tx = self.db.begin().await?;
        // The code was replaced meanwhile.
        if !repository::forget_guesses(&mut tx, &found.id, verifier).await? {
            return Err(EntryError::Unknown);
        }
        let token = self.begin(&mut tx, &found.id, &note_key).await?;
        tx.commit().await?;
        Ok(token)
    }

    async fn begin(&self, tx: &mut Tx, access: &AccessId, note_key: &NoteKey) -> DbResult<SessionToken> {
        let token = SessionToken::draw(&self.random);
        let sealed_key = seal_key(&token.wrapping_key(), access.as_bytes(), note_key, &self.random);
        let session = NewSession { token: token.print(), begun: self.now(), sealed_key };
        repository::begin_session(tx, access, &session).await?;
        Ok(token)
    }

    /// Who is in, if the session goes on. Where somebody does something, `touches`, it is seen now.
    pub async fn find_who(&self, token: &SessionToken, touches: bool) -> DbResult<Option<Entered>> {
        let (now, print) = (self.now(), token.print());
        let mut tx = self.db.read().await?;
        let found = repository::find_session(&mut tx, &print, now - LONGEST, now - IDLE).await?;
        drop(tx);
        let Some(entered) = found else { return Ok(None) };
        if touches && entered.seen < now {
            // Lost in a power cut it ends a minute earlier: not worth waiting for the disk on every page.
            let mut tx = self.db.begin_unsynced("", 0).await?;
            repository::touch_session(&mut tx, &print, now).await?;
            tx.commit().await?;
        }
        Ok(Some(if touches { Entered { seen: now, ..entered } } else { entered }))
    }

    /// Whose session it was, also where it has ended by itself.
    pub async fn find_owner(&self, token: &SessionToken) -> DbResult<Option<AccessId>> {
        let before = self.now() - LONGEST - IDLE;
        let mut tx = self.db.read().await?;
        let found = repository::find_session(&mut tx, &token.print(), before, before).await?;
        Ok(found.map(|entered| entered.access))
    }

    /// The minute in which a session ends, if nothing more is done in it.
    #[must_use]
    pub fn find_end(entered: &Entered) -> Minute {
        (entered.seen + IDLE).min(entered.begun + LONGEST)
    }

    /// Minutes until then.
    #[must_use]
    pub fn count_minutes_left(&self, entered: &Entered) -> Minute {
        (Self::find_end(entered) - self.now()).max(0)
    }

    /// Whether a session ends then whatever is done in it.
    #[must_use]
    pub fn is_last(entered: &Entered) -> bool {
        entered.begun + LONGEST <= entered.seen + IDLE
    }

    /// The key to private notes.
    #[must_use]
    pub fn open_note_key(token: &SessionToken, entered: &Entered) -> Option<NoteKey> {
        open_key(&token.wrapping_key(), entered.access.as_bytes(), &entered.sealed_key)
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

fn show_unused(code: Code, found: &AccessRecord) -> GivenCode {
    // Whoever goes back to the page of a code that is in use does not see it again.
    if found.pin.is_none() { GivenCode::Done(code) } else { GivenCode::InUse }
}
