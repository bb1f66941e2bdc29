//! Remembering what staff did.

use super::repository;
use crate::{
    clock::Clock,
    db::{Db, DbResult, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::desk::staff::StaffMember,
};
use chrono::{Months, NaiveDate};
use domain::{Instant, Minute};

/// Months for which it is kept what staff did.
const KEPT: Months = Months::new(24);
/// Entries that are shown.
const SHOWN: u32 = 10;
/// Entries about one thing.
const OF_SUBJECT: u32 = 100;
/// Entries of a file.
const MOST: u32 = 100_000;

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
        SignInFailed = "SIGN_IN_FAILED",
        DigitsWrong = "DIGITS_WRONG",
        DigitsWrongInside = "DIGITS_WRONG_INSIDE",
        PasskeySignedIn = "PASSKEY_SIGNED_IN",
        PasskeyRefused = "PASSKEY_REFUSED",
        PasskeyAdded = "PASSKEY_ADDED",
        PasskeyRemoved = "PASSKEY_REMOVED",
        SessionsEnded = "SESSIONS_ENDED",
        StaffInvited = "STAFF_INVITED",
        StaffRenewed = "STAFF_RENEWED",
        StaffShutOut = "STAFF_SHUT_OUT",
        StaffRemoved = "STAFF_REMOVED",
        HoursSet = "HOURS_SET",
        ExceptionAdded = "EXCEPTION_ADDED",
        ExceptionRemoved = "EXCEPTION_REMOVED",
        DayClosed = "DAY_CLOSED",
        DayOpened = "DAY_OPENED",
        KindOpened = "KIND_OPENED",
        KindChanged = "KIND_CHANGED",
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
        WarningSeen = "WARNING_SEEN",
        CaseOpened = "CASE_OPENED",
        CaseEventRecorded = "CASE_EVENT_RECORDED",
        CodeReplaced = "CODE_REPLACED",
        ComplaintRead = "COMPLAINT_READ",
        ComplaintFetched = "COMPLAINT_FETCHED",
        ComplaintActed = "COMPLAINT_ACTED",
        ComplaintShutOut = "COMPLAINT_SHUT_OUT",
        PlanOpened = "PLAN_OPENED",
        PlanRead = "PLAN_READ",
        PlanWritten = "PLAN_WRITTEN",
        PlanCodeReplaced = "PLAN_CODE_REPLACED",
        PlanHandedOver = "PLAN_HANDED_OVER",
    }
}

impl AuditAction {
    /// Whether a citizen is there while it is done: then the time of day would tell when.
    #[must_use]
    pub const fn is_with_citizen(self) -> bool {
        matches!(
            self,
            Self::BookedForCaller
                | Self::CallTried
                | Self::CallMade
                | Self::TalkOpened
                | Self::TalkAnswered
                | Self::CaseOpened
                | Self::CaseEventRecorded
                | Self::CodeReplaced
                | Self::PlanOpened
                | Self::PlanRead
                | Self::PlanWritten
                | Self::PlanCodeReplaced
        )
    }
}

/// What a member of staff did, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditEntry {
    pub municipality: String,
    /// The name of who did it.
    pub who: String,
    pub what: AuditAction,
    /// What it was done to, in a word or two.
    pub subject: String,
    pub on: NaiveDate,
    /// The minute, unless a citizen was there.
    pub at: Option<Minute>,
    /// What was changed, and to what; empty where nothing was.
    pub changed: (String, String),
}

impl AuditEntry {
    /// What somebody does now.
    #[must_use]
    pub fn new(who: &StaffMember, what: AuditAction, subject: &str, clock: Clock) -> Self {
        Self::of((&who.municipality, &who.name), what, subject, clock)
    }

    /// What somebody by this name does now in a municipality.
    #[must_use]
    pub fn of((municipality, who): (&str, &str), what: AuditAction, subject: &str, clock: Clock) -> Self {
        let now = Instant::of(clock.now());
        Self {
            municipality: municipality.to_owned(),
            who: who.to_owned(),
            what,
            subject: subject.to_owned(),
            on: now.day().date(),
            at: (!what.is_with_citizen()).then(|| now.minute()),
            changed: (String::new(), String::new()),
        }
    }

    /// The same with what it changes.
    #[must_use]
    pub fn changing(self, from: impl Into<String>, to: impl Into<String>) -> Self {
        Self { changed: (from.into(), to.into()), ..self }
    }

    /// The last day on which it is remembered.
    #[must_use]
    pub fn expires_on(&self) -> NaiveDate {
        self.on.checked_add_months(KEPT).unwrap_or(self.on)
    }
}

/// Which entries are asked for.
#[derive(Clone, Default)]
pub struct AuditFilter {
    /// The name of who did it.
    pub who: Option<String>,
    pub what: Option<AuditAction>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// Notes an entry in the transaction of what it tells.
pub async fn record(tx: &mut Tx, entry: &AuditEntry) -> DbResult<()> {
    repository::insert(tx, entry).await
}

/// What staff of somebody's municipality did, as far as it is for them, the latest first: what stands on a page, from 0 on,
/// and whether there is more.
pub async fn list_page(
    db: &Db,
    viewer: &StaffMember,
    filter: &AuditFilter,
    page: u32,
) -> DbResult<(Vec<AuditEntry>, bool)> {
    let after = page.saturating_mul(SHOWN);
    let mut tx = db.read().await?;
    let mut entries = repository::list(&mut tx, viewer, filter, (SHOWN + 1, after)).await?;
    let has_more = entries.len() > SHOWN as usize;
    entries.truncate(SHOWN as usize);
    Ok((entries, has_more))
}

/// All that staff of somebody's municipality did, as far as it is for them, the latest first.
pub async fn list_all(db: &Db, viewer: &StaffMember, filter: &AuditFilter) -> DbResult<Vec<AuditEntry>> {
    repository::list(&mut db.read().await?, viewer, filter, (MOST, 0)).await
}

/// What staff did to something, the latest first: for who may see that.
pub async fn list_of_subject(db: &Db, municipality: &str, subject: &str) -> DbResult<Vec<AuditEntry>> {
    repository::list_of_subject(&mut db.read().await?, (municipality, subject), OF_SUBJECT).await
}

/// Everybody who has done something that is remembered, by name.
pub async fn list_names(db: &Db, municipality: &str) -> DbResult<Vec<String>> {
    let mut names = repository::list_names(&mut db.read().await?, municipality).await?;
    names.sort_unstable();
    Ok(names)
}
