//! The form of the calculator: its check and its fields, the same on the server and on the phone.

use crate::{
    phrase::Phrase,
    tasks::deadline::text,
    ui::{
        choices::{Choice, Legend, Part, Parts, RadioGroup},
        error_summary::{ErrorSummary, FieldError},
        fields::Field,
        text as common,
    },
};
use chrono::NaiveDate;
use domain::{DeadlineCase, Lang, LocalDay, Substance};
use leptos::prelude::*;

/// What somebody typed, as it was typed, and which fields are wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeadlineForm {
    /// The code of the question.
    pub which: String,
    pub substance: Option<Substance>,
    pub age: String,
    pub day: String,
    pub month: String,
    pub year: String,
    pub problems: Vec<DeadlineFieldError>,
}

/// A question that is asked: its code, and how it is put.
pub type AskedQuestion = [String; 2];

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

impl DeadlineForm {
    /// The names of the fields.
    pub const FIELDS: [&str; 6] = ["WHICH", "SUBSTANCE", "AGE", "DAY", "MONTH", "YEAR"];

    /// Reads the fields, in the order of [`Self::FIELDS`]: the form as the page shows it, and the case if all of
    /// it can be used.
    #[must_use]
    pub fn check([which, substance, age, day, month, year]: [String; 6]) -> (Self, Option<DeadlineCase>) {
        let mut form = Self {
            which,
            substance: Substance::from_code(&substance),
            age,
            day,
            month,
            year,
            problems: Vec::new(),
        };
        let age = form.age.trim().parse().ok().filter(|age: &u8| *age <= 120);
        let day = form.parse_day();
        let wrong = [
            (form.which.is_empty(), DeadlineFieldError::Which),
            (form.substance.is_none(), DeadlineFieldError::Substance),
            (age.is_none(), DeadlineFieldError::Age),
            (day.is_none(), DeadlineFieldError::Day),
        ];
        form.problems = wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect();
        let case = form.substance.zip(age.zip(day)).filter(|_| form.problems.is_empty());
        let which = || form.which.clone();
        let case = case.map(|(substance, (age, day))| DeadlineCase { which: which(), substance, age, day });
        (form, case)
    }

    /// A day of this or the last century.
    fn parse_day(&self) -> Option<LocalDay> {
        let year = self.year.trim().parse().ok().filter(|year| (1900..=2199).contains(year))?;
        let (month, day) = (self.month.trim().parse().ok()?, self.day.trim().parse().ok()?);
        NaiveDate::from_ymd_opt(year, month, day).map(LocalDay::new)
    }

    fn error(&self, problem: DeadlineFieldError, lang: Lang) -> Option<String> {
        self.problems.contains(&problem).then(|| problem.text().get(lang).to_owned())
    }
}

/// What is wrong, above the form; nothing where nothing is.
pub fn show_problems(form: &DeadlineForm, lang: Lang) -> impl IntoView + use<> {
    let problems =
        form.problems.iter().map(|problem| FieldError::of(problem.field(), problem.text(), lang)).collect();
    view! { <ErrorSummary problems=problems lang=lang/> }
}

/// The fields, with what was typed. `day_hint` says which day is asked for.
pub fn show_fields(
    form: &DeadlineForm,
    questions: &[AskedQuestion],
    day_hint: &str,
    lang: Lang,
) -> impl IntoView + use<> {
    let which = questions
        .iter()
        .map(|[code, label]| Choice::new(code.clone(), label.clone(), form.which == *code))
        .collect();
    let substances = Substance::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), common::substance(one).get(lang), form.substance == Some(one)))
        .collect();
    let parts = [
        ("DAY", text::DAY, &form.day, 2),
        ("MONTH", text::MONTH, &form.month, 2),
        ("YEAR", text::YEAR, &form.year, 4),
    ]
    .map(|(name, label, value, size)| Part { name, label: label.get(lang), value: value.clone(), size })
    .into();
    let legend = |question: Phrase| Legend::Label(question.get(lang).to_owned());
    let (which_error, substance_error) =
        (form.error(DeadlineFieldError::Which, lang), form.error(DeadlineFieldError::Substance, lang));
    let (age_error, day_error) =
        (form.error(DeadlineFieldError::Age, lang), form.error(DeadlineFieldError::Day, lang));
    view! {
        <RadioGroup name="WHICH" legend=legend(text::WHICH) choices=which lang=lang error=which_error/>
        <RadioGroup name="SUBSTANCE" legend=legend(text::SUBSTANCE) choices=substances lang=lang error=substance_error/>
        <Field name="AGE" label=text::AGE.get(lang) hint=text::AGE_HINT.get(lang) value=form.age.clone() lang=lang error=age_error inputmode="numeric" maxlength=3 size=3/>
        <Parts name="DAY" legend=legend(text::DAY_TITLE) hint=day_hint.to_owned() parts=parts lang=lang error=day_error/>
    }
}
