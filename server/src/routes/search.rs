//! Searching. What is looked for travels in the body of a POST and is kept nowhere.

use crate::{
    http::form::Fields,
    visit::{InMunicipality, Visit},
};
use app::{
    layout::{Frame, LanguageSwitch},
    pages::search::{Query, QueryProblem, search_page},
    text::{common, search as text},
};
use axum::{
    body::Body,
    http::{Response, StatusCode},
};
use domain::Standard;
use std::sync::Arc;

/// The longest text that is searched for, in characters.
const LONGEST: usize = 200;

pub async fn start(InMunicipality { visit, standard, .. }: InMunicipality) -> Response<Body> {
    form(&visit, Some(&standard))
}

pub async fn start_everywhere(visit: Visit) -> Response<Body> {
    form(&visit, None)
}

pub async fn in_municipality(
    InMunicipality { visit, standard, .. }: InMunicipality,
    fields: Fields,
) -> Response<Body> {
    answer(&visit, Some(&standard), fields)
}

pub async fn everywhere(visit: Visit, fields: Fields) -> Response<Body> {
    answer(&visit, None, fields)
}

fn form(visit: &Visit, standard: Option<&Arc<Standard>>) -> Response<Body> {
    let frame = visit.frame(text::TITLE.get(visit.lang), standard);
    let today = visit.now.date();
    visit.reading(frame, |frame| search_page(frame, Query::default(), None, today))
}

fn answer(visit: &Visit, standard: Option<&Arc<Standard>>, fields: Fields) -> Response<Body> {
    let query = read(fields);
    let title = text::TITLE.get(visit.lang);
    let (status, title) = match query.problem {
        Some(_) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{}{title}", common::ERROR.get(visit.lang))),
        None => (StatusCode::OK, title.to_owned()),
    };
    let switch = LanguageSwitch::Form(vec![("Q".to_owned(), query.text.clone())]);
    let frame = Frame { switch, ..visit.frame(&title, standard) };
    let code = standard.map(|standard| standard.code.as_str());
    let answer = query.problem.is_none().then(|| visit.portal.search.find(&query.text, code));
    visit.fresh(status, frame, |frame| search_page(frame, query, answer.as_ref(), visit.now.date()))
}

/// What was typed, as it was typed, and what is wrong with it.
fn read(mut fields: Fields) -> Query {
    let text = fields.take("Q").unwrap_or_default();
    let problem = if text.trim().is_empty() {
        Some(QueryProblem::Empty)
    } else if text.chars().count() > LONGEST {
        Some(QueryProblem::TooLong)
    } else {
        None
    };
    Query { text, problem }
}
