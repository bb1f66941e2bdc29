//! What goes to the next authority with a complaint, as a document: in Danish, whatever language the desk is read in.

use super::{
    text,
    views::{ComplaintPage, list_facts},
};
use crate::{
    phrase::{Phrase, phrase},
    tasks::complaint::{
        text::{self as complaint, attachment},
        views::{ShownEvent, SignedReceipt, group, list_receipt},
    },
    ui::{dates, text as common},
};
use domain::{
    Lang,
    complaint::{ComplaintFact, find_body},
};

const LANG: Lang = Lang::Da;

const TITLE: Phrase = phrase("Klage {}", "Complaint {}");
const TO: Phrase = phrase("Til", "To");
const FROM: Phrase = phrase("Fra", "From");
const MADE: Phrase = phrase("Skrevet ud", "Written out");
const FACTS: Phrase = phrase("Oplysninger", "Facts");
const DECISION: Phrase = phrase("Afgørelsen", "The decision");
const LETTERS: Phrase = phrase("Breve og spørgsmål", "Letters and questions");
const NO_LETTERS: Phrase = phrase("Der er ikke skrevet andet.", "Nothing else has been written.");
const TIMELINE: Phrase = phrase("Forløb", "Timeline");
const ATTACHED: Phrase = phrase("Bilag", "Attachments");
const NO_FILES: Phrase = phrase("Der er ingen bilag.", "There are no attachments.");
const RECEIPT_HOW: Phrase = phrase(
    "Kvitteringen er underskrevet af portalen. Enhver kan kontrollere den på portalens side /kvittering med nummer og kontrolord, eller uden portalen med linjen, underskriften og nøglen (Ed25519).",
    "The receipt is signed by the portal. Anybody can check it on the portal's page /kvittering by number and check words, or without the portal by the line, the signature and the key (Ed25519).",
);
const UNREADABLE_SIGNS: Phrase = phrase(
    "Tegn, som denne skrift ikke har, står som ◊. I filen klage.json står alt, som det blev skrevet.",
    "Signs that this type does not have stand as ◊. In the file klage.json all stands as it was written.",
);

/// A document in sections, each with a heading of its own.
pub struct PackageDocument {
    pub title: String,
    pub lead: Vec<String>,
    pub index: String,
    pub sections: Vec<PackageSection>,
    /// What is said where a sign cannot be written.
    pub unreadable_signs: String,
}

/// A section of it.
pub struct PackageSection {
    pub title: String,
    pub blocks: Vec<PackageBlock>,
}

/// What a section is made of.
pub enum PackageBlock {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
}

/// The name of an attachment's file within the package.
#[must_use]
pub fn name_file(place: u32, extension: &str) -> String {
    format!("bilag-{place}.{extension}")
}

/// The document of a complaint that goes on to a body; `None` where the standard does not name that one.
#[must_use]
pub fn write_package(page: &ComplaintPage<'_>, signed: &SignedReceipt) -> Option<PackageDocument> {
    let body = find_body(page.standard, page.onward?)?;
    let number = group(&page.receipt.number);
    let rows = [
        (TO, body.name.get(LANG).to_owned()),
        (FROM, page.standard.name.get(LANG).to_owned()),
        (MADE, dates::long_date(page.today.date(), LANG)),
    ];
    // By the name that the desk calls them they could be found in what is not the authority's.
    let facts = list_facts(page, LANG).into_iter().filter(|(label, _)| *label != text::ALIAS);
    let sections = [
        (FACTS, vec![PackageBlock::List(write_rows(facts))]),
        (text::COMPLAINT, write_complaint(page)),
        (DECISION, write_decision(page)),
        (LETTERS, write_letters(page)),
        (TIMELINE, vec![PackageBlock::List(write_timeline(page))]),
        (ATTACHED, vec![write_attached(page)]),
        (complaint::receipt::RECEIPT, write_receipt(page, signed)),
    ];
    let section = |(title, blocks): (Phrase, _)| PackageSection { title: title.get(LANG).to_owned(), blocks };
    Some(PackageDocument {
        title: TITLE.with(&number, LANG),
        lead: write_rows(rows),
        index: phrase("Indhold", "Contents").get(LANG).to_owned(),
        sections: sections.map(section).into(),
        unreadable_signs: UNREADABLE_SIGNS.get(LANG).to_owned(),
    })
}

