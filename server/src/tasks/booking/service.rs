//! Booking an anonymous conversation: times, holds, codes.

use super::{
    availability::Listings,
    code::{self, CodeRecord},
    model::{AppointmentView, Booked, BookingOptions, FormRecord, Rebooking},
    repository, transactions,
};
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        password_hasher::{BusyError, PasswordHasher, Priority},
        random::Random,
    },
    db::{AppointmentId, Db, DbError, FormHash, FormKey},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::{
        case::service::{Opening, last_day_of_case},
        desk::audit::{AuditAction, AuditEntry},
        desk::staff::StaffMember,
        waiting_list::service::Wait,
    },
    web::rate_limiter::MOST_PENDING,
};
use app::tasks::calendar::views::{CalendarEntry, CalendarStatus};
use chrono::{Days, NaiveDate};
use domain::{Instant, Lang, LocalDay, Minute, Standard, Talks, UnitSide, case::CaseSubject};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use thiserror::Error;

/// Minutes after its end for which an appointment is kept.
const KEPT_AFTER_END: Minute = 48 * 60;
/// Days after the last appointment for which a code is kept.
const CODE_DAYS: u64 = 30;
/// Days for which the code of somebody works who waits for a time.
const WAIT_DAYS: u64 = 30;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule {
        table: "appointment",
        ends: Ends::When { condition: "held_until <= $1", cutoff: Cutoff::Now },
    },
    RetentionRule {
        table: "appointment",
        ends: Ends::When {
            condition: "held_until IS NULL AND starts + minutes < $1",
            cutoff: Cutoff::MinutesAgo(KEPT_AFTER_END),
        },
    },
    RetentionRule {
        table: "anonymous_code",
        ends: Ends::When { condition: "expires_on < $1", cutoff: Cutoff::Today },
    },
];

/// Why a booking could not be made.
#[derive(Debug, Error)]
pub enum BookingError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Busy(#[from] BusyError),
    #[error("no code with first digits of its own was found")]
    NoCode,
}

/// Who books.
#[derive(Clone, Copy)]
pub enum Actor<'a> {
    Citizen,
    /// For somebody who phones: it is noted who did it.
    Staff(&'a StaffMember),
}

/// What comes with a booking.
#[derive(Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// Staff confirm it first.
    pub pending: bool,
    /// What treatment is wished for: the guarantee counts from today.
    pub treatment: &'a [CaseSubject],
    /// The language it is booked in.
    pub lang: Lang,
    /// To which unit the citizen comes, where it was asked.
    pub side: Option<UnitSide>,
}

/// What stands for a form.
pub enum FormStatus {
    Nothing,
    Held(AppointmentView),
    Booked(AppointmentView, Box<CodeRecord>),
}

/// A code that was recognised, and what is under it.
pub struct RedeemedCode {
    pub record: CodeRecord,
    pub appointments: Vec<AppointmentView>,
    pub wait: Option<Wait>,
}

impl RedeemedCode {
    /// Whether somebody stands behind the code: an appointment that does not wait for staff, or one that was held.
    #[must_use]
    pub fn is_trusted(&self) -> bool {
        let waiting = self.appointments.iter().filter(|one| one.pending && one.about.is_counted()).count();
        self.appointments.iter().any(|one| !one.pending) || usize::from(self.record.talks.all()) > waiting
    }
}

/// Bookings of all municipalities.
pub struct Bookings {
    pub(super) db: Db,
    pub(super) hasher: Arc<PasswordHasher>,
    /// From which codes are derived.
    pub(super) codes: Key,
    pub(super) random: Random,
    clock: Clock,
    pub(super) listings: Listings,
}

impl Bookings {
    #[must_use]
    pub fn new(db: Db, hasher: Arc<PasswordHasher>, codes: Key, random: Random, clock: Clock) -> Self {
        Self { db, hasher, codes, random, clock, listings: Listings::default() }
    }

    #[must_use]
    pub fn new_form(&self) -> FormKey {
        FormKey::random(&self.random)
    }

