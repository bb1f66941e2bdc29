//! Opening plans, reading them, and writing in them.

use super::{
    model::{
        ListedPlan, OpenPlan, PlanAuthor, PlanOutcome, PlanRecord, PlanSummary, open_events, seal_event,
    },
    repository::{self, StoredPlan},
};
use crate::{
    crypto::{keys::Key, random::Random, record_seal::RecordSeal},
    db::{AccessId, Db, DbError, DbResult, PlanId, StaffId, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::desk::{
        audit::{self, AuditEntry},
        staff,
    },
};
use chrono::{Datelike, Months, NaiveDate};
use domain::{
    LocalDay, Standard,
    plan::{PlanAct, PlanActError, PlanEvent, PlanSide, fold_plan},
};
use thiserror::Error;

/// What is stored, and until when: the keys first.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule {
        table: "plan_key",
        ends: Ends::When {
            condition: "plan_id IN (SELECT id FROM plan WHERE expires_on < $1)",
            cutoff: Cutoff::Today,
        },
    },
    RetentionRule { table: "plan", ends: Ends::When { condition: "expires_on < $1", cutoff: Cutoff::Today } },
    RetentionRule { table: "plan_event", ends: Ends::With("plan") },
];

/// Months for which a plan is kept in which nobody writes any more: longer than the last contact after the end.
const KEPT: Months = Months::new(12);
/// Where the summary is sealed: no event has this place.
const SUMMARY: u32 = 0;

/// Why a plan cannot be read or written.
#[derive(Debug, Error)]
pub enum PlanError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error("a plan cannot be opened with its key")]
    Sealed,
    #[error("what was written could not be sealed")]
    Sealing,
}

/// A plan that is to be opened.
pub struct NewPlan<'a> {
    pub id: PlanId,
    pub pseudonym: String,
    pub responsible: StaffId,
    pub opened: &'a PlanAct,
    pub on: LocalDay,
}

/// Plans of all municipalities.
pub struct Plans {
    db: Db,
    seal: RecordSeal,
}

/// The last day on which a plan is kept in which somebody has written: the end of its month, so that it does not tell the day.
fn last_day(today: LocalDay) -> NaiveDate {
    let later = today.date().checked_add_months(KEPT).unwrap_or(today.date());
    later
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.pred_opt())
        .unwrap_or(later)
}

impl Plans {
    #[must_use]
    pub const fn new(db: Db, key: Key, random: Random) -> Self {
        Self { db, seal: RecordSeal::new(key, random) }
    }

    /// Opens a plan in the transaction of the way into it; it is noted who did. `false` where the form has opened it before.
    pub async fn open(
        &self,
        tx: &mut Tx,
        new: &NewPlan<'_>,
        audited: &AuditEntry,
    ) -> Result<bool, PlanError> {
        let (key, stored_key) = self.seal.make_key(new.id.as_bytes());
        let event = PlanEvent {
            place: 1,
            on: new.on,
            side: PlanSide::Staff,
            author: audited.who.clone(),
            act: new.opened.clone(),
        };
        let sealed = seal_event(&key, &event).ok_or(PlanError::Sealing)?;
        let state = fold_plan(&[event]).ok_or(PlanError::Sealing)?;
        let stored = StoredPlan {
            record: PlanRecord {
                id: new.id,
                municipality: audited.municipality.clone(),
                pseudonym: new.pseudonym.clone(),
                responsible: Some(new.responsible),
                expires_on: last_day(new.on),
            },
            summary: key.seal(SUMMARY, &write_summary(&PlanSummary::of(&state))?),
            key: stored_key,
        };
        if !repository::insert(tx, &stored).await? {
            return Ok(false);
        }
        repository::insert_event(tx, &new.id, 1, &sealed).await?;
        audit::service::record(tx, audited).await?;
        Ok(true)
    }

    /// A plan as it stands today; nothing where it is past its end.
    pub async fn find(&self, plan: &PlanId, today: LocalDay) -> Result<Option<OpenPlan>, PlanError> {
        self.find_in(&mut self.db.read().await?, plan, today).await
    }

    async fn find_in(
        &self,
        tx: &mut Tx,
        plan: &PlanId,
        today: LocalDay,
    ) -> Result<Option<OpenPlan>, PlanError> {
        let found = repository::find(tx, plan).await?;
        let Some(stored) = found.filter(|stored| stored.record.expires_on >= today.date()) else {
            return Ok(None);
        };
        let events = repository::list_events(tx, plan).await?;
        let key = self.seal.open_key(plan.as_bytes(), &stored.key).ok_or(PlanError::Sealed)?;
        let state = open_events(&key, &events).ok_or(PlanError::Sealed)?;
        let responsible = match stored.record.responsible {
            Some(responsible) => staff::service::find_in(tx, &responsible).await?.map(|member| member.name),
            None => None,
        };
        Ok(Some(OpenPlan { record: stored.record, state, responsible }))
    }

    /// The plans of a municipality, in no order.
    pub async fn list(&self, municipality: &str, today: LocalDay) -> DbResult<Vec<ListedPlan>> {
        let stored = repository::list(&mut self.db.read().await?, municipality).await?;
        Ok(self.open_summaries(stored, today))
    }

    /// The plans of a municipality for which nobody answers any more.
    pub async fn list_unassigned(&self, municipality: &str, today: LocalDay) -> DbResult<Vec<ListedPlan>> {
        let stored = repository::list_unassigned(&mut self.db.read().await?, municipality).await?;
        Ok(self.open_summaries(stored, today))
    }

