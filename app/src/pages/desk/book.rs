//! Booking for somebody who phones.

use super::{AtDesk, Notices, agenda::contact, choice, desk_page, hidden, primary};
use crate::{
    layout::Frame,
    pages::booking::written,
    text::{booking, common, dates, desk as text},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang};
use itertools::Itertools;
use leptos::prelude::*;
use maud::{Markup, html};

/// What somebody who phones wants, as far as it is told.
#[derive(Clone, Default)]
pub struct CallerForm {
    pub kind: Option<BookingKind>,
    pub about: Option<BookingAbout>,
    pub begins: Option<NaiveDateTime>,
    pub wishes_treatment: bool,
    /// The key of the form, in hexadecimal, once a time is held for it.
    pub form: Option<String>,
}

impl CallerForm {
    /// The answers but the time, as they travel from page to page.
    fn hidden(&self) -> Markup {
        html! {
            @if let Some(kind) = self.kind { (hidden("KIND", kind.code())) }
            @if let Some(about) = self.about { (hidden("ABOUT", about.code())) }
            @if let Some(form) = &self.form { (hidden("FORM", form)) }
        }
    }

    /// How, and about whom.
    fn told(&self, lang: Lang) -> Markup {
        html! {
            @if let Some(kind) = self.kind { (text::kind(kind).get(lang)) }
            @if let Some(about) = self.about { " · " (text::about(about).get(lang)) }
        }
    }
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

/// The free times of what was chosen.
pub fn times_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    form: &CallerForm,
    times: &[NaiveDateTime],
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let days = times.iter().chunk_by(|time| time.date());
    let days: Vec<(NaiveDate, Vec<NaiveDateTime>)> =
        days.into_iter().map(|(day, times)| (day, times.copied().collect())).collect();
    let content = html! {
        h1 { (text::FREE_TIMES.get(lang)) }
        p { (form.told(lang)) }
        @if days.is_empty() { p { (text::NONE_FREE.get(lang)) } }
        @else {
            form method="post" action=(frame.to("/desk/aftal")) {
                (form.hidden())
                (hidden("STEP", "TIME"))
                @if form.wishes_treatment { (hidden("WISH", "YES")) }
                @for (day, times) in &days {
                    fieldset {
                        legend.form-label { (dates::long_date(*day, lang)) }
                        div.times {
                            @for time in times { (choice("TIME", &written(*time), &dates::time(time.time(), lang), false)) }
                        }
                    }
                }
                (primary(common::CONTINUE, lang))
            }
        }
    };
    desk_page(frame, at, notices, &content)
}

/// The time that is held for some minutes, to be read aloud; and whether treatment is wished for, where that is asked.
pub fn check_page(
    frame: Frame,
    at: &AtDesk<'_>,
    form: &CallerForm,
    (begins, minutes, held): (NaiveDateTime, u16, i64),
    asks_wish: bool,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let content = html! {
        h1 { (booking::CHECK.get(lang)) }
        p {
            (when(begins, minutes, lang)) br;
            (form.told(lang))
        }
        p.hint { (booking::held(held, lang)) }
        form method="post" action=(frame.to("/desk/aftal")) {
            (form.hidden())
            (hidden("TIME", &written(begins)))
            @if asks_wish { (wish(form.wishes_treatment, lang)) }
            div.actions {
                button.button.button-primary type="submit" name="CONFIRM" value="1" { (booking::CONFIRM.get(lang)) }
                button.link type="submit" name="OTHER" value="1" { (text::OTHER_TIME.get(lang)) }
            }
        }
    };
    desk_page(frame, at, Notices::default(), &content)
}

fn when(begins: NaiveDateTime, minutes: u16, lang: Lang) -> Markup {
    html! {
        strong { (dates::long_date(begins.date(), lang)) ", " (dates::time(begins.time(), lang)) }
        " (" (booking::lasts(minutes, lang)) ")"
    }
}

/// Whether treatment is wished for.
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
                    (when(booked.begins, booked.minutes, lang)) br;
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
