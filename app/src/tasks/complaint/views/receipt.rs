//! The receipt of a complaint: what was signed, the way back, and what happens now.

use crate::{
    phrase::Phrase,
    tasks::{
        booking::views::receipt::shown_code,
        complaint::text::{attachment, receipt as text, route as say},
    },
    ui::{
        contact_block::contact_block,
        dates,
        document::{Document, PageMeta},
    },
};
use chrono::NaiveDate;
use domain::{
    Lang, LocalDay, Role, Standard,
    complaint::{Receipt, StartDayKind, find_body, unit_of_body},
};
use leptos::prelude::*;

/// A receipt, with what makes it possible to check it.
pub struct SignedReceipt {
    pub receipt: Receipt,
    pub words: String,
    /// In hexadecimal, and the key with which it can be checked.
    pub signature: String,
    pub public_key: String,
}

/// The code on a receipt.
pub enum ReceiptCode<'a> {
    /// A code of its own, and its last day.
    Own(&'a str, NaiveDate),
    /// It has stood here before.
    ShownBefore,
}

/// A complaint that was sent.
pub struct ReceiptPage<'a> {
    pub standard: &'a Standard,
    pub signed: &'a SignedReceipt,
    pub code: ReceiptCode<'a>,
    /// Whether somebody at the desk can read it.
    pub has_reader: bool,
    /// How many files go along.
    pub attached: usize,
}

/// What was received, and what happens now.
pub fn receipt_page(meta: PageMeta, page: &ReceiptPage<'_>) -> impl IntoView + use<> {
    let lang = meta.lang;
    let receipt = &page.signed.receipt;
    let day = dates::weekday_and_date(receipt.received_on.date(), lang);
    let code = match page.code {
        ReceiptCode::Own(code, until) => {
            let until = format!(
                "{} {}",
                text::KEPT.get(lang),
                crate::tasks::callback::text::CODE_UNTIL.with(&dates::date(until, lang), lang)
            );
            view! { {shown_code(code, [text::CODE_USE, text::CODE_LOST], lang)}<p>{until}</p> }.into_any()
        }
        ReceiptCode::ShownBefore => view! { <p>{text::CODE_SHOWN_BEFORE.get(lang)}</p> }.into_any(),
    };
    let ways = show_ways(&meta, page.standard, receipt);
    let read = page.has_reader.then(|| view! { <p>{text::NEXT_READ.get(lang)}</p> });
    let nobody = (!page.has_reader).then(|| view! { <p><strong>{text::NOBODY_YET.get(lang)}</strong></p> });
    let ticket = show_receipt(page.standard, receipt, Some(&page.signed.words), lang);
    let attached = (page.attached > 0).then(|| view! { <p>{attachment::count(page.attached, lang)}</p> });
    let check = meta.to("/kvittering");
    let signature = show_signature(page.signed, lang);
    view! {
        <Document meta=meta.clone()>
            <div class="container">
                <div class="alert alert-success" role="status"><div class="alert-body">
                    <h1 class="alert-heading">{text::DONE.get(lang)}</h1>
                    <p><strong>{day}</strong></p>
                </div></div>
                {ticket}
                {attached}
                {code}
                <section>
                    <h2>{text::NEXT.get(lang)}</h2>
                    {nobody}
                    {read}
                    <p>{text::NEXT_ASKED.get(lang)}</p>
                    {ways}
                </section>
                <section>
                    <p>{text::KEEP.get(lang)}" "<a href=check>{text::CHECK.get(lang)}</a></p>
                    {signature}
                </section>
            </div>
        </Document>
    }
}

/// What a receipt says, in words.
pub(crate) fn show_receipt(
    standard: &Standard,
    receipt: &Receipt,
    words: Option<&str>,
    lang: Lang,
) -> AnyView {
    let rows = list_receipt(standard, receipt, words, lang)
        .into_iter()
        .map(|(label, value)| {
            view! { <div class="answer"><dt>{label.get(lang)}</dt><dd><span>{value}</span></dd></div> }
        })
        .collect_view();
    view! { <section class="answers"><h2>{text::RECEIPT.get(lang)}</h2><dl>{rows}</dl></section> }.into_any()
}

