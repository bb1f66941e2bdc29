//! What each municipality can do for whoever comes now, in memory: pages that are read touch no database.

use app::ui::acts::{NextAppointment, ServiceLevel};
use chrono::NaiveDateTime;
use std::{
    collections::BTreeMap,
    sync::{PoisonError, RwLock},
};

/// The levels by the municipality's code, as they were found last.
#[derive(Default)]
pub struct ServiceLevels(RwLock<BTreeMap<String, ServiceLevel>>);

impl ServiceLevels {
    /// The level of a municipality; nobody knows anything of it before it was first looked at.
    #[must_use]
    pub fn get(&self, municipality: &str) -> ServiceLevel {
        let levels = self.0.read().unwrap_or_else(PoisonError::into_inner);
        levels.get(municipality).cloned().unwrap_or_default()
    }

    /// When the first of the free times noted cannot be booked any more: of a municipality, or of all.
    #[must_use]
    pub fn earliest_end(&self, municipality: Option<&str>) -> Option<NaiveDateTime> {
        let levels = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let wanted = levels.iter().filter(|(code, _)| municipality.is_none_or(|only| only == code.as_str()));
        let ends = wanted.filter_map(|(_, level)| match level.appointment {
            NextAppointment::At { until, .. } => Some(until),
            _ => None,
        });
        ends.min()
    }

    /// Notes a level; whether it is another than before.
    pub fn set(&self, municipality: &str, level: ServiceLevel) -> bool {
        let mut levels = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let before = levels.insert(municipality.to_owned(), level.clone());
        before != Some(level)
    }
}
