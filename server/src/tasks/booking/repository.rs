//! The table `appointment`: times that are held, and times that are booked. The anonymous track.

use super::model::{Appointment, BusyTime, Hold};
use crate::db::{AppointmentId, CodeId, DbError, DbResult, FormHash, FromRow, Row, StaffId, Tx};
use domain::{BookingAbout, BookingKind, Lang, Minute, UnitSide};
use std::ops::Range;

/// No appointment is longer, its pause included: what begins earlier is over.
const LONGEST: Minute = 24 * 60;

// One row for all of a kind that one of the staff has: a row has a price, a number in a text hardly.
const LIST_BUSY: &str = "SELECT a.staff_id, a.kind, STRING_AGG(a.starts || ' ' || a.free_from, ' ') AS times \
    FROM staff s JOIN appointment a ON a.staff_id = s.id \
    WHERE s.municipality = $1 AND a.starts < $3 AND a.starts > $6 AND a.free_from > $2 \
    AND (a.held_until IS NULL OR (a.held_until > $4 AND a.form <> $5)) GROUP BY a.staff_id, a.kind";
const CLEAR_FOR_HOLD: &str = "DELETE FROM appointment WHERE held_until IS NOT NULL AND (form = $1 \
    OR (staff_id = $2 AND starts < $4 AND free_from > $3 AND held_until <= $5))";
const INSERT_HOLD: &str = "INSERT INTO appointment \
    (id, staff_id, kind, about, starts, minutes, free_from, held_until, form) \
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE NOT EXISTS (SELECT 1 FROM appointment \
    WHERE staff_id = $2 AND starts < $7 AND starts > $14 AND free_from > $5) \
    AND (SELECT COUNT(*) FROM appointment \
    WHERE staff_id IN (SELECT id FROM staff WHERE municipality = $10) AND kind = $3 \
    AND starts >= $11 AND starts < $12 AND (held_until IS NULL OR held_until > $13)) \
    < (SELECT capacity FROM booking_kind WHERE municipality = $10 AND kind = $3) ON CONFLICT DO NOTHING";
const RELEASE: &str = "DELETE FROM appointment WHERE form = $1 AND held_until IS NOT NULL";
const FIND_OF_FORM: &str = "SELECT a.id, a.kind, a.about, a.starts, a.minutes, a.pending, a.lang, a.unit, a.held_until, a.code_id \
    FROM appointment a JOIN staff s ON s.id = a.staff_id WHERE a.form = $1 AND s.municipality = $2";
const ASSIGN: &str = "UPDATE appointment SET code_id = $2, held_until = NULL, pending = $5, lang = $6, unit = $7 WHERE form = $1 \
    AND held_until > $3 AND starts > $3 AND staff_id IN (SELECT id FROM staff WHERE municipality = $4) \
    RETURNING about";
const FIND_HOLD_END: &str = "SELECT held_until FROM appointment WHERE form = $1";
const DELETE_REPLACED: &str = "DELETE FROM appointment WHERE code_id = $1 AND id = $2 AND starts > $3 AND form <> $4 \
    RETURNING about, COALESCE(first_id, id) AS first_id, moves";
const SUCCEED: &str = "UPDATE appointment SET first_id = $2, moves = $3 WHERE form = $1";
const FIND_SERIES: &str = "SELECT COALESCE(first_id, id) AS first_id, moves FROM appointment WHERE id = $1";
const DELETE_AHEAD: &str =
    "DELETE FROM appointment WHERE code_id = $1 AND id = $2 AND starts > $3 RETURNING about";
const DELETE_OF_CODE: &str = "DELETE FROM appointment WHERE id = $1 AND code_id = $2 RETURNING about";
const COUNT_AHEAD: &str = "SELECT COUNT(*) AS number FROM appointment WHERE code_id = $1 AND starts > $2";
const LIST_OF_CODE: &str = "SELECT id, kind, about, starts, minutes, pending, lang, unit FROM appointment WHERE code_id = $1 \
    ORDER BY starts";
