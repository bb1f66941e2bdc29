//! What is sent from a page of a plan.

use app::{tasks::plan::views::Tried, ui::error_summary::FieldError};
use chrono::{NaiveDate, NaiveTime, Timelike};
use domain::{
    DischargeStatus, LocalDay,
    decide::{Goal as TreatmentGoal, SmartLetter},
    is_blank,
    plan::{
        ConsentKind, GoalAim, GoalState, Meeting, PlanAct, PlanField, PlanSide, PlanState, Recurrence,
        SharedPart, TextVersion,
    },
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
    aim: String,
    medicine: String,
    /// `YES`, or anything else for no.
    yes: String,
    meeting: String,
    from: String,
    to: String,
    recurs: String,
    last: String,
    pub offer: String,
    see_goals: String,
    see_week: String,
    see_reviews: String,
    see_wellbeing: String,
    see_bad_day: String,
    myself: String,
    close: String,
    everyday_life: String,
    overall: String,
    day: String,
    full: String,
    status: String,
    /// The key of the form, in hexadecimal.
    pub form: String,
    /// The way in that a page has shown, in hexadecimal; empty where it showed none.
    pub before: String,
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
            "AIM" => {
                let until = (!self.day.trim().is_empty()).then(|| self.read_day());
                Some(PlanAct::GoalAimed {
                    goal: goal?,
                    aim: GoalAim { aim: TreatmentGoal::from_code(&self.aim)?, until },
                })
            }
            "ACTION_PLAN" => Some(PlanAct::ActionPlanNoted { exists: true }),
            "NO_ACTION_PLAN" => Some(PlanAct::ActionPlanNoted { exists: false }),
            "MEDICINE" => Some(PlanAct::MedicineProposed { words: text() }),
            "ANSWER" => Some(PlanAct::MedicineAnswered {
                medicine: self.medicine.parse().ok()?,
                yes: self.yes == "YES",
            }),
            "MEETING" => Some(PlanAct::MeetingAdded { meeting: self.read_meeting().ok()? }),
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
                parts: Vec::new(),
            }),
            "INSIGHT" => Some(PlanAct::ConsentGiven {
                kind: ConsentKind::Insight,
                whom: self.whom.clone(),
                words: text(),
                parts: self.list_parts(),
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

    /// What somebody close may see, as it was ticked.
    fn list_parts(&self) -> Vec<SharedPart> {
        let ticked = |part: &SharedPart| match part {
            SharedPart::Goals => &self.see_goals,
            SharedPart::Week => &self.see_week,
            SharedPart::Reviews => &self.see_reviews,
            SharedPart::Wellbeing => &self.see_wellbeing,
            SharedPart::BadDay => &self.see_bad_day,
        };
        SharedPart::ALL.iter().copied().filter(|part| ticked(part) == "YES").collect()
    }

    /// What is missing where somebody close is to see something: who it is, and what.
    #[must_use]
    pub fn list_lacking(&self) -> Vec<&'static str> {
        if self.act != "INSIGHT" {
            return Vec::new();
        }
        let lacks = [("WHO", is_blank(&self.whom)), ("SEE_GOALS", self.list_parts().is_empty())];
        lacks.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(field, _)| field).collect()
    }

    /// The talk or group that the form is about.
    #[must_use]
    pub fn read_meeting_number(&self) -> Option<u32> {
        self.meeting.parse().ok()
    }

    /// The consent that the form is about.
    #[must_use]
    pub fn read_consent(&self) -> Option<u32> {
        self.consent.parse().ok()
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

    /// Whether a goal was sent without what it is about.
    #[must_use]
    pub fn lacks_aim(&self) -> bool {
        self.act == "AIM" && TreatmentGoal::from_code(&self.aim).is_none()
    }

    /// The day from which the hours of an offer are written in.
    #[must_use]
    pub fn read_first_day(&self) -> Option<LocalDay> {
        LocalDay::parse(self.day.trim())
    }

    /// A talk or a group that was typed.
    ///
    /// # Errors
    /// The fields that cannot be read.
    pub fn read_meeting(&self) -> Result<Meeting, Vec<&'static str>> {
        let last = self.last.trim();
        let day = LocalDay::parse(self.day.trim());
        let (from, to) = (read_clock(&self.from), read_clock(&self.to));
        let last_day = LocalDay::parse(last);
        let read = [
            ("DAY", day.is_some()),
            ("FROM", from.is_some()),
            ("TO", to.is_some()),
            ("LAST", last.is_empty() || last_day.is_some()),
        ];
        let unread: Vec<&str> =
            read.into_iter().filter(|(_, is_read)| !is_read).map(|(field, _)| field).collect();
        match (day, from, to) {
            (Some(first), Some(from), Some(to)) if unread.is_empty() => Ok(Meeting {
                place: 0,
                words: self.text.clone(),
                first,
                from,
                to,
                recurs: Recurrence::from_code(&self.recurs).unwrap_or(Recurrence::Once),
                last: last_day,
            }),
            _ => Err(unread),
        }
    }

    /// What was typed, to stand in its field again; with what stands there now, over which it would be written.
    #[must_use]
    pub fn into_tried(self, state: &PlanState, problem: String) -> Tried {
        let field = if self.act == "WRITE" { self.field } else { self.act };
        let latest = field.parse().ok().and_then(|field| state.versions(field).last());
        let over = latest.map_or(0, |version: &TextVersion| version.place);
        // What is typed in the field at which a problem stands: the day, where that is what is asked for.
        let asks_day = ["HELD", "TOLD", "CONTACT", "DISCHARGE", "AIM", "HOURS"].contains(&field.as_str());
        let chosen = vec![
            ("DAY", self.day.clone()),
            ("AIM", self.aim),
            ("FROM", self.from),
            ("TO", self.to),
            ("RECURS", self.recurs),
            ("LAST", self.last),
            ("OFFER", self.offer),
            ("READERS", self.readers),
            ("FULL", self.full),
            ("STATUS", self.status),
            ("KIND", self.kind),
            ("WHOM", self.whom),
            ("SEE_GOALS", self.see_goals),
            ("SEE_WEEK", self.see_week),
            ("SEE_REVIEWS", self.see_reviews),
            ("SEE_WELLBEING", self.see_wellbeing),
            ("SEE_BAD_DAY", self.see_bad_day),
            ("MYSELF", self.myself),
            ("CLOSE", self.close),
            ("EVERYDAY_LIFE", self.everyday_life),
            ("OVERALL", self.overall),
        ];
        let typed = if asks_day { self.day } else { self.text };
        Tried { field, typed, over, problem: Some(problem), chosen, ..Tried::default() }
    }

    /// The same, with what is wrong at other fields of the form.
    #[must_use]
    pub fn into_tried_beside(self, state: &PlanState, beside: Vec<FieldError>) -> Tried {
        Tried { problem: None, beside, ..self.into_tried(state, String::new()) }
    }
}

/// A time of day as browsers send it, in minutes; or as people write it.
fn read_clock(text: &str) -> Option<u16> {
    let text = text.trim().replace('.', ":");
    let time =
        NaiveTime::parse_from_str(&text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"));
    u16::try_from(time.ok()?.num_seconds_from_midnight() / 60).ok()
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
