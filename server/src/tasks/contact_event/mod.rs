//! How many wish for treatment, by the day on which they made contact. It points to nobody.

pub mod repository;
pub mod service;

use crate::db::ContactId;
use chrono::NaiveDate;

/// That somebody wishes for treatment and made contact on a day.
#[derive(Clone, Copy)]
pub struct Contact {
    pub id: ContactId,
    pub on: NaiveDate,
    /// The last day on which it is kept.
    pub until: NaiveDate,
}

domain::codes! {
    /// How somebody made contact.
    Track {
        Anonymous = "anonymous",
        Confidential = "confidential",
    }
}
