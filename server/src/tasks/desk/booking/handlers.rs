//! Booking for somebody who phones: how and about whom, when, a last look while the time is held, and the code.

use crate::{
    crypto::password_hasher::Priority,
    db::FormKey,
    tasks::{
        booking::{
            availability::{Choice, FreeTimes, HOLD_MINUTES, HoldOutcome},
            code::CodeRecord,
            model::{AppointmentView, Booked},
            service::{Actor, FormStatus, Wishes},
        },
        case::service::list_subjects,
        desk::{
            agenda,
            cases::list::load_board,
            staff::{self, StaffMember},
            staff_session::{StaffSession, notice},
        },
    },
    web::{Form, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::{text as booking, views::parse_time_field},
        desk::{
            booking::views::{
                BookedForCaller, CallerForm, FIRST_TIME, FreeDay, booked_page, check_page, times_page,
                which_page,
            },
            text,
            views::Notices,
        },
    },
    ui::choices::choice_id,
};
use axum::http::StatusCode;
use domain::{
    AgeRange, AppointmentType, BookingAbout, BookingKind, Lang, TreatmentWish,
    decide::{list_wishes, must_ask_majority},
};
use serde::Deserialize;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SentForm {
    kind: String,
    about: String,
    time: String,
    wish_alcohol: String,
    wish_drugs: String,
    adult: String,
    english: String,
    form: Option<String>,
    confirm: Option<String>,
    other: Option<String>,
    step: Option<String>,
}

impl SentForm {
    fn caller(&self) -> CallerForm {
        CallerForm {
            kind: BookingKind::from_code(&self.kind),
            about: BookingAbout::from_code(&self.about),
            begins: parse_time_field(self.time.split('/').next().unwrap_or_default()),
            with: None,
            wish: TreatmentWish { alcohol: self.wish_alcohol == "YES", drugs: self.wish_drugs == "YES" },
            adult: self.adult == "YES",
            english: self.english == "YES",
            form: self.form.clone(),
        }
    }
}

pub async fn start(session: StaffSession) -> PageResult {
    CallerFlow { session: &session, form: CallerForm::default() }.show_kinds(None).await
}

/// One step, by POST.
pub async fn step(session: StaffSession, Form(sent): Form<SentForm>) -> PageResult {
    let with = sent.time.split_once('/').map(|(_, with)| with);
    let db = &session.context.state.services.db;
    let with = match with {
        Some(with) => agenda::service::find_colleague(db, &session.who.municipality, with).await?,
        None => None,
    };
    let with = with.map(|member| (member.id.to_string(), member.name));
    let flow = CallerFlow { session: &session, form: CallerForm { with, ..sent.caller() } };
    let (Some(kind), Some(about)) = (flow.form.kind, flow.form.about) else {
        return flow.show_kinds(Some(booking::CHOOSE)).await;
    };
    let bookings = &session.context.state.services.bookings;
    let kinds = bookings.list_open_kinds(&session.standard, Some(about)).await?;
    let Some((_, appointment_type)) = kinds.into_iter().find(|(open, _)| *open == kind) else {
        return flow.show_kinds(Some(text::KIND_CLOSED)).await;
    };
    let wanted = Wanted { kind, about, appointment_type };
    // A colleague who is none any more is not the same as whoever is free.
    let is_unknown = sent.time.contains('/') && flow.form.with.is_none();
    match flow.form.begins {
        _ if is_unknown => flow.show_times(&wanted, Some(text::TIME_GONE)).await,
        _ if sent.other.is_some() => flow.show_times(&wanted, None).await,
        None => flow.show_times(&wanted, sent.step.map(|_| booking::CHOOSE)).await,
        Some(_) if sent.confirm.is_some() => flow.confirm(&wanted).await,
        Some(_) => flow.check(&wanted).await,
    }
}

/// Days with free times that are shown.
const DAYS: usize = 10;

/// The free times of each day, by who has them.
fn by_colleague(free: &FreeTimes, members: &[StaffMember]) -> Vec<FreeDay> {
    let mut days: Vec<FreeDay> = Vec::new();
    for (begins, staff) in free {
        if days.last().is_none_or(|last| last.day != begins.date()) {
            days.push(FreeDay { day: begins.date(), colleagues: Vec::new() });
        }
        let Some(day) = days.last_mut() else { continue };
        for member in members.iter().filter(|member| staff.contains(&member.id)) {
            let id = member.id.to_string();
            match day.colleagues.iter_mut().find(|(known, ..)| *known == id) {
                Some((_, _, times)) => times.push(*begins),
                None => day.colleagues.push((id, member.name.clone(), vec![*begins])),
            }
        }
    }
    for day in &mut days {
        day.colleagues.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    }
    days
}

/// What is to be booked.
struct Wanted {
    kind: BookingKind,
    about: BookingAbout,
    appointment_type: AppointmentType,
}

/// A call, and what was told in it so far.
struct CallerFlow<'a> {
    session: &'a StaffSession,
    form: CallerForm,
}

