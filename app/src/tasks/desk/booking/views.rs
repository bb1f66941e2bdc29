//! Booking for somebody who phones.

use crate::{
    tasks::{
        booking::{
            text as booking,
            views::{check::wish_field, format_time_field},
        },
        desk::{
            agenda::text as agenda_text,
            shell::{AtDesk, desk_page},
            text,
            views::{Notices, describe_contact, show_submit},
        },
    },
    ui::{
        choices::{Checkbox, Choice, Legend, RadioGroup, choice_id},
        dates,
        document::PageMeta,
        fields::Hidden,
        text as common,
    },
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang, LocalDay, Substance, TreatmentWish};
use leptos::prelude::*;

/// What somebody who phones wants, as far as it is told.
#[derive(Clone, Default)]
pub struct CallerForm {
    pub kind: Option<BookingKind>,
    pub about: Option<BookingAbout>,
    pub begins: Option<NaiveDateTime>,
    /// The colleague who is to take it, by name in hexadecimal and name; whoever is free where nobody is chosen.
    pub with: Option<(String, String)>,
    pub wish: TreatmentWish,
    /// Whether who phones has said that they are 18 or older.
    pub adult: bool,
    /// Whether the talk is to be in English.
    pub english: bool,
    /// The key of the form, in hexadecimal, once a time is held for it.
    pub form: Option<String>,
}