const COUNT_PENDING: &str = "SELECT COUNT(*) AS number FROM appointment a JOIN staff s ON s.id = a.staff_id \
    WHERE s.municipality = $1 AND a.pending = 1";
const CONFIRM: &str = "UPDATE appointment SET pending = 0 WHERE id = $2 AND pending = 1 AND code_id IS NOT NULL \
    AND staff_id IN (SELECT id FROM staff WHERE municipality = $1)";

const CLEAR_FOR_HAND_OVER: &str = "DELETE FROM appointment WHERE staff_id = $1 AND held_until <= $2";
const HAND_OVER: &str = "UPDATE appointment SET staff_id = $3 WHERE id = $1 AND staff_id = $2 AND code_id IS NOT NULL \
    AND (SELECT COUNT(*) FROM staff WHERE id IN ($2, $3) AND municipality = $4) = 2 \
    AND NOT EXISTS (SELECT 1 FROM appointment o WHERE o.staff_id = $3 AND o.starts < appointment.free_from \
    AND o.starts > appointment.starts - $5 AND o.free_from > appointment.starts)";

const RELEASE_OF_STAFF: &str =
    "DELETE FROM appointment WHERE staff_id = $1 AND starts >= $2 AND starts < $3 AND held_until IS NOT NULL";
const RELEASE_ALL: &str = "DELETE FROM appointment WHERE staff_id IN (SELECT id FROM staff WHERE municipality = $1) \
    AND starts >= $2 AND starts < $3 AND held_until IS NOT NULL";

/// Every statement, so that a test can prepare each on both engines.
pub const STATEMENTS: &[&str] = &[
    LIST_BUSY,
    CLEAR_FOR_HOLD,
    INSERT_HOLD,
    RELEASE,
    FIND_OF_FORM,
    ASSIGN,
    FIND_HOLD_END,
    DELETE_REPLACED,
    SUCCEED,
    FIND_SERIES,
    DELETE_AHEAD,
    DELETE_OF_CODE,
    COUNT_AHEAD,
    LIST_OF_CODE,
    COUNT_PENDING,
    CONFIRM,
    CLEAR_FOR_HAND_OVER,
    HAND_OVER,
    RELEASE_OF_STAFF,
    RELEASE_ALL,
];

/// What one member of staff has of one kind.
struct BusyRow(Vec<BusyTime>);

impl FromRow for BusyRow {
    fn from_row(row: &Row) -> DbResult<Self> {
        let (staff, kind) = (row.get("staff_id")?, row.get_code("kind", BookingKind::from_code)?);
        let times: String = row.get("times")?;
        let minute = |text: &str| text.parse().map_err(|_| DbError::Unreadable("times"));
        let mut minutes = times.split(' ').map(minute);
        let mut busy = Vec::new();
        while let (Some(from), Some(to)) = (minutes.next(), minutes.next()) {
            busy.push(BusyTime { staff, kind, from: from?, to: to? });
        }
        Ok(Self(busy))
    }
}

/// Lists what is taken between two moments, but for what is held for `own`.
pub async fn list_busy(
    tx: &mut Tx,
    municipality: &str,
    between: Range<Minute>,
    now: Minute,
    own: &FormHash,
) -> DbResult<Vec<BusyTime>> {
    let values = [
        municipality.into(),
        between.start.into(),
        between.end.into(),
        now.into(),
        own.into(),
        (between.start - LONGEST).into(),
    ];
    let rows: Vec<BusyRow> = tx.fetch_all(LIST_BUSY, &values).await?;
    Ok(rows.into_iter().flat_map(|BusyRow(busy)| busy).collect())
}

/// Deletes what the form holds, and what is held no more in the way of a hold.
pub async fn clear_for_hold(tx: &mut Tx, hold: &Hold, staff: &StaffId, now: Minute) -> DbResult<()> {
    let values = [(&hold.form).into(), staff.into(), hold.starts.into(), hold.free_from.into(), now.into()];
    tx.execute(CLEAR_FOR_HOLD, &values).await?;
    Ok(())
}

