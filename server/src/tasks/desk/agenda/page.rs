//! A day or a week as its page shows it.

use super::{
    needs::Gathered,
    service::{self, AgendaEntry, may_talk},
};
use crate::{
    db::StaffId,
    tasks::desk::{
        hours::service as hours,
        settings::service as settings,
        staff::{self, StaffMember},
        staff_session::StaffSession,
    },
    web::{AppError, PageResult},
};
use app::{
    tasks::desk::{
        agenda::{
            axis::Column,
            card::Card,
            text,
            views::{DayPage, Entry, Shown, day_page, week_page},
            week::{WeekCell, WeekPage, WeekRow},
        },
        views::Notices,
    },
    ui::dates,
};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::{Instant, LocalDay, Role};

/// Days of a week.
const WEEK: u16 = 7;

/// Whose appointments somebody wants to see.
pub fn find_shown(session: &StaffSession) -> Shown {
    if session.param("vis") == Some("mine") { Shown::Mine } else { Shown::All }
}

/// A day of the desk, with the appointment that is looked at.
pub struct Agenda<'a> {
    session: &'a StaffSession,
    day: NaiveDate,
    chosen: Option<AgendaEntry>,
}

impl<'a> Agenda<'a> {
    pub const fn of(session: &'a StaffSession, day: NaiveDate) -> Self {
        Self { session, day, chosen: None }
    }

    pub fn of_entry(session: &'a StaffSession, entry: AgendaEntry) -> Self {
        let begins = Instant::of_minute(entry.appointment.starts).map(Instant::local);
        let day = begins.map_or_else(|| session.context.now.date(), |begins| begins.date());
        Self { session, day, chosen: Some(entry) }
    }

    pub async fn show(self, notices: Notices) -> PageResult {
        let Self { session, day, chosen } = self;
        let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
        let (now, shown) = (session.context.now, find_shown(session));
        let found = service::list_day(db, municipality, day).await?;
        let team = list_team(session, shown).await?;
        let away = hours::list_away(db, municipality, day, 1).await?;
        let free = chosen.as_ref().map(|chosen| list_free(session, chosen, &found, &team, &away));
        let entries = view_all(found, session);
        let of = |who: StaffId| entries.iter().filter(move |(staff, _)| *staff == who).map(|(_, one)| one);
        // A lead who takes no appointments has no column.
        let talks = session.who.role == Role::Counsellor || shown == Shown::Mine;
        let columns: Vec<Column<'_>> = team
            .iter()
            .map(|member| Column {
                title: name_of(member, session),
                id: format!("r-{}", member.id),
                is_open: member.id == session.who.id,
                is_away: away.iter().any(|(who, _)| *who == member.id),
                entries: of(member.id).collect(),
            })
            .filter(|column| !column.entries.is_empty() || column.is_away || (column.is_open && talks))
            .collect();
        let closed = settings::list_closed_days(db, municipality, day).await?;
        let closed = closed.into_iter().find(|(closed, _)| *closed == day).map(|(_, note)| note);
        let chosen = chosen.and_then(|chosen| view(chosen, session));
        let card = chosen.as_ref().map(|(_, entry)| Card {
            entry,
            free: free.as_deref().unwrap_or_default(),
            guarantee: session.guarantee(),
        });
        let gathered = Gathered::of(session).await?;
        let page = DayPage {
            day,
            today: now.date(),
            now: (day == now.date()).then(|| now.time()),
            closed: closed.as_deref(),
            shown,
            columns: &columns,
            card: card.as_ref(),
            needs: &gathered.view(),
        };
        let lang = session.context.lang;
        let name = dates::long_date(day, lang);
        let name = card.as_ref().map_or(name, |card| card.entry.pseudonym.clone());
        session.page_named(&name, notices, |meta, notices| day_page(meta, &session.at(), notices, &page))
    }

