//! Figures by quarter: how many began in time, how long they waited, what became of the others.

use super::{CaseEvent, CaseState, CaseSubject, fold::list_spans, fold_case, list_by_day};
use crate::{LocalDay, Standard, codes};
use chrono::{Datelike, NaiveDate};
use std::{collections::BTreeMap, fmt};

/// Days after a quarter in which its last time limits run out.
const SETTLES_AFTER: u16 = 14;

/// A quarter of a year: that of the day of contact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Quarter {
    pub year: i32,
    /// From 1 to 4.
    pub number: u8,
}

impl Quarter {
    #[must_use]
    pub fn of(day: LocalDay) -> Self {
        let number = u8::try_from(day.date().month0() / 3).unwrap_or(0) + 1;
        Self { year: day.date().year(), number }
    }

    /// Whether every time limit of a wish in this quarter has passed: before that a number read today could be worked out
    /// from one of yesterday.
    #[must_use]
    pub fn is_settled(self, today: LocalDay) -> bool {
        let next = if self.number == 4 {
            Self { year: self.year + 1, number: 1 }
        } else {
            Self { number: self.number + 1, ..self }
        };
        let first = NaiveDate::from_ymd_opt(next.year, u32::from(next.number) * 3 - 2, 1);
        first.is_some_and(|first| today > LocalDay::new(first).plus_days(SETTLES_AFTER))
    }

    /// Reads what is written as `2026-4`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (year, number) = code.split_once('-')?;
        let number = number.parse().ok().filter(|number| (1..=4).contains(number))?;
        Some(Self { year: year.parse().ok()?, number })
    }
}

/// As it is stored: `2026-4`.
impl fmt::Display for Quarter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.year, self.number)
    }
}

codes! {
    /// What became of a wish for treatment.
    CaseOutcome {
        InTime = "IN_TIME",
        /// Begun after the last day.
        Late = "LATE",
        /// Not begun, and the last day is past.
        Overdue = "OVERDUE",
        /// Ended after the last day without a start.
        EndedLate = "ENDED_LATE",
        /// Ended before the last day without a start.
        Ended = "ENDED",
        /// The last day is still ahead.
        Running = "RUNNING",
        /// The standard gives no last day.
        NotCovered = "NOT_COVERED",
    }
}

impl CaseOutcome {
    /// Why the time limit was broken; nothing where it was not.
    #[must_use]
    pub const fn is_breach(self) -> bool {
        matches!(self, Self::Late | Self::Overdue | Self::EndedLate)
    }
}

/// What counts of one case: in which quarter, what became of it, and after how many days treatment began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CaseFigure {
    pub quarter: Quarter,
    pub outcome: CaseOutcome,
    /// Days from the wish to the start.
    pub waited: Option<u16>,
}

/// What counts of a case: once for each wish that began anew after the end, so that what was counted once stays.
#[must_use]
pub fn count_case<Id: Ord + Clone>(
    (standard, subject): (&Standard, &CaseSubject),
    events: &[CaseEvent<Id>],
    state: &CaseState<'_>,
    today: LocalDay,
) -> Vec<CaseFigure> {
    let spans = list_spans(events);
    if spans.len() < 2 {
        return count_span(events, state, today).into_iter().collect();
    }
    let count =
        |span: &Vec<CaseEvent<Id>>| count_span(span, &fold_case(standard, subject, span, today), today);
    spans.iter().filter_map(count).collect()
}

/// What counts of one wish; nothing where there is none.
fn count_span<Id: Ord>(
    events: &[CaseEvent<Id>],
    state: &CaseState<'_>,
    today: LocalDay,
) -> Option<CaseFigure> {
    let wished = list_by_day(events).into_iter().find(|event| event.fact.is_wish())?.on;
    let from = state.clock.outcome.day0.unwrap_or(wished);
    let begun = [state.started, state.offered].into_iter().flatten().min();
    let is_past = |day: LocalDay| state.clock.outcome.start_latest.is_some_and(|latest| day > latest);
    let outcome = match (state.clock.outcome.start_latest, begun, state.ended) {
        (None, ..) => CaseOutcome::NotCovered,
        (_, Some(day), _) if is_past(day) => CaseOutcome::Late,
        (_, Some(_), _) => CaseOutcome::InTime,
        (_, None, Some(day)) if is_past(day) => CaseOutcome::EndedLate,
        (_, None, Some(_)) => CaseOutcome::Ended,
        (_, None, None) if is_past(today) => CaseOutcome::Overdue,
        (_, None, None) => CaseOutcome::Running,
    };
    let waited = begun.map(|day| u16::try_from(day.days_after(from)).unwrap_or(u16::MAX));
    Some(CaseFigure { quarter: Quarter::of(from), outcome, waited })
}

