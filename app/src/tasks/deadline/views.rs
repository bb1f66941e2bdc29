//! The calculator of time limits: a day in, a day and its source out.

use crate::{
    phrase::Phrase,
    tasks::deadline::text,
    ui::{
        choices::{Choice, Legend, Part, Parts, RadioGroup},
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        facts::{beside, source_line},
        fields::Field,
        text as common,
    },
};
use chrono::NaiveDateTime;
use domain::{
    ComplaintStart, Lang, Reading, Source, Standard, Substance,
    decide::{ClockOutcome, ComplaintOutcome, Decision},
};
use itertools::Itertools;
use leptos::prelude::*;

/// What somebody typed, as it was typed, and which fields are wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeadlineForm {
    pub which: Option<Which>,
    pub substance: Option<Substance>,
    pub age: String,
    pub day: String,
    pub month: String,
    pub year: String,
    pub problems: Vec<DeadlineFieldError>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    Start,
    Complaint,
}

impl Which {
    pub const ALL: [Self; 2] = [Self::Start, Self::Complaint];

    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Complaint => "COMPLAINT",
        }
    }

    const fn label(self) -> Phrase {
        match self {
            Self::Start => text::START,
            Self::Complaint => text::COMPLAIN,
        }
    }
}

/// A field that cannot be used, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeadlineFieldError {
    Which,
    Substance,
    Age,
    Day,
}

impl DeadlineFieldError {
    const fn text(self) -> Phrase {
        match self {
            Self::Which => text::CHOOSE_WHICH,
            Self::Substance => text::CHOOSE_SUBSTANCE,
            Self::Age => text::WRITE_AGE,
            Self::Day => text::WRITE_DAY,
        }
    }

    /// The field to go to.
    const fn field(self) -> &'static str {
        match self {
            Self::Which => "WHICH-START",
            Self::Substance => "SUBSTANCE-ALCOHOL",
            Self::Age => "AGE",
            Self::Day => "DAY",
        }
    }
}

/// A decision in words.
pub struct DeadlineAnswer {
    sentences: Vec<String>,
    sources: Vec<Source>,
    readings: Vec<Reading>,
}

impl DeadlineAnswer {
    #[must_use]
    pub fn of_clock(decision: &Decision<'_, ClockOutcome>, lang: Lang) -> Self {
        let outcome = &decision.outcome;
        let day = outcome.start_latest.map(|day| text::start_latest(&dates::date(day.date(), lang), lang));
        let why = text::clock_reason(outcome.reason).get(lang).to_owned();
        Self::new(decision, [day.or_else(|| Some(no_date(lang))), Some(why)])
    }

    #[must_use]
    pub fn of_complaint(decision: &Decision<'_, ComplaintOutcome<'_>>, lang: Lang) -> Self {
        let outcome = &decision.outcome;
        let day =
            outcome.complaint_latest.map(|day| text::complaint_latest(&dates::date(day.date(), lang), lang));
        let to = outcome.recipient.map(|body| text::recipient(body.name.get(lang), lang));
        let why = text::complaint_reason(outcome.reason).get(lang).to_owned();
        Self::new(decision, [day.or_else(|| Some(no_date(lang))), to, Some(why)])
    }

    fn new<T>(decision: &Decision<'_, T>, sentences: impl IntoIterator<Item = Option<String>>) -> Self {
        Self {
            sentences: sentences.into_iter().flatten().collect(),
            sources: decision.citations.iter().map(|source| (*source).clone()).collect(),
            readings: decision.readings.iter().copied().unique().cloned().collect(),
        }
    }
}

fn no_date(lang: Lang) -> String {
    format!("{}.", text::NO_DATE.get(lang))
}

/// `/{kommune}/frist`.
pub fn deadline_page(
    meta: PageMeta,
    standard: &Standard,
    form: &DeadlineForm,
    answer: Option<&DeadlineAnswer>,
    now: NaiveDateTime,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let answer = answer.map(|answer| show_answer(standard, answer, now, lang));
    let problems =
        form.problems.iter().map(|problem| FieldError::of(problem.field(), problem.text(), lang)).collect();
    let fields = show_form(&meta, standard, form);
    let name = standard.name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                <ErrorSummary problems=problems lang=lang/>
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::INTRO.get(lang)}</p>
                {answer}
                {fields}
            </div>
        </Document>
    }
}

fn show_answer(standard: &Standard, answer: &DeadlineAnswer, now: NaiveDateTime, lang: Lang) -> AnyView {
    let sentences = answer.sentences.iter().map(|one| view! { <p>{one.clone()}</p> }).collect_view();
    let readings = answer.readings.iter().map(|one| beside(None, Some(one), lang)).collect_view();
    let unit = standard.main_unit();
    view! {
        <section class="you" role="status">
            <h2>{text::ANSWER.get(lang)}</h2>
            {sentences}
            {readings}
            {source_line(&answer.sources, lang)}
            <h3>{text::WHAT_NOW.get(lang)}</h3>
            <p>{unit.name.get(lang).to_owned()}</p>
            {contact_block(standard, unit, now, lang)}
        </section>
    }
    .into_any()
}

fn show_form(meta: &PageMeta, standard: &Standard, form: &DeadlineForm) -> AnyView {
    let lang = meta.lang;
    let error = |problem: DeadlineFieldError| {
        form.problems.contains(&problem).then(|| problem.text().get(lang).to_owned())
    };
    let which = Which::ALL
        .map(|one| Choice::new(one.code(), one.label().get(lang), form.which == Some(one)))
        .to_vec();
    let substances: Vec<_> = Substance::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), common::substance(one).get(lang), form.substance == Some(one)))
        .collect();
    let counted = match standard.rules.complaints.counted_from.value() {
        Some(ComplaintStart::DecisionMade) => text::DAY_HINT_MADE,
        Some(ComplaintStart::DecisionReceived) | None => text::DAY_HINT_RECEIVED,
    };
    let day_hint = format!("{} {}", text::DAY_HINT_START.get(lang), counted.get(lang));
    let parts = [
        ("DAY", text::DAY, &form.day, 2),
        ("MONTH", text::MONTH, &form.month, 2),
        ("YEAR", text::YEAR, &form.year, 4),
    ]
    .map(|(name, label, value, size)| Part { name, label: label.get(lang), value: value.clone(), size })
    .into();
    let legend = |question: Phrase| Legend::Label(question.get(lang).to_owned());
    let (which_error, substance_error) =
        (error(DeadlineFieldError::Which), error(DeadlineFieldError::Substance));
    let (age_error, day_error) = (error(DeadlineFieldError::Age), error(DeadlineFieldError::Day));
    view! {
        <form method="post" action=meta.in_municipality("frist") class="deadline" autocomplete="off">
            <RadioGroup name="WHICH" legend=legend(text::WHICH) choices=which lang=lang error=which_error/>
            <RadioGroup name="SUBSTANCE" legend=legend(text::SUBSTANCE) choices=substances lang=lang error=substance_error/>
            <Field name="AGE" label=text::AGE.get(lang) hint=text::AGE_HINT.get(lang) value=form.age.clone() lang=lang error=age_error inputmode="numeric" maxlength=3 size=3/>
            <Parts name="DAY" legend=legend(text::DAY_TITLE) hint=day_hint parts=parts lang=lang error=day_error/>
            <p class="hint">{text::PRIVATE.get(lang)}</p>
            <div class="actions"><button type="submit" class="button button-primary">{text::SHOW.get(lang)}</button></div>
        </form>
    }
    .into_any()
}
