//! Filing complaints, finding them, and adding to them.

use super::{
    attachment::{
        model::{CleanFile, OpenedAttachment},
        service::Attachments,
    },
    model::{ComplaintContact, ComplaintEvent, ComplaintRecord, FiledComplaint},
    repository,
};
use crate::{
    crypto::{
        keys::Key,
        random::Random,
        receipt_signer::ReceiptSigner,
        record_seal::{RecordKey, RecordSeal},
    },
    db::{CodeId, ComplaintId, Db, DbError, DbResult, FormKey, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::booking::code::{self, CodeRecord},
};
use chrono::{Months, NaiveDate};
use domain::{
    LocalDay, Role, Standard,
    complaint::{
        ComplaintAnswers, ComplaintDesk, ComplaintFact, ComplaintSubject, ComplaintTiming, Receipt,
        reader_instead_of,
    },
};
use thiserror::Error;

/// What is stored, and until when: the keys first.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule {
        table: "complaint_key",
        ends: Ends::When {
            condition: "complaint_id IN (SELECT id FROM complaint WHERE expires_on < $1)",
            cutoff: Cutoff::Today,
        },
    },
    RetentionRule {
        table: "complaint",
        ends: Ends::When { condition: "expires_on < $1", cutoff: Cutoff::Today },
    },
    RetentionRule { table: "complaint_event", ends: Ends::With("complaint") },
    RetentionRule { table: "complaint_shut_out", ends: Ends::With("complaint") },
];

/// Months for which a complaint is kept that nobody has answered.
const KEPT_OPEN: Months = Months::new(24);
/// Months for which it is kept once it is answered, sent on or taken back: so long its answer can be read and its receipt
/// checked.
const KEPT_ANSWERED: Months = Months::new(6);
/// Letters and digits of a number: none that can be taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGITS: usize = 10;

