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
use domain::{DeadlineCase, DeadlineOffer, DeadlineQuestion, Lang, LocalDay, Substance};
use leptos::prelude::*;

/// What somebody typed, as it was typed, and which fields are wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeadlineForm {
    pub which: Option<DeadlineQuestion>,
    pub substance: Option<Substance>,
    pub offer: Option<DeadlineOffer>,
    pub age: String,
    pub day: String,
    pub month: String,
    pub year: String,
    pub problems: Vec<DeadlineFieldError>,
}

/// A field that cannot be used, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeadlineFieldError {
    Which,
    Substance,
    Offer,
    Age,
    Day,
}

impl DeadlineFieldError {
    const fn text(self) -> Phrase {
        match self {
            Self::Which => text::CHOOSE_WHICH,
            Self::Substance => text::CHOOSE_SUBSTANCE,
            Self::Offer => text::CHOOSE_OFFER,
            Self::Age => text::WRITE_AGE,
            Self::Day => text::WRITE_DAY,
        }
    }

    /// The field to go to.
    const fn field(self) -> &'static str {
        match self {
            Self::Which => "WHICH-START",
            Self::Substance => "SUBSTANCE-ALCOHOL",
            Self::Offer => "OFFER-OWN",
            Self::Age => "AGE",
            Self::Day => "DAY",
        }
    }
}

impl DeadlineForm {
    /// The names of the fields.
    pub const FIELDS: [&str; 7] = ["WHICH", "SUBSTANCE", "OFFER", "AGE", "DAY", "MONTH", "YEAR"];

    /// Reads the fields, in the order of [`Self::FIELDS`]: the form as the page shows it, and the case if all of
    /// it can be used. `offers` are those that are told apart.
    #[must_use]
    pub fn check(
        [which, substance, offer, age, day, month, year]: [String; 7],
        offers: &[DeadlineOffer],
    ) -> (Self, Option<DeadlineCase>) {
        let mut form = Self {
            which: DeadlineQuestion::from_code(&which),
            substance: Substance::from_code(&substance),
            offer: DeadlineOffer::from_code(&offer).filter(|one| offers.contains(one)),
            age,
            day,
            month,
            year,
            problems: Vec::new(),
        };
        let age = form.age.trim().parse().ok().filter(|age: &u8| *age <= 120);
        let day = form.parse_day();
        // A complaint does not depend on it.
        let is_asked = !offers.is_empty() && form.which != Some(DeadlineQuestion::Complaint);
        let offer = if is_asked { form.offer } else { Some(DeadlineOffer::Own) };
        let wrong = [
            (form.which.is_none(), DeadlineFieldError::Which),
            (form.substance.is_none(), DeadlineFieldError::Substance),
            (offer.is_none(), DeadlineFieldError::Offer),
            (age.is_none(), DeadlineFieldError::Age),
            (day.is_none(), DeadlineFieldError::Day),
        ];
        form.problems = wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect();
        let case = form.which.zip(form.substance).zip(offer.zip(age.zip(day)));
        let case = case.map(|((question, substance), (offer, (age, day)))| DeadlineCase {
            question,
            substance,
            offer,
            age,
            day,
        });
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

/// The fields, with what was typed. `counted_from` says which day a complaint is counted from; of `offers` one is chosen,
/// where any are told apart.
pub fn show_fields(
    form: &DeadlineForm,
    offers: &[DeadlineOffer],
    counted_from: Phrase,
    lang: Lang,
) -> impl IntoView + use<> {
    let which = DeadlineQuestion::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), question(one).get(lang), form.which == Some(one)))
        .collect();
    let substances = Substance::ALL
        .iter()
        .map(|&one| Choice::new(one.code(), common::substance(one).get(lang), form.substance == Some(one)))
        .collect();
    let offers: Vec<_> = offers
        .iter()
        .map(|&one| Choice::new(one.code(), text::offer(one).get(lang), form.offer == Some(one)))
        .collect();
    let day_hint = format!("{} {}", text::DAY_HINT_START.get(lang), counted_from.get(lang));
    let parts = [
        ("DAY", text::DAY, &form.day, 2),
        ("MONTH", text::MONTH, &form.month, 2),
        ("YEAR", text::YEAR, &form.year, 4),
    ]
    .map(|(name, label, value, size)| Part { name, label: label.get(lang), value: value.clone(), size })
    .into();
    let legend = |question: Phrase| Legend::Label(question.get(lang).to_owned());
    let (which_error, substance_error, offer_error) = (
        form.error(DeadlineFieldError::Which, lang),
        form.error(DeadlineFieldError::Substance, lang),
        form.error(DeadlineFieldError::Offer, lang),
    );
    let offers = (!offers.is_empty()).then(|| {
        view! { <RadioGroup name="OFFER" legend=legend(text::OFFER) choices=offers lang=lang error=offer_error/> }
    });
    let (age_error, day_error) =
        (form.error(DeadlineFieldError::Age, lang), form.error(DeadlineFieldError::Day, lang));
    view! {
        <RadioGroup name="WHICH" legend=legend(text::WHICH) choices=which lang=lang error=which_error/>
        <RadioGroup name="SUBSTANCE" legend=legend(text::SUBSTANCE) choices=substances lang=lang error=substance_error/>
        {offers}
        <Field name="AGE" label=text::AGE.get(lang) hint=text::AGE_HINT.get(lang) value=form.age.clone() lang=lang error=age_error inputmode="numeric" maxlength=3 size=3/>
        <Parts name="DAY" legend=legend(text::DAY_TITLE) hint=day_hint parts=parts lang=lang error=day_error/>
    }
}

const fn question(question: DeadlineQuestion) -> Phrase {
    match question {
        DeadlineQuestion::Start => text::START,
        DeadlineQuestion::Complaint => text::COMPLAIN,
    }
}
