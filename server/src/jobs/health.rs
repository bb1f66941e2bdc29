//! How the portal is, counted beside the requests: `/readyz` and `/metrics` answer from memory.

use super::retention::{self, Ends, Moment, RetentionRule};
use crate::web::app_state::AppState;
use domain::Minute;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::time::timeout;

/// Minutes after which a row that should be gone is overdue.
const GRACE: Minute = 24 * 60;
/// How long the database may take to count, and to write something small.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was found last.
#[derive(Clone, Default)]
struct Findings {
    /// Whether the database answers; nothing before it was first asked.
    database_answers: Option<bool>,
    /// Whether it takes what is written.
    database_writes: bool,
    /// Rows kept more than a day past their end.
    overdue: u64,
    /// Whether the clock has jumped ahead, so that nothing is deleted.
    clock_jumped: bool,
    /// Jobs that have panicked, and have not run through since.
    panicked: BTreeSet<&'static str>,
}

/// How the portal is.
#[derive(Default)]
pub struct Health(Mutex<Findings>);

/// What keeps the portal from serving.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    DatabaseSilent,
    /// It answers, and stores nothing: its disk is full, or it is a standby.
    DatabaseReadOnly,
    JobPanicked,
    ClockJumped,
    RowsOverdue,
}

impl Health {
    fn update(&self, change: impl FnOnce(&mut Findings)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn read(&self) -> Findings {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notes that a job has run through.
    pub fn note_alive(&self, job: &'static str) {
        self.update(|findings| {
            findings.panicked.remove(job);
        });
    }

    /// Notes whether the clock has jumped ahead.
    pub fn note_clock(&self, jumped: bool) {
        self.update(|findings| findings.clock_jumped = jumped);
    }

    /// Notes that a job has panicked.
    pub fn note_panic(&self, job: &'static str) {
        self.update(|findings| {
            findings.panicked.insert(job);
        });
    }

    /// What keeps the portal from serving, if anything does.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        let findings = self.read();
        if findings.database_answers != Some(true) {
            Some(Trouble::DatabaseSilent)
        } else if !findings.database_writes {
            Some(Trouble::DatabaseReadOnly)
        } else if !findings.panicked.is_empty() {
            Some(Trouble::JobPanicked)
        } else if findings.clock_jumped {
            Some(Trouble::ClockJumped)
        } else if findings.overdue > 0 {
            Some(Trouble::RowsOverdue)
        } else {
            None
        }
    }

    /// Rows kept more than a day past their end; nothing while the database does not answer.
    #[must_use]
    pub fn overdue(&self) -> Option<u64> {
        let findings = self.read();
        (findings.database_answers == Some(true)).then_some(findings.overdue)
    }
}

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule { table: "heartbeat", ends: Ends::Never }];

/// Looks whether the database answers and can be written, and counts what should have been deleted a day ago.
pub async fn check_once(state: Arc<AppState>) {
    let now = state.clock.now();
    let yesterday = Moment::of(now - chrono::TimeDelta::minutes(GRACE));
    // Who asks is told within five seconds: both at once, and neither for long.
    let (counted, written) = tokio::join!(count_overdue(&state, yesterday), is_written(&state));
    state.health.update(|findings| {
        findings.database_answers = Some(counted.is_some());
        findings.database_writes = written;
        if let Some(overdue) = counted {
            findings.overdue = overdue;
        }
    });
}

/// Rows that should have been gone by then; nothing where the database does not answer in time.
async fn count_overdue(state: &AppState, yesterday: Moment) -> Option<u64> {
    match timeout(PATIENCE, retention::count_overdue(&state.services.db, yesterday)).await {
        Ok(Ok(overdue)) => return Some(overdue),
        Ok(Err(error)) => tracing::error!(target: "portal", %error, "the database does not answer"),
        Err(_) => tracing::error!(target: "portal", "the database does not answer in time"),
    }
    None
}

/// Whether the database takes what is written in time. A server whose standby is gone waits for it without a word.
async fn is_written(state: &AppState) -> bool {
    match timeout(PATIENCE, state.services.db.beat()).await {
        Ok(Ok(())) => return true,
        Ok(Err(error)) => tracing::error!(target: "portal", %error, "the database cannot be written"),
        Err(_) => tracing::error!(target: "portal", "the database does not say that something is written"),
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_no_health_and_a_panic_shows_until_the_job_has_run_through() {
        let health = Health::default();
        assert_eq!(health.trouble(), Some(Trouble::DatabaseSilent), "nobody has asked yet");
        health.update(|findings| findings.database_answers = Some(true));
        assert_eq!(health.trouble(), Some(Trouble::DatabaseReadOnly));
        health.update(|findings| findings.database_writes = true);
        assert_eq!(health.trouble(), None);
        health.note_panic("retention");
        assert_eq!(health.trouble(), Some(Trouble::JobPanicked));
        health.note_alive("health");
        assert_eq!(health.trouble(), Some(Trouble::JobPanicked), "another job");
        health.note_alive("retention");
        assert_eq!(health.trouble(), None);
        health.update(|findings| findings.overdue = 3);
        assert_eq!((health.trouble(), health.overdue()), (Some(Trouble::RowsOverdue), Some(3)));
    }
}
