//! Which times are free, and keeping one while a form is filled in.

use super::{
    code::CodeRecord,
    model::{AppointmentView, BusyTime, Hold},
    repository,
    service::{BookingError, Bookings, FormStatus},
    transactions,
};
use crate::{
    db::{AppointmentId, FormHash, FormKey, StaffId},
    single_flight::SingleFlight,
    tasks::desk::{
        hours::service::{Roster, load_roster},
        settings::service as settings,
    },
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use domain::{
    AppointmentType, BookingAbout, BookingKind, Instant, LocalDay, Minute, Standard, Week, bookable_days,
    decide::has_place, list_free_times_on,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// How long a time is kept while the form is filled in.
pub const HOLD_MINUTES: Minute = 10;
/// Days that are read at once.
const FORTNIGHT: usize = 14;
/// No form has this print: nothing that is held counts as one's own.
const NOBODY: FormHash = FormHash::new([0; 32]);

/// Free beginnings, with who could take each.
pub type FreeTimes = BTreeMap<NaiveDateTime, Vec<StaffId>>;

/// Which listings are made together: municipality, kind, number of days, and whether within hours of the standard.
pub(super) type Listings = Mutex<BTreeMap<(String, BookingKind, usize, bool), Arc<SingleFlight<Listing>>>>;
/// Free times, and the appointment type they were worked out for.
type Listing = (AppointmentType, Arc<FreeTimes>);

/// Free times that somebody looks for.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    kind: BookingKind,
    appointment_type: &'a AppointmentType,
    /// Hours within which an appointment must lie, beside those of the desk.
    hours: Option<&'a Week>,
    /// So many days that have free times, at most.
    days: usize,
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
fn find_full_days(busy: &[BusyTime], wanted: &Wanted<'_>) -> Vec<NaiveDate> {
    let mut given: BTreeMap<NaiveDate, u16> = BTreeMap::new();
    for time in busy.iter().filter(|time| time.kind == wanted.kind) {
        if let Some(begins) = Instant::of_minute(time.from) {
            *given.entry(begins.day().date()).or_insert(0) += 1;
        }
    }
    let full = given.into_iter().filter(|(_, given)| *given >= wanted.appointment_type.capacity);
    full.map(|(day, _)| day).collect()
}

impl Roster {
    /// The free times of each day, in order.
    fn list_free(
        &self,
        days: &[NaiveDate],
        wanted: &Wanted<'_>,
        busy: &[BusyTime],
        now: Instant,
    ) -> impl Iterator<Item = FreeTimes> {
        let intervals = self.busy_intervals(busy);
        let full = find_full_days(busy, wanted);
        let named = |staff: Vec<usize>| staff.into_iter().map(|who| self.staff[who]).collect();
        days.iter().filter(move |day| !full.contains(day)).map(move |day| {
            let mut free = list_free_times_on(*day, wanted.appointment_type, &self.calendar, &intervals, now);
            free.retain(|begins, _| wanted.is_within_hours(*begins));
            free.into_iter().map(|(begins, staff)| (begins, named(staff))).collect()
        })
    }
}

/// A time that somebody has chosen.
#[derive(Clone, Copy)]
pub struct Choice<'a> {
    pub kind: BookingKind,
    pub appointment_type: &'a AppointmentType,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub form: &'a FormKey,
    /// Who alone is to take it; whoever is free where nobody is named.
    pub with: Option<StaffId>,
}

/// What became of a time that somebody has chosen.
pub enum HoldOutcome {
    Held,
    /// Another copy of the page has booked.
    Booked(AppointmentView, Box<CodeRecord>),
    /// Nobody is free then any more.
    Gone,
}

impl Bookings {
    /// The kinds that can be booked, in the order citizens meet them: those that the desk has opened, where there is a
    /// number or an address for them. A call has a page of its own.
    pub async fn list_open_kinds(
        &self,
        standard: &Standard,
        about: Option<BookingAbout>,
    ) -> Result<Vec<(BookingKind, AppointmentType)>, BookingError> {
        let places = settings::list_places(&self.db, &standard.code).await?;
        let own = |kind: BookingKind| places.iter().any(|(of, _)| *of == kind);
        let mut kinds = settings::list_kinds(&self.db, &standard.code).await?;
        kinds.retain(|(kind, _)| {
            *kind != BookingKind::Callback && (has_place(standard, *kind, about) || own(*kind))
        });
        Ok(kinds)
    }

    /// Whether a time of a kind is free; `None` where the kind cannot be booked.
    pub async fn is_free(
        &self,
        standard: &Standard,
        kind: BookingKind,
    ) -> Result<Option<bool>, BookingError> {
        let kinds = settings::list_kinds(&self.db, &standard.code).await?;
        let open = kinds.iter().find(|(open, _)| *open == kind && kind != BookingKind::Callback);
        let Some((_, appointment_type)) = open else { return Ok(None) };
        Ok(Some(!self.list_free(standard, (kind, appointment_type), 1).await?.is_empty()))
    }

    /// The free times of one kind on so many days.
    pub async fn list_free(
        &self,
        standard: &Standard,
        (kind, appointment_type): (BookingKind, &AppointmentType),
        days: usize,
    ) -> Result<Arc<FreeTimes>, BookingError> {
        let hours = self.hours_of(standard, kind).await?;
        let wanted = Wanted { kind, appointment_type, hours, days };
        let asked = (standard.code.clone(), kind, days, hours.is_some());
        let question = {
            let mut listings = self.listings.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(listings.entry(asked).or_default())
        };
        let listing = question.run(self.list_anew(&standard.code, &wanted)).await?;
        if listing.0 == *appointment_type {
            return Ok(Arc::clone(&listing.1));
        }
        // The desk has changed the kind since whoever answered read it.
        Ok(self.list_anew(&standard.code, &wanted).await?.1)
    }

    /// Days are read a fortnight at a time: who looks for ten days does not wait for a year.
    async fn list_anew(&self, municipality: &str, wanted: &Wanted<'_>) -> Result<Listing, BookingError> {
        let now = self.now();
        let roster = load_roster(&self.db, municipality, now.day().date()).await?;
        let days: Vec<NaiveDate> = bookable_days(wanted.appointment_type, now).collect();
        let mut free = FreeTimes::new();
        let mut found = 0;
        'days: for fortnight in days.chunks(FORTNIGHT) {
            let busy = self.list_busy(municipality, fortnight, &NOBODY).await?;
            for of_day in roster.list_free(fortnight, wanted, &busy, now) {
                found += usize::from(!of_day.is_empty());
                free.extend(of_day);
                if found == wanted.days {
                    break 'days;
                }
            }
        }
        Ok((*wanted.appointment_type, Arc::new(free)))
    }

    /// Who is free for an appointment that begins then. What is held for a form of one's own counts as free.
    async fn list_free_staff(
        &self,
        standard: &Standard,
        choice: &Choice<'_>,
    ) -> Result<Vec<StaffId>, BookingError> {
        let hours = self.hours_of(standard, choice.kind).await?;
        let wanted = Wanted { kind: choice.kind, appointment_type: choice.appointment_type, hours, days: 1 };
        let now = self.now();
        let day = [choice.begins.date()];
        if !bookable_days(wanted.appointment_type, now).any(|bookable| bookable == day[0]) {
            return Ok(Vec::new());
        }
        let roster = load_roster(&self.db, &standard.code, now.day().date()).await?;
        let busy = self.list_busy(&standard.code, &day, &choice.form.hash()).await?;
        let mut free = roster.list_free(&day, &wanted, &busy, now);
        Ok(free.find_map(|mut of_day| of_day.remove(&choice.begins)).unwrap_or_default())
    }

    /// The hours of the standard within which a kind can be booked: for calls, those at which its number is answered.
    async fn hours_of<'a>(
        &self,
        standard: &'a Standard,
        kind: BookingKind,
    ) -> Result<Option<&'a Week>, BookingError> {
        let Some(hours) = standard.main_unit().phone_hours.value().filter(|_| kind == BookingKind::Phone)
        else {
            return Ok(None);
        };
        let places = settings::list_places(&self.db, &standard.code).await?;
        // A number of the centre's own has hours of its own.
        Ok(places.iter().all(|(of, _)| *of != kind).then_some(hours))
    }

    /// What is taken on days that follow each other.
    async fn list_busy(
        &self,
        municipality: &str,
        days: &[NaiveDate],
        own: &FormHash,
    ) -> Result<Vec<BusyTime>, BookingError> {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(Vec::new()) };
        // From the first minute, as a day's appointments are counted; and beyond the last, into which one may reach.
        let begin = LocalDay::new(*first).begins().minute();
        let between = begin..LocalDay::new(*last).plus_days(2).begins().minute();
        let mut tx = self.db.read().await?;
        Ok(repository::list_busy(&mut tx, municipality, between, self.now().minute(), own).await?)
    }

    /// Keeps a time for ten minutes from now, for a citizen or for who is phoned with.
    pub async fn hold(&self, standard: &Standard, choice: &Choice<'_>) -> Result<HoldOutcome, BookingError> {
        let mut staff = self.list_free_staff(standard, choice).await?;
        staff.retain(|free| choice.with.is_none_or(|with| *free == with));
        if !staff.is_empty() && self.try_hold(&standard.code, choice, staff).await? {
            return Ok(HoldOutcome::Held);
        }
        Ok(match self.find_status(&standard.code, choice.form).await? {
            FormStatus::Booked(booked, record) => HoldOutcome::Booked(booked, record),
            FormStatus::Held(_) | FormStatus::Nothing => HoldOutcome::Gone,
        })
    }

    async fn try_hold(
        &self,
        municipality: &str,
        choice: &Choice<'_>,
        staff: Vec<StaffId>,
    ) -> Result<bool, BookingError> {
        let Some(starts) = Instant::at(choice.begins).map(Instant::minute) else { return Ok(false) };
        let now = self.now().minute();
        let AppointmentType { minutes, buffer, .. } = *choice.appointment_type;
        let day = LocalDay::new(choice.begins.date());
        let hold = Hold {
            id: AppointmentId::random(&self.random),
            municipality: municipality.to_owned(),
            staff,
            kind: choice.kind,
            about: choice.about,
            starts,
            minutes,
            free_from: starts + Minute::from(minutes) + Minute::from(buffer),
            day: day.begins().minute()..day.plus_days(1).begins().minute(),
            until: now + HOLD_MINUTES,
            form: choice.form.hash(),
        };
        // Two who stand in each other's way: one of them tries again.
        for _ in 0..3 {
            match transactions::hold(&self.db, &hold, now).await {
                Err(error) if error.is_transient() => {}
                answer => return Ok(answer?),
            }
        }
        Ok(transactions::hold(&self.db, &hold, now).await?)
    }
}
