//! The cookies of sessions: of this host alone, over TLS alone, for no script, and gone with the browser.

use crate::crypto::session_token::SessionToken;
use axum::http::{HeaderMap, HeaderValue, Response, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

/// The cookie of one kind of session.
#[derive(Clone, Copy)]
pub struct SessionCookie(&'static str);

/// Of staff at the desk.
pub const DESK: SessionCookie = SessionCookie("__Host-desk");
/// Of a citizen with a plan.
pub const CITIZEN: SessionCookie = SessionCookie("__Host-plan");

impl SessionCookie {
    /// What a browser holds of a session, if it holds anything readable.
    #[must_use]
    pub fn read(self, headers: &HeaderMap) -> Option<SessionToken> {
        CookieJar::from_headers(headers).get(self.0).and_then(|cookie| SessionToken::parse(cookie.value()))
    }

    /// Gives a browser its session.
    pub fn set<B>(self, response: &mut Response<B>, token: &SessionToken) {
        put(response, &self.write(token.encode()));
    }

    /// Takes a browser's session away.
    pub fn remove<B>(self, response: &mut Response<B>) {
        let mut cookie = self.write(String::new());
        cookie.make_removal();
        put(response, &cookie);
    }

    fn write(self, value: String) -> Cookie<'static> {
        let mut cookie = Cookie::new(self.0, value);
        cookie.set_path("/");
        cookie.set_secure(true);
        cookie.set_http_only(true);
        cookie.set_same_site(SameSite::Strict);
        cookie
    }
}

fn put<B>(response: &mut Response<B>, cookie: &Cookie<'static>) {
    let line = HeaderValue::from_str(&cookie.to_string())
        .expect("a token is written in letters that a header can have");
    response.headers_mut().append(header::SET_COOKIE, line);
}
