//! Booking for somebody who phones.

use super::{AtDesk, Notices, agenda::contact, choice, desk_page, hidden, primary};
use crate::{
    layout::Frame,
    pages::booking::written,
    text::{booking, dates, desk as text},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang};
use itertools::Itertools;
use leptos::prelude::*;
use maud::{Markup, html};

/// What somebody who phones wants, as far as it is told.
#[derive(Clone, Copy, Default)]
pub struct CallerForm {
    pub kind: Option<BookingKind>,
    pub about: Option<BookingAbout>,
    pub wishes_treatment: bool,
}

/// The free times of what was chosen.
pub struct CallerTimes<'a> {
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub times: &'a [NaiveDateTime],
    /// The key that the form carries.
    pub form: &'a str,
    /// Whether a wish for treatment is asked for, and if so, whether there is one.
    pub wish: Option<bool>,
}

/// What was booked.
pub struct BookedForCaller<'a> {
    pub code: &'a str,
    pub pseudonym: &'a str,
    pub kind: BookingKind,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    /// The day noted as that of the contact, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    /// Days from contact to treatment, where the standard tells.
    pub guarantee: Option<u16>,
}

/// `/desk/aftal`: how, and about whom.
pub fn which_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    kinds: &[BookingKind],
    form: &CallerForm,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (text::BOOK.get(lang)) }
        form method="post" action=(frame.to("/desk/aftal")) {
            fieldset {
                legend.form-label { (text::CALLER_KIND.get(lang)) }
                @for kind in kinds {
                    @let chosen = kinds.len() == 1 || form.kind == Some(*kind);
                    (choice("KIND", kind.code(), text::kind(*kind).get(lang), chosen))
                }
            }
            fieldset {
                legend.form-label { (booking::ABOUT.get(lang)) }
                @for about in BookingAbout::ALL {
                    (choice("ABOUT", about.code(), text::about(*about).get(lang), form.about == Some(*about)))
                }
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
    page: &CallerTimes<'_>,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let days = page.times.iter().chunk_by(|time| time.date());
    let days: Vec<(NaiveDate, Vec<NaiveDateTime>)> =
        days.into_iter().map(|(day, times)| (day, times.copied().collect())).collect();
    let content = html! {
        h1 { (text::FREE_TIMES.get(lang)) }
        p { (text::kind(page.kind).get(lang)) " · " (text::about(page.about).get(lang)) }
        @if days.is_empty() { p { (text::NONE_FREE.get(lang)) } }
        @else {
            form method="post" action=(frame.to("/desk/aftal")) {
                (hidden("KIND", page.kind.code()))
                (hidden("ABOUT", page.about.code()))
                (hidden("FORM", page.form))
                @if let Some(wishes) = page.wish { (wish(wishes, lang)) }
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

/// Whether treatment is wished for. It stands before the times: it is what the caller is asked first.
fn wish(wishes: bool, lang: Lang) -> Markup {
    html! {
        div.form-group-checkbox.wish {
            input.form-checkbox type="checkbox" id="WISH" name="WISH" value="YES" checked[wishes] aria-describedby="WISH-hint";
            label.form-label for="WISH" { (text::CALLER_WISH.get(lang)) }
            p.form-hint id="WISH-hint" { (text::CALLER_WISH_HINT.get(lang)) }
        }
    }
}

/// The code, to be read aloud.
pub fn booked_page(frame: Frame, at: &AtDesk<'_>, booked: &BookedForCaller<'_>) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        div.alert.alert-success role="status" {
            div.alert-body {
                h1.alert-heading { (text::TIME_BOOKED.get(lang)) }
                p {
                    strong { (dates::long_date(booked.begins.date(), lang)) ", " (dates::time(booked.begins.time(), lang)) }
                    " (" (booking::lasts(booked.minutes, lang)) ")" br;
                    (text::kind(booked.kind).get(lang)) br;
                    (text::SAYS.get(lang)) " " strong { (booked.pseudonym) }
                    @if let Some(day) = booked.contact_on { br; (contact(day, booked.guarantee, lang)) }
                }
            }
        }
        section.you {
            h2 { (text::READ_ALOUD.get(lang)) }
            p.code { @for group in booked.code.split(' ') { span { (group) } " " } }
            p { (text::READ_ALOUD_WHY.get(lang)) }
        }
    };
    desk_page(frame, at, Notices::default(), &content)
}
