//! The cookie of a session at the desk: of this host alone, over TLS alone, for no script, and gone with the browser.

use crate::tasks::desk::sign_in::model::Token;
use axum::http::{HeaderMap, HeaderValue, Response, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

const NAME: &str = "__Host-desk";

/// What a browser holds of a session, if it holds anything readable.
#[must_use]
pub fn read(headers: &HeaderMap) -> Option<Token> {
    CookieJar::from_headers(headers).get(NAME).and_then(|cookie| Token::parse(cookie.value()))
}

/// Gives a browser its session.
pub fn set<B>(response: &mut Response<B>, token: &Token) {
    put(response, &cookie_of(token.encode()));
}

/// Takes a browser's session away.
pub fn remove<B>(response: &mut Response<B>) {
    let mut cookie = cookie_of(String::new());
    cookie.make_removal();
    put(response, &cookie);
}

fn cookie_of(value: String) -> Cookie<'static> {
    let mut cookie = Cookie::new(NAME, value);
    cookie.set_path("/");
    cookie.set_secure(true);
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Strict);
    cookie
}

fn put<B>(response: &mut Response<B>, cookie: &Cookie<'static>) {
    let line = HeaderValue::from_str(&cookie.to_string())
        .expect("a token is written in letters that a header can have");
    response.headers_mut().insert(header::SET_COOKIE, line);
}
