//! What a desk has opened, what it promises, and when it is closed.

use super::service::{self, OpenKind};
use crate::{
    tasks::desk::{
        agenda::{self, handlers::parse_day},
        audit::AuditAction,
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, Form, PageResult, RequestContext},
};
use app::{
    phrase::Phrase,
    tasks::{
        booking::text as booking,
        desk::{
            settings::views::{KindForm, SettingsPage, settings_page},
            text,
            views::Notices,
        },
    },
};
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, EnglishHelp, Lang, Role, decide::is_reachable};
use serde::Deserialize;

/// What is shown of a kind that has never been opened.
const USUAL: AppointmentType =
    AppointmentType { minutes: 30, buffer: 15, notice: 120, horizon: 28, capacity: 20 };
/// Letters of a note.
const NOTE: usize = 200;

/// A form of the page, as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SettingsForm {
    #[serde(rename = "DO")]
    action: String,
    kind: String,
    open: Option<String>,
    minutes: String,
    buffer: String,
    notice: String,
    horizon: String,
    capacity: String,
    place: String,
    promise: String,
    english: String,
    day: String,
    note: String,
}

pub async fn show(session: StaffSession) -> PageResult {
    Page::new(&session).show(session.notices()).await
}

pub async fn set(session: StaffSession, Form(form): Form<SettingsForm>) -> PageResult {
    let mut page = Page::new(&session);
    match page.set(form).await? {
        Outcome::Saved => session.redirect_with("/desk/indstillinger", Flash::Saved),
        Outcome::Closed(day) => session.redirect_with(&format!("/desk/dag/{day}"), Flash::Closed),
        Outcome::Wrong(notices) => page.show(notices).await,
    }
}

/// What somebody who reads English is told of talks in it; nothing in Danish.
pub async fn describe_english(
    context: &RequestContext,
    municipality: &str,
) -> Result<Option<Phrase>, AppError> {
    if context.lang == Lang::Da {
        return Ok(None);
    }
    let help = service::find_english(&context.state.services.db, municipality).await?;
    Ok(Some(booking::english(help)))
}

/// What became of a form.
enum Outcome {
    Saved,
    /// Saved, and that day has appointments.
    Closed(NaiveDate),
    Wrong(Notices),
}

struct Page<'a> {
    session: &'a StaffSession,
    /// What was typed and could not be used.
    kind: Option<KindForm>,
    promise: Option<String>,
    day: (String, String),
}

impl<'a> Page<'a> {
    fn new(session: &'a StaffSession) -> Self {
        Self { session, kind: None, promise: None, day: (String::new(), String::new()) }
    }

    async fn set(&mut self, form: SettingsForm) -> Result<Outcome, AppError> {
        match form.action.as_str() {
            "KIND" => self.set_kind(form).await,
            "PROMISE" => self.set_promise(form.promise).await,
            "ENGLISH" => self.set_english(&form.english).await,
            "CLOSE_DAY" => self.close_day(form).await,
            "OPEN_DAY" => {
                if let Some(day) = parse_day(&form.day) {
                    let audited = self.session.audit(AuditAction::DayOpened, &day.to_string());
                    service::open_day(&self.session.context.state.services.db, day, &audited).await?;
                }
                Ok(Outcome::Saved)
            }
            _ => Ok(Outcome::Wrong(Notices::default())),
        }
    }

    async fn set_kind(&mut self, form: SettingsForm) -> Result<Outcome, AppError> {
        let (session, db) = (self.session, &self.session.context.state.services.db);
        let Some(kind) = BookingKind::from_code(&form.kind) else {
            return Ok(Outcome::Wrong(Notices::default()));
        };
        if form.open.is_none() {
            let audited = session.audit(AuditAction::KindClosed, kind.code());
            service::close_kind(db, kind, &audited).await?;
            return Ok(Outcome::Saved);
        }
        let numbers = [form.minutes, form.buffer, form.notice, form.horizon, form.capacity];
        let place: String = form.place.trim().chars().take(NOTE).collect();
        let is_nowhere = place.is_empty() && !is_reachable(&session.standard, kind);
        let (field, problem) = match parse_numbers(&numbers) {
            Some(appointment_type) if !is_nowhere => {
                let audited = session.audit(AuditAction::KindOpened, kind.code());
                service::open_kind(db, &OpenKind { kind, appointment_type, place }, &audited).await?;
                return Ok(Outcome::Saved);
            }
            Some(_) => ("PLACE", text::NOWHERE),
            None => ("MINUTES", text::BAD_NUMBERS),
        };
        self.kind = Some(KindForm { kind, open: true, numbers, place });
        let field = format!("{}-{field}", kind.code());
        Ok(Outcome::Wrong(notice(&field, problem.get(session.context.lang))))
    }

