//! Signing in and out.

use crate::{
    crypto::authenticator::Authenticator,
    tasks::{
        desk::{
            sign_in::service::{Proof, SignInError, Token},
            staff_session::{NO_COOKIE, StaffSession, cookie, see_other, token, unavailable},
        },
        leave::handlers::FORGET,
    },
    web::{client_ip::ClientIp, form::FormBody, request_context::RequestContext},
};
use app::{
    phrase::Phrase,
    tasks::desk::{
        sign_in::views::{SetUp, WelcomeForm, set_up_page, sign_in_page, welcome_page},
        text,
    },
    ui::{error_page::ErrorKind, text as common},
};
use axum::{
    body::Body,
    http::{HeaderMap, Response, StatusCode, header},
};

pub async fn start(context: RequestContext, headers: HeaderMap) -> Response<Body> {
    let meta = context.meta(text::SIGN_IN.get(context.lang), None);
    // Who had a session is told that it has ended.
    let ended = token(&headers).is_some();
    context.page(StatusCode::OK, meta, |meta| sign_in_page(meta, "", None, ended))
}

pub async fn sign_in(
    context: RequestContext,
    ClientIp(client): ClientIp,
    mut fields: FormBody,
) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (login, password, digits) = (take("LOGIN"), take("PASSWORD"), take("DIGITS"));
    let login = login.trim();
    let proof = Proof { login, password: &password, digits: &digits };
    let services = &context.portal.services;
    let entered = services.limits.enter(client.as_ref());
    match services.sign_in.sign_in(&proof, entered.turn).await {
        Ok(token) => signed_in(&context, &token),
        Err(SignInError::Unknown | SignInError::Short) => again(&context, login, text::UNKNOWN),
        Err(error) => failed(&context, &error),
    }
}

pub async fn welcome(context: RequestContext) -> Response<Body> {
    let meta = context.meta(text::WELCOME.get(context.lang), None);
    context.page(StatusCode::OK, meta, |meta| welcome_page(meta, &WelcomeForm::default()))
}

/// A password first, then the digits of the authenticator that it gives.
pub async fn choose(context: RequestContext, mut fields: FormBody) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (login, invitation) = (take("LOGIN").trim().to_owned(), take("INVITATION").trim().to_owned());
    let (password, again, digits) = (take("PASSWORD"), take("AGAIN"), take("DIGITS"));
    let service = &context.portal.services.sign_in;
    let form = WelcomeForm { login, invitation, problem: None };
    if password.is_empty() && !digits.is_empty() {
        return match service.first(&form.login, &form.invitation, &digits).await {
            Ok(token) => signed_in(&context, &token),
            Err(SignInError::Unknown) => match service.setting_up(&form.login, &form.invitation).await {
                Ok(authenticator) => set_up(&context, &form, &authenticator, Some(text::WRONG_DIGITS)),
                Err(_) => refused(&context, form, ("INVITATION", text::NOT_INVITED)),
            },
            Err(error) => failed(&context, &error),
        };
    }
    if password != again {
        return refused(&context, form, ("AGAIN", text::NOT_SAME));
    }
    match service.welcome(&form.login, &form.invitation, &password).await {
        Ok(authenticator) => set_up(&context, &form, &authenticator, None),
        Err(SignInError::Short) => refused(&context, form, ("PASSWORD", text::SHORT)),
        Err(SignInError::Unknown) => refused(&context, form, ("INVITATION", text::NOT_INVITED)),
        Err(error) => failed(&context, &error),
    }
}

pub async fn out(signed: StaffSession, headers: HeaderMap) -> Response<Body> {
    if let Some(token) = token(&headers)
        && let Err(error) = signed.context.portal.services.sign_in.sign_out(&token).await
    {
        return unavailable(&signed.context, &error);
    }
    let mut response = see_other(&signed.context, "/desk/log-ind");
    response.headers_mut().insert(header::SET_COOKIE, NO_COOKIE);
    response.headers_mut().insert(FORGET.0, FORGET.1);
    response
}

fn signed_in(context: &RequestContext, token: &Token) -> Response<Body> {
    let mut response = see_other(context, "/desk");
    response.headers_mut().insert(header::SET_COOKIE, cookie(token));
    response
}

fn again(context: &RequestContext, login: &str, problem: Phrase) -> Response<Body> {
    let meta = context.meta(&with_error(context, text::SIGN_IN), None);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    context.page(status, meta, |meta| sign_in_page(meta, login, Some(problem), false))
}

fn refused(context: &RequestContext, form: WelcomeForm, problem: (&'static str, Phrase)) -> Response<Body> {
    let form = WelcomeForm { problem: Some(problem), ..form };
    let meta = context.meta(&with_error(context, text::WELCOME), None);
    context.page(StatusCode::UNPROCESSABLE_ENTITY, meta, |meta| welcome_page(meta, &form))
}

fn set_up(
    context: &RequestContext,
    form: &WelcomeForm,
    authenticator: &Authenticator,
    problem: Option<Phrase>,
) -> Response<Body> {
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

fn failed(context: &RequestContext, error: &SignInError) -> Response<Body> {
    let problem = if matches!(error, SignInError::Busy(_)) {
        ErrorKind::Busy
    } else {
        tracing::error!(target: "portal", %error, "somebody could not be signed in");
        ErrorKind::Unavailable
    };
    context.problem(StatusCode::SERVICE_UNAVAILABLE, problem, None)
}
