//! The guide as an island: one component for the form without JavaScript and for the phone.
//!
//! The server renders it with the answers that a POST brought; awake, it takes over and sends
//! nothing any more. Both ask the same function of `domain`.

mod outcome;
#[cfg(feature = "hydrate")]
mod phone;
mod question;

use crate::{phrase::Phrase, tasks::find_help::text, ui::acts::Acts};
use domain::{Answers, Choice, Lang, Question, Step, Substance};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the outcome shows of an offer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OfferBrief {
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// Position of its unit among the next steps.
    pub unit: usize,
    /// The sections of the standard that describe it.
    pub source: Vec<String>,
    /// What the decisions give for it.
    pub entitlements: Vec<domain::Entitlement>,
    /// Where each of the terms stands: positions among the guide's places.
    pub grounds: Vec<Vec<usize>>,
}

/// A unit to turn to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NextStep {
    pub unit: String,
    pub phone: Option<Callable>,
    pub website: Option<Website>,
    pub email: Option<String>,
    pub address: Option<String>,
    /// Whether the house is open, in words; empty where the standard gives no hours.
    pub open: String,
}

impl NextStep {
    /// Whether the standard says how to reach the unit.
    #[must_use]
    pub fn reachable(&self) -> bool {
        self.phone.is_some() || self.website.is_some() || self.email.is_some() || self.address.is_some()
    }
}

/// The address of a site, and how it is written for people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Website {
    pub href: String,
    pub shown: String,
}

/// A telephone number, and whether it is answered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Callable {
    pub dial: String,
    pub shown: String,
    /// Whose number it is, or which key to press.
    pub label: String,
    pub when: String,
    /// Whether it is answered now.
    pub answered: bool,
}

/// Everything the guide needs, as it travels to the phone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GuideState {
    pub lang: Lang,
    /// The path of the municipality's pages in this language, such as `/skanderborg`.
    pub base: String,
    pub guide: domain::Guide,
    pub offers: Vec<OfferBrief>,
    /// The units, the municipality's main unit first; never empty.
    pub next_steps: Vec<NextStep>,
    /// What one can do now beside phoning.
    pub acts: Acts,
    /// The places in the standard and the law that terms rest on.
    pub places: Vec<String>,
    /// What the standard is about.
    pub scope: Vec<Substance>,
    /// Whether the standard tells of the duty to notify about children.
    pub duty_to_notify: bool,
    pub answers: Answers,
    /// A question asked although it has been answered, or out of turn.
    pub again: Option<Question>,
    /// Whether the form came without an answer, or with one that is no choice.
    pub problem: Option<GuideError>,
    /// Whether the phone answers by itself.
    pub on_phone: bool,
    /// What was chosen before one went on, for who comes back to the step; the phone's own.
    #[serde(skip)]
    pub chosen: Option<Choice>,
}

/// What was wrong with the form that was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum GuideError {
    NothingChosen,
    UnknownAnswer,
}

impl GuideError {
    fn text(self, question: Question) -> Phrase {
        match self {
            Self::NothingChosen if question == Question::Who => text::CHOOSE_WHO,
            Self::NothingChosen => text::CHOOSE_ONE,
            Self::UnknownAnswer => text::NOT_A_CHOICE,
        }
    }
}

impl GuideState {
    /// The step to show.
    #[must_use]
    pub fn step(&self) -> Step {
        match self.again {
            Some(question) => self.guide.again(question, &self.answers),
            None => self.guide.next(&self.answers),
        }
    }

    /// The markup of the step to show.
    fn markup(&self) -> String {
        let markup = match self.step() {
            Step::Ask(asked) => question::markup(self, &asked),
            Step::Outcome(outcome) => outcome::markup(self, &outcome),
        };
        markup.into_string()
    }

    /// What the step's page is called, without the name of the site: the history of a browser shows no question.
    #[must_use]
    pub fn title(&self) -> String {
        match self.step() {
            Step::Ask(asked) => {
                let number = question::count_to(self, &asked);
                [text::TITLE.get(self.lang), ": ", &text::progress(number, asked.ahead, self.lang)].concat()
            }
            Step::Outcome(_) => text::OUTCOME_TITLE.get(self.lang).to_owned(),
        }
    }

    /// Takes an answer to `question`.
    pub fn answer(&mut self, question: Question, choice: Choice) {
        self.answers.set(question, choice);
        self.answers = self.guide.relevant(&self.answers);
        self.again = None;
        self.problem = None;
    }

    /// Takes back the last answer, and asks its question again.
    pub fn back(&mut self) {
        if self.again.take().is_none()
            && let Some((last, _)) = self.answers.iter().last()
        {
            self.answers = self.answers.without(last);
        }
        self.problem = None;
    }
}

/// The guide. The page provides its [`GuideState`] as context; to the phone it travels as an
/// attribute, in a form that costs a fraction of the WebAssembly that Leptos' own properties and views
/// would (docs/decisions/guide-size.md).
#[island]
pub fn Guide() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    phone::wake();
    #[cfg(feature = "ssr")]
    let (packed, markup) = use_context::<GuideState>()
        .map(|state| (crate::packed::pack(&state), state.markup()))
        .unwrap_or_default();
    // The phone finds the markup in the page.
    #[cfg(not(feature = "ssr"))]
    let (packed, markup) = (String::new(), String::new());
    view! { <div class="guide" data-state=packed inner_html=markup></div> }
}
