//! Writing to a citizen.

use super::{AtDesk, Notices, desk_page, hidden};
use crate::{
    layout::Frame,
    pages::talk::{Open, Written, field, log},
    text::{Phrase, desk as text, talk},
};
use leptos::prelude::*;
use maud::html;

/// `/desk/samtale/{id}`.
pub fn desk_talk_page(
    frame: Frame,
    at: &AtDesk<'_>,
    pseudonym: &str,
    said: &[Written],
    open: &Open,
    (typed, problem): (&str, Option<Phrase>),
    key: &str,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (pseudonym) }
        (log(said, true, lang))
        @match open {
            Open::NotYet(when) => p { (talk::from_desk(when, lang)) },
            Open::Over => p { (talk::OVER.get(lang)) },
            Open::Now => form method="post" action=(frame.to(&frame.path)) autocomplete="off" {
                (hidden("KEY", key))
                (field(text::MESSAGE, typed, problem, lang))
                div.actions {
                    button.button.button-primary type="submit" name="DO" value="SEND" { (talk::SEND.get(lang)) }
                    button.button.button-secondary type="submit" name="DO" value="READ" { (talk::REFRESH.get(lang)) }
                }
                p.hint { (talk::REFRESH_HINT.get(lang)) }
            },
        }
    };
    let problems =
        problem.map(|problem| ("TEXT".to_owned(), problem.get(lang).to_owned())).into_iter().collect();
    desk_page(frame, at, Notices { problems, done: None }, &content)
}
