//! One's own way in: passkeys, and signing out everywhere.

use super::service::{Answer, Ceremony as Asked, LONGEST_NAME, PasskeyError};
use crate::{
    db::PasskeyId,
    tasks::desk::{
        audit::AuditAction,
        sign_in::model::SignInError,
        staff_session::{Flash, StaffSession, notice},
    },
    web::{AppError, Form, PageResult, session_cookie},
};
use app::{
    tasks::desk::{
        account::{
            text,
            views::{AccountPage, Ceremony, PasskeyRow, account_page, make_page},
        },
        text as desk_text,
        views::Notices,
    },
    ui::error_page::ErrorKind,
};
use serde::Deserialize;

/// What somebody does with their own way in. It has no `Debug`.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct AccountForm {
    act: String,
    id: String,
    name: String,
    digits: String,
    /// What the browser has made, and what it was asked for.
    credential: String,
    sealed: String,
}

pub async fn read(session: StaffSession) -> PageResult {
    show(&session, session.notices(), "").await
}

pub async fn act(session: StaffSession, Form(form): Form<AccountForm>) -> PageResult {
    match form.act.as_str() {
        "START" => start(&session, &form).await,
        "ADD" => add(&session, &form).await,
        "REMOVE" => remove(&session, &form).await,
        "END_SESSIONS" => end_sessions(&session).await,
        _ => refuse(&session, desk_text::GONE.get(session.context.lang)).await,
    }
}

async fn refuse(session: &StaffSession, problem: &str) -> PageResult {
    show(session, notice("main-content", problem), "").await
}

/// The name and the digits first: then the browser is asked for a key.
async fn start(session: &StaffSession, form: &AccountForm) -> PageResult {
    let lang = session.context.lang;
    let name = form.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return show(session, notice("NAME", text::BAD_NAME.get(lang)), name).await;
    }
    let services = &session.context.state.services;
    // Before the digits are used up: they would be asked for again.
    match services.passkeys.check_room(&session.who.id).await {
        Err(PasskeyError::Full) => return refuse(session, text::FULL.get(lang)).await,
        room => room?,
    }
    match services.sign_in.confirm(&session.who.id, &form.digits).await {
        Ok(password) => {
            let asked = services.passkeys.start_adding(&session.who, name, password).await?;
            show_make(session, &asked)
        }
        Err(SignInError::Unknown | SignInError::Short) => {
            show(session, notice("DIGITS", desk_text::WRONG_DIGITS.get(lang)), name).await
        }
        Err(SignInError::Slowed(minutes)) => {
            show(session, notice("DIGITS", text::slowed(minutes, lang)), name).await
        }
        Err(error) => Err(error.into()),
    }
}

fn show_make(session: &StaffSession, asked: &Asked) -> PageResult {
    let origin = session.context.state.services.passkeys.origin().unwrap_or_default();
    let ceremony = Ceremony { options: &asked.options, sealed: &asked.sealed, origin };
    session.page(text::MAKE, Notices::default(), |meta, notices| {
        make_page(meta, &session.at(), notices, &ceremony)
    })
}

async fn add(session: &StaffSession, form: &AccountForm) -> PageResult {
    let lang = session.context.lang;
    let answer = Answer { credential: &form.credential, sealed: &form.sealed };
    let problem = match session.context.state.services.passkeys.add(&session.who, &answer).await {
        Ok(()) => return session.redirect_with("/desk/adgang", Flash::PasskeyAdded),
        Err(PasskeyError::Over) => text::MAKE_OVER,
        Err(PasskeyError::Full) => text::FULL,
        Err(PasskeyError::Unknown) => text::MAKE_UNKNOWN,
        Err(error) => return Err(error.into()),
    };
    refuse(session, problem.get(lang)).await
}

async fn remove(session: &StaffSession, form: &AccountForm) -> PageResult {
    let gone = desk_text::GONE.get(session.context.lang);
    let passkeys = &session.context.state.services.passkeys;
    let found = match form.id.parse::<PasskeyId>() {
        Ok(id) => passkeys.find(&session.who.id, &id).await?,
        Err(_) => None,
    };
    let Some(found) = found else { return refuse(session, gone).await };
    let audited = session.audit(AuditAction::PasskeyRemoved, &found.name);
    if passkeys.remove(&session.who.id, &found.id, &audited).await? {
        session.redirect_with("/desk/adgang", Flash::PasskeyRemoved)
    } else {
        refuse(session, gone).await
    }
}

/// Ends one's own sessions everywhere, this one too.
async fn end_sessions(session: &StaffSession) -> PageResult {
    let audited = session.audit(AuditAction::SessionsEnded, "");
    session.context.state.services.sign_in.end_sessions(&session.who.id, &audited).await?;
    let mut response = session.context.see_other("/desk/log-ind");
    session_cookie::DESK.remove(&mut response);
    Ok(response)
}

async fn show(session: &StaffSession, notices: Notices, name: &str) -> PageResult {
    let service = &session.context.state.services.passkeys;
    let passkeys = service.list(&session.who.id).await?;
    let passkeys: Vec<PasskeyRow> = passkeys
        .into_iter()
        .map(|passkey| PasskeyRow {
            id: passkey.id.to_string(),
            name: passkey.name,
            added_on: passkey.added_on,
        })
        .collect();
    let page = AccountPage { passkeys: &passkeys, is_set_up: service.origin().is_some(), name };
    session.page(text::TITLE, notices, |meta, notices| account_page(meta, &session.at(), notices, &page))
}

impl From<PasskeyError> for AppError {
    fn from(error: PasskeyError) -> Self {
        match error {
            PasskeyError::Db(error) => error.into(),
            PasskeyError::NotSetUp => Self::new(ErrorKind::NotFound),
            PasskeyError::Over | PasskeyError::Unknown | PasskeyError::MayBeCopy(..) | PasskeyError::Full => {
                Self::new(ErrorKind::Unreadable)
            }
        }
    }
}
