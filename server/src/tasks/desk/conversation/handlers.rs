//! Writing to a citizen at an appointment.

use crate::{
    tasks::{
        conversation::{
            handlers::{MessageForm, check_message, describe_writing, hours_of},
            presence::Party,
            service::Conversation,
        },
        desk::{
            agenda::{self, needs::Gathered, page::view},
            audit::AuditAction,
            staff_session::{Flash, StaffSession, WaitingSession},
        },
    },
    web::{AppError, Form, PageResult},
};
use app::{
    phrase::Phrase,
    tasks::{
        conversation::{
            text as conversation,
            views::{Open, Side, Written},
        },
        desk::{
            agenda::views::Entry,
            conversation::views::{DeskTalkPage, desk_talk_page},
            views::Notices,
        },
    },
    ui::{dates, error_summary::FieldError},
};
use axum::{http::StatusCode, response::IntoResponse};
use domain::{Instant, Lang, Role};

pub async fn read(session: StaffSession) -> PageResult {
    if session.by_itself {
        // A conversation is followed by a question of its own; this one would say that somebody has opened it.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let Some(found) = find(&session).await? else { return refuse(&session) };
    show(&session, &found, "", None).await
}

pub async fn write(session: StaffSession, Form(form): Form<MessageForm>) -> PageResult {
    let Some(found) = find(&session).await? else { return refuse(&session) };
    let conversations = &session.context.state.services.conversations;
    if form.action != "SEND" {
        return show(&session, &found, &form.text, None).await;
    }
    let message = form.message();
    if let Some(problem) = check_message(&message) {
        return show(&session, &found, &form.text, Some(problem)).await;
    }
    let audited = session.audit(AuditAction::TalkAnswered, &found.pseudonym);
    let key = form.key_or_new(&session.context);
    if conversations.say(&found, &message, &key, Some(&audited)).await? {
        return session.redirect(&format!("/desk/samtale/{}", session.last));
    }
    show(&session, &found, &form.text, Some(conversation::GONE)).await
}

/// Leads away from a conversation that is a colleague's, or gone: which of the two is not told.
fn refuse(session: &StaffSession) -> PageResult {
    session.redirect_with("/desk", Flash::NotYours)
}

/// Holds a page's question for something new until there is, for some seconds.
pub async fn wait(waiting: WaitingSession, Form(form): Form<MessageForm>) -> PageResult {
    let session = &waiting.session;
    let Some(found) = find(session).await? else { return refuse(session) };
    note_opening(session, &found).await?;
    if matches!(describe_writing(&session.context, &found), Open::Now | Open::Closing) {
        waiting.keep_alive().await?;
    }
    let conversations = &session.context.state.services.conversations;
    if conversations.wait_for_change(&found, Party::Staff(session.who.id), &form.seen).await? {
        return show(session, &found, "", None).await;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The conversation of an appointment of one's own; of a colleague's for a lead.
async fn find(session: &StaffSession) -> Result<Option<Conversation>, AppError> {
    let Ok(id) = session.last.parse() else { return Ok(None) };
    let conversations = &session.context.state.services.conversations;
    let found = conversations.find(&session.who.municipality, &id).await?;
    Ok(found.filter(|found| found.staff == session.who.id || session.who.role == Role::Lead))
}

/// Notes that the conversation is opened, before it is read.
async fn note_opening(session: &StaffSession, found: &Conversation) -> Result<(), AppError> {
    let audited = session.audit(AuditAction::TalkOpened, &found.pseudonym);
    let conversations = &session.context.state.services.conversations;
    Ok(conversations.open_for_staff(found, session.who.id, &audited).await?)
}

/// The conversation, as it is now.
async fn show(
    session: &StaffSession,
    found: &Conversation,
    typed: &str,
    problem: Option<Phrase>,
) -> PageResult {
    let services = &session.context.state.services;
    note_opening(session, found).await?;
    let state = services.conversations.attend(found, Party::Staff(session.who.id)).await?;
    let messages = services.conversations.list(found).await?;
    let said: Vec<Written> = messages.into_iter().map(Written::from).collect();
    let problems = problem.map(|problem| FieldError::of("TEXT", problem, session.context.lang));
    let notices = Notices { problems: problems.into_iter().collect(), done: None };
    let key = services.bookings.new_form().to_string();
    let (id, day) = (found.appointment.id.to_string(), list_day(session, found).await?);
    let needs = Gathered::of(session).await?;
    let counsellor = day.first().map(|one| one.counsellor.clone()).filter(|_| found.staff != session.who.id);
    let page = DeskTalkPage {
        id: &id,
        day: &day,
        today: session.context.now.date(),
        needs: &needs.view(),
        pseudonym: &found.pseudonym,
        hours: &describe_hours(found, session.context.lang),
        side: if found.staff == session.who.id { Side::Counsellor } else { Side::Colleague },
        counsellor: counsellor.as_deref(),
        said: &said,
        open: describe_writing(&session.context, found),
        seen: &state.code(),
        is_other_there: state.is_other_there,
        typed,
        problem,
        key: &key,
    };
    session.page_named(&found.pseudonym, notices, |meta, _| desk_talk_page(meta, &session.at(), &page))
}

/// `mandag 30. november, 9.00-9.45`.
fn describe_hours(found: &Conversation, lang: Lang) -> String {
    let (day, from, until) = hours_of(found);
    format!("{}, {}-{}", dates::day_of_year(day, lang), dates::time(from, lang), dates::time(until, lang))
}

/// What lies on the day of an appointment with whoever takes it.
async fn list_day(session: &StaffSession, found: &Conversation) -> Result<Vec<Entry>, AppError> {
    let begins = Instant::of_minute(found.appointment.starts).map(Instant::local);
    let Some(begins) = begins else { return Ok(Vec::new()) };
    let db = &session.context.state.services.db;
    let mut entries = agenda::service::list_day(db, &session.who.municipality, begins.date()).await?;
    entries.retain(|entry| entry.staff == found.staff);
    Ok(entries.into_iter().filter_map(|entry| view(entry, session)).map(|(_, entry)| entry).collect())
}
