//! Being called back: a number, sealed under the confidential track's own key, and gone within a week.

use super::booking::{FormKey, hash};
use crate::{
    clock::Clock,
    crypto::{keys::Key, random::Random, sealed},
    store::{Callback, Store, StoreError},
};
use chrono::Days;
use domain::{Instant, Window};
use serde::Serialize;
use std::sync::Arc;
use thiserror::Error;

/// How many days after the first a number is kept at most: on the seventh it goes.
pub const KEPT_DAYS: u64 = 6;

/// Why a call could not be noted.
#[derive(Debug, Error)]
pub enum NoCallback {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("what was written could not be sealed: {0}")]
    Sealing(#[from] serde_json::Error),
}

/// What somebody entrusts. It has no `Debug`, and is written down only sealed.
#[derive(Serialize)]
pub struct Entrusted<'a> {
    pub phone: &'a str,
    /// What they want to be called.
    pub name: &'a str,
    /// Whether a message may be left with whoever answers.
    pub message: bool,
}

/// A call that is asked for.
pub struct Asked<'a> {
    pub municipality: &'a str,
    pub entrusted: Entrusted<'a>,
    pub window: Window,
    /// Whether treatment is wished for: then the guarantee counts from today.
    pub wishes_treatment: bool,
    pub form: FormKey,
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

    /// Notes that somebody wants to be called. A form sent twice is one call.
    pub async fn ask(&self, asked: &Asked<'_>) -> Result<(), NoCallback> {
        let id = self.random.bytes();
        let text = zeroize::Zeroizing::new(serde_json::to_string(&asked.entrusted)?);
        let today = Instant::of(self.clock.now()).day().date();
        let callback = Callback {
            id,
            municipality: asked.municipality.to_owned(),
            sealed: sealed::seal(&self.key, &id, &text, &self.random),
            window: asked.window,
            contact_on: asked.wishes_treatment.then_some(today),
            expires_on: today.checked_add_days(Days::new(KEPT_DAYS)).unwrap_or(today),
            form: hash(&asked.form),
        };
        Ok(self.store.add_callback(&callback).await?)
    }
}
