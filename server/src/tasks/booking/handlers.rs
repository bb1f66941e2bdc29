//! Booking a conversation. Answers travel in the bodies of POSTs; only a time and a code are stored.

use crate::{
    crypto::code::Code,
    store::Id,
    tasks::booking::{
        availability::{Choice, FreeTimes, HOLD_MINUTES},
        service::{AppointmentView, BookingError, FormKey, RedeemedCode, Standing, hash},
    },
    web::{
        client_ip::ClientIp,
        form::FormBody,
        hexadecimal,
        rate_limiter::ClientNetwork,
        request_context::{MunicipalityContext, RequestContext},
    },
};
use app::{
    phrase::Phrase,
    tasks::booking::{
        text,
        views::{
            BookingForm,
            step::{Step, StepPage, closed_page, step_page},
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        error_page::ErrorKind,
        text as common,
    },
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use chrono::NaiveDate;
use domain::{
    AppointmentType, BookingAbout, BookingKind, Standard,
    decide::{Counselling, GroundedEntitlement, Setting, anonymous_counselling, counselling_entitlements},
};
use std::sync::Arc;

/// Days shown at once.
const DAYS: usize = 10;

/// What went wrong, to be told above the question.
type Trouble = Option<(StatusCode, Phrase)>;

pub async fn start(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    ClientIp(client): ClientIp,
) -> Response<Body> {
    let booking = Booking { context: &context, standard: &standard, client };
    booking.told(booking.next(BookingForm::default(), None).await)
}

/// One step, by POST.
pub async fn step(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    ClientIp(client): ClientIp,
    fields: FormBody,
) -> Response<Body> {
    let booking = Booking { context: &context, standard: &standard, client };
    booking.told(booking.taken(fields).await)
}

/// One visit to the booking of a municipality.
pub(crate) struct Booking<'a> {
    pub(crate) context: &'a RequestContext,
    pub(crate) standard: &'a Arc<Standard>,
    pub(crate) client: Option<ClientNetwork>,
}

impl Booking<'_> {
    pub(crate) fn told(&self, answer: Result<Response<Body>, BookingError>) -> Response<Body> {
        answer.unwrap_or_else(|error| self.context.no_booking(&error, Some(self.standard)))
    }

    /// Reads the form and goes on.
    pub(crate) async fn taken(&self, mut fields: FormBody) -> Result<Response<Body>, BookingError> {
        let (confirmed, back) = (fields.take("CONFIRM").is_some(), fields.take("BACK"));
        let (asked, waits) = (fields.take("STEP"), fields.take("WAIT").is_some());
        // Nobody sees that field; a machine fills in all it finds.
        let machine = fields.take("WEBSITE").is_some_and(|filled| !filled.is_empty());
        let mut form = BookingForm::default();
        let mut trouble: Trouble = None;
        for (name, value) in fields.pairs() {
            if !form.take(name, value) {
                trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::CHOOSE));
            }
        }
        if let Some(back) = back {
            return self.back(form, &back).await;
        }
        let unanswered = asked.is_some_and(|asked| form.fields().iter().all(|(name, _)| **name != asked));
        if unanswered {
            trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::CHOOSE));
        }
        if machine {
            trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::FILLED));
        }
        match trouble {
            None if confirmed => self.confirm(form).await,
            None if waits => self.wait(form).await,
            trouble => self.next(form, trouble).await,
        }
    }

    /// Asks `question` again: what was answered after it depends on it, or is asked again with its answer
    /// marked.
    pub(crate) async fn back(
        &self,
        mut form: BookingForm,
        question: &str,
    ) -> Result<Response<Body>, BookingError> {
        if let Some(key) = form_key(&form) {
            let bookings = &self.context.portal.services.bookings;
            if let Standing::Booked(agreed, record) = bookings.standing(&self.standard.code, &key).await? {
                // Booked by now: a change would be a second appointment.
                return self.booked(&form, &key, &agreed, &record).await;
            }
            bookings.release(&key).await?;
        }
        form = self.unkeyed(form);
        form.before = form.fields().into_iter().find(|(name, _)| *name == question).map(|(_, value)| value);
        for (name, forget) in [
            ("ABOUT", (|form| form.about = None) as fn(&mut BookingForm)),
            ("AGE", |form| form.age = None),
            ("KIND", |form| form.kind = None),
            ("DAY", |form| (form.day, form.time) = (None, None)),
            ("TIME", |form| form.time = None),
        ] {
            if name == question {
                forget(&mut form);
            }
        }
        self.next(form, None).await
    }

    /// The next question that has no answer yet; at the end the check, with the time held.
    pub(crate) async fn next(
        &self,
        mut form: BookingForm,
        trouble: Trouble,
    ) -> Result<Response<Body>, BookingError> {
        let kinds = self.context.open_kinds(self.standard, form.about).await?;
        if form.mark.is_none() {
            form.mark = Some(self.context.portal.services.forms.mark(&self.purpose()));
        }
        if kinds.is_empty() {
            return Ok(self.closed());
        }
        let ages = counselling_entitlements(&self.standard.rules);
        if let [(only, _)] = kinds.as_slice() {
            form.kind = Some(*only);
        }
        if form.about.is_none() {
            return Ok(self.page(&form, &Step::About, &ages, trouble));
        }
        if age_missing(&form, &ages) {
            let bands = ages.iter().map(|grounded| grounded.entitlement.ages).collect();
            return Ok(self.page(&form, &Step::Age(bands), &ages, trouble));
        }
        // Working a code out is slow: only where its number of talks matters.
        if form.about == Some(BookingAbout::Me)
            && let Some(known) = self.known(&form).await?
            && let Some(refused) = self.refused(&form, &known)
        {
            return Ok(refused);
        }
        let Some(appointment_type) = appointment_type(&kinds, form.kind) else {
            form.kind = None;
            let kinds = kinds.iter().map(|(kind, _)| *kind).collect();
            return Ok(self.page(&form, &Step::Kind(kinds), &ages, trouble));
        };
        let kind = form.kind.unwrap_or(BookingKind::Phone);
        self.choose_time(form, (kind, appointment_type), &ages, trouble).await
    }

    pub(crate) async fn choose_time(
        &self,
        form: BookingForm,
        (kind, appointment_type): (BookingKind, AppointmentType),
        ages: &[GroundedEntitlement],
        trouble: Trouble,
    ) -> Result<Response<Body>, BookingError> {
        let bookings = &self.context.portal.services.bookings;
        let key = form_key(&form).unwrap_or_else(|| bookings.new_form());
        let (Some(about), Some(time)) = (form.about, form.time.filter(|time| Some(time.date()) == form.day))
        else {
            return self.choose_day((form, key), (kind, appointment_type), ages, trouble).await;
        };
        let staff = self.context.free_at(self.standard, (kind, &appointment_type), time, &key).await?;
        let choice = Choice { kind, appointment_type, about, begins: time, form: key, staff: &staff };
        if staff.is_empty() || !bookings.hold(&self.standard.code, &choice).await? {
            if let Standing::Booked(agreed, record) = bookings.standing(&self.standard.code, &key).await? {
                // Another copy of the page has booked.
                return self.booked(&form, &key, &agreed, &record).await;
            }
            let free = self.free((kind, &appointment_type)).await?;
            return Ok(self.times(
                self.unkeyed(form),
                &free,
                ages,
                Some((StatusCode::CONFLICT, text::TAKEN)),
            ));
        }
        let form = self.keyed(form, &key);
        // One place keeps a number of times at once: the oldest goes.
        let limits = &self.context.portal.services.limits;
        if let Some(oldest) = limits.holding(self.client.as_ref(), hash(&key)) {
            bookings.let_go(&oldest).await?;
        }
        let step = Step::Check { minutes: appointment_type.minutes, held: HOLD_MINUTES };
        Ok(self.page(&form, &step, ages, trouble))
    }

    /// The days that have free times; the times, where a day is chosen.
    pub(crate) async fn choose_day(
        &self,
        (mut form, key): (BookingForm, FormKey),
        (kind, appointment_type): (BookingKind, AppointmentType),
        ages: &[GroundedEntitlement],
        trouble: Trouble,
    ) -> Result<Response<Body>, BookingError> {
        let free = self.free((kind, &appointment_type)).await?;
        let days = days(&free);
        if days.is_empty() {
            let form = self.keyed(form, &key);
            return Ok(self.page(&form, &Step::NoTimes, ages, trouble));
        }
        if form.day.is_some_and(|day| days.iter().any(|(free, _)| *free == day)) {
            return Ok(self.times(self.unkeyed(form), &free, ages, trouble));
        }
        (form.day, form.time) = (None, None);
        let closed = self.context.portal.services.bookings.closed_days(&self.standard.code).await?;
        Ok(self.page(&form, &Step::Day { days, closed }, ages, trouble))
    }

    pub(crate) async fn free(
        &self,
        (kind, appointment_type): (BookingKind, &AppointmentType),
    ) -> Result<Arc<FreeTimes>, BookingError> {
        self.context.free(self.standard, (kind, appointment_type), DAYS).await
    }

    /// The times of the chosen day; of the nearest day that has any, where it has none left.
    pub(crate) fn times(
        &self,
        mut form: BookingForm,
        free: &FreeTimes,
        ages: &[GroundedEntitlement],
        trouble: Trouble,
    ) -> Response<Body> {
        form.time = None;
        let wanted = form.day.unwrap_or_default();
        let nearest = days(free).into_iter().min_by_key(|(day, _)| (*day - wanted).num_days().abs());
        let Some((day, _)) = nearest else { return self.page(&form, &Step::NoTimes, ages, None) };
        form.day = Some(day);
        // The key comes before the time is held: a page that is loaded again finds what it holds itself.
        let form = self.keyed(form, &self.context.portal.services.bookings.new_form());
        let times = free.keys().filter(|time| time.date() == day).copied().collect();
        self.page(&form, &Step::Time(times), ages, trouble)
    }

    /// What is under the code that the form carries.
    pub(crate) async fn known(&self, form: &BookingForm) -> Result<Option<RedeemedCode>, BookingError> {
        let Some(code) = form.code.as_deref().and_then(|code| Code::parse(code).ok()) else {
            return Ok(None);
        };
        let services = &self.context.portal.services;
        let entered = services.limits.enter(self.client.as_ref());
        let known = services.bookings.known(code, entered.turn).await?;
        if known.is_none() {
            services.limits.wrong_code(self.client.as_ref());
        }
        Ok(known.filter(|known| known.record.municipality == self.standard.code))
    }

    /// The page for somebody who has as many appointments ahead as a code can have.
    pub(crate) fn full(&self) -> Response<Body> {
        let title = text::TITLE.get(self.context.lang);
        let meta = self.meta(title, Vec::new());
        let (standard, now) = (self.standard, self.context.now);
        self.context.page(StatusCode::OK, meta, |meta| closed_page(meta, standard, title, text::FULL, now))
    }

    /// The page for somebody whose number of anonymous conversations is reached.
    pub(crate) fn refused(&self, form: &BookingForm, known: &RedeemedCode) -> Option<Response<Body>> {
        let moved = moved(form);
        let ahead = |one: &&AppointmentView| one.about == BookingAbout::Me && one.begins > self.context.now;
        let same_talk = known.appointments.iter().filter(ahead).any(|one| Some(one.id) == moved);
        if form.about != Some(BookingAbout::Me) || same_talk {
            return None;
        }
        let case = Counselling {
            age: form.age.map_or(18, |ages| ages.from),
            conversation_number: (known.record.talks + 1).saturating_sub(known.record.extended_by),
            need_for_more: known.record.extended_by > 0,
            setting: Setting::Center,
        };
        let decision = anonymous_counselling(&self.standard.rules, &case);
        let reached = decision.outcome.allowed == Some(false);
        reached.then(|| {
            let title = text::TITLE.get(self.context.lang);
            let meta = self.meta(title, Vec::new());
            let (standard, now) = (self.standard, self.context.now);
            self.context
                .page(StatusCode::OK, meta, |meta| closed_page(meta, standard, title, text::CAP_REACHED, now))
        })
    }

    /// What the marks of this municipality's booking are for.
    pub(crate) fn purpose(&self) -> String {
        format!("samtale {}", self.standard.code)
    }

    pub(crate) fn closed(&self) -> Response<Body> {
        let title = text::TITLE.get(self.context.lang);
        let meta = self.context.meta(title, Some(self.standard));
        let (standard, now) = (self.standard, self.context.now);
        self.context.page(StatusCode::OK, meta, |meta| closed_page(meta, standard, title, text::CLOSED, now))
    }

    pub(crate) fn page(
        &self,
        form: &BookingForm,
        step: &Step,
        ages: &[GroundedEntitlement],
        trouble: Trouble,
    ) -> Response<Body> {
        let lang = self.context.lang;
        let (status, problem) =
            trouble.map_or((StatusCode::OK, None), |(status, problem)| (status, Some(problem)));
        let title = if form.moving.is_some() { text::MOVING } else { text::TITLE };
        let title = title.get(lang);
        let title = match problem {
            Some(_) => format!("{}{title}", common::ERROR.get(lang)),
            None => title.to_owned(),
        };
        let asks_age = form.about.is_none_or(|about| about == BookingAbout::Me) && ages.len() > 1;
        let page = StepPage {
            standard: self.standard,
            form,
            step,
            place: place(step, asks_age),
            problem,
            entitlement: form.entitlement(ages),
            now: self.context.now,
        };
        let meta = self.meta(&title, form.fields());
        self.context.page(status, meta, |meta| step_page(meta, &page))
    }

    /// A page that a form has led to; with `fields` the other language comes to the same one.
    pub(crate) fn meta(&self, title: &str, fields: Vec<(&'static str, String)>) -> PageMeta {
        let meta = self.context.meta(title, Some(self.standard));
        if fields.is_empty() {
            return meta;
        }
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        PageMeta { switch: LanguageSwitch::Form(fields), ..meta }
    }
}

