//! When somebody takes appointments.

use crate::{
    tasks::desk::{
        absence::text as absence_text,
        agenda::text as agenda_text,
        shell::{AtDesk, desk_page},
        text,
        views::{Notices, show_submit},
    },
    ui::{
        closures, dates,
        document::PageMeta,
        fields::{Field, Hidden},
        text as common,
    },
};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::{Holiday, Lang};
use leptos::prelude::*;

/// The days of the week.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Exceptions: name in hexadecimal, day, from when until when (`None` for the whole day), and whether away.
pub type Exceptions = Vec<(String, NaiveDate, Option<String>, bool)>;

/// A day of the calendar.
pub struct CalendarDay {
    pub day: NaiveDate,
    pub is_today: bool,
    pub holiday: Option<Holiday>,
    /// Whether the centre is closed.
    pub is_closed: bool,
    /// From when until when somebody is away; `None` for the whole day.
    pub away: Vec<Option<String>>,
    /// When they take appointments.
    pub hours: String,
}

/// What the page shows.
pub struct HoursPage<'a> {
    /// Whose hours.
    pub name: &'a str,
    /// Where the forms are sent.
    pub path: &'a str,
    /// Of each weekday, as it is or was typed.
    pub week: &'a [String; 7],
    /// The week as it is, to be sent back: who has seen another one overwrites nothing.
    pub seen: &'a str,
    pub exceptions: &'a Exceptions,
    /// What was typed of extra time: day and span.
    pub typed: &'a (String, String),
    /// Whose absence is reported from here, in hexadecimal.
    pub id: &'a str,
    pub calendar: &'a [CalendarDay],
    /// Colleagues whose hours one may arrange: name in hexadecimal, and name.
    pub colleagues: &'a [(String, String)],
}

