//! The document around a page of the desk: a bar with the desk's rooms, and nothing of what citizens meet.

use crate::{
    phrase::Phrase,
    tasks::desk::{
        text,
        views::{Notices, show_done},
    },
    ui::{
        choices::Checkbox,
        document::{PageMeta, Switch, show_head},
        error_summary::{ErrorSummary, FieldError},
        text as common,
    },
};
use domain::{Lang, Role};
use leptos::prelude::*;

/// A room of the desk that whoever is signed in may enter.
pub struct Tab {
    pub path: &'static str,
    pub title: Phrase,
    /// What waits there.
    pub count: u64,
    /// Whether the page is one of this room.
    pub is_current: bool,
}

/// Who is at the desk.
#[derive(Clone, Copy)]
pub struct AtDesk<'a> {
    pub name: &'a str,
    pub role: Role,
    /// In the order of the bar.
    pub tabs: &'a [Tab],
}

/// A page of the desk.
pub(crate) fn desk_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    content: AnyView,
) -> impl IntoView + use<> {
    let (tabs, who) = (show_tabs(&meta, at), show_who(&meta, at));
    let done = show_done(notices.done, meta.lang);
    show_document(meta, Some((tabs, who)), notices.problems, view! { {done}{content} }.into_any())
}

/// A page that nobody needs to be signed in for.
pub(crate) fn open_page(
    meta: PageMeta,
    problems: Vec<FieldError>,
    content: AnyView,
) -> impl IntoView + use<> {
    show_document(meta, None, problems, content)
}

fn show_document(
    meta: PageMeta,
    bar: Option<(AnyView, AnyView)>,
    problems: Vec<FieldError>,
    content: AnyView,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let is_signed_in = bar.is_some();
    let (tabs, who) = bar.unzip();
    let session = is_signed_in.then(|| show_session(&meta));
    let keys = is_signed_in.then(|| show_keys(lang));
    let place = meta.standard.as_ref().map_or(common::SITE, |standard| standard.name.get(lang)).to_owned();
    let demo = meta.demo.then(|| view! { <p class="demo">{common::DEMO.get(lang)}</p> });
    let head = show_head(&meta);
    let home = meta.to("/desk");
    view! {
        <!DOCTYPE html>
        <html lang=lang.tag()>
            {head}
            <body class="desk">
                <header>
                    <div class="desk-bar">
                        <a class="skipnav" href="#main-content">{common::SKIP_TO_CONTENT.get(lang)}</a>
                        <a class="desk-home" href=home>{place}" · "{text::STAFF_SIDE.get(lang)}</a>
                        {tabs}
                        <div class="desk-who">{who}<Switch meta=meta/></div>
                    </div>
                    {demo}
                    {session}
                </header>
                <main id="main-content" tabindex="-1">
                    <ErrorSummary problems=problems lang=lang/>
                    {content}
                </main>
                {keys}
            </body>
        </html>
    }
}

fn show_tabs(meta: &PageMeta, at: &AtDesk<'_>) -> AnyView {
    let lang = meta.lang;
    let tabs = at
        .tabs
        .iter()
        .map(|tab| {
            let current = tab.is_current.then_some(if meta.path == tab.path { "page" } else { "true" });
            let count = (tab.count > 0).then(|| {
                view! { " "<span class="badge">{tab.count}<span class="sr-only">" "{text::WAITS.get(lang)}</span></span> }
            });
            let key = key_of(tab.path);
            view! { <li><a href=meta.to(tab.path) aria-current=current aria-keyshortcuts=key>{tab.title.get(lang)}{count}</a></li> }
        })
        .collect_view();
    view! { <nav class="desk-tabs" aria-label=text::TITLE.get(lang)><ul data-live="tabs">{tabs}</ul></nav> }
        .into_any()
}

/// The key that leads to a room where there is script.
fn key_of(path: &str) -> Option<&'static str> {
    match path {
        "/desk" => Some("i"),
        "/desk/opkald" => Some("o"),
        "/desk/aftal" => Some("b"),
        _ => None,
    }
}

/// A word before the session ends, said by script; and that the page has changed.
fn show_session(meta: &PageMeta) -> AnyView {
    let lang = meta.lang;
    view! {
        <p class="sr-only" role="status" id="desk-state" data-changed=text::CHANGED.get(lang)></p>
        <div class="session-bar" id="session" hidden data-from=meta.to("/desk/session") data-soon=text::ENDS_SOON.get(lang) data-ended=text::HAS_ENDED.get(lang)>
            <p role="status"></p>
            <button class="button button-secondary" type="button">{text::STAY.get(lang)}</button>
        </div>
    }
    .into_any()
}

/// The keys, shown by "?". Without script there are none.
fn show_keys(lang: Lang) -> AnyView {
    let keys = text::KEYS
        .iter()
        .map(|(key, what)| view! { <div><dt><span class="key-cap">{*key}</span></dt><dd>{what.get(lang)}</dd></div> })
        .collect_view();
    view! {
        <footer class="desk-foot">
            <button class="link" type="button" hidden aria-keyshortcuts="?">{text::KEYS_TITLE.get(lang)}</button>
        </footer>
        <dialog id="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{text::KEYS_TITLE.get(lang)}</h2>
            <dl>{keys}</dl>
            <form method="dialog">
                <Checkbox id="keys-on" name="KEYS" label=text::KEYS_ON.get(lang) checked=true/>
                <button class="button button-primary" type="submit">{text::CLOSE.get(lang)}</button>
            </form>
        </dialog>
    }
    .into_any()
}

fn show_who(meta: &PageMeta, at: &AtDesk<'_>) -> AnyView {
    let lang = meta.lang;
    view! {
        <form method="post" action=meta.to("/desk/log-ud")>
            <a href=meta.to("/desk/adgang")>{at.name.to_owned()}" · "{text::role(at.role).get(lang)}</a>
            <button class="link" type="submit">{text::SIGN_OUT.get(lang)}</button>
        </form>
    }
    .into_any()
}