impl CallerFlow<'_> {
    fn key(&self) -> Option<FormKey> {
        self.form.form.as_deref()?.parse().ok()
    }

    /// The same under a new key.
    fn renew(&self) -> Self {
        CallerFlow { session: self.session, form: CallerForm { form: None, ..self.form.clone() } }
    }

    /// What went wrong, leading to the choice that is missing.
    fn notices(&self, trouble: Option<Phrase>, (field, first): (&str, Option<String>)) -> Notices {
        trouble.map_or_else(Notices::default, |trouble| {
            let field = first.map_or_else(|| "main-content".to_owned(), |first| choice_id(field, &first));
            notice(&field, trouble.get(self.session.context.lang))
        })
    }

    async fn show_kinds(&self, trouble: Option<Phrase>) -> PageResult {
        let Self { session, form } = self;
        let bookings = &session.context.state.services.bookings;
        let kinds = bookings.list_open_kinds(&session.standard, None).await?;
        let kinds: Vec<BookingKind> = kinds.into_iter().map(|(kind, _)| kind).collect();
        let missing = match form.kind {
            Some(_) if form.about.is_none() => {
                ("ABOUT", BookingAbout::ALL.first().map(|about| about.code().to_owned()))
            }
            _ => ("KIND", kinds.first().map(|kind| kind.code().to_owned())),
        };
        session.page(text::BOOK, self.notices(trouble, missing), |meta, notices| {
            which_page(meta, &session.at(), notices, &kinds, form)
        })
    }

    async fn show_times(&self, wanted: &Wanted, trouble: Option<Phrase>) -> PageResult {
        let Self { session, form } = self;
        let open = (wanted.kind, &wanted.appointment_type);
        let bookings = &session.context.state.services.bookings;
        let free = bookings.list_free(&session.standard, open, DAYS).await?;
        let db = &session.context.state.services.db;
        let members = staff::service::list(db, &session.who.municipality).await?;
        let days = by_colleague(&free, &members);
        let notices = trouble.map_or_else(Notices::default, |trouble| {
            let field = if days.is_empty() { "main-content" } else { FIRST_TIME };
            notice(field, trouble.get(session.context.lang))
        });
        let shown = (days.as_slice(), session.context.now);
        session.page(text::FREE_TIMES, notices, |meta, notices| {
            times_page(meta, &session.at(), notices, form, shown)
        })
    }

    /// Holds the time, and shows it to be read aloud. A page that is sent again after the booking shows the booking.
    async fn check(&self, wanted: &Wanted) -> PageResult {
        let Self { session, form } = self;
        let bookings = &session.context.state.services.bookings;
        let key = self.key().unwrap_or_else(|| bookings.new_form());
        let Some(begins) = form.begins else { return self.show_times(wanted, Some(booking::CHOOSE)).await };
        let Wanted { kind, about, appointment_type } = wanted;
        let with = form.with.as_ref().and_then(|(id, _)| id.parse().ok());
        let choice = Choice { kind: *kind, appointment_type, about: *about, begins, form: &key, with };
        match bookings.hold(&session.standard, &choice).await? {
            HoldOutcome::Held => {}
            HoldOutcome::Booked(booked, record) => return self.show_booked(&key, &booked, &record).await,
            HoldOutcome::Gone => return self.renew().show_times(wanted, Some(text::TIME_GONE)).await,
        }
        let form = CallerForm { form: Some(key.to_string()), ..form.clone() };
        let asked = list_wishes(&session.standard, *about);
        let asks_adult = *about == BookingAbout::Me && must_ask_majority(&session.standard, None);
        let held = (begins, appointment_type.minutes, HOLD_MINUTES);
        session.page(text::FREE_TIMES, Notices::default(), |meta, _| {
            check_page(meta, &session.at(), &form, held, (&asked, asks_adult))
        })
    }

    /// Books what is held. What is held no more is looked at once more, under a new key: a page that is loaded again
    /// books nothing, and brings back no code that was deleted.
    async fn confirm(&self, wanted: &Wanted) -> PageResult {
        let Self { session, form } = self;
        let bookings = &session.context.state.services.bookings;
        let municipality = &session.who.municipality;
        let Some(key) = self.key() else { return self.check(wanted).await };
        let held = match bookings.find_status(municipality, &key).await? {
            FormStatus::Booked(booked, record) => return self.show_booked(&key, &booked, &record).await,
            FormStatus::Held(held) => held,
            FormStatus::Nothing => return Box::pin(self.renew().check(wanted)).await,
        };
        if (Some(held.begins), held.kind, held.about) != (form.begins, wanted.kind, wanted.about) {
            return self.check(wanted).await;
        }
        let ages = form.adult.then_some(AgeRange { from: 18, to: None });
        let treatment = list_subjects(&session.standard, wanted.about, form.wish, ages);
        let lang = if form.english { Lang::En } else { Lang::Da };
        let (actor, wishes) =
            (Actor::Staff(&session.who), Wishes { treatment: &treatment, lang, ..Wishes::default() });
        let booked = bookings.book(actor, municipality, (&key, &held), wishes, Priority::Normal).await?;
        match (booked, bookings.find_status(municipality, &key).await?) {
            // Another copy of the form may have been a moment faster.
            (Booked::Now | Booked::Before | Booked::Changed, FormStatus::Booked(booked, record)) => {
                self.show_booked(&key, &booked, &record).await
            }
            _ => self.show_times(wanted, Some(text::TIME_GONE)).await,
        }
    }

    async fn show_booked(&self, key: &FormKey, booked: &AppointmentView, record: &CodeRecord) -> PageResult {
        let session = self.session;
        let latest = load_board(session).await?.find_latest(&record.id);
        let code = session.context.state.services.bookings.code_of(key, record);
        let code = code.map(|code| code.to_groups());
        let page = BookedForCaller {
            code: code.as_ref().map_or("", |code| code.as_str()),
            pseudonym: &record.pseudonym,
            kind: booked.kind,
            begins: booked.begins,
            minutes: booked.minutes,
            contact_on: record.contact_on,
            latest,
        };
        let meta = session.meta(text::TIME_BOOKED.get(session.context.lang), &Notices::default());
        Ok(session.context.page(StatusCode::OK, meta, |meta| booked_page(meta, &session.at(), &page)))
    }
}
