//! The receipt: when, how, and the code that leads back.

use crate::{
    layout::{Document, Frame, reach},
    text::{booking as text, dates},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingKind, Standard};
use leptos::prelude::*;

/// What has been booked.
pub struct Receipt<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    /// The code, where a new one was made.
    pub code: Option<&'a str>,
    /// What staff call the citizen.
    pub pseudonym: &'a str,
    /// The last day on which the code works.
    pub until: NaiveDate,
    pub now: NaiveDateTime,
}

/// What is shown after booking.
pub fn receipt_page(frame: Frame, receipt: &Receipt<'_>) -> impl IntoView + use<> {
    let lang = frame.lang;
    let standard = receipt.standard;
    let when = format!(
        "{}, {}",
        dates::long_date(receipt.begins.date(), lang),
        dates::time(receipt.begins.time(), lang)
    );
    let lasts = text::lasts(receipt.minutes, lang);
    let how = text::kind(receipt.kind).get(lang);
    let code = receipt.code.map(|code| {
        let groups: Vec<String> = code.split(' ').map(str::to_owned).collect();
        let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
        view! {
            <section class="you">
                <h2>{text::CODE_TITLE.get(lang)}</h2>
                <p class="code">{groups}</p>
                <p>{text::CODE_WHY.get(lang)}</p>
                <p>{text::CODE_USE.get(lang)}</p>
            </section>
        }
    });
    let (as_whom, pseudonym) = (text::AS.get(lang), receipt.pseudonym.to_owned());
    let next = text::next(receipt.kind).get(lang);
    let unit = standard.main_unit();
    let address = (receipt.kind == BookingKind::InPerson).then(|| unit.address.value().cloned()).flatten();
    let address = address.map(|address| view! { <p lang="da">{address.get(lang).to_owned()}</p> });
    let ways = reach(standard, unit, receipt.now, lang);
    let deleted = text::deleted(&dates::date(receipt.until, lang), lang);
    let unit = unit.name.get(lang).to_owned();
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1 class="alert-heading">{text::RECEIPT_TITLE.get(lang)}</h1>
                    <p><strong>{when}</strong>" ("{lasts}")"<br/>{how}</p>
                </div></div>
                {code}
                <section>
                    <h2>{text::NEXT.get(lang)}</h2>
                    <p>{next}</p>
                    <p>{as_whom}" "<strong>{pseudonym}</strong>"."</p>
                    <p>{unit}</p>
                    {address}
                    {ways}
                    <p>{deleted}</p>
                </section>
                <p class="actions"><a class="button button-secondary" href=frame.to("/kode")>{text::USE_CODE.get(lang)}</a></p>
            </div>
        </Document>
    }
}
