//! What staff arrange and do at the desk of their municipality, and of no other.

use crate::{
    clock::Clock,
    crypto::{password_hasher::Priority, random::Random},
    store::{
        AgendaEntry, AuditAction, AuditEntry, Booked, DbError, ExceptionDay, HoursOfWeek, Id, StaffMember,
        Store,
    },
    tasks::{
        booking::service::{AppointmentView, BookingError, Bookings, FormKey, Wishes},
        desk::sign_in::service::act,
    },
};
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, Instant, LocalDay};
use std::sync::Arc;

/// Acts that are shown.
const ACTS: u16 = 200;

/// The desks of all municipalities.
pub struct Desks {
    store: Arc<dyn Store>,
    random: Random,
    clock: Clock,
}

impl Desks {
    #[must_use]
    pub const fn new(store: Arc<dyn Store>, random: Random, clock: Clock) -> Self {
        Self { store, random, clock }
    }

    #[must_use]
    pub fn act(&self, who: &StaffMember, what: AuditAction, subject: &str) -> AuditEntry {
        act(who, what, subject, self.clock)
    }

    /// Remembers an act that changes nothing.
    pub async fn noted(&self, who: &StaffMember, what: AuditAction, subject: &str) -> Result<(), DbError> {
        self.store.note(&self.act(who, what, subject)).await
    }

    /// What is booked on a day.
    pub async fn agenda(&self, who: &StaffMember, day: NaiveDate) -> Result<Vec<AgendaEntry>, DbError> {
        let day = LocalDay::new(day);
        let between = day.begins().minute()..day.plus_days(1).begins().minute();
        self.store.agenda(&who.municipality, between).await
    }

    /// What waits to be confirmed, on whatever day it is.
    pub async fn pending(&self, who: &StaffMember) -> Result<Vec<AgendaEntry>, DbError> {
        let now = Instant::of(self.clock.now()).minute();
        let mut entries = self.store.agenda(&who.municipality, now..i64::MAX).await?;
        entries.retain(|entry| entry.appointment.pending);
        Ok(entries)
    }

    pub async fn contacts(&self, who: &StaffMember) -> Result<Vec<(NaiveDate, u64)>, DbError> {
        self.store.contacts(&who.municipality).await
    }

    pub async fn waiting(&self, who: &StaffMember) -> Result<Vec<(BookingKind, u64)>, DbError> {
        self.store.waiting(&who.municipality).await
    }

    /// Grants one conversation more than `before`. `false` where that has been done, or the appointment is gone.
    pub async fn extend(&self, who: &StaffMember, entry: &AgendaEntry, before: u16) -> Result<bool, DbError> {
        let act = self.act(who, AuditAction::TalksExtended, &entry.pseudonym);
        self.store.extend(&who.municipality, &entry.appointment.id, before, &act).await
    }

    pub async fn confirm(&self, who: &StaffMember, entry: &AgendaEntry) -> Result<bool, DbError> {
        let act = self.act(who, AuditAction::AppointmentConfirmed, &entry.pseudonym);
        self.store.confirm(&who.municipality, &entry.appointment.id, &act).await
    }

    pub async fn call_off(&self, who: &StaffMember, entry: &AgendaEntry) -> Result<bool, DbError> {
        let act = self.act(who, AuditAction::AppointmentCalledOff, &entry.pseudonym);
        let on =
            Instant::of_minute(entry.appointment.starts).map_or_else(|| self.today(), |at| at.day().date());
        self.store.call_off(&who.municipality, &entry.appointment.id, on, &act).await
    }

    /// Books what is held for somebody who phones.
    pub async fn book_for(
        &self,
        bookings: &Bookings,
        who: &StaffMember,
        (form, held): (&FormKey, &AppointmentView),
        wishes_treatment: bool,
    ) -> Result<Booked, BookingError> {
        let wishes = Wishes { pending: false, treatment: wishes_treatment };
        let booked = bookings.book(&who.municipality, form, held, wishes, Priority::Normal).await?;
        if booked == Booked::Now {
            let act = self.act(who, AuditAction::BookedForCaller, &held.begins.date().to_string());
            self.store.note(&act).await?;
        }
        Ok(booked)
    }

    pub async fn members(&self, who: &StaffMember) -> Result<Vec<StaffMember>, DbError> {
        self.store.staff(&who.municipality).await
    }

