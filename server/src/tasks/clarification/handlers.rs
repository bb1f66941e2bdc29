//! The questions before the clarifying conversation. The answers travel in the bodies of POSTs and are kept nowhere.

use crate::{
    tasks::desk::settings::service as settings,
    web::{FormBody, MunicipalityContext, PageResult},
};
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
use axum::http::StatusCode;
use domain::{
    BookingKind,
    decide::{Clarified, clarify_questions, decide_clarification, has_anonymous_drug_treatment},
};

pub async fn start(route: MunicipalityContext) -> PageResult {
    show_next(&route, Vec::new(), None).await
}

/// One answer, by POST.
pub async fn step(route: MunicipalityContext, mut fields: FormBody) -> PageResult {
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
    show_next(&route, answers, missing.then_some(booking::CHOOSE)).await
}

/// The next question that can still make a difference, or where the answers lead.
async fn show_next(route: &MunicipalityContext, answers: Clarified, problem: Option<Phrase>) -> PageResult {
    let MunicipalityContext { context, standard, .. } = route;
    let title = text::TITLE.get(context.lang);
    let kinds = settings::list_kinds(&context.state.services.db, &standard.code).await?;
    let mut meta = context.meta(title, Some(standard));
    let closed = if !has_anonymous_drug_treatment(standard) {
        Some(text::NOT_HERE)
    } else if kinds.iter().all(|(kind, _)| *kind == BookingKind::Callback) {
        Some(booking::CLOSED)
    } else {
        None
    };
    if let Some(why) = closed {
        return Ok(context.page(StatusCode::OK, meta, |meta| {
            closed_page(meta, standard, title, why, standard.main_unit())
        }));
    }
    if !answers.is_empty() {
        let fields = answers
            .iter()
            .map(|(question, yes)| (question.code().to_owned(), if *yes { "YES" } else { "NO" }.to_owned()));
        meta.switch = LanguageSwitch::Form(fields.collect());
    }
    let questions = clarify_questions(standard);
    let open = decide_clarification(standard, &answers).outcome.eligible == Some(true);
    let next = questions.get(answers.len()).copied().filter(|_| open || answers.is_empty());
    let Some(question) = next else {
        return Ok(context.page(StatusCode::OK, meta, |meta| outcome_page(meta, standard, &answers)));
    };
    let place = (answers.len() + 1, questions.len());
    let page = QuestionPage { standard, answers: &answers, question, place, problem };
    let mut status = StatusCode::OK;
    if problem.is_some() {
        status = StatusCode::UNPROCESSABLE_ENTITY;
        meta.title = format!("{}{}", common::ERROR.get(context.lang), meta.title);
    }
    Ok(context.page(status, meta, |meta| question_page(meta, &page)))
}
