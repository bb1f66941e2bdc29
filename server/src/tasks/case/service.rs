//! Opening a case in the transaction of what is booked, adding to it, and reading it.

use super::{
    CaseRecord, RecordedEvent,
    repository::{self, EventOfCase},
};
use crate::{
    db::{CaseId, CodeId, Db, DbResult, FormKey, Tx},
    jobs::retention::{Ends, RetentionRule},
    tasks::desk::audit::{self, AuditEntry},
};
use chrono::{Months, NaiveDate};
use domain::{
    AgeRange, BookingAbout, LocalDay, Standard, TreatmentWish,
    case::{ActorKind, CaseFact, CaseSubject, CitizenAct, fold_case, has_ended, list_acts, list_standing},
    decide::{ContactBy, list_wishes},
};
use std::collections::BTreeMap;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "treatment_case", ends: Ends::With("anonymous_code") },
    RetentionRule { table: "case_event", ends: Ends::With("treatment_case") },
];

/// Months for which a case is followed: so long after the guarantee's last day a complaint must be possible.
const FOLLOWED: Months = Months::new(7);

/// The last day on which a case that is opened today is kept.
#[must_use]
pub fn last_day_of_case(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(FOLLOWED).unwrap_or(today)
}

/// What cases a wish opens: one for each substance that is asked about. The clarifying talk is for adults.
#[must_use]
pub fn list_subjects(
    standard: &Standard,
    about: BookingAbout,
    wish: TreatmentWish,
    ages: Option<AgeRange>,
) -> Vec<CaseSubject> {
    let adult = AgeRange { from: 18, to: None };
    let ages = ages.unwrap_or(if about == BookingAbout::Clarifying { adult } else { AgeRange::ANY });
    let asked = list_wishes(standard, about);
    wish.among(&asked).map(|substance| CaseSubject { substance, ages }).collect()
}

/// A wish for treatment of one substance, said on a day.
#[derive(Clone, Copy)]
pub struct Wish {
    pub case: CaseId,
    pub subject: CaseSubject,
    pub on: LocalDay,
}

impl Wish {
    /// The wish that a form carries. A form sent twice opens one case.
    #[must_use]
    pub fn of_form(form: &FormKey, subject: CaseSubject, on: LocalDay) -> Self {
        Self { case: form.case_id(subject.substance), subject, on }
    }
}

/// Opens a case under a code for each wish that has none yet, with the wish as its first event. In one that has ended the
/// wish begins anew; one that is open goes on from the first.
pub async fn open(tx: &mut Tx, municipality: &str, code: &CodeId, wishes: &[Wish]) -> DbResult<()> {
    for wish in wishes {
        let is_new = repository::insert(tx, &wish.case, municipality, code, &wish.subject).await?;
        let case = if is_new { Some(wish.case) } else { find_ended(tx, code, wish).await? };
        if let Some(case) = case {
            let fact = CaseFact::Contact { by: ContactBy::Citizen, wish: true };
            let event = (wish.on, fact, ActorKind::Citizen);
            repository::insert_event(tx, &case, event, "", None).await?;
        }
    }
    Ok(())
}

/// The case about a substance under a code, where it has ended.
async fn find_ended(tx: &mut Tx, code: &CodeId, wish: &Wish) -> DbResult<Option<CaseId>> {
    let cases = repository::list_of_code(tx, code).await?;
    let found = cases.into_iter().find(|case| case.subject.substance == wish.subject.substance);
    let Some(case) = found.map(|case| case.id) else { return Ok(None) };
    repository::lock(tx, &case).await?;
    let events: Vec<_> = read_events(tx, &case).await?.into_iter().map(|recorded| recorded.event).collect();
    Ok(has_ended(&events).then_some(case))
}

/// The cases under a code, with their events.
pub async fn list_of_code(db: &Db, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    let mut tx = db.read().await?;
    let mut cases = repository::list_of_code(&mut tx, code).await?;
    for case in &mut cases {
        case.events = read_events(&mut tx, &case.id).await?;
    }
    Ok(cases)
}

/// All cases of a municipality, with their events.
pub async fn list(db: &Db, municipality: &str) -> DbResult<Vec<CaseRecord>> {
    let mut tx = db.read().await?;
    let mut cases = repository::list(&mut tx, municipality).await?;
    let mut events: BTreeMap<CaseId, Vec<RecordedEvent>> = BTreeMap::new();
    for EventOfCase(case, event) in repository::list_events_of_all(&mut tx, municipality).await? {
        events.entry(case).or_default().push(event);
    }
    for case in &mut cases {
        case.events = events.remove(&case.id).unwrap_or_default();
    }
    Ok(cases)
}

/// One case of a municipality.
pub async fn find(db: &Db, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    let mut tx = db.read().await?;
    let Some(mut found) = repository::find(&mut tx, municipality, case).await? else { return Ok(None) };
    found.events = read_events(&mut tx, &found.id).await?;
    Ok(Some(found))
}

async fn read_events(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<RecordedEvent>> {
    let events = repository::list_events(tx, case).await?;
    Ok(events.into_iter().map(|EventOfCase(_, event)| event).collect())
}

/// Adds what the citizen does; `false` where it cannot be done as the case stands.
pub async fn act(
    db: &Db,
    standard: &Standard,
    case: &CaseId,
    act: CitizenAct,
    on: LocalDay,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    let Some(record) = lock_case(&mut tx, &standard.code, case).await? else { return Ok(false) };
    let state = fold_case(standard, &record.subject, &record.list_events(), on);
    if !list_acts(standard, &record.subject, &state).contains(&act) {
        return Ok(false);
    }
    repository::insert_event(&mut tx, case, (on, act.fact(), ActorKind::Citizen), "", None).await?;
    tx.commit().await?;
    Ok(true)
}

/// What became of what staff write down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recorded {
    Done,
    /// What it was to correct has been corrected meanwhile.
    Corrected,
    /// The case is not there any more.
    Gone,
}

/// Adds what staff write down, in the place of an earlier event where it corrects one; it is noted who did it.
pub async fn record(
    db: &Db,
    case: &CaseId,
    (on, fact): (LocalDay, CaseFact),
    supersedes: Option<u32>,
    audited: &AuditEntry,
) -> DbResult<Recorded> {
    let mut tx = db.begin().await?;
    let Some(record) = lock_case(&mut tx, &audited.municipality, case).await? else {
        return Ok(Recorded::Gone);
    };
    let events = record.list_events();
    let standing = list_standing(&events);
    if supersedes.is_some_and(|of| !standing.iter().any(|event| event.id == of)) {
        return Ok(Recorded::Corrected);
    }
    repository::insert_event(&mut tx, case, (on, fact, ActorKind::Staff), &audited.who, supersedes).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(Recorded::Done)
}

/// A case as it stands while nobody else can add to it.
async fn lock_case(tx: &mut Tx, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    repository::lock(tx, case).await?;
    let Some(mut found) = repository::find(tx, municipality, case).await? else { return Ok(None) };
    found.events = read_events(tx, case).await?;
    Ok(Some(found))
}
