//! Looks every few seconds when the next conversation can be, one look for all who read.

use crate::{
    tasks::booking::service::BookingError, tasks::desk::settings::service as settings, web::AppState,
};
use app::ui::acts::{NextAppointment, ServiceLevel};
use chrono::TimeDelta;
use domain::{BookingKind, Standard};
use std::sync::Arc;

/// Looks once at every municipality; what was kept of one that has changed is rendered anew.
pub async fn refresh_once(state: Arc<AppState>) {
    for standard in &state.standards() {
        let level = find_level(&state, standard).await.unwrap_or_else(|error| {
            tracing::error!(target: "portal", %error, "free times could not be looked up");
            // What was closed stays closed.
            ServiceLevel { days: state.levels.get(&standard.code).days, ..ServiceLevel::default() }
        });
        if state.levels.set(&standard.code, level) {
            state.pages.forget_municipality(&standard.code);
        }
    }
}

async fn find_level(state: &AppState, standard: &Standard) -> Result<ServiceLevel, BookingError> {
    let services = &state.services;
    let kinds = settings::list_kinds(&services.db, &standard.code).await?;
    let callback = kinds.iter().any(|(kind, _)| *kind == BookingKind::Callback);
    let today = state.clock.local().date();
    let days = Arc::new(settings::load_days(&services.db, &standard.code, today).await?);
    Ok(ServiceLevel { appointment: find_next(state, standard).await?, callback, days })
}

async fn find_next(state: &AppState, standard: &Standard) -> Result<NextAppointment, BookingError> {
    let bookings = &state.services.bookings;
    let kinds = bookings.list_open_kinds(standard, None).await?;
    if kinds.is_empty() {
        return Ok(NextAppointment::Closed);
    }
    let mut next = NextAppointment::Full;
    for (kind, appointment_type) in kinds {
        let free = bookings.list_free(standard, (kind, &appointment_type), 1).await?;
        let Some(begins) = free.keys().next().copied() else { continue };
        if !matches!(next, NextAppointment::At { begins: earlier, .. } if earlier <= begins) {
            // At the last minute it can still be booked.
            let until = begins - TimeDelta::minutes(i64::from(appointment_type.notice) - 1);
            next = NextAppointment::At { begins, until };
        }
    }
    Ok(next)
}
