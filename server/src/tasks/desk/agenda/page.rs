//! A day as its page shows it.

use super::{
    needs::Gathered,
    service::{self, AgendaEntry, may_talk},
};
use crate::{
    db::StaffId,
    tasks::desk::{
        cases::list::load_board,
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
            views::{DayPage, Entry, Shown, day_page},
        },
        views::Notices,
    },
    ui::dates,
};
use chrono::NaiveDate;
use domain::{Instant, Role};

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
                // On a phone an appointment that is looked at stands alone.
                is_open: member.id == session.who.id && chosen.is_none(),
                is_away: away.iter().any(|(who, _)| *who == member.id),
                entries: of(member.id).collect(),
            })
            .filter(|column| !column.entries.is_empty() || column.is_away || (column.is_open && talks))
            .collect();
        let closed = settings::load_days(db, municipality, day).await?.find_closure(day);
        let board = load_board(session).await?;
        let latest = chosen.as_ref().and_then(|chosen| board.find_latest(&chosen.code));
        let chosen = chosen.and_then(|chosen| view(chosen, session));
        let card = chosen.as_ref().map(|(_, entry)| Card {
            entry,
            free: free.as_deref().unwrap_or_default(),
            latest,
        });
        let gathered = Gathered::of(session).await?;
        let page = DayPage {
            day,
            today: now.date(),
            now: (day == now.date()).then(|| now.time()),
            closed: closed.as_ref(),
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
}

/// Who takes appointments, oneself first.
pub(super) async fn list_team(session: &StaffSession, shown: Shown) -> Result<Vec<StaffMember>, AppError> {
    let db = &session.context.state.services.db;
    let team = staff::service::list_team(db, &session.who.municipality).await?;
    let (own, others): (Vec<_>, Vec<_>) = team.into_iter().partition(|member| member.id == session.who.id);
    let others = others.into_iter().filter(|_| shown == Shown::All);
    Ok(own.into_iter().chain(others).collect())
}

pub(super) fn name_of(member: &StaffMember, session: &StaffSession) -> String {
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
        code: _,
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
