//! Writing to a citizen at an appointment.

use crate::{
    store::{AuditAction, DbError, Talk},
    tasks::{
        conversation::handlers::{open, problem_of, written},
        desk::staff_session::{StaffSession, see_other},
    },
    web::{form::FormBody, hexadecimal},
};
use app::ui::error_summary::FieldError;
use app::{
    phrase::Phrase,
    tasks::{
        conversation::{text as talk, views::Written},
        desk::{conversation::views::desk_talk_page, text, views::Notices},
    },
};
use axum::{body::Body, http::Response};
use domain::Role;

pub async fn read(signed: StaffSession) -> Response<Body> {
    let answer = async {
        match of(&signed).await? {
            Some(talk) => shown(&signed, &talk, "", None).await,
            None => Ok(see_other(&signed.context, "/desk")),
        }
    };
    signed.told(answer.await)
}

pub async fn write(signed: StaffSession, mut fields: FormBody) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (typed, doing, key) = (take("TEXT"), take("DO"), take("KEY"));
    let answer = async {
        let Some(found) = of(&signed).await? else { return Ok(see_other(&signed.context, "/desk")) };
        if doing != "SEND" {
            return shown(&signed, &found, &typed, None).await;
        }
        let message = typed.trim().replace("\r\n", "\n");
        if let Some(problem) = problem_of(&message) {
            return shown(&signed, &found, &typed, Some(problem)).await;
        }
        let key =
            hexadecimal::read(&key).unwrap_or_else(|| signed.context.portal.services.bookings.new_form());
        let sent = signed.context.portal.services.conversations.say(&found, true, &message, &key).await?;
        if sent {
            signed.desks().noted(&signed.who, AuditAction::TalkAnswered, &found.pseudonym).await?;
            return Ok(see_other(&signed.context, &format!("/desk/samtale/{}", signed.last)));
        }
        shown(&signed, &found, &typed, Some(talk::GONE)).await
    };
    signed.told(answer.await)
}

/// The conversation of an appointment of one's own; of a colleague's for a lead.
async fn of(signed: &StaffSession) -> Result<Option<Talk>, DbError> {
    let Some(id) = hexadecimal::read(&signed.last) else { return Ok(None) };
    let found = signed.context.portal.services.conversations.of(&signed.who.municipality, &id).await?;
    Ok(found.filter(|talk| talk.staff == signed.who.id || signed.who.role == Role::Lead))
}

/// The conversation, as it is now. That it was opened is remembered before it is read.
async fn shown(
    signed: &StaffSession,
    talk: &Talk,
    typed: &str,
    problem: Option<Phrase>,
) -> Result<Response<Body>, DbError> {
    signed.desks().noted(&signed.who, AuditAction::TalkOpened, &talk.pseudonym).await?;
    let said = signed.context.portal.services.conversations.read(talk).await?;
    let said: Vec<Written> = said.into_iter().map(written).collect();
    let open = open(&signed.context, talk);
    let problems = problem.map(|problem| FieldError::of("TEXT", problem, signed.context.lang));
    let notices = Notices { problems: problems.into_iter().collect(), done: None };
    let key = hexadecimal::written(&signed.context.portal.services.bookings.new_form());
    Ok(signed.page(text::OPEN_TALK, notices, |meta, _| {
        desk_talk_page(meta, &signed.at(), &talk.pseudonym, &said, &open, (typed, problem), &key)
    }))
}
