//! What staff can write down in a case, and what looks like a slip of the pen.

use super::{ActorKind, CaseEvent, fold_case, list_standing};
use super::{CaseFact, CaseState, CaseSubject, DecisionOutcome, list_checklist, list_external_facts};
use crate::{
    LocalDay, Standard, Treatment, codes,
    decide::{ContactBy, FreeChoiceOf, free_choice, list_wish_ages},
};

/// What staff write down in a case, in the order in which it mostly happens; what the standard knows nothing of is not
/// among it.
#[must_use]
pub fn list_staff_facts(standard: &Standard, subject: &CaseSubject, state: &CaseState<'_>) -> Vec<CaseFact> {
    let rules = standard.rules_for(subject.substance);
    let contact = |by, wish| CaseFact::Contact { by, wish };
    let mut facts = vec![
        contact(ContactBy::Citizen, true),
        contact(ContactBy::Citizen, false),
        contact(ContactBy::Parent, true),
        contact(ContactBy::Relative, false),
        contact(ContactBy::Authority, false),
        CaseFact::Adult,
    ];
    facts.extend(list_wish_ages(standard).into_iter().map(CaseFact::Ages));
    facts.push(CaseFact::Assessed);
    facts.extend(Treatment::ALL.iter().map(|&treatment| CaseFact::Allocated { treatment, own: true }));
    facts.extend(ELSEWHERE.map(|treatment| CaseFact::Allocated { treatment, own: false }));
    facts.extend([Treatment::DayTreatment, Treatment::Inpatient].map(CaseFact::Applied));
    facts.extend([CaseFact::MeetingArranged, CaseFact::MeetingHeld, CaseFact::PaymentTold]);
    facts.extend(DecisionOutcome::ALL.iter().copied().map(CaseFact::DecisionMade));
    facts.extend([
        CaseFact::DecisionSent,
        CaseFact::DecisionReceived,
        CaseFact::LetterSent,
        CaseFact::PlanMade,
        CaseFact::DoctorWished,
        CaseFact::DoctorOffered,
        CaseFact::DoctorHeld,
    ]);
    let may_choose = |kind: &Treatment| {
        let given = FreeChoiceOf {
            substance: subject.substance,
            allocated_treatment: state.allocated,
            chosen_treatment: *kind,
        };
        // What the standard leaves open staff decide.
        free_choice(rules, &given).outcome.allowed != Some(false)
    };
    let kinds: Vec<Treatment> = ELSEWHERE.into_iter().filter(may_choose).collect();
    // It can be wished for before anything is allocated.
    facts.push(CaseFact::FreeChoiceWished(None));
    facts.extend(kinds.iter().map(|&kind| CaseFact::FreeChoiceWished(Some(kind))));
    facts.push(CaseFact::FreeChoiceTakenBack);
    facts.extend(kinds.iter().map(|&kind| CaseFact::FreeChoiceConfirmed(Some(kind))));
    facts.extend([
        CaseFact::SeriousProblems(true),
        CaseFact::SeriousProblems(false),
        CaseFact::Offered,
        CaseFact::Reached,
        CaseFact::NotReached,
        CaseFact::Started,
    ]);
    facts.extend(list_external_facts(rules));
    facts.extend([CaseFact::Withdrawn, CaseFact::Closed, CaseFact::Retracted]);
    facts.extend(
        list_checklist(standard, subject.substance).into_iter().map(|(item, _)| CaseFact::Told(item)),
    );
    facts
}

/// What another place than the centre's own can give.
const ELSEWHERE: [Treatment; 4] =
    [Treatment::Outpatient, Treatment::DayTreatment, Treatment::Inpatient, Treatment::Substitution];

codes! {
    /// What looks like a slip of the pen: it is asked about once, and written down all the same where it is right.
    Oddity {
        /// It happened before anybody made contact.
        BeforeContact = "BEFORE_CONTACT",
        /// A decision is sent or received before it was made, or received before it was sent.
        BeforeDecision = "BEFORE_DECISION",
        /// No wish is left, and with it no time limit.
        NoWishLeft = "NO_WISH_LEFT",
        /// By the age no last day stands any more.
        NoLimitLeft = "NO_LIMIT_LEFT",
        /// It is about treatment at another place, which had not begun.
        BeforeStart = "BEFORE_START",
        /// It tells of a break-off that had not happened.
        BeforeBreakOff = "BEFORE_BREAK_OFF",
    }
}

