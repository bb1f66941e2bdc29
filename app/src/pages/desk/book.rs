//! Booking for somebody who phones.

use super::{AtDesk, Notices, choice, desk_page, hidden, primary};
use crate::{
    layout::Frame,
    pages::booking::written,
    text::{booking, dates, desk as text},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind};
use itertools::Itertools;
use leptos::prelude::*;
use maud::html;

/// `/desk/aftal`: how, and about whom.
pub fn which_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    kinds: &[BookingKind],
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::BOOK.get(lang)) }
        form method="post" action=(frame.to("/desk/aftal")) {
            fieldset {
                legend.form-label { (booking::KIND.get(lang)) }
                @for kind in kinds { (choice("KIND", kind.code(), booking::kind(*kind).get(lang), kinds.len() == 1)) }
            }
            fieldset {
                legend.form-label { (booking::ABOUT.get(lang)) }
                @for about in BookingAbout::ALL { (choice("ABOUT", about.code(), booking::about(*about).get(lang), false)) }
            }
            (primary(text::SHOW_TIMES, lang))
        }
    };
    desk_page(frame, at, notices, &content)
}

/// The free times.
pub fn times_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    (kind, about): (BookingKind, BookingAbout),
    times: &[NaiveDateTime],
    form: &str,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let days = times.iter().chunk_by(|time| time.date());
    let days: Vec<(NaiveDate, Vec<NaiveDateTime>)> =
        days.into_iter().map(|(day, times)| (day, times.copied().collect())).collect();
    let content = html! {
        h1 { (text::FREE_TIMES.get(lang)) }
        p { (booking::kind(kind).get(lang)) " · " (booking::about(about).get(lang)) }
        @if times.is_empty() { p { (text::NONE_FREE.get(lang)) } }
        @else {
            form method="post" action=(frame.to("/desk/aftal")) {
                (hidden("KIND", kind.code()))
                (hidden("ABOUT", about.code()))
                (hidden("FORM", form))
                @for (day, times) in &days {
                    fieldset {
                        legend.form-label { (dates::long_date(*day, lang)) }
                        div.times {
                            @for time in times { (choice("TIME", &written(*time), &dates::time(time.time(), lang), false)) }
                        }
                    }
                }
                (primary(booking::CONFIRM, lang))
            }
        }
    };
    desk_page(frame, at, notices, &content)
}

/// The code, to be read aloud.
pub fn booked_page(
    frame: Frame,
    at: &AtDesk<'_>,
    code: &str,
    pseudonym: &str,
    kind: BookingKind,
    (begins, minutes): (NaiveDateTime, u16),
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        div.alert.alert-success role="status" {
            div.alert-body {
                h1.alert-heading { (text::TIME_BOOKED.get(lang)) }
                p {
                    strong { (dates::long_date(begins.date(), lang)) ", " (dates::time(begins.time(), lang)) }
                    " (" (booking::lasts(minutes, lang)) ")" br;
                    (booking::kind(kind).get(lang)) br;
                    (text::SAYS.get(lang)) " " strong { (pseudonym) }
                }
            }
        }
        section.you {
            h2 { (text::READ_ALOUD.get(lang)) }
            p.code { @for group in code.split(' ') { span { (group) } " " } }
            p { (text::READ_ALOUD_WHY.get(lang)) }
        }
    };
    desk_page(frame, at, Notices::default(), &content)
}
