//! What a booking is made of.

use crate::{
    db::{AppointmentId, CodeId, DbResult, FormHash, FromRow, Row, StaffId},
    tasks::{booking::code::repository::CodeRecord, case::service::Opening},
};
use chrono::{NaiveDate, NaiveDateTime};
use domain::{BookingAbout, BookingKind, Instant, Lang, Minute, Talks, UnitSide};
use std::ops::Range;

/// A stretch of time in which a member of staff is not free.
pub struct BusyTime {
    pub staff: StaffId,
    pub kind: BookingKind,
    pub from: Minute,
    pub to: Minute,
}

/// A time that somebody wants to keep while they fill in the form.
#[derive(Clone)]
pub struct Hold {
    pub id: AppointmentId,
    pub municipality: String,
    /// Who could take it, in the order of asking.
    pub staff: Vec<StaffId>,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub starts: Minute,
    pub minutes: u16,
    pub free_from: Minute,
    /// The local day of the appointment, of which the desk gives a number.
    pub day: Range<Minute>,
    pub until: Minute,
    pub form: FormHash,
}

/// An appointment, held or booked.
#[derive(Clone, Copy)]
pub struct Appointment {
    pub id: AppointmentId,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub starts: Minute,
    pub minutes: u16,
    /// Waits for staff to confirm it.
    pub pending: bool,
    /// The language it was booked in.
    pub lang: Lang,
    /// To which unit the citizen comes, where it was asked.
    pub side: Option<UnitSide>,
}

impl FromRow for Appointment {
    fn from_row(row: &Row) -> DbResult<Self> {
        Ok(Self {
            id: row.get("id")?,
            kind: row.get_code("kind", BookingKind::from_code)?,
            about: row.get_code("about", BookingAbout::from_code)?,
            starts: row.get("starts")?,
            minutes: row.get("minutes")?,
            pending: row.get("pending")?,
            lang: row.get_code("lang", Lang::from_tag)?,
            side: UnitSide::from_code(&row.get::<String>("unit")?),
        })
    }
}

/// An appointment as the citizen sees it.
pub struct AppointmentView {
    pub id: AppointmentId,
    pub kind: BookingKind,
    pub about: BookingAbout,
    pub begins: NaiveDateTime,
    pub minutes: u16,
    pub pending: bool,
    pub side: Option<UnitSide>,
}

impl AppointmentView {
    /// The appointment by the clock in Denmark; `None` beyond the calendar's end.
    #[must_use]
    pub fn of(appointment: Appointment) -> Option<Self> {
        let Appointment { id, kind, about, starts, minutes, pending, side, lang: _ } = appointment;
        let begins = Instant::of_minute(starts)?.local();
        Some(Self { id, kind, about, begins, minutes, pending, side })
    }
}

/// What comes with a booking under a new code.
#[derive(Clone)]
pub struct BookingOptions {
    /// Whether staff must confirm it first.
    pub pending: bool,
    pub lang: Lang,
    pub side: Option<UnitSide>,
    /// The wishes that open cases.
    pub cases: Vec<Opening>,
}

/// What is found for a form.
pub enum FormRecord {
    /// A time kept until this minute.
    Held(Appointment, Minute),
    /// A booked time, and the code it is under.
    Booked(Appointment, Box<CodeRecord>),
}

/// A booking under a code from before.
pub struct Rebooking<'a> {
    pub form: &'a FormHash,
    pub code: &'a CodeId,
    pub municipality: &'a str,
    pub expires_on: NaiveDate,
    /// The appointment that is moved.
    pub replaces: Option<&'a AppointmentId>,
    /// How many conversations had been agreed on when it was decided that there may be one more.
    pub talks: Talks,
    /// Staff confirm it first.
    pub pending: bool,
    pub lang: Lang,
    pub side: Option<UnitSide>,
    /// Day 0 of the guarantee, where treatment is wished for now.
    pub contact_on: Option<NaiveDate>,
    /// The wishes that open cases.
    pub cases: Vec<Opening>,
}

/// What became of a booking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Booked {
    Now,
    /// The form had been sent before.
    Before,
    /// The time is not held for this form any more.
    TimeGone,
    /// Another live code begins with the same five digits.
    SelectorTaken,
    /// What stands under the code has changed since it was decided.
    Changed,
    /// As many appointments lie ahead as a code can have.
    Full,
}
