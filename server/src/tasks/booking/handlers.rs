//! Booking a conversation. Answers travel in the bodies of POSTs; only a time and a code are stored.

use super::{
    availability::{Choice, FreeTimes, HOLD_MINUTES, HoldOutcome},
    service::{FormStatus, RedeemedCode},
};
use crate::{
    crypto::code::Code,
    db::{AppointmentId, FormKey},
    tasks::{
        desk::settings::{handlers::describe_english, service as settings},
        form_token::service::TokenStatus,
    },
    web::{
        AppError, FormBody, MunicipalityContext, PageResult, RequestContext, client_ip::ClientIp,
        rate_limiter::ClientNetwork,
    },
};
use app::{
    phrase::Phrase,
    tasks::booking::{
        text,
        views::{
            BookingForm, format_time_field, format_who, parse_time_field,
            step::{Step, StepPage, closed_page, step_page},
            times::FreeDays,
        },
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::{http::StatusCode, response::Response};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    AgeRange, AppointmentType, BookingAbout, BookingKind, Standard, UnitSide,
    decide::{
        CloseTo, GroundedEntitlement, counselling_entitlements, count_relative_talks, find_unit_side,
        list_booking_ages, list_close_to, unit_for,
    },
};
use itertools::Itertools;
use std::sync::Arc;

/// Days shown at once.
const DAYS: usize = 10;

/// What went wrong, to be told above the question.
pub(super) type Trouble = Option<(StatusCode, Phrase)>;

pub async fn start(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    ClientIp(client): ClientIp,
) -> PageResult {
    let flow = BookingFlow { context: &context, standard: &standard, client };
    flow.show_next(BookingForm::default(), None).await
}

/// One step, by POST.
pub async fn step(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    ClientIp(client): ClientIp,
    fields: FormBody,
) -> PageResult {
    BookingFlow { context: &context, standard: &standard, client }.take_step(fields).await
}

/// One visit to the booking of a municipality.
pub(super) struct BookingFlow<'a> {
    pub context: &'a RequestContext,
    pub standard: &'a Arc<Standard>,
    pub client: Option<ClientNetwork>,
}

/// A kind of booking, and how it is laid out.
type OpenKind = (BookingKind, AppointmentType);

