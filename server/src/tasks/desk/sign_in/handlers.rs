//! Signing in and out.

use super::service::{Proof, SignInError, Token};
use crate::{
    crypto::authenticator::Authenticator,
    tasks::desk::staff_session::StaffSession,
    web::{Form, PageResult, RequestContext, client_ip::ClientIp, session_cookie},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        sign_in::views::{SetUp, WelcomeForm, set_up_page, sign_in_page, welcome_page},
        text,
    },
    ui::text as common,
};
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;

/// What somebody signs in with. It has no `Debug`.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SignInForm {
    login: String,
    password: String,
    digits: String,
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

pub async fn start(context: RequestContext, headers: HeaderMap) -> PageResult {
    let meta = context.meta(text::SIGN_IN.get(context.lang), None);
    // Who had a session is told that it has ended.
    let ended = session_cookie::read(&headers).is_some();
    Ok(context.page(StatusCode::OK, meta, |meta| sign_in_page(meta, "", None, ended)))
}

pub async fn sign_in(
    context: RequestContext,
    ClientIp(client): ClientIp,
    Form(form): Form<SignInForm>,
) -> PageResult {
    let login = form.login.trim();
    let proof = Proof { login, password: &form.password, digits: &form.digits };
    let services = &context.state.services;
    let permit = services.limiter.acquire(client.as_ref());
    match services.sign_in.sign_in(&proof, permit.priority).await {
        Ok(token) => Ok(enter(&context, &token)),
        Err(SignInError::Unknown | SignInError::Short) => Ok(ask_again(&context, login)),
        Err(error) => Err(error.into()),
    }
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
        return Ok(refuse(&context, form, ("AGAIN", text::NOT_SAME)));
    }
    let service = &context.state.services.sign_in;
    match service.welcome(&form.login, &form.invitation, &sent.password).await {
        Ok(authenticator) => Ok(show_set_up(&context, &form, &authenticator, None)),
        Err(SignInError::Short) => Ok(refuse(&context, form, ("PASSWORD", text::SHORT))),
        Err(SignInError::Unknown) => Ok(refuse(&context, form, ("INVITATION", text::NOT_INVITED))),
        Err(error) => Err(error.into()),
    }
}

async fn prove_digits(context: &RequestContext, form: WelcomeForm, digits: &str) -> PageResult {
    let service = &context.state.services.sign_in;
    match service.first(&form.login, &form.invitation, digits).await {
        Ok(token) => Ok(enter(context, &token)),
        Err(SignInError::Unknown) => match service.setting_up(&form.login, &form.invitation).await {
            Ok(authenticator) => Ok(show_set_up(context, &form, &authenticator, Some(text::WRONG_DIGITS))),
            Err(_) => Ok(refuse(context, form, ("INVITATION", text::NOT_INVITED))),
        },
        Err(error) => Err(error.into()),
    }
}

pub async fn sign_out(session: StaffSession, headers: HeaderMap) -> PageResult {
    if let Some(token) = session_cookie::read(&headers) {
        session.context.state.services.sign_in.sign_out(&token).await?;
    }
    let mut response = session.context.see_other("/desk/log-ind");
    session_cookie::remove(&mut response);
    Ok(response)
}

fn enter(context: &RequestContext, token: &Token) -> Response {
    let mut response = context.see_other("/desk");
    session_cookie::set(&mut response, token);
    response
}

fn ask_again(context: &RequestContext, login: &str) -> Response {
    let meta = context.meta(&with_error(context, text::SIGN_IN), None);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    context.page(status, meta, |meta| sign_in_page(meta, login, Some(text::UNKNOWN), false))
}

fn refuse(context: &RequestContext, form: WelcomeForm, problem: (&'static str, Phrase)) -> Response {
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