/// Why a complaint could not be filed or read.
#[derive(Debug, Error)]
pub enum ComplaintError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error("what was written could not be sealed: {0}")]
    Sealing(#[from] serde_json::Error),
    #[error("a file finds no place beside others that came meanwhile")]
    NoPlace,
    #[error("a file on its way cannot be read: {0}")]
    Io(#[from] std::io::Error),
}

/// What became of a complaint that was sent.
pub enum Filed {
    Done(Box<ComplaintRecord>),
    /// The form has filed this one before.
    Before(Box<ComplaintRecord>),
    /// Another code has the first digits of the new one.
    SelectorTaken,
    /// The form has filed one in another municipality.
    Foreign,
}

/// Complaints of all municipalities.
pub struct Complaints {
    pub(super) db: Db,
    pub(super) seal: RecordSeal,
    pub signer: ReceiptSigner,
}

/// The number of a receipt.
fn number_of(form: &FormKey) -> String {
    let digit = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
    form.complaint_number().iter().take(DIGITS).map(digit).collect()
}

/// The last day on which a complaint is kept to which something has happened.
pub(super) fn last_day(today: LocalDay, is_open: bool) -> NaiveDate {
    let kept = if is_open { KEPT_OPEN } else { KEPT_ANSWERED };
    today.date().checked_add_months(kept).unwrap_or(today.date())
}

/// A code lives a day longer than what stands under it, so that a complaint's key goes before all else.
pub(super) fn day_after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// The last day of the code of a complaint that is sent today.
#[must_use]
pub fn last_day_of_code(today: LocalDay) -> NaiveDate {
    day_after(last_day(today, true))
}

/// What the receipt of a complaint says that is received on a day; `None` where another authority takes it.
#[must_use]
pub fn write_receipt(
    standard: &Standard,
    form: &FormKey,
    (answers, is_about_reader): (&ComplaintAnswers, bool),
    today: LocalDay,
) -> Option<Receipt> {
    let outcome = answers.decide(standard, Some(today)).outcome;
    let ComplaintDesk::Reader(reader) = ComplaintDesk::of(&outcome) else { return None };
    let timing = ComplaintTiming::of(&outcome, today);
    // By the general rule it is in time: what follows is what follows one that is.
    let follows = match timing {
        ComplaintTiming::ByGeneralRule => answers.decide_in_time(standard, today),
        _ => outcome,
    };
    Some(Receipt {
        municipality: standard.code.clone(),
        number: number_of(form),
        received_on: today,
        recipient: outcome.recipient.map(|body| body.code.clone()),
        reader: if is_about_reader { reader_instead_of(reader) } else { reader },
        start: answers.start,
        latest: outcome.complaint_latest,
        timing,
        reassess_by: follows.reassessment_latest,
        onward: follows.onward_body.map(|body| body.code.clone()),
    })
}

impl Complaints {
    #[must_use]
    pub fn new(db: Db, key: Key, receipts: &Key, random: Random) -> Self {
        Self { db, seal: RecordSeal::new(key, random), signer: ReceiptSigner::new(receipts) }
    }

    /// Files a complaint under a code of its own. A form sent twice is one complaint.
    ///
    /// # Errors
    /// The database, or a text that cannot be written down.
    pub async fn file(
        &self,
        (form, attachments): (&FormKey, &Attachments),
        (filed, receipt): (&FiledComplaint, Receipt),
        (code, attached): (&CodeRecord, &[CleanFile]),
    ) -> Result<Filed, ComplaintError> {
        let (id, today) = (form.complaint_id(), receipt.received_on);
        let (key, stored_key) = self.seal.make_key(id.as_bytes());
        let sealed = key.seal(1, &serde_json::to_string(filed)?);
        let first = ComplaintEvent {
            place: 1,
            on: today,
            fact: ComplaintFact::Received,
            author: String::new(),
            sealed: Some(sealed),
        };
        let mut tx = self.db.begin().await?;
        code::repository::lock(&mut tx, &code.id).await?;
        code::repository::insert(&mut tx, code).await?;
        if code::repository::find(&mut tx, &code.id).await?.is_none() {
            return Ok(Filed::SelectorTaken);
        }
        let expires_on = last_day(today, true);
        let reader = receipt.reader;
        let municipality = receipt.municipality.clone();
        let record = ComplaintRecord {
            id,
            municipality,
            code: code.id,
            receipt,
            reader,
            expires_on,
            events: vec![first],
        };
        if !repository::insert(&mut tx, &record).await? {
            drop(tx);
            let found = self.find(&record.municipality, &id).await?;
            return Ok(found.map_or(Filed::Foreign, |found| Filed::Before(Box::new(found))));
        }
        repository::insert_key(&mut tx, &id, &stored_key).await?;
        for event in &record.events {
            repository::insert_event(&mut tx, &id, event).await?;
        }
        attachments.file(&mut tx, (form, &key), attached).await?;
        tx.commit().await?;
        Ok(Filed::Done(Box::new(record)))
    }

    /// A complaint of a municipality, with all that has happened to it.
    ///
    /// # Errors
    /// The database.
    pub async fn find(&self, municipality: &str, id: &ComplaintId) -> DbResult<Option<ComplaintRecord>> {
        let mut tx = self.db.read().await?;
        let Some(found) = repository::find(&mut tx, municipality, id).await? else { return Ok(None) };
        with_events(&mut tx, found).await.map(Some)
    }

    /// The complaint that a form has filed.
    ///
    /// # Errors
    /// The database.
    pub async fn find_of_form(
        &self,
        municipality: &str,
        form: &FormKey,
    ) -> DbResult<Option<ComplaintRecord>> {
        self.find(municipality, &form.complaint_id()).await
    }

    /// The complaints under a code.
    ///
    /// # Errors
    /// The database.
    pub async fn list_of_code(&self, code: &CodeId) -> DbResult<Vec<ComplaintRecord>> {
        let mut tx = self.db.read().await?;
        let mut complaints = Vec::new();
        for found in repository::list_of_code(&mut tx, code).await? {
            complaints.push(with_events(&mut tx, found).await?);
        }
        Ok(complaints)
    }

    /// The complaint whose receipt has a number, and whose check words these are.
    ///
    /// # Errors
    /// The database.
    pub async fn verify(&self, number: &str, words: &str) -> DbResult<Option<ComplaintRecord>> {
        let found = repository::find_by_number(&mut self.db.read().await?, number).await?;
        Ok(found.filter(|found| self.signer.knows_words(&found.receipt.to_string(), words)))
    }

    /// What a complaint says, and what was said with each event, by its place.
    ///
    /// # Errors
    /// The database.
    pub async fn open(&self, complaint: &ComplaintRecord) -> DbResult<OpenedComplaint> {
        let stored = repository::find_key(&mut self.db.read().await?, &complaint.id).await?;
        let key = stored.and_then(|stored| self.seal.open_key(complaint.id.as_bytes(), &stored));
        Ok(OpenedComplaint::of(complaint, key.as_ref()))
    }

    /// What goes along with a complaint.
    ///
    /// # Errors
    /// The database.
    pub async fn list_attachments(
        &self,
        complaint: &ComplaintId,
        attachments: &Attachments,
    ) -> DbResult<Vec<OpenedAttachment>> {
        let stored = repository::find_key(&mut self.db.read().await?, complaint).await?;
        match stored.and_then(|stored| self.seal.open_key(complaint.as_bytes(), &stored)) {
            Some(key) => attachments.list(complaint, &key).await,
            None => Ok(Vec::new()),
        }
    }
}

/// A complaint's texts, opened.
#[derive(Default)]
pub struct OpenedComplaint {
    /// Nothing where it cannot be opened any more.
    pub filed: Option<FiledComplaint>,
    /// Who somebody said later that they are.
    named: Option<ComplaintContact>,
    /// What was said later, with the place of the event.
    pub words: Vec<(u32, String)>,
}

impl OpenedComplaint {
    fn of(complaint: &ComplaintRecord, key: Option<&RecordKey<'_>>) -> Self {
        let mut opened = Self::default();
        for event in &complaint.events {
            let text =
                key.zip(event.sealed.as_deref()).and_then(|(key, sealed)| key.open(event.place, sealed));
            let Some(text) = text else { continue };
            match event.fact {
                ComplaintFact::Received => opened.filed = serde_json::from_str(&text).ok(),
                ComplaintFact::Named => opened.named = serde_json::from_str(&text).ok(),
                _ => opened.words.push((event.place, text.to_string())),
            }
        }
        opened
    }

    /// What it is about.
    #[must_use]
    pub fn find_subject(&self) -> Option<ComplaintSubject> {
        self.filed.as_ref().and_then(|filed| ComplaintSubject::from_code(&filed.subject))
    }

    /// The role that would have read it, where it is about them.
    #[must_use]
    pub fn find_about_reader(&self) -> Option<Role> {
        self.filed.as_ref().and_then(|filed| Role::from_code(&filed.about_reader))
    }

    /// How whoever complains can be reached, by what they told last.
    #[must_use]
    pub fn find_contact(&self) -> Option<&ComplaintContact> {
        self.named.as_ref().or_else(|| self.filed.as_ref().map(|filed| &filed.contact))
    }
}

async fn with_events(tx: &mut Tx, found: ComplaintRecord) -> DbResult<ComplaintRecord> {
    let events = repository::list_events(tx, &found.id).await?;
    Ok(ComplaintRecord { events, ..found })
}
