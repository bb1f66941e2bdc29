//! What can happen in a plan as it stands, and why something cannot.

use super::{
    CheckIn, Consent, ConsentKind, Discharge, GoalAim, Meeting, PlanAct, PlanActError, PlanField, PlanSide,
    PlanState, SharedPart, WELLBEING_MOST, WellbeingQuestion,
};
use crate::{
    LocalDay, PlanPart, Rules, Standard,
    decide::{Goal as TreatmentGoal, SmartLetter, TreatmentLength, treatment_length_limit},
    is_blank,
};

/// Letters of a text: some two pages.
const LONGEST: usize = 4000;
/// What a plan can hold: more than anybody keeps in mind, and so little that it opens at once.
const MOST_GOALS: usize = 40;
const MOST_STEPS: usize = 400;
const MOST_NOTES: usize = 400;
const MOST_CHECK_INS: usize = 400;
const MOST_CONSENTS: usize = 100;
const MOST_MEETINGS: usize = 400;
const MOST_MEDICINES: usize = 100;
const MOST_VERSIONS: usize = 100;
/// Letters of whom a consent is about.
const LONGEST_NAME: usize = 120;
const MOST_EVENTS: u32 = 5000;

impl PlanState {
    /// Whether something can happen in the plan as it stands.
    ///
    /// # Errors
    /// Why not.
    pub fn check(
        &self,
        side: PlanSide,
        act: &PlanAct,
        (standard, today): (&Standard, LocalDay),
    ) -> Result<(), PlanActError> {
        let rules = standard.rules_for(self.dates.subject.substance);
        if self.last >= MOST_EVENTS {
            return Err(PlanActError::Full);
        }
        if side == PlanSide::Citizen && act.is_of_centre() {
            return Err(PlanActError::NotYours);
        }
        match act {
            PlanAct::Opened { .. } => Err(PlanActError::Stands),
            PlanAct::Changed { offer } => stands_unless(*offer != self.dates.subject.offer),
            PlanAct::Made => {
                stands_unless(self.dates.made_on.is_none())?;
                let missing = self.list_missing_consents(rules);
                missing.first().map_or(Ok(()), |&kind| Err(PlanActError::NeedsConsent(kind)))
            }
            PlanAct::Written { field, text, over } => self.check_writing(side, *field, (text, *over)),
            PlanAct::GoalAdded { text, under } => self.check_goal(text, *under),
            PlanAct::GoalMoved { goal, state } => {
                let goal = self.find_goal(*goal).ok_or(PlanActError::Unknown)?;
                stands_unless(goal.state != *state)
            }
            PlanAct::GoalAimed { goal, aim } => {
                let goal = self.find_goal(*goal).ok_or(PlanActError::Unknown)?;
                self.check_aim(*aim, rules)?;
                stands_unless(goal.aim != Some(*aim))
            }
            PlanAct::StepAdded { goal, text } => self.check_step(*goal, text),
            PlanAct::NoteAdded { text } => self.check_note(text),
            PlanAct::ConsentGiven { kind, whom, words, parts } => {
                self.check_consent(rules, side, *kind, (whom, words, parts))
            }
            PlanAct::ConsentTakenBack { consent } => {
                let consent = self.consents.iter().find(|one| one.place == *consent);
                stands_unless(consent.ok_or(PlanActError::Unknown)?.until.is_none())
            }
            PlanAct::MeetingAdded { meeting } => self.check_meeting(meeting, today),
            PlanAct::MeetingEnded { meeting, on } => {
                let meeting = self.meetings.iter().find(|one| one.place == *meeting);
                stands_unless(meeting.ok_or(PlanActError::Unknown)?.next_on(*on).is_some())
            }
            PlanAct::MedicineProposed { words } => self.check_medicine(words),
            PlanAct::MedicineAnswered { medicine, yes } => {
                let medicine = self.medicines.iter().find(|one| one.place == *medicine);
                let answer = medicine.ok_or(PlanActError::Unknown)?.answer.as_ref().map(|answer| answer.yes);
                stands_unless(answer != Some(*yes))
            }
            PlanAct::ActionPlanNoted { exists } => stands_unless(self.action_plan_on.is_some() != *exists),
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

    fn check_consent(
        &self,
        rules: &Rules,
        side: PlanSide,
        kind: ConsentKind,
        (whom, words, parts): (&str, &str, &[SharedPart]),
    ) -> Result<(), PlanActError> {
        check_length(words)?;
        if whom.chars().count() > LONGEST_NAME {
            return Err(PlanActError::TooLong(LONGEST_NAME));
        }
        let is_known = kind == ConsentKind::Insight || self.list_consent_kinds(rules).contains(&kind);
        if !is_known {
            return Err(PlanActError::Unknown);
        }
        // What others agree to, nobody agrees to for them: the centre notes it.
        if side == PlanSide::Citizen && kind.is_of_parents() {
            return Err(PlanActError::NotYours);
        }
        // Who may see something, and what, is said.
        if (kind == ConsentKind::Insight) == parts.is_empty()
            || (kind == ConsentKind::Insight && is_blank(whom))
        {
            return Err(PlanActError::Empty);
        }
        let is_same = |one: &Consent| {
            one.until.is_none()
                && one.kind == kind
                && one.whom == whom.trim()
                && one.words == words.trim()
                && one.parts == parts
        };
        if self.consents.iter().any(is_same) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.consents.len() >= MOST_CONSENTS)
    }

    /// Until when somebody can mean to use less, where the standard sets a limit (Vejle 10-0, 10E): counted from the day on
    /// which the plan was opened.
    #[must_use]
    pub fn find_aim_limit(&self, rules: &Rules) -> Option<LocalDay> {
        let given = TreatmentLength {
            substance: self.dates.subject.substance,
            goal: TreatmentGoal::ControlledReducedUse,
            treatment_starts_on: self.dates.opened_on,
            requested_months: 0,
        };
        treatment_length_limit(rules, &given).outcome.end_latest
    }

    fn check_aim(&self, aim: GoalAim, rules: &Rules) -> Result<(), PlanActError> {
        if aim.until.is_some_and(|until| until < self.dates.opened_on) {
            return Err(PlanActError::TooEarly);
        }
        if aim.aim == TreatmentGoal::Abstinence {
            return Ok(());
        }
        let limit = self.find_aim_limit(rules).ok_or(PlanActError::Unknown)?;
        // Without a day it could go on for ever.
        if aim.until.is_some_and(|until| until <= limit) { Ok(()) } else { Err(PlanActError::TooLate(limit)) }
    }

    fn check_meeting(&self, meeting: &Meeting, today: LocalDay) -> Result<(), PlanActError> {
        check_said(&meeting.words)?;
        if meeting.words.chars().count() > LONGEST_NAME {
            return Err(PlanActError::TooLong(LONGEST_NAME));
        }
        if !meeting.is_possible() {
            return Err(PlanActError::BadTime);
        }
        if self.meetings.iter().any(|one| one.is_like(meeting, today)) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.meetings.len() >= MOST_MEETINGS)
    }

    fn check_medicine(&self, words: &str) -> Result<(), PlanActError> {
        check_said(words)?;
        if self.medicines.iter().any(|one| one.answer.is_none() && one.words == words.trim()) {
            return Err(PlanActError::Stands);
        }
        room_unless(self.medicines.len() >= MOST_MEDICINES)
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
