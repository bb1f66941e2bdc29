//! Signing in and out.

use super::{
    kept,
    model::{Proof, SignInError},
};
use crate::{
    crypto::{authenticator::Authenticator, session_token::SessionToken},
    tasks::desk::{
        account::service::{Answer, PasskeyError},
        staff_session::{Flash, StaffSession},
    },
    web::{
        Form, PageResult, RequestContext, client_ip::ClientIp, rate_limiter::ClientNetwork, session_cookie,
    },
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        account::text as account_text,
        sign_in::views::{Kept, SetUp, SignInNote, WelcomeForm, set_up_page, sign_in_page, welcome_page},
        text,
    },
    ui::{error_summary::FieldError, text as common},
};
use axum::{
    Json,
    extract::RawQuery,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

/// What somebody signs in with. It has no `Debug`.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SignInForm {
    login: String,
    password: String,
    digits: String,
    /// What a passkey has signed, and what it was asked to: instead of the three.
    credential: String,
    sealed: String,
    /// Where to go then, what to send there, and whose it is.
    to: String,
    kept: String,
    owner: String,
}

/// What an invited member of staff sends. It has no `Debug`.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct InvitedForm {
    login: String,
    invitation: String,
    password: String,
    again: String,
    digits: String,
}

pub async fn start(context: RequestContext, headers: HeaderMap, RawQuery(query): RawQuery) -> PageResult {
    let query = query.unwrap_or_default();
    let param = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    };
    let note = if param("uden").is_some() {
        Some(SignInNote::NoCookie)
    } else {
        // Who had a session is told that it has ended.
        session_cookie::DESK.read(&headers).map(|_| SignInNote::Ended)
    };
    let kept = Kept { to: param("til").filter(|to| is_of_desk(to)).unwrap_or_default(), ..Kept::default() };
    let meta = context.meta(text::SIGN_IN.get(context.lang), None);
    let origin = context.state.services.passkeys.origin();
    Ok(context.page(StatusCode::OK, meta, |meta| sign_in_page(meta, "", &kept, None, note, origin)))
}

pub async fn sign_in(
    context: RequestContext,
    ClientIp(client): ClientIp,
    Form(form): Form<SignInForm>,
) -> PageResult {
    let login = form.login.trim();
    let to = if is_of_desk(&form.to) { form.to.clone() } else { String::new() };
    let kept = Kept { to, fields: form.kept.clone(), owner: form.owner.clone() };
    if !form.sealed.is_empty() {
        return sign_in_by_passkey(context, &form, &kept).await;
    }
    let proof = Proof { login, password: &form.password, digits: &form.digits };
    match prove(&context, client.as_ref(), &proof).await {
        Ok(token) => lead_on(context, &token, &kept).await,
        Err(SignInError::Unknown | SignInError::Short) => {
            Ok(ask_again(&context, login, &kept, FieldError::of("LOGIN", text::UNKNOWN, context.lang)))
        }
        Err(SignInError::Slowed(minutes)) => {
            let problem = FieldError::new("LOGIN", text::slowed(minutes, context.lang));
            Ok(ask_again(&context, login, &kept, problem))
        }
        Err(error) => Err(error.into()),
    }
}

async fn sign_in_by_passkey(context: RequestContext, form: &SignInForm, kept: &Kept) -> PageResult {
    let services = &context.state.services;
    let answer = Answer { credential: &form.credential, sealed: &form.sealed };
    let problem = match services.sign_in.sign_in_by_passkey(&services.passkeys, &answer).await {
        Ok(token) => return lead_on(context, &token, kept).await,
        Err(PasskeyError::Over) => account_text::SIGN_IN_OVER,
        Err(PasskeyError::Db(error)) => return Err(error.into()),
        Err(_) => account_text::SIGN_IN_UNKNOWN,
    };
    Ok(ask_again(&context, "", kept, FieldError::of("main-content", problem, context.lang)))
}

/// What a browser is to sign with a passkey, in JSON: `options` for its own dialog, and `sealed` to be sent back.
pub async fn ask_for_passkey(context: RequestContext) -> PageResult {
    let asked = context.state.services.passkeys.start_signing_in()?;
    let json = serde_json::json!({ "options": asked.options, "sealed": asked.sealed });
    Ok(Json(json).into_response())
}

/// To where somebody wanted to go, or to what they wanted to send.
async fn lead_on(context: RequestContext, token: &SessionToken, kept: &Kept) -> PageResult {
    if kept.to.is_empty() || kept.fields.is_empty() {
        return Ok(enter(&context, token, &kept.to, Flash::SignedIn));
    }
    let who = context.state.services.sign_in.find_who(token, false).await?;
    // Where nobody knows any more whose it was, it is shown to nobody.
    let is_owner = who.is_some_and(|who| kept.owner == who.id.to_string());
    if is_owner {
        kept::show(context, token, kept).await
    } else {
        Ok(enter(&context, token, "", Flash::NotYourDraft))
    }
}

/// Waits for its turn, and begins a session.
async fn prove(
    context: &RequestContext,
    client: Option<&ClientNetwork>,
    proof: &Proof<'_>,
) -> Result<SessionToken, SignInError> {
    let services = &context.state.services;
    let permit = services.limiter.acquire(client);
    let signed_in = services.sign_in.sign_in(proof, permit.turn()).await;
    if matches!(signed_in, Err(SignInError::Unknown)) {
        services.limiter.count_wrong_code(client);
    }
    signed_in
}

