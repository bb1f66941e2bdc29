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
use domain::{Instant, LocalDay, MINUTES_OF_DAY, Minute};

/// Makes an entry of what is done, and to whom or what.
type MakeEntry<'a> = &'a (dyn Fn(AuditAction, &str) -> AuditEntry + Sync);

/// The minutes of the day in which an appointment lies.
fn find_span(entry: &AgendaEntry) -> Option<(NaiveDate, u16, u16)> {
    let begins = Instant::of_minute(entry.appointment.starts)?.local();
    let from = u16::try_from(begins.hour() * 60 + begins.minute()).ok()?;
    Some((begins.date(), from, from.saturating_add(entry.appointment.minutes)))
}

impl Absence {
    fn count_days(&self) -> u16 {
        u16::try_from(self.days.len()).unwrap_or(u16::MAX)
    }

    /// What is held on these days is let go: nobody books into an absence.
    async fn release_holds(&self, tx: &mut Tx, municipality: &str) -> DbResult<()> {
        let staff = match &self.whose {
            Whose::Staff(member) => Some(&member.id),
            Whose::Centre => None,
        };
        let first = LocalDay::new(self.first());
        let between = first.begins().minute()..first.plus_days(self.count_days()).begins().minute();
        transactions::release_between(tx, municipality, staff, &between).await
    }

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
        let ends = entry.appointment.starts + Minute::from(entry.appointment.minutes);
        is_theirs && is_meanwhile && self.days.contains(&day) && ends > now
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
    let all = agenda::service::list_days(db, municipality, absence.first(), absence.count_days()).await?;
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
        && roster.is_at_work(&member.id, day, from, to)
        && !all.iter().any(|other| other.staff == member.id && other.overlaps(entry))
}

/// Saves an absence and does with each appointment what was chosen. `false`, and nothing is saved, where one of them
/// cannot be done any more, or others have been booked meanwhile. `audit` makes an entry of what is done.
pub async fn save(
    db: &Db,
    random: &Random,
    absence: &Absence,
    (hits, fates): (&[Hit], &[Fate]),
    (now, audit): (Minute, MakeEntry<'_>),
) -> DbResult<bool> {
    let mut tx = db.begin().await?;
    let municipality = audit(AuditAction::ExceptionAdded, "").municipality;
    absence.release_holds(&mut tx, &municipality).await?;
    if !is_still_so(&mut tx, &municipality, absence, hits, now).await? {
        return Ok(false);
    }
    note_days(&mut tx, random, absence, audit).await?;
    for (hit, fate) in hits.iter().zip(fates) {
        if !decide(&mut tx, absence, (hit, fate), (now, audit)).await? {
            return Ok(false);
        }
    }
    tx.commit().await?;
    db.scrub().await?;
    Ok(true)
}

/// Whether the appointments that are affected are those that were decided on.
async fn is_still_so(
    tx: &mut Tx,
    municipality: &str,
    absence: &Absence,
    hits: &[Hit],
    now: Minute,
) -> DbResult<bool> {
    let all = agenda::service::list_days_in(tx, municipality, absence.first(), absence.count_days()).await?;
    let affected = all.iter().filter(|entry| absence.affects(entry, now));
    let decided =
        |entry: &AgendaEntry| hits.iter().any(|hit| hit.entry.appointment.id == entry.appointment.id);
    Ok(affected.filter(|entry| !decided(entry)).count() == 0)
}

/// Does with an appointment what was chosen. `false` where that cannot be done any more.
async fn decide(
    tx: &mut Tx,
    absence: &Absence,
    (hit, fate): (&Hit, &Fate),
    (now, audit): (Minute, MakeEntry<'_>),
) -> DbResult<bool> {
    let entry = &hit.entry;
    let (id, alias) = (&entry.appointment.id, entry.pseudonym.as_str());
    match fate {
        Fate::Keep => Ok(true),
        Fate::CallOff => {
            let day = find_span(entry).map_or_else(|| absence.first(), |(day, ..)| day);
            let audited = audit(AuditAction::AppointmentCalledOff, alias);
            transactions::call_off_in(tx, id, day, &audited).await
        }
        Fate::HandOver(to) => {
            let name = hit.free.iter().find(|member| member.id == *to).map_or("", |member| &member.name);
            let audited = audit(AuditAction::AppointmentHandedOver, &format!("{alias} → {name}"));
            transactions::hand_over_in(tx, id, (&entry.staff, to), now, &audited).await
        }
    }
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
            let times = absence.spans.iter().filter(|span| **span != (0, MINUTES_OF_DAY));
            let times = times.map(|(from, to)| {
                format!(" {:02}.{:02}-{:02}.{:02}", from / 60, from % 60, to / 60, to % 60)
            });
            let times = times.collect::<String>();
            let audited = audited.changing("", format!("{} – {last}{times}", absence.first()));
            hours::add_exceptions_in(tx, &member.id, &exceptions, &audited).await?;
        }
    }
    Ok(())
}
