//! What happens in a plan.

use super::{
    CheckIn, Consent, ConsentKind, Discharge, GoalState, PlanField, PlanSide, PlanState, WELLBEING_MOST,
    WellbeingQuestion,
};
use crate::{
    AgeRange, CurrentOffer, DischargeStatus, LocalDay, PlanPart, Substance, decide::SmartLetter, is_blank,
};
use serde::{Deserialize, Serialize};

/// Letters of a text: some two pages.
const LONGEST: usize = 4000;
/// What a plan can hold: more than anybody keeps in mind, and so little that it opens at once.
const MOST_GOALS: usize = 40;
const MOST_STEPS: usize = 400;
const MOST_NOTES: usize = 400;
const MOST_CHECK_INS: usize = 400;
const MOST_CONSENTS: usize = 100;
const MOST_VERSIONS: usize = 100;
/// Letters of whom a consent is about.
const LONGEST_NAME: usize = 120;
const MOST_EVENTS: u32 = 5000;

/// Something that happens in a plan, with what is said. It has no `Debug`, and is written down only sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE", rename_all_fields = "snake_case", deny_unknown_fields)]
pub enum PlanAct {
    /// The centre opens it.
    Opened {
        substance: Substance,
        ages: AgeRange,
        offer: CurrentOffer,
        /// The case in which treatment was wished for, by its name; empty where there is none.
        case: String,
    },
    /// It is about another offer by now.
    Changed {
        offer: CurrentOffer,
    },
    /// The plan is made: from this day on its reviews are counted.
    Made,
    /// Somebody writes in a field, over the version of the event `over`; 0 where nothing stood there. Nothing is written
    /// where a text is taken away.
    Written {
        field: PlanField,
        text: String,
        over: u32,
    },
    /// A goal, under another one where it is a smaller one on the way.
    GoalAdded {
        text: String,
        under: Option<u32>,
    },
    GoalMoved {
        goal: u32,
        state: GoalState,
    },
    /// A step on the way to a goal; without one, something to do before the next talk.
    StepAdded {
        goal: Option<u32>,
        text: String,
    },
    StepTicked {
        step: u32,
        done: bool,
    },
    /// A note that both sides read.
    NoteAdded {
        text: String,
    },
    /// The plan was looked at together; and the whole of it revised.
    ReviewHeld {
        on: LocalDay,
        full: bool,
    },
    /// The authority was told how it goes.
    AuthorityTold {
        on: LocalDay,
    },
    /// The course has ended.
    Discharged {
        status: DischargeStatus,
        on: LocalDay,
    },
    /// It goes on after all.
    Resumed,
    /// There was contact after the end.
    Contacted {
        on: LocalDay,
    },
    /// How somebody is: answers from 1 to 5 in the order of [`WellbeingQuestion`], and own words.
    CheckedIn {
        answers: Vec<Option<u8>>,
        words: String,
    },
    /// Somebody agrees to something, for somebody, in their own words.
    ConsentGiven {
        kind: ConsentKind,
        whom: String,
        words: String,
    },
    /// A consent of the event `consent` is taken back.
    ConsentTakenBack {
        consent: u32,
    },
}

impl PlanAct {
    /// Whether the centre alone does it.
    const fn is_of_centre(&self) -> bool {
        match self {
            Self::Opened { .. }
            | Self::Changed { .. }
            | Self::Made
            | Self::ReviewHeld { .. }
            | Self::AuthorityTold { .. }
            | Self::Discharged { .. }
            | Self::Resumed
            | Self::Contacted { .. } => true,
            Self::Written { .. }
            | Self::GoalAdded { .. }
            | Self::GoalMoved { .. }
            | Self::StepAdded { .. }
            | Self::StepTicked { .. }
            | Self::NoteAdded { .. }
            | Self::CheckedIn { .. }
            | Self::ConsentGiven { .. }
            | Self::ConsentTakenBack { .. } => false,
        }
    }
}

/// What somebody did in a plan, and on which day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEvent {
    /// Its number in the plan; the first is 1.
    #[serde(skip)]
    pub place: u32,
    pub on: LocalDay,
    pub side: PlanSide,
    /// Who at the desk did it; empty where the citizen did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    pub act: PlanAct,
}

