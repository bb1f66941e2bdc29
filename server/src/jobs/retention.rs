//! Deleting what is past its end: one list of rules that deletes, and that counts what is overdue.

use super::repository;
use crate::{
    db::{Db, DbResult, Value},
    tasks::{self, desk::figures::service as figures},
    web::app_state::AppState,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Instant, LocalDay, Minute, Standard};
use std::{collections::BTreeMap, sync::Arc};

/// How long the rows of a table are kept.
#[derive(Clone, Copy, Debug)]
pub struct RetentionRule {
    pub table: &'static str,
    pub ends: Ends,
}

/// When a row goes.
#[derive(Clone, Copy, Debug)]
pub enum Ends {
    /// Once this condition holds, whose `$1` is the cutoff.
    When { condition: &'static str, cutoff: Cutoff },
    /// With the row of another table that it belongs to.
    With(&'static str),
    /// When staff change or delete it.
    ByStaff,
    /// Never: it is about nobody, and the portal needs it as long as it runs.
    Never,
}

/// What a row is compared with.
#[derive(Clone, Copy, Debug)]
pub enum Cutoff {
    Now,
    MinutesAgo(Minute),
    /// The local day.
    Today,
}

/// The rules of all tasks, and of the jobs.
const RULES: &[&[RetentionRule]] = &[
    // Before the codes, with which a complaint would go too: its key is shredded first.
    tasks::complaint::service::RETENTION,
    tasks::complaint::attachment::service::RETENTION,
    tasks::plan::service::RETENTION,
    tasks::plan::own_note::service::RETENTION,
    tasks::citizen_session::service::RETENTION,
    tasks::booking::service::RETENTION,
    tasks::waiting_list::service::RETENTION,
    tasks::conversation::service::RETENTION,
    tasks::callback::service::RETENTION,
    tasks::case::service::RETENTION,
    tasks::desk::figures::service::RETENTION,
    tasks::desk::staff::service::RETENTION,
    tasks::desk::hours::service::RETENTION,
    tasks::desk::settings::service::RETENTION,
    tasks::desk::sign_in::service::RETENTION,
    tasks::desk::account::service::RETENTION,
    tasks::desk::audit::service::RETENTION,
    tasks::key_print::service::RETENTION,
    tasks::form_token::service::RETENTION,
    super::health::RETENTION,
    RETENTION,
];

/// What is stored of the runs themselves.
const RETENTION: &[RetentionRule] = &[RetentionRule { table: "retention_run", ends: Ends::Never }];

/// Minutes since the last run after which the clock is not believed: it has jumped, or the portal has stood still so long
/// that somebody should look.
const JUMP: Minute = 24 * 60;

/// Every rule.
pub fn rules() -> impl Iterator<Item = &'static RetentionRule> {
    RULES.iter().copied().flatten()
}

/// A moment, as rows are compared with it.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub now: Minute,
    /// The local day.
    pub today: NaiveDate,
}

impl Moment {
    #[must_use]
    pub fn of(moment: DateTime<Utc>) -> Self {
        let moment = Instant::of(moment);
        Self { now: moment.minute(), today: moment.day().date() }
    }

    fn value(self, cutoff: Cutoff) -> Value<'static> {
        match cutoff {
            Cutoff::Now => self.now.into(),
            Cutoff::MinutesAgo(minutes) => (self.now - minutes).into(),
            Cutoff::Today => self.today.into(),
        }
    }
}

/// How many rows were deleted, by the condition that they fulfilled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RetentionReport(pub BTreeMap<(&'static str, &'static str), u64>);

impl RetentionReport {
    /// The rows of one table.
    #[must_use]
    pub fn of_table(&self, table: &str) -> u64 {
        self.0.iter().filter(|((of, _), _)| *of == table).map(|(_, rows)| rows).sum()
    }
}

/// Deletes what is past its end.
pub async fn delete_expired(db: &Db, at: Moment) -> DbResult<RetentionReport> {
    let mut report = RetentionReport::default();
    let mut tx = db.begin().await?;
    for rule in rules() {
        if let Ends::When { condition, cutoff } = rule.ends {
            let rows = tx.delete_where(rule.table, condition, at.value(cutoff)).await?;
            if rows > 0 {
                report.0.insert((rule.table, condition), rows);
            }
        }
    }
    tx.commit().await?;
    db.scrub().await?;
    Ok(report)
}

/// Counts rows that are past their end.
pub async fn count_overdue(db: &Db, at: Moment) -> DbResult<u64> {
    let mut overdue = 0;
    let mut tx = db.read().await?;
    for rule in rules() {
        if let Ends::When { condition, cutoff } = rule.ends {
            overdue += tx.count_where(rule.table, condition, at.value(cutoff)).await?;
        }
    }
    Ok(overdue)
}

/// Deletes what is past its end, unless the clock has jumped ahead since the last run of any server: then nothing. Cases are
/// counted first, by the standards.
pub async fn run(db: &Db, standards: &[Arc<Standard>], at: Moment) -> DbResult<Option<RetentionReport>> {
    let ran_at = repository::find_last_run(db).await?;
    if ran_at.is_some_and(|ran_at| at.now - ran_at > JUMP) {
        return Ok(None);
    }
    for standard in standards {
        // What cannot be counted is deleted in time all the same.
        if let Err(error) = figures::count_expired(db, standard, LocalDay::new(at.today)).await {
            tracing::error!(target: "portal", %error, "cases that are deleted could not be counted");
        }
    }
    let report = delete_expired(db, at).await?;
    repository::note_run(db, at.now).await?;
    Ok(Some(report))
}

/// Deletes what is past its end now, so that what a page promises holds to the minute.
pub async fn run_once(state: Arc<AppState>) {
    let ran = run(&state.services.db, &state.standards(), Moment::of(state.clock.now())).await;
    if let Ok(ran) = &ran {
        state.health.note_clock(ran.is_none());
    }
    match ran {
        Ok(None) => {
            tracing::error!(target: "portal", "nothing is deleted: the clock is more than a day ahead of the last run");
        }
        Ok(Some(report)) => {
            for ((table, _), rows) in report.0 {
                tracing::info!(target: "portal", table, rows, "what was past its end is deleted");
            }
        }
        Err(error) => {
            tracing::error!(target: "portal", %error, "what is past its end could not be deleted");
        }
    }
}