/// Whether an address is one of the desk that somebody who signs in can be led to.
fn is_of_desk(path: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/-".contains(letter);
    // These have no page.
    let has_page = !matches!(path, "/desk/log-ud" | "/desk/log-ind/noegle" | "/desk/session");
    path.starts_with("/desk/") && has_page && path.len() < 100 && path.chars().all(is_plain)
}

/// How long the session goes on: what a page asks by itself keeps it not alive, all else does.
pub async fn count_left(session: StaffSession, headers: HeaderMap) -> PageResult {
    let Some(token) = session_cookie::DESK.read(&headers) else { return session.redirect("/desk/log-ind") };
    let left = session.context.state.services.sign_in.count_minutes_left(&token).await?;
    Ok(left.to_string().into_response())
}

pub async fn welcome(context: RequestContext) -> PageResult {
    let meta = context.meta(text::WELCOME.get(context.lang), None);
    Ok(context.page(StatusCode::OK, meta, |meta| welcome_page(meta, &WelcomeForm::default())))
}

/// A password first, then the digits of the authenticator that it gives.
pub async fn choose(context: RequestContext, Form(sent): Form<InvitedForm>) -> PageResult {
    let form = WelcomeForm {
        login: sent.login.trim().to_owned(),
        invitation: sent.invitation.trim().to_owned(),
        problem: None,
    };
    if sent.password.is_empty() && !sent.digits.is_empty() {
        return prove_digits(&context, form, &sent.digits).await;
    }
    if sent.password != sent.again {
        return Ok(refuse(&context, form, ("AGAIN", text::NOT_SAME.get(context.lang).to_owned())));
    }
    let service = &context.state.services.sign_in;
    match service.welcome(&form.login, &form.invitation, &sent.password).await {
        Ok(authenticator) => Ok(show_set_up(&context, &form, &authenticator, None)),
        Err(SignInError::Short) => {
            Ok(refuse(&context, form, ("PASSWORD", text::SHORT.get(context.lang).to_owned())))
        }
        Err(SignInError::Unknown) => {
            Ok(refuse(&context, form, ("INVITATION", text::NOT_INVITED.get(context.lang).to_owned())))
        }
        Err(error) => Err(error.into()),
    }
}

async fn prove_digits(context: &RequestContext, form: WelcomeForm, digits: &str) -> PageResult {
    let service = &context.state.services.sign_in;
    match service.first(&form.login, &form.invitation, digits).await {
        Ok(token) => Ok(enter(context, &token, "", Flash::SignedIn)),
        Err(SignInError::Unknown) => match service.setting_up(&form.login, &form.invitation).await {
            Ok(authenticator) => Ok(show_set_up(context, &form, &authenticator, Some(text::WRONG_DIGITS))),
            Err(_) => {
                Ok(refuse(context, form, ("INVITATION", text::NOT_INVITED.get(context.lang).to_owned())))
            }
        },
        Err(SignInError::Slowed(minutes)) => {
            let problem = text::slowed(minutes, context.lang);
            Ok(refuse(context, form, ("INVITATION", problem)))
        }
        Err(error) => Err(error.into()),
    }
}

pub async fn sign_out(session: StaffSession, headers: HeaderMap) -> PageResult {
    if let Some(token) = session_cookie::DESK.read(&headers) {
        session.context.state.services.sign_in.sign_out(&token).await?;
    }
    let mut response = session.context.see_other("/desk/log-ind");
    session_cookie::DESK.remove(&mut response);
    Ok(response)
}

fn enter(context: &RequestContext, token: &SessionToken, to: &str, flash: Flash) -> Response {
    let to = if to.is_empty() { "/desk" } else { to };
    let mut response = context.see_other(&format!("{to}?gjort={}", flash.code()));
    session_cookie::DESK.set(&mut response, token);
    response
}

fn ask_again(context: &RequestContext, login: &str, kept: &Kept, problem: FieldError) -> Response {
    let meta = context.meta(&with_error(context, text::SIGN_IN), None);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let origin = context.state.services.passkeys.origin();
    context.page(status, meta, |meta| sign_in_page(meta, login, kept, Some(problem), None, origin))
}

fn refuse(context: &RequestContext, form: WelcomeForm, problem: (&'static str, String)) -> Response {
    let form = WelcomeForm { problem: Some(problem), ..form };
    let meta = context.meta(&with_error(context, text::WELCOME), None);
    context.page(StatusCode::UNPROCESSABLE_ENTITY, meta, |meta| welcome_page(meta, &form))
}

fn show_set_up(
    context: &RequestContext,
    form: &WelcomeForm,
    authenticator: &Authenticator,
    problem: Option<Phrase>,
) -> Response {
    let (address, typed) = (authenticator.address(&form.login), authenticator.typed());
    let set_up =
        SetUp { login: &form.login, invitation: &form.invitation, address: &address, typed: &typed, problem };
    let (status, title) = match problem {
        None => (StatusCode::OK, text::SET_UP.get(context.lang).to_owned()),
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, with_error(context, text::SET_UP)),
    };
    let meta = context.meta(&title, None);
    context.page(status, meta, |meta| set_up_page(meta, &set_up))
}

fn with_error(context: &RequestContext, title: Phrase) -> String {
    format!("{}{}", common::ERROR.get(context.lang), title.get(context.lang))
}
