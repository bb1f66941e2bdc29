//! What the island knows: the plan as the server has told it, what was done since, and what is said about that.

use super::{Today, TodayAct, TodayAnswer, TodayQuestion, TodayRequest, TodayStep, act_in_plan, text};
use crate::api_error::ApiError;
use domain::Lang;
use leptos::{html, prelude::*, task::spawn_local};
use std::time::Duration;

/// After which something that could not be sent is tried again.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is said about the last thing that was done.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Notice {
    Nothing,
    Saving,
    Saved,
    NotSaved,
    SignedOut,
    Refused(String),
}

impl Notice {
    pub(super) fn words(&self, lang: Lang) -> String {
        let phrase = match self {
            Self::Nothing => return String::new(),
            Self::Refused(why) => return why.clone(),
            Self::Saving => text::SAVING,
            Self::Saved => text::SAVED,
            Self::NotSaved => text::NOT_SAVED,
            Self::SignedOut => text::SIGNED_OUT,
        };
        phrase.get(lang).to_owned()
    }
}

/// The plan as the server has told it, and what was done since.
#[derive(Clone, Copy)]
pub(super) struct Signals {
    pub lang: Lang,
    pub told: RwSignal<Today>,
    /// What is not saved yet, in its order.
    pub queue: RwSignal<Vec<TodayAct>>,
    pub notice: RwSignal<Notice>,
    pub is_sending: RwSignal<bool>,
    /// Whether it is tried again in a moment.
    pub is_waiting: RwSignal<bool>,
    pub week: RwSignal<usize>,
    /// The question that is asked, and what was last sent as its answer. Only an answer brings the next one: what is being
    /// written belongs to this one.
    pub question: RwSignal<Option<TodayQuestion>>,
    pub draft: RwSignal<String>,
    /// Whether a tick was just made: the next button stands under the same finger.
    pub is_settling: RwSignal<bool>,
    pub next_title: NodeRef<html::H2>,
    pub question_title: NodeRef<html::H2>,
    pub check_in_title: NodeRef<html::Summary>,
    pub answer: NodeRef<html::Form>,
    pub check_in: NodeRef<html::Form>,
}

impl Signals {
    pub(super) fn new(today: Today) -> Self {
        Self {
            lang: today.lang,
            question: RwSignal::new(today.question.clone()),
            told: RwSignal::new(today),
            queue: RwSignal::new(Vec::new()),
            notice: RwSignal::new(Notice::Nothing),
            is_sending: RwSignal::new(false),
            is_waiting: RwSignal::new(false),
            week: RwSignal::new(0),
            draft: RwSignal::new(String::new()),
            is_settling: RwSignal::new(false),
            next_title: NodeRef::new(),
            question_title: NodeRef::new(),
            check_in_title: NodeRef::new(),
            answer: NodeRef::new(),
            check_in: NodeRef::new(),
        }
    }

    /// The steps as they stand once all is saved.
    pub(super) fn steps(self) -> Vec<TodayStep> {
        let mut today = self.told.get();
        for act in self.queue.read().iter() {
            today.apply(act);
        }
        today.steps
    }

    pub(super) fn waits_for(self, of: impl Fn(&TodayAct) -> bool) -> bool {
        self.queue.read().iter().any(of)
    }

    pub(super) fn push(self, act: TodayAct) {
        self.queue.update(|queue| queue.push(act));
        if self.notice.with_untracked(|notice| !matches!(notice, Notice::NotSaved | Notice::SignedOut)) {
            self.notice.set(Notice::Saving);
        }
        self.send(false);
    }

    /// Sends the first that is not saved yet; those after it follow.
    pub(super) fn send(self, is_again: bool) {
        let first = self.queue.with_untracked(|queue| queue.first().cloned());
        let Some(act) = first.filter(|_| !self.is_sending.get_untracked()) else { return };
        self.is_sending.set(true);
        spawn_local(async move {
            let owner = self.told.with_untracked(|today| today.owner.clone());
            let request = TodayRequest { lang: self.lang, owner, is_again, act: act.clone() };
            let answer = act_in_plan(request).await;
            self.is_sending.set(false);
            match answer {
                Ok(answer) => {
                    self.queue.update(|queue| drop(queue.remove(0)));
                    if matches!(act, TodayAct::Answer { .. }) {
                        self.ask_next(&answer);
                    }
                    self.settle(&act, answer.refused);
                    self.told.set(answer.today);
                    self.send(false);
                }
                Err(ApiError::SignedOut) => self.notice.set(Notice::SignedOut),
                Err(ApiError::Unreadable) => {
                    // The page is of another version than the server: trying again helps nobody.
                    self.queue.update(|queue| drop(queue.remove(0)));
                    self.settle(&act, Some(text::OUTDATED.get(self.lang).to_owned()));
                    self.send(false);
                }
                Err(ApiError::Offline | ApiError::Unavailable) => self.wait(),
            }
        });
    }

    /// Says that nothing is saved yet, and tries again in a moment.
    fn wait(self) {
        self.notice.set(Notice::NotSaved);
        if self.is_waiting.get_untracked() {
            return;
        }
        self.is_waiting.set(true);
        let again = move || {
            self.is_waiting.set(false);
            self.send(true);
        };
        set_timeout(again, PATIENCE);
    }

    /// After an answer: the next question, or the same beside what the other side wrote there meanwhile.
    fn ask_next(self, answer: &TodayAnswer) {
        match (&answer.theirs, &answer.refused) {
            (Some((said, over)), _) => self.question.update(|question| {
                if let Some(question) = question {
                    (question.over, question.theirs) = (*over, Some(said.clone()));
                }
            }),
            (None, Some(_)) => {}
            (None, None) => {
                self.draft.set(String::new());
                self.question.set(answer.today.question.clone());
                // The field is the same one to the browser, which keeps what was typed in it.
                request_animation_frame(move || {
                    if let Some(form) = self.answer.get_untracked() {
                        form.reset();
                    }
                });
            }
        }
    }

    /// What was refused stands where it was typed; what was saved makes room.
    fn settle(self, act: &TodayAct, refused: Option<String>) {
        let is_refused = refused.is_some();
        // What was refused before is read before anything else is said.
        let is_told = self.notice.with_untracked(|notice| matches!(notice, Notice::Refused(_)));
        match refused {
            Some(why) => self.notice.set(Notice::Refused(why)),
            None if is_told => {}
            // Saved is said of all.
            None if self.queue.with_untracked(|queue| !queue.is_empty()) => self.notice.set(Notice::Saving),
            None => self.notice.set(Notice::Saved),
        }
        if matches!(act, TodayAct::CheckIn { .. })
            && !is_refused
            && let Some(form) = self.check_in.get_untracked()
        {
            form.reset();
        }
    }
}
