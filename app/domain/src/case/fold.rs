//! From the events of a case to where it stands.

use super::{CaseEvent, CaseFact, CaseSubject, external::external_deadlines, find_end, list_by_day};
use crate::{
    Channel, Fact, GuaranteeEnd, Instant, LocalDay, Reading, Rules, Source, Standard, Treatment, codes,
    decide::{
        ClockOutcome, ClockReason, ContactEvent, Decision, DecisionLetter, DoctorConversation,
        GuaranteeClock, decision_letter, doctor_conversation, guarantee_clock, is_below_youngest_age,
        without_clock,
    },
};

codes! {
    /// What must have happened by a day.
    DeadlineKind {
        /// Treatment has begun, or is offered where the standard says so.
        Start = "START",
        Decision = "DECISION",
        Plan = "PLAN",
        /// The doctor's talk is offered.
        DoctorOffer = "DOCTOR_OFFER",
        /// The doctor's talk is held.
        DoctorTalk = "DOCTOR_TALK",
        /// The letter with the decision is sent.
        Letter = "LETTER",
        /// Another place that treats has told how it goes.
        ExternalStatus = "EXTERNAL_STATUS",
        /// The centre has visited the other place.
        InspectionVisit = "INSPECTION_VISIT",
        /// The other place has told that treatment was broken off.
        BreakOffNotice = "BREAK_OFF_NOTICE",
    }
}

impl DeadlineKind {
    /// Whether it is watched after treatment has begun: what has to do with another place that treats.
    #[must_use]
    pub const fn is_external(self) -> bool {
        matches!(self, Self::ExternalStatus | Self::InspectionVisit | Self::BreakOffNotice)
    }
}

/// A day by which something must have happened, and on what that rests.
#[derive(Clone, Debug)]
pub struct CaseDeadline<'a> {
    pub kind: DeadlineKind,
    pub latest: LocalDay,
    /// When it did happen.
    pub done: Option<LocalDay>,
    pub citations: Vec<&'a Source>,
    pub readings: Vec<&'a Reading>,
}

/// How far the choice of another place has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FreeChoiceStage {
    /// The citizen can take it back.
    Wished,
    /// Staff have confirmed it.
    Confirmed,
}

/// Where a case stands on a day.
#[derive(Clone, Debug)]
pub struct CaseState<'a> {
    /// The guarantee: whether it runs, until when, whether it was kept.
    pub clock: Decision<'a, ClockOutcome>,
    pub deadlines: Vec<CaseDeadline<'a>>,
    /// The treatment that the clock is about.
    pub treatment: Treatment,
    /// The treatment that was allocated.
    pub allocated: Option<Treatment>,
    /// Whether the citizen has asked for the doctor's talk.
    pub doctor_wished: bool,
    pub started: Option<LocalDay>,
    /// The day on which treatment was broken off, where it was not begun again.
    pub stopped: Option<LocalDay>,
    /// The day on which treatment was offered, where that is what the standard's limit asks for.
    pub offered: Option<LocalDay>,
    /// Whether it has been looked at what is needed, or more.
    pub is_assessed: bool,
    /// The day on which the case ended without a start: withdrawn or closed.
    pub ended: Option<LocalDay>,
    /// Another place, where one is wished for.
    pub free_choice: Option<FreeChoiceStage>,
}

impl CaseState<'_> {
    /// Whether the case is open: neither started nor ended.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.started.is_none() && self.ended.is_none()
    }

    /// The days that are watched, the next one first: the guarantee's while the case is open, and after the start those that
    /// have to do with another place that treats.
    #[must_use]
    pub fn list_watched(&self, today: LocalDay) -> Vec<(DeadlineKind, LocalDay)> {
        let start = self.clock.outcome.start_latest.filter(|_| self.days_left(today).is_some());
        let start = start.map(|latest| (DeadlineKind::Start, latest));
        let open = self.deadlines.iter().filter(|one| one.done.is_none() && one.kind.is_external());
        let mut watched: Vec<_> = start.into_iter().chain(open.map(|one| (one.kind, one.latest))).collect();
        watched.sort_by_key(|(_, latest)| *latest);
        watched
    }

    /// Days left until the last day: 0 on that day, negative after it. `None` where the standard gives no last day, or
    /// the case is not open.
    #[must_use]
    pub fn days_left(&self, today: LocalDay) -> Option<i64> {
        let last = self.clock.outcome.start_latest.filter(|_| self.is_open() && self.offered.is_none())?;
        Some(last.days_from(today))
    }
}

