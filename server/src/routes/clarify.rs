//! The questions before the clarifying conversation. The answers travel in the bodies of POSTs and are kept nowhere.

use crate::{http::form::Fields, visit::InMunicipality};
use app::{
    layout::LanguageSwitch,
    pages::{
        booking::closed_page,
        clarify::{QuestionPage, outcome_page, question_page},
    },
    text::{Phrase, booking, clarify as text, common},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::{
    BookingKind,
    decide::{Clarified, clarify_questions, decide_clarification, has_anonymous_drug_treatment},
};

pub async fn start(route: InMunicipality) -> Response<Body> {
    next(&route, Vec::new(), None).await
}

/// One answer, by POST.
pub async fn step(route: InMunicipality, mut fields: Fields) -> Response<Body> {
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
async fn next(route: &InMunicipality, answers: Clarified, problem: Option<Phrase>) -> Response<Body> {
    let InMunicipality { visit, standard, .. } = route;
    let title = text::TITLE.get(visit.lang);
    let kinds = match visit.portal.services.bookings.kinds(&standard.code).await {
        Ok(kinds) => kinds,
        Err(error) => return visit.no_booking(&error, Some(standard)),
    };
    let mut frame = visit.frame(title, Some(standard));
    let closed = if !has_anonymous_drug_treatment(standard) {
        Some(text::NOT_HERE)
    } else if kinds.iter().all(|(kind, _)| *kind == BookingKind::Callback) {
        Some(booking::CLOSED)
    } else {
        None
    };
    if let Some(why) = closed {
        return visit
            .fresh(StatusCode::OK, frame, |frame| closed_page(frame, standard, title, why, visit.now));
    }
    if !answers.is_empty() {
        let fields = answers
            .iter()
            .map(|(question, yes)| (question.code().to_owned(), if *yes { "YES" } else { "NO" }.to_owned()));
        frame.switch = LanguageSwitch::Form(fields.collect());
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
                frame.title = format!("{}{}", common::ERROR.get(visit.lang), frame.title);
            }
            visit.fresh(status, frame, |frame| question_page(frame, &page))
        }
        None => {
            visit.fresh(StatusCode::OK, frame, |frame| outcome_page(frame, standard, &answers, visit.now))
        }
    }
}
