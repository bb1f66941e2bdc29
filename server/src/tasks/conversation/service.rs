//! Writing to each other within an appointment: sealed, gone a day after its end.

use super::{
    presence::{Party, Presence},
    repository,
};
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        sealed,
        signed::{is_signed, sign},
    },
    db::{AppointmentId, Db, DbResult, FormHash, FormKey, StaffId},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        booking::{code::CodeRecord, model::Appointment},
        desk::audit::{self, AuditEntry},
    },
};
use chrono::NaiveDateTime;
use domain::{BookingKind, Instant, Minute};
use sha2::{Digest, Sha256};
use std::time::Duration;
use tokio::{
    sync::{Semaphore, broadcast},
    time::{Instant as Deadline, timeout_at},
};

/// Minutes before the beginning from which one can write.
const BEFORE: Minute = 10;
/// Minutes after the end until which one can write.
const AFTER: Minute = 15;
/// Minutes after the end for which what was written can be read.
const KEPT: Minute = 24 * 60;
/// Messages of one conversation.
const MOST: usize = 500;
/// Letters of one message.
pub const LONGEST: usize = 4000;

/// How long a question for something new is held: less than an answer may take, and than a server waits when it stops.
const HELD: Duration = Duration::from_secs(7);
/// Questions that are held at once: further ones are answered as if nothing were new, and asked again.
const WAITING: usize = 256;
/// How often is looked for what another server has written meanwhile.
const LOOK: Duration = Duration::from_secs(2);

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule {
    table: "message",
    ends: Ends::When {
        condition: "appointment_id IN (SELECT id FROM appointment WHERE starts + minutes < $1)",
        cutoff: Cutoff::MinutesAgo(KEPT),
    },
}];

/// An appointment in which one writes to each other.
pub struct Conversation {
    pub appointment: Appointment,
    pub pseudonym: String,
    /// Whose appointment it is at the desk.
    pub staff: StaffId,
    /// What changes with the code that it is under.
    pub salt: [u8; 16],
}

/// Something that was written, as it is stored.
pub struct Message {
    /// Its place among the messages of the appointment.
    pub place: u16,
    pub by_staff: bool,
    pub sealed: Vec<u8>,
    /// Of the form that it was written in: sent twice, it is said once.
    pub form: FormHash,
}

/// Something that was written, as it is read.
pub struct MessageView {
    pub by_staff: bool,
    pub text: String,
}

/// Whether one can write now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Writing {
    /// From this minute on.
    NotYet(Minute),
    Now,
    /// The time is up, but what is being written may still be sent.
    Closing,
    Over,
}

/// Conversations of all municipalities.
pub struct Conversations {
    db: Db,
    key: Key,
    random: Random,
    clock: Clock,
    presence: Presence,
    /// Told each time something is written, deleted or opened in a conversation on this server.
    changed: broadcast::Sender<AppointmentId>,
    /// Questions that are held at once.
    places: Semaphore,
}

/// What the page of one side shows, in short: it is another as soon as the page would be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TalkState {
    /// The last message: its place, and the print of its form.
    pub last: Option<(u16, FormHash)>,
    pub writing: Writing,
    /// Whether the other side has its page open.
    pub is_other_there: bool,
}

impl TalkState {
    /// As a form carries it.
    #[must_use]
    pub fn code(&self) -> String {
        let writing = match self.writing {
            Writing::NotYet(_) => "NOT_YET",
            Writing::Now => "NOW",
            Writing::Closing => "CLOSING",
            Writing::Over => "OVER",
        };
        let last = self.last.map_or_else(String::new, |(place, form)| format!("{place}-{form}"));
        format!("{last} {writing} {}", u8::from(self.is_other_there))
    }
}

impl Conversations {
    #[must_use]
    pub fn new(db: Db, key: Key, random: Random, clock: Clock) -> Self {
        let (changed, places) = (broadcast::Sender::new(64), Semaphore::new(WAITING));
        Self { db, key, random, clock, presence: Presence::default(), changed, places }
    }

    /// Notes that a party has the page open, and gives what it shows.
    pub async fn attend(&self, conversation: &Conversation, party: Party) -> DbResult<TalkState> {
        let (id, now) = (conversation.appointment.id, self.clock.now());
        if self.presence.note(id, party, now) {
            self.tell(id);
        }
        let writing = self.writing(conversation);
        Ok(TalkState {
            last: repository::find_last(&mut self.db.read().await?, &id).await?,
            writing,
            // Before its time nobody sees when the other looks.
            is_other_there: writing == Writing::Now && self.presence.is_other_there(id, party, now),
        })
    }