    pub async fn acts(&self, who: &StaffMember) -> Result<Vec<AuditEntry>, DbError> {
        self.store.acts(&who.municipality, ACTS).await
    }

    pub async fn hours(&self, of: &StaffMember) -> Result<Vec<HoursOfWeek>, DbError> {
        self.store.staff_hours(&of.id).await
    }

    /// Replaces the weekly hours of somebody; weekday, from and to, in minutes since midnight.
    pub async fn set_hours(
        &self,
        who: &StaffMember,
        of: &StaffMember,
        hours: &[(u8, u16, u16)],
    ) -> Result<(), DbError> {
        let named = |&(weekday, from, to): &(u8, u16, u16)| HoursOfWeek {
            id: self.random.bytes(),
            weekday,
            from,
            to,
        };
        let hours: Vec<HoursOfWeek> = hours.iter().map(named).collect();
        self.store.set_hours(&of.id, &hours, &self.act(who, AuditAction::HoursSet, &of.name)).await
    }

    pub async fn exceptions(&self, of: &StaffMember) -> Result<Vec<ExceptionDay>, DbError> {
        self.store.exceptions(&of.id, self.today()).await
    }

    pub async fn add_exception(
        &self,
        who: &StaffMember,
        of: &StaffMember,
        (day, from, to, away): (NaiveDate, u16, u16, bool),
    ) -> Result<(), DbError> {
        let exception = ExceptionDay { id: self.random.bytes(), day, from, to, away };
        self.store
            .add_exception(&of.id, &exception, &self.act(who, AuditAction::ExceptionAdded, &of.name))
            .await
    }

    pub async fn remove_exception(
        &self,
        who: &StaffMember,
        of: &StaffMember,
        exception: &Id,
    ) -> Result<(), DbError> {
        self.store
            .remove_exception(&of.id, exception, &self.act(who, AuditAction::ExceptionRemoved, &of.name))
            .await
    }

    pub async fn closed_days(&self, who: &StaffMember) -> Result<Vec<(NaiveDate, String)>, DbError> {
        self.store.closed_days(&who.municipality, self.today()).await
    }

    pub async fn close_day(&self, who: &StaffMember, day: NaiveDate, note: &str) -> Result<(), DbError> {
        let act = self.act(who, AuditAction::DayClosed, &day.to_string());
        self.store.close_day(&who.municipality, day, note, &act).await
    }

    pub async fn open_day(&self, who: &StaffMember, day: NaiveDate) -> Result<(), DbError> {
        let act = self.act(who, AuditAction::DayOpened, &day.to_string());
        self.store.open_day(&who.municipality, day, &act).await
    }

    pub async fn kinds(&self, who: &StaffMember) -> Result<Vec<(BookingKind, AppointmentType)>, DbError> {
        self.store.kinds(&who.municipality).await
    }

    pub async fn places(&self, who: &StaffMember) -> Result<Vec<(BookingKind, String)>, DbError> {
        self.store.places(&who.municipality).await
    }

    /// Opens a kind of booking as laid out, at a place in the centre's own words, or closes it.
    pub async fn set_kind(
        &self,
        who: &StaffMember,
        kind: BookingKind,
        appointment_type: Option<&AppointmentType>,
        place: &str,
    ) -> Result<(), DbError> {
        let act = |what| self.act(who, what, kind.code());
        match appointment_type {
            Some(appointment_type) => {
                self.store
                    .open_kind(&who.municipality, kind, appointment_type, &act(AuditAction::KindOpened))
                    .await?;
                self.store.set_place(&who.municipality, kind, place).await
            }
            None => self.store.close_kind(&who.municipality, kind, &act(AuditAction::KindClosed)).await,
        }
    }

    pub async fn promise(&self, who: &StaffMember, weekdays: Option<u16>) -> Result<(), DbError> {
        let subject = weekdays.map_or_else(String::new, |weekdays| weekdays.to_string());
        self.store
            .promise(&who.municipality, weekdays, &self.act(who, AuditAction::PromiseSet, &subject))
            .await
    }

    /// Within how many weekdays a centre promises to answer; nothing where it promises nothing.
    pub async fn promised(&self, municipality: &str) -> Result<Option<u16>, DbError> {
        self.store.promised(municipality).await
    }

    fn today(&self) -> NaiveDate {
        Instant::of(self.clock.now()).day().date()
    }
}
