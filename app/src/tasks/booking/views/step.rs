//! One step of the booking.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{
            text,
            views::{
                BookingForm,
                check::{CONFIRM, check, rule},
                format_time_field,
            },
        },
        callback::text as callback,
    },
    ui::{
        acts_text,
        choices::{Choice, Fieldset, Legend, Radios, choice_id},
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        error_summary::FieldError,
        facts::source_line,
        fields::{Hidden, Trap},
        text as common,
        wizard::wizard_page,
    },
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    AgeRange, BookingAbout, BookingKind, Given, Lang, Standard, decide::GroundedEntitlement, is_morning,
};
use leptos::prelude::*;

/// What is asked now, with what can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    About,
    Age(Vec<AgeRange>),
    Kind(Vec<BookingKind>),
    /// Days, and how many times are free on each; days on which the centre is closed, and what it says of them.
    Day {
        days: Vec<(NaiveDate, usize)>,
        closed: Vec<(NaiveDate, String)>,
        /// The first free time of all.
        first: NaiveDateTime,
    },
    Time(Vec<NaiveDateTime>),
    Check {
        minutes: u16,
        held: i64,
        /// Where one calls or comes, in the centre's own words.
        place: Option<String>,
    },
    /// Nothing is free.
    NoTimes,
}

impl Step {
    const fn field(&self) -> &'static str {
        match self {
            Self::About => "ABOUT",
            Self::Age(_) => "AGE",
            Self::Kind(_) => "KIND",
            Self::Day { .. } => "DAY",
            Self::Time(_) => "TIME",
            Self::Check { .. } => CONFIRM,
            Self::NoTimes => "AGAIN",
        }
    }

    const fn title(&self) -> (Phrase, Option<Phrase>) {
        match self {
            Self::About => (text::ABOUT, Some(text::ABOUT_HINT)),
            Self::Age(_) => (text::AGE, Some(text::AGE_HINT)),
            Self::Kind(_) => (text::KIND, Some(text::KIND_HINT)),
            Self::Day { .. } => (text::DAY, Some(text::DAY_HINT)),
            Self::Time(_) => (text::TIME, None),
            Self::Check { .. } => (text::CHECK, None),
            Self::NoTimes => (text::NO_TIMES_TITLE, Some(text::NO_TIMES)),
        }
    }
}

/// Everything a step's page shows.
pub struct StepPage<'a> {
    pub standard: &'a Standard,
    pub form: &'a BookingForm,
    pub step: &'a Step,
    /// Which step this is, and of how many.
    pub place: (usize, usize),
    /// What went wrong.
    pub problem: Option<Phrase>,
    /// What the rules give, where that is known by now.
    pub entitlement: Option<&'a GroundedEntitlement>,
    pub now: NaiveDateTime,
}

/// `/{kommune}/samtale`.
pub fn step_page(meta: PageMeta, page: &StepPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let first = page.place.0 == 1 && page.form.code.is_none() && page.problem.is_none();
    let intro = first.then(|| {
        view! { <p class="title"><strong>{acts_text::BOOK.get(lang)}</strong></p><p>{text::LEAD.get(lang)}</p> }
            .into_any()
    });
    let after = first.then(|| after_first(&meta, page.standard, lang));
    let problem = page.problem.map(|problem| FieldError::of(first_field(page.step), problem, lang));
    let question = question(&meta, page, lang);
    // What the standard does not promise is told at once, not after the last question.
    let asks_on = matches!(page.step, Step::Kind(_) | Step::Day { .. });
    let unsure =
        |grounded: &&GroundedEntitlement| grounded.entitlement.given == Given::AnonymousTalksUndetermined;
    let warning =
        page.entitlement.filter(|grounded| asks_on && unsure(grounded)).map(|grounded| rule(grounded, lang));
    let back = back(&meta, page, lang);
    let moving = page.form.moving.is_some().then(|| {
        view! { <p class="title">{text::MOVING.get(lang)}</p><p>{text::MOVING_LEAD.get(lang)}</p> }
    });
    let question = view! { {moving}{question}{back}{warning} }.into_any();
    wizard_page(meta, page.standard, page.place, intro, problem, question, after)
}

/// What one may want to know before the first answer, and need not read.
fn after_first(meta: &PageMeta, standard: &Standard, lang: Lang) -> AnyView {
    let bookable = &standard.rules.contact.counselling_bookable_online;
    let said =
        if bookable.value() == Some(&true) { text::NAMED_BY_STANDARD } else { text::OFFERED_BY_CENTRE };
    let sources: Vec<_> = bookable.stated().map(|stated| stated.source.clone()).into_iter().collect();
    let source = (!sources.is_empty()).then(|| source_line(&sources, lang));
    view! {
        <p>{text::HAVE_CODE.get(lang)}" "<a href=meta.to("/kode")>{text::USE_CODE.get(lang)}</a></p>
        <details class="details"><summary>{text::ANONYMOUS_TITLE.get(lang)}</summary><p>{text::ANONYMOUS_MEANS.get(lang)}</p></details>
        <details class="details">
            <summary>{text::ASKED_TITLE.get(lang)}</summary>
            <p>{text::WHAT_WE_ASK.get(lang)}</p>
            {children(meta, standard, lang)}
            <p>{said.get(lang)}</p>
            {source}
        </details>
    }
    .into_any()
}

