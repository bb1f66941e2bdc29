//! The table `anonymous_code`: what is kept of a return code. The anonymous track.

use crate::{
    crypto::verifier::{Cost, Verifier},
    db::{AppointmentId, CodeId, DbResult, FromRow, Row, Tx},
};
use chrono::NaiveDate;
use domain::Talks;

const INSERT: &str = "INSERT INTO anonymous_code (id, municipality, pseudonym, selector, salt, verifier, kdf_memory, \
    kdf_passes, talks, close_talks, extended_by, close_extended_by, expires_on, contact_on) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING";
const FIND_BY_SELECTOR: &str = "SELECT * FROM anonymous_code WHERE selector = $1";
const FIND: &str = "SELECT * FROM anonymous_code WHERE id = $1";
const REBOOK: &str = "UPDATE anonymous_code SET \
    expires_on = CASE WHEN expires_on < $2 THEN $2 ELSE expires_on END, called_off = NULL, \
    contact_on = COALESCE(contact_on, $5) WHERE id = $1 AND talks = $3 AND close_talks = $4";
const KEEP_UNTIL: &str = "UPDATE anonymous_code SET \
    expires_on = CASE WHEN expires_on < $2 THEN $2 ELSE expires_on END, contact_on = COALESCE(contact_on, $3) WHERE id = $1";
const END_ON: &str = "UPDATE anonymous_code SET expires_on = $2 WHERE id = $1 \
    AND NOT EXISTS (SELECT 1 FROM appointment WHERE code_id = $1) \
    AND NOT EXISTS (SELECT 1 FROM treatment_case WHERE code_id = $1)";
const LOCK: &str = "UPDATE anonymous_code SET talks = talks WHERE id = $1";
const LOCK_OF_APPOINTMENT: &str = "UPDATE anonymous_code SET talks = talks WHERE municipality = $1 \
    AND id = (SELECT code_id FROM appointment WHERE id = $2) RETURNING id";
/// A server of the version before counts no talks about others: there are never fewer than none.
const ADD_TALKS: &str = "UPDATE anonymous_code SET talks = talks + $2, \
    close_talks = CASE WHEN close_talks + $3 > 0 THEN close_talks + $3 ELSE 0 END WHERE id = $1";
const CANCEL: &str = "UPDATE anonymous_code SET talks = talks - $2, \
    close_talks = CASE WHEN close_talks > $3 THEN close_talks - $3 ELSE 0 END, \
    expires_on = CASE WHEN expires_on > $4 AND (contact_on IS NOT NULL \
    OR EXISTS (SELECT 1 FROM complaint WHERE code_id = $1)) THEN expires_on ELSE $4 END WHERE id = $1";
const CALL_OFF: &str = "UPDATE anonymous_code SET talks = talks - $2, \
    close_talks = CASE WHEN close_talks > $3 THEN close_talks - $3 ELSE 0 END, \
    called_off = $4 WHERE id = $1";
const EXTEND: &str = "UPDATE anonymous_code SET extended_by = extended_by + 1 WHERE municipality = $1 \
    AND id = (SELECT code_id FROM appointment WHERE id = $2 AND about NOT IN ('CLOSE', 'YOUNG')) AND extended_by = $3";
const EXTEND_CLOSE: &str = "UPDATE anonymous_code SET close_extended_by = close_extended_by + 1 WHERE municipality = $1 \
    AND id = (SELECT code_id FROM appointment WHERE id = $2 AND about IN ('CLOSE', 'YOUNG')) AND close_extended_by = $3";
const REPLACE: &str = "UPDATE anonymous_code SET selector = $2, salt = $3, verifier = $4, kdf_memory = $5, kdf_passes = $6 \
    WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM anonymous_code o WHERE o.selector = $2 AND o.id <> $1)";
const DELETE: &str = "DELETE FROM anonymous_code WHERE id = $1";
const DELETE_EMPTY: &str = "DELETE FROM anonymous_code WHERE id = $1 \
    AND NOT EXISTS (SELECT 1 FROM appointment WHERE code_id = $1) \
    AND NOT EXISTS (SELECT 1 FROM waiting WHERE code_id = $1) \
    AND NOT EXISTS (SELECT 1 FROM treatment_case WHERE code_id = $1) \
    AND NOT EXISTS (SELECT 1 FROM complaint WHERE code_id = $1)";
