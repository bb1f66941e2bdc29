//! The only place that reads the time. All legal days are local calendar days in Copenhagen.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Copenhagen;
use tracing_subscriber::fmt::{format::Writer, time::FormatTime};

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    System,
    /// Stands still, for tests and demonstrations.
    Frozen(DateTime<Utc>),
}

impl Clock {
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Frozen(moment) => moment,
        }
    }

    /// The wall-clock time in Denmark.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        self.now().with_timezone(&Copenhagen).naive_local()
    }
}

/// Log lines tell the minute and no more: seconds would order what visitors do.
impl FormatTime for Clock {
    fn format_time(&self, line: &mut Writer<'_>) -> std::fmt::Result {
        write!(line, "{}", self.now().format("%Y-%m-%dT%H:%MZ"))
    }
}
