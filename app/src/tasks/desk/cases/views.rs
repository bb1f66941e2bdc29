//! All cases by days left, and one of them with all that has happened in it.

use crate::{
    phrase::Phrase,
    tasks::{
        case::{text as case_text, views::ShownCase},
        desk::{
            cases::text,
            shell::{AtDesk, desk_page},
            views::{Notices, show_submit},
        },
    },
    ui::{
        choices::{Choice, Select},
        dates,
        document::PageMeta,
        facts::{beside, places},
        fields::Field,
        text as common,
    },
};
use domain::{
    Lang, LocalDay, Substance,
    case::{ActorKind, CaseFact, list_standing},
};
use itertools::Itertools;
use leptos::prelude::*;

/// A case on the list.
pub struct CaseRow {
    /// Its name, in hexadecimal.
    pub id: String,
    pub pseudonym: String,
    pub substance: Substance,
    pub day0: Option<LocalDay>,
    pub latest: Option<LocalDay>,
    pub left: Option<i64>,
    pub started: Option<LocalDay>,
    pub ended: Option<LocalDay>,
}

/// What the list shows.
pub struct CasesPage<'a> {
    /// Those of this page.
    pub rows: &'a [CaseRow],
    /// Whether they are those that began or ended, the last first; else the running ones, by days left.
    pub is_over: bool,
    /// The page, from 0 on, and whether there is one after it.
    pub number: u32,
    pub has_more: bool,
    /// The substance that is shown alone.
    pub only: Option<Substance>,
}

