//! Booking an anonymous conversation: times, holds, codes.

use crate::{
    clock::Clock,
    crypto::{
        code::Code,
        keys::{Key, Keys},
        random::Random,
        verifier::{Cost, Verifier},
    },
    store::{Appointment, Booked, CodeRecord, FormHash, Hold, Id, Store, StoreError},
};
use app::text::pseudonym;
use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Instant, Layout, LocalDay, Minute, Taken, free_times};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, sync::Arc};
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// How long a time is kept while the form is filled in.
const HOLD_MINUTES: Minute = 10;
/// How long after its end an appointment is deleted.
const KEPT_AFTER_END: Minute = 48 * 60;
/// How many days after the last appointment a code is deleted.
pub const CODE_DAYS: u64 = 30;
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
    pub municipality: &'a str,
    pub kind: BookingKind,
    pub layout: Layout,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub form: FormKey,
}

/// An appointment as the citizen sees it.
pub struct Agreed {
    pub id: Id,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
}

/// What has been booked under a new code.
pub struct UnderNewCode {
    pub agreed: Agreed,
    pub code: Code,
    /// What staff call the citizen.
    pub pseudonym: String,
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
    waiting: Semaphore,
    at_once: Semaphore,
}

impl Bookings {
    #[must_use]
    pub fn new(store: Arc<dyn Store>, keys: Keys, random: Random, clock: Clock, cost: Cost) -> Self {
        let (waiting, at_once) = (Semaphore::new(WAITING), Semaphore::new(AT_ONCE));
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

    /// The free times of one kind.
    pub async fn free(&self, municipality: &str, layout: &Layout) -> Result<FreeTimes, NoBooking> {
        let now = self.now();
        let roster = self.store.roster(municipality).await?;
        let end = now.minute() + (Minute::from(layout.horizon) + 2) * 24 * 60;
        let taken = self.store.taken(municipality, now.minute(), end, now.minute()).await?;
        let place = |staff: &Id| roster.staff.iter().position(|one| one == staff);
        let taken: Vec<Taken> = taken
            .iter()
            .filter_map(|time| Some(Taken { who: place(&time.staff)?, from: time.from, to: time.to }))
            .collect();
        let free = free_times(layout, &roster.hours, &taken, now);
        let named = |staff: Vec<usize>| staff.into_iter().map(|who| roster.staff[who]).collect();
        Ok(free.into_iter().map(|(begins, staff)| (begins, named(staff))).collect())
    }

    /// Keeps a free time for ten minutes. `false` where it is gone.
    pub async fn hold(&self, choice: &Choice<'_>) -> Result<bool, NoBooking> {
        let free = self.free(choice.municipality, &choice.layout).await?;
        let own = self.store.of_form(&hash(&choice.form)).await?;
        let own = own.is_some_and(|(held, _)| Some(held.starts) == minute(choice.begins));
        if own {
            return Ok(true);
        }
        let Some((staff, starts)) = free.get(&choice.begins).zip(minute(choice.begins)) else {
            return Ok(false);
        };
        let now = self.now().minute();
        let Layout { minutes, buffer, .. } = choice.layout;
        let hold = Hold {
            id: self.random.bytes(),
            staff: staff.clone(),
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

    /// The time that stands for a form, held or booked.
    pub async fn held(&self, form: &FormKey) -> Result<Option<NaiveDateTime>, NoBooking> {
        let held = self.store.of_form(&hash(form)).await?;
        Ok(held.and_then(|(held, _)| agreed(held)).map(|held| held.begins))
    }

    /// For how many minutes a time is kept.
    #[must_use]
    pub const fn hold_minutes(&self) -> Minute {
        HOLD_MINUTES
    }

    /// Lets go of what is held for a form.
    pub async fn release(&self, form: &FormKey) -> Result<(), NoBooking> {
        Ok(self.store.release(&hash(form)).await?)
    }

    /// Books what is held for the form, under a new code; the same code where the form was sent before.
    /// `None` where the time is gone.
    pub async fn book(&self, municipality: &str, form: &FormKey) -> Result<Option<UnderNewCode>, NoBooking> {
        let Some((held, under)) = self.store.of_form(&hash(form)).await? else { return Ok(None) };
        if under.is_some() {
            return self.booked_before(form).await;
        }
        for attempt in 0..ATTEMPTS {
            let code = Code::of_form(&self.keys.codes, form, attempt);
            if self.store.code(code.locator()).await?.is_some() {
                continue;
            }
            let record = self.new_record(municipality, code, held.starts).await?;
            match self.store.book(&hash(form), &record).await? {
                Booked::Now | Booked::Before => return self.booked_before(form).await,
                Booked::TimeGone => return Ok(None),
                Booked::LocatorTaken => {}
            }
        }
        Err(NoBooking::NoCode)
    }

    async fn new_record(
        &self,
        municipality: &str,
        code: Code,
        starts: Minute,
    ) -> Result<CodeRecord, NoBooking> {
        let locator = code.locator();
        Ok(CodeRecord {
            id: self.random.bytes(),
            municipality: municipality.to_owned(),
            pseudonym: pseudonym::of(self.random.bytes()),
            locator,
            verifier: self.verifier(code).await?,
            talks: 1,
            extended_by: 0,
            expires_on: code_expiry(starts, self.today()),
        })
    }

    /// What a form has led to. Its code is made anew from the form: nobody else has it.
    async fn booked_before(&self, form: &FormKey) -> Result<Option<UnderNewCode>, NoBooking> {
        let Some((booked, Some(record))) = self.store.of_form(&hash(form)).await? else { return Ok(None) };
        let code = (0..ATTEMPTS)
            .map(|attempt| Code::of_form(&self.keys.codes, form, attempt))
            .find(|code| code.locator() == record.locator)
            .ok_or(NoBooking::NoCode)?;
        Ok(agreed(booked).map(|agreed| UnderNewCode { agreed, code, pseudonym: record.pseudonym }))
    }

    /// Books what is held for the form under a code from before, and takes back the appointment that it
    /// replaces. `None` where the time is gone.
    pub async fn book_again(
        &self,
        form: &FormKey,
        known: &Known,
        replaces: Option<&Id>,
    ) -> Result<Option<Agreed>, NoBooking> {
        let Some((held, _)) = self.store.of_form(&hash(form)).await? else { return Ok(None) };
        let expires_on = code_expiry(held.starts, self.today());
        if self.store.book_again(&hash(form), &known.record.id, expires_on).await? == Booked::TimeGone {
            return Ok(None);
        }
        if let Some(replaced) = replaces {
            self.store.cancel(&known.record.id, replaced).await?;
        }
        Ok(agreed(held))
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
        Ok(self.store.cancel(&known.record.id, appointment).await?)
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
        let _waiting = self.waiting.try_acquire().map_err(|_| NoBooking::Busy)?;
        let _place = self.at_once.acquire().await.map_err(|_| NoBooking::Busy)?;
        let keys = Arc::clone(&self.keys);
        spawn_blocking(move || work(&keys.pepper)).await.map_err(|_| NoBooking::Busy)
    }

    fn now(&self) -> Instant {
        Instant::of(self.clock.now())
    }

    fn today(&self) -> NaiveDate {
        self.now().day().date()
    }
}

fn hash(form: &FormKey) -> FormHash {
    Sha256::digest(form).into()
}

fn minute(begins: NaiveDateTime) -> Option<Minute> {
    Instant::at(begins).map(Instant::minute)
}

fn agreed(appointment: Appointment) -> Option<Agreed> {
    let Appointment { id, kind, about, starts, minutes } = appointment;
    let begins = Instant::of_minute(starts)?.local();
    Some(Agreed { id, kind, about, begins, minutes })
}

fn code_expiry(starts: Minute, today: NaiveDate) -> NaiveDate {
    let day = Instant::of_minute(starts).map(Instant::day).map_or(today, LocalDay::date);
    day.checked_add_days(Days::new(CODE_DAYS)).unwrap_or(day)
}