const COUNT_CALLED: &str =
    "SELECT COUNT(*) AS number FROM anonymous_code WHERE municipality = $1 AND pseudonym = $2";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    INSERT,
    FIND_BY_SELECTOR,
    FIND,
    REBOOK,
    KEEP_UNTIL,
    END_ON,
    LOCK,
    LOCK_OF_APPOINTMENT,
    ADD_TALKS,
    CANCEL,
    CALL_OFF,
    EXTEND,
    EXTEND_CLOSE,
    REPLACE,
    DELETE,
    DELETE_EMPTY,
    COUNT_CALLED,
];

/// What is kept of a return code.
pub struct CodeRecord {
    pub id: CodeId,
    pub municipality: String,
    /// The name that staff see.
    pub pseudonym: String,
    /// The digits that find the record, and are no secret.
    pub selector: i32,
    pub verifier: Verifier,
    /// Conversations agreed on so far.
    pub talks: Talks,
    /// Conversations that staff have granted beyond the municipality's number.
    pub extended_by: Talks,
    pub expires_on: NaiveDate,
    /// Day 0 of the guarantee, where treatment is wished for.
    pub contact_on: Option<NaiveDate>,
    /// The day of an appointment that staff have called off, until there is another.
    pub called_off: Option<NaiveDate>,
}

impl FromRow for CodeRecord {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            municipality: row.get("municipality")?,
            pseudonym: row.get("pseudonym")?,
            selector: row.get("selector")?,
            verifier: Verifier::from_row(row)?,
            talks: Talks { own: row.get("talks")?, close: row.get("close_talks")? },
            extended_by: Talks { own: row.get("extended_by")?, close: row.get("close_extended_by")? },
            expires_on: row.get("expires_on")?,
            contact_on: row.get("contact_on")?,
            called_off: row.get("called_off")?,
        })
    }
}

impl FromRow for Verifier {
    fn from_row(row: &Row) -> DbResult<Self> {
        let cost = Cost { memory: row.get("kdf_memory")?, passes: row.get("kdf_passes")? };
        Ok(Self { salt: row.get("salt")?, hash: row.get("verifier")?, cost })
    }
}

/// Adds a code, unless a live one begins with the same digits, or the form has one: then `false`.
pub async fn insert(tx: &mut Tx, code: &CodeRecord) -> DbResult<bool> {
    let values = [
        (&code.id).into(),
        (&code.municipality).into(),
        (&code.pseudonym).into(),
        code.selector.into(),
        (&code.verifier.salt).into(),
        (&code.verifier.hash).into(),
        code.verifier.cost.memory.into(),
        code.verifier.cost.passes.into(),
        code.talks.own.into(),
        code.talks.close.into(),
        code.extended_by.own.into(),
        code.extended_by.close.into(),
        code.expires_on.into(),
        code.contact_on.into(),
    ];
    Ok(tx.execute(INSERT, &values).await? == 1)
}

pub async fn find_by_selector(tx: &mut Tx, selector: i32) -> DbResult<Option<CodeRecord>> {
    tx.fetch_optional(FIND_BY_SELECTOR, &[selector.into()]).await
}

pub async fn find(tx: &mut Tx, code: &CodeId) -> DbResult<Option<CodeRecord>> {
    tx.fetch_optional(FIND, &[code.into()]).await
}

/// Lets a code live longer for one more appointment, where so many conversations had been agreed on.
pub async fn rebook(
    tx: &mut Tx,
    code: &CodeId,
    expires_on: NaiveDate,
    talks: Talks,
    contact_on: Option<NaiveDate>,
) -> DbResult<bool> {
    let values = [code.into(), expires_on.into(), talks.own.into(), talks.close.into(), contact_on.into()];
    Ok(tx.execute(REBOOK, &values).await? == 1)
}

/// Lets a code live until a day at least, and notes the day of contact where none is noted.
pub async fn keep_until(
    tx: &mut Tx,
    code: &CodeId,
    until: NaiveDate,
    contact_on: Option<NaiveDate>,
) -> DbResult<()> {
    tx.execute(KEEP_UNTIL, &[code.into(), until.into(), contact_on.into()]).await?;
    Ok(())
}

