//! Booking an anonymous conversation: times, holds, codes.

use crate::{
    clock::Clock,
    crypto::{
        code::Code,
        keys::{Key, Keys},
        random::Random,
        verifier::{Cost, Verifier},
    },
    store::{Again, Appointment, Booked, CodeRecord, FormHash, Hold, Id, OfForm, Store, StoreError},
};
use app::text::pseudonym;
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Instant, Layout, Minute, Taken, free_times};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, sync::Arc};
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How long a time is kept while the form is filled in.
pub const HOLD_MINUTES: Minute = 10;
/// How long after its end an appointment is deleted.
const KEPT_AFTER_END: Minute = 48 * 60;
/// How many days after the last appointment a code is deleted.
const CODE_DAYS: u64 = 30;
/// Codes tried until one has five first digits that no live code has.
const ATTEMPTS: u8 = 32;
/// Codes that may be worked out at once: each takes 64 MiB.
const AT_ONCE: usize = 2;
/// Codes that may wait for that.
const WAITING: usize = 32;

/// The key that a form carries: sent twice, it is one appointment.
pub type FormKey = [u8; 16];

/// Why it did not happen.
#[derive(Debug, Error)]
pub enum NoBooking {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("too many codes are being worked out")]
    Busy,
    #[error("no code with first digits of its own was found")]
    NoCode,
}

/// Free beginnings, with who could take each.
pub type FreeTimes = BTreeMap<NaiveDateTime, Vec<Id>>;

/// What somebody has chosen.
pub struct Choice<'a> {
    pub kind: BookingKind,
    pub layout: Layout,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub form: FormKey,
    /// Who is free then.
    pub staff: &'a [Id],
}

/// An appointment as the citizen sees it.
pub struct Agreed {
    pub id: Id,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
}

/// What stands for a form.
pub enum Standing {
    Nothing,
    Held(Agreed),
    Booked(Agreed, Box<CodeRecord>),
}

/// A code that was recognised, and what is under it.
pub struct Known {
    pub record: CodeRecord,
    pub appointments: Vec<Agreed>,
}

/// Bookings of all municipalities.
pub struct Bookings {
    store: Arc<dyn Store>,
    keys: Arc<Keys>,
    random: Random,
    clock: Clock,
    cost: Cost,
    waiting: Arc<Semaphore>,
    at_once: Arc<Semaphore>,
}

impl Bookings {
    #[must_use]
    pub fn new(store: Arc<dyn Store>, keys: Keys, random: Random, clock: Clock, cost: Cost) -> Self {
        let (waiting, at_once) = (Arc::new(Semaphore::new(WAITING)), Arc::new(Semaphore::new(AT_ONCE)));
        Self { store, keys: Arc::new(keys), random, clock, cost, waiting, at_once }
    }

    #[must_use]
    pub fn new_form(&self) -> FormKey {
        self.random.bytes()
    }

    /// The kinds that the desk has opened, in the order citizens meet them.
    pub async fn kinds(&self, municipality: &str) -> Result<Vec<(BookingKind, Layout)>, NoBooking> {
        let mut kinds = self.store.kinds(municipality).await?;
        kinds.sort_unstable_by_key(|(kind, _)| *kind);
        Ok(kinds)
    }

    /// The free times of one kind. What is held for `own` counts as free.
    pub async fn free(
        &self,
        municipality: &str,
        layout: &Layout,
        own: Option<&FormKey>,
    ) -> Result<FreeTimes, NoBooking> {
        let now = self.now();
        let roster = self.store.roster(municipality).await?;
        let end = now.minute() + (Minute::from(layout.horizon) + 2) * 24 * 60;
        let own = own.map_or([0; 32], hash);
        let taken = self.store.taken(municipality, now.minute()..end, now.minute(), &own).await?;
        let place = |staff: &Id| roster.staff.iter().position(|one| one == staff);
        let taken: Vec<Taken> = taken
            .iter()
            .filter_map(|time| Some(Taken { who: place(&time.staff)?, from: time.from, to: time.to }))
            .collect();
        let free = free_times(layout, &roster.hours, &taken, now);
        let named = |staff: Vec<usize>| staff.into_iter().map(|who| roster.staff[who]).collect();
        Ok(free.into_iter().map(|(begins, staff)| (begins, named(staff))).collect())
    }

    /// Keeps a time for ten minutes from now. `false` where nobody is free any more.
    pub async fn hold(&self, choice: &Choice<'_>) -> Result<bool, NoBooking> {
        let Some(starts) = Instant::at(choice.begins).map(Instant::minute) else { return Ok(false) };
        let now = self.now().minute();
        let Layout { minutes, buffer, .. } = choice.layout;
        let hold = Hold {
            id: self.random.bytes(),
            staff: choice.staff.to_vec(),
            kind: choice.kind,
            about: choice.about,
            starts,
            minutes,
            free_from: starts + Minute::from(minutes) + Minute::from(buffer),
            until: now + HOLD_MINUTES,
            form: hash(&choice.form),
        };
        Ok(self.store.hold(&hold, now).await?)
    }

