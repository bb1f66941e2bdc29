//! When somebody takes appointments.

use crate::{
    tasks::desk::{
        shell::{AtDesk, desk_page},
        text,
        views::{Notices, show_submit},
    },
    ui::{
        choices::{Choice, Legend, RadioGroup},
        dates,
        document::PageMeta,
        fields::{Field, Hidden},
        text as common,
    },
};
use chrono::{NaiveDate, Weekday};
use domain::Lang;
use leptos::prelude::*;

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
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &HoursPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let action = meta.to(page.path);
    let exceptions = (!page.exceptions.is_empty()).then(|| {
        let list = page.exceptions.iter().map(|one| show_exception(&action, one, lang)).collect_view();
        view! { <ul class="entries">{list}</ul> }
    });
    let colleagues = (!page.colleagues.is_empty()).then(|| {
        let list = page
            .colleagues
            .iter()
            .map(|(id, name)| {
                view! { <li><a href=meta.to(&format!("/desk/tider/{id}"))>{name.clone()}</a></li> }
            })
            .collect_view();
        view! { <h2>{text::COLLEAGUES.get(lang)}</h2><ul>{list}</ul> }
    });
    let content = view! {
        <h1>{text::HOURS.get(lang)}": "{page.name.to_owned()}</h1>
        <h2>{text::WEEK.get(lang)}</h2>
        <p class="hint">{text::WEEK_HINT.get(lang)}</p>
        {show_week_form(&action, &notices, page.week, lang)}
        <h2>{text::EXCEPTIONS.get(lang)}</h2>
        {exceptions}
        <h3>{text::ADD_EXCEPTION.get(lang)}</h3>
        {show_exception_form(&action, &notices, page.typed, lang)}
        {colleagues}
    };
    desk_page(meta, at, notices, content.into_any())
}

fn show_week_form(action: &str, notices: &Notices, week: &[String; 7], lang: Lang) -> AnyView {
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
            <Hidden fields=vec![("DO", "WEEK".to_owned())]/>
            {days}
            {show_submit(text::SAVE, lang)}
        </form>
    }
    .into_any()
}

fn show_exception_form(
    action: &str,
    notices: &Notices,
    (day, span, away): &(String, String, bool),
    lang: Lang,
) -> AnyView {
    let (day, span) = (day.clone(), span.clone());
    let (day_error, span_error) = (notices.at("DAY"), notices.at("SPAN"));
    let choices = vec![
        Choice::new("YES", text::AWAY.get(lang), *away),
        Choice::new("NO", text::EXTRA.get(lang), !away),
    ];
    let legend = Legend::Unseen(text::ADD_EXCEPTION.get(lang).to_owned());
    view! {
        <form method="post" action=action.to_owned()>
            <Hidden fields=vec![("DO", "ADD".to_owned())]/>
            <Field name="DAY" label=text::DAY.get(lang) kind="date" value=day lang=lang error=day_error autocomplete="off" spellcheck="false"/>
            <Field name="SPAN" label=text::SPAN.get(lang) hint=text::SPAN_HINT.get(lang) value=span lang=lang error=span_error autocomplete="off" spellcheck="false"/>
            <RadioGroup name="AWAY" legend=legend choices=choices lang=lang/>
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
        <li class="entry">
            <form class="actions" method="post" action=action.to_owned()>
                <Hidden fields=vec![("DO", "REMOVE".to_owned())]/>
                <span>{date.clone()}{span}" · "{what}</span>
                <button class="link" type="submit" name="ID" value=id.clone() aria-label=format!("{remove}: {date}")>{remove}</button>
            </form>
        </li>
    }
    .into_any()
}
