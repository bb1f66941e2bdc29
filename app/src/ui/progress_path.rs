//! The one picture of the portal: a path of stepping stones over calm water.
//!
//! A long path winds in rows instead of shrinking. The picture is one image to who cannot see it:
//! the words beside it say the same.

use maud::{Markup, html};
use std::cmp::Ordering;

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

/// A path of stones, each with its number. `name` is read out for the picture.
#[must_use]
pub fn path(stones: impl IntoIterator<Item = (Stone, usize)>, name: &str) -> Markup {
    html! {
        div class="stones" role="img" aria-label=(name) {
            @for (stone, number) in stones {
                svg class=(stone.class()) viewBox="0 0 44 34" width="44" height="34" {
                    ellipse class="side" cx="22" cy="18" rx="19" ry="12" {}
                    ellipse class="top" cx="22" cy="14" rx="19" ry="12" {}
                    text x="22" y="19" font-size="13" { (number) }
                }
            }
        }
    }
}

/// The path of a task with so many steps, at step `number`.
#[must_use]
pub fn steps(number: usize, of: usize, name: &str) -> Markup {
    let stone = |step: usize| match step.cmp(&number) {
        Ordering::Less => Stone::Done,
        Ordering::Equal => Stone::Now,
        Ordering::Greater => Stone::Ahead,
    };
    path((1..=of).map(|step| (stone(step), step)), name)
}
