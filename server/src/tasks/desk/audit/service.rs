//! Remembering what staff did.

use super::repository;
use crate::{
    clock::Clock,
    db::{Db, DbResult, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::desk::staff::StaffMember,
};
use chrono::{Months, NaiveDate};
use domain::Instant;

/// Months for which it is kept what staff did.
const KEPT: Months = Months::new(24);
/// Entries that are shown.
const SHOWN: u16 = 200;

/// What is stored, and until when. The database itself refuses to delete more.
pub const RETENTION: &[RetentionRule] = &[RetentionRule {
    table: "audit",
    ends: Ends::When {
        condition: "expires_on < $1 AND expires_on < (SELECT MAX(on_day) FROM audit)",
        cutoff: Cutoff::Today,
    },
}];

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
        EnglishSet = "ENGLISH_SET",
        CallClaimed = "CALL_CLAIMED",
        CallGivenBack = "CALL_GIVEN_BACK",
        CallTried = "CALL_TRIED",
        CallMade = "CALL_MADE",
        TalksExtended = "TALKS_EXTENDED",
        AppointmentConfirmed = "APPOINTMENT_CONFIRMED",
        AppointmentCalledOff = "APPOINTMENT_CALLED_OFF",
        AppointmentHandedOver = "APPOINTMENT_HANDED_OVER",
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
    /// What somebody does today.
    #[must_use]
    pub fn new(who: &StaffMember, what: AuditAction, subject: &str, clock: Clock) -> Self {
        Self {
            municipality: who.municipality.clone(),
            who: who.name.clone(),
            what,
            subject: subject.to_owned(),
            on: Instant::of(clock.now()).day().date(),
        }
    }

    /// The last day on which it is remembered.
    #[must_use]
    pub fn expires_on(&self) -> NaiveDate {
        self.on.checked_add_months(KEPT).unwrap_or(self.on)
    }
}

/// Notes an entry in the transaction of what it tells.
pub async fn record(tx: &mut Tx, entry: &AuditEntry) -> DbResult<()> {
    repository::insert(tx, entry).await
}

/// What staff of a municipality did, the latest first.
pub async fn list_latest(db: &Db, municipality: &str) -> DbResult<Vec<AuditEntry>> {
    repository::list(&mut db.read().await?, municipality, SHOWN).await
}
