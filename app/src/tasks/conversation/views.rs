//! Writing to each other at an appointment, without a name.

use crate::{
    phrase::Phrase,
    tasks::conversation::text,
    ui::{
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        fields::{Hidden, TextArea},
        text as common,
    },
};
use chrono::{NaiveDate, NaiveTime};
use domain::{Lang, PiiKind};
use leptos::prelude::*;

/// Something that was written.
#[derive(Clone, PartialEq, Eq)]
pub struct Written {
    pub by_staff: bool,
    pub text: String,
}

/// Whether one can write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Open {
    /// From when.
    NotYet(String),
    Now,
    /// The time is up, but whoever is in the middle of a sentence may end it.
    Closing,
    Over,
}

/// What a conversation's page shows.
pub struct TalkPage<'a> {
    /// What lets into the conversation.
    pub pass: &'a str,
    /// The key of the form, in hexadecimal.
    pub key: &'a str,
    /// The day, and when it begins and ends.
    pub hours: (NaiveDate, NaiveTime, NaiveTime),
    pub said: &'a [Written],
    pub open: Open,
    /// What is shown, in short: with it the page asks for something new.
    pub seen: &'a str,
    /// Whether the counsellor has the page open.
    pub is_other_there: bool,
    /// What stands in the field.
    pub text: &'a str,
    pub problem: Option<Phrase>,
    /// What the message would give away.
    pub found: &'a [PiiKind],
    pub done: Option<Phrase>,
}

/// Where the newest message stands in the page.
pub const NEWEST: &str = "nyeste";

/// Messages as a log: who says what, in order.
#[must_use]
pub fn log(said: &[Written], side: Side, lang: Lang) -> AnyView {
    if said.is_empty() {
        return view! { <p class="hint no-talk">{text::NOTHING_YET.get(lang)}</p> }.into_any();
    }
    let messages = said
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let class = (one.by_staff != (side == Side::Citizen)).then_some("own");
            let who = who(one.by_staff, side).get(lang);
            // Who has sent something comes to the newest message, beside the field.
            let id = (place + 1 == said.len()).then_some(NEWEST);
            view! { <li class=class id=id><strong>{who}</strong><p dir="auto">{one.text.clone()}</p></li> }
        })
        .collect_view();
    view! { <ol class="talk" role="log" aria-label=text::TITLE.get(lang) tabindex="0">{messages}</ol> }
        .into_any()
}

/// Who reads a conversation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Citizen,
    /// Whose appointment it is.
    Counsellor,
    /// Somebody else of the staff: what staff wrote may be a colleague's.
    Colleague,
}

const fn who(by_staff: bool, side: Side) -> Phrase {
    match (by_staff, side) {
        (true, Side::Citizen | Side::Colleague) => text::COUNSELLOR,
        (false, Side::Counsellor | Side::Colleague) => text::CITIZEN,
        (true, Side::Counsellor) | (false, Side::Citizen) => text::YOU,
    }
}

/// What is told beside the messages: that the time is over, or that the other has the page open.
pub(crate) const fn describe_state(open: &Open, is_other_there: bool, own_side: bool) -> Option<Phrase> {
    match (open, is_other_there, own_side) {
        (Open::Closing, _, false) => Some(text::TIME_IS_UP),
        (Open::Closing, _, true) => Some(text::TIME_IS_UP_DESK),
        (Open::Over, _, false) => Some(text::IS_OVER),
        (Open::Over, _, true) => Some(text::IS_OVER_DESK),
        (Open::Now, true, false) => Some(text::COUNSELLOR_THERE),
        (Open::Now, true, true) => Some(text::CITIZEN_THERE),
        // Before its time nobody sees when the other looks.
        (Open::Now, false, _) | (Open::NotYet(_), ..) => None,
    }
}

/// How new messages come: without script by a press.
pub(crate) fn refresh_hints(lang: Lang) -> impl IntoView {
    view! {
        <p class="hint" data-by-hand="">{text::REFRESH_HINT.get(lang)}</p>
        <p class="hint" data-by-itself="" hidden>{text::BY_ITSELF.get(lang)}</p>
    }
}

