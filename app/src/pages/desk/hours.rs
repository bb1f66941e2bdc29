//! When somebody takes appointments.

use super::{AtDesk, Field, Notices, choice, desk_page, hidden, primary};
use crate::{
    layout::Frame,
    text::{common, dates, desk as text},
};
use chrono::{NaiveDate, Weekday};
use domain::Lang;
use leptos::prelude::*;
use maud::{Markup, html};

/// The days of the week.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Exceptions: name in hexadecimal, day, from when until when (`None` for the whole day), and whether away.
pub type Exceptions = Vec<(String, NaiveDate, Option<String>, bool)>;

/// What the page shows.
pub struct HoursPage<'a> {
    /// Whose hours.
    pub name: &'a str,
    /// Where the forms are sent.
    pub path: &'a str,
    /// Of each weekday, as it is or was typed.
    pub week: &'a [String; 7],
    pub exceptions: &'a Exceptions,
    /// What was typed of an exception: day, span, away.
    pub typed: &'a (String, String, bool),
    /// Colleagues whose hours one may arrange: name in hexadecimal, and name.
    pub colleagues: &'a [(String, String)],
}

/// `/desk/tider`.
pub fn hours_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &HoursPage<'_>,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let action = frame.to(page.path);
    let (day, span, away) = page.typed;
    let day_field = Field { id: "DAY", label: text::DAY, hint: None, kind: "date", value: day, fills: "off" };
    let span_field = Field {
        id: "SPAN",
        label: text::SPAN,
        hint: Some(text::SPAN_HINT),
        kind: "text",
        value: span,
        fills: "off",
    };
    let content = html! {
        h1 { (text::HOURS.get(lang)) ": " (page.name) }
        h2 { (text::WEEK.get(lang)) }
        p.hint { (text::WEEK_HINT.get(lang)) }
        form method="post" action=(action) {
            (hidden("DO", "WEEK"))
            @for (place, weekday) in WEEK.into_iter().enumerate() {
                @let id = format!("WEEKDAY-{place}");
                div.form-group.weekday {
                    label.form-label for=(id) { (common::capitalised(dates::weekday(weekday, lang))) }
                    input.form-input type="text" id=(id) name=(id) value=(page.week[place]) autocomplete="off" maxlength="80";
                }
            }
            (primary(text::SAVE, lang))
        }
        h2 { (text::EXCEPTIONS.get(lang)) }
        @if !page.exceptions.is_empty() {
            ul.entries { @for one in page.exceptions { (exception(&action, one, lang)) } }
        }
        h3 { (text::ADD_EXCEPTION.get(lang)) }
        form method="post" action=(action) {
            (hidden("DO", "ADD"))
            (day_field.show(lang))
            (span_field.show(lang))
            fieldset {
                legend.sr-only { (text::ADD_EXCEPTION.get(lang)) }
                (choice("AWAY", "YES", text::AWAY.get(lang), *away))
                (choice("AWAY", "NO", text::EXTRA.get(lang), !*away))
            }
            (primary(text::ADD, lang))
        }
        @if !page.colleagues.is_empty() {
            h2 { (text::COLLEAGUES.get(lang)) }
            ul { @for (id, name) in page.colleagues { li { a href=(frame.to(&format!("/desk/tider/{id}"))) { (name) } } } }
        }
    };
    desk_page(frame, at, notices, &content)
}

fn exception(
    action: &str,
    (id, day, span, away): &(String, NaiveDate, Option<String>, bool),
    lang: Lang,
) -> Markup {
    html! {
        li.entry {
            form.actions method="post" action=(action) {
                (hidden("DO", "REMOVE"))
                span {
                    (dates::long_date(*day, lang))
                    @if let Some(span) = span { ", " (span) }
                    " · " (if *away { text::AWAY } else { text::EXTRA }.get(lang))
                }
                button.link type="submit" name="ID" value=(id) aria-label=(format!("{}: {}", text::REMOVE.get(lang), dates::long_date(*day, lang))) { (text::REMOVE.get(lang)) }
            }
        }
    }
}
