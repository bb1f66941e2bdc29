//! What a desk has opened, what it promises, and when it is closed.

use super::{AtDesk, Field, Notices, desk_page, hidden, primary};
use crate::{
    layout::Frame,
    text::{dates, desk as text},
};
use chrono::NaiveDate;
use domain::{BookingKind, Lang};
use leptos::prelude::*;
use maud::{Markup, html};

/// A kind of booking, as it is or was typed.
#[derive(Clone)]
pub struct KindForm {
    pub kind: BookingKind,
    pub open: bool,
    /// Minutes, pause, notice in hours, days ahead, at most a day.
    pub numbers: [String; 5],
    /// Where one calls or comes, in the centre's own words.
    pub place: String,
}

impl KindForm {
    /// The fields of the numbers.
    pub const FIELDS: [&'static str; 5] = ["MINUTES", "BUFFER", "NOTICE", "HORIZON", "CAPACITY"];
}

/// What the page shows.
pub struct SettingsPage<'a> {
    pub kinds: &'a [KindForm],
    pub promise: &'a str,
    pub closed: &'a [(NaiveDate, String)],
    /// What was typed of a closed day: day and note.
    pub typed: &'a (String, String),
}

/// `/desk/indstillinger`.
pub fn settings_page(
    frame: Frame,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &SettingsPage<'_>,
) -> impl IntoView + use<> {
    let lang = frame.lang;
    let action = frame.to("/desk/indstillinger");
    let field =
        |id, label, hint, kind, value| Field { id, label, hint, kind, value, fills: "off" }.show(lang);
    let (day, note) = page.typed;
    let content = html! {
        h1 { (text::SETTINGS.get(lang)) }
        h2 { (text::KINDS.get(lang)) }
        @for form in page.kinds { (kind_form(&action, form, lang)) }
        h2 { (text::PROMISE.get(lang)) }
        form method="post" action=(action) {
            (hidden("DO", "PROMISE"))
            (field("PROMISE", text::PROMISE_DAYS, Some(text::PROMISE_HINT), "text", page.promise))
            (primary(text::SAVE, lang))
        }
        h2 { (text::CLOSED_DAYS.get(lang)) }
        @if !page.closed.is_empty() {
            ul.entries {
                @for (day, note) in page.closed {
                    li.entry {
                        form.actions method="post" action=(action) {
                            (hidden("DO", "OPEN_DAY"))
                            span { (dates::long_date(*day, lang)) @if !note.is_empty() { ": " (note) } }
                            button.link type="submit" name="DAY" value=(day) aria-label=(format!("{}: {}", text::REMOVE.get(lang), dates::long_date(*day, lang))) { (text::REMOVE.get(lang)) }
                        }
                    }
                }
            }
        }
        form method="post" action=(action) {
            (hidden("DO", "CLOSE_DAY"))
            (field("DAY", text::DAY, None, "date", day))
            (field("NOTE", text::NOTE, None, "text", note))
            (primary(text::ADD, lang))
        }
    };
    desk_page(frame, at, notices, &content)
}

fn kind_form(action: &str, form: &KindForm, lang: Lang) -> Markup {
    let labels = [text::MINUTES, text::BUFFER, text::NOTICE, text::HORIZON, text::CAPACITY];
    let code = form.kind.code();
    let open = format!("{code}-OPEN");
    html! {
        form.kind method="post" action=(action) {
            (hidden("DO", "KIND"))
            (hidden("KIND", code))
            fieldset {
                legend.form-label { (text::kind(form.kind).get(lang)) }
                div.form-group-checkbox {
                    input.form-checkbox type="checkbox" id=(open) name="OPEN" value="YES" checked[form.open];
                    label.form-label for=(open) { (text::OPEN.get(lang)) }
                }
                @if form.kind == BookingKind::Callback {
                    // A call takes no time of its own.
                    @for (field, value) in KindForm::FIELDS.iter().zip(&form.numbers) { (hidden(field, value)) }
                } @else {
                    div.numbers {
                        @for ((field, label), value) in KindForm::FIELDS.iter().zip(labels).zip(&form.numbers) {
                            @let id = format!("{code}-{field}");
                            div.form-group {
                                label.form-label for=(id) { (label.get(lang)) }
                                input.form-input type="text" inputmode="numeric" id=(id) name=(field) value=(value) autocomplete="off" maxlength="5";
                            }
                        }
                    }
                }
                @if !matches!(form.kind, BookingKind::Online | BookingKind::Callback) {
                    @let id = format!("{code}-PLACE");
                    div.form-group {
                        label.form-label for=(id) { (text::PLACE.get(lang)) }
                        span.form-hint { (text::PLACE_HINT.get(lang)) }
                        input.form-input type="text" id=(id) name="PLACE" value=(form.place) autocomplete="off" maxlength="200";
                    }
                }
                (primary(text::SAVE, lang))
            }
        }
    }
}
