//! Files that go along with a complaint: how many, how large, of which kinds, and why one is not taken.

/// Files of one complaint.
pub const MOST: usize = 5;
/// Bytes of one file: 10 MB.
pub const LARGEST: u64 = 10 * 1024 * 1024;
domain::codes! {
    /// What a file is, by what stands in it.
    AttachmentKind {
        Pdf = "PDF",
        Jpeg = "JPEG",
        Png = "PNG",
    }

    /// Why a file is not taken.
    AttachmentError {
        Empty = "EMPTY",
        TooLarge = "TOO_LARGE",
        /// More than go along with one complaint.
        TooMany = "TOO_MANY",
        /// It is none of the kinds, whatever its name says.
        Unknown = "UNKNOWN",
        /// It is one of the kinds and cannot be read to its end.
        Broken = "BROKEN",
        /// A picture with more points than can be looked at.
        TooWide = "TOO_WIDE",
        /// Others send many at the moment.
        Busy = "BUSY",
        /// It was kept, and is so no more: the page was open for too long.
        Gone = "GONE",
    }
}

impl AttachmentKind {
    /// The end of a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// As HTTP names it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}

/// A file as a page names it.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownAttachment {
    pub place: u32,
    /// As whoever sent it named it, without its folders.
    pub name: String,
    pub kind: AttachmentKind,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of it, in hexadecimal.
    pub print: String,
}

/// What becomes of the files on the page on which a complaint is written.
#[derive(Clone, Default)]
pub struct Attachments {
    /// Those that are kept until it is sent.
    pub kept: Vec<ShownAttachment>,
    /// Those that were not taken: their names, and why.
    pub refused: Vec<(String, AttachmentError)>,
}