    /// What stands for a form. A hold that is over stands for nothing.
    pub async fn find_status(&self, municipality: &str, form: &FormKey) -> Result<FormStatus, BookingError> {
        let now = self.now().minute();
        Ok(match transactions::find_of_form(&self.db, municipality, &form.hash()).await? {
            Some(FormRecord::Held(held, until)) if until > now => {
                AppointmentView::of(held).map_or(FormStatus::Nothing, FormStatus::Held)
            }
            // Its code has been replaced: who has the form is not known any more.
            Some(FormRecord::Booked(_, record))
                if record.id == form.code_id() && self.code_of(form, &record).is_none() =>
            {
                FormStatus::Nothing
            }
            Some(FormRecord::Booked(booked, record)) => AppointmentView::of(booked)
                .map_or(FormStatus::Nothing, |booked| FormStatus::Booked(booked, record)),
            Some(FormRecord::Held(..)) | None => FormStatus::Nothing,
        })
    }

    /// Books what is held for the form, under a new code.
    pub async fn book(
        &self,
        actor: Actor<'_>,
        municipality: &str,
        (form, held): (&FormKey, &AppointmentView),
        wishes: Wishes<'_>,
        priority: Priority,
    ) -> Result<Booked, BookingError> {
        let options = BookingOptions {
            pending: wishes.pending,
            lang: wishes.lang,
            side: wishes.side,
            cases: self.list_wishes(form, wishes.treatment),
        };
        let audited = match actor {
            Actor::Citizen => None,
            Actor::Staff(who) => {
                let day = held.begins.date().to_string();
                Some(AuditEntry::new(who, AuditAction::BookedForCaller, &day, self.clock))
            }
        };
        let until = self.last_day(held, wishes);
        // A form leads to one code, once: to work out another one for it would be in vain.
        if code::repository::find(&mut self.db.read().await?, &form.code_id()).await?.is_some() {
            return Ok(Booked::Changed);
        }
        for code in self.codes(form) {
            if self.find_code(&code).await?.is_some() {
                continue;
            }
            let record = CodeRecord {
                talks: Talks::of(held.about),
                contact_on: self.wished_on(wishes),
                ..self.new_record(municipality, (form, code), until, priority).await?
            };
            let now = self.now().minute();
            let booked =
                transactions::book(&self.db, &form.hash(), &record, &options, now, audited.as_ref()).await?;
            if booked != Booked::SelectorTaken {
                return Ok(booked);
            }
        }
        Err(BookingError::NoCode)
    }

    /// Books what is held for the form under a code from before, and takes back the appointment that it
    /// replaces.
    pub async fn rebook(
        &self,
        (form, held): (&FormKey, &AppointmentView),
        redeemed: &RedeemedCode,
        replaces: Option<&AppointmentId>,
        wishes: Wishes<'_>,
    ) -> Result<Booked, BookingError> {
        let rebooking = Rebooking {
            form: &form.hash(),
            code: &redeemed.record.id,
            municipality: &redeemed.record.municipality,
            expires_on: self.last_day(held, wishes),
            replaces,
            talks: redeemed.record.talks,
            pending: wishes.pending,
            lang: wishes.lang,
            side: wishes.side,
            contact_on: self.wished_on(wishes),
            cases: self.list_wishes(form, wishes.treatment),
        };
        Ok(transactions::rebook(&self.db, &rebooking, self.now().minute()).await?)
    }

    /// Day 0 of the guarantee, where treatment is wished for.
    fn wished_on(&self, wishes: Wishes<'_>) -> Option<NaiveDate> {
        (!wishes.treatment.is_empty()).then(|| self.today())
    }

    /// The wishes that a form carries, each of which opens a case.
    fn list_wishes(&self, form: &FormKey, subjects: &[CaseSubject]) -> Vec<Opening> {
        let today = LocalDay::new(self.today());
        subjects.iter().map(|subject| Opening::of_form(form, *subject, today)).collect()
    }

