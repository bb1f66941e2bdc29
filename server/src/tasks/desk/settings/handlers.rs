//! What a desk has opened, what it promises, and when it is closed.

use super::service::{self, OpenKind};
use crate::{
    tasks::desk::{
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
use domain::{AppointmentType, BookingKind, EnglishHelp, Lang, decide::is_reachable};
use serde::Deserialize;

/// What is shown of a kind that has never been opened.
const USUAL: AppointmentType =
    AppointmentType { minutes: 30, buffer: 15, notice: 120, horizon: 28, capacity: 20 };
/// Letters of a place.
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
}

pub async fn show(session: StaffSession) -> PageResult {
    Page::new(&session).show(session.notices()).await
}

pub async fn set(session: StaffSession, Form(form): Form<SettingsForm>) -> PageResult {
    let mut page = Page::new(&session);
    match page.set(form).await? {
        Outcome::Saved => session.redirect_with("/desk/indstillinger", Flash::Saved),
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
    Wrong(Notices),
}

struct Page<'a> {
    session: &'a StaffSession,
    /// What was typed and could not be used.
    kind: Option<KindForm>,
    promise: Option<String>,
}

impl<'a> Page<'a> {
    fn new(session: &'a StaffSession) -> Self {
        Self { session, kind: None, promise: None }
    }

    async fn set(&mut self, form: SettingsForm) -> Result<Outcome, AppError> {
        match form.action.as_str() {
            "KIND" => self.set_kind(form).await,
            "PROMISE" => self.set_promise(form.promise).await,
            "ENGLISH" => self.set_english(&form.english).await,
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
                let before = service::find_kind(db, &session.who.municipality, kind).await?;
                let open = OpenKind { kind, appointment_type, place };
                let what = if before.is_some() { AuditAction::KindChanged } else { AuditAction::KindOpened };
                let before = before.as_ref().map(describe_kind).unwrap_or_default();
                let audited = session.audit(what, kind.code()).changing(before, describe_kind(&open));
                service::open_kind(db, &open, &audited).await?;
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
        let db = &self.session.context.state.services.db;
        let number =
            |weekdays: Option<u16>| weekdays.map_or_else(String::new, |weekdays| weekdays.to_string());
        let before = service::find_promise(db, &self.session.who.municipality).await?;
        let audited =
            self.session.audit(AuditAction::PromiseSet, "").changing(number(before), number(weekdays));
        service::set_promise(db, weekdays, &audited).await?;
        Ok(Outcome::Saved)
    }

    async fn set_english(&self, chosen: &str) -> Result<Outcome, AppError> {
        let help = EnglishHelp::from_code(chosen);
        if help.is_none() && !chosen.is_empty() {
            return Ok(Outcome::Wrong(Notices::default()));
        }
        let db = &self.session.context.state.services.db;
        let before = service::find_english(db, &self.session.who.municipality).await?;
        let name = |help: Option<EnglishHelp>| help.map_or("", |help| text::english(help).get(Lang::Da));
        let audited = self.session.audit(AuditAction::EnglishSet, "").changing(name(before), name(help));
        service::set_english(db, help, &audited).await?;
        Ok(Outcome::Saved)
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
        let english = service::find_english(db, municipality).await?;
        let page = SettingsPage { kinds: &kinds, promise: &promise, english };
        session
            .page(text::SETTINGS, notices, |meta, notices| settings_page(meta, &session.at(), notices, &page))
    }
}

/// A kind as the log tells it: minutes, pause, notice in hours, days ahead, number a day, and the place.
fn describe_kind(open: &OpenKind) -> String {
    let place = if open.place.is_empty() { String::new() } else { format!(", {}", open.place) };
    format!("{}{place}", format_numbers(&open.appointment_type).join("/"))
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