    /// What stands for a form. A hold that is over stands for nothing.
    pub async fn standing(&self, municipality: &str, form: &FormKey) -> Result<Standing, NoBooking> {
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

    /// Lets go of what is held for a form.
    pub async fn release(&self, form: &FormKey) -> Result<(), NoBooking> {
        Ok(self.store.release(&hash(form)).await?)
    }

    /// Books what is held for the form, under a new code. `false` where the time is gone.
    pub async fn book(&self, municipality: &str, form: &FormKey, held: &Agreed) -> Result<bool, NoBooking> {
        for code in self.codes(form) {
            if self.store.code(code.locator()).await?.is_some() {
                continue;
            }
            let record = self.new_record(municipality, code, held).await?;
            match self.store.book(&hash(form), &record, self.now().minute()).await? {
                Booked::Now | Booked::Before => return Ok(true),
                Booked::TimeGone => return Ok(false),
                Booked::LocatorTaken => {}
            }
        }
        Err(NoBooking::NoCode)
    }

    /// The codes that a form can lead to: the first whose locator no live code has.
    fn codes(&self, form: &FormKey) -> impl Iterator<Item = Code> {
        (0..ATTEMPTS).map(|attempt| Code::of_form(&self.keys.codes, form, attempt))
    }

    async fn new_record(
        &self,
        municipality: &str,
        code: Code,
        held: &Agreed,
    ) -> Result<CodeRecord, NoBooking> {
        let locator = code.locator();
        Ok(CodeRecord {
            id: self.random.bytes(),
            municipality: municipality.to_owned(),
            pseudonym: pseudonym::of(self.random.bytes()),
            locator,
            verifier: self.verifier(code).await?,
            talks: u16::from(held.about == BookingAbout::Me),
            extended_by: 0,
            expires_on: code_until(held.begins.date()),
        })
    }

    /// The code that a form has led to, made anew: nobody else has it. `None` where the form was booked
    /// under a code from before.
    #[must_use]
    pub fn code_of(&self, form: &FormKey, record: &CodeRecord) -> Option<Code> {
        self.codes(form).find(|code| code.locator() == record.locator)
    }

    /// Books what is held for the form under a code from before, and takes back the appointment that it
    /// replaces. `false` where the time is gone.
    pub async fn book_again(
        &self,
        form: &FormKey,
        held: &Agreed,
        known: &Known,
        replaces: Option<&Id>,
    ) -> Result<bool, NoBooking> {
        let again = Again {
            form: &hash(form),
            code: &known.record.id,
            municipality: &known.record.municipality,
            expires_on: code_until(held.begins.date()),
            replaces,
        };
        Ok(self.store.book_again(&again, self.now().minute()).await? == Booked::Now)
    }

    /// What is under a code; `None` for one that is not known. Both take the same work.
    pub async fn known(&self, code: Code) -> Result<Option<Known>, NoBooking> {
        let record = self.store.code(code.locator()).await?;
        let record = record.filter(|record| record.expires_on >= self.today());
        let verifier =
            record.as_ref().map_or_else(|| Verifier::of_nobody(self.cost), |record| record.verifier.clone());
        let known = self.work(move |pepper| verifier.knows(&code, pepper)).await?;
        let Some(record) = record.filter(|_| known) else { return Ok(None) };
        let appointments = self.store.appointments(&record.id).await?;
        Ok(Some(Known { record, appointments: appointments.into_iter().filter_map(agreed).collect() }))
    }

    /// Takes an appointment back. `false` where it is not under this code.
    pub async fn cancel(&self, known: &Known, appointment: &Id) -> Result<bool, NoBooking> {
        Ok(self.store.cancel(&known.record.id, appointment, self.now().minute()).await?)
    }

    /// Deletes everything under a code, and the code.
    pub async fn forget(&self, known: &Known) -> Result<(), NoBooking> {
        Ok(self.store.forget(&known.record.id).await?)
    }

    /// Deletes what is past its end.
    pub async fn tidy(&self) -> Result<crate::store::Tidied, NoBooking> {
        let now = self.now().minute();
        Ok(self.store.tidy(now, now - KEPT_AFTER_END, self.today()).await?)
    }

    /// How many rows should have been deleted a day ago.
    pub async fn overdue(&self) -> Result<u64, NoBooking> {
        const DAY: Minute = 24 * 60;
        let yesterday = self.today().pred_opt().unwrap_or(NaiveDate::MIN);
        Ok(self.store.overdue(self.now().minute() - KEPT_AFTER_END - DAY, yesterday).await?)
    }

    async fn verifier(&self, code: Code) -> Result<Verifier, NoBooking> {
        let (salt, cost) = (self.random.bytes(), self.cost);
        self.work(move |pepper| Verifier::new(&code, salt, cost, pepper)).await
    }

    /// Runs slow work on a code beside the runtime's own threads, two at a time.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Key) -> T + Send + 'static,
    ) -> Result<T, NoBooking> {
        let waiting = Arc::clone(&self.waiting).try_acquire_owned().map_err(|_| NoBooking::Busy)?;
        let place = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| NoBooking::Busy)?;
        let keys = Arc::clone(&self.keys);
        // The places are given back when the work is done, whether or not anybody still waits for it.
        let work = move || {
            let done = work(&keys.pepper);
            drop((waiting, place));
            done
        };
        spawn_blocking(work).await.map_err(|_| NoBooking::Busy)
    }

    fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

/// What is kept of a form's key.
pub(super) fn hash(form: &FormKey) -> FormHash {
    Sha256::digest(form).into()
}

fn agreed(appointment: Appointment) -> Option<Agreed> {
    let Appointment { id, kind, about, starts, minutes } = appointment;
    let begins = Instant::of_minute(starts)?.local();
    Some(Agreed { id, kind, about, begins, minutes })
}

/// The last day on which the code of an appointment on `day` works.
#[must_use]
pub fn code_until(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(CODE_DAYS)).unwrap_or(day)
}
