//! The package's facts for machines: codes as the portal stores them, days as `2026-11-23`, texts as they were written.

use crate::tasks::complaint::{
    attachment::model::OpenedAttachment, model::ComplaintRecord, service::OpenedComplaint,
};
use app::tasks::{complaint::views::SignedReceipt, desk::complaints::package::name_file};
use domain::LocalDay;
use serde_json::{Value, json};

/// Which reading of the fields this is.
const VERSION: u32 = 1;

/// A complaint that goes on to a body.
#[must_use]
pub fn write_json(
    (found, opened): (&ComplaintRecord, &OpenedComplaint),
    signed: &SignedReceipt,
    attached: &[OpenedAttachment],
    onward: &str,
) -> Value {
    let receipt = &found.receipt;
    let day = |day: Option<LocalDay>| day.map(|day| day.date().to_string());
    let filed = opened.filed.as_ref();
    let contact = opened.find_contact();
    let words_at = |place: u32| match place {
        1 => filed.map(|filed| filed.words.clone()),
        _ => opened.words.iter().find(|(at, _)| *at == place).map(|(_, words)| words.clone()),
    };
    let events = found.events.iter().map(|event| {
        json!({
            "place": event.place,
            "on": event.on.date().to_string(),
            "fact": event.fact.code(),
            "by": if event.author.is_empty() { "CITIZEN" } else { event.author.as_str() },
            "words": words_at(event.place),
        })
    });
    let attachments = attached.iter().map(|file| {
        json!({
            "file": name_file(file.place, file.about.kind.extension()),
            "name": file.about.name,
            "media_type": file.about.kind.media_type(),
            "bytes": file.about.size,
            "sha256": file.about.print,
        })
    });
    json!({
        "version": VERSION,
        "number": receipt.number,
        "municipality": receipt.municipality,
        "to": onward,
        "status": found.status().code(),
        "received_on": receipt.received_on.date().to_string(),
        "recipient": receipt.recipient,
        "read_by": found.reader.code(),
        "subject": filed.map(|filed| &filed.subject),
        "substance": filed.map(|filed| &filed.substance),
        "is_adult": filed.map(|filed| &filed.adult),
        "is_about_health_papers": filed.map(|filed| &filed.papers),
        "counted_from": receipt.start.map(|start| json!({ "kind": start.kind.code(), "day": day(start.day) })),
        "complaint_latest": day(receipt.latest),
        "timing": receipt.timing.code(),
        "reassessment_latest": day(receipt.reassess_by),
        "complainant": {
            "who": filed.map(|filed| &filed.who),
            "authority": filed.map(|filed| &filed.authority),
            "reach": contact.map(|contact| &contact.reach),
            "name": contact.map(|contact| &contact.name),
            "phone": contact.map(|contact| &contact.phone),
            "address": contact.map(|contact| &contact.address),
        },
        "events": events.collect::<Vec<_>>(),
        "attachments": attachments.collect::<Vec<_>>(),
        "receipt": {
            "line": receipt.to_string(),
            "check_words": signed.words,
            "signature_ed25519": signed.signature,
            "public_key": signed.public_key,
        },
    })
}
