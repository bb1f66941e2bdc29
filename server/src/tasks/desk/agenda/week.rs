//! A week as its page shows it: one's own appointments, or how many everybody has.

use super::{
    page::{find_shown, list_team, name_of, view_all},
    service::{self, CountOfStaff},
};
use crate::{
    tasks::desk::{
        hours::service as hours, settings::service as settings, staff::StaffMember,
        staff_session::StaffSession,
    },
    web::{AppError, PageResult},
};
use app::{
    tasks::desk::{
        agenda::{
            axis::Column,
            text,
            views::{Entry, Shown, week_page},
            week::{WeekCell, WeekContent, WeekMatrix, WeekPage, WeekRow},
        },
        views::Notices,
    },
    ui::dates,
};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::LocalDay;
use std::collections::HashMap;

/// Days of a week.
const WEEK: u16 = 7;

/// The week of a day.
pub async fn show(session: &StaffSession, day: NaiveDate, notices: Notices) -> PageResult {
    let first = day.week(Weekday::Mon).first_day();
    match find_shown(session) {
        Shown::Mine => show_own(session, first, notices).await,
        Shown::All => {
            let matrix = count_all(session, first).await?;
            show_content(session, first, notices, WeekContent::All(&matrix))
        }
    }
}

fn show_content(
    session: &StaffSession,
    first: NaiveDate,
    notices: Notices,
    content: WeekContent<'_>,
) -> PageResult {
    let page = WeekPage { first, today: session.context.now.date(), content };
    let name = text::week_of(first, session.context.lang);
    session.page_named(&name, notices, |meta, notices| week_page(meta, &session.at(), notices, &page))
}

async fn show_own(session: &StaffSession, first: NaiveDate, notices: Notices) -> PageResult {
    let db = &session.context.state.services.db;
    let entries = view_all(service::list_days_of(db, &session.who.id, first, WEEK).await?, session);
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let away = hours::list_away(db, &session.who.municipality, first, WEEK).await?;
    let of = |day: NaiveDate| entries.iter().filter(move |entry| entry.begins.date() == day);
    let columns = list_days(first, |day| of(day).next().is_some()).into_iter().map(|day| Column {
        title: dates::day_of_year(day, session.context.lang),
        id: format!("d-{day}"),
        is_open: true,
        is_away: away.contains(&(session.who.id, day)),
        entries: of(day).collect(),
    });
    let columns: Vec<Column<'_>> = columns.collect();
    show_content(session, first, notices, WeekContent::Mine(&columns))
}

async fn count_all(session: &StaffSession, first: NaiveDate) -> Result<WeekMatrix, AppError> {
    let (db, municipality) = (&session.context.state.services.db, &session.who.municipality);
    let mut cells: HashMap<_, WeekCell> = HashMap::new();
    let mut tx = db.read().await?;
    for day in list_days(first, |_| true) {
        for CountOfStaff { staff, appointments, pending } in
            service::count_day(&mut tx, municipality, day).await?
        {
            if appointments > 0 {
                cells.insert((staff, day), WeekCell { appointments, pending, is_away: false });
            }
        }
    }
    drop(tx);
    let days = list_days(first, |day| cells.keys().any(|(_, taken)| *taken == day));
    for away in hours::list_away(db, municipality, first, WEEK).await? {
        cells.entry(away).or_default().is_away = true;
    }
    let row = |member: StaffMember| WeekRow {
        cells: days.iter().map(|day| cells.get(&(member.id, *day)).copied().unwrap_or_default()).collect(),
        name: name_of(&member, session),
    };
    let rows = list_team(session, Shown::All).await?.into_iter().map(row).collect();
    let centre = settings::load_days(db, municipality, first).await?;
    let days = days.iter().map(|day| (*day, centre.is_closed(*day))).collect();
    Ok(WeekMatrix { days, rows })
}

/// Monday to Friday, and what is used of the rest.
fn list_days(first: NaiveDate, is_used: impl Fn(NaiveDate) -> bool) -> Vec<NaiveDate> {
    let days = (0..WEEK).map(|ahead| LocalDay::new(first).plus_days(ahead).date());
    days.filter(|day| day.weekday().num_days_from_monday() < 5 || is_used(*day)).collect()
}
