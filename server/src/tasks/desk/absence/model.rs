//! What an absence is made of.

use crate::{
    db::StaffId,
    tasks::desk::{agenda::service::AgendaEntry, staff::StaffMember},
};
use chrono::NaiveDate;

/// Who is away.
pub enum Whose {
    Staff(StaffMember),
    /// The whole centre is closed.
    Centre,
}

/// That somebody is away, or the centre closed.
pub struct Absence {
    pub whose: Whose,
    /// In order, and at least one.
    pub days: Vec<NaiveDate>,
    /// Minutes of each day.
    pub spans: Vec<(u16, u16)>,
    /// What citizens are told, where the centre is closed.
    pub note: String,
}

/// What becomes of an appointment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Keep,
    CallOff,
    HandOver(StaffId),
}

/// An appointment that is affected.
pub struct Hit {
    pub entry: AgendaEntry,
    /// Who is at work and has nothing then.
    pub free: Vec<StaffMember>,
}
