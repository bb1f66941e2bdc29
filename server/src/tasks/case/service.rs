//! Reading cases, adding to them, and taking them out.

use super::{
    CaseRecord, RecordedEvent,
    repository::{self, EventOfCase, Revised, Revision, WarningOfCase},
    words::CaseWords,
};
use crate::{
    db::{CaseId, CodeId, Db, DbResult, Tx},
    jobs::retention::{Ends, RetentionRule},
    tasks::{
        booking::code,
        desk::{
            audit::{self, AuditEntry},
            figures::service as figures,
        },
    },
};
use chrono::{Days, Months, NaiveDate};
use domain::{
    LocalDay, Standard,
    case::{
        ActorKind, CaseEvent, CaseFact, CitizenAct, SeenWarning, fold_case, has_ended, list_acts,
        list_standing,
    },
};
use std::collections::BTreeMap;

pub use super::opening::{
    Opened, Opening, list_subjects, narrow_to_adult, open, open_new, open_under_appointment, take_back,
};

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule { table: "treatment_case", ends: Ends::With("anonymous_code") },
    RetentionRule { table: "case_event", ends: Ends::With("treatment_case") },
    RetentionRule { table: "case_warning", ends: Ends::With("treatment_case") },
    RetentionRule { table: "case_words", ends: Ends::With("treatment_case") },
];

/// Months for which a case is followed: so long after the guarantee's last day a complaint must be possible.
const FOLLOWED: Months = Months::new(7);

/// The last day on which a case that is opened today is kept.
#[must_use]
pub fn last_day_of_case(today: NaiveDate) -> NaiveDate {
    today.checked_add_months(FOLLOWED).unwrap_or(today)
}

/// Months after what has happened last for which a case is kept at least: so long a complaint must stay possible.
const KEPT_AFTER: Months = Months::new(6);

fn last_day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(KEPT_AFTER).unwrap_or(day)
}

/// Days for which a contact is kept that starts no time limit.
const NOTED: Days = Days::new(30);

/// The last day on which a contact is kept that starts no time limit.
#[must_use]
pub fn last_day_of_note(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(NOTED).unwrap_or(today)
}

/// The cases under a code, with their events.
pub async fn list_of_code(db: &Db, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    list_of_code_in(&mut db.read().await?, code).await
}

/// The same within a transaction.
pub async fn list_of_code_in(tx: &mut Tx, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    let mut cases = Vec::new();
    for case in repository::list_of_code(tx, code).await? {
        let events = read_events(tx, &case.id).await?;
        cases.push(case.with_events(events));
    }
    Ok(cases)
}

/// All cases of a municipality, with their events.
pub async fn list(db: &Db, municipality: &str) -> DbResult<Vec<CaseRecord>> {
    let mut tx = db.read().await?;
    let cases = repository::list(&mut tx, municipality).await?;
    let mut events: BTreeMap<CaseId, Vec<RecordedEvent>> = BTreeMap::new();
    for EventOfCase(case, event) in repository::list_events_of_all(&mut tx, municipality).await? {
        events.entry(case).or_default().push(event);
    }
    let mut seen: BTreeMap<CaseId, Vec<SeenWarning>> = BTreeMap::new();
    for WarningOfCase(case, warning) in repository::list_warnings_of_all(&mut tx, municipality).await? {
        seen.entry(case).or_default().push(warning);
    }
    let whole = |case: CaseRecord| {
        let (events, seen) = (events.remove(&case.id), seen.remove(&case.id));
        CaseRecord { seen: seen.unwrap_or_default(), ..case.with_events(events.unwrap_or_default()) }
    };
    Ok(cases.into_iter().map(whole).collect())
}

/// One case of a municipality.
pub async fn find(db: &Db, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    let mut tx = db.read().await?;
    let Some(found) = repository::find(&mut tx, municipality, case).await? else { return Ok(None) };
    let events = read_events(&mut tx, case).await?;
    let seen = repository::list_warnings(&mut tx, case).await?;
    let seen = seen.into_iter().map(|WarningOfCase(_, warning)| warning).collect();
    Ok(Some(CaseRecord { seen, ..found.with_events(events) }))
}

