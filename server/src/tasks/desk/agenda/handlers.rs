//! The days and weeks of the desk, and what staff do with an appointment.

use super::{
    page::{Agenda, find_shown},
    service::{self, AgendaEntry},
    week,
};
use crate::{
    db::AppointmentId,
    tasks::{
        booking::transactions,
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession, notice},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::tasks::desk::text;
use chrono::{Datelike, NaiveDate};
use domain::{Instant, Role};
use serde::Deserialize;

pub async fn today(session: StaffSession) -> PageResult {
    // What citizens have booked is for who talks with them.
    match session.who.role {
        Role::Counsellor | Role::Lead => {}
        Role::Admin => return session.redirect("/desk/indstillinger"),
        Role::Manager | Role::Authority => return session.redirect("/desk/sager"),
        Role::ComplaintReader => return session.redirect("/desk/klager"),
    }
    let day = session.context.now.date();
    Agenda::of(&session, day).show(session.notices()).await
}

pub async fn day(session: StaffSession) -> PageResult {
    match parse_day(&session.last) {
        Some(day) => Agenda::of(&session, day).show(session.notices()).await,
        None => session.redirect("/desk"),
    }
}

/// To the day that was chosen in the field.
pub async fn pick_day(session: StaffSession) -> PageResult {
    let day = session.param("dag").and_then(parse_day).unwrap_or_else(|| session.context.now.date());
    session.redirect(&format!("/desk/dag/{day}{}", find_shown(&session).query()))
}

pub async fn show_week(session: StaffSession) -> PageResult {
    match parse_day(&session.last) {
        Some(day) => week::show(&session, day, session.notices()).await,
        None => session.redirect("/desk"),
    }
}

/// One appointment, on its day.
pub async fn card(session: StaffSession) -> PageResult {
    match find(&session).await? {
        Some(entry) => Agenda::of_entry(&session, entry).show(session.notices()).await,
        None => session.redirect_with("/desk", Flash::Gone),
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
    /// The day that one comes from.
    day: String,
    /// How many conversations had been granted when the page was shown.
    before: String,
    /// Whom it is handed over to.
    to: String,
}

pub async fn act(session: StaffSession, Form(form): Form<AgendaForm>) -> PageResult {
    let day = parse_day(&form.day).unwrap_or_else(|| session.context.now.date());
    let Some(entry) = find(&session).await? else {
        return Agenda::of(&session, day).show(show_gone(&session)).await;
    };
    let id = entry.appointment.id;
    match perform(&session, &entry, &form).await? {
        // The appointment stands no more, or was one of many to be confirmed.
        Some(flash @ (Flash::CalledOff | Flash::Confirmed)) => {
            session.redirect_with(&format!("/desk/dag/{day}"), flash)
        }
        Some(flash) => session.redirect_with(&format!("/desk/aftale/{id}"), flash),
        None => match find(&session).await? {
            Some(entry) => Agenda::of_entry(&session, entry).show(show_gone(&session)).await,
            None => Agenda::of(&session, day).show(show_gone(&session)).await,
        },
    }
}

fn show_gone(session: &StaffSession) -> app::tasks::desk::views::Notices {
    notice("main-content", text::GONE.get(session.context.lang))
}

/// The appointment of the address.
async fn find(session: &StaffSession) -> Result<Option<AgendaEntry>, AppError> {
    let Ok(id) = session.last.parse::<AppointmentId>() else { return Ok(None) };
    Ok(service::find(&session.context.state.services.db, &session.who.municipality, &id).await?)
}

/// Does it; nothing where that cannot be done any more.
async fn perform(
    session: &StaffSession,
    entry: &AgendaEntry,
    form: &AgendaForm,
) -> Result<Option<Flash>, AppError> {
    let db = &session.context.state.services.db;
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
            let day = Instant::of_minute(entry.appointment.starts).map(Instant::local);
            let day = day.map_or_else(|| session.context.now.date(), |begins| begins.date());
            (transactions::call_off(db, id, day, &audited).await?, Flash::CalledOff)
        }
        "HAND_OVER" => (hand_over(session, entry, &form.to).await?, Flash::HandedOver),
        _ => return Ok(None),
    };
    Ok(happened.then_some(flash))
}

/// To a colleague who takes appointments: by whose it is, or a lead.
async fn hand_over(session: &StaffSession, entry: &AgendaEntry, to: &str) -> Result<bool, AppError> {
    let db = &session.context.state.services.db;
    let Some(to) = service::find_colleague(db, &session.who.municipality, to).await? else {
        return Ok(false);
    };
    if !service::may_talk(&session.who, entry.staff) || to.id == entry.staff {
        return Ok(false);
    }
    let subject = format!("{} → {}", entry.pseudonym, to.name);
    let audited = session.audit(AuditAction::AppointmentHandedOver, &subject);
    let id = &entry.appointment.id;
    Ok(transactions::hand_over(db, id, (&entry.staff, &to.id), session.now(), &audited).await?)
}