    /// Notes that a member of staff opens the conversation, before it is read. A page that stays open, and asks for
    /// what is new, is noted once.
    pub async fn open_for_staff(
        &self,
        conversation: &Conversation,
        staff: StaffId,
        audited: &AuditEntry,
    ) -> DbResult<()> {
        let id = conversation.appointment.id;
        if self.presence.is_there(id, Party::Staff(staff), self.clock.now()) {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await
    }

    /// Waits until the page of a party would show something else than `seen`. `false` where nothing has changed for
    /// some seconds.
    pub async fn wait_for_change(
        &self,
        conversation: &Conversation,
        party: Party,
        seen: &str,
    ) -> DbResult<bool> {
        let mut changed = self.changed.subscribe();
        let Ok(_place) = self.places.try_acquire() else { return Ok(false) };
        let end = Deadline::now() + HELD;
        while self.attend(conversation, party).await?.code() == seen {
            let now = Deadline::now();
            if now >= end {
                return Ok(false);
            }
            let told = wait_for_news(&mut changed, conversation.appointment.id);
            // Another server may have written meanwhile.
            let _ = timeout_at(end.min(now + LOOK), told).await;
        }
        Ok(true)
    }

    /// Tells those who wait for a conversation; nobody may.
    fn tell(&self, appointment: AppointmentId) {
        let _ = self.changed.send(appointment);
    }

    /// Lets whoever carries it into one conversation, as long as its appointment and the code stand under which it is: who has
    /// shown the code need not show it again for every message.
    #[must_use]
    pub fn issue_pass(&self, code: &CodeRecord, appointment: &AppointmentId) -> String {
        let parts = [code.municipality.as_bytes(), appointment.as_bytes(), &code.verifier.salt];
        let signature = sign(&self.key, "talk", &parts);
        format!("{appointment}-{}", hex::encode(signature))
    }

    /// The conversation that a pass lets into.
    pub async fn find_by_pass(&self, municipality: &str, pass: &str) -> DbResult<Option<Conversation>> {
        let Some((appointment, signature)) = pass.split_once('-') else { return Ok(None) };
        let Ok(appointment) = appointment.parse::<AppointmentId>() else { return Ok(None) };
        let mut signed = [0; 16];
        let is_read = hex::decode_to_slice(signature, &mut signed).is_ok();
        let found = self.find(municipality, &appointment).await?;
        Ok(found.filter(|found| {
            let parts = [municipality.as_bytes(), appointment.as_bytes(), &found.salt];
            is_read && is_signed(&self.key, "talk", &parts, &signed)
        }))
    }

    /// The conversation of an appointment, where it is held in writing.
    pub async fn find(
        &self,
        municipality: &str,
        appointment: &AppointmentId,
    ) -> DbResult<Option<Conversation>> {
        let found = repository::find(&mut self.db.read().await?, municipality, appointment).await?;
        Ok(found.filter(|found| found.appointment.kind == BookingKind::Online))
    }

    /// The conversations of a municipality in which one can write and the citizen has written last.
    pub async fn list_unanswered(&self, municipality: &str) -> DbResult<Vec<Conversation>> {
        let now = Instant::of(self.clock.now()).minute();
        let mut tx = self.db.read().await?;
        let found = repository::list_unanswered(&mut tx, municipality, now - KEPT..now + BEFORE + 1).await?;
        let can_write = |one: &Conversation| matches!(self.writing(one), Writing::Now | Writing::Closing);
        Ok(found.into_iter().filter(can_write).collect())
    }

    #[must_use]
    pub fn writing(&self, conversation: &Conversation) -> Writing {
        let now = Instant::of(self.clock.now()).minute();
        let Appointment { starts, minutes, .. } = conversation.appointment;
        let from = starts - BEFORE;
        let ends = starts + Minute::from(minutes);
        if now < from {
            Writing::NotYet(from)
        } else if now < ends {
            Writing::Now
        } else if now < ends + AFTER {
            Writing::Closing
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
    pub async fn list(&self, conversation: &Conversation) -> DbResult<Vec<MessageView>> {
        let mut tx = self.db.read().await?;
        let messages = repository::list(&mut tx, &conversation.appointment.id).await?;
        Ok(messages.iter().filter_map(|message| self.open(conversation, message)).collect())
    }

    fn open(&self, conversation: &Conversation, message: &Message) -> Option<MessageView> {
        let bound = bind(conversation, message.place, message.by_staff);
        let text = sealed::open(&self.key, &bound, &message.sealed)?;
        Some(MessageView { by_staff: message.by_staff, text: text.to_string() })
    }

    /// Adds a message from a form of the citizen, or of a member of staff, which is noted with it. `false` where
    /// nothing can be written any more. A form sent twice is one message.
    pub async fn say(
        &self,
        conversation: &Conversation,
        text: &str,
        form: &FormKey,
        by_staff: Option<&AuditEntry>,
    ) -> DbResult<bool> {
        if !matches!(self.writing(conversation), Writing::Now | Writing::Closing) {
            return Ok(false);
        }
        let form = form.hash();
        // Another message may take the place: then the next one.
        for _ in 0..8 {
            let mut tx = self.db.begin().await?;
            let so_far = repository::list(&mut tx, &conversation.appointment.id).await?;
            if so_far.iter().any(|message| message.form == form) {
                return Ok(true);
            }
            let place = so_far.last().map_or(0, |last| last.place + 1);
            if usize::from(place) >= MOST {
                return Ok(false);
            }
            let bound = bind(conversation, place, by_staff.is_some());
            let sealed = sealed::seal(&self.key, &bound, text, &self.random);
            let message = Message { place, by_staff: by_staff.is_some(), sealed, form };
            if repository::insert(&mut tx, &conversation.appointment.id, &message).await? {
                if let Some(entry) = by_staff {
                    audit::service::record(&mut tx, entry).await?;
                }
                tx.commit().await?;
                self.tell(conversation.appointment.id);
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Deletes what has been written.
    pub async fn delete(&self, conversation: &Conversation) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        repository::delete(&mut tx, &conversation.appointment.id).await?;
        tx.commit().await?;
        self.tell(conversation.appointment.id);
        self.db.scrub().await
    }
}

/// Waits until something is told of an appointment, or so much was told that it may have been.
async fn wait_for_news(changed: &mut broadcast::Receiver<AppointmentId>, appointment: AppointmentId) {
    loop {
        match changed.recv().await {
            Ok(told) if told != appointment => {}
            Ok(_) | Err(_) => return,
        }
    }
}

/// A message is bound to its conversation, its place and its side.
fn bind(conversation: &Conversation, place: u16, by_staff: bool) -> [u8; 16] {
    let print = Sha256::new()
        .chain_update(conversation.appointment.id.as_bytes())
        .chain_update(place.to_be_bytes())
        .chain_update([u8::from(by_staff)])
        .finalize();
    print.first_chunk().copied().expect("32 bytes hold 16")
}
