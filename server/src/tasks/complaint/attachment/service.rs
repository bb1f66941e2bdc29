//! Taking in files, keeping them until a complaint is sent, and reading them.

use super::{
    cleaning::{CleaningError, clean},
    model::{AttachmentAbout, AttachmentRecord, CleanFile, OpenedAttachment, SentFile},
    repository,
};
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        sealed,
        sealed_file::{SealedFile, SealedFileWriter, open_part},
    },
    db::{AttachmentId, ComplaintId, Db, DbResult, FormKey, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::complaint::{seal::ComplaintKey, service::ComplaintError},
};
use app::tasks::complaint::attachment::{AttachmentError, AttachmentKind, MOST};
use domain::Minute;
use std::{io, sync::Arc};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
};
use zeroize::Zeroizing;

/// What is stored, and until when.
pub const RETENTION: &[RetentionRule] = &[
    RetentionRule {
        table: "complaint_attachment",
        ends: Ends::When { condition: "until < $1", cutoff: Cutoff::Now },
    },
    RetentionRule { table: "complaint_attachment_part", ends: Ends::With("complaint_attachment") },
];

/// Minutes for which a file is kept for a complaint that is not sent: longer than its form can be answered.
const KEPT: Minute = 3 * 60;
/// Files that are kept for complaints that are not sent, of everybody.
const MOST_DRAFTS: u64 = 200;
/// Forms with files that are read at once: so many times five files stand in the temporary folder at most.
const AT_ONCE: usize = 16;

/// Files that were refused: their names, and why.
pub type Refused = Vec<(String, AttachmentError)>;

/// Files on their way to a complaint.
pub struct Attachments {
    db: Db,
    clock: Clock,
    random: Arc<Random>,
    reading: Arc<Semaphore>,
    /// One picture at a time is written anew: it takes much memory.
    cleaning: Arc<Semaphore>,
}

impl Attachments {
    #[must_use]
    pub fn new(db: Db, random: Random, clock: Clock) -> Self {
        let places = |number| Arc::new(Semaphore::new(number));
        Self { db, clock, random: Arc::new(random), reading: places(AT_ONCE), cleaning: places(1) }
    }