/// Keeps a time with one of the staff. `false` where something is in the way, or the day has its number.
pub async fn insert_hold(tx: &mut Tx, hold: &Hold, staff: &StaffId, now: Minute) -> DbResult<bool> {
    let values = [
        (&hold.id).into(),
        staff.into(),
        hold.kind.code().into(),
        hold.about.code().into(),
        hold.starts.into(),
        hold.minutes.into(),
        hold.free_from.into(),
        hold.until.into(),
        (&hold.form).into(),
        (&hold.municipality).into(),
        hold.day.start.into(),
        hold.day.end.into(),
        now.into(),
        (hold.starts - LONGEST).into(),
    ];
    Ok(tx.execute(INSERT_HOLD, &values).await? == 1)
}

/// Lets go of what is held for a form.
pub async fn release(tx: &mut Tx, form: &FormHash) -> DbResult<()> {
    tx.execute(RELEASE, &[form.into()]).await?;
    Ok(())
}

/// An appointment of a form: until when it is held, or which code it is under.
pub struct OfForm {
    pub appointment: Appointment,
    pub held_until: Option<Minute>,
    pub code: Option<CodeId>,
}

impl FromRow for OfForm {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            appointment: Appointment::from_row(row)?,
            held_until: row.get("held_until")?,
            code: row.get("code_id")?,
        })
    }
}

/// What stands for a form in a municipality.
pub async fn find_of_form(tx: &mut Tx, municipality: &str, form: &FormHash) -> DbResult<Option<OfForm>> {
    tx.fetch_optional(FIND_OF_FORM, &[form.into(), municipality.into()]).await
}

/// Whom an appointment was about.
struct About(BookingAbout);

impl FromRow for About {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get_code("about", BookingAbout::from_code).map(Self)
    }
}

/// What is kept with an appointment when it is booked.
#[derive(Clone, Copy)]
pub struct Kept {
    /// Staff confirm it first.
    pub pending: bool,
    pub lang: Lang,
    pub side: Option<UnitSide>,
}

/// Books what is held for a form at `now`, under a code of a municipality. Gives whom it is about.
pub async fn assign(
    tx: &mut Tx,
    form: &FormHash,
    (code, municipality): (&CodeId, &str),
    Kept { pending, lang, side }: Kept,
    now: Minute,
) -> DbResult<Option<BookingAbout>> {
    let side = side.map_or("", UnitSide::code);
    let values = [
        form.into(),
        code.into(),
        now.into(),
        municipality.into(),
        pending.into(),
        lang.tag().into(),
        side.into(),
    ];
    let about: Option<About> = tx.fetch_optional(ASSIGN, &values).await?;
    Ok(about.map(|About(about)| about))
}

struct HoldEnd(Option<Minute>);

impl FromRow for HoldEnd {
    fn from_row(row: &Row) -> DbResult<Self> {
        row.get("held_until").map(Self)
    }
}

/// Until when a form's time is held: outside, whether there is one; inside, nothing where it is booked.
pub async fn find_hold_end(tx: &mut Tx, form: &FormHash) -> DbResult<Option<Option<Minute>>> {
    let end: Option<HoldEnd> = tx.fetch_optional(FIND_HOLD_END, &[form.into()]).await?;
    Ok(end.map(|HoldEnd(end)| end))
}

/// What a calendar knows an appointment by that may have been moved.
pub struct Series {
    /// Which it was first.
    pub first: AppointmentId,
    pub moves: u32,
}

impl FromRow for Series {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self { first: row.get("first_id")?, moves: row.get("moves")? })
    }
}

/// What has made way for another appointment.
struct Replaced(BookingAbout, Series);

impl FromRow for Replaced {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self(row.get_code("about", BookingAbout::from_code)?, Series::from_row(row)?))
    }
}

