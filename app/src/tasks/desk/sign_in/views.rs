//! Signing in.

use crate::{
    phrase::Phrase,
    tasks::desk::{
        account::views::show_passkey_button,
        shell::open_page,
        text,
        views::{show_done, show_submit},
    },
    ui::{
        document::PageMeta,
        error_summary::FieldError,
        fields::{Field, Hidden},
    },
};
use domain::Lang;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// What was to be sent or seen by somebody whose session had ended.
#[derive(Clone, Default)]
pub struct Kept {
    /// The address, without the language; empty where it is none of its own.
    pub to: String,
    /// What was to be sent there: pairs of names and values, in JSON.
    pub fields: String,
    /// Whose it is, where that is known: their name in hexadecimal.
    pub owner: String,
}

/// What the page to sign in says first.
#[derive(Clone, Copy)]
pub enum SignInNote {
    /// Who had a session is told that it has ended.
    Ended,
    /// The browser has not kept the cookie.
    NoCookie,
    /// What was to be sent is still there.
    Kept,
}

/// `/desk/log-ind`. What was typed as a name stays; a password never does. `origin`: where passkeys work.
pub fn sign_in_page(
    meta: PageMeta,
    login: &str,
    kept: &Kept,
    problem: Option<FieldError>,
    note: Option<SignInNote>,
    origin: Option<&str>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let note = note.map(|note| match note {
        SignInNote::Ended => text::ENDED,
        SignInNote::NoCookie => text::NO_COOKIE,
        SignInNote::Kept => text::KEPT,
    });
    let fields = [("TO", &kept.to), ("KEPT", &kept.fields), ("OWNER", &kept.owner)];
    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, value.clone()))
        .collect();
    let passkey = origin.map(|origin| {
        let (action, from) = (meta.to("/desk/log-ind"), meta.to("/desk/log-ind/noegle"));
        show_passkey_button(action, from, origin, fields.clone(), lang)
    });
    let content = view! {
        <h1>{text::SIGN_IN.get(lang)}</h1>
        {show_done(note, lang)}
        {passkey}
        <form method="post" action=meta.to("/desk/log-ind")>
            <Hidden fields=fields/>
            {show_login_field(login, problem.as_ref(), lang)}
            <Field name="PASSWORD" label=text::PASSWORD.get(lang) kind="password" value="" lang=lang autocomplete="current-password" spellcheck="false"/>
            {show_digits_field(problem.as_ref(), lang)}
            {show_submit(text::SIGN_IN, lang)}
        </form>
        <p><a href=meta.to("/desk/velkommen")>{text::FIRST_TIME.get(lang)}</a></p>
        <p class="hint">{text::FORGOTTEN.get(lang)}</p>
    };
    open_page(meta, problem.into_iter().collect(), content.into_any())
}

/// What an invited member of staff has written.
#[derive(Clone, Default)]
pub struct WelcomeForm {
    pub login: String,
    pub invitation: String,
    /// The field a problem leads to.
    pub problem: Option<(&'static str, String)>,
}

/// `/desk/velkommen`.
pub fn welcome_page(meta: PageMeta, form: &WelcomeForm) -> impl IntoView + use<> {
    let lang = meta.lang;
    let problem = form.problem.clone().map(|(field, problem)| FieldError::new(field, problem));
    let error = |field| find_error(problem.as_ref(), field);
    let (invitation, invitation_error) = (form.invitation.clone(), error("INVITATION"));
    let (password_error, again_error) = (error("PASSWORD"), error("AGAIN"));
    let content = view! {
        <h1>{text::WELCOME.get(lang)}</h1>
        <p class="lead">{text::WELCOME_LEAD.get(lang)}</p>
        <form method="post" action=meta.to("/desk/velkommen")>
            {show_login_field(&form.login, problem.as_ref(), lang)}
            <Field name="INVITATION" label=text::INVITATION.get(lang) value=invitation lang=lang error=invitation_error autocomplete="off" spellcheck="false"/>
            <Field name="PASSWORD" label=text::NEW_PASSWORD.get(lang) hint=text::NEW_PASSWORD_HINT.get(lang) kind="password" value="" lang=lang error=password_error autocomplete="new-password" spellcheck="false"/>
            <Field name="AGAIN" label=text::AGAIN.get(lang) kind="password" value="" lang=lang error=again_error autocomplete="new-password" spellcheck="false"/>
            {show_submit(text::SET_UP, lang)}
        </form>
    };
    open_page(meta, problem.into_iter().collect(), content.into_any())
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
pub fn set_up_page(meta: PageMeta, set_up: &SetUp<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let problem = set_up.problem.map(|problem| FieldError::of("DIGITS", problem, lang));
    let fields = vec![("LOGIN", set_up.login.to_owned()), ("INVITATION", set_up.invitation.to_owned())];
    let content = view! {
        <h1>{text::SET_UP.get(lang)}</h1>
        <p class="lead">{text::SET_UP_LEAD.get(lang)}</p>
        {draw_code(set_up.address)}
        <p><strong>{text::KEY.get(lang)}": "</strong><span class="key">{set_up.typed.to_owned()}</span></p>
        <form method="post" action=meta.to("/desk/velkommen")>
            <Hidden fields=fields/>
            {show_digits_field(problem.as_ref(), lang)}
            {show_submit(text::DONE, lang)}
        </form>
    };
    open_page(meta, problem.into_iter().collect(), content.into_any())
}

fn find_error(problem: Option<&FieldError>, field: &str) -> Option<String> {
    FieldError::at(problem.map_or(&[], std::slice::from_ref), field)
}

fn show_login_field(login: &str, problem: Option<&FieldError>, lang: Lang) -> AnyView {
    let error = find_error(problem, "LOGIN");
    view! { <Field name="LOGIN" label=text::LOGIN.get(lang) value=login lang=lang error=error autocomplete="username" spellcheck="false"/> }
        .into_any()
}

fn show_digits_field(problem: Option<&FieldError>, lang: Lang) -> AnyView {
    let error = find_error(problem, "DIGITS");
    view! { <Field class="form-input digits" name="DIGITS" label=text::DIGITS.get(lang) lang=lang error=error inputmode="numeric" autocomplete="one-time-code" maxlength=12/> }
        .into_any()
}

/// A square to be scanned; empty where the text is too long for one, which can still be typed.
fn draw_code(text: &str) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|&(x, y)| code.get_module(x, y));
    let path = dark.fold(String::new(), |path, (x, y)| path + &format!("M{},{}h1v1h-1z", x + 4, y + 4));
    let view_box = format!("0 0 {0} {0}", size + 8);
    Some(
        view! {
            <svg class="scan" viewBox=view_box width="240" height="240" role="img" aria-label="QR">
                <rect width="100%" height="100%" fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        }
        .into_any(),
    )
}