    /// The plans for which somebody answers, in no order.
    pub async fn list_of(&self, staff: &StaffId, today: LocalDay) -> DbResult<Vec<ListedPlan>> {
        let stored = repository::list_of(&mut self.db.read().await?, staff).await?;
        Ok(self.open_summaries(stored, today))
    }

    fn open_summaries(&self, stored: Vec<StoredPlan>, today: LocalDay) -> Vec<ListedPlan> {
        let current = stored.into_iter().filter(|stored| stored.record.expires_on >= today.date());
        // One that cannot be opened keeps nobody from the others.
        let open = |stored: StoredPlan| match self.open_summary(stored) {
            Ok(listed) => Some(listed),
            Err(error) => {
                tracing::error!(target: "portal", %error, "a plan is not on the list");
                None
            }
        };
        current.filter_map(open).collect()
    }

    fn open_summary(&self, stored: StoredPlan) -> Result<ListedPlan, PlanError> {
        let key = self.seal.open_key(stored.record.id.as_bytes(), &stored.key).ok_or(PlanError::Sealed)?;
        let summary = key.open(SUMMARY, &stored.summary).ok_or(PlanError::Sealed)?;
        let summary = serde_json::from_str(&summary).map_err(|_| PlanError::Sealed)?;
        Ok(ListedPlan { record: stored.record, summary })
    }

    /// Lets something happen in a plan, all of it or nothing. What stands there already is as good as done.
    pub async fn act(
        &self,
        plan: &PlanId,
        acts: Vec<PlanAct>,
        by: PlanAuthor<'_>,
        (standard, today): (&Standard, LocalDay),
    ) -> Result<PlanOutcome, PlanError> {
        let mut tx = self.db.begin().await?;
        repository::lock(&mut tx, plan).await?;
        let found = repository::find(&mut tx, plan).await?;
        let Some(stored) = found.filter(|stored| stored.record.expires_on >= today.date()) else {
            return Ok(PlanOutcome::Gone);
        };
        if let PlanAuthor::Staff(who, _) = by
            && stored.record.municipality != who.municipality
        {
            return Ok(PlanOutcome::Gone);
        }
        let events = repository::list_events(&mut tx, plan).await?;
        let key = self.seal.open_key(plan.as_bytes(), &stored.key).ok_or(PlanError::Sealed)?;
        let mut state = open_events(&key, &events).ok_or(PlanError::Sealed)?;
        let before = state.last;
        for (number, act) in acts.into_iter().enumerate() {
            match state.check(by.side(), &act, (standard, today)) {
                Ok(()) => {}
                Err(PlanActError::Stands) => continue,
                Err(error) => return Ok(PlanOutcome::Refused(number, error)),
            }
            let place = state.last + 1;
            let event = PlanEvent { place, on: today, side: by.side(), author: by.name(), act };
            let sealed = seal_event(&key, &event).ok_or(PlanError::Sealing)?;
            repository::insert_event(&mut tx, plan, place, &sealed).await?;
            state.apply(&event);
        }
        if state.last == before {
            return Ok(PlanOutcome::Done(Box::new(state)));
        }
        let summary = key.seal(SUMMARY, &write_summary(&PlanSummary::of(&state))?);
        repository::update(&mut tx, plan, &summary, last_day(today)).await?;
        if let PlanAuthor::Staff(_, audited) = by {
            audit::service::record(&mut tx, audited).await?;
        }
        tx.commit().await?;
        Ok(PlanOutcome::Done(Box::new(state)))
    }

    /// Whether a plan is one of a municipality.
    pub async fn is_of(&self, plan: &PlanId, municipality: &str) -> DbResult<bool> {
        let found = repository::find(&mut self.db.read().await?, plan).await?;
        Ok(found.is_some_and(|stored| stored.record.municipality == municipality))
    }

    /// Notes that somebody has looked at a plan.
    pub async fn note(&self, audited: &AuditEntry) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        audit::service::record(&mut tx, audited).await?;
        tx.commit().await
    }

    /// Hands plans over to a colleague or to nobody, all of them or none. One that somebody else has handed over meanwhile
    /// stays with them. The number that were.
    pub async fn hand_over(
        &self,
        plans: &[(&PlanRecord, AuditEntry)],
        to: Option<&StaffId>,
    ) -> DbResult<usize> {
        let mut tx = self.db.begin().await?;
        let mut number = 0;
        for (plan, audited) in plans {
            if repository::hand_over(&mut tx, &plan.id, (plan.responsible.as_ref(), to)).await? {
                audit::service::record(&mut tx, audited).await?;
                number += 1;
            }
        }
        tx.commit().await?;
        Ok(number)
    }

    /// Whether somebody with a plan in a municipality is called so already.
    pub async fn is_called(&self, municipality: &str, pseudonym: &str) -> DbResult<bool> {
        repository::is_called(&mut self.db.read().await?, municipality, pseudonym).await
    }
}

/// Keeps the plan of a way in for as long as if something were written in it today.
pub async fn keep(tx: &mut Tx, access: &AccessId, today: LocalDay) -> DbResult<()> {
    repository::keep_until(tx, access, last_day(today)).await
}

fn write_summary(summary: &PlanSummary) -> Result<String, PlanError> {
    serde_json::to_string(summary).map_err(|_| PlanError::Sealing)
}
