//! Which times of a kind are free, within the hours of the municipality's standard.

use crate::{
    services::booking::{FormKey, FreeTimes, NoBooking, Wanted},
    store::Id,
    visit::Visit,
};
use app::pages::booking::is_reachable;
use chrono::NaiveDateTime;
use domain::{BookingAbout, BookingKind, Layout, Standard, Week};
use std::sync::Arc;

impl Visit {
    /// What can be booked: the kinds that the desk has opened, where there is a number or an address for them. A call
    /// has a page of its own.
    pub async fn open_kinds(
        &self,
        standard: &Standard,
        about: Option<BookingAbout>,
    ) -> Result<Vec<(BookingKind, Layout)>, NoBooking> {
        let bookings = &self.portal.services.bookings;
        let places = bookings.places(&standard.code).await?;
        let own = |kind: BookingKind| places.iter().any(|(of, _)| *of == kind);
        // Where the standard keeps the clarifying conversation apart, its address is not the centre's.
        let apart = about == Some(BookingAbout::Clarifying);
        let standards = |kind| is_reachable(standard, kind) && !(apart && kind == BookingKind::InPerson);
        let mut kinds = bookings.kinds(&standard.code).await?;
        kinds.retain(|(kind, _)| *kind != BookingKind::Callback && (standards(*kind) || own(*kind)));
        Ok(kinds)
    }

    /// The free times of one kind on so many days.
    pub async fn free(
        &self,
        standard: &Standard,
        (kind, layout): (BookingKind, &Layout),
        days: usize,
    ) -> Result<Arc<FreeTimes>, NoBooking> {
        let hours = self.hours(standard, kind).await?;
        let bookings = &self.portal.services.bookings;
        bookings.free(&standard.code, &Wanted { kind, layout, hours, days }).await
    }

    /// Who is free at one time; what is held for a form of one's own counts as free.
    pub async fn free_at(
        &self,
        standard: &Standard,
        (kind, layout): (BookingKind, &Layout),
        begins: NaiveDateTime,
        own: &FormKey,
    ) -> Result<Vec<Id>, NoBooking> {
        let hours = self.hours(standard, kind).await?;
        let wanted = Wanted { kind, layout, hours, days: 1 };
        self.portal.services.bookings.free_at(&standard.code, &wanted, begins, Some(own)).await
    }

    /// The hours of the standard within which a kind can be booked: for calls, those at which its number is answered.
    async fn hours<'a>(
        &self,
        standard: &'a Standard,
        kind: BookingKind,
    ) -> Result<Option<&'a Week>, NoBooking> {
        let Some(hours) = standard.main_unit().phone_hours.value().filter(|_| kind == BookingKind::Phone)
        else {
            return Ok(None);
        };
        let places = self.portal.services.bookings.places(&standard.code).await?;
        // A number of the centre's own has hours of its own.
        Ok(places.iter().all(|(of, _)| *of != kind).then_some(hours))
    }

    /// Whether a time of a kind is free; `None` where the kind cannot be booked.
    pub async fn is_free(&self, standard: &Standard, kind: BookingKind) -> Result<Option<bool>, NoBooking> {
        let kinds = self.portal.services.bookings.kinds(&standard.code).await?;
        let open = kinds.iter().find(|(open, _)| *open == kind && kind != BookingKind::Callback);
        let Some((_, layout)) = open else { return Ok(None) };
        Ok(Some(!self.free(standard, (kind, layout), 1).await?.is_empty()))
    }
}
