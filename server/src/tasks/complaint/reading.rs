//! Complaints for who reads them at the desk.

use super::{model::ComplaintRecord, repository, service::Complaints};
use crate::{
    db::{ComplaintId, DbResult, StaffId},
    tasks::{
        booking::code,
        desk::{
            audit::{self, AuditEntry},
            staff::StaffMember,
        },
    },
};
use domain::{
    Role,
    complaint::{ComplaintFact, ComplaintStatus},
};
use std::collections::BTreeMap;

impl Complaints {
    /// The complaints that somebody reads: those of their role that are not about them.
    ///
    /// # Errors
    /// The database.
    pub async fn list_for(&self, who: &StaffMember) -> DbResult<Vec<ComplaintRecord>> {
        if !who.role.reads_complaints() {
            return Ok(Vec::new());
        }
        let mut tx = self.db.read().await?;
        let mut complaints = Vec::new();
        for found in repository::list(&mut tx, &who.municipality, (who.role, &who.id)).await? {
            let events = repository::list_events(&mut tx, &found.id).await?;
            complaints.push(ComplaintRecord { events, ..found });
        }
        Ok(complaints)
    }

    /// One of these; `None` for any other.
    ///
    /// # Errors
    /// The database.
    pub async fn find_for(&self, who: &StaffMember, id: &ComplaintId) -> DbResult<Option<ComplaintRecord>> {
        let found = self.find(&who.municipality, id).await?;
        let Some(found) = found.filter(|found| who.role.reads_complaints() && found.reader == who.role)
        else {
            return Ok(None);
        };
        let is_shut_out = repository::is_shut_out(&mut self.db.read().await?, id, &who.id).await?;
        Ok((!is_shut_out).then_some(found))
    }

    /// How many of these wait for somebody to answer.
    ///
    /// # Errors
    /// The database.
    pub async fn count_waiting(&self, who: &StaffMember) -> DbResult<u64> {
        if !who.role.reads_complaints() {
            return Ok(0);
        }
        let mut tx = self.db.read().await?;
        let happened = repository::list_facts(&mut tx, &who.municipality, (who.role, &who.id)).await?;
        let mut facts: BTreeMap<ComplaintId, Vec<ComplaintFact>> = BTreeMap::new();
        for (complaint, fact) in happened {
            facts.entry(complaint).or_default().push(fact);
        }
        let waits = |facts: Vec<ComplaintFact>| {
            matches!(ComplaintStatus::of(facts), ComplaintStatus::Received | ComplaintStatus::Read)
        };
        Ok(facts.into_values().filter(|facts| waits(facts.clone())).count() as u64)
    }

    /// Whether somebody can sign in who reads a complaint.
    ///
    /// # Errors
    /// The database.
    pub async fn has_reader(&self, complaint: &ComplaintRecord) -> DbResult<bool> {
        self.has_reader_as(complaint, complaint.reader).await
    }

    /// The same, were it for this role.
    ///
    /// # Errors
    /// The database.
    pub async fn has_reader_as(&self, complaint: &ComplaintRecord, reader: Role) -> DbResult<bool> {
        let of = (complaint.municipality.as_str(), reader);
        Ok(repository::count_readers(&mut self.db.read().await?, of, &complaint.id).await? > 0)
    }

    /// How many complaints of a municipality wait for an answer and have nobody who can read them.
    ///
    /// # Errors
    /// The database.
    pub async fn count_unread(&self, municipality: &str) -> DbResult<u64> {
        let mut tx = self.db.read().await?;
        let nobody = StaffId::new([0; 16]);
        let mut unread = 0;
        for role in Role::ALL.iter().copied().filter(|role| role.reads_complaints()) {
            for found in repository::list(&mut tx, municipality, (role, &nobody)).await? {
                let events = repository::list_events(&mut tx, &found.id).await?;
                let readers = repository::count_readers(&mut tx, (municipality, role), &found.id).await?;
                let is_open = ComplaintRecord { events, ..found }.status().is_open();
                unread += u64::from(is_open && readers == 0);
            }
        }
        Ok(unread)
    }

    /// Whom a complaint is about, as far as it was marked.
    ///
    /// # Errors
    /// The database.
    pub async fn list_shut_out(&self, id: &ComplaintId) -> DbResult<Vec<StaffId>> {
        repository::list_shut_out(&mut self.db.read().await?, id).await
    }

    /// The name that staff see of who complains.
    ///
    /// # Errors
    /// The database.
    pub async fn find_pseudonym(&self, complaint: &ComplaintRecord) -> DbResult<String> {
        let found = code::repository::find(&mut self.db.read().await?, &complaint.code).await?;
        Ok(found.map(|found| found.pseudonym).unwrap_or_default())
    }

    /// Notes that somebody has read a complaint.
    ///
    /// # Errors
    /// The database.
    pub async fn note(&self, audited: &AuditEntry) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await
    }
}