/// What changes with every change of a case of a municipality.
pub async fn find_revision(db: &Db, municipality: &str) -> DbResult<Revision> {
    repository::find_revision(&mut db.read().await?, municipality).await
}

/// Every case of a municipality, with what changes with it.
pub async fn list_revisions(db: &Db, municipality: &str) -> DbResult<Vec<(CaseId, i64)>> {
    let revisions = repository::list_revisions(&mut db.read().await?, municipality).await?;
    Ok(revisions.into_iter().map(|Revised(case, revision)| (case, revision)).collect())
}

/// Notes that a warning of a case was seen, and by whom; `false` where the case is there no more.
pub async fn note_seen(db: &Db, case: &CaseId, seen: SeenWarning, audited: &AuditEntry) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    if lock_case(&mut tx, &audited.municipality, case).await?.is_none() {
        return Ok(false);
    }
    repository::insert_warning(&mut tx, case, seen).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes the cases under a code; those in which staff have written are counted.
pub async fn delete_of_code(
    tx: &mut Tx,
    standard: &Standard,
    code: &CodeId,
    today: LocalDay,
) -> DbResult<()> {
    for case in list_of_code_in(tx, code).await? {
        let is_of_staff =
            |event: &CaseEvent<u32>| event.actor == ActorKind::Staff && !event.fact.is_of_call();
        if case.list_events().iter().any(is_of_staff) {
            figures::count(tx, standard, &case, today).await?;
        }
        repository::delete(tx, &case.id).await?;
    }
    Ok(())
}

/// The cases of a municipality whose codes are past their last day.
pub async fn list_expired(db: &Db, municipality: &str, today: LocalDay) -> DbResult<Vec<CaseId>> {
    let expired = repository::list_expired(&mut db.read().await?, municipality, today).await?;
    Ok(expired.into_iter().map(|Revised(case, _)| case).collect())
}

/// Deletes a case whose code is past its last day, and gives it as it stood; nothing where it is there no more, or lives
/// longer since.
pub async fn take_out(
    tx: &mut Tx,
    municipality: &str,
    case: &CaseId,
    today: LocalDay,
) -> DbResult<Option<CaseRecord>> {
    let Some(found) = lock_case(tx, municipality, case).await? else { return Ok(None) };
    let code = code::repository::find(tx, &found.code).await?;
    if code.is_some_and(|code| code.expires_on >= today.date()) {
        return Ok(None);
    }
    repository::delete(tx, case).await?;
    Ok(Some(found))
}

pub(super) async fn read_events(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<RecordedEvent>> {
    let events = repository::list_events(tx, case).await?;
    Ok(events.into_iter().map(|EventOfCase(_, event)| event).collect())
}

/// What a citizen does in a case, and what they say with it; nothing where they say nothing.
#[derive(Clone, Copy)]
pub struct CitizenWish<'a> {
    pub act: CitizenAct,
    pub words: &'a str,
}