/// What a calendar knows an appointment by.
pub async fn find_series(tx: &mut Tx, appointment: &AppointmentId) -> DbResult<Option<Series>> {
    tx.fetch_optional(FIND_SERIES, &[appointment.into()]).await
}

/// Deletes the appointment ahead that a form replaces, which a calendar knows again in its place. Gives whom it was about.
pub async fn delete_replaced(
    tx: &mut Tx,
    code: &CodeId,
    replaced: &AppointmentId,
    now: Minute,
    form: &FormHash,
) -> DbResult<Option<BookingAbout>> {
    let values = [code.into(), replaced.into(), now.into(), form.into()];
    let replaced: Option<Replaced> = tx.fetch_optional(DELETE_REPLACED, &values).await?;
    let Some(Replaced(about, Series { first, moves })) = replaced else { return Ok(None) };
    tx.execute(SUCCEED, &[form.into(), (&first).into(), (moves + 1).into()]).await?;
    Ok(Some(about))
}

/// Deletes an appointment of a code that lies ahead. Gives whom it was about.
pub async fn delete_ahead(
    tx: &mut Tx,
    code: &CodeId,
    appointment: &AppointmentId,
    now: Minute,
) -> DbResult<Option<BookingAbout>> {
    let values = [code.into(), appointment.into(), now.into()];
    let about: Option<About> = tx.fetch_optional(DELETE_AHEAD, &values).await?;
    Ok(about.map(|About(about)| about))
}

/// Deletes an appointment of a code, whenever it is. Gives whom it was about.
pub async fn delete_of_code(
    tx: &mut Tx,
    code: &CodeId,
    appointment: &AppointmentId,
) -> DbResult<Option<BookingAbout>> {
    let about: Option<About> = tx.fetch_optional(DELETE_OF_CODE, &[appointment.into(), code.into()]).await?;
    Ok(about.map(|About(about)| about))
}

/// Counts the appointments of a code that lie ahead.
pub async fn count_ahead(tx: &mut Tx, code: &CodeId, now: Minute) -> DbResult<u64> {
    tx.count(COUNT_AHEAD, &[code.into(), now.into()]).await
}

/// Lists the appointments of a code, in order.
pub async fn list_of_code(tx: &mut Tx, code: &CodeId) -> DbResult<Vec<Appointment>> {
    tx.fetch_all(LIST_OF_CODE, &[code.into()]).await
}

/// Counts the appointments of a municipality that wait to be confirmed.
pub async fn count_pending(tx: &mut Tx, municipality: &str) -> DbResult<u64> {
    tx.count(COUNT_PENDING, &[municipality.into()]).await
}

/// Confirms an appointment that waits for it.
pub async fn confirm(tx: &mut Tx, municipality: &str, appointment: &AppointmentId) -> DbResult<bool> {
    Ok(tx.execute(CONFIRM, &[municipality.into(), appointment.into()]).await? == 1)
}

/// Gives an appointment from one member of staff of a municipality to another. `false` where it is not theirs any
/// more, or the other is taken then.
pub async fn hand_over(
    tx: &mut Tx,
    municipality: &str,
    appointment: &AppointmentId,
    (from, to): (&StaffId, &StaffId),
    now: Minute,
) -> DbResult<bool> {
    tx.execute(CLEAR_FOR_HAND_OVER, &[to.into(), now.into()]).await?;
    let values = [appointment.into(), from.into(), to.into(), municipality.into(), LONGEST.into()];
    Ok(tx.execute(HAND_OVER, &values).await? == 1)
}

/// Lets go of what is held between two moments with one member of staff, or with all of a municipality.
pub async fn release_between(
    tx: &mut Tx,
    municipality: &str,
    staff: Option<&StaffId>,
    between: &Range<Minute>,
) -> DbResult<()> {
    let (statement, whose) = match staff {
        Some(staff) => (RELEASE_OF_STAFF, staff.into()),
        None => (RELEASE_ALL, municipality.into()),
    };
    tx.execute(statement, &[whose, between.start.into(), between.end.into()]).await?;
    Ok(())
}
