//! A file for the phone's calendar: it must not tell what the appointment is.

use crate::phrase::{Phrase, phrase};

pub const TITLE: Phrase = phrase("Aftale", "Appointment");
pub const GET: Phrase = phrase("Læg i min kalender", "Add to my calendar");
pub const HINT: Phrase = phrase(
    "Der kommer kun til at stå ”Aftale”. Men den, der har din telefon, kan se tidspunktet.",
    "It will only say “Appointment”. But whoever has your phone can see the time.",
);
