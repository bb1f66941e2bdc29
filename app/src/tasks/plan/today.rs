//! What somebody does with their plan today: the next step, the times of the week, the next question, and how they are. An
//! island: the page's own forms until it wakes and where it never does, and then at once.

mod island;
mod signals;
pub mod text;

pub use self::island::PlanToday;

use crate::api_error::ApiError;
use domain::Lang;
use leptos::{prelude::*, server_fn::codec::Postcard};
use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use std::{pin::Pin, sync::Arc};

/// A step on the way to a goal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayStep {
    /// Its number in the plan.
    pub place: u32,
    pub words: String,
    /// The goal, and its address.
    pub goal: String,
    pub href: String,
    pub is_done: bool,
}

/// What is asked next about a goal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayQuestion {
    pub goal: String,
    pub href: String,
    pub asked: String,
    /// The place in the plan where the answer stands, and the version over which it is written.
    pub field: String,
    pub over: u32,
    /// What the other side has written there meanwhile.
    pub theirs: Option<String>,
}

/// A talk or a group.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayTime {
    pub when: String,
    pub words: String,
    /// That the centre is closed on the day.
    pub closed: Option<String>,
}

/// The fields of the questions about how somebody is, in their order.
pub const CHECK_IN_FIELDS: [&str; 4] = ["MYSELF", "CLOSE", "EVERYDAY_LIFE", "OVERALL"];

/// All that the phone is told of the plan for today.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Today {
    pub lang: Lang,
    /// Whose page it is: the name of their way in, in hexadecimal.
    pub owner: String,
    /// The address of the plan, in the page's language.
    pub base: String,
    /// Those to be done, the next first.
    pub steps: Vec<TodayStep>,
    pub question: Option<TodayQuestion>,
    /// Weeks with what is held in them, this one first; none where nothing is arranged.
    pub weeks: Vec<(String, Vec<TodayTime>)>,
    /// The questions about how somebody is, and the answers from the best to the worst.
    pub questions: Vec<String>,
    pub answers: Vec<String>,
    /// When somebody last said how they are.
    pub checked: Option<String>,
}

impl Default for Today {
    /// Nothing is known: the page leaves all to its forms.
    fn default() -> Self {
        Self {
            lang: Lang::Da,
            owner: String::new(),
            base: String::new(),
            steps: Vec::new(),
            question: None,
            weeks: Vec::new(),
            questions: Vec::new(),
            answers: Vec::new(),
            checked: None,
        }
    }
}

/// Something that is done on the phone.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TodayAct {
    Tick {
        step: u32,
        done: bool,
    },
    Answer {
        field: String,
        text: String,
        over: u32,
    },
    /// Answers in the order of the questions, from 1 to 5.
    CheckIn {
        answers: Vec<Option<u8>>,
        words: String,
    },
}

/// Leptos asks for it of what a server function takes. It tells nothing of what was written.
impl std::fmt::Debug for TodayAct {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("TodayAct")
    }
}

impl Today {
    /// How it stands once something is done, before the server has said so.
    fn apply(&mut self, act: &TodayAct) {
        if let TodayAct::Tick { step, done } = act
            && let Some(step) = self.steps.iter_mut().find(|one| one.place == *step)
        {
            step.is_done = *done;
        }
    }
}

/// What came of it.
#[derive(Clone, Serialize, Deserialize)]
pub struct TodayAnswer {
    /// How it stands now.
    pub today: Today,
    /// Why it was not done.
    pub refused: Option<String>,
    /// What stands where somebody wanted to write, and the version: where the other side has written there meanwhile.
    pub theirs: Option<(String, u32)>,
}

/// What a phone sends.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TodayRequest {
    pub lang: Lang,
    /// Whose page it was done on: on a phone that several use it is done in nobody else's plan.
    pub owner: String,
    /// Whether the page tries again by itself: that keeps no session alive.
    pub is_again: bool,
    pub act: TodayAct,
}

/// What happens when something is done, as the server provides it.
#[cfg(feature = "ssr")]
pub type Acting = Pin<Box<dyn Future<Output = Result<TodayAnswer, ApiError>> + Send>>;

/// The way to the plan of whoever asks, which the server provides as context.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct TodayDoor(pub Arc<dyn Fn(TodayRequest) -> Acting + Send + Sync>);

/// Does something in the plan of whoever is signed in, as the forms of the page do.
#[server(name = ActInPlan, prefix = "/api", endpoint = "plan", input = Postcard, output = Postcard)]
pub async fn act_in_plan(request: TodayRequest) -> Result<TodayAnswer, ApiError> {
    let TodayDoor(door) = use_context::<TodayDoor>().ok_or(ApiError::Unavailable)?;
    door(request).await
}
