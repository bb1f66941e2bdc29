//! One question.

use super::GuideState;
use crate::{
    stones::{Stone, StonePath},
    text::{common, guide as text},
};
use domain::{Asked, Choice, Question};
use leptos::{ev::SubmitEvent, prelude::*};

/// A question with its choices.
pub fn view(
    state: RwSignal<GuideState>,
    awake: RwSignal<bool>,
    now: &GuideState,
    asked: Asked,
) -> impl IntoView + use<> {
    let lang = now.lang;
    let number = 1 + now.answers.iter().filter(|(question, _)| *question != asked.question).count();
    let path = stones(number, asked.ahead);
    let question = asked.question;
    let first = asked.choices.first().map(|choice| id(question, *choice));
    let error = now.problem.map(|problem| problem.text(question).get(lang));
    let chosen = now.answers.get(question);
    let legend = text::question(question).get(lang);
    let hint_id = format!("{}-hint", question.code());
    let error_id = format!("{}-error", question.code());
    let described = if error.is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() };
    let summary = error.zip(first).map(|(error, first)| {
        view! {
            <div class="alert alert-error" role="alert" tabindex="-1" id="error-summary">
                <div class="alert-body">
                    <h2 class="alert-heading">{common::THERE_IS_A_PROBLEM.get(lang)}</h2>
                    <ul class="nobullet-list"><li><a class="function-link" href=format!("#{first}")>{error}</a></li></ul>
                </div>
            </div>
        }
    });
    let radios = asked
        .choices
        .into_iter()
        .map(|choice| {
            let id = id(question, choice);
            view! {
                <div class="form-group-radio">
                    <input type="radio" class="form-radio" id=id.clone() name=question.code()
                        value=choice.code() checked=chosen == Some(choice)/>
                    <label for=id class="form-label">{text::choice(choice, lang)}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        {summary}
        <p class="progress">{text::progress(number, asked.ahead, lang)}</p>
        <StonePath stones=path name=text::PATH.get(lang).to_owned()/>
        <form method="post" action=format!("{}/find", now.base) on:submit=move |event| submit(&event, state, question)>
            <HiddenAnswers state=now.clone() but=question/>
            <input type="hidden" name="QUESTION" value=question.code()/>
            <fieldset class="form-group" class:form-error=error.is_some() aria-describedby=described>
                <legend><h1 tabindex="-1" id="question">{legend}</h1></legend>
                <p class="form-hint" id=hint_id>{text::why_asked(question).get(lang)}</p>
                {error.map(|error| view! {
                    <p class="form-error-message" id=error_id.clone()>
                        <span class="sr-only">{common::ERROR.get(lang)}</span>{error}
                    </p>
                })}
                {radios}
            </fieldset>
            <div class="actions">
                <button type="submit" class="button button-primary">{text::CONTINUE.get(lang)}</button>
                {(number > 1).then(|| view! {
                    <button type="submit" class="button button-tertiary" name="BACK" value="1">
                        {text::BACK.get(lang)}
                    </button>
                })}
            </div>
        </form>
        <p class="privacy-note" aria-live="polite">
            {move || if awake.get() { text::NOTE_ON_PHONE } else { text::NOTE }.get(lang)}
        </p>
    }
}

fn id(question: Question, choice: Choice) -> String {
    format!("{}-{}", question.code(), choice.code())
}

fn stones(number: usize, ahead: usize) -> Vec<(Stone, Option<usize>)> {
    let done = (1..number).map(|n| (Stone::Done, Some(n)));
    let coming = (number + 1..=number + ahead).map(|n| (Stone::Ahead, Some(n)));
    done.chain([(Stone::Now, Some(number))]).chain(coming).collect()
}

/// The answers given so far, so that a form without JavaScript carries them on.
#[component]
pub fn HiddenAnswers(state: GuideState, #[prop(optional)] but: Option<Question>) -> impl IntoView {
    state
        .answers
        .iter()
        .filter(|(question, _)| Some(*question) != but)
        .map(|(question, choice)| {
            view! { <input type="hidden" name=question.code() value=choice.code()/> }
        })
        .collect_view()
}

#[cfg(not(feature = "hydrate"))]
fn submit(_: &SubmitEvent, _: RwSignal<GuideState>, _: Question) {}

#[cfg(feature = "hydrate")]
fn submit(event: &SubmitEvent, state: RwSignal<GuideState>, question: Question) {
    super::phone::submit(event, state, question);
}
