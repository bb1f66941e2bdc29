//! Booking an anonymous conversation: times, holds, codes.

use crate::{
    clock::Clock,
    crypto::{
        code::Code,
        keys::Key,
        password_hasher::{BusyError, PasswordHasher, Priority},
        random::Random,
    },
    store::{
        Appointment, Booked, BookingOptions, CodeRecord, Contact, Cutoffs, DbError, FormHash, Id, OfForm,
        Rebooking, RetentionReport, Store, Wait,
    },
    tasks::{
        booking::availability as times, conversation::service as talk, desk::sign_in::service as sign_in,
    },
    web::rate_limiter::PENDING,
};
use app::tasks::return_code::pseudonym;
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Instant, Minute};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use thiserror::Error;

/// How long after its end an appointment is deleted.
const KEPT_AFTER_END: Minute = 48 * 60;
/// How many days after the last appointment a code is deleted.
const CODE_DAYS: u64 = 30;
/// Codes tried until one has five first digits that no live code has.
const ATTEMPTS: u8 = 32;
/// How many days the code of somebody works who waits for a time.
const WAIT_DAYS: u64 = 30;
/// How many days it is counted that somebody wished for treatment: the 14 of the guarantee, and as many again.
const CONTACT_DAYS: u64 = 28;
const DAY: Minute = 24 * 60;

/// The key that a form carries: sent twice, it is one appointment.
pub type FormKey = [u8; 16];

/// Why it did not happen.
#[derive(Debug, Error)]
pub enum BookingError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Busy(#[from] BusyError),
    #[error("no code with first digits of its own was found")]
    NoCode,
}

/// What comes with a booking.
#[derive(Clone, Copy, Default)]
pub struct Wishes {
    /// Staff confirm it first.
    pub pending: bool,
    /// Treatment is wished for: the guarantee counts from today.
    pub treatment: bool,
}

/// An appointment as the citizen sees it.
pub struct AppointmentView {
    pub id: Id,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    pub pending: bool,
}

/// What stands for a form.
pub enum Standing {
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
        self.appointments.iter().any(|one| !one.pending) || usize::from(self.record.talks) > waiting
    }
}

/// Bookings of all municipalities.
pub struct Bookings {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) slow: Arc<PasswordHasher>,
    /// From which codes are derived.
    pub(crate) codes: Key,
    pub(crate) random: Random,
    pub(crate) clock: Clock,
    pub(crate) listings: times::Listings,
}

impl Bookings {
    #[must_use]
    pub fn new(
        store: Arc<dyn Store>,
        slow: Arc<PasswordHasher>,
        codes: Key,
        random: Random,
        clock: Clock,
    ) -> Self {
        Self { store, slow, codes, random, clock, listings: times::Listings::default() }
    }

    #[must_use]
    pub fn new_form(&self) -> FormKey {
        self.random.bytes()
    }

    /// What stands for a form. A hold that is over stands for nothing.
    pub async fn standing(&self, municipality: &str, form: &FormKey) -> Result<Standing, BookingError> {
        let now = self.now().minute();
        Ok(match self.store.of_form(municipality, &hash(form)).await? {
            Some(OfForm::Held(held, until)) if until > now => {
                agreed(held).map_or(Standing::Nothing, Standing::Held)
            }
            Some(OfForm::Booked(booked, record)) => {
                agreed(booked).map_or(Standing::Nothing, |booked| Standing::Booked(booked, Box::new(record)))
            }
            Some(OfForm::Held(..)) | None => Standing::Nothing,
        })
    }

    /// Books what is held for the form, under a new code.
    pub async fn book(
        &self,
        municipality: &str,
        form: &FormKey,
        held: &AppointmentView,
        wishes: Wishes,
        turn: Priority,
    ) -> Result<Booked, BookingError> {
        let beside =
            BookingOptions { pending: wishes.pending, contact: wishes.treatment.then(|| self.contact(form)) };
        for code in self.codes(form) {
            if self.store.code(code.selector()).await?.is_some() {
                continue;
            }
            let talks = u16::from(held.about.is_counted());
            let until = code_until(held.begins.date());
            let contact_on = beside.contact.as_ref().map(|contact| contact.on);
            let record = CodeRecord {
                talks,
                contact_on,
                ..self.new_record(municipality, (form, code), until, turn).await?
            };
            match self.store.book(&hash(form), &record, &beside, self.now().minute()).await? {
                Booked::SelectorTaken => {}
                booked => return Ok(booked),
            }
        }
        Err(BookingError::NoCode)
    }

