//! The calculator of time limits. Where the phone does not count by itself, the day travels in the body of a
//! POST and is kept nowhere.

use crate::web::{Form, MunicipalityContext, PageResult};
use app::{
    tasks::deadline::{
        answer::{DeadlineAnswer, DeadlineGrounds},
        form::DeadlineForm,
        text,
        views::{deadline_answer_page, deadline_page, name_questions},
    },
    ui::{
        document::{Island, LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::http::StatusCode;
use domain::{
    LocalDay,
    decide::{self, AskedDeadline, DeadlineQuestion},
};
use serde::Deserialize;
use std::iter;

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    let meta = PageMeta {
        island: Some(Island::Deadline),
        ..context.meta(text::TITLE.get(context.lang), Some(&standard))
    };
    let now = context.now;
    Ok(context.cached_page(meta, |meta| deadline_page(meta, &standard, now)))
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
    /// The fields as they were typed, in the order of [`DeadlineForm::FIELDS`].
    fn into_fields(self) -> [String; 6] {
        [self.which, self.substance, self.age, self.day, self.month, self.year]
    }
}

pub async fn answer(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    Form(typed): Form<TypedDeadline>,
) -> PageResult {
    let lang = context.lang;
    let questions = name_questions(&standard, lang);
    // What is not asked here is no answer.
    let which = Some(typed.which).filter(|which| questions.iter().any(|[code, _]| code == which));
    let fields = TypedDeadline { which: which.unwrap_or_default(), ..typed }.into_fields();
    let kept = iter::zip(DeadlineForm::FIELDS.map(str::to_owned), fields.clone()).collect();
    let (form, case) = DeadlineForm::check(fields);
    let title = text::TITLE.get(lang);
    let (status, title) = match case {
        Some(_) => (StatusCode::OK, title.to_owned()),
        None => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(lang))),
    };
    let meta = PageMeta { switch: LanguageSwitch::Form(kept), ..context.meta(&title, Some(&standard)) };
    let asked = case.and_then(|case| {
        let question = DeadlineQuestion::from_code(&case.which)?;
        Some(AskedDeadline { question, substance: case.substance, age: case.age, day: case.day })
    });
    let answer = asked.map(|case| {
        let decision = decide::deadline(standard.rules_for(case.substance), &case);
        let answer = DeadlineAnswer {
            latest: decision.outcome.latest,
            today: LocalDay::new(context.now.date()),
            grounds: DeadlineGrounds::of(
                &decision,
                (case.substance, case.day),
                standard.rules_for(case.substance),
                lang,
            ),
        };
        (case.substance, answer)
    });
    Ok(context.page(status, meta, |meta| deadline_answer_page(meta, &standard, (&form, &questions), answer)))
}
