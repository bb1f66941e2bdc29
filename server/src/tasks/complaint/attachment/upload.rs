//! Reading a form that can carry files, as a browser sends it with them or without. Each file goes to a sealed temporary
//! file as it comes, so that memory holds a part of it; one that cannot be taken costs the others nothing.

use super::model::SentFile;
use crate::{
    crypto::sealed_file::SealedFileWriter,
    web::{
        AppError, AppState, Form, FormBody,
        client_ip::ClientIp,
        rate_limiter::{ClientNetwork, Uploading},
    },
};
use app::{
    tasks::complaint::attachment::{AttachmentError, MOST},
    ui::error_page::ErrorKind,
};
use axum::{
    body::{Body, BodyDataStream, Bytes},
    extract::{FromRequest, FromRequestParts, Request},
    http::header,
};
use domain::is_direction;
use futures_util::Stream;
use multer::{Constraints, Field, Multipart, SizeLimit};
use serde::de::DeserializeOwned;
use std::{
    io::{self, Write},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{sync::OwnedSemaphorePermit, time::timeout};

/// Bytes of a form with its files, some of them too large: so much is read to its end.
const WHOLE: u64 = 64 * 1024 * 1024;
/// Fields of a form; a browser sends some thirty.
const FIELDS: usize = 64;
/// Files of a form: whoever chooses a whole folder is told of the first.
const MOST_FILES: usize = 200;
/// Files that are told of by name.
const NAMED: usize = 20;
/// Characters of a file's name.
const LONGEST_NAME: usize = 100;
/// How long all of it may take: five files at 1.4 megabits a second.
const WHOLE_TIME: Duration = Duration::from_mins(5);
/// How long nothing may come.
const STILL: Duration = Duration::from_secs(10);
/// Bytes that are looked through for the end of a part's head.
const WAITING: usize = 128 * 1024;
/// The field with the files.
const FILES: &str = "FILES";

/// A form whose fields are those of `T`, of `MOST_BYTES` bytes at most, and its files.
pub struct UploadForm<T, const MOST_BYTES: usize> {
    pub fields: T,
    pub files: Vec<SentFile>,
    /// Held as long as the files are in the temporary folder.
    pub place: Option<UploadPlace>,
}

impl<T: DeserializeOwned, const MOST_BYTES: usize> FromRequest<Arc<AppState>> for UploadForm<T, MOST_BYTES> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &Arc<AppState>) -> Result<Self, Self::Rejection> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            let Form(fields) = Form::<T, MOST_BYTES>::from_request(request, state).await?;
            return Ok(Self { fields, files: Vec::new(), place: None });
        }
        let boundary = multer::parse_boundary(kind).map_err(|_| AppError::new(ErrorKind::Unreadable))?;
        let (mut parts, body) = request.into_parts();
        let Ok(ClientIp(client)) = ClientIp::from_request_parts(&mut parts, state).await;
        let mut upload = Upload {
            state,
            client,
            place: None,
            waiting: Arc::default(),
            left: MOST_BYTES,
            fields: Vec::new(),
            files: Vec::new(),
        };
        let read = timeout(WHOLE_TIME, upload.read(body, boundary)).await;
        read.map_err(|_| AppError::new(ErrorKind::TooSlow))??;
        let Upload { fields, files, place, .. } = upload;
        let fields = FormBody::of(fields, state).await?;
        let fields = fields.parse().ok_or(AppError::new(ErrorKind::Unreadable))?;
        Ok(Self { fields, files, place })
    }
}

/// A form that is being read.
struct Upload<'a> {
    state: &'a Arc<AppState>,
    client: Option<ClientNetwork>,
    place: Option<UploadPlace>,
    waiting: Arc<AtomicUsize>,
    /// Bytes that the fields may still have.
    left: usize,
    fields: Vec<(String, String)>,
    files: Vec<SentFile>,
}

