//! What is stored, and the only SQL of the portal. Two engines, one trait; `docs/stored.toml` lists every
//! column with its purpose and its end.

/// Both engines understand the same words, so each statement stands once; what differs (how a writer begins,
/// how columns are listed) stands in the engine's own module.
macro_rules! for_engines {
    (impl $part:ident { $($body:tt)* }) => {
        #[async_trait]
        impl $part for Sqlite { $($body)* }

        #[async_trait]
        impl $part for Postgres { $($body)* }
    };
}

mod agenda;
mod audit;
mod calendar;
mod calls;
mod codes;
mod postgres;
mod retention;
mod rows;
mod sqlite;
mod staff;
mod talks;
mod times;

pub use crate::store::{
    agenda::Agenda, calendar::Calendars, calls::Calls, codes::Codes, postgres::Postgres,
    retention::Retention, sqlite::Sqlite, staff::Staff, talks::Talks, times::Times,
};
use crate::{config::Database, crypto::verifier::Verifier};
use chrono::{Months, NaiveDate};
use domain::{BookingAbout, BookingKind, BusyInterval, BusyIntervals, Calendar, Minute, Role, Window};
use std::{collections::BTreeMap, ops::Range, sync::Arc};
use thiserror::Error;

/// Months for which it is kept what staff did.
const AUDIT_MONTHS: Months = Months::new(24);

/// The name of a record: 16 random bytes, so that names tell no order.
pub type Id = [u8; 16];
/// SHA-256 of the key that a form carries.
pub type FormHash = [u8; 32];

/// The engine could not do it. What it said never reaches a page.
#[derive(Debug, Error)]
pub enum DbError {
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the folder of the database: {0}")]
    Folder(#[from] std::io::Error),
    #[error("the database holds something that the portal did not write: {0}")]
    Unreadable(&'static str),
}

impl DbError {
    /// Whether two writers stood in each other's way, so that it is worth trying again.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else { return false };
        error.code().is_some_and(|code| matches!(code.as_ref(), "40P01" | "40001"))
    }
}

/// Opens the engine that the setting names.
///
/// # Errors
/// Where it cannot be used.
pub async fn open(database: &Database) -> DbResult<Arc<dyn Store>> {
    Ok(match database {
        Database::Sqlite(path) => Arc::new(Sqlite::open(path).await?),
        Database::Postgres(url) => Arc::new(Postgres::open(url).await?),
    })
}

type DbResult<T> = Result<T, DbError>;

/// A member of staff.
#[derive(Clone)]
pub struct StaffMember {
    pub id: Id,
    pub municipality: String,
    pub name: String,
    pub role: Role,
}

/// How a member of staff signs in.
pub struct Login {
    pub staff: Id,
    /// The print of an invitation that has not been used, and until when it can be.
    pub invitation: Option<([u8; 32], Minute)>,
    pub password: Option<Verifier>,
    /// The authenticator's secret, sealed.
    pub authenticator: Option<Vec<u8>>,
    pub locked_until: Minute,
}

/// What became of a member of staff who was to be deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Removed {
    Gone,
    Unknown,
    /// So many appointments lie ahead.
    Expected(u64),
}

/// A session that begins.
pub struct Session {
    /// SHA-256 of what the browser holds.
    pub token: [u8; 32],
    pub begun: Minute,
}

domain::codes! {
    /// What staff can do that is worth remembering.
    AuditAction {
        SignedIn = "SIGNED_IN",
        HoursSet = "HOURS_SET",
        ExceptionAdded = "EXCEPTION_ADDED",
        ExceptionRemoved = "EXCEPTION_REMOVED",
        DayClosed = "DAY_CLOSED",
        DayOpened = "DAY_OPENED",
        KindOpened = "KIND_OPENED",
        KindClosed = "KIND_CLOSED",
        PromiseSet = "PROMISE_SET",
        CallClaimed = "CALL_CLAIMED",
        CallGivenBack = "CALL_GIVEN_BACK",
        CallTried = "CALL_TRIED",
        CallMade = "CALL_MADE",
        TalksExtended = "TALKS_EXTENDED",
        AppointmentConfirmed = "APPOINTMENT_CONFIRMED",
        AppointmentCalledOff = "APPOINTMENT_CALLED_OFF",
        BookedForCaller = "BOOKED_FOR_CALLER",
        TalkOpened = "TALK_OPENED",
        TalkAnswered = "TALK_ANSWERED",
    }
}

/// What a member of staff did, on which day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditEntry {
    pub municipality: String,
    /// The name of who did it.
    pub who: String,
    pub what: AuditAction,
    /// What it was done to, in a word or two.
    pub subject: String,
    pub on: NaiveDate,
}

impl AuditEntry {
    /// The last day on which it is remembered.
    #[must_use]
    pub fn expires_on(&self) -> NaiveDate {
        self.on.checked_add_months(AUDIT_MONTHS).unwrap_or(self.on)
    }
}

/// Hours of one weekday, in minutes since midnight. Monday is 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HoursOfWeek {
    pub id: Id,
    pub weekday: u8,
    pub from: u16,
    pub to: u16,
}

/// Hours of one day that are not those of the week, in minutes since midnight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExceptionDay {
    pub id: Id,
    pub day: NaiveDate,
    pub from: u16,
    pub to: u16,
    /// Away, or there beyond the weekly hours.
    pub away: bool,
}

