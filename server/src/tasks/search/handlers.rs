//! Searching. What is looked for travels in the body of a POST and is kept nowhere.

use crate::web::{Form, MunicipalityContext, PageResult, RequestContext};
use app::{
    tasks::search::{
        text,
        views::{Query, QueryError, search_page},
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::{http::StatusCode, response::Response};
use domain::Standard;
use serde::Deserialize;
use std::sync::Arc;

/// The longest text that is searched for, in characters.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "UPPERCASE")]
pub struct SearchForm {
    q: String,
}

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> PageResult {
    Ok(show_form(&context, Some(&standard)))
}

pub async fn start_everywhere(context: RequestContext) -> PageResult {
    Ok(show_form(&context, None))
}

pub async fn search(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    Form(form): Form<SearchForm>,
) -> PageResult {
    Ok(show_answer(&context, Some(&standard), form))
}

pub async fn search_everywhere(context: RequestContext, Form(form): Form<SearchForm>) -> PageResult {
    Ok(show_answer(&context, None, form))
}

fn show_form(context: &RequestContext, standard: Option<&Arc<Standard>>) -> Response {
    let meta = context.meta(text::TITLE.get(context.lang), standard);
    let today = context.now.date();
    context.cached_page(meta, |meta| search_page(meta, Query::default(), None, today))
}

fn show_answer(context: &RequestContext, standard: Option<&Arc<Standard>>, form: SearchForm) -> Response {
    let query = check(form.q);
    let title = text::TITLE.get(context.lang);
    let (status, title) = match query.problem {
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang))),
        None => (StatusCode::OK, title.to_owned()),
    };
    let switch = LanguageSwitch::Form(vec![("Q".to_owned(), query.text.clone())]);
    let meta = PageMeta { switch, ..context.meta(&title, standard) };
    let code = standard.map(|standard| standard.code.as_str());
    let catalogue = context.state.catalogue.get();
    let answer = query.problem.is_none().then(|| catalogue.search.find(&query.text, code));
    context.page(status, meta, |meta| search_page(meta, query, answer.as_ref(), context.now.date()))
}

/// What was typed, as it was typed, and what is wrong with it.
fn check(text: String) -> Query {
    let problem = if text.trim().is_empty() {
        Some(QueryError::Empty)
    } else if text.chars().count() > LONGEST {
        Some(QueryError::TooLong)
    } else {
        None
    };
    Query { text, problem }
}
