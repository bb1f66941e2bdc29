//! `/hvad-vi-gemmer`: every column of the database, what it is for, and when it goes.

use crate::{
    tasks::about::stored_text as text,
    ui::document::{Document, PageMeta},
};
use domain::{Lang, Text};
use leptos::prelude::*;
use serde::Deserialize;

/// Whom a table is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Track {
    /// Nothing that could name a person.
    Anonymous,
    /// What somebody has told, sealed.
    Confidential,
    /// Complaints, sealed each under a key of its own.
    Complaint,
    /// Plans of treatment, sealed each under a key of its own.
    Plan,
    Staff,
}

impl Track {
    const ALL: [Self; 5] = [Self::Anonymous, Self::Confidential, Self::Complaint, Self::Plan, Self::Staff];
}

/// A table of the database.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct StoredTable {
    pub name: String,
    pub track: Track,
    pub purpose: Text,
    pub deleted: Text,
    pub columns: Vec<StoredColumn>,
}

#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct StoredColumn {
    pub name: String,
    #[serde(flatten)]
    pub text: Text,
}

/// The page.
pub fn stored_page(meta: PageMeta, tables: &[StoredTable]) -> impl IntoView + use<> {
    let lang = meta.lang;
    let tracks = Track::ALL.map(|track| of_track(track, tables, lang)).collect_view();
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <h1>{text::TITLE.get(lang)}</h1>
                <p class="lead">{text::LEAD.get(lang)}</p>
                {tracks}
                <p><a href=meta.to("/privatliv")>{crate::ui::text::PRIVACY.get(lang)}</a></p>
            </div>
        </Document>
    }
}

fn of_track(track: Track, tables: &[StoredTable], lang: Lang) -> AnyView {
    let (title, about) = match track {
        Track::Anonymous => (text::ANONYMOUS, text::ANONYMOUS_TEXT),
        Track::Confidential => (text::CONFIDENTIAL, text::CONFIDENTIAL_TEXT),
        Track::Complaint => (text::COMPLAINT, text::COMPLAINT_TEXT),
        Track::Plan => (text::PLAN, text::PLAN_TEXT),
        Track::Staff => (text::STAFF, text::STAFF_TEXT),
    };
    let tables = tables.iter().filter(|one| one.track == track).map(|one| table(one, lang)).collect_view();
    view! { <section><h2>{title.get(lang)}</h2><p>{about.get(lang)}</p>{tables}</section> }.into_any()
}

fn table(table: &StoredTable, lang: Lang) -> AnyView {
    let columns = table
        .columns
        .iter()
        .map(|column| {
            let text = column.text.get(lang).to_owned();
            view! { <li><span class="name">{column.name.clone()}</span>": "{text}</li> }
        })
        .collect_view();
    let purpose = table.purpose.get(lang).to_owned();
    view! {
        <h3>{purpose.clone()}</h3>
        <p><strong>{text::DELETED.get(lang)}</strong>" "{table.deleted.get(lang).to_owned()}</p>
        <details class="details">
            <summary>{text::COLUMNS.get(lang)}<span class="sr-only">": "{purpose.clone()}</span></summary>
            <p class="hint">{text::TABLE.get(lang)}" "<span class="name">{table.name.clone()}</span></p>
            <ul>{columns}</ul>
        </details>
    }
    .into_any()
}
