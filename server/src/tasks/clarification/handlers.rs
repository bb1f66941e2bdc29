//! The questions before the clarifying conversation. The answers travel in the bodies of POSTs and are kept nowhere.

use crate::web::{form::FormBody, request_context::MunicipalityContext};
use app::{
    phrase::Phrase,
    tasks::{
        booking::{text as booking, views::step::closed_page},
        clarification::{
            text,
            views::{QuestionPage, outcome_page, question_page},
        },
    },
    ui::{document::LanguageSwitch, text as common},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{
    BookingKind,
    decide::{Clarified, clarify_questions, decide_clarification, has_anonymous_drug_treatment},
};

pub async fn start(route: MunicipalityContext) -> Response<Body> {
    next(&route, Vec::new(), None).await
}

/// One answer, by POST.
pub async fn step(route: MunicipalityContext, mut fields: FormBody) -> Response<Body> {
    let (asked, back) = (fields.take("STEP"), fields.take("BACK"));
    let mut answers = Clarified::new();
    for question in clarify_questions(&route.standard) {
        if back.as_deref() == Some(question.code()) {
            break;
        }
        match fields.take(question.code()).as_deref() {
            Some("YES") => answers.push((question, true)),
            Some("NO") => answers.push((question, false)),
            _ => break,
        }
    }
    let answered = |asked: &str| answers.iter().any(|(question, _)| question.code() == asked);
    let missing = back.is_none() && asked.is_some_and(|asked| !answered(&asked));
    next(&route, answers, missing.then_some(booking::CHOOSE)).await
}

/// The next question that can still make a difference, or where the answers lead.
async fn next(route: &MunicipalityContext, answers: Clarified, problem: Option<Phrase>) -> Response<Body> {
    let MunicipalityContext { context, standard, .. } = route;
    let title = text::TITLE.get(context.lang);
    let kinds = match context.portal.services.bookings.kinds(&standard.code).await {
        Ok(kinds) => kinds,
        Err(error) => return context.no_booking(&error, Some(standard)),
    };
    let mut meta = context.meta(title, Some(standard));
    let closed = if !has_anonymous_drug_treatment(standard) {
        Some(text::NOT_HERE)
    } else if kinds.iter().all(|(kind, _)| *kind == BookingKind::Callback) {
        Some(booking::CLOSED)
    } else {
        None
    };
    if let Some(why) = closed {
        return context
            .page(StatusCode::OK, meta, |meta| closed_page(meta, standard, title, why, context.now));
    }
    if !answers.is_empty() {
        let fields = answers
            .iter()
            .map(|(question, yes)| (question.code().to_owned(), if *yes { "YES" } else { "NO" }.to_owned()));
        meta.switch = LanguageSwitch::Form(fields.collect());
    }
    let questions = clarify_questions(standard);
    let open = decide_clarification(standard, &answers).outcome.eligible == Some(true);
    match questions.get(answers.len()).copied().filter(|_| open || answers.is_empty()) {
        Some(question) => {
            let place = (answers.len() + 1, questions.len());
            let page = QuestionPage { standard, answers: &answers, question, place, problem };
            let mut status = StatusCode::OK;
            if problem.is_some() {
                status = StatusCode::UNPROCESSABLE_ENTITY;
                meta.title = format!("{}{}", common::ERROR.get(context.lang), meta.title);
            }
            context.page(status, meta, |meta| question_page(meta, &page))
        }
        None => {
            context.page(StatusCode::OK, meta, |meta| outcome_page(meta, standard, &answers, context.now))
        }
    }
}