impl BookingFlow<'_> {
    /// Reads the form and goes on.
    async fn take_step(&self, mut fields: FormBody) -> PageResult {
        let (confirmed, back) = (fields.take("CONFIRM").is_some(), fields.take("BACK"));
        let (asked, waits) = (fields.take("STEP"), fields.take("WAIT").is_some());
        // Nobody sees that field; a machine fills in all it finds.
        let is_of_machine = fields.take("WEBSITE").is_some_and(|filled| !filled.is_empty());
        let mut form = BookingForm::default();
        let mut trouble: Trouble = None;
        for (name, value) in fields.pairs() {
            if !form.take(name, value) {
                trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::CHOOSE));
            }
        }
        if let Some(back) = back {
            return self.go_back(form, &back).await;
        }
        let unanswered = asked.is_some_and(|asked| form.fields().iter().all(|(name, _)| **name != asked));
        if unanswered {
            trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::CHOOSE));
        }
        if is_of_machine {
            trouble = Some((StatusCode::UNPROCESSABLE_ENTITY, text::FILLED));
        }
        match trouble {
            None if confirmed => self.confirm(form).await,
            None if waits => self.wait(form).await,
            trouble => self.show_next(form, trouble).await,
        }
    }

    /// Asks `question` again: what was answered after it depends on it, or is asked again with its answer
    /// marked.
    async fn go_back(&self, mut form: BookingForm, question: &str) -> PageResult {
        if let Some(key) = form_key(&form) {
            let bookings = &self.context.state.services.bookings;
            if let FormStatus::Booked(booked, record) =
                bookings.find_status(&self.standard.code, &key).await?
            {
                // Booked by now: a change would be a second appointment.
                return self.show_receipt(&form, &key, &booked, &record).await;
            }
            bookings.release(&key.hash()).await?;
        }
        form = self.unbind(form);
        match question {
            "ABOUT" => {
                form.before = form.about.map(|about| format_who(about, form.age));
                (form.about, form.age, form.close) = (None, None, None);
            }
            // Another kind has other times.
            "KIND" => {
                form.time = None;
                form.before = form.kind.take().map(|kind| kind.code().to_owned());
            }
            "TIME" => form.before = form.time.take().map(format_time_field),
            _ => {}
        }
        self.show_next(form, None).await
    }

    /// The next question that has no answer yet; at the end the check, with the time held.
    pub async fn show_next(&self, mut form: BookingForm, trouble: Trouble) -> PageResult {
        let services = &self.context.state.services;
        let kinds = services.bookings.list_open_kinds(self.standard, form.about).await?;
        if form.mark.is_none() {
            form.mark = Some(services.tokens.issue(&self.purpose()));
        }
        if kinds.is_empty() {
            return Ok(self.show_closed());
        }
        let ages = counselling_entitlements(&self.standard.rules);
        if let [(only, _)] = kinds.as_slice() {
            form.kind = Some(*only);
        }
        let mut flow = Flow {
            questions: list_questions(&form, kinds.len()),
            ages,
            bands: list_booking_ages(self.standard),
            beyond: false,
        };
        if form.about.is_none() {
            return self.show_step(&form, &Step::Who(flow.bands.clone()), &flow, trouble).await;
        }
        if is_age_missing(&form, &flow.bands) {
            return self.show_step(&form, &Step::Age(flow.bands.clone()), &flow, trouble).await;
        }
        let close = form.about.map(|about| list_close_to(self.standard, about)).unwrap_or_default();
        if is_close_missing(&form, &close) {
            let number = |close| {
                (close, count_relative_talks(self.standard, BookingAbout::Close, Some(close)).outcome)
            };
            let told = close.into_iter().map(number).collect();
            return self.show_step(&form, &Step::CloseTo(told), &flow, trouble).await;
        }
        // Working a code out is slow: only where its number of talks matters.
        if form.about.is_some_and(BookingAbout::is_counted)
            && let Some(redeemed) = self.redeem(&form).await?
        {
            if let Some(refused) = self.refuse(&form, &redeemed) {
                return Ok(refused);
            }
            flow.beyond = self.is_beyond(&form, &redeemed);
        }
        let Some(open) = kinds.iter().find(|(open, _)| Some(*open) == form.kind) else {
            form.kind = None;
            let kinds = self.list_next_free(&kinds).await?;
            return self.show_step(&form, &Step::Kind(kinds), &flow, trouble).await;
        };
        self.choose_time(form, (open, &kinds), &flow, trouble).await
    }

    async fn choose_time(
        &self,
        form: BookingForm,
        (open, kinds): (&OpenKind, &[OpenKind]),
        flow: &Flow,
        trouble: Trouble,
    ) -> PageResult {
        let services = &self.context.state.services;
        // A key without its mark, or with one that is too old, may have led to a code before: it leads to none again.
        let has_mark = |key: &FormKey| self.check_mark(&form, key) != TokenStatus::Invalid;
        let key = form_key(&form).filter(has_mark).unwrap_or_else(|| services.bookings.new_form());
        let (Some(about), Some(begins)) = (form.about, form.time) else {
            return self.ask_time((form, key), (open, kinds), flow, trouble).await;
        };
        let (kind, appointment_type) = open;
        let choice = Choice { kind: *kind, appointment_type, about, begins, form: &key, with: None };
        match services.bookings.hold(self.standard, &choice).await? {
            HoldOutcome::Held => {}
            HoldOutcome::Booked(booked, record) => {
                return self.show_receipt(&form, &key, &booked, &record).await;
            }
            HoldOutcome::Gone => {
                let taken = Some((StatusCode::CONFLICT, text::TAKEN));
                return self.ask_time((form, key), (open, kinds), flow, taken).await;
            }
        }
        let form = self.bind(form, &key);
        self.note_hold(&key).await?;
        let place = settings::find_place(&services.db, &self.standard.code, *kind).await?;
        let step = Step::Check { minutes: appointment_type.minutes, held: HOLD_MINUTES, place };
        self.show_step(&form, &step, flow, trouble).await
    }

    /// The days that have free times: of the day that was chosen before, or the nearest that has any, the times too.
    async fn ask_time(
        &self,
        (mut form, key): (BookingForm, FormKey),
        (open, kinds): (&OpenKind, &[OpenKind]),
        flow: &Flow,
        trouble: Trouble,
    ) -> PageResult {
        let free = self.list_free(open, DAYS).await?;
        // Who moves a time is not offered the one that they have.
        let days = group_by_day(free.keys().copied().filter(|time| Some(*time) != form.moved_from));
        if days.is_empty() {
            let form = self.bind(BookingForm { time: None, ..form }, &key);
            let others: Vec<OpenKind> = kinds.iter().filter(|other| other.0 != open.0).copied().collect();
            let mut others = self.list_next_free(&others).await?;
            others.retain(|(_, next)| next.is_some());
            // There is no nearest time to be led to.
            let trouble = trouble.filter(|(status, _)| *status != StatusCode::CONFLICT);
            return self.show_step(&form, &Step::NoTimes(others), flow, trouble).await;
        }
        let before = form.before.as_deref().and_then(parse_time_field);
        let wanted = form.time.take().or(before).map(|time| time.date());
        let distance = |day: NaiveDate| wanted.map(|wanted| (day - wanted).num_days().abs());
        let nearest = days.iter().map(|(day, _)| *day).min_by_key(|day| distance(*day));
        let (db, today) = (&self.context.state.services.db, self.context.now.date());
        let centre = settings::load_days(db, &self.standard.code, today).await?;
        let last = days.last().map_or(today, |(day, _)| *day);
        let closed = centre.list_closures(today, last);
        let step = Step::Time(FreeDays { days, closed, open: nearest.filter(|_| wanted.is_some()) });
        // The key comes before the time is held: a page that is loaded again finds what it holds itself.
        let form = self.bind(self.unbind(form), &self.context.state.services.bookings.new_form());
        self.show_step(&form, &step, flow, trouble).await
    }

    async fn list_free(
        &self,
        (kind, appointment_type): &OpenKind,
        days: usize,
    ) -> Result<Arc<FreeTimes>, AppError> {
        let bookings = &self.context.state.services.bookings;
        Ok(bookings.list_free(self.standard, (*kind, appointment_type), days).await?)
    }

    /// When each kind is free next.
    async fn list_next_free(
        &self,
        kinds: &[OpenKind],
    ) -> Result<Vec<(BookingKind, Option<NaiveDateTime>)>, AppError> {
        let mut next = Vec::new();
        for open in kinds {
            next.push((open.0, self.list_free(open, 1).await?.keys().next().copied()));
        }
        Ok(next)
    }

    /// What is under the code that the form carries.
    pub async fn redeem(&self, form: &BookingForm) -> Result<Option<RedeemedCode>, AppError> {
        let Some(code) = form.code.as_deref().and_then(|code| Code::parse(code).ok()) else {
            return Ok(None);
        };
        let services = &self.context.state.services;
        let permit = services.limiter.acquire(self.client.as_ref());
        let redeemed = services.bookings.redeem(&code, permit.turn()).await?;
        if redeemed.is_none() {
            services.limiter.count_wrong_code(self.client.as_ref());
        }
        Ok(redeemed.filter(|redeemed| redeemed.record.municipality == self.standard.code))
    }

    /// The page for somebody who has as many appointments ahead as a code can have.
    pub fn show_full(&self) -> Response {
        self.show_reason(text::FULL, None)
    }

    fn show_closed(&self) -> Response {
        self.show_reason(text::CLOSED, None)
    }

    pub(super) fn show_reason(&self, why: Phrase, about: Option<BookingAbout>) -> Response {
        let title = text::TITLE.get(self.context.lang);
        let meta = self.context.meta(title, Some(self.standard));
        let standard = self.standard;
        let side = about.and_then(|about| find_unit_side(standard, about, None));
        let unit = unit_for(standard, side.or(Some(UnitSide::Adult)));
        self.context.page(StatusCode::OK, meta, |meta| closed_page(meta, standard, title, why, unit))
    }

    /// What the tokens of this municipality's booking are for.
    pub fn purpose(&self) -> String {
        format!("samtale {}", self.standard.code)
    }

    async fn show_step(&self, form: &BookingForm, step: &Step, flow: &Flow, trouble: Trouble) -> PageResult {
        let lang = self.context.lang;
        let (status, problem) =
            trouble.map_or((StatusCode::OK, None), |(status, problem)| (status, Some(problem)));
        let task = if form.moving.is_some() { text::MOVING } else { text::TITLE };
        let title = format!("{}: {}", task.get(lang), step.title().get(lang));
        let title = match problem {
            Some(_) => format!("{}{title}", common::ERROR.get(lang)),
            None => title,
        };
        let page = StepPage {
            standard: self.standard,
            form,
            step,
            questions: &flow.questions,
            problem,
            entitlement: form.entitlement(&flow.ages),
            talks: self.count_for(form),
            close: self.find_close(form),
            beyond: flow.beyond,
            english: describe_english(self.context, &self.standard.code).await?,
            now: self.context.now,
        };
        let meta = self.meta(&title, form.fields());
        Ok(self.context.page(status, meta, |meta| step_page(meta, &page)))
    }

    /// A page that a form has led to; with `fields` the other language comes to the same one.
    pub fn meta(&self, title: &str, fields: Vec<(&'static str, String)>) -> PageMeta {
        let meta = self.context.meta(title, Some(self.standard));
        if fields.is_empty() {
            return meta;
        }
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        PageMeta { switch: LanguageSwitch::Form(fields), ..meta }
    }
}

