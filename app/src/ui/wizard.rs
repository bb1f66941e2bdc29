//! The page of one step of a task: where one is, what went wrong, and the question.

use crate::{
    tasks::booking::text as booking,
    ui::{
        document::{Document, PageMeta},
        error_summary::{ErrorSummary, FieldError},
        progress_path as stones,
    },
};
use domain::Standard;
use leptos::prelude::*;

/// Step `place.0` of `place.1`. `intro` stands above the path, `after` below the question; `problem` is told with the
/// field it leads to.
pub fn wizard_page(
    meta: PageMeta,
    standard: &Standard,
    place: (usize, usize),
    intro: Option<AnyView>,
    problem: Option<FieldError>,
    question: AnyView,
    after: Option<AnyView>,
) -> impl IntoView + use<> {
    let lang = meta.lang;
    let (number, of) = place;
    let progress = booking::step(number, of, lang);
    let path = stones::steps(number, of, &progress).into_string();
    let problems: Vec<_> = problem.into_iter().collect();
    let name = standard.name.get(lang).to_owned();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <p><a class="back-link" href=meta.in_municipality("")>{name}</a></p>
                {intro}
                <div class="guide">
                    <p class="progress">{progress}</p>
                    <div inner_html=path></div>
                    <ErrorSummary problems=problems lang=lang/>
                    {question}
                </div>
                {after}
            </div>
        </Document>
    }
}
