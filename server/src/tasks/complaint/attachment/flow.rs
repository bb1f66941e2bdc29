//! Files on the pages on which a complaint is written.

use super::model::{OpenedAttachment, SentFile};
use crate::{
    db::DbResult,
    tasks::complaint::{handlers::ComplaintFlow, service::ComplaintError},
};
use app::tasks::complaint::attachment::{AttachmentError, MOST};

impl ComplaintFlow<'_> {
    /// Takes in what has come with the form.
    pub async fn take_files(&mut self, sent: Vec<SentFile>) {
        let services = &self.route.context.state.services;
        let (allowed, others): (Vec<_>, Vec<_>) =
            sent.into_iter().partition(|_| services.limiter.allow_attachment(self.client.as_ref()));
        let (files, refused) = services.attachments.clean(allowed).await;
        self.files = files;
        self.attachments.refused = refused;
        self.attachments.refused.extend(others.into_iter().map(|file| (file.name, AttachmentError::Busy)));
    }

    /// A file that is not to go along after all.
    pub async fn remove_file(&mut self, place: u32) -> DbResult<()> {
        let Some(key) = self.key() else { return Ok(()) };
        self.form.kept = self.form.kept.parse().map_or(0, |kept: usize| kept.saturating_sub(1)).to_string();
        self.route.context.state.services.attachments.remove_draft(&key, place).await
    }

    /// Looks what is kept for the form. What has come a second time, with a page that was sent again, is there already; for
    /// what is more than can go along there is no place; what is there no more is told.
    pub async fn list_kept(&mut self) -> DbResult<()> {
        let Some(key) = self.key() else { return Ok(()) };
        let kept = self.route.context.state.services.attachments.list_drafts(&key).await?;
        self.files.retain(|file| kept.iter().all(|other| other.about != file.about));
        while kept.len() + self.files.len() > MOST {
            let Some(file) = self.files.pop() else { break };
            self.attachments.refused.push((file.about.name, AttachmentError::TooMany));
        }
        if self.form.kept.parse().is_ok_and(|said: usize| said > kept.len()) {
            self.attachments.refused.push((String::new(), AttachmentError::Gone));
        }
        self.form.kept = kept.len().to_string();
        self.attachments.kept = kept.iter().map(OpenedAttachment::show).collect();
        Ok(())
    }

    /// Keeps what has come until the complaint is sent.
    pub async fn keep_files(&mut self) -> Result<(), ComplaintError> {
        self.list_kept().await?;
        let files = std::mem::take(&mut self.files);
        let (false, Some(key)) = (files.is_empty(), self.key()) else { return Ok(()) };
        let refused = self.route.context.state.services.attachments.keep(&key, files).await?;
        self.attachments.refused.extend(refused);
        self.list_kept().await?;
        Ok(())
    }
}
