//! The guide. Answers travel in the body of a POST from page to page and are kept nowhere.

use crate::web::{FormBody, MunicipalityContext, PageResult, RequestContext};
use app::{
    tasks::find_help::{
        island::{Callable, GuideError, GuideState, NextStep, OfferBrief, Website},
        text,
        views::FindPage,
    },
    ui::{
        document::{Island, LanguageSwitch, PageMeta},
        hours::open_state,
        text as common,
    },
};
use axum::http::StatusCode;
use domain::{Answers, Guide, Question, Standard, Step, decide::GroundedEntitlement};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The first question.
pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let state = state(&context, &standard);
    let meta = PageMeta {
        island: Some(Island::FindHelp),
        ..context.meta(text::TITLE.get(context.lang), Some(&standard))
    };
    Ok(context.cached_page(meta, move |meta| view! { <FindPage meta=meta state=state/> }))
}

/// One step, by POST.
pub async fn step(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    fields: FormBody,
) -> PageResult {
    let mut state = state(&context, &standard);
    Form::read(fields).apply(&mut state);
    let status = if state.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let step = state.step();
    let title = match state.problem {
        Some(_) => format!("{}{}", common::ERROR.get(context.lang), state.title()),
        None => state.title(),
    };
    let meta = PageMeta {
        island: Some(Island::FindHelp),
        switch: LanguageSwitch::Form(switch_fields(&state, &step)),
        ..context.meta(&title, Some(&standard))
    };
    Ok(context.page(status, meta, move |meta| view! { <FindPage meta=meta state=state/> }))
}

/// A form of the guide.
#[derive(Default)]
struct Form {
    /// Every answer that could be read.
    answers: Answers,
    /// The question that the form asked.
    question: Option<Question>,
    /// The question to ask now, whether or not it has been answered.
    ask: Option<Question>,
    back: bool,
    /// Whether a field or its value is not known.
    unknown: bool,
}

impl Form {
    fn read(mut fields: FormBody) -> Self {
        let mut form = Self { back: fields.take("BACK").is_some(), ..Self::default() };
        form.question = form.known_question(fields.take("QUESTION"));
        form.ask = form.known_question(fields.take("ASK"));
        for field in fields.pairs() {
            match Answers::parse([field]) {
                Ok(answer) => {
                    answer.iter().for_each(|(question, choice)| form.answers.set(question, choice));
                }
                Err(_) => form.unknown = true,
            }
        }
        form
    }

    fn known_question(&mut self, code: Option<String>) -> Option<Question> {
        let code = code?;
        let question = Question::from_code(&code);
        self.unknown |= question.is_none();
        question
    }

    /// Brings the form into `state`. What is no answer is told, and every good answer is kept.
    fn apply(self, state: &mut GuideState) {
        state.answers = state.guide.relevant(&self.answers);
        if self.unknown {
            state.again = self.question;
            state.problem = Some(GuideError::UnknownAnswer);
        } else if self.back {
            // The question being asked may carry a choice already: that is not an answer yet.
            if let Some(question) = self.question {
                state.answers = state.answers.without(question);
            }
            state.back();
        } else if self.ask.is_some() {
            state.again = self.ask;
        } else if self.question.map_or(self.answers.is_empty(), |asked| self.answers.get(asked).is_none()) {
            state.again = self.question;
            state.problem = Some(GuideError::NothingChosen);
        }
    }
}

/// The fields that make the same page in the other language.
fn switch_fields(state: &GuideState, step: &Step) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> =
        state.answers.iter().map(|(question, choice)| (question.code().to_owned(), choice.code())).collect();
    if let Step::Ask(asked) = step {
        fields.push(("ASK".to_owned(), asked.question.code().to_owned()));
    }
    fields
}

/// The guide of a municipality before any answer.
fn state(context: &RequestContext, standard: &Arc<Standard>) -> GuideState {
    let lang = context.lang;
    let (today, at) = (context.now.date(), context.centre_time(Some(standard)));
    let place = |unit: &str| standard.units.iter().position(|one| one.id == unit).unwrap_or(0);
    let terms = standard.offers.iter().flat_map(|offer| &offer.entitlements);
    let places: BTreeSet<&String> = terms.flat_map(GroundedEntitlement::places).collect();
    let places: Vec<&String> = places.into_iter().collect();
    let position = |place: &String| places.binary_search(&place).unwrap_or_default();
    let offers = standard.offers.iter().map(|offer| OfferBrief {
        slug: offer.slug.clone(),
        title: offer.title.get(lang).to_owned(),
        summary: offer.summary.get(lang).to_owned(),
        unit: offer.units.first().map_or(0, |unit| place(unit)),
        source: offer.source.sections.clone(),
        entitlements: offer.entitlements.iter().map(|grounded| grounded.entitlement).collect(),
        grounds: offer
            .entitlements
            .iter()
            .map(|grounded| grounded.places().map(position).collect())
            .collect(),
    });
    let next_steps = standard.units.iter().map(|unit| NextStep {
        unit: unit.name.get(lang).to_owned(),
        phone: Callable::of(unit, &at, lang),
        website: Website::of(unit),
        email: unit.email.value().cloned(),
        address: unit.address.value().map(|address| address.get(lang).to_owned()),
        open: open_state(unit, &at, lang),
    });
    let ended = standard.offers.iter().enumerate().filter(|(_, offer)| offer.has_ended(today));
    GuideState {
        lang,
        base: context.meta("", Some(standard)).in_municipality(""),
        guide: Guide {
            offers: standard.offers.iter().map(|offer| offer.criteria.clone()).collect(),
            ended: ended.map(|(place, _)| place).collect(),
        },
        offers: offers.collect(),
        next_steps: next_steps.collect(),
        acts: context.acts(standard),
        places: places.iter().copied().cloned().collect(),
        scope: standard.rules.identity.substances.value().cloned().unwrap_or_default(),
        duty_to_notify: standard.rules.children_at_home.duty_to_notify.stated().is_some(),
        answers: Answers::default(),
        again: None,
        problem: None,
        chosen: None,
        on_phone: false,
    }
}
