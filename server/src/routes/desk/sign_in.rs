//! Signing in and out.

use super::{NO_COOKIE, Signed, cookie, see_other, token, unavailable};
use crate::{
    crypto::authenticator::Authenticator,
    http::{form::Fields, visitor::CameFrom},
    routes::leave::FORGET,
    services::sign_in::{NoSignIn, Proof, Token},
    visit::Visit,
};
use app::{
    pages::{
        desk::{SetUp, WelcomeForm, set_up_page, sign_in_page, welcome_page},
        problem::Problem,
    },
    text::{Phrase, common, desk as text},
};
use axum::{
    body::Body,
    http::{HeaderMap, Response, StatusCode, header},
};

pub async fn start(visit: Visit, headers: HeaderMap) -> Response<Body> {
    let frame = visit.frame(text::SIGN_IN.get(visit.lang), None);
    // Who had a session is told that it has ended.
    let ended = token(&headers).is_some();
    visit.fresh(StatusCode::OK, frame, |frame| sign_in_page(frame, "", None, ended))
}

pub async fn sign_in(visit: Visit, CameFrom(visitor): CameFrom, mut fields: Fields) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (login, password, digits) = (take("LOGIN"), take("PASSWORD"), take("DIGITS"));
    let login = login.trim();
    let proof = Proof { login, password: &password, digits: &digits };
    let services = &visit.portal.services;
    let entered = services.limits.enter(visitor.as_ref());
    match services.sign_in.sign_in(&proof, entered.turn).await {
        Ok(token) => signed_in(&visit, &token),
        Err(NoSignIn::Unknown | NoSignIn::Short) => again(&visit, login, text::UNKNOWN),
        Err(error) => failed(&visit, &error),
    }
}

pub async fn welcome(visit: Visit) -> Response<Body> {
    let frame = visit.frame(text::WELCOME.get(visit.lang), None);
    visit.fresh(StatusCode::OK, frame, |frame| welcome_page(frame, &WelcomeForm::default()))
}

/// A password first, then the digits of the authenticator that it gives.
pub async fn choose(visit: Visit, mut fields: Fields) -> Response<Body> {
    let mut take = |name| fields.take(name).unwrap_or_default();
    let (login, invitation) = (take("LOGIN").trim().to_owned(), take("INVITATION").trim().to_owned());
    let (password, again, digits) = (take("PASSWORD"), take("AGAIN"), take("DIGITS"));
    let service = &visit.portal.services.sign_in;
    let form = WelcomeForm { login, invitation, problem: None };
    if password.is_empty() && !digits.is_empty() {
        return match service.first(&form.login, &form.invitation, &digits).await {
            Ok(token) => signed_in(&visit, &token),
            Err(NoSignIn::Unknown) => match service.setting_up(&form.login, &form.invitation).await {
                Ok(authenticator) => set_up(&visit, &form, &authenticator, Some(text::WRONG_DIGITS)),
                Err(_) => refused(&visit, form, ("INVITATION", text::NOT_INVITED)),
            },
            Err(error) => failed(&visit, &error),
        };
    }
    if password != again {
        return refused(&visit, form, ("AGAIN", text::NOT_SAME));
    }
    match service.welcome(&form.login, &form.invitation, &password).await {
        Ok(authenticator) => set_up(&visit, &form, &authenticator, None),
        Err(NoSignIn::Short) => refused(&visit, form, ("PASSWORD", text::SHORT)),
        Err(NoSignIn::Unknown) => refused(&visit, form, ("INVITATION", text::NOT_INVITED)),
        Err(error) => failed(&visit, &error),
    }
}

pub async fn out(signed: Signed, headers: HeaderMap) -> Response<Body> {
    if let Some(token) = token(&headers)
        && let Err(error) = signed.visit.portal.services.sign_in.sign_out(&token).await
    {
        return unavailable(&signed.visit, &error);
    }
    let mut response = see_other(&signed.visit, "/desk/log-ind");
    response.headers_mut().insert(header::SET_COOKIE, NO_COOKIE);
    response.headers_mut().insert(FORGET.0, FORGET.1);
    response
}

fn signed_in(visit: &Visit, token: &Token) -> Response<Body> {
    let mut response = see_other(visit, "/desk");
    response.headers_mut().insert(header::SET_COOKIE, cookie(token));
    response
}

fn again(visit: &Visit, login: &str, problem: Phrase) -> Response<Body> {
    let frame = visit.frame(&with_error(visit, text::SIGN_IN), None);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    visit.fresh(status, frame, |frame| sign_in_page(frame, login, Some(problem), false))
}

fn refused(visit: &Visit, form: WelcomeForm, problem: (&'static str, Phrase)) -> Response<Body> {
    let form = WelcomeForm { problem: Some(problem), ..form };
    let frame = visit.frame(&with_error(visit, text::WELCOME), None);
    visit.fresh(StatusCode::UNPROCESSABLE_ENTITY, frame, |frame| welcome_page(frame, &form))
}

fn set_up(
    visit: &Visit,
    form: &WelcomeForm,
    authenticator: &Authenticator,
    problem: Option<Phrase>,
) -> Response<Body> {
    let (address, typed) = (authenticator.address(&form.login), authenticator.typed());
    let set_up =
        SetUp { login: &form.login, invitation: &form.invitation, address: &address, typed: &typed, problem };
    let (status, title) = match problem {
        None => (StatusCode::OK, text::SET_UP.get(visit.lang).to_owned()),
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, with_error(visit, text::SET_UP)),
    };
    let frame = visit.frame(&title, None);
    visit.fresh(status, frame, |frame| set_up_page(frame, &set_up))
}

fn with_error(visit: &Visit, title: Phrase) -> String {
    format!("{}{}", common::ERROR.get(visit.lang), title.get(visit.lang))
}

fn failed(visit: &Visit, error: &NoSignIn) -> Response<Body> {
    let problem = if matches!(error, NoSignIn::Busy(_)) {
        Problem::Busy
    } else {
        tracing::error!(target: "portal", %error, "somebody could not be signed in");
        Problem::Unavailable
    };
    visit.problem(StatusCode::SERVICE_UNAVAILABLE, problem, None)
}