/// The duty to notify, where the standard tells of it: before anything is booked.
pub fn children(meta: &PageMeta, standard: &Standard, lang: Lang) -> Option<AnyView> {
    standard.rules.children_at_home.duty_to_notify.stated()?;
    let href = meta.in_municipality("regler#children_at_home-duty_to_notify");
    Some(
        view! { <p>{text::CHILDREN.get(lang)}" "<a href=href>{text::CHILDREN_MORE.get(lang)}</a></p> }
            .into_any(),
    )
}

/// The id of the field that a problem leads to.
fn first_field(step: &Step) -> String {
    let value = match step {
        Step::About => BookingAbout::ASKED.first().map(|about| about.code().to_owned()),
        Step::Age(ages) => ages.first().map(|ages| ages.code()),
        Step::Kind(kinds) => kinds.first().map(|kind| kind.code().to_owned()),
        Step::Day { days, .. } => days.first().map(|(day, _)| day.to_string()),
        Step::Time(times) => times.first().copied().map(format_time_field),
        Step::Check { .. } => return CONFIRM.to_owned(),
        Step::NoTimes => return "main-content".to_owned(),
    };
    choice_id(step.field(), &value.unwrap_or_default())
}

fn question(meta: &PageMeta, page: &StepPage<'_>, lang: Lang) -> AnyView {
    let action = meta.in_municipality("samtale");
    let (title, hint) = page.step.title();
    let hint = hint.map(|hint| hint.get(lang).to_owned());
    let title = match (page.step, page.form.day) {
        (Step::Time(_), Some(day)) => text::time_on(&dates::day_of_year(day, lang), lang),
        _ => title.get(lang).to_owned(),
    };
    if *page.step == Step::NoTimes {
        return no_times(meta, page, title, lang);
    }
    if let Step::Check { minutes, held, place } = page.step {
        let place = place.as_deref();
        return check(meta, page, (*minutes, *held), place, children(meta, page.standard, lang), lang);
    }
    let chosen = page.form.fields().into_iter().find(|(name, _)| *name == page.step.field());
    let chosen = chosen.map(|(_, value)| value).or_else(|| page.form.before.clone());
    let error = page.problem.map(|problem| problem.get(lang).to_owned());
    let field = page.step.field();
    let choices = choices(page.step, chosen.as_deref(), lang);
    let closed = match page.step {
        Step::Day { days, closed, .. } => closed_days(days, closed, lang),
        _ => None,
    };
    let first = match page.step {
        Step::Day { first, .. } => Some(first_time(meta, page, *first, lang)),
        _ => None,
    };
    let mut carried = page.form.without(field);
    carried.push(("STEP", field.to_owned()));
    view! {
        {first}
        <form method="post" action=action autocomplete="off">
            <Hidden fields=carried/>
            <Fieldset name=field legend=Legend::Heading(title) lang=lang hint=hint note=closed error=error>{choices}</Fieldset>
            <div class="actions">
                <button type="submit" class="button button-primary">{common::CONTINUE.get(lang)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The first free time, in one press.
fn first_time(meta: &PageMeta, page: &StepPage<'_>, first: NaiveDateTime, lang: Lang) -> AnyView {
    let when = text::first_free(&dates::next_time(first, page.now, lang), lang);
    let mut carried = page.form.without("TIME");
    carried.retain(|(name, _)| *name != "DAY");
    carried.push(("DAY", first.date().to_string()));
    view! {
        <form method="post" action=meta.in_municipality("samtale") autocomplete="off" class="actions">
            <Hidden fields=carried/>
            <button type="submit" class="button button-secondary" name="TIME" value=format_time_field(first)>{when}</button>
        </form>
    }
    .into_any()
}

/// Nothing is free: why, the waiting list, other ways.
fn no_times(meta: &PageMeta, page: &StepPage<'_>, title: String, lang: Lang) -> AnyView {
    let unit = page.standard.main_unit();
    view! {
        <h1>{title}</h1>
        <p>{text::NO_TIMES.get(lang)}</p>
        <section class="you">
            <h2>{text::WAIT_TITLE.get(lang)}</h2>
            <p>{text::WAIT_WHY.get(lang)}</p>
            <form method="post" action=meta.in_municipality("samtale") autocomplete="off" class="actions">
                <Hidden fields=page.form.fields()/>
                <Trap lang=lang/>
                <button type="submit" class="button button-primary" name="WAIT" value="1">{text::WAIT.get(lang)}</button>
            </form>
        </section>
        <h2>{text::OTHER_WAYS.get(lang)}</h2>
        {contact_block(page.standard, unit, page.now, lang)}
        <p><a href=meta.in_municipality("ring-mig-op")>{callback::TITLE.get(lang)}</a></p>
    }
    .into_any()
}

/// Days on which the centre is closed, among those that are shown, with what it says of each.
fn closed_days(days: &[(NaiveDate, usize)], closed: &[(NaiveDate, String)], lang: Lang) -> Option<AnyView> {
    let last = days.last().map(|(day, _)| *day);
    let days: Vec<_> = closed
        .iter()
        .filter(|(day, _)| last.is_some_and(|last| *day <= last))
        .map(|(day, note)| {
            let day = dates::long_date(*day, lang);
            let note = (!note.is_empty()).then(|| view! { ". "<span lang="da">{note.clone()}</span> });
            view! { <li>{day}{note}</li> }
        })
        .collect();
    (!days.is_empty()).then(|| {
        view! { <div class="notice"><p>{text::CLOSED_DAYS.get(lang)}</p><ul>{days}</ul></div> }.into_any()
    })
}

fn choices(step: &Step, chosen: Option<&str>, lang: Lang) -> AnyView {
    let choice = |value: String, label: String| {
        let chosen = chosen == Some(value.as_str());
        Choice::new(value, label, chosen)
    };
    let choices: Vec<Choice> = match step {
        Step::About => BookingAbout::ASKED
            .iter()
            .map(|&about| choice(about.code().to_owned(), text::about(about).get(lang).to_owned()))
            .collect(),
        Step::Age(ages) => ages
            .iter()
            .map(|&ages| choice(ages.code(), common::capitalised(&common::ages(ages, lang))))
            .collect(),
        Step::Kind(kinds) => kinds
            .iter()
            .map(|&kind| choice(kind.code().to_owned(), text::kind(kind).get(lang).to_owned()))
            .collect(),
        Step::Day { days, .. } => days
            .iter()
            .map(|&(day, free)| {
                choice(
                    day.to_string(),
                    format!(
                        "{} · {}",
                        common::capitalised(&dates::day_of_year(day, lang)),
                        text::times(free, lang)
                    ),
                )
            })
            .collect(),
        Step::Time(times) => return times_of_day(times, choice, lang),
        Step::Check { .. } | Step::NoTimes => Vec::new(),
    };
    view! { <Radios name=step.field() choices=choices/> }.into_any()
}

fn times_of_day(times: &[NaiveDateTime], choice: impl Fn(String, String) -> Choice, lang: Lang) -> AnyView {
    [(text::MORNING, true), (text::AFTERNOON, false)]
        .into_iter()
        .filter_map(|(title, morning)| {
            let choices: Vec<Choice> = times
                .iter()
                .filter(|time| is_morning(**time) == morning)
                .map(|time| choice(format_time_field(*time), dates::time(time.time(), lang)))
                .collect();
            (!choices.is_empty()).then(|| {
                view! { <h2>{title.get(lang)}</h2><div class="times"><Radios name="TIME" choices=choices/></div> }
            })
        })
        .collect_view()
        .into_any()
}

/// To the question before, with every answer kept.
fn back(meta: &PageMeta, page: &StepPage<'_>, lang: Lang) -> Option<AnyView> {
    let order = ["ABOUT", "AGE", "KIND", "DAY", "TIME", "CONFIRM"];
    let fields = page.form.fields();
    let here = order.iter().position(|field| *field == page.step.field()).unwrap_or(order.len());
    let before = order[..here].iter().rev().find(|field| fields.iter().any(|(name, _)| name == *field))?;
    Some(
        view! {
            <form method="post" action=meta.in_municipality("samtale")>
                <Hidden fields=fields/>
                <button type="submit" class="link" name="BACK" value=*before>{common::ONE_STEP_BACK.get(lang)}</button>
            </form>
        }
        .into_any(),
    )
}

/// Where no time can be booked: why, and how else to get one.
pub fn closed_page(
    meta: PageMeta,
    standard: &Standard,
    title: &'static str,
    why: Phrase,
    now: NaiveDateTime,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let unit = standard.main_unit();
    let ways = contact_block(standard, unit, now, lang);
    let name = standard.name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <h1>{title}</h1>
                <p class="lead">{why.get(lang)}</p>
                {ways}
                <p><a href=meta.in_municipality("kontakt")>{common::CONTACT.get(lang)}</a></p>
            </div>
        </Document>
    }
}