/// Which step this is, of how many.
pub(crate) const fn place(step: &Step, asks_age: bool) -> (usize, usize) {
    let extra = asks_age as usize;
    let number = match step {
        Step::About => 1,
        Step::Age(_) => 2,
        Step::Kind(_) => 2 + extra,
        Step::Day { .. } | Step::NoTimes => 3 + extra,
        Step::Time(_) => 4 + extra,
        Step::Check { .. } => 5 + extra,
    };
    (number, 5 + extra)
}

pub(crate) fn age_missing(form: &BookingForm, ages: &[GroundedEntitlement]) -> bool {
    form.about == Some(BookingAbout::Me) && ages.len() > 1 && form.entitlement(ages).is_none()
}

/// Whether what is held is what the form says.
pub(crate) fn is_of(held: &AppointmentView, form: &BookingForm) -> bool {
    (Some(held.begins), Some(held.kind), Some(held.about)) == (form.time, form.kind, form.about)
}

/// The appointment that is to be moved.
pub(crate) fn moved(form: &BookingForm) -> Option<Id> {
    form.moving.as_deref().and_then(hexadecimal::read)
}

pub(crate) fn form_key(form: &BookingForm) -> Option<FormKey> {
    form.form.as_deref().and_then(hexadecimal::read)
}

