//! The guide. Answers travel in the body of a POST from page to page and are kept nowhere.

use crate::{
    http::form::Fields,
    visit::{InMunicipality, Visit},
};
use app::{
    islands::{Callable, GuideState, NextStep, OfferBrief, Problem},
    layout::{Frame, LanguageSwitch},
    pages::find::FindPage,
    text::{common, guide as text},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{Answers, Guide, Question, Standard, Step};
use leptos::prelude::*;
use std::sync::Arc;

/// The first question.
pub async fn start(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    let state = state(&visit, &standard);
    let frame = Frame { island: true, ..visit.frame(text::TITLE.get(visit.lang), Some(&standard)) };
    visit.reading(frame, move |frame| view! { <FindPage frame=frame state=state.clone()/> }).await
}

/// What a form asks for, besides carrying answers.
enum Asked {
    /// The next step, after an answer.
    Next,
    Back,
    /// To answer this question again, or out of turn.
    Again(Question),
}

/// One step, by POST.
pub async fn step(
    InMunicipality { visit, standard, .. }: InMunicipality,
    mut fields: Fields,
) -> Response<Body> {
    let mut state = state(&visit, &standard);
    read(&mut state, &mut fields);
    let status =
        if state.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = match (state.problem, state.step()) {
        (Some(_), _) => format!("{}{}", common::ERROR.get(visit.lang), text::TITLE.get(visit.lang)),
        (None, Step::Ask(_)) => text::TITLE.get(visit.lang).to_owned(),
        (None, Step::Outcome(_)) => text::OUTCOME_TITLE.get(visit.lang).to_owned(),
    };
    let frame = Frame {
        island: true,
        switch: LanguageSwitch::Form(switch_fields(&state)),
        ..visit.frame(&title, Some(&standard))
    };
    visit.fresh(status, frame, move |frame| view! { <FindPage frame=frame state=state.clone()/> }).await
}

/// Takes the form into `state`. What is no answer is told; every good answer is kept.
fn read(state: &mut GuideState, fields: &mut Fields) {
    let answering = fields.take("QUESTION").map(|code| Question::from_code(&code));
    let asked = if fields.take("BACK").is_some() {
        Asked::Back
    } else if let Some(code) = fields.take("ASK") {
        match Question::from_code(&code) {
            Some(question) => Asked::Again(question),
            None => {
                state.problem = Some(Problem::UnknownAnswer);
                Asked::Next
            }
        }
    } else {
        Asked::Next
    };
    let mut given = Answers::default();
    for field in fields.pairs() {
        match Answers::parse([field]) {
            Ok(answer) => answer.iter().for_each(|(question, choice)| given.set(question, choice)),
            Err(_) => state.problem = Some(Problem::UnknownAnswer),
        }
    }
    state.answers = state.guide.relevant(&given);
    match asked {
        Asked::Back => {
            // The form's own question may carry a choice already: that is not an answer yet.
            if let Some(Some(question)) = answering {
                state.answers = state.answers.without(question);
            }
            state.back();
        }
        Asked::Again(question) => state.again = Some(question),
        Asked::Next => check_answered(state, answering, &given),
    }
}

/// A form must bring an answer to the question it asked, or, coming from a door, any answer.
fn check_answered(state: &mut GuideState, answering: Option<Option<Question>>, given: &Answers) {
    match answering {
        Some(Some(question)) if given.get(question).is_none() => {
            state.again = Some(question);
            state.problem = state.problem.or(Some(Problem::NothingChosen));
        }
        Some(None) => state.problem = Some(Problem::UnknownAnswer),
        None if given.is_empty() => state.problem = state.problem.or(Some(Problem::NothingChosen)),
        _ => {}
    }
}

/// The fields that make the same page in the other language.
fn switch_fields(state: &GuideState) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = state
        .answers
        .iter()
        .map(|(question, choice)| (question.code().to_owned(), choice.code()))
        .collect();
    if let Step::Ask(asked) = state.step() {
        fields.push(("ASK".to_owned(), asked.question.code().to_owned()));
    }
    fields
}

/// The guide of a municipality before any answer.
fn state(visit: &Visit, standard: &Arc<Standard>) -> GuideState {
    let lang = visit.lang;
    let today = visit.now.date();
    let place = |unit: &str| standard.units.iter().position(|one| one.id == unit).unwrap_or(0);
    let offers = standard.offers.iter().map(|offer| OfferBrief {
        slug: offer.slug.clone(),
        title: offer.title.get(lang).to_owned(),
        summary: offer.summary.get(lang).to_owned(),
        unit: place(&offer.unit),
    });
    let next_steps = standard.units.iter().map(|unit| NextStep {
        unit: unit.name.get(lang).to_owned(),
        phone: Callable::of(unit, visit.now, lang),
    });
    let ended = standard.offers.iter().enumerate().filter(|(_, offer)| offer.has_ended(today));
    GuideState {
        lang,
        base: visit.frame("", Some(standard)).in_municipality(""),
        guide: Guide {
            offers: standard.offers.iter().map(|offer| offer.criteria.clone()).collect(),
            ended: ended.map(|(place, _)| place).collect(),
        },
        offers: offers.collect(),
        next_steps: next_steps.collect(),
        answers: Answers::default(),
        again: None,
        problem: None,
        on_phone: false,
    }
}