    pub async fn show_week(self, notices: Notices) -> PageResult {
        let session = self.session;
        let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
        let (now, lang, shown) = (session.context.now, session.context.lang, find_shown(session));
        let first = self.day.week(Weekday::Mon).first_day();
        let entries = view_all(service::list_days(db, municipality, first, WEEK).await?, session);
        let away = hours::list_away(db, municipality, first, WEEK).await?;
        let closed = settings::list_closed_days(db, municipality, first).await?;
        let is_used = |day: &NaiveDate| {
            day.weekday().num_days_from_monday() < 5
                || entries.iter().any(|(_, one)| one.begins.date() == *day)
        };
        let days = (0..WEEK).map(|ahead| LocalDay::new(first).plus_days(ahead).date());
        let days: Vec<NaiveDate> = days.filter(is_used).collect();
        let team = list_team(session, shown).await?;
        let row = |member: &StaffMember| {
            let cell = |day: &NaiveDate| {
                let is_meant =
                    |(who, one): &&(StaffId, Entry)| *who == member.id && one.begins.date() == *day;
                let of_day: Vec<_> = entries.iter().filter(is_meant).collect();
                WeekCell {
                    appointments: of_day.len(),
                    pending: of_day.iter().filter(|(_, one)| one.pending).count(),
                    is_away: away.contains(&(member.id, *day)),
                }
            };
            WeekRow { name: name_of(member, session), cells: days.iter().map(cell).collect() }
        };
        let rows: Vec<WeekRow> = team.iter().map(row).collect();
        let columns = days.iter().map(|day| Column {
            title: dates::day_of_year(*day, lang),
            id: format!("d-{day}"),
            is_open: true,
            is_away: away.contains(&(session.who.id, *day)),
            entries: entries
                .iter()
                .filter(|(who, one)| *who == session.who.id && one.begins.date() == *day)
                .map(|(_, one)| one)
                .collect(),
        });
        let columns: Vec<Column<'_>> = columns.collect();
        let dates: Vec<_> =
            days.iter().map(|day| (*day, closed.iter().any(|(closed, _)| closed == day))).collect();
        let page = WeekPage { first, today: now.date(), shown, days: &columns, dates: &dates, rows: &rows };
        let name = text::week_of(first, lang);
        session.page_named(&name, notices, |meta, notices| week_page(meta, &session.at(), notices, &page))
    }
}

/// Who takes appointments, oneself first.
async fn list_team(session: &StaffSession, shown: Shown) -> Result<Vec<StaffMember>, AppError> {
    let db = &session.context.state.services.db;
    let team = staff::service::list_team(db, &session.who.municipality).await?;
    let (own, others): (Vec<_>, Vec<_>) = team.into_iter().partition(|member| member.id == session.who.id);
    let others = others.into_iter().filter(|_| shown == Shown::All);
    Ok(own.into_iter().chain(others).collect())
}

fn name_of(member: &StaffMember, session: &StaffSession) -> String {
    if member.id == session.who.id {
        text::you(&member.name, session.context.lang)
    } else {
        member.name.clone()
    }
}

/// The colleagues who have nothing at the time of an appointment, and are not away that day.
fn list_free(
    session: &StaffSession,
    chosen: &AgendaEntry,
    of_day: &[AgendaEntry],
    team: &[StaffMember],
    away: &[(StaffId, NaiveDate)],
) -> Vec<(String, String)> {
    let is_free = |member: &&StaffMember| {
        let is_taken = of_day.iter().any(|one| one.staff == member.id && one.overlaps(chosen));
        member.id != chosen.staff && !is_taken && !away.iter().any(|(who, _)| *who == member.id)
    };
    let name = |member: &StaffMember| (member.id.to_string(), name_of(member, session));
    team.iter().filter(is_free).map(name).collect()
}

pub(super) fn view_all(entries: Vec<AgendaEntry>, session: &StaffSession) -> Vec<(StaffId, Entry)> {
    entries.into_iter().filter_map(|entry| view(entry, session)).collect()
}

pub fn view(entry: AgendaEntry, session: &StaffSession) -> Option<(StaffId, Entry)> {
    let AgendaEntry {
        appointment,
        staff,
        counsellor,
        pseudonym,
        talks,
        extended_by,
        contact_on,
        free_from: _,
    } = entry;
    let view = Entry {
        id: appointment.id.to_string(),
        kind: appointment.kind,
        about: appointment.about,
        begins: Instant::of_minute(appointment.starts)?.local(),
        minutes: appointment.minutes,
        pending: appointment.pending,
        lang: appointment.lang,
        counsellor,
        may_talk: may_talk(&session.who, staff),
        pseudonym,
        talks,
        extended_by,
        contact_on,
    };
    Some((staff, view))
}
