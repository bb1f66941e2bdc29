//! Who wants to be called.

use crate::{
    tasks::desk::{
        agenda::views::show_language,
        text,
        views::{AtDesk, Notices, desk_page, show_act},
    },
    ui::{dates, document::PageMeta, fields::Hidden},
};
use chrono::NaiveDate;
use domain::{Lang, Role, Window};
use leptos::prelude::*;

/// A call in the queue.
pub struct Queued {
    /// Its name, in hexadecimal.
    pub id: String,
    pub window: Window,
    pub contact_on: Option<NaiveDate>,
    pub tries: u16,
    /// The language it was asked for in.
    pub lang: Lang,
    /// Who has taken it.
    pub taken_by: Option<String>,
    /// Whether it is who asks.
    pub own: bool,
    /// Number, name, and whether a message may be left: for who has taken it.
    pub who: Option<(String, String, bool)>,
}

/// `/desk/opkald`.
pub fn calls_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    calls: &[Queued],
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let queue = if calls.is_empty() {
        view! { <p>{text::NO_CALLS.get(lang)}</p> }.into_any()
    } else {
        let calls = calls.iter().map(|call| show_call(&meta, call, at.role, lang)).collect_view();
        view! { <ul class="entries">{calls}</ul> }.into_any()
    };
    let content = view! {
        <h1>{text::CALLS.get(lang)}</h1>
        <p>{text::CALLS_LEAD.get(lang)}</p>
        {queue}
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_call(meta: &PageMeta, call: &Queued, role: Role, lang: Lang) -> AnyView {
    let Window { day, from, to } = call.window;
    let when =
        format!("{}, {}-{}", dates::long_date(day, lang), dates::time(from, lang), dates::time(to, lang));
    let contact =
        call.contact_on.map(|day| view! { <p>{text::contact(&dates::date(day, lang), None, lang)}</p> });
    let taken_by = call.taken_by.clone().filter(|_| !call.own);
    let taken_by = taken_by.map(|name| view! { <p>{text::TAKEN_BY.get(lang)}" "{name}</p> });
    view! {
        <li class="entry">
            <p class="entry-when"><strong>{when}</strong>" · "{text::tries(call.tries, lang)}{show_language(call.lang, lang)}</p>
            {contact}
            {show_caller(call, lang)}
            {taken_by}
            {show_actions(meta, call, role, lang)}
        </li>
    }
    .into_any()
}

/// A number as it is read aloud: a Danish one in pairs behind the country's code, any other as it is.
fn group_digits(phone: &str) -> String {
    let Some(digits) = phone.strip_prefix("+45").filter(|digits| digits.len() == 8) else {
        return phone.to_owned();
    };
    let pairs = [0, 2, 4, 6].map(|from| &digits[from..from + 2]);
    format!("+45 {}", pairs.join(" "))
}

/// Number, name, and whether a message may be left.
fn show_caller(call: &Queued, lang: Lang) -> Option<AnyView> {
    let (phone, name, message) = call.who.clone()?;
    let name = if name.is_empty() { text::NO_NAME.get(lang).to_owned() } else { name };
    let message = if message { text::MESSAGE_YES } else { text::MESSAGE_NO }.get(lang);
    Some(
        view! {
            <p>
                <a class="phone" href=format!("tel:{phone}")>{group_digits(&phone)}</a><br/>
                {name}<br/>
                {message}
            </p>
        }
        .into_any(),
    )
}

/// What one can do with a call.
fn show_actions(meta: &PageMeta, call: &Queued, role: Role, lang: Lang) -> AnyView {
    let fields = vec![("ID", call.id.clone()), ("BEFORE", call.tries.to_string())];
    let (primary, secondary) = ("button button-primary", "button button-secondary");
    let ways = if call.own {
        view! {
            {show_act("TRIED", text::TRIED, secondary, lang)}
            {show_act("GIVE_BACK", text::GIVE_BACK, secondary, lang)}
            <details>
                <summary>{text::CALLED.get(lang)}</summary>
                <p>{text::CALLED_SURE.get(lang)}</p>
                {show_act("CALLED", text::CALLED_YES, primary, lang)}
            </details>
        }
        .into_any()
    } else if call.taken_by.is_none() {
        show_act("CLAIM", text::CLAIM, primary, lang)
    } else if role == Role::Lead {
        show_act("GIVE_BACK", text::GIVE_BACK_OTHERS, secondary, lang)
    } else {
        ().into_any()
    };
    view! {
        <form class="actions" method="post" action=meta.to("/desk/opkald")>
            <Hidden fields=fields/>
            {ways}
        </form>
    }
    .into_any()
}
