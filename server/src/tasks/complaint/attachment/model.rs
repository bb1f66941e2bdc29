//! What an attachment is made of.

use crate::{
    crypto::{keys::Key, sealed_file::SealedFile},
    db::{AttachmentId, ComplaintId},
};
use app::tasks::complaint::attachment::{AttachmentError, AttachmentKind, ShownAttachment};
use domain::Minute;
use serde::{Deserialize, Serialize};

/// A file as a browser has sent it.
pub struct SentFile {
    /// Without its folders.
    pub name: String,
    pub content: Result<SealedFile, AttachmentError>,
}

/// What is told of a file. It has no `Debug`, and is written down only sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentAbout {
    pub name: String,
    pub kind: AttachmentKind,
    /// In bytes.
    pub size: u64,
    pub parts: u32,
    /// SHA-256 of what is stored, in hexadecimal.
    pub print: String,
}

/// A file that can go along.
pub struct CleanFile {
    pub about: AttachmentAbout,
    pub content: SealedFile,
}

/// An attachment as it is stored, without its parts.
pub struct AttachmentRecord {
    pub id: AttachmentId,
    /// The complaint that its form would file, until it does.
    pub draft_of: Option<ComplaintId>,
    pub complaint: Option<ComplaintId>,
    pub place: u32,
    /// When it goes, where the complaint is not sent.
    pub until: Option<Minute>,
    /// The key that opens it, sealed.
    pub sealed_key: Vec<u8>,
    /// [`AttachmentAbout`], sealed.
    pub about: Vec<u8>,
}

/// An attachment that can be read.
pub struct OpenedAttachment {
    pub id: AttachmentId,
    pub place: u32,
    pub about: AttachmentAbout,
    pub key: Key,
}

impl OpenedAttachment {
    /// As a page names it.
    #[must_use]
    pub fn show(&self) -> ShownAttachment {
        let AttachmentAbout { name, kind, size, print, .. } = self.about.clone();
        ShownAttachment { place: self.place, name, kind, size, print }
    }
}