/// Cells of fewer are not shown.
pub const FEWEST: u64 = 5;

/// The figures of one quarter and one substance, as they may be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuarterFigures {
    /// How many there were in all; nothing where one cell is not shown: from the total it could be worked out.
    pub total: Option<u64>,
    /// How many of each outcome; nothing where there were fewer than [`FEWEST`], but some.
    pub cells: BTreeMap<CaseOutcome, Option<u64>>,
    /// Of those that began or should have: the share that began in time, in percent.
    pub in_time_percent: Option<u8>,
    /// Days from the wish to the start: the median, and the longest.
    pub waited: Option<(u16, u16)>,
}

/// Sums up one quarter. What could tell of fewer than five is left out, in a way that it cannot be worked out from the rest:
/// where one cell is hidden the smallest of the others is too, and the total and the share with it.
#[must_use]
pub fn sum_up(figures: &[(CaseFigure, u64)]) -> QuarterFigures {
    let mut counts: BTreeMap<CaseOutcome, u64> =
        CaseOutcome::ALL.iter().map(|&outcome| (outcome, 0)).collect();
    for (figure, number) in figures {
        *counts.entry(figure.outcome).or_default() += number;
    }
    let mut hidden: Vec<CaseOutcome> = counts
        .iter()
        .filter(|(_, number)| (1..FEWEST).contains(*number))
        .map(|(outcome, _)| *outcome)
        .collect();
    if hidden.len() == 1 {
        let others = counts.iter().filter(|(outcome, number)| !hidden.contains(outcome) && **number > 0);
        hidden.extend(others.min_by_key(|(_, number)| **number).map(|(outcome, _)| *outcome));
    }
    // One alone that is not zero could be nothing but all there is.
    if hidden.len() == 1 {
        hidden = CaseOutcome::ALL.to_vec();
    }
    let all: u64 = counts.values().sum();
    let of = |outcome: CaseOutcome| counts.get(&outcome).copied().unwrap_or_default();
    let breached: u64 = CaseOutcome::ALL.iter().filter(|one| one.is_breach()).map(|&one| of(one)).sum();
    let (kept, due) = (of(CaseOutcome::InTime), of(CaseOutcome::InTime) + breached);
    let is_whole = hidden.is_empty();
    QuarterFigures {
        total: is_whole.then_some(all),
        in_time_percent: (is_whole && due > 0).then(|| u8::try_from(kept * 100 / due).unwrap_or(100)),
        // Of few who began late the longest wait would tell.
        waited: sum_up_waits(figures)
            .filter(|_| ![CaseOutcome::InTime, CaseOutcome::Late].iter().any(|one| hidden.contains(one))),
        cells: counts
            .iter()
            .map(|(one, number)| (*one, (!hidden.contains(one)).then_some(*number)))
            .collect(),
    }
}

/// The median and the longest wait of those who began, where they are five or more.
fn sum_up_waits(figures: &[(CaseFigure, u64)]) -> Option<(u16, u16)> {
    let mut waits: Vec<(u16, u64)> =
        figures.iter().filter_map(|(figure, number)| Some((figure.waited?, *number))).collect();
    waits.sort_unstable();
    let all: u64 = waits.iter().map(|(_, number)| number).sum();
    let mut passed = 0;
    let median = waits.iter().find(|(_, number)| {
        passed += number;
        passed * 2 >= all
    });
    let longest = waits.last().map(|(days, _)| *days)?;
    (all >= FEWEST).then_some((median?.0, longest))
}
