//! The calculator of time limits. The day travels in the body of a POST and is kept nowhere.

use crate::web::{Form, MunicipalityContext, PageResult, RequestContext};
use app::{
    tasks::deadline::{
        text,
        views::{DeadlineAnswer, DeadlineFieldError, DeadlineForm, Which, deadline_page},
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::{
    Channel, ComplaintType, LocalDay, Standard, Substance, Treatment,
    decide::{self, Complaint, ContactBy, ContactEvent, GuaranteeClock},
};
use serde::Deserialize;
use std::sync::Arc;

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = context.meta(text::TITLE.get(context.lang), Some(&standard));
    let now = context.now;
    Ok(context.cached_page(meta, |meta| deadline_page(meta, &standard, &DeadlineForm::default(), None, now)))
}

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct TypedDeadline {
    which: String,
    substance: String,
    age: String,
    day: String,
    month: String,
    year: String,
}

impl TypedDeadline {
    /// The fields as they were typed.
    fn fields(&self) -> Vec<(String, String)> {
        [
            ("WHICH", &self.which),
            ("SUBSTANCE", &self.substance),
            ("AGE", &self.age),
            ("DAY", &self.day),
            ("MONTH", &self.month),
            ("YEAR", &self.year),
        ]
        .map(|(name, value)| (name.to_owned(), value.clone()))
        .into()
    }

    /// The form as the page shows it, and the case if all of it can be used.
    fn check(self) -> (DeadlineForm, Option<Case>) {
        let mut form = DeadlineForm {
            which: Which::ALL.into_iter().find(|one| one.code() == self.which),
            substance: Substance::from_code(&self.substance),
            age: self.age,
            day: self.day,
            month: self.month,
            year: self.year,
            problems: Vec::new(),
        };
        let age = form.age.trim().parse().ok().filter(|age: &u8| *age <= 120);
        let day = parse_day(&form);
        let wrong = [
            (form.which.is_none(), DeadlineFieldError::Which),
            (form.substance.is_none(), DeadlineFieldError::Substance),
            (age.is_none(), DeadlineFieldError::Age),
            (day.is_none(), DeadlineFieldError::Day),
        ];
        form.problems = wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)).collect();
        let case = form.which.zip(form.substance).zip(age.zip(day));
        (form, case.map(|((which, substance), (age, day))| Case { which, substance, age, day }))
    }
}

pub async fn answer(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    Form(typed): Form<TypedDeadline>,
) -> PageResult {
    let kept = typed.fields();
    let (form, case) = typed.check();
    let title = text::TITLE.get(context.lang);
    let (status, title) = match case {
        Some(_) => (StatusCode::OK, title.to_owned()),
        None => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang))),
    };
    let meta = PageMeta { switch: LanguageSwitch::Form(kept), ..context.meta(&title, Some(&standard)) };
    let answer = case.and_then(|case| decide_case(&context, &standard, &case));
    let now = context.now;
    Ok(context.page(status, meta, |meta| deadline_page(meta, &standard, &form, answer.as_ref(), now)))
}

/// What the calculator needs to know.
struct Case {
    which: Which,
    substance: Substance,
    age: u8,
    day: LocalDay,
}

/// A day of this or the last century.
fn parse_day(form: &DeadlineForm) -> Option<LocalDay> {
    let year = form.year.trim().parse().ok().filter(|year| (1900..=2199).contains(year))?;
    let (month, day) = (form.month.trim().parse().ok()?, form.day.trim().parse().ok()?);
    NaiveDate::from_ymd_opt(year, month, day).map(LocalDay::new)
}

fn decide_case(context: &RequestContext, standard: &Arc<Standard>, case: &Case) -> Option<DeadlineAnswer> {
    match case.which {
        Which::Start => {
            let decision = decide::guarantee_clock(&standard.rules, &clock(case)).ok()?;
            Some(DeadlineAnswer::of_clock(&decision, context.lang))
        }
        Which::Complaint => {
            let decision = decide::complaint(&standard.rules, &complaint(case));
            Some(DeadlineAnswer::of_complaint(&decision, context.lang))
        }
    }
}

fn clock(case: &Case) -> GuaranteeClock {
    GuaranteeClock {
        age: case.age,
        substance: case.substance,
        treatment: Treatment::Outpatient,
        offered_by_municipality: true,
        free_choice_used: false,
        serious_social_and_behavioural_problems: false,
        contacts: vec![ContactEvent {
            contact_at: case.day.begins(),
            channel: Channel::Phone,
            contact_by: ContactBy::Citizen,
            wish_for_treatment: true,
        }],
        treatment_started_at: None,
        evaluated_at: None,
    }
}

fn complaint(case: &Case) -> Complaint {
    Complaint {
        complaint_type: match case.substance {
            Substance::Alcohol => ComplaintType::AlcoholTreatmentDecision,
            Substance::Drugs => ComplaintType::DrugTreatmentDecision,
        },
        age: case.age,
        substance: case.substance,
        // Which of the two counts is the standard's to say; the page asks for that one.
        decision_made_on: Some(case.day),
        decision_received_on: Some(case.day),
        decision_opened_on: None,
        complaint_posted_on: None,
        event_on: None,
        complaint_received_at: None,
        exempt_from_digital_post: false,
        able_to_use_digital_form: true,
    }
}
