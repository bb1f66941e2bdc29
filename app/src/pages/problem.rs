//! Pages for what cannot be shown: each says what happened and where to go.

use crate::{
    layout::{Document, Frame, WaysOn},
    text::{Phrase, choose, problem as text},
};
use domain::Standard;
use leptos::prelude::*;
use std::sync::Arc;

/// What cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    NotFound,
    UnknownMunicipality,
    UnknownOffer,
    WrongMethod,
    TooLarge,
    /// The form did not arrive in time.
    TooSlow,
    Foreign,
    Broken,
    /// Too many want the same slow thing at once.
    Busy,
    /// More than a centre can have at once.
    TooMany,
    /// What is stored cannot be reached.
    Unavailable,
}

impl Problem {
    #[must_use]
    pub const fn title(self) -> Phrase {
        match self {
            Self::NotFound => text::NOT_FOUND,
            Self::UnknownMunicipality => text::UNKNOWN_MUNICIPALITY,
            Self::UnknownOffer => text::UNKNOWN_OFFER,
            Self::WrongMethod => text::WRONG_METHOD,
            Self::TooLarge => text::TOO_LARGE,
            Self::TooSlow => text::TOO_SLOW,
            Self::Foreign => text::FOREIGN,
            Self::Broken => text::BROKEN,
            Self::Busy => text::BUSY,
            Self::TooMany => text::TOO_MANY,
            Self::Unavailable => text::UNAVAILABLE,
        }
    }

    const fn text(self) -> Phrase {
        match self {
            Self::NotFound => text::NOT_FOUND_TEXT,
            Self::UnknownMunicipality => text::UNKNOWN_MUNICIPALITY_TEXT,
            Self::UnknownOffer => text::UNKNOWN_OFFER_TEXT,
            Self::WrongMethod => text::WRONG_METHOD_TEXT,
            Self::TooLarge => text::TOO_LARGE_TEXT,
            Self::TooSlow => text::TOO_SLOW_TEXT,
            Self::Foreign => text::FOREIGN_TEXT,
            Self::Broken => text::BROKEN_TEXT,
            Self::Busy => text::BUSY_TEXT,
            Self::TooMany => text::TOO_MANY_TEXT,
            Self::Unavailable => text::UNAVAILABLE_TEXT,
        }
    }
}

/// A page that says what went wrong, with ways on.
#[component]
pub fn ProblemPage(frame: Frame, problem: Problem, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = frame.lang;
    let municipalities = standards
        .iter()
        .map(|standard| {
            let href = frame.to(&format!("/{}", standard.code));
            view! { <li><a href=href>{standard.name.get(lang).to_owned()}</a></li> }
        })
        .collect_view();
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <h1>{problem.title().get(lang)}</h1>
                <p class="lead">{problem.text().get(lang)}</p>
                <ul>
                    <WaysOn frame=frame.clone()/>
                    {municipalities}
                    <li><a href=frame.to("/")>{choose::TITLE.get(lang)}</a></li>
                </ul>
            </div>
        </Document>
    }
}