/// Why something cannot happen in a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanActError {
    /// What it is about does not stand in the plan.
    Unknown,
    /// There is nothing in it.
    Empty,
    /// It is longer than so many letters.
    TooLong(usize),
    /// There is no room for more.
    Full,
    /// The other side has written there meanwhile.
    Overtaken(PlanField),
    /// It stands there already.
    Stands,
    /// The other side does that.
    NotYours,
    /// The course has ended already.
    Ended,
    /// The day is before the plan was made or before the last of its kind, or still to come.
    BadDay,
}

impl PlanState {
    /// Whether something can happen in the plan as it stands.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, side: PlanSide, act: &PlanAct, today: LocalDay) -> Result<(), PlanActError> {
        if self.last >= MOST_EVENTS {
            return Err(PlanActError::Full);
        }
        if side == PlanSide::Citizen && act.is_of_centre() {
            return Err(PlanActError::NotYours);
        }
        match act {
            PlanAct::Opened { .. } => Err(PlanActError::Stands),
            PlanAct::Changed { offer } => stands_unless(*offer != self.dates.subject.offer),
            PlanAct::Made => stands_unless(self.dates.made_on.is_none()),
            PlanAct::Written { field, text, over } => self.check_writing(side, *field, (text, *over)),
            PlanAct::GoalAdded { text, under } => self.check_goal(text, *under),
            PlanAct::GoalMoved { goal, state } => {
                let goal = self.find_goal(*goal).ok_or(PlanActError::Unknown)?;
                stands_unless(goal.state != *state)
            }
            PlanAct::StepAdded { goal, text } => self.check_step(*goal, text),
            PlanAct::NoteAdded { text } => self.check_note(text),
            PlanAct::ConsentGiven { kind, whom, words } => self.check_consent(*kind, whom, words),
            PlanAct::ConsentTakenBack { consent } => {
                let consent = self.consents.iter().find(|one| one.place == *consent);
                stands_unless(consent.ok_or(PlanActError::Unknown)?.until.is_none())
            }
            PlanAct::CheckedIn { answers, words } => self.check_in(answers, words, today),
            PlanAct::ReviewHeld { on, full } => {
                check_day(*on, today, self.dates.made_on)?;
                let is_new = *full && self.dates.revised_on != Some(*on);
                check_after(*on, self.dates.reviewed_on, is_new)
            }
            PlanAct::AuthorityTold { on } => {
                check_day(*on, today, self.dates.made_on)?;
                check_after(*on, self.dates.authority_status_on, false)
            }
            PlanAct::Discharged { status, on } => match self.dates.discharge {
                Some(ended) if ended == (Discharge { status: *status, on: *on }) => Err(PlanActError::Stands),
                Some(_) => Err(PlanActError::Ended),
                None => check_day(*on, today, Some(self.dates.opened_on)),
            },
            PlanAct::Resumed => stands_unless(self.dates.discharge.is_some()),
            PlanAct::Contacted { on } => {
                check_day(*on, today, self.dates.discharge.map(|discharge| discharge.on))?;
                stands_unless(self.contacts.last() != Some(on))
            }
            PlanAct::StepTicked { step, done } => {
                let step = self.find_step(*step).ok_or(PlanActError::Unknown)?;
                stands_unless(step.done_on.is_some() != *done)
            }
        }
    }

    fn check_writing(
        &self,
        side: PlanSide,
        field: PlanField,
        (text, over): (&str, u32),
    ) -> Result<(), PlanActError> {
        check_length(text)?;
        let (is_there, must_say) = match field {
            PlanField::Part(PlanPart::SubGoals | PlanPart::FollowUp) => (false, false),
            PlanField::Part(_) | PlanField::Other | PlanField::BadDay(_) => (true, false),
            PlanField::Goal(goal, letter) => (self.find_goal(goal).is_some(), letter == SmartLetter::S),
            PlanField::Step(step) => (self.find_step(step).is_some(), true),
            PlanField::Note(note) => (self.notes.contains(&note), false),
            // Each side prepares for itself: the review that comes next, and the last one, which may have been noted meanwhile.
            PlanField::Review(number, of, _) => {
                let next = self.next_review();
                (of == side && (number == next || number.saturating_add(1) == next), false)
            }
        };
        if !is_there {
            return Err(PlanActError::Unknown);
        }
        let latest = self.versions(field).last();
        if latest.map_or("", |version| version.text.as_str()) == text.trim() {
            return Err(PlanActError::Stands);
        }
        if latest.map_or(0, |version| version.place) != over {
            return Err(PlanActError::Overtaken(field));
        }
        room_unless(self.versions(field).len() >= MOST_VERSIONS)?;
        if must_say && is_blank(text) { Err(PlanActError::Empty) } else { Ok(()) }
    }

    fn check_goal(&self, text: &str, under: Option<u32>) -> Result<(), PlanActError> {
        check_said(text)?;
        // Smaller goals have none that are smaller yet.
        let stands_alone = |above: u32| self.find_goal(above).is_some_and(|above| above.under.is_none());
        if under.is_some_and(|above| !stands_alone(above)) {
            return Err(PlanActError::Unknown);
        }
        let says = |goal: &super::Goal| self.text(PlanField::Goal(goal.place, SmartLetter::S)) == text.trim();
        // The same form sent twice is one goal.
        if self.goals.iter().any(|goal| goal.under == under && says(goal)) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.goals.len() >= MOST_GOALS)
    }

    fn check_note(&self, text: &str) -> Result<(), PlanActError> {
        check_said(text)?;
        // The same form sent twice is one note.
        if self.notes.last().is_some_and(|note| self.text(PlanField::Note(*note)) == text.trim()) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.notes.len() >= MOST_NOTES)
    }

    fn check_consent(&self, kind: ConsentKind, whom: &str, words: &str) -> Result<(), PlanActError> {
        check_length(words)?;
        if whom.chars().count() > LONGEST_NAME {
            return Err(PlanActError::TooLong(LONGEST_NAME));
        }
        if !self.list_consent_kinds().contains(&kind) {
            return Err(PlanActError::Unknown);
        }
        let is_same = |one: &Consent| {
            one.until.is_none() && one.kind == kind && one.whom == whom.trim() && one.words == words.trim()
        };
        if self.consents.iter().any(is_same) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.consents.len() >= MOST_CONSENTS)
    }

    fn check_in(&self, answers: &[Option<u8>], words: &str, today: LocalDay) -> Result<(), PlanActError> {
        check_length(words)?;
        let is_answer = |answer: &u8| (1..=WELLBEING_MOST).contains(answer);
        if answers.len() != WellbeingQuestion::ALL.len() || !answers.iter().flatten().all(is_answer) {
            return Err(PlanActError::Unknown);
        }
        if answers.iter().all(Option::is_none) && words.trim().is_empty() {
            return Err(PlanActError::Empty);
        }
        // The same form sent twice is one.
        let is_same =
            |last: &CheckIn| last.on == today && last.answers == answers && last.words == words.trim();
        if self.check_ins.last().is_some_and(is_same) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.check_ins.len() >= MOST_CHECK_INS)
    }

    fn check_step(&self, goal: Option<u32>, text: &str) -> Result<(), PlanActError> {
        check_said(text)?;
        if goal.is_some_and(|goal| self.find_goal(goal).is_none()) {
            return Err(PlanActError::Unknown);
        }
        let says = |step: &super::Step| self.text(PlanField::Step(step.place)) == text.trim();
        if self.steps.iter().any(|step| step.goal == goal && step.done_on.is_none() && says(step)) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.steps.len() >= MOST_STEPS)
    }
}

