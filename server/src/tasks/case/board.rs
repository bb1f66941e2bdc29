//! All cases of a municipality as they stand today, kept in memory: folded once, and again where something has changed.

use super::{CaseRecord, repository::Revision, service};
use crate::db::{CaseId, CodeId, Db, DbResult};
use domain::{
    BookingAbout, LocalDay, Standard, UnitSide,
    case::{ActorKind, CaseFigure, DeadlineKind, WarningLevel, count_case, find_warning, fold_case},
    decide::find_unit_side,
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};
use tokio::sync::Mutex;

/// A case as it stands on a day.
pub struct BoardRow {
    pub case: Arc<CaseRecord>,
    pub day0: Option<LocalDay>,
    pub latest: Option<LocalDay>,
    /// What is watched next: the guarantee, or after the start what has to do with another place that treats.
    pub watched: Option<(DeadlineKind, LocalDay)>,
    /// Days left until that day; negative after it.
    pub left: Option<i64>,
    pub started: Option<LocalDay>,
    /// Broken off, and not begun again.
    pub stopped: Option<LocalDay>,
    pub ended: Option<LocalDay>,
    /// What must still happen, each by its day.
    pub deadlines: Vec<(DeadlineKind, LocalDay)>,
    /// The unit of the age, where the standard divides them by it.
    pub side: Option<UnitSide>,
    /// The first warning that nobody has seen yet, and of which day.
    pub warning: Option<(LocalDay, WarningLevel)>,
    /// Whether the citizen has done something since staff last wrote.
    pub is_written: bool,
    /// What counts of it in the quarter's figures.
    pub figures: Vec<CaseFigure>,
}

impl BoardRow {
    /// The day by which something must still happen.
    #[must_use]
    pub fn find_deadline(&self, kind: DeadlineKind) -> Option<LocalDay> {
        self.deadlines.iter().find(|(of, _)| *of == kind).map(|(_, latest)| *latest)
    }

    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.started.is_some() || self.ended.is_some()
    }
}

/// All cases of one municipality on one day.
pub struct Board {
    today: LocalDay,
    standard: Arc<Standard>,
    mark: Revision,
    rows: BTreeMap<CaseId, (i64, Arc<BoardRow>)>,
    /// Those that are neither begun nor ended: who is late first, those without a last day last.
    pub running: Vec<Arc<BoardRow>>,
    /// Those that began or ended, the last first.
    pub over: Vec<Arc<BoardRow>>,
    /// Those that began at another place, of which something is still to come: the next day first.
    pub elsewhere: Vec<Arc<BoardRow>>,
    /// Those with a warning that nobody has seen.
    pub warned: Vec<Arc<BoardRow>>,
    /// Those in which the citizen has written last, running or not.
    pub written: Vec<Arc<BoardRow>>,
}

impl Board {
    #[must_use]
    pub const fn today(&self) -> LocalDay {
        self.today
    }

    #[must_use]
    pub fn find(&self, case: &CaseId) -> Option<Arc<BoardRow>> {
        self.rows.get(case).map(|(_, row)| Arc::clone(row))
    }

    /// All, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<BoardRow>> {
        self.rows.values().map(|(_, row)| row)
    }

    /// The first of the last days that run under a code.
    #[must_use]
    pub fn find_latest(&self, code: &CodeId) -> Option<LocalDay> {
        self.running.iter().filter(|row| row.case.code == *code).find_map(|row| row.latest)
    }

    fn is_of(&self, standard: &Arc<Standard>, today: LocalDay) -> bool {
        self.today == today && Arc::ptr_eq(&self.standard, standard)
    }
}

/// The boards of all municipalities.
#[derive(Default)]
pub struct CaseBoards {
    boards: RwLock<HashMap<String, Arc<Board>>>,
    /// One at a time works a board out anew.
    refreshing: Mutex<()>,
}

impl CaseBoards {
    /// The board of a municipality today, with all that was written before this was asked.
    pub async fn load(&self, db: &Db, standard: &Arc<Standard>, today: LocalDay) -> DbResult<Arc<Board>> {
        let mark = service::find_revision(db, &standard.code).await?;
        if let Some(board) = self.find(standard, today, mark) {
            return Ok(board);
        }
        let _turn = self.refreshing.lock().await;
        // Who had the turn before may have done it.
        if let Some(board) = self.find(standard, today, mark) {
            return Ok(board);
        }
        let known = self.get(&standard.code);
        let board = Arc::new(refresh(db, standard, today, known.as_deref()).await?);
        let mut boards = self.boards.write().unwrap_or_else(PoisonError::into_inner);
        boards.insert(standard.code.clone(), Arc::clone(&board));
        Ok(board)
    }

