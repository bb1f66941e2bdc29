//! After signing in: what was to be sent before, told, and sent by one press.

use crate::{
    phrase::Phrase,
    tasks::{
        conversation::text as talk_text,
        desk::{
            agenda::text as agenda_text,
            calls::text as calls_text,
            shell::{AtDesk, desk_page},
            staff::text as staff_text,
            text,
            views::{Notices, show_submit},
        },
    },
    ui::{document::PageMeta, fields::Hidden},
};
use leptos::prelude::*;

/// What somebody was sending when their session had ended.
pub struct Draft<'a> {
    /// Where it goes, without the language.
    pub to: &'a str,
    /// The room that is.
    pub room: Option<Phrase>,
    /// Whose appointment it is about.
    pub whom: Option<String>,
    pub fields: Vec<(String, String)>,
}

/// Fields that nobody has typed, or that are not shown again.
const UNSEEN: [&str; 14] = [
    "ACT",
    "BEFORE",
    "CREDENTIAL",
    "DAY",
    "DIGITS",
    "DO",
    "ID",
    "KEY",
    "MARK",
    "PASS",
    "SEALED",
    "SEEN",
    "SURE",
    "TO",
];

/// What a button asks for, by its name.
fn describe_act(act: &str) -> Option<Phrase> {
    Some(match act {
        "CALL_OFF" => agenda_text::CALL_OFF,
        "CALLED" => calls_text::CALLED,
        "CLAIM" => calls_text::CLAIM,
        "CONFIRM" => agenda_text::CONFIRM,
        "EXTEND" => agenda_text::EXTEND,
        "GIVE_BACK" => calls_text::GIVE_BACK,
        "HAND_OVER" => agenda_text::HAND_OVER,
        "INVITE" => staff_text::INVITE,
        "REMOVE" => staff_text::REMOVE,
        "RENEW" => staff_text::RENEW,
        "SEND" => talk_text::SEND,
        "SHUT_OUT" => staff_text::SHUT_OUT,
        "TRIED" => calls_text::TRIED,
        _ => return None,
    })
}

/// A browser cannot be led to send it by itself: it is looked at, and sent by one press.
pub fn kept_page(meta: PageMeta, at: &AtDesk<'_>, draft: Draft<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let act = draft.fields.iter().find(|(name, _)| name == "ACT" || name == "DO");
    let act = act.and_then(|(_, act)| describe_act(act));
    let what = [draft.room, act].into_iter().flatten().map(|one| one.get(lang).to_owned()).chain(draft.whom);
    let what = what.collect::<Vec<_>>().join(" · ");
    let typed =
        draft.fields.iter().filter(|(name, value)| !value.is_empty() && !UNSEEN.contains(&name.as_str()));
    let typed: Vec<_> = typed.map(|(_, value)| view! { <p dir="auto">{value.clone()}</p> }).collect();
    let typed = (!typed.is_empty()).then(|| view! { <blockquote class="panel">{typed}</blockquote> });
    let content = view! {
        <h1>{text::KEPT_TITLE.get(lang)}</h1>
        <p class="lead">{what}</p>
        {typed}
        <form method="post" action=meta.to(draft.to)>
            <Hidden fields=draft.fields/>
            {show_submit(act.unwrap_or(text::KEPT_SEND), lang)}
        </form>
        <p><a href=meta.to("/desk")>{text::KEPT_DROP.get(lang)}</a></p>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}