/// The events from each wish on that began anew after the end, the first of them from the beginning.
fn split_at_wishes<'e, Id>(events: &[&'e CaseEvent<Id>]) -> Vec<Vec<&'e CaseEvent<Id>>> {
    let mut spans: Vec<Vec<&CaseEvent<Id>>> = vec![Vec::new()];
    for event in events {
        if let Some(span) = spans.last()
            && event.fact.is_wish()
            && find_end(span).is_some()
        {
            spans.push(Vec::new());
        }
        if let Some(span) = spans.last_mut() {
            span.push(event);
        }
    }
    spans
}

/// What stands of the events of one case, in the order of their days.
pub(super) struct Standing<'e, Id> {
    /// Those since the last wish that began anew.
    current: Vec<&'e CaseEvent<Id>>,
    all: Vec<&'e CaseEvent<Id>>,
}

impl<'e, Id: Ord> Standing<'e, Id> {
    fn of(events: &'e [CaseEvent<Id>], today: LocalDay) -> Self {
        let mut standing = list_by_day(events);
        // How long a course is granted for is known before its last day.
        standing.retain(|event| event.on <= today || event.fact == CaseFact::CourseUntil);
        let current = split_at_wishes(&standing).pop().unwrap_or_default();
        Self { current, all: standing }
    }

    fn first(&self, is: impl Fn(CaseFact) -> bool) -> Option<LocalDay> {
        self.current.iter().find(|event| is(event.fact)).map(|event| event.on)
    }

    fn last<T>(&self, find: impl Fn(CaseFact) -> Option<T>) -> Option<T> {
        self.current.iter().rev().find_map(|event| find(event.fact))
    }

    /// All that stands, whoever has wished for treatment since.
    pub(super) fn all(&self) -> &[&'e CaseEvent<Id>] {
        &self.all
    }

    fn day_of(&self, fact: CaseFact) -> Option<LocalDay> {
        self.first(|one| one == fact)
    }

    /// The break-off after which nothing has begun again.
    fn find_stop(&self) -> Option<LocalDay> {
        let end = self.current.get(find_end(&self.current)?)?;
        (end.fact == CaseFact::BrokenOff).then_some(end.on)
    }

    fn facts(&self) -> impl Iterator<Item = CaseFact> {
        self.current.iter().map(|event| event.fact)
    }

    fn contacts(&self) -> Vec<ContactEvent> {
        let contact = |event: &&CaseEvent<Id>| match event.fact {
            CaseFact::Contact { by, wish } => Some(ContactEvent {
                contact_at: event.on.begins(),
                channel: Channel::Phone,
                contact_by: by,
                wish_for_treatment: wish,
            }),
            _ => None,
        };
        self.current.iter().filter_map(contact).collect()
    }
}

/// What stands, apart for each wish that began anew after the end.
pub(super) fn list_spans<Id: Ord + Clone>(events: &[CaseEvent<Id>]) -> Vec<Vec<CaseEvent<Id>>> {
    let own = |span: Vec<&CaseEvent<Id>>| {
        span.into_iter().map(|event| CaseEvent { supersedes: None, ..event.clone() }).collect()
    };
    split_at_wishes(&list_by_day(events)).into_iter().map(own).collect()
}

