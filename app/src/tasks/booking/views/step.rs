//! One step of the booking.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::{
            text,
            views::{
                BookingForm,
                check::{CONFIRM, check, describe_who, rule},
                format_who,
                times::{FreeDays, first_choice, show_times},
            },
        },
        callback::text as callback,
    },
    ui::{
        acts_text,
        choices::{Fieldset, Legend, PressChoice, PressChoices, choice_id},
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
use chrono::NaiveDateTime;
use domain::{
    AgeRange, BookingAbout, BookingKind, Given, Lang, Standard, Unit,
    decide::{CloseTo, Decision, GroundedEntitlement, TalksOfRelative},
};
use leptos::prelude::*;

/// What is asked now, with what can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Whom it is about; of oneself with the age, where the rules differ by it.
    Who(Vec<AgeRange>),
    /// The age of who has said the rest before.
    Age(Vec<AgeRange>),
    /// Whom one is close to, where the number of talks depends on it.
    CloseTo(Vec<(CloseTo, TalksOfRelative)>),
    /// The kinds, each with its first free time.
    Kind(Vec<(BookingKind, Option<NaiveDateTime>)>),
    Time(FreeDays),
    Check {
        minutes: u16,
        held: i64,
        /// Where one calls or comes, in the centre's own words.
        place: Option<String>,
    },
    /// Nothing is free; other kinds may be.
    NoTimes(Vec<(BookingKind, Option<NaiveDateTime>)>),
}

impl Step {
    /// The name of the field that is chosen.
    const fn field(&self) -> &'static str {
        match self {
            Self::Who(_) => "WHO",
            Self::Age(_) => "AGE",
            Self::CloseTo(_) => "CLOSE",
            Self::Kind(_) | Self::NoTimes(_) => "KIND",
            Self::Time(_) => "TIME",
            Self::Check { .. } => CONFIRM,
        }
    }

    /// The question that the step belongs to.
    #[must_use]
    pub const fn question(&self) -> &'static str {
        match self {
            Self::Who(_) | Self::Age(_) | Self::CloseTo(_) => "ABOUT",
            Self::Kind(_) => "KIND",
            Self::Time(_) | Self::NoTimes(_) => "TIME",
            Self::Check { .. } => CONFIRM,
        }
    }

    #[must_use]
    pub const fn title(&self) -> Phrase {
        match self {
            Self::Who(_) => text::ABOUT,
            Self::Age(_) => text::AGE,
            Self::CloseTo(_) => text::CLOSE_TO,
            Self::Kind(_) => text::KIND,
            Self::Time(_) => text::TIME,
            Self::Check { .. } => text::CHECK,
            Self::NoTimes(_) => text::NO_TIMES_TITLE,
        }
    }

    fn hint(&self) -> Option<Phrase> {
        match self {
            Self::Who(ages) if ages.is_empty() => Some(text::ABOUT_HINT),
            Self::Who(_) | Self::Age(_) => Some(text::AGE_HINT),
            Self::CloseTo(_) => Some(text::CLOSE_TO_HINT),
            Self::Kind(_) => Some(text::KIND_HINT),
            Self::Time(_) | Self::Check { .. } | Self::NoTimes(_) => None,
        }
    }
}

/// Everything a step's page shows.
pub struct StepPage<'a> {
    pub standard: &'a Standard,
    pub form: &'a BookingForm,
    pub step: &'a Step,
    /// The questions of this booking, in order; the check comes after them.
    pub questions: &'a [&'static str],
    /// What went wrong.
    pub problem: Option<Phrase>,
    /// What the rules give, where that is known by now.
    pub entitlement: Option<&'a GroundedEntitlement>,
    /// How many talks there are about somebody else, where that is known by now.
    pub talks: Option<Decision<'a, TalksOfRelative>>,
    /// Whom one is close to, where that was asked.
    pub close: Option<CloseTo>,
    /// Whether staff decide if there can be one more.
    pub beyond: bool,
    /// What the centre says of talks in the language of the page, where that is not Danish.
    pub english: Option<Phrase>,
    pub now: NaiveDateTime,
}

impl StepPage<'_> {
    /// Which step this is, from 0.
    fn position(&self) -> usize {
        let position = self.questions.iter().position(|question| *question == self.step.question());
        let is_check = matches!(self.step, Step::Check { .. });
        position.unwrap_or(if is_check { self.questions.len() } else { 0 })
    }
}

