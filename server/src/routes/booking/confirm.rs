//! The last step of a booking: what is held is booked, or somebody is put on the waiting list.

use super::{Booking, form_key, is_of, moved};
use crate::{
    routes::calendar::uid,
    services::{
        booking::{Agreed, FormKey, NoBooking, Standing, Wishes},
        forms::Mark,
        limits::Lane,
    },
    store::{CodeRecord, Wait},
};
use app::{
    pages::{
        booking::{BookingForm, Receipt, Waiting, receipt_page, waiting_page},
        problem::Problem,
    },
    text::booking as text,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::BookingAbout;

impl Booking<'_> {
    /// Books what is held. Where the hold is over, the time is held anew and shown to be checked again:
    /// nothing is ever booked that was not held before.
    pub(super) async fn confirm(&self, mut form: BookingForm) -> Result<Response<Body>, NoBooking> {
        let bookings = &self.visit.portal.services.bookings;
        let Some(key) = form_key(&form) else { return self.next(form, None).await };
        match bookings.standing(&self.standard.code, &key).await? {
            Standing::Booked(agreed, record) => Ok(self.booked(&form, &key, &agreed, &record)),
            Standing::Held(held) if is_of(&held, &form) => match self.marked(&form) {
                Mark::Good => self.book(form, &key, &held).await,
                Mark::TooFast => self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_FAST))).await,
                Mark::Unknown => {
                    form.mark = None;
                    self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_OLD))).await
                }
            },
            Standing::Held(_) => self.next(form, None).await,
            Standing::Nothing => {
                form.form = None;
                self.next(form, None).await
            }
        }
    }

    /// Books what is held, under the code that the form carries or a new one.
    async fn book(
        &self,
        form: BookingForm,
        key: &FormKey,
        held: &Agreed,
    ) -> Result<Response<Body>, NoBooking> {
        let bookings = &self.visit.portal.services.bookings;
        let municipality = &self.standard.code;
        let limits = &self.visit.portal.services.limits;
        let pending = match limits.booking(municipality, self.visitor.as_ref()) {
            Lane::Open => false,
            Lane::Pending => true,
            Lane::Closed => return Ok(self.too_many()),
        };
        let booked = match self.known(&form).await? {
            None => {
                let treatment = form.wish && form.about.is_some_and(about_oneself);
                bookings.book(municipality, key, held, Wishes { pending, treatment }).await?
            }
            Some(known) => {
                if let Some(refused) = self.refused(&form, &known) {
                    return Ok(refused);
                }
                bookings.book_again(key, held, &known, moved(&form).as_ref(), pending).await?
            }
        };
        match bookings.standing(municipality, key).await? {
            Standing::Booked(agreed, record) if booked => Ok(self.booked(&form, key, &agreed, &record)),
            _ => self.next(form, Some((StatusCode::CONFLICT, text::TAKEN))).await,
        }
    }

    /// The receipt of a form that is booked: with the code, where the form has led to one.
    pub(super) fn booked(
        &self,
        form: &BookingForm,
        key: &FormKey,
        agreed: &Agreed,
        record: &CodeRecord,
    ) -> Response<Body> {
        let code = self.visit.portal.services.bookings.code_of(key, record).map(|code| code.shown());
        let receipt = Receipt {
            standard: self.standard,
            kind: agreed.kind,
            about: agreed.about,
            begins: agreed.begins,
            minutes: agreed.minutes,
            pending: agreed.pending,
            uid: uid(&agreed.id),
            code: code.as_ref().map(|code| code.as_str()),
            pseudonym: &record.pseudonym,
            until: record.expires_on,
            now: self.visit.now,
        };
        let mut fields = form.fields();
        fields.push(("CONFIRM", "1".to_owned()));
        let frame = self.frame(text::RECEIPT_TITLE.get(self.visit.lang), fields);
        self.visit.fresh(StatusCode::OK, frame, |frame| receipt_page(frame, &receipt))
    }

    /// Puts somebody on the waiting list, under the code that the form carries or a new one.
    pub(super) async fn wait(&self, mut form: BookingForm) -> Result<Response<Body>, NoBooking> {
        let (Some(key), Some(kind), Some(about)) = (form_key(&form), form.kind, form.about) else {
            return self.next(form, None).await;
        };
        let services = &self.visit.portal.services;
        let wait = Wait { kind, about };
        let shown = match self.known(&form).await? {
            Some(known) => {
                services.bookings.wait_again(&known, &wait).await?;
                None
            }
            None => {
                if self.marked(&form) == Mark::Unknown {
                    form.mark = None;
                    return self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_OLD))).await;
                }
                if services.limits.booking(&self.standard.code, self.visitor.as_ref()) == Lane::Closed {
                    return Ok(self.too_many());
                }
                let (code, record) = services.bookings.wait(&self.standard.code, &key, &wait).await?;
                Some((code.shown(), record))
            }
        };
        let waiting = Waiting {
            standard: self.standard,
            kind,
            code: shown.as_ref().map(|(code, _)| code.as_str()),
            until: shown.as_ref().map(|(_, record)| record.expires_on),
            now: self.visit.now,
        };
        let mut fields = form.fields();
        fields.push(("WAIT", "1".to_owned()));
        let frame = self.frame(text::WAITING_TITLE.get(self.visit.lang), fields);
        Ok(self.visit.fresh(StatusCode::OK, frame, |frame| waiting_page(frame, &waiting)))
    }

    fn marked(&self, form: &BookingForm) -> Mark {
        self.visit.portal.services.forms.check(&self.purpose(), form.mark.as_deref().unwrap_or_default())
    }

    fn too_many(&self) -> Response<Body> {
        self.visit.problem(StatusCode::SERVICE_UNAVAILABLE, Problem::TooMany, Some(self.standard))
    }
}

/// Whether who books would be the one who is treated.
const fn about_oneself(about: BookingAbout) -> bool {
    matches!(about, BookingAbout::Me | BookingAbout::Clarifying)
}
