//! On the waiting list: the code leads back to it.

use crate::{
    tasks::booking::{text, views::receipt::shown_code},
    ui::{
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
    },
};
use chrono::NaiveDate;
use domain::{BookingKind, Standard};
use leptos::prelude::*;

/// What somebody waits for.
pub struct Waiting<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    /// The code, where a new one was made.
    pub code: Option<&'a str>,
    /// The last day on which a new code works.
    pub until: Option<NaiveDate>,
}

/// What is shown to somebody who has been put on the list.
pub fn waiting_page(meta: PageMeta, waiting: &Waiting<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let standard = waiting.standard;
    let how = text::kind(waiting.kind).get(lang);
    let code = waiting.code.map(|code| shown_code(code, [text::CODE_USE, text::CODE_LOST], lang));
    let until = waiting.until.map(|until| text::waits_until(&dates::date(until, lang), lang));
    let ways = contact_block(&meta, standard, standard.main_unit());
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1>{text::WAITING_TITLE.get(lang)}</h1>
                    <p><strong>{how}</strong></p>
                </div></div>
                {code}
                <section>
                    <h2>{text::NEXT.get(lang)}</h2>
                    <p>{text::WAITING.get(lang)}</p>
                    <p>{until}</p>
                    {ways}
                </section>
                <p class="actions"><a class="button button-secondary" href=meta.to("/kode")>{text::USE_CODE.get(lang)}</a></p>
            </div>
        </Document>
    }
}
