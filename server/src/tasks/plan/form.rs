//! What is sent from a page of a plan.

use app::tasks::plan::views::Tried;
use chrono::NaiveDate;
use domain::{
    DischargeStatus, LocalDay,
    decide::SmartLetter,
    plan::{ConsentKind, GoalState, PlanAct, PlanField, PlanSide, PlanState, TextVersion},
};
use serde::Deserialize;

/// A form as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct PlanForm {
    pub act: String,
    pub text: String,
    field: String,
    over: String,
    step: String,
    state: String,
    /// Who may read a note: `ME` or `BOTH`.
    pub readers: String,
    kind: String,
    whom: String,
    consent: String,
    myself: String,
    close: String,
    everyday_life: String,
    overall: String,
    day: String,
    full: String,
    status: String,
    /// The key of the form, in hexadecimal.
    pub form: String,
    /// A note that only its citizen reads, in hexadecimal.
    pub note: String,
}

impl PlanForm {
    /// A step that is ticked, or not any more.
    #[must_use]
    pub fn of_step(act: String, step: String) -> Self {
        Self { act, step, ..Self::default() }
    }

    /// What is to happen, on the page of a goal where it is one; nothing where the form asks for nothing.
    #[must_use]
    pub fn read(&self, side: PlanSide, goal: Option<u32>) -> Option<PlanAct> {
        let text = || self.text.replace("\r\n", "\n");
        let step = || self.step.parse().ok();
        match self.act.as_str() {
            "GOAL" => Some(PlanAct::GoalAdded { text: text(), under: goal }),
            "STEP" => Some(PlanAct::StepAdded { goal, text: text() }),
            // A citizen says of each that both sides may read it.
            "NOTE" if side == PlanSide::Staff || self.readers == "BOTH" => {
                Some(PlanAct::NoteAdded { text: text() })
            }
            "TICK" => Some(PlanAct::StepTicked { step: step()?, done: true }),
            "UNTICK" => Some(PlanAct::StepTicked { step: step()?, done: false }),
            "STATE" => Some(PlanAct::GoalMoved { goal: goal?, state: GoalState::from_code(&self.state)? }),
            "HELD" => Some(PlanAct::ReviewHeld { on: self.read_day(), full: self.full == "YES" }),
            "TOLD" => Some(PlanAct::AuthorityTold { on: self.read_day() }),
            "CONTACT" => Some(PlanAct::Contacted { on: self.read_day() }),
            "RESUME" => Some(PlanAct::Resumed),
            "DISCHARGE" => {
                let status = DischargeStatus::from_code(&self.status)?;
                Some(PlanAct::Discharged { status, on: self.read_day() })
            }
            "CONSENT" => Some(PlanAct::ConsentGiven {
                kind: ConsentKind::from_code(&self.kind)?,
                whom: self.whom.clone(),
                words: text(),
            }),
            "TAKE_BACK" => Some(PlanAct::ConsentTakenBack { consent: self.consent.parse().ok()? }),
            "CHECK_IN" => Some(PlanAct::CheckedIn {
                answers: [&self.myself, &self.close, &self.everyday_life, &self.overall]
                    .map(|answer| answer.parse().ok())
                    .to_vec(),
                words: text(),
            }),
            "WRITE" => Some(PlanAct::Written {
                field: self.field.parse().ok()?,
                text: text(),
                over: self.over.parse().ok()?,
            }),
            _ => None,
        }
    }

    /// Whether a consent was sent without what it is about.
    #[must_use]
    pub fn lacks_kind(&self) -> bool {
        self.act == "CONSENT" && ConsentKind::from_code(&self.kind).is_none()
    }

    /// The day that was typed. One that is none is before every plan.
    fn read_day(&self) -> LocalDay {
        LocalDay::parse(self.day.trim()).unwrap_or(LocalDay::new(NaiveDate::MIN))
    }

    /// Whether the end of a course was sent without how it ended.
    #[must_use]
    pub fn lacks_status(&self) -> bool {
        self.act == "DISCHARGE" && DischargeStatus::from_code(&self.status).is_none()
    }

    /// What was typed, to stand in its field again; with what stands there now, over which it would be written.
    #[must_use]
    pub fn into_tried(self, state: &PlanState, problem: String) -> Tried {
        let field = if self.act == "WRITE" { self.field } else { self.act };
        let latest = field.parse().ok().and_then(|field| state.versions(field).last());
        let over = latest.map_or(0, |version: &TextVersion| version.place);
        let chosen = vec![
            ("READERS", self.readers),
            ("FULL", self.full),
            ("STATUS", self.status),
            ("KIND", self.kind),
            ("WHOM", self.whom),
            ("MYSELF", self.myself),
            ("CLOSE", self.close),
            ("EVERYDAY_LIFE", self.everyday_life),
            ("OVERALL", self.overall),
        ];
        let typed = if self.day.is_empty() { self.text } else { self.day };
        Tried { field, typed, over, problem: Some(problem), chosen, ..Tried::default() }
    }
}

/// What was typed in a field of its own, to stand there again.
#[must_use]
pub fn keep_typed(field: String, typed: String, problem: Option<String>) -> Tried {
    Tried { field, typed, problem, ..Tried::default() }
}

/// The field that an address asks to change, on the page of a goal where it is one.
#[must_use]
pub fn read_edited(asked: &str, goal: Option<u32>) -> Option<Tried> {
    let field = match (SmartLetter::from_code(asked), goal) {
        (Some(letter), Some(goal)) => PlanField::Goal(goal, letter),
        _ => asked.parse().ok()?,
    };
    Some(Tried { field: field.to_string(), ..Tried::default() })
}
