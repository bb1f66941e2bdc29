//! What runs beside the requests: idempotent, and safe on several servers at once.

pub mod health;
pub mod repository;
pub mod retention;
pub mod service_levels;
pub mod standards;

use crate::web::app_state::AppState;
use std::{sync::Arc, time::Duration};
use tokio::time::{MissedTickBehavior, interval, sleep};

/// How long a job that panicked rests before it is begun again.
const REST: Duration = Duration::from_secs(5);

/// Begins all jobs.
pub fn spawn_all(state: &Arc<AppState>) {
    spawn_supervised(state, "retention", Duration::from_mins(1), retention::run_once);
    spawn_supervised(state, "service levels", Duration::from_secs(5), service_levels::refresh_once);
    spawn_supervised(state, "standards", Duration::from_secs(1), standards::reload_once);
    spawn_supervised(state, "health", Duration::from_secs(2), health::check_once);
}

/// Runs a job again and again. One that panics is told in the log and by `/readyz`, and begun again.
fn spawn_supervised<J, F>(state: &Arc<AppState>, name: &'static str, often: Duration, job: J)
where
    J: Fn(Arc<AppState>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let state = Arc::clone(state);
    tokio::spawn(async move {
        loop {
            let running = Arc::clone(&state);
            let ended = tokio::spawn(async move {
                let mut ticks = interval(often);
                ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
                loop {
                    ticks.tick().await;
                    job(Arc::clone(&running)).await;
                    running.health.note_alive(name);
                }
            });
            if ended.await.is_ok() {
                return;
            }
            tracing::error!(target: "portal", job = name, "a job panicked and is begun again");
            state.health.note_panic(name);
            sleep(REST).await;
        }
    });
}
