//! What another place that treats owes the municipality, and the visit that the municipality pays it.

use super::{
    CaseDeadline, CaseEvent, CaseFact, DeadlineKind,
    fold::{Grounds, Standing, grounds_of},
};
use crate::{Fact, LocalDay, Rules, Treatment};

/// The days by which another place must have told how it goes, or that treatment was broken off, and by which it must have
/// been visited (Slagelse §7.5.7, Randers `Døgnkrav`). They are counted from the first day of treatment there, and are due
/// no more once it has ended.
pub(super) fn external_deadlines<'a, Id: Ord>(
    rules: &'a Rules,
    standing: &Standing<'_, Id>,
) -> Vec<CaseDeadline<'a>> {
    let Some(course) = Course::find(standing) else { return Vec::new() };
    let (status, visit) = (course.status(rules), course.visit(rules));
    let is_due = |(latest, _): &Found<'a>| course.ended.is_none_or(|day| *latest <= day);
    [
        (DeadlineKind::ExternalStatus, status.filter(is_due), CaseFact::ExternalStatus),
        (DeadlineKind::InspectionVisit, visit.filter(is_due), CaseFact::InspectionVisit),
        (DeadlineKind::BreakOffNotice, course.break_off_notice(rules), CaseFact::BreakOffTold),
    ]
    .into_iter()
    .filter_map(|(kind, found, fact)| {
        let (latest, (citations, readings)) = found?;
        Some(CaseDeadline { kind, latest, done: course.day_after(fact), citations, readings })
    })
    .collect()
}

/// A course of treatment at another place.
struct Course<'e, Id> {
    treatment: Treatment,
    /// What has happened from the day on which it was allocated or chosen.
    events: Vec<&'e CaseEvent<Id>>,
    started: LocalDay,
    /// The day on which it ended, or treatment went on elsewhere.
    ended: Option<LocalDay>,
}

impl<'e, Id: Ord> Course<'e, Id> {
    /// The last one that has begun.
    fn find(standing: &Standing<'e, Id>) -> Option<Self> {
        let all = standing.all();
        let agreed = |event: &CaseEvent<Id>| {
            matches!(event.fact, CaseFact::Allocated { own: false, .. } | CaseFact::FreeChoiceConfirmed(_))
        };
        // What has been agreed since, and has not begun, changes nothing of what is owed now.
        let mut next = all.len();
        for place in (0..all.len()).rev().filter(|place| all.get(*place).is_some_and(|event| agreed(event))) {
            if let Some(course) = Self::of(all, place, next) {
                return Some(course);
            }
            next = place;
        }
        None
    }

    /// The course that was agreed at a place of the events, where it began before the next one was.
    fn of(all: &[&'e CaseEvent<Id>], place: usize, next: usize) -> Option<Self> {
        let agreed = all.get(place)?;
        let treatment = match agreed.fact {
            CaseFact::Allocated { treatment, .. } => treatment,
            CaseFact::FreeChoiceConfirmed(kind) => kind.or_else(|| find_allocated(all.get(..place)?))?,
            _ => return None,
        };
        // Of the day of the agreement itself the order in which it was written down says nothing.
        let events: Vec<_> = all.iter().copied().filter(|event| event.on >= agreed.on).collect();
        let began = |event: &&&CaseEvent<Id>| event.fact == CaseFact::Started && event.on >= agreed.on;
        let started = all.get(..next)?.iter().find(began)?.on;
        let is_end = |event: &&&CaseEvent<Id>| match event.fact {
            CaseFact::BrokenOff | CaseFact::Closed | CaseFact::Withdrawn | CaseFact::FreeChoiceTakenBack => {
                true
            }
            CaseFact::Allocated { own: true, .. } => event.on > agreed.on,
            _ => false,
        };
        let ended = events.iter().find(|event| event.on >= started && is_end(event)).map(|event| event.on);
        Some(Self { treatment, events, started, ended })
    }

    /// When something happened that can only come after the start, or the break-off.
    fn day_after(&self, fact: CaseFact) -> Option<LocalDay> {
        let broken_off = self.day_of(CaseFact::BrokenOff).filter(|_| fact == CaseFact::BreakOffTold);
        let first = broken_off.unwrap_or(self.started);
        self.events.iter().find(|event| event.fact == fact && event.on >= first).map(|event| event.on)
    }

    fn day_of(&self, fact: CaseFact) -> Option<LocalDay> {
        self.events.iter().find(|event| event.fact == fact).map(|event| event.on)
    }

    const fn is_residential(&self) -> bool {
        matches!(self.treatment, Treatment::DayTreatment | Treatment::Inpatient)
    }

    fn status<'a>(&self, rules: &'a Rules) -> Option<Found<'a>> {
        let plan = &rules.plan;
        if self.is_residential() {
            deadline(&plan.external_residential_status_days, |days| self.started.plus_days(days))
        } else {
            deadline(&plan.external_status_weeks, |weeks| self.started.plus_days(u16::from(weeks) * 7))
        }
    }

    /// By halfway, where the course is granted for longer than the standard says.
    fn visit<'a>(&self, rules: &'a Rules) -> Option<Found<'a>> {
        let granted = self.events.iter().rev().find(|event| event.fact == CaseFact::CourseUntil);
        let days = granted.filter(|_| self.is_residential())?.on.days_after(self.started);
        let over = &rules.plan.external_visit_over_weeks;
        let is_long = over.value().is_some_and(|&weeks| days + 1 > u32::from(weeks) * 7);
        let halfway = self.started.plus_days(u16::try_from(days / 2).unwrap_or(u16::MAX));
        deadline(over, |_| halfway).filter(|_| is_long)
    }

    fn break_off_notice<'a>(&self, rules: &'a Rules) -> Option<Found<'a>> {
        let day = self.day_of(CaseFact::BrokenOff).filter(|_| self.treatment == Treatment::Inpatient)?;
        deadline(&rules.plan.external_break_off_notice_days, |days| day.plus_days(days))
    }
}

fn find_allocated<Id>(events: &[&CaseEvent<Id>]) -> Option<Treatment> {
    events.iter().rev().find_map(|event| match event.fact {
        CaseFact::Allocated { treatment, .. } => Some(treatment),
        _ => None,
    })
}

/// A last day, and on what it rests.
type Found<'a> = (LocalDay, Grounds<'a>);

fn deadline<T: Copy>(fact: &Fact<T>, count: impl Fn(T) -> LocalDay) -> Option<Found<'_>> {
    let &value = fact.value()?;
    Some((count(value), grounds_of(fact)))
}

/// What is written down of treatment at another place, as far as the standard asks for it.
#[must_use]
pub fn list_external_facts(rules: &Rules) -> Vec<CaseFact> {
    let plan = &rules.plan;
    let has_status = plan.external_status_weeks.value().is_some()
        || plan.external_residential_status_days.value().is_some();
    let has_visit = plan.external_visit_over_weeks.value().is_some();
    let has_notice = plan.external_break_off_notice_days.value().is_some();
    [
        (has_visit, CaseFact::CourseUntil),
        (has_status, CaseFact::ExternalStatus),
        (has_visit, CaseFact::InspectionVisit),
        (has_status || has_visit || has_notice, CaseFact::BrokenOff),
        (has_notice, CaseFact::BreakOffTold),
    ]
    .into_iter()
    .filter_map(|(is_asked, fact)| is_asked.then_some(fact))
    .collect()
}
