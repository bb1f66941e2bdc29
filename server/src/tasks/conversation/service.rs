//! Writing to each other within an appointment: sealed, gone a day after its end.

use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        sealed,
        signed::{is_signed, sign},
    },
    store::{DbError, Id, Message, Store, Talk},
    tasks::booking::service::{FormKey, hash},
    web::hexadecimal,
};
use chrono::NaiveDateTime;
use domain::{BookingKind, Instant, Minute};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Minutes before the beginning from which one can write.
const BEFORE: Minute = 10;
/// Minutes after the end until which one can write.
const AFTER: Minute = 15;
/// Minutes after the end for which what was written can be read.
pub const KEPT: Minute = 24 * 60;
/// Messages of one conversation.
const MOST: usize = 500;
/// Letters of one message.
pub const LONGEST: usize = 4000;

/// Something that was written, as it is read.
pub struct Said {
    pub by_staff: bool,
    pub text: String,
}

/// Whether one can write now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Writing {
    /// From this minute on.
    NotYet(Minute),
    Now,
    Over,
}

/// Conversations of all municipalities.
pub struct Conversations {
    store: Arc<dyn Store>,
    key: Key,
    random: Random,
    clock: Clock,
}

impl Conversations {
    #[must_use]
    pub const fn new(store: Arc<dyn Store>, key: Key, random: Random, clock: Clock) -> Self {
        Self { store, key, random, clock }
    }

    /// Lets whoever carries it into one conversation, as long as its appointment stands: who has shown the code
    /// need not show it again for every message.
    #[must_use]
    pub fn pass(&self, municipality: &str, appointment: &Id) -> String {
        let signature = sign(&self.key, "talk", &[municipality.as_bytes(), appointment]);
        format!("{}-{}", hexadecimal::written(appointment), hexadecimal::written(&signature))
    }

    /// The conversation that a pass lets into.
    pub async fn of_pass(&self, municipality: &str, pass: &str) -> Result<Option<Talk>, DbError> {
        let Some((appointment, signature)) = pass.split_once('-') else { return Ok(None) };
        let read = hexadecimal::read(appointment).zip(hexadecimal::read(signature));
        let Some((appointment, signature)) = read else { return Ok(None) };
        if !is_signed(&self.key, "talk", &[municipality.as_bytes(), &appointment], &signature) {
            return Ok(None);
        }
        self.of(municipality, &appointment).await
    }

    /// The conversation of an appointment, where it is held in writing.
    pub async fn of(&self, municipality: &str, appointment: &Id) -> Result<Option<Talk>, DbError> {
        let talk = self.store.talk(municipality, appointment).await?;
        Ok(talk.filter(|talk| talk.appointment.kind == BookingKind::Online))
    }

    #[must_use]
    pub fn writing(&self, talk: &Talk) -> Writing {
        let now = Instant::of(self.clock.now()).minute();
        let from = talk.appointment.starts - BEFORE;
        let to = talk.appointment.starts + Minute::from(talk.appointment.minutes) + AFTER;
        if now < from {
            Writing::NotYet(from)
        } else if now < to {
            Writing::Now
        } else {
            Writing::Over
        }
    }

    /// Whether an appointment has a conversation that can be read: until what is written in it is deleted.
    #[must_use]
    pub fn is_open(&self, kind: BookingKind, begins: NaiveDateTime, minutes: u16) -> bool {
        let now = Instant::of(self.clock.now()).minute();
        let starts = Instant::at(begins).map(Instant::minute);
        kind == BookingKind::Online
            && starts.is_some_and(|starts| now < starts + Minute::from(minutes) + KEPT)
    }

    /// What has been written, in order.
    pub async fn read(&self, talk: &Talk) -> Result<Vec<Said>, DbError> {
        let messages = self.store.messages(&talk.appointment.id).await?;
        let said = |message: &Message| {
            let text =
                sealed::open(&self.key, &bound(talk, message.place, message.by_staff), &message.sealed)?;
            Some(Said { by_staff: message.by_staff, text: text.to_string() })
        };
        Ok(messages.iter().filter_map(said).collect())
    }

    /// Adds a message from a form. `false` where nothing can be written any more. A form sent twice is one message.
    pub async fn say(
        &self,
        talk: &Talk,
        by_staff: bool,
        text: &str,
        form: &FormKey,
    ) -> Result<bool, DbError> {
        if self.writing(talk) != Writing::Now {
            return Ok(false);
        }
        let form = hash(form);
        // Another message may take the place: then the next one.
        for _ in 0..8 {
            let so_far = self.store.messages(&talk.appointment.id).await?;
            if so_far.iter().any(|message| message.form == form) {
                return Ok(true);
            }
            let place = so_far.last().map_or(0, |last| last.place + 1);
            if usize::from(place) >= MOST {
                return Ok(false);
            }
            let sealed = sealed::seal(&self.key, &bound(talk, place, by_staff), text, &self.random);
            if self.store.say(&talk.appointment.id, &Message { place, by_staff, sealed, form }).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Deletes what has been written.
    pub async fn unsay(&self, talk: &Talk) -> Result<(), DbError> {
        self.store.unsay(&talk.appointment.id).await
    }
}

/// A message is bound to its conversation, its place and its side.
fn bound(talk: &Talk, place: u16, by_staff: bool) -> Id {
    let print = Sha256::new()
        .chain_update(talk.appointment.id)
        .chain_update(place.to_be_bytes())
        .chain_update([u8::from(by_staff)])
        .finalize();
    let mut bound = [0; 16];
    bound.copy_from_slice(&print[..16]);
    bound
}
