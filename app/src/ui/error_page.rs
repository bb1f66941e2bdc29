//! Pages for what cannot be shown: each says what happened and where to go.

use crate::{
    phrase::Phrase,
    tasks::home::text as choose,
    ui::{
        document::{Document, PageMeta},
        error_page_text as text,
        next_links::NextLinks,
    },
};
use domain::Standard;
use leptos::prelude::*;
use std::sync::Arc;

/// What cannot be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    NotFound,
    UnknownMunicipality,
    UnknownOffer,
    WrongMethod,
    TooLarge,
    /// The form did not arrive in time.
    TooSlow,
    /// A field has a value that it cannot have.
    Unreadable,
    Foreign,
    /// Somebody has left the page, and it does not come back: they are led to the front page.
    Left,
    Broken,
    /// Too many want the same slow thing at once.
    Busy,
    /// More than a centre can have at once.
    TooMany,
    /// What is stored cannot be reached.
    Unavailable,
}

impl ErrorKind {
    #[must_use]
    pub const fn title(self) -> Phrase {
        match self {
            Self::NotFound => text::NOT_FOUND,
            Self::UnknownMunicipality => text::UNKNOWN_MUNICIPALITY,
            Self::UnknownOffer => text::UNKNOWN_OFFER,
            Self::WrongMethod => text::WRONG_METHOD,
            Self::TooLarge => text::TOO_LARGE,
            Self::TooSlow => text::TOO_SLOW,
            Self::Unreadable => text::UNREADABLE,
            Self::Foreign => text::FOREIGN,
            Self::Left => text::LEFT,
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
            Self::Unreadable => text::UNREADABLE_TEXT,
            Self::Foreign => text::FOREIGN_TEXT,
            Self::Left => text::LEFT_TEXT,
            Self::Broken => text::BROKEN_TEXT,
            Self::Busy => text::BUSY_TEXT,
            Self::TooMany => text::TOO_MANY_TEXT,
            Self::Unavailable => text::UNAVAILABLE_TEXT,
        }
    }
}

/// A page that says what went wrong, with ways on.
#[component]
pub fn ErrorPage(meta: PageMeta, kind: ErrorKind, standards: Vec<Arc<Standard>>) -> impl IntoView {
    let lang = meta.lang;
    let municipalities = standards
        .iter()
        .map(|standard| {
            let href = meta.to(&format!("/{}", standard.code));
            view! { <li><a href=href>{standard.name.get(lang).to_owned()}</a></li> }
        })
        .collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{kind.title().get(lang)}</h1>
                <p class="lead">{kind.text().get(lang)}</p>
                <ul>
                    <NextLinks meta=meta.clone()/>
                    {municipalities}
                    <li><a href=meta.to("/")>{choose::TITLE.get(lang)}</a></li>
                </ul>
            </div>
        </Document>
    }
}
