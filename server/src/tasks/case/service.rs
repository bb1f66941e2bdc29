//! Opening a case in the transaction of what is booked, adding to it, and reading it.

use super::{
    CaseRecord, RecordedEvent, Track,
    repository::{self, EventOfCase, Revised, Revision, WarningOfCase},
    words::CaseWords,
};
use crate::{
    db::{AppointmentId, CaseId, CodeId, Db, DbResult, FormKey, Tx},
    jobs::retention::{Ends, RetentionRule},
    tasks::{
        booking::code::{self, CodeRecord},
        desk::{
            audit::{self, AuditEntry},
            figures::service as figures,
        },
    },
};
use chrono::{Days, Months, NaiveDate};
use domain::{
    AgeRange, BookingAbout, LocalDay, Standard, TreatmentWish,
    case::{
        ActorKind, CaseEvent, CaseFact, CaseSubject, CitizenAct, SeenWarning, fold_case, has_ended,
        list_acts, list_standing,
    },
    decide::{ContactBy, list_wishes},
};
use std::collections::BTreeMap;

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

/// The ages from 18 on among those that were chosen; where there are none, what was chosen.
#[must_use]
pub fn narrow_to_adult(ages: Option<AgeRange>) -> AgeRange {
    let AgeRange { from, to } = ages.unwrap_or(AgeRange::ANY);
    let from = if to.is_none_or(|to| to >= 18) { from.max(18) } else { from };
    AgeRange { from, to }
}

/// A contact about treatment of one substance, made on a day.
#[derive(Clone, Copy)]
pub struct Opening {
    pub case: CaseId,
    pub subject: CaseSubject,
    pub on: LocalDay,
    pub by: ContactBy,
    /// Whether treatment is wished for.
    pub wish: bool,
}

impl Opening {
    /// The citizen's own wish that a form carries. A form sent twice opens one case.
    #[must_use]
    pub fn of_form(form: &FormKey, subject: CaseSubject, on: LocalDay) -> Self {
        Self::of_contact(form, subject, (ContactBy::Citizen, true), on)
    }

    /// The contact of somebody, with a wish or without, that a form carries.
    #[must_use]
    pub fn of_contact(
        form: &FormKey,
        subject: CaseSubject,
        (by, wish): (ContactBy, bool),
        on: LocalDay,
    ) -> Self {
        Self { case: form.case_id(subject.substance), subject, on, by, wish }
    }

    /// As it stands in the case.
    #[must_use]
    pub const fn fact(&self) -> CaseFact {
        CaseFact::Contact { by: self.by, wish: self.wish }
    }

    /// Whether a time limit runs from it, as far as is known by now.
    #[must_use]
    pub fn starts_clock(&self, standard: &Standard) -> bool {
        let event =
            CaseEvent { id: 1, on: self.on, fact: self.fact(), actor: ActorKind::Staff, supersedes: None };
        fold_case(standard, &self.subject, &[event], self.on).clock.outcome.start_latest.is_some()
    }
}

/// What became of a case that was to be opened with a code of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opened {
    Done,
    /// The form has opened them before.
    Before,
    /// Another code has the first digits of the new one.
    SelectorTaken,
}

/// Opens cases under a new code at the desk; it is noted who did it. A form that is sent again opens nothing more.
pub async fn open_new(
    db: &Db,
    record: &CodeRecord,
    openings: &[Opening],
    audited: &AuditEntry,
) -> DbResult<Opened> {
    let mut tx = db.begin().await?;
    if !code::repository::insert(&mut tx, record).await? {
        let is_known = code::repository::find(&mut tx, &record.id).await?.is_some();
        return Ok(if is_known { Opened::Before } else { Opened::SelectorTaken });
    }
    let under = (record.municipality.as_str(), &record.id);
    open(&mut tx, under, (Track::Confidential, &audited.who), openings).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(Opened::Done)
}

/// Opens cases under the code of an appointment, which then lives until a day; the first of them, and whether anything was
/// written. `None` where the appointment is there no more.
pub async fn open_under_appointment(
    db: &Db,
    appointment: &AppointmentId,
    openings: &[Opening],
    until: NaiveDate,
    audited: &AuditEntry,
) -> DbResult<Option<(CaseId, bool)>> {
    let mut tx = db.begin().await?;
    let municipality = audited.municipality.as_str();
    let locked = code::repository::lock_of_appointment(&mut tx, municipality, appointment).await?;
    let Some(code) = locked else { return Ok(None) };
    let written = open(&mut tx, (municipality, &code), (Track::Anonymous, &audited.who), openings).await?;
    let wished = openings.iter().find(|opening| opening.wish).map(|opening| opening.on.date());
    code::repository::keep_until(&mut tx, &code, until, wished).await?;
    if !written.is_empty() {
        audit::service::record(&mut tx, audited).await?;
    }
    let cases = repository::list_of_code(&mut tx, &code).await?;
    tx.commit().await?;
    let is_of =
        |case: &CaseRecord| openings.iter().any(|one| one.subject.substance == case.subject.substance);
    Ok(cases.into_iter().find(is_of).map(|case| (case.id, !written.is_empty())))
}