    /// The last day of a code: of one with a wish for treatment, so long after that a complaint is still possible.
    fn last_day(&self, held: &AppointmentView, wishes: Wishes<'_>) -> NaiveDate {
        let of_talk = last_day_of_code(held.begins.date());
        if wishes.treatment.is_empty() {
            return of_talk;
        }
        of_talk.max(last_day_of_case(self.today()))
    }

    /// Notes under a new code that somebody waits for a time. A form sent twice has one code.
    pub async fn wait(
        &self,
        municipality: &str,
        form: &FormKey,
        wait: &Wait,
        priority: Priority,
    ) -> Result<(), BookingError> {
        let until = self.today().checked_add_days(Days::new(WAIT_DAYS)).unwrap_or_else(|| self.today());
        for code in self.codes(form) {
            match self.find_code(&code).await? {
                Some(record) if record.id == form.code_id() => return Ok(()),
                Some(_) => continue,
                None => {}
            }
            let record = self.new_record(municipality, (form, code), until, priority).await?;
            let noted = transactions::wait(&self.db, &record, wait).await?;
            // Another copy of the form may have been faster.
            if noted || self.find_of_form(municipality, form).await?.is_some() {
                return Ok(());
            }
        }
        Err(BookingError::NoCode)
    }

    /// Notes under a code from before that somebody waits for a time.
    pub async fn wait_again(&self, redeemed: &RedeemedCode, wait: &Wait) -> Result<(), BookingError> {
        Ok(transactions::wait_again(&self.db, &redeemed.record.id, wait).await?)
    }

    /// Whether the centre has as many appointments to confirm as it can have at once.
    pub async fn is_flooded(&self, municipality: &str) -> Result<bool, BookingError> {
        let pending = repository::count_pending(&mut self.db.read().await?, municipality).await?;
        Ok(pending >= MOST_PENDING)
    }

    /// Takes an appointment back. `false` where it is not under this code.
    pub async fn cancel(
        &self,
        redeemed: &RedeemedCode,
        appointment: &AppointmentId,
    ) -> Result<bool, BookingError> {
        let others = redeemed.appointments.iter().filter(|one| one.id != *appointment);
        let last = others.map(|one| one.begins.date()).fold(self.today(), NaiveDate::max);
        let (code, now) = (&redeemed.record.id, self.now().minute());
        Ok(transactions::cancel(&self.db, code, appointment, now, last_day_of_code(last)).await?)
    }

    /// What a calendar knows an appointment by, and how it stands there: it has another number each time it was moved or
    /// confirmed.
    pub async fn find_calendar_entry(&self, one: &AppointmentView) -> Result<CalendarEntry, BookingError> {
        let series = repository::find_series(&mut self.db.read().await?, &one.id).await?;
        let (first, moves) = series.map_or((one.id, 0), |series| (series.first, series.moves));
        Ok(CalendarEntry {
            uid: calendar_uid(&first),
            sequence: moves.saturating_mul(2) + u32::from(!one.pending),
            status: if one.pending { CalendarStatus::Tentative } else { CalendarStatus::Confirmed },
            begins: one.begins,
            minutes: one.minutes,
        })
    }

    /// Deletes everything under a code, and the code.
    pub async fn forget(&self, standard: &Standard, redeemed: &RedeemedCode) -> Result<(), BookingError> {
        let today = LocalDay::new(self.today());
        Ok(transactions::forget(&self.db, standard, &redeemed.record.id, today).await?)
    }

    /// Lets go of what is held for a form.
    pub async fn release(&self, form: &FormHash) -> Result<(), BookingError> {
        Ok(transactions::release(&self.db, form).await?)
    }

    pub(super) fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    pub(super) fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

/// The name by which a calendar knows an appointment again. It leads to nothing here.
fn calendar_uid(first: &AppointmentId) -> String {
    let print = Sha256::new().chain_update(b"calendar").chain_update(first.as_bytes()).finalize();
    hex::encode(&print[..16])
}

/// The last day on which the code of an appointment on `day` works.
#[must_use]
pub fn last_day_of_code(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(CODE_DAYS)).unwrap_or(day)
}