/// `/{kommune}/skriv`.
pub fn talk_page(meta: PageMeta, page: &TalkPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let action = meta.in_municipality("skriv");
    let to_newest = format!("{action}#{NEWEST}");
    let pass = || vec![("PASS", page.pass.to_owned()), ("KEY", page.key.to_owned())];
    let held_back = (!page.found.is_empty()).then_some(text::NOT_SENT);
    let problems: Vec<_> =
        page.problem.or(held_back).map(|problem| FieldError::of("TEXT", problem, lang)).into_iter().collect();
    let said = log(page.said, Side::Citizen, lang);
    let (day, from, until) = page.hours;
    let (day, from, until) = (dates::date(day, lang), dates::time(from, lang), dates::time(until, lang));
    let hours = match page.open {
        Open::NotYet(_) => text::hours(Some(&day), &from, &until, lang),
        Open::Now => text::hours(None, &from, &until, lang),
        Open::Closing | Open::Over => text::hours_past(&day, &from, &until, lang),
    };
    let done = page.done.map(|done| {
        view! { <div class="alert alert-success" role="status"><div class="alert-body"><p>{done.get(lang)}</p></div></div> }
    });
    let found = (!page.found.is_empty()).then(|| found(&meta, page.found, lang));
    let mask = (!page.found.is_empty()).then(|| {
        view! { <button type="submit" class="button button-primary" name="DO" value="MASK">{text::MASK.get(lang)}</button> }
    });
    let (send_class, send) = if page.found.is_empty() {
        ("button button-primary", text::SEND)
    } else {
        ("button button-secondary", text::SEND_MENDED)
    };
    let state = describe_state(&page.open, page.is_other_there, false).map_or("", |state| state.get(lang));
    let (seen, from) = (page.seen.to_owned(), action.clone());
    let (typed, error) = (page.text.to_owned(), FieldError::at(&problems, "TEXT"));
    let below = match &page.open {
        Open::NotYet(when) => view! {
            <form method="post" action=to_newest autocomplete="off" data-follow=seen data-from=from>
                <Hidden fields=pass()/>
                <p class="lead">{text::from(when, lang)}</p>
                <button type="submit" class="button button-secondary" name="DO" value="READ" data-by-hand="">{text::READ_AGAIN.get(lang)}</button>
            </form>
        }
        .into_any(),
        Open::Over => view! { <p>{text::OVER_WHY.get(lang)}</p> }.into_any(),
        Open::Now | Open::Closing => view! {
            <form method="post" action=to_newest autocomplete="off" data-follow=seen data-from=from>
                <Hidden fields=pass()/>
                {found}
                <div><TextArea name="TEXT" label=text::MESSAGE.get(lang) typed=typed lang=lang error=error/></div>
                <div class="actions">
                    {mask}
                    <button type="submit" class=send_class name="DO" value="SEND">{send.get(lang)}</button>
                    <button type="submit" class="button button-secondary" name="DO" value="READ" data-by-hand="">{text::REFRESH.get(lang)}</button>
                </div>
                {refresh_hints(lang)}
            </form>
        }
        .into_any(),
    };
    let delete = (!page.said.is_empty()).then(|| {
        view! {
            <form method="post" action=action>
                <Hidden fields=pass()/>
                <p>{text::DELETED_WHEN.get(lang)}</p>
                <button type="submit" class="link" name="DO" value="DELETE">{text::DELETE.get(lang)}</button>
            </form>
        }
    });
    let about = view! {
        <p class="danger">{common::DANGER.get(lang)}" "<a href="tel:112">"112"</a>"."</p>
        <p>{text::LEAD.get(lang)}</p>
    };
    // Once they talk, the talk is what one comes for.
    let about = if page.said.is_empty() {
        about.into_any()
    } else {
        view! { <details class="details"><summary>{text::ABOUT.get(lang)}</summary>{about}</details> }
            .into_any()
    };
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.to("/kode")>{text::BACK.get(lang)}</a></p>
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <p>{hours}</p>
                {about}
                {done}
                {said}
                <p class="hint" id="talk-state" role="status">{state}</p>
                {below}
                {delete}
            </div>
        </Document>
    }
}

/// How to say who one is: by a call, where the centre takes such.
fn way_by_name(meta: &PageMeta) -> AnyView {
    let lang = meta.lang;
    if meta.acts.callback {
        let title = crate::tasks::callback::text::TITLE.get(lang);
        return view! { <p>{text::CONFIDENTIAL.get(lang)}" "<a href=meta.in_municipality("ring-mig-op")>{title}</a></p> }
            .into_any();
    }
    let title = crate::ui::text::CONTACT.get(lang);
    view! { <p>{text::BY_NAME.get(lang)}" "<a href=meta.in_municipality("kontakt")>{title}</a></p> }
        .into_any()
}

/// What the message would give away, and what one can do.
fn found(meta: &PageMeta, found: &[PiiKind], lang: Lang) -> AnyView {
    view! {
        <div class="notice" role="alert">
            <h2>{text::FOUND_TITLE.get(lang)}</h2>
            <p>{text::found(found, lang)}</p>
            <p>{text::MASK_HINT.get(lang)}" "{text::NAMES_UNSEEN.get(lang)}</p>
            {way_by_name(meta)}
        </div>
    }
    .into_any()
}