    /// Notes under a new code that somebody waits for a time. A form sent twice has one code.
    pub async fn wait(
        &self,
        municipality: &str,
        form: &FormKey,
        wait: &Wait,
        turn: Priority,
    ) -> Result<(), BookingError> {
        let until = self.today().checked_add_days(Days::new(WAIT_DAYS)).unwrap_or_else(|| self.today());
        for code in self.codes(form) {
            match self.store.code(code.selector()).await? {
                Some(record) if record.id == code_id(form) => return Ok(()),
                Some(_) => continue,
                None => {}
            }
            let record = self.new_record(municipality, (form, code), until, turn).await?;
            let noted = self.store.wait(&record, wait).await? == Booked::Now;
            // Another copy of the form may have been faster.
            if noted || self.waiting(municipality, form).await?.is_some() {
                return Ok(());
            }
        }
        Err(BookingError::NoCode)
    }

    /// The code under which a form waits.
    pub async fn waiting(
        &self,
        municipality: &str,
        form: &FormKey,
    ) -> Result<Option<(Code, CodeRecord)>, BookingError> {
        for code in self.codes(form) {
            let record = self.store.code(code.selector()).await?;
            let own = |record: &CodeRecord| record.id == code_id(form) && record.municipality == municipality;
            if let Some(record) = record.filter(own) {
                return Ok(Some((code, record)));
            }
        }
        Ok(None)
    }

    /// Notes under a code from before that somebody waits for a time.
    pub async fn wait_again(&self, known: &RedeemedCode, wait: &Wait) -> Result<(), BookingError> {
        Ok(self.store.wait_again(&known.record.id, wait).await?)
    }

    /// The codes that a form can lead to: the first whose selector no live code has.
    fn codes(&self, form: &FormKey) -> impl Iterator<Item = Code> {
        (0..ATTEMPTS).map(|attempt| Code::of_form(&self.codes, form, attempt))
    }

    async fn new_record(
        &self,
        municipality: &str,
        (form, code): (&FormKey, Code),
        expires_on: NaiveDate,
        turn: Priority,
    ) -> Result<CodeRecord, BookingError> {
        Ok(CodeRecord {
            id: code_id(form),
            municipality: municipality.to_owned(),
            pseudonym: self.pseudonym(municipality).await?,
            selector: code.selector(),
            verifier: self.slow.verifier(turn, code.secret().to_vec(), self.random.bytes()).await?,
            talks: 0,
            extended_by: 0,
            expires_on,
            contact_on: None,
            called_off: None,
        })
    }

    /// A name that nobody else in the municipality has; after some tries one that somebody may have.
    async fn pseudonym(&self, municipality: &str) -> Result<String, BookingError> {
        let mut drawn = pseudonym::of(self.random.bytes());
        for _ in 0..8 {
            if !self.store.is_called(municipality, &drawn).await? {
                break;
            }
            drawn = pseudonym::of(self.random.bytes());
        }
        Ok(drawn)
    }

    /// Whether the centre has as many appointments to confirm as it can have at once.
    pub async fn is_flooded(&self, municipality: &str) -> Result<bool, BookingError> {
        Ok(self.store.pending(municipality).await? >= PENDING)
    }

    fn contact(&self, form: &FormKey) -> Contact {
        contact(form, self.today())
    }

    /// The code that a form has led to, made anew: nobody else has it. `None` where the form was booked
    /// under a code from before.
    #[must_use]
    pub fn code_of(&self, form: &FormKey, record: &CodeRecord) -> Option<Code> {
        let own = record.id == code_id(form);
        self.codes(form).find(|code| own && code.selector() == record.selector)
    }

