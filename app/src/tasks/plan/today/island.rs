//! The plan for today as an island: what is done is shown at once, sent in its order, and undone where it is refused.

use super::{
    CHECK_IN_FIELDS, Today, TodayAct, TodayQuestion, TodayStep,
    signals::{Notice, Signals},
    text,
};
use crate::ui::choices::{Choice, Legend, RadioGroup};
use leptos::{
    ev::SubmitEvent,
    prelude::*,
    tachys::html::attribute::{Attribute, custom::custom_attribute},
};
use std::time::Duration;

/// After which another step can be ticked.
const SETTLING: Duration = Duration::from_millis(700);

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
    let has_question = move || signals.question.with(Option::is_some);
    view! {
        <div data-today=packed data-unsaved=move || (!queue.read().is_empty()).then_some("")>
            {show_next(signals, base.clone())}
            {show_week(signals, base.clone())}
            <section hidden=move || !has_question()>{show_question(signals)}</section>
            {show_check_in(signals, base)}
            <div class="today-notice">
                <p role="status" class=move || notice.with(|notice| *notice != Notice::Nothing).then_some("notice")>{move || notice.with(|notice| notice.words(lang))}</p>
                <button type="button" class="button button-secondary" hidden=move || notice.with(|notice| *notice != Notice::SignedOut) on:click=move |_| signals.send(false)>
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
    // Those that were ticked today can be taken back, in case it was a slip.
    let undo = move || {
        let done = signals.steps().into_iter().filter(|step| step.is_done);
        let items = done.map(|step| {
            let words = step.words.clone();
            view! { <li><span class="done">{words}</span>" "{tick_form(signals, &base, step, false)}</li> }
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <ul class="nobullet-list">{items}</ul> })
    };
    view! {
        <section class="you" hidden=is_empty>
            <h2 tabindex="-1" node_ref=signals.next_title>{text::NEXT_STEP.get(lang)}</h2>
            <div>{next}</div>
            <div>{undo}</div>
        </section>
    }
}

/// The button that ticks a step, or takes the tick back.
fn tick_form(signals: Signals, base: &str, step: TodayStep, done: bool) -> AnyView {
    let (act, label, class) =
        if done { ("TICK", text::TICK, "button button-secondary") } else { ("UNTICK", text::UNTICK, "link") };
    let label = label.get(signals.lang);
    let (place, name) = (step.place, format!("{label}: {}", step.words));
    let submit = move |event: SubmitEvent| {
        if is_closing() {
            return;
        }
        event.prevent_default();
        if done && signals.is_settling.get_untracked() {
            return;
        }
        signals.is_settling.set(done);
        set_timeout(move || signals.is_settling.set(false), SETTLING);
        signals.push(TodayAct::Tick { step: place, done });
        // What was pressed may be gone: a reader goes on from the heading.
        request_animation_frame(move || {
            let _ = signals.next_title.get_untracked().map(|title| title.focus());
        });
    };
    view! {
        <form method="post" action=base.to_owned() on:submit=submit>
            <input type="hidden" name="STEP" value=place.to_string()/>
            <button type="submit" class=class name="ACT" value=act aria-label=name>{label}</button>
        </form>
    }
    .into_any()
}

/// Whether the page closes, as the session has ended: then a form goes by itself, and what is in it is kept through coming in
/// again.
#[cfg(feature = "hydrate")]
fn is_closing() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-closing"))
}

/// Nothing closes on the server.
#[cfg(not(feature = "hydrate"))]
const fn is_closing() -> bool {
    false
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
    // Without script the page shows this week, and leads to the next.
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let go = move |by: isize| move |_| signals.week.set(week().saturating_add_signed(by).min(last()));
    view! {
        <section hidden=move || signals.told.with(|today| today.weeks.is_empty())>
            <h2>{text::WEEK.get(lang)}</h2>
            <h3 aria-live="polite">{title}</h3>
            <div>{times}</div>
            <p class="plan-acts">
                <button type="button" class="link" hidden=move || !awake.get() aria-disabled=move || (week() == 0).then_some("true") on:click=go(-1)>{text::WEEK_BEFORE.get(lang)}</button>
                <button type="button" class="link" hidden=move || !awake.get() aria-disabled=move || (week() == last()).then_some("true") on:click=go(1)>{text::WEEK_AFTER.get(lang)}</button>
                <a href=format!("{base}/uge")>{text::WHOLE_WEEK.get(lang)}</a>
            </p>
        </section>
    }
}

