//! Writing to each other at an appointment. Who has shown the code carries a pass in the form.

use crate::{
    store::{DbError, Talk},
    tasks::{
        booking::service::FormKey,
        conversation::service::{LONGEST, Writing},
    },
    web::{
        form::FormBody,
        hexadecimal,
        request_context::{MunicipalityContext, RequestContext},
    },
};
use app::{
    phrase::Phrase,
    tasks::conversation::{
        text,
        views::{Open, TalkPage, Written, talk_page},
    },
    ui::{dates, error_page::ErrorKind, text as common},
};
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use chrono::{NaiveDate, NaiveTime};
use domain::{Instant, Lang, Minute, PiiKind, find_pii, redact_pii};

/// The page stands under a code: without a form one comes to where the code is asked for.
pub async fn start(MunicipalityContext { context, .. }: MunicipalityContext) -> Response<Body> {
    let to = if context.lang == Lang::Da { "/kode" } else { "/en/kode" };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(header::LOCATION, HeaderValue::from_static(to));
    response
}

/// What the page says beside the conversation.
#[derive(Default)]
struct Answer {
    text: String,
    problem: Option<Phrase>,
    found: Vec<PiiKind>,
    done: Option<Phrase>,
}

pub async fn write(route: MunicipalityContext, mut fields: FormBody) -> Response<Body> {
    let pass = fields.take("PASS").unwrap_or_default();
    let doing = fields.take("DO").unwrap_or_default();
    let typed = fields.take("TEXT").unwrap_or_default();
    let key = fields.take("KEY").as_deref().and_then(hexadecimal::read);
    let MunicipalityContext { context, standard, .. } = &route;
    match wrote(&route, &pass, &doing, typed, key).await {
        Ok(Some(response)) => response,
        Ok(None) => start(route).await,
        Err(error) => {
            tracing::error!(target: "portal", %error, "a conversation could not be read or written");
            context.problem(StatusCode::SERVICE_UNAVAILABLE, ErrorKind::Unavailable, Some(standard))
        }
    }
}

async fn wrote(
    route: &MunicipalityContext,
    pass: &str,
    doing: &str,
    typed: String,
    key: Option<FormKey>,
) -> Result<Option<Response<Body>>, DbError> {
    let MunicipalityContext { context, standard, .. } = route;
    let conversations = &context.portal.services.conversations;
    let Some(talk) = conversations.of_pass(&standard.code, pass).await? else { return Ok(None) };
    let answer = match doing {
        "SEND" | "MASK" => said(context, &talk, doing == "MASK", typed, key).await?,
        "DELETE" => {
            conversations.unsay(&talk).await?;
            Answer { done: Some(text::DELETED), ..Answer::default() }
        }
        _ => Answer { text: typed, ..Answer::default() },
    };
    let said: Vec<Written> = conversations.read(&talk).await?.into_iter().map(written).collect();
    let page = TalkPage {
        pass,
        key: &hexadecimal::written(&context.portal.services.bookings.new_form()),
        hours: hours(&talk),
        said: &said,
        open: open(context, &talk),
        text: &answer.text,
        problem: answer.problem,
        found: &answer.found,
        done: answer.done,
    };
    let wrong = answer.problem.is_some() || !answer.found.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = text::TITLE.get(context.lang);
    let title = if wrong { format!("{}{title}", common::ERROR.get(context.lang)) } else { title.to_owned() };
    let mut meta = context.meta(&title, Some(standard));
    meta.switch = app::ui::document::LanguageSwitch::Form(vec![
        ("PASS".to_owned(), pass.to_owned()),
        ("TEXT".to_owned(), answer.text.clone()),
    ]);
    Ok(Some(context.page(status, meta, |meta| talk_page(meta, &page))))
}

/// Sends a message, unless it is empty, too long, or gives somebody away.
async fn said(
    context: &RequestContext,
    talk: &Talk,
    mask: bool,
    typed: String,
    key: Option<FormKey>,
) -> Result<Answer, DbError> {
    let text = typed.trim().replace("\r\n", "\n");
    let mut found: Vec<PiiKind> = find_pii(&text).into_iter().map(|(identity, _)| identity).collect();
    found.sort_unstable();
    found.dedup();
    let problem = problem_of(&text);
    if problem.is_some() || (!found.is_empty() && !mask) {
        return Ok(Answer { text: typed, problem, found, done: None });
    }
    // Whatever the page said: what is stored gives nobody away.
    let services = &context.portal.services;
    let key = key.unwrap_or_else(|| services.bookings.new_form());
    let sent = services.conversations.say(talk, false, &redact_pii(&text), &key).await?;
    if sent {
        Ok(Answer::default())
    } else {
        Ok(Answer { text: typed, problem: Some(text::GONE), ..Answer::default() })
    }
}

/// When a conversation begins and ends, as the clock in Denmark shows it.
fn hours(talk: &Talk) -> (NaiveDate, NaiveTime, NaiveTime) {
    let at = |minute| Instant::of_minute(minute).map(|at| at.local().time()).unwrap_or_default();
    let day = Instant::of_minute(talk.appointment.starts).map(|at| at.day().date()).unwrap_or_default();
    (day, at(talk.appointment.starts), at(talk.appointment.starts + Minute::from(talk.appointment.minutes)))
}

/// Why a message cannot be sent.
pub fn problem_of(message: &str) -> Option<Phrase> {
    if message.is_empty() {
        Some(text::EMPTY)
    } else if message.chars().count() > LONGEST {
        Some(text::TOO_LONG)
    } else {
        None
    }
}

/// Whether one can write, as the page says it.
pub fn open(context: &RequestContext, talk: &Talk) -> Open {
    match context.portal.services.conversations.writing(talk) {
        Writing::NotYet(from) => {
            let local = Instant::of_minute(from).map(Instant::local).unwrap_or_default();
            Open::NotYet(dates::next_time(local, context.now, context.lang))
        }
        Writing::Now => Open::Now,
        Writing::Over => Open::Over,
    }
}

pub fn written(said: crate::tasks::conversation::service::Said) -> Written {
    Written { by_staff: said.by_staff, text: said.text }
}
