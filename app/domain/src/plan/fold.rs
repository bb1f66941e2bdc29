//! How a plan stands, worked out from what has happened in it.

use super::{
    CheckIn, Consent, ConsentKind, Discharge, Goal, GoalState, Medicine, MedicineAnswer, Meeting, PlanAct,
    PlanDates, PlanEvent, PlanField, PlanSide, PlanState, PlanSubject, Step, TextVersion,
};
use crate::decide::{SmartGoal, SmartLetter};
use std::collections::BTreeMap;

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
        meetings: Vec::new(),
        medicines: Vec::new(),
        action_plan_on: None,
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
                self.goals.push(Goal { place, under: *under, state, since: event.on, aim: None });
                self.write(PlanField::Goal(place, SmartLetter::S), text, event);
            }
            PlanAct::GoalMoved { goal, state } => {
                if let Some(goal) = self.goals.iter_mut().find(|one| one.place == *goal) {
                    (goal.state, goal.since) = (*state, event.on);
                }
            }
            PlanAct::GoalAimed { goal, aim } => {
                if let Some(goal) = self.goals.iter_mut().find(|one| one.place == *goal) {
                    goal.aim = Some(*aim);
                }
            }
            PlanAct::StepAdded { goal, text } => {
                self.steps.push(Step { place, goal: *goal, done_on: None });
                self.write(PlanField::Step(place), text, event);
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
            PlanAct::MeetingAdded { meeting } => {
                self.meetings.push(Meeting {
                    place,
                    words: meeting.words.trim().to_owned(),
                    ..meeting.clone()
                });
            }
            PlanAct::MeetingEnded { meeting, on } => {
                if let Some(meeting) = self.meetings.iter_mut().find(|one| one.place == *meeting) {
                    meeting.end_before(*on);
                }
            }
            PlanAct::ConsentGiven { .. }
            | PlanAct::ConsentTakenBack { .. }
            | PlanAct::MedicineProposed { .. }
            | PlanAct::MedicineAnswered { .. }
            | PlanAct::ActionPlanNoted { .. } => self.apply_agreement(event),
            PlanAct::StepTicked { step, done } => {
                if let Some(step) = self.steps.iter_mut().find(|one| one.place == *step) {
                    step.done_on = done.then_some(event.on);
                }
            }
        }
        self.dates.agrees_to_follow_up = self.has_agreed(ConsentKind::FollowUp);
        (self.last, self.last_side) = (place, event.side);
    }

    /// What somebody has agreed to, or been asked.
    fn apply_agreement(&mut self, event: &PlanEvent) {
        let place = event.place;
        match &event.act {
            PlanAct::ConsentGiven { kind, whom, words, parts } => self.consents.push(Consent {
                place,
                kind: *kind,
                whom: whom.trim().to_owned(),
                words: words.trim().to_owned(),
                since: event.on,
                parts: parts.clone(),
                author: event.author.clone(),
                until: None,
            }),
            PlanAct::ConsentTakenBack { consent } => {
                if let Some(consent) = self.consents.iter_mut().find(|one| one.place == *consent) {
                    consent.until = Some(event.on);
                }
            }
            PlanAct::MedicineProposed { words } => {
                let words = words.trim().to_owned();
                self.medicines.push(Medicine { place, on: event.on, words, answer: None });
            }
            PlanAct::MedicineAnswered { medicine, yes } => {
                if let Some(medicine) = self.medicines.iter_mut().find(|one| one.place == *medicine) {
                    let (yes, on, author) = (*yes, event.on, event.author.clone());
                    medicine.answer = Some(MedicineAnswer { yes, on, author });
                }
            }
            PlanAct::ActionPlanNoted { exists } => self.action_plan_on = exists.then_some(event.on),
            _ => {}
        }
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

    /// The goals that somebody works on, those under way first.
    pub fn list_current_goals(&self) -> impl Iterator<Item = &Goal> {
        let of = |state: GoalState| self.goals.iter().filter(move |goal| goal.state == state);
        of(GoalState::UnderWay).chain(of(GoalState::Adjusted)).chain(of(GoalState::NotStarted))
    }

    /// The steps of those goals, the next ones first.
    pub fn list_current_steps(&self) -> impl Iterator<Item = &Step> {
        self.list_current_goals().flat_map(|goal| self.steps_of(goal.place))
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
