//! Writing to a citizen.

use crate::{
    phrase::Phrase,
    tasks::{
        conversation::{
            text as talk,
            views::{Open, Written, describe_state, log, refresh_hints},
        },
        desk::{
            shell::{AtDesk, desk_page},
            text,
            views::Notices,
        },
    },
    ui::{
        document::PageMeta,
        error_summary::FieldError,
        fields::{Hidden, TextArea},
    },
};
use leptos::prelude::*;

/// What the page shows.
pub struct DeskTalkPage<'a> {
    pub pseudonym: &'a str,
    pub said: &'a [Written],
    pub open: Open,
    /// What is shown, in short: with it the page asks for something new.
    pub seen: &'a str,
    /// Whether the citizen has the page open.
    pub is_other_there: bool,
    /// What stands in the field.
    pub typed: &'a str,
    pub problem: Option<Phrase>,
    /// The key of the form, in hexadecimal.
    pub key: &'a str,
}

/// `/desk/samtale/{id}`.
pub fn desk_talk_page(meta: PageMeta, at: &AtDesk<'_>, page: &DeskTalkPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    // The page that a question brings is the same.
    let path = meta.path.trim_end_matches("/nyt");
    let (action, from) = (meta.to(path), meta.to(&format!("{path}/nyt")));
    let (seen, typed) = (page.seen.to_owned(), page.typed.to_owned());
    let state = describe_state(&page.open, page.is_other_there, true).map_or("", |state| state.get(lang));
    let problems: Vec<_> =
        page.problem.map(|problem| FieldError::of("TEXT", problem, lang)).into_iter().collect();
    let below = match &page.open {
        Open::NotYet(when) => view! {
            <form method="post" action=action autocomplete="off" data-follow=seen data-from=from>
                <p>{talk::from_desk(when, lang)}</p>
                <button class="button button-secondary" type="submit" name="DO" value="READ" data-by-hand="">{talk::READ_AGAIN.get(lang)}</button>
            </form>
        }
        .into_any(),
        Open::Over => ().into_any(),
        Open::Now | Open::Closing => {
            let error = FieldError::at(&problems, "TEXT");
            view! {
                <form method="post" action=action autocomplete="off" data-follow=seen data-from=from>
                    <Hidden fields=vec![("KEY", page.key.to_owned())]/>
                    <TextArea name="TEXT" label=text::MESSAGE.get(lang) typed=typed lang=lang error=error/>
                    <div class="actions">
                        <button class="button button-primary" type="submit" name="DO" value="SEND">{talk::SEND.get(lang)}</button>
                        <button class="button button-secondary" type="submit" name="DO" value="READ" data-by-hand="">{talk::REFRESH.get(lang)}</button>
                    </div>
                    {refresh_hints(lang)}
                </form>
            }
            .into_any()
        }
    };
    let content = view! {
        <h1>{page.pseudonym.to_owned()}</h1>
        {log(page.said, true, lang)}
        <p class="hint" id="talk-state" role="status">{state}</p>
        {below}
    };
    desk_page(meta, at, Notices { problems, done: None }, content.into_any())
}
