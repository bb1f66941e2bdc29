//! Counting cases that go, in the transaction that deletes them; and summing up those that are there with those that are
//! not.

use super::repository::{self, StoredFigure};
use crate::{
    db::{CaseId, Db, DbResult, Tx},
    jobs::retention::{Ends, RetentionRule},
    tasks::case::{CaseRecord, board::Board, service as case},
};
use domain::{
    LocalDay, Standard, Substance,
    case::{CaseFigure, CaseOutcome, Quarter, QuarterFigures, count_case, fold_case, sum_up},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[RetentionRule { table: "case_figure", ends: Ends::Never }];

/// Counts a case that is deleted; one that still runs has ended with that.
pub async fn count(tx: &mut Tx, standard: &Standard, case: &CaseRecord, today: LocalDay) -> DbResult<()> {
    let events = case.list_events();
    let state = fold_case(standard, &case.subject, &events, today);
    for mut figure in count_case((standard, &case.subject), &events, &state, today) {
        if figure.outcome == CaseOutcome::Running {
            figure.outcome = CaseOutcome::Ended;
        }
        repository::add(tx, &standard.code, case.subject.substance, &figure).await?;
    }
    Ok(())
}

/// Deletes the cases of a municipality whose codes are past their last day, each counted in the same transaction: of two
/// servers that do so at once, one finds it gone.
pub async fn count_expired(db: &Db, standard: &Standard, today: LocalDay) -> DbResult<()> {
    for case in case::list_expired(db, &standard.code, today).await? {
        // One that cannot be counted goes all the same.
        if let Err(error) = count_one(db, standard, &case, today).await {
            tracing::error!(target: "portal", %error, "a case that is deleted could not be counted");
        }
    }
    Ok(())
}

async fn count_one(db: &Db, standard: &Standard, case: &CaseId, today: LocalDay) -> DbResult<()> {
    let mut tx = db.begin().await?;
    if let Some(found) = case::take_out(&mut tx, &standard.code, case, today).await? {
        count(&mut tx, standard, &found, today).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What is summed up together: the latest quarter first.
type Group = (Reverse<Quarter>, Substance);

/// The figures of each quarter and substance, the latest quarter first.
pub async fn list(
    db: &Db,
    municipality: &str,
    board: &Board,
) -> DbResult<Vec<(Quarter, Substance, QuarterFigures)>> {
    let stored = repository::list(&mut db.read().await?, municipality).await?;
    let mut figures: BTreeMap<Group, Vec<(CaseFigure, u64)>> = BTreeMap::new();
    let gone =
        stored.into_iter().map(|StoredFigure { substance, figure, number }| (substance, figure, number));
    let there =
        board.all().flat_map(|row| row.figures.iter().map(|figure| (row.case.subject.substance, *figure, 1)));
    for (substance, figure, number) in gone.chain(there) {
        let quarter = Reverse(figure.quarter);
        figures.entry((quarter, substance)).or_default().push((figure, number));
    }
    Ok(figures
        .into_iter()
        .filter(|((quarter, _), _)| quarter.0.is_settled(board.today()))
        .map(|((quarter, substance), figures)| (quarter.0, substance, sum_up(&figures)))
        .collect())
}
