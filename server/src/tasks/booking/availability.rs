//! Which times are free, and keeping one while a form is filled in.

use crate::{
    single_flight::SingleFlight,
    store::{FormHash, Hold, Id, Roster, TakenTime},
    tasks::booking::service::{BookingError, Bookings, FormKey, hash},
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use domain::{
    AppointmentType, BookingAbout, BookingKind, Instant, LocalDay, Minute, Week, bookable_days,
    list_free_times_on,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// How long a time is kept while the form is filled in.
pub const HOLD_MINUTES: Minute = 10;
/// Days that are read at once.
const FORTNIGHT: usize = 14;

/// Free beginnings, with who could take each.
pub type FreeTimes = BTreeMap<NaiveDateTime, Vec<Id>>;

/// Which listings are made together: municipality, kind, number of days, and whether within hours of the standard.
pub(crate) type Listings = Mutex<BTreeMap<(String, BookingKind, usize, bool), Arc<SingleFlight<Listing>>>>;
/// Free times, and the appointment type they were worked out for.
type Listing = (AppointmentType, Arc<FreeTimes>);

/// Free times that somebody looks for.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub kind: BookingKind,
    pub appointment_type: &'a AppointmentType,
    /// Hours within which an appointment must lie, beside those of the desk.
    pub hours: Option<&'a Week>,
    /// So many days that have free times, at most.
    pub days: usize,
}

impl Wanted<'_> {
    fn is_within_hours(&self, begins: NaiveDateTime) -> bool {
        let Some(week) = self.hours else { return true };
        let ends = begins + TimeDelta::minutes(self.appointment_type.minutes.into());
        let mut spans = week.day(begins.weekday()).iter();
        spans.any(|span| span.from <= begins.time() && ends <= begins.date().and_time(span.to))
    }
}

/// Days on which the desk gives no more of the kind that is wanted.
fn full_days(occupied: &[TakenTime], wanted: &Wanted<'_>) -> Vec<NaiveDate> {
    let mut given: BTreeMap<NaiveDate, u16> = BTreeMap::new();
    for time in occupied.iter().filter(|time| time.kind == wanted.kind) {
        if let Some(begins) = Instant::of_minute(time.from) {
            *given.entry(begins.day().date()).or_insert(0) += 1;
        }
    }
    given
        .into_iter()
        .filter(|(_, given)| *given >= wanted.appointment_type.capacity)
        .map(|(day, _)| day)
        .collect()
}

impl Roster {
    /// The free times of each day, in order.
    fn list_free_times_on(
        &self,
        days: &[NaiveDate],
        wanted: &Wanted<'_>,
        occupied: &[TakenTime],
        now: Instant,
    ) -> impl Iterator<Item = FreeTimes> {
        let taken = self.taken(occupied);
        let full = full_days(occupied, wanted);
        let named = |staff: Vec<usize>| staff.into_iter().map(|who| self.staff[who]).collect();
        days.iter().filter(move |day| !full.contains(day)).map(move |day| {
            let mut free = list_free_times_on(*day, wanted.appointment_type, &self.calendar, &taken, now);
            free.retain(|begins, _| wanted.is_within_hours(*begins));
            free.into_iter().map(|(begins, staff)| (begins, named(staff))).collect()
        })
    }
}

/// What somebody has chosen.
pub struct Choice<'a> {
    pub kind: BookingKind,
    pub appointment_type: AppointmentType,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub form: FormKey,
    /// Who is free then.
    pub staff: &'a [Id],
}

impl Bookings {
    /// The kinds that the desk has opened, in the order citizens meet them.
    pub async fn kinds(
        &self,
        municipality: &str,
    ) -> Result<Vec<(BookingKind, AppointmentType)>, BookingError> {
        let mut kinds = self.store.kinds(municipality).await?;
        kinds.sort_unstable_by_key(|(kind, _)| *kind);
        Ok(kinds)
    }

    /// The free times that are wanted.
    pub async fn free(
        &self,
        municipality: &str,
        wanted: &Wanted<'_>,
    ) -> Result<Arc<FreeTimes>, BookingError> {
        let asked = (municipality.to_owned(), wanted.kind, wanted.days, wanted.hours.is_some());
        let question = {
            let mut listings = self.listings.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(listings.entry(asked).or_default())
        };
        let listing = question.answer(self.listing(municipality, wanted)).await?;
        if listing.0 == *wanted.appointment_type {
            return Ok(Arc::clone(&listing.1));
        }
        // The desk has changed the kind since whoever answered read it.
        Ok(self.listing(municipality, wanted).await?.1)
    }

