//! Being called back: a number, sealed under the confidential track's own key, and gone within a week.

use crate::{
    clock::Clock,
    crypto::{keys::Key, random::Random, sealed},
    store::{AuditEntry, Call, Callback, DbError, Id, Store},
    tasks::booking::service::{FormKey, contact, contact_id, hash},
};
use chrono::Days;
use domain::{Instant, Window};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use thiserror::Error;

/// How many days after the first a number is kept at most: on the seventh it goes.
pub const KEPT_DAYS: u64 = 6;

/// Why a call could not be noted.
#[derive(Debug, Error)]
pub enum CallbackError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error("what was written could not be sealed: {0}")]
    Sealing(#[from] serde_json::Error),
}

/// What somebody entrusts. It has no `Debug`, and is written down only sealed.
#[derive(Serialize, Deserialize)]
pub struct Entrusted {
    pub phone: String,
    /// What they want to be called.
    pub name: String,
    /// Whether a message may be left with whoever answers.
    pub message: bool,
}

/// A call that is asked for.
pub struct Asked {
    pub entrusted: Entrusted,
    pub window: Window,
    /// Whether treatment is wished for: then the guarantee counts from the day it was asked for.
    pub wishes_treatment: bool,
}

/// Calls of all municipalities.
pub struct Callbacks {
    store: Arc<dyn Store>,
    key: Key,
    random: Random,
    clock: Clock,
}

impl Callbacks {
    #[must_use]
    pub const fn new(store: Arc<dyn Store>, key: Key, random: Random, clock: Clock) -> Self {
        Self { store, key, random, clock }
    }

    /// The call that a form has asked for, where it is not over.
    pub async fn standing(&self, municipality: &str, form: &FormKey) -> Result<Option<Asked>, CallbackError> {
        let call = self.store.call_of(municipality, &hash(form)).await?;
        Ok(call.and_then(|call| {
            let (window, wishes_treatment) = (call.window, call.contact_on.is_some());
            self.open(&call).map(|entrusted| Asked { entrusted, window, wishes_treatment })
        }))
    }

    /// Notes that somebody wants to be called. A form sent twice is one call. `false` where the form is another
    /// municipality's.
    pub async fn ask(
        &self,
        municipality: &str,
        form: &FormKey,
        asked: &Asked,
    ) -> Result<bool, CallbackError> {
        let text = zeroize::Zeroizing::new(serde_json::to_string(&asked.entrusted)?);
        let today = Instant::of(self.clock.now()).day().date();
        let mut callback = Callback {
            id: self.random.bytes(),
            municipality: municipality.to_owned(),
            sealed: Vec::new(),
            window: asked.window,
            contact: asked.wishes_treatment.then(|| contact(form, today)),
            expires_on: today.checked_add_days(Days::new(KEPT_DAYS)).unwrap_or(today),
            form: hash(form),
        };
        callback.sealed = sealed::seal(&self.key, &callback.id, &text, &self.random);
        Ok(self.store.add_callback(&callback, &contact_id(form)).await?)
    }

    /// Takes back what a form has asked for, with the day on which treatment was wished for. `false` where nothing
    /// is there any more: the centre has called, or the number has gone.
    pub async fn withdraw(&self, municipality: &str, form: &FormKey) -> Result<bool, CallbackError> {
        Ok(self.store.withdraw(municipality, &hash(form), &contact_id(form)).await?)
    }

    /// Who has taken a call.
    pub async fn taken_by(&self, municipality: &str, call: &Id) -> Result<Option<Id>, CallbackError> {
        let calls = self.store.calls(municipality).await?;
        Ok(calls.into_iter().find(|one| one.id == *call).and_then(|one| one.claimed_by))
    }

    /// The calls of a municipality; who it is stands open to the one who has taken the call.
    pub async fn queue(&self, municipality: &str, staff: &Id) -> Result<Vec<Queued>, CallbackError> {
        let calls = self.store.calls(municipality).await?;
        Ok(calls.into_iter().map(|call| self.queued(call, staff)).collect())
    }

    fn queued(&self, call: Call, staff: &Id) -> Queued {
        let own = call.claimed_by.as_ref() == Some(staff);
        Queued { entrusted: if own { self.open(&call) } else { None }, own, call }
    }

    fn open(&self, call: &Call) -> Option<Entrusted> {
        let text = sealed::open(&self.key, &call.id, &call.sealed)?;
        serde_json::from_str(&text).ok()
    }

    /// Does something with a call that `staff` has, or takes; `false` where that cannot be done any more. `tries` are
    /// those that who does it has seen.
    pub async fn act(
        &self,
        doing: Doing,
        call: &Id,
        staff: &Id,
        tries: u16,
        act: &AuditEntry,
    ) -> Result<bool, CallbackError> {
        let municipality = &act.municipality;
        Ok(match doing {
            Doing::Claim => self.store.claim(municipality, call, staff, act).await?,
            Doing::GiveBack => self.store.give_back(municipality, call, staff, act).await?,
            Doing::Tried => self.store.tried(municipality, call, staff, tries, act).await?,
            Doing::Called => self.store.called(municipality, call, staff, act).await?,
        })
    }
}

/// A call in the queue.
pub struct Queued {
    pub call: Call,
    /// Whether the one who asks has taken it.
    pub own: bool,
    pub entrusted: Option<Entrusted>,
}

domain::codes! {
    /// What staff do with a call.
    Doing {
        Claim = "CLAIM",
        GiveBack = "GIVE_BACK",
        Tried = "TRIED",
        Called = "CALLED",
    }
}
