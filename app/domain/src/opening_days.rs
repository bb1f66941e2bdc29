//! Days on which a centre is closed: the one calendar that bookings, calls, contact and "open now" ask.

use crate::Holiday;
use chrono::{NaiveDate, NaiveDateTime};
use std::{collections::BTreeMap, sync::Arc};

/// The days on which a centre is closed: public holidays, and what its desk closes or opens. On all others its weekly
/// hours hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OpeningDays(BTreeMap<NaiveDate, DaySetting>);

/// What a desk has decided of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DaySetting {
    /// Weekly hours hold, though it is a holiday.
    Open,
    /// Closed, with what is told about it; empty where nothing is.
    Closed(String),
}

/// Why a centre is closed on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Closure {
    Holiday(Holiday),
    /// The desk closes it, and tells this; empty where it tells nothing.
    Desk(String),
}

impl OpeningDays {
    /// Of what a desk has decided.
    #[must_use]
    pub fn new(settings: impl IntoIterator<Item = (NaiveDate, DaySetting)>) -> Self {
        Self(settings.into_iter().collect())
    }

    /// Why the centre is closed on a day; `None` where it is not. What the desk says comes before what the holiday does.
    #[must_use]
    pub fn find_closure(&self, day: NaiveDate) -> Option<Closure> {
        match self.0.get(&day) {
            Some(DaySetting::Open) => None,
            Some(DaySetting::Closed(note)) => Some(Closure::Desk(note.clone())),
            None => Holiday::on(day).map(Closure::Holiday),
        }
    }

    #[must_use]
    pub fn is_closed(&self, day: NaiveDate) -> bool {
        match self.0.get(&day) {
            Some(setting) => *setting != DaySetting::Open,
            None => Holiday::on(day).is_some(),
        }
    }

    /// Why the centre is closed on each of some days, where it is.
    #[must_use]
    pub fn list_closures(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, Closure)> {
        let days = from.iter_days().take_while(|day| *day <= to);
        days.filter_map(|day| Some((day, self.find_closure(day)?))).collect()
    }

    /// The days that the desk closes, in order, with what it tells of each.
    pub fn list_closed(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        self.0.iter().filter_map(|(day, setting)| match setting {
            DaySetting::Open => None,
            DaySetting::Closed(note) => Some((*day, note.as_str())),
        })
    }
}

/// What the clock shows at a centre, and the days on which it is closed.
#[derive(Clone, Debug)]
pub struct CentreTime {
    /// By the clock in Denmark.
    pub now: NaiveDateTime,
    pub days: Arc<OpeningDays>,
}
