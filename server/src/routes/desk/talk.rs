//! Writing to a citizen at an appointment.

use super::{Signed, see_other};
use crate::{
    http::form::Fields,
    routes::talk::{open, problem_of, written},
    services::hexadecimal,
    store::{ActKind, StoreError, Talk},
};
use app::{
    layout::FieldError,
    pages::desk::{Notices, desk_talk_page},
    pages::talk::Written,
    text::{Phrase, desk as text, talk},
};
use axum::{body::Body, http::Response};
use domain::Role;

pub async fn read(signed: Signed) -> Response<Body> {
    let answer = async {
        match of(&signed).await? {
            Some(talk) => shown(&signed, &talk, "", None).await,
            None => Ok(see_other(&signed.visit, "/desk")),
        }
    };
    signed.told(answer.await)
}

pub async fn write(signed: Signed, mut fields: Fields) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (typed, doing, key) = (take("TEXT"), take("DO"), take("KEY"));
    let answer = async {
        let Some(found) = of(&signed).await? else { return Ok(see_other(&signed.visit, "/desk")) };
        if doing != "SEND" {
            return shown(&signed, &found, &typed, None).await;
        }
        let message = typed.trim().replace("\r\n", "\n");
        if let Some(problem) = problem_of(&message) {
            return shown(&signed, &found, &typed, Some(problem)).await;
        }
        let key = hexadecimal::read(&key).unwrap_or_else(|| signed.visit.portal.services.bookings.new_form());
        let sent = signed.visit.portal.services.conversations.say(&found, true, &message, &key).await?;
        if sent {
            signed.desks().noted(&signed.who, ActKind::TalkAnswered, &found.pseudonym).await?;
            return Ok(see_other(&signed.visit, &format!("/desk/samtale/{}", signed.last)));
        }
        shown(&signed, &found, &typed, Some(talk::GONE)).await
    };
    signed.told(answer.await)
}

/// The conversation of an appointment of one's own; of a colleague's for a lead.
async fn of(signed: &Signed) -> Result<Option<Talk>, StoreError> {
    let Some(id) = hexadecimal::read(&signed.last) else { return Ok(None) };
    let found = signed.visit.portal.services.conversations.of(&signed.who.municipality, &id).await?;
    Ok(found.filter(|talk| talk.staff == signed.who.id || signed.who.role == Role::Lead))
}

/// The conversation, as it is now. That it was opened is remembered before it is read.
async fn shown(
    signed: &Signed,
    talk: &Talk,
    typed: &str,
    problem: Option<Phrase>,
) -> Result<Response<Body>, StoreError> {
    signed.desks().noted(&signed.who, ActKind::TalkOpened, &talk.pseudonym).await?;
    let said = signed.visit.portal.services.conversations.read(talk).await?;
    let said: Vec<Written> = said.into_iter().map(written).collect();
    let open = open(&signed.visit, talk);
    let problems = problem.map(|problem| FieldError::of("TEXT", problem, signed.visit.lang));
    let notices = Notices { problems: problems.into_iter().collect(), done: None };
    let key = hexadecimal::written(&signed.visit.portal.services.bookings.new_form());
    Ok(signed.page(text::OPEN_TALK, notices, |frame, _| {
        desk_talk_page(frame, &signed.at(), &talk.pseudonym, &said, &open, (typed, problem), &key)
    }))
}