    fn get(&self, municipality: &str) -> Option<Arc<Board>> {
        self.boards.read().unwrap_or_else(PoisonError::into_inner).get(municipality).cloned()
    }

    fn find(&self, standard: &Arc<Standard>, today: LocalDay, mark: Revision) -> Option<Arc<Board>> {
        self.get(&standard.code).filter(|board| board.is_of(standard, today) && board.mark == mark)
    }
}

/// So many changed cases are read one by one; more, all at once.
const FEW: usize = 50;

async fn refresh(
    db: &Db,
    standard: &Arc<Standard>,
    today: LocalDay,
    known: Option<&Board>,
) -> DbResult<Board> {
    let revisions = service::list_revisions(db, &standard.code).await?;
    let unchanged = |case: &CaseId, revision: i64| {
        let (known_revision, row) = known?.rows.get(case)?;
        (*known_revision == revision).then(|| Arc::clone(row))
    };
    let changed: Vec<CaseId> = revisions
        .iter()
        .filter(|(case, revision)| unchanged(case, *revision).is_none())
        .map(|(case, _)| *case)
        .collect();
    let mut read: BTreeMap<CaseId, Arc<CaseRecord>> = BTreeMap::new();
    if changed.len() > FEW {
        let all = service::list(db, &standard.code).await?;
        read.extend(all.into_iter().map(|case| (case.id, Arc::new(case))));
    } else {
        for case in changed {
            // One that was deleted meanwhile is not there any more.
            if let Some(found) = service::find(db, &standard.code, &case).await? {
                read.insert(case, Arc::new(found));
            }
        }
    }
    let is_current = known.is_some_and(|known| known.is_of(standard, today));
    let rows = revisions.into_iter().filter_map(|(case, revision)| {
        let row = match (read.remove(&case), unchanged(&case, revision)) {
            (Some(read), _) => Arc::new(fold(standard, read, today)),
            (None, Some(row)) if is_current => row,
            (None, Some(row)) => Arc::new(fold(standard, Arc::clone(&row.case), today)),
            (None, None) => return None,
        };
        Some((case, (revision, row)))
    });
    Ok(arrange(rows.collect(), Arc::clone(standard), today))
}

fn arrange(rows: BTreeMap<CaseId, (i64, Arc<BoardRow>)>, standard: Arc<Standard>, today: LocalDay) -> Board {
    let (mut over, mut running): (Vec<Arc<BoardRow>>, Vec<Arc<BoardRow>>) =
        rows.values().map(|(_, row)| Arc::clone(row)).partition(|row| row.is_over());
    running.sort_by_key(|row| (row.left.is_none(), row.left, row.day0, row.case.id));
    over.sort_by_key(|row| (std::cmp::Reverse(row.started.or(row.ended)), row.case.id));
    let mark = Revision::sum(rows.values().map(|(revision, _)| *revision));
    let mut elsewhere: Vec<Arc<BoardRow>> =
        over.iter().filter(|row| row.watched.is_some()).cloned().collect();
    elsewhere.sort_by_key(|row| (row.left, row.case.id));
    let watched = running.iter().chain(&elsewhere);
    let warned = watched.filter(|row| row.warning.is_some()).cloned().collect();
    let written = running.iter().chain(&over).filter(|row| row.is_written).cloned().collect();
    Board { today, standard, mark, rows, running, over, elsewhere, warned, written }
}

fn fold(standard: &Standard, case: Arc<CaseRecord>, today: LocalDay) -> BoardRow {
    let events = case.list_events();
    let state = fold_case(standard, &case.subject, &events, today);
    let all_watched = state.list_watched(today);
    let watched = all_watched.first().copied();
    let warning = all_watched
        .iter()
        .find_map(|(_, latest)| Some((*latest, find_warning(*latest, latest.days_from(today), &case.seen)?)));
    // What is noted with a call answers nothing.
    let last = events.iter().rev().find(|event| !event.fact.is_of_call());
    let left = watched.map(|(_, latest)| latest.days_from(today));
    let open = state.deadlines.iter().filter(|one| one.done.is_none());
    BoardRow {
        day0: state.clock.outcome.day0,
        latest: state.clock.outcome.start_latest,
        watched,
        left,
        started: state.started,
        stopped: state.stopped,
        ended: state.ended,
        deadlines: open.map(|one| (one.kind, one.latest)).collect(),
        side: find_unit_side(standard, BookingAbout::Me, Some(case.subject.ages)),
        warning,
        is_written: events.len() > 1
            && last.is_some_and(|last| last.actor == ActorKind::Citizen && last.id > 1),
        figures: count_case((standard, &case.subject), &events, &state, today),
        case,
    }
}
