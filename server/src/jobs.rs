//! What runs beside the requests: idempotent, and safe on several servers at once.

use crate::portal::Portal;
use std::{sync::Arc, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

const HOUR: Duration = Duration::from_hours(1);

/// Deletes what is past its end, at the start and every hour.
pub async fn retention(portal: Arc<Portal>) {
    let mut hours = interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match portal.bookings.tidy().await {
            Ok(tidied) => tracing::info!(
                target: "portal",
                holds = tidied.holds,
                appointments = tidied.appointments,
                codes = tidied.codes,
                callbacks = tidied.callbacks,
                "what was past its end is deleted"
            ),
            Err(error) => {
                tracing::error!(target: "portal", %error, "what is past its end could not be deleted");
            }
        }
    }
}
