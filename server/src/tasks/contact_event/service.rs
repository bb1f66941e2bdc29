//! Counting who wishes for treatment, in the transaction of what they ask for.

use super::{Contact, Track, repository};
use crate::{
    db::{ContactId, Db, DbResult, FormKey, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
};
use chrono::{Days, NaiveDate};

/// How many days it is counted that somebody wished for treatment: the 14 of the guarantee, and as many again.
const KEPT_DAYS: u64 = 28;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule {
    table: "contact_event",
    ends: Ends::When { condition: "expires_on < $1", cutoff: Cutoff::Today },
}];

impl Contact {
    /// What is counted of who sends a form on a day and wishes for treatment.
    #[must_use]
    pub fn of_form(form: &FormKey, on: NaiveDate) -> Self {
        Self { id: form.contact_id(), on, until: on.checked_add_days(Days::new(KEPT_DAYS)).unwrap_or(on) }
    }
}

/// Counts somebody. A form sent twice counts once.
pub async fn note(tx: &mut Tx, municipality: &str, track: Track, contact: &Contact) -> DbResult<()> {
    repository::insert(tx, municipality, track, contact).await
}

/// Counts somebody no more.
pub async fn forget(tx: &mut Tx, municipality: &str, contact: &ContactId) -> DbResult<()> {
    repository::delete(tx, municipality, contact).await
}

/// How many made contact and wish for treatment, by day.
pub async fn count_by_day(db: &Db, municipality: &str) -> DbResult<Vec<(NaiveDate, u64)>> {
    repository::count_by_day(&mut db.read().await?, municipality).await
}