/// Where a case stands at the end of `today`, by what is known then. Events of later days are left out.
#[must_use]
pub fn fold_case<'a, Id: Ord>(
    standard: &'a Standard,
    subject: &CaseSubject,
    events: &[CaseEvent<Id>],
    today: LocalDay,
) -> CaseState<'a> {
    let rules = standard.rules_for(subject.substance);
    let standing = Standing::of(events, today);
    let started = standing.day_of(CaseFact::Started);
    // Where an offer is what the limit asks for, it is kept by that.
    let ends_with_offer = rules.guarantee.ends_with.value() == Some(&GuaranteeEnd::TreatmentOffered);
    let offered = standing.day_of(CaseFact::Offered).filter(|_| ends_with_offer);
    let met_on = [started, offered].into_iter().flatten().min();
    let ended = standing.first(|fact| matches!(fact, CaseFact::Withdrawn | CaseFact::Closed));
    let allocated = standing.last(|fact| match fact {
        CaseFact::Allocated { treatment, own } => Some((treatment, own)),
        _ => None,
    });
    let (treatment, own) = allocated.unwrap_or((Treatment::Outpatient, true));
    let choice = standing.last(|fact| match fact {
        CaseFact::FreeChoiceWished(_) | CaseFact::FreeChoiceTakenBack | CaseFact::FreeChoiceConfirmed(_) => {
            Some(fact)
        }
        _ => None,
    });
    let free_choice = match choice {
        Some(CaseFact::FreeChoiceWished(_)) => Some(FreeChoiceStage::Wished),
        Some(CaseFact::FreeChoiceConfirmed(_)) => Some(FreeChoiceStage::Confirmed),
        _ => None,
    };
    let problems = standing.last(|fact| match fact {
        CaseFact::SeriousProblems(found) => Some(found),
        _ => None,
    });
    let given = |age| GuaranteeClock {
        age,
        substance: subject.substance,
        treatment,
        offered_by_municipality: own,
        free_choice_used: free_choice.is_some(),
        serious_social_and_behavioural_problems: problems.unwrap_or(false),
        contacts: standing.contacts(),
        treatment_started_at: met_on.map(LocalDay::begins),
        evaluated_at: Some(today.begins()),
    };
    // Where the age was not told and matters, what promises least.
    let ages = subject.as_told(standing.facts()).sample_ages();
    let clocks = ages.into_iter().map(|age| {
        let given = given(age);
        let clock = guarantee_clock(rules, &given).unwrap_or_else(|_| no_contact());
        let is_treated = !is_below_youngest_age(rules, subject.substance, age);
        (given, if is_treated { clock } else { no_contact() })
    });
    let (given, clock) = clocks
        .min_by_key(|(_, clock)| clock.outcome.start_latest.is_some())
        .unwrap_or_else(|| (given(18), no_contact()));
    let mut deadlines = list_deadlines(rules, &standing, &clock, &given);
    deadlines.extend(external_deadlines(rules, &standing));
    CaseState {
        deadlines,
        treatment,
        allocated: allocated.map(|(treatment, _)| treatment),
        doctor_wished: standing.day_of(CaseFact::DoctorWished).is_some(),
        started,
        stopped: standing.find_stop(),
        offered,
        is_assessed: standing.first(is_assessment).is_some(),
        ended: ended.filter(|_| started.is_none()),
        free_choice,
        clock,
    }
}

const fn is_assessment(fact: CaseFact) -> bool {
    matches!(
        fact,
        CaseFact::Assessed | CaseFact::Allocated { .. } | CaseFact::DecisionMade(_) | CaseFact::PlanMade
    )
}

/// A case in which nobody has been recorded as having made contact.
fn no_contact<'a>() -> Decision<'a, ClockOutcome> {
    let outcome = without_clock(Some(false), ClockReason::NoTreatmentWish);
    Decision { outcome, citations: Vec::new(), readings: Vec::new() }
}