/// `/desk/sager`.
pub fn cases_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &CasesPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let none = page.rows.is_empty().then(|| view! { <p>{text::NONE.get(lang)}</p> });
    let list = match (page.rows.is_empty(), page.is_over) {
        (true, _) => None,
        (false, false) => Some(show_table(&meta, page.rows)),
        (false, true) => {
            let items = page.rows.iter().map(|row| show_over(&meta, row)).collect_view();
            Some(view! { <ul class="lines">{items}</ul> }.into_any())
        }
    };
    let content = view! {
        <h1>{text::TAB.get(lang)}</h1>
        <p>{text::LEAD.get(lang)}</p>
        {show_filter(&meta, page)}
        {none}
        {list}
        {show_ways(&meta, page)}
        <p class="actions"><a class="button button-primary" href=meta.to("/desk/sager/ny")>{text::OPEN.get(lang)}</a></p>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// All running ones, those about one substance, or those that are over.
fn show_filter(meta: &PageMeta, page: &CasesPage<'_>) -> AnyView {
    let lang = meta.lang;
    let of = |only: Option<Substance>, is_over: bool, label: Phrase| {
        let href = meta.to(&address(only, is_over, 0));
        let current = ((only, is_over) == (page.only, page.is_over)).then_some("true");
        view! { <a class="button button-secondary" href=href aria-current=current>{label.get(lang)}</a> }
    };
    let substances = Substance::ALL.iter().map(|&one| of(Some(one), false, common::substance(one)));
    let substances = substances.collect_view();
    view! {
        <p class="actions">{of(None, false, text::ALL)}{substances}{of(None, true, text::ENDED_CASES)}</p>
    }
    .into_any()
}

fn address(only: Option<Substance>, is_over: bool, number: u32) -> String {
    let om = only.map(|one| format!("&om={}", one.code())).unwrap_or_default();
    let vis = if is_over { "&vis=slut" } else { "" };
    format!("/desk/sager?side={number}{om}{vis}")
}

/// To the pages before and after.
fn show_ways(meta: &PageMeta, page: &CasesPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let to = |number: u32| meta.to(&address(page.only, page.is_over, number));
    let before = (page.number > 0).then(|| {
        view! { <a class="button button-secondary" href=to(page.number - 1)>{text::FEWER_DAYS.get(lang)}</a> }
    });
    let after = page.has_more.then(|| {
        view! { <a class="button button-secondary" href=to(page.number + 1)>{text::MORE_DAYS.get(lang)}</a> }
    });
    (page.number > 0 || page.has_more).then(|| view! { <p class="actions">{before}{after}</p> }.into_any())
}

fn show_table(meta: &PageMeta, rows: &[CaseRow]) -> AnyView {
    let lang = meta.lang;
    let rows = rows
        .iter()
        .map(|row| {
            let day = |day: Option<LocalDay>| day.map(|day| dates::day_of_year(day.date(), lang));
            let latest = day(row.latest).map_or_else(
                || text::NO_LAST_DAY.get(lang).to_owned(),
                |day| text::BY_DAY.with(&day, lang),
            );
            let since = day(row.day0).map(|day| text::FROM_DAY.with(&day, lang));
            let left = row.left.map(|days| text::left(days, lang));
            let late = row.left.is_some_and(|days| days < 0).then_some("late");
            view! {
                <tr class=late>
                    <th scope="row"><a href=meta.to(&format!("/desk/sager/{}", row.id))>{row.pseudonym.clone()}</a></th>
                    <td>{common::substance(row.substance).get(lang)}</td>
                    <td>{since}</td>
                    <td>{latest}</td>
                    <td>{left}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="matrix hits log" role="group" aria-label=text::TAB.get(lang) tabindex="0">
            <table>
                <caption class="sr-only">{text::TAB.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{text::NAME.get(lang)}</th>
                    <th scope="col">{text::ABOUT.get(lang)}</th>
                    <th scope="col">{text::SINCE.get(lang)}</th>
                    <th scope="col">{text::LATEST.get(lang)}</th>
                    <th scope="col">{text::LEFT.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn show_over(meta: &PageMeta, row: &CaseRow) -> AnyView {
    let lang = meta.lang;
    let on = |day: LocalDay| dates::long_date(day.date(), lang);
    let state = match (row.started, row.ended) {
        (Some(day), _) => text::STARTED.with(&on(day), lang),
        (None, Some(day)) => text::ENDED.with(&on(day), lang),
        (None, None) => String::new(),
    };
    let href = meta.to(&format!("/desk/sager/{}", row.id));
    view! {
        <li><span><a href=href>{row.pseudonym.clone()}</a>" · "{common::substance(row.substance).get(lang)}" · "{state}</span></li>
    }
    .into_any()
}

/// What is typed into the form of a case.
#[derive(Clone, Default)]
pub struct RecordForm {
    pub fact: String,
    pub day: String,
    /// The number of the event that is corrected.
    pub corrects: String,
}

/// One case.
pub struct CasePage<'a> {
    pub id: &'a str,
    pub pseudonym: &'a str,
    pub case: ShownCase<'a>,
    /// Who wrote each event, in the order of the events; empty where the citizen did.
    pub authors: &'a [String],
    pub form: RecordForm,
}

/// `/desk/sager/{id}`.
pub fn case_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &CasePage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let about = common::substance(page.case.substance).get(lang);
    let content = view! {
        <p><a class="back-link" href=meta.to("/desk/sager")>{text::TAB.get(lang)}</a></p>
        <h1>{page.pseudonym.to_owned()}" · "{about}</h1>
        <p><strong>{sum_up(&page.case, lang)}</strong></p>
        {show_deadlines(&page.case, lang)}
        {show_events(page, lang)}
        {show_form(&meta, &notices, page)}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// How the case stands, in a word or two.
fn sum_up(case: &ShownCase<'_>, lang: Lang) -> String {
    let on = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let said = match (case.state.started, case.state.ended, case.state.days_left(case.today)) {
        (Some(day), _, _) => text::STARTED.with(&on(day), lang),
        (None, Some(day), _) => text::ENDED.with(&on(day), lang),
        (None, None, Some(days)) => format!("{}: {}", text::LEFT.get(lang), text::left(days, lang)),
        (None, None, None) => text::NO_LAST_DAY.get(lang).to_owned(),
    };
    common::capitalised(&said)
}

/// Every day by which something must have happened; folded below, on what each rests.
fn show_deadlines(case: &ShownCase<'_>, lang: Lang) -> Option<AnyView> {
    let deadlines = &case.state.deadlines;
    let items: Vec<_> = deadlines
        .iter()
        .map(|one| {
            let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
            let done = one.done.map(|done| format!(" ({})", case_text::DONE.with(&day(done), lang)));
            let by = case_text::BY.with(&day(one.latest), lang);
            view! { <li><span>{case_text::deadline(one.kind).get(lang)}": "{by}{done}</span></li> }
        })
        .collect();
    let sources = deadlines.iter().map(|one| {
        let places = places(one.citations.iter().copied());
        view! { <li>{case_text::deadline(one.kind).get(lang)}": "<span lang="da">{places}</span></li> }
    });
    let sources = sources.collect_view();
    let readings = deadlines.iter().flat_map(|one| one.readings.iter().copied()).unique();
    let readings = readings.map(|reading| beside(None, Some(reading), lang)).collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>{text::DEADLINES.get(lang)}</h2>
                <ul class="lines">{items}</ul>
                <details><summary>{case_text::GROUNDS.get(lang)}</summary><ul>{sources}</ul>{readings}</details>
            </section>
        }
        .into_any()
    })
}

/// Everything that was ever written down, the first first; what was corrected since is marked.
fn show_events(page: &CasePage<'_>, lang: Lang) -> AnyView {
    let standing: Vec<u32> = list_standing(&page.case.events).into_iter().map(|event| event.id).collect();
    let items = page
        .case
        .events
        .iter()
        .zip(page.authors)
        .map(|(event, author)| {
            let day = dates::long_date(event.on.date(), lang);
            let who = match event.actor {
                ActorKind::Citizen => text::BY_CITIZEN.get(lang).to_owned(),
                ActorKind::Staff => author.clone(),
            };
            let number = event.supersedes.map(|of| format!(" → {of}"));
            let corrected =
                (!standing.contains(&event.id)).then(|| format!(" ({})", text::SUPERSEDED.get(lang)));
            view! { <li>{event.id}{number}". "{day}": "{case_text::fact(event.fact).get(lang)}" · "{who}{corrected}</li> }
        })
        .collect_view();
    view! { <section><h2>{text::EVENTS.get(lang)}</h2><ul class="lines">{items}</ul></section> }.into_any()
}

fn show_form(meta: &PageMeta, notices: &Notices, page: &CasePage<'_>) -> AnyView {
    let lang = meta.lang;
    let form = page.form.clone();
    let facts = CaseFact::recorded_by_staff()
        .into_iter()
        .map(|fact| {
            let code = fact.code();
            let chosen = code == form.fact;
            Choice::new(code, case_text::fact(fact).get(lang), chosen)
        })
        .collect();
    let corrects = list_standing(&page.case.events)
        .into_iter()
        .map(|event| {
            let number = event.id.to_string();
            let day = dates::day_of_year(event.on.date(), lang);
            let label = format!("{number}. {day}: {}", case_text::fact(event.fact).get(lang));
            let chosen = number == form.corrects;
            Choice::new(number, label, chosen)
        })
        .collect();
    let (fact_error, day_error, corrects_error) =
        (notices.at("FACT"), notices.at("DAY"), notices.at("CORRECTS"));
    let action = meta.to(&format!("/desk/sager/{}", page.id));
    view! {
        <form class="panel" method="post" action=action>
            <h2>{text::RECORD.get(lang)}</h2>
            <Select name="FACT" label=text::FACT.get(lang) none=text::CHOOSE_FACT.get(lang) choices=facts lang=lang error=fact_error/>
            <Field name="DAY" label=text::DAY.get(lang) kind="date" value=form.day lang=lang error=day_error autocomplete="off"/>
            <Select name="CORRECTS" label=text::CORRECTS.get(lang) none=text::CORRECTS_NOTHING.get(lang) choices=corrects lang=lang error=corrects_error/>
            <p class="hint">{text::CORRECTS_HINT.get(lang)}</p>
            {show_submit(text::SAVE, lang)}
        </form>
    }
    .into_any()
}
