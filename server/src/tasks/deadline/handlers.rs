//! The calculator of time limits. Where the phone does not count by itself, the day travels in the body of a
//! POST and is kept nowhere.

use crate::web::{Form, MunicipalityContext, PageResult};
use app::{
    tasks::deadline::{
        answer::{DeadlineAnswer, DeadlineGrounds},
        form::DeadlineForm,
        text,
        views::{deadline_answer_page, deadline_page},
    },
    ui::{
        document::{Island, LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::http::StatusCode;
use domain::{LocalDay, decide, list_offers};
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
    offer: String,
    age: String,
    day: String,
    month: String,
    year: String,
}

impl TypedDeadline {
    /// The fields as they were typed, in the order of [`DeadlineForm::FIELDS`].
    fn into_fields(self) -> [String; 7] {
        [self.which, self.substance, self.offer, self.age, self.day, self.month, self.year]
    }
}

pub async fn answer(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    Form(typed): Form<TypedDeadline>,
) -> PageResult {
    let fields = typed.into_fields();
    let kept = iter::zip(DeadlineForm::FIELDS.map(str::to_owned), fields.clone()).collect();
    let lang = context.lang;
    let offers = list_offers(&decide::list_deadlines(&standard));
    let (form, case) = DeadlineForm::check(fields, &offers);
    let title = text::TITLE.get(lang);
    let (status, title) = match case {
        Some(_) => (StatusCode::OK, title.to_owned()),
        None => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(lang))),
    };
    let meta = PageMeta { switch: LanguageSwitch::Form(kept), ..context.meta(&title, Some(&standard)) };
    let answer = case.map(|case| {
        let decision = decide::deadline(standard.rules_for(case.substance), &case);
        let answer = DeadlineAnswer {
            question: case.question,
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
    Ok(context.page(status, meta, |meta| deadline_answer_page(meta, &standard, (&form, &offers), answer)))
}
