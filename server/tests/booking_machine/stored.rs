//! What is stored: as the model has it, and as the database gives it.

use chrono::NaiveDate;
use domain::{BookingAbout, Minute};
use server::db::{CodeId, Db, DbResult, FormHash, FromRow, Row, StaffId};
use std::collections::BTreeMap;

/// An appointment, by the form that asked for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub staff: u8,
    pub about: BookingAbout,
    pub starts: Minute,
    pub held_until: Option<Minute>,
    pub code: Option<u8>,
    pub pending: bool,
}

/// A code, by the form that led to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptCode {
    pub selector: u8,
    /// About oneself, and about others.
    pub talks: (usize, usize),
    pub extended_by: (u16, u16),
    pub expires_on: NaiveDate,
    pub called_off: Option<NaiveDate>,
    pub waits: bool,
}

/// All that is stored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stored {
    pub forms: BTreeMap<u8, Kept>,
    pub codes: BTreeMap<u8, KeptCode>,
}

impl Stored {
    /// All that is stored, read at once.
    pub async fn of(db: &Db) -> Self {
        const APPOINTMENTS: &str =
            "SELECT form, staff_id, about, starts, held_until, code_id, pending FROM appointment";
        const CODES: &str = "SELECT id, selector, talks, close_talks, extended_by, close_extended_by, expires_on, called_off, \
            (SELECT COUNT(*) FROM waiting WHERE code_id = id) AS waits FROM anonymous_code";
        let mut tx = db.read().await.expect("read");
        let forms: Vec<OfForm> = tx.fetch_all(APPOINTMENTS, &[]).await.expect("appointments");
        let codes: Vec<OfCode> = tx.fetch_all(CODES, &[]).await.expect("codes");
        Self {
            forms: forms.into_iter().map(|OfForm(form, kept)| (form, kept)).collect(),
            codes: codes.into_iter().map(|OfCode(form, code)| (form, code)).collect(),
        }
    }

    pub fn of_code(&self, code: u8) -> impl Iterator<Item = &Kept> {
        self.forms.values().filter(move |one| one.code == Some(code))
    }

    pub fn count_ahead(&self, code: u8, now: Minute) -> usize {
        self.of_code(code).filter(|one| one.starts > now).count()
    }
}

struct OfForm(u8, Kept);

impl FromRow for OfForm {
    fn from_row(row: &Row) -> DbResult<Self> {
        let (form, staff): (FormHash, StaffId) = (row.get("form")?, row.get("staff_id")?);
        let code: Option<CodeId> = row.get("code_id")?;
        let kept = Kept {
            staff: staff.as_bytes()[0],
            about: row.get_code("about", BookingAbout::from_code)?,
            starts: row.get("starts")?,
            held_until: row.get("held_until")?,
            code: code.map(|code| code.as_bytes()[0]),
            pending: row.get("pending")?,
        };
        Ok(Self(form.as_bytes()[0], kept))
    }
}

struct OfCode(u8, KeptCode);

impl FromRow for OfCode {
    fn from_row(row: &Row) -> DbResult<Self> {
        let (id, selector): (CodeId, i32) = (row.get("id")?, row.get("selector")?);
        let (own, close): (u16, u16) = (row.get("talks")?, row.get("close_talks")?);
        let waits: i64 = row.get("waits")?;
        let code = KeptCode {
            selector: u8::try_from(selector).expect("a small one"),
            talks: (own.into(), close.into()),
            extended_by: (row.get("extended_by")?, row.get("close_extended_by")?),
            expires_on: row.get("expires_on")?,
            called_off: row.get("called_off")?,
            waits: waits > 0,
        };
        Ok(Self(id.as_bytes()[0], code))
    }
}