fn list_deadlines<'a, Id: Ord>(
    rules: &'a Rules,
    standing: &Standing<'_, Id>,
    clock: &Decision<'a, ClockOutcome>,
    given: &GuaranteeClock,
) -> Vec<CaseDeadline<'a>> {
    let outcome = &clock.outcome;
    let decided = standing.first(|fact| matches!(fact, CaseFact::DecisionMade(_)));
    let of_clock = [
        (DeadlineKind::Start, outcome.start_latest, given.treatment_started_at.map(Instant::day)),
        (DeadlineKind::Decision, outcome.decision_latest, decided),
        (DeadlineKind::Plan, outcome.treatment_plan_latest, standing.day_of(CaseFact::PlanMade)),
    ];
    let mut deadlines: Vec<CaseDeadline<'a>> = of_clock
        .into_iter()
        .filter_map(|(kind, latest, done)| {
            let grounds = match kind {
                DeadlineKind::Decision => grounds_of(&rules.guarantee.decision_inside),
                DeadlineKind::Plan => grounds_of(&rules.guarantee.plan_deadline_days),
                _ => (clock.citations.clone(), clock.readings.clone()),
            };
            Some(CaseDeadline { kind, latest: latest?, done, citations: grounds.0, readings: grounds.1 })
        })
        .collect();
    if let Some(day0) = outcome.day0 {
        deadlines.extend(doctor_deadlines(rules, standing, day0, given));
    }
    deadlines.extend(letter_deadline(rules, standing, given));
    deadlines
}

/// Where it stands, and how it was read.
pub(super) type Grounds<'a> = (Vec<&'a Source>, Vec<&'a Reading>);

pub(super) fn grounds_of<T>(fact: &Fact<T>) -> Grounds<'_> {
    let stated = fact.stated();
    let sources = stated.map(|stated| &stated.source).into_iter().collect();
    (sources, stated.and_then(|stated| stated.reading.as_ref()).into_iter().collect())
}

fn doctor_deadlines<'a, Id: Ord>(
    rules: &'a Rules,
    standing: &Standing<'_, Id>,
    day0: LocalDay,
    given: &GuaranteeClock,
) -> Vec<CaseDeadline<'a>> {
    let wished = standing.day_of(CaseFact::DoctorWished).is_some();
    let case = DoctorConversation {
        age: given.age,
        substance: given.substance,
        contact_at: day0.begins(),
        treatment_started_at: given.treatment_started_at,
        // That the citizen wishes for it does not say that a need was found.
        medical_need_found: false,
        conversation_requested: wished,
    };
    let decision = doctor_conversation(rules, &case);
    let offers = [
        (DeadlineKind::DoctorOffer, decision.outcome.offer_latest, CaseFact::DoctorOffered),
        (DeadlineKind::DoctorTalk, decision.outcome.held_latest, CaseFact::DoctorHeld),
    ];
    offers
        .into_iter()
        .filter_map(|(kind, latest, fact)| {
            let done = standing.day_of(fact).or_else(|| standing.day_of(CaseFact::DoctorHeld));
            Some(CaseDeadline {
                kind,
                latest: latest?,
                done,
                citations: decision.citations.clone(),
                readings: decision.readings.clone(),
            })
        })
        .collect()
}

fn letter_deadline<'a, Id: Ord>(
    rules: &'a Rules,
    standing: &Standing<'_, Id>,
    given: &GuaranteeClock,
) -> Option<CaseDeadline<'a>> {
    let treatment = standing.last(|fact| match fact {
        CaseFact::Applied(treatment) => Some(treatment),
        _ => None,
    })?;
    let refused = standing.last(|fact| match fact {
        CaseFact::DecisionMade(outcome) => Some(outcome == super::DecisionOutcome::Refused),
        _ => None,
    });
    let case = DecisionLetter {
        age: given.age,
        substance: given.substance,
        treatment,
        meeting_on: standing.day_of(CaseFact::MeetingHeld),
        refused: refused.unwrap_or(false),
    };
    let decision = decision_letter(rules, &case).ok()?;
    Some(CaseDeadline {
        kind: DeadlineKind::Letter,
        latest: decision.outcome.letter_latest?,
        done: standing.day_of(CaseFact::LetterSent),
        citations: decision.citations,
        readings: decision.readings,
    })
}
