//! The list of cases, from the board in memory; and that a warning has been seen.

use crate::{
    db::CaseId,
    tasks::{
        case::{
            board::{Board, BoardRow},
            service,
        },
        desk::{
            audit::AuditAction,
            staff_session::{Flash, StaffSession},
        },
    },
    web::{AppError, PageResult, form::FormBody},
};
use app::tasks::desk::cases::{
    list::{CaseFilter, CaseRow, CaseView, CasesPage, ShownWarning, cases_page},
    text,
};
use domain::{
    LocalDay, Role, Substance, UnitSide,
    case::{CaseSubject, DeadlineKind, SeenWarning},
};
use std::sync::Arc;

/// Cases on a page of the list.
const SHOWN: usize = 8;

/// The cases of somebody's municipality as they stand today.
pub async fn load_board(session: &StaffSession) -> Result<Arc<Board>, AppError> {
    let services = &session.context.state.services;
    let today = LocalDay::new(session.context.now.date());
    Ok(services.cases.load(&services.db, &session.standard, today).await?)
}

/// Whether a role may see a case: the authority decides for the young, and sees theirs alone.
#[must_use]
pub const fn may_see(role: Role, subject: &CaseSubject) -> bool {
    match role {
        Role::Counsellor | Role::Lead | Role::Manager => true,
        Role::Authority => subject.is_under_age(),
        Role::Admin | Role::ComplaintReader => false,
    }
}

/// A case that somebody may see.
pub async fn find_row(session: &StaffSession, case: &CaseId) -> Result<Option<Arc<BoardRow>>, AppError> {
    let board = load_board(session).await?;
    Ok(board.find(case).filter(|row| may_see(session.who.role, &row.case.subject)))
}

fn read_filter(session: &StaffSession) -> CaseFilter {
    let param = |name: &str| session.param(name).unwrap_or_default();
    CaseFilter {
        view: CaseView::from_code(param("vis")),
        only: Substance::from_code(param("om")),
        kind: DeadlineKind::from_code(param("frist")),
        side: UnitSide::from_code(param("enhed")),
        is_mine: param("hvis") == "mine",
        name: String::new(),
    }
}

/// Whether a case is one that the filter asks for.
fn is_wanted(session: &StaffSession, filter: &CaseFilter, row: &BoardRow) -> bool {
    let case = &row.case;
    let wrote = || case.events.iter().any(|event| event.author == session.who.name);
    may_see(session.who.role, &case.subject)
        && filter.only.is_none_or(|only| case.subject.substance == only)
        && filter.side.is_none_or(|side| row.side == Some(side))
        && filter.kind.is_none_or(|kind| row.find_deadline(kind).is_some())
        && (!filter.is_mine || wrote())
        && (filter.name.is_empty() || case.pseudonym.to_lowercase().contains(&filter.name))
}

pub async fn list(session: StaffSession) -> PageResult {
    let board = match &session.board {
        Some(board) => Arc::clone(board),
        None => load_board(&session).await?,
    };
    show(&session, &board, &read_filter(&session))
}

/// Cases on the page of those whose alias was looked for: there is no next one.
const FOUND: usize = 40;

fn show(session: &StaffSession, board: &Board, filter: &CaseFilter) -> PageResult {
    let number: u32 = session.param("side").and_then(|page| page.parse().ok()).unwrap_or(0);
    let of_view: Vec<&Arc<BoardRow>> = match filter.view {
        // An alias is looked for wherever it stands.
        _ if !filter.name.is_empty() => board.all().collect(),
        // What has to do with another place comes after the start.
        CaseView::Running if filter.kind.is_some_and(DeadlineKind::is_external) => {
            board.elsewhere.iter().collect()
        }
        CaseView::Running => board.running.iter().collect(),
        CaseView::Warned => board.warned.iter().collect(),
        CaseView::Written => board.written.iter().collect(),
        CaseView::Elsewhere => board.elsewhere.iter().collect(),
        CaseView::Over => board.over.iter().collect(),
    };
    let mut wanted: Vec<&Arc<BoardRow>> =
        of_view.into_iter().filter(|row| is_wanted(session, filter, row)).collect();
    if let Some(kind) = filter.kind {
        wanted.sort_by_key(|row| row.find_deadline(kind));
    }
    let most = if filter.name.is_empty() { SHOWN } else { FOUND };
    let first = (number as usize).saturating_mul(most);
    let has_more = filter.name.is_empty() && wanted.len() > first.saturating_add(most);
    let today = LocalDay::new(session.context.now.date());
    let shown = wanted.into_iter().skip(first).take(most);
    let rows: Vec<CaseRow> = shown.map(|row| view(row, filter.kind, today)).collect();
    let page = CasesPage {
        standard: &session.standard,
        rows: &rows,
        filter,
        warned: count(session.who.role, &board.warned),
        written: count(session.who.role, &board.written),
        elsewhere: count(session.who.role, &board.elsewhere),
        number,
        has_more,
        may_open: session.who.role.takes_talks(),
    };
    session
        .page(text::TAB, session.notices(), |meta, notices| cases_page(meta, &session.at(), notices, &page))
}