/// What is odd about an event that is to be written down, and takes the place of another where it corrects one.
#[must_use]
pub fn find_oddity<Id: Ord>(
    events: &[CaseEvent<Id>],
    (on, fact): (LocalDay, CaseFact),
    corrects: Option<&Id>,
) -> Option<Oddity> {
    let others: Vec<&CaseEvent<Id>> =
        list_standing(events).into_iter().filter(|event| Some(&event.id) != corrects).collect();
    let first =
        |is: fn(CaseFact) -> bool| others.iter().filter(|event| is(event.fact)).map(|event| event.on).min();
    let is_contact = |fact| matches!(fact, CaseFact::Contact { .. });
    let corrected = list_standing(events).into_iter().find(|event| Some(&event.id) == corrects);
    let loses_wish = corrected.is_some_and(|event| event.fact.is_wish()) && !fact.is_wish();
    if loses_wish && first(CaseFact::is_wish).is_none() {
        return Some(Oddity::NoWishLeft);
    }
    let is_about_day =
        !is_contact(fact) && !matches!(fact, CaseFact::Adult | CaseFact::Ages(_) | CaseFact::Retracted);
    if is_about_day
        && first(|fact| matches!(fact, CaseFact::Contact { .. })).is_some_and(|contact| on < contact)
    {
        return Some(Oddity::BeforeContact);
    }
    let after = match fact {
        CaseFact::ExternalStatus | CaseFact::InspectionVisit | CaseFact::BrokenOff => {
            Some(first(|fact| fact == CaseFact::Started))
        }
        // How long it lasts is mostly known before it begins.
        CaseFact::CourseUntil => first(|fact| fact == CaseFact::Started).map(Some),
        CaseFact::BreakOffTold => Some(first(|fact| fact == CaseFact::BrokenOff)),
        _ => None,
    };
    if after.is_some_and(|begun| begun.is_none_or(|begun| on < begun)) {
        let is_told = fact == CaseFact::BreakOffTold;
        return Some(if is_told { Oddity::BeforeBreakOff } else { Oddity::BeforeStart });
    }
    let made = first(|fact| matches!(fact, CaseFact::DecisionMade(_)));
    let sent = first(|fact| fact == CaseFact::DecisionSent);
    let before = match fact {
        CaseFact::DecisionSent => made,
        CaseFact::DecisionReceived => made.max(sent),
        _ => None,
    };
    let needs_decision = matches!(fact, CaseFact::DecisionSent | CaseFact::DecisionReceived);
    (needs_decision && before.is_none_or(|before| on < before)).then_some(Oddity::BeforeDecision)
}

/// Whether an age that is to be written down, or put right, takes the last day away.
#[must_use]
pub fn find_lost_limit(
    standard: &Standard,
    subject: &CaseSubject,
    events: &[CaseEvent<u32>],
    (on, fact, supersedes): (LocalDay, CaseFact, Option<u32>),
    today: LocalDay,
) -> Option<Oddity> {
    let is_age = |fact| matches!(fact, CaseFact::Ages(_) | CaseFact::Adult);
    let corrected = events.iter().find(|event| Some(event.id) == supersedes);
    if !is_age(fact) && !corrected.is_some_and(|event| is_age(event.fact)) {
        return None;
    }
    let latest =
        |events: &[CaseEvent<u32>]| fold_case(standard, subject, events, today).clock.outcome.start_latest;
    let id = events.iter().map(|event| event.id).max().unwrap_or(0) + 1;
    let event = CaseEvent { id, on, fact, actor: ActorKind::Staff, supersedes };
    let with: Vec<_> = events.iter().cloned().chain([event]).collect();
    (latest(events).is_some() && latest(&with).is_none()).then_some(Oddity::NoLimitLeft)
}
