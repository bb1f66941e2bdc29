//! What is stored, and the only SQL of the portal. Two engines, one trait; `docs/stored.toml` lists every
//! column with its purpose and its end.

mod postgres;
mod sqlite;
mod statements;

use crate::{config::Database, crypto::verifier::Verifier};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{BookingAbout, BookingKind, Hours, Layout, Minute, Window};
pub use postgres::Postgres;
pub use sqlite::Sqlite;
use std::{ops::Range, sync::Arc};
use thiserror::Error;

/// The name of a record: 16 random bytes, so that names tell no order.
pub type Id = [u8; 16];
/// SHA-256 of the key that a form carries.
pub type FormHash = [u8; 32];

/// The engine could not do it. What it said never reaches a page.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the folder of the database: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the database holds something that the portal did not write: {0}")]
    Unreadable(&'static str),
}

/// Opens the engine that the setting names.
///
/// # Errors
/// Where it cannot be used.
pub async fn open(database: &Database) -> Stored<Arc<dyn Store>> {
    Ok(match database {
        Database::Sqlite(path) => Arc::new(Sqlite::open(path).await?),
        Database::Postgres(url) => Arc::new(Postgres::open(url).await?),
    })
}

type Stored<T> = Result<T, StoreError>;

/// A member of staff who takes appointments.
pub struct StaffMember {
    pub id: Id,
    pub municipality: String,
    pub name: String,
    pub role: String,
}

/// The hours of a municipality's staff. [`Hours::who`] and [`domain::Taken::who`] are places in `staff`.
pub struct Roster {
    pub staff: Vec<Id>,
    pub hours: Vec<Hours>,
}

/// A stretch of time in which somebody is not free.
pub struct TakenTime {
    pub staff: Id,
    pub from: Minute,
    pub to: Minute,
}

/// A time that somebody wants to keep while they fill in the form.
pub struct Hold {
    pub id: Id,
    /// Who could take it, in the order of asking.
    pub staff: Vec<Id>,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub starts: Minute,
    pub minutes: u16,
    pub free_from: Minute,
    pub until: Minute,
    pub form: FormHash,
}

/// An appointment, held or booked.
#[derive(Clone, Copy)]
pub struct Appointment {
    pub id: Id,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub starts: Minute,
    pub minutes: u16,
}

/// What stands for a form.
pub enum OfForm {
    /// A time kept until this minute.
    Held(Appointment, Minute),
    /// A booked time, and the code it is under.
    Booked(Appointment, CodeRecord),
}

/// A booking under a code from before.
pub struct Again<'a> {
    pub form: &'a FormHash,
    pub code: &'a Id,
    pub municipality: &'a str,
    pub expires_on: NaiveDate,
    /// The appointment that is moved.
    pub replaces: Option<&'a Id>,
}

/// What is kept of a return code.
pub struct CodeRecord {
    pub id: Id,
    pub municipality: String,
    /// The name that staff see.
    pub pseudonym: String,
    pub locator: i32,
    pub verifier: Verifier,
    /// Conversations agreed on so far.
    pub talks: u16,
    /// Conversations that staff have granted beyond the municipality's number.
    pub extended_by: u16,
    pub expires_on: NaiveDate,
}

/// What became of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Booked {
    Now,
    /// The form had been sent before.
    Before,
    /// The time is not held for this form any more.
    TimeGone,
    /// Another live code begins with the same five digits.
    LocatorTaken,
}

/// Somebody who wants to be called. Who it is stands sealed.
pub struct Callback {
    pub id: Id,
    pub municipality: String,
    pub sealed: Vec<u8>,
    pub window: Window,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    pub expires_on: NaiveDate,
    pub form: FormHash,
}

/// What was tidied away.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tidied {
    pub holds: u64,
    pub appointments: u64,
    pub codes: u64,
    pub callbacks: u64,
}

/// Everything the portal stores. All writes are whole or not at all; what a citizen is told is saved has
/// reached the disk.
#[async_trait]
pub trait Store: Send + Sync {
    // The desk.
    async fn add_staff(&self, staff: &StaffMember) -> Stored<()>;
    async fn add_hours(&self, id: &Id, staff: &Id, weekday: u8, from: u16, to: u16) -> Stored<()>;
    async fn open_kind(&self, municipality: &str, kind: BookingKind, layout: &Layout) -> Stored<()>;
    /// Which kinds of booking are open, in no order.
    async fn kinds(&self, municipality: &str) -> Stored<Vec<(BookingKind, Layout)>>;
    async fn roster(&self, municipality: &str) -> Stored<Roster>;

    // Times.
    /// What is taken between two moments, but for what is held for `own`.
    async fn taken(
        &self,
        municipality: &str,
        between: Range<Minute>,
        now: Minute,
        own: &FormHash,
    ) -> Stored<Vec<TakenTime>>;
    /// Keeps a time for a form. `false` where nobody is free any more.
    async fn hold(&self, hold: &Hold, now: Minute) -> Stored<bool>;
    async fn release(&self, form: &FormHash) -> Stored<()>;
    /// What stands for a form in a municipality.
    async fn of_form(&self, municipality: &str, form: &FormHash) -> Stored<Option<OfForm>>;

    // Codes.
    /// Books what is held for `form` at `now`, in the code's municipality, under a new code.
    async fn book(&self, form: &FormHash, code: &CodeRecord, now: Minute) -> Stored<Booked>;
    /// Books what is held for `form` at `now` under a code that exists; takes back the appointment that it
    /// replaces, if that lies ahead. Conversations about oneself are counted.
    async fn book_again(&self, again: &Again<'_>, now: Minute) -> Stored<Booked>;
    async fn code(&self, locator: i32) -> Stored<Option<CodeRecord>>;
    async fn appointments(&self, code: &Id) -> Stored<Vec<Appointment>>;
    /// Takes back an appointment that lies ahead; the conversation does not count.
    async fn cancel(&self, code: &Id, appointment: &Id, now: Minute) -> Stored<bool>;
    /// Deletes a code and all under it.
    async fn forget(&self, code: &Id) -> Stored<()>;

    // The confidential track.
    /// Adds a call; what its form had asked for before is replaced.
    async fn add_callback(&self, callback: &Callback) -> Stored<()>;
    /// What is sealed in a municipality's calls: the name of each, and its seal.
    async fn sealed_callbacks(&self, municipality: &str) -> Stored<Vec<(Id, Vec<u8>)>>;

    // Retention.
    /// Deletes what is past its end: holds at `now`, appointments that ended before `ended`, codes that
    /// expired before `today`.
    async fn tidy(&self, now: Minute, ended: Minute, today: NaiveDate) -> Stored<Tidied>;
    /// Rows that should have been deleted.
    async fn overdue(&self, ended: Minute, today: NaiveDate) -> Stored<u64>;
    /// Every column: table, column, type.
    async fn columns(&self) -> Stored<Vec<(String, String, String)>>;
}