/// How many cases that a role may see wait for staff: with a warning that nobody has seen, or written in by the citizen.
pub fn count_waiting(role: Role, board: &Board) -> u64 {
    count(role, &board.warned) + count(role, &board.written)
}

fn count(role: Role, rows: &[Arc<BoardRow>]) -> u64 {
    rows.iter().filter(|row| may_see(role, &row.case.subject)).count() as u64
}

/// A case on the list, by one kind of time limit or by the guarantee.
fn view(row: &BoardRow, kind: Option<DeadlineKind>, today: LocalDay) -> CaseRow {
    let watched = match kind {
        None => row.watched,
        Some(kind) => row.find_deadline(kind).map(|latest| (kind, latest)),
    };
    // A limit that is kept by an offer has its day still, and none left.
    let latest = watched.map(|(_, latest)| latest).or(row.latest.filter(|_| kind.is_none()));
    CaseRow {
        id: row.case.id.to_string(),
        pseudonym: row.case.pseudonym.clone(),
        substance: row.case.subject.substance,
        day0: row.day0,
        latest,
        kind: watched.map(|(kind, _)| kind),
        left: watched.map(|(_, latest)| latest.days_from(today)),
        started: row.started,
        stopped: row.stopped,
        ended: row.ended,
        warned: view_warning(row),
        is_written: row.is_written,
    }
}

/// The warning of a case that nobody has seen.
pub fn view_warning(row: &BoardRow) -> Option<ShownWarning> {
    row.warning.map(|(latest, level)| ShownWarning { latest, level })
}

/// Looks for an alias, or notes that somebody has seen the warnings that a page showed: those that stand by now and were
/// not on it stay.
pub async fn act(session: StaffSession, mut fields: FormBody) -> PageResult {
    if let Some(name) = fields.take("FIND") {
        let name = name.trim().to_lowercase().chars().take(60).collect();
        let board = load_board(&session).await?;
        return show(&session, &board, &CaseFilter { name, ..CaseFilter::default() });
    }
    let of = |name: &str| -> Vec<String> {
        let values = fields.pairs().filter(|(field, _)| *field == name);
        values.map(|(_, value)| value.to_owned()).collect()
    };
    let db = &session.context.state.services.db;
    let mut is_noted = false;
    for (case, seen) in of("CASE").iter().zip(of("SEEN").iter().map(|seen| ShownWarning::from_code(seen))) {
        let (Ok(case), Some(ShownWarning { latest, level })) = (case.parse::<CaseId>(), seen) else {
            continue;
        };
        let row = find_row(&session, &case).await?;
        // What has not been warned of yet cannot have been seen.
        let stands = |row: &Arc<BoardRow>| row.warning.is_some_and(|(of, now)| of == latest && now >= level);
        if let Some(row) = row.filter(stands) {
            let audited = session.audit(AuditAction::WarningSeen, &row.case.pseudonym);
            is_noted |= service::note_seen(db, &case, SeenWarning { latest, level }, &audited).await?;
        }
    }
    if !is_noted {
        return session.redirect("/desk/sager");
    }
    session.redirect_with("/desk/sager", Flash::WarningSeen)
}
