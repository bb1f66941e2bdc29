//! What happens to a complaint after it was filed: each in one transaction, with what it is noted by.

use super::{
    model::{ComplaintContact, ComplaintEvent, ComplaintRecord},
    repository,
    service::{ComplaintError, Complaints, day_after, last_day},
};
use crate::{
    db::{CodeId, ComplaintId, DbResult, StaffId, Tx},
    tasks::{
        booking::code,
        desk::{
            audit::{self, AuditEntry},
            staff::StaffMember,
        },
    },
};
use chrono::NaiveDate;
use domain::{
    LocalDay, Role,
    complaint::{ComplaintFact, ComplaintStatus},
};

/// How much can have happened before a citizen adds no more: nobody needs so much, and a desk reads all of it.
const MOST_EVENTS: usize = 100;

/// Something that is to happen to a complaint.
pub struct Happening<'a> {
    pub fact: ComplaintFact,
    pub on: LocalDay,
    /// What is said with it.
    pub words: Option<&'a str>,
    /// Who reads it from then on, where it is handed on.
    pub reader: Option<Role>,
}

/// Who does it.
pub enum DoneBy<'a> {
    Citizen,
    /// Somebody who reads the complaint; it is noted.
    Staff(&'a StaffMember, &'a AuditEntry),
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happened {
    Done,
    /// Something else has happened since the page was made.
    Changed,
    /// It cannot happen as the complaint stands.
    NotNow,
    /// There is no such complaint, or it is not for who asks.
    Gone,
}

impl Complaints {
    /// Lets something happen to a complaint to which so much has happened before.
    ///
    /// # Errors
    /// The database.
    pub async fn add(
        &self,
        (municipality, id, seen): (&str, &ComplaintId, usize),
        happening: &Happening<'_>,
        by: DoneBy<'_>,
    ) -> Result<Happened, ComplaintError> {
        let mut tx = self.db.begin().await?;
        let Some(found) = lock(&mut tx, (municipality, happening.on.date()), id, &by).await? else {
            return Ok(Happened::Gone);
        };
        if found.events.len() != seen {
            return Ok(Happened::Changed);
        }
        let is_full = matches!(by, DoneBy::Citizen) && seen >= MOST_EVENTS;
        if is_full || !found.status().allows(happening.fact) {
            return Ok(Happened::NotNow);
        }
        let place = u32::try_from(seen + 1).unwrap_or(u32::MAX);
        let stored = repository::find_key(&mut tx, id).await?;
        let key = stored.and_then(|stored| self.seal.open_key(id.as_bytes(), &stored));
        let Some(key) = key else { return Ok(Happened::Gone) };
        let author = match &by {
            DoneBy::Citizen => String::new(),
            DoneBy::Staff(who, _) => who.name.clone(),
        };
        let sealed = happening.words.map(|words| key.seal(place, words));
        let event = ComplaintEvent { place, on: happening.on, fact: happening.fact, author, sealed };
        if !repository::insert_event(&mut tx, id, &event).await? {
            return Ok(Happened::Changed);
        }
        if let Some(reader) = happening.reader {
            repository::set_reader(&mut tx, id, reader).await?;
        }
        let facts = found.events.iter().map(|event| event.fact).chain([happening.fact]);
        let until = last_day(happening.on, ComplaintStatus::of(facts).is_open());
        repository::keep_until(&mut tx, id, until).await?;
        code::repository::end_on(&mut tx, &found.code, day_after(until)).await?;
        if let DoneBy::Staff(_, audited) = by {
            audit::service::record(&mut tx, audited).await?;
        }
        tx.commit().await?;
        Ok(Happened::Done)
    }

    /// Adds who somebody is to a complaint that was filed without.
    ///
    /// # Errors
    /// The database, or a text that cannot be written down.
    pub async fn name(
        &self,
        complaint: &ComplaintRecord,
        contact: &ComplaintContact,
        on: LocalDay,
    ) -> Result<Happened, ComplaintError> {
        let words = serde_json::to_string(contact)?;
        let happening = Happening { fact: ComplaintFact::Named, on, words: Some(&words), reader: None };
        let of = (complaint.municipality.as_str(), &complaint.id, complaint.events.len());
        self.add(of, &happening, DoneBy::Citizen).await
    }

    /// Shuts those out whom a complaint is about, and nobody else, where those were marked that the page has shown.
    ///
    /// # Errors
    /// The database.
    pub async fn shut_out(
        &self,
        id: &ComplaintId,
        (shown, people): (&[StaffId], &[StaffId]),
        (who, audited): (&StaffMember, &AuditEntry),
    ) -> DbResult<Happened> {
        let mut tx = self.db.begin().await?;
        let by = DoneBy::Staff(who, audited);
        if lock(&mut tx, (&audited.municipality, audited.on), id, &by).await?.is_none() {
            return Ok(Happened::Gone);
        }
        if repository::list_shut_out(&mut tx, id).await? != shown {
            return Ok(Happened::Changed);
        }
        repository::set_shut_out(&mut tx, id, people).await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await?;
        Ok(Happened::Done)
    }

    /// Deletes the complaints under a code, each with its key first.
    ///
    /// # Errors
    /// The database.
    pub async fn delete_of_code(&self, code: &CodeId) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        code::repository::lock(&mut tx, code).await?;
        for found in repository::list_of_code(&mut tx, code).await? {
            repository::delete(&mut tx, &found.id).await?;
        }
        tx.commit().await
    }
}

/// A complaint for who does something to it, with its code's row and its own taken first.
async fn lock(
    tx: &mut Tx,
    (municipality, today): (&str, NaiveDate),
    id: &ComplaintId,
    by: &DoneBy<'_>,
) -> DbResult<Option<ComplaintRecord>> {
    let Some(found) = repository::find(tx, municipality, id).await? else { return Ok(None) };
    code::repository::lock(tx, &found.code).await?;
    // What has happened meanwhile, while another had the code.
    let Some(found) = repository::find(tx, municipality, id).await? else { return Ok(None) };
    // One past its end is gone, though nobody has deleted it yet: its key may be.
    if found.expires_on < today {
        return Ok(None);
    }
    if let DoneBy::Staff(who, _) = by
        && (found.reader != who.role || repository::is_shut_out(tx, id, &who.id).await?)
    {
        return Ok(None);
    }
    let events = repository::list_events(tx, id).await?;
    Ok(Some(ComplaintRecord { events, ..found }))
}
