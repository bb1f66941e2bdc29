//! Return codes: derived from the key of a form, proved, and replaced where one was lost.

use super::{CodeRecord, repository};
use crate::{
    crypto::{
        code::Code,
        password_hasher::{Priority, Turn},
        verifier::Verifier,
    },
    db::{CodeId, FormKey},
    tasks::{
        booking::{
            model::AppointmentView,
            service::{BookingError, Bookings, RedeemedCode},
            transactions,
        },
        desk::audit::{self, AuditEntry},
    },
};
use app::tasks::return_code::pseudonym;
use chrono::NaiveDate;
use domain::Talks;
use sha2::{Digest, Sha256};

/// Codes tried until one has five first digits that no live code has.
const ATTEMPTS: u8 = 32;

/// What became of a code that was to be replaced.
pub enum Replaced {
    Done(Code, Box<CodeRecord>),
    /// Another has been given since the page was made.
    Changed,
    /// There is nothing under it any more.
    Gone,
}

/// What tells one code of a record from the next, and nothing of either.
fn mark_of(verifier: &Verifier) -> String {
    let print = Sha256::new().chain_update(b"code").chain_update(verifier.salt).finalize();
    hex::encode(&print[..8])
}

impl Bookings {
    /// A new code for a form, with first digits that no live code has; the one that the form has led to already, where it
    /// has. Nothing is stored.
    pub async fn prepare_code(
        &self,
        municipality: &str,
        form: &FormKey,
        expires_on: NaiveDate,
        priority: Priority,
    ) -> Result<CodeRecord, BookingError> {
        for code in self.codes(form) {
            match self.find_code(&code).await? {
                Some(record) if record.id == form.code_id() => return Ok(record),
                Some(_) => {}
                None => return self.new_record(municipality, (form, code), expires_on, priority).await,
            }
        }
        Err(BookingError::NoCode)
    }

    /// The code that a form has led to, with its record.
    pub async fn find_of_form(
        &self,
        municipality: &str,
        form: &FormKey,
    ) -> Result<Option<(Code, CodeRecord)>, BookingError> {
        for code in self.codes(form) {
            let record = self.find_code(&code).await?;
            let own =
                |record: &CodeRecord| record.id == form.code_id() && record.municipality == municipality;
            if let Some(record) = record.filter(own) {
                return Ok(Some((code, record)));
            }
        }
        Ok(None)
    }

    /// The codes that a form can lead to: the first whose selector no live code has.
    pub(in crate::tasks::booking) fn codes(&self, form: &FormKey) -> impl Iterator<Item = Code> {
        (0..ATTEMPTS).map(|attempt| Code::of_form(&self.codes, form.as_bytes(), attempt))
    }

    pub(in crate::tasks::booking) async fn find_code(
        &self,
        code: &Code,
    ) -> Result<Option<CodeRecord>, BookingError> {
        Ok(repository::find_by_selector(&mut self.db.read().await?, code.selector()).await?)
    }

    pub(in crate::tasks::booking) async fn new_record(
        &self,
        municipality: &str,
        (form, code): (&FormKey, Code),
        expires_on: NaiveDate,
        priority: Priority,
    ) -> Result<CodeRecord, BookingError> {
        let secret = code.secret().to_vec();
        Ok(CodeRecord {
            id: form.code_id(),
            municipality: municipality.to_owned(),
            pseudonym: self.draw_pseudonym(municipality).await?,
            selector: code.selector(),
            verifier: self.hasher.verifier(priority, secret, self.random.bytes()).await?,
            talks: Talks::default(),
            extended_by: Talks::default(),
            expires_on,
            contact_on: None,
            called_off: None,
        })
    }

    /// By what a page knows the code that stands now, to be given to [`Self::replace_code`]; `None` where there is none.
    pub async fn find_code_mark(&self, code: &CodeId) -> Result<Option<String>, BookingError> {
        let record = repository::find(&mut self.db.read().await?, code).await?;
        Ok(record.map(|record| mark_of(&record.verifier)))
    }

    /// Puts a new code in the place of one that was lost, for all that stands under it, unless it is another than the page
    /// has seen; it is noted who did it. A form sent twice gives one code.
    pub async fn replace_code(
        &self,
        lost: &CodeId,
        (form, seen): (&FormKey, &str),
        turn: Turn,
        audited: &AuditEntry,
    ) -> Result<Replaced, BookingError> {
        for code in self.codes(form) {
            let secret = code.secret().to_vec();
            match self.find_code(&code).await? {
                Some(record) if record.id == *lost => {
                    if self.hasher.knows(turn, secret, Some(&record.verifier)).await? {
                        return Ok(Replaced::Done(code, Box::new(record)));
                    }
                    continue;
                }
                Some(_) => continue,
                None => {}
            }
            let verifier = self.hasher.verifier(turn.priority, secret, self.random.bytes()).await?;
            let mut tx = self.db.begin().await?;
            repository::lock(&mut tx, lost).await?;
            let Some(record) = repository::find(&mut tx, lost).await? else { return Ok(Replaced::Gone) };
            if record.municipality != audited.municipality {
                return Ok(Replaced::Gone);
            }
            if mark_of(&record.verifier) != seen {
                return Ok(Replaced::Changed);
            }
            if repository::replace(&mut tx, lost, (code.selector(), &verifier)).await? {
                audit::service::record(&mut tx, audited).await?;
                tx.commit().await?;
                let record = CodeRecord { selector: code.selector(), verifier, ..record };
                return Ok(Replaced::Done(code, Box::new(record)));
            }
        }
        Err(BookingError::NoCode)
    }

    /// A name that nobody else in the municipality has; after some tries one that somebody may have.
    async fn draw_pseudonym(&self, municipality: &str) -> Result<String, BookingError> {
        let mut tx = self.db.read().await?;
        let mut drawn = pseudonym::of(self.random.bytes());
        for _ in 0..8 {
            if !repository::is_called(&mut tx, municipality, &drawn).await? {
                break;
            }
            drawn = pseudonym::of(self.random.bytes());
        }
        Ok(drawn)
    }

    /// The code that a form has led to, made anew: nobody else has it. `None` where the form was booked
    /// under a code from before.
    #[must_use]
    pub fn code_of(&self, form: &FormKey, record: &CodeRecord) -> Option<Code> {
        let own = record.id == form.code_id();
        self.codes(form).find(|code| own && code.selector() == record.selector)
    }

    /// What is under a code; `None` for one that is not known. Both take the same work.
    pub async fn redeem(&self, code: &Code, turn: Turn) -> Result<Option<RedeemedCode>, BookingError> {
        let record = self.find_code(code).await?;
        let record = record.filter(|record| record.expires_on >= self.today());
        let verifier = record.as_ref().map(|record| &record.verifier);
        let known = self.hasher.knows(turn, code.secret().to_vec(), verifier).await?;
        let Some(record) = record.filter(|_| known) else { return Ok(None) };
        let (appointments, wait) = transactions::list_under(&self.db, &record.id).await?;
        let appointments = appointments.into_iter().filter_map(AppointmentView::of).collect();
        Ok(Some(RedeemedCode { record, appointments, wait }))
    }
}
