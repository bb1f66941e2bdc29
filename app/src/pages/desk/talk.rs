//! Writing to a citizen.

use super::{AtDesk, Notices, desk_page};
use crate::{
    layout::{FieldError, Frame, Hidden, TextArea},
    pages::talk::{Open, Written, log},
    text::{Phrase, desk as text, talk},
};
use leptos::prelude::*;

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
    let problems: Vec<_> = problem.map(|problem| FieldError::of("TEXT", problem, lang)).into_iter().collect();
    let below = match open {
        Open::NotYet(when) => view! { <p>{talk::from_desk(when, lang)}</p> }.into_any(),
        Open::Over => view! { <p>{talk::OVER.get(lang)}</p> }.into_any(),
        Open::Now => {
            let error = FieldError::at(&problems, "TEXT");
            view! {
                <form method="post" action=frame.to(&frame.path) autocomplete="off">
                    <Hidden fields=vec![("KEY", key.to_owned())]/>
                    <TextArea name="TEXT" label=text::MESSAGE.get(lang) typed=typed.to_owned() lang=lang error=error/>
                    <div class="actions">
                        <button class="button button-primary" type="submit" name="DO" value="SEND">{talk::SEND.get(lang)}</button>
                        <button class="button button-secondary" type="submit" name="DO" value="READ">{talk::REFRESH.get(lang)}</button>
                    </div>
                    <p class="hint">{talk::REFRESH_HINT.get(lang)}</p>
                </form>
            }
            .into_any()
        }
    };
    let content = view! {
        <h1>{pseudonym.to_owned()}</h1>
        {log(said, true, lang)}
        {below}
    };
    desk_page(frame, at, Notices { problems, done: None }, content.into_any())
}
