//! The table `callback`: who wants to be called, sealed. The confidential track.

use super::service::{Call, NewCall};
use crate::db::{CallId, CodeId, DbError, DbResult, FormHash, FromRow, Row, StaffId, Tx};
use chrono::{NaiveDateTime, NaiveTime, Timelike};
use domain::{Lang, UnitSide, Window};

/// Calls that nobody answered, after which a number is deleted.
pub const TRIES: u16 = 3;

const UPSERT: &str = "INSERT INTO callback (id, municipality, sealed, window_day, window_from, window_to, contact_on, \
    tries, expires_on, form, lang, unit, code_id) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10, $11, $12) \
    ON CONFLICT (form) DO UPDATE SET id = excluded.id, sealed = excluded.sealed, window_day = excluded.window_day, \
    window_from = excluded.window_from, window_to = excluded.window_to, contact_on = excluded.contact_on, lang = excluded.lang, \
    unit = excluded.unit, code_id = NULL, tries = 0 \
    WHERE callback.municipality = excluded.municipality";
const FIND_OF_FORM: &str = "SELECT c.*, s.name AS claimed_name FROM callback c \
    LEFT JOIN staff s ON s.id = c.claimed_by WHERE c.municipality = $1 AND c.form = $2";
const SET_CODE: &str = "UPDATE callback SET code_id = $2 WHERE form = $1";
const FIND_OF_CODE: &str = "SELECT c.*, s.name AS claimed_name FROM callback c \
    LEFT JOIN staff s ON s.id = c.claimed_by WHERE c.code_id = $1";
const FIND: &str = "SELECT c.*, s.name AS claimed_name FROM callback c \
    LEFT JOIN staff s ON s.id = c.claimed_by WHERE c.municipality = $1 AND c.id = $2";
const LIST: &str = "SELECT c.*, s.name AS claimed_name FROM callback c \
    LEFT JOIN staff s ON s.id = c.claimed_by WHERE c.municipality = $1 \
    ORDER BY c.window_day, c.window_from, c.id";
const COUNT_DUE: &str = "SELECT COUNT(*) AS number FROM callback WHERE municipality = $1 AND claimed_by IS NULL \
    AND window_day = $2 AND window_from <= $3 AND window_to > $3";
const DELETE_OF_FORM: &str = "DELETE FROM callback WHERE municipality = $1 AND form = $2";
const CLAIM: &str =
    "UPDATE callback SET claimed_by = $3 WHERE municipality = $1 AND id = $2 AND claimed_by IS NULL";
const GIVE_BACK: &str =
    "UPDATE callback SET claimed_by = NULL WHERE municipality = $1 AND id = $2 AND claimed_by = $3";
const GIVE_ALL_BACK: &str = "UPDATE callback SET claimed_by = NULL WHERE claimed_by = $1";
const COUNT_TRY: &str = "UPDATE callback SET tries = tries + 1 WHERE municipality = $1 AND id = $2 \
    AND claimed_by = $3 AND tries = $4";
const DELETE_TRIED: &str = "DELETE FROM callback WHERE id = $1 AND tries >= $2";
const DELETE_CLAIMED: &str = "DELETE FROM callback WHERE municipality = $1 AND id = $2 AND claimed_by = $3";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    UPSERT,
    SET_CODE,
    FIND_OF_CODE,
    FIND_OF_FORM,
    FIND,
    LIST,
    COUNT_DUE,
    DELETE_OF_FORM,
    CLAIM,
    GIVE_BACK,
    GIVE_ALL_BACK,
    COUNT_TRY,
    DELETE_TRIED,
    DELETE_CLAIMED,
];

impl FromRow for Call {
    fn from_row(row: &Row) -> DbResult<Self> {
        let window = Window {
            day: row.get("window_day")?,
            from: read_time(row, "window_from")?,
            to: read_time(row, "window_to")?,
        };
        Ok(Self {
            id: row.get("id")?,
            sealed: row.get("sealed")?,
            window,
            contact_on: row.get("contact_on")?,
            tries: row.get("tries")?,
            lang: row.get_code("lang", Lang::from_tag)?,
            side: UnitSide::from_code(&row.get::<String>("unit")?),
            claimed_by: row.get("claimed_by")?,
            claimed_name: row.get("claimed_name")?,
            code: row.get("code_id")?,
            expires_on: row.get("expires_on")?,
        })
    }
}