    /// A place among those whose files are read; nothing where all are taken.
    #[must_use]
    pub fn acquire(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.reading).try_acquire_owned().ok()
    }

    /// Where a file that arrives is written.
    ///
    /// # Errors
    /// Where there is no place for temporary files.
    pub fn open_writer(&self) -> io::Result<SealedFileWriter> {
        SealedFileWriter::new(&self.random)
    }

    /// Those of the files that can go along, and why the others cannot.
    pub async fn clean(&self, sent: Vec<SentFile>) -> (Vec<CleanFile>, Refused) {
        let (mut cleaned, mut refused) = (Vec::new(), Vec::new());
        for SentFile { name, content } in sent {
            let content = match content {
                Ok(content) => self.clean_one(content).await,
                Err(error) => Err(error),
            };
            match content {
                Ok((kind, content)) => {
                    let (parts, size) = content.measure();
                    let print = hex::encode(content.print());
                    cleaned.push(CleanFile {
                        about: AttachmentAbout { name, kind, size, parts, print },
                        content,
                    });
                }
                Err(error) => refused.push((name, error)),
            }
        }
        (cleaned, refused)
    }

    async fn clean_one(&self, sent: SealedFile) -> Result<(AttachmentKind, SealedFile), AttachmentError> {
        let place = Arc::clone(&self.cleaning).acquire_owned().await.map_err(|_| AttachmentError::Busy)?;
        let random = Arc::clone(&self.random);
        let work = move || {
            let cleaned = clean(sent, &random);
            drop(place);
            cleaned
        };
        match spawn_blocking(work).await {
            Ok(Ok(clean)) => Ok(clean),
            Ok(Err(CleaningError::Refused(error))) => Err(error),
            Ok(Err(CleaningError::Io(error))) => {
                tracing::warn!(target: "portal", kind = ?error.kind(), "a file could not be kept");
                Err(AttachmentError::Busy)
            }
            // The reader of pictures has met something that it does not know.
            Err(_) => Err(AttachmentError::Broken),
        }
    }

    /// What is kept for a form that is not sent yet.
    ///
    /// # Errors
    /// The database.
    pub async fn list_drafts(&self, form: &FormKey) -> DbResult<Vec<OpenedAttachment>> {
        let found = repository::list_drafts(&mut self.db.read().await?, &form.complaint_id()).await?;
        let (key, now) = (form.draft_key(), self.now());
        let kept = found.into_iter().filter(|found| found.until.is_some_and(|until| until >= now));
        Ok(kept.filter_map(|found| open(&found, |sealed, id| open_key(&key, id, sealed))).collect())
    }

    /// Keeps files for a form that is not sent yet; gives those for which there is no place. What is kept already is not
    /// kept twice.
    ///
    /// # Errors
    /// The database, or a temporary file that cannot be read.
    pub async fn keep(&self, form: &FormKey, files: Vec<CleanFile>) -> Result<Refused, ComplaintError> {
        let (of, key, until) = (form.complaint_id(), form.draft_key(), self.now() + KEPT);
        let mut refused = Vec::new();
        let mut tx = self.db.begin().await?;
        let mut drafts = repository::count_drafts(&mut tx).await?;
        let mut places = Places::of(&repository::list_drafts(&mut tx, &of).await?);
        for file in files {
            let place = places.take();
            let full = if drafts >= MOST_DRAFTS { AttachmentError::Busy } else { AttachmentError::TooMany };
            let Some(place) = place.filter(|_| drafts < MOST_DRAFTS) else {
                refused.push((file.about.name, full));
                continue;
            };
            let (file_key, id) = file.content.key();
            let sealed_key = seal_key(&key, id, file_key, &self.random);
            let record = describe(&file, &self.random, sealed_key, place)?;
            let record = AttachmentRecord { draft_of: Some(of), until: Some(until), ..record };
            store(&mut tx, &record, &file.content).await?;
            drafts += 1;
        }
        tx.commit().await?;
        Ok(refused)
    }

    /// Keeps what was kept for a form for another that takes its place.
    ///
    /// # Errors
    /// The database.
    pub async fn move_drafts(&self, from: &FormKey, to: &FormKey) -> DbResult<()> {
        let key = to.draft_key();
        let kept = self.list_drafts(from).await?;
        if kept.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        for draft in kept {
            let sealed_key = seal_key(&key, draft.id.as_bytes(), &draft.key, &self.random);
            let until = self.now() + KEPT;
            repository::rekey_draft(&mut tx, &draft.id, (&to.complaint_id(), until), &sealed_key).await?;
        }
        tx.commit().await
    }

    /// Keeps a file no more.
    ///
    /// # Errors
    /// The database.
    pub async fn remove_draft(&self, form: &FormKey, place: u32) -> DbResult<()> {
        let mut tx = self.db.begin().await?;
        repository::delete_draft(&mut tx, &form.complaint_id(), place).await?;
        tx.commit().await
    }

    /// What goes along with a complaint whose key this is.
    ///
    /// # Errors
    /// The database.
    pub async fn list(
        &self,
        complaint: &ComplaintId,
        key: &ComplaintKey<'_>,
    ) -> DbResult<Vec<OpenedAttachment>> {
        let found = repository::list(&mut self.db.read().await?, complaint).await?;
        Ok(found.iter().filter_map(|found| open(found, |sealed, id| key.open_key(id, sealed))).collect())
    }

    /// A part of a file; nothing where it is not there any more.
    ///
    /// # Errors
    /// The database.
    pub async fn read_part(
        &self,
        file: &OpenedAttachment,
        place: u32,
    ) -> DbResult<Option<Zeroizing<Vec<u8>>>> {
        let sealed = repository::find_part(&mut self.db.read().await?, &file.id, place).await?;
        Ok(sealed.and_then(|sealed| open_part(&file.key, file.id.as_bytes(), place, &sealed)))
    }

    fn now(&self) -> Minute {
        self.clock.now().timestamp().div_euclid(60)
    }

    /// Lets what is kept for a form, and files that have just come, go along with the complaint that it files.
    ///
    /// # Errors
    /// The database, or a temporary file that cannot be read.
    pub async fn file(
        &self,
        tx: &mut Tx,
        (form, key): (&FormKey, &ComplaintKey<'_>),
        files: &[CleanFile],
    ) -> Result<(), ComplaintError> {
        let (complaint, draft_key) = (form.complaint_id(), form.draft_key());
        let drafts = repository::list_drafts(tx, &complaint).await?;
        let mut places = Places::of(&drafts);
        for draft in &drafts {
            let Some(file_key) = open_key(&draft_key, draft.id.as_bytes(), &draft.sealed_key) else {
                continue;
            };
            let sealed_key = key.seal_key(draft.id.as_bytes(), &file_key);
            repository::file(tx, &draft.id, &complaint, &sealed_key).await?;
        }
        for file in files {
            let Some(place) = places.take() else { break };
            let (file_key, id) = file.content.key();
            let record = describe(file, &self.random, key.seal_key(id, file_key), place)?;
            store(tx, &AttachmentRecord { complaint: Some(complaint), ..record }, &file.content).await?;
        }
        Ok(())
    }
}

