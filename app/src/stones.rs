//! The one picture of the portal: a path of stepping stones over calm water.
//!
//! A long path winds in rows instead of shrinking. The picture is decoration for who sees it: the
//! words beside it say the same.

use leptos::prelude::*;

/// The state of one stone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stone {
    Done,
    Now,
    Ahead,
    /// A day or step that matters.
    Milestone,
}

impl Stone {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "stone done",
            Self::Now => "stone now",
            Self::Ahead => "stone",
            Self::Milestone => "stone milestone",
        }
    }
}

/// A path of stones, each with the number it carries, if any. `name` is read out for the picture.
#[component]
pub fn StonePath(stones: Vec<(Stone, Option<usize>)>, name: String) -> impl IntoView {
    let stones = stones
        .into_iter()
        .map(|(stone, number)| {
            let number = number.map(|number| view! { <text x="22" y="19">{number}</text> });
            view! {
                <svg class=stone.class() viewBox="0 0 44 34" width="44" height="34">
                    <ellipse class="side" cx="22" cy="18" rx="19" ry="12"></ellipse>
                    <ellipse class="top" cx="22" cy="14" rx="19" ry="12"></ellipse>
                    {number}
                </svg>
            }
        })
        .collect_view();
    view! { <div class="stones" role="img" aria-label=name>{stones}</div> }
}
