//! How a plan stands, worked out from what has happened in it.

use super::{
    ConsentKind, Discharge, GoalState, PlanAct, PlanDates, PlanEvent, PlanField, PlanSide, WellbeingQuestion,
};
use crate::{
    AgeRange, CurrentOffer, LocalDay, Substance,
    decide::{SmartGoal, SmartLetter},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a plan is about: enough to ask the rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlanSubject {
    pub substance: Substance,
    pub ages: AgeRange,
    pub offer: CurrentOffer,
}

/// What somebody wrote in a field, until somebody wrote there again.
#[derive(Clone, PartialEq, Eq)]
pub struct TextVersion {
    /// The event by which it was written.
    pub place: u32,
    pub on: LocalDay,
    pub side: PlanSide,
    /// Who at the desk; empty where the citizen did.
    pub author: String,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Goal {
    /// The event that added it: its name in the plan.
    pub place: u32,
    /// The goal on the way to which it is a smaller one.
    pub under: Option<u32>,
    pub state: GoalState,
    /// Since when it is in that state.
    pub since: LocalDay,
}

/// A step on the way to a goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The event that added it: its name in the plan.
    pub place: u32,
    /// Nothing where it is to be done before the next talk.
    pub goal: Option<u32>,
    /// When it was ticked.
    pub done_on: Option<LocalDay>,
}

/// Something that was agreed to.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// The event by which it was given: its name in the plan.
    pub place: u32,
    pub kind: ConsentKind,
    /// Whom it is about; empty where nobody is named.
    pub whom: String,
    pub words: String,
    pub since: LocalDay,
    /// Who at the desk noted it; empty where the citizen gave it themselves.
    pub author: String,
    /// When it was taken back.
    pub until: Option<LocalDay>,
}

/// How somebody was on a day.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckIn {
    pub on: LocalDay,
    /// Who wrote it down.
    pub side: PlanSide,
    /// From 1 to 5, in the order of the questions; nothing where one was not answered.
    pub answers: Vec<Option<u8>>,
    pub words: String,
}

impl CheckIn {
    #[must_use]
    pub fn answer(&self, question: WellbeingQuestion) -> Option<u8> {
        let place = WellbeingQuestion::ALL.iter().position(|one| *one == question)?;
        self.answers.get(place).copied().flatten()
    }
}

/// How a plan stands.
#[derive(Clone)]
pub struct PlanState {
    /// The days from which others are counted.
    pub dates: PlanDates,
    /// The case in which treatment was wished for, by its name; empty where there is none.
    pub case: String,
    pub goals: Vec<Goal>,
    pub steps: Vec<Step>,
    /// The notes that both sides read, by the events that added them.
    pub notes: Vec<u32>,
    texts: BTreeMap<PlanField, Vec<TextVersion>>,
    /// How somebody was, the first first.
    pub check_ins: Vec<CheckIn>,
    /// What was agreed to, the first first.
    pub consents: Vec<Consent>,
    /// The days of reviews, and of contact after the end.
    pub reviews: Vec<LocalDay>,
    pub contacts: Vec<LocalDay>,
    /// The number of the last event, and who did it.
    pub last: u32,
    pub last_side: PlanSide,
}

/// How a plan stands after its events, in their order; `None` where nothing opened it.
#[must_use]
pub fn fold_plan(events: &[PlanEvent]) -> Option<PlanState> {
    let (first, later) = events.split_first()?;
    let PlanAct::Opened { substance, ages, offer, case } = &first.act else { return None };
    let subject = PlanSubject { substance: *substance, ages: *ages, offer: *offer };
    let mut state = PlanState {
        dates: PlanDates {
            subject,
            opened_on: first.on,
            made_on: None,
            reviewed_on: None,
            revised_on: None,
            authority_status_on: None,
            discharge: None,
            agrees_to_follow_up: false,
            contacts: 0,
        },
        case: case.clone(),
        goals: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        texts: BTreeMap::new(),
        check_ins: Vec::new(),
        consents: Vec::new(),
        reviews: Vec::new(),
        contacts: Vec::new(),
        last: first.place,
        last_side: first.side,
    };
    for event in later {
        state.apply(event);
    }
    Some(state)
}

