//! Writing to a citizen.

use crate::{
    phrase::Phrase,
    tasks::{
        conversation::{
            text as talk,
            views::{Open, Side, Written, describe_state, log, refresh_hints},
        },
        desk::{
            agenda::{
                needs::{Needs, show_needs},
                text as agenda_text,
                views::Entry,
            },
            shell::{AtDesk, desk_page},
            text,
            views::Notices,
        },
    },
    ui::{
        dates,
        document::PageMeta,
        error_summary::FieldError,
        fields::{Hidden, TextArea},
    },
};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What the page shows.
pub struct DeskTalkPage<'a> {
    /// The appointment's name, in hexadecimal.
    pub id: &'a str,
    /// What else lies on its day with whoever takes it.
    pub day: &'a [Entry],
    pub today: NaiveDate,
    pub needs: &'a Needs<'a>,
    pub pseudonym: &'a str,
    /// When it is.
    pub hours: &'a str,
    /// Whether it is one's own, or a colleague's.
    pub side: Side,
    /// Whose it is, where it is a colleague's.
    pub counsellor: Option<&'a str>,
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
    let whose = page.counsellor.map(|name| format!(" · {} {name}", agenda_text::WITH.get(lang)));
    let hours = page.hours.to_owned();
    let to_card = meta.to(&format!("/desk/aftale/{}", page.id));
    let content = view! {
        <div class="beside">
            <div class="main-column">
                <h1>{page.pseudonym.to_owned()}</h1>
                <p class="hint">{hours}{whose}</p>
                {log(page.said, page.side, lang)}
                <p class="hint" id="talk-state" role="status">{state}</p>
                {below}
                <details>
                    <summary>{text::WHAT_CITIZEN_SEES.get(lang)}</summary>
                    <p>{text::CITIZEN_SEES.get(lang)}</p>
                </details>
            </div>
            <div class="side-column">
                <p class="actions"><a class="button button-secondary" href=to_card>{text::TO_APPOINTMENT.get(lang)}</a></p>
                {show_own_day(&meta, page.day, page.id)}
                <div data-live="needs">{show_needs(&meta, page.needs, page.today)}</div>
            </div>
        </div>
    };
    desk_page(meta, at, Notices { problems, done: None }, content.into_any())
}

/// The day of whose appointment it is, in lines.
fn show_own_day(meta: &PageMeta, day: &[Entry], id: &str) -> Option<AnyView> {
    let lang = meta.lang;
    let lines = day
        .iter()
        .map(|one| {
            let current = (one.id == id).then_some("true");
            let to = meta.to(&format!("/desk/aftale/{}", one.id));
            let said = format!("{} {}", dates::time(one.begins.time(), lang), one.pseudonym);
            let kind = agenda_text::kind_in_short(one.kind).get(lang);
            view! { <li><a href=to aria-current=current>{said}</a><span class="hint">{kind}</span></li> }
        })
        .collect_view();
    (!day.is_empty()).then(|| {
        view! { <section class="panel" data-live="day"><h2>{text::THAT_DAY.get(lang)}</h2><ul class="lines">{lines}</ul></section> }
            .into_any()
    })
}
