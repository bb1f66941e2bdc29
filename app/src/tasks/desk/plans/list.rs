//! The plans of a municipality.

use crate::{
    tasks::{
        desk::{
            plans::text,
            shell::{AtDesk, desk_page},
            views::Notices,
        },
        plan::text as plan_text,
    },
    ui::{dates, document::PageMeta, text as common},
};
use domain::{
    Lang, LocalDay, Substance,
    plan::{PlanDueKind, PlanSide},
};
use leptos::prelude::*;

/// A plan on the list.
pub struct PlanRow {
    /// Its name, in hexadecimal.
    pub id: String,
    pub pseudonym: String,
    pub substance: Substance,
    pub opened_on: LocalDay,
    pub made_on: Option<LocalDay>,
    pub responsible: Option<String>,
    /// Whether the citizen wrote last.
    pub is_written: bool,
    /// What is due next, and by which day.
    pub due: Option<(PlanDueKind, LocalDay)>,
    /// Whether that day is over.
    pub is_late: bool,
}

/// A case in which a plan is still to be made.
pub struct UnmadePlan {
    /// The name of the case, in hexadecimal.
    pub case: String,
    pub pseudonym: String,
    pub latest: LocalDay,
    pub is_late: bool,
}

/// What the page shows.
pub struct PlansPage<'a> {
    /// The cases whose time limit for a plan runs or is over, the first first.
    pub unmade: &'a [UnmadePlan],
    /// Whether there are more of them.
    pub has_more: bool,
    pub rows: &'a [PlanRow],
    /// Whether only those of who asks are shown.
    pub is_mine: bool,
}

/// `/desk/planer`.
pub fn plans_page(
    meta: PageMeta,
    at: &AtDesk<'_>,
    notices: Notices,
    page: &PlansPage<'_>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let rows = page.rows.iter().map(|row| show_row(&meta, row)).collect_view();
    let rows = if page.rows.is_empty() {
        view! { <p>{text::NONE.get(lang)}</p> }.into_any()
    } else {
        view! { <ul class="rows" data-live="plans">{rows}</ul> }.into_any()
    };
    let link = |is_mine: bool, label: &'static str| {
        let href = meta.to(if is_mine { "/desk/planer" } else { "/desk/planer?vis=alle" });
        let current = (page.is_mine == is_mine).then_some("page");
        view! { <a class="button button-secondary" href=href aria-current=current>{label}</a> }
    };
    let content = view! {
        <h1>{text::TAB.get(lang)}</h1>
        <nav class="actions" aria-label=text::WHICH.get(lang)>
            {link(true, text::MINE.get(lang))}{link(false, text::ALL.get(lang))}
        </nav>
        {rows}
        {show_unmade(&meta, page)}
        <p class="actions">
            <a class="button button-primary" href=meta.to("/desk/planer/ny")>{text::OPEN.get(lang)}</a>
            <a class="button button-secondary" href=meta.to("/desk/planer/overdrag")>{text::HAND_OVER_ALL.get(lang)}</a>
        </p>
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The cases in which a plan is still to be made, by their time limit.
fn show_unmade(meta: &PageMeta, page: &PlansPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    if page.unmade.is_empty() {
        return None;
    }
    let rows = page.unmade.iter().map(|unmade| {
        let href = meta.to(&format!("/desk/sager/{}", unmade.case));
        let late = unmade.is_late.then(|| view! { " "<strong class="late">{text::LATE.get(lang)}</strong> });
        let due = text::made_by(&dates::weekday_and_date(unmade.latest.date(), lang), lang);
        view! { <li><a href=href><strong>{unmade.pseudonym.clone()}</strong>{late}" "<span>{due}</span></a></li> }
    });
    let rows = rows.collect_view();
    let more = page.has_more.then(|| {
        view! { <p><a href=meta.to("/desk/sager?frist=PLAN")>{text::ALL_TO_BE_MADE.get(lang)}</a></p> }
    });
    Some(
        view! { <section><h2>{text::TO_BE_MADE.get(lang)}</h2><ul class="rows">{rows}</ul>{more}</section> }
            .into_any(),
    )
}

fn show_row(meta: &PageMeta, row: &PlanRow) -> AnyView {
    let lang = meta.lang;
    let facts = [
        Some(common::capitalised(common::substance(row.substance).get(lang))),
        Some(describe(row, lang)),
        row.responsible.clone(),
        row.due.map(|(kind, latest)| describe_due(kind, latest, row.is_late, lang)),
        row.is_written.then(|| text::CITIZEN_WROTE.get(lang).to_owned()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let href = meta.to(&format!("/desk/planer/{}", row.id));
    let late = row.is_late.then(|| view! { " "<strong class="late">{text::LATE.get(lang)}</strong> });
    view! { <li><a href=href><strong>{row.pseudonym.clone()}</strong>{late}" "<span>{facts.join(" · ")}</span></a></li> }
        .into_any()
}

fn describe_due(kind: PlanDueKind, latest: LocalDay, is_late: bool, lang: Lang) -> String {
    let day = dates::weekday_and_date(latest.date(), lang);
    plan_text::due(kind, &day, is_late, PlanSide::Staff, lang)
}

fn describe(row: &PlanRow, lang: Lang) -> String {
    match row.made_on {
        Some(day) => text::made_on(&dates::date(day.date(), lang), lang),
        None => text::opened_on(&dates::date(row.opened_on.date(), lang), lang),
    }
}