/// `/{kommune}/samtale`.
pub fn step_page(meta: PageMeta, page: &StepPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let place = (page.position() + 1, page.questions.len() + 1);
    let first = matches!(page.step, Step::Who(_)) && page.form.code.is_none() && page.problem.is_none();
    let intro = first.then(|| {
        let english = page.english.map(|english| view! { <p>{english.get(lang)}</p> });
        view! { <p class="title"><strong>{acts_text::BOOK.get(lang)}</strong></p><p>{text::LEAD.get(lang)}</p>{english} }
            .into_any()
    });
    let after = first.then(|| after_first(&meta, page.standard, lang));
    let problem = page.problem.map(|problem| FieldError::of(first_field(page.step), problem, lang));
    let question = question(&meta, page, lang);
    // What the standard does not promise is told at once, not after the last question.
    let asks_on = matches!(page.step, Step::Kind(_) | Step::Time(_));
    let unsure =
        |grounded: &&GroundedEntitlement| grounded.entitlement.given == Given::AnonymousTalksUndetermined;
    let warning =
        page.entitlement.filter(|grounded| asks_on && unsure(grounded)).map(|grounded| rule(grounded, lang));
    let back = back(&meta, page, lang);
    let moving = page.form.moving.is_some().then(|| moving(page.form.moved_from, lang));
    let question = view! { {moving}{question}{back}{warning} }.into_any();
    wizard_page(meta, page.standard, place, intro, problem, question, after)
}

/// That a time is moved, and which.
fn moving(from: Option<NaiveDateTime>, lang: Lang) -> AnyView {
    let now = from.map(|from| {
        let when = format!("{} {}", dates::long_date(from.date(), lang), dates::at(from.time(), lang));
        view! { <p>{text::MOVED_FROM.get(lang)}" "<strong>{when}</strong></p> }
    });
    view! { <p class="title">{text::MOVING.get(lang)}</p>{now}<p>{text::MOVING_LEAD.get(lang)}</p> }
        .into_any()
}

/// What one may want to know before the first answer, and need not read.
fn after_first(meta: &PageMeta, standard: &Standard, lang: Lang) -> AnyView {
    let bookable = &standard.rules.contact.counselling_bookable_online;
    let said =
        if bookable.value() == Some(&true) { text::NAMED_BY_STANDARD } else { text::OFFERED_BY_CENTRE };
    let sources: Vec<_> = bookable.stated().map(|stated| stated.source.clone()).into_iter().collect();
    let source = source_line(&sources, lang);
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
    match step {
        Step::Check { .. } => CONFIRM.to_owned(),
        Step::NoTimes(_) => "main-content".to_owned(),
        Step::Time(free) => first_choice(free),
        step => {
            let first = choices(step, None, Lang::Da).into_iter().next();
            choice_id(step.field(), &first.map(|choice| choice.value).unwrap_or_default())
        }
    }
}

fn question(meta: &PageMeta, page: &StepPage<'_>, lang: Lang) -> AnyView {
    match page.step {
        Step::NoTimes(others) => no_times(meta, page, others, lang),
        Step::Check { minutes, held, place } => {
            let place = place.as_deref();
            check(meta, page, (*minutes, *held), place, children(meta, page.standard, lang), lang)
        }
        Step::Time(free) => {
            let content = show_times(meta, free, page.form.before.as_deref(), page.now, lang);
            show_question(meta, page, content, lang)
        }
        step => {
            let choices = choices(step, Some(page.now), lang);
            let before = page.form.before.clone();
            let content = view! { <PressChoices name=step.field() choices=choices lang=lang before=before/> };
            show_question(meta, page, content.into_any(), lang)
        }
    }
}

/// A question as a form in which each choice is a button.
fn show_question(meta: &PageMeta, page: &StepPage<'_>, choices: AnyView, lang: Lang) -> AnyView {
    let step = page.step;
    let hint = step.hint().map(|hint| hint.get(lang).to_owned());
    let error = page.problem.map(|problem| problem.get(lang).to_owned());
    let legend = Legend::Heading(step.title().get(lang).to_owned());
    let mut carried = page.form.fields();
    let asked = if matches!(step, Step::CloseTo(_)) { step.field() } else { step.question() };
    carried.push(("STEP", asked.to_owned()));
    view! {
        <form method="post" action=meta.in_municipality("samtale") autocomplete="off">
            <Hidden fields=carried/>
            <Fieldset name=step.field() legend=legend lang=lang hint=hint error=error>{choices}</Fieldset>
        </form>
    }
    .into_any()
}

