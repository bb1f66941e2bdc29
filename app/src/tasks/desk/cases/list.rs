//! All cases by days left: those that run, those that are warned of, those that are over.

use crate::{
    tasks::{
        case::text as case_text,
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
        fields::{Field, Hidden},
        text as common,
    },
};
use domain::{
    LocalDay, Standard, Substance, UnitSide,
    case::{DeadlineKind, WarningLevel, list_external_facts},
    decide::{unit_for, units_for},
};
use leptos::prelude::*;

/// A case on the list.
pub struct CaseRow {
    /// Its name, in hexadecimal.
    pub id: String,
    pub pseudonym: String,
    pub substance: Substance,
    pub day0: Option<LocalDay>,
    pub latest: Option<LocalDay>,
    /// What must have happened by that day.
    pub kind: Option<DeadlineKind>,
    pub left: Option<i64>,
    pub started: Option<LocalDay>,
    /// Broken off, and not begun again.
    pub stopped: Option<LocalDay>,
    pub ended: Option<LocalDay>,
    /// The warning that nobody has seen yet.
    pub warned: Option<ShownWarning>,
    /// Whether the citizen has done something since staff last wrote.
    pub is_written: bool,
}

/// A warning of a last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ShownWarning {
    pub latest: LocalDay,
    pub level: WarningLevel,
}

impl ShownWarning {
    /// As a form carries it.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}:{}", self.latest.date(), self.level.code())
    }

    /// Reads what [`Self::code`] writes.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (latest, level) = code.split_once(':')?;
        Some(Self { latest: LocalDay::parse(latest)?, level: WarningLevel::from_code(level)? })
    }
}

/// Which cases the list shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CaseView {
    /// Those that run, by days left.
    #[default]
    Running,
    /// Those with a warning that nobody has seen.
    Warned,
    /// Those in which the citizen has written last.
    Written,
    /// Those that began at another place, of which something is still to come.
    Elsewhere,
    /// Those that began or ended, the last first.
    Over,
}

impl CaseView {
    const fn code(self) -> Option<&'static str> {
        match self {
            Self::Running => None,
            Self::Warned => Some("varsler"),
            Self::Written => Some("skrevet"),
            Self::Elsewhere => Some("andre"),
            Self::Over => Some("slut"),
        }
    }

    /// What an address asks for.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "varsler" => Self::Warned,
            "skrevet" => Self::Written,
            "andre" => Self::Elsewhere,
            "slut" => Self::Over,
            _ => Self::Running,
        }
    }
}

/// What the list is narrowed down to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CaseFilter {
    pub view: CaseView,
    pub only: Option<Substance>,
    /// The kind of time limit by which the list goes.
    pub kind: Option<DeadlineKind>,
    pub side: Option<UnitSide>,
    /// Only those in which who asks has written.
    pub is_mine: bool,
    /// A part of the alias. It stands in no address: somebody may type a name that is none.
    pub name: String,
}

impl CaseFilter {
    fn address(&self, number: u32) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("vis", self.view.code()),
            ("om", self.only.map(Substance::code)),
            ("frist", self.kind.map(DeadlineKind::code)),
            ("enhed", self.side.map(UnitSide::code)),
            ("hvis", self.is_mine.then_some("mine")),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        if number > 0 {
            query.append_pair("side", &number.to_string());
        }
        let query = query.finish();
        if query.is_empty() { "/desk/sager".to_owned() } else { format!("/desk/sager?{query}") }
    }

    fn is_narrowed(&self) -> bool {
        let Self { view: _, only, kind, side, is_mine, name } = self;
        only.is_some() || kind.is_some() || side.is_some() || *is_mine || !name.is_empty()
    }
}

/// What the list shows.
pub struct CasesPage<'a> {
    pub standard: &'a Standard,
    /// Those of this page.
    pub rows: &'a [CaseRow],
    pub filter: &'a CaseFilter,
    /// How many have a warning that nobody has seen.
    pub warned: u64,
    /// In how many the citizen has written last.
    pub written: u64,
    /// In how many something is still to come from another place.
    pub elsewhere: u64,
    /// The page, from 0 on, and whether there is one after it.
    pub number: u32,
    pub has_more: bool,
    /// Whether who asks may open a case.
    pub may_open: bool,
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
    let list = match (page.rows.is_empty(), page.filter.view) {
        (true, _) => None,
        (false, CaseView::Running | CaseView::Warned | CaseView::Written | CaseView::Elsewhere) => {
            Some(show_table(&meta, page.rows))
        }
        (false, CaseView::Over) => {
            let items = page.rows.iter().map(|row| show_over(&meta, row)).collect_view();
            Some(view! { <ul class="lines">{items}</ul> }.into_any())
        }
    };
    let open = page.may_open.then(|| {
        view! { <p class="actions"><a class="button button-primary" href=meta.to("/desk/sager/ny")>{text::OPEN.get(lang)}</a></p> }
    });
    let content = view! {
        <h1>{text::TAB.get(lang)}</h1>
        <p>{text::LEAD.get(lang)}</p>
        {show_views(&meta, page)}
        {show_filter(&meta, page)}
        {none}
        {list}
        {show_seen(&meta, page)}
        {show_ways(&meta, page)}
        {open}
    };
    desk_page(meta, at, notices, content.into_any())
}

