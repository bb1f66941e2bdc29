//! Opening cases: in the transaction of what is booked or asked for, and at the desk.

use super::{CaseRecord, Track, repository, service::read_events};
use crate::{
    db::{AppointmentId, CaseId, CodeId, Db, DbResult, FormKey, Tx},
    tasks::{
        booking::code::{self, CodeRecord},
        desk::audit::{self, AuditEntry},
    },
};
use chrono::NaiveDate;
use domain::{
    AgeRange, BookingAbout, LocalDay, Standard, TreatmentWish,
    case::{ActorKind, CaseEvent, CaseFact, CaseSubject, fold_case, has_ended, list_standing},
    decide::{ContactBy, list_wishes},
};

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
        if wished.iter().any(|opening| opening.subject == case.opened_as) {
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
