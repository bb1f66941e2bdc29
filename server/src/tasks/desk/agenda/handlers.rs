//! A day's appointments, and what staff do with them.

use super::service::{self, AgendaEntry};
use crate::{
    db::AppointmentId,
    tasks::{
        booking::transactions,
        contact_event,
        desk::{
            audit::AuditAction,
            settings::service as settings,
            staff_session::{Flash, StaffSession, notice},
        },
        waiting_list,
    },
    web::{AppError, Form, PageResult},
};
use app::tasks::desk::{
    agenda::views::{AgendaPage, Entry, agenda_page},
    text,
    views::Notices,
};
use chrono::{Datelike, NaiveDate};
use domain::{Instant, Role};
use serde::Deserialize;

pub async fn today(session: StaffSession) -> PageResult {
    if session.who.role == Role::Admin {
        // What citizens have booked is not an administrator's.
        return session.redirect("/desk/indstillinger");
    }
    let day = session.context.now.date();
    show(&session, day, session.notices()).await
}

pub async fn day(session: StaffSession) -> PageResult {
    match parse_day(&session.last) {
        Some(day) => show(&session, day, session.notices()).await,
        None => session.redirect("/desk"),
    }
}

/// Near enough to today that every day after and before it exists.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok().filter(|day: &NaiveDate| (2000..2200).contains(&day.year()))
}

/// What is done with an appointment.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct AgendaForm {
    act: String,
    id: String,
    /// How many conversations had been granted when the page was shown.
    before: String,
}

pub async fn act(session: StaffSession, Form(form): Form<AgendaForm>) -> PageResult {
    let Some(day) = parse_day(&session.last) else { return session.redirect("/desk") };
    match perform(&session, day, &form).await? {
        Some(flash) => session.redirect_with(&format!("/desk/dag/{day}"), flash),
        None => show(&session, day, notice("main-content", text::GONE.get(session.context.lang))).await,
    }
}

/// Does it; nothing where that cannot be done any more.
async fn perform(
    session: &StaffSession,
    day: NaiveDate,
    form: &AgendaForm,
) -> Result<Option<Flash>, AppError> {
    let db = &session.context.state.services.db;
    let entries = service::list_day(db, &session.who.municipality, day).await?;
    let chosen: Option<AppointmentId> = form.id.parse().ok();
    let Some(entry) = entries.iter().find(|entry| Some(entry.appointment.id) == chosen) else {
        return Ok(None);
    };
    let (id, alias) = (&entry.appointment.id, entry.pseudonym.as_str());
    let (happened, flash) = match form.act.as_str() {
        "EXTEND" => {
            let audited = session.audit(AuditAction::TalksExtended, alias);
            let before = form.before.parse().unwrap_or(0);
            (transactions::extend(db, id, before, &audited).await?, Flash::Extended)
        }
        "CONFIRM" => {
            let audited = session.audit(AuditAction::AppointmentConfirmed, alias);
            (transactions::confirm(db, id, &audited).await?, Flash::Confirmed)
        }
        "CALL_OFF" => {
            let audited = session.audit(AuditAction::AppointmentCalledOff, alias);
            (transactions::call_off(db, id, day, &audited).await?, Flash::CalledOff)
        }
        _ => return Ok(None),
    };
    Ok(happened.then_some(flash))
}

async fn show(session: &StaffSession, day: NaiveDate, notices: Notices) -> PageResult {
    let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
    let now = Instant::of(session.context.state.clock.now());
    let entries = view_all(service::list_day(db, municipality, day).await?, session);
    let pending = view_all(service::list_pending(db, municipality, now.minute()).await?, session);
    let waiting = waiting_list::service::count_by_kind(db, municipality).await?;
    let contacts = contact_event::service::count_by_day(db, municipality).await?;
    let closed = settings::list_closed_days(db, municipality, now.day().date()).await?;
    let page = AgendaPage {
        day,
        closed: closed.into_iter().any(|(closed, _)| closed == day),
        entries: &entries,
        pending: &pending,
        waiting: &waiting,
        contacts: &contacts,
        guarantee: session.standard.rules.guarantee.length_days.value().copied(),
    };
    session.page(text::AGENDA, notices, |meta, notices| agenda_page(meta, &session.at(), notices, &page))
}

fn view_all(entries: Vec<AgendaEntry>, session: &StaffSession) -> Vec<Entry> {
    entries.into_iter().filter_map(|entry| view(entry, session)).collect()
}

fn view(entry: AgendaEntry, session: &StaffSession) -> Option<Entry> {
    let may_talk = entry.staff == session.who.id || session.who.role == Role::Lead;
    let appointment = entry.appointment;
    Some(Entry {
        id: appointment.id.to_string(),
        kind: appointment.kind,
        about: appointment.about,
        begins: Instant::of_minute(appointment.starts)?.local(),
        minutes: appointment.minutes,
        pending: appointment.pending,
        lang: appointment.lang,
        counsellor: entry.counsellor,
        may_talk,
        pseudonym: entry.pseudonym,
        talks: entry.talks,
        extended_by: entry.extended_by,
        contact_on: entry.contact_on,
    })
}
