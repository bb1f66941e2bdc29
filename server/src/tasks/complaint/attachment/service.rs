//! Taking in files, keeping them until a complaint is sent, and reading them.

use super::{
    cleaning::{CleaningError, clean, inspect},
    model::{AttachmentAbout, AttachmentRecord, CleanFile, OpenedAttachment, SentFile},
    repository,
};
use crate::{
    clock::Clock,
    crypto::{
        keys::Key,
        random::Random,
        record_seal::RecordKey,
        sealed::{self, open_key, seal_key},
        sealed_file::{SealedFile, SealedFileWriter, open_part},
    },
    db::{AttachmentId, ComplaintId, Db, DbResult, FormKey, Tx},
    jobs::retention::{Cutoff, Ends, RetentionRule},
    tasks::complaint::service::ComplaintError,
};
use app::tasks::complaint::attachment::{AttachmentError, AttachmentKind, LARGEST, MOST};
use domain::Minute;
use std::{io, sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
    time::{Instant, timeout_at},
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
const MOST_DRAFTS: u64 = 300;
/// Forms with files that are read at once: so many times five files stand in the temporary folder at most.
const AT_ONCE: usize = 16;

/// How long the pictures of a form wait for those of others: less than a proxy waits for the answer.
const PATIENCE: Duration = Duration::from_mins(1);

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
        SealedFileWriter::new(&self.random, LARGEST)
    }

    /// Those of the files that can go along, and why the others cannot.
    pub async fn clean(&self, sent: Vec<SentFile>) -> (Vec<CleanFile>, Refused) {
        let (mut cleaned, mut refused) = (Vec::new(), Vec::new());
        let until = Instant::now() + PATIENCE;
        for SentFile { name, content } in sent {
            let content = match content {
                Ok(content) => self.clean_one(content, until).await.map_err(tell),
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

    async fn clean_one(
        &self,
        sent: SealedFile,
        until: Instant,
    ) -> Result<(AttachmentKind, SealedFile), CleaningError> {
        let kind = inspect(&sent)?;
        if kind == AttachmentKind::Pdf {
            return Ok((kind, sent));
        }
        let busy = || CleaningError::Refused(AttachmentError::Busy);
        let place = timeout_at(until, Arc::clone(&self.cleaning).acquire_owned()).await;
        let place = place.map_err(|_| busy())?.map_err(|_| busy())?;
        let random = Arc::clone(&self.random);
        let work = move || {
            let cleaned = clean(&sent, kind, &random);
            drop(place);
            cleaned
        };
        // The reader of pictures may have met something that it does not know.
        let broken = |_| CleaningError::Refused(AttachmentError::Broken);
        Ok((kind, spawn_blocking(work).await.map_err(broken)??))
    }

    /// What is kept for a form that is not sent yet.
    ///
    /// # Errors
    /// The database.
    pub async fn list_drafts(&self, form: &FormKey) -> DbResult<Vec<OpenedAttachment>> {
        let mut tx = self.db.read().await?;
        let found = repository::list_drafts(&mut tx, &form.complaint_id(), self.now()).await?;
        let key = form.draft_key();
        Ok(found.iter().filter_map(|found| open(found, |sealed, id| open_key(&key, id, sealed))).collect())
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
        repository::delete_lapsed(&mut tx, &of, self.now()).await?;
        let mut drafts = repository::count_drafts(&mut tx).await?;
        let kept = repository::list_drafts(&mut tx, &of, self.now()).await?;
        let mut places = Places::of(&kept);
        let kept: Vec<_> =
            kept.iter().filter_map(|found| open(found, |sealed, id| open_key(&key, id, sealed))).collect();
        for file in files {
            // The same form may have been sent twice at once.
            if kept.iter().any(|other| other.about == file.about) {
                continue;
            }
            if drafts >= MOST_DRAFTS {
                refused.push((file.about.name, AttachmentError::Busy));
                continue;
            }
            let (file_key, id) = file.content.key();
            let sealed_key = seal_key(&key, id, file_key, &self.random);
            let record = describe(&file, &self.random, sealed_key)?;
            let record = AttachmentRecord { draft_of: Some(of), until: Some(until), ..record };
            if store(&mut tx, record, &file.content, &mut places).await? {
                drafts += 1;
            } else {
                refused.push((file.about.name, AttachmentError::TooMany));
            }
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
        tx.commit().await?;
        self.db.scrub().await
    }

    /// What goes along with a complaint whose key this is.
    ///
    /// # Errors
    /// The database.
    pub async fn list(
        &self,
        complaint: &ComplaintId,
        key: &RecordKey<'_>,
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
        (form, key): (&FormKey, &RecordKey<'_>),
        files: &[CleanFile],
    ) -> Result<(), ComplaintError> {
        let (complaint, draft_key) = (form.complaint_id(), form.draft_key());
        let drafts = repository::list_drafts(tx, &complaint, self.now()).await?;
        let mut places = Places::of(&drafts);
        for draft in &drafts {
            let Some(file_key) = open_key(&draft_key, draft.id.as_bytes(), &draft.sealed_key) else {
                continue;
            };
            let sealed_key = key.seal_key(draft.id.as_bytes(), &file_key);
            repository::file(tx, &draft.id, &complaint, &sealed_key).await?;
        }
        for file in files {
            let (file_key, id) = file.content.key();
            let record = describe(file, &self.random, key.seal_key(id, file_key))?;
            let record = AttachmentRecord { complaint: Some(complaint), ..record };
            // A receipt is never given for less than was sent.
            if !store(tx, record, &file.content, &mut places).await? {
                return Err(ComplaintError::NoPlace);
            }
        }
        Ok(())
    }
}

/// Why a file is not taken; what is amiss with the machine is for the log.
fn tell(error: CleaningError) -> AttachmentError {
    match error {
        CleaningError::Refused(error) => error,
        CleaningError::Io(error) => {
            tracing::warn!(target: "portal", kind = ?error.kind(), "a file could not be kept");
            AttachmentError::Busy
        }
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
) -> Result<AttachmentRecord, ComplaintError> {
    let (key, id) = file.content.key();
    let about = sealed::seal(key, id, &serde_json::to_string(&file.about)?, random);
    let id = AttachmentId::new(*id);
    Ok(AttachmentRecord { id, draft_of: None, complaint: None, place: 0, until: None, sealed_key, about })
}

/// Stores a file at the first place that is free; `false` where none is. Another request of the same form may have taken one
/// since they were looked at.
async fn store(
    tx: &mut Tx,
    record: AttachmentRecord,
    content: &SealedFile,
    places: &mut Places,
) -> Result<bool, ComplaintError> {
    let mut record = record;
    loop {
        let Some(place) = places.take() else { return Ok(false) };
        record.place = place;
        if repository::insert(tx, &record).await? {
            break;
        }
    }
    for place in 0..content.measure().0 {
        repository::insert_part(tx, &record.id, place, &content.read_sealed(place)?).await?;
    }
    Ok(true)
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
