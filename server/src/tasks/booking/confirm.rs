//! The last step of a booking: what is held is booked, or somebody is put on the waiting list.

use super::{
    code::CodeRecord,
    handlers::{BookingFlow, Trouble, form_key, is_age_missing, is_close_missing, moved},
    model::{AppointmentView, Booked},
    service::{Actor, FormStatus, RedeemedCode, Wishes},
};
use crate::{
    crypto::code::Code,
    db::FormKey,
    tasks::{
        case::service::{list_subjects, narrow_to_adult},
        desk::settings::service as settings,
        form_token::service::TokenStatus,
        waiting_list::service::Wait,
    },
    web::{AppError, PageResult, rate_limiter::RateDecision},
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
    ui::{error_page::ErrorKind, text as common},
};
use axum::http::StatusCode;
use domain::{
    UnitSide,
    case::CaseSubject,
    decide::{find_unit_side, list_booking_ages, list_close_to},
};

impl BookingFlow<'_> {
    /// Books what is held. Where the hold is over, the time is held anew and shown to be checked again: nothing is ever
    /// booked that was not held before. What was let go of for a flood is taken again without a word, where it is free.
    pub async fn confirm(&self, mut form: BookingForm) -> PageResult {
        let bookings = &self.context.state.services.bookings;
        let held_again = form.time.map(|_| (StatusCode::CONFLICT, text::HELD_AGAIN));
        let Some(key) = form_key(&form) else { return self.show_next(form, held_again).await };
        let ages = list_booking_ages(self.standard);
        let mut status = bookings.find_status(&self.standard.code, &key).await?;
        if matches!(status, FormStatus::Nothing)
            && self.context.state.services.limiter.was_let_go(&key.hash())
            && self.hold_again(&form, &key).await?
        {
            status = bookings.find_status(&self.standard.code, &key).await?;
        }
        match status {
            FormStatus::Booked(booked, record) => self.show_receipt(&form, &key, &booked, &record).await,
            FormStatus::Held(_) if is_age_missing(&form, &ages) => self.show_next(form, None).await,
            FormStatus::Held(_) if self.is_close_missing(&form) => self.show_next(form, None).await,
            FormStatus::Held(held) if is_of(&held, &form) => match self.spend(&form, &key).await? {
                TokenStatus::Valid => self.book(form, &key, &held).await,
                TokenStatus::Used => self.confirm_used(form, &key, held_again).await,
                TokenStatus::TooFast => {
                    self.show_next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_FAST))).await
                }
                TokenStatus::Invalid => self.show_to_read_again(form, &key).await,
            },
            FormStatus::Held(_) => self.show_next(form, None).await,
            FormStatus::Nothing => {
                (form.form, form.mark) = (None, None);
                self.show_next(form, held_again).await
            }
        }
    }

    /// A form whose token is used, and whose time was held a moment ago: another copy of it has booked meanwhile, or it
    /// has led to a code that is deleted, and the next one is another.
    async fn confirm_used(&self, form: BookingForm, key: &FormKey, held_again: Trouble) -> PageResult {
        let bookings = &self.context.state.services.bookings;
        if let FormStatus::Booked(booked, record) = bookings.find_status(&self.standard.code, key).await? {
            return self.show_receipt(&form, key, &booked, &record).await;
        }
        bookings.release(&key.hash()).await?;
        self.show_next(BookingForm { form: None, mark: None, ..form }, held_again).await
    }

    /// Books what is held, under the code that the form carries or a new one.
    async fn book(&self, form: BookingForm, key: &FormKey, held: &AppointmentView) -> PageResult {
        let services = &self.context.state.services;
        let bookings = &services.bookings;
        let booked = if let Some(redeemed) = self.redeem(&form).await? {
            if let Some(refused) = self.refuse(&form, &redeemed) {
                return Ok(refused);
            }
            let pending = self.must_wait_again(&form, &redeemed).await?;
            self.rebook(&form, (key, held), &redeemed, pending).await?
        } else if form.moving.is_some() {
            // The code is gone meanwhile, and with it what was to be moved: what was asked of it then is asked now.
            let form = BookingForm { moving: None, moved_from: None, form: None, mark: None, ..form };
            bookings.release(&key.hash()).await?;
            return self.show_next(form, Some((StatusCode::CONFLICT, text::CHANGED))).await;
        } else {
            let pending = self.must_wait().await?;
            self.book_new(&form, (key, held), pending).await?
        };
        if matches!(booked, Booked::Now | Booked::Before) {
            // What is booked stands, whether or not that can be noted.
            if let Err(error) = services.tokens.mark_used(token_of(&form), &key.hash()).await {
                tracing::error!(target: "portal", %error, "a form that was used could not be noted");
            }
        }
        let taken = (StatusCode::CONFLICT, text::TAKEN);
        match (booked, services.bookings.find_status(&self.standard.code, key).await?) {
            (Booked::Now | Booked::Before | Booked::Changed, FormStatus::Booked(booked, record)) => {
                self.show_receipt(&form, key, &booked, &record).await
            }
            (Booked::Full, _) => Ok(self.show_full()),
            (Booked::Changed, _) => {
                let form = BookingForm { moving: None, form: None, mark: None, ..form };
                self.show_next(form, Some((StatusCode::CONFLICT, text::CHANGED))).await
            }
            _ => self.show_next(BookingForm { mark: None, ..form }, Some(taken)).await,
        }
    }

    async fn book_new(
        &self,
        form: &BookingForm,
        held: (&FormKey, &AppointmentView),
        pending: bool,
    ) -> Result<Booked, AppError> {
        let services = &self.context.state.services;
        let treatment = self.list_subjects(form);
        let wishes =
            Wishes { pending, treatment: &treatment, lang: self.context.lang, side: self.find_side(form) };
        let permit = services.limiter.acquire(self.client.as_ref());
        let code = &self.standard.code;
        let booked = services.bookings.book(Actor::Citizen, code, held, wishes, permit.priority).await;
        if !matches!(booked, Ok(Booked::Now)) {
            self.give_back_booking();
        }
        services.limiter.drop_hold(code, self.client.as_ref(), &held.0.hash());
        Ok(booked?)
    }

    async fn rebook(
        &self,
        form: &BookingForm,
        held: (&FormKey, &AppointmentView),
        redeemed: &RedeemedCode,
        pending: bool,
    ) -> Result<Booked, AppError> {
        let services = &self.context.state.services;
        let treatment = self.list_subjects(form);
        let moved = moved(form);
        let wishes =
            Wishes { pending, treatment: &treatment, lang: self.context.lang, side: self.find_side(form) };
        let booked = services.bookings.rebook(held, redeemed, moved.as_ref(), wishes).await;
        let is_new = matches!(booked, Ok(Booked::Now)) && moved.is_none();
        if !is_new && !redeemed.is_trusted() && !moves_pending(form, redeemed) {
            self.give_back_booking();
        }
        Ok(booked?)
    }

    /// To which unit somebody comes: that of the appointment they move, or by the age they have said.
    fn find_side(&self, form: &BookingForm) -> Option<UnitSide> {
        let side = form.side.filter(|_| moved(form).is_some());
        side.or_else(|| find_unit_side(self.standard, form.about?, form.age))
    }

    /// What treatment is wished for, as far as it is asked about.
    fn list_subjects(&self, form: &BookingForm) -> Vec<CaseSubject> {
        let ages = if form.adult { Some(narrow_to_adult(form.age)) } else { form.age };
        let asked = form.about.map(|about| list_subjects(self.standard, about, form.wish, ages));
        asked.unwrap_or_default()
    }

    /// Whether staff must confirm a booking under a code from before. Who has an appointment that stands, or has had
    /// one, is no flood; a code that a booking has given which waits itself is as good as none. What is moved waits as
    /// it did.
    async fn must_wait_again(&self, form: &BookingForm, redeemed: &RedeemedCode) -> Result<bool, AppError> {
        if moves_pending(form, redeemed) {
            return Ok(true);
        }
        // What goes beyond the number that the standard names, and does not end with it, staff decide.
        let is_beyond = self.is_beyond(form, redeemed);
        if !redeemed.is_trusted() {
            return Ok(self.must_wait().await? || is_beyond);
        }
        let bookings = &self.context.state.services.bookings;
        if is_beyond && bookings.is_flooded(&self.standard.code).await? {
            return Err(AppError::new(ErrorKind::TooMany));
        }
        Ok(is_beyond)
    }

    fn is_close_missing(&self, form: &BookingForm) -> bool {
        let told = form.about.map(|about| list_close_to(self.standard, about));
        is_close_missing(form, &told.unwrap_or_default())
    }

    /// What was counted did not come about.
    fn give_back_booking(&self) {
        let limiter = &self.context.state.services.limiter;
        limiter.give_back_booking(&self.standard.code, self.client.as_ref());
    }

    /// Whether staff must confirm a new booking, which is counted.
    ///
    /// # Errors
    /// Where there are more than they could look at.
    async fn must_wait(&self) -> Result<bool, AppError> {
        let services = &self.context.state.services;
        match services.limiter.count_booking(&self.standard.code, self.client.as_ref()) {
            RateDecision::Open => Ok(false),
            RateDecision::Pending if !services.bookings.is_flooded(&self.standard.code).await? => Ok(true),
            RateDecision::Pending | RateDecision::Closed => {
                self.give_back_booking();
                Err(AppError::new(ErrorKind::TooMany))
            }
        }
    }

    /// The same step again, for a form that has lain too long or has been used. It begins anew, with another key: what this
    /// one may have led to is not given again.
    async fn show_to_read_again(&self, form: BookingForm, key: &FormKey) -> PageResult {
        self.context.state.services.bookings.release(&key.hash()).await?;
        let form = BookingForm { form: None, mark: None, ..form };
        self.show_next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_OLD))).await
    }

    /// The receipt of a form that is booked: with the code, where the form has led to one.
    pub async fn show_receipt(
        &self,
        form: &BookingForm,
        key: &FormKey,
        booked: &AppointmentView,
        record: &CodeRecord,
    ) -> PageResult {
        let services = &self.context.state.services;
        // Whoever has the form of a code that was replaced is not known any more.
        let typed = form.code.as_deref().and_then(|code| Code::parse(code).ok());
        let is_under_typed = record.id != key.code_id();
        if is_under_typed && typed.is_some_and(|code| code.selector() != record.selector) {
            return Ok(self.context.see_other("/kode"));
        }
        let place = settings::find_place(&services.db, &self.standard.code, booked.kind).await?;
        // The code is shown again for a while only: later, who holds the phone need not be who booked.
        let token = self.check_mark(form, key);
        let code = services.bookings.code_of(key, record).filter(|_| token != TokenStatus::Invalid);
        let code = code.map(|code| code.to_groups());
        let receipt = Receipt {
            standard: self.standard,
            kind: booked.kind,
            about: booked.about,
            side: booked.side,
            place: place.as_deref(),
            begins: booked.begins,
            minutes: booked.minutes,
            pending: booked.pending,
            calendar: services.bookings.find_calendar_entry(booked).await?,
            code: code.as_ref().map(|code| code.as_str()),
            again: form.code.is_some(),
            moved: form.moving.is_some(),
            pseudonym: &record.pseudonym,
            until: record.expires_on,
            now: self.context.now,
        };
        let mut fields = form.fields();
        fields.push(("CONFIRM", "1".to_owned()));
        let meta = self.meta(&self.receipt_title(), fields);
        Ok(self.context.page(StatusCode::OK, meta, |meta| receipt_page(meta, &receipt)))
    }

    /// Puts somebody on the waiting list, under the code that the form carries or a new one, where nothing is free.
    pub async fn wait(&self, form: BookingForm) -> PageResult {
        let (Some(key), Some(kind), Some(about)) = (form_key(&form), form.kind, form.about) else {
            return self.show_next(form, None).await;
        };
        let bookings = &self.context.state.services.bookings;
        if bookings.is_free(self.standard, kind).await? != Some(false) {
            return self.show_next(self.unbind(form), None).await;
        }
        let wait = Wait { kind, about };
        if let Some(redeemed) = self.redeem(&form).await? {
            bookings.wait_again(&redeemed, &wait).await?;
            return Ok(self.show_waiting(&form, wait, None));
        }
        match self.spend(&form, &key).await? {
            TokenStatus::Valid if self.must_wait().await? => {
                self.give_back_booking();
                return Err(AppError::new(ErrorKind::TooMany));
            }
            TokenStatus::Valid => self.wait_new(&form, &key, &wait).await?,
            TokenStatus::Used => {}
            TokenStatus::TooFast => {
                return self.show_next(form, Some((StatusCode::UNPROCESSABLE_ENTITY, text::TOO_FAST))).await;
            }
            TokenStatus::Invalid => return self.show_to_read_again(form, &key).await,
        }
        match bookings.find_of_form(&self.standard.code, &key).await? {
            Some((code, record)) => {
                let code = code.to_groups();
                Ok(self.show_waiting(&form, wait, Some((code.as_str(), &record))))
            }
            // Deleted since: it is asked anew.
            None => self.show_next(BookingForm { form: None, mark: None, ..form }, None).await,
        }
    }

    fn show_waiting(
        &self,
        form: &BookingForm,
        wait: Wait,
        under: Option<(&str, &CodeRecord)>,
    ) -> axum::response::Response {
        let waiting = Waiting {
            standard: self.standard,
            kind: wait.kind,
            code: under.map(|(code, _)| code),
            until: under.map(|(_, record)| record.expires_on),
        };
        let mut fields = form.fields();
        fields.push(("WAIT", "1".to_owned()));
        let meta = self.meta(&self.receipt_title(), fields);
        self.context.page(StatusCode::OK, meta, |meta| waiting_page(meta, &waiting))
    }

    async fn wait_new(&self, form: &BookingForm, key: &FormKey, wait: &Wait) -> Result<(), AppError> {
        let services = &self.context.state.services;
        let permit = services.limiter.acquire(self.client.as_ref());
        let waits = services.bookings.wait(&self.standard.code, key, wait, permit.priority).await;
        if waits.is_err() {
            self.give_back_booking();
        }
        waits?;
        services.tokens.mark_used(token_of(form), &key.hash()).await?;
        Ok(())
    }

    fn receipt_title(&self) -> String {
        format!("{}{}", text::TITLE.get(self.context.lang), common::RECEIPT.get(self.context.lang))
    }

    /// What the form's token says.
    pub fn check_mark(&self, form: &BookingForm, key: &FormKey) -> TokenStatus {
        self.context.state.services.tokens.check(&self.purpose(), token_of(form), &key.hash())
    }

    /// Uses the form's token.
    async fn spend(&self, form: &BookingForm, key: &FormKey) -> Result<TokenStatus, AppError> {
        let tokens = &self.context.state.services.tokens;
        Ok(tokens.spend(&self.purpose(), token_of(form), &key.hash()).await?)
    }

    /// The form with its key, and its token bound to that.
    pub fn bind(&self, form: BookingForm, key: &FormKey) -> BookingForm {
        let tokens = &self.context.state.services.tokens;
        let mark = tokens.bind(&self.purpose(), token_of(&form), &key.hash());
        BookingForm { form: Some(key.to_string()), mark: Some(mark), ..form }
    }

    /// The form without its key, as old as it was.
    pub fn unbind(&self, form: BookingForm) -> BookingForm {
        let tokens = &self.context.state.services.tokens;
        let mark = match (form_key(&form), &form.mark) {
            (Some(key), Some(mark)) => tokens.unbind(&self.purpose(), mark, &key.hash()),
            _ => form.mark.clone(),
        };
        BookingForm { form: None, mark, ..form }
    }
}

/// Whether a time is moved that waits for staff: it waits as it did, and is not counted again.
fn moves_pending(form: &BookingForm, redeemed: &RedeemedCode) -> bool {
    let moved = moved(form);
    redeemed.appointments.iter().any(|one| Some(one.id) == moved && one.pending)
}

fn token_of(form: &BookingForm) -> &str {
    form.mark.as_deref().unwrap_or_default()
}

/// Whether what is held is what the form says.
fn is_of(held: &AppointmentView, form: &BookingForm) -> bool {
    (Some(held.begins), Some(held.kind), Some(held.about)) == (form.time, form.kind, form.about)
}
