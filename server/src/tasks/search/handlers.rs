//! Searching. What is looked for travels in the body of a POST and is kept nowhere.

use crate::web::{
    form::FormBody,
    request_context::{MunicipalityContext, RequestContext},
};
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
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::Standard;
use std::sync::Arc;

/// The longest text that is searched for, in characters.
const LONGEST: usize = 200;

pub async fn start(MunicipalityContext { context, standard, .. }: MunicipalityContext) -> Response<Body> {
    form(&context, Some(&standard))
}

pub async fn start_everywhere(context: RequestContext) -> Response<Body> {
    form(&context, None)
}

pub async fn in_municipality(
    MunicipalityContext { context, standard, .. }: MunicipalityContext,
    fields: FormBody,
) -> Response<Body> {
    answer(&context, Some(&standard), fields)
}

pub async fn everywhere(context: RequestContext, fields: FormBody) -> Response<Body> {
    answer(&context, None, fields)
}

fn form(context: &RequestContext, standard: Option<&Arc<Standard>>) -> Response<Body> {
    let meta = context.meta(text::TITLE.get(context.lang), standard);
    let today = context.now.date();
    context.cached_page(meta, |meta| search_page(meta, Query::default(), None, today))
}

fn answer(context: &RequestContext, standard: Option<&Arc<Standard>>, fields: FormBody) -> Response<Body> {
    let query = read(fields);
    let title = text::TITLE.get(context.lang);
    let (status, title) = match query.problem {
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(context.lang))),
        None => (StatusCode::OK, title.to_owned()),
    };
    let switch = LanguageSwitch::Form(vec![("Q".to_owned(), query.text.clone())]);
    let meta = PageMeta { switch, ..context.meta(&title, standard) };
    let code = standard.map(|standard| standard.code.as_str());
    let answer = query.problem.is_none().then(|| context.portal.search.find(&query.text, code));
    context.page(status, meta, |meta| search_page(meta, query, answer.as_ref(), context.now.date()))
}

/// What was typed, as it was typed, and what is wrong with it.
fn read(mut fields: FormBody) -> Query {
    let text = fields.take("Q").unwrap_or_default();
    let problem = if text.trim().is_empty() {
        Some(QueryError::Empty)
    } else if text.chars().count() > LONGEST {
        Some(QueryError::TooLong)
    } else {
        None
    };
    Query { text, problem }
}