fn show_question(signals: Signals) -> impl IntoView {
    let lang = signals.lang;
    let question = signals.question;
    let waits = move || signals.waits_for(|act| matches!(act, TodayAct::Answer { .. }));
    let form = move || question.get().map(|question| question_form(signals, question));
    view! {
        <h2 tabindex="-1" node_ref=signals.question_title>{text::NEXT_QUESTION.get(lang)}</h2>
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
        let text = read_fields(&event, ["TEXT"]).concat();
        if is_closing() || text.trim().is_empty() {
            return;
        }
        event.prevent_default();
        signals.draft.set(text.clone());
        signals.push(TodayAct::Answer { field: field.clone(), text, over });
        request_animation_frame(move || {
            let _ = signals.question_title.get_untracked().map(|title| title.focus());
        });
    };
    // What was typed before the island woke stays in the field: it is not the island's to fill.
    let typed = signals.draft.get_untracked();
    view! {
        <p class="hint"><a href=href>{goal}</a></p>
        {theirs}
        <form method="post" action=to autocomplete="off" node_ref=signals.answer on:submit=submit>
            <input type="hidden" name="FIELD" value=named/>
            <input type="hidden" name="OVER" value=over.to_string()/>
            <div class="form-group">
                <label class="form-label" for="ANSWER">{asked}</label>
                <textarea class="form-input" id="ANSWER" name="TEXT" rows="3" autocomplete="off" spellcheck="false" {..uncorrected()}>{typed}</textarea>
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
        if is_closing() || (answers.iter().all(Option::is_none) && words.trim().is_empty()) {
            return;
        }
        event.prevent_default();
        signals.push(TodayAct::CheckIn { answers, words });
        request_animation_frame(move || {
            let _ = signals.check_in_title.get_untracked().map(|title| title.focus());
        });
    };
    let waits = move || signals.waits_for(|act| matches!(act, TodayAct::CheckIn { .. }));
    let (action, more) = (format!("{base}/trivsel"), format!("{base}/trivsel"));
    view! {
        <details>
            <summary node_ref=signals.check_in_title>{text::CHECK_IN.get(lang)}</summary>
            <p class="hint">{move || signals.told.with(|today| today.checked.clone())}</p>
            <form method="post" action=action autocomplete="off" node_ref=signals.check_in hidden=waits on:submit=submit>
                <div class="form-group">
                    <label class="form-label" for="CHECK_IN">{text::OWN_WORDS_FIRST.get(lang)}</label>
                    <span class="form-hint" id="CHECK_IN-hint">{text::SKIP.get(lang)}</span>
                    <textarea class="form-input" id="CHECK_IN" name="TEXT" rows="3" autocomplete="off" spellcheck="false" aria-describedby="CHECK_IN-hint" {..uncorrected()}></textarea>
                </div>
                {groups}
                <div class="actions"><button type="submit" class="button button-secondary" name="ACT" value="CHECK_IN">{text::SAVE.get(lang)}</button></div>
            </form>
            <p><a href=more>{text::CHECK_IN_MORE.get(lang)}</a></p>
        </details>
    }
}

/// Nothing of what is written is corrected, or sent for suggestions. (Leptos does not know the attributes.)
fn uncorrected() -> impl Attribute {
    (custom_attribute("autocorrect", "off"), custom_attribute("writingsuggestions", "false"))
}

/// How somebody is, as it was answered, and the words.
fn read_check_in(event: &SubmitEvent) -> (Vec<Option<u8>>, String) {
    let answers = read_fields(event, CHECK_IN_FIELDS).iter().map(|answer| answer.parse().ok()).collect();
    (answers, read_fields(event, ["TEXT"]).concat())
}

/// The fields of the form that is sent, as they were typed.
#[cfg(feature = "hydrate")]
fn read_fields<const N: usize>(event: &SubmitEvent, names: [&str; N]) -> [String; N] {
    use wasm_bindgen::JsCast;
    use web_sys::{FormData, HtmlFormElement};
    let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    names.map(|name| data.as_ref().and_then(|data| data.get(name).as_string()).unwrap_or_default())
}

/// Nothing is sent to an island on the server.
#[cfg(not(feature = "hydrate"))]
fn read_fields<const N: usize>(_event: &SubmitEvent, names: [&str; N]) -> [String; N] {
    names.map(|_| String::new())
}