/// Adds what the citizen does; `false` where it cannot be done as the case stands.
pub async fn act(
    db: &Db,
    (standard, words): (&Standard, &CaseWords),
    case: &CaseId,
    wish: CitizenWish<'_>,
    on: LocalDay,
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    let Some(record) = lock_case(&mut tx, &standard.code, case).await? else { return Ok(false) };
    let events = record.list_events();
    let state = fold_case(standard, &record.subject, &events, on);
    let fact = wish.act.fact(state.allocated);
    let said = if wish.act.takes_words() { wish.words } else { "" };
    if is_last(&record, words, (on, fact, ActorKind::Citizen), said) {
        return Ok(true);
    }
    if !list_acts(standard, &record.subject, &state, &events).contains(&wish.act) {
        return Ok(false);
    }
    let place = repository::insert_event(&mut tx, case, (on, fact, ActorKind::Citizen), "", None).await?;
    say(&mut tx, words, (case, place), said).await?;
    keep_while_wished(&mut tx, &record, (on, fact)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whether the last thing in a case is the same, with the same words on the same day: a page that was sent twice.
fn is_last(
    record: &CaseRecord,
    words: &CaseWords,
    (on, fact, actor): (LocalDay, CaseFact, ActorKind),
    said: &str,
) -> bool {
    let Some(RecordedEvent { event, sealed, .. }) = record.events.last() else { return false };
    let before =
        sealed.as_ref().and_then(|sealed| words.open(&record.id, event.id, sealed)).unwrap_or_default();
    (event.on, event.fact, event.actor) == (on, fact, actor) && before == said
}

/// Seals what is said with an event; nothing where nothing is said.
async fn say(tx: &mut Tx, words: &CaseWords, (case, place): (&CaseId, u32), said: &str) -> DbResult<()> {
    if said.is_empty() {
        return Ok(());
    }
    repository::insert_words(tx, case, place, &words.seal(case, place, said)).await
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

/// What staff write down.
#[derive(Clone, Copy)]
pub struct StaffEntry<'a> {
    pub on: LocalDay,
    pub fact: CaseFact,
    /// Which place it is about, where it is about another; else empty.
    pub place: &'a str,
    /// The event that it takes the place of.
    pub supersedes: Option<u32>,
}

/// Adds what staff write down, in the place of an earlier event where it corrects one; it is noted who did it.
pub async fn record(
    db: &Db,
    words: &CaseWords,
    case: &CaseId,
    entry: StaffEntry<'_>,
    audited: &AuditEntry,
) -> DbResult<Recorded> {
    let StaffEntry { on, fact, place: said, supersedes } = entry;
    let mut tx = db.begin().await?;
    let Some(record) = lock_case(&mut tx, &audited.municipality, case).await? else {
        return Ok(Recorded::Gone);
    };
    // A page that was sent twice writes once.
    let is_own = record
        .events
        .last()
        .is_some_and(|last| last.author == audited.who && last.event.supersedes == supersedes);
    if is_own && is_last(&record, words, (on, fact, ActorKind::Staff), said) {
        return Ok(Recorded::Done);
    }
    let events = record.list_events();
    let standing = list_standing(&events);
    if supersedes.is_some_and(|of| !standing.iter().any(|event| event.id == of)) {
        return Ok(Recorded::Corrected);
    }
    let event = (on, fact, ActorKind::Staff);
    let place = repository::insert_event(&mut tx, case, event, &audited.who, supersedes).await?;
    say(&mut tx, words, (case, place), said).await?;
    keep_while_wished(&mut tx, &record, (on.min(LocalDay::new(audited.on)), fact)).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(Recorded::Done)
}

/// Notes in every case under a code that has not ended that the centre called.
pub async fn note_call(
    tx: &mut Tx,
    code: &CodeId,
    (on, fact): (LocalDay, CaseFact),
    author: &str,
) -> DbResult<()> {
    // The code's row first, as everywhere.
    code::repository::lock(tx, code).await?;
    for case in list_of_code_in(tx, code).await? {
        if !has_ended(&case.list_events()) {
            repository::lock(tx, &case.id).await?;
            repository::insert_event(tx, &case.id, (on, fact, ActorKind::Staff), author, None).await?;
        }
    }
    Ok(())
}

/// Lets the code of a case live as long as a complaint must be possible, once treatment has been wished for. What lies ahead
/// keeps nothing longer: the day may be a slip of the pen.
async fn keep_while_wished(
    tx: &mut Tx,
    record: &CaseRecord,
    (on, fact): (LocalDay, CaseFact),
) -> DbResult<()> {
    let wished = fact.is_wish().then(|| on.date());
    if wished.is_some() || record.events.iter().any(|recorded| recorded.event.fact.is_wish()) {
        code::repository::keep_until(tx, &record.code, last_day_after(on.date()), wished).await?;
    }
    Ok(())
}

/// A case as it stands while nobody else can add to it.
async fn lock_case(tx: &mut Tx, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    let Some(found) = repository::find(tx, municipality, case).await? else { return Ok(None) };
    // The code's row first, as everywhere.
    code::repository::lock(tx, &found.code).await?;
    repository::lock(tx, case).await?;
    let Some(found) = repository::find(tx, municipality, case).await? else { return Ok(None) };
    let events = read_events(tx, case).await?;
    Ok(Some(found.with_events(events)))
}