impl PlanState {
    /// Lets an event happen that [`Self::check`] allows.
    pub fn apply(&mut self, event: &PlanEvent) {
        let place = event.place;
        match &event.act {
            PlanAct::Opened { .. } => {}
            PlanAct::Changed { offer } => self.dates.subject.offer = *offer,
            PlanAct::Made => self.dates.made_on = self.dates.made_on.or(Some(event.on)),
            PlanAct::ReviewHeld { on, full } => {
                if self.dates.reviewed_on != Some(*on) {
                    self.reviews.push(*on);
                }
                self.dates.reviewed_on = Some(*on);
                if *full {
                    self.dates.revised_on = Some(*on);
                }
            }
            PlanAct::AuthorityTold { on } => self.dates.authority_status_on = Some(*on),
            PlanAct::Discharged { status, on } => {
                self.dates.discharge = Some(Discharge { status: *status, on: *on });
            }
            PlanAct::Resumed => {
                self.contacts.clear();
                (self.dates.discharge, self.dates.contacts) = (None, 0);
            }
            PlanAct::Contacted { on } => {
                self.contacts.push(*on);
                self.dates.contacts += 1;
            }
            PlanAct::Written { field, text, .. } => self.write(*field, text, event),
            PlanAct::GoalAdded { text, under } => {
                let state = GoalState::NotStarted;
                self.goals.push(Goal { place, under: *under, state, since: event.on });
                self.write(PlanField::Goal(place, SmartLetter::S), text, event);
            }
            PlanAct::GoalMoved { goal, state } => {
                if let Some(goal) = self.goals.iter_mut().find(|one| one.place == *goal) {
                    (goal.state, goal.since) = (*state, event.on);
                }
            }
            PlanAct::StepAdded { goal, text } => {
                self.steps.push(Step { place, goal: *goal, done_on: None });
                self.write(PlanField::Step(place), text, event);
            }
            PlanAct::ConsentGiven { kind, whom, words } => self.consents.push(Consent {
                place,
                kind: *kind,
                whom: whom.trim().to_owned(),
                words: words.trim().to_owned(),
                since: event.on,
                author: event.author.clone(),
                until: None,
            }),
            PlanAct::ConsentTakenBack { consent } => {
                if let Some(consent) = self.consents.iter_mut().find(|one| one.place == *consent) {
                    consent.until = Some(event.on);
                }
            }
            PlanAct::CheckedIn { answers, words } => self.check_ins.push(CheckIn {
                on: event.on,
                side: event.side,
                answers: answers.clone(),
                words: words.trim().to_owned(),
            }),
            PlanAct::NoteAdded { text } => {
                self.notes.push(place);
                self.write(PlanField::Note(place), text, event);
            }
            PlanAct::StepTicked { step, done } => {
                if let Some(step) = self.steps.iter_mut().find(|one| one.place == *step) {
                    step.done_on = done.then_some(event.on);
                }
            }
        }
        self.dates.agrees_to_follow_up = self.has_agreed(ConsentKind::FollowUp);
        (self.last, self.last_side) = (place, event.side);
    }

    fn write(&mut self, field: PlanField, text: &str, event: &PlanEvent) {
        self.texts.entry(field).or_default().push(TextVersion {
            place: event.place,
            on: event.on,
            side: event.side,
            author: event.author.clone(),
            text: text.trim().to_owned(),
        });
    }

    /// Whether a consent stands.
    #[must_use]
    pub fn has_agreed(&self, kind: ConsentKind) -> bool {
        self.consents.iter().any(|consent| consent.kind == kind && consent.until.is_none())
    }

    /// What can be agreed to: what parents do, under 18 alone.
    #[must_use]
    pub fn list_consent_kinds(&self) -> Vec<ConsentKind> {
        let is_young = self.dates.subject.ages.to.is_some_and(|to| to < crate::decide::MAJORITY);
        let is_asked = |kind: &ConsentKind| is_young || *kind != ConsentKind::ParentsCooperation;
        ConsentKind::ALL.iter().copied().filter(is_asked).collect()
    }

    /// The number of the review that comes next.
    #[must_use]
    pub fn next_review(&self) -> u32 {
        u32::try_from(self.reviews.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// All that was ever written in a field, the first first.
    #[must_use]
    pub fn versions(&self, field: PlanField) -> &[TextVersion] {
        self.texts.get(&field).map_or(&[], Vec::as_slice)
    }

    /// What stands in a field; empty where nothing does.
    #[must_use]
    pub fn text(&self, field: PlanField) -> &str {
        self.versions(field).last().map_or("", |version| version.text.as_str())
    }

    /// What the citizen wrote last in a field that the centre has written over since.
    #[must_use]
    pub fn own_words(&self, field: PlanField) -> Option<&TextVersion> {
        let (latest, before) = self.versions(field).split_last()?;
        let own = before.iter().rev().find(|version| version.side == PlanSide::Citizen)?;
        (latest.side == PlanSide::Staff && !own.text.is_empty()).then_some(own)
    }

    #[must_use]
    pub fn find_goal(&self, place: u32) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.place == place)
    }

    /// The goal that says so, on the way to another where it is a smaller one.
    #[must_use]
    pub fn find_goal_saying(&self, text: &str, under: Option<u32>) -> Option<&Goal> {
        let text = text.replace("\r\n", "\n");
        let says = |goal: &&Goal| self.text(PlanField::Goal(goal.place, SmartLetter::S)) == text.trim();
        self.goals.iter().filter(|goal| goal.under == under).find(says)
    }

    #[must_use]
    pub fn find_step(&self, place: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.place == place)
    }

    /// The steps of a goal, in their order.
    pub fn steps_of(&self, goal: u32) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.goal == Some(goal))
    }

    /// What is to be done before the next talk.
    pub fn homework(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.goal.is_none())
    }

    /// The first step that is not ticked, of the goals that are under way first.
    #[must_use]
    pub fn find_next_step(&self) -> Option<&Step> {
        let of = |state: GoalState| self.goals.iter().filter(move |goal| goal.state == state);
        let goals = of(GoalState::UnderWay).chain(of(GoalState::Adjusted)).chain(of(GoalState::NotStarted));
        goals.flat_map(|goal| self.steps_of(goal.place)).find(|step| step.done_on.is_none())
    }

    /// The answers about a goal, as the rules ask for them.
    #[must_use]
    pub fn answers(&self, goal: u32) -> SmartGoal {
        let answer = |letter| {
            let text = self.text(PlanField::Goal(goal, letter));
            (!text.is_empty()).then(|| text.to_owned())
        };
        SmartGoal {
            s: answer(SmartLetter::S),
            m: answer(SmartLetter::M),
            a: answer(SmartLetter::A),
            r: answer(SmartLetter::R),
            t: answer(SmartLetter::T),
        }
    }
}
