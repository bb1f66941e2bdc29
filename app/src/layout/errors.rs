//! What a form lacks, told above it.

use crate::text::common;
use domain::Lang;
use leptos::prelude::*;

/// Each problem, as a link to its field; nothing where there is none.
#[component]
pub fn ErrorSummary(problems: Vec<(String, String)>, lang: Lang) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        let items = problems
            .into_iter()
            .map(|(field, text)| {
                view! { <li><a class="function-link" href=format!("#{field}")>{text}</a></li> }
            })
            .collect_view();
        view! {
            <div class="alert alert-error" role="alert">
                <div class="alert-body">
                    <h2 class="alert-heading">{common::THERE_IS_A_PROBLEM.get(lang)}</h2>
                    <ul class="nobullet-list">{items}</ul>
                </div>
            </div>
        }
    })
}
