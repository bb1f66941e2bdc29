//! Use cases: what a domain decision, the store and the crypto do together.

use crate::{
    clock::Clock,
    crypto::{keys::Keys, password_hasher as slow, random::Random, verifier::Cost},
    store::{DbError, Store},
    tasks::{
        booking::service as booking,
        callback::service as callback,
        conversation::service as talk,
        desk::{service as desk, sign_in::service as sign_in},
    },
    web::{form_token as forms, rate_limiter as limits, rate_limiter::Quota},
};
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
    pub forms: forms::FormTokens,
    pub limits: limits::RateLimiter,
    pub sign_in: sign_in::SignIn,
}

impl Services {
    #[must_use]
    pub fn new(store: &Arc<dyn Store>, keys: Keys, settings: Settings) -> Self {
        let Settings { clock, cost, quota, least_age } = settings;
        let store = || Arc::clone(store);
        let slow = slow::PasswordHasher::new(keys.pepper, cost);
        Self {
            bookings: booking::Bookings::new(store(), Arc::clone(&slow), keys.codes, Random::System, clock),
            callbacks: callback::Callbacks::new(store(), keys.confidential, Random::System, clock),
            conversations: talk::Conversations::new(store(), keys.talks, Random::System, clock),
            desks: desk::Desks::new(store(), Random::System, clock),
            forms: forms::FormTokens::new(keys.forms, Random::System, clock, least_age),
            limits: limits::RateLimiter::new(quota, Random::System, clock),
            sign_in: sign_in::SignIn::new(store(), slow, keys.desk, Random::System, clock),
        }
    }
}

/// The first key with which this database was not written, if there is one.
pub async fn foreign_key(store: &dyn Store, keys: &Keys) -> Result<Option<&'static str>, DbError> {
    for (purpose, print) in keys.prints() {
        if store.key_print(purpose, &print).await? != print {
            return Ok(Some(purpose));
        }
    }
    Ok(None)
}
