//! A day's appointments, and what staff do with them.

use super::{Signed, done, see_other, wrong};
use crate::{
    http::form::Fields,
    services::hexadecimal,
    store::{AgendaEntry, StoreError},
};
use app::{
    pages::desk::{AgendaPage, Entry, Notices, agenda_page},
    text::desk as text,
};
use axum::{body::Body, extract::Path, http::Response};
use chrono::NaiveDate;
use domain::{Instant, Role};

pub async fn today(signed: Signed) -> Response<Body> {
    if signed.who.role == Role::Admin {
        // What citizens have booked is not an administrator's.
        return see_other(&signed.visit, "/desk/indstillinger");
    }
    let day = signed.visit.now.date();
    signed.told(shown(&signed, day, Notices::default()).await)
}

pub async fn day(signed: Signed, Path(day): Path<String>) -> Response<Body> {
    match read_day(&day) {
        Some(day) => signed.told(shown(&signed, day, Notices::default()).await),
        None => see_other(&signed.visit, "/desk"),
    }
}

/// Near enough to today that every day after and before it exists.
pub(super) fn read_day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    text.parse().ok().filter(|day: &NaiveDate| (2000..2200).contains(&day.year()))
}

pub async fn act(signed: Signed, Path(day): Path<String>, mut fields: Fields) -> Response<Body> {
    let Some(day) = read_day(&day) else { return see_other(&signed.visit, "/desk") };
    let act = fields.take("ACT").unwrap_or_default();
    let id = fields.take("ID").unwrap_or_default();
    let answer = async {
        let notices = acted(&signed, day, &act, &id).await?;
        shown(&signed, day, notices).await
    };
    signed.told(answer.await)
}

async fn acted(signed: &Signed, day: NaiveDate, act: &str, id: &str) -> Result<Notices, StoreError> {
    let (desks, who) = (signed.desks(), &signed.who);
    let entries = desks.agenda(who, day).await?;
    let chosen = hexadecimal::read(id);
    let found = entries.iter().find(|entry| Some(entry.appointment.id) == chosen);
    let (happened, said) = match (act, found) {
        ("EXTEND", Some(entry)) => {
            (desks.extend(who, &entry.appointment.id, &entry.pseudonym).await?, text::EXTENDED)
        }
        ("CONFIRM", Some(entry)) => {
            (desks.confirm(who, &entry.appointment.id, &entry.pseudonym).await?, text::CONFIRMED)
        }
        ("CALL_OFF", Some(entry)) => {
            (desks.call_off(who, &entry.appointment.id, &entry.pseudonym).await?, text::CALLED_OFF)
        }
        _ => (false, text::GONE),
    };
    Ok(if happened { done(said) } else { wrong("main-content", text::GONE.get(signed.visit.lang).to_owned()) })
}

async fn shown(signed: &Signed, day: NaiveDate, notices: Notices) -> Result<Response<Body>, StoreError> {
    let (desks, who) = (signed.desks(), &signed.who);
    let entries = entries_of(desks.agenda(who, day).await?);
    let pending = entries_of(desks.pending(who).await?);
    let (waiting, contacts) = (desks.waiting(who).await?, desks.contacts(who).await?);
    let page = AgendaPage {
        day,
        entries: &entries,
        pending: &pending,
        waiting: &waiting,
        contacts: &contacts,
        guarantee: signed.standard.rules.guarantee.length_days.value().copied(),
    };
    let frame = signed.frame(text::AGENDA, &notices);
    Ok(signed.page(&notices.clone(), frame, |frame| agenda_page(frame, &signed.at(), notices, &page)))
}

fn entries_of(entries: Vec<AgendaEntry>) -> Vec<Entry> {
    entries.into_iter().filter_map(entry).collect()
}

fn entry(entry: AgendaEntry) -> Option<Entry> {
    let appointment = entry.appointment;
    Some(Entry {
        id: hexadecimal::written(&appointment.id),
        kind: appointment.kind,
        about: appointment.about,
        begins: Instant::of_minute(appointment.starts)?.local(),
        minutes: appointment.minutes,
        pending: appointment.pending,
        counsellor: entry.counsellor,
        pseudonym: entry.pseudonym,
        talks: entry.talks,
        extended_by: entry.extended_by,
        contact_on: entry.contact_on,
    })
}
