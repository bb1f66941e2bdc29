//! Writing to a citizen.

use crate::{
    phrase::Phrase,
    tasks::{
        conversation::{
            text as talk,
            views::{Open, Written, log},
        },
        desk::{
            text,
            views::{AtDesk, Notices, desk_page},
        },
    },
    ui::{
        document::PageMeta,
        error_summary::FieldError,
        fields::{Hidden, TextArea},
    },
};
use leptos::prelude::*;

/// `/desk/samtale/{id}`.
pub fn desk_talk_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    pseudonym: &str,
    said: &[Written],
    open: &Open,
    (typed, problem): (&str, Option<Phrase>),
    key: &str,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let problems: Vec<_> = problem.map(|problem| FieldError::of("TEXT", problem, lang)).into_iter().collect();
    let below = match open {
        Open::NotYet(when) => view! { <p>{talk::from_desk(when, lang)}</p> }.into_any(),
        Open::Over => view! { <p>{talk::OVER.get(lang)}</p> }.into_any(),
        Open::Now | Open::Closing => {
            let error = FieldError::at(&problems, "TEXT");
            view! {
                <form method="post" action=meta.to(&meta.path) autocomplete="off">
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
    desk_page(meta, at, Notices { problems, done: None }, content.into_any())
}
