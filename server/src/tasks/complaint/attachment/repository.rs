//! The tables `complaint_attachment` and `complaint_attachment_part`.

use super::model::AttachmentRecord;
use crate::db::{AttachmentId, ComplaintId, DbResult, FromRow, Row, Tx};
use domain::Minute;

const INSERT: &str = "INSERT INTO complaint_attachment (id, draft_of, complaint_id, place, until, sealed_key, about) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
const INSERT_PART: &str =
    "INSERT INTO complaint_attachment_part (attachment_id, place, sealed) VALUES ($1, $2, $3)";
const LIST_DRAFTS: &str =
    "SELECT * FROM complaint_attachment WHERE draft_of = $1 AND until >= $2 ORDER BY place";
const DELETE_LAPSED: &str = "DELETE FROM complaint_attachment WHERE draft_of = $1 AND until < $2";
const LIST: &str = "SELECT * FROM complaint_attachment WHERE complaint_id = $1 ORDER BY place";
const COUNT_DRAFTS: &str = "SELECT COUNT(*) AS number FROM complaint_attachment WHERE draft_of IS NOT NULL";
const FIND_PART: &str =
    "SELECT sealed FROM complaint_attachment_part WHERE attachment_id = $1 AND place = $2";
const REKEY_DRAFT: &str = "UPDATE complaint_attachment SET draft_of = $2, until = $3, sealed_key = $4 WHERE id = $1 AND draft_of IS NOT NULL";
const FILE: &str = "UPDATE complaint_attachment SET draft_of = NULL, until = NULL, complaint_id = $2, sealed_key = $3 \
    WHERE id = $1 AND draft_of IS NOT NULL";
const DELETE_DRAFT: &str = "DELETE FROM complaint_attachment WHERE draft_of = $1 AND place = $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    INSERT_PART,
    LIST_DRAFTS,
    DELETE_LAPSED,
    LIST,
    COUNT_DRAFTS,
    FIND_PART,
    REKEY_DRAFT,
    FILE,
    DELETE_DRAFT,
];

impl FromRow for AttachmentRecord {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            draft_of: row.get("draft_of")?,
            complaint: row.get("complaint_id")?,
            place: row.get("place")?,
            until: row.get("until")?,
            sealed_key: row.get("sealed_key")?,
            about: row.get("about")?,
        })
    }
}

/// Adds an attachment; `false` where another has its place.
pub async fn insert(tx: &mut Tx, attachment: &AttachmentRecord) -> DbResult<bool> {
    let values = [
        (&attachment.id).into(),
        attachment.draft_of.as_ref().into(),
        attachment.complaint.as_ref().into(),
        attachment.place.into(),
        attachment.until.into(),
        attachment.sealed_key.as_slice().into(),
        attachment.about.as_slice().into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

pub async fn insert_part(tx: &mut Tx, id: &AttachmentId, place: u32, sealed: &[u8]) -> DbResult<()> {
    tx.execute(INSERT_PART, &[id.into(), place.into(), sealed.into()]).await?;
    Ok(())
}

/// What is kept for a form that is not sent yet, by the complaint that it would file.
pub async fn list_drafts(tx: &mut Tx, of: &ComplaintId, now: Minute) -> DbResult<Vec<AttachmentRecord>> {
    tx.fetch_all(LIST_DRAFTS, &[of.into(), now.into()]).await
}

/// Deletes what was kept for a form and is so no more.
pub async fn delete_lapsed(tx: &mut Tx, of: &ComplaintId, now: Minute) -> DbResult<()> {
    tx.execute(DELETE_LAPSED, &[of.into(), now.into()]).await?;
    Ok(())
}

pub async fn list(tx: &mut Tx, complaint: &ComplaintId) -> DbResult<Vec<AttachmentRecord>> {
    tx.fetch_all(LIST, &[complaint.into()]).await
}

/// How many are kept for forms that are not sent yet.
pub async fn count_drafts(tx: &mut Tx) -> DbResult<u64> {
    tx.count(COUNT_DRAFTS, &[]).await
}

struct Part(Vec<u8>);

impl FromRow for Part {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("sealed").map(Self)
    }
}

pub async fn find_part(tx: &mut Tx, id: &AttachmentId, place: u32) -> DbResult<Option<Vec<u8>>> {
    let part: Option<Part> = tx.fetch_optional(FIND_PART, &[id.into(), place.into()]).await?;
    Ok(part.map(|Part(sealed)| sealed))
}

/// Keeps an attachment for another form, under its key.
pub async fn rekey_draft(
    tx: &mut Tx,
    id: &AttachmentId,
    (of, until): (&ComplaintId, Minute),
    sealed_key: &[u8],
) -> DbResult<()> {
    tx.execute(REKEY_DRAFT, &[id.into(), of.into(), until.into(), sealed_key.into()]).await?;
    Ok(())
}

/// Makes an attachment part of a complaint that is filed, under its key.
pub async fn file(
    tx: &mut Tx,
    id: &AttachmentId,
    complaint: &ComplaintId,
    sealed_key: &[u8],
) -> DbResult<()> {
    tx.execute(FILE, &[id.into(), complaint.into(), sealed_key.into()]).await?;
    Ok(())
}

pub async fn delete_draft(tx: &mut Tx, of: &ComplaintId, place: u32) -> DbResult<()> {
    tx.execute(DELETE_DRAFT, &[of.into(), place.into()]).await?;
    Ok(())
}
