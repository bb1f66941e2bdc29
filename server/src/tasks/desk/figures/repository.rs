//! The table `case_figure`: what became of cases that are deleted.

use crate::db::{DbResult, FromRow, Row, Tx};
use domain::{
    Substance,
    case::{CaseFigure, CaseOutcome, Quarter},
};

const ADD: &str = "INSERT INTO case_figure (municipality, quarter, substance, outcome, waited, number) \
    VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (municipality, quarter, substance, outcome, waited) \
    DO UPDATE SET number = case_figure.number + 1";
const LIST: &str =
    "SELECT quarter, substance, outcome, waited, number FROM case_figure WHERE municipality = $1";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[ADD, LIST];

/// What stands for a case in which treatment did not begin.
const NOT_BEGUN: i32 = -1;

/// So many cases of which the same counts.
pub struct StoredFigure {
    pub substance: Substance,
    pub figure: CaseFigure,
    pub number: u64,
}

impl FromRow for StoredFigure {
    fn from_row(row: &Row) -> DbResult<Self> {
        let figure = CaseFigure {
            quarter: row.get_code("quarter", Quarter::from_code)?,
            outcome: row.get_code("outcome", CaseOutcome::from_code)?,
            waited: u16::try_from(row.get::<i32>("waited")?).ok(),
        };
        let substance = row.get_code("substance", Substance::from_code)?;
        Ok(Self { substance, figure, number: row.get("number")? })
    }
}

/// Counts one case more.
pub async fn add(tx: &mut Tx, municipality: &str, substance: Substance, figure: &CaseFigure) -> DbResult<()> {
    let quarter = figure.quarter.to_string();
    let values = [
        municipality.into(),
        (&quarter).into(),
        substance.code().into(),
        figure.outcome.code().into(),
        figure.waited.map_or(NOT_BEGUN, i32::from).into(),
    ];
    tx.execute(ADD, &values).await?;
    Ok(())
}

pub async fn list(tx: &mut Tx, municipality: &str) -> DbResult<Vec<StoredFigure>> {
    tx.fetch_all(LIST, &[municipality.into()]).await
}
