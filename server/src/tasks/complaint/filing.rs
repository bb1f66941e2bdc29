//! Sending a complaint, and its receipt.

use super::{
    attachment::model::CleanFile,
    form::{check_reach, check_who, check_words},
    handlers::ComplaintFlow,
    model::{ComplaintContact, ComplaintRecord, FiledComplaint},
    service::{Filed, last_day_of_code, write_receipt},
};
use crate::{
    crypto::receipt_signer::ReceiptSigner,
    db::{DbResult, FormKey},
    tasks::{booking::service::BookingError, form_token::service::TokenStatus},
    web::{MunicipalityContext, PageResult},
};
use app::{
    tasks::complaint::{
        form::{ComplaintForm, ComplaintStep},
        text,
        views::{ComplaintFieldError, ReceiptCode, ReceiptPage, SignedReceipt, receipt_page},
    },
    ui::{
        document::{LanguageSwitch, PageMeta},
        text as common,
    },
};
use axum::http::StatusCode;
use domain::complaint::{ComplaintAnswers, Receipt};

impl ComplaintFlow<'_> {
    fn purpose(&self) -> String {
        format!("klage {}", self.route.standard.code)
    }

    /// The key of the form, once it has one.
    pub fn key(&self) -> Option<FormKey> {
        self.form.form.parse().ok()
    }

    /// Gives the form a key and a mark; new ones where it has none, or `anew`.
    pub async fn mark(&mut self, anew: bool) -> DbResult<()> {
        let services = &self.route.context.state.services;
        let before = self.key();
        if !anew && before.is_some() {
            return Ok(());
        }
        let (key, purpose) = (services.bookings.new_form(), self.purpose());
        self.form.mark = services.tokens.bind(&purpose, &services.tokens.issue(&purpose), &key.hash());
        self.form.form = key.to_string();
        match before {
            Some(before) => services.attachments.move_drafts(&before, &key).await,
            None => Ok(()),
        }
    }

    /// Sends the complaint, or tells what is missing. A form sent twice is one complaint, and shows its receipt.
    pub async fn send(&mut self, is_of_machine: bool) -> PageResult {
        let services = &self.route.context.state.services;
        let (Some(answers), Some(key)) = (self.find_answers(), self.key()) else {
            return self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::TooOld]).await;
        };
        // What was sent before is not sent again, however old the page is.
        if let Some(record) = services.complaints.find_of_form(&self.route.standard.code, &key).await? {
            return self.answer_sent_before(&record).await;
        }
        let token = services.tokens.spend(&self.purpose(), &self.form.mark, &key.hash()).await?;
        for (step, problems) in [
            (ComplaintStep::Who, check_who(&self.form, self.find_reader())),
            (ComplaintStep::Reach, check_reach(&self.form)),
        ] {
            if !problems.is_empty() {
                return self.show_with_files(step, &problems).await;
            }
        }
        let mut problems = check_words(&self.form);
        let wrong = [
            (is_of_machine, ComplaintFieldError::Filled),
            (token == TokenStatus::TooFast, ComplaintFieldError::TooFast),
            (token == TokenStatus::Invalid, ComplaintFieldError::TooOld),
        ];
        problems.extend(wrong.into_iter().filter_map(|(wrong, problem)| wrong.then_some(problem)));
        self.list_kept().await?;
        if !problems.is_empty() || !self.attachments.refused.is_empty() {
            return self.show_with_files(ComplaintStep::Write, &problems).await;
        }
        self.file(&key, &answers).await
    }

    /// What somebody sees who sends again what was sent: the receipt, where nothing was added meanwhile.
    async fn answer_sent_before(&mut self, record: &ComplaintRecord) -> PageResult {
        let services = &self.route.context.state.services;
        let opened = services.complaints.open(record).await?;
        let written = opened.filed.map(|filed| filed.words).unwrap_or_default();
        let attached = services.complaints.list_attachments(&record.id, &services.attachments).await?;
        let is_there = |file: &CleanFile| attached.iter().any(|other| other.about == file.about);
        if written == self.form.words.trim() && self.files.iter().all(is_there) {
            return self.show_receipt_again().await;
        }
        // What was kept went along, and what has come now cannot.
        self.files.clear();
        self.form.kept.clear();
        self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::SentBefore]).await
    }

    async fn file(&mut self, key: &FormKey, answers: &ComplaintAnswers) -> PageResult {
        let (standard, services) = (&self.route.standard, &self.route.context.state.services);
        if !services.limiter.allow_complaint(&standard.code, self.client.as_ref()) {
            return self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::TooMany]).await;
        }
        let is_about_reader = !self.form.about_reader.is_empty();
        let Some(receipt) = write_receipt(standard, key, (answers, is_about_reader), self.today) else {
            return self.show_with_files(ComplaintStep::Route, &[]).await;
        };
        let priority = services.limiter.acquire(self.client.as_ref()).priority;
        let until = last_day_of_code(self.today);
        let code = match services.bookings.prepare_code(&standard.code, key, until, priority).await {
            // What was written is not lost because others wait for a code too.
            Err(BookingError::Busy(_)) => {
                return self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::TooMany]).await;
            }
            prepared => prepared?,
        };
        let filed = describe(&self.form, answers);
        match services
            .complaints
            .file((key, &services.attachments), (&filed, receipt), (&code, &self.files))
            .await?
        {
            Filed::Done(record) => {
                services.tokens.mark_used(&self.form.mark, &key.hash()).await?;
                self.show_receipt(&record, key, TokenStatus::Valid).await
            }
            Filed::Before(record) => self.answer_sent_before(&record).await,
            Filed::SelectorTaken | Filed::Foreign => {
                self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::TooOld]).await
            }
        }
    }

    /// The receipt of what the form has filed; where there is none any more, the page it was written on.
    pub async fn show_receipt_again(&mut self) -> PageResult {
        let services = &self.route.context.state.services;
        if let Some(key) = self.key()
            && let Some(record) = services.complaints.find_of_form(&self.route.standard.code, &key).await?
        {
            let token = services.tokens.check(&self.purpose(), &self.form.mark, &key.hash());
            return self.show_receipt(&record, &key, token).await;
        }
        self.show_with_files(ComplaintStep::Write, &[ComplaintFieldError::TooOld]).await
    }

    /// What was received. It carries nothing of what was written, and the code for a while.
    async fn show_receipt(&self, record: &ComplaintRecord, key: &FormKey, token: TokenStatus) -> PageResult {
        let MunicipalityContext { context, standard, .. } = self.route;
        let services = &context.state.services;
        let own = services.bookings.find_of_form(&standard.code, key).await?;
        let own = own.map(|(code, found)| (code.to_groups(), found.expires_on));
        let code = match &own {
            Some((code, until)) if token != TokenStatus::Invalid => ReceiptCode::Own(code, *until),
            _ => ReceiptCode::ShownBefore,
        };
        let signed = sign(&services.complaints.signer, &record.receipt);
        let has_reader = services.complaints.has_reader(record).await?;
        let fields = [("SHOW", "1"), ("FORM", &self.form.form), ("MARK", &self.form.mark)];
        let switch =
            LanguageSwitch::Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        let title = format!("{}{}", text::TITLE.get(context.lang), common::RECEIPT.get(context.lang));
        let meta = PageMeta { switch, ..context.meta(&title, Some(standard)) };
        let attached = services.complaints.list_attachments(&record.id, &services.attachments).await?.len();
        let page = ReceiptPage { standard, signed: &signed, code, has_reader, attached };
        Ok(context.page(StatusCode::OK, meta, |meta| receipt_page(meta, &page)))
    }
}

/// A receipt with what makes it possible to check it.
#[must_use]
pub fn sign(signer: &ReceiptSigner, receipt: &Receipt) -> SignedReceipt {
    let line = receipt.to_string();
    SignedReceipt {
        receipt: receipt.clone(),
        words: signer.check_words(&line),
        signature: signer.sign(&line),
        public_key: signer.public_key(),
    }
}

/// What a form says, as it is stored.
fn describe(form: &ComplaintForm, answers: &ComplaintAnswers) -> FiledComplaint {
    FiledComplaint {
        subject: answers.subject.code().to_owned(),
        papers: form.papers.clone(),
        substance: answers.substance().map(|one| one.code().to_owned()).unwrap_or_default(),
        adult: form.adult.clone(),
        who: form.who.clone(),
        authority: form.authority.clone(),
        about_reader: form.about_reader.clone(),
        contact: ComplaintContact {
            reach: form.reach.clone(),
            name: form.name.trim().to_owned(),
            phone: form.phone.trim().to_owned(),
            address: form.address.trim().to_owned(),
        },
        words: form.words.trim().to_owned(),
    }
}
