//! A day's appointments, and what staff do with them.

use crate::{
    store::{AgendaEntry, DbError},
    tasks::desk::staff_session::{Flash, StaffSession, done_at, see_other, wrong},
    web::{form::FormBody, hexadecimal},
};
use app::tasks::desk::{
    agenda::views::{AgendaPage, Entry, agenda_page},
    text,
    views::Notices,
};
use axum::{body::Body, http::Response};
use chrono::NaiveDate;
use domain::{Instant, Role};

pub async fn today(signed: StaffSession) -> Response<Body> {
    if signed.who.role == Role::Admin {
        // What citizens have booked is not an administrator's.
        return see_other(&signed.context, "/desk/indstillinger");
    }
    let day = signed.context.now.date();
    signed.told(shown(&signed, day, signed.notices()).await)
}

pub async fn day(signed: StaffSession) -> Response<Body> {
    match read_day(&signed.last) {
        Some(day) => signed.told(shown(&signed, day, signed.notices()).await),
        None => see_other(&signed.context, "/desk"),
    }
}

/// Near enough to today that every day after and before it exists.
pub(crate) fn read_day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    text.parse().ok().filter(|day: &NaiveDate| (2000..2200).contains(&day.year()))
}

pub async fn act(signed: StaffSession, mut fields: FormBody) -> Response<Body> {
    let Some(day) = read_day(&signed.last) else { return see_other(&signed.context, "/desk") };
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (act, id, before) = (take("ACT"), take("ID"), take("BEFORE"));
    let answer = async {
        match acted(&signed, day, &act, &id, before.parse().unwrap_or(0)).await? {
            Some(done) => Ok(done_at(&signed.context, &format!("/desk/dag/{day}"), done)),
            None => {
                shown(&signed, day, wrong("main-content", text::GONE.get(signed.context.lang).to_owned()))
                    .await
            }
        }
    };
    signed.told(answer.await)
}

/// Does it; nothing where that cannot be done any more.
async fn acted(
    signed: &StaffSession,
    day: NaiveDate,
    act: &str,
    id: &str,
    before: u16,
) -> Result<Option<Flash>, DbError> {
    let (desks, who) = (signed.desks(), &signed.who);
    let entries = desks.agenda(who, day).await?;
    let chosen = hexadecimal::read(id);
    let found = entries.iter().find(|entry| Some(entry.appointment.id) == chosen);
    let (happened, done) = match (act, found) {
        ("EXTEND", Some(entry)) => (desks.extend(who, entry, before).await?, Flash::Extended),
        ("CONFIRM", Some(entry)) => (desks.confirm(who, entry).await?, Flash::Confirmed),
        ("CALL_OFF", Some(entry)) => (desks.call_off(who, entry).await?, Flash::CalledOff),
        _ => return Ok(None),
    };
    Ok(happened.then_some(done))
}

async fn shown(signed: &StaffSession, day: NaiveDate, notices: Notices) -> Result<Response<Body>, DbError> {
    let (desks, who) = (signed.desks(), &signed.who);
    let entries = entries_of(desks.agenda(who, day).await?);
    let pending = entries_of(desks.pending(who).await?);
    let (waiting, contacts) = (desks.waiting(who).await?, desks.contacts(who).await?);
    let closed = desks.closed_days(who).await?.into_iter().any(|(closed, _)| closed == day);
    let page = AgendaPage {
        day,
        closed,
        entries: &entries,
        pending: &pending,
        waiting: &waiting,
        contacts: &contacts,
        guarantee: signed.standard.rules.guarantee.length_days.value().copied(),
    };
    Ok(signed.page(text::AGENDA, notices, |meta, notices| agenda_page(meta, &signed.at(), notices, &page)))
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