/// The hours of a municipality's staff. [`domain::Hours::who`] and [`domain::BusyInterval::who`] are places in `staff`.
pub struct Roster {
    pub staff: Vec<Id>,
    pub calendar: Calendar,
}

impl Roster {
    /// What is taken of the staff of this roster.
    #[must_use]
    pub fn taken(&self, times: &[TakenTime]) -> BusyIntervals {
        let places: BTreeMap<&Id, usize> =
            self.staff.iter().enumerate().map(|(place, staff)| (staff, place)).collect();
        let taken = |time: &TakenTime| {
            Some(BusyInterval { who: *places.get(&time.staff)?, from: time.from, to: time.to })
        };
        BusyIntervals::new(&times.iter().filter_map(taken).collect::<Vec<_>>())
    }
}

/// A stretch of time in which somebody is not free.
pub struct TakenTime {
    pub staff: Id,
    pub kind: BookingKind,
    pub from: Minute,
    pub to: Minute,
}

/// A time that somebody wants to keep while they fill in the form.
pub struct Hold {
    pub id: Id,
    pub municipality: String,
    /// Who could take it, in the order of asking.
    pub staff: Vec<Id>,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub starts: Minute,
    pub minutes: u16,
    pub free_from: Minute,
    /// The local day of the appointment, of which the desk gives a number.
    pub day: Range<Minute>,
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
    /// Waits for staff to confirm it.
    pub pending: bool,
}

/// What comes with a booking.
pub struct BookingOptions {
    /// Whether staff must confirm it first.
    pub pending: bool,
    pub contact: Option<Contact>,
}

/// That somebody wishes for treatment and made contact on a day. It points to nobody.
pub struct Contact {
    pub id: Id,
    pub on: NaiveDate,
    /// The last day on which it is kept.
    pub until: NaiveDate,
}

/// What somebody waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    pub kind: BookingKind,
    pub about: BookingAbout,
}

/// An appointment as staff see it.
pub struct AgendaEntry {
    pub appointment: Appointment,
    pub staff: Id,
    /// The name of who takes it.
    pub counsellor: String,
    pub pseudonym: String,
    pub talks: u16,
    pub extended_by: u16,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
}

/// An appointment in which one writes to each other.
pub struct Talk {
    pub appointment: Appointment,
    pub pseudonym: String,
    /// Whose appointment it is at the desk.
    pub staff: Id,
}

/// Something that was written.
pub struct Message {
    /// Its place among the messages of the appointment.
    pub place: u16,
    pub by_staff: bool,
    pub sealed: Vec<u8>,
    /// Of the form that it was written in: sent twice, it is said once.
    pub form: FormHash,
}

/// What stands for a form.
pub enum OfForm {
    /// A time kept until this minute.
    Held(Appointment, Minute),
    /// A booked time, and the code it is under.
    Booked(Appointment, CodeRecord),
}

/// A booking under a code from before.
pub struct Rebooking<'a> {
    pub form: &'a FormHash,
    pub code: &'a Id,
    pub municipality: &'a str,
    pub expires_on: NaiveDate,
    /// The appointment that is moved.
    pub replaces: Option<&'a Id>,
    /// How many conversations had been agreed on when it was decided that there may be one more.
    pub talks: u16,
    /// Staff confirm it first.
    pub pending: bool,
    pub contact: Option<Contact>,
}

/// What is kept of a return code.
pub struct CodeRecord {
    pub id: Id,
    pub municipality: String,
    /// The name that staff see.
    pub pseudonym: String,
    pub selector: i32,
    pub verifier: Verifier,
    /// Conversations agreed on so far.
    pub talks: u16,
    /// Conversations that staff have granted beyond the municipality's number.
    pub extended_by: u16,
    pub expires_on: NaiveDate,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    /// The day of an appointment that staff have called off, until there is another.
    pub called_off: Option<NaiveDate>,
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
    SelectorTaken,
    /// What stands under the code has changed since it was decided.
    Changed,
    /// As many appointments lie ahead as a code can have.
    Full,
}

/// Somebody who wants to be called. Who it is stands sealed.
pub struct Callback {
    pub id: Id,
    pub municipality: String,
    pub sealed: Vec<u8>,
    pub window: Window,
    /// Where treatment is wished for.
    pub contact: Option<Contact>,
    pub expires_on: NaiveDate,
    pub form: FormHash,
}

/// A call as staff see it.
pub struct Call {
    pub id: Id,
    pub sealed: Vec<u8>,
    pub window: Window,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    pub tries: u16,
    pub claimed_by: Option<Id>,
    pub claimed_name: Option<String>,
}

/// Before which moments what is over is deleted.
#[derive(Clone, Copy, Debug)]
pub struct Cutoffs {
    pub now: Minute,
    /// Appointments that ended before.
    pub appointments: Minute,
    /// What was written in appointments that ended before.
    pub messages: Minute,
    /// Sessions begun until then.
    pub begun: Minute,
    /// Sessions not seen since.
    pub seen: Minute,
    pub today: NaiveDate,
}

/// What was tidied away.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RetentionReport {
    pub holds: u64,
    pub appointments: u64,
    pub messages: u64,
    pub sessions: u64,
    pub codes: u64,
    pub callbacks: u64,
    pub contacts: u64,
}

/// Everything the portal stores. All writes are whole or not at all; what a citizen is told is saved has
/// reached the disk.
pub trait Store: Agenda + Calendars + Calls + Codes + Retention + Staff + Talks + Times {}

impl Store for Sqlite {}
impl Store for Postgres {}
