//! Which times of a kind are free, within the hours of the municipality's standard.

use crate::{
    store::Id,
    tasks::booking::{
        availability::{FreeTimes, Wanted},
        service::{BookingError, FormKey},
    },
    web::request_context::RequestContext,
};
use chrono::NaiveDateTime;
use domain::{AppointmentType, BookingAbout, BookingKind, Standard, Week, decide::has_place};
use std::sync::Arc;

impl RequestContext {
    /// What can be booked: the kinds that the desk has opened, where there is a number or an address for them. A call
    /// has a page of its own.
    pub async fn open_kinds(
        &self,
        standard: &Standard,
        about: Option<BookingAbout>,
    ) -> Result<Vec<(BookingKind, AppointmentType)>, BookingError> {
        let bookings = &self.portal.services.bookings;
        let places = bookings.places(&standard.code).await?;
        let own = |kind: BookingKind| places.iter().any(|(of, _)| *of == kind);
        let mut kinds = bookings.kinds(&standard.code).await?;
        kinds.retain(|(kind, _)| {
            *kind != BookingKind::Callback && (has_place(standard, *kind, about) || own(*kind))
        });
        Ok(kinds)
    }

    /// The free times of one kind on so many days.
    pub async fn free(
        &self,
        standard: &Standard,
        (kind, appointment_type): (BookingKind, &AppointmentType),
        days: usize,
    ) -> Result<Arc<FreeTimes>, BookingError> {
        let hours = self.hours(standard, kind).await?;
        let bookings = &self.portal.services.bookings;
        bookings.free(&standard.code, &Wanted { kind, appointment_type, hours, days }).await
    }

    /// Who is free at one time; what is held for a form of one's own counts as free.
    pub async fn free_at(
        &self,
        standard: &Standard,
        (kind, appointment_type): (BookingKind, &AppointmentType),
        begins: NaiveDateTime,
        own: &FormKey,
    ) -> Result<Vec<Id>, BookingError> {
        let hours = self.hours(standard, kind).await?;
        let wanted = Wanted { kind, appointment_type, hours, days: 1 };
        self.portal.services.bookings.free_at(&standard.code, &wanted, begins, Some(own)).await
    }

    /// The hours of the standard within which a kind can be booked: for calls, those at which its number is answered.
    async fn hours<'a>(
        &self,
        standard: &'a Standard,
        kind: BookingKind,
    ) -> Result<Option<&'a Week>, BookingError> {
        let Some(hours) = standard.main_unit().phone_hours.value().filter(|_| kind == BookingKind::Phone)
        else {
            return Ok(None);
        };
        let places = self.portal.services.bookings.places(&standard.code).await?;
        // A number of the centre's own has hours of its own.
        Ok(places.iter().all(|(of, _)| *of != kind).then_some(hours))
    }

    /// Whether a time of a kind is free; `None` where the kind cannot be booked.
    pub async fn is_free(
        &self,
        standard: &Standard,
        kind: BookingKind,
    ) -> Result<Option<bool>, BookingError> {
        let kinds = self.portal.services.bookings.kinds(&standard.code).await?;
        let open = kinds.iter().find(|(open, _)| *open == kind && kind != BookingKind::Callback);
        let Some((_, appointment_type)) = open else { return Ok(None) };
        Ok(Some(!self.free(standard, (kind, appointment_type), 1).await?.is_empty()))
    }
}
