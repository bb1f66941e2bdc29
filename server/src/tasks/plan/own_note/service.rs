//! Writing for oneself alone, and reading it.

use super::repository::{self, StoredNote};
use crate::{
    crypto::{keys::Key, random::Random, sealed},
    db::{AccessId, Db, DbResult, NoteId},
    jobs::retention::{Ends, RetentionRule},
    tasks::plan::service::keep,
};
use domain::LocalDay;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] =
    &[RetentionRule { table: "own_note", ends: Ends::With("plan_access") }];

/// Notes that somebody has at most.
const MOST: usize = 300;

/// A note, opened. It is written down only sealed.
#[derive(Serialize, Deserialize)]
pub struct OwnNote {
    #[serde(skip, default = "no_name")]
    pub id: NoteId,
    /// Its number among those of somebody.
    pub number: u32,
    pub on: LocalDay,
    pub text: String,
}

const fn no_name() -> NoteId {
    NoteId::new([0; 16])
}

/// What became of a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoteOutcome {
    Done,
    /// There is no room for more.
    Full,
    Gone,
}

/// Whose notes they are, and the key that opens them.
pub struct NoteOwner {
    pub access: AccessId,
    pub key: Key,
}

/// Notes for oneself alone.
pub struct OwnNotes {
    db: Db,
    random: Random,
}

impl OwnNotes {
    #[must_use]
    pub const fn new(db: Db, random: Random) -> Self {
        Self { db, random }
    }

    /// The notes of somebody, the last first.
    pub async fn list(&self, owner: &NoteOwner) -> DbResult<Vec<OwnNote>> {
        let stored = repository::list(&mut self.db.read().await?, &owner.access).await?;
        let mut notes: Vec<OwnNote> = stored.iter().filter_map(|note| open(owner, note)).collect();
        notes.sort_by_key(|note| std::cmp::Reverse(note.number));
        Ok(notes)
    }

    /// Adds a note under the name that its form has; sent twice it is one.
    pub async fn add(
        &self,
        owner: &NoteOwner,
        (id, text): (NoteId, &str),
        on: LocalDay,
    ) -> DbResult<NoteOutcome> {
        let before = self.list(owner).await?;
        if let Some(found) = before.iter().find(|note| note.id == id) {
            // Written on after the first press: what was sent last holds.
            let is_same = found.text == text.trim();
            return if is_same { Ok(NoteOutcome::Done) } else { self.change(owner, (id, text), on).await };
        }
        if before.len() >= MOST {
            return Ok(NoteOutcome::Full);
        }
        let number = before.first().map_or(0, |note| note.number) + 1;
        let note = self.seal(owner, &OwnNote { id, number, on, text: text.trim().to_owned() });
        let mut tx = self.db.begin().await?;
        repository::insert(&mut tx, &owner.access, &note).await?;
        keep(&mut tx, &owner.access, on).await?;
        tx.commit().await?;
        Ok(NoteOutcome::Done)
    }

    /// Writes a note anew; with no text it is deleted.
    pub async fn change(
        &self,
        owner: &NoteOwner,
        (id, text): (NoteId, &str),
        on: LocalDay,
    ) -> DbResult<NoteOutcome> {
        let before = self.list(owner).await?;
        let Some(note) = before.into_iter().find(|note| note.id == id) else { return Ok(NoteOutcome::Gone) };
        let mut tx = self.db.begin().await?;
        let is_there = if text.trim().is_empty() {
            repository::delete(&mut tx, &owner.access, &id).await?;
            true
        } else {
            let note = self.seal(owner, &OwnNote { text: text.trim().to_owned(), ..note });
            repository::update(&mut tx, &owner.access, &note).await?
        };
        keep(&mut tx, &owner.access, on).await?;
        tx.commit().await?;
        Ok(if is_there { NoteOutcome::Done } else { NoteOutcome::Gone })
    }

    fn seal(&self, owner: &NoteOwner, note: &OwnNote) -> StoredNote {
        let text = Zeroizing::new(serde_json::to_string(note).expect("a number, a day and a text"));
        let sealed = sealed::seal(&owner.key, note.id.as_bytes(), &text, &self.random);
        StoredNote { id: note.id, sealed }
    }
}

fn open(owner: &NoteOwner, stored: &StoredNote) -> Option<OwnNote> {
    let text = sealed::open(&owner.key, stored.id.as_bytes(), &stored.sealed)?;
    let note: OwnNote = serde_json::from_str(&text).ok()?;
    Some(OwnNote { id: stored.id, ..note })
}