/// Opens a case under a code for each contact that has none yet, with the contact as its first event; a case that is there
/// gets the contact too, unless the same stands since it last ended. Gives the cases in which something was written.
/// `author` wrote it down at the desk; empty where the citizen did.
pub async fn open(
    tx: &mut Tx,
    (municipality, code): (&str, &CodeId),
    (track, author): (Track, &str),
    openings: &[Opening],
) -> DbResult<Vec<CaseId>> {
    let actor = if author.is_empty() { ActorKind::Citizen } else { ActorKind::Staff };
    let mut written = Vec::new();
    for opening in openings {
        let subject = (&opening.subject, track);
        let is_new = repository::insert(tx, &opening.case, municipality, code, subject).await?;
        let case = if is_new { Some(opening.case) } else { find_without(tx, code, opening).await? };
        if let Some(case) = case {
            let event = (opening.on, opening.fact(), actor);
            repository::insert_event(tx, &case, event, author, None).await?;
            written.push(case);
        }
    }
    Ok(written)
}

/// The case about a substance under a code in which a contact does not stand, or which has ended since.
async fn find_without(tx: &mut Tx, code: &CodeId, opening: &Opening) -> DbResult<Option<CaseId>> {
    let cases = repository::list_of_code(tx, code).await?;
    let found = cases.into_iter().find(|case| case.subject.substance == opening.subject.substance);
    let Some(case) = found.map(|case| case.id) else { return Ok(None) };
    repository::lock(tx, &case).await?;
    let events = read_plain_events(tx, &case).await?;
    let stands = list_standing(&events).iter().any(|event| event.fact == opening.fact());
    Ok((!stands || has_ended(&events)).then_some(case))
}

/// Takes back what a form had opened before it was sent anew, where it asks for something else now: what is nothing but
/// the citizen's wish goes; in a case that was written in, it is noted that the wish is taken back. What is wished for as
/// before stays as it is.
pub async fn take_back(tx: &mut Tx, code: &CodeId, wished: &[Opening], on: LocalDay) -> DbResult<()> {
    for case in repository::list_of_code(tx, code).await? {
        if wished.iter().any(|opening| opening.subject == case.subject) {
            continue;
        }
        repository::lock(tx, &case.id).await?;
        let events = read_plain_events(tx, &case.id).await?;
        let is_own = events.iter().all(|event| event.actor == ActorKind::Citizen);
        if is_own && events.len() < 2 {
            repository::delete(tx, &case.id).await?;
        } else if !has_ended(&events) {
            let event = (on, CaseFact::Withdrawn, ActorKind::Citizen);
            repository::insert_event(tx, &case.id, event, "", None).await?;
        }
    }
    Ok(())
}

async fn read_plain_events(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<CaseEvent<u32>>> {
    Ok(read_events(tx, case).await?.into_iter().map(|recorded| recorded.event).collect())
}

/// The cases under a code, with their events.
pub async fn list_of_code(db: &Db, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    list_of_code_in(&mut db.read().await?, code).await
}

/// The same within a transaction.
pub async fn list_of_code_in(tx: &mut Tx, code: &CodeId) -> DbResult<Vec<CaseRecord>> {
    let mut cases = repository::list_of_code(tx, code).await?;
    for case in &mut cases {
        case.events = read_events(tx, &case.id).await?;
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
    let mut seen: BTreeMap<CaseId, Vec<SeenWarning>> = BTreeMap::new();
    for WarningOfCase(case, warning) in repository::list_warnings_of_all(&mut tx, municipality).await? {
        seen.entry(case).or_default().push(warning);
    }
    for case in &mut cases {
        case.events = events.remove(&case.id).unwrap_or_default();
        case.seen = seen.remove(&case.id).unwrap_or_default();
    }
    Ok(cases)
}

/// One case of a municipality.
pub async fn find(db: &Db, municipality: &str, case: &CaseId) -> DbResult<Option<CaseRecord>> {
    let mut tx = db.read().await?;
    let Some(mut found) = repository::find(&mut tx, municipality, case).await? else { return Ok(None) };
    found.events = read_events(&mut tx, &found.id).await?;
    let seen = repository::list_warnings(&mut tx, &found.id).await?;
    found.seen = seen.into_iter().map(|WarningOfCase(_, warning)| warning).collect();
    Ok(Some(found))
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
        if case.events.iter().any(|recorded| recorded.event.actor == ActorKind::Staff) {
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

async fn read_events(tx: &mut Tx, case: &CaseId) -> DbResult<Vec<RecordedEvent>> {
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
    if !list_acts(standard, &record.subject, &state, &events).contains(&wish.act) {
        return Ok(false);
    }
    let event = (on, wish.act.fact(), ActorKind::Citizen);
    let place = repository::insert_event(&mut tx, case, event, "", None).await?;
    if wish.act.takes_words() && !wish.words.is_empty() {
        let sealed = words.seal(case, place, wish.words);
        repository::insert_words(&mut tx, case, place, &sealed).await?;
    }
    keep_while_wished(&mut tx, &record, (on, wish.act.fact())).await?;
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
    keep_while_wished(&mut tx, &record, (on, fact)).await?;
    audit::service::record(&mut tx, audited).await?;
    tx.commit().await?;
    Ok(Recorded::Done)
}

/// Lets the code of a case live as long as a complaint must be possible, once treatment has been wished for.
async fn keep_while_wished(
    tx: &mut Tx,
    record: &CaseRecord,
    (on, fact): (LocalDay, CaseFact),
) -> DbResult<()> {
    let is_wish = |fact| matches!(fact, CaseFact::Contact { wish: true, .. });
    let wished = is_wish(fact).then(|| on.date());
    if wished.is_some() || record.events.iter().any(|recorded| is_wish(recorded.event.fact)) {
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
    let Some(mut found) = repository::find(tx, municipality, case).await? else { return Ok(None) };
    found.events = read_events(tx, case).await?;
    Ok(Some(found))
}