    async fn set_promise(&mut self, typed: String) -> Result<Outcome, AppError> {
        let weekdays = match typed.trim() {
            "" => None,
            number => {
                let Ok(weekdays @ 1..=30) = number.parse::<u16>() else {
                    self.promise = Some(typed);
                    let problem = text::BAD_PROMISE.get(self.session.context.lang);
                    return Ok(Outcome::Wrong(notice("PROMISE", problem)));
                };
                Some(weekdays)
            }
        };
        let subject = weekdays.map_or_else(String::new, |weekdays| weekdays.to_string());
        let audited = self.session.audit(AuditAction::PromiseSet, &subject);
        service::set_promise(&self.session.context.state.services.db, weekdays, &audited).await?;
        Ok(Outcome::Saved)
    }

    async fn set_english(&self, chosen: &str) -> Result<Outcome, AppError> {
        let help = EnglishHelp::from_code(chosen);
        if help.is_none() && !chosen.is_empty() {
            return Ok(Outcome::Wrong(Notices::default()));
        }
        let audited = self.session.audit(AuditAction::EnglishSet, help.map_or("", EnglishHelp::code));
        service::set_english(&self.session.context.state.services.db, help, &audited).await?;
        Ok(Outcome::Saved)
    }

    async fn close_day(&mut self, form: SettingsForm) -> Result<Outcome, AppError> {
        let (session, db) = (self.session, &self.session.context.state.services.db);
        let note: String = form.note.trim().chars().take(NOTE).collect();
        let day = parse_day(&form.day).filter(|day| *day >= session.context.now.date());
        let Some(day) = day else {
            self.day = (form.day, note);
            return Ok(Outcome::Wrong(notice("DAY", text::BAD_DAY.get(session.context.lang))));
        };
        let audited = session.audit(AuditAction::DayClosed, &day.to_string());
        service::close_day(db, day, &note, &audited).await?;
        let agenda = agenda::service::list_day(db, &session.who.municipality, day).await?;
        // An administrator sees no appointments.
        let is_shown = !agenda.is_empty() && session.who.role != Role::Admin;
        Ok(if is_shown { Outcome::Closed(day) } else { Outcome::Saved })
    }

    async fn show(self, notices: Notices) -> PageResult {
        let session = self.session;
        let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
        let open = service::list_kinds(db, municipality).await?;
        let places = service::list_places(db, municipality).await?;
        let form = |kind: &BookingKind| {
            let typed = self.kind.clone().filter(|typed| typed.kind == *kind);
            let laid_out = open.iter().find(|(open, _)| open == kind).map(|(_, laid_out)| *laid_out);
            let place = places.iter().find(|(of, _)| of == kind).map(|(_, place)| place.clone());
            typed.unwrap_or_else(|| KindForm {
                kind: *kind,
                open: laid_out.is_some(),
                numbers: format_numbers(&laid_out.unwrap_or(USUAL)),
                place: place.unwrap_or_default(),
            })
        };
        let kinds: Vec<KindForm> = BookingKind::ALL.iter().map(form).collect();
        let promised = service::find_promise(db, municipality).await?;
        let promise =
            self.promise.unwrap_or_else(|| promised.map(|days| days.to_string()).unwrap_or_default());
        let closed = service::list_closed_days(db, municipality, session.context.now.date()).await?;
        let english = service::find_english(db, municipality).await?;
        let page =
            SettingsPage { kinds: &kinds, promise: &promise, english, closed: &closed, typed: &self.day };
        session
            .page(text::SETTINGS, notices, |meta, notices| settings_page(meta, &session.at(), notices, &page))
    }
}

fn format_numbers(appointment_type: &AppointmentType) -> [String; 5] {
    let AppointmentType { minutes, buffer, notice, horizon, capacity } = *appointment_type;
    [
        minutes.to_string(),
        buffer.to_string(),
        (notice / 60).to_string(),
        horizon.to_string(),
        capacity.to_string(),
    ]
}

/// The numbers of a form, where each can be used.
fn parse_numbers(numbers: &[String; 5]) -> Option<AppointmentType> {
    let read: Option<Vec<u16>> = numbers.iter().map(|number| number.trim().parse().ok()).collect();
    let [minutes, buffer, notice, horizon, capacity] = read?.try_into().ok()?;
    let usable = (5..=240).contains(&minutes)
        && buffer <= 240
        && notice <= 24 * 30
        && (1..=365).contains(&horizon)
        && (1..=999).contains(&capacity);
    usable.then_some(AppointmentType { minutes, buffer, notice: u32::from(notice) * 60, horizon, capacity })
}
