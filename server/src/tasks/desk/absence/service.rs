//! An absence and what becomes of the appointments meanwhile: in one transaction, whole or not at all.

use super::model::{Absence, Fate, Hit, Whose};
use crate::{
    crypto::random::Random,
    db::{Db, DbResult, ExceptionId, Tx},
    tasks::{
        booking::transactions,
        desk::{
            agenda::{self, service::AgendaEntry},
            audit::{AuditAction, AuditEntry},
            hours::service::{self as hours, ExceptionDay, Roster},
            settings::service as settings,
            staff::StaffMember,
        },
    },
};
use chrono::{NaiveDate, Timelike};
use domain::{Instant, Minute, Role};

/// Makes an entry of what is done, and to whom or what.
type MakeEntry<'a> = &'a (dyn Fn(AuditAction, &str) -> AuditEntry + Sync);

/// The minutes of the day in which an appointment lies.
fn find_span(entry: &AgendaEntry) -> Option<(NaiveDate, u16, u16)> {
    let begins = Instant::of_minute(entry.appointment.starts)?.local();
    let from = u16::try_from(begins.hour() * 60 + begins.minute()).ok()?;
    Some((begins.date(), from, from.saturating_add(entry.appointment.minutes)))
}

impl Absence {
    fn first(&self) -> NaiveDate {
        self.days.first().copied().unwrap_or_default()
    }

    fn affects(&self, entry: &AgendaEntry, now: Minute) -> bool {
        let is_theirs = match &self.whose {
            Whose::Staff(member) => entry.staff == member.id,
            Whose::Centre => true,
        };
        let Some((day, from, to)) = find_span(entry) else { return false };
        let is_meanwhile = self.spans.iter().any(|(begins, ends)| *begins < to && from < *ends);
        is_theirs && is_meanwhile && self.days.contains(&day) && entry.appointment.starts >= now
    }
}

/// The appointments that an absence affects, in the order of time, and who could take each.
pub async fn list_hits(
    db: &Db,
    municipality: &str,
    absence: &Absence,
    team: &[StaffMember],
    now: Minute,
) -> DbResult<Vec<Hit>> {
    let days = u16::try_from(absence.days.len()).unwrap_or(u16::MAX);
    let all = agenda::service::list_days(db, municipality, absence.first(), days).await?;
    let roster = hours::load_roster(db, municipality, absence.first()).await?;
    let free = |entry: &AgendaEntry| match &absence.whose {
        Whose::Centre => Vec::new(),
        Whose::Staff(_) => {
            team.iter().filter(|member| is_free(member, entry, &all, &roster)).cloned().collect()
        }
    };
    let affected: Vec<Vec<StaffMember>> =
        all.iter().filter(|entry| absence.affects(entry, now)).map(free).collect();
    let hits = all.into_iter().filter(|entry| absence.affects(entry, now));
    Ok(hits.zip(affected).map(|(entry, free)| Hit { entry, free }).collect())
}

fn is_free(member: &StaffMember, entry: &AgendaEntry, all: &[AgendaEntry], roster: &Roster) -> bool {
    let Some((day, from, to)) = find_span(entry) else { return false };
    member.id != entry.staff
        && member.role != Role::Admin
        && roster.is_at_work(&member.id, day, from, to)
        && !all.iter().any(|other| other.staff == member.id && other.overlaps(entry))
}

/// Saves an absence and does with each appointment what was chosen. `false`, and nothing is saved, where one of them
/// cannot be done any more. `audit` makes an entry of what is done.
pub async fn save(
    db: &Db,
    random: &Random,
    absence: &Absence,
    fates: &[(AgendaEntry, Fate)],
    (now, audit): (Minute, MakeEntry<'_>),
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    note_days(&mut tx, random, absence, audit).await?;
    for (entry, fate) in fates {
        let (id, alias) = (&entry.appointment.id, entry.pseudonym.as_str());
        let is_done = match fate {
            Fate::Keep => true,
            Fate::CallOff => {
                let day = find_span(entry).map_or_else(|| absence.first(), |(day, ..)| day);
                let audited = audit(AuditAction::AppointmentCalledOff, alias);
                transactions::call_off_in(&mut tx, id, day, &audited).await?
            }
            Fate::HandOver(to) => {
                let audited = audit(AuditAction::AppointmentHandedOver, alias);
                transactions::hand_over_in(&mut tx, id, (&entry.staff, to), now, &audited).await?
            }
        };
        if !is_done {
            return Ok(false);
        }
    }
    tx.commit().await?;
    db.scrub().await?;
    Ok(true)
}

async fn note_days(tx: &mut Tx, random: &Random, absence: &Absence, audit: MakeEntry<'_>) -> DbResult<()> {
    match &absence.whose {
        Whose::Centre => {
            for day in &absence.days {
                let audited = audit(AuditAction::DayClosed, &day.to_string());
                settings::close_day_in(tx, *day, &absence.note, &audited).await?;
            }
        }
        Whose::Staff(member) => {
            let spans = || absence.spans.iter();
            let exceptions = absence.days.iter().flat_map(|day| {
                spans().map(|&(from, to)| ExceptionDay {
                    id: ExceptionId::random(random),
                    day: *day,
                    from,
                    to,
                    away: true,
                })
            });
            let exceptions: Vec<ExceptionDay> = exceptions.collect();
            let last = absence.days.last().copied().unwrap_or_default();
            let audited = audit(AuditAction::ExceptionAdded, &member.name);
            let audited = audited.changing("", format!("{} – {last}", absence.first()));
            hours::add_exceptions_in(tx, &member.id, &exceptions, &audited).await?;
        }
    }
    Ok(())
}
