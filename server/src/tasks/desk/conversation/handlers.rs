//! Writing to a citizen at an appointment.

use crate::{
    tasks::{
        conversation::{
            handlers::{MessageForm, check_message, describe_writing},
            service::Conversation,
        },
        desk::{audit::AuditAction, staff_session::StaffSession},
    },
    web::{AppError, Form, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::{
        conversation::{text as conversation, views::Written},
        desk::{conversation::views::desk_talk_page, text, views::Notices},
    },
    ui::error_summary::FieldError,
};
use domain::Role;

pub async fn read(session: StaffSession) -> PageResult {
    match find(&session).await? {
        Some(found) => show(&session, &found, "", None).await,
        None => session.redirect("/desk"),
    }
}

pub async fn write(session: StaffSession, Form(form): Form<MessageForm>) -> PageResult {
    let Some(found) = find(&session).await? else { return session.redirect("/desk") };
    if form.action != "SEND" {
        return show(&session, &found, &form.text, None).await;
    }
    let message = form.message();
    if let Some(problem) = check_message(&message) {
        return show(&session, &found, &form.text, Some(problem)).await;
    }
    let audited = session.audit(AuditAction::TalkAnswered, &found.pseudonym);
    let conversations = &session.context.state.services.conversations;
    let key = form.key_or_new(&session.context);
    if conversations.say(&found, &message, &key, Some(&audited)).await? {
        return session.redirect(&format!("/desk/samtale/{}", session.last));
    }
    show(&session, &found, &form.text, Some(conversation::GONE)).await
}

/// The conversation of an appointment of one's own; of a colleague's for a lead.
async fn find(session: &StaffSession) -> Result<Option<Conversation>, AppError> {
    let Ok(id) = session.last.parse() else { return Ok(None) };
    let conversations = &session.context.state.services.conversations;
    let found = conversations.find(&session.who.municipality, &id).await?;
    Ok(found.filter(|found| found.staff == session.who.id || session.who.role == Role::Lead))
}

/// The conversation, as it is now. That it was opened is remembered before it is read.
async fn show(
    session: &StaffSession,
    found: &Conversation,
    typed: &str,
    problem: Option<Phrase>,
) -> PageResult {
    let services = &session.context.state.services;
    let audited = session.audit(AuditAction::TalkOpened, &found.pseudonym);
    let messages = services.conversations.list_for_staff(found, &audited).await?;
    let said: Vec<Written> = messages.into_iter().map(Written::from).collect();
    let open = describe_writing(&session.context, found);
    let problems = problem.map(|problem| FieldError::of("TEXT", problem, session.context.lang));
    let notices = Notices { problems: problems.into_iter().collect(), done: None };
    let key = services.bookings.new_form().to_string();
    session.page(text::OPEN_TALK, notices, |meta, _| {
        desk_talk_page(meta, &session.at(), &found.pseudonym, &said, &open, (typed, problem), &key)
    })
}
