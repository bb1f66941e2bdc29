//! Codes of bookings.

use crate::codes::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// How an appointment is held.
    BookingKind {
        /// In writing, in the portal.
        Online = "ONLINE",
        /// The citizen calls in.
        Phone = "PHONE",
        InPerson = "IN_PERSON",
        /// The centre calls: confidential, and without a time of its own.
        Callback = "CALLBACK",
    }

    /// Whom an appointment is about.
    BookingAbout {
        Me = "ME",
        /// Somebody close, of age.
        Close = "CLOSE",
        /// Somebody under 18.
        Young = "YOUNG",
    }
}
