//! What a desk has opened, what it promises, and when it is closed.

use crate::{
    store::DbError,
    tasks::desk::{
        agenda::handlers::read_day,
        staff_session::{Flash, StaffSession, done_at, wrong},
    },
    web::form::FormBody,
};
use app::tasks::desk::{
    settings::views::{KindForm, SettingsPage, settings_page},
    text,
    views::Notices,
};
use axum::{body::Body, http::Response};
use chrono::NaiveDate;
use domain::{AppointmentType, BookingKind, Role, decide::is_reachable};

/// What is shown of a kind that has never been opened.
const USUAL: AppointmentType =
    AppointmentType { minutes: 30, buffer: 15, notice: 120, horizon: 28, capacity: 20 };
/// Letters of a note.
const NOTE: usize = 200;

pub async fn page(signed: StaffSession) -> Response<Body> {
    signed.told(Settings::new(&signed).shown(signed.notices()).await)
}

pub async fn set(signed: StaffSession, fields: FormBody) -> Response<Body> {
    let answer = async {
        let mut settings = Settings::new(&signed);
        match settings.set(fields).await? {
            Set::Day(day) => Ok(done_at(&signed.context, &format!("/desk/dag/{day}"), Flash::Closed)),
            Set::Saved => Ok(done_at(&signed.context, "/desk/indstillinger", Flash::Saved)),
            Set::Not(notices) => settings.shown(notices).await,
        }
    };
    signed.told(answer.await)
}

/// What became of a form.
enum Set {
    Saved,
    /// Saved, and that day has appointments.
    Day(NaiveDate),
    Not(Notices),
}

struct Settings<'a> {
    signed: &'a StaffSession,
    /// What was typed and could not be used.
    kind: Option<KindForm>,
    promise: Option<String>,
    day: (String, String),
}

impl<'a> Settings<'a> {
    fn new(signed: &'a StaffSession) -> Self {
        Self { signed, kind: None, promise: None, day: (String::new(), String::new()) }
    }

    async fn set(&mut self, mut fields: FormBody) -> Result<Set, DbError> {
        match fields.take("DO").as_deref() {
            Some("KIND") => self.set_kind(fields).await,
            Some("PROMISE") => self.set_promise(fields.take("PROMISE").unwrap_or_default()).await,
            Some("CLOSE_DAY") => self.close_day(fields).await,
            Some("OPEN_DAY") => {
                if let Some(day) = fields.take("DAY").as_deref().and_then(read_day) {
                    self.signed.desks().open_day(&self.signed.who, day).await?;
                }
                Ok(Set::Saved)
            }
            _ => Ok(Set::Not(Notices::default())),
        }
    }

    async fn set_kind(&mut self, mut fields: FormBody) -> Result<Set, DbError> {
        let Some(kind) = fields.take("KIND").as_deref().and_then(BookingKind::from_code) else {
            return Ok(Set::Not(Notices::default()));
        };
        let open = fields.take("OPEN").is_some();
        let numbers = KindForm::FIELDS.map(|field| fields.take(field).unwrap_or_default());
        let place: String = fields.take("PLACE").unwrap_or_default().trim().chars().take(NOTE).collect();
        let appointment_type = read_layout(&numbers);
        let nowhere = place.is_empty() && !is_reachable(&self.signed.standard, kind);
        let wrong_with = match (appointment_type, nowhere) {
            (None, _) => Some(("MINUTES", text::BAD_NUMBERS)),
            (_, true) => Some(("PLACE", text::NOWHERE)),
            _ => None,
        };
        if let Some((field, problem)) = wrong_with.filter(|_| open) {
            let field = format!("{}-{field}", kind.code());
            self.kind = Some(KindForm { kind, open, numbers, place });
            return Ok(Set::Not(wrong(&field, problem.get(self.signed.context.lang).to_owned())));
        }
        let appointment_type = appointment_type.filter(|_| open);
        self.signed.desks().set_kind(&self.signed.who, kind, appointment_type.as_ref(), &place).await?;
        Ok(Set::Saved)
    }

    async fn set_promise(&mut self, typed: String) -> Result<Set, DbError> {
        let weekdays = match typed.trim() {
            "" => None,
            number => {
                let Ok(weekdays @ 1..=30) = number.parse::<u16>() else {
                    self.promise = Some(typed);
                    let problem = text::BAD_PROMISE.get(self.signed.context.lang);
                    return Ok(Set::Not(wrong("PROMISE", problem.to_owned())));
                };
                Some(weekdays)
            }
        };
        self.signed.desks().promise(&self.signed.who, weekdays).await?;
        Ok(Set::Saved)
    }

    async fn close_day(&mut self, mut fields: FormBody) -> Result<Set, DbError> {
        let day = fields.take("DAY").unwrap_or_default();
        let note: String = fields.take("NOTE").unwrap_or_default().trim().chars().take(NOTE).collect();
        if let Some(day) = read_day(day.trim()).filter(|day| *day >= self.signed.context.now.date()) {
            self.signed.desks().close_day(&self.signed.who, day, &note).await?;
            let agenda = self.signed.desks().agenda(&self.signed.who, day).await?;
            // An administrator sees no appointments.
            let shown = !agenda.is_empty() && self.signed.who.role != Role::Admin;
            Ok(if shown { Set::Day(day) } else { Set::Saved })
        } else {
            self.day = (day, note);
            Ok(Set::Not(wrong("DAY", text::BAD_DAY.get(self.signed.context.lang).to_owned())))
        }
    }

    async fn shown(self, notices: Notices) -> Result<Response<Body>, DbError> {
        let signed = self.signed;
        let desks = signed.desks();
        let open = desks.kinds(&signed.who).await?;
        let places = desks.places(&signed.who).await?;
        let form = |kind: &BookingKind| {
            let typed = self.kind.clone().filter(|typed| typed.kind == *kind);
            let appointment_type =
                open.iter().find(|(open, _)| open == kind).map(|(_, appointment_type)| *appointment_type);
            typed.unwrap_or_else(|| KindForm {
                kind: *kind,
                open: appointment_type.is_some(),
                numbers: numbers(&appointment_type.unwrap_or(USUAL)),
                place: places
                    .iter()
                    .find(|(of, _)| of == kind)
                    .map(|(_, place)| place.clone())
                    .unwrap_or_default(),
            })
        };
        let kinds: Vec<KindForm> = BookingKind::ALL.iter().map(form).collect();
        let promised = desks.promised(&signed.who.municipality).await?;
        let promise =
            self.promise.unwrap_or_else(|| promised.map(|days| days.to_string()).unwrap_or_default());
        let closed = desks.closed_days(&signed.who).await?;
        let page = SettingsPage { kinds: &kinds, promise: &promise, closed: &closed, typed: &self.day };
        Ok(signed
            .page(text::SETTINGS, notices, |meta, notices| settings_page(meta, &signed.at(), notices, &page)))
    }
}

fn numbers(appointment_type: &AppointmentType) -> [String; 5] {
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
fn read_layout(numbers: &[String; 5]) -> Option<AppointmentType> {
    let read: Option<Vec<u16>> = numbers.iter().map(|number| number.trim().parse().ok()).collect();
    let [minutes, buffer, notice, horizon, capacity] = read?.try_into().ok()?;
    let usable = (5..=240).contains(&minutes)
        && buffer <= 240
        && notice <= 24 * 30
        && (1..=365).contains(&horizon)
        && (1..=999).contains(&capacity);
    usable.then_some(AppointmentType { minutes, buffer, notice: u32::from(notice) * 60, horizon, capacity })
}
