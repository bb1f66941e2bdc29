//! The receipt: when, how, and the code that leads back.

use crate::{
    layout::{Document, Frame, explained, hidden, reach},
    text::{booking as text, calendar, dates},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Lang, Standard};
use leptos::prelude::*;

/// What has been booked.
pub struct Receipt<'a> {
    pub standard: &'a Standard,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    /// Whether the centre must confirm it first.
    pub pending: bool,
    /// The name by which a calendar knows it again.
    pub uid: String,
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
    let code = receipt.code.map(|code| shown_code(code, lang));
    let title = if receipt.pending { text::PENDING_TITLE } else { text::RECEIPT_TITLE };
    let pending = receipt.pending.then(|| view! { <p>{text::PENDING.get(lang)}</p> });
    let calendar = calendar_form(&frame, receipt.begins, receipt.minutes, &receipt.uid, lang);
    let (as_whom, pseudonym) = (text::AS.get(lang), receipt.pseudonym.to_owned());
    let next = text::next(receipt.kind).get(lang);
    let unit = standard.main_unit();
    let address = (receipt.kind == BookingKind::InPerson).then(|| address(receipt, lang));
    let ways = reach(standard, unit, receipt.now, lang);
    let deleted = text::deleted(&dates::date(receipt.until, lang), lang);
    let unit = unit.name.get(lang).to_owned();
    view! {
        <Document frame=frame.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1 class="alert-heading">{title.get(lang)}</h1>
                    <p><strong>{when}</strong>" ("{lasts}")"<br/>{how}</p>
                    {pending}
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
                <div class="actions">
                    <a class="button button-secondary" href=frame.to("/kode")>{text::USE_CODE.get(lang)}</a>
                    {calendar}
                </div>
            </div>
        </Document>
    }
}

/// A new code, and what it is for.
pub(super) fn shown_code(code: &str, lang: Lang) -> AnyView {
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
    .into_any()
}

/// Where one meets: for the clarifying conversation the place that the standard keeps apart.
fn address(receipt: &Receipt<'_>, lang: Lang) -> AnyView {
    let apart = receipt.standard.rules.anonymous_drug_treatment.place.value();
    match apart.filter(|_| receipt.about == BookingAbout::Clarifying) {
        Some(place) => view! { <p>{explained(place.get(lang), lang)}</p> }.into_any(),
        None => {
            let address = receipt.standard.main_unit().address.value().cloned();
            address.map(|address| view! { <p lang="da">{address.get(lang).to_owned()}</p> }).into_any()
        }
    }
}

/// A file for the phone's calendar, for who asks for it.
pub fn calendar_form(frame: &Frame, begins: NaiveDateTime, minutes: u16, uid: &str, lang: Lang) -> AnyView {
    let fields = vec![
        ("BEGINS", super::written(begins)),
        ("MINUTES", minutes.to_string()),
        ("UID", uid.to_owned()),
    ];
    view! {
        <form method="post" action=frame.to("/kalender")>
            {hidden(fields)}
            <button type="submit" class="button button-secondary">{calendar::GET.get(lang)}</button>
            <p class="hint">{calendar::HINT.get(lang)}</p>
        </form>
    }
    .into_any()
}
