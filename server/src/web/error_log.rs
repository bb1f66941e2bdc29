//! An error that comes with every request is told once a minute, with how often it came: a database that is down must
//! not fill a disk with lines.

use std::{
    error::Error,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How long after one line the next waits.
const PAUSE: Duration = Duration::from_mins(1);

/// What was told last, and how many have come since.
pub struct ErrorLog(Mutex<Option<(Instant, u64)>>);

impl ErrorLog {
    #[must_use]
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// Tells of an error, or counts it.
    pub fn tell(&self, error: &(dyn Error + Send + Sync)) {
        if let Some(more) = self.count(Instant::now()) {
            tracing::error!(target: "portal", %error, more, "what is stored could not be read or written");
        }
    }

    /// How many have not been told, where it is time for a line.
    fn count(&self, now: Instant) -> Option<u64> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *last {
            Some((told, untold)) if now.saturating_duration_since(*told) < PAUSE => {
                *untold += 1;
                None
            }
            before => {
                let untold = before.map_or(0, |(_, untold)| untold);
                *before = Some((now, 0));
                Some(untold)
            }
        }
    }
}

impl Default for ErrorLog {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_told_and_the_others_are_counted_until_a_minute_later() {
        let (log, begun) = (ErrorLog::new(), Instant::now());
        let at = |seconds: u64| log.count(begun + Duration::from_secs(seconds));
        assert_eq!(at(0), Some(0));
        assert_eq!([at(1), at(30), at(59)], [None; 3]);
        assert_eq!(at(60), Some(3), "with those that were not told");
        assert_eq!(at(61), None);
        assert_eq!(at(200), Some(1));
    }
}
