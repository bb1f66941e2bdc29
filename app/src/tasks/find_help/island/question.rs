//! One question.

use crate::{
    tasks::find_help::{island::GuideState, text},
    ui::{progress_path as stones, progress_path::Stone, text as common},
};
use domain::{Asked, Choice, Question};
use maud::{Markup, html};

/// A question with its choices.
pub fn markup(state: &GuideState, asked: &Asked) -> Markup {
    let lang = state.lang;
    let question = asked.question;
    let number = count_to(state, asked);
    let chosen = state.answers.get(question).or(state.chosen);
    let error = state.problem.map(|problem| problem.text(question).get(lang));
    let code = question.code();
    let hint = format!("{code}-hint");
    let described = if error.is_some() { format!("{code}-error {hint}") } else { hint.clone() };
    html! {
        @if let (Some(error), Some(first)) = (error, asked.choices.first()) {
            div class="alert alert-error" role="alert" tabindex="-1" id="error-summary" {
                div class="alert-body" {
                    h2 class="alert-heading" { (common::THERE_IS_A_PROBLEM.get(lang)) }
                    ul class="nobullet-list" {
                        li { a class="function-link" href={ "#" (id(question, *first)) } { (error) } }
                    }
                }
            }
        }
        p class="progress" { (text::progress(number, asked.ahead, lang)) }
        (stones::path(path(number, asked.ahead), text::PATH.get(lang)))
        form method="post" action={ (state.base) "/find" } autocomplete="off" {
            (carried(state, Some(question)))
            input type="hidden" name="QUESTION" value=(code);
            fieldset class={ "form-group" @if error.is_some() { " form-error" } } aria-describedby=(described) {
                legend { h1 tabindex="-1" id="question" { (text::question(question).get(lang)) } }
                p class="form-hint" id=(hint) { (text::why_asked(question).get(lang)) }
                @if let Some(error) = error {
                    p class="form-error-message" id={ (code) "-error" } {
                        span class="sr-only" { (common::ERROR.get(lang)) } (error)
                    }
                }
                @for &choice in &asked.choices {
                    div class="form-group-radio" {
                        input type="radio" class="form-radio" id=(id(question, choice)) name=(code)
                            value=(choice.code()) checked[chosen == Some(choice)];
                        label for=(id(question, choice)) class="form-label" { (text::choice(choice, lang)) }
                    }
                }
            }
            div class="actions" {
                button type="submit" class="button button-primary" { (text::CONTINUE.get(lang)) }
                @if number > 1 {
                    button type="submit" class="button button-tertiary" name="BACK" value="1" {
                        (text::BACK.get(lang))
                    }
                }
            }
        }
        p class="privacy-note" { (if state.on_phone { text::NOTE_ON_PHONE } else { text::NOTE }.get(lang)) }
    }
}

/// Which question it is, from 1.
pub fn count_to(state: &GuideState, asked: &Asked) -> usize {
    1 + state.answers.iter().filter(|(one, _)| *one != asked.question).count()
}

fn id(question: Question, choice: Choice) -> String {
    format!("{}-{}", question.code(), choice.code())
}

/// So many stones ahead are drawn: how many questions there may be stands in words.
const AHEAD: usize = 3;

fn path(number: usize, ahead: usize) -> impl Iterator<Item = (Stone, usize)> {
    (1..=number + ahead.min(AHEAD)).map(move |place| {
        let stone = match place.cmp(&number) {
            std::cmp::Ordering::Less => Stone::Done,
            std::cmp::Ordering::Equal => Stone::Now,
            std::cmp::Ordering::Greater => Stone::Ahead,
        };
        (stone, place)
    })
}

/// The answers given so far, so that a form without JavaScript carries them on.
pub fn carried(state: &GuideState, but: Option<Question>) -> Markup {
    html! {
        @for (question, choice) in state.answers.iter().filter(|(question, _)| Some(*question) != but) {
            input type="hidden" name=(question.code()) value=(choice.code());
        }
    }
}
