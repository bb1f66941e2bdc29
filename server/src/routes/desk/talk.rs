//! Writing to a citizen at an appointment.

use super::{Signed, see_other};
use crate::{
    http::form::Fields,
    routes::talk::{open, problem_of, written},
    services::hexadecimal,
    store::{ActKind, StoreError, Talk},
};
use app::{
    pages::desk::{Notices, desk_talk_page},
    pages::talk::Written,
    text::{Phrase, desk as text, talk},
};
use axum::{body::Body, extract::Path, http::Response};

pub async fn read(signed: Signed, Path(id): Path<String>) -> Response<Body> {
    let answer = async {
        let Some(talk) = of(&signed, &id).await? else { return Ok(see_other(&signed.visit, "/desk")) };
        // Who opened what is remembered: conversations are read by who has them, and no other.
        signed.desks().noted(&signed.who, ActKind::TalkOpened, &talk.pseudonym).await?;
        shown(&signed, &talk, "", None).await
    };
    signed.told(answer.await)
}

pub async fn write(signed: Signed, Path(id): Path<String>, mut fields: Fields) -> Response<Body> {
    let typed = fields.take("TEXT").unwrap_or_default();
    let sends = fields.take("DO").as_deref() == Some("SEND");
    let answer = async {
        let Some(found) = of(&signed, &id).await? else { return Ok(see_other(&signed.visit, "/desk")) };
        if !sends {
            return shown(&signed, &found, &typed, None).await;
        }
        let message = typed.trim().replace("\r\n", "\n");
        if let Some(problem) = problem_of(&message) {
            return shown(&signed, &found, &typed, Some(problem)).await;
        }
        let sent = signed.visit.portal.services.conversations.say(&found, true, &message).await?;
        let (left, problem) = if sent { ("", None) } else { (typed.as_str(), Some(talk::GONE)) };
        shown(&signed, &found, left, problem).await
    };
    signed.told(answer.await)
}

async fn of(signed: &Signed, id: &str) -> Result<Option<Talk>, StoreError> {
    let Some(id) = hexadecimal::read(id) else { return Ok(None) };
    signed.visit.portal.services.conversations.of(&signed.who.municipality, &id).await
}

async fn shown(signed: &Signed, talk: &Talk, typed: &str, problem: Option<Phrase>) -> Result<Response<Body>, StoreError> {
    let said = signed.visit.portal.services.conversations.read(talk).await?;
    let said: Vec<Written> = said.into_iter().map(written).collect();
    let open = open(&signed.visit, talk);
    let problems = problem.map(|problem| ("TEXT".to_owned(), problem.get(signed.visit.lang).to_owned()));
    let notices = Notices { problems: problems.into_iter().collect(), done: None };
    let frame = signed.frame(text::OPEN_TALK, &notices);
    Ok(signed.page(&notices, frame, |frame| {
        desk_talk_page(frame, &signed.at(), &talk.pseudonym, &said, &open, (typed, problem))
    }))
}
