//! Use cases: what a domain decision, the store and the crypto do together.

pub mod booking;
pub mod callback;
pub mod desk;
pub mod forms;
pub mod hexadecimal;
pub mod limits;
pub mod sign_in;
pub mod slow;
pub mod talk;
mod together;

use crate::{
    clock::Clock,
    crypto::{keys::Keys, random::Random, verifier::Cost},
    store::{Store, StoreError},
};
use limits::Quota;
use std::sync::Arc;

/// How the services work here.
#[derive(Clone, Copy)]
pub struct Settings {
    pub clock: Clock,
    /// What a guess at a code or a password costs.
    pub cost: Cost,
    pub quota: Quota,
    /// Seconds before which nobody has read and answered a form.
    pub least_age: i64,
}

/// All use cases.
pub struct Services {
    pub bookings: booking::Bookings,
    pub callbacks: callback::Callbacks,
    pub conversations: talk::Conversations,
    pub desks: desk::Desks,
    pub forms: forms::Forms,
    pub limits: limits::Limits,
    pub sign_in: sign_in::SignIn,
}

impl Services {
    #[must_use]
    pub fn new(store: &Arc<dyn Store>, keys: Keys, settings: Settings) -> Self {
        let Settings { clock, cost, quota, least_age } = settings;
        let store = || Arc::clone(store);
        let slow = slow::Slow::new(keys.pepper, cost);
        Self {
            bookings: booking::Bookings::new(store(), Arc::clone(&slow), keys.codes, Random::System, clock),
            callbacks: callback::Callbacks::new(store(), keys.confidential, Random::System, clock),
            conversations: talk::Conversations::new(store(), keys.talks, Random::System, clock),
            desks: desk::Desks::new(store(), Random::System, clock),
            forms: forms::Forms::new(keys.forms, Random::System, clock, least_age),
            limits: limits::Limits::new(quota, Random::System, clock),
            sign_in: sign_in::SignIn::new(store(), slow, keys.desk, Random::System, clock),
        }
    }
}

/// The first key with which this database was not written, if there is one.
pub async fn foreign_key(store: &dyn Store, keys: &Keys) -> Result<Option<&'static str>, StoreError> {
    for (purpose, print) in keys.prints() {
        if store.key_print(purpose, &print).await? != print {
            return Ok(Some(purpose));
        }
    }
    Ok(None)
}