pub(crate) fn appointment_type(
    kinds: &[(BookingKind, AppointmentType)],
    kind: Option<BookingKind>,
) -> Option<AppointmentType> {
    kinds.iter().find(|(open, _)| Some(*open) == kind).map(|(_, appointment_type)| *appointment_type)
}

/// The next days that have free times, and how many.
pub(crate) fn days(free: &FreeTimes) -> Vec<(NaiveDate, usize)> {
    let mut days: Vec<(NaiveDate, usize)> = Vec::new();
    for time in free.keys() {
        match days.last_mut() {
            Some((day, number)) if *day == time.date() => *number += 1,
            _ => days.push((time.date(), 1)),
        }
    }
    days.truncate(DAYS);
    days
}

impl RequestContext {
    /// Says what could not be done, and how else to get help.
    pub fn no_booking(&self, error: &BookingError, standard: Option<&Arc<Standard>>) -> Response<Body> {
        let problem = match error {
            BookingError::Busy(_) => ErrorKind::Busy,
            BookingError::Store(_) | BookingError::NoCode => {
                tracing::error!(target: "portal", %error, "a booking could not be stored");
                ErrorKind::Unavailable
            }
        };
        self.problem(StatusCode::SERVICE_UNAVAILABLE, problem, standard)
    }
}
