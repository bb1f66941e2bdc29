//! Writing to each other at an appointment. Who has shown the code carries a pass in the form.

use super::{
    presence::Party,
    service::{Conversation, LONGEST, MessageView, Writing},
};
use crate::{
    db::FormKey,
    web::{AppError, Form, MunicipalityContext, PageResult, RequestContext},
};
use app::{
    phrase::Phrase,
    tasks::conversation::{
        text,
        views::{Open, TalkPage, Written, talk_page},
    },
    ui::{dates, document::LanguageSwitch, text as common},
};
use axum::{http::StatusCode, response::IntoResponse};
use chrono::{NaiveDate, NaiveTime};
use domain::{Instant, Minute, PiiKind, is_blank, list_pii_kinds, redact_pii};
use serde::Deserialize;

/// A message as it was sent.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct MessageForm {
    pub pass: String,
    #[serde(rename = "DO")]
    pub action: String,
    pub text: String,
    key: String,
    /// What the page showed that asks for something new.
    pub seen: String,
}

impl MessageForm {
    /// The form's key; a new one where it has none, so that the message is one of its own.
    pub fn key_or_new(&self, context: &RequestContext) -> FormKey {
        self.key.parse().unwrap_or_else(|_| context.state.services.bookings.new_form())
    }

    /// What is written, as it is sent.
    pub fn message(&self) -> String {
        self.text.trim().replace("\r\n", "\n")
    }
}

/// The page stands under a code: without a form one comes to where the code is asked for.
pub async fn start(MunicipalityContext { context, .. }: MunicipalityContext) -> PageResult {
    Ok(context.see_other("/kode"))
}

/// What the page says beside the conversation.
#[derive(Default)]
struct Answer {
    text: String,
    problem: Option<Phrase>,
    found: Vec<PiiKind>,
    done: Option<Phrase>,
}

pub async fn write(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    Form(form): Form<MessageForm>,
) -> PageResult {
    let conversations = &context.state.services.conversations;
    let Some(conversation) = conversations.find_by_pass(&standard.code, &form.pass).await? else {
        return Ok(context.see_other("/kode"));
    };
    if form.action == "WAIT"
        && !conversations.wait_for_change(&conversation, Party::Citizen, &form.seen).await?
    {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    // The code may have been replaced while the page waited.
    if form.action == "WAIT" && conversations.find_by_pass(&standard.code, &form.pass).await?.is_none() {
        return Ok(context.see_other("/kode"));
    }
    let answer = match form.action.as_str() {
        "SEND" | "MASK" => say(&context, &conversation, &form).await?,
        "DELETE" => {
            conversations.delete(&conversation).await?;
            Answer { done: Some(text::DELETED), ..Answer::default() }
        }
        _ => Answer { text: form.text.clone(), ..Answer::default() },
    };
    let state = conversations.attend(&conversation, Party::Citizen).await?;
    let messages = conversations.list(&conversation).await?;
    let said: Vec<Written> = messages.into_iter().map(Written::from).collect();
    let page = TalkPage {
        pass: &form.pass,
        key: &context.state.services.bookings.new_form().to_string(),
        hours: hours_of(&conversation),
        said: &said,
        open: describe_writing(&context, &conversation),
        seen: &state.code(),
        is_other_there: state.is_other_there,
        text: &answer.text,
        problem: answer.problem,
        found: &answer.found,
        done: answer.done,
    };
    let wrong = answer.problem.is_some() || !answer.found.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = text::TITLE.get(context.lang);
    let title = if wrong { format!("{}{title}", common::ERROR.get(context.lang)) } else { title.to_owned() };
    let mut meta = context.meta(&title, Some(&standard));
    meta.switch = LanguageSwitch::Form(vec![
        ("PASS".to_owned(), form.pass.clone()),
        ("TEXT".to_owned(), answer.text.clone()),
    ]);
    Ok(context.page(status, meta, |meta| talk_page(meta, &page)))
}

/// Sends a message, unless it is empty, too long, or gives somebody away.
async fn say(
    context: &RequestContext,
    conversation: &Conversation,
    form: &MessageForm,
) -> Result<Answer, AppError> {
    let message = form.message();
    let found = list_pii_kinds(&message);
    let problem = check_message(&message);
    if problem.is_some() || (!found.is_empty() && form.action != "MASK") {
        return Ok(Answer { text: form.text.clone(), problem, found, done: None });
    }
    // Whatever the page said: what is stored gives nobody away.
    let (key, redacted) = (form.key_or_new(context), redact_pii(&message));
    let conversations = &context.state.services.conversations;
    if conversations.say(conversation, &redacted, &key, None).await? {
        Ok(Answer::default())
    } else {
        Ok(Answer { text: form.text.clone(), problem: Some(text::GONE), ..Answer::default() })
    }
}

/// When a conversation begins and ends, as the clock in Denmark shows it.
pub fn hours_of(conversation: &Conversation) -> (NaiveDate, NaiveTime, NaiveTime) {
    let appointment = &conversation.appointment;
    let local = |minute| Instant::of_minute(minute).map(Instant::local).unwrap_or_default();
    let begins = local(appointment.starts);
    let ends = local(appointment.starts + Minute::from(appointment.minutes));
    (begins.date(), begins.time(), ends.time())
}

/// Why a message cannot be sent.
pub fn check_message(message: &str) -> Option<Phrase> {
    if is_blank(message) {
        Some(text::EMPTY)
    } else if message.chars().count() > LONGEST {
        Some(text::TOO_LONG)
    } else {
        None
    }
}

/// Whether one can write, as the page says it.
pub fn describe_writing(context: &RequestContext, conversation: &Conversation) -> Open {
    match context.state.services.conversations.writing(conversation) {
        Writing::NotYet(from) => {
            let local = Instant::of_minute(from).map(Instant::local).unwrap_or_default();
            Open::NotYet(dates::next_time(local, context.now, context.lang))
        }
        Writing::Now => Open::Now,
        Writing::Closing => Open::Closing,
        Writing::Over => Open::Over,
    }
}

impl From<MessageView> for Written {
    fn from(message: MessageView) -> Self {
        Self { by_staff: message.by_staff, text: message.text }
    }
}