/// What is counted from a day: it is not before the plan was made, and not ahead.
fn check_day(on: LocalDay, today: LocalDay, since: Option<LocalDay>) -> Result<(), PlanActError> {
    let since = since.ok_or(PlanActError::Unknown)?;
    if on < since || on > today { Err(PlanActError::BadDay) } else { Ok(()) }
}

/// What is counted from the last of its kind comes after it; on the same day it stands, unless it says more.
fn check_after(on: LocalDay, last: Option<LocalDay>, says_more: bool) -> Result<(), PlanActError> {
    match last {
        Some(last) if on < last => Err(PlanActError::BadDay),
        Some(last) if on == last => stands_unless(says_more),
        _ => Ok(()),
    }
}

fn check_length(text: &str) -> Result<(), PlanActError> {
    if text.chars().count() > LONGEST { Err(PlanActError::TooLong(LONGEST)) } else { Ok(()) }
}

fn check_said(text: &str) -> Result<(), PlanActError> {
    check_length(text)?;
    if is_blank(text) { Err(PlanActError::Empty) } else { Ok(()) }
}

const fn stands_unless(is_new: bool) -> Result<(), PlanActError> {
    if is_new { Ok(()) } else { Err(PlanActError::Stands) }
}

const fn room_unless(is_full: bool) -> Result<(), PlanActError> {
    if is_full { Err(PlanActError::Full) } else { Ok(()) }
}
