//! The last step of a booking: what is held is booked, or somebody is put on the waiting list.

use crate::{
    store::{Booked, CodeRecord, Wait},
    tasks::{
        booking::{
            handlers::{Booking, form_key, is_of, moved},
            service::{AppointmentView, BookingError, FormKey, RedeemedCode, Standing, Wishes, hash},
        },
        calendar::handlers::uid,
    },
    web::{form_token::TokenStatus, hexadecimal, rate_limiter::RateDecision},
};
use app::{
    tasks::{
        booking::{
            text,
            views::{
                BookingForm,
                receipt::{Receipt, receipt_page},
            },
        },
        waiting_list::views::{Waiting, waiting_page},
    },
    ui::error_page::ErrorKind,
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::decide::asks_wish;

impl Booking<'_> {
    /// Books what is held. Where the hold is over, the time is held anew and shown to be checked again:
    /// nothing is ever booked that was not held before.
    pub(crate) async fn confirm(&self, mut form: BookingForm) -> Result<Response<Body>, BookingError> {
        let bookings = &self.context.portal.services.bookings;
        let held_again = form.time.map(|_| (StatusCode::CONFLICT, text::HELD_AGAIN));
        let Some(key) = form_key(&form) else { return self.next(form, held_again).await };
        match bookings.standing(&self.standard.code, &key).await? {
            Standing::Booked(agreed, record) => self.booked(&form, &key, &agreed, &record).await,
            Standing::Held(held) if is_of(&held, &form) => match self.spent(&form, &key) {
                TokenStatus::Valid => self.book(form, &key, &held).await,
                // It has led to a code that is deleted: the next one is another.
                TokenStatus::Used => {
                    bookings.release(&key).await?;
                    self.next(BookingForm { form: None, mark: None, ..form }, held_again).await
                }
                TokenStatus::TooFast => {
                    self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_FAST))).await
                }
                TokenStatus::Invalid => self.read_again(form).await,
            },
            Standing::Held(_) => self.next(form, None).await,
            Standing::Nothing => {
                (form.form, form.mark) = (None, None);
                self.next(form, held_again).await
            }
        }
    }

    /// Books what is held, under the code that the form carries or a new one.
    pub(crate) async fn book(
        &self,
        form: BookingForm,
        key: &FormKey,
        held: &AppointmentView,
    ) -> Result<Response<Body>, BookingError> {
        let booked = match self.known(&form).await? {
            Some(known) => {
                if let Some(refused) = self.refused(&form, &known) {
                    return Ok(refused);
                }
                match self.pending_again(&form, &known).await? {
                    Some(pending) => self.book_again(&form, key, held, &known, pending).await?,
                    None => return Ok(self.too_many()),
                }
            }
            None => match self.pending().await? {
                Some(pending) => self.book_new(&form, key, held, pending).await?,
                None => return Ok(self.too_many()),
            },
        };
        if matches!(booked, Booked::Now | Booked::Before) {
            self.context.portal.services.forms.done(mark(&form));
        }
        let taken = (StatusCode::CONFLICT, text::TAKEN);
        match (booked, self.context.portal.services.bookings.standing(&self.standard.code, key).await?) {
            (Booked::Now | Booked::Before, Standing::Booked(agreed, record)) => {
                self.booked(&form, key, &agreed, &record).await
            }
            (Booked::Full, _) => Ok(self.full()),
            (Booked::Changed, _) => {
                let form = BookingForm { moving: None, form: None, mark: None, ..form };
                self.next(form, Some((StatusCode::CONFLICT, text::CHANGED))).await
            }
            _ => self.next(BookingForm { mark: None, ..form }, Some(taken)).await,
        }
    }

    pub(crate) async fn book_new(
        &self,
        form: &BookingForm,
        key: &FormKey,
        held: &AppointmentView,
        pending: bool,
    ) -> Result<Booked, BookingError> {
        let services = &self.context.portal.services;
        let wishes = Wishes { pending, treatment: self.wishes_treatment(form) };
        let entered = services.limits.enter(self.client.as_ref());
        let booked = services.bookings.book(&self.standard.code, key, held, wishes, entered.turn).await?;
        if booked == Booked::Now {
            services.limits.booked(&self.standard.code, self.client.as_ref());
        }
        Ok(booked)
    }

    pub(crate) async fn book_again(
        &self,
        form: &BookingForm,
        key: &FormKey,
        held: &AppointmentView,
        known: &RedeemedCode,
        pending: bool,
    ) -> Result<Booked, BookingError> {
        let services = &self.context.portal.services;
        // A first wish: one that is noted stays as it is.
        let treatment = self.wishes_treatment(form) && known.record.contact_on.is_none();
        let moved = moved(form);
        let wishes = Wishes { pending, treatment };
        let booked = services.bookings.book_again(key, held, known, moved.as_ref(), wishes).await?;
        if booked == Booked::Now && moved.is_none() && !known.is_trusted() {
            services.limits.booked(&self.standard.code, self.client.as_ref());
        }
        Ok(booked)
    }

    pub(crate) fn wishes_treatment(&self, form: &BookingForm) -> bool {
        form.wish && form.about.is_some_and(|about| asks_wish(self.standard, about))
    }

    /// Whether staff must confirm a booking under a code from before. Who has an appointment that stands, or has had
    /// one, is no flood; a code that a booking has given which waits itself is as good as none. What is moved waits as
    /// it did.
    pub(crate) async fn pending_again(
        &self,
        form: &BookingForm,
        known: &RedeemedCode,
    ) -> Result<Option<bool>, BookingError> {
        let moved = moved(form);
        if known.appointments.iter().any(|one| Some(one.id) == moved && one.pending) {
            return Ok(Some(true));
        }
        if known.is_trusted() { Ok(Some(false)) } else { self.pending().await }
    }

    /// Whether staff must confirm a new booking; `None` where there are more than they could look at.
    pub(crate) async fn pending(&self) -> Result<Option<bool>, BookingError> {
        let services = &self.context.portal.services;
        Ok(match services.limits.lane(&self.standard.code, self.client.as_ref()) {
            RateDecision::Open => Some(false),
            RateDecision::Closed => None,
            RateDecision::Pending if services.bookings.is_flooded(&self.standard.code).await? => None,
            RateDecision::Pending => Some(true),
        })
    }

    /// The same step again, for a form that has lain too long or has been used.
    pub(crate) async fn read_again(&self, form: BookingForm) -> Result<Response<Body>, BookingError> {
        let form = BookingForm { mark: None, ..form };
        self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_OLD))).await
    }

    /// The receipt of a form that is booked: with the code, where the form has led to one.
    pub(crate) async fn booked(
        &self,
        form: &BookingForm,
        key: &FormKey,
        agreed: &AppointmentView,
        record: &CodeRecord,
    ) -> Result<Response<Body>, BookingError> {
        let places = self.context.portal.services.bookings.places(&self.standard.code).await?;
        let place = places.iter().find(|(kind, _)| *kind == agreed.kind).map(|(_, place)| place.as_str());
        // The code is shown again for a while only: later, who holds the phone need not be who booked.
        let fresh = self.marked(form, key) != TokenStatus::Invalid;
        let code = self.context.portal.services.bookings.code_of(key, record).filter(|_| fresh);
        let code = code.map(|code| code.shown());
        let receipt = Receipt {
            standard: self.standard,
            kind: agreed.kind,
            about: agreed.about,
            ages: form.age,
            place,
            begins: agreed.begins,
            minutes: agreed.minutes,
            pending: agreed.pending,
            uid: uid(&agreed.id),
            code: code.as_ref().map(|code| code.as_str()),
            again: form.code.is_some(),
            moved: form.moving.is_some(),
            pseudonym: &record.pseudonym,
            until: record.expires_on,
            now: self.context.now,
        };
        let mut fields = form.fields();
        fields.push(("CONFIRM", "1".to_owned()));
        let meta = self.meta(receipt.title().get(self.context.lang), fields);
        Ok(self.context.page(StatusCode::OK, meta, |meta| receipt_page(meta, &receipt)))
    }

    /// Puts somebody on the waiting list, under the code that the form carries or a new one, where nothing is free.
    pub(crate) async fn wait(&self, form: BookingForm) -> Result<Response<Body>, BookingError> {
        let (Some(key), Some(kind), Some(about)) = (form_key(&form), form.kind, form.about) else {
            return self.next(form, None).await;
        };
        let services = &self.context.portal.services;
        if self.context.is_free(self.standard, kind).await? != Some(false) {
            return self.next(self.unkeyed(form), None).await;
        }
        let wait = Wait { kind, about };
        let shown = if let Some(known) = self.known(&form).await? {
            services.bookings.wait_again(&known, &wait).await?;
            None
        } else {
            match self.spent(&form, &key) {
                TokenStatus::Valid if self.pending().await? == Some(false) => {
                    self.wait_new(&form, &key, &wait).await?;
                }
                TokenStatus::Valid => return Ok(self.too_many()),
                TokenStatus::Used => {}
                TokenStatus::TooFast => {
                    return self.next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_FAST))).await;
                }
                TokenStatus::Invalid => return self.read_again(form).await,
            }
            let Some((code, record)) = services.bookings.waiting(&self.standard.code, &key).await? else {
                // Deleted since: it is asked anew.
                return self.next(BookingForm { form: None, mark: None, ..form }, None).await;
            };
            Some((code.shown(), record))
        };
        let waiting = Waiting {
            standard: self.standard,
            kind,
            code: shown.as_ref().map(|(code, _)| code.as_str()),
            until: shown.as_ref().map(|(_, record)| record.expires_on),
            now: self.context.now,
        };
        let mut fields = form.fields();
        fields.push(("WAIT", "1".to_owned()));
        let meta = self.meta(text::WAITING_TITLE.get(self.context.lang), fields);
        Ok(self.context.page(StatusCode::OK, meta, |meta| waiting_page(meta, &waiting)))
    }

    pub(crate) async fn wait_new(
        &self,
        form: &BookingForm,
        key: &FormKey,
        wait: &Wait,
    ) -> Result<(), BookingError> {
        let services = &self.context.portal.services;
        let entered = services.limits.enter(self.client.as_ref());
        services.bookings.wait(&self.standard.code, key, wait, entered.turn).await?;
        services.forms.done(mark(form));
        services.limits.booked(&self.standard.code, self.client.as_ref());
        Ok(())
    }

    /// Uses the form's mark.
    pub(crate) fn spent(&self, form: &BookingForm, key: &FormKey) -> TokenStatus {
        self.context.portal.services.forms.spend(&self.purpose(), mark(form), &hash(key))
    }

    pub(crate) fn marked(&self, form: &BookingForm, key: &FormKey) -> TokenStatus {
        self.context.portal.services.forms.check(&self.purpose(), mark(form), &hash(key))
    }

    /// The form with its key, and its mark bound to that.
    pub(crate) fn keyed(&self, form: BookingForm, key: &FormKey) -> BookingForm {
        let mark = self.context.portal.services.forms.bind(&self.purpose(), mark(&form), &hash(key));
        BookingForm { form: Some(hexadecimal::written(key)), mark: Some(mark), ..form }
    }

    /// The form without its key, as old as it was.
    pub(crate) fn unkeyed(&self, form: BookingForm) -> BookingForm {
        let forms = &self.context.portal.services.forms;
        let mark = match (form_key(&form), &form.mark) {
            (Some(key), Some(mark)) => forms.loosen(&self.purpose(), mark, &hash(&key)),
            _ => form.mark.clone(),
        };
        BookingForm { form: None, mark, ..form }
    }

    pub(crate) fn too_many(&self) -> Response<Body> {
        self.context.problem(StatusCode::SERVICE_UNAVAILABLE, ErrorKind::TooMany, Some(self.standard))
    }
}

pub(crate) fn mark(form: &BookingForm) -> &str {
    form.mark.as_deref().unwrap_or_default()
}
