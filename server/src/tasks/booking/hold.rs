//! Keeping a time while its form is read, and letting go of it for others.

use super::{
    availability::{Choice, HoldOutcome},
    handlers::BookingFlow,
};
use crate::{db::FormKey, web::AppError};
use app::tasks::booking::views::BookingForm;

impl BookingFlow<'_> {
    /// One place, and one centre, keeps a number of times at once: the oldest goes.
    pub(super) async fn note_hold(&self, key: &FormKey) -> Result<(), AppError> {
        let services = &self.context.state.services;
        for oldest in services.limiter.note_hold(&self.standard.code, self.client.as_ref(), key.hash()) {
            services.bookings.release(&oldest).await?;
        }
        Ok(())
    }

    /// Takes a time again that was let go of for others while its form was read; `false` where it is gone.
    pub(super) async fn hold_again(&self, form: &BookingForm, key: &FormKey) -> Result<bool, AppError> {
        let bookings = &self.context.state.services.bookings;
        let kinds = bookings.list_open_kinds(self.standard, form.about).await?;
        let open = kinds.iter().find(|(open, _)| Some(*open) == form.kind);
        let (Some((kind, appointment_type)), Some(about), Some(begins)) = (open, form.about, form.time)
        else {
            return Ok(false);
        };
        let choice = Choice { kind: *kind, appointment_type, about, begins, form: key, with: None };
        if !matches!(bookings.hold(self.standard, &choice).await?, HoldOutcome::Held) {
            return Ok(false);
        }
        self.note_hold(key).await?;
        Ok(true)
    }
}