impl CallerForm {
    /// The answers but the time, as they travel from page to page.
    fn fields(&self) -> Vec<(&'static str, String)> {
        [
            ("KIND", self.kind.map(|kind| kind.code().to_owned())),
            ("ABOUT", self.about.map(|about| about.code().to_owned())),
            ("FORM", self.form.clone()),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .collect()
    }

    /// How, and about whom.
    fn sum_up(&self, lang: Lang) -> String {
        let kind = self.kind.map_or("", |kind| text::kind(kind).get(lang));
        let about = self.about.map(|about| format!(" · {}", text::about(about).get(lang)));
        format!("{kind}{}", about.unwrap_or_default())
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
    /// The last day on which treatment must begin, where one runs.
    pub latest: Option<LocalDay>,
}

/// `/desk/aftal`: how, and about whom.
pub fn which_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    kinds: &[BookingKind],
    form: &CallerForm,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let by_kind: Vec<_> = kinds
        .iter()
        .map(|&kind| {
            let chosen = kinds.len() == 1 || form.kind == Some(kind);
            Choice::new(kind.code(), text::kind(kind).get(lang), chosen)
        })
        .collect();
    let by_about: Vec<_> = BookingAbout::ALL
        .iter()
        .map(|&about| Choice::new(about.code(), text::about(about).get(lang), form.about == Some(about)))
        .collect();
    let error = |name: &str, choices: &[Choice]| {
        choices.first().and_then(|first| notices.at(&choice_id(name, &first.value)))
    };
    let (kind_error, about_error) = (error("KIND", &by_kind), error("ABOUT", &by_about));
    let (kind_legend, about_legend) = (text::CALLER_KIND.get(lang), booking::ABOUT.get(lang));
    let content = view! {
        <h1>{text::BOOK.get(lang)}</h1>
        <form class="panel side-by-side" method="post" action=meta.to("/desk/aftal")>
            <RadioGroup name="KIND" legend=Legend::Label(kind_legend.to_owned()) choices=by_kind lang=lang error=kind_error/>
            <RadioGroup name="ABOUT" legend=Legend::Label(about_legend.to_owned()) choices=by_about lang=lang error=about_error/>
            {show_submit(text::SHOW_TIMES, lang)}
        </form>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// A day's free times, by the colleague who has them.
pub struct FreeDay {
    pub day: NaiveDate,
    /// Name in hexadecimal, name, and free times.
    pub colleagues: Vec<(String, String, Vec<NaiveDateTime>)>,
}

/// The free times of what was chosen: the first as a button, then the days, by colleague.
pub fn times_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    form: &CallerForm,
    (days, now): (&[FreeDay], NaiveDateTime),
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let times = if days.is_empty() {
        view! { <p>{text::NONE_FREE.get(lang)}</p> }.into_any()
    } else {
        show_times(&meta, form, days, now)
    };
    let content = view! {
        <h1>{text::FREE_TIMES.get(lang)}</h1>
        <p>{form.sum_up(lang)}" · "<a href=meta.to("/desk/aftal")>{text::START_OVER.get(lang)}</a></p>
        {times}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The id of the button with the first free time.
pub const FIRST_TIME: &str = "first-time";

fn show_times(meta: &PageMeta, form: &CallerForm, days: &[FreeDay], now: NaiveDateTime) -> AnyView {
    let lang = meta.lang;
    let mut fields = form.fields();
    fields.push(("STEP", "TIME".to_owned()));
    fields.extend(form.wish.among(Substance::ALL).map(|one| (wish_field(one).0, "YES".to_owned())));
    fields.extend(form.adult.then(|| ("ADULT", "YES".to_owned())));
    fields.extend(form.english.then(|| ("ENGLISH", "YES".to_owned())));
    let first = days.first().and_then(|day| day.colleagues.iter().flat_map(|(_, _, times)| times).min());
    let first = first.map(|first| {
        let label = booking::first_free(&dates::next_time(*first, now, lang), lang);
        view! { <p class="actions"><button type="submit" class="button button-primary" id=FIRST_TIME name="TIME" value=format_time_field(*first)>{label}</button></p> }
    });
    let shown = days
        .iter()
        .enumerate()
        .map(|(place, day)| {
            let number: usize = day.colleagues.iter().map(|(_, _, times)| times.len()).sum();
            let title = common::capitalised(&dates::day_seen_from(day.day, now.date(), lang));
            let lines = day.colleagues.iter().map(|one| show_colleague(one, day.day, lang)).collect_view();
            view! {
                <details class="day" open={place == 0}>
                    <summary><span><strong>{title}</strong>" · "{booking::times(number, lang)}</span></summary>
                    {lines}
                </details>
            }
        })
        .collect_view();
    view! {
        <form class="panel" method="post" action=meta.to("/desk/aftal")>
            <Hidden fields=fields/>
            {first}
            {shown}
        </form>
    }
    .into_any()
}

/// A colleague's free times of a day: pressing one books it with them.
fn show_colleague(
    (id, name, times): &(String, String, Vec<NaiveDateTime>),
    day: NaiveDate,
    lang: Lang,
) -> AnyView {
    let label = format!("{name}, {}", dates::day_of_year(day, lang));
    let buttons = times
        .iter()
        .map(|time| {
            let value = format!("{}/{id}", format_time_field(*time));
            view! { <li><button type="submit" class="time" name="TIME" value=value>{dates::time(time.time(), lang)}</button></li> }
        })
        .collect_view();
    view! { <p class="hint">{name.clone()}</p><div role="group" aria-label=label><ul class="times">{buttons}</ul></div> }
        .into_any()
}

/// The time that is held for some minutes, to be read aloud; and whether treatment is wished for, where that is asked.
pub fn check_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    form: &CallerForm,
    (begins, minutes, held): (NaiveDateTime, u16, i64),
    (asked, asks_adult): (&[Substance], bool),
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let mut fields = form.fields();
    let chosen = form.with.as_ref().map(|(id, _)| format!("/{id}")).unwrap_or_default();
    fields.push(("TIME", format!("{}{chosen}", format_time_field(begins))));
    let colleague = form.with.as_ref().map(|(_, name)| {
        view! { <br/>{agenda_text::WITH.get(lang)}" "{name.clone()} }
    });
    let wish: Vec<_> = asked
        .iter()
        .map(|&substance| {
            let checked = form.wish.is_for(substance);
            let label = match substance {
                Substance::Alcohol => text::CALLER_WISH_ALCOHOL,
                Substance::Drugs => text::CALLER_WISH_DRUGS,
            };
            view! { <Checkbox class="form-group-checkbox wish" name=wish_field(substance).0 label=label.get(lang) checked=checked/> }
        })
        .collect();
    let adult = asks_adult.then(|| {
        view! { <Checkbox name="ADULT" label=text::CALLER_ADULT.get(lang) checked=form.adult/> }
    });
    let wish = (!asked.is_empty()).then(|| {
        view! {
            {wish}
            <p class="form-hint">{text::CALLER_WISH_HINT.get(lang)}</p>
            {adult}
        }
    });
    let content = view! {
        <h1>{booking::CHECK.get(lang)}</h1>
        <p>{show_when(begins, minutes, lang)}<br/>{form.sum_up(lang)}{colleague}</p>
        <p class="hint">{text::held(held, lang)}</p>
        <form method="post" action=meta.to("/desk/aftal")>
            <Hidden fields=fields/>
            {wish}
            <Checkbox name="ENGLISH" label=text::CALLER_ENGLISH.get(lang) checked=form.english/>
            <div class="actions">
                <button class="button button-primary" type="submit" name="CONFIRM" value="1">{booking::CONFIRM.get(lang)}</button>
                <button class="link" type="submit" name="OTHER" value="1">{text::OTHER_TIME.get(lang)}</button>
            </div>
        </form>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}

fn show_when(begins: NaiveDateTime, minutes: u16, lang: Lang) -> AnyView {
    let when = format!("{}, {}", dates::long_date(begins.date(), lang), dates::time(begins.time(), lang));
    view! { <strong>{when}</strong>{format!(" ({})", booking::lasts(minutes, lang))} }.into_any()
}

/// The code, to be read aloud.
pub fn booked_page(meta: PageMeta, at: &AtDesk<'_>, booked: &BookedForCaller<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let groups: Vec<String> = booked.code.split(' ').map(str::to_owned).collect();
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    let contact = booked.contact_on.map(|day| view! { <br/>{describe_contact(day, booked.latest, lang)} });
    let content = view! {
        <div class="alert alert-success" role="status">
            <div class="alert-body">
                <h1 class="alert-heading">{text::TIME_BOOKED.get(lang)}</h1>
                <p>
                    {show_when(booked.begins, booked.minutes, lang)}<br/>
                    {text::kind(booked.kind).get(lang)}<br/>
                    {text::SAYS.get(lang)}" "<strong>{booked.pseudonym.to_owned()}</strong>
                    {contact}
                </p>
            </div>
        </div>
        <section class="you">
            <h2>{text::READ_ALOUD.get(lang)}</h2>
            <p class="code">{groups}</p>
            <p>{text::READ_ALOUD_WHY.get(lang)}</p>
            <p class="actions">
                <a class="button button-secondary" href=meta.to(&format!("/desk/dag/{}", booked.begins.date()))>{text::TO_DAY_OF.get(lang)}</a>
                <a class="button button-secondary" href=meta.to("/desk/aftal")>{text::BOOK.get(lang)}</a>
            </p>
        </section>
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}
