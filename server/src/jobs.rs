//! What runs beside the requests: idempotent, and safe on several servers at once.

use crate::{store::RetentionReport, web::app_state::AppState};
use std::{sync::Arc, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

const OFTEN: Duration = Duration::from_mins(1);

/// Deletes what is past its end, at the start and every minute, so that what a page promises holds to the minute.
pub async fn retention(portal: Arc<AppState>) {
    let mut ticks = interval(OFTEN);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match portal.services.bookings.tidy().await {
            Ok(tidied) if tidied == RetentionReport::default() => {}
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
