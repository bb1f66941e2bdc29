//! The citizens' and the staff's tasks, one folder each; and what they share.

pub mod about;
pub mod booking;
pub mod calendar;
pub mod callback;
pub mod case;
pub mod citizen_session;
pub mod clarification;
pub mod compare;
pub mod complaint;
pub mod contact;
pub mod conversation;
pub mod deadline;
pub mod desk;
pub mod find_help;
pub mod form_token;
pub mod glossary;
pub mod home;
pub mod key_print;
pub mod leave;
pub mod municipality;
pub mod offers;
pub mod plan;
pub mod return_code;
pub mod rules;
pub mod search;
pub mod waiting_list;

use self::{desk::account::service::Passkeys, form_token::service::FormTokens};
use crate::{
    clock::Clock,
    crypto::{keys::Keys, password_hasher::PasswordHasher, random::Random, verifier::Cost},
    db::Db,
    web::rate_limiter::{Quota, RateLimiter},
};
use webauthn_rs::prelude::Url;

/// How the services work here.
#[derive(Clone)]
pub struct Settings {
    pub clock: Clock,
    /// What a guess at a code or a password costs.
    pub cost: Cost,
    pub quota: Quota,
    /// The portal's own address, where it is known: what passkeys are bound to.
    pub origin: Option<Url>,
    /// Seconds before which nobody has read and answered a form.
    pub least_age: i64,
}

/// What the tasks' handlers work with.
pub struct Services {
    pub db: Db,
    pub attachments: complaint::attachment::service::Attachments,
    pub bookings: booking::service::Bookings,
    pub case_words: case::words::CaseWords,
    /// All cases as they stand today.
    pub cases: case::board::CaseBoards,
    pub callbacks: callback::service::Callbacks,
    pub citizen_sessions: citizen_session::service::CitizenSessions,
    pub complaints: complaint::service::Complaints,
    pub conversations: conversation::service::Conversations,
    pub own_notes: plan::own_note::service::OwnNotes,
    pub plans: plan::service::Plans,
    pub sign_in: desk::sign_in::service::SignIn,
    pub passkeys: Passkeys,
    pub tokens: FormTokens,
    pub limiter: RateLimiter,
    pub random: Random,
}

impl Services {
    #[must_use]
    pub fn new(db: &Db, keys: Keys, settings: Settings) -> Self {
        let Settings { clock, cost, quota, origin, least_age } = settings;
        let db = || db.clone();
        let hasher = PasswordHasher::new(keys.pepper, cost);
        let random = || Random::System;
        Self {
            attachments: complaint::attachment::service::Attachments::new(db(), random(), clock),
            bookings: booking::service::Bookings::new(db(), hasher.clone(), keys.codes, random(), clock),
            case_words: case::words::CaseWords::new(keys.cases, random()),
            cases: case::board::CaseBoards::default(),
            callbacks: callback::service::Callbacks::new(db(), keys.confidential, random(), clock),
            complaints: complaint::service::Complaints::new(db(), keys.complaints, &keys.receipts, random()),
            citizen_sessions: citizen_session::service::CitizenSessions::new(
                db(),
                hasher.clone(),
                keys.plans.clone(),
                random(),
                clock,
            ),
            own_notes: plan::own_note::service::OwnNotes::new(db(), random()),
            plans: plan::service::Plans::new(db(), keys.plans, random()),
            conversations: conversation::service::Conversations::new(db(), keys.talks, random(), clock),
            passkeys: Passkeys::new(db(), keys.desk.clone(), origin.as_ref(), random(), clock),
            sign_in: desk::sign_in::service::SignIn::new(db(), hasher, keys.desk, random(), clock),
            tokens: FormTokens::new(db(), keys.forms, random(), clock, least_age),
            limiter: RateLimiter::new(quota, random(), clock),
            random: random(),
            db: db(),
        }
    }
}
