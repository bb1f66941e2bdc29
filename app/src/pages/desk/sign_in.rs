//! Signing in.

use super::{Field, done, hidden, primary};
use crate::{
    layout::{Document, ErrorSummary, Frame},
    text::{Phrase, desk as text},
};
use domain::Lang;
use leptos::prelude::*;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// A page that nobody needs to be signed in for.
fn open_page(frame: Frame, problem: Option<(&str, Phrase)>, content: &Markup) -> impl IntoView + use<> {
    let lang = frame.lang;
    let problems: Vec<_> = problem
        .map(|(field, problem)| (field.to_owned(), problem.get(lang).to_owned()))
        .into_iter()
        .collect();
    let content = content.clone().into_string();
    view! {
        <Document frame=frame>
            <div class="container desk">
                <ErrorSummary problems=problems lang=lang/>
                <div inner_html=content></div>
            </div>
        </Document>
    }
}

/// `/desk/log-ind`. What was typed as a name stays; a password never does.
pub fn sign_in_page(
    frame: Frame,
    login: &str,
    problem: Option<Phrase>,
    ended: bool,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::SIGN_IN.get(lang)) }
        (done(ended.then_some(text::ENDED), lang))
        form method="post" action=(frame.to("/desk/log-ind")) {
            (login_field(login, lang))
            (password("PASSWORD", text::PASSWORD, None, "current-password", lang))
            (digits(lang))
            (primary(text::SIGN_IN, lang))
        }
        p { a href=(frame.to("/desk/velkommen")) { (text::FIRST_TIME.get(lang)) } }
    };
    open_page(frame, problem.map(|problem| ("LOGIN", problem)), &content)
}

/// What an invited member of staff has written.
#[derive(Clone, Default)]
pub struct WelcomeForm {
    pub login: String,
    pub invitation: String,
    /// The field a problem leads to.
    pub problem: Option<(&'static str, Phrase)>,
}

/// `/desk/velkommen`.
pub fn welcome_page(frame: Frame, form: &WelcomeForm) -> impl IntoView + use<> {
    let lang = frame.lang;
    let invitation = Field {
        id: "INVITATION",
        label: text::INVITATION,
        hint: None,
        kind: "text",
        value: &form.invitation,
        fills: "off",
    };
    let content = html! {
        h1 { (text::WELCOME.get(lang)) }
        p.lead { (text::WELCOME_LEAD.get(lang)) }
        form method="post" action=(frame.to("/desk/velkommen")) {
            (login_field(&form.login, lang))
            (invitation.show(lang))
            (password("PASSWORD", text::NEW_PASSWORD, Some(text::NEW_PASSWORD_HINT), "new-password", lang))
            (password("AGAIN", text::AGAIN, None, "new-password", lang))
            (primary(text::SET_UP, lang))
        }
    };
    open_page(frame, form.problem, &content)
}

/// An authenticator to be set up.
pub struct SetUp<'a> {
    pub login: &'a str,
    pub invitation: &'a str,
    /// What the picture says.
    pub address: &'a str,
    /// The same to be typed.
    pub typed: &'a str,
    pub problem: Option<Phrase>,
}

/// The second step of `/desk/velkommen`.
pub fn set_up_page(frame: Frame, set_up: &SetUp<'_>) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::SET_UP.get(lang)) }
        p.lead { (text::SET_UP_LEAD.get(lang)) }
        (picture(set_up.address))
        p { strong { (text::KEY.get(lang)) ": " } span.key { (set_up.typed) } }
        form method="post" action=(frame.to("/desk/velkommen")) {
            (hidden("LOGIN", set_up.login))
            (hidden("INVITATION", set_up.invitation))
            (digits(lang))
            (primary(text::DONE, lang))
        }
    };
    open_page(frame, set_up.problem.map(|problem| ("DIGITS", problem)), &content)
}

fn login_field(login: &str, lang: Lang) -> Markup {
    Field { id: "LOGIN", label: text::LOGIN, hint: None, kind: "text", value: login, fills: "username" }
        .show(lang)
}

fn password(id: &str, label: Phrase, hint: Option<Phrase>, fills: &str, lang: Lang) -> Markup {
    Field { id, label, hint, kind: "password", value: "", fills }.show(lang)
}

fn digits(lang: Lang) -> Markup {
    html! {
        div.form-group {
            label.form-label for="DIGITS" { (text::DIGITS.get(lang)) }
            input.form-input.digits type="text" id="DIGITS" name="DIGITS" inputmode="numeric" autocomplete="one-time-code" maxlength="12";
        }
    }
}

/// A square to be scanned; empty where the text is too long for one, which can still be typed.
fn picture(text: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|&(x, y)| code.get_module(x, y));
    let path = dark.fold(String::new(), |path, (x, y)| path + &format!("M{},{}h1v1h-1z", x + 4, y + 4));
    let view = format!("0 0 {0} {0}", size + 8);
    html! {
        svg.scan viewBox=(view) width="240" height="240" role="img" aria-label="QR" {
            rect width="100%" height="100%" fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}
