//! What staff have done.

use crate::{
    tasks::desk::{
        calls::text as calls_text,
        shell::{AtDesk, desk_page},
        text,
        views::Notices,
    },
    ui::{dates, document::PageMeta},
};
use chrono::{NaiveDate, NaiveTime};
use domain::{BookingKind, GiveBackReason, Lang};
use leptos::prelude::*;

/// An entry of the audit.
pub struct ActRow {
    pub on: NaiveDate,
    /// The time, unless a citizen was there.
    pub at: Option<NaiveTime>,
    pub who: String,
    /// The code of what was done.
    pub what: &'static str,
    pub subject: String,
    /// What was changed, and to what; empty where nothing was.
    pub changed: (String, String),
}

/// What the page shows.
pub struct AuditPage<'a> {
    pub rows: &'a [ActRow],
    /// Everybody who has done something.
    pub names: &'a [String],
    /// The codes of everything that can be done.
    pub acts: &'a [&'static str],
    /// What is asked for; empty where all is.
    pub who: &'a str,
    pub what: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    /// The page of the log, from 0 on, and whether there is an older one.
    pub number: u32,
    pub has_more: bool,
}

/// Kinds of booking and days by what they are called; all else as it stands.
#[must_use]
pub fn describe_subject(subject: &str, lang: Lang) -> String {
    if let Some(kind) = BookingKind::from_code(subject) {
        return text::kind(kind).get(lang).to_owned();
    }
    if let Some(reason) = GiveBackReason::from_code(subject) {
        return calls_text::reason(reason).get(lang).to_owned();
    }
    subject.parse().map_or_else(|_| subject.to_owned(), |day: NaiveDate| dates::date(day, lang))
}

/// `/desk/log`.
pub fn audit_page(meta: PageMeta, at: &AtDesk<'_>, page: &AuditPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let list = if page.rows.is_empty() {
        view! { <p>{text::NO_ACTS.get(lang)}</p> }.into_any()
    } else {
        show_table(page.rows, lang)
    };
    let content = view! {
        <h1>{text::AUDIT.get(lang)}</h1>
        <p class="hint">{text::AUDIT_LEAD.get(lang)}</p>
        {show_filter(&meta, page)}
        {list}
        {show_pages(&meta, page)}
    };
    desk_page(meta, at, Notices::default(), content.into_any())
}

/// Ways to what is older and newer, with the same filter.
fn show_pages(meta: &PageMeta, page: &AuditPage<'_>) -> AnyView {
    let lang = meta.lang;
    let to = |number: u32| {
        let fields = [
            ("hvem", page.who),
            ("hvad", page.what),
            ("fra", page.from),
            ("til", page.to),
            ("side", &number.to_string()),
        ];
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        meta.to(&format!("/desk/log?{query}"))
    };
    let newer = (page.number > 0).then(
        || view! { <a class="button button-secondary" href=to(page.number - 1)>{text::NEWER.get(lang)}</a> },
    );
    let older = page.has_more.then(
        || view! { <a class="button button-secondary" href=to(page.number + 1)>{text::OLDER.get(lang)}</a> },
    );
    view! { <p class="actions">{newer}{older}</p> }.into_any()
}

fn show_filter(meta: &PageMeta, page: &AuditPage<'_>) -> AnyView {
    let lang = meta.lang;
    let names = page
        .names
        .iter()
        .map(|name| view! { <option value=name.clone() selected=page.who == name>{name.clone()}</option> })
        .collect_view();
    let acts = page
        .acts
        .iter()
        .map(
            |act| view! { <option value=*act selected=page.what == *act>{text::act(act).get(lang)}</option> },
        )
        .collect_view();
    let (from, to) = (page.from.to_owned(), page.to.to_owned());
    let is_used = [page.who, page.what, page.from, page.to].iter().any(|value| !value.is_empty());
    view! {
        <details open=is_used>
        <summary>{text::NARROW.get(lang)}</summary>
        <form class="inline-form" method="get" action=meta.to("/desk/log")>
            <label class="form-label" for="hvem">{text::WHO.get(lang)}</label>
            <select class="form-select" id="hvem" name="hvem"><option value="">{text::EVERYBODY.get(lang)}</option>{names}</select>
            <label class="form-label" for="hvad">{text::WHAT.get(lang)}</label>
            <select class="form-select" id="hvad" name="hvad"><option value="">{text::EVERYTHING.get(lang)}</option>{acts}</select>
            <label class="form-label" for="fra">{text::FROM_DAY.get(lang)}</label>
            <input class="form-input" type="date" id="fra" name="fra" value=from/>
            <label class="form-label" for="til">{text::TO_DAY.get(lang)}</label>
            <input class="form-input" type="date" id="til" name="til" value=to/>
            <button class="button button-primary" type="submit">{text::FILTER.get(lang)}</button>
            <button class="button button-secondary" type="submit" formaction=meta.to("/desk/log/fil")>{text::DOWNLOAD.get(lang)}</button>
        </form>
        </details>
    }
    .into_any()
}

fn show_table(rows: &[ActRow], lang: Lang) -> AnyView {
    let rows = rows.iter().map(|row| show_row(row, lang)).collect_view();
    view! {
        <div class="matrix hits log" role="group" aria-label=text::AUDIT.get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{text::AUDIT.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{text::WHEN.get(lang)}</th>
                    <th scope="col">{text::WHO.get(lang)}</th>
                    <th scope="col">{text::WHAT.get(lang)}</th>
                    <th scope="col">{text::CHANGED_HOW.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn show_row(row: &ActRow, lang: Lang) -> AnyView {
    let time = row.at.map(|at| format!(", {}", dates::time(at, lang)));
    let subject = (!row.subject.is_empty()).then(|| format!(": {}", describe_subject(&row.subject, lang)));
    let (from, to) = &row.changed;
    let changed = (from != to).then(|| {
        let or_none = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
        format!("{} → {}", or_none(from), or_none(to))
    });
    let what = text::act(row.what).get(lang);
    view! { <tr><td>{dates::date(row.on, lang)}{time}</td><td>{row.who.clone()}</td><td class="wraps">{what}{subject}</td><td class="wraps">{changed}</td></tr> }
        .into_any()
}