/// The running ones, those that are warned of, those that are over.
fn show_views(meta: &PageMeta, page: &CasesPage<'_>) -> AnyView {
    let lang = meta.lang;
    let of = |view: CaseView, label: String| {
        let href = meta.to(&CaseFilter { view, ..page.filter.clone() }.address(0));
        let current = (view == page.filter.view).then_some("true");
        view! { <a class="button button-secondary" href=href aria-current=current>{label}</a> }
    };
    let warned = format!("{} ({})", text::WARNED.get(lang), page.warned);
    let written = format!("{} ({})", text::HAVE_WRITTEN.get(lang), page.written);
    let watches =
        Substance::ALL.iter().any(|&one| !list_external_facts(page.standard.rules_for(one)).is_empty());
    let elsewhere = watches
        .then(|| of(CaseView::Elsewhere, format!("{} ({})", text::ELSEWHERE.get(lang), page.elsewhere)));
    view! {
        <p class="actions">
            {of(CaseView::Running, text::RUNNING.get(lang).to_owned())}
            {of(CaseView::Warned, warned)}
            {of(CaseView::Written, written)}
            {elsewhere}
            {of(CaseView::Over, text::ENDED_CASES.get(lang).to_owned())}
        </p>
    }
    .into_any()
}

/// By substance, kind of time limit, unit, whose, and name: folded until something is chosen.
fn show_filter(meta: &PageMeta, page: &CasesPage<'_>) -> AnyView {
    let lang = meta.lang;
    let filter = page.filter;
    let substances = Substance::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), common::substance(one).get(lang), filter.only == Some(one)));
    let kinds = DeadlineKind::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), case_text::deadline(one).get(lang), filter.kind == Some(one)));
    let is_divided = units_for(page.standard, None).len() > 1;
    let units = is_divided.then(|| {
        let units = [UnitSide::Adult, UnitSide::Young].map(|side| {
            let unit = unit_for(page.standard, Some(side)).name.get(lang);
            Choice::new(side.code(), unit, filter.side == Some(side))
        });
        view! { <Select name="enhed" label=text::UNIT.get(lang) none=text::ALL.get(lang) choices=units.to_vec() lang=lang/> }
    });
    let mine = vec![Choice::new("mine", text::MINE.get(lang), filter.is_mine)];
    let view = filter.view.code().map(|code| view! { <input type="hidden" name="vis" value=code/> });
    let (substances, kinds) = (substances.collect(), kinds.collect());
    let name = filter.name.clone();
    view! {
        <details class="panel" open=filter.is_narrowed()>
            <summary>{text::FILTER.get(lang)}</summary>
            <form class="narrows" method="post" action=meta.to("/desk/sager")>
                <Field name="FIND" label=text::ALIAS.get(lang) value=name lang=lang autocomplete="off" maxlength=60/>
                {show_submit(text::FIND, lang)}
            </form>
            <form class="narrows" method="get" action=meta.to("/desk/sager")>
                {view}
                <Select name="om" label=text::ABOUT.get(lang) none=text::ALL.get(lang) choices=substances lang=lang/>
                <Select name="frist" label=text::KIND.get(lang) none=text::ALL.get(lang) choices=kinds lang=lang/>
                {units}
                <Select name="hvis" label=text::WHOSE.get(lang) none=text::ALL.get(lang) choices=mine lang=lang/>
                {show_submit(text::SHOW, lang)}
            </form>
        </details>
    }
    .into_any()
}

/// That the warnings of the page have been seen.
fn show_seen(meta: &PageMeta, page: &CasesPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let is_shown = page.filter.view == CaseView::Warned && !page.rows.is_empty();
    let seen = page.rows.iter().filter_map(|row| Some((row.warned?.code(), row.id.clone())));
    let fields: Vec<_> = seen.flat_map(|(warning, id)| [("SEEN", warning), ("CASE", id)]).collect();
    is_shown.then(|| {
        view! {
            <form class="actions" method="post" action=meta.to("/desk/sager")>
                <Hidden fields=fields/>
                <button class="button button-primary" type="submit">{text::SEEN_ALL.get(lang)}</button>
            </form>
        }
        .into_any()
    })
}

/// To the pages before and after.
fn show_ways(meta: &PageMeta, page: &CasesPage<'_>) -> Option<AnyView> {
    let lang = meta.lang;
    let to = |number: u32| meta.to(&page.filter.address(number));
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
            let of_kind = row.kind.filter(|kind| *kind != DeadlineKind::Start);
            let of_kind = of_kind.map(|kind| format!(": {}", case_text::deadline(kind).get(lang)));
            let since = day(row.day0).map(|day| text::FROM_DAY.with(&day, lang));
            let left = row.left.map(|days| text::left(days, lang));
            let warned = row.warned.map(|_| view! { " "<em>{text::NEW_WARNING.get(lang)}</em> });
            let written = row.is_written.then(|| view! { " "<em>{text::WRITTEN.get(lang)}</em> });
            let late = row.left.is_some_and(|days| days < 0).then_some("late");
            view! {
                <tr class=late>
                    <th scope="row"><a href=meta.to(&format!("/desk/sager/{}", row.id))>{row.pseudonym.clone()}</a></th>
                    <td>{common::substance(row.substance).get(lang)}</td>
                    <td>{since}</td>
                    <td>{latest}{of_kind}</td>
                    <td>{left}{warned}{written}</td>
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
    let state = match (row.stopped.or(row.started), row.ended) {
        (Some(day), _) if row.stopped.is_some() => text::STOPPED.with(&on(day), lang),
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
