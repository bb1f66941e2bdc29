//! One's own way in.

use super::text;
use crate::{
    tasks::desk::{
        shell::{AtDesk, desk_page},
        text as desk_text,
        views::{Notices, show_act, show_named_act},
    },
    ui::{
        dates,
        document::PageMeta,
        fields::{Field, Hidden},
    },
};
use chrono::NaiveDate;
use domain::Lang;
use leptos::prelude::*;

/// A passkey of whoever is signed in.
pub struct PasskeyRow {
    /// Its id in hexadecimal.
    pub id: String,
    pub name: String,
    pub added_on: NaiveDate,
}

/// What the page shows.
pub struct AccountPage<'a> {
    pub passkeys: &'a [PasskeyRow],
    /// Whether passkeys can be used here.
    pub is_set_up: bool,
    /// The name of a new passkey, as it was typed.
    pub name: &'a str,
}

/// `/desk/adgang`.
pub fn account_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &AccountPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (why, new) = if page.is_set_up {
        (text::KEYS_WHY, Some(show_new(&meta, &notices, page.name)))
    } else {
        (text::NOT_SET_UP, None)
    };
    let content = view! {
        <h1>{text::TITLE.get(lang)}</h1>
        <h2>{text::KEYS.get(lang)}</h2>
        <p class="hint">{why.get(lang)}</p>
        {show_passkeys(&meta, page.passkeys)}
        {new}
        <h2>{text::DEVICES.get(lang)}</h2>
        <p class="hint">{text::DEVICES_WHY.get(lang)}</p>
        <form method="post" action=meta.to("/desk/adgang")>
            {show_act("END_SESSIONS", text::END_SESSIONS, "button button-secondary", lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_passkeys(meta: &PageMeta, passkeys: &[PasskeyRow]) -> AnyView {
    let lang = meta.lang;
    if passkeys.is_empty() {
        return view! { <p>{text::NONE.get(lang)}</p> }.into_any();
    }
    let rows = passkeys.iter().map(|passkey| show_passkey(meta, passkey)).collect_view();
    view! {
        <table>
            <caption class="sr-only">{text::KEYS.get(lang)}</caption>
            <thead><tr>
                <th scope="col">{text::NAME.get(lang)}</th>
                <th scope="col">{text::ADDED.get(lang)}</th>
                <th scope="col">{text::ACTS.get(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn show_passkey(meta: &PageMeta, passkey: &PasskeyRow) -> AnyView {
    let lang = meta.lang;
    view! {
        <tr>
            <th scope="row">{passkey.name.clone()}</th>
            <td>{dates::date(passkey.added_on, lang)}</td>
            <td>
                <form method="post" action=meta.to("/desk/adgang")>
                    <Hidden fields=vec![("ID", passkey.id.clone())]/>
                    {show_named_act("REMOVE", text::REMOVE, &passkey.name, lang)}
                </form>
            </td>
        </tr>
    }
    .into_any()
}

fn show_new(meta: &PageMeta, notices: &Notices, name: &str) -> AnyView {
    let lang = meta.lang;
    let (name_error, digits_error) = (notices.at("NAME"), notices.at("DIGITS"));
    view! {
        <h3>{text::NEW.get(lang)}</h3>
        <form method="post" action=meta.to("/desk/adgang")>
            <Field name="NAME" label=text::NEW_NAME.get(lang) hint=text::NEW_NAME_HINT.get(lang) value=name lang=lang error=name_error autocomplete="off" maxlength=40/>
            <Field class="form-input digits" name="DIGITS" label=desk_text::DIGITS.get(lang) hint=text::NEW_DIGITS_HINT.get(lang) lang=lang error=digits_error inputmode="numeric" autocomplete="one-time-code" maxlength=12/>
            <div class="actions">{show_act("START", text::NEXT, "button button-primary", lang)}</div>
        </form>
    }
    .into_any()
}

/// What a browser is asked for.
pub struct Ceremony<'a> {
    /// For its own dialog, in JSON.
    pub options: &'a str,
    pub sealed: &'a str,
    /// The address at which it works.
    pub origin: &'a str,
}

/// The second step of `/desk/adgang`: the browser makes the key.
pub fn make_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    ceremony: &Ceremony<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let fields = vec![
        ("ACT", "ADD".to_owned()),
        ("SEALED", ceremony.sealed.to_owned()),
        ("CREDENTIAL", String::new()),
    ];
    let (options, origin) = (ceremony.options.to_owned(), ceremony.origin.to_owned());
    let content = view! {
        <h1>{text::MAKE.get(lang)}</h1>
        <p id="no-passkey">{text::CANNOT.get(lang)}</p>
        <form method="post" action=meta.to("/desk/adgang") hidden data-passkey="create" data-options=options data-origin=origin data-failed=text::MAKE_FAILED.get(lang)>
            <p class="lead">{text::MAKE_LEAD.get(lang)}</p>
            <Hidden fields=fields/>
            <p class="form-error-message" role="alert"></p>
            <div class="actions"><button class="button button-primary" type="submit">{text::MAKE_NOW.get(lang)}</button></div>
        </form>
        <p><a href=meta.to("/desk/adgang")>{text::BACK.get(lang)}</a></p>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The button of the page to sign in; shown by script, where the browser can.
pub(crate) fn show_passkey_button(
    action: String,
    from: String,
    origin: &str,
    mut fields: Vec<(&'static str, String)>,
    lang: Lang,
) -> AnyView {
    fields.extend([("SEALED", String::new()), ("CREDENTIAL", String::new())]);
    view! {
        <form method="post" action=action hidden data-passkey="get" data-from=from data-origin=origin.to_owned() data-failed=text::SIGN_IN_FAILED.get(lang)>
            <Hidden fields=fields/>
            <p class="form-error-message" role="alert"></p>
            <div class="actions"><button class="button button-secondary" type="submit">{text::SIGN_IN.get(lang)}</button></div>
        </form>
    }
    .into_any()
}