/// The places that are free of those that one complaint has.
struct Places(Vec<u32>);

impl Places {
    fn of(taken: &[AttachmentRecord]) -> Self {
        let most = u32::try_from(MOST).expect("few");
        let is_free = |place: &u32| !taken.iter().any(|one| one.place == *place);
        Self((1..=most).rev().filter(is_free).collect())
    }

    fn take(&mut self) -> Option<u32> {
        self.0.pop()
    }
}

fn describe(
    file: &CleanFile,
    random: &Random,
    sealed_key: Vec<u8>,
    place: u32,
) -> Result<AttachmentRecord, ComplaintError> {
    let (key, id) = file.content.key();
    let about = sealed::seal(key, id, &serde_json::to_string(&file.about)?, random);
    let id = AttachmentId::new(*id);
    Ok(AttachmentRecord { id, draft_of: None, complaint: None, place, until: None, sealed_key, about })
}

async fn store(tx: &mut Tx, record: &AttachmentRecord, content: &SealedFile) -> Result<(), ComplaintError> {
    if !repository::insert(tx, record).await? {
        return Ok(());
    }
    for place in 0..content.measure().0 {
        repository::insert_part(tx, &record.id, place, &content.read_sealed(place)?).await?;
    }
    Ok(())
}

fn open(
    found: &AttachmentRecord,
    open_key: impl FnOnce(&[u8], &[u8; 16]) -> Option<Key>,
) -> Option<OpenedAttachment> {
    let key = open_key(&found.sealed_key, found.id.as_bytes())?;
    let about = sealed::open(&key, found.id.as_bytes(), &found.about)?;
    let about = serde_json::from_str(&about).ok()?;
    Some(OpenedAttachment { id: found.id, place: found.place, about, key })
}

/// Seals the key of a file under another.
pub fn seal_key(key: &Key, id: &[u8; 16], file_key: &Key, random: &Random) -> Vec<u8> {
    sealed::seal_bytes(key, id, &file_key[..], random)
}

/// Opens what [`seal_key`] made.
pub fn open_key(key: &Key, id: &[u8; 16], sealed_key: &[u8]) -> Option<Key> {
    let bytes = sealed::open_bytes(key, id, sealed_key)?;
    bytes.as_slice().try_into().ok().map(Zeroizing::new)
}