/// `/desk/tider`.
pub fn hours_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &HoursPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let action = meta.to(page.path);
    let exceptions = (!page.exceptions.is_empty()).then(|| {
        let list = page.exceptions.iter().map(|one| show_exception(&action, one, lang)).collect_view();
        view! { <ul class="lines">{list}</ul> }
    });
    let colleagues = (!page.colleagues.is_empty()).then(|| {
        let list = page
            .colleagues
            .iter()
            .map(|(id, name)| {
                view! { <li><a href=meta.to(&format!("/desk/tider/{id}"))>{name.clone()}</a></li> }
            })
            .collect_view();
        view! { <details class="panel"><summary>{text::COLLEAGUES.get(lang)}</summary><ul class="lines">{list}</ul></details> }
    });
    let report = meta.to(&format!("/desk/fravaer?hvem={}", page.id));
    let content = view! {
        <h1>{text::HOURS.get(lang)}": "{page.name.to_owned()}</h1>
        <div class="beside">
            <div class="main-column">
                <section class="panel">
                    <h2>{text::CALENDAR.get(lang)}</h2>
                    {show_calendar(&meta, page.calendar)}
                    <p class="actions"><a class="button button-secondary" href=report>{absence_text::REPORT.get(lang)}</a></p>
                </section>
                <section class="panel">
                    <h2>{text::EXCEPTIONS.get(lang)}</h2>
                    {exceptions}
                    <details open=!notices.problems.is_empty()>
                        <summary>{text::ADD_EXTRA.get(lang)}</summary>
                        {show_extra_form(&action, &notices, page.typed, lang)}
                    </details>
                </section>
            </div>
            <div class="side-column">
                <section class="panel">
                    <h2>{text::WEEK.get(lang)}</h2>
                    <p class="hint">{text::WEEK_HINT.get(lang)}</p>
                    {show_week_form(&action, &notices, (page.week, page.seen), lang)}
                </section>
                {colleagues}
            </div>
        </div>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// Weeks as rows, days as columns.
fn show_calendar(meta: &PageMeta, days: &[CalendarDay]) -> AnyView {
    let lang = meta.lang;
    let heads = WEEK
        .into_iter()
        .map(|weekday| {
            let name = common::capitalised(dates::weekday(weekday, lang));
            view! { <th scope="col"><abbr title=name.clone()>{name.chars().take(2).collect::<String>()}</abbr></th> }
        })
        .collect_view();
    let weeks = days
        .chunks(WEEK.len())
        .map(|week| {
            let cells = week.iter().map(|day| show_day(meta, day)).collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="matrix" role="group" aria-label=text::CALENDAR.get(lang) tabindex="0">
            <table class="calendar"><caption class="sr-only">{text::CALENDAR.get(lang)}</caption><thead><tr>{heads}</tr></thead><tbody>{weeks}</tbody></table>
        </div>
    }
    .into_any()
}

fn show_day(meta: &PageMeta, day: &CalendarDay) -> AnyView {
    let lang = meta.lang;
    let current = day.is_today.then_some("date");
    let name = dates::day_of_year(day.day, lang);
    let holiday = day.holiday.map(|holiday| view! { <em>{closures::holiday(holiday).get(lang)}</em> });
    let closed = day.is_closed.then(|| view! { <strong>{agenda_text::CLOSED.get(lang)}</strong> });
    let away = day.away.iter().map(|span| {
        let span = span.as_ref().map(|span| format!(" {span}"));
        view! { <strong>{agenda_text::AWAY_THAT_DAY.get(lang)}{span}</strong> }
    });
    let hours = (!day.is_closed && !day.hours.is_empty()).then(|| view! { <span>{day.hours.clone()}</span> });
    let to = meta.to(&format!("/desk/dag/{}", day.day));
    view! {
        <td aria-current=current>
            <a href=to><span class="wide">{day.day.day()}</span><span class="narrow">{name}</span></a>
            {holiday}
            {closed}
            {away.collect_view()}
            {hours}
        </td>
    }
    .into_any()
}

fn show_week_form(
    action: &str,
    notices: &Notices,
    (week, seen): (&[String; 7], &str),
    lang: Lang,
) -> AnyView {
    let days = WEEK
        .into_iter()
        .zip(week)
        .enumerate()
        .map(|(place, (weekday, typed))| {
            let name = format!("WEEKDAY-{place}");
            let label = common::capitalised(dates::weekday(weekday, lang));
            let error = notices.at(&name);
            view! { <Field group="form-group weekday" name=name label=label value=typed.clone() lang=lang error=error autocomplete="off" maxlength=80/> }
        })
        .collect_view();
    view! {
        <form method="post" action=action.to_owned()>
            <Hidden fields=vec![("DO", "WEEK".to_owned()), ("BEFORE", seen.to_owned())]/>
            {days}
            {show_submit(text::SAVE, lang)}
        </form>
    }
    .into_any()
}

fn show_extra_form(action: &str, notices: &Notices, (day, span): &(String, String), lang: Lang) -> AnyView {
    let (day, span) = (day.clone(), span.clone());
    let (day_error, span_error) = (notices.at("DAY"), notices.at("SPAN"));
    view! {
        <form method="post" action=action.to_owned()>
            <Hidden fields=vec![("DO", "ADD".to_owned())]/>
            <Field name="DAY" label=text::DAY.get(lang) kind="date" value=day lang=lang error=day_error autocomplete="off" spellcheck="false"/>
            <Field name="SPAN" label=text::SPAN.get(lang) hint=text::SPAN_HINT.get(lang) value=span lang=lang error=span_error autocomplete="off" spellcheck="false"/>
            {show_submit(text::ADD, lang)}
        </form>
    }
    .into_any()
}

fn show_exception(
    action: &str,
    (id, day, span, away): &(String, NaiveDate, Option<String>, bool),
    lang: Lang,
) -> AnyView {
    let date = dates::long_date(*day, lang);
    let (remove, what) = (text::REMOVE.get(lang), if *away { text::AWAY } else { text::EXTRA }.get(lang));
    let span = span.as_ref().map(|span| format!(", {span}"));
    view! {
        <li>
            <span>{date.clone()}{span}" · "{what}</span>
            <form method="post" action=action.to_owned()>
                <Hidden fields=vec![("DO", "REMOVE".to_owned())]/>
                <button class="link" type="submit" name="ID" value=id.clone() aria-label=format!("{remove}: {date}")>{remove}</button>
            </form>
        </li>
    }
    .into_any()
}