/// What one booking asks.
struct Flow {
    /// The questions, in order.
    questions: Vec<&'static str>,
    /// What the rules give at each age.
    ages: Vec<GroundedEntitlement>,
    /// The ages that are told apart; none where all are alike.
    bands: Vec<AgeRange>,
    /// Whether staff decide if there can be one more talk.
    beyond: bool,
}

/// The questions of a booking, in order. Who moves a time has said whom it is about and how; who comes from the
/// clarification, whom it is about.
fn list_questions(form: &BookingForm, kinds: usize) -> Vec<&'static str> {
    let is_moved = moved(form).is_some();
    let asks_who = !is_moved && form.about != Some(BookingAbout::Clarifying);
    let asks_kind = !is_moved && kinds > 1;
    let questions = [asks_who.then_some("ABOUT"), asks_kind.then_some("KIND"), Some("TIME")];
    questions.into_iter().flatten().collect()
}

/// Whether the age must be asked: not of who moves a time, of whom it was asked before.
pub(super) fn is_age_missing(form: &BookingForm, bands: &[AgeRange]) -> bool {
    let is_asked = form.about == Some(BookingAbout::Me) && moved(form).is_none() && !bands.is_empty();
    is_asked && !form.age.is_some_and(|age| bands.contains(&age))
}

/// Whether it must be asked whom somebody is close to: not of who moves a time, of whom it was asked before.
pub(super) fn is_close_missing(form: &BookingForm, told_apart: &[CloseTo]) -> bool {
    let is_asked = moved(form).is_none() && !told_apart.is_empty();
    let is_unknown = form.close.as_deref() == Some(CloseTo::UNKNOWN);
    is_asked && !is_unknown && !told_apart.iter().any(|close| Some(close.code()) == form.close)
}

/// The appointment that is to be moved.
pub(super) fn moved(form: &BookingForm) -> Option<AppointmentId> {
    form.moving.as_deref()?.parse().ok()
}

pub(super) fn form_key(form: &BookingForm) -> Option<FormKey> {
    form.form.as_deref()?.parse().ok()
}

/// The next days that have free times, with these.
fn group_by_day(free: impl Iterator<Item = NaiveDateTime>) -> Vec<(NaiveDate, Vec<NaiveDateTime>)> {
    let days = free.chunk_by(NaiveDateTime::date);
    days.into_iter().take(DAYS).map(|(day, times)| (day, times.collect())).collect()
}