    /// Books what is held for the form under a code from before, and takes back the appointment that it
    /// replaces.
    pub async fn book_again(
        &self,
        form: &FormKey,
        held: &AppointmentView,
        known: &RedeemedCode,
        replaces: Option<&Id>,
        wishes: Wishes,
    ) -> Result<Booked, BookingError> {
        let again = Rebooking {
            form: &hash(form),
            code: &known.record.id,
            municipality: &known.record.municipality,
            expires_on: code_until(held.begins.date()),
            replaces,
            talks: known.record.talks,
            pending: wishes.pending,
            contact: wishes.treatment.then(|| self.contact(form)),
        };
        Ok(self.store.book_again(&again, self.now().minute()).await?)
    }

    /// What is under a code; `None` for one that is not known. Both take the same work.
    pub async fn known(&self, code: Code, turn: Priority) -> Result<Option<RedeemedCode>, BookingError> {
        let record = self.store.code(code.selector()).await?;
        let record = record.filter(|record| record.expires_on >= self.today());
        let verifier = record.as_ref().map(|record| &record.verifier);
        let known = self.slow.knows(turn, code.secret().to_vec(), verifier).await?;
        let Some(record) = record.filter(|_| known) else { return Ok(None) };
        let appointments = self.store.appointments(&record.id).await?;
        let appointments = appointments.into_iter().filter_map(agreed).collect();
        let wait = self.store.waits(&record.id).await?;
        Ok(Some(RedeemedCode { record, appointments, wait }))
    }

    /// Takes an appointment back. `false` where it is not under this code.
    pub async fn cancel(&self, known: &RedeemedCode, appointment: &Id) -> Result<bool, BookingError> {
        let others = known.appointments.iter().filter(|one| one.id != *appointment);
        let last = others.map(|one| one.begins.date()).fold(self.today(), NaiveDate::max);
        let now = self.now().minute();
        Ok(self.store.cancel(&known.record.id, appointment, now, code_until(last)).await?)
    }

    /// Deletes everything under a code, and the code.
    pub async fn forget(&self, known: &RedeemedCode) -> Result<(), BookingError> {
        Ok(self.store.forget(&known.record.id).await?)
    }

    /// Deletes what is past its end.
    pub async fn tidy(&self) -> Result<RetentionReport, BookingError> {
        Ok(self.store.tidy(&cutoffs(self.now())).await?)
    }

    /// How many rows should have been deleted a day ago.
    pub async fn overdue(&self) -> Result<u64, BookingError> {
        let now = self.now();
        let yesterday = Instant::of_minute(now.minute() - DAY).unwrap_or(now);
        Ok(self.store.overdue(&cutoffs(yesterday)).await?)
    }

    pub(crate) fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

/// What is kept of a form's key.
#[must_use]
pub fn hash(form: &FormKey) -> FormHash {
    Sha256::digest(form).into()
}

/// What is counted of somebody who wishes for treatment.
pub(crate) fn contact(form: &FormKey, on: NaiveDate) -> Contact {
    Contact { id: contact_id(form), on, until: on.checked_add_days(Days::new(CONTACT_DAYS)).unwrap_or(on) }
}

/// The name of the code that a form leads to. It leads to no form: the form's key is not stored.
fn code_id(form: &FormKey) -> Id {
    id_of(b"code", form)
}

/// The name of what is counted. It leads to no form: the form's key is not stored.
pub(crate) fn contact_id(form: &FormKey) -> Id {
    id_of(b"contact", form)
}

fn id_of(what: &[u8], form: &FormKey) -> Id {
    let mut id = [0; 16];
    id.copy_from_slice(&Sha256::new().chain_update(what).chain_update(form).finalize()[..16]);
    id
}

/// What is over at a moment.
fn cutoffs(at: Instant) -> Cutoffs {
    let now = at.minute();
    Cutoffs {
        now,
        appointments: now - KEPT_AFTER_END,
        messages: now - talk::KEPT,
        begun: now - sign_in::LONGEST,
        seen: now - sign_in::IDLE,
        today: at.day().date(),
    }
}

fn agreed(appointment: Appointment) -> Option<AppointmentView> {
    let Appointment { id, kind, about, starts, minutes, pending } = appointment;
    let begins = Instant::of_minute(starts)?.local();
    Some(AppointmentView { id, kind, about, begins, minutes, pending })
}

/// The last day on which the code of an appointment on `day` works.
#[must_use]
pub fn code_until(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(CODE_DAYS)).unwrap_or(day)
}
