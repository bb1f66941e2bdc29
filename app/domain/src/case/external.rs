//! What another place that treats owes the municipality, and the visit that the municipality pays it.

use super::{CaseDeadline, CaseFact, DeadlineKind, fold::Standing, fold::grounds_of};
use crate::{Fact, LocalDay, Rules, Treatment};

/// The days by which another place must have told how it goes, or that treatment was broken off, and by which it must have
/// been visited (Slagelse §7.5.7, Randers `Døgnkrav`). They are counted from the first day of treatment there.
pub(super) fn external_deadlines<'a, Id: Ord>(
    rules: &'a Rules,
    standing: &Standing<'_, Id>,
    treatment: Treatment,
) -> Vec<CaseDeadline<'a>> {
    let Some(started) = standing.day_of(CaseFact::Started) else { return Vec::new() };
    let plan = &rules.plan;
    let is_residential = matches!(treatment, Treatment::DayTreatment | Treatment::Inpatient);
    let status = if is_residential {
        deadline(&plan.external_residential_status_days, |days| started.plus_days(days))
    } else {
        deadline(&plan.external_status_weeks, |weeks| started.plus_days(u16::from(weeks) * 7))
    };
    let until = standing.day_of(CaseFact::CourseUntil).filter(|_| is_residential);
    let visit = until.and_then(|until| {
        let days = until.days_after(started);
        let is_long = |weeks: u8| days + 1 > u32::from(weeks) * 7;
        let halfway = started.plus_days(u16::try_from(days / 2).unwrap_or(u16::MAX));
        deadline(&plan.external_visit_over_weeks, |_| halfway)
            .filter(|_| plan.external_visit_over_weeks.value().is_some_and(|&weeks| is_long(weeks)))
    });
    let broken_off = standing.day_of(CaseFact::BrokenOff);
    let notice = broken_off
        .filter(|_| treatment == Treatment::Inpatient)
        .and_then(|day| deadline(&plan.external_break_off_notice_days, |days| day.plus_days(days)));
    // What would have been due after it was broken off is due no more.
    let is_due = |(latest, _): &Found<'a>| broken_off.is_none_or(|day| *latest <= day);
    [
        (DeadlineKind::ExternalStatus, status.filter(is_due), CaseFact::ExternalStatus),
        (DeadlineKind::InspectionVisit, visit.filter(is_due), CaseFact::InspectionVisit),
        (DeadlineKind::BreakOffNotice, notice, CaseFact::BreakOffTold),
    ]
    .into_iter()
    .filter_map(|(kind, found, fact)| {
        let (latest, (citations, readings)) = found?;
        Some(CaseDeadline { kind, latest, done: standing.day_of(fact), citations, readings })
    })
    .collect()
}

/// A last day, and on what it rests.
type Found<'a> = (LocalDay, super::fold::Grounds<'a>);

fn deadline<T: Copy>(fact: &Fact<T>, count: impl Fn(T) -> LocalDay) -> Option<Found<'_>> {
    let &value = fact.value()?;
    Some((count(value), grounds_of(fact)))
}

/// Whether the standard says what another place that treats owes.
#[must_use]
pub fn watches_external(rules: &Rules) -> bool {
    let plan = &rules.plan;
    plan.external_status_weeks.value().is_some()
        || plan.external_residential_status_days.value().is_some()
        || plan.external_break_off_notice_days.value().is_some()
}
