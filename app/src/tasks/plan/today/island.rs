//! The plan for today as an island: what is done is shown at once, sent in its order, and undone where it is refused.

use super::{CHECK_IN_FIELDS, Today, TodayAct, TodayQuestion, TodayStep, act_in_plan, text};
use crate::{
    api_error::ApiError,
    phrase::Phrase,
    ui::choices::{Choice, Legend, RadioGroup},
};
use domain::Lang;
use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};
use std::time::Duration;

/// After which something that could not be sent is tried again.
const PATIENCE: Duration = Duration::from_secs(5);

/// What is said about the last thing that was done.
#[derive(Clone, PartialEq, Eq)]
enum Notice {
    Nothing,
    Saving,
    Saved,
    NotSaved,
    SignedOut,
    Refused(String),
}

impl Notice {
    fn words(&self, lang: Lang) -> String {
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
struct Signals {
    lang: Lang,
    told: RwSignal<Today>,
    /// What is not saved yet, in its order.
    queue: RwSignal<Vec<TodayAct>>,
    notice: RwSignal<Notice>,
    is_sending: RwSignal<bool>,
    /// The step that was ticked last, to take it back.
    ticked: RwSignal<Option<u32>>,
    week: RwSignal<usize>,
    /// What is being written, and the question that is asked again because the other side has answered it meanwhile.
    draft: RwSignal<String>,
    again: RwSignal<Option<TodayQuestion>>,
    check_in: NodeRef<html::Form>,
}

impl Signals {
    fn new(today: Today) -> Self {
        Self {
            lang: today.lang,
            told: RwSignal::new(today),
            queue: RwSignal::new(Vec::new()),
            notice: RwSignal::new(Notice::Nothing),
            is_sending: RwSignal::new(false),
            ticked: RwSignal::new(None),
            week: RwSignal::new(0),
            draft: RwSignal::new(String::new()),
            again: RwSignal::new(None),
            check_in: NodeRef::new(),
        }
    }

    /// The steps as they stand once all is saved.
    fn steps(self) -> Vec<TodayStep> {
        let mut today = self.told.get();
        for act in self.queue.read().iter() {
            today.apply(act);
        }
        today.steps
    }

    fn waits_for(self, of: impl Fn(&TodayAct) -> bool) -> bool {
        self.queue.read().iter().any(of)
    }

    fn push(self, act: TodayAct) {
        self.queue.update(|queue| queue.push(act));
        self.send();
    }

    /// Sends the first that is not saved yet; those after it follow.
    fn send(self) {
        let first = self.queue.with_untracked(|queue| queue.first().cloned());
        let Some(act) = first.filter(|_| !self.is_sending.get_untracked()) else { return };
        self.is_sending.set(true);
        if self.notice.with_untracked(|notice| *notice != Notice::NotSaved) {
            self.notice.set(Notice::Saving);
        }
        spawn_local(async move {
            let answer = act_in_plan(self.lang, act.clone()).await;
            self.is_sending.set(false);
            match answer {
                Ok(answer) => {
                    let asked = untrack(|| self.question());
                    self.told.set(answer.today);
                    self.queue.update(|queue| drop(queue.remove(0)));
                    self.ask_again(asked, answer.theirs);
                    self.settle(act, answer.refused);
                    self.send();
                }
                Err(ApiError::SignedOut) => self.notice.set(Notice::SignedOut),
                Err(ApiError::Offline | ApiError::Unreadable | ApiError::Unavailable) => {
                    self.notice.set(Notice::NotSaved);
                    set_timeout(move || self.send(), PATIENCE);
                }
            }
        });
    }

    /// The question that is asked now.
    fn question(self) -> Option<TodayQuestion> {
        self.again.get().or_else(|| self.told.with(|today| today.question.clone()))
    }

    /// Where the other side has answered meanwhile, the same question is asked again beside what they wrote.
    fn ask_again(self, asked: Option<TodayQuestion>, theirs: Option<(String, u32)>) {
        let again = asked.zip(theirs);
        let again = again.map(|(asked, (said, over))| TodayQuestion { over, theirs: Some(said), ..asked });
        self.again.set(again);
    }

    /// What was refused stands where it was typed; what was saved makes room.
    fn settle(self, act: TodayAct, refused: Option<String>) {
        let is_refused = refused.is_some();
        self.notice.set(refused.map_or(Notice::Saved, Notice::Refused));
        match act {
            TodayAct::Tick { .. } => {}
            TodayAct::Answer { text, .. } if is_refused => self.draft.set(text),
            TodayAct::Answer { .. } => self.draft.set(String::new()),
            TodayAct::CheckIn { .. } if is_refused => {}
            TodayAct::CheckIn { .. } => {
                if let Some(form) = self.check_in.get_untracked() {
                    form.reset();
                }
            }
        }
    }
}

impl Today {
    /// What the page provides as context.
    #[cfg(feature = "ssr")]
    fn find() -> Option<(Self, String)> {
        use_context::<Self>().map(|today| (today.clone(), crate::packed::pack(&today)))
    }

    /// What the server has written into the page, where it stays.
    #[cfg(not(feature = "ssr"))]
    fn find() -> Option<(Self, String)> {
        let place = document().query_selector("[data-today]").ok()??;
        let today = crate::packed::unpack(&place.get_attribute("data-today")?)?;
        Some((today, String::new()))
    }
}

/// The plan for today. The page provides a [`Today`] as context; to the phone it travels as an attribute.
#[island]
pub fn PlanToday() -> impl IntoView {
    let (today, packed) = Today::find().unwrap_or_default();
    let (lang, base) = (today.lang, today.base.clone());
    let signals = Signals::new(today);
    let Signals { queue, notice, .. } = signals;
    let has_question = move || signals.question().is_some();
    view! {
        <div data-today=packed data-unsaved=move || (!queue.read().is_empty()).then_some("")>
            {show_next(signals, base.clone())}
            {show_week(signals, base.clone())}
            <section hidden=move || !has_question()>{show_question(signals)}</section>
            {show_check_in(signals, base)}
            <div class="today-notice">
                <p role="status" class=move || notice.with(|notice| *notice != Notice::Nothing).then_some("notice")>{move || notice.with(|notice| notice.words(lang))}</p>
                <button type="button" class="button button-secondary" hidden=move || notice.with(|notice| *notice != Notice::SignedOut) on:click=move |_| signals.send()>
                    {text::TRY_AGAIN.get(lang)}
                </button>
            </div>
        </div>
    }
}

fn show_next(signals: Signals, base: String) -> impl IntoView {
    let lang = signals.lang;
    let is_empty = move || signals.told.with(|today| today.steps.is_empty());
    let to = base.clone();
    let next = move || match signals.steps().into_iter().find(|step| !step.is_done) {
        Some(step) => {
            let (goal, href) = (step.goal.clone(), step.href.clone());
            view! {
                <p><strong class="said">{step.words.clone()}</strong></p>
                {tick_form(signals, &to, step, true)}
                <p class="hint"><a href=href>{goal}</a></p>
            }
            .into_any()
        }
        None => view! { <p>{text::ALL_STEPS_DONE.get(lang)}</p> }.into_any(),
    };
    let undo = move || {
        let ticked = signals.ticked.get()?;
        let step = signals.steps().into_iter().find(|step| step.place == ticked && step.is_done)?;
        Some(tick_form(signals, &base, step, false))
    };
    view! {
        <section class="you" hidden=is_empty>
            <h2>{text::NEXT_STEP.get(lang)}</h2>
            <div>{next}</div>
            <div>{undo}</div>
        </section>
    }
}

/// The button that ticks a step, or takes the tick back.
fn tick_form(signals: Signals, base: &str, step: TodayStep, done: bool) -> AnyView {
    let (act, label, class) =
        if done { ("TICK", text::TICK, "button button-secondary") } else { ("UNTICK", text::UNTICK, "link") };
    let label: Phrase = label;
    let label = label.get(signals.lang);
    let (place, name) = (step.place, format!("{label}: {}", step.words));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        signals.ticked.set(done.then_some(place));
        signals.push(TodayAct::Tick { step: place, done });
    };
    view! {
        <form method="post" action=base.to_owned() on:submit=submit>
            <input type="hidden" name="STEP" value=place.to_string()/>
            <button type="submit" class=class name="ACT" value=act aria-label=name>{label}</button>
        </form>
    }
    .into_any()
}

fn show_week(signals: Signals, base: String) -> impl IntoView {
    let lang = signals.lang;
    let last = move || signals.told.with(|today| today.weeks.len().saturating_sub(1));
    let week = move || signals.week.get().min(last());
    let title = move || signals.told.with(|today| today.weeks.get(week()).map(|(title, _)| title.clone()));
    let times = move || {
        let times = signals.told.with(|today| today.weeks.get(week()).map(|(_, times)| times.clone()));
        let times = times.unwrap_or_default();
        if times.is_empty() {
            return view! { <p class="hint">{text::NO_TIMES.get(lang)}</p> }.into_any();
        }
        let lines = times.into_iter().map(|time| {
            let closed = time.closed.map(|closed| view! { <p>{closed}</p> });
            view! { <li><strong>{time.when}</strong>" "<span>{time.words}</span>{closed}</li> }
        });
        view! { <ul class="lines">{lines.collect_view()}</ul> }.into_any()
    };
    // Without script the page shows this week, and leads to the others.
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let go = move |by: isize| move |_| signals.week.set(week().saturating_add_signed(by).min(last()));
    view! {
        <section hidden=move || signals.told.with(|today| today.weeks.is_empty())>
            <h2>{text::WEEK.get(lang)}</h2>
            <h3>{title}</h3>
            <div>{times}</div>
            <p class="plan-acts">
                <button type="button" class="link" hidden=move || !awake.get() || week() == 0 on:click=go(-1)>{text::WEEK_BEFORE.get(lang)}</button>
                <button type="button" class="link" hidden=move || !awake.get() || week() == last() on:click=go(1)>{text::WEEK_AFTER.get(lang)}</button>
                <a href=format!("{base}/uge")>{text::WHOLE_WEEK.get(lang)}</a>
            </p>
        </section>
    }
}

fn show_question(signals: Signals) -> impl IntoView {
    let lang = signals.lang;
    let question = Memo::new(move |_| signals.question());
    let waits = move || signals.waits_for(|act| matches!(act, TodayAct::Answer { .. }));
    let form = move || question.get().map(|question| question_form(signals, question));
    view! {
        <h2>{text::NEXT_QUESTION.get(lang)}</h2>
        <p class="quoted said" hidden=move || !waits()>{move || signals.draft.get()}</p>
        <div hidden=waits>{form}</div>
    }
}

fn question_form(signals: Signals, question: TodayQuestion) -> AnyView {
    let lang = signals.lang;
    let TodayQuestion { goal, href, asked, field, over, theirs } = question;
    let theirs = theirs.map(|said| view! { <div class="quoted"><p class="said">{said}</p></div> });
    let (to, named) = (href.clone(), field.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let text = signals.draft.get_untracked();
        if !text.trim().is_empty() {
            signals.push(TodayAct::Answer { field: field.clone(), text, over });
        }
    };
    view! {
        <p class="hint"><a href=href>{goal}</a></p>
        {theirs}
        <form method="post" action=to autocomplete="off" on:submit=submit>
            <input type="hidden" name="FIELD" value=named/>
            <input type="hidden" name="OVER" value=over.to_string()/>
            <div class="form-group">
                <label class="form-label" for="ANSWER">{asked}</label>
                <textarea class="form-input" id="ANSWER" name="TEXT" rows="3" autocomplete="off" prop:value=move || signals.draft.get() on:input:target=move |event| signals.draft.set(event.target().value())></textarea>
            </div>
            <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="WRITE">{text::SAVE.get(lang)}</button></div>
        </form>
    }
    .into_any()
}

fn show_check_in(signals: Signals, base: String) -> impl IntoView {
    let lang = signals.lang;
    let (questions, answers) =
        signals.told.with_untracked(|today| (today.questions.clone(), today.answers.clone()));
    let best = answers.len();
    let groups = CHECK_IN_FIELDS.into_iter().zip(questions).map(|(name, asked)| {
        let choice = |(place, answer): (usize, &String)| {
            Choice::new((best - place).to_string(), answer.clone(), false)
        };
        let choices = answers.iter().enumerate().map(choice).collect();
        view! { <RadioGroup name=name legend=Legend::Label(asked) choices=choices lang=lang/> }
    });
    let groups = groups.collect_view();
    let submit = move |event: SubmitEvent| {
        let (answers, words) = read_check_in(&event);
        if answers.iter().all(Option::is_none) && words.trim().is_empty() {
            return;
        }
        event.prevent_default();
        signals.push(TodayAct::CheckIn { answers, words });
    };
    let waits = move || signals.waits_for(|act| matches!(act, TodayAct::CheckIn { .. }));
    let (action, more) = (format!("{base}/trivsel"), format!("{base}/trivsel"));
    view! {
        <details>
            <summary>{text::CHECK_IN.get(lang)}</summary>
            <p class="hint">{move || signals.told.with(|today| today.checked.clone())}</p>
            <form method="post" action=action autocomplete="off" node_ref=signals.check_in hidden=waits on:submit=submit>
                <div class="form-group">
                    <label class="form-label" for="CHECK_IN">{text::OWN_WORDS_FIRST.get(lang)}</label>
                    <span class="form-hint" id="CHECK_IN-hint">{text::SKIP.get(lang)}</span>
                    <textarea class="form-input" id="CHECK_IN" name="TEXT" rows="3" autocomplete="off" aria-describedby="CHECK_IN-hint"></textarea>
                </div>
                {groups}
                <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="CHECK_IN">{text::SAVE.get(lang)}</button></div>
            </form>
            <p><a href=more>{text::CHECK_IN_MORE.get(lang)}</a></p>
        </details>
    }
}

/// What was answered, and the words.
#[cfg(feature = "hydrate")]
fn read_check_in(event: &SubmitEvent) -> (Vec<Option<u8>>, String) {
    use wasm_bindgen::JsCast;
    use web_sys::{FormData, HtmlFormElement};
    let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    let read = |name: &str| data.as_ref().and_then(|data| data.get(name).as_string()).unwrap_or_default();
    (CHECK_IN_FIELDS.iter().map(|name| read(name).parse().ok()).collect(), read("TEXT"))
}

/// Nothing is sent to an island on the server.
#[cfg(not(feature = "hydrate"))]
fn read_check_in(_event: &SubmitEvent) -> (Vec<Option<u8>>, String) {
    (Vec::new(), String::new())
}