/// Lets a code end on a day, earlier or later than before, where neither an appointment nor a case stands under it.
pub async fn end_on(tx: &mut Tx, code: &CodeId, day: NaiveDate) -> DbResult<()> {
    tx.execute(END_ON, &[code.into(), day.into()]).await?;
    Ok(())
}

/// Takes the code's row first, always: two writers wait for each other in one order only.
pub async fn lock(tx: &mut Tx, code: &CodeId) -> DbResult<()> {
    tx.execute(LOCK, &[code.into()]).await?;
    Ok(())
}

struct Locked(CodeId);

impl FromRow for Locked {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("id").map(Self)
    }
}

/// The same for the code of an appointment in a municipality, which it gives.
pub async fn lock_of_appointment(
    tx: &mut Tx,
    municipality: &str,
    appointment: &AppointmentId,
) -> DbResult<Option<CodeId>> {
    let locked: Option<Locked> =
        tx.fetch_optional(LOCK_OF_APPOINTMENT, &[municipality.into(), appointment.into()]).await?;
    Ok(locked.map(|Locked(code)| code))
}

/// Counts conversations that are agreed on, in place of others that are not any more.
pub async fn add_talks(tx: &mut Tx, code: &CodeId, agreed: Talks, replaced: Talks) -> DbResult<()> {
    let change = |agreed: u16, replaced: u16| i32::from(agreed) - i32::from(replaced);
    let (own, close) = (change(agreed.own, replaced.own), change(agreed.close, replaced.close));
    tx.execute(ADD_TALKS, &[code.into(), own.into(), close.into()]).await?;
    Ok(())
}

/// Counts conversations no more that the citizen has taken back. A code with a wish for treatment, or with a complaint, lives
/// on without them.
pub async fn cancel(tx: &mut Tx, code: &CodeId, talks: Talks, expires_on: NaiveDate) -> DbResult<()> {
    tx.execute(CANCEL, &[code.into(), talks.own.into(), talks.close.into(), expires_on.into()]).await?;
    Ok(())
}

/// Counts conversations no more that staff have called off, and notes on which day one was to be.
pub async fn call_off(tx: &mut Tx, code: &CodeId, talks: Talks, on: NaiveDate) -> DbResult<()> {
    tx.execute(CALL_OFF, &[code.into(), talks.own.into(), talks.close.into(), on.into()]).await?;
    Ok(())
}

/// Grants one conversation more of the kind of an appointment to whose it is, where so many have been granted before.
pub async fn extend(
    tx: &mut Tx,
    municipality: &str,
    appointment: &AppointmentId,
    before: u16,
) -> DbResult<bool> {
    let values = [municipality.into(), appointment.into(), before.into()];
    let is_own = tx.execute(EXTEND, &values).await? == 1;
    Ok(is_own || tx.execute(EXTEND_CLOSE, &values).await? == 1)
}

/// Puts another code in the place of one, for all that stands under it; `false` where another live code begins with the same
/// digits.
pub async fn replace(tx: &mut Tx, code: &CodeId, (selector, verifier): (i32, &Verifier)) -> DbResult<bool> {
    let values = [
        code.into(),
        selector.into(),
        (&verifier.salt).into(),
        (&verifier.hash).into(),
        verifier.cost.memory.into(),
        verifier.cost.passes.into(),
    ];
    Ok(tx.execute(REPLACE, &values).await? == 1)
}

/// Deletes a code and all under it.
pub async fn delete(tx: &mut Tx, code: &CodeId) -> DbResult<()> {
    tx.execute(DELETE, &[code.into()]).await?;
    Ok(())
}

/// Deletes a code under which nothing stands.
pub async fn delete_empty(tx: &mut Tx, code: &CodeId) -> DbResult<()> {
    tx.execute(DELETE_EMPTY, &[code.into()]).await?;
    Ok(())
}

/// Whether somebody in a municipality is called so already.
pub async fn is_called(tx: &mut Tx, municipality: &str, pseudonym: &str) -> DbResult<bool> {
    Ok(tx.count(COUNT_CALLED, &[municipality.into(), pseudonym.into()]).await? > 0)
}