/// The same, each with its label.
pub(crate) fn list_receipt(
    standard: &Standard,
    receipt: &Receipt,
    words: Option<&str>,
    lang: Lang,
) -> Vec<(Phrase, String)> {
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let name = |code: &String| {
        find_body(standard, code).map_or_else(|| code.clone(), |body| body.name.get(lang).to_owned())
    };
    let latest = receipt.latest.map_or_else(
        || text::timing(receipt.timing).get(lang).to_owned(),
        |latest| format!("{}. {}", day(latest), text::timing(receipt.timing).get(lang)),
    );
    let rows = [
        (text::NUMBER, Some(group(&receipt.number))),
        (text::WORDS, words.map(str::to_owned)),
        (text::MUNICIPALITY, Some(standard.name.get(lang).to_owned())),
        (text::RECEIVED, Some(day(receipt.received_on))),
        (text::GOES_TO, Some(describe_reader(standard, receipt, receipt.reader, lang))),
        (text::COUNTED_FROM, counted_from(receipt, lang)),
        (text::LATEST, Some(latest)),
        (text::REASSESS_BY, receipt.reassess_by.map(day)),
        (text::ONWARD, receipt.onward.as_ref().map(name)),
    ];
    rows.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

/// From which day the last one was counted, and whether that was worked out.
fn counted_from(receipt: &Receipt, lang: Lang) -> Option<String> {
    let start = receipt.start.filter(|_| receipt.latest.is_some())?;
    let day = |day: LocalDay| dates::weekday_and_date(day.date(), lang);
    let told = say::told_day(start.kind).with(&day(start.day?), lang);
    let worked_out = match start.kind {
        StartDayKind::SentDigitally => Some(say::WORKED_OUT_DIGITALLY.get(lang).to_owned()),
        StartDayKind::SentByLetter => Some(say::WORKED_OUT_BY_LETTER.with(&day(start.counts_from()?), lang)),
        StartDayKind::Made | StartDayKind::Received | StartDayKind::Unknown => None,
    };
    Some([told].into_iter().chain(worked_out).collect::<Vec<_>>().join(" "))
}

/// Who reads a complaint: the body that the standard names, or whoever does in its place.
#[must_use]
pub fn describe_reader(standard: &Standard, receipt: &Receipt, reader: Role, lang: Lang) -> String {
    let body = receipt.recipient.as_ref().and_then(|code| find_body(standard, code));
    match body {
        Some(body) if body.reader == Some(reader) => body.name.get(lang).to_owned(),
        _ => text::reader(reader).get(lang).to_owned(),
    }
}

/// How to reach whoever got a complaint; where the standard does not say how, that.
pub(super) fn show_ways(meta: &PageMeta, standard: &Standard, receipt: &Receipt) -> AnyView {
    let body = receipt.recipient.as_ref().and_then(|code| find_body(standard, code));
    let unit = match body {
        Some(body) => unit_of_body(standard, body),
        None => Some(standard.main_unit()),
    };
    let ways = unit.and_then(|unit| contact_block(meta, standard, unit));
    ways.unwrap_or_else(|| view! { <p>{say::NO_ADDRESS.get(meta.lang)}</p> }.into_any())
}

/// A number in two groups, as it is read aloud.
#[must_use]
pub fn group(number: &str) -> String {
    match number.split_at_checked(number.len() / 2) {
        Some((first, second)) => format!("{first}-{second}"),
        None => number.to_owned(),
    }
}

fn show_signature(signed: &SignedReceipt, lang: Lang) -> AnyView {
    let line = signed.receipt.to_string();
    view! {
        <details class="details">
            <summary>{text::SIGNATURE.get(lang)}</summary>
            <p>{text::SIGNATURE_WHY.get(lang)}</p>
            <p>{text::LINE.get(lang)}": "<span translate="no">{line}</span></p>
            <p>{text::SIGNED.get(lang)}": "<span translate="no">{signed.signature.clone()}</span></p>
            <p>{text::KEY.get(lang)}": "<span translate="no">{signed.public_key.clone()}</span></p>
        </details>
    }
    .into_any()
}