fn write_rows(rows: impl IntoIterator<Item = (Phrase, String)>) -> Vec<String> {
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    rows.map(|(label, value)| format!("{}: {value}", label.get(LANG))).collect()
}

fn write_paragraphs(words: &str) -> impl Iterator<Item = PackageBlock> {
    words.lines().filter(|line| !line.trim().is_empty()).map(|line| PackageBlock::Paragraph(line.to_owned()))
}

fn write_complaint(page: &ComplaintPage<'_>) -> Vec<PackageBlock> {
    let subject = page.subject.map(|subject| complaint::subject(subject).0.get(LANG).to_owned());
    let words = page.events.first().and_then(|event| event.words.as_deref()).unwrap_or_default();
    subject.map(PackageBlock::Heading).into_iter().chain(write_paragraphs(words)).collect()
}

/// What happened, in words: the day, what, and who did it.
fn describe_event(event: &ShownEvent, author: &str) -> String {
    let day = dates::long_date(event.on.date(), LANG);
    let who = if author.is_empty() { text::BY_CITIZEN.get(LANG) } else { author };
    common::capitalised(&format!("{day}: {}, {who}", text::fact(event.fact).get(LANG)))
}

fn write_events(page: &ComplaintPage<'_>, is_wanted: impl Fn(ComplaintFact) -> bool) -> Vec<PackageBlock> {
    let events = page.events.iter().zip(page.authors).skip(1).filter(|(event, _)| is_wanted(event.fact));
    let blocks = events.filter_map(|(event, author)| {
        let heading = PackageBlock::Heading(describe_event(event, author));
        Some([heading].into_iter().chain(write_paragraphs(event.words.as_deref()?)))
    });
    blocks.flatten().collect()
}

fn write_decision(page: &ComplaintPage<'_>) -> Vec<PackageBlock> {
    write_events(page, ComplaintFact::is_decision)
}

fn write_letters(page: &ComplaintPage<'_>) -> Vec<PackageBlock> {
    let letters = write_events(page, |fact| !fact.is_decision());
    if letters.is_empty() { vec![PackageBlock::Paragraph(NO_LETTERS.get(LANG).to_owned())] } else { letters }
}

fn write_timeline(page: &ComplaintPage<'_>) -> Vec<String> {
    page.events.iter().zip(page.authors).map(|(event, author)| describe_event(event, author)).collect()
}

fn write_attached(page: &ComplaintPage<'_>) -> PackageBlock {
    if page.attached.is_empty() {
        return PackageBlock::Paragraph(NO_FILES.get(LANG).to_owned());
    }
    let describe = |file: &crate::tasks::complaint::attachment::ShownAttachment| {
        format!(
            "{}: {} ({}), SHA-256 {}",
            name_file(file.place, file.kind.extension()),
            attachment::show_name(&file.name, LANG),
            attachment::describe(file.kind, file.size, LANG),
            file.print
        )
    };
    PackageBlock::List(page.attached.iter().map(describe).collect())
}

fn write_receipt(page: &ComplaintPage<'_>, signed: &SignedReceipt) -> Vec<PackageBlock> {
    let told = list_receipt(page.standard, &signed.receipt, Some(&signed.words), LANG);
    let proof = [
        (complaint::receipt::LINE, signed.receipt.to_string()),
        (complaint::receipt::SIGNED, signed.signature.clone()),
        (complaint::receipt::KEY, signed.public_key.clone()),
    ];
    vec![
        PackageBlock::List(write_rows(told)),
        PackageBlock::Paragraph(RECEIPT_HOW.get(LANG).to_owned()),
        PackageBlock::List(write_rows(proof)),
    ]
}
