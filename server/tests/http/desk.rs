//! The desk: who may do what, what staff see of citizens, and what they arrange. On both engines.

mod absence;
mod account;
mod agenda;
mod audit;
mod booking;
mod calls;
mod conversation;
mod device;
mod hours;
mod settings;
mod sign_in;
mod staff;

use crate::{
    common::{Answer, MONDAY, TestPortal},
    engines::Engine,
};
use axum::{
    body::Body,
    http::{Method, Request},
};
use chrono::DateTime;
use domain::{AppointmentType, BookingKind, Role};
use server::crypto::authenticator::Authenticator;
use std::sync::Arc;

const PASSWORD: &str = "fire helt tilfældige ord";

/// Seconds at a moment.
fn seconds(moment: &str) -> i64 {
    DateTime::parse_from_rfc3339(moment).expect("a moment").timestamp()
}

/// A browser in which somebody is signed in.
pub struct Browser<'a> {
    portal: &'a TestPortal,
    cookie: String,
    /// The app on their phone.
    authenticator: Arc<Authenticator>,
}

impl Browser<'_> {
    pub async fn ask(&self, method: Method, path: &str, fields: &str) -> Answer {
        self.ask_as(method, path, fields, false).await
    }

    /// Asks as somebody does, or as a page does by itself.
    async fn ask_as(&self, method: Method, path: &str, fields: &str, by_itself: bool) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", format!("andet=1; {}", self.cookie))
            .header("content-type", "application/x-www-form-urlencoded");
        let request = if by_itself { request.header("x-by-itself", "1") } else { request };
        self.portal.send(request.body(Body::from(fields.to_owned())).expect("a request")).await
    }

    /// What the app shows at a moment.
    fn digits(&self, moment: &str) -> String {
        self.authenticator.digits(seconds(moment))
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, "").await
    }

    /// The same browser, later.
    pub fn at<'b>(&self, portal: &'b TestPortal) -> Browser<'b> {
        Browser { portal, cookie: self.cookie.clone(), authenticator: Arc::clone(&self.authenticator) }
    }

    /// Sends a form, and goes where the answer leads.
    pub async fn post(&self, path: &str, fields: &str) -> Answer {
        let answer = self.ask(Method::POST, path, fields).await;
        if answer.status == 303 { self.get(answer.header("location")).await } else { answer }
    }
}

/// Adds somebody and signs them in for the first time, through the pages.
pub async fn signed_in<'a>(
    portal: &'a TestPortal,
    municipality: &str,
    role: Role,
    login: &str,
) -> Browser<'a> {
    signed_in_at(portal, municipality, role, login, MONDAY).await
}

pub async fn signed_in_at<'a>(
    portal: &'a TestPortal,
    municipality: &str,
    role: Role,
    login: &str,
    moment: &str,
) -> Browser<'a> {
    let invitation =
        portal.services().sign_in.add(municipality, login, login, role).await.expect("added").expect("free");
    let first = format!("LOGIN={login}&INVITATION={invitation}");
    let set_up =
        portal.post("/desk/velkommen", format!("{first}&PASSWORD={PASSWORD}&AGAIN={PASSWORD}")).await;
    assert!(set_up.says("Sæt din app op"), "{}", set_up.text());
    let authenticator = portal.services().sign_in.setting_up(login, &invitation).await.expect("being set up");
    let digits = authenticator.digits(seconds(moment));
    let answer = portal.post("/desk/velkommen", format!("{first}&DIGITS={digits}")).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/desk?gjort=SIGNED_IN"),
        "{}",
        answer.text()
    );
    let cookie = answer.header("set-cookie").to_owned();
    for part in ["__Host-desk=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Max-Age"), "it goes with the browser");
    Browser {
        portal,
        cookie: cookie.split(';').next().expect("a pair").to_owned(),
        authenticator: Arc::new(authenticator),
    }
}

/// Somebody of 30 or more asks to be called tomorrow, and wishes for treatment; the code of the receipt.
pub async fn asks_to_be_called(engine: &Engine, portal: &TestPortal) -> String {
    let appointment_type = AppointmentType { minutes: 15, buffer: 0, notice: 0, horizon: 7, capacity: 99 };
    engine.open("skanderborg", BookingKind::Callback, &appointment_type).await;
    let form = portal.get("/skanderborg/ring-mig-op").await.form();
    let asked = "PHONE=10203040&NAME=Fugl&WINDOW=2026-11-24T08:00-12:00&MESSAGE=NO&WISH=DRUGS&AGE=30-";
    let receipt = portal.post("/skanderborg/ring-mig-op", format!("{asked}&FORM={form}")).await;
    assert!(receipt.says("Centret ringer"), "{}", receipt.text());
    receipt.code()
}