fn read_time(row: &Row, name: &'static str) -> DbResult<NaiveTime> {
    let seconds = row.get::<u32>(name)?.saturating_mul(60);
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).ok_or(DbError::Unreadable(name))
}

/// Minutes since midnight.
fn count_minutes(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight() / 60
}

/// Adds a call; what its form had asked for before is replaced. `false` where the form was another municipality's.
pub async fn upsert(tx: &mut Tx, call: &NewCall) -> DbResult<bool> {
    let values = [
        (&call.id).into(),
        (&call.municipality).into(),
        (&call.sealed).into(),
        call.window.day.into(),
        count_minutes(call.window.from).into(),
        count_minutes(call.window.to).into(),
        call.contact_on.into(),
        call.expires_on.into(),
        (&call.form).into(),
        call.lang.tag().into(),
        call.side.map_or("", UnitSide::code).into(),
        None::<&CodeId>.into(),
    ];
    Ok(tx.execute(UPSERT, &values).await? == 1)
}

/// The call that a form has asked for.
pub async fn find_of_form(tx: &mut Tx, municipality: &str, form: &FormHash) -> DbResult<Option<Call>> {
    tx.fetch_optional(FIND_OF_FORM, &[municipality.into(), form.into()]).await
}

/// Notes under which code a call was asked for: it goes with that.
pub async fn set_code(tx: &mut Tx, form: &FormHash, code: &CodeId) -> DbResult<()> {
    tx.execute(SET_CODE, &[form.into(), code.into()]).await?;
    Ok(())
}

/// The call that was asked for under a code.
pub async fn find_of_code(tx: &mut Tx, code: &CodeId) -> DbResult<Option<Call>> {
    tx.fetch_optional(FIND_OF_CODE, &[code.into()]).await
}

pub async fn find(tx: &mut Tx, municipality: &str, call: &CallId) -> DbResult<Option<Call>> {
    tx.fetch_optional(FIND, &[municipality.into(), call.into()]).await
}

/// Lists the calls that a municipality is asked for, in the order of their windows.
pub async fn list(tx: &mut Tx, municipality: &str) -> DbResult<Vec<Call>> {
    tx.fetch_all(LIST, &[municipality.into()]).await
}

/// Counts the calls of a municipality that nobody has taken and that can be made now.
pub async fn count_due(tx: &mut Tx, municipality: &str, now: NaiveDateTime) -> DbResult<u64> {
    tx.count(COUNT_DUE, &[municipality.into(), now.date().into(), count_minutes(now.time()).into()]).await
}

/// Gives all calls back that somebody has taken.
pub async fn give_all_back(tx: &mut Tx, staff: &StaffId) -> DbResult<()> {
    tx.execute(GIVE_ALL_BACK, &[staff.into()]).await?;
    Ok(())
}

/// Takes back the call that a form has asked for. `false` where there is none any more.
pub async fn delete_of_form(tx: &mut Tx, municipality: &str, form: &FormHash) -> DbResult<bool> {
    Ok(tx.execute(DELETE_OF_FORM, &[municipality.into(), form.into()]).await? == 1)
}

/// Takes a call, unless a colleague has it.
pub async fn claim(tx: &mut Tx, municipality: &str, call: &CallId, staff: &StaffId) -> DbResult<bool> {
    Ok(tx.execute(CLAIM, &[municipality.into(), call.into(), staff.into()]).await? == 1)
}

/// Gives a call back that one has taken.
pub async fn give_back(tx: &mut Tx, municipality: &str, call: &CallId, staff: &StaffId) -> DbResult<bool> {
    Ok(tx.execute(GIVE_BACK, &[municipality.into(), call.into(), staff.into()]).await? == 1)
}

/// Notes that nobody answered, after so many tries before. After three the call is deleted.
pub async fn count_try(
    tx: &mut Tx,
    municipality: &str,
    call: &CallId,
    staff: &StaffId,
    before: u16,
) -> DbResult<bool> {
    let values = [municipality.into(), call.into(), staff.into(), before.into()];
    let counted = tx.execute(COUNT_TRY, &values).await? == 1;
    tx.execute(DELETE_TRIED, &[call.into(), TRIES.into()]).await?;
    Ok(counted)
}

/// Deletes a call that one has taken and made.
pub async fn delete_claimed(
    tx: &mut Tx,
    municipality: &str,
    call: &CallId,
    staff: &StaffId,
) -> DbResult<bool> {
    Ok(tx.execute(DELETE_CLAIMED, &[municipality.into(), call.into(), staff.into()]).await? == 1)
}
