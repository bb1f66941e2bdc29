//! Somebody who is signed in at the desk, for tests that are about something else.

use crate::common::{Answer, TestPortal};
use axum::{
    body::Body,
    http::{Method, Request},
};
use chrono::DateTime;
use domain::Role;

const PASSWORD: &str = "fire helt tilfældige ord";

/// Anna, who leads a desk; the portal's clock stands at `moment`.
pub struct Lead(String);

impl Lead {
    /// Adds her, and signs her in through the pages.
    pub async fn of(portal: &TestPortal, municipality: &str, moment: &str) -> Self {
        let sign_in = &portal.services().sign_in;
        let added = sign_in.add(municipality, "Anna", "anna", Role::Lead).await;
        let invitation = added.expect("added").expect("free");
        let first = format!("LOGIN=anna&INVITATION={invitation}");
        portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
        let authenticator = sign_in.setting_up("anna", &invitation).await.expect("being set up");
        let seconds = DateTime::parse_from_rfc3339(moment).expect("a moment").timestamp();
        let digits = authenticator.digits(seconds);
        let answer = portal.post("/desk/velkommen", format!("{first}&DIGITS={digits}")).await;
        Self(answer.header("set-cookie").split(';').next().expect("a pair").to_owned())
    }

    pub async fn ask(
        &self,
        portal: &TestPortal,
        method: Method,
        path: &str,
        body: impl Into<Body>,
    ) -> Answer {
        let request = Request::builder().method(method).uri(path).header("cookie", &self.0);
        let typed = request.header("content-type", "application/x-www-form-urlencoded");
        portal.send(typed.body(body.into()).expect("a request")).await
    }
}