/// What can be pressed; with `now`, when each kind is free next.
fn choices(step: &Step, now: Option<NaiveDateTime>, lang: Lang) -> Vec<PressChoice> {
    match step {
        Step::Who(ages) => BookingAbout::ASKED.iter().flat_map(|&about| who(about, ages, lang)).collect(),
        Step::Age(ages) => {
            let label = |ages| common::capitalised(&common::ages(ages, lang));
            let choice =
                |&ages: &AgeRange| PressChoice { value: ages.code(), label: label(ages), hint: None };
            ages.iter().map(choice).collect()
        }
        Step::CloseTo(told) => told
            .iter()
            .map(|(close, talks)| PressChoice {
                value: close.code(),
                label: text::describe_close(close, lang),
                hint: Some(text::describe_number(*talks, lang)),
            })
            .chain([PressChoice {
                value: CloseTo::UNKNOWN.to_owned(),
                label: text::NOT_KNOWN.get(lang).to_owned(),
                hint: Some(text::NOT_KNOWN_HINT.get(lang).to_owned()),
            }])
            .collect(),
        Step::Kind(kinds) => kinds
            .iter()
            .map(|&(kind, next)| PressChoice {
                value: kind.code().to_owned(),
                label: text::kind(kind).get(lang).to_owned(),
                hint: now.map(|now| next_free(next, now, lang)),
            })
            .collect(),
        Step::Time(_) | Step::Check { .. } | Step::NoTimes(_) => Vec::new(),
    }
}

/// The choices about one: of oneself one for each age that the rules tell apart.
fn who(about: BookingAbout, ages: &[AgeRange], lang: Lang) -> Vec<PressChoice> {
    let choice = |age: Option<AgeRange>| PressChoice {
        value: format_who(about, age),
        label: describe_who(about, age, lang),
        hint: None,
    };
    if about == BookingAbout::Me && !ages.is_empty() {
        return ages.iter().map(|&ages| choice(Some(ages))).collect();
    }
    vec![choice(None)]
}

fn next_free(next: Option<NaiveDateTime>, now: NaiveDateTime, lang: Lang) -> String {
    match next {
        Some(next) => acts_text::next_free(&dates::next_time(next, now, lang), lang),
        None => acts_text::BOOK_FULL.get(lang).to_owned(),
    }
}

/// Nothing is free: why, the waiting list, other ways.
fn no_times(
    meta: &PageMeta,
    page: &StepPage<'_>,
    others: &[(BookingKind, Option<NaiveDateTime>)],
    lang: Lang,
) -> AnyView {
    let unit = page.standard.main_unit();
    let action = meta.in_municipality("samtale");
    let others = choices(&Step::Kind(others.to_vec()), Some(page.now), lang);
    let others = (!others.is_empty()).then(|| {
        view! {
            <section>
                <h2>{text::FREE_OTHERWISE.get(lang)}</h2>
                <form method="post" action=action.clone() autocomplete="off">
                    <Hidden fields=page.form.without("KIND")/>
                    <PressChoices name="KIND" choices=others lang=lang/>
                </form>
            </section>
        }
    });
    view! {
        <h1>{text::NO_TIMES_TITLE.get(lang)}</h1>
        <p>{text::NO_TIMES.get(lang)}</p>
        {others}
        <section class="you">
            <h2>{text::WAIT_TITLE.get(lang)}</h2>
            <p>{text::WAIT_WHY.get(lang)}</p>
            <form method="post" action=action autocomplete="off" class="actions">
                <Hidden fields=page.form.fields()/>
                <Trap lang=lang/>
                <button type="submit" class="button button-primary" name="WAIT" value="1">{text::WAIT.get(lang)}</button>
            </form>
        </section>
        <h2>{text::OTHER_WAYS.get(lang)}</h2>
        {contact_block(meta, page.standard, unit)}
        {meta.acts.callback.then(|| view! { <p><a href=meta.in_municipality("ring-mig-op")>{callback::TITLE.get(lang)}</a></p> })}
    }
    .into_any()
}

/// To the question before, with every answer kept.
fn back(meta: &PageMeta, page: &StepPage<'_>, lang: Lang) -> Option<AnyView> {
    let before = match page.step {
        Step::CloseTo(_) => page.step.question(),
        _ => *page.questions[..page.position()].last()?,
    };
    let fields = page.form.fields();
    Some(
        view! {
            <form method="post" action=meta.in_municipality("samtale")>
                <Hidden fields=fields/>
                <button type="submit" class="link" name="BACK" value=before>{common::ONE_STEP_BACK.get(lang)}</button>
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
    unit: &Unit,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let ways = contact_block(&meta, standard, unit);
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
