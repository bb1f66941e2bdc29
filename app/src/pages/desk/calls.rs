//! Who wants to be called.

use super::{AtDesk, Notices, desk_page, hidden};
use crate::{
    layout::Frame,
    text::{dates, desk as text},
};
use chrono::NaiveDate;
use domain::{Lang, Role, Window};
use leptos::prelude::*;
use maud::{Markup, html};

/// A call in the queue.
pub struct Queued {
    /// Its name, in hexadecimal.
    pub id: String,
    pub window: Window,
    pub contact_on: Option<NaiveDate>,
    pub tries: u16,
    /// Who has taken it.
    pub taken_by: Option<String>,
    /// Whether it is who asks.
    pub own: bool,
    /// Number, name, and whether a message may be left: for who has taken it.
    pub who: Option<(String, String, bool)>,
}

/// `/desk/opkald`.
pub fn calls_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    calls: &[Queued],
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::CALLS.get(lang)) }
        p { (text::CALLS_LEAD.get(lang)) }
        @if calls.is_empty() { p { (text::NO_CALLS.get(lang)) } }
        @else { ul.entries { @for call in calls { (one(&frame, call, at.role, lang)) } } }
    };
    desk_page(frame, at, notices, &content)
}

fn one(frame: &Frame, call: &Queued, role: Role, lang: Lang) -> Markup {
    let Window { day, from, to } = call.window;
    let button = |act: &str, label: &str, class: &str| {
        html! { button class=(class) type="submit" name="ACT" value=(act) { (label) } }
    };
    html! {
        li.entry {
            p.entry-when {
                strong { (dates::long_date(day, lang)) ", " (dates::time(from, lang)) "-" (dates::time(to, lang)) }
                " · " (text::tries(call.tries, lang))
            }
            @if let Some(day) = call.contact_on { p { (text::contact(&dates::date(day, lang), None, lang)) } }
            @if let Some((phone, name, message)) = &call.who {
                p {
                    a.phone href=(format!("tel:{phone}")) { (phone) } br;
                    @if name.is_empty() { (text::NO_NAME.get(lang)) } @else { (name) }
                    br; (if *message { text::MESSAGE_YES } else { text::MESSAGE_NO }.get(lang))
                }
            }
            @if let (Some(name), false) = (&call.taken_by, call.own) { p { (text::TAKEN_BY.get(lang)) " " (name) } }
            form.actions method="post" action=(frame.to("/desk/opkald")) {
                (hidden("ID", &call.id))
                (hidden("BEFORE", &call.tries.to_string()))
                @if call.own {
                    (button("TRIED", text::TRIED.get(lang), "button button-secondary"))
                    (button("GIVE_BACK", text::GIVE_BACK.get(lang), "button button-secondary"))
                    details {
                        summary { (text::CALLED.get(lang)) }
                        p { (text::CALLED_SURE.get(lang)) }
                        (button("CALLED", text::CALLED_YES.get(lang), "button button-primary"))
                    }
                } @else if call.taken_by.is_none() {
                    (button("CLAIM", text::CLAIM.get(lang), "button button-primary"))
                } @else if role == Role::Lead {
                    (button("GIVE_BACK", text::GIVE_BACK_OTHERS.get(lang), "button button-secondary"))
                }
            }
        }
    }
}
