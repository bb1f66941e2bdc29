//! What happens to times and codes, each function one transaction: whole or not at all.

use super::{
    code::{self, CodeRecord},
    model::{Appointment, Booked, BookingOptions, FormRecord, Hold, Rebooking},
    repository::{self, Kept},
};
use crate::{
    db::{AppointmentId, CodeId, Db, DbResult, FormHash, StaffId, Tx},
    tasks::{
        case::{Track, service as case},
        desk::{
            audit::{self, AuditEntry},
            figures::service as figures,
        },
        waiting_list::service::{self as waiting_list, Wait},
    },
};
use chrono::NaiveDate;
use domain::{LocalDay, Minute, Standard, Talks};
use std::ops::Range;

/// Appointments that can lie ahead under one code.
const MOST_AHEAD: u64 = 3;

/// Keeps a time for a form. `false` where nobody is free any more.
pub async fn hold(db: &Db, hold: &Hold, now: Minute) -> DbResult<bool> {
    let mut tx = db.begin_unsynced(&hold.municipality, hold.day.start).await?;
    let is_held = hold_with_any(&mut tx, hold, now).await?;
    tx.commit().await?;
    Ok(is_held)
}

async fn hold_with_any(tx: &mut Tx, hold: &Hold, now: Minute) -> DbResult<bool> {
    // Mostly nothing is in the way; what is over is cleared only where something is.
    if let Some(first) = hold.staff.first()
        && repository::insert_hold(tx, hold, first, now).await?
    {
        return Ok(true);
    }
    for staff in &hold.staff {
        repository::clear_for_hold(tx, hold, staff, now).await?;
        if repository::insert_hold(tx, hold, staff, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Lets go of what is held for a form.
pub async fn release(db: &Db, form: &FormHash) -> DbResult<()> {
    let mut tx = db.begin().await?;
    repository::release(&mut tx, form).await?;
    tx.commit().await
}

/// What stands for a form in a municipality.
pub async fn find_of_form(db: &Db, municipality: &str, form: &FormHash) -> DbResult<Option<FormRecord>> {
    let mut tx = db.read().await?;
    let Some(found) = repository::find_of_form(&mut tx, municipality, form).await? else { return Ok(None) };
    if let Some(until) = found.held_until {
        return Ok(Some(FormRecord::Held(found.appointment, until)));
    }
    let Some(code) = found.code else { return Ok(None) };
    // Forgotten between the two questions: nothing stands any more.
    let record = code::repository::find(&mut tx, &code).await?;
    Ok(record.map(|record| FormRecord::Booked(found.appointment, Box::new(record))))
}

/// Books what is held for a form at `now`, in the code's municipality, under a new code; what staff did is noted with
/// it.
pub async fn book(
    db: &Db,
    form: &FormHash,
    record: &CodeRecord,
    options: &BookingOptions,
    now: Minute,
    audited: Option<&AuditEntry>,
) -> DbResult<Booked> {
    let mut tx = db.begin().await?;
    let added = code::repository::insert(&mut tx, record).await?;
    let under = (&record.id, record.municipality.as_str());
    let BookingOptions { pending, lang, side, .. } = *options;
    let kept = Kept { pending, lang, side };
    if !added || repository::assign(&mut tx, form, under, kept, now).await?.is_none() {
        // Whatever the reason, the new code is rolled back.
        return Ok(match repository::find_hold_end(&mut tx, form).await? {
            Some(None) => Booked::Before,
            Some(Some(_)) if !added => Booked::SelectorTaken,
            // The hold is over, or another copy of the form was faster.
            Some(Some(_)) | None => Booked::TimeGone,
        });
    }
    let author = audited.map_or("", |entry| entry.who.as_str());
    let code = (record.municipality.as_str(), &record.id);
    case::open(&mut tx, code, (Track::Anonymous, author), &options.cases).await?;
    if let Some(entry) = audited {
        audit::service::record(&mut tx, entry).await?;
    }
    tx.commit().await?;
    Ok(Booked::Now)
}

/// Books what is held for a form at `now` under a code that exists; takes back the appointment that it replaces, if
/// that lies ahead. Conversations about oneself are counted apart from those about others.
pub async fn rebook(db: &Db, rebooking: &Rebooking<'_>, now: Minute) -> DbResult<Booked> {
    let mut tx = db.begin().await?;
    let booked = rebook_in(&mut tx, rebooking, now).await?;
    if booked == Booked::Now {
        tx.commit().await?;
        if rebooking.replaces.is_some() {
            db.scrub().await?;
        }
    }
    Ok(booked)
}

async fn rebook_in(tx: &mut Tx, rebooking: &Rebooking<'_>, now: Minute) -> DbResult<Booked> {
    let Rebooking {
        form,
        code,
        municipality,
        expires_on,
        replaces,
        talks,
        pending,
        lang,
        side,
        contact_on,
        cases,
    } = rebooking;
    let known = code::repository::rebook(tx, code, *expires_on, *talks, *contact_on).await?;
    if !known {
        return Ok(Booked::Changed);
    }
    let kept = Kept { pending: *pending, lang: *lang, side: *side };
    let booked = repository::assign(tx, form, (code, municipality), kept, now).await?;
    let Some(about) = booked else { return Ok(Booked::TimeGone) };
    let mut no_more = Talks::default();
    if let Some(replaced) = replaces {
        match repository::delete_replaced(tx, code, replaced, now, form).await? {
            Some(about) => no_more = Talks::of(about),
            None => return Ok(Booked::Changed),
        }
    }
    if repository::count_ahead(tx, code, now).await? > MOST_AHEAD {
        return Ok(Booked::Full);
    }
    case::open(tx, (municipality, code), (Track::Anonymous, ""), cases).await?;
    waiting_list::stop(tx, code).await?;
    code::repository::add_talks(tx, code, Talks::of(about), no_more).await?;
    Ok(Booked::Now)
}

/// Takes back an appointment that lies ahead; the conversation does not count. The code then works until
/// `expires_on`.
pub async fn cancel(
    db: &Db,
    code: &CodeId,
    appointment: &AppointmentId,
    now: Minute,
    expires_on: NaiveDate,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    code::repository::lock(&mut tx, code).await?;
    let Some(about) = repository::delete_ahead(&mut tx, code, appointment, now).await? else {
        return Ok(false);
    };
    code::repository::cancel(&mut tx, code, Talks::of(about), expires_on).await?;
    tx.commit().await?;
    db.scrub().await?;
    Ok(true)
}

/// Takes an appointment on a day back for the centre; the conversation does not count, and the code tells it.
pub async fn call_off(
    db: &Db,
    appointment: &AppointmentId,
    on: NaiveDate,
    audited: &AuditEntry,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !call_off_in(&mut tx, appointment, on, audited).await? {
        return Ok(false);
    }
    tx.commit().await?;
    db.scrub().await?;
    Ok(true)
}

/// The same within a transaction.
pub async fn call_off_in(
    tx: &mut Tx,
    appointment: &AppointmentId,
    on: NaiveDate,
    audited: &AuditEntry,
) -> DbResult<bool> {
    let municipality = &audited.municipality;
    let locked = code::repository::lock_of_appointment(tx, municipality, appointment).await?;
    let Some(code) = locked else { return Ok(false) };
    let Some(about) = repository::delete_of_code(tx, &code, appointment).await? else {
        return Ok(false);
    };
    code::repository::call_off(tx, &code, Talks::of(about), on).await?;
    audit::service::record(tx, audited).await?;
    Ok(true)
}

/// Gives an appointment to a colleague. `false` where it is not `from`'s any more, or the colleague is taken then.
pub async fn hand_over(
    db: &Db,
    appointment: &AppointmentId,
    between: (&StaffId, &StaffId),
    now: Minute,
    audited: &AuditEntry,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !hand_over_in(&mut tx, appointment, between, now, audited).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// The same within a transaction, which must not be committed where it is `false`.
pub async fn hand_over_in(
    tx: &mut Tx,
    appointment: &AppointmentId,
    between: (&StaffId, &StaffId),
    now: Minute,
    audited: &AuditEntry,
) -> DbResult<bool> {
    match repository::hand_over(tx, &audited.municipality, appointment, between, now).await {
        Ok(true) => {}
        Ok(false) => return Ok(false),
        // Somebody has booked the colleague meanwhile.
        Err(error) if error.is_overlap() => return Ok(false),
        Err(error) => return Err(error),
    }
    audit::service::record(tx, audited).await?;
    Ok(true)
}

/// Lets go of what is held between two moments, with one member of staff or with all: whoever fills in a form then is
/// told that the time is gone.
pub async fn release_between(
    tx: &mut Tx,
    municipality: &str,
    staff: Option<&StaffId>,
    between: &Range<Minute>,
) -> DbResult<()> {
    repository::release_between(tx, municipality, staff, between).await
}

/// Confirms an appointment that waits for it.
pub async fn confirm(db: &Db, appointment: &AppointmentId, audited: &AuditEntry) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !repository::confirm(&mut tx, &audited.municipality, appointment).await? {
        return Ok(false);
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(true)
}

/// Grants one conversation more of the kind of an appointment to whose it is, where so many have been granted before.
pub async fn extend(
    db: &Db,
    appointment: &AppointmentId,
    before: u16,
    audited: &AuditEntry,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !code::repository::extend(&mut tx, &audited.municipality, appointment, before).await? {
        return Ok(false);
    }
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes a code and all under it; of its cases a count is left.
pub async fn forget(db: &Db, standard: &Standard, code: &CodeId, today: LocalDay) -> DbResult<()> {
    let mut tx = db.begin().await?;
    code::repository::lock(&mut tx, code).await?;
    for case in case::list_of_code_in(&mut tx, code).await? {
        figures::count(&mut tx, standard, &case, today).await?;
    }
    code::repository::delete(&mut tx, code).await?;
    tx.commit().await?;
    db.scrub().await
}

/// Notes, under a new code, that somebody waits for a time. `false` where another live code begins with its digits,
/// or the form has one.
pub async fn wait(db: &Db, record: &CodeRecord, wait: &Wait) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if !code::repository::insert(&mut tx, record).await? {
        return Ok(false);
    }
    waiting_list::set(&mut tx, &record.id, wait).await?;
    tx.commit().await?;
    Ok(true)
}

/// Notes that somebody waits under a code from before.
pub async fn wait_again(db: &Db, code: &CodeId, wait: &Wait) -> DbResult<()> {
    let mut tx = db.begin().await?;
    waiting_list::set(&mut tx, code, wait).await?;
    tx.commit().await
}

/// What stands under a code: its appointments in order, and what is waited for.
pub async fn list_under(db: &Db, code: &CodeId) -> DbResult<(Vec<Appointment>, Option<Wait>)> {
    let mut tx = db.read().await?;
    let appointments = repository::list_of_code(&mut tx, code).await?;
    Ok((appointments, waiting_list::find(&mut tx, code).await?))
}