impl Upload<'_> {
    async fn read(&mut self, body: Body, boundary: String) -> Result<(), AppError> {
        let sips = Sips { body: body.into_data_stream(), rests: false, waiting: Arc::clone(&self.waiting) };
        let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(WHOLE));
        let mut parts = Multipart::with_constraints(sips, boundary, limits);
        let (mut fields, mut files) = (0, 0);
        while let Some(field) = self.wait(parts.next_field()).await? {
            let is_file = field.name() == Some(FILES);
            *(if is_file { &mut files } else { &mut fields }) += 1;
            if fields > FIELDS || files > MOST_FILES {
                return Err(AppError::new(ErrorKind::TooLarge));
            }
            match field.name().map(str::to_owned) {
                Some(_) if is_file => self.read_file(field).await?,
                Some(name) => self.read_field(name, field).await?,
                None => {}
            }
        }
        Ok(())
    }

    /// What comes next, unless nothing comes.
    async fn wait<T>(&self, next: impl Future<Output = multer::Result<T>>) -> Result<T, AppError> {
        let came = timeout(STILL, next).await.map_err(|_| AppError::new(ErrorKind::TooSlow))?;
        self.waiting.store(0, Ordering::Relaxed);
        came.map_err(|error| {
            AppError::new(match error {
                multer::Error::StreamSizeExceeded { .. } => ErrorKind::TooLarge,
                _ => ErrorKind::Unreadable,
            })
        })
    }

    async fn read_field(&mut self, name: String, mut field: Field<'_>) -> Result<(), AppError> {
        let mut value = Vec::new();
        while let Some(chunk) = self.wait(field.chunk()).await? {
            self.left = self.left.checked_sub(chunk.len()).ok_or(AppError::new(ErrorKind::TooLarge))?;
            value.extend_from_slice(&chunk);
        }
        self.fields.push((name, String::from_utf8_lossy(&value).into_owned()));
        Ok(())
    }

    /// A file; one that cannot be taken is read past.
    async fn read_file(&mut self, mut field: Field<'_>) -> Result<(), AppError> {
        let name = tidy_name(field.file_name().unwrap_or_default());
        let mut written = None;
        while let Some(chunk) = self.wait(field.chunk()).await? {
            if chunk.is_empty() {
                continue;
            }
            let writer = written.unwrap_or_else(|| self.open_writer());
            written = Some(writer.and_then(|mut writer| {
                // At most a part is sealed and given to the system: that is short.
                writer.write_all(&chunk).map_err(cannot_keep)?;
                Ok(writer)
            }));
        }
        let content = match written {
            Some(written) => written.and_then(|writer| writer.finish().map_err(cannot_keep)),
            // Where no file was chosen, a browser sends one without a name and without content.
            None if name.is_empty() => return Ok(()),
            None => Err(AttachmentError::Empty),
        };
        if self.files.len() < NAMED {
            self.files.push(SentFile { name, content });
        }
        Ok(())
    }

    /// Where a file is written to that has begun. Whoever finds no place hears so of each, and keeps what was written.
    fn open_writer(&mut self) -> Result<SealedFileWriter, AttachmentError> {
        if self.place.is_none() {
            let place = UploadPlace::acquire(self.state, self.client.as_ref());
            self.place = Some(place.ok_or(AttachmentError::Busy)?);
        }
        if self.files.iter().filter(|file| file.content.is_ok()).count() >= MOST {
            return Err(AttachmentError::TooMany);
        }
        self.state.services.attachments.open_writer().map_err(cannot_keep)
    }
}

/// A place among those whose files are taken in: few of all, and fewer of one network.
pub struct UploadPlace {
    state: Arc<AppState>,
    own: Uploading,
    _place: OwnedSemaphorePermit,
}

impl UploadPlace {
    fn acquire(state: &Arc<AppState>, client: Option<&ClientNetwork>) -> Option<Self> {
        let place = state.services.attachments.acquire()?;
        let own = state.services.limiter.begin_upload(client)?;
        Some(Self { state: Arc::clone(state), own, _place: place })
    }
}

impl Drop for UploadPlace {
    fn drop(&mut self) {
        self.state.services.limiter.end_upload(&self.own);
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn cannot_keep(error: io::Error) -> AttachmentError {
    if error.kind() == io::ErrorKind::FileTooLarge {
        return AttachmentError::TooLarge;
    }
    tracing::warn!(target: "portal", kind = ?error.kind(), "a file could not be kept");
    AttachmentError::Busy
}

/// The name of a file without its folders, and without what nobody types.
fn tidy_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_typed = |letter: &char| !letter.is_control() && !is_direction(*letter) && *letter != '\u{61c}';
    // So browsers write a quotation mark in a name.
    let last = last.replace("%22", "\"");
    last.chars().filter(is_typed).take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

/// A body that rests after each piece, so that no more of it is in memory than is being looked at; and that ends where a
/// part has no end of its head.
struct Sips {
    body: BodyDataStream,
    rests: bool,
    waiting: Arc<AtomicUsize>,
}

impl Stream for Sips {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.rests) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = Pin::new(&mut self.body).poll_next(context);
        if let Poll::Ready(Some(Ok(bytes))) = &piece {
            self.rests = true;
            if self.waiting.fetch_add(bytes.len(), Ordering::Relaxed) > WAITING {
                return Poll::Ready(Some(Err(axum::Error::new(io::Error::other("a head without end")))));
            }
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_folders_and_nothing_that_turns_it_around() {
        for (sent, shown) in [
            ("brev.pdf", "brev.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\Fugl\\brev.pdf", "brev.pdf"),
            ("brev\u{202e}fdp.exe", "brevfdp.exe"),
            ("a\r\nb\0.pdf", "ab.pdf"),
            ("%22nej%22.pdf", "\"nej\".pdf"),
            ("", ""),
        ] {
            assert_eq!(tidy_name(sent), shown);
        }
        assert_eq!(tidy_name(&"æ".repeat(300)).chars().count(), LONGEST_NAME);
    }
}
