//! When the desk is warned that a last day is near, or past.

use crate::{LocalDay, codes};

codes! {
    /// How near the last day is. A later one stands above an earlier one.
    WarningLevel {
        SevenDays = "SEVEN_DAYS",
        ThreeDays = "THREE_DAYS",
        LastDay = "LAST_DAY",
        Breached = "BREACHED",
    }
}

impl WarningLevel {
    /// The warning that stands with so many days left; negative after the last one.
    #[must_use]
    pub const fn of_days_left(left: i64) -> Option<Self> {
        match left {
            8.. => None,
            4..=7 => Some(Self::SevenDays),
            1..=3 => Some(Self::ThreeDays),
            0 => Some(Self::LastDay),
            _ => Some(Self::Breached),
        }
    }
}

/// A warning that somebody at the desk has seen. It holds for one last day: where that moves, it is warned of anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeenWarning {
    pub latest: LocalDay,
    pub level: WarningLevel,
}

/// The warning that nobody has seen yet. It follows from the day that is asked for: none is missed while the portal stands
/// still, and who has seen one is not warned of it or of an earlier one again, though the clock be set back.
#[must_use]
pub fn find_warning(latest: LocalDay, left: i64, seen: &[SeenWarning]) -> Option<WarningLevel> {
    let level = WarningLevel::of_days_left(left)?;
    let is_seen = seen.iter().any(|one| one.latest == latest && one.level >= level);
    (!is_seen).then_some(level)
}