    /// Days are read a fortnight at a time: who looks for ten days does not wait for a year.
    async fn listing(&self, municipality: &str, wanted: &Wanted<'_>) -> Result<Listing, BookingError> {
        let now = self.now();
        let roster = self.store.roster(municipality, now.day().date()).await?;
        let days: Vec<NaiveDate> = bookable_days(wanted.appointment_type, now).collect();
        let mut free = FreeTimes::new();
        let mut found = 0;
        'days: for fortnight in days.chunks(FORTNIGHT) {
            let occupied = self.occupied(municipality, fortnight, &[0; 32]).await?;
            for of_day in roster.list_free_times_on(fortnight, wanted, &occupied, now) {
                found += usize::from(!of_day.is_empty());
                free.extend(of_day);
                if found == wanted.days {
                    break 'days;
                }
            }
        }
        Ok((*wanted.appointment_type, Arc::new(free)))
    }

    /// Who is free for an appointment that begins then. What is held for `own` counts as free.
    pub async fn free_at(
        &self,
        municipality: &str,
        wanted: &Wanted<'_>,
        begins: NaiveDateTime,
        own: Option<&FormKey>,
    ) -> Result<Vec<Id>, BookingError> {
        let now = self.now();
        let day = [begins.date()];
        if !bookable_days(wanted.appointment_type, now).any(|bookable| bookable == day[0]) {
            return Ok(Vec::new());
        }
        let roster = self.store.roster(municipality, now.day().date()).await?;
        let occupied = self.occupied(municipality, &day, &own.map_or([0; 32], hash)).await?;
        let mut free = roster.list_free_times_on(&day, wanted, &occupied, now);
        Ok(free.find_map(|mut of_day| of_day.remove(&begins)).unwrap_or_default())
    }

    /// What is taken on days that follow each other.
    async fn occupied(
        &self,
        municipality: &str,
        days: &[NaiveDate],
        own: &FormHash,
    ) -> Result<Vec<TakenTime>, BookingError> {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(Vec::new()) };
        // From the first minute, as a day's appointments are counted; and beyond the last, into which one may reach.
        let begin = LocalDay::new(*first).begins().minute();
        let between = begin..LocalDay::new(*last).plus_days(2).begins().minute();
        Ok(self.store.taken(municipality, between, self.now().minute(), own).await?)
    }

    /// Where one calls or comes for each kind, where the centre says it itself.
    pub async fn places(&self, municipality: &str) -> Result<Vec<(BookingKind, String)>, BookingError> {
        Ok(self.store.places(municipality).await?)
    }

    /// Closed days from today on, with what the centre says about each.
    pub async fn closed_days(&self, municipality: &str) -> Result<Vec<(NaiveDate, String)>, BookingError> {
        Ok(self.store.closed_days(municipality, self.today()).await?)
    }

    /// Keeps a time for ten minutes from now. `false` where nobody is free any more.
    pub async fn hold(&self, municipality: &str, choice: &Choice<'_>) -> Result<bool, BookingError> {
        let Some(starts) = Instant::at(choice.begins).map(Instant::minute) else { return Ok(false) };
        let now = self.now().minute();
        let AppointmentType { minutes, buffer, .. } = choice.appointment_type;
        let day = LocalDay::new(choice.begins.date());
        let hold = Hold {
            id: self.random.bytes(),
            municipality: municipality.to_owned(),
            staff: choice.staff.to_vec(),
            kind: choice.kind,
            about: choice.about,
            starts,
            minutes,
            free_from: starts + Minute::from(minutes) + Minute::from(buffer),
            day: day.begins().minute()..day.plus_days(1).begins().minute(),
            until: now + HOLD_MINUTES,
            form: hash(&choice.form),
        };
        // Two who stand in each other's way: one of them tries again.
        for _ in 0..3 {
            match self.store.hold(&hold, now).await {
                Err(error) if error.is_passing() => {}
                answer => return Ok(answer?),
            }
        }
        Ok(self.store.hold(&hold, now).await?)
    }

    /// Lets go of what is held for a form.
    pub async fn release(&self, form: &FormKey) -> Result<(), BookingError> {
        Ok(self.store.release(&hash(form)).await?)
    }

    /// Lets go of what is held for a form of which only the print is known.
    pub async fn let_go(&self, form: &FormHash) -> Result<(), BookingError> {
        Ok(self.store.release(form).await?)
    }
}
